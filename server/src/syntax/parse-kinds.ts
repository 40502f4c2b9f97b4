import { addToken, expectName } from './parse-names.ts';
import { parseValue } from './parse-values.ts';
import { startsFileDeclaration } from './recovery.ts';
import { RESERVED_WORDS } from './reserved-words.ts';
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
  removal,
  replacement,
  wordAt,
} from './token-stream.ts';
import { kinds, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';

/** What a clause of a kind does to its region. */
export const EFFECTS = [
  'permits',
  'excludes',
  'forbids',
  'obliges',
  'preempts',
  'equalizes',
  'waives',
  'records',
] as const;

/** The questions a dimension answers. */
export const QUESTIONS = ['who', 'what', 'where'] as const;

export const isEffect = (i: number): boolean => EFFECTS.some((effect) => isWord(i, effect));
export const isQuestion = (i: number): boolean => QUESTIONS.some((question) => isWord(i, question));

/** `dimension = "dimension" NAME ("who"|"what"|"where") ["number"] [STRING]`, at its first word. */
export function parseDimension(): void {
  const dimension = openNode(NodeKind.DimensionDeclaration, starts[at]);
  advance();
  if (kinds[at] === TokenKind.Name && RESERVED_WORDS.has(wordAt(at))) {
    errorAt(at, `${describe(at)} is a word of the language: expected another name for the dimension`);
  }
  expectName('the name of the dimension after `dimension`');
  parseQuestion();
  if (isWord(at, 'number')) addToken(NodeKind.NumberFlag);
  if (kinds[at] === TokenKind.String) addToken(NodeKind.String);
  closeNode(dimension, lastEnd());
}

function parseQuestion(): void {
  if (isQuestion(at)) {
    addToken(NodeKind.Name);
    return;
  }
  const message = 'Expected the question that the dimension answers: `who`, `what` or `where`';
  const meant = kinds[at] === TokenKind.Name && !isFirstOnLine(at) ? nearestWord(wordAt(at), QUESTIONS) : undefined;
  if (meant !== undefined) {
    errorAt(at, message, replacement(at, meant));
    advance();
  } else {
    errorBefore(message);
  }
  addLeaf(NodeKind.Name, lastEnd(), lastEnd());
}

/** `kind = "kind" NAME EFFECT {"," EFFECT} "(" [ NAME ":" NAME ["=" value] {"," …} ] ")"`, at its first word. */
export function parseKindDeclaration(): void {
  const declaration = openNode(NodeKind.KindDeclaration, starts[at]);
  advance();
  expectName('the name of the kind after `kind`');
  parseEffect();
  while (kinds[at] === TokenKind.Comma) {
    advance();
    parseEffect();
  }
  while (isEffect(at)) {
    errorMissing(',', 'Expected a comma between the effects of the kind');
    addToken(NodeKind.Effect);
  }
  if (kinds[at] === TokenKind.OpenParenthesis) parseParameters();
  else errorMissing(' ()', 'Expected `(` with the parameters of the kind, or `()`');
  closeNode(declaration, lastEnd());
}

function parseEffect(): void {
  if (isEffect(at)) {
    addToken(NodeKind.Effect);
    return;
  }
  const isWordHere = kinds[at] === TokenKind.Name && (!isFirstOnLine(at) || kinds[at + 1] === TokenKind.Comma);
  const meant = isWordHere ? nearestWord(wordAt(at), EFFECTS) : undefined;
  const message = `Expected an effect: ${EFFECTS.join(', ')}`;
  if (meant !== undefined) errorAt(at, message, replacement(at, meant));
  else errorBefore(message);
  if (isWordHere) addToken(NodeKind.Effect);
  else addLeaf(NodeKind.Effect, lastEnd(), lastEnd());
}

function parseParameters(): void {
  advance();
  while (kinds[at] !== TokenKind.CloseParenthesis) {
    if (kinds[at] === TokenKind.Name && !startsFileDeclaration(at)) parseParameter();
    else if (!recoverParameter()) break;
    if (kinds[at] === TokenKind.Comma) {
      advance();
    } else if (kinds[at] === TokenKind.Name && kinds[at + 1] === TokenKind.Colon) {
      errorMissing(',', 'Expected a comma between the parameters');
    } else if (kinds[at] !== TokenKind.CloseParenthesis && !recoverParameter()) {
      break;
    }
  }
  if (kinds[at] === TokenKind.CloseParenthesis) advance();
  else errorMissing(')', 'Expected `)` to close the parameters of the kind');
}

/** `NAME ":" NAME ["=" value]` */
function parseParameter(): void {
  const parameter = openNode(NodeKind.Parameter, starts[at]);
  addToken(NodeKind.Name);
  const isMistyped = kinds[at] === TokenKind.Equals && kinds[at + 1] === TokenKind.Name;
  if (isMistyped) errorAt(at, 'Expected `:` between a parameter and its type', replacement(at, ':'));
  if (isMistyped || kinds[at] === TokenKind.Colon) {
    advance();
    expectName('the type of the parameter after `:`');
  } else {
    errorMissing(':', 'Expected `:` and a type after the name of the parameter, such as `amount: money`');
    if (kinds[at] === TokenKind.Name && !isFirstOnLine(at)) addToken(NodeKind.Name);
    else addLeaf(NodeKind.Name, lastEnd(), lastEnd());
  }
  if (kinds[at] === TokenKind.Equals) {
    advance();
    parseValue();
  }
  closeNode(parameter, lastEnd());
}

/** Passes what is no parameter. False where the parentheses end without a `)`. */
function recoverParameter(): boolean {
  if (endsParameters()) return false;
  if (kinds[at] === TokenKind.Comma) {
    errorAt(at, 'Expected a parameter before the comma', removal(at));
    advance();
    return true;
  }
  errorAt(at, `Expected a parameter such as \`amount: money\` instead of ${describe(at)}`);
  while (kinds[at] !== TokenKind.Comma && kinds[at] !== TokenKind.CloseParenthesis && !endsParameters()) advance();
  if (kinds[at] === TokenKind.Comma) advance();
  return true;
}

function endsParameters(): boolean {
  switch (kinds[at]) {
    case TokenKind.EndOfFile:
    case TokenKind.OpenBrace:
    case TokenKind.CloseBrace:
    case TokenKind.Quote:
      return true;
    case TokenKind.Name:
      if (startsFileDeclaration(at)) return true;
      return (kinds[at + 1] === TokenKind.Name || kinds[at + 1] === TokenKind.OpenParenthesis) && isFirstOnLine(at);
    default:
      return false;
  }
}
