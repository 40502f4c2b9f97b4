import { childOfKind, endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';
import { declaredName, nameText, pathText, quoteText, stringValue } from '../syntax/values.ts';
import type { Span } from '../text/span.ts';

export type OutlineKind =
  | 'deal'
  | 'clause'
  | 'exception'
  /** Several terms of one dimension, declared below each other. */
  | 'terms'
  | 'party'
  /** An event or a state. */
  | 'event'
  | 'term'
  | 'dimension'
  | 'kind'
  | 'parameter'
  | 'reading'
  | 'expectation';

/** One line of a file's outline. Children lie within their parent's span, in the order of the text. */
export interface OutlineItem {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly span: Span;
  /** What to select when the item is chosen; lies within `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

const NONE: readonly OutlineItem[] = [];
const UNNAMED = '(no name)';

/** The outline of a file. */
export const documentSymbols = (tree: Tree): readonly OutlineItem[] => membersOf(tree, 0);

const spanOf = (tree: Tree, node: NodeIndex): Span => ({ start: startOf(tree, node), end: endOf(tree, node) });

function membersOf(tree: Tree, parent: NodeIndex): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (let child = parent + 1, end = nextOf(tree, parent); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind === NodeKind.Skipped) {
      items.push(...membersOf(tree, child));
    } else if (kind === NodeKind.TermDeclaration) {
      const last = lastOfRun(tree, child, end);
      items.push(...termItems(tree, child, last));
      child = last;
    } else {
      const item = memberItem(tree, child, kind);
      if (item) items.push(item);
    }
  }
  return items;
}

function memberItem(tree: Tree, node: NodeIndex, kind: NodeKind): OutlineItem | undefined {
  switch (kind) {
    case NodeKind.Deal:
      return named(tree, node, 'deal', titleOf(tree, node), membersOf(tree, node));
    case NodeKind.Reading:
      return named(tree, node, 'reading', titleOf(tree, node), membersOf(tree, node));
    case NodeKind.DimensionDeclaration:
      return named(tree, node, 'dimension', titleOf(tree, node), NONE);
    case NodeKind.KindDeclaration:
      return named(tree, node, 'kind', effectsOf(tree, node), parametersOf(tree, node));
    case NodeKind.Clause:
    case NodeKind.Exception:
      return clauseItem(tree, node, kind === NodeKind.Clause ? 'clause' : 'exception');
    case NodeKind.Expectation:
      return expectationItem(tree, node);
    default:
      return undefined;
  }
}

/** An item called by its first Name. */
function named(
  tree: Tree,
  node: NodeIndex,
  kind: OutlineKind,
  detail: string,
  children: readonly OutlineItem[],
): OutlineItem {
  const nameNode = node + 1;
  const name = nameText(tree, nameNode) || UNNAMED;
  return { name, detail, kind, span: spanOf(tree, node), selection: spanOf(tree, nameNode), children };
}

function titleOf(tree: Tree, node: NodeIndex): string {
  const title = childOfKind(tree, node, NodeKind.String);
  return title < 0 ? '' : stringValue(tree, title);
}

/** The last of the declarations of one dimension that follow each other. */
function lastOfRun(tree: Tree, first: NodeIndex, end: NodeIndex): NodeIndex {
  const dimension = nameText(tree, first + 1);
  let last = first;
  for (let next = nextOf(tree, first); next < end; next = nextOf(tree, next)) {
    if (kindOf(tree, next) !== NodeKind.TermDeclaration || nameText(tree, next + 1) !== dimension) return last;
    last = next;
  }
  return last;
}

/** The terms of a run of declarations; more than one of them below an item of their own. */
function termItems(tree: Tree, first: NodeIndex, last: NodeIndex): OutlineItem[] {
  const dimension = nameText(tree, first + 1);
  const kind = kindOfTerm(dimension);
  const items: OutlineItem[] = [];
  for (let declaration = first; declaration <= last; declaration = nextOf(tree, declaration)) {
    const found: NodeIndex[] = [];
    for (let child = declaration + 1, end = nextOf(tree, declaration); child < end; child = nextOf(tree, child)) {
      if (kindOf(tree, child) === NodeKind.TermItem) found.push(child);
    }
    for (const item of found) {
      const whole = found.length === 1 ? declaration : item;
      items.push({
        name: declaredName(tree, item + 1) || UNNAMED,
        detail: titleOf(tree, item),
        kind,
        span: spanOf(tree, whole),
        selection: spanOf(tree, item + 1),
        children: NONE,
      });
    }
  }
  if (items.length < 2) return items;
  const span = { start: startOf(tree, first), end: endOf(tree, last) };
  return [
    {
      name: dimension,
      detail: `${items.length} terms`,
      kind: 'terms',
      span,
      selection: spanOf(tree, first + 1),
      children: items,
    },
  ];
}

function kindOfTerm(dimension: string): OutlineKind {
  if (dimension === 'party') return 'party';
  return dimension === 'event' || dimension === 'state' ? 'event' : 'term';
}

function effectsOf(tree: Tree, node: NodeIndex): string {
  const effects: string[] = [];
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) === NodeKind.Effect) effects.push(nameText(tree, child));
  }
  return effects.join(', ');
}

function parametersOf(tree: Tree, node: NodeIndex): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) !== NodeKind.Parameter) continue;
    const type = nextOf(tree, child + 1);
    const hasType = type < nextOf(tree, child) && kindOf(tree, type) === NodeKind.Name;
    items.push(named(tree, child, 'parameter', hasType ? nameText(tree, type) : '', NONE));
  }
  return items;
}

/** A clause goes by its label, or else by its kind; the section it is quoted from is shown beside it. */
function clauseItem(tree: Tree, node: NodeIndex, kind: 'clause' | 'exception'): OutlineItem {
  const labelNode = childOfKind(tree, node, NodeKind.Label);
  const kindNode = childOfKind(tree, node, NodeKind.Name);
  const quote = childOfKind(tree, node, NodeKind.Quote);
  const word = kind === 'exception' ? 'except' : kindNode < 0 ? '' : nameText(tree, kindNode);
  const label = labelNode < 0 ? '' : nameText(tree, labelNode);
  const locator = quote < 0 ? undefined : quoteText(tree, quote).locator;
  const chosen = labelNode >= 0 ? labelNode : kindNode >= 0 ? kindNode : childOfKind(tree, node, NodeKind.Arguments);
  return {
    name: label || word || UNNAMED,
    detail: [label === '' ? '' : word, locator ?? ''].filter((part) => part !== '').join(' '),
    kind,
    span: spanOf(tree, node),
    selection: chosen < 0 ? spanOf(tree, node) : spanOf(tree, chosen),
    children: membersOf(tree, node),
  };
}

const VERDICTS: ReadonlyMap<NodeKind, string> = new Map<NodeKind, string>([
  [NodeKind.VerdictConflict, 'conflict'],
  [NodeKind.VerdictDisputed, 'disputed'],
  [NodeKind.VerdictDepends, 'depends'],
  [NodeKind.VerdictNearMiss, 'near miss'],
  [NodeKind.VerdictClear, 'clear'],
]);

function expectationItem(tree: Tree, node: NodeIndex): OutlineItem {
  let verdict = '';
  const paths: string[] = [];
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    verdict ||= VERDICTS.get(kindOf(tree, child)) ?? '';
    if (kindOf(tree, child) === NodeKind.Path) paths.push(pathText(tree, child));
  }
  const span = spanOf(tree, node);
  return {
    name: `expect ${verdict}`.trim(),
    detail: paths.join(' and '),
    kind: 'expectation',
    span,
    selection: span,
    children: NONE,
  };
}
