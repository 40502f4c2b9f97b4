import type { Lens } from '../conflicts/lens.ts';
import { hasUsesLeft } from '../conflicts/uses-left.ts';
import { type Clause, type Exception, UNRESTRICTED, type ValueId } from '../model/model.ts';
import { DAY_OF_USE } from '../model/timeline.ts';
import type { Box, Undertaking } from '../model/undertakings.ts';
import { intersects, isSubset } from '../terms/atom-set.ts';
import { NEVER } from '../terms/calendar.ts';
import { after, allOf, notBefore, solve } from '../terms/day-solver.ts';
import { type Time, type Timeline, variable, variablesOf } from '../terms/time.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { supposedBehind } from './presumptions.ts';
import { clauseFinding } from './rule-context.ts';
import { measuresMeet } from './shared-region.ts';

/** Exceptions of a clause that take nothing away or everything, each by itself or all together. */
export function checkExceptions(
  lenses: readonly Lens[],
  clause: Clause,
  undertakings: readonly Undertaking[],
): readonly Finding[] {
  // A clause that has no day of its own is another finding, or what the deal that ends it meant.
  if (!lenses.some(({ timeline }) => haveDayInCommon(timeline, [undertakings[0]]))) return [];
  const { exceptions } = clause;
  const found: Finding[] = [];
  for (let index = 0; index < exceptions.length; index++) {
    const exception = exceptions[index];
    if (!undertakings.some((one) => mayMeet(lenses, one, one.exceptions[index])))
      found.push(takesNothing(lenses, clause, exception, undertakings[0].exceptions[index]));
    else if (undertakings.every((one) => leavesNothing(lenses, one, [one.exceptions[index]])))
      found.push(deadException(clause, exception, 'takes everything away', NARROW));
  }
  if (found.length > 0 || exceptions.length < 2) return found;
  if (!undertakings.every((one) => leavesNothing(lenses, one, one.exceptions))) return [];
  const message = `the exceptions of ${shortName(clause)} together take everything away`;
  return [
    clauseFinding('dead-clause', 'warning', [clause], message, { help: 'narrow one of them, or remove the clause' }),
  ];
}

const NARROW = 'narrow the exception, or remove the clause';

function takesNothing(lenses: readonly Lens[], clause: Clause, exception: Exception, box: Box): Finding {
  const hasDay = lenses.some(({ timeline }) => haveDayInCommon(timeline, [box]));
  const help = hasDay
    ? 'it lies outside the clause: correct it, or remove it'
    : 'it has no day, for it ends before it starts or as it does: correct its `from` or `until`, or remove it';
  return deadException(clause, exception, 'takes nothing away', help);
}

const deadException = (clause: Clause, { span }: Exception, what: string, help: string): Finding =>
  clauseFinding('dead-clause', 'warning', [clause], `an exception of ${shortName(clause)} ${what}`, { help, span });

/** Whether a promise without some exceptions has no use under any reading, whatever states hold. */
function leavesNothing(lenses: readonly Lens[], one: Undertaking, exceptions: readonly Box[]): boolean {
  const sure = exceptions.filter((box) => !box.while);
  if (sure.length === 0) return false;
  return lenses.every((lens) => !areSupposed(lens.timeline, [one, ...sure]) && !hasUsesLeft(lens, one, sure));
}

/** Whether a time rests on an event of which it is supposed, and not known, when it happens or that it never does. */
const areSupposed = (timeline: Timeline, boxes: readonly Box[]): boolean =>
  boxes.some(({ start, end }) => isSupposed(timeline, start) || isSupposed(timeline, end));

function isSupposed(timeline: Timeline, time: Time): boolean {
  if (time.kind === 'day') return false;
  const variables = variablesOf(time);
  for (const id of variables) if (timeline[id].low >= NEVER) return true;
  return supposedBehind(timeline, variables).length > 0;
}

/** Whether an exception and the region it is taken from can share anything in any world. */
const mayMeet = (lenses: readonly Lens[], one: Undertaking, exception: Box): boolean =>
  lenses.some((lens) => {
    if (!haveDayInCommon(lens.timeline, [one, exception])) return false;
    for (let dimension = 0; dimension < one.values.length; dimension++) {
      const carved = exception.values[dimension];
      if (carved > UNRESTRICTED && !shareAnything(lens, dimension, one.values[dimension], carved)) return false;
    }
    return measuresMeet(exception, one) && !liesWithinHolder(lens, one, exception);
  });

/** Whether there can be a day on which all are in force: what it is supposed never to happen may happen after all. */
function haveDayInCommon(timeline: Timeline, boxes: readonly Box[]): boolean {
  const dated = daysInCommon(boxes);
  if (dated !== undefined) return dated > 0;
  if (areSupposed(timeline, boxes)) return true;
  const at = variable(DAY_OF_USE);
  const together = allOf(boxes.flatMap(({ start, end }) => [notBefore(at, start), after(end, at)]));
  return solve(together, timeline).kind !== 'none';
}

/** How many days all have in common, or none (0 or less), where all are dated. */
function daysInCommon(boxes: readonly Box[]): number | undefined {
  let first = Number.NEGATIVE_INFINITY;
  let end = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (box.start.kind !== 'day' || box.end.kind !== 'day') return undefined;
    first = Math.max(first, box.start.day);
    end = Math.min(end, box.end.day);
  }
  return end - first;
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
