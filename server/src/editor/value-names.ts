import type { Deal, Kind } from '../model/model.ts';
import { resolveReference } from '../model/references.ts';
import { kindOf, type NodeIndex, NodeKind, nextOf } from '../syntax/tree.ts';
import { nameText, pathText } from '../syntax/values.ts';
import { type ArgumentPlace, type ExpectedValue, meaningOfArgument, TEXT } from './expected-value.ts';
import { found, isWanted, touches, type Walk } from './name-walk.ts';
import { termNamed } from './term-named.ts';

/** Visits the names in a pair of parentheses. */
export function walkArguments(
  walk: Walk,
  node: NodeIndex,
  place: ArgumentPlace,
  deal: Deal | undefined,
  kind: Kind | undefined,
): void {
  const { tree, model } = walk;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    const isArgument = kindOf(tree, child) >= NodeKind.Argument && kindOf(tree, child) <= NodeKind.ArgumentAtLeast;
    if (!isArgument || !touches(walk, child)) continue;
    const meaning = meaningOfArgument(model, place, kind, nameText(tree, child + 1));
    const isOfLanguage = meaning !== undefined && meaning.symbol === undefined;
    if (isWanted(walk, child + 1)) {
      found(walk, child + 1, isOfLanguage ? 'language argument' : 'argument', meaning?.symbol);
    }
    const value = nextOf(tree, child + 1);
    if (value < nextOf(tree, child)) walkValue(walk, value, meaning?.expected ?? TEXT, deal);
  }
}

/** Visits the names in the value that is the first child of a node. */
export function walkFirst(walk: Walk, parent: NodeIndex, expected: ExpectedValue, deal: Deal | undefined): void {
  if (nextOf(walk.tree, parent) > parent + 1) walkValue(walk, parent + 1, expected, deal);
}

/** Visits the names in a value of which it is known what it can be. */
export function walkValue(walk: Walk, node: NodeIndex, expected: ExpectedValue, deal: Deal | undefined): void {
  const { tree } = walk;
  if (!touches(walk, node)) return;
  if (kindOf(tree, node) === NodeKind.Path) {
    walkPath(walk, node, expected, deal);
    return;
  }
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    walkValue(walk, child, expected, deal);
  }
}

function walkPath(walk: Walk, path: NodeIndex, expected: ExpectedValue, deal: Deal | undefined): void {
  if (!wantsAny(walk, path)) return;
  switch (expected.kind) {
    case 'terms':
      walkTermPath(walk, path, expected.dimension, expected.words, deal);
      break;
    case 'time':
      walkTimePath(walk, path, deal);
      break;
    case 'clauses':
      walkClausePath(walk, path, deal, nextOf(walk.tree, path));
      break;
    case 'deals':
      visitDeal(walk, path + 1);
      break;
    case 'words':
      if (expected.words.includes(pathText(walk.tree, path))) found(walk, path + 1, 'word', undefined);
      break;
    case 'text':
      break;
  }
}

function wantsAny(walk: Walk, path: NodeIndex): boolean {
  for (let name = path + 1, end = nextOf(walk.tree, path); name < end; name++) if (isWanted(walk, name)) return true;
  return false;
}

/** A term, or `deal.term`. */
function walkTermPath(
  walk: Walk,
  path: NodeIndex,
  dimension: string,
  words: readonly string[],
  deal: Deal | undefined,
): void {
  const { tree, model } = walk;
  const text = pathText(tree, path);
  const term = termNamed(model, dimension, text, deal);
  const isSingle = nextOf(tree, path) === path + 2;
  if (!isSingle) {
    visitDeal(walk, path + 1);
    if (isWanted(walk, path + 2)) found(walk, path + 2, 'term', term);
  } else if (isWanted(walk, path + 1)) {
    if (term === undefined && words.includes(text)) found(walk, path + 1, 'word', undefined);
    else found(walk, path + 1, 'term', term);
  }
}

const DAYS_WITHOUT_EVENT = ['perpetual', 'never', 'start', 'end'];
const NO_WORDS: readonly string[] = [];

/** An event; a word such as `perpetual`; the `start` or `end` of this deal, of another or of a clause. */
function walkTimePath(walk: Walk, path: NodeIndex, deal: Deal | undefined): void {
  const { tree, model } = walk;
  const text = pathText(tree, path);
  const last = nextOf(tree, path) - 1;
  const isEdge = last > path + 1 && /\.(?:start|end)$/.test(text);
  if (termNamed(model, 'event', text, deal) !== undefined) walkTermPath(walk, path, 'event', NO_WORDS, deal);
  else if (isEdge) {
    walkClausePath(walk, path, deal, last);
    if (isWanted(walk, last)) found(walk, last, 'word', undefined);
  } else walkTermPath(walk, path, 'event', DAYS_WITHOUT_EVENT, deal);
}

/** A label, a deal or `deal.label`, whose names stop before the node `end`. */
function walkClausePath(walk: Walk, path: NodeIndex, deal: Deal | undefined, end: NodeIndex): void {
  const { tree, model } = walk;
  const first = path + 1;
  if (end === first + 1) {
    if (!isWanted(walk, first)) return;
    const target = resolveReference(model, nameText(tree, first), deal);
    found(walk, first, target.kind === 'deal' ? 'deal' : 'label', target.kind === 'unknown' ? undefined : target);
    return;
  }
  visitDeal(walk, first);
  const second = first + 1;
  if (end > second + 1 || !isWanted(walk, second)) return;
  const target = resolveReference(model, `${nameText(tree, first)}.${nameText(tree, second)}`, deal);
  found(walk, second, 'label', target.kind === 'clause' ? target : undefined);
}

function visitDeal(walk: Walk, node: NodeIndex): void {
  if (!isWanted(walk, node)) return;
  const deal = walk.model.dealsByName.get(nameText(walk.tree, node));
  found(walk, node, 'deal', deal && { kind: 'deal', deal });
}
