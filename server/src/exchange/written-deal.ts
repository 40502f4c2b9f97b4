import { format } from '../syntax/format.ts';

/** A passage as it is written above a clause: its pieces, white space folded, and the locator with its `§`. */
export interface WrittenQuote {
  readonly pieces: readonly string[];
  readonly locator?: string;
}

/** A clause to be written. Values are text of the language, ready to stand behind `=`. */
export interface WrittenClause {
  readonly comments?: readonly string[];
  readonly quotes: readonly WrittenQuote[];
  readonly label?: string;
  readonly kind: string;
  readonly arguments: readonly (readonly [name: string, value: string])[];
}

/** A deal to be written. */
export interface WrittenDeal {
  readonly comments?: readonly string[];
  readonly name: string;
  readonly title?: string;
  readonly arguments: readonly (readonly [name: string, value: string])[];
  /** Declarations of its own terms, each in the words of the language. */
  readonly terms: readonly string[];
  readonly clauses: readonly WrittenClause[];
}

/** A comment with this word silences a finding: none that comes from elsewhere may. */
const SILENCER = 'deal-ignore';
/** They make a line look as if it said something else. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Columns that a line of a quote fills at most, and one of a comment. */
const WIDTH = 96;
const COMMENT_WIDTH = 100;

/** The text of a `.deal` file that holds declarations and deals, in the canonical layout. */
export function composeFile(declarations: readonly string[], deals: readonly WrittenDeal[]): string {
  return format([...declarations, ...deals.map(dealText)].join('\n\n'));
}

function dealText({ comments = [], name, title, arguments: header, terms, clauses }: WrittenDeal): string {
  const words = title === undefined ? `deal ${name}` : `deal ${name} ${stringText(title)}`;
  const above = comments.map((comment) => commentText(comment, '')).join('');
  const members = [
    ...(terms.length > 0 ? [`  ${terms.join('\n  ')}`] : []),
    ...clauses.map((clause) => clauseText(clause)),
  ];
  return `${above}${words} (${argumentsText(header)}) {\n${members.join('\n\n')}\n}`;
}

/** A clause on lines of its own, `indent` before each. Ends without a line end. */
export function clauseText(clause: WrittenClause, indent = '  '): string {
  const { comments = [], quotes, label, kind, arguments: given } = clause;
  const above = comments.map((comment) => commentText(comment, indent)).join('');
  // An empty line keeps two quotes apart.
  const passages = quotes.map((quote) => quoteLines(quote, indent)).join('\n');
  return `${above}${passages}${indent}${label === undefined ? '' : `${label}: `}${kind}(${argumentsText(given)})`;
}

const argumentsText = (given: readonly (readonly [string, string])[]): string =>
  given.map(([name, value]) => `${name} = ${value}`).join(', ');

/** A quote as lines that start with `>`, each ended. */
export function quoteLines({ pieces, locator }: WrittenQuote, indent: string): string {
  const text = pieces.map(folded).join(' [...] ');
  // A passage that itself starts like a locator is kept from being read as one by an empty first line.
  const opening = locator !== undefined ? `[${locator}] ` : /^\[\s*§/.test(text) ? '\n' : '';
  const [first, rest] = opening === '\n' ? ['>\n', text] : ['', `${opening}${text}`];
  const lines = filled(rest, WIDTH - indent.length - 2).map((line) => `${indent}> ${line}\n`);
  return `${first === '' ? '' : `${indent}${first}`}${lines.join('')}`;
}

/** A comment as `//` lines, each ended. No character of it can end the comment. */
export function commentText(comment: string, indent: string): string {
  return comment
    .split(/[\r\n\u2028\u2029]+/)
    .flatMap((line) => filled(folded(line.replace(DIRECTION_MARKS, '')), COMMENT_WIDTH - indent.length - 3))
    .map((line) => `${`${indent}// ${line.replaceAll(SILENCER, 'deal ignore')}`.trimEnd()}\n`)
    .join('');
}

/** White space folded to single spaces, and control characters taken out. */
export const folded = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();

/** As many words a line as fit; a word longer than a line stays whole. */
function filled(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A text between quotation marks. The language knows no escapes: what holds both kinds of marks loses the straight ones. */
export function stringText(text: string): string {
  const plain = folded(text.replace(DIRECTION_MARKS, ''));
  if (!plain.includes('"')) return `"${plain}"`;
  return plain.includes('”') ? `"${plain.replaceAll('"', "'")}"` : `“${plain}”`;
}
