/** The few days and ends of deals that need to be tried to find a world in which promises collide on a given day. */
import { addPeriod, dayAfter, firstDay, type Period, parseDay } from './calendar.ts';
import type { Candidates } from './evaluate.ts';
import type { Scenario } from './scenario.ts';

/** Every period a scenario mentions. */
export function periodsOf(scenario: Scenario): Period[] {
  const found = JSON.stringify(scenario).matchAll(/"count":(-?\d+),"unit":"(\w+)"/g);
  const periods = [...found].map(([, count, unit]): Period => ({ count: Number(count), unit: unit as Period['unit'] }));
  return [...new Map(periods.map((period) => [`${period.count} ${period.unit}`, period])).values()];
}

const MOST_RENEWALS = 800;

/**
 * Days an event may have, and ends a renewing deal may have, when a use on one day is judged: around that day and
 * around the event's own bounds, also one or two periods earlier or later, where the truth of what clauses say changes.
 */
export function candidatesFor(scenario: Scenario, day: number): Candidates {
  const asOf = parseDay(scenario.asOf);
  const periods = periodsOf(scenario).flatMap((period) => [period, { ...period, count: -period.count }]);
  const bounds = scenario.events.flatMap(({ afterDate, beforeDate }) => [
    ...(afterDate ? [dayAfter(afterDate)] : []),
    ...(beforeDate ? [firstDay(beforeDate) - 1] : []),
  ]);
  const moved = periods.map((period) => addPeriod(day, period));
  const twice = moved.flatMap((one) => periods.map((period) => addPeriod(one, period)));
  const near = (days: readonly number[], before: number, after: number) =>
    days.flatMap((one) => Array.from({ length: before + after + 1 }, (_, index) => one - before + index));
  const far = parseDay('2085-01-01');
  const thresholds = [...near([day, asOf + 1, ...bounds], 3, 3), ...near(moved, 2, 4), ...near(twice, 1, 4)];
  const days = [...new Set([Number.POSITIVE_INFINITY, far, asOf + 1, asOf + 2, ...thresholds])];
  return {
    event: (name) => {
      const { afterDate, beforeDate, presumed } = scenario.events.find((event) => event.name === name)!;
      const low = Math.max(asOf + 1, afterDate ? dayAfter(afterDate) : 0);
      const high = beforeDate ? firstDay(beforeDate) - 1 : presumed === 'yes' ? far : Number.POSITIVE_INFINITY;
      return days.filter((one) => low <= one && one <= high);
    },
    dealEnd: ({ renews }, nominal) => {
      const ends = [nominal];
      for (let count = 1; renews && ends[ends.length - 1] < far && count < MOST_RENEWALS; count++) {
        ends.push(addPeriod(nominal, { count: count * renews.count, unit: renews.unit }));
      }
      const around = [day, ...moved, ...twice].flatMap((one) => {
        const next = ends.findIndex((end) => end > one);
        return ends.slice(Math.max(next - 1, 0), next + 1);
      });
      return [...new Set([ends[0], ...around, ends[ends.length - 1], Number.POSITIVE_INFINITY])];
    },
  };
}
