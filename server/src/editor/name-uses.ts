import { onlyRelates } from '../model/declare-terms.ts';
import { clauseLabelled, type Deal, type Kind, type Model, type ParsedFile } from '../model/model.ts';
import { kindOf, type NodeIndex, NodeKind, nextOf, startOf } from '../syntax/tree.ts';
import { argumentValue, declaredName, nameText } from '../syntax/values.ts';
import type { Term } from '../terms/vocabulary.ts';
import { CLAUSES, DEALS, goesByNumbers, isRegionDimension, termsOf, valueOfParameter } from './expected-value.ts';
import { declared, found, isWanted, type NameUse, type NameUseOptions, touches, type Walk } from './name-walk.ts';
import { isOfLibrary, type PortfolioSymbol } from './portfolio-symbol.ts';
import { termNamed } from './term-named.ts';
import { walkArguments, walkFirst, walkValue } from './value-names.ts';

export type { NamePlace, NameUse } from './name-walk.ts';
export { termNamed } from './term-named.ts';

/** What surrounds a member. */
interface Surroundings {
  /** The deal whose own terms and labels are known here. */
  readonly deal?: Deal;
  /** Terms here are spoken of and not declared. */
  readonly inReading?: boolean;
}

const NOWHERE: Surroundings = {};

/**
 * Visits the names of a file in the order of the text, each with what it means to the binder. Text that the parser could
 * not place has no names; what it kept of it is read as if it stood in its place.
 */
export function eachNameUse(
  model: Model,
  file: ParsedFile,
  options: NameUseOptions,
  visit: (use: NameUse) => void,
): void {
  walkChildren({ model, path: file.path, tree: file.tree, visit, ...options }, 0, NOWHERE);
}

function walkChildren(walk: Walk, parent: NodeIndex, around: Surroundings): void {
  const { tree } = walk;
  for (let child = parent + 1, end = nextOf(tree, parent); child < end; child = nextOf(tree, child)) {
    if (touches(walk, child)) walkMember(walk, child, around);
  }
}

function walkMember(walk: Walk, node: NodeIndex, around: Surroundings): void {
  switch (kindOf(walk.tree, node)) {
    case NodeKind.DimensionDeclaration:
      walkDimension(walk, node);
      break;
    case NodeKind.TermDeclaration:
      walkTerms(walk, node, around);
      break;
    case NodeKind.KindDeclaration:
      walkKind(walk, node);
      break;
    case NodeKind.Deal:
      walkDeal(walk, node);
      break;
    case NodeKind.Clause:
    case NodeKind.Exception:
      walkClause(walk, node, around);
      break;
    case NodeKind.Reading:
      walkReading(walk, node);
      break;
    case NodeKind.Expectation:
      walkExpectation(walk, node);
      break;
    case NodeKind.Skipped:
      walkChildren(walk, node, around);
      break;
    default:
  }
}

const isDeclaredAt = (walk: Walk, node: NodeIndex, place: Term['place']): boolean =>
  place !== undefined && place.file === walk.path && place.span.start === startOf(walk.tree, node);

function walkDimension(walk: Walk, node: NodeIndex): void {
  const nameNode = node + 1;
  if (!isWanted(walk, nameNode)) return;
  const name = nameText(walk.tree, nameNode);
  const isFirst = isDeclaredAt(walk, nameNode, walk.model.dimensions.get(name)?.place);
  declared(walk, nameNode, 'dimension', isFirst ? { kind: 'dimension', name } : undefined);
}

function walkTerms(walk: Walk, node: NodeIndex, around: Surroundings): void {
  const { tree } = walk;
  const dimension = nameText(tree, node + 1);
  if (isWanted(walk, node + 1)) found(walk, node + 1, 'dimension', dimensionNamed(walk.model, dimension));
  for (let child = nextOf(tree, node + 1), end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (!touches(walk, child)) continue;
    if (kindOf(tree, child) === NodeKind.TermItem) walkTermItem(walk, node, child, around);
    else walkRelation(walk, child, dimension, around);
  }
}

function walkTermItem(walk: Walk, declaration: NodeIndex, item: NodeIndex, around: Surroundings): void {
  const { model, tree } = walk;
  const nameNode = item + 1;
  if (!isWanted(walk, nameNode)) return;
  const symbol = termNamed(model, nameText(tree, declaration + 1), declaredName(tree, nameNode), around.deal);
  // What is built in is declared nowhere: a line about it only adds to it.
  const isAddition = symbol && isOfLibrary(model, symbol) && onlyRelates(tree, declaration, item);
  if (around.inReading || isAddition) found(walk, nameNode, 'term', symbol);
  else {
    const isFirst = symbol && isDeclaredAt(walk, nameNode, model.terms[symbol.id].place);
    declared(walk, nameNode, 'term', isFirst ? symbol : undefined);
  }
}

function walkRelation(walk: Walk, node: NodeIndex, dimension: string, { deal }: Surroundings): void {
  const { tree } = walk;
  switch (kindOf(tree, node)) {
    case NodeKind.In:
    case NodeKind.Overlaps:
    case NodeKind.DistinctFrom:
    case NodeKind.Equals:
      walkFirst(walk, node, termsOf(dimension), deal);
      break;
    case NodeKind.By:
    case NodeKind.Under:
      walkFirst(walk, node, termsOf('party'), deal);
      break;
    case NodeKind.After:
    case NodeKind.Before:
      walkFirst(walk, node, termsOf('event'), deal);
      break;
    default:
  }
}

function walkKind(walk: Walk, node: NodeIndex): void {
  const { tree, model } = walk;
  const kind = model.kinds.get(nameText(tree, node + 1));
  const own = isDeclaredAt(walk, node + 1, kind?.place) ? kind : undefined;
  if (isWanted(walk, node + 1)) declared(walk, node + 1, 'kind', own && { kind: 'kind', name: own.name });
  for (let child = nextOf(tree, node + 1), end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) === NodeKind.Parameter && touches(walk, child)) walkParameter(walk, child, own);
  }
}

/** A parameter named like a dimension is the dimension, which the kind presets. */
function walkParameter(walk: Walk, node: NodeIndex, kind: Kind | undefined): void {
  const { tree, model } = walk;
  const nameNode = node + 1;
  const typeNode = nextOf(tree, nameNode);
  const name = nameText(tree, nameNode);
  const type = typeNode < nextOf(tree, node) ? nameText(tree, typeNode) : '';
  if (isWanted(walk, nameNode)) {
    if (isRegionDimension(model, name)) found(walk, nameNode, 'parameter', { kind: 'dimension', name });
    else if (kind?.parameters.has(name))
      declared(walk, nameNode, 'parameter', { kind: 'parameter', of: kind.name, name });
    else declared(walk, nameNode, 'parameter', undefined);
  }
  if (type !== '' && isWanted(walk, typeNode)) found(walk, typeNode, 'type', dimensionNamed(model, type));
  const value = argumentValue(tree, node);
  if (value < 0) return;
  const preset = isRegionDimension(model, name) && !goesByNumbers(model, name);
  walkValue(walk, value, preset ? termsOf(name) : valueOfParameter(model, name, type), undefined);
}

function walkDeal(walk: Walk, node: NodeIndex): void {
  const { tree, model } = walk;
  const deal = model.dealsByName.get(nameText(tree, node + 1));
  const isFirst = deal !== undefined && deal.tree === tree && deal.node === node;
  if (isWanted(walk, node + 1)) declared(walk, node + 1, 'deal', isFirst ? { kind: 'deal', deal } : undefined);
  // A second deal of the same name is read as if it were the first: that is most often what it was copied from.
  const around = { deal };
  for (let child = nextOf(tree, node + 1), end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (!touches(walk, child)) continue;
    switch (kindOf(tree, child)) {
      case NodeKind.Arguments:
        walkArguments(walk, child, 'header', deal, undefined);
        break;
      case NodeKind.Amends:
        walkFirst(walk, child, DEALS, deal);
        break;
      case NodeKind.Supersedes:
      case NodeKind.Terminates:
        walkFirst(walk, child, CLAUSES, deal);
        break;
      default:
        walkMember(walk, child, around);
    }
  }
}

/** A clause or an exception. */
function walkClause(walk: Walk, node: NodeIndex, around: Surroundings): void {
  const { tree, model } = walk;
  const { deal } = around;
  const isException = kindOf(tree, node) === NodeKind.Exception;
  let kind: Kind | undefined;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    // The kind is needed even where the name itself is not asked about.
    if (kindOf(tree, child) === NodeKind.Name) {
      kind = model.kinds.get(nameText(tree, child));
      if (isWanted(walk, child)) found(walk, child, 'kind', kind && { kind: 'kind', name: kind.name });
      continue;
    }
    if (!touches(walk, child)) continue;
    switch (kindOf(tree, child)) {
      case NodeKind.Label:
        if (isWanted(walk, child)) declared(walk, child, 'label', labelledAt(walk, node, child, deal));
        break;
      case NodeKind.Arguments:
        walkArguments(walk, child, isException ? 'exception' : 'clause', deal, kind);
        break;
      case NodeKind.ExceptArguments:
        walkArguments(walk, child, 'exception', deal, undefined);
        break;
      case NodeKind.SubjectTo:
      case NodeKind.Notwithstanding:
        walkFirst(walk, child, CLAUSES, deal);
        break;
      default:
        walkMember(walk, child, around);
    }
  }
}

/** The clause that a label labels; undefined for an exception, and for a clause that is not bound. */
function labelledAt(
  { tree }: Walk,
  node: NodeIndex,
  labelNode: NodeIndex,
  deal: Deal | undefined,
): PortfolioSymbol | undefined {
  if (deal?.tree !== tree) return undefined;
  const first = clauseLabelled(deal, nameText(tree, labelNode));
  // Where two clauses share a label, nothing can speak of the second one.
  return first?.node === node ? { kind: 'clause', clause: first } : undefined;
}

function walkReading(walk: Walk, node: NodeIndex): void {
  const { tree, model } = walk;
  if (isWanted(walk, node + 1)) {
    const name = nameText(tree, node + 1);
    const isFirst = model.readings.some((one) => one.name === name && isDeclaredAt(walk, node + 1, one.place));
    declared(walk, node + 1, 'reading', isFirst ? { kind: 'reading', name } : undefined);
  }
  walkChildren(walk, node, { inReading: true });
}

function walkExpectation(walk: Walk, node: NodeIndex): void {
  const { tree, model } = walk;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) === NodeKind.Path) {
      walkValue(walk, child, CLAUSES, undefined);
    } else if (kindOf(tree, child) === NodeKind.Name && isWanted(walk, child)) {
      const name = nameText(tree, child);
      const isKnown = model.readings.some((one) => one.name === name);
      found(walk, child, 'reading', isKnown ? { kind: 'reading', name } : undefined);
    }
  }
}

const dimensionNamed = (model: Model, name: string): PortfolioSymbol | undefined =>
  model.dimensions.has(name) ? { kind: 'dimension', name } : undefined;
