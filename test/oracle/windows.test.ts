/**
 * The days that a finding names are those on which its clauses collide: random portfolios are looked at day by day. For each
 * of some days the permission (or duty) is confined to that day alone, and whether it then collides is what the window,
 * events put in, must say of the day.
 */
import { describe, expect, it } from 'vitest';
import { analyse, checkPortfolio } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { addPeriod, formatDay, NEVER, parseDay } from '../../server/src/terms/calendar.ts';
import type { Stretch } from '../../server/src/terms/stretches.ts';
import { dayUnder, type Timeline } from '../../server/src/terms/time.ts';
import { type Random, randomFrom } from './random.ts';

const AS_OF = '2026-01-01';
const PORTFOLIOS = 200;
const SCENARIOS = 3;
const EVENTS = ['spin', 'prize', 'peace'];

interface Times {
  readonly from?: string;
  readonly until?: string;
}

interface Drawn {
  readonly terms: string;
  readonly deals: string;
  /** The clause that is confined to single days, without its times. */
  readonly dealing: string;
  readonly times: Times;
}

const date = (random: Random): string => formatDay(parseDay('2026-01-10')! + random.below(300));

function time(random: Random): string {
  const event = random.pick(EVENTS);
  switch (random.below(8)) {
    case 0:
      return event;
    case 1:
      return `${event} + ${random.pick(['2 months', '40 days'])}`;
    case 2:
      return `earlier of [${event}, ${date(random)}]`;
    case 3:
      return `later of [${event}, ${date(random)}]`;
    default:
      return date(random);
  }
}

function times(random: Random, chance: number): Times {
  const some = (): string | undefined => (random.chance(chance) ? time(random) : undefined);
  return { from: some(), until: some() };
}

const written = ({ from, until }: Times): string =>
  `${from === undefined ? '' : `, from=${from}`}${until === undefined ? '' : `, until=${until}`}`;

function draw(seed: number): Drawn {
  const random = randomFrom(seed);
  const territory = (): string => random.pick(['territory=IT', 'territory=FR', 'territory=[IT, FR]', 'territory=all']);
  const exceptions = Array.from({ length: random.below(3) }, () =>
    random.chance(0.3)
      ? `(with=R, affiliates=yes${written(times(random, 0.5))})`
      : `(${territory()}${written(times(random, 0.6))})`,
  );
  const spared = exceptions.map((one) => one.replace(', affiliates=yes', '')).join(', ');
  const waivers = Array.from(
    { length: random.below(3) },
    (_, index) => `w${index}: consent(of=v.e, ${territory()}${written(times(random, 0.6))})`,
  );
  const restraint = random.pick(['exclusive', 'prohibit', 'rofr']);
  // What comes before a first refusal is outside of it whatever the day: confining a clause would bring it in.
  const lasting = restraint === 'rofr' ? '' : written(times(random, 0.3));
  const kind = random.pick(['license', 'license', 'commit']);
  const to = random.pick(['R', 'Sub']);
  const order = random.pick(['', ' after spin', ' before spin', ' after 2026-05']);
  return {
    terms: `party S, V, R
party Sub under R from 2026-07-01
scope film
event spin, peace
event prize${order}
`,
    deals: `deal v (by=S, to=V, from=2025-01-01) {
  e: ${restraint}(scope=film, ${territory()}, affiliates=yes${lasting})${spared === '' ? '' : ` except ${spared}`}
}
deal w (by=V, to=S, from=2025-06-01) { ${waivers.join('\n  ')} }
`,
    dealing: `${kind}(scope=film, ${territory()}, to=${to}, with=${to}`,
    times: times(random, 0.5),
  };
}

const inDeal = (clauses: string): string => `deal r (by=S, to=R, from=2026-01-01) {\n${clauses}\n}\n`;

/** The clause from some day on, and through it. */
function confined({ dealing, times: { from, until } }: Drawn, day: string): string {
  const start = from === undefined ? day : `later of [${from}, ${day}]`;
  const end = until === undefined ? day : `earlier of [${until}, ${day}]`;
  return `${dealing}, from=${start}, until=${end})`;
}

function covers(stretches: readonly Stretch[], timeline: Timeline, scenario: ReadonlyMap<string, number>, day: number) {
  const value = (id: number): number => scenario.get(timeline[id].name)!;
  return stretches.some(
    ({ starts, ends }) =>
      starts.every((start) => day >= dayUnder(start, value)) && ends.every((end) => day < dayUnder(end, value)),
  );
}

/** The days next to every end of a stretch and some others. */
function daysToTry(
  stretches: readonly Stretch[],
  timeline: Timeline,
  scenario: ReadonlyMap<string, number>,
  random: Random,
): number[] {
  const value = (id: number): number => scenario.get(timeline[id].name)!;
  const days = stretches
    .flatMap(({ starts, ends }) => [...starts, ...ends].map((one) => dayUnder(one, value)))
    .flatMap((one) => [one - 1, one]);
  for (let count = 0; count < 12; count++) days.push(parseDay('2026-01-02')! + random.below(400));
  const last = addPeriod(parseDay('2026-01-01')!, { months: 36, days: 0 });
  return [...new Set(days)].filter((one) => one >= parseDay('2026-01-01')! && one < last);
}

describe('the window of a finding', () => {
  it('has the days on which its clauses collide, and no other', { timeout: 240_000 }, () => {
    let looked = 0;
    let interrupted = 0;
    for (let seed = 1; seed <= PORTFOLIOS; seed++) {
      const drawn = draw(seed);
      const text = `${drawn.terms}${drawn.deals}${inDeal(`l: ${drawn.dealing}${written(drawn.times)})`)}`;
      const { pairs, findings } = analyse([{ path: 'p.deal', tree: parse(text) }], { asOf: AS_OF });
      const mistakes = findings
        .filter(({ clauses, rule }) => clauses.length === 0 || rule === 'invalid-argument')
        .map(({ message }) => message);
      expect(mistakes, text).toEqual([]);
      const shown = pairs.find(({ deal, restraint }) => deal.name === 'r.l' && restraint.name === 'v.e')?.shown;
      if (!shown || shown.nearMiss) continue;
      const stretches = shown.days();
      if (!stretches) continue;
      if (stretches.length > 1) interrupted++;
      const { timeline } = shown.lens;
      const random = randomFrom(seed);
      for (let count = 0; count < SCENARIOS; count++) {
        const scenario = new Map(
          EVENTS.map((event) => [event, random.chance(0.2) ? NEVER : parseDay('2026-01-02')! + random.below(330)]),
        );
        if (!isPossible(drawn.terms, scenario)) continue;
        const days = daysToTry(stretches, timeline, scenario, random);
        const clauses = days.map((one, index) => `l${index}: ${confined(drawn, formatDay(one))}`);
        const assume = Object.fromEntries(
          [...scenario].map(([name, one]) => [name, one >= NEVER ? 'never' : formatDay(one)]),
        );
        const checked = checkPortfolio(
          [{ path: 'p.deal', text: drawn.terms + drawn.deals + inDeal(clauses.join('\n')) }],
          {
            asOf: AS_OF,
            assume,
          },
        );
        const colliding = new Set(
          checked.findings
            .filter(({ verdict, window }) => verdict && window)
            .flatMap((one) => one.clauses.map(({ name }) => name)),
        );
        for (const [index, one] of days.entries()) {
          const says = `seed ${seed}, ${formatDay(one)}, ${JSON.stringify(assume)}\n${text}${JSON.stringify(stretches)}`;
          expect(covers(stretches, timeline, scenario, one), says).toBe(colliding.has(`r.l${index}`));
          looked++;
        }
      }
    }
    expect(looked).toBeGreaterThan(PORTFOLIOS * 10);
    expect(interrupted).toBeGreaterThan(PORTFOLIOS / 20);
  });
});

/** Whether the days of events are in the order that the terms state. */
function isPossible(terms: string, scenario: ReadonlyMap<string, number>): boolean {
  const [prize, spin] = [scenario.get('prize')!, scenario.get('spin')!];
  if (terms.includes('after spin') && prize < NEVER) return spin < prize;
  if (terms.includes('before spin') && spin < NEVER) return prize < spin;
  if (terms.includes('after 2026-05')) return prize > parseDay('2026-05-31')!;
  return true;
}
