/** Whether a use is one the promises collide on in some world: found by search, with the plain evaluator. */
import { addPeriod, dayAfter, firstDay, type Period, parseDay } from './calendar.ts';
import { type Candidates, type ConcreteUse, Evaluator } from './evaluate.ts';
import { explore, type Outcome } from './explore.ts';
import type { ReadingSpec, Scenario } from './scenario.ts';

/** Every period a scenario mentions. */
export function periodsOf(scenario: Scenario): Period[] {
  const found = JSON.stringify(scenario).matchAll(/"count":(-?\d+),"unit":"(\w+)"/g);
  const periods = [...found].map(([, count, unit]): Period => ({ count: Number(count), unit: unit as Period['unit'] }));
  return [...new Map(periods.map((period) => [`${period.count} ${period.unit}`, period])).values()];
}

const YEARS_OF_RENEWALS = 60;

/**
 * Days an event may have when a use on one day is judged: around that day and around the event's own bounds, also one
 * or two periods earlier or later, where the truth of what the clauses say can change.
 */
export function candidatesFor(scenario: Scenario, day: number): Candidates {
  const asOf = parseDay(scenario.asOf);
  const periods = periodsOf(scenario).flatMap((period) => [period, { ...period, count: -period.count }]);
  const bounds = scenario.events.flatMap(({ afterDate, beforeDate }) => [
    ...(afterDate ? [dayAfter(afterDate)] : []),
    ...(beforeDate ? [firstDay(beforeDate) - 1] : []),
  ]);
  const once = [day, asOf + 1, ...bounds];
  const moved = [day, day + 1].flatMap((one) => periods.map((period) => addPeriod(one, period)));
  const twice = moved.flatMap((one) => periods.map((period) => addPeriod(one, period)));
  const far = parseDay('2085-01-01');
  const near = (days: readonly number[], slack: number) =>
    days.flatMap((one) => Array.from({ length: 2 * slack + 1 }, (_, index) => one - slack + index));
  const all = [
    asOf + 1,
    asOf + 2,
    Number.POSITIVE_INFINITY,
    far,
    ...near(once, 3),
    ...near(moved, 2),
    ...near(twice, 1),
  ];
  const days = [...new Set(all)].filter((one) => one > asOf);
  return {
    event: () => days,
    dealEnd: ({ renews }, nominal) => {
      const ends = [nominal];
      const last = day + 366 * YEARS_OF_RENEWALS;
      for (let count = 1; renews && ends[ends.length - 1] < last && ends.length < 80; count++) {
        ends.push(addPeriod(nominal, { count: count * renews.count, unit: renews.unit }));
      }
      return ends;
    },
  };
}

const MOST_RUNS = 200_000;

/** Looks for a world in which this very use is let happen or demanded, and ruled out. */
export function collidesSomewhere(scenario: Scenario, reading: ReadingSpec | undefined, use: ConcreteUse): Outcome {
  const candidates = candidatesFor(scenario, use.day);
  return explore((choices) => new Evaluator(scenario, reading, choices, candidates).collides(use), MOST_RUNS);
}
