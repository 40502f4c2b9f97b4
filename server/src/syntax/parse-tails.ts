import { parseArguments, parseUnopened } from './parse-arguments.ts';
import { parseValue } from './parse-values.ts';
import { parseSeveralNames } from './recover-lists.ts';
import { startsValue } from './recovery.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  errorAt,
  errorBefore,
  errorMissing,
  errorOver,
  isFirstOnLine,
  isOperator,
  isWord,
  lastEnd,
  removal,
  replacement,
  setTrusting,
  wordAt,
} from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';

/** What may follow the arguments of a clause before its block. */

/** `["except" args {"," args}] {("subject" "to" | "notwithstanding") names}` */
export function parseTails(): void {
  recoverOuterArgument();
  for (;;) {
    if (kinds[at] === TokenKind.CloseParenthesis) {
      errorAt(at, 'This `)` closes nothing', removal(at));
      advance();
    } else if (
      kinds[at] !== TokenKind.Name ||
      !(parseTail() || recoverTail() || recoverExcepting() || recoverNotwithstanding())
    ) {
      return;
    }
  }
}

/** The word a tail starts with is never a kind or a label here: those have `(` or `:` behind them. */
function parseTail(): boolean {
  switch (kinds[at + 1]) {
    case TokenKind.OpenParenthesis:
      return isWord(at, 'except') && parseExcept();
    case TokenKind.Colon:
      return false;
    default:
      if (isWord(at, 'subject')) return parseSubjectTo();
      if (isWord(at, 'notwithstanding')) return parseNotwithstanding();
      return isWord(at, 'except') && recoverExcept();
  }
}

/** `"except" args {"," args}`: one ExceptArguments for each. */
function parseExcept(): true {
  const start = starts[at];
  advance();
  parseArguments(NodeKind.ExceptArguments, start);
  while (kinds[at] === TokenKind.Comma && kinds[at + 1] === TokenKind.OpenParenthesis) {
    advance();
    parseArguments(NodeKind.ExceptArguments, starts[at]);
  }
  return true;
}

function recoverExcept(): true {
  const start = starts[at];
  advance();
  if (kinds[at] === TokenKind.Name && isOperator(kinds[at + 1])) {
    parseUnopened(NodeKind.ExceptArguments, start, '`except`', ' ');
    return true;
  }
  const words = namesBehind(at - 1);
  if (words > 0 && kinds[at + words] === TokenKind.OpenParenthesis) {
    const fix = { title: 'Write `except`', start, end: ends[at + words - 1], newText: 'except' };
    errorOver(at, at + words - 1, 'Expected `(` right after `except`, such as `except (territory = CN)`', fix);
    for (let i = 0; i < words; i++) advance();
    parseArguments(NodeKind.ExceptArguments, start);
    return true;
  }
  errorBefore('Expected `(` with what is excepted after `except`, such as `except (territory = CN)`');
  addLeaf(NodeKind.ExceptArguments, start, lastEnd());
  return true;
}

function parseSubjectTo(): true {
  const tail = openNode(NodeKind.SubjectTo, starts[at]);
  advance();
  if (isWord(at, 'to')) advance();
  else errorMissing(' to', 'Expected `to` after `subject`');
  parseSeveralNames('a clause or a deal after `subject to`', '[first, second]');
  closeNode(tail, lastEnd());
  return true;
}

function parseNotwithstanding(): true {
  const tail = openNode(NodeKind.Notwithstanding, starts[at]);
  advance();
  parseSeveralNames('a clause or a deal after `notwithstanding`', '[first, second]');
  closeNode(tail, lastEnd());
  return true;
}

/** How many names follow token `i` on its line that are no arguments; three at most. */
function namesBehind(i: number): number {
  let count = 0;
  while (count < 3 && kinds[i + count + 1] === TokenKind.Name && !isFirstOnLine(i + count + 1)) {
    if (isOperator(kinds[i + count + 2])) break;
    count++;
  }
  return count;
}

/** What begins an exception in other words; by itself, each may as well be a kind of the portfolio's own. */
export const EXCEPTING: ReadonlySet<string> = new Set(
  'but save other unless excluding excepting without apart aside besides with'.split(' '),
);

/** `but not (…)`, `save for (…)`, `unless territory = CN`, on the line of its clause. */
function recoverExcepting(): boolean {
  if (isFirstOnLine(at) || !EXCEPTING.has(wordAt(at))) return false;
  const [first, start] = [at, starts[at]];
  const last = at + namesBehind(at);
  const isArgument = kinds[last + 1] === TokenKind.Name && isOperator(kinds[last + 2]);
  if (!isArgument && (last === at || kinds[last + 1] !== TokenKind.OpenParenthesis)) return false;
  setTrusting(false);
  while (at <= last) advance();
  const place = starts[at];
  const isClosed = parseArguments(NodeKind.ExceptArguments, start, TokenKind.CloseParenthesis, !isArgument);
  const written = isArgument && !isClosed ? `except (${source.slice(place, lastEnd())})` : undefined;
  const phrase = source.slice(start, Math.min(ends[last], start + 40));
  errorOver(first, last, `Expected \`except\` instead of \`${phrase}\``, {
    title: 'Write `except`',
    start,
    end: written === undefined ? ends[last] : lastEnd(),
    newText: written ?? 'except',
  });
  return true;
}

/** Arguments that each kind of clause takes. */
const ARGUMENTS: ReadonlySet<string> = new Set(['by', 'to', 'from', 'until', 'while', 'affiliates']);

/** `host(…) until 2027`: an argument behind the parentheses it belongs in. */
function recoverOuterArgument(): void {
  if (kinds[at] !== TokenKind.Name || kinds[at - 1] !== TokenKind.CloseParenthesis || isFirstOnLine(at)) return;
  const value = kinds[at + 1] === TokenKind.Equals ? at + 2 : at + 1;
  if (!ARGUMENTS.has(wordAt(at)) || !startsValue(kinds[value])) return;
  const [first, name, closer] = [at, wordAt(at), starts[at - 1]];
  const skipped = openNode(NodeKind.Skipped, starts[at]);
  setTrusting(false);
  while (at < value) advance();
  parseValue();
  closeNode(skipped, lastEnd());
  const written = `${name} = ${source.slice(starts[value], lastEnd())}`;
  const comma = kinds[first - 2] === TokenKind.OpenParenthesis || kinds[first - 2] === TokenKind.Comma ? '' : ', ';
  const fix = { title: 'Move it there', start: closer, end: lastEnd(), newText: `${comma}${written})` };
  const message = `An argument stands inside the parentheses of its clause, as in \`(…, ${written.slice(0, 60)})\``;
  errorOver(first, at - 1, message, written.length > 200 ? undefined : fix);
}

/** `not withstanding x`, `despite x`, `regardless of x`: another word for `notwithstanding`. */
function recoverNotwithstanding(): boolean {
  const isTwo =
    (isWord(at, 'not') && isWord(at + 1, 'withstanding')) || (isWord(at, 'regardless') && isWord(at + 1, 'of'));
  if (isFirstOnLine(at) || !(isTwo || isWord(at, 'despite'))) return false;
  const last = isTwo ? at + 1 : at;
  if (kinds[last + 1] !== TokenKind.Name && kinds[last + 1] !== TokenKind.OpenBracket) return false;
  const [start, end, newText] = [starts[at], ends[last], 'notwithstanding'];
  const fix = { title: `Write \`${newText}\``, start, end, newText };
  errorOver(at, last, `Expected \`${newText}\` instead of \`${source.slice(start, end)}\``, fix);
  if (isTwo) advance();
  return parseNotwithstanding();
}

/** A misspelt tail, on the line of its clause: `host(…) excpt (…)`. */
function recoverTail(): boolean {
  const isBeforeParenthesis = kinds[at + 1] === TokenKind.OpenParenthesis;
  if (kinds[at + 1] !== TokenKind.Name && !isBeforeParenthesis) return false;
  if (isFirstOnLine(at)) return false;
  const word = wordAt(at);
  const meant = isBeforeParenthesis
    ? nearestWord(word, ['except'], 1)
    : nearestWord(word, isWord(at + 1, 'to') ? ['subject'] : ['notwithstanding']);
  if (meant === undefined) return false;
  errorAt(at, `Expected \`${meant}\` instead of \`${word}\``, replacement(at, meant));
  if (isBeforeParenthesis) return parseExcept();
  return meant === 'subject' ? parseSubjectTo() : parseNotwithstanding();
}
