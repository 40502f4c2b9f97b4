/** The built-in terms the oracle uses: the acts of language.md §4, and a few territories with the places they share. */
import type { TermSpec } from './scenario.ts';

const act = (name: string, parents: readonly string[], distinct: readonly string[] = []): TermSpec => ({
  dimension: 'act',
  name,
  parents,
  overlaps: [],
  distinct,
});

/** Apart from `exploit`, and from each other. */
const APART = [
  'pay',
  'insure',
  'assign',
  'solicit',
  'disparage',
  'challenge',
  'disclose',
  'audit',
  'warrant',
  'escrow',
] as const;

/** "in `exploit`, make, use, sell, buy (pairwise distinct), have-made in make; import, offer, supply, distribute in sell; host, …" */
export const ACTS: readonly TermSpec[] = [
  act('exploit', []),
  act('make', ['exploit']),
  act('use', ['exploit'], ['make']),
  act('sell', ['exploit'], ['make', 'use']),
  act('buy', ['exploit'], ['make', 'use', 'sell']),
  act('have-made', ['make']),
  ...['import', 'offer', 'supply', 'distribute'].map((name) => act(name, ['sell'])),
  ...['host', 'sublicense', 'market'].map((name) => act(name, ['exploit'])),
  ...APART.map((name, index) => act(name, [], ['exploit', ...APART.slice(0, index)])),
];

/**
 * Places, each with the territories of the oracle's vocabulary it lies in: one for every combination that occurs in ISO
 * 3166, in the EU's and the EEA's membership and in UN M49 (Cyprus is an EU member in Western Asia).
 */
export const PLACES: Readonly<Record<string, readonly string[]>> = {
  California: ['US-CA', 'US', 'Northern-America', 'worldwide'],
  Ohio: ['US-OH', 'US', 'Northern-America', 'worldwide'],
  Nevada: ['US', 'Northern-America', 'worldwide'],
  Canada: ['Northern-America', 'worldwide'],
  Germany: ['DE', 'EU', 'EEA', 'Western-Europe', 'Europe', 'worldwide'],
  France: ['FR', 'EU', 'EEA', 'Western-Europe', 'Europe', 'worldwide'],
  Belgium: ['EU', 'EEA', 'Western-Europe', 'Europe', 'worldwide'],
  Switzerland: ['Western-Europe', 'Europe', 'worldwide'],
  Liechtenstein: ['EEA', 'Western-Europe', 'Europe', 'worldwide'],
  Norway: ['NO', 'EEA', 'Europe', 'worldwide'],
  Iceland: ['EEA', 'Europe', 'worldwide'],
  Poland: ['EU', 'EEA', 'Europe', 'worldwide'],
  Ukraine: ['Europe', 'worldwide'],
  Cyprus: ['CY', 'EU', 'EEA', 'Asia', 'worldwide'],
  Japan: ['JP', 'Eastern-Asia', 'Asia', 'worldwide'],
  China: ['Eastern-Asia', 'Asia', 'worldwide'],
  India: ['Asia', 'worldwide'],
  Brazil: ['worldwide'],
};

/** Every built-in territory that occurs in {@link PLACES}. */
export const TERRITORIES: readonly string[] = [...new Set(Object.values(PLACES).flat())];
