/**
 * SMT-LIB text with the obvious folding: `true` and `false` disappear as early as they can, so that most of a pair's
 * formula is decided while it is written.
 */
export type Formula = string;

export const TRUE: Formula = 'true';
export const FALSE: Formula = 'false';

export const truth = (value: boolean): Formula => (value ? TRUE : FALSE);

export function and(...parts: readonly Formula[]): Formula {
  return joined('and', parts, TRUE, FALSE);
}

export function or(...parts: readonly Formula[]): Formula {
  return joined('or', parts, FALSE, TRUE);
}

function joined(word: string, parts: readonly Formula[], neutral: Formula, absorbing: Formula): Formula {
  const kept = new Set<Formula>();
  for (const part of parts) {
    if (part === absorbing) return absorbing;
    if (part !== neutral) kept.add(part);
  }
  if (kept.size === 0) return neutral;
  if (kept.size === 1) return [...kept][0];
  return `(${word} ${[...kept].join(' ')})`;
}

export function not(part: Formula): Formula {
  if (part === TRUE) return FALSE;
  if (part === FALSE) return TRUE;
  return `(not ${part})`;
}

/** Declarations, definitions and assertions that precede a question; every part of a script adds to one. */
export interface Script {
  readonly lines: string[];
  readonly known: Map<string, string>;
}

export const newScript = (): Script => ({ lines: [], known: new Map() });

/** A variable, declared at its first use. */
export function variable(script: Script, name: string, sort: 'Bool' | 'Int' = 'Bool'): string {
  const quoted = `|${name}|`;
  if (!script.known.has(quoted)) {
    script.known.set(quoted, sort);
    script.lines.push(`(declare-const ${quoted} ${sort})`);
  }
  return quoted;
}

/** Names a long formula, so that it is written once however often it is used. */
export function shared(script: Script, text: string, sort: 'Bool' | 'Int' = 'Bool'): string {
  if (text.length < 40 || text.startsWith('|')) return text;
  const known = script.known.get(text);
  if (known) return known;
  const name = `f${script.known.size}`;
  script.known.set(text, name);
  script.lines.push(`(define-fun ${name} () ${sort} ${text})`);
  return name;
}

export function assertion(script: Script, formula: Formula): void {
  if (formula !== TRUE) script.lines.push(`(assert ${formula})`);
}
