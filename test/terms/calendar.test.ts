import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import {
  addPeriod,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  firstDayOfMonth,
  firstDayOfYear,
  formatDay,
  greatestDayWhoseSumIsAtMost,
  LAST_DAY,
  lastDayOfMonth,
  lastDayOfYear,
  leastDayWhoseSumReaches,
  NEVER,
  type Period,
  parseDate,
  parseDay,
  parsePeriod,
  type Sign,
} from '../../server/src/terms/calendar.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');
const toTemporal = (day: number) => epoch.add({ days: day });
const fromTemporal = (date: Temporal.PlainDate) => epoch.until(date, { largestUnit: 'days' }).days;

const anyDay = fc.oneof(
  fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 900 }),
  fc.integer({ min: LAST_DAY - 900, max: LAST_DAY }),
  // Around the ends of February, where clamping bites.
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -3, max: 3 }))
    .map(([year, shift]) => Math.max(FIRST_DAY, dayOf(year, 3, 1) + shift)),
);
const anyPeriod: fc.Arbitrary<Period> = fc.record({
  months: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 120_000 })),
  days: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 4_000_000 })),
});
const anySign = fc.constantFrom<Sign>(1, -1);

const day = (text: string): number => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no day: ${text}`);
  return parsed;
};

describe('days', () => {
  it('counts from 1970-01-01', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(parseDay('1970-01-02')).toBe(1);
    expect(parseDay('1969-12-31')).toBe(-1);
    expect(parseDay('2000-03-01')).toBe(11_017);
  });

  it('has a first and a last day', () => {
    expect(parseDay('0001-01-01')).toBe(FIRST_DAY);
    expect(parseDay('9999-12-31')).toBe(LAST_DAY);
    expect(NEVER).toBeGreaterThan(LAST_DAY);
    expect(formatDay(NEVER)).toBe('never');
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '2026-04-00',
    '0000-01-01',
    '2026-2-27',
    '2026-02',
    '2026',
    '26-02-27',
    '2026-02-27 ',
    '2026/02/27',
    '',
  ])('%s is no day', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('agrees with Temporal both ways', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const date = toTemporal(value);
        expect(formatDay(value)).toBe(date.toString());
        expect(parseDay(date.toString())).toBe(value);
        expect(dayOf(date.year, date.month, date.day)).toBe(value);
        expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
        expect(firstDayOfMonth(date.year, date.month)).toBe(fromTemporal(date.with({ day: 1 })));
        expect(lastDayOfMonth(date.year, date.month)).toBe(fromTemporal(date.with({ day: 31 })));
        expect(firstDayOfYear(date.year)).toBe(fromTemporal(date.with({ month: 1, day: 1 })));
        expect(lastDayOfYear(date.year)).toBe(fromTemporal(date.with({ month: 12, day: 31 })));
      }),
    );
  });
});

describe('written dates', () => {
  it('cover a day, a month or a year', () => {
    expect(parseDate('2026-02-27')).toEqual({ first: day('2026-02-27'), last: day('2026-02-27') });
    expect(parseDate('2028-02')).toEqual({ first: day('2028-02-01'), last: day('2028-02-29') });
    expect(parseDate('2026')).toEqual({ first: day('2026-01-01'), last: day('2026-12-31') });
  });

  test.each(['2026-13', '2026-00', '0000', '20260227', '12026', 'never'])('%s is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('periods', () => {
  test.each<[number, string, Period]>([
    [90, 'days', { months: 0, days: 90 }],
    [1, 'day', { months: 0, days: 1 }],
    [2, 'weeks', { months: 0, days: 14 }],
    [18, 'months', { months: 18, days: 0 }],
    [2, 'quarters', { months: 6, days: 0 }],
    [5, 'years', { months: 60, days: 0 }],
    [0, 'days', { months: 0, days: 0 }],
  ])('%i %s', (count, unit, period) => {
    expect(parsePeriod(count, unit)).toEqual(period);
  });

  test.each<[number, string]>([
    [1, 'fortnight'],
    [1, ''],
    [1, 'dayss'],
    [1.5, 'years'],
    [-1, 'days'],
    [Number.NaN, 'days'],
  ])('%d %s is none', (count, unit) => {
    expect(parsePeriod(count, unit)).toBeUndefined();
  });

  it('saturates where a period is longer than the calendar', () => {
    for (const unit of ['days', 'weeks', 'months', 'quarters', 'years']) {
      const period = parsePeriod(1e15, unit)!;
      expect(addPeriod(FIRST_DAY, period)).toBe(NEVER);
      expect(addPeriod(LAST_DAY, period, -1)).toBe(FIRST_DAY);
    }
  });
});

describe('sums', () => {
  test.each<[string, number, string, Sign, string]>([
    // Five years from 2019-05-06 end with 2024-05-05: the sum is the first day outside.
    ['2019-05-06', 5, 'years', 1, '2024-05-06'],
    // After `until = 2028-12-31` the end is 2029-01-01; a tail of three years runs through 2031-12-31.
    ['2029-01-01', 3, 'years', 1, '2032-01-01'],
    ['2026-01-31', 1, 'month', 1, '2026-02-28'],
    ['2028-01-31', 1, 'month', 1, '2028-02-29'],
    ['2028-02-29', 1, 'year', 1, '2029-02-28'],
    ['2028-02-29', 4, 'years', 1, '2032-02-29'],
    ['2026-08-31', 1, 'quarter', 1, '2026-11-30'],
    ['2026-12-31', 2, 'weeks', 1, '2027-01-14'],
    ['2026-03-31', 1, 'month', -1, '2026-02-28'],
    ['2026-01-15', 1, 'month', -1, '2025-12-15'],
    ['2026-03-01', 90, 'days', -1, '2025-12-01'],
    ['9999-12-31', 1, 'day', 1, 'never'],
    ['0001-01-31', 1, 'month', -1, '0001-01-01'],
  ])('%s and %i %s (%i) give %s', (from, count, unit, sign, expected) => {
    expect(formatDay(addPeriod(day(from), parsePeriod(count, unit)!, sign))).toBe(expected);
  });

  it('leaves never alone', () => {
    expect(addPeriod(NEVER, { months: 1, days: 1 })).toBe(NEVER);
    expect(addPeriod(NEVER, { months: 120_000, days: 4_000_000 }, -1)).toBe(NEVER);
  });

  it('agrees with Temporal', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anySign, (value, period, sign) => {
        const date = toTemporal(value);
        const sum = fromTemporal(sign === 1 ? date.add(period) : date.subtract(period));
        const expected = sum > LAST_DAY ? NEVER : Math.max(sum, FIRST_DAY);
        expect(addPeriod(value, period, sign)).toBe(expected);
      }),
    );
  });

  it('never decreases', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anySign, (value, period, sign) => {
        const next = value === LAST_DAY ? NEVER : value + 1;
        expect(addPeriod(next, period, sign)).toBeGreaterThanOrEqual(addPeriod(value, period, sign));
      }),
    );
  });
});

describe('inverses of sums', () => {
  const anyTarget = fc.oneof(anyDay, fc.constantFrom(NEVER, FIRST_DAY - 1, LAST_DAY + 1, FIRST_DAY, LAST_DAY, -NEVER));
  /** Targets at or next to a sum, so that not every random period runs out of the calendar. */
  const nearSum = fc
    .tuple(anyDay, anyPeriod, anySign, fc.integer({ min: -2, max: 2 }))
    .map(([value, period, sign, shift]) => [period, sign, addPeriod(value, period, sign) + shift] as const);
  const anyQuestion = fc.oneof(fc.tuple(anyPeriod, anySign, anyTarget), nearSum);

  const next = (value: number) => (value >= LAST_DAY ? NEVER : value + 1);
  const previous = (value: number) => (value === NEVER ? LAST_DAY : value - 1);

  it('finds the least day that reaches a target', () => {
    fc.assert(
      fc.property(anyQuestion, ([period, sign, written]) => {
        const target = written > LAST_DAY ? NEVER : written;
        const least = leastDayWhoseSumReaches(period, target, sign);
        expect(addPeriod(least, period, sign)).toBeGreaterThanOrEqual(target);
        if (least > FIRST_DAY) expect(addPeriod(previous(least), period, sign)).toBeLessThan(target);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the greatest day that stays at or below a target', () => {
    fc.assert(
      fc.property(anyQuestion, ([period, sign, written]) => {
        const target = written > LAST_DAY ? NEVER : written;
        const greatest = greatestDayWhoseSumIsAtMost(period, target, sign);
        if (greatest >= FIRST_DAY) expect(addPeriod(greatest, period, sign)).toBeLessThanOrEqual(target);
        if (greatest < NEVER) expect(addPeriod(next(greatest), period, sign)).toBeGreaterThan(target);
      }),
      { numRuns: 2000 },
    );
  });

  it('is exact where months are clamped', () => {
    const month = { months: 1, days: 0 };
    // Every day from 28 to 31 January gives 28 February.
    expect(formatDay(leastDayWhoseSumReaches(month, day('2026-02-28')))).toBe('2026-01-28');
    expect(formatDay(greatestDayWhoseSumIsAtMost(month, day('2026-02-28')))).toBe('2026-01-31');
    // No day gives 30 March but 28 February and what is after it: 1 March is the least to reach it.
    expect(formatDay(leastDayWhoseSumReaches(month, day('2026-03-30')))).toBe('2026-03-01');
    expect(formatDay(greatestDayWhoseSumIsAtMost(month, day('2026-03-30')))).toBe('2026-02-28');
  });

  it('knows the ends of the calendar', () => {
    const year = { months: 12, days: 0 };
    expect(formatDay(leastDayWhoseSumReaches(year, NEVER))).toBe('9999-01-01');
    expect(leastDayWhoseSumReaches(year, NEVER, -1)).toBe(NEVER);
    expect(greatestDayWhoseSumIsAtMost(year, NEVER)).toBe(NEVER);
    expect(greatestDayWhoseSumIsAtMost(year, day('0001-06-01'))).toBe(FIRST_DAY - 1);
    expect(greatestDayWhoseSumIsAtMost(year, LAST_DAY, -1)).toBe(LAST_DAY);
  });
});
