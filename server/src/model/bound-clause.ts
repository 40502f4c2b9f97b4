import { MISSING_CLOSER } from '../syntax/braces.ts';
import {
  childOfKind,
  childrenOf,
  endOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  nextOf,
  type SyntaxProblem,
  startOf,
  type Tree,
} from '../syntax/tree.ts';
import { nameText, pathText } from '../syntax/values.ts';
import { expressionKey, type SetExpression } from '../terms/set-expression.ts';
import type { Span } from '../text/span.ts';
import { bindArguments } from './bind-arguments.ts';
import { timeOfDate } from './bind-dates.ts';
import type { BoundArguments } from './bound-arguments.ts';
import { type BindContext, type FileContext, type Scopes, spanOf } from './context.ts';
import { GivenParameters } from './given-parameters.ts';
import {
  type Clause,
  type Deal,
  type Exception,
  type Kind,
  type Preset,
  type Reference,
  SILENT,
  type TimeNode,
  UNDATED,
  type ValueId,
} from './model.ts';

const NO_REFERENCES: readonly Reference[] = [];
const NO_EXCEPTIONS: readonly Exception[] = [];
const NO_PARAMETERS = new GivenParameters();

export interface BodyContext {
  readonly file: FileContext;
  readonly scopes: Scopes;
  readonly deal: Deal;
  /** How many clauses without a label each kind has so far: their names. Once there is one. */
  kindCounts: Map<string, number> | undefined;
  /** Once there are many. */
  firstByLabel: Map<string, Clause> | undefined;
}

/** What most clauses do not say. */
interface Rarities {
  readonly measures: Clause['measures'];
  readonly while: Clause['while'];
  readonly affiliates: Clause['affiliates'];
  /** Unless its kind's. */
  readonly self: Clause['self'] | undefined;
  readonly exceptions: readonly Exception[];
  readonly subjectTo: readonly Reference[];
  readonly notwithstanding: readonly Reference[];
  readonly due: TimeNode | undefined;
  readonly of: Reference | undefined;
}

/** Of every clause that says nothing of these. */
const NO_RARITIES: Rarities = {
  measures: undefined,
  while: undefined,
  affiliates: 'silent',
  self: undefined,
  exceptions: NO_EXCEPTIONS,
  subjectTo: NO_REFERENCES,
  notwithstanding: NO_REFERENCES,
  due: undefined,
  of: undefined,
};

function raritiesOf(
  context: BindContext,
  body: BodyContext,
  node: NodeIndex,
  bound: BoundArguments,
  above: Clause | Deal,
  kind: Kind,
  simple: boolean,
): Rarities {
  const { measures, while: states, affiliates } = above;
  if (
    simple &&
    !(bound.measures || bound.while || bound.affiliates || bound.self || bound.due || bound.of) &&
    !measures &&
    !kind.measures &&
    !states &&
    affiliates === 'silent'
  ) {
    return NO_RARITIES;
  }
  const { file, deal } = body;
  return {
    measures: mergeMeasures(bound, measures, kind.measures),
    while: bound.while ?? states,
    affiliates: bound.affiliates ?? affiliates,
    self: bound.self,
    exceptions: simple ? NO_EXCEPTIONS : bindExceptions(context, body, node),
    subjectTo: simple ? NO_REFERENCES : referencesOf(file, node, NodeKind.SubjectTo),
    notwithstanding: simple ? NO_REFERENCES : referencesOf(file, node, NodeKind.Notwithstanding),
    due: timeIn(deal, bound.due),
    of: bound.of,
  };
}

enum Mark {
  quoted = 1,
  mutual = 2,
  namesHolder = 4,
  broken = 8,
  lacksHolder = 16,
}

/**
 * A clause as it is bound. There are very many, and each is looked at several times: they are kept small. What few say is kept
 * apart, what few are asked for is worked out each time, and fields are declared only, for what defines them would write each
 * one twice.
 */
export class BoundClause implements Clause {
  declare readonly deal: Deal;
  declare readonly ordinal: number;
  declare readonly kind: Kind;
  declare readonly label: string | undefined;
  declare readonly node: NodeIndex;
  declare readonly parent: Clause | undefined;
  declare readonly by: readonly SetExpression[];
  declare readonly to: readonly SetExpression[];
  declare readonly values: readonly ValueId[];
  declare readonly parameters: Clause['parameters'];
  declare readonly startDate: Clause['startDate'];
  declare readonly endDate: Clause['endDate'];
  declare private readonly rarities: Rarities;
  declare private readonly marks: number;
  /** Nodes of its deal's tree; 0: it does not say. */
  declare private readonly fromNode: NodeIndex;
  declare private readonly untilNode: NodeIndex;
  /** Among the clauses of its deal without a label that are of its kind, from 1; 0 where it has one. */
  declare private readonly place: number;

  constructor(
    context: BindContext,
    body: BodyContext,
    node: NodeIndex,
    kind: Kind,
    bound: BoundArguments,
    label: string | undefined,
    parent: BoundClause | undefined,
    simple: boolean,
  ) {
    const { file, deal } = body;
    const { tree } = file;
    const above = parent ?? deal;
    const parties = partiesOf(bound, above.by, above.to, parent?.mutual ?? false);
    const rarities = raritiesOf(context, body, node, bound, above, kind, simple);
    const namesHolder = bound.to !== undefined || namesDimension(bound, context.dimensionIndex.get('with')!);
    const values = mergeValues(context, bound, above.values, kind.presets);
    const lacksHolder = parties.to.length === 0 && !parties.mutual && isHolderOpen(context, kind, values);
    const isBroken =
      bound.broken ||
      lacksHolder ||
      hasError(tree, node) ||
      deal.broken ||
      (parent?.broken ?? false) ||
      rarities.exceptions.some((exception) => exception.broken);
    this.deal = deal;
    this.ordinal = deal.clauses.length;
    this.kind = kind;
    this.label = label;
    this.node = node;
    this.parent = parent;
    this.by = parties.by;
    this.to = parties.to;
    this.values = values;
    this.fromNode = bound.from ?? parent?.fromNode ?? 0;
    this.untilNode = bound.until ?? parent?.untilNode ?? 0;
    this.startDate = dateOf(tree, this.fromNode, 'start');
    this.endDate = dateOf(tree, bound.due ?? this.untilNode, 'end');
    this.parameters = bound.parameters ?? NO_PARAMETERS;
    this.rarities = rarities;
    this.marks =
      (kindOf(tree, node + 1) === NodeKind.Quote ? Mark.quoted : 0) |
      (parties.mutual ? Mark.mutual : 0) |
      (namesHolder ? Mark.namesHolder : 0) |
      (isBroken ? Mark.broken : 0) |
      (lacksHolder ? Mark.lacksHolder : 0);
    this.place = label === undefined ? placeAmong(body, kind.name) : 0;
  }

  get isQuoted(): boolean {
    return (this.marks & Mark.quoted) !== 0;
  }

  get mutual(): boolean {
    return (this.marks & Mark.mutual) !== 0;
  }

  get namesHolder(): boolean {
    return (this.marks & Mark.namesHolder) !== 0;
  }

  get broken(): boolean {
    return (this.marks & Mark.broken) !== 0;
  }

  /** Whether it excludes all but somebody, and names nobody. */
  get lacksHolder(): boolean {
    return (this.marks & Mark.lacksHolder) !== 0;
  }

  get from(): TimeNode | undefined {
    return this.fromNode === 0 ? undefined : { deal: this.deal, node: this.fromNode };
  }

  get until(): TimeNode | undefined {
    return this.untilNode === 0 ? undefined : { deal: this.deal, node: this.untilNode };
  }

  get measures(): Clause['measures'] {
    return this.rarities.measures;
  }

  get while(): Clause['while'] {
    return this.rarities.while;
  }

  get affiliates(): Clause['affiliates'] {
    return this.rarities.affiliates;
  }

  get self(): Clause['self'] {
    return this.rarities.self ?? this.kind.self;
  }

  get exceptions(): readonly Exception[] {
    return this.rarities.exceptions;
  }

  get subjectTo(): readonly Reference[] {
    return this.rarities.subjectTo;
  }

  get notwithstanding(): readonly Reference[] {
    return this.rarities.notwithstanding;
  }

  get due(): TimeNode | undefined {
    return this.rarities.due;
  }

  get of(): Reference | undefined {
    return this.rarities.of;
  }

  get name(): string {
    const { deal, label, kind } = this;
    return `${deal.name}.${label ?? (this.place === 1 ? kind.name : `${kind.name}#${this.place}`)}`;
  }

  get span(): Span {
    const { tree } = this.deal;
    const labelNode = childOfKind(tree, this.node, NodeKind.Label);
    return spanOf(tree, labelNode < 0 ? childOfKind(tree, this.node, NodeKind.Name) : labelNode);
  }
}

/** Whether a clause without a `to` excludes all but whom it names, and names nobody else. */
const isHolderOpen = ({ regionDimensions }: BindContext, { effects }: Kind, values: readonly ValueId[]): boolean =>
  effects.includes('excludes') &&
  regionDimensions.every(({ question }, at) => question !== 'who' || values[at] === SILENT);

/** Asked for while the tree is at hand: all clauses are asked for their times, and most give dates. */
const dateOf = (tree: Tree, node: NodeIndex, as: 'start' | 'end'): Clause['startDate'] =>
  node === 0 ? undefined : (timeOfDate(tree, node, as) ?? UNDATED);

function namesDimension({ values, valueCount }: BoundArguments, dimension: number): boolean {
  for (let at = 0; at < valueCount; at += 2) if (values[at] === dimension) return true;
  return false;
}

function placeAmong(body: BodyContext, kind: string): number {
  body.kindCounts ??= new Map();
  const place = (body.kindCounts.get(kind) ?? 0) + 1;
  body.kindCounts.set(kind, place);
  return place;
}

/**
 * Who promises and to whom. A list of promisors who name no one they owe is mutual; otherwise what is owed to is
 * the other side of the header.
 */
function partiesOf(
  bound: BoundArguments,
  by: readonly SetExpression[],
  to: readonly SetExpression[],
  parentMutual: boolean,
): { by: readonly SetExpression[]; to: readonly SetExpression[]; mutual: boolean } {
  if (bound.by && bound.to) return { by: bound.by, to: bound.to, mutual: false };
  if (bound.to) return { by, to: bound.to, mutual: false };
  if (!bound.by) return { by, to, mutual: by.length > 1 && (to.length === 0 || parentMutual) };
  if (bound.by.length > 1) return { by: bound.by, to: [], mutual: true };
  const own = expressionKey(bound.by[0]);
  if (to.some((party) => expressionKey(party) === own)) return { by: bound.by, to: by, mutual: false };
  if (to.length === 0) return { by: bound.by, to: by.filter((party) => expressionKey(party) !== own), mutual: false };
  return { by: bound.by, to, mutual: false };
}

function bindExceptions(context: BindContext, body: BodyContext, node: NodeIndex): readonly Exception[] {
  const { file, scopes, deal } = body;
  const { tree } = file;
  const found: Exception[] = [];
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind !== NodeKind.ExceptArguments && kind !== NodeKind.Exception) continue;
    const argumentsNode = kind === NodeKind.Exception ? childOfKind(tree, child, NodeKind.Arguments) : child;
    if (argumentsNode < 0) continue;
    const label = kind === NodeKind.Exception ? childOfKind(tree, child, NodeKind.Label) : -1;
    const quote = kind === NodeKind.Exception ? childOfKind(tree, child, NodeKind.Quote) : -1;
    const bound = bindArguments({ context, file, scopes, place: 'exception' }, argumentsNode);
    found.push({
      broken: bound.broken,
      values: mergeValues(context, bound, undefined),
      measures: bound.measures,
      from: timeIn(deal, bound.from),
      until: timeIn(deal, bound.until),
      while: bound.while,
      label: label < 0 ? undefined : nameText(tree, label),
      span: { start: startOf(tree, argumentsNode), end: endOf(tree, argumentsNode) },
      quote: quote < 0 ? undefined : quote,
    });
  }
  return found;
}

/** The deals named after `amends` and its kin, as paths. */
export function referencesOf(file: FileContext, node: NodeIndex, kind: NodeKind): readonly Reference[] {
  const { tree } = file;
  let found: Reference[] | undefined;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    // They stand before all clauses.
    if (kindOf(tree, child) === NodeKind.Clause) break;
    if (kindOf(tree, child) !== kind || child + 1 >= nextOf(tree, child)) continue;
    const inner = child + 1;
    const paths = kindOf(tree, inner) === NodeKind.List ? childrenOf(tree, inner) : [inner];
    found ??= [];
    for (const path of paths) found.push({ path: pathText(tree, path), span: spanOf(tree, path) });
  }
  return found ?? NO_REFERENCES;
}

/**
 * The values of what stands above, with those that are written in their place, and with what a kind presets where nothing is
 * said. Shared where that changes nothing.
 */
export function mergeValues(
  context: BindContext,
  { values: written, valueCount }: BoundArguments,
  above: readonly ValueId[] | undefined,
  presets: readonly Preset[] = NO_PRESETS,
): readonly ValueId[] {
  const base = above ?? new Array<ValueId>(context.regionDimensions.length).fill(SILENT);
  let values = valueCount === 0 ? undefined : base.slice();
  if (values) for (let at = 0; at < valueCount; at += 2) values[written[at]] = written[at + 1];
  for (const { dimension, value } of presets) {
    if ((values ?? base)[dimension] !== SILENT) continue;
    values ??= base.slice();
    values[dimension] = value;
  }
  return values ?? base;
}

const NO_PRESETS: readonly Preset[] = [];

/** The same of measured dimensions. */
export function mergeMeasures(
  { measures: written }: BoundArguments,
  above: Clause['measures'],
  preset?: Clause['measures'],
): Clause['measures'] {
  const base = above && preset ? new Map([...preset, ...above]) : (above ?? preset);
  return base && written ? new Map([...base, ...written]) : (written ?? base);
}

export const timeIn = (deal: Deal, node: NodeIndex | undefined): TimeNode | undefined =>
  node === undefined ? undefined : { deal, node };

/** Whether the parser found fault within a node: what it says is then not certain. */
export function hasError(tree: Tree, node: NodeIndex): boolean {
  if (tree.problems.length === 0) return false;
  const [start, end] = [startOf(tree, node), endOf(tree, node)];
  return tree.problems.some(
    (problem) =>
      problem.severity === 'error' &&
      problem.start >= start &&
      problem.start <= end &&
      !isOfBlockAround(tree, problem, start, end),
  );
}

/** Whether what is missing is the `}` of the block that a node stands in: it is behind the node, which opens none itself. */
const isOfBlockAround = (tree: Tree, { fix }: SyntaxProblem, start: number, end: number): boolean =>
  fix?.newText === MISSING_CLOSER && fix.start >= end && !/[{｛]/.test(tree.text.slice(start, end));
