import { expectName, expectPath } from './parse-names.ts';
import { startsDeclaration } from './recovery.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  describe,
  errorAt,
  errorBefore,
  errorMissing,
  isFirstOnLine,
  isWord,
  lastEnd,
  replacement,
  wordAt,
} from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';

const VERDICTS = ['conflict', 'disputed', 'depends', 'near', 'clear'] as const;
const VERDICT_KINDS = {
  conflict: NodeKind.VerdictConflict,
  disputed: NodeKind.VerdictDisputed,
  depends: NodeKind.VerdictDepends,
  near: NodeKind.VerdictNearMiss,
  clear: NodeKind.VerdictClear,
} as const;

/** Whether token `i` is a verdict. */
export const isVerdict = (i: number): boolean => VERDICTS.some((verdict) => isWord(i, verdict));

/** `"expect" verdict "between" path "and" path ["under" NAME]` or `"expect" "clear" path`, at its first word. */
export function parseExpectation(): void {
  const expectation = openNode(NodeKind.Expectation, starts[at]);
  advance();
  const isClear = isWord(at, 'clear');
  if (!parseVerdict() && !isWord(at, 'between')) {
    // Of what else stands on the line nothing is certain.
    const skipped = openNode(NodeKind.Skipped, lastEnd());
    while (kinds[at] !== TokenKind.EndOfFile && !isFirstOnLine(at)) advance();
    closeNode(skipped, lastEnd());
  } else if (isClear && !isWord(at, 'between')) {
    expectPath('a deal or clause, or `between`, after `expect clear`');
  } else {
    expectWord('between');
    expectPath('the first of two clauses after `between`');
    expectWord('and');
    expectPath('the second of two clauses after `and`');
    if (isWord(at, 'under')) {
      advance();
      parseReading();
    }
  }
  closeNode(expectation, lastEnd());
}

/** The terms as they are written are no reading that has a name. */
function parseReading(): void {
  const isQuoted = kinds[at] === TokenKind.String && /^.as written.$/.test(source.slice(starts[at], ends[at]));
  if (!isQuoted && !(isWord(at, 'as') && isWord(at + 1, 'written'))) {
    expectName('the name of a reading after `under`');
    return;
  }
  errorAt(
    at,
    'Expected the name of a reading: for the terms as written, declare one that adds nothing, such as `reading as_written {}`, and write `under as_written`',
  );
  if (!isQuoted) advance();
  advance();
  addLeaf(NodeKind.Name, lastEnd(), lastEnd());
}

/** False where there is none. */
function parseVerdict(): boolean {
  const word = wordAt(at);
  const meant = kinds[at] === TokenKind.Name ? (nearestWord(word, VERDICTS) ?? word) : '';
  const verdict = VERDICTS.find((candidate) => candidate === meant);
  if (verdict === undefined) {
    errorBefore('Expected `conflict`, `disputed`, `depends`, `near miss` or `clear` after `expect`');
    const start = starts[at];
    const isOtherWord = kinds[at] === TokenKind.Name && !isWord(at, 'between');
    if (isOtherWord && isVerdict(at + 1)) advance();
    const isFollowed = isOtherWord && isWord(at + 1, 'between');
    if (isFollowed) advance();
    addLeaf(NodeKind.Skipped, isFollowed ? start : lastEnd(), lastEnd());
    return false;
  }
  if (word !== verdict) errorAt(at, `Expected \`${verdict}\` instead of \`${word}\``, replacement(at, verdict));
  const start = starts[at];
  advance();
  if (verdict === 'near') expectWord('miss');
  addLeaf(VERDICT_KINDS[verdict], start, lastEnd());
  return true;
}

/** Passes a word of the grammar. A misspelt one is reported and passed, a missing one only reported. */
function expectWord(word: 'between' | 'and' | 'miss'): void {
  if (isWord(at, word)) {
    advance();
    return;
  }
  const isName = kinds[at] === TokenKind.Name && !startsDeclaration(at);
  if (isName && nearestWord(wordAt(at), [word]) !== undefined) {
    errorAt(at, `Expected \`${word}\` instead of ${describe(at)}`, replacement(at, word));
    advance();
    return;
  }
  if (word === 'and' && kinds[at] === TokenKind.Comma) {
    errorAt(at, 'Expected `and` between the two clauses', replacement(at, ' and'));
    advance();
    return;
  }
  // `conflict of a and b`: another word in its place, with a clause behind it.
  if (isName && word !== 'miss' && kinds[at + 1] === TokenKind.Name && !isFirstOnLine(at + 1)) {
    errorAt(at, `Expected \`${word}\` instead of ${describe(at)}`, replacement(at, word));
    advance();
    return;
  }
  errorMissing(` ${word}`, `Expected \`${word}\``);
}
