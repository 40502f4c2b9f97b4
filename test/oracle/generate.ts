/** Draws a scenario from a seed: two deals around one pair of clauses, biased so that every verdict is common. */

import { FALSE } from './formula.ts';
import {
  drawException,
  drawRange,
  drawValue,
  drawValues,
  name,
  named,
  type Palette,
  whatAndWhere,
} from './generateregions.ts';
import { drawGround, drawReadings } from './generateterms.ts';
import { drawCalendar, drawDate, drawEnd, drawStart, drawTouching } from './generatetimes.ts';
import { KINDS } from './kinds.ts';
import { meaningOf, supposable } from './meaning.ts';
import { type Random, randomFrom } from './random.ts';
import type { Affiliates, ClauseSpec, DealSpec, RegionSpec, Scenario, Value } from './scenario.ts';
import { termsHold } from './valid.ts';
import { upward } from './vocabulary.ts';

/** How many of the scenarios whose pair obviously never meets are drawn anew. */
const REDRAWN = 0.8;

/** The scenario of a seed: always the same one. */
export function generate(seed: number): Scenario {
  const random = randomFrom(seed);
  for (;;) {
    const scenario = draw(random, seed);
    if (!random.chance(REDRAWN) || mayMeet(scenario)) return scenario;
  }
}

/** Whether the pair may collide under some reading, or would if two terms shared something. */
function mayMeet(scenario: Scenario): boolean {
  const readings = [undefined, ...scenario.readings];
  return readings.some(
    (reading) =>
      meaningOf(scenario, reading).collision !== FALSE ||
      supposable(scenario, reading).some((supposed) => meaningOf(scenario, reading, supposed).collision !== FALSE),
  );
}

function draw(random: Random, seed: number): Scenario {
  const calendar = drawCalendar(random);
  const palette: Palette = { ground: drawGround(random, calendar.dates), calendar };
  const apart = random.chance(0.4) ? drawApart(random, palette) : undefined;
  const deals = drawDeals(random, palette, apart);
  const [firstTerms, secondTerms] = ['.x', '.y'].map((label) => {
    const text = JSON.stringify(
      deals.flatMap(({ clauses }) => clauses.filter((clause) => `.${clause.label}` === label)),
    );
    return new Set(palette.ground.terms.map((term) => term.name).filter((term) => text.includes(`"${term}"`)));
  });
  const readings = drawReadings(random, palette.ground, [firstTerms, secondTerms], apart !== undefined);
  const { asOf, events, states } = palette.calendar;
  const { dimensions, terms } = palette.ground;
  const placed = deals.flatMap((deal) => deal.clauses.map(({ label }) => `${deal.name}.${label}`));
  const [x, y] = [placed.find((one) => one.endsWith('.x'))!, placed.find((one) => one.endsWith('.y'))!];
  const shuffled = random.some(terms, terms.length);
  const scenario: Scenario = { seed, asOf, dimensions, terms: shuffled, events, states, deals, readings, pair: [x, y] };
  return termsHold(scenario) ? scenario : { ...scenario, readings: [] };
}

/** Two terms of one dimension that share nothing, for the two clauses to name: what readings and near misses are about. */
interface Apart {
  readonly dimension: string;
  readonly terms: readonly [string, string];
}

function drawApart(random: Random, { ground }: Palette): Apart | undefined {
  const dimension = random.pick(ground.spoken);
  const own = ground.terms.filter((term) => term.dimension === dimension && !term.equals);
  const terms = new Map(own.map((term) => [term.name, term]));
  const above = new Map(own.map((term) => [term.name, upward(terms, term.name)]));
  const pairs = own.flatMap(({ name: a }) => own.map(({ name: b }) => [a, b] as const));
  const apart = pairs.filter(([a, b]) => ![...above.values()].some((set) => set.has(a) && set.has(b)));
  return apart.length > 0 ? { dimension, terms: random.pick(apart) } : undefined;
}

const RESTRAINTS = [
  ['exclusive', 18],
  ['exclusive_license', 6],
  ['exclusive_distribution', 6],
  ['sole_license', 4],
  ['assign_ip', 3],
  ['requirements', 9],
  ['exclusive_dealing', 6],
  ['prohibit', 16],
  ['noncompete', 14],
  ['rofr', 8],
  ['mfn', 8],
] as const;

const PERMISSIONS = [
  ['grant', 5],
  ['license', 4],
  ['host', 4],
  ['distribute', 3],
  ['resell', 1],
] as const;
const DUTIES = [
  ['commit', 5],
  ['purchase', 3],
  ['deliver', 3],
] as const;
const EXCLUDERS = [
  ['requirements', 5],
  ['exclusive_dealing', 3],
  ['exclusive', 8],
  ['exclusive_license', 2],
] as const;

/** A kind that the restraint may meet, now and then one that it never does. */
const drawOtherKind = (random: Random, restraint: string): string => {
  const { effects } = KINDS[restraint];
  const alone = effects.includes('excludes') && !effects.includes('permits');
  const grantsOnly = effects.includes('preempts') || effects.includes('equalizes');
  const families = [
    ['permits', 48],
    ['obliges', grantsOnly ? 3 : 26],
    ['excludes', alone ? 40 : grantsOnly ? 5 : 15],
    ['any', 6],
  ] as const;
  switch (random.weighted(families)) {
    case 'permits':
      return random.weighted(PERMISSIONS);
    case 'obliges':
      return random.weighted(DUTIES);
    case 'excludes':
      return random.weighted(EXCLUDERS);
    case 'any':
      return random.weighted(RESTRAINTS);
  }
};

/** Who promises what to whom: the first deal restrains, the second deals. */
interface Cast {
  readonly first: Pick<DealSpec, 'by' | 'to'>;
  readonly second: Pick<DealSpec, 'by' | 'to'>;
  /** Both clauses in the first deal. */
  readonly together?: boolean;
  /** The second clause's own `by`, where it is not its header's. */
  readonly by?: readonly string[];
  readonly to?: readonly string[];
}

function drawCast(random: Random, palette: Palette): Cast {
  const parties = palette.ground.terms.filter(({ dimension }) => dimension === 'party').map((term) => term.name);
  const subs = ['AlphaSub', 'AlphaSubSub'].filter((one) => parties.includes(one));
  const first = { by: ['Alpha'], to: random.chance(0.9) ? ['Beta'] : ['Beta', 'Delta'] };
  const third = random.weighted([
    ['Gamma', 70],
    ['Beta', 15],
    ['Delta', 15],
  ] as const);
  if (subs.length > 0 && random.chance(0.55)) {
    const sub = [random.pick(subs)];
    return random.weighted<Cast>([
      [{ first, second: { by: sub, to: [third] } }, 40],
      [{ first: { ...first, by: sub }, second: { by: ['Alpha'], to: [third] } }, 20],
      [{ first, second: { by: ['Gamma'], to: sub } }, 20],
      [{ first, second: { by: ['Alpha'], to: sub } }, 20],
    ]);
  }
  const sister = ['BetaSub', 'GammaSub'].find((one) => parties.includes(one)) ?? third;
  return random.weighted<Cast>([
    [{ first, second: { by: ['Alpha'], to: [third] } }, 46],
    [{ first, second: { by: ['Alpha'], to: [sister] } }, 7],
    [{ first, second: { by: ['Gamma'], to: ['Alpha'] } }, 12],
    [{ first, second: { by: ['Alpha', 'Gamma'] } }, 5],
    [{ first: { by: ['Alpha', 'Beta'] }, second: { by: ['Alpha'], to: [third] } }, 4],
    [{ first, second: { by: ['Alpha', 'Delta'], to: ['Gamma'] } }, 3],
    [{ first, second: { by: ['Alpha'], to: ['Gamma', 'Delta'] } }, 5],
    [{ first, second: { by: ['Gamma'], to: ['Alpha'] }, by: ['Alpha'] }, 4],
    [{ first, second: first, together: true }, 4],
    [{ first, second: first, together: true, to: ['Gamma'] }, 5],
    [{ first, second: first, together: true, by: ['Beta'] }, 2],
    [{ first, second: { by: ['Alpha'], to: [parties.includes('Rivals') ? 'Rivals' : third] } }, 6],
    [{ first, second: { by: ['Gamma'], to: ['Delta'] } }, 1],
  ]);
}

function drawDeals(random: Random, palette: Palette, apart?: Apart): DealSpec[] {
  const cast = drawCast(random, palette);
  const restraint = random.weighted(RESTRAINTS);
  const kinds = [restraint, drawOtherKind(random, restraint)] as const;
  const acts = drawActs(random, kinds);
  const labels = random.chance(0.5) ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const headers = [drawHeader(random, palette, 'dealA', cast.first), drawHeader(random, palette, 'dealB', cast.second)];
  const ends = cast.together ? [] : headers;
  const touching = random.chance(0.15) ? drawTouching(random, palette.calendar) : undefined;
  const first = drawClause(random, palette, {
    label: labels[0],
    kind: kinds[0],
    facing: kinds[1],
    touching: touching?.[0],
    act: acts[0],
    fixed: apart && [apart.dimension, apart.terms[0]],
    header: headers[0],
    other: ends[1]?.name,
  });
  const second = drawClause(random, palette, {
    label: labels[1],
    kind: kinds[1],
    facing: kinds[0],
    touching: touching?.[1],
    act: acts[1],
    near: first,
    fixed: apart && [apart.dimension, apart.terms[1]],
    by: cast.by,
    to: cast.to,
    header: cast.together ? headers[0] : headers[1],
    other: ends[0]?.name,
  });
  const target = cast.together ? `dealA.${second.label}` : `dealB.${second.label}`;
  const yielding = random.chance(0.03)
    ? { ...first, subjectTo: [random.pick([target, target.split('.')[0]])] }
    : random.chance(0.02)
      ? { ...first, notwithstanding: [target] }
      : first;
  const waivers = drawWaivers(random, palette, cast, first, target, acts[1]);
  if (cast.together) return [{ ...headers[0], clauses: [yielding, second, ...waivers] }];
  const [own, foreign] = random.chance(0.7) ? [waivers, []] : [[], waivers];
  return [
    { ...headers[0], clauses: [yielding, ...own] },
    { ...headers[1], clauses: [second, ...foreign] },
  ];
}

/**
 * The acts of the two clauses, absent where the kind's preset is left to speak: mostly the same, sometimes one within
 * the other, sometimes apart.
 */
function drawActs(random: Random, kinds: readonly [string, string]): [Value | undefined, Value | undefined] {
  const presets = kinds.map((kind) => KINDS[kind].act);
  if (random.chance(0.3) && (presets[0] || presets[1])) {
    return [presets[0] ? undefined : name(presets[1]![0]), presets[1] ? undefined : name(presets[0]![0])];
  }
  const same = random.pick(['exploit', 'host', 'supply', 'distribute', 'buy', 'use', 'market', 'make']);
  const related: readonly (readonly [string, string])[] = [
    ['sell', 'distribute'],
    ['exploit', 'host'],
    ['make', 'have-made'],
    ['distribute', 'sell'],
    ['host', 'exploit'],
    ['sell', 'supply'],
  ];
  const apart = ['host', 'offer', 'supply', 'market', 'buy', 'sublicense', 'use', 'assign'] as const;
  switch (
    random.weighted([
      ['same', 68],
      ['related', 20],
      ['apart', 7],
      ['list', 5],
    ] as const)
  ) {
    case 'same':
      return [name(same), name(same)];
    case 'related': {
      const [a, b] = random.pick(related);
      return [name(a), name(b)];
    }
    case 'apart':
      return [name(random.pick(apart)), name(random.pick(apart))];
    case 'list':
      return [named(random.some(apart, 2)), name(random.pick(apart))];
  }
}

function drawHeader(
  random: Random,
  { ground, calendar }: Palette,
  deal: string,
  sides: Pick<DealSpec, 'by' | 'to'>,
): DealSpec {
  const from = random.weighted([
    [{ kind: 'date', date: random.pick(['2025-01-01', '2026-03', '2025']) } as const, 55],
    [drawDate(random, calendar), 40],
    [drawStart(random, calendar), 5],
  ]);
  const until = random.chance(0.4) ? drawEnd(random, calendar, []) : undefined;
  const renews = until?.kind === 'date' && random.chance(0.35) ? random.pick(calendar.periods) : undefined;
  const inherited = [...whatAndWhere(ground), ...ground.who];
  const values = random.chance(0.15) ? drawValues(random, ground, random.some(inherited, 1), 1) : {};
  const controlled = ground.terms.some((term) => term.under);
  const affiliates = controlled && random.chance(0.12) ? drawAffiliates(random) : undefined;
  return { name: deal, ...sides, from, until, renews, values, affiliates, clauses: [] };
}

const drawAffiliates = (random: Random): Affiliates =>
  random.weighted<Affiliates>([
    ['yes', 50],
    ['no', 35],
    [{ allExcept: random.pick(['Gamma', 'Beta', 'Delta']) }, 15],
  ]);

/** What is settled about a clause before it is drawn. */
interface ClauseOutline {
  readonly label: string;
  readonly kind: string;
  /** Absent: the kind's preset. */
  readonly act?: Value;
  /** The kind of the other clause. */
  readonly facing: string;
  /** Times that meet or just miss the other clause's. */
  readonly touching?: Pick<RegionSpec, 'from' | 'until'>;
  /** A dimension and the term it is to name. */
  readonly fixed?: readonly [string, string];
  /** What the other clause says, to stay near it. */
  readonly near?: ClauseSpec;
  readonly by?: readonly string[];
  readonly to?: readonly string[];
  readonly header: DealSpec;
  /** The other deal, whose `end` the clause may name. */
  readonly other?: string;
}

function drawClause(random: Random, palette: Palette, outline: ClauseOutline): ClauseSpec {
  const { ground, calendar } = palette;
  const { kind, header } = outline;
  const { effects } = KINDS[kind];
  const restrains = !effects.includes('obliges') && !(effects.length === 1 && effects[0] === 'permits');
  const near = outline.near?.region.values;
  const values = drawValues(random, ground, whatAndWhere(ground), 0.7, near);
  Object.assign(values, drawValues(random, ground, ground.who, effects.includes('excludes') ? 0.45 : 0.6, near));
  if (outline.act) values.act = outline.act;
  if (outline.fixed) values[outline.fixed[0]] = name(outline.fixed[1]);
  let to = outline.to;
  if (effects.includes('excludes')) {
    if (random.chance(0.2)) to ??= header.to;
    if (effects.includes('permits') && to && random.chance(0.3))
      values.with = named([...to, random.pick(['Gamma', 'Delta'])]);
    else if (!effects.includes('permits') && random.chance(0.15)) values.with = drawValue(random, ground, 'with');
  } else if (random.chance(restrains ? 0.25 : 0.05)) {
    const dealtWith = drawValue(random, ground, 'with');
    // A permission or duty that writes its own `to` as `with` says nothing: whether it is silence then is left alone.
    const sides = [...header.by, ...(to ?? header.to ?? []), 'Duo', 'Rivals', 'Competitor'];
    if (restrains || !sides.some((party) => JSON.stringify(dealtWith).includes(`"${party}"`))) values.with = dealtWith;
  }
  const ends = [...(header.until ? [undefined] : []), ...(outline.other && random.chance(0.2) ? [outline.other] : [])];
  const controlled = ground.terms.some((term) => term.under);
  const quiet = outline.fixed !== undefined && random.chance(0.7);
  const exceptions = quiet
    ? 0
    : random.weighted([
        [0, 68],
        [1, 24],
        [2, 8],
      ]);
  return {
    label: outline.label,
    kind,
    by: outline.by,
    to: to && (outline.to !== undefined || effects.includes('excludes')) ? to : undefined,
    region: {
      values,
      ranges: ground.number && random.chance(0.7) ? { [ground.number]: drawRange(random) } : undefined,
      from: random.chance(quiet ? 0.08 : 0.25) ? drawStart(random, calendar) : undefined,
      until: random.chance(quiet ? 0.15 : 0.4) ? drawEnd(random, calendar, ends) : undefined,
      while: calendar.states.length > 0 && random.chance(0.4) ? calendar.states[0].name : undefined,
      ...outline.touching,
    },
    due: effects.includes('obliges') && random.chance(0.2) ? drawEnd(random, calendar, []) : undefined,
    affiliates: controlled && random.chance(0.4) ? drawAffiliates(random) : undefined,
    self:
      effects.includes('excludes') && random.chance(KINDS[outline.facing].effects.includes('obliges') ? 0.4 : 0.12)
        ? random.pick(['yes', 'no'])
        : undefined,
    exceptions: Array.from({ length: exceptions }, () => drawException(random, palette, outline.act)),
    subjectTo: [],
    notwithstanding: [],
  };
}

/** Waivers by those who may object to the first clause, towards those who deal in the second. */
function drawWaivers(
  random: Random,
  palette: Palette,
  cast: Cast,
  first: ClauseSpec,
  second: string,
  act: Value | undefined,
): ClauseSpec[] {
  const { ground, calendar } = palette;
  const count = random.weighted([
    [0, 82],
    [1, 13],
    [2, 5],
  ]);
  const objectors = cast.first.to ?? ['Beta'];
  const bound = random.chance(0.8) ? ['Alpha'] : cast.second.by;
  return Array.from({ length: count }, (_, index): ClauseSpec => {
    const narrowed = random.chance(0.5)
      ? drawValues(random, ground, random.some([...whatAndWhere(ground), ...ground.who], 1), 1)
      : {};
    if (act && random.chance(0.1)) narrowed.act = act;
    return {
      label: `w${index + 1}`,
      kind: random.pick(['waiver', 'consent']),
      by:
        count > 1 && objectors.length > 1
          ? [objectors[index % objectors.length]]
          : random.chance(0.8)
            ? objectors
            : ['Beta'],
      to: bound.filter((party) => party !== 'Beta' && party !== 'Delta'),
      region: {
        values: narrowed,
        from: random.chance(0.25) ? drawStart(random, calendar) : undefined,
        until: random.chance(0.25) ? drawEnd(random, calendar, []) : undefined,
        while: calendar.states.length > 0 && random.chance(0.2) ? calendar.states[0].name : undefined,
      },
      affiliates: random.chance(0.2) ? drawAffiliates(random) : undefined,
      exceptions: random.chance(0.12) ? [drawException(random, palette, undefined)] : [],
      subjectTo: [],
      notwithstanding: [],
      of: random.weighted([
        [undefined, 50],
        [`dealA.${first.label}`, 35],
        [second, 15],
      ]),
    };
  }).filter(({ to }) => to !== undefined && to.length > 0);
}
