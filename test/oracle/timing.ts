/**
 * Times for Z3 (language.md §8, Time): whole days, `NEVER` later than all of them, `BEGINNING` earlier. Calendar months
 * are tabulated day by day over a horizon that lies beyond everything a scenario can name.
 */
import { addPeriod, dayAfter, dayFrom, firstDay, type Period, parseDay } from './calendar.ts';
import { assertion, FALSE, type Formula, or, type Script, shared, TRUE, variable } from './formula.ts';
import type { DealSpec, EventSpec, Scenario, Time } from './scenario.ts';

export const NEVER = 10_000_000;
export const BEGINNING = -1_000_000;

/** A day as a term of SMT-LIB: between `low` and `high`, or `NEVER` where `never` allows it. */
export interface Instant {
  readonly text: string;
  readonly low: number;
  readonly high: number;
  readonly never: boolean;
}

export const constantDay = (day: number): Instant => ({
  text: day < 0 ? `(- ${-day})` : `${day}`,
  low: day,
  high: day,
  never: false,
});

const latest = (instant: Instant): number => (instant.never ? NEVER : instant.high);

export function atMost(a: Instant, b: Instant): Formula {
  if (a.text === b.text || latest(a) <= b.low) return TRUE;
  if (a.low > latest(b)) return FALSE;
  return `(<= ${a.text} ${b.text})`;
}

export function before(a: Instant, b: Instant): Formula {
  if (a.text === b.text || a.low >= latest(b)) return FALSE;
  if (latest(a) < b.low) return TRUE;
  return `(< ${a.text} ${b.text})`;
}

/** Whether the instant is a day at all. */
export const happens = (instant: Instant): Formula => before(instant, constantDay(NEVER));

export interface Timing {
  /** As the beginning of something: a month is its first day. */
  readonly start: (time: Time, deal: DealSpec) => Instant;
  /** As an end: the first day after it. */
  readonly end: (time: Time, deal: DealSpec) => Instant;
  readonly dealStart: (deal: DealSpec) => Instant;
  /** The first day the deal is no longer in force, renewals counted. */
  readonly dealEnd: (deal: DealSpec) => Instant;
}

/** Declares the events and renewals of a scenario and gives the meaning of its times. */
export function timingOf(scenario: Scenario, script: Script): Timing {
  const horizon = horizonOf(scenario);
  const events = declareEvents(scenario, script, horizon);
  const ends = new Map<string, Instant>();

  const dealStart = (deal: DealSpec): Instant => (deal.from ? start(deal.from, deal) : constantDay(BEGINNING));

  const dealEnd = (deal: DealSpec): Instant => {
    const known = ends.get(deal.name);
    if (known) return known;
    const nominal = deal.until ? end(deal.until, deal) : constantDay(NEVER);
    const actual = deal.renews ? renewed(script, deal.name, nominal, deal.renews, horizon) : nominal;
    ends.set(deal.name, actual);
    return actual;
  };

  const read = (time: Time, deal: DealSpec, asEnd: boolean): Instant => {
    switch (time.kind) {
      case 'date':
        return constantDay(asEnd ? dayAfter(time.date) : firstDay(time.date));
      case 'event':
        return events.get(time.event)!;
      case 'start':
        return dealStart(deal);
      case 'end':
        return dealEnd(time.deal ? scenario.deals.find(({ name }) => name === time.deal)! : deal);
      case 'sum':
        return moved(script, read(time.base, deal, false), time.period);
      case 'earlier':
      case 'later':
        return time.times
          .map((part) => read(part, deal, asEnd))
          .reduce((a, b) => extreme(script, a, b, time.kind === 'earlier'));
      case 'perpetual':
        return constantDay(NEVER);
    }
  };
  const start = (time: Time, deal: DealSpec): Instant => read(time, deal, false);
  const end = (time: Time, deal: DealSpec): Instant => read(time, deal, true);
  return { start, end, dealStart, dealEnd };
}

/**
 * A day no stated time of the scenario reaches, however its periods add up, and a whole cycle of leap years beyond:
 * how long a month is differs from event day to event day.
 */
function horizonOf(scenario: Scenario): number {
  const text = JSON.stringify(scenario);
  const dates = [...text.matchAll(/"(\d{4}(?:-\d\d){0,2})"/g)].map(([, date]) => dayAfter(date));
  const periods = [...text.matchAll(/"count":(-?\d+),"unit":"(\w+)"/g)].map(
    ([, count, unit]) => Math.abs(addPeriod(0, { count: Number(count), unit: unit as Period['unit'] })) + 5,
  );
  return Math.max(...dates) + 2 * periods.reduce((a, b) => a + b, 0) + 5 * 366;
}

function declareEvents(scenario: Scenario, script: Script, horizon: number): Map<string, Instant> {
  const asOf = parseDay(scenario.asOf);
  const instants = new Map(
    scenario.events.map((event) => [event.name, declareEvent(event, script, asOf, horizon)] as const),
  );
  const order = (earlier: string, later: string): void => {
    const [first, second] = [instants.get(earlier)!, instants.get(later)!];
    assertion(script, or(atMost(constantDay(NEVER), second), before(first, second)));
  };
  for (const { name, beforeEvent, afterEvent } of scenario.events) {
    if (beforeEvent) order(name, beforeEvent);
    if (afterEvent) order(afterEvent, name);
  }
  return instants;
}

function declareEvent(event: EventSpec, script: Script, asOf: number, horizon: number): Instant {
  if (event.occurred) return constantDay(parseDay(event.occurred));
  if (event.presumed === 'no') return constantDay(NEVER);
  const low = Math.max(asOf + 1, event.afterDate ? dayAfter(event.afterDate) : asOf + 1);
  const high = event.beforeDate ? firstDay(event.beforeDate) - 1 : horizon;
  const never = !event.beforeDate && event.presumed !== 'yes';
  const text = variable(script, `day of ${event.name}`, 'Int');
  const within = `(and (<= ${low} ${text}) (<= ${text} ${high}))`;
  assertion(script, never ? `(or (= ${text} ${NEVER}) ${within})` : within);
  return { text, low, high, never };
}

/** A deal's end after any number of renewals, or never: the nominal end moved by that many periods at once. */
function renewed(script: Script, deal: string, nominal: Instant, period: Period, horizon: number): Instant {
  if (nominal.low !== nominal.high || nominal.never || nominal.low === NEVER) {
    throw new Error('only deals that end on a stated day renew');
  }
  const days = [nominal.low];
  for (let count = 1; days[days.length - 1] < horizon; count++) {
    days.push(addPeriod(nominal.low, { count: count * period.count, unit: period.unit }));
  }
  const text = variable(script, `end of ${deal}`, 'Int');
  assertion(script, or(...[...days, NEVER].map((day) => `(= ${text} ${day})`)));
  return { text, low: days[0], high: days[days.length - 1], never: true };
}

/** A day moved by a period; never stays never. */
function moved(script: Script, base: Instant, period: Period): Instant {
  if (base.low === NEVER || base.high === BEGINNING) return base;
  if (base.low === base.high && !base.never) return constantDay(addPeriod(base.low, period));
  const shift = `(+ ${base.text} ${shiftTable(base, period)})`;
  const text = base.never ? `(ite (= ${base.text} ${NEVER}) ${NEVER} ${shift})` : shift;
  return {
    text: shared(script, text, 'Int'),
    low: addPeriod(base.low, period),
    high: addPeriod(base.high, period),
    never: base.never,
  };
}

/** A stretch of days, up to the next run, that a period moves by equally many days. */
interface Run {
  readonly from: number;
  readonly shift: number;
}

const FIRST_TABULATED = dayFrom(2000, 1, 1);
const LAST_TABULATED = dayFrom(2120, 1, 1);
const runsOfPeriod = new Map<string, readonly Run[]>();

function runsOf(period: Period): readonly Run[] {
  const key = `${period.count} ${period.unit}`;
  const known = runsOfPeriod.get(key);
  if (known) return known;
  const runs: Run[] = [];
  for (let day = FIRST_TABULATED; day <= LAST_TABULATED; day++) {
    const shift = addPeriod(day, period) - day;
    if (runs.length === 0 || runs[runs.length - 1].shift !== shift) runs.push({ from: day, shift });
  }
  runsOfPeriod.set(key, runs);
  return runs;
}

/** How far a period moves a day, as a binary search over the runs of equal shifts. */
function shiftTable({ text, low, high }: Instant, period: Period): string {
  if (low < FIRST_TABULATED || high > LAST_TABULATED) throw new Error(`days ${low}..${high} are not tabulated`);
  const runs = runsOf(period).filter(
    ({ from }, index, all) => from <= high && (all[index + 1]?.from ?? high + 1) > low,
  );
  const search = (first: number, last: number): string => {
    if (first === last) return constantDay(runs[first].shift).text;
    const middle = (first + last + 1) >> 1;
    return `(ite (< ${text} ${runs[middle].from}) ${search(first, middle - 1)} ${search(middle, last)})`;
  };
  return search(0, runs.length - 1);
}

function extreme(script: Script, a: Instant, b: Instant, earlier: boolean): Instant {
  const aFirst = atMost(a, b);
  if (aFirst === TRUE) return earlier ? a : b;
  if (aFirst === FALSE) return earlier ? b : a;
  const pick = earlier ? Math.min : Math.max;
  const text = shared(
    script,
    earlier ? `(ite ${aFirst} ${a.text} ${b.text})` : `(ite ${aFirst} ${b.text} ${a.text})`,
    'Int',
  );
  const never = earlier ? a.never && b.never : a.never || b.never;
  const finite = [a, b].filter((one) => one.low !== NEVER);
  return { text, low: pick(a.low, b.low), high: Math.max(...finite.map(({ high }) => high)), never };
}
