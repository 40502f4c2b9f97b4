import { createRandom } from './random.ts';

/** A term of the scope tree; terms stand in preorder. */
export interface ScopeTerm {
  readonly name: string;
  readonly parent: number;
  readonly depth: number;
  /** One after the last descendant. */
  readonly end: number;
}

const ADJECTIVES =
  'retail cloud mobile stateless managed industrial clinical regional digital secure modular open joint custom public embedded batch adaptive thermal optical shared live hosted offline remote basic prime solar marine rapid precise quiet linear dense neural field core edge urban global'.split(
    ' ',
  );
const NOUNS =
  'models storage compute imaging sensors licensing payments analytics devices archives streaming research titles seeds reagents turbines drones catalog kits plants antibodies batteries routers games prints records maps lenses pumps vaccines panels printers scanners readers ledgers networks circuits robots filters engines'.split(
    ' ',
  );
/** Children a term of each depth has: 8 + 24 + 72 + 216 + 648 = 968 terms in five levels. */
const BRANCHING = [8, 3, 3, 3, 3];

export function createScopes(): ScopeTerm[] {
  const scopes: { name: string; parent: number; depth: number; end: number }[] = [];
  const grow = (parent: number, depth: number): void => {
    if (depth === BRANCHING.length) return;
    for (let child = 0; child < BRANCHING[depth]; child++) {
      const term = scopes.length;
      const serial = term * 7;
      const name = `${ADJECTIVES[serial % ADJECTIVES.length]}_${NOUNS[Math.floor(term / ADJECTIVES.length) % NOUNS.length]}`;
      scopes.push({ name, parent, depth, end: 0 });
      grow(term, depth + 1);
      scopes[term].end = scopes.length;
    }
  };
  grow(-1, 0);
  return scopes;
}

const FIRST =
  'Nord Alta Vega Terra Hex Luma Orion Delta Quanta Sol Pico Helio Strato Cedar Onyx Argo Zephyr Ember Cobalt Iris Juno Kestrel Lynx Mira Nova Opal Prism Quill Raven Sable Talon Umbra Vertex Willow Xeno Yarrow Zenith Birch Crest Drift'.split(
    ' ',
  );
const SECOND =
  'wind works media soft labs pharma works2 chem grid mart press film bank logic steel foods aero gen tron scale point bridge stone field line port net core craft path ware form sense mark house cast loop forge dyne ridge'.split(
    ' ',
  );
const COMPANY = ['Inc.', 'Ltd.', 'GmbH', 'S.A.', 'Société Générale d’Édition', 'K.K.', 'LLC', 'B.V.'];

export interface PartyTerm {
  readonly name: string;
  readonly title?: string;
}

export function createParties(count: number): PartyTerm[] {
  const random = createRandom(77);
  const parties: PartyTerm[] = [];
  for (let index = 0; index < count; index++) {
    const round = Math.floor(index / (FIRST.length * SECOND.length));
    const stem = `${FIRST[index % FIRST.length]}${SECOND[Math.floor(index / FIRST.length) % SECOND.length]}`;
    const name = round === 0 ? stem : `${stem}_${round}`;
    parties.push(random.chance(0.4) ? { name, title: `${stem} ${random.pick(COMPANY)}` } : { name });
  }
  return parties;
}

export const CHANNELS = ['first_party', 'third_party', 'storefront', 'online'];
export const ALL_CHANNELS = (1 << CHANNELS.length) - 1;
export const CLOUDS = ['Azure', 'Bedrock', 'Vertex', 'OracleCloud', 'CoreCloud', 'NordCloud', 'AlpenCloud', 'Stargate'];

const EU_COUNTRIES = ['DE', 'FR', 'ES', 'IT', 'NL', 'SE', 'PL', 'AT', 'BE', 'IE', 'DK', 'FI'];
const EUROPE_COUNTRIES = [...EU_COUNTRIES, 'NO', 'CH', 'GB'];
const EAST_ASIA_COUNTRIES = ['JP', 'CN', 'KR'];
/** Built-in territories the generator uses, one bit each. */
export const COUNTRIES = [...EUROPE_COUNTRIES, ...EAST_ASIA_COUNTRIES, 'US', 'CA', 'MX', 'BR', 'IN', 'AU', 'ZA', 'SG'];

const bits = (names: readonly string[]): number =>
  names.reduce((mask, name) => mask | (1 << COUNTRIES.indexOf(name)), 0);
// What a group holds beside the countries used here: bits that only groups share.
const REST_OF_EU = 1 << COUNTRIES.length;
const REST_OF_EUROPE = 1 << (COUNTRIES.length + 1);
const REST_OF_EAST_ASIA = 1 << (COUNTRIES.length + 2);
const REST_OF_AMERICA = 1 << (COUNTRIES.length + 3);
const REST_OF_WORLD = 1 << (COUNTRIES.length + 4);
const EU = bits(EU_COUNTRIES) | REST_OF_EU;
export const WORLDWIDE =
  ((1 << COUNTRIES.length) - 1) | REST_OF_EU | REST_OF_EUROPE | REST_OF_EAST_ASIA | REST_OF_AMERICA | REST_OF_WORLD;

export interface TerritoryGroup {
  readonly name: string;
  readonly mask: number;
}

export const TERRITORY_GROUPS: readonly TerritoryGroup[] = [
  { name: 'EU', mask: EU },
  { name: 'EEA', mask: EU | bits(['NO']) },
  { name: 'Europe', mask: bits(EUROPE_COUNTRIES) | REST_OF_EU | REST_OF_EUROPE },
  { name: 'Eastern-Asia', mask: bits(EAST_ASIA_COUNTRIES) | REST_OF_EAST_ASIA },
  { name: 'Northern-America', mask: bits(['US', 'CA']) | REST_OF_AMERICA },
];
export const countryMask = (country: number): number => 1 << country;
