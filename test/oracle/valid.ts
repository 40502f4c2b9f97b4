/** Whether a scenario is one the language accepts: its terms and events do not contradict each other. */
import { dayAfter, firstDay, parseDay } from './calendar.ts';
import type { EventSpec, ReadingSpec, Scenario } from './scenario.ts';
import { isContradictory, vocabularyOf } from './vocabulary.ts';

/** Whether the terms hold together, as written and under every reading. */
export function termsHold(scenario: Scenario): boolean {
  const dimensions = new Set(scenario.terms.map(({ dimension }) => dimension));
  const readings: (ReadingSpec | undefined)[] = [undefined, ...scenario.readings];
  return [...dimensions].every((dimension) =>
    readings.every((reading) => !isContradictory(vocabularyOf(scenario, dimension, reading))),
  );
}

/** What the order of events says: pairs of an earlier and a later one. */
const ordersOf = (events: readonly EventSpec[]): [string, string][] =>
  events.flatMap(({ name, beforeEvent, afterEvent }) => [
    ...(beforeEvent ? [[name, beforeEvent] as [string, string]] : []),
    ...(afterEvent ? [[afterEvent, name] as [string, string]] : []),
  ]);

/** Whether some course of events obeys everything stated, with every event that may happen happening. */
export function eventsHold({ events, asOf }: Pick<Scenario, 'events' | 'asOf'>): boolean {
  const orders = ordersOf(events);
  const bounds = new Map(
    events.map((event) => {
      const low = Math.max(parseDay(asOf) + 1, event.afterDate ? dayAfter(event.afterDate) : 0);
      const high = event.beforeDate ? firstDay(event.beforeDate) - 1 : Number.POSITIVE_INFINITY;
      const day = event.occurred === undefined ? undefined : parseDay(event.occurred);
      return [event.name, day === undefined ? { low, high } : { low: day, high: day }];
    }),
  );
  const must = new Set(
    events.filter((event) => event.occurred || event.beforeDate || event.presumed === 'yes').map(({ name }) => name),
  );
  const cannot = new Set(events.filter((event) => event.presumed === 'no').map(({ name }) => name));
  for (let round = 0; round <= events.length; round++) {
    for (const [earlier, later] of orders) {
      if (must.has(later)) must.add(earlier);
      if (cannot.has(earlier)) cannot.add(later);
      const [first, second] = [bounds.get(earlier)!, bounds.get(later)!];
      second.low = Math.max(second.low, first.low + 1);
    }
  }
  if (events.some(({ name }) => must.has(name) && cannot.has(name))) return false;
  const cyclic = orders.some(([earlier, later]) => reaches(orders, later, earlier));
  return !cyclic && [...bounds.values()].every(({ low, high }) => low <= high);
}

function reaches(orders: readonly (readonly [string, string])[], from: string, to: string): boolean {
  const queue = [from];
  const seen = new Set(queue);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === to) return true;
    for (const [earlier, later] of orders) {
      if (earlier === next && !seen.has(later)) {
        seen.add(later);
        queue.push(later);
      }
    }
  }
  return false;
}
