import { FIRST_DAY, formatDay, LAST_DAY, NEVER } from './calendar.ts';
import type { TermId } from './set-expression.ts';
import type { Term } from './vocabulary.ts';

/** What is said of an event and cannot be: of it alone, or with another that it comes after. */
export interface EventContradiction {
  readonly event: Term;
  readonly other?: Term;
  /** What is to be given up for the rest to hold. */
  readonly broken: 'after' | 'before' | 'order';
  /** "`AGI` occurred on 2031-01-01, but it comes only after `IPO`, which occurred on 2032-01-01". */
  readonly message: string;
}

/** The days that a scenario gives to events, `NEVER` among them, over what terms say. */
export type AssumedDay = (event: Term) => number | undefined;

const NOTHING_ASSUMED: AssumedDay = () => undefined;

/** Dates, bounds and an order of events that no course of events meets. The order has no circles. */
export function eventContradictions(
  terms: readonly Term[],
  assumedDay: AssumedDay = NOTHING_ASSUMED,
): readonly EventContradiction[] {
  const found: EventContradiction[] = [];
  const dayOf = (term: Term): number | undefined => assumedDay(term) ?? term.event.occurred;
  const earliest = new Map<TermId, number>();
  /** The earliest day on which it can happen, `NEVER` where it cannot. */
  const earliestOf = (id: TermId): number => {
    const known = earliest.get(id);
    if (known !== undefined) return known;
    const event = terms[id];
    const own = alone(event, dayOf(event));
    let first = own.first;
    for (const before of event.event.afterEvents) {
      const next = earliestOf(before) + 1;
      if (next <= own.last) first = Math.max(first, next);
      else if (own.must) found.push(orderOf(event, terms[before], next - 1));
      else first = NEVER;
    }
    earliest.set(id, first);
    return first;
  };
  const orderOf = (event: Term, other: Term, first: number): EventContradiction => {
    const message = `${certainty(event, assumedDay(event))}, but it comes only after \`${other.name}\`, which ${hindrance(other, assumedDay(other), first)}`;
    return { event, other, broken: 'order', message };
  };
  for (const event of terms) {
    if (event.dimension !== 'event') continue;
    found.push(...ownContradictions(event, assumedDay(event)));
    earliestOf(event.id);
  }
  return found;
}

/** What is known of an event without its order: whether it happens, and between which days. */
function alone({ event }: Term, day: number | undefined): { first: number; last: number; must: boolean } {
  if (day !== undefined) return { first: day, last: day, must: day < NEVER };
  const { after, before, presumed } = event;
  if (presumed === false && before === undefined) return { first: NEVER, last: NEVER, must: false };
  return {
    first: after === undefined ? FIRST_DAY : after + 1,
    last: before === undefined ? LAST_DAY : before - 1,
    must: before !== undefined || presumed === true,
  };
}

function ownContradictions(event: Term, assumed: number | undefined): EventContradiction[] {
  const { after, before, occurred } = event.event;
  const day = assumed ?? occurred;
  if (day === undefined) {
    if (after === undefined || before === undefined || after + 1 < before) return [];
    const message = `\`${event.name}\` is stated to come after ${formatDay(after)} and before ${formatDay(before)}: there is no such day`;
    return [{ event, broken: 'after', message }];
  }
  const happens = certainty(event, assumed);
  const found: EventContradiction[] = [];
  if (after !== undefined && day <= after) {
    const message = `${happens}, but it is stated to come after ${formatDay(after)}`;
    found.push({ event, broken: 'after', message });
  }
  if (before !== undefined && day >= before) {
    const message = `${happens}, but it is stated to come before ${formatDay(before)}`;
    found.push({ event, broken: 'before', message });
  }
  return found;
}

/** "`AGI` occurred on 2031-01-01": why an event is taken to happen, or not to. */
function certainty({ name, event }: Term, assumed: number | undefined): string {
  if (assumed !== undefined) return `\`${name}\` is assumed ${assumption(assumed)}`;
  if (event.occurred !== undefined) return `\`${name}\` occurred on ${formatDay(event.occurred)}`;
  if (event.before !== undefined) return `\`${name}\` is stated to happen before ${formatDay(event.before)}`;
  return `\`${name}\` is presumed to happen`;
}

/** Why an event does not come before another: the earliest day on which it can come is `first`. */
function hindrance({ event }: Term, assumed: number | undefined, first: number): string {
  if (assumed !== undefined) return `is assumed ${assumption(assumed)}`;
  if (event.occurred !== undefined) return `occurred on ${formatDay(event.occurred)}`;
  if (first < NEVER) return `cannot happen before ${formatDay(first)}`;
  return event.presumed === false ? 'is presumed never to happen' : 'cannot happen';
}

const assumption = (day: number): string => (day >= NEVER ? 'never to happen' : `to happen on ${formatDay(day)}`);
