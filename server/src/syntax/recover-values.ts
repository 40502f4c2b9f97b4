import { skipBracketed, startsValue } from './recovery.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  describe,
  errorAt,
  errorOver,
  isFirstOnLine,
  lastEnd,
  replacement,
  wordAt,
} from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf } from './tree-builder.ts';
import { isUnitOfTime } from './units.ts';
import { valueRunAt } from './value-runs.ts';

/** Values that are written as the language does not write them: what is meant is reported, and passed. */

/** Words that stand for `except` between two values. */
export const EXCEPT_WORDS: ReadonlySet<string> = new Set(
  'but minus less excluding excl without unless save not'.split(' '),
);

/** `all exept film`, `worldwide but CN`, `worldwide but not CN`: reports what stands for `except`, and passes it but for its last word. */
export function recoverExceptWord(): boolean {
  if (kinds[at] !== TokenKind.Name || !startsValue(kinds[at + 1]) || isFirstOnLine(at)) return false;
  if (!EXCEPT_WORDS.has(wordAt(at)) && nearestWord(wordAt(at), ['except']) === undefined) return false;
  if (kinds[at + 1] === TokenKind.Name && EXCEPT_WORDS.has(wordAt(at + 1)) && startsValue(kinds[at + 2])) {
    const fix = { title: 'Write `except`', start: starts[at], end: ends[at + 1], newText: 'except' };
    errorOver(at, at + 1, `Expected \`except\` instead of \`${wordAt(at)} ${wordAt(at + 1)}\``, fix);
    advance();
    return true;
  }
  errorAt(at, `Expected \`except\` instead of ${describe(at)}`, replacement(at, 'except'));
  return true;
}

/** `AGI-5 years`: the lexer reads `AGI-5` as a name. */
export function isUnspacedMinus(): boolean {
  const last = source.charCodeAt(ends[at] - 1);
  return last >= 48 && last <= 57 && isUnitOfTime(at + 1) && /-\d+$/.test(wordAt(at));
}

export function recoverUnspacedMinus(): void {
  const spaced = wordAt(at).replace(/-(\d+)$/, ' - $1');
  const fix = { title: `Write \`${spaced}\``, start: starts[at], end: ends[at], newText: spaced };
  errorAt(at, 'Expected spaces around the `-`: without them it is part of the name', fix);
  addLeaf(NodeKind.Skipped, starts[at], ends[at + 1]);
  advance();
  advance();
}

/** Values in parentheses: a list is meant. Passes them. */
export function recoverParenthesised(): void {
  const start = starts[at];
  const first = at;
  const isEmpty = kinds[at + 1] === TokenKind.CloseParenthesis;
  skipBracketed(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
  const isClosed = kinds[at - 1] === TokenKind.CloseParenthesis;
  const inner = source.slice(start + 1, lastEnd() - 1);
  const newText = isEmpty || inner.length > 200 || /[(=<>]/.test(inner) ? undefined : `[${inner}]`;
  const fix = isClosed && newText !== undefined ? { title: 'Write `[…]`', start, end: lastEnd(), newText } : undefined;
  errorAt(first, 'Expected a value; several are written as a list, such as `[US, EU]`', fix);
  addLeaf(NodeKind.Skipped, start, lastEnd());
}

/** `{US, EU}`: a list in braces. */
export function recoverBraced(): boolean {
  const run = valueRunAt(at + 1);
  if (run === undefined || kinds[run.last + 1] !== TokenKind.CloseBrace) return false;
  const [start, end] = [starts[at], ends[run.last + 1]];
  const fix = { title: 'Write `[…]`', start, end, newText: run.text };
  errorOver(at, run.last + 1, 'Several values are written as a list in brackets, such as `[US, EU]`', fix);
  while (at <= run.last + 1) advance();
  addLeaf(NodeKind.Skipped, start, end);
  return true;
}

/** `%27` */
export function recoverPercentFirst(): boolean {
  if (kinds[at] !== TokenKind.Percent || kinds[at + 1] !== TokenKind.Number) return false;
  const [start, end, newText] = [starts[at], ends[at + 1], `${wordAt(at + 1)}%`];
  errorOver(at, at + 1, 'Expected the number before the `%`', { title: `Write ${newText}`, start, end, newText });
  advance();
  advance();
  addLeaf(NodeKind.Skipped, start, end);
  return true;
}

const CHOICES: ReadonlyMap<string, 'earlier' | 'later'> = new Map([
  ...['earlier', 'earliest', 'first', 'sooner', 'soonest', 'min'].map((word) => [word, 'earlier'] as const),
  ...['later', 'latest', 'last', 'max'].map((word) => [word, 'later'] as const),
]);

/** `earlier` or `later`, as another word means it. */
export const choiceMeant = (word: string): 'earlier' | 'later' | undefined => CHOICES.get(word);
