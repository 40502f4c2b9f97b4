/**
 * The built-in territories: ISO 3166-1 countries (`DE`), ISO 3166-2 subdivisions (`US-IL`), the regions of UN M49 by their
 * English name with hyphens (`Eastern-Asia`), `EU` and `EEA`. `worldwide` is the dimension itself and is not among them.
 *
 * - A region consists of exactly its members; a country has more than its listed subdivisions.
 * - ISO 3166-1 entries share nothing with each other, as in M49: `US` is without `PR`, `FR` without `RE`, `CN` without `HK`.
 *   A subdivision that is also an entry of its own lies in that entry: `US-PR` in `PR`.
 *
 * The data is text, read only when a territory is first asked for, and a country's subdivisions only when one of them is.
 */
import { COUNTRIES, REGIONS, SUBDIVISIONS } from './territories.generated.ts';

interface Territory {
  readonly parents: readonly string[];
  readonly title: string;
  readonly otherNames: readonly string[];
}

const NONE: readonly string[] = Object.freeze([]);

/** Computes once, on first use. */
function lazy<T>(compute: () => T): () => T {
  let value: { readonly it: T } | undefined;
  return () => {
    value ??= { it: compute() };
    return value.it;
  };
}

const split = (text: string, separator: string): readonly string[] =>
  text === '' ? NONE : Object.freeze(text.split(separator));

function readTerritories(text: string): ReadonlyMap<string, Territory> {
  const territories = new Map<string, Territory>();
  for (const line of text.split('\n')) {
    const [name, parents, title, otherNames] = line.split('|');
    territories.set(name, { parents: split(parents, ' '), title, otherNames: split(otherNames, ';') });
  }
  return territories;
}

const regions = lazy(() => readTerritories(REGIONS));
const countries = lazy(() => readTerritories(COUNTRIES));

/** Each country's subdivisions, still as text. */
const subdivisionTexts = lazy(() => {
  const texts = new Map<string, string>();
  for (const line of SUBDIVISIONS.split('\n')) texts.set(line.slice(0, 2), line.slice(3));
  return texts as ReadonlyMap<string, string>;
});

const NO_SUBDIVISIONS: ReadonlyMap<string, Territory> = new Map();
const subdivisionsRead = new Map<string, ReadonlyMap<string, Territory>>();

function subdivisionsOf(country: string): ReadonlyMap<string, Territory> {
  const known = subdivisionsRead.get(country);
  if (known) return known;
  const text = subdivisionTexts().get(country);
  if (text === undefined) return NO_SUBDIVISIONS;
  const subdivisions = new Map<string, Territory>();
  const inCountry = Object.freeze([country]);
  for (const entry of text.split(';')) {
    const equals = entry.indexOf('=');
    const [suffix, parent] = entry.slice(0, equals).split('<');
    const parents = parent === undefined ? inCountry : Object.freeze([parent]);
    subdivisions.set(`${country}-${suffix}`, { parents, title: entry.slice(equals + 1), otherNames: NONE });
  }
  subdivisionsRead.set(country, subdivisions);
  return subdivisions;
}

function find(name: string): Territory | undefined {
  if (name.length === 2 && name !== 'EU') return countries().get(name);
  return regions().get(name) ?? (name[2] === '-' ? subdivisionsOf(name.slice(0, 2)).get(name) : undefined);
}

/** The territories that directly contain it, none of them `worldwide`; undefined when there is no such built-in territory. */
export function territoryParents(name: string): readonly string[] | undefined {
  return find(name)?.parents;
}

/** The English name ("Germany", "Eastern Asia"); for subdivisions the local name ISO lists in Latin letters ("Bayern"). */
export function territoryTitle(name: string): string | undefined {
  return find(name)?.title;
}

const membersByRegion = lazy(() => {
  const members = new Map<string, string[]>();
  for (const region of regions().keys()) members.set(region, []);
  for (const [name, { parents }] of [...regions(), ...countries()]) {
    for (const parent of parents) members.get(parent)?.push(name);
  }
  for (const list of members.values()) Object.freeze(list);
  return members as ReadonlyMap<string, readonly string[]>;
});

/**
 * The regions and countries a region directly consists of, exactly; undefined for a country, a subdivision and what is no
 * built-in territory, which have no such members.
 */
export function territoryMembers(name: string): readonly string[] | undefined {
  return membersByRegion().get(name);
}

/** The 249 ISO 3166-1 alpha-2 codes, in alphabetical order. */
export const allCountries: () => readonly string[] = lazy(() => Object.freeze([...countries().keys()]));

/** Every built-in territory: regions, then countries, then subdivisions, each in alphabetical order. */
export const territoryNames: () => readonly string[] = lazy(() => {
  const names = [...regions().keys(), ...countries().keys()];
  for (const country of subdivisionTexts().keys()) names.push(...subdivisionsOf(country).keys());
  return Object.freeze(names);
});

/** What is compared when a name is looked up as people write it: letters and digits without case and diacritics. */
function searchKey(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const namesByKey = lazy(() => {
  const names = new Map<string, string[]>();
  for (const name of territoryNames()) {
    const { title, otherNames } = find(name)!;
    for (const key of new Set([name, title, ...otherNames].map(searchKey))) {
      const same = names.get(key);
      if (same) same.push(name);
      else names.set(key, [name]);
    }
  }
  return names as ReadonlyMap<string, readonly string[]>;
});

/**
 * The built-in territories that people call so, the widest first, for "did you mean": `UK` and `United Kingdom` are `GB`,
 * `us-il` and `Illinois` are `US-IL`, `Georgia` is `GE` or `US-GA`. Never used to resolve a name.
 */
export function territoryAliases(name: string): readonly string[] {
  return namesByKey().get(searchKey(name)) ?? partOfCountry(name);
}

/** `US-Texas`: a subdivision by its country's code and its own name. */
function partOfCountry(name: string): readonly string[] {
  const country = /^[A-Za-z]{2}-/.exec(name)?.[0].toUpperCase();
  if (country === undefined) return NONE;
  return (namesByKey().get(searchKey(name.slice(3))) ?? NONE).filter((one) => one.startsWith(country));
}

/** The first of {@link territoryAliases}: `UK` is `GB`. */
export function territoryAlias(name: string): string | undefined {
  return territoryAliases(name)[0];
}
