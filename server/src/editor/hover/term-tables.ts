import type { Clause, Exception, Model, TimeNode } from '../../model/model.ts';
import { SILENT } from '../../model/model.ts';
import { childrenOf, kindOf, type NodeIndex, NodeKind } from '../../syntax/tree.ts';
import { pathText } from '../../syntax/values.ts';
import { type SetExpression, type TermId, termsNamedIn } from '../../terms/set-expression.ts';
import { writtenValue } from '../sentence/written-value.ts';
import { termNamed } from '../term-named.ts';

/** What is asked of terms from the other end. Each table is made once a model, when first asked for. */
interface TermTables {
  readonly children: ReadonlyMap<TermId, readonly TermId[]>;
  readonly controlled: ReadonlyMap<TermId, readonly TermId[]>;
  /** Terms that a party runs. */
  readonly run: ReadonlyMap<TermId, readonly TermId[]>;
  readonly overlapped: ReadonlyMap<TermId, readonly TermId[]>;
  readonly apart: ReadonlyMap<TermId, readonly TermId[]>;
  /** Sets that are defined as made of a term. */
  readonly sets: ReadonlyMap<TermId, readonly TermId[]>;
}

const tables = new WeakMap<Model, TermTables>();
const NONE: readonly TermId[] = [];

function tablesOf(model: Model): TermTables {
  let known = tables.get(model);
  if (!known) {
    const turned = (of: (term: Model['terms'][number]) => readonly TermId[]): Map<TermId, TermId[]> => {
      const table = new Map<TermId, TermId[]>();
      for (const term of model.terms) for (const other of of(term)) push(table, other, term.id);
      return table;
    };
    known = {
      children: turned(({ parents }) => parents),
      controlled: turned(({ under }) => under.map(({ party }) => party)),
      run: turned(({ runBy }) => (runBy === undefined ? NONE : [runBy])),
      overlapped: turned(({ overlaps }) => overlaps),
      apart: turned(({ distinct }) => distinct),
      sets: turned(({ equals }) => (equals ? [...new Set(termsNamedIn(equals))] : NONE)),
    };
    tables.set(model, known);
  }
  return known;
}

function push<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const known = table.get(key);
  if (known) known.push(value);
  else table.set(key, [value]);
}

/** The terms that turn up beside a term in one of the relations, said of either. */
export const childrenOfTerm = (model: Model, term: TermId): readonly TermId[] =>
  tablesOf(model).children.get(term) ?? NONE;
export const controlledBy = (model: Model, party: TermId): readonly TermId[] =>
  tablesOf(model).controlled.get(party) ?? NONE;
export const runBy = (model: Model, party: TermId): readonly TermId[] => tablesOf(model).run.get(party) ?? NONE;
export const setsWith = (model: Model, term: TermId): readonly TermId[] => tablesOf(model).sets.get(term) ?? NONE;
export const overlapsOf = (model: Model, term: TermId): readonly TermId[] => [
  ...new Set([...model.terms[term].overlaps, ...(tablesOf(model).overlapped.get(term) ?? NONE)]),
];
export const apartFrom = (model: Model, term: TermId): readonly TermId[] => [
  ...new Set([...model.terms[term].distinct, ...(tablesOf(model).apart.get(term) ?? NONE)]),
];

const uses = new WeakMap<Model, ReadonlyMap<TermId, number>>();

/** How many clauses rest on a term: that name it themselves, or take it over from their deal. */
export function usesOf(model: Model, term: TermId): number {
  let counts = uses.get(model);
  if (!counts) {
    counts = countUses(model);
    uses.set(model, counts);
  }
  return counts.get(term) ?? 0;
}

function countUses(model: Model): ReadonlyMap<TermId, number> {
  const counts = new Map<TermId, number>();
  const ofValue = valueReader(model);
  const ofTime = timeReader(model);
  for (const clause of model.clauses) {
    const named = new Set<TermId>();
    const add = (terms: readonly TermId[]): void => {
      for (const term of terms) named.add(term);
    };
    const addSets = (sets: readonly SetExpression[]): void => {
      for (const set of sets) add(termsNamedIn(set));
    };
    addSets(clause.by);
    addSets(clause.to);
    for (const region of [clause, ...clause.exceptions]) {
      region.values.forEach((value, dimension) => {
        if (value !== SILENT) add(ofValue(dimension, value));
      });
      if (region.while) add(termsNamedIn(region.while));
      for (const time of timesOf(clause, region)) add(ofTime(time));
    }
    for (const [name, value] of clause.parameters) {
      if (value.type === 'party') add(value.parties);
      else if (value.type === 'other') add(eventsOf(clause, name, ofTime));
    }
    if (typeof clause.affiliates === 'object') add(termsNamedIn(clause.affiliates.only));
    for (const term of named) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** Events that a parameter names whose value the model does not keep. */
function eventsOf({ deal, node, kind }: Clause, name: string, ofTime: (time: TimeNode) => readonly TermId[]) {
  const type = kind.parameters.get(name)?.type;
  const value = type === 'event' || type === 'time' || type === 'date' ? writtenValue(deal.tree, node, name) : -1;
  return value < 0 ? NONE : ofTime({ deal, node: value });
}

function timesOf(clause: Clause, region: Clause | Exception): readonly TimeNode[] {
  const own = [region.from, region.until];
  const all =
    region === clause ? [...own, clause.due, clause.from ?? clause.deal.from, clause.until ?? clause.deal.until] : own;
  return all.filter((time) => time !== undefined);
}

/** The terms of a value, found once for each. */
function valueReader(model: Model): (dimension: number, value: number) => readonly TermId[] {
  const known: (readonly TermId[])[][] = model.values.map(() => []);
  return (dimension, value) => {
    known[dimension][value] ??= termsNamedIn(model.values[dimension][value]);
    return known[dimension][value];
  };
}

/** The events that a time names. A deal's own times are asked for by each of its clauses, and read once. */
function timeReader(model: Model): (time: TimeNode) => readonly TermId[] {
  const known = new Map<TimeNode, readonly TermId[]>();
  const eventsIn = (time: TimeNode, node: NodeIndex): readonly TermId[] => {
    if (kindOf(time.deal.tree, node) !== NodeKind.Path)
      return childrenOf(time.deal.tree, node).flatMap((child) => eventsIn(time, child));
    const event = termNamed(model, 'event', pathText(time.deal.tree, node), time.deal);
    return event ? [event.id] : NONE;
  };
  return (time) => {
    let events = known.get(time);
    if (!events) {
      events = eventsIn(time, time.node);
      known.set(time, events);
    }
    return events;
  };
}
