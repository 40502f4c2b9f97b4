import { resetBraces } from './braces.ts';
import { tokenize } from './lexer.ts';
import { parseMember, parseClause as parseOneClause, shapeAt, skipMember, skipQuotes } from './parse-clauses.ts';
import { isChange, parseDeal, parseReading } from './parse-deals.ts';
import { isVerdict, parseExpectation } from './parse-expectations.ts';
import { isEffect, isQuestion, parseDimension, parseKindDeclaration } from './parse-kinds.ts';
import { addToken } from './parse-names.ts';
import { parseTerm } from './parse-terms.ts';
import { parseNames } from './parse-values.ts';
import { problemCount, resetProblems, rewindProblems, takeProblems } from './problems.ts';
import { isKindInWords } from './recover-kinds.ts';
import { recoverRemark } from './recover-members.ts';
import { reportLongName } from './recover-names.ts';
import { isTermWord, resetNesting } from './recovery.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  describe,
  errorAt,
  errorBefore,
  isFirstOnLine,
  isOperator,
  isWord,
  lastEnd,
  removal,
  replacement,
  resetStream,
  restorePlace,
  savePlace,
  setTrusting,
  trusting,
  wordAt,
} from './token-stream.ts';
import { kinds, starts, takeComments } from './tokens.ts';
import { NodeKind, type Tree } from './tree.ts';
import type { TreeArena } from './tree-arena.ts';
import { closeNode, nodeCount, openNode, resetNodes, rewindNodes, takeNodes } from './tree-builder.ts';

/**
 * Parses the text of a `.deal` file. Never throws and takes time linear in the text: whatever the text, there is a tree,
 * and every error is in its `problems`. `arena`: shared with trees that are kept as long.
 */
export function parse(text: string, arena?: TreeArena): Tree {
  return build(text, NodeKind.File, parseFile, arena);
}

/** Parses the text of one clause, as `deal ask` takes it: a ClauseFile with one Clause. */
export function parseClause(text: string): Tree {
  return build(text, NodeKind.ClauseFile, parseClauseFile);
}

function build(text: string, kind: NodeKind, read: () => void, arena?: TreeArena): Tree {
  resetProblems();
  resetNodes();
  resetStream();
  resetNesting();
  resetBraces();
  tokenize(text);
  const root = openNode(kind, 0);
  read();
  closeNode(root, text.length);
  return { text, nodes: takeNodes(text.length, arena), problems: takeProblems(), comments: takeComments(arena) };
}

function parseFile(): void {
  // What has been read of the line at whose start this is, and up to where it is read minding its lines.
  let [place, node, problems] = [savePlace(), nodeCount(), problemCount()];
  let minded = 0;
  while (kinds[at] !== TokenKind.EndOfFile) {
    const first = at;
    const isTrusted = first >= minded;
    if (isTrusted && (isFirstOnLine(first) || place[0] < minded)) {
      [place, node, problems] = [savePlace(), nodeCount(), problemCount()];
    }
    setTrusting(isTrusted);
    parseDeclaration();
    if (isTrusted && !trusting) {
      // The grammar alone led into an error: read the line again, this time minding where lines end.
      minded = Math.max(at, first + 1);
      rewindNodes(node);
      rewindProblems(problems);
      restorePlace(place);
    } else if (at === first) advance();
  }
}

/** `file = { deal | reading | expect | kind | dimension | term }`. Always passes a token. */
function parseDeclaration(): void {
  if (kinds[at] !== TokenKind.Name) {
    recoverDeclaration();
    return;
  }
  if (recoverRemark()) return;
  switch (kinds[at + 1]) {
    case TokenKind.Name:
      if (!parseByWord(wordOfDeclaration())) parseTermOrMisspelling();
      break;
    case TokenKind.OpenParenthesis:
    case TokenKind.OpenBrace:
    case TokenKind.String:
    case TokenKind.EndOfFile:
      if (parseByWord(wordOfDeclaration())) break;
      if (shapeAt(at) === 'term' || (kinds[at + 1] === TokenKind.EndOfFile && !isFirstOnLine(at))) parseTerm();
      else recoverDeclaration();
      break;
    default:
      recoverDeclaration();
  }
}

type DeclarationWord = 'deal' | 'reading' | 'expect' | 'kind' | 'dimension' | undefined;

function wordOfDeclaration(): DeclarationWord {
  if (isWord(at, 'deal')) return 'deal';
  if (isWord(at, 'reading')) return 'reading';
  if (isWord(at, 'expect')) return 'expect';
  if (isWord(at, 'kind')) return 'kind';
  if (isWord(at, 'dimension')) return 'dimension';
  return undefined;
}

function parseByWord(word: DeclarationWord): boolean {
  switch (word) {
    case 'deal':
      parseDeal();
      return true;
    case 'reading':
      parseReading();
      return true;
    case 'expect':
      parseExpectation();
      return true;
    case 'kind':
      parseKindDeclaration();
      return true;
    case 'dimension':
      parseDimension();
      return true;
    default:
      return false;
  }
}

/** A term; or another declaration whose first word is misspelt, told by what follows. */
function parseTermOrMisspelling(): void {
  const meant = misspeltWord();
  if (meant !== undefined) {
    errorAt(at, `Expected \`${meant}\` instead of ${describe(at)}`, replacement(at, meant));
    parseByWord(meant);
  } else if (isChange(at)) {
    recoverChange();
  } else if (shapeAt(at) === 'term') {
    parseTerm();
  } else {
    recoverDeclaration();
  }
}

function misspeltWord(): DeclarationWord {
  const i = kinds[at + 2] === TokenKind.String ? at + 3 : at + 2;
  const third = kinds[at + 2];
  if (kinds[i] === TokenKind.OpenParenthesis || kinds[i] === TokenKind.OpenBrace) {
    const meant = nearestWord(wordAt(at), ['deal', 'reading']) as DeclarationWord;
    return meant ?? (hasBlock(i) ? 'deal' : undefined);
  }
  if (third !== TokenKind.Name) return undefined;
  if (isWord(at + 2, 'between') || isWord(at + 2, 'miss') || isVerdict(at + 1))
    return nearestWord(wordAt(at), ['expect']) as DeclarationWord;
  if (isQuestion(at + 2)) return nearestWord(wordAt(at), ['dimension']) as DeclarationWord;
  if (isEffect(at + 2)) return nearestWord(wordAt(at), ['kind']) as DeclarationWord;
  return undefined;
}

/** `amends other` behind the `}` of a deal: it belongs before the `{`. */
function recoverChange(): void {
  const word = wordAt(at);
  errorAt(at, `Expected \`${word}\` before the \`{\` of its deal, as in \`deal NAME (…) ${word} OTHER { … }\``);
  const skipped = openNode(NodeKind.Skipped, starts[at]);
  advance();
  parseNames('a deal or a clause');
  closeNode(skipped, lastEnd());
}

/** How many tokens of a header {@link hasBlock} reads at most. */
const HEADER_LIMIT = 200;

/** Whether token `i` opens the arguments and block of a deal, or its block. */
function hasBlock(i: number): boolean {
  if (kinds[i] === TokenKind.OpenBrace) return shapeAt(i + 1) === 'clause';
  if (kinds[i + 1] !== TokenKind.Name || kinds[i + 2] !== TokenKind.Equals) return false;
  let j = i;
  while (kinds[j] !== TokenKind.CloseParenthesis && kinds[j] !== TokenKind.EndOfFile && j < i + HEADER_LIMIT) j++;
  return kinds[j] === TokenKind.CloseParenthesis && kinds[j + 1] === TokenKind.OpenBrace;
}

/** Something that is no declaration. */
function recoverDeclaration(): void {
  const shape = shapeAt(at);
  if (kinds[at] === TokenKind.Quote && shape !== 'clause' && shape !== 'exception') {
    skipQuotes();
    return;
  }
  if (shape !== 'other' && !isBrokenTerm()) {
    recoverMembers();
    return;
  }
  if (kinds[at] === TokenKind.CloseBrace) {
    errorAt(at, 'This `}` closes nothing', removal(at));
    addToken(NodeKind.Skipped);
    return;
  }
  if (!recoverUnnamed() && !(at > 0 && reportLongName(at))) {
    errorAt(
      at,
      `Expected a deal, a reading, an expectation or a term such as \`party OpenAI\` instead of ${describe(at)}`,
    );
  }
  skipMember();
}

/** `scope: film`, `party 3M`, `party A (…)`: a declaration whose first word is right. */
function recoverUnnamed(): boolean {
  if (kinds[at + 1] === TokenKind.EndOfFile || isFirstOnLine(at + 1)) return false;
  if (!isTermWord(at) && wordOfDeclaration() === undefined) return false;
  if (kinds[at + 1] === TokenKind.Name) {
    errorAt(
      at + 2,
      `Expected a title or a relation such as \`in\` behind ${describe(at + 1)} instead of ${describe(at + 2)}`,
    );
  } else {
    const isDigit = kinds[at + 1] === TokenKind.NumberWithSuffix || kinds[at + 1] === TokenKind.Number;
    const why = isDigit ? ': a name does not start with a digit' : '';
    const fix = kinds[at + 1] === TokenKind.Colon ? { ...removal(at + 1), newText: ' ' } : undefined;
    errorAt(at + 1, `Expected a name after ${describe(at)} instead of ${describe(at + 1)}${why}`, fix);
  }
  return true;
}

/** `party {` or `party (OpenAI`: a name before a bracket with no arguments in it. */
function isBrokenTerm(): boolean {
  if (kinds[at] !== TokenKind.Name || kinds[at + 1] === TokenKind.OpenBrace) return kinds[at] === TokenKind.Name;
  if (kinds[at + 1] !== TokenKind.OpenParenthesis || kinds[at + 2] !== TokenKind.Name) return false;
  return !isOperator(kinds[at + 3]);
}

/** A run of clauses outside any deal: reported once, and kept below one Skipped, so that their names stay known. */
function recoverMembers(): void {
  const run = openNode(NodeKind.Skipped, starts[at]);
  errorAt(at, 'A clause stands inside the `{ }` of a deal, such as `deal NAME (by = OpenAI, to = Microsoft) { … }`');
  do {
    parseMember('deal');
  } while (shapeAt(at) === 'clause' || shapeAt(at) === 'exception');
  closeNode(run, lastEnd());
}

function parseClauseFile(): void {
  setTrusting(true);
  const shape = shapeAt(at);
  if (kinds[at] === TokenKind.EndOfFile) {
    errorBefore('Expected a clause, such as `host(by = OpenAI, scope = stateless_api)`');
    return;
  }
  if (shape === 'clause' || isKindInWords(at)) parseOneClause();
  if (kinds[at] === TokenKind.EndOfFile) return;
  errorAt(at, `Expected one clause, such as \`host(by = OpenAI)\`, and nothing else, instead of ${describe(at)}`);
  const skipped = openNode(NodeKind.Skipped, starts[at]);
  while (kinds[at] !== TokenKind.EndOfFile) advance();
  closeNode(skipped, lastEnd());
}
