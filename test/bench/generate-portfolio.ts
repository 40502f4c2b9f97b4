import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PortfolioFile } from '../../server/src/portfolio/check.ts';
import { allocatePromises, collide, Effect, NO_END, type Promises } from './promises.ts';
import { createRandom, type Random } from './random.ts';
import {
  ALL_CHANNELS,
  CHANNELS,
  CLOUDS,
  COUNTRIES,
  countryMask,
  createParties,
  createScopes,
  type PartyTerm,
  type ScopeTerm,
  TERRITORY_GROUPS,
  WORLDWIDE,
} from './vocabulary.ts';

export interface PortfolioShape {
  readonly clauses: number;
  readonly seed?: number;
  /** Half of the clauses have one grantor. */
  readonly dominantGrantor?: boolean;
  /** Exceptions, orders of precedence, blocks, events, tails, amendments, own terms: all the syntax real deals use. */
  readonly rich?: boolean;
  /** The share of clauses that collide with another. */
  readonly conflictDensity?: number;
}

export interface GeneratedPortfolio {
  /** The vocabulary and the configuration first, then one deal a file. */
  readonly files: readonly PortfolioFile[];
  /** What the clauses promise, in the order of the files; leaves out of account what `rich` adds. */
  readonly promises: Promises;
  readonly scopes: readonly ScopeTerm[];
  readonly characters: number;
}

/** The day on which the generated portfolio is checked. */
export const AS_OF = '2026-06-01';
const CLAUSES_A_DEAL = 8;
const CLAUSES_A_PARTY = 20;
const DEALS_A_FOLDER = 250;
const CONFLICT_DENSITY = 0.017;
const ATTEMPTS = 40;

interface Region {
  scope: number;
  territories: number;
  territoryText: string;
  channels: number;
  from: number;
  until: number;
  fromText: string;
  untilText: string;
}

interface Kind {
  readonly name: string;
  readonly weight: number;
  readonly effects: number;
}

const KINDS: readonly Kind[] = [
  { name: 'license', weight: 22, effects: Effect.permits },
  { name: 'grant', weight: 10, effects: Effect.permits },
  { name: 'host', weight: 14, effects: Effect.permits },
  { name: 'distribute', weight: 14, effects: Effect.permits },
  { name: 'exclusive', weight: 12, effects: Effect.permits | Effect.excludes },
  { name: 'prohibit', weight: 8, effects: Effect.forbids },
  { name: 'noncompete', weight: 4, effects: Effect.forbids },
  { name: 'purchase', weight: 8, effects: Effect.obliges },
  { name: 'invest', weight: 5, effects: 0 },
  { name: 'equity', weight: 3, effects: 0 },
];
const TOTAL_WEIGHT = KINDS.reduce((sum, kind) => sum + kind.weight, 0);
const RECORD = KINDS.find((kind) => kind.name === 'invest')!;

export function generatePortfolio(shape: PortfolioShape): GeneratedPortfolio {
  return new Generator(shape).run();
}

/** Writes the files below a folder. */
export function writePortfolio(portfolio: GeneratedPortfolio, folder: string): void {
  let made = '';
  for (const file of portfolio.files) {
    const target = join(folder, file.path);
    if (dirname(target) !== made) {
      made = dirname(target);
      mkdirSync(made, { recursive: true });
    }
    writeFileSync(target, file.text);
  }
}

class Generator {
  private readonly random: Random;
  private readonly scopes = createScopes();
  private readonly parties: readonly PartyTerm[];
  private readonly promises: Promises;
  private readonly files: PortfolioFile[] = [];
  /** By party and scope: the clauses in which the party promises or is dealt with. */
  private readonly clausesAt = new Map<number, number[]>();
  private readonly clausesOf = new Map<number, number[]>();
  private readonly regions: Region[] = [];
  private made = 0;

  constructor(private readonly shape: PortfolioShape) {
    this.random = createRandom(shape.seed ?? 1);
    this.parties = createParties(Math.max(200, Math.round(shape.clauses / CLAUSES_A_PARTY)));
    this.promises = allocatePromises(shape.clauses);
  }

  run(): GeneratedPortfolio {
    this.files.push({ path: 'deal.config.json', text: `${JSON.stringify({ asOf: AS_OF }, null, 2)}\n` });
    this.files.push({ path: 'terms.deal', text: this.vocabularyText() });
    for (let deal = 0; this.made < this.shape.clauses; deal++) this.addDeal(deal);
    return {
      files: this.files,
      promises: this.promises,
      scopes: this.scopes,
      characters: this.files.reduce((sum, file) => sum + file.text.length, 0),
    };
  }

  private vocabularyText(): string {
    const lines = ['// Who deals, in what, and through whom.', ''];
    for (const { name, title } of this.parties) lines.push(title ? `party ${name} "${title}"` : `party ${name}`);
    lines.push('');
    for (const [index, cloud] of CLOUDS.entries()) lines.push(`cloud ${cloud} by ${this.parties[index].name}`);
    lines.push('', `channel ${CHANNELS.join(', ')}`, '', 'event AGI "AGI declared and verified"', 'event IPO', '');
    const siblings = new Map<number, string[]>();
    for (const { name, parent, depth } of this.scopes) {
      const before = siblings.get(parent) ?? [];
      const words = [`${'  '.repeat(depth)}scope ${name}`];
      if (parent >= 0) {
        words.push(`in ${this.scopes[parent].name}`);
        if (before.length > 0) words.push(`distinct from ${before.length > 1 ? `[${before.join(', ')}]` : before[0]}`);
      }
      lines.push(words.join(' '));
      siblings.set(parent, [...before, name]);
    }
    return `${lines.join('\n')}\n`;
  }

  private addDeal(deal: number): void {
    const { random } = this;
    const count = Math.min(CLAUSES_A_DEAL, this.shape.clauses - this.made);
    const grantor = this.shape.dominantGrantor && deal % 2 === 0 ? 0 : 1 + random.below(this.parties.length - 1);
    let grantee = 1 + random.below(this.parties.length - 1);
    if (grantee === grantor) grantee = grantor === 1 ? 2 : grantor - 1;
    const year = 2014 + random.below(13);
    const month = random.below(12);
    const years = 2 + random.below(5);
    const from = day(year, month, 1 + random.below(28));
    const until = day(year + years, month, 28);
    const [by, to] = [this.parties[grantor].name, this.parties[grantee].name];
    const name = `${by.toLowerCase()}_${deal}`;
    const renews = this.shape.rich && random.chance(0.03) ? ', renews = 1 year' : '';
    const title = random.chance(0.5)
      ? ` "${by}${random.chance(0.1) ? '–' : ' and '}${to}, ${random.pick(OCCASIONS)}"`
      : '';
    const chinese = random.chance(0.01) ? '// 双方签署的合作协议\n' : '';
    const lines = [
      `// ${random.pick(OCCASIONS)} of ${iso(from)}, ${random.pick(REMARKS)}`,
      `${chinese}deal ${name}${title} (by = ${by}, to = ${to}, from = ${iso(from)}, until = ${iso(until)}${renews}) {`,
    ];
    if (this.shape.rich && random.chance(0.02)) {
      lines.push(`  scope products_${deal} "Products" in ${this.scopes[random.below(this.scopes.length)].name}`);
    }
    const labels: string[] = [];
    for (let index = 0; index < count; index++) this.addClause(lines, labels, grantor, grantee, from, until);
    lines.push('}', '');
    const folder = String(Math.floor(deal / DEALS_A_FOLDER)).padStart(4, '0');
    this.files.push({ path: `deals/${folder}/${name}.deal`, text: lines.join('\n') });
  }

  private addClause(
    lines: string[],
    labels: string[],
    grantor: number,
    grantee: number,
    from: number,
    until: number,
  ): void {
    const { random, promises } = this;
    const clause = this.made++;
    const reversed = random.chance(0.05);
    let kind = this.pickKind();
    let to = reversed ? grantor : grantee;
    const by = reversed ? grantee : grantor;
    const ownGrantee = !reversed && random.chance(0.2);
    if (ownGrantee) {
      to = 1 + random.below(this.parties.length - 1);
      if (to === by) to = grantee;
    }
    promises.by[clause] = by;
    promises.to[clause] = to;
    let region = this.drawRegion(from, until);
    const place = (): void => {
      promises.effects[clause] = kind.effects;
      promises.scopeStart[clause] = region.scope;
      promises.scopeEnd[clause] = this.scopes[region.scope].end;
      promises.territories[clause] = region.territories;
      promises.channels[clause] = region.channels;
      promises.from[clause] = region.from;
      promises.until[clause] = region.until;
    };
    if (kind.effects !== 0) {
      // Half of the clauses copy another, which then collides as well; a crowded grantor's copies meet bystanders too.
      const share = this.shape.dominantGrantor ? 0.45 : 0.8;
      const target = random.chance((this.shape.conflictDensity ?? CONFLICT_DENSITY) * share) ? this.findTarget(by) : -1;
      if (target >= 0) {
        // On purpose: the same region as another promise of the same party.
        kind = random.chance(0.5) ? KINDS[4] : KINDS[5];
        region = this.copyRegion(target);
        place();
      } else {
        place();
        for (let attempt = 1; attempt < ATTEMPTS && this.collides(clause); attempt++) {
          region = this.drawRegion(from, until);
          place();
        }
        if (this.collides(clause)) kind = RECORD;
      }
    }
    place();
    this.regions.push(region);
    if (kind.effects !== 0) this.remember(clause);
    this.writeClause(
      lines,
      labels,
      clause,
      kind,
      region,
      reversed,
      ownGrantee || to !== (reversed ? grantor : grantee),
    );
  }

  private pickKind(): Kind {
    let ticket = this.random.below(TOTAL_WEIGHT);
    for (const kind of KINDS) {
      ticket -= kind.weight;
      if (ticket < 0) return kind;
    }
    return KINDS[0];
  }

  private drawRegion(dealFrom: number, dealUntil: number): Region {
    const { random } = this;
    const region: Region = {
      scope: random.below(this.scopes.length),
      territories: WORLDWIDE,
      territoryText: '',
      channels: ALL_CHANNELS,
      from: dealFrom,
      until: dealUntil,
      fromText: '',
      untilText: '',
    };
    this.drawTerritory(region);
    if (random.chance(0.5)) region.channels = 1 << random.below(CHANNELS.length);
    if (random.chance(0.3)) {
      region.from = dealFrom + random.below((dealUntil - dealFrom) >> 1);
      region.fromText = iso(region.from);
    }
    if (random.chance(0.5)) this.drawEnd(region, dealUntil);
    return region;
  }

  private drawTerritory(region: Region): void {
    const { random } = this;
    const dice = random.next();
    const country = random.below(COUNTRIES.length);
    if (dice < 0.62) {
      region.territories = countryMask(country);
      region.territoryText = COUNTRIES[country];
    } else if (dice < 0.8) {
      const other = (country + 1 + random.below(COUNTRIES.length - 1)) % COUNTRIES.length;
      region.territories = countryMask(country) | countryMask(other);
      region.territoryText = `[${COUNTRIES[country]}, ${COUNTRIES[other]}]`;
    } else if (dice < 0.88) {
      const group = random.pick(TERRITORY_GROUPS);
      region.territories = group.mask;
      region.territoryText = group.name;
    } else if (dice < 0.92) {
      const group = TERRITORY_GROUPS[0];
      region.territories = group.mask & ~countryMask(random.below(12));
      const left = COUNTRIES.findIndex((_, index) => index < 12 && (region.territories & countryMask(index)) === 0);
      region.territoryText = `${group.name} except ${COUNTRIES[left]}`;
    } else if (dice < 0.94) {
      region.territoryText = 'worldwide';
    }
  }

  private drawEnd(region: Region, dealUntil: number): void {
    const { random } = this;
    const span = dealUntil - region.from;
    const dice = random.next();
    if (dice < 0.04) {
      region.until = NO_END;
      region.untilText = random.chance(0.5) ? 'AGI' : 'IPO';
    } else if (dice < 0.08) {
      region.until = day(2030 + random.below(6), 11, 31);
      region.untilText = `earlier of [AGI, ${iso(region.until)}]`;
    } else {
      region.until = region.from + 1 + random.below(span);
      const date = new Date(region.until * 86_400_000);
      if (dice < 0.3) {
        region.until = day(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
        region.untilText = iso(region.until).slice(0, 7);
      } else if (dice < 0.4) {
        region.until = day(date.getUTCFullYear(), 11, 31);
        region.untilText = String(date.getUTCFullYear());
      } else {
        region.untilText = iso(region.until);
      }
    }
  }

  private findTarget(by: number): number {
    const mine = this.clausesOf.get(by);
    if (mine === undefined) return -1;
    const target = mine[this.random.below(mine.length)];
    const { effects, by: promisors } = this.promises;
    return promisors[target] === by && (effects[target] & (Effect.permits | Effect.obliges)) !== 0 ? target : -1;
  }

  /** The same what, where and when, with the time told in full. */
  private copyRegion(target: number): Region {
    const region = this.regions[target];
    return { ...region, fromText: iso(region.from), untilText: region.untilText || iso(region.until) };
  }

  private remember(clause: number): void {
    const { by, to, scopeStart } = this.promises;
    for (const party of [by[clause], to[clause]]) {
      const key = party * this.scopes.length + scopeStart[clause];
      const there = this.clausesAt.get(key);
      if (there === undefined) this.clausesAt.set(key, [clause]);
      else there.push(clause);
    }
    const own = this.clausesOf.get(by[clause]);
    if (own === undefined) this.clausesOf.set(by[clause], [clause]);
    else own.push(clause);
  }

  /** Whether a clause not yet remembered collides with one that is. */
  private collides(clause: number): boolean {
    const { by, to, scopeStart, scopeEnd } = this.promises;
    for (const party of [by[clause], to[clause]]) {
      const base = party * this.scopes.length;
      for (let scope = this.scopes[scopeStart[clause]].parent; scope >= 0; scope = this.scopes[scope].parent) {
        if (this.collidesAt(clause, base + scope)) return true;
      }
      for (let scope = scopeStart[clause]; scope < scopeEnd[clause]; scope++) {
        if (this.collidesAt(clause, base + scope)) return true;
      }
    }
    return false;
  }

  private collidesAt(clause: number, key: number): boolean {
    const there = this.clausesAt.get(key);
    if (there === undefined) return false;
    for (const other of there) if (collide(this.promises, clause, other)) return true;
    return false;
  }

  private writeClause(
    lines: string[],
    labels: string[],
    clause: number,
    kind: Kind,
    region: Region,
    reversed: boolean,
    namesGrantee: boolean,
  ): void {
    const { random, promises } = this;
    const scope = this.scopes[region.scope].name;
    const args: string[] = [];
    if (reversed) args.push(`by = ${this.parties[promises.by[clause]].name}`);
    if (namesGrantee && kind.name !== 'equity') args.push(`to = ${this.parties[promises.to[clause]].name}`);
    if (kind.effects !== 0) {
      args.push(`scope = ${scope}`);
      if (region.territoryText) args.push(`territory = ${region.territoryText}`);
      if (region.channels !== ALL_CHANNELS) args.push(`channel = ${CHANNELS[31 - Math.clz32(region.channels)]}`);
      if (region.fromText) args.push(`from = ${region.fromText}`);
      if (region.untilText) args.push(`until = ${region.untilText}`);
    }
    if (kind.name === 'host' && random.chance(0.7)) args.push(`cloud = ${random.pick(CLOUDS)}`);
    if (kind.name === 'purchase') args.push(`amount = ${1 + random.below(900)}M USD`);
    if (kind.name === 'invest')
      args.push(`amount = ${1 + random.below(900)}.${random.below(10)}M ${random.pick(CURRENCIES)}`);
    if (kind.name === 'equity') {
      args.push(
        `holder = ${this.parties[promises.to[clause]].name}`,
        `issuer = ${this.parties[promises.by[clause]].name}`,
      );
      args.push(`share = 0.${1 + random.below(8)}%`);
    }
    if (random.chance(0.08)) lines.push(`  // ${random.pick(REMARKS)}`);
    if (random.chance(0.28)) {
      const locator = random.chance(0.6) ? `[§${1 + random.below(14)}.${1 + random.below(9)}] ` : '';
      const words = scope.replace('_', ' ');
      lines.push(`  > ${locator}${random.pick(PASSAGES).replace('%', words)}`);
      if (random.chance(0.25)) lines.push(`  > ${random.pick(CONTINUATIONS)}`);
    }
    const label = random.chance(0.6)
      ? `${kind.name === 'exclusive' ? 'only' : 'clause'}_${(clause % CLAUSES_A_DEAL) + 1}`
      : '';
    const written = `${label ? `${label}: ` : ''}${kind.name}(${args.join(', ')})`;
    lines.push(this.shape.rich ? this.enrich(`  ${written}`, labels, clause, kind, region) : `  ${written}`);
    if (label) labels.push(label);
  }

  /** What follows a clause's arguments. */
  private enrich(written: string, labels: readonly string[], clause: number, kind: Kind, region: Region): string {
    const { random } = this;
    const dice = random.next();
    if (kind === RECORD && dice < 0.3) {
      const year = 2026 + random.below(6);
      return `${written} {\n    tranche(amount = 2M USD, due = ${year}-03)\n    tranche(amount = 3M USD, on = [IPO, AGI])\n  }`;
    }
    if (kind.effects === 0) return written;
    const country = COUNTRIES.find(
      (_, index) => region.territories & ~countryMask(index) && region.territories & countryMask(index),
    );
    if (dice < 0.03 && country) return `${written} except (territory = ${country})`;
    if (dice < 0.05 && country) {
      return `${written} {\n    > [§9.${1 + random.below(9)}] ${CONTINUATIONS[0]}\n    carved_${clause % 8}: except (territory = ${country})\n  }`;
    }
    if (dice < 0.07 && labels.length > 0) return `${written}\n    subject to ${random.pick(labels)}`;
    if (dice < 0.08 && labels.length > 1) return `${written} notwithstanding [${labels[0]}, ${labels[1]}]`;
    return written;
  }
}

/** Days since 1970-01-01; a day of 0 is the last of the month before. */
function day(year: number, month: number, dayOfMonth: number): number {
  return Math.floor(Date.UTC(year, month, dayOfMonth) / 86_400_000);
}

function iso(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

const CURRENCIES = ['USD', 'USD', 'EUR', 'JPY', 'GBP'];
const OCCASIONS = [
  'restated agreement',
  'framework agreement',
  'licence',
  'supply agreement',
  'letter of intent',
  'side letter',
];
const REMARKS = [
  'as filed with the annual report',
  'the schedule lists the same countries',
  'renewal to be discussed before the end of the term',
  'read together with the letter of the same day',
  'annex B was never signed',
];
const PASSAGES = [
  'Licensor grants Licensee the right to make, use and sell the Products in the field of %,',
  'The Company shall not, directly or indirectly, engage in any business that competes in %',
  'Distributor is appointed as distributor of % for the Territory and for the Term,',
  'During the Term the parties agree that % shall be supplied on the terms of Schedule 2',
  'Subject to the terms of this Agreement, Supplier will host % for the benefit of Customer',
];
const CONTINUATIONS = [
  'save for the uses that the parties have listed in Annex A.',
  'and no other person shall be entitled to do so without prior written consent.',
  'until the expiry or earlier termination of this Agreement.',
];
