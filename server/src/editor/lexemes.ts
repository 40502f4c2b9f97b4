import { endOfName, identifierStartWidth } from '../syntax/characters.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** What a stretch of text is to a reader. Punctuation such as commas and brackets is none of these. */
export type LexemeKind =
  /** A Name or a Label of the tree. */
  | 'name'
  /** A word of the grammar. */
  | 'keyword'
  | 'operator'
  | 'string'
  | 'number'
  | 'quote'
  | 'comment'
  /** Text that the parser made nothing of. */
  | 'unread';

/** Called with UTF-16 offsets; `node` is the leaf of the tree, or -1 for what has none. */
export type VisitLexeme = (kind: LexemeKind, start: number, end: number, node: NodeIndex) => void;

/** The words of the grammar that are no nodes of the tree. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'deal reading expect kind dimension in overlaps distinct from by under occurred after before presumed open except ' +
    'subject to notwithstanding amends supersedes terminates earlier later of between and near miss'
  ).split(' '),
);

interface Scan {
  readonly tree: Tree;
  readonly visit: VisitLexeme;
  /** Everything before it has been visited. */
  at: number;
  /** The first comment, by its index in the tree, that has not been visited. */
  comment: number;
}

/** Visits what a text consists of, in its order; with a range, what touches it and perhaps a little around it. */
export function eachLexeme(tree: Tree, within: Span | undefined, visit: VisitLexeme): void {
  const scan: Scan = { tree, visit, at: 0, comment: 0 };
  const count = nextOf(tree, 0);
  const [first, last] = within ? [within.start, within.end] : [0, tree.text.length];
  let node = 1;
  while (node < count && startOf(tree, node) <= last) {
    if (endOf(tree, node) < first) {
      scan.at = Math.max(scan.at, endOf(tree, node));
      node = nextOf(tree, node);
      continue;
    }
    const kind = leafKind(tree, node);
    if (kind !== undefined && startOf(tree, node) < endOf(tree, node)) {
      if (scan.comment === 0) scan.comment = firstCommentFrom(tree, scan.at);
      visitGap(scan, startOf(tree, node));
      visitLeaf(scan, kind, node);
    }
    node++;
  }
  if (scan.comment === 0) scan.comment = firstCommentFrom(tree, scan.at);
  const after = node < count ? startOf(tree, node) : tree.text.length;
  visitGap(scan, Math.min(after, lineEndFrom(tree.text, last)));
}

function lineEndFrom(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function firstCommentFrom({ comments }: Tree, offset: number): number {
  let low = 0;
  let high = comments.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle * 2 + 1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a leaf of the tree is; undefined for a node that is more than a word. */
function leafKind(tree: Tree, node: NodeIndex): LexemeKind | undefined {
  switch (kindOf(tree, node)) {
    case NodeKind.Name:
    case NodeKind.Label:
      return 'name';
    case NodeKind.Effect:
    case NodeKind.Open:
    case NodeKind.PresumedYes:
    case NodeKind.PresumedNo:
    case NodeKind.NumberFlag:
    case NodeKind.VerdictConflict:
    case NodeKind.VerdictDisputed:
    case NodeKind.VerdictDepends:
    case NodeKind.VerdictNearMiss:
    case NodeKind.VerdictClear:
      return 'keyword';
    case NodeKind.Quote:
      return 'quote';
    case NodeKind.String:
      return 'string';
    case NodeKind.Number:
    case NodeKind.Percent:
    case NodeKind.Money:
    case NodeKind.Date:
    case NodeKind.Month:
    case NodeKind.Duration:
      return 'number';
    case NodeKind.Skipped:
      return nextOf(tree, node) === node + 1 ? 'unread' : undefined;
    default:
      return undefined;
  }
}

function visitLeaf(scan: Scan, kind: LexemeKind, node: NodeIndex): void {
  const { tree } = scan;
  const end = endOf(tree, node);
  if (kind === 'unread') {
    visitGap(scan, end, true);
    return;
  }
  scan.visit(kind, startOf(tree, node), end, node);
  scan.at = end;
  // A comment inside two words that are one, such as `250B USD`, is left to them.
  while (scan.comment * 2 < tree.comments.length && tree.comments[scan.comment * 2] < end) scan.comment++;
}

/** Visits what stands between two leaves: comments, words of the grammar, operators. */
function visitGap(scan: Scan, end: number, isUnread = false): void {
  const { comments } = scan.tree;
  while (scan.comment * 2 < comments.length && comments[scan.comment * 2] < end) {
    const [from, to] = [comments[scan.comment * 2], comments[scan.comment * 2 + 1]];
    if (from >= scan.at) {
      visitWords(scan, scan.at, from, isUnread);
      scan.visit('comment', from, to, -1);
      scan.at = to;
    }
    scan.comment++;
  }
  if (end > scan.at) {
    visitWords(scan, scan.at, end, isUnread);
    scan.at = end;
  }
}

function visitWords({ tree, visit }: Scan, from: number, to: number, isUnread: boolean): void {
  const { text } = tree;
  for (let i = from; i < to; ) {
    if (identifierStartWidth(text, i) > 0) {
      const end = Math.min(endOfName(text, i), to);
      visit(isUnread || !KEYWORDS.has(text.slice(i, end)) ? 'unread' : 'keyword', i, end, -1);
      i = end;
    } else {
      const width = isUnread ? 0 : operatorWidth(text, i);
      if (width > 0) visit('operator', i, i + width, -1);
      i += width || 1;
    }
  }
}

/** UTF-16 units of the operator at an offset, 0 where there is none. */
function operatorWidth(text: string, i: number): number {
  switch (text[i]) {
    case '<':
    case '>':
    case '＜':
    case '＞':
      return text[i + 1] === '=' || text[i + 1] === '＝' ? 2 : 1;
    case '=':
    case '＝':
    case '+':
    case '-':
      return 1;
    case '.':
      return text[i + 1] === '.' ? 2 : 0;
    default:
      return 0;
  }
}
