/** Random regions: values, ranges and times of clauses and exceptions. */
import type { Ground } from './generateterms.ts';
import { type Calendar, drawEnd, drawStart } from './generatetimes.ts';
import type { Random } from './random.ts';
import type { Range, RegionSpec, Value } from './scenario.ts';
import { TERRITORIES } from './standardterms.ts';
import { upward } from './vocabulary.ts';

/** What the regions of one scenario are drawn from. */
export interface Palette {
  readonly ground: Ground;
  readonly calendar: Calendar;
}

export const name = (term: string): Value => ({ kind: 'name', name: term });

/** One name as it stands, several as a list. */
export const named = (terms: readonly string[]): Value =>
  terms.length === 1 ? name(terms[0]) : { kind: 'list', items: terms.map(name) };

/** A value of a dimension whose terms the scenario declares. */
export function drawValue(random: Random, { terms }: Ground, dimension: string): Value {
  if (dimension === 'territory')
    return drawTerritory(
      random,
      terms.some((term) => term.dimension === 'territory'),
    );
  const own = terms.filter((term) => term.dimension === (dimension === 'with' ? 'party' : dimension));
  const all = own.map((term) => term.name);
  const kind = random.weighted([
    ['name', 70],
    ['list', 13],
    ['part', 9],
    ['allExcept', 4],
    ['all', 4],
  ] as const);
  switch (kind) {
    case 'name':
      return name(random.pick(all));
    case 'list':
      return named(random.some(all, 2));
    case 'part':
      return drawDifference(random, own) ?? name(random.pick(all));
    case 'allExcept':
      return { kind: 'difference', from: { kind: 'all' }, except: named(random.some(all, 1 + random.below(2))) };
    case 'all':
      return { kind: 'all' };
  }
}

/** A value that probably shares something with another of the same dimension: a term above, below or beside its own. */
function drawNear(random: Random, ground: Ground, dimension: string, other: Value): Value {
  const own = ground.terms.filter((term) => term.dimension === dimension);
  const terms = new Map(own.map((term) => [term.name, term]));
  const mentioned = own.map((term) => term.name).filter((term) => JSON.stringify(other).includes(`"${term}"`));
  if (mentioned.length === 0) return drawValue(random, ground, dimension);
  const term = random.pick(mentioned);
  if (random.chance(0.22)) {
    const above = upward(terms, term);
    const beside = own.filter((one) => !above.has(one.name) && !upward(terms, one.name).has(term) && !one.equals);
    const siblings = beside.filter((one) => [...upward(terms, one.name)].some((ancestor) => above.has(ancestor)));
    if (siblings.length > 0 || beside.length > 0)
      return name(random.pick(siblings.length > 0 ? siblings : beside).name);
  }
  const near = [...upward(terms, term), ...own.map((one) => one.name).filter((one) => upward(terms, one).has(term))];
  const overlapping = own
    .filter((one) => one.overlaps.includes(term) || one.equals?.includes(term))
    .map((one) => one.name);
  return name(random.pick([...near, ...overlapping]));
}

/** What an exception takes out of a dimension: preferably a term that contains no other. */
function drawPart(random: Random, ground: Ground, dimension: string): Value {
  const own = ground.terms.filter((term) => term.dimension === (dimension === 'with' ? 'party' : dimension));
  const leaves = own.filter(({ name }) => !own.some(({ parents }) => parents.includes(name)));
  if (dimension === 'territory' || leaves.length === 0 || random.chance(0.35))
    return drawValue(random, ground, dimension);
  return name(random.pick(leaves).name);
}

/** A term without something within it: never nothing, as every term has something of its own. */
function drawDifference(random: Random, own: Ground['terms']): Value | undefined {
  const terms = new Map(own.map((term) => [term.name, term]));
  const pairs = own.flatMap((part) =>
    [...upward(terms, part.name)].filter((whole) => whole !== part.name).map((whole) => ({ whole, part: part.name })),
  );
  if (pairs.length === 0) return undefined;
  const { whole, part } = random.pick(pairs);
  return { kind: 'difference', from: name(whole), except: name(part) };
}

function drawTerritory(random: Random, patch: boolean): Value {
  const names = patch ? [...TERRITORIES, 'patch', 'patch', 'patch'] : TERRITORIES;
  switch (
    random.weighted([
      ['name', 60],
      ['list', 20],
      ['except', 20],
    ] as const)
  ) {
    case 'name':
      return name(random.pick(names));
    case 'list':
      return named(random.some(names, 2));
    case 'except':
      return {
        kind: 'difference',
        from: name('worldwide'),
        except: named(
          random.some(
            names.filter((one) => one !== 'worldwide'),
            2,
          ),
        ),
      };
  }
}

/** A range around a few bounds. */
export function drawRange(random: Random): Range {
  const bounds = [5, 10, 10, 12.5, 20];
  switch (
    random.weighted([
      ['between', 40],
      ['below', 30],
      ['above', 30],
    ] as const)
  ) {
    case 'between': {
      const [low, high] = [random.pick(bounds), random.pick(bounds)].sort((a, b) => a - b);
      return { low, lowIncluded: true, high, highIncluded: true };
    }
    case 'below':
      return { high: random.pick(bounds), highIncluded: random.chance(0.5) };
    case 'above':
      return { low: random.pick(bounds), lowIncluded: random.chance(0.5) };
  }
}

/** Values for some of the dimensions a scenario speaks of. */
export function drawValues(
  random: Random,
  ground: Ground,
  dimensions: readonly string[],
  often: number,
  near: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const dimension of dimensions) {
    if (!random.chance(often)) continue;
    const other = near[dimension];
    values[dimension] =
      other && random.chance(0.75) ? drawNear(random, ground, dimension, other) : drawValue(random, ground, dimension);
  }
  return values;
}

/** The *what* and *where* dimensions of a scenario, measured ones apart. */
export const whatAndWhere = ({ spoken, territory }: Ground): string[] => [
  ...spoken,
  ...(territory ? ['territory'] : []),
];

/** An exception: one to three things it is about. */
export function drawException(random: Random, { ground, calendar }: Palette, act: Value | undefined): RegionSpec {
  const dimensions = random.some(
    [...whatAndWhere(ground), ...whatAndWhere(ground), ...ground.who, 'with'],
    1 + random.below(2),
  );
  const values = Object.fromEntries(dimensions.map((dimension) => [dimension, drawPart(random, ground, dimension)]));
  if (act && random.chance(0.06)) values.act = act;
  return {
    values,
    ranges: ground.number && random.chance(0.3) ? { [ground.number]: drawRange(random) } : undefined,
    from: random.chance(0.12) ? drawStart(random, calendar) : undefined,
    until: random.chance(0.12) ? drawEnd(random, calendar, []) : undefined,
    while: calendar.states.length > 0 && random.chance(0.35) ? calendar.states[0].name : undefined,
  };
}
