/** Shares and minimums against a plain look at every day of every world. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worst } from '../../server/src/conflicts/verdict.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { findingsOf } from '../verdicts/helpers.ts';

/** Days of January 2026; `E` and `F` happen on one of them after the 1st, or never. */
type Day = number | 'E' | 'F';
const LAST = 12;
const NEVER = 1000;

interface Span {
  readonly from: Day;
  readonly until?: Day | undefined;
  readonly while?: '' | 'shortage' | 'all except shortage';
}

interface Stake extends Span {
  readonly holder: string;
  readonly share: number;
}

interface World {
  readonly E: number;
  readonly F: number;
  readonly shortage: boolean;
}

const DAYS = [...Array.from({ length: LAST - 1 }, (_, index) => index + 2), NEVER];
const WORLDS: readonly World[] = DAYS.flatMap((E) =>
  DAYS.flatMap((F) => [true, false].map((shortage) => ({ E, F, shortage }))),
);

const dayIn = (world: World, day: Day): number => (typeof day === 'number' ? day : world[day]);
const written = (day: Day): string => (typeof day === 'number' ? `2026-01-${String(day).padStart(2, '0')}` : day);
/** A date as an end is included, an event is not. */
const endIn = (world: World, { until }: Span): number =>
  until === undefined ? NEVER : typeof until === 'number' ? until + 1 : world[until];
const isInForce = (world: World, span: Span, day: number): boolean =>
  dayIn(world, span.from) <= day &&
  day < endIn(world, span) &&
  (!span.while || world.shortage === (span.while === 'shortage'));
const timesOf = ({ from, until, while: state }: Span): string =>
  `, from=${written(from)}${until === undefined ? '' : `, until=${written(until)}`}${state ? `, while=${state}` : ''}`;

function verdictOver(collides: (world: World, day: number) => boolean): string {
  const found = WORLDS.map((world) =>
    Array.from({ length: LAST + 4 }, (_, index) => index + 1).some((day) => collides(world, day)),
  );
  return found.every((one) => one) ? 'conflict' : found.some((one) => one) ? 'depends' : 'clear';
}

const TERMS = 'party P, A, B, C\nevent E\nevent F\nstate shortage\nscope oil\n';
const foundIn = (rule: string, text: string): readonly Finding[] => findingsOf(rule, text, { asOf: '2026-01-01' });
const verdictIn = (findings: readonly Finding[]): string => {
  for (const { verdict, decidingFacts = [] } of findings) expect(decidingFacts.length > 0).toBe(verdict === 'depends');
  return worst(findings.map(({ verdict }) => verdict ?? 'clear'));
};

/** The days of worlds on which it is too much, and no finding names clauses of which those that count are too much. */
const untold = (
  findings: readonly Finding[],
  countedOn: (world: World, day: number) => ReadonlyMap<string, number>,
): readonly string[] =>
  WORLDS.flatMap((world) =>
    Array.from({ length: LAST + 4 }, (_, index) => index + 1).flatMap((on) => {
      const counted = countedOn(world, on);
      const sumOf = (names: Iterable<string>): number => [...names].reduce((sum, name) => sum + counted.get(name)!, 0);
      if (sumOf(counted.keys()) <= 100) return [];
      const isTold = findings.some(({ clauses }) => {
        const names = clauses.map(({ name }) => name.split('.')[1]).filter((name) => counted.has(name));
        return sumOf(names) > 100;
      });
      return isTold ? [] : [JSON.stringify({ world, on })];
    }),
  );

const day = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom<Day>('E', 'F'));
const span = {
  from: day,
  until: fc.option(day, { nil: undefined }),
  while: fc.constantFrom<NonNullable<Span['while']>[]>('', '', '', '', 'shortage', 'all except shortage'),
};
const isNotEmpty = ({ from, until }: Span): boolean =>
  typeof from !== 'number' || typeof until !== 'number' || from <= until;

describe('every day of every world', () => {
  it('gives the verdict of stakes', () => {
    const stake = fc
      .record({ ...span, holder: fc.constantFrom('A', 'B', 'C'), share: fc.constantFrom(20, 30, 40, 60, 80) })
      .filter(isNotEmpty);
    fc.assert(
      fc.property(fc.array(stake, { minLength: 2, maxLength: 5 }), (stakes) => {
        const clauses = stakes.map(
          (one, at) => `c${at}: equity(holder=${one.holder}, issuer=P, share=${one.share}%${timesOf(one)})`,
        );
        const isLatest = (world: World, one: Stake, at: number, on: number): boolean =>
          !stakes.some((other, place) => {
            const [own, its] = [dayIn(world, one.from), dayIn(world, other.from)];
            const isLater = its > own || (its === own && place > at);
            return other.holder === one.holder && isLater && its <= on;
          });
        const countedOn = (world: World, on: number): ReadonlyMap<string, number> =>
          new Map(
            stakes.flatMap((one, at) =>
              isInForce(world, one, on) && isLatest(world, one, at, on) ? [[`c${at}`, one.share] as const] : [],
            ),
          );
        const totalOn = (world: World, on: number): number =>
          [...countedOn(world, on).values()].reduce((sum, share) => sum + share, 0);
        const text = `${TERMS}deal x (by=P, to=A, from=2026-01-01) {\n${clauses.join('\n')}\n}`;
        const found = foundIn('share-above-whole', text);
        const verdict = verdictOver((world, on) => totalOn(world, on) > 100);
        expect([verdictIn(found), untold(found, countedOn), text]).toEqual([verdict, [], text]);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('gives the verdict of shares of a requirement', () => {
    const need = fc.record({ ...span, share: fc.constantFrom(30, 60, 80) }).filter(isNotEmpty);
    fc.assert(
      fc.property(fc.tuple(need, need, need), (needs) => {
        const deals = needs.map(
          (one, at) =>
            `deal d${at} (by=P, to=${'ABC'[at]}, from=2026-01-01) { c${at}: requirements(scope=oil, share=${one.share}%${timesOf(one)}) }`,
        );
        const text = TERMS + deals.join('\n');
        const countedOn = (world: World, on: number): ReadonlyMap<string, number> =>
          new Map(needs.flatMap((one, at) => (isInForce(world, one, on) ? [[`c${at}`, one.share] as const] : [])));
        const verdict = verdictOver(
          (world, on) => [...countedOn(world, on).values()].reduce((sum, share) => sum + share, 0) > 100,
        );
        const found = foundIn('share-above-whole', text);
        expect([verdictIn(found), untold(found, countedOn), text]).toEqual([verdict, [], text]);
      }),
      { numRuns: 80, seed: 2 },
    );
  });

  it('gives the verdict of a minimum and a limit', () => {
    const one = fc.record(span).filter(isNotEmpty);
    fc.assert(
      fc.property(one, one, fc.boolean(), (owed, limit, isYearly) => {
        const per = isYearly ? ', per=year' : '';
        const text = `${TERMS}deal x (by=P, to=A, from=2026-01-01) {
          minimum(by=A, scope=oil, quantity=500${per}${timesOf(owed)})
          volume_limit(scope=oil, quantity=400${per}${timesOf(limit)})\n}`;
        const verdict = verdictOver((world, on) => {
          if (!isInForce(world, owed, on) || !isInForce(world, limit, on)) return false;
          const isInside =
            dayIn(world, limit.from) <= dayIn(world, owed.from) && endIn(world, owed) <= endIn(world, limit);
          return isYearly || isInside;
        });
        const found = foundIn('minimum-above-cap', text);
        expect([verdictIn(found), text]).toEqual([verdict, text]);
      }),
      { numRuns: 80, seed: 3 },
    );
  });
});
