/** What the names in a file are told apart as. Apart from what finds them: a server tells it before it has loaded that. */
export const TOKEN_TYPES = [
  /** A deal. */
  'namespace',
  /** A dimension, or the type of a parameter. */
  'type',
  /** A party. */
  'class',
  /** A reading. */
  'interface',
  /** A term of any other dimension. */
  'enumMember',
  /** An event or a state. */
  'event',
  /** A kind of clause. */
  'function',
  /** The name of an argument. */
  'parameter',
  /** The label of a clause. */
  'property',
  'keyword',
  'string',
  'number',
  'comment',
  'operator',
] as const;

export const TOKEN_MODIFIERS = [
  'declaration',
  /** Built in, or of the standard library. */
  'defaultLibrary',
  /** A comment that documents what stands below it. */
  'documentation',
  /** A clause that had certainly ended before the day of the check. */
  'deprecated',
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];
