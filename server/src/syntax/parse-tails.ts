import { kinds, starts } from './lexer.ts';
import { parseArguments } from './parse-arguments.ts';
import { parseNames } from './parse-values.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  errorAt,
  errorBefore,
  errorMissing,
  isFirstOnLine,
  isOperator,
  isWord,
  lastEnd,
  removal,
  replacement,
  wordAt,
} from './token-stream.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';

/** What may follow the arguments of a clause before its block. */

/** `["except" args {"," args}] {("subject" "to" | "notwithstanding") names}` */
export function parseTails(): void {
  for (;;) {
    if (kinds[at] === TokenKind.CloseParenthesis) {
      errorAt(at, 'This `)` closes nothing', removal(at));
      advance();
    } else if (kinds[at] !== TokenKind.Name || !(parseTail() || recoverTail())) {
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
    errorMissing(' (', 'Expected `(` after `except`');
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
  parseNames('a clause or a deal after `subject to`');
  closeNode(tail, lastEnd());
  return true;
}

function parseNotwithstanding(): true {
  const tail = openNode(NodeKind.Notwithstanding, starts[at]);
  advance();
  parseNames('a clause or a deal after `notwithstanding`');
  closeNode(tail, lastEnd());
  return true;
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
