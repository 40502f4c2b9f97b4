import { NEVER } from '../terms/calendar.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { Timeline, VariableId } from '../terms/time.ts';
import type { Variables } from './timeline.ts';

/** The days on which something may happen under any reading; `high` is `NEVER` where it may not happen at all. */
export interface DayRange {
  readonly low: number;
  readonly high: number;
}

/** What is known of the days of events, whatever the reading. */
export interface EventOrder {
  readonly daysOf: (event: TermId) => DayRange | undefined;
  /** Whether it is said that one happens after another, at any remove. */
  readonly comesAfter: (later: TermId, earlier: TermId) => boolean;
}

export const eventOrder = ({ ofEvent }: Variables, timelines: readonly Timeline[]): EventOrder => ({
  daysOf: (event) => {
    const id = ofEvent.get(event);
    if (id === undefined) return undefined;
    const variables = timelines.map((timeline) => timeline[id]);
    return {
      low: Math.min(...variables.map(({ low }) => low)),
      high: Math.max(...variables.map(({ high, mayNever }) => (mayNever ? NEVER : high))),
    };
  },
  comesAfter: (later, earlier) => {
    const [from, to] = [ofEvent.get(later), ofEvent.get(earlier)];
    return from !== undefined && to !== undefined && timelines.every((timeline) => follows(timeline, from, to));
  },
});

function follows(timeline: Timeline, later: VariableId, earlier: VariableId): boolean {
  const seen = new Set<VariableId>();
  const pending = [...timeline[later].after];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === earlier) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    pending.push(...timeline[next].after);
  }
  return false;
}
