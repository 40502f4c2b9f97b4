import type { Clause, Model, ParsedFile } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { commentText, leadingComments } from '../syntax/comments.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';
import { parseDay } from '../terms/calendar.ts';
import type { Span } from '../text/span.ts';
import { eachLexeme, type LexemeKind } from './lexemes.ts';
import { eachNameUse, type NamePlace, type NameUse } from './name-uses.ts';
import { isOfLibrary } from './portfolio-symbol.ts';
import type { TokenModifier, TokenType } from './token-legend.ts';

export { TOKEN_MODIFIERS, TOKEN_TYPES } from './token-legend.ts';

export interface SemanticToken {
  /** Within one line. */
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const NONE: readonly TokenModifier[] = [];
const DECLARATION: readonly TokenModifier[] = ['declaration'];
const LIBRARY: readonly TokenModifier[] = ['defaultLibrary'];
const DOCUMENTATION: readonly TokenModifier[] = ['documentation'];

/**
 * What each word of a file, or of a range of it, is. In the order of the text, never overlapping, none across lines. A
 * name that means nothing has a token only where its place alone says what it is.
 */
export function semanticTokens(analysis: Analysis, path: string, range?: Span): readonly SemanticToken[] {
  const file = analysis.model.fileAt(path);
  if (!file) return [];
  const { tree } = file;
  const names = namesIn(analysis, file, range);
  const documenting = documentingComments(tree, range);
  const tokens: SemanticToken[] = [];
  const put = (start: number, end: number, type: TokenType, modifiers: readonly TokenModifier[]): void => {
    if (!range || (end >= range.start && start <= range.end)) tokens.push({ span: { start, end }, type, modifiers });
  };
  eachLexeme(tree, range, (kind, start, end, node) => {
    if (kind === 'name') {
      const told = names.get(node);
      if (told) put(start, end, told.type, told.modifiers);
      return;
    }
    const type = LEXEME_TYPES[kind];
    if (!type) return;
    const modifiers = documenting.has(start) ? DOCUMENTATION : NONE;
    eachLine(tree.text, start, end, (from, to) => put(from, to, type, modifiers));
  });
  return tokens;
}

const LEXEME_TYPES: Readonly<Record<Exclude<LexemeKind, 'name'>, TokenType | undefined>> = {
  keyword: 'keyword',
  operator: 'operator',
  string: 'string',
  quote: 'string',
  number: 'number',
  comment: 'comment',
  unread: undefined,
};

/** Each line of a stretch, without the space that it starts with. */
function eachLine(text: string, start: number, end: number, visit: (start: number, end: number) => void): void {
  for (let from = start; from < end; ) {
    let to = from;
    while (to < end && text[to] !== '\n' && text[to] !== '\r') to++;
    if (to > from) visit(from, to);
    while (to < end && /\s/.test(text[to])) to++;
    from = to;
  }
}

type Told = Pick<SemanticToken, 'type' | 'modifiers'>;

function namesIn(analysis: Analysis, file: ParsedFile, within: Span | undefined): ReadonlyMap<NodeIndex, Told> {
  const told = new Map<NodeIndex, Told>();
  const hasEnded = endedBefore(analysis);
  eachNameUse(analysis.model, file, { within }, (use) => {
    const type = typeOf(analysis.model, use);
    if (type) told.set(use.node, { type, modifiers: modifiersOf(analysis.model, use, hasEnded) });
  });
  return told;
}

function typeOf(model: Model, { place, symbol, role }: NameUse): TokenType | undefined {
  // What is declared is what its place says, even where the name is taken.
  if (symbol === undefined) return role === 'declaration' || isOfLanguage(place) ? SYNTAX_TYPES[place] : undefined;
  if (symbol.kind !== 'term') return SYNTAX_TYPES[place];
  switch (model.terms[symbol.id].dimension) {
    case 'party':
      return 'class';
    case 'event':
    case 'state':
      return 'event';
    default:
      return 'enumMember';
  }
}

const isOfLanguage = (place: NamePlace): boolean => place === 'word' || place === 'language argument';

const SYNTAX_TYPES: Readonly<Record<NamePlace, TokenType>> = {
  dimension: 'type',
  type: 'type',
  term: 'enumMember',
  kind: 'function',
  parameter: 'parameter',
  argument: 'parameter',
  'language argument': 'parameter',
  deal: 'namespace',
  label: 'property',
  reading: 'interface',
  word: 'keyword',
};

function modifiersOf(
  model: Model,
  { symbol, role, place }: NameUse,
  hasEnded: (clause: Clause) => boolean,
): readonly TokenModifier[] {
  const isEnded = symbol?.kind === 'clause' && hasEnded(symbol.clause);
  if (isEnded) return role === 'declaration' ? ['declaration', 'deprecated'] : ['deprecated'];
  if (role === 'declaration') return DECLARATION;
  if (place === 'language argument') return LIBRARY;
  return symbol && isOfLibrary(model, symbol) ? LIBRARY : NONE;
}

/** Whether a clause had ended before the day of the check, whatever may happen: only a fixed day is certain. */
function endedBefore({ docket, options }: Analysis): (clause: Clause) => boolean {
  const asOf = parseDay(options.asOf);
  return (clause) => {
    if (asOf === undefined || clause.deal.status === 'draft' || clause.deal.notYet || docket.isBroken(clause))
      return false;
    const { end } = docket.windowOf(clause);
    return end.kind === 'day' && end.day <= asOf;
  };
}

const DOCUMENTED: ReadonlySet<NodeKind> = new Set<NodeKind>([
  NodeKind.TermDeclaration,
  NodeKind.DimensionDeclaration,
  NodeKind.KindDeclaration,
  NodeKind.Deal,
  NodeKind.Clause,
  NodeKind.Exception,
  NodeKind.Reading,
]);

/** Where the comments start that document a declaration of the range. */
function documentingComments(tree: Tree, range: Span | undefined): ReadonlySet<number> {
  const found = new Set<number>();
  if (tree.comments.length === 0) return found;
  const walk = (parent: NodeIndex): void => {
    for (let child = parent + 1, end = nextOf(tree, parent); child < end; child = nextOf(tree, child)) {
      if (range && endOf(tree, child) < range.start) continue;
      if (!DOCUMENTED.has(kindOf(tree, child)) && kindOf(tree, child) !== NodeKind.Skipped) continue;
      for (const comment of leadingComments(tree, child)) {
        if (!commentText(tree, comment).startsWith('deal-ignore')) found.add(comment.start);
      }
      // The comments of the first declaration behind the range may still lie in it; those of later ones do not.
      if (range && startOf(tree, child) > range.end) return;
      walk(child);
    }
  };
  walk(0);
  return found;
}
