import {
  childOfKind,
  childrenOf,
  endOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  nextOf,
  startOf,
  type Tree,
} from '../syntax/tree.ts';
import { nameText, pathText, stringValue } from '../syntax/values.ts';
import { expressionKey, type SetExpression } from '../terms/set-expression.ts';
import { closest } from '../text/closest.ts';
import type { Span } from '../text/span.ts';
import { bindArguments, emptyArguments } from './bind-arguments.ts';
import type { BoundArguments } from './bound-arguments.ts';
import { type BindContext, type FileContext, replacedBy, report, type Scopes, spanOf } from './context.ts';
import {
  type Clause,
  type Deal,
  type Exception,
  firstByLabel,
  type Interval,
  type Kind,
  type Reference,
  SILENT,
  type TimeNode,
  type ValueId,
} from './model.ts';

/** A deal whose header is read and whose clauses are still to be bound. */
export interface DealDraft {
  readonly file: FileContext;
  readonly node: NodeIndex;
  readonly name: string;
  /** Whether it declares terms of its own. */
  readonly hasTerms: boolean;
  /** Whether it says that it amends others. */
  readonly isAmending: boolean;
  /** What came of it, once its binding has begun. */
  bound: Deal | typeof UNDER_WAY | undefined;
}

export const UNDER_WAY = 'under way';

export interface BindDealsOptions {
  readonly asOf: number;
}

const NO_REFERENCES: readonly Reference[] = [];
const NO_EXCEPTIONS: readonly Exception[] = [];
const NO_PARAMETERS: Clause['parameters'] = new Map();

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

/** Binds a deal's header and clauses. `base` is the deal that it amends: its header's defaults come from there. */
export function bindDeal(
  context: BindContext,
  draft: DealDraft,
  index: number,
  base: Deal | undefined,
  scopes: Scopes,
  options: BindDealsOptions,
): Deal {
  const { file, node, name } = draft;
  const { tree } = file;
  const argumentsNode = childOfKind(tree, node, NodeKind.Arguments);
  const header =
    argumentsNode < 0
      ? emptyArguments('header')
      : bindArguments({ context, file, scopes, place: 'header' }, argumentsNode);
  const nameNode = childOfKind(tree, node, NodeKind.Name);
  const by = header.by ?? base?.by ?? [];
  if (by.length === 0 && !header.broken) {
    report(context, file, nameNode, 'missing-promisor', `the deal \`${name}\` does not say who promises`, {
      help: 'add `by = …` to its header',
    });
  }
  if (base && header.from === undefined && !header.broken) {
    report(context, file, nameNode, 'amendment', `\`${name}\` amends \`${base.name}\` but does not say from when`, {
      help: 'add `from = …` to its header',
    });
  }
  const title = childOfKind(tree, node, NodeKind.String);
  const deal: Writable<Deal> = {
    index,
    name,
    title: title < 0 ? base?.title : stringValue(tree, title),
    file: file.path,
    tree,
    node,
    span: spanOf(tree, nameNode < 0 ? node : nameNode),
    status: header.status ?? 'signed',
    signed: header.signed,
    by,
    to: header.to ?? base?.to ?? [],
    values: mergeValues(context, header, base?.values),
    measures: mergeMeasures(header, base?.measures),
    from: undefined,
    until: undefined,
    while: header.while ?? base?.while,
    affiliates: header.affiliates ?? base?.affiliates ?? 'silent',
    renews: header.renews ?? base?.renews,
    source: header.source === undefined ? undefined : resolvePath(file.path, header.source),
    amends: referencesOf(file, node, NodeKind.Amends),
    supersedes: referencesOf(file, node, NodeKind.Supersedes),
    terminates: referencesOf(file, node, NodeKind.Terminates),
    clauses: [],
    byLabel: undefined,
    notYet: header.signed !== undefined && header.signed > options.asOf,
    broken: header.broken || by.length === 0 || (argumentsNode >= 0 && hasError(tree, argumentsNode)),
  };
  deal.from = timeIn(deal, header.from);
  deal.until = timeIn(deal, header.until) ?? base?.until;
  bindBody(context, { file, scopes, deal, kindCounts: new Map(), firstByLabel: undefined }, node, undefined);
  return deal;
}

/** A deal before its times, which are of this deal, are put in. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

const timeIn = (deal: Deal, node: NodeIndex | undefined): TimeNode | undefined =>
  node === undefined ? undefined : { deal, node };

interface BodyContext {
  readonly file: FileContext;
  readonly scopes: Scopes;
  readonly deal: Deal;
  /** How many clauses without a label each kind has so far: their names. */
  readonly kindCounts: Map<string, number>;
  /** Once there are many. */
  firstByLabel: Map<string, Clause> | undefined;
}

function bindBody(context: BindContext, body: BodyContext, node: NodeIndex, parent: Clause | undefined): void {
  const { tree } = body.file;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) === NodeKind.Clause) bindClause(context, body, child, parent);
  }
}

/** The values of what stands above, with those that are written in their place. Shared where nothing is written. */
function mergeValues(
  context: BindContext,
  bound: BoundArguments,
  base: readonly ValueId[] | undefined,
): readonly ValueId[] {
  if (base && bound.valueCount === 0) return base;
  const values = base ? base.slice() : new Array<ValueId>(context.regionDimensions.length).fill(SILENT);
  for (let at = 0; at < bound.valueCount; at += 2) values[bound.values[at]] = bound.values[at + 1];
  return values;
}

/** What the kind presets, where nothing is said. */
function withPresets(values: readonly ValueId[], { presets }: Kind): readonly ValueId[] {
  let filled: ValueId[] | undefined;
  for (const [dimension, preset] of presets) {
    if (values[dimension] !== SILENT) continue;
    filled ??= values.slice();
    filled[dimension] = preset;
  }
  return filled ?? values;
}

function mergeMeasures(
  bound: BoundArguments,
  base: ReadonlyMap<number, readonly Interval[]> | undefined,
): ReadonlyMap<number, readonly Interval[]> | undefined {
  if (!bound.measures) return base;
  return base ? new Map([...base, ...bound.measures]) : bound.measures;
}

function bindClause(context: BindContext, body: BodyContext, node: NodeIndex, parent: Clause | undefined): void {
  const { file, deal, scopes } = body;
  const { tree } = file;
  let labelNode = -1;
  let kindNode = -1;
  let argumentsNode = -1;
  let simple = true;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind === NodeKind.Label) labelNode = child;
    else if (kind === NodeKind.Name) kindNode = child;
    else if (kind === NodeKind.Arguments) argumentsNode = child;
    else if (kind !== NodeKind.Quote) simple = false;
  }
  if (kindNode < 0) return;
  const kindName = nameText(tree, kindNode);
  const kind = context.kinds.get(kindName);
  if (!kind) {
    reportUnknownKind(context, file, kindNode, kindName);
    if (!simple) bindBody(context, body, node, parent);
    return;
  }
  const bound =
    argumentsNode < 0
      ? emptyArguments('clause')
      : bindArguments({ context, file, scopes, place: 'clause', kind }, argumentsNode);
  const label = labelNode < 0 ? undefined : nameText(tree, labelNode);
  const nameNode = labelNode < 0 ? kindNode : labelNode;
  const clause = new BoundClause(context, body, node, kind, bound, label, parent, nameNode, simple);
  const namesake = label === undefined ? undefined : firstLabelled(body, label);
  if (namesake) {
    report(context, file, labelNode, 'duplicate-name', `\`${label}\` labels two clauses of \`${deal.name}\``, {
      help: 'give one of them another label',
      related: [{ file: file.path, span: namesake.span, message: 'used here first' }],
    });
  }
  deal.clauses.push(clause);
  if (label !== undefined && !namesake) body.firstByLabel?.set(label, clause);
  if (!simple) bindBody(context, body, node, clause);
}

/** Among so few clauses, looking through them is the fastest. */
const FEW_CLAUSES = 16;

/** The first clause so far with a label. */
function firstLabelled(body: BodyContext, label: string): Clause | undefined {
  const { clauses } = body.deal;
  if (clauses.length <= FEW_CLAUSES) return clauses.find((clause) => clause.label === label);
  body.firstByLabel ??= firstByLabel(clauses);
  return body.firstByLabel.get(label);
}

/** Words that other languages, of lawyers or of programs, have for `except`. */
const EXCEPTING =
  'unless excluding exclude excludes excepting excepted exception exceptions without save besides ausser außer';

function reportUnknownKind(context: BindContext, file: FileContext, node: NodeIndex, name: string): void {
  const isException = EXCEPTING.split(' ').includes(name.toLowerCase());
  const near = isException ? 'except' : closest(name, [...context.kinds.keys(), 'except']);
  const help =
    near === 'except'
      ? 'what is cut out of a clause is written behind it, as in `except (territory = CN)`'
      : near && `did you mean \`${near}\`?`;
  report(context, file, node, 'unknown-kind', `there is no kind of clause \`${name}\``, {
    help: help ?? `declare it: \`kind ${name} permits ()\``,
    ...replacedBy(file, node, near),
  });
}

/**
 * A clause as it is bound. There are very many: what few are asked for is worked out each time, and fields are declared only, for
 * what defines them would write each one twice.
 */
class BoundClause implements Clause {
  declare readonly deal: Deal;
  declare readonly ordinal: number;
  declare readonly kind: Kind;
  declare readonly label: string | undefined;
  declare readonly node: NodeIndex;
  declare readonly isQuoted: boolean;
  declare readonly parent: Clause | undefined;
  declare readonly by: readonly SetExpression[];
  declare readonly mutual: boolean;
  declare readonly to: readonly SetExpression[];
  declare readonly namesHolder: boolean;
  declare readonly values: readonly ValueId[];
  declare readonly measures: Clause['measures'];
  declare readonly from: TimeNode | undefined;
  declare readonly until: TimeNode | undefined;
  declare readonly while: Clause['while'];
  declare readonly affiliates: Clause['affiliates'];
  declare readonly self: Clause['self'];
  declare readonly exceptions: readonly Exception[];
  declare readonly subjectTo: readonly Reference[];
  declare readonly notwithstanding: readonly Reference[];
  declare readonly parameters: Clause['parameters'];
  declare readonly due: TimeNode | undefined;
  declare readonly of: Reference | undefined;
  declare readonly broken: boolean;
  declare private readonly nameNode: NodeIndex;
  /** Among the clauses of its deal without a label that are of its kind, from 1; 0 where it has one. */
  declare private readonly place: number;

  constructor(
    context: BindContext,
    body: BodyContext,
    node: NodeIndex,
    kind: Kind,
    bound: BoundArguments,
    label: string | undefined,
    parent: Clause | undefined,
    nameNode: NodeIndex,
    simple: boolean,
  ) {
    const { file, deal } = body;
    const { tree } = file;
    const above = parent ?? deal;
    const parties = partiesOf(bound, above.by, above.to, parent?.mutual ?? false);
    const exceptions = simple ? NO_EXCEPTIONS : bindExceptions(context, body, node);
    this.deal = deal;
    this.ordinal = deal.clauses.length;
    this.kind = kind;
    this.label = label;
    this.node = node;
    this.isQuoted = kindOf(tree, node + 1) === NodeKind.Quote;
    this.parent = parent;
    this.by = parties.by;
    this.mutual = parties.mutual;
    this.to = parties.to;
    this.namesHolder = bound.to !== undefined || namesDimension(bound, context.dimensionIndex.get('with')!);
    this.values = withPresets(mergeValues(context, bound, above.values), kind);
    this.measures = mergeMeasures(bound, above.measures);
    this.from = timeIn(deal, bound.from) ?? parent?.from;
    this.until = timeIn(deal, bound.until) ?? parent?.until;
    this.while = bound.while ?? above.while;
    this.affiliates = bound.affiliates ?? above.affiliates;
    this.self = bound.self ?? kind.self;
    this.exceptions = exceptions;
    this.subjectTo = simple ? NO_REFERENCES : referencesOf(file, node, NodeKind.SubjectTo);
    this.notwithstanding = simple ? NO_REFERENCES : referencesOf(file, node, NodeKind.Notwithstanding);
    this.parameters = bound.parameters ?? NO_PARAMETERS;
    this.due = timeIn(deal, bound.due);
    this.of = bound.of;
    this.broken =
      bound.broken ||
      hasError(tree, node) ||
      deal.broken ||
      (parent?.broken ?? false) ||
      exceptions.some((exception) => exception.broken);
    this.nameNode = nameNode;
    this.place = label === undefined ? placeAmong(body, kind.name) : 0;
  }

  get name(): string {
    const { deal, label, kind } = this;
    return `${deal.name}.${label ?? (this.place === 1 ? kind.name : `${kind.name}#${this.place}`)}`;
  }

  get span(): Span {
    return spanOf(this.deal.tree, this.nameNode);
  }
}

function namesDimension({ values, valueCount }: BoundArguments, dimension: number): boolean {
  for (let at = 0; at < valueCount; at += 2) if (values[at] === dimension) return true;
  return false;
}

function placeAmong(body: BodyContext, kind: string): number {
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

/** Whether the parser found fault within a node: what it says is then not certain. */
function hasError(tree: Tree, node: NodeIndex): boolean {
  if (tree.problems.length === 0) return false;
  const [start, end] = [startOf(tree, node), endOf(tree, node)];
  return tree.problems.some(
    (problem) => problem.severity === 'error' && problem.start >= start && problem.start <= end,
  );
}

/** A path relative to a file, as one relative to the portfolio's root; `..` is resolved where it can be. */
export function resolvePath(file: string, relative: string): string {
  if (relative.startsWith('/') || /^[A-Za-z]:/.test(relative)) return relative;
  const parts = file.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
