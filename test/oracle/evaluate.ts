/**
 * The same meaning a second time, as a plain function of one world and one use: no formulas and no solver. It checks
 * the engine's witnesses, and Z3's.
 */
import { addPeriod, dayAfter, firstDay, parseDay } from './calendar.ts';
import { type Choices, explore } from './explore.ts';
import { type Control, controlsOf } from './parties.ts';
import { type PromiseMade, type ReadClause, readClause, waiversOf, waives, whoNamed, yields } from './reading.ts';
import {
  clauseNamed,
  type DealSpec,
  questionOf,
  type ReadingSpec,
  type RegionSpec,
  type Scenario,
  type Time,
  type Value,
} from './scenario.ts';
import {
  type Atom,
  isMembership,
  membershipName,
  standing,
  termsDimension,
  type Vocabulary,
  vocabularyOf,
} from './vocabulary.ts';

/** A concrete use: a day, and in every dimension that matters an atom or a number. */
export interface ConcreteUse {
  readonly day: number;
  readonly atoms: ReadonlyMap<string, Atom>;
  readonly numbers: ReadonlyMap<string, number>;
}

/** How a world answers what is open: each fact with the answers it may have. */
export interface Candidates {
  /** Days an event may have, `Infinity` for never. */
  readonly event: (name: string) => readonly number[];
  /** First days no longer in force that a renewing deal may have. */
  readonly dealEnd: (deal: DealSpec, nominal: number) => readonly number[];
}

const YES_NO = [true, false] as const;

/** Judges uses of one pair under one reading, each in a world given by choices. */
export class Evaluator {
  private readonly scenario: Scenario;
  private readonly reading?: ReadingSpec;
  private readonly pair: readonly ReadClause[];
  private readonly waivers: readonly ReadClause[];
  private readonly controls: readonly Control[];
  private readonly vocabularies = new Map<string, Vocabulary>();
  private choices!: Choices;
  private candidates!: Candidates;
  /** Whether nobody is asked who only receives what a clause lets happen or demands. */
  private readonly leavesReceiversOut: boolean;

  constructor(scenario: Scenario, reading: ReadingSpec | undefined, leavesReceiversOut = false) {
    this.scenario = scenario;
    this.reading = reading;
    this.leavesReceiversOut = leavesReceiversOut;
    this.pair = scenario.pair.map((name) => readClause(scenario, clauseNamed(scenario, name)));
    this.waivers = waiversOf(scenario);
    this.controls = controlsOf(scenario);
  }

  /** Whether this use is one that one clause demands or lets happen and the other rules out. */
  collides(use: ConcreteUse, choices: Choices, candidates: Candidates): boolean {
    this.choices = choices;
    this.candidates = candidates;
    const [first, second] = this.pair;
    if (yields(first, second)) return false;
    const found =
      this.meets(first, second, use) || this.meets(second, first, use) || this.bothExclude(first, second, use);
    return found && this.worldIsPossible(use);
  }

  private meets(restraint: ReadClause, other: ReadClause, use: ConcreteUse): boolean {
    const { effects } = restraint;
    const excludes = effects.has('excludes');
    return this.partiesOf(restraint, other, use).some(({ party, promise, dealing, deals }) => {
      if (!deals && !(effects.has('forbids') || (excludes && !effects.has('permits')))) return false;
      const grants = other.effects.has('permits');
      const demands = other.effects.has('obliges');
      if (!grants && !demands) return false;
      if (!this.isDealing(other, dealing, deals, use)) return false;
      if (effects.has('forbids') && this.within(restraint, use) && !this.waived(restraint, promise, use, party))
        return true;
      if (excludes && this.isExcluded(restraint, promise, use, party, deals && grants)) return true;
      if (!deals || !grants) return false;
      const preempts = effects.has('preempts') && this.start(restraint) < this.start(other);
      if (!preempts && !effects.has('equalizes')) return false;
      const toOther = !this.anyParty(restraint, promise.to, use.atoms.get('with')!, use.day);
      return toOther && this.within(restraint, use) && !this.waived(restraint, promise, use, party);
    });
  }

  /**
   * Whether a use collides whatever belongs to open terms, all else being chosen: no way of settling that is possible keeps
   * the two apart.
   */
  certainlyCollides(use: ConcreteUse, choices: Choices, candidates: Candidates, mostRuns: number): boolean {
    let collides = false;
    const apart = explore((memberships) => {
      const choose: Choices['choose'] = (name, options) =>
        (isMembership(name) ? memberships : choices).choose(name, options);
      if (this.collides(use, { choose }, candidates)) {
        collides = true;
        return false;
      }
      return this.worldIsPossible(use);
    }, mostRuns);
    return collides && apart === 'none';
  }

  /** Two exclusions that leave nobody to deal with, for what, where and when of this use. */
  private bothExclude(first: ReadClause, second: ReadClause, use: ConcreteUse): boolean {
    const alone = ({ effects }: ReadClause) => effects.has('excludes') && !effects.has('permits');
    if (!alone(first) || !alone(second)) return false;
    if (!this.speaks(first, use, false) || !this.speaks(second, use, false)) return false;
    return this.partiesOf(first, second, use)
      .filter(({ deals }) => deals)
      .some(({ party, promise, dealing }) =>
        this.everyWho(use).every(
          (people) =>
            this.isExcluded(first, promise, people, party, true) ||
            this.isExcluded(second, dealing, people, party, true),
        ),
      );
  }

  private everyWho(use: ConcreteUse): ConcreteUse[] {
    let uses = [use];
    for (const dimension of use.atoms.keys()) {
      if (questionOf(this.scenario, dimension) !== 'who') continue;
      const atoms = this.vocabulary(dimension).atoms;
      uses = uses.flatMap((one) =>
        atoms.map((atom) => ({ ...one, atoms: new Map([...one.atoms, [dimension, atom]]) })),
      );
    }
    return uses;
  }

  /** Every party bound by the first clause that deals in the other, by promising it (`deals`) or by receiving it. */
  private partiesOf(first: ReadClause, other: ReadClause, use: ConcreteUse) {
    const found: { party: Atom; promise: PromiseMade; dealing: PromiseMade; deals: boolean }[] = [];
    for (const party of this.vocabulary('with').atoms) {
      for (const promise of first.promises) {
        if (!this.anyParty(first, promise.by, party, use.day)) continue;
        for (const dealing of other.promises) {
          if (this.anyParty(other, dealing.by, party, use.day)) found.push({ party, promise, dealing, deals: true });
          if (this.leavesReceiversOut) continue;
          if (this.anyParty(other, dealing.to, party, use.day)) found.push({ party, promise, dealing, deals: false });
        }
      }
    }
    return found;
  }

  /** Whether the use is in what a permission or duty is about, seen from its promisor or from who receives it. */
  private isDealing(clause: ReadClause, promise: PromiseMade, deals: boolean, use: ConcreteUse): boolean {
    if (!this.inForce(clause, use.day) || this.excepted(clause, use)) return false;
    for (const [dimension, atom] of use.atoms) {
      const value = clause.values[dimension];
      if (dimension === 'with' && (value === undefined || clause.effects.has('excludes'))) {
        if (!this.anyParty(clause, deals ? promise.to : promise.by, atom, use.day)) return false;
      } else if (value !== undefined) {
        if (!this.contains(clause, dimension, value, atom, use.day)) return false;
      } else if (questionOf(this.scenario, dimension) === 'who') {
        const keys = this.vocabulary(dimension).atoms.map(({ key }) => key);
        const options = [atom.key, ...keys.filter((key) => key !== atom.key)];
        if (this.choices.choose(`${dimension} of ${clause.name}`, options) !== atom.key) return false;
      }
    }
    return this.inRanges(clause.ranges, use);
  }

  private isExcluded(
    clause: ReadClause,
    promise: PromiseMade,
    use: ConcreteUse,
    party: Atom,
    byOthers: boolean,
  ): boolean {
    if (!this.speaks(clause, use, false) || !this.inForce(clause, use.day) || this.excepted(clause, use)) return false;
    const named = whoNamed(this.scenario, clause);
    const held =
      named.length === 0
        ? this.anyParty(clause, promise.to, use.atoms.get('with')!, use.day)
        : named.every((dimension) =>
            this.contains(clause, dimension, clause.values[dimension], use.atoms.get(dimension)!, use.day),
          );
    if (held || this.waived(clause, promise, use, party)) return false;
    if (byOthers || clause.self === 'yes') return true;
    return clause.self === 'undecided' && this.choices.choose(`self of ${clause.name}`, YES_NO);
  }

  /** Whether what a clause says of *what* and *where* (and *who*, when asked) covers the use; silence covers all. */
  private speaks(clause: ReadClause, use: ConcreteUse, who: boolean): boolean {
    for (const [dimension, atom] of use.atoms) {
      const value = clause.values[dimension];
      if (value === undefined || (!who && questionOf(this.scenario, dimension) === 'who')) continue;
      if (!this.contains(clause, dimension, value, atom, use.day)) return false;
    }
    return this.inRanges(clause.ranges, use);
  }

  private within(clause: ReadClause, use: ConcreteUse): boolean {
    return this.inForce(clause, use.day) && this.speaks(clause, use, true) && !this.excepted(clause, use);
  }

  private waived(clause: ReadClause, promise: PromiseMade, use: ConcreteUse, party: Atom): boolean {
    const waivers = this.waivers.filter((waiver) => waives(waiver, clause));
    const atomOf = (name: string) => this.vocabulary('with').atoms.find(({ key }) => key === name)!;
    const gaveUp = (objector: string) =>
      waivers.some((waiver) =>
        waiver.promises.some(
          ({ by, to }) =>
            this.anyParty(waiver, by, atomOf(objector), use.day) &&
            this.anyParty(waiver, to, party, use.day) &&
            this.within(waiver, use),
        ),
      );
    return promise.to.length > 0 && promise.to.every(gaveUp);
  }

  private excepted(clause: ReadClause, use: ConcreteUse): boolean {
    return clause.exceptions.some((region) => this.inRegion(clause, region, use));
  }

  private inRegion(clause: ReadClause, region: RegionSpec, use: ConcreteUse): boolean {
    if (region.from && use.day < this.time(region.from, clause.deal, false)) return false;
    if (region.until && use.day >= this.time(region.until, clause.deal, true)) return false;
    if (region.while && !this.holds(region.while)) return false;
    const inValues = Object.entries(region.values).every(([dimension, value]) =>
      this.contains(clause, dimension, value, use.atoms.get(dimension)!, use.day),
    );
    return inValues && this.inRanges(region.ranges ?? {}, use);
  }

  private inRanges(ranges: NonNullable<RegionSpec['ranges']>, { numbers }: ConcreteUse): boolean {
    return Object.entries(ranges).every(([dimension, { low, lowIncluded, high, highIncluded }]) => {
      const number = numbers.get(dimension)!;
      if (low !== undefined && (number < low || (number === low && !lowIncluded))) return false;
      return high === undefined || number < high || (number === high && highIncluded === true);
    });
  }

  private contains(clause: ReadClause, dimension: string, value: Value, atom: Atom, day: number): boolean {
    switch (value.kind) {
      case 'all':
        return true;
      case 'name':
        return dimension === 'with'
          ? this.isParty(clause, value.name, atom, day)
          : this.isMember(dimension, value.name, atom);
      case 'list':
        return value.items.some((item) => this.contains(clause, dimension, item, atom, day));
      case 'difference':
        return (
          this.contains(clause, dimension, value.from, atom, day) &&
          !this.contains(clause, dimension, value.except, atom, day)
        );
    }
  }

  private anyParty(clause: ReadClause, names: readonly string[], atom: Atom, day: number): boolean {
    return names.some((name) => this.isParty(clause, name, atom, day));
  }

  private isParty(clause: ReadClause, name: string, atom: Atom, day: number): boolean {
    if (this.isMember('with', name, atom)) return true;
    const { affiliates } = clause;
    if (affiliates === 'no') return false;
    if (typeof affiliates === 'object' && this.isMember('with', affiliates.allExcept, atom)) return false;
    const parties = this.vocabulary('with').atoms;
    const reached = this.controls.some(({ subsidiary, parent, from }) => {
      if (from !== undefined && day < from) return false;
      const parentItself = parties.find(({ key }) => key === parent)!;
      return this.isMember('with', subsidiary, atom) && this.isMember('with', name, parentItself);
    });
    return reached && (affiliates !== undefined || this.choices.choose(`affiliates of ${clause.name}`, YES_NO));
  }

  private isMember(dimension: string, name: string, atom: Atom): boolean {
    const vocabulary = this.vocabulary(dimension);
    const term = vocabulary.terms.get(name);
    if (!term) return atom.of.has(name);
    if (term.equals) return term.equals.some((part) => this.isMember(dimension, part, atom));
    const known = standing(vocabulary, atom, name);
    if (known !== 'undecided') return known === 'in';
    if (!term.parents.every((parent) => this.isMember(dimension, parent, atom))) return false;
    return this.choices.choose(membershipName(vocabulary, atom, name), YES_NO);
  }

  private vocabulary(dimension: string): Vocabulary {
    const asked = termsDimension(dimension);
    const known = this.vocabularies.get(asked);
    if (known) return known;
    const made = vocabularyOf(this.scenario, asked, this.reading);
    this.vocabularies.set(asked, made);
    return made;
  }

  private holds(state: string): boolean {
    if (this.scenario.states.some(({ name, presumedNo }) => name === state && presumedNo)) return false;
    return this.choices.choose(`${state} holds`, YES_NO);
  }

  private inForce(clause: ReadClause, day: number): boolean {
    if (day < this.start(clause) || day >= this.end(clause)) return false;
    return clause.while === undefined || this.holds(clause.while);
  }

  private start({ from, deal }: ReadClause): number {
    const time = from ?? deal.from;
    return time ? this.time(time, deal, false) : Number.NEGATIVE_INFINITY;
  }

  private end({ until, deal }: ReadClause): number {
    return until ? this.time(until, deal, true) : this.dealEnd(deal);
  }

  private dealEnd(deal: DealSpec): number {
    const nominal = deal.until ? this.time(deal.until, deal, true) : Number.POSITIVE_INFINITY;
    return deal.renews ? this.choices.choose(`end of ${deal.name}`, this.candidates.dealEnd(deal, nominal)) : nominal;
  }

  private time(time: Time, deal: DealSpec, asEnd: boolean): number {
    switch (time.kind) {
      case 'date':
        return asEnd ? dayAfter(time.date) : firstDay(time.date);
      case 'event':
        return this.eventDay(time.event);
      case 'start':
        return deal.from ? this.time(deal.from, deal, false) : Number.NEGATIVE_INFINITY;
      case 'end':
        return this.dealEnd(this.scenario.deals.find(({ name }) => name === time.deal) ?? deal);
      case 'sum': {
        const base = this.time(time.base, deal, false);
        return Number.isFinite(base) ? addPeriod(base, time.period) : base;
      }
      case 'earlier':
        return Math.min(...time.times.map((one) => this.time(one, deal, asEnd)));
      case 'later':
        return Math.max(...time.times.map((one) => this.time(one, deal, asEnd)));
      case 'perpetual':
        return Number.POSITIVE_INFINITY;
    }
  }

  private eventDay(name: string): number {
    const event = this.scenario.events.find((one) => one.name === name)!;
    if (event.occurred) return parseDay(event.occurred);
    if (event.presumed === 'no') return Number.POSITIVE_INFINITY;
    return this.choices.choose(`day of ${name}`, this.candidates.event(name));
  }

  /** Whether the events chosen obey their bounds and order, and the open terms what is stated distinct. */
  private worldIsPossible(use: ConcreteUse): boolean {
    const inOrder = (earlier: number, later: number) => later === Number.POSITIVE_INFINITY || earlier < later;
    const events = this.scenario.events.every((event) => {
      const { name, beforeEvent, afterEvent } = event;
      const day = this.eventDay(name);
      if (!event.occurred && day <= parseDay(this.scenario.asOf)) return false;
      if (!event.occurred && event.afterDate && day < dayAfter(event.afterDate)) return false;
      if (!event.occurred && event.beforeDate && day >= firstDay(event.beforeDate)) return false;
      if (event.presumed === 'yes' && day === Number.POSITIVE_INFINITY) return false;
      if (beforeEvent && !inOrder(day, this.eventDay(beforeEvent))) return false;
      return !afterEvent || inOrder(this.eventDay(afterEvent), day);
    });
    return events && [...use.atoms].every(([dimension, atom]) => this.apartStaysApart(dimension, atom));
  }

  private apartStaysApart(dimension: string, atom: Atom): boolean {
    return this.vocabulary(dimension).distinct.every(
      ([a, b]) => !(this.isMember(dimension, a, atom) && this.isMember(dimension, b, atom)),
    );
  }
}
