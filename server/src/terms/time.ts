import { addPeriod, FIRST_DAY, NEVER, type Period, type Sign } from './calendar.ts';

/** An index into a {@link Timeline}'s variables. */
export type VariableId = number;

/**
 * A day as contracts give it: a date, the day of an event, a sum, the earlier or later of several. As an end it is the
 * first day no longer in force. Days since 1970-01-01; `NEVER` is later than every day.
 */
export type Time =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'variable'; readonly variable: VariableId }
  | { readonly kind: 'sum'; readonly base: Time; readonly period: Period; readonly sign: Sign }
  | { readonly kind: 'earliest'; readonly items: readonly Time[] }
  | { readonly kind: 'latest'; readonly items: readonly Time[] }
  /** `base` put off by the period as often as the variable says. */
  | { readonly kind: 'renewed'; readonly base: Time; readonly period: Period; readonly times: VariableId }
  | ProvidedTime;

/** `base` in a world in which `later` is at least `gap` days after `earlier`; never in any other, and where `later` is never. */
export interface ProvidedTime {
  readonly kind: 'provided';
  readonly base: Time;
  readonly later: Time;
  readonly earlier: Time;
  readonly gap: 0 | 1;
}

/** What is known of a variable: its values are `low`..`high`, and `NEVER` where it `mayNever`. */
export interface Variable {
  readonly kind: 'event' | 'renewal' | 'day';
  /** The event's name, or that of the deal that renews. */
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly mayNever: boolean;
  /** It is settled by presumption, not by fact. */
  readonly presumed?: boolean;
  /** Events that must come on an earlier day. */
  readonly after: readonly VariableId[];
}

export type Timeline = readonly Variable[];

export const day = (value: number): Time => ({ kind: 'day', day: value });
export const ALWAYS_BEFORE: Time = day(FIRST_DAY);
export const NEVER_TIME: Time = day(NEVER);
export const variable = (id: VariableId): Time => ({ kind: 'variable', variable: id });

export function sum(base: Time, period: Period, sign: Sign): Time {
  switch (base.kind) {
    case 'day':
      return day(addPeriod(base.day, period, sign));
    case 'earliest':
      return earliest(base.items.map((item) => sum(item, period, sign)));
    case 'latest':
      return latest(base.items.map((item) => sum(item, period, sign)));
    case 'provided':
      return { ...base, base: sum(base.base, period, sign) };
    default:
      return { kind: 'sum', base, period, sign };
  }
}

export function renewed(base: Time, period: Period, times: VariableId): Time {
  if (base.kind === 'earliest') return earliest(base.items.map((item) => renewed(item, period, times)));
  if (base.kind === 'latest') return latest(base.items.map((item) => renewed(item, period, times)));
  if (base.kind === 'provided') return { ...base, base: renewed(base.base, period, times) };
  return base.kind === 'day' && base.day >= NEVER ? base : { kind: 'renewed', base, period, times };
}

export const earliest = (items: readonly Time[]): Time => choose('earliest', items);
export const latest = (items: readonly Time[]): Time => choose('latest', items);

/** Flattens nested choices and folds dates, so that a choice among dates is a date. */
function choose(kind: 'earliest' | 'latest', items: readonly Time[]): Time {
  const flat: Time[] = [];
  let fixed: number | undefined;
  for (const item of items.flatMap((one) => (one.kind === kind ? one.items : [one]))) {
    if (item.kind !== 'day') flat.push(item);
    else if (fixed === undefined) fixed = item.day;
    else fixed = kind === 'earliest' ? Math.min(fixed, item.day) : Math.max(fixed, item.day);
  }
  if (fixed !== undefined && !(kind === 'earliest' && fixed >= NEVER && flat.length > 0)) flat.push(day(fixed));
  return flat.length === 1 ? flat[0] : { kind, items: flat };
}

/** `period` so many times over; `NEVER` times is never. */
export function renew(base: number, period: Period, times: number): number {
  if (times >= NEVER || base >= NEVER) return NEVER;
  return times === 0 ? base : addPeriod(base, { months: period.months * times, days: period.days * times });
}

/** Whether two times are said in the same words, and so are the same day whatever happens; others may be as well. */
export function isSameTime(a: Time, b: Time): boolean {
  if (a.kind === 'day') return b.kind === 'day' && a.day === b.day;
  if (a.kind === 'variable') return b.kind === 'variable' && a.variable === b.variable;
  if (a.kind === 'sum') return b.kind === 'sum' && isSameSum(a, b);
  if (a.kind !== 'earliest' && a.kind !== 'latest') return a === b;
  return (
    a.kind === b.kind &&
    a.items.length === b.items.length &&
    a.items.every((item, index) => isSameTime(item, b.items[index]))
  );
}

type Sum = Time & { readonly kind: 'sum' };

const isSameSum = (a: Sum, b: Sum): boolean =>
  a.sign === b.sign &&
  a.period.months === b.period.months &&
  a.period.days === b.period.days &&
  isSameTime(a.base, b.base);

/** Whether which of two is later has a say in a time. */
export function isProvided(time: Time): boolean {
  switch (time.kind) {
    case 'day':
    case 'variable':
      return false;
    case 'sum':
    case 'renewed':
      return isProvided(time.base);
    case 'earliest':
    case 'latest':
      return time.items.some(isProvided);
    case 'provided':
      return true;
  }
}

/** The variables that a time rests on. */
export function variablesOf(time: Time, into: Set<VariableId> = new Set()): Set<VariableId> {
  switch (time.kind) {
    case 'day':
      break;
    case 'variable':
      into.add(time.variable);
      break;
    case 'sum':
      variablesOf(time.base, into);
      break;
    case 'earliest':
    case 'latest':
      for (const item of time.items) variablesOf(item, into);
      break;
    case 'renewed':
      into.add(time.times);
      variablesOf(time.base, into);
      break;
    case 'provided':
      for (const part of [time.base, time.later, time.earlier]) variablesOf(part, into);
      break;
  }
  return into;
}

/** The day that a time falls on when each variable has the value given. */
export function dayUnder(
  time: Time,
  valueOfVariable: (id: VariableId) => number,
  holds: (one: ProvidedTime) => boolean = ({ later, earlier, gap }) =>
    isAtLeast(dayUnder(later, valueOfVariable), dayUnder(earlier, valueOfVariable), gap),
): number {
  const inner = (one: Time): number => dayUnder(one, valueOfVariable, holds);
  switch (time.kind) {
    case 'day':
      return time.day;
    case 'variable':
      return valueOfVariable(time.variable);
    case 'sum':
      return addPeriod(inner(time.base), time.period, time.sign);
    case 'earliest':
      return Math.min(...time.items.map(inner));
    case 'latest':
      return Math.max(...time.items.map(inner));
    case 'renewed':
      return renew(inner(time.base), time.period, valueOfVariable(time.times));
    case 'provided':
      return holds(time) ? inner(time.base) : NEVER;
  }
}

const isAtLeast = (later: number, earlier: number, gap: 0 | 1): boolean => later >= Math.min(NEVER, earlier + gap);

/** The earliest day that a time can fall on, whatever the other variables do; of what is provided, perhaps one before it. */
export const lowestOf = (time: Time, timeline: Timeline): number =>
  time.kind === 'day'
    ? time.day
    : dayUnder(
        time,
        (id) => timeline[id].low,
        ({ later, earlier, gap }) => isAtLeast(highestOf(later, timeline), lowestOf(earlier, timeline), gap),
      );

/** The latest day that a time can fall on, `NEVER` included; of what is provided, perhaps one after it. */
export const highestOf = (time: Time, timeline: Timeline): number =>
  time.kind === 'day'
    ? time.day
    : dayUnder(
        time,
        (id) => (timeline[id].mayNever ? NEVER : timeline[id].high),
        ({ later, earlier, gap }) => isAtLeast(lowestOf(later, timeline), highestOf(earlier, timeline), gap),
      );
