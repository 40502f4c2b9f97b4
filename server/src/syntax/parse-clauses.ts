import { isClosed, MISSING_CLOSER } from './braces.ts';
import { parseArguments, parseUnopened } from './parse-arguments.ts';
import { parseExpectation } from './parse-expectations.ts';
import { parseDimension, parseKindDeclaration } from './parse-kinds.ts';
import { addToken } from './parse-names.ts';
import { parseTails } from './parse-tails.ts';
import { parseTerm } from './parse-terms.ts';
import { hasEvenNames, isKindInWords, recoverKindInWords } from './recover-kinds.ts';
import {
  isOddLabel,
  isOddlyLabelled,
  noClause,
  recoverBullet,
  recoverFullStop,
  recoverLabel,
  recoverLooseArgument,
  recoverRemark,
  recoverString,
} from './recover-members.ts';
import { reportLongName } from './recover-names.ts';
import {
  enterNesting,
  isArgumentTail,
  isArgumentWord,
  isNested,
  isTermWord,
  leaveNesting,
  looksMisplaced,
  MAX_NESTING,
  nesting,
  skipBraced,
  startsDeclaration,
  startsFileDeclaration,
} from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  columnOf,
  describe,
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
  trusting,
} from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';

/** What holds a member: it decides what the member may be. */
export type Owner = 'deal' | 'clause' | 'reading' | 'skipped';

/** What the tokens at a place look like, quotes aside. */
export type Shape = 'clause' | 'exception' | 'term' | 'other';

/**
 * Set while a deal is read again because its braces do not match: a block then also ends at a line that is indented no
 * deeper than the line of its owner.
 */
let byIndentation = false;
/** Set where a block was not closed. */
let hasOpenBlock = false;

/** Reads with `read`, ending blocks by indentation or not. True if every block was closed. */
export function readBlocks(indentation: boolean, read: () => void): boolean {
  byIndentation = indentation;
  hasOpenBlock = false;
  read();
  byIndentation = false;
  return !hasOpenBlock;
}

export function shapeAt(i: number): Shape {
  while (kinds[i] === TokenKind.Quote) i++;
  if (kinds[i] !== TokenKind.Name) return 'other';
  switch (kinds[i + 1]) {
    case TokenKind.String:
      return isTermWord(i) ? 'term' : 'other';
    case TokenKind.OpenParenthesis:
      return isWord(i, 'except') ? 'exception' : 'clause';
    case TokenKind.Colon:
      if (isWord(i + 2, 'except')) return 'exception';
      if (kinds[i + 3] === TokenKind.OpenParenthesis || kinds[i + 2] !== TokenKind.Name) return 'clause';
      return isFirstOnLine(i + 3) && isArgumentWord(i) ? 'other' : 'clause';
    case TokenKind.OpenBrace:
      return 'clause';
    case TokenKind.Name:
      return shapeOfNames(i);
    case TokenKind.Equals:
      // `azure = host(…)`: meant as a label.
      return kinds[i + 2] === TokenKind.Name && kinds[i + 3] === TokenKind.OpenParenthesis ? 'clause' : 'other';
    case TokenKind.OpenBracket:
      return kinds[i + 2] === TokenKind.Name && isOperator(kinds[i + 3]) ? 'clause' : 'other';
    default:
      return 'other';
  }
}

/** Two names: a term, unless the second already starts a clause, or the first one does without its parenthesis. */
function shapeOfNames(i: number): Shape {
  switch (kinds[i + 2]) {
    case TokenKind.OpenParenthesis:
    case TokenKind.Colon:
      return 'other';
    case TokenKind.Equals:
      if (isWord(i, 'except')) return 'exception';
      if (isArgumentWord(i + 1) && !isTermWord(i)) return 'clause';
      return isArgumentTail(i + 3) && kinds[i + 3] !== TokenKind.OpenBracket ? 'clause' : 'term';
    case TokenKind.Less:
    case TokenKind.AtMost:
    case TokenKind.Greater:
    case TokenKind.AtLeast:
      return isTermWord(i) ? 'term' : 'clause';
    case TokenKind.Name:
      return !trusting && (hasEvenNames(i) || (!isTermWord(i) && isOddLabel(i))) ? 'other' : 'term';
    default:
      return 'term';
  }
}

/** `"{" members "}"`, at its brace. The owner is the token that messages name it by; its line starts at the column. */
export function parseBlock(owner: Owner, ownerColumn: number, ownerToken: number): void {
  if (nesting >= MAX_NESTING) {
    const start = starts[at];
    errorAt(at, `Blocks stand within each other more than ${MAX_NESTING} deep here; what is inside is not read`);
    skipBraced();
    addLeaf(NodeKind.Skipped, start, lastEnd());
    return;
  }
  enterNesting();
  advance();
  parseMembers(owner, ownerColumn);
  leaveNesting();
  if (kinds[at] === TokenKind.CloseBrace) {
    advance();
    return;
  }
  hasOpenBlock = true;
  errorMissing(MISSING_CLOSER, `Expected \`}\` to close the block of ${describe(ownerToken)}`);
}

/** Reads members up to the `}` of their block, or to where it is missing. */
export function parseMembers(owner: Owner, ownerColumn: number): void {
  while (kinds[at] !== TokenKind.CloseBrace && kinds[at] !== TokenKind.EndOfFile) {
    if (startsFileDeclaration(at)) {
      if (columnOf(at) <= ownerColumn || !parseFileDeclaration(ownerColumn)) return;
      continue;
    }
    if (byIndentation && endsByIndentation(owner, ownerColumn)) return;
    parseMember(owner);
  }
}

/**
 * A declaration of the file inside a block, indented deeper than the block's owner: it was put there, and the block is
 * not over. False for what can hold clauses itself, unless the block visibly goes on behind it.
 */
function parseFileDeclaration(ownerColumn: number): boolean {
  const hasBlock = isWord(at, 'deal') || isWord(at, 'reading');
  if (hasBlock && !isNested(ownerColumn)) return false;
  const skipped = openNode(NodeKind.Skipped, starts[at]);
  errorAt(at, `Expected ${describe(at)} outside the \`{ }\` of a deal`);
  if (isWord(at, 'expect')) parseExpectation();
  else if (isWord(at, 'kind')) parseKindDeclaration();
  else if (isWord(at, 'dimension')) parseDimension();
  else skipMember();
  closeNode(skipped, lastEnd());
  return true;
}

/** A clause may still belong to a deal that is indented as deep; a term of the file may not. */
function endsByIndentation(owner: Owner, ownerColumn: number): boolean {
  const column = columnOf(at);
  if (column === -1 || column > ownerColumn) return false;
  return owner !== 'deal' || shapeAt(at) === 'term';
}

/** Reads one member of a block. Always passes a token. */
export function parseMember(owner: Owner): void {
  if (recoverRemark()) return;
  const shape = shapeAt(at);
  if (owner === 'reading' && shape !== 'term') {
    errorAt(at, `A reading holds only terms and how they relate: expected one instead of ${describe(at)}`);
    skipMember();
    return;
  }
  const place = at;
  const isMisplaced = shape !== 'other' && reportMisplaced(owner, shape);
  const wrapper = isMisplaced ? openNode(NodeKind.Skipped, starts[at]) : -1;
  switch (shape) {
    case 'clause':
      parseClause();
      break;
    case 'exception':
      parseException();
      break;
    case 'term':
      skipQuotes();
      parseTerm();
      break;
    default:
      recoverMember();
  }
  if (place === at) advance();
  if (wrapper !== -1) closeNode(wrapper, lastEnd());
}

/** Reports a member that its owner cannot hold. */
function reportMisplaced(owner: Owner, shape: Shape): boolean {
  const message = misplacement(owner, shape);
  if (message === undefined) return false;
  errorAt(at, message);
  return true;
}

function misplacement(owner: Owner, shape: Shape): string | undefined {
  switch (owner) {
    case 'deal':
      return shape === 'exception' ? 'An exception of its own stands inside the `{ }` of its clause' : undefined;
    case 'clause':
      return shape === 'term' ? 'Terms are declared in a deal or outside, not inside a clause' : undefined;
    case 'reading':
    case 'skipped':
      return undefined;
  }
}

/** Quotes above something that has none. */
export function skipQuotes(): void {
  if (kinds[at] !== TokenKind.Quote) return;
  errorAt(at, 'Expected a clause or an exception below this quote: it annotates nothing else');
  while (kinds[at] === TokenKind.Quote) addToken(NodeKind.Skipped);
}

/** Something that is no member at all. */
function recoverMember(): void {
  if (isOddlyLabelled()) {
    parseClause();
    return;
  }
  if (kinds[at] === TokenKind.Quote) {
    skipQuotes();
    return;
  }
  if (!isFirstOnLine(at) && reportLongName(at)) {
    skipMember();
    return;
  }
  if (recoverBullet() || recoverString() || recoverFullStop() || recoverLooseArgument()) return;
  switch (kinds[at]) {
    case TokenKind.Comma:
      errorAt(at, 'No comma is needed here: clauses follow each other without one', removal(at));
      addToken(NodeKind.Skipped);
      return;
    case TokenKind.CloseParenthesis:
    case TokenKind.CloseBracket:
      errorAt(at, `This ${describe(at)} closes nothing`, removal(at));
      break;
    case TokenKind.Greater:
      errorAt(at, 'Expected a quote to start on a line of its own');
      break;
    case TokenKind.Name:
      if (kinds[at + 1] === TokenKind.Name && !isFirstOnLine(at + 1)) {
        if (isKindInWords(at)) {
          parseClause();
          return;
        }
        errorAt(at, noClause());
        addToken(NodeKind.Skipped);
        return;
      }
      errorAt(at, `Expected \`(\` with the arguments of a clause, or a name to declare, after ${describe(at)}`);
      if (isFirstOnLine(at + 1)) {
        addToken(NodeKind.Skipped);
        return;
      }
      break;
    default:
      errorAt(at, noClause());
  }
  skipMember();
}

/**
 * Passes what is left of something broken, as Skipped: to the end of its block, or to a line that starts a member. What
 * stands in braces behind it is read all the same: its clauses are none the worse.
 */
export function skipMember(): void {
  const skipped = openNode(NodeKind.Skipped, starts[at]);
  do {
    if (kinds[at] === TokenKind.OpenBrace && isClosed(at)) {
      parseBlock('skipped', columnOf(at), at);
      break;
    }
    advance();
  } while (!endsMember());
  closeNode(skipped, lastEnd());
}

function endsMember(): boolean {
  switch (kinds[at]) {
    case TokenKind.EndOfFile:
    case TokenKind.CloseBrace:
      return true;
    default:
      return startsDeclaration(at);
  }
}

function parseQuotes(): void {
  while (kinds[at] === TokenKind.Quote) addToken(NodeKind.Quote);
}

/** `[NAME ":"]`. True if there is one. */
function parseLabel(): boolean {
  if (kinds[at + 1] === TokenKind.Equals)
    errorAt(at + 1, 'Expected `:` after a label', { ...replacement(at + 1, ':'), start: ends[at] });
  else if (kinds[at] !== TokenKind.Name) return recoverLabel();
  else if (kinds[at + 1] !== TokenKind.Colon) return kinds[at + 1] !== TokenKind.OpenParenthesis && recoverLabel();
  addToken(NodeKind.Label);
  advance();
  return true;
}

/** `clause = { QUOTE } [NAME ":"] NAME args tails [ "{" { clause | exception } "}" ]` */
export function parseClause(): void {
  const column = byIndentation ? clauseColumn() : 0;
  const clause = openNode(NodeKind.Clause, starts[at]);
  parseQuotes();
  const hasLabel = parseLabel();
  const kind = at;
  if (kinds[at + 1] === TokenKind.Name && isKindInWords(at)) recoverKindInWords(hasLabel);
  else if (hasLabel) expectKind();
  else addToken(NodeKind.Name);
  if (kinds[at] === TokenKind.OpenParenthesis) parseArguments(NodeKind.Arguments, starts[at]);
  else recoverArguments();
  parseTails();
  if (kinds[at] === TokenKind.OpenBrace) parseBlock('clause', column, kind);
  closeNode(clause, lastEnd());
}

/** The column of the clause's own line, below its quotes. */
function clauseColumn(): number {
  let i = at;
  while (kinds[i] === TokenKind.Quote) i++;
  return columnOf(i);
}

/** The kind of a clause behind its label. */
function expectKind(): void {
  const isKind = kinds[at] === TokenKind.Name && kinds[at + 1] !== TokenKind.Colon;
  if (isKind && !(kinds[at + 1] === TokenKind.Name && looksMisplaced(at))) {
    addToken(NodeKind.Name);
    return;
  }
  errorBefore('Expected the kind of the clause after its label, such as `host(…)`');
  addLeaf(NodeKind.Name, lastEnd(), lastEnd());
}

/** No `(` after the kind of a clause. */
function recoverArguments(): void {
  const after = describe(at - 1);
  const place = lastEnd();
  if (kinds[at] === TokenKind.Name && isOperator(kinds[at + 1])) {
    parseUnopened(NodeKind.Arguments, starts[at], after, '');
    return;
  }
  if (kinds[at + 1] === TokenKind.Name && isOperator(kinds[at + 2])) {
    if (kinds[at] === TokenKind.OpenBrace) {
      recoverBracketed(TokenKind.CloseBrace);
      return;
    }
    if (kinds[at] === TokenKind.OpenBracket) {
      recoverBracketed(TokenKind.CloseBracket);
      return;
    }
  }
  errorMissing('()', `Expected \`(\` with the arguments of the clause after ${after}`);
  addLeaf(NodeKind.Arguments, place, place);
}

/** Arguments in brackets or braces instead of parentheses. */
function recoverBracketed(closer: TokenKind.CloseBrace | TokenKind.CloseBracket): void {
  const [opener, start] = [at, starts[at]];
  const isClosed = parseArguments(NodeKind.Arguments, start, closer, false);
  const newText = `(${source.slice(start + 1, lastEnd() - (isClosed ? 1 : 0))})`;
  const fix = newText.length > 200 ? undefined : { title: 'Write `(…)`', start, end: lastEnd(), newText };
  errorOver(opener, opener, 'Arguments stand in parentheses, such as `host(cloud = Azure)`', fix);
}

/** `exception = { QUOTE } [NAME ":"] "except" args` */
function parseException(): void {
  const exception = openNode(NodeKind.Exception, starts[at]);
  parseQuotes();
  parseLabel();
  advance();
  if (kinds[at] === TokenKind.OpenParenthesis) parseArguments(NodeKind.Arguments, starts[at]);
  else recoverArguments();
  if (kinds[at] === TokenKind.Comma && kinds[at + 1] === TokenKind.OpenParenthesis) {
    errorAt(at, 'Expected `except` before each of several exceptions', replacement(at, ' except'));
    while (kinds[at] === TokenKind.Comma && kinds[at + 1] === TokenKind.OpenParenthesis) {
      advance();
      parseArguments(NodeKind.ExceptArguments, starts[at]);
    }
  }
  closeNode(exception, lastEnd());
}
