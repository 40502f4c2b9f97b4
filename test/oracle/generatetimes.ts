/** Random times: few dates, and others a period or a day away from them, so that windows touch and just miss. */
import { addPeriod, formatDay, type Period, parseDay } from './calendar.ts';
import type { Random } from './random.ts';
import type { EventSpec, StateSpec, Time } from './scenario.ts';
import { eventsHold } from './valid.ts';

const PERIODS: readonly Period[] = [
  { count: 30, unit: 'days' },
  { count: 90, unit: 'days' },
  { count: 6, unit: 'weeks' },
  { count: 1, unit: 'months' },
  { count: 6, unit: 'months' },
  { count: 18, unit: 'months' },
  { count: 2, unit: 'quarters' },
  { count: 1, unit: 'years' },
  { count: 3, unit: 'years' },
];

const DATES = [
  '2026-01-31',
  '2027-02-28',
  '2027-05-31',
  '2028-02-29',
  '2028-12-31',
  '2026-09-15',
  '2027-08-30',
  '2029-03-01',
];

/** What the times of one scenario are drawn from. */
export interface Calendar {
  readonly asOf: string;
  readonly dates: readonly string[];
  readonly periods: readonly Period[];
  readonly events: readonly EventSpec[];
  readonly states: readonly StateSpec[];
}

/** Draws the dates, periods, events and states of a scenario. */
export function drawCalendar(random: Random): Calendar {
  const asOf = random.pick(['2026-06-15', '2027-01-31', '2027-06-01']);
  const periods = random.some(PERIODS, 2);
  const base = parseDay(random.pick(DATES));
  const [period] = periods;
  const back = { ...period, count: -period.count };
  const days = [
    base,
    addPeriod(base, period),
    addPeriod(base, back),
    base + random.pick([-1, 1]),
    parseDay(random.pick(DATES)),
  ];
  const dates = days.map(formatDay);
  const count = random.weighted([
    [0, 35],
    [1, 30],
    [2, 25],
    [3, 10],
  ]);
  let events: EventSpec[];
  do {
    events = ['AGI', 'IPO', 'Launch'].slice(0, count).map((name, index) => drawEvent(random, name, index, asOf, dates));
  } while (!eventsHold({ events, asOf }));
  const states = random.chance(0.25) ? [{ name: 'shortage', presumedNo: random.chance(0.15) || undefined }] : [];
  return { asOf, dates, periods, events, states };
}

function drawEvent(random: Random, name: string, index: number, asOf: string, dates: readonly string[]): EventSpec {
  if (random.chance(0.12)) return { name, occurred: formatDay(parseDay(asOf) - random.pick([0, 1, 40, 400])) };
  const other = index > 0 ? ['AGI', 'IPO', 'Launch'][random.below(index)] : undefined;
  const order = other
    ? random.weighted([
        ['none', 40],
        ['before', 30],
        ['after', 30],
      ] as const)
    : 'none';
  return {
    name,
    afterDate: random.chance(0.25) ? coarse(random, random.pick(dates)) : undefined,
    beforeDate: random.chance(0.15) ? coarse(random, random.pick([...dates, '2031-01-01'])) : undefined,
    beforeEvent: order === 'before' ? other : undefined,
    afterEvent: order === 'after' ? other : undefined,
    presumed: random.weighted([
      [undefined, 76],
      ['yes', 12],
      ['no', 12],
    ] as const),
  };
}

/** A date as it stands, or its month or year. */
export const coarse = (random: Random, date: string): string =>
  random.weighted([
    [date, 70],
    [date.slice(0, 7), 18],
    [date.slice(0, 4), 12],
  ]);

export const dateTime = (date: string): Time => ({ kind: 'date', date });

/** A stated date, month or year: mostly one of the earlier dates for a start, of the later ones for an end. */
export function drawDate(random: Random, { dates }: Calendar, asEnd = false): Time {
  const sorted = [...dates].sort();
  const half = asEnd ? sorted.slice(2) : sorted.slice(0, 3);
  return dateTime(coarse(random, random.pick(random.chance(0.7) ? half : sorted)));
}

const drawEventTime = (random: Random, calendar: Calendar): Time =>
  calendar.events.length > 0 ? { kind: 'event', event: random.pick(calendar.events).name } : drawDate(random, calendar);

function drawSum(random: Random, calendar: Calendar, base: Time): Time {
  const period = random.pick(calendar.periods);
  const sign = random.chance(0.85) ? 1 : -1;
  return { kind: 'sum', base, period: { ...period, count: sign * period.count } };
}

/** A start as a clause may give it. */
export function drawStart(random: Random, calendar: Calendar): Time {
  switch (
    random.weighted([
      ['date', 45],
      ['event', 30],
      ['eventSum', 10],
      ['dateSum', 5],
      ['either', 10],
    ] as const)
  ) {
    case 'date':
      return drawDate(random, calendar);
    case 'event':
      return drawEventTime(random, calendar);
    case 'eventSum':
      return drawSum(random, calendar, drawEventTime(random, calendar));
    case 'dateSum':
      return drawSum(random, calendar, drawDate(random, calendar));
    case 'either':
      return drawEither(random, calendar);
  }
}

function drawEither(random: Random, calendar: Calendar, asEnd = false): Time {
  const times = [drawEventTime(random, calendar), drawDate(random, calendar, asEnd)];
  if (random.chance(0.25)) times.push(drawSum(random, calendar, drawEventTime(random, calendar)));
  return { kind: random.pick(['earlier', 'later']), times };
}

/** An end as a clause may give it; `deals` are those whose `end` may be named, the own one as `undefined`. */
export function drawEnd(random: Random, calendar: Calendar, ends: readonly (string | undefined)[]): Time {
  const kind = random.weighted([
    ['date', 30],
    ['event', 28],
    ['sum', 14],
    ['either', 12],
    ['start', 5],
    ['end', ends.length > 0 ? 12 : 0],
    ['perpetual', 3],
  ] as const);
  switch (kind) {
    case 'date':
      return drawDate(random, calendar, true);
    case 'event':
      return drawEventTime(random, calendar);
    case 'sum':
      return drawSum(
        random,
        calendar,
        random.chance(0.7) ? drawEventTime(random, calendar) : drawDate(random, calendar, true),
      );
    case 'either':
      return drawEither(random, calendar, true);
    case 'start':
      return { kind: 'sum', base: { kind: 'start' }, period: random.pick(calendar.periods) };
    case 'end': {
      const end: Time = { kind: 'end', deal: random.pick(ends) };
      return end.deal && random.chance(0.4) ? end : drawSum(random, calendar, end);
    }
    case 'perpetual':
      return { kind: 'perpetual' };
  }
}

/** An end and a start around one moment, written in different ways: a period after a date or an event, give or take a day. */
export function drawTouching(
  random: Random,
  calendar: Calendar,
): readonly [{ readonly until: Time }, { readonly from: Time }] {
  const [period] = calendar.periods;
  const event = drawEventTime(random, calendar);
  if (event.kind === 'event' && random.chance(0.4)) {
    const sum = (count: number): Time => ({ kind: 'sum', base: event, period: { ...period, count } });
    const shifted: Time = {
      kind: 'sum',
      base: event,
      period: { count: random.pick([27, 31, 89, 92, 365]), unit: 'days' },
    };
    const times = [event, sum(period.count), sum(-period.count), shifted];
    return [{ until: random.pick(times) }, { from: random.pick(times) }];
  }
  const base = calendar.dates[0];
  const day = addPeriod(parseDay(base), period);
  const sum: Time = { kind: 'sum', base: dateTime(base), period };
  const around = (shift: number): Time => dateTime(formatDay(day + shift));
  return [
    { until: random.pick([sum, around(-1), around(0)]) },
    { from: random.pick([sum, around(-1), around(0), around(1)]) },
  ];
}
