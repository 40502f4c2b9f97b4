import { samplePoints, within } from '../conflicts/cells.ts';
import type { Docket } from '../conflicts/docket.ts';
import type { Lens } from '../conflicts/lens.ts';
import { freeVariables } from '../conflicts/row-traits.ts';
import { type Clause, type Deal, type Model, type TimeNode, UNRESTRICTED, type ValueId } from '../model/model.ts';
import { DAY_OF_USE } from '../model/timeline.ts';
import type { Box, Undertaking } from '../model/undertakings.ts';
import { childrenOf, kindOf, NodeKind, textOf } from '../syntax/tree.ts';
import { pathText } from '../syntax/values.ts';
import { intersects, isEmpty, isSubset } from '../terms/atom-set.ts';
import { LAST_DAY, NEVER } from '../terms/calendar.ts';
import { after, allOf, notBefore, solve } from '../terms/day-solver.ts';
import {
  day,
  highestOf,
  isProvided,
  lowestOf,
  type Time,
  type Timeline,
  variable,
  variablesOf,
} from '../terms/time.ts';
import { toldAsAssumed } from './as-assumed.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { clauseFinding } from './rule-context.ts';

/** Clauses that can never apply, and exceptions that take away nothing or everything. */
export const checkDeadClauses = (docket: Docket, deals: readonly Deal[]): readonly Finding[] =>
  toldAsAssumed(docket, deadClausesIn(docket, deals), (other) => deadClausesIn(other, deals));

function deadClausesIn(docket: Docket, deals: readonly Deal[]): readonly Finding[] {
  const promised = deals.map(docket.promisedIn);
  // What is promised is asked for first: that may bring in values.
  const empty = emptyValuesUnder(docket.lenses);
  const found: Finding[] = [];
  for (const undertakings of promised) {
    let next = 0;
    while (next < undertakings.length) {
      const first = undertakings[next];
      const { clause } = first;
      const from = next;
      while (next < undertakings.length && undertakings[next].clause === clause) next++;
      const own = (): readonly Undertaking[] => undertakings.slice(from, next);
      const fault = emptyTime(docket, first) ?? (empty.size > 0 ? emptyValue(docket.model, empty, own()) : undefined);
      if (fault) found.push(dead(clause, fault.message, fault.help));
      else if (clause.exceptions.length > 0) found.push(...checkExceptions(docket.lenses, clause, own()));
    }
  }
  return found;
}

const dead = (clause: Clause, message: string, help: string): Finding =>
  clauseFinding('dead-clause', 'warning', [clause], message, { help });

interface Fault {
  readonly message: string;
  readonly help: string;
}

/** Whether there is a day in force under any reading. */
const begins = (lenses: readonly Lens[], start: Time, end: Time): boolean =>
  lenses.some(({ timeline }) => beginsIn(timeline, start, end));

function beginsIn(timeline: Timeline, start: Time, end: Time): boolean {
  // What no other event must come before or after may come as late as it can.
  if (start.kind === 'day' && start.day <= LAST_DAY && areFree(timeline, end)) {
    return start.day < highestOf(end, timeline);
  }
  const at = variable(DAY_OF_USE);
  return solve(allOf([notBefore(at, start), after(end, at)]), timeline).kind !== 'none';
}

function areFree(timeline: Timeline, end: Time): boolean {
  if (isProvided(end)) return false;
  const free = freeVariables(timeline);
  for (const id of variablesOf(end)) if (!free.has(id)) return false;
  return true;
}

function emptyTime(docket: Docket, { clause, start, end }: Undertaking): Fault | undefined {
  if (start.kind === 'day' && end.kind === 'day') {
    if (start.day < end.day) return undefined;
  } else if (begins(docket.lenses, start, end)) return undefined;
  // Ended by another deal before it began: that is what the other deal meant.
  if (docket.isCut(clause)) return undefined;
  // An event that is taken never to happen: the clause waits for it, and comes to life should it happen.
  if (waitsForEvent(docket, clause, start)) return undefined;
  const edges = clause.due ? '`from` or `due`' : '`from` or `until`';
  if (!endsOnStart(docket, clause, start, end))
    return { message: `${shortName(clause)} ends before it starts`, help: `correct ${edges}` };
  return {
    message: `${shortName(clause)} ends on the day it starts, and so has no day`,
    help: `the day of an event, or of a sum, is not in it as an end: correct ${edges}`,
  };
}

/** Whether what has no day never ends before the day on which it starts. Of a date as an end, that is the day behind it. */
function endsOnStart({ model, lenses }: Docket, clause: Clause, start: Time, end: Time): boolean {
  const written = clause.due ?? clause.until ?? clause.deal.until;
  if (!written || !isLeftOutAsEnd(model, written)) return false;
  const isEarlier = allOf([after(start, end), notBefore(day(LAST_DAY), end)]);
  return lenses.every(({ timeline }) => solve(isEarlier, timeline).kind === 'none');
}

/** Whether a time is of events and sums alone, which as an end are no longer in. */
function isLeftOutAsEnd(model: Model, { deal, node }: TimeNode): boolean {
  const { tree } = deal;
  switch (kindOf(tree, node)) {
    case NodeKind.Plus:
    case NodeKind.Minus:
      return true;
    case NodeKind.Path:
      return model.lookup('event', pathText(tree, node), deal) !== undefined;
    case NodeKind.EarlierOf:
    case NodeKind.LaterOf:
      return childrenOf(tree, childrenOf(tree, node)[0]).every((child) => isLeftOutAsEnd(model, { deal, node: child }));
    default:
      return false;
  }
}

/** Whether a clause is in force from an event that does not happen, as far as is known or supposed. */
function waitsForEvent({ lenses }: Docket, { deal, from }: Clause, start: Time): boolean {
  const node = from ?? deal.from;
  if (!node || !lenses.every(({ timeline }) => lowestOf(start, timeline) >= NEVER)) return false;
  return (
    kindOf(node.deal.tree, node.node) !== NodeKind.Path ||
    !/^(?:never|perpetual)$/.test(textOf(node.deal.tree, node.node))
  );
}

/** The values that cover nothing under any reading, by dimension. */
interface EmptyValues {
  readonly byDimension: Map<number, Set<ValueId>>;
  /** By dimension: those from here on have not been looked at. */
  readonly next: ValueId[];
}

/** Kept with the lenses: most portfolios have none, and that is told without a look at what a clause covers. */
const emptyValues = new WeakMap<readonly Lens[], EmptyValues>();

/** As far as there are values now. */
function emptyValuesUnder(lenses: readonly Lens[]): EmptyValues['byDimension'] {
  const { values } = lenses[0].model;
  let known = emptyValues.get(lenses);
  if (!known) {
    known = { byDimension: new Map(), next: values.map(() => UNRESTRICTED + 1) };
    emptyValues.set(lenses, known);
  }
  const { byDimension, next } = known;
  for (let dimension = 0; dimension < next.length; dimension++) {
    while (next[dimension] < values[dimension].length) {
      const value = next[dimension]++;
      if (!coversNothing(lenses, dimension, value)) continue;
      byDimension.set(dimension, (byDimension.get(dimension) ?? new Set()).add(value));
    }
  }
  return byDimension;
}

const coversNothing = (lenses: readonly Lens[], dimension: number, value: ValueId): boolean =>
  lenses.every((lens) => isEmpty(lens.mayCover(dimension, value), lens.taxonomy(dimension).atomCount));

function emptyValue(
  model: Model,
  empty: EmptyValues['byDimension'],
  undertakings: readonly Undertaking[],
): Fault | undefined {
  for (const { clause, values } of undertakings) {
    const dimension = values.findIndex((value, index) => empty.get(index)?.has(value));
    if (dimension < 0) continue;
    const { name } = model.regionDimensions[dimension];
    return { message: `${shortName(clause)} covers nothing: its ${name} is empty`, help: `correct \`${name}\`` };
  }
  return undefined;
}

function checkExceptions(lenses: readonly Lens[], clause: Clause, undertakings: readonly Undertaking[]): Finding[] {
  return clause.exceptions.flatMap((exception, index) => {
    const removes = undertakings.some((one) => mayMeet(lenses, one, one.exceptions[index]));
    if (!removes) {
      return [
        {
          ...dead(
            clause,
            `an exception of ${shortName(clause)} takes nothing away`,
            'it lies outside the clause: correct it, or remove it',
          ),
          span: exception.span,
        },
      ];
    }
    const everything = undertakings.every((one) => coversAll(lenses[0], one, one.exceptions[index]));
    return everything
      ? [
          {
            ...dead(
              clause,
              `an exception of ${shortName(clause)} takes everything away`,
              'narrow the exception, or remove the clause',
            ),
            span: exception.span,
          },
        ]
      : [];
  });
}

/** Whether an exception and the region it is taken from can share anything in any world. */
function mayMeet(lenses: readonly Lens[], one: Undertaking, exception: Box): boolean {
  const inTime = allOf([after(exception.end, one.start), after(one.end, exception.start)]);
  return lenses.some((lens) => {
    if (solve(inTime, lens.timeline).kind === 'none') return false;
    for (let dimension = 0; dimension < one.values.length; dimension++) {
      const carved = exception.values[dimension];
      if (carved > UNRESTRICTED && !shareAnything(lens, dimension, one.values[dimension], carved)) return false;
    }
    return measuresMeet(one, exception) && !liesWithinHolder(lens, one, exception);
  });
}

const shareAnything = (lens: Lens, dimension: number, value: ValueId, carved: ValueId): boolean =>
  value <= UNRESTRICTED ||
  intersects(lens.mayCover(dimension, value), lens.mayCover(dimension, carved), lens.taxonomy(dimension).atomCount);

/** What the holder may do anyway need not be excepted. */
const liesWithinHolder = (lens: Lens, one: Undertaking, exception: Box): boolean =>
  one.outside.length > 0 &&
  one.outside.every(({ dimension, value }) => {
    const carved = exception.values[dimension];
    return (
      carved > UNRESTRICTED &&
      isSubset(lens.mayCover(dimension, carved), lens.mustCover(dimension, value), lens.taxonomy(dimension).atomCount)
    );
  });

function coversAll(lens: Lens, one: Undertaking, exception: Box): boolean {
  if (
    exception.while ||
    !measuresCovered(one, exception) ||
    exception.start.kind !== 'day' ||
    exception.end.kind !== 'day'
  )
    return false;
  if (one.start.kind !== 'day' || one.end.kind !== 'day') {
    if (
      solve({ kind: 'any', parts: [after(exception.start, one.start), after(one.end, exception.end)] }, lens.timeline)
        .kind !== 'none'
    )
      return false;
  } else if (exception.start.day > one.start.day || exception.end.day < one.end.day) return false;
  return one.values.every((value, dimension) => {
    const carved = exception.values[dimension];
    if (carved <= UNRESTRICTED) return true;
    return (
      value > UNRESTRICTED &&
      isSubset(lens.mayCover(dimension, value), lens.mustCover(dimension, carved), lens.taxonomy(dimension).atomCount)
    );
  });
}

interface MeasurePoints {
  readonly both: boolean;
  readonly all: boolean;
}

const NO_POINTS: readonly MeasurePoints[] = [];

/** For each measured dimension of an exception: whether a number lies in both, and whether all of the clause's do. */
function measurePoints(one: Box, exception: Box): readonly MeasurePoints[] {
  if (!exception.measures) return NO_POINTS;
  return [...exception.measures].map(([dimension, carved]) => {
    const ranges = one.measures?.get(dimension);
    const points = samplePoints([...carved, ...(ranges ?? [])]);
    const own = points.filter((point) => !ranges || ranges.some((range) => within(range, point)));
    const carvedOut = own.filter((point) => carved.some((range) => within(range, point)));
    return { both: carvedOut.length > 0, all: carvedOut.length === own.length };
  });
}

const measuresMeet = (one: Box, exception: Box): boolean => measurePoints(one, exception).every(({ both }) => both);
const measuresCovered = (one: Box, exception: Box): boolean => measurePoints(one, exception).every(({ all }) => all);
