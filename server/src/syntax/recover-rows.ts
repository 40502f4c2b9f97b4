import { columnOf, errorOver, wordAt } from './token-stream.ts';
import { ends, hasLexicalError, source, starts } from './tokens.ts';

/** Names of one declaration with what is said of them, where more names come behind it: `party P, Q under P, R, S under R`. */
export interface Row {
  /** The tokens at which the names start. */
  readonly names: readonly number[];
  /** The first token of what is said of them, and the one behind it. */
  readonly relation: number;
  readonly end: number;
}

/** Reports rows in one declaration, whose dimension stands at a token: what is said comes last, and holds for all names. */
export function reportRows(dimension: number, rows: readonly Row[]): void {
  const word = wordAt(dimension);
  const lines = rows.map(linesOf);
  const column = columnOf(dimension);
  const [start, end] = [starts[rows[0].names[0]], ends[rows[rows.length - 1].end - 1]];
  // A mark or a date in it that means nothing has been reported.
  if (hasLexicalError(start, end)) return;
  const isKnown = column !== -1 && end - start < 200 && lines.every((one) => one !== undefined);
  const indented = `\n${' '.repeat(Math.max(column, 0))}${word} `;
  const fix = isKnown ? { title: `Begin a new line`, start, end, newText: lines.flat().join(indented) } : undefined;
  const message = `What is said of terms comes last, and holds for all names before it: begin a new line with \`${word}\` behind it`;
  errorOver(rows[0].relation, rows[rows.length - 1].end - 1, message, fix);
}

/** A row as lines of its own; undefined where it may be said of its last name alone, or of all. */
function linesOf({ names, relation, end }: Row): string[] | undefined {
  const from = (token: number, behind: number): string => source.slice(starts[token], ends[behind - 1]);
  if (relation === end || names.length === 1) return [from(names[0], end)];
  const last = names[names.length - 1];
  const others = names.slice(0, -1).map(wordAt);
  // It cannot be said of what it names.
  for (let i = relation; i < end; i++)
    if (others.includes(wordAt(i))) return [from(names[0], last - 1), from(last, end)];
  return undefined;
}
