import { DAY_OF_USE } from '../model/timeline.ts';
import { FIRST_DAY } from '../terms/calendar.ts';
import { after, allOf, type DayFormula, type Days, notBefore, type Solution, solve } from '../terms/day-solver.ts';
import { day, type Time, type Timeline, variable } from '../terms/time.ts';

/**
 * Of what is so from the first of all days on, the day that says more: `asOf`, or the last day before it on which it is so. With
 * the days of events in a world in which it is, that of the use among them; undefined where that is not known.
 */
export function shownDay(condition: (at: Time) => DayFormula, asOf: number, timeline: Timeline): Days | undefined {
  const today = solve(condition(day(asOf)), timeline);
  if (today.kind === 'solved') return new Map(today.days).set(DAY_OF_USE, asOf);
  const at = variable(DAY_OF_USE);
  const notSoonerThan = (least: number): Solution =>
    solve(allOf([condition(at), notBefore(at, day(least)), after(day(asOf), at)]), timeline, DAY_OF_USE);
  let found: Days | undefined;
  for (let [least, most] = [FIRST_DAY, asOf]; least < most; ) {
    const middle = Math.floor((least + most) / 2);
    const solution = notSoonerThan(middle);
    if (solution.kind === 'too complex') return undefined;
    if (solution.kind === 'none') most = middle;
    else {
      found = solution.days;
      least = found.get(DAY_OF_USE)! + 1;
    }
  }
  return found;
}
