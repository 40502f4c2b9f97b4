import { EXCEPTING } from './parse-tails.ts';
import { isTermWord, RELATION_WORDS } from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorOver, isFirstOnLine, isWord, wordAt } from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf } from './tree-builder.ts';

/** The kind of a clause in several words: `exclusive license(…)`. Which kind that is, the parser does not know. */

/** How many words of a line are taken for a kind at most. */
const MOST_WORDS = 8;

/** How many names stand side by side on one line from token `i` on, before a `(`; 0 where there is none. */
function namesBeforeParenthesis(i: number): number {
  let end = i + 1;
  while (kinds[end] === TokenKind.Name && end - i < MOST_WORDS && !isFirstOnLine(end)) end++;
  return kinds[end] === TokenKind.OpenParenthesis ? end - i : 0;
}

/** Whether several names stand at token `i` where the kind of a clause is expected. */
export function isKindInWords(i: number): boolean {
  const count = namesBeforeParenthesis(i);
  // Behind a kind that lacks its parentheses stands what is excepted.
  for (let k = 1; k < count; k++) if (isWord(i + k, 'except') || EXCEPTING.has(wordAt(i + k))) return false;
  return count > 1;
}

/** Whether the names at token `i` can be no terms with a clause behind them: these would be of an odd number. */
export function hasEvenNames(i: number): boolean {
  const count = isTermWord(i) || !isFirstOnLine(i) ? 0 : namesBeforeParenthesis(i);
  for (let k = 2; k < count; k++) if (RELATION_WORDS.has(wordAt(i + k))) return false;
  return count > 0 && count % 2 === 0;
}

/** Reports the words at the parser's place, and adds them as one name. */
export function recoverKindInWords(hasLabel: boolean): void {
  const last = at + namesBeforeParenthesis(at) - 1;
  const isTwo = !hasLabel && last === at + 1;
  errorOver(at, last, isTwo ? twoNames() : `The kind of a clause is one name, not \`${wordsTo(last)}\``);
  addLeaf(NodeKind.Name, starts[at], ends[last]);
  while (at <= last) advance();
}

const wordsTo = (last: number): string => source.slice(starts[at], Math.min(ends[last], starts[at] + 80));

/** `azure host(…)`, `exclusive license(…)`: a label without its colon, or a kind in two words. */
const twoNames = (): string => {
  const [one, two] = [wordAt(at), wordAt(at + 1)];
  return `Expected one name before \`(\`: \`${one}: ${two}(…)\` if the first is a label, \`${one}_${two}(…)\` if both are the kind`;
};
