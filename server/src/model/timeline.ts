import { dayOf, FIRST_DAY, LAST_DAY, NEVER, type Period } from '../terms/calendar.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { Timeline, Variable, VariableId } from '../terms/time.ts';
import { inDeclaredOrder, nameAlone, type Term } from '../terms/vocabulary.ts';
import type { Deal } from './model.ts';

/** The day of the use that is looked at: variable 0 of every timeline. */
export const DAY_OF_USE: VariableId = 0;

/** Which variable stands for which event, and for how often which deal renews. */
export interface Variables {
  readonly count: number;
  readonly ofEvent: ReadonlyMap<TermId, VariableId>;
  readonly ofRenewal: ReadonlyMap<Deal, VariableId>;
}

export function variablesFor(terms: readonly Term[], deals: readonly Deal[]): Variables {
  const ofEvent = new Map<TermId, VariableId>();
  const ofRenewal = new Map<Deal, VariableId>();
  let next = DAY_OF_USE + 1;
  for (const term of inDeclaredOrder(terms)) if (term.dimension === 'event') ofEvent.set(term.id, next++);
  for (const deal of deals) if (deal.renews) ofRenewal.set(deal, next++);
  return { count: next, ofEvent, ofRenewal };
}

/** The same variables, and others for events that have none. */
export function withEventsOf(variables: Variables, terms: readonly Term[]): Variables {
  const ofEvent = new Map(variables.ofEvent);
  let next = variables.count;
  for (const term of inDeclaredOrder(terms)) {
    if (term.dimension === 'event' && !ofEvent.has(term.id)) ofEvent.set(term.id, next++);
  }
  return { ...variables, count: next, ofEvent };
}

/** An undated event that happens does so early enough for any sum with its day to be a day too. */
export const HORIZON = dayOf(8999, 12, 31);

/** A scenario: event name to its day, or `NEVER`. */
export type Scenario = ReadonlyMap<string, number>;

/** Gives the day that a scenario gives to an event, by its name, where it gives one. */
export type AssumedDay = (event: string) => number | undefined;

/** An event of a deal's own goes by `deal.name`, or by its name alone where no event of all deals is called so. */
export function assumedDays(scenario: Scenario, terms: readonly Term[]): AssumedDay {
  if (scenario.size === 0) return () => undefined;
  const names = new Set(terms.flatMap(({ dimension, name }) => (dimension === 'event' ? [name] : [])));
  return (event) => {
    const alone = nameAlone(event);
    return scenario.get(event) ?? (names.has(alone) ? undefined : scenario.get(alone));
  };
}

/** What is known of every variable under one reading's terms. An undated event has not happened up to `asOf`. */
export function buildTimeline(
  variables: Variables,
  terms: readonly Term[],
  asOf: number,
  scenario: Scenario,
): Timeline {
  const timeline: Variable[] = [
    { kind: 'day', name: 'the day', low: FIRST_DAY, high: LAST_DAY, mayNever: false, after: [] },
  ];
  const assumed = assumedDays(scenario, terms);
  for (const [id, variable] of variables.ofEvent)
    timeline[variable] = eventVariable(terms[id], variables, asOf, assumed);
  for (const [deal, variable] of variables.ofRenewal) {
    const high = mostRenewals(deal.renews);
    timeline[variable] = { kind: 'renewal', name: deal.name, low: 0, high, mayNever: true, after: [] };
  }
  return tighten(timeline, asOf);
}

/**
 * How often a deal is renewed that is not renewed for ever: so often at most that days come after it, the end of the calendar
 * being nothing that a contract knows of.
 */
function mostRenewals(period: Period | undefined): number {
  const days = period === undefined ? 0 : period.months * DAYS_OF_MONTH + period.days;
  return days === 0 ? LAST_DAY : Math.floor(MOST_RENEWED_DAYS / days);
}

const DAYS_OF_MONTH = 31;
/** Six thousand years. */
const MOST_RENEWED_DAYS = 6000 * 12 * DAYS_OF_MONTH;

function eventVariable(term: Term, variables: Variables, asOf: number, assumed: AssumedDay): Variable {
  const { occurred, after, before, presumed, afterEvents } = term.event;
  const base = { kind: 'event', name: term.name, after: afterEvents.map((id) => variables.ofEvent.get(id)!) } as const;
  const settled = assumed(term.name) ?? occurred;
  if (settled !== undefined && settled < NEVER) return { ...base, low: settled, high: settled, mayNever: false };
  if (settled !== undefined) return { ...base, low: NEVER, high: NEVER, mayNever: true };
  if (presumed === false && before === undefined)
    return { ...base, low: NEVER, high: NEVER, mayNever: true, presumed: true };
  const high = before === undefined ? HORIZON : before - 1;
  const earliest = after === undefined ? FIRST_DAY : after + 1;
  const low = Math.max(earliest, asOf + 1);
  // An event that was to happen by a day already past is reported as overdue; until that is settled, any day will do.
  return {
    ...base,
    low: low <= high ? low : earliest,
    high,
    mayNever: before === undefined && presumed !== true,
    ...(presumed === true ? { presumed: true } : {}),
  };
}

/** The day on which something happens under every reading, where that is known. */
export function settledDay(timelines: readonly Timeline[], id: VariableId): number | undefined {
  const { low } = timelines[0][id];
  return low < NEVER && timelines.every(({ [id]: one }) => one.low === low && one.high === low && !one.mayNever)
    ? low
    : undefined;
}

/** What must have happened before something that happens has happened too. */
function tighten(timeline: Variable[], asOf: number): Timeline {
  for (let moved = true; moved; ) {
    moved = false;
    for (const later of timeline) {
      if (later.mayNever) continue;
      for (const id of later.after) {
        const earlier = timeline[id];
        const high = Math.min(earlier.high, later.high - 1);
        if (!earlier.mayNever && high === earlier.high) continue;
        if (earlier.low >= NEVER) continue;
        const low = earlier.low > high && earlier.low === asOf + 1 ? FIRST_DAY : earlier.low;
        timeline[id] = { ...earlier, low, high, mayNever: false };
        moved = true;
      }
    }
  }
  return timeline;
}
