/** Random terms: a few small trees with shared children, overlaps, distinct pairs, lists and open classes. */
import type { Random } from './random.ts';
import type { DimensionSpec, ReadingSpec, RelationSpec, Scenario, TermSpec } from './scenario.ts';
import { isContradictory, upward, vocabularyOf } from './vocabulary.ts';

const blank = (dimension: string, name: string): TermSpec => ({
  dimension,
  name,
  parents: [],
  overlaps: [],
  distinct: [],
});

/** Which dimensions a scenario speaks of, besides `act`. */
export interface Ground {
  readonly dimensions: readonly DimensionSpec[];
  readonly terms: readonly TermSpec[];
  /** *what* and *where* dimensions with terms of the scenario's own. */
  readonly spoken: readonly string[];
  /** *who* dimensions other than `with`. */
  readonly who: readonly string[];
  readonly number?: string;
  readonly territory: boolean;
}

/** Draws the dimensions and terms of a scenario; `dates` are those its clauses speak of. */
export function drawGround(random: Random, dates: readonly string[]): Ground {
  const dimensions: DimensionSpec[] = [];
  const spoken = random.chance(0.9) ? ['scope'] : ['field'];
  if (random.chance(0.3)) spoken.push(random.pick(['field', 'channel', 'platform']));
  if (spoken.includes('platform')) dimensions.push({ name: 'platform', question: random.pick(['what', 'where']) });
  const who = random.chance(0.4) ? ['cloud'] : [];
  if (random.chance(0.08)) {
    who.push('marketplace');
    dimensions.push({ name: 'marketplace', question: 'who' });
  }
  const number = random.chance(0.12) ? 'screen' : undefined;
  if (number) dimensions.push({ name: number, question: 'what', number: true });
  const territory = random.chance(0.12);
  const kinds = [...new Set([...spoken, ...who])];
  const terms = kinds.flatMap((dimension) => drawTerms(random, dimension, dimension === 'scope' ? 5 : 3));
  if (territory && random.chance(0.4)) {
    terms.push({ ...blank('territory', 'patch'), equals: random.some(['US-CA', 'US-OH', 'DE', 'FR', 'JP', 'CY'], 2) });
  }
  if (random.chance(0.08)) terms.push({ ...blank('act', 'train'), parents: [random.pick(['exploit', 'use', 'host'])] });
  terms.push(...drawParties(random, dates));
  return { dimensions, terms, spoken: [...new Set(spoken)], who, number, territory };
}

function drawTerms(random: Random, dimension: string, most: number): TermSpec[] {
  const terms: TermSpec[] = [];
  const count = 2 + random.below(most - 1);
  while (terms.length < count) {
    const term = drawTerm(random, dimension, `${dimension.slice(0, 2)}_${'abcdefg'[terms.length]}`, terms);
    if (!contradicts(dimension, [...terms, term])) terms.push(term);
  }
  return terms;
}

function drawTerm(random: Random, dimension: string, name: string, others: readonly TermSpec[]): TermSpec {
  const all = others.map((term) => term.name);
  const plain = others.filter((term) => !term.equals).map((term) => term.name);
  if (all.length > 1 && random.chance(0.1)) {
    return { ...blank(dimension, name), equals: random.some(all, 1 + random.below(2)) };
  }
  return {
    ...blank(dimension, name),
    parents: random.some(
      plain,
      random.weighted([
        [0, 25],
        [1, 58],
        [2, 17],
      ]),
    ),
    overlaps: random.chance(0.15) ? random.some(plain, 1) : [],
    distinct: random.chance(0.2) ? random.some(random.chance(0.8) ? plain : all, 1) : [],
    open: random.chance(0.15) || undefined,
  };
}

const emptyScenario = (terms: readonly TermSpec[], readings: readonly ReadingSpec[] = []): Scenario => ({
  seed: 0,
  asOf: '2026-01-01',
  dimensions: [],
  terms,
  events: [],
  states: [],
  deals: [],
  readings,
  pair: ['', ''],
});

const contradicts = (dimension: string, terms: readonly TermSpec[], reading?: ReadingSpec): boolean =>
  isContradictory(vocabularyOf(emptyScenario(terms), dimension, reading));

/** Four companies; sometimes groups of them, a class of them, and subsidiaries. */
function drawParties(random: Random, dates: readonly string[]): TermSpec[] {
  const groups: TermSpec[] = [];
  if (random.chance(0.25)) groups.push(blank('party', 'Rivals'));
  if (random.chance(0.15)) groups.push({ ...blank('party', 'Competitor'), open: true });
  const parties = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((name): TermSpec => {
    const parents = name === 'Alpha' ? [] : groups.filter(() => random.chance(0.35)).map((group) => group.name);
    return { ...blank('party', name), parents };
  });
  if (random.chance(0.1))
    parties.push({ ...blank('party', 'Duo'), equals: random.some(['Beta', 'Gamma', 'Delta'], 2) });
  for (const parent of ['Alpha', 'Beta', 'Gamma']) {
    if (!random.chance(0.22)) continue;
    const from = random.chance(0.35) ? random.pick(dates) : undefined;
    const name = `${parent}Sub`;
    const parents = random.chance(0.1) ? groups.map((group) => group.name) : [];
    parties.push({ ...blank('party', name), parents, under: { party: parent, from } });
    if (random.chance(0.15)) parties.push({ ...blank('party', `${name}Sub`), under: { party: name } });
  }
  return [...groups, ...parties];
}

/** Up to two readings, each of one or two relations that contradict nothing; `sides` are the terms each clause names. */
export function drawReadings(
  random: Random,
  ground: Ground,
  sides: readonly [ReadonlySet<string>, ReadonlySet<string>],
  often: boolean,
): ReadingSpec[] {
  const count = random.weighted([
    [0, often ? 35 : 65],
    [1, 25],
    [2, 12],
  ]);
  const readings: ReadingSpec[] = [];
  for (let index = 0; index < count; index++) {
    const relations: RelationSpec[] = [];
    for (let tries = 0; tries < 12 && relations.length < 1 + random.below(2); tries++) {
      const relation = drawRelation(random, ground, sides);
      if (!relation) continue;
      const reading = { name: `reading_${index + 1}`, relations: [...relations, relation] };
      if (!contradicts(relation.dimension, ground.terms, reading)) relations.push(relation);
    }
    if (relations.length > 0) readings.push({ name: `reading_${index + 1}`, relations });
  }
  return readings;
}

/** A relation that is not stated yet, mostly between what the two clauses name. */
function drawRelation(
  random: Random,
  ground: Ground,
  sides: readonly [ReadonlySet<string>, ReadonlySet<string>],
): RelationSpec | undefined {
  const dimension = random.weighted([
    ...ground.spoken.map((name) => [name, 6] as const),
    ...ground.who.map((name) => [name, 2] as const),
    ['party', 1] as const,
  ]);
  const plain = ground.terms.filter((term) => term.dimension === dimension && !term.equals);
  const [first, second] = random.some(sides, 2).map((side) => {
    const favoured = plain.filter((term) => side.has(term.name));
    return favoured.length > 0 && random.chance(0.8) ? favoured : plain;
  });
  const [term, other] = [random.pick(first), random.pick(second)];
  if (!term || !other || term === other) return undefined;
  if (dimension === 'party' && !['Rivals', 'Competitor'].includes(other.name)) return undefined;
  const terms = new Map(plain.map((one) => [one.name, one]));
  const stated = [...term.distinct, ...term.overlaps];
  if (upward(terms, term.name).has(other.name) || stated.includes(other.name)) return undefined;
  const relation = random.weighted([
    ['in', 50],
    ['overlaps', 30],
    ['distinct', 20],
  ] as const);
  if (dimension === 'party' && relation === 'overlaps') return undefined;
  return { dimension, term: term.name, relation, other: other.name };
}
