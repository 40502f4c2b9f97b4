import { NEVER } from '../terms/calendar.ts';
import { type DayFormula, type Days, isTrueWith } from '../terms/day-solver.ts';
import type { Timeline, VariableId } from '../terms/time.ts';

/** The undated events that have happened in a world by a day, and the renewals that have been made. */
export const openBy = (timeline: Timeline, days: Days, date: number): readonly VariableId[] =>
  [...days].flatMap(([id, value]) => {
    const { kind, low, high, mayNever } = timeline[id];
    const isKnown = low >= NEVER || (low === high && !mayNever);
    return kind === 'day' || isKnown || value > date ? [] : [id];
  });

/** Those of some facts without which a condition that holds in a world would not: an event that never happens, a deal that is not renewed. */
export const neededAmong = (
  facts: readonly VariableId[],
  timeline: Timeline,
  days: Days,
  condition: DayFormula,
): readonly VariableId[] =>
  facts.filter((id) => {
    const isMissing = (value: number): boolean => !isTrueWith(condition, new Map(days).set(id, value), timeline);
    return isMissing(NEVER) || (timeline[id].kind === 'renewal' && isMissing(timeline[id].low));
  });
