/**
 * The meaning of a pair of clauses (language.md §7–8) as one formula over worlds: "the promises collide". Uses are
 * expanded: the cells of every dimension, and for days the boundaries at which anything changes, which suffice because
 * between two of them nothing does.
 */
import { and, assertion, FALSE, type Formula, newScript, not, or, type Script, shared, TRUE } from './formula.ts';
import { controlsOf } from './parties.ts';
import { type PromiseMade, type ReadClause, readClause, waiversOf, waives, whoNamed, yields } from './reading.ts';
import {
  anyParty,
  boundaries,
  type Cell,
  cellsOf,
  dimensionsOf,
  excepted,
  fact,
  inDimension,
  inForce,
  isNumber,
  isWho,
  type Setting,
  signature,
  startOf,
  type Use,
} from './regions.ts';
import { clauseNamed, questionOf, type ReadingSpec, type Scenario } from './scenario.ts';
import { BEGINNING, before, constantDay, happens, type Instant, timingOf } from './timing.ts';
import {
  type Atom,
  membershipConstraints,
  nearMissPairs,
  type Overlap,
  overlapKey,
  supposing,
  termsDimension,
  type Vocabulary,
  vocabularyOf,
} from './vocabulary.ts';

/** A question for Z3: declarations and constraints of the worlds, and when the promises collide. */
export interface Meaning {
  readonly script: Script;
  readonly collision: Formula;
}

/** Restricts the uses of one dimension to the atom that a supposed overlap adds. */
export interface Supposed {
  readonly dimension: string;
  readonly overlap: Overlap;
}

/** When the two clauses of a scenario collide under a reading; under a supposed overlap, only by what it adds. */
export function meaningOf(scenario: Scenario, reading?: ReadingSpec, supposed?: Supposed): Meaning {
  const script = newScript();
  const [first, second] = scenario.pair.map((name) => readClause(scenario, clauseNamed(scenario, name)));
  if (yields(first, second)) return { script, collision: FALSE };
  const setting = settingOf(scenario, script, reading, supposed);
  const waivers = waiversOf(scenario);
  const pair = new Pair(setting, [first, second, ...waivers], supposed);
  const collision = or(
    pair.meets(first, second),
    pair.meets(second, first),
    pair.neitherPermits(first, second) ? pair.bothExclude(first, second) : FALSE,
  );
  for (const dimension of new Set(pair.dimensions.map(termsDimension))) {
    if (isNumber(setting, dimension)) continue;
    for (const constraint of membershipConstraints(setting.vocabulary(dimension), (name) => fact(setting, name))) {
      assertion(script, constraint);
    }
  }
  return { script, collision };
}

export function settingOf(scenario: Scenario, script: Script, reading?: ReadingSpec, supposed?: Supposed): Setting {
  const vocabularies = new Map<string, Vocabulary>();
  const vocabulary = (dimension: string): Vocabulary => {
    const known = vocabularies.get(dimension);
    if (known) return known;
    const stated = vocabularyOf(scenario, dimension, reading);
    const made = supposed?.dimension === dimension ? supposing(stated, supposed.overlap) : stated;
    vocabularies.set(dimension, made);
    return made;
  };
  return { scenario, reading, script, timing: timingOf(scenario, script), controls: controlsOf(scenario), vocabulary };
}

/** How a party deals in the other clause (§8). */
type Role = 'lets' | 'must' | 'may';

/** The parts of the meaning of one pair; `regions` are its clauses and the waivers around them. */
class Pair {
  private readonly setting: Setting;
  private readonly waivers: readonly ReadClause[];
  readonly dimensions: readonly string[];
  private readonly cells: ReadonlyMap<string, readonly Cell[]>;
  private readonly days: readonly Instant[];

  constructor(setting: Setting, [first, second, ...waivers]: readonly ReadClause[], supposed?: Supposed) {
    this.setting = setting;
    this.waivers = waivers.filter((waiver) => waives(waiver, first) || waives(waiver, second));
    const clauses = [first, second, ...this.waivers];
    this.dimensions = dimensionsOf(clauses);
    this.cells = new Map(
      this.dimensions.map((dimension) => {
        const cells = cellsOf(setting, clauses, dimension);
        const key = supposed?.dimension === dimension && overlapKey(supposed.overlap);
        return [dimension, key ? cells.filter((cell) => cell.key === key) : cells];
      }),
    );
    const controlled = setting.controls.flatMap(({ from }) => (from === undefined ? [] : constantDay(from)));
    const days = [constantDay(BEGINNING), ...clauses.flatMap((clause) => boundaries(setting, clause)), ...controlled];
    this.days = [...new Map(days.map((day) => [day.text, day])).values()].filter((day) => happens(day) !== FALSE);
  }

  /** The restraining effects of one clause against the dealings of the other. */
  meets(restraint: ReadClause, other: ReadClause): Formula {
    const { effects } = restraint;
    const parts: Formula[] = [];
    const restrains = effects.has('forbids') || effects.has('excludes');
    if (restrains && other.effects.has('permits')) parts.push(this.lets(restraint, other));
    if (restrains && other.effects.has('obliges')) parts.push(this.must(restraint, other));
    const meetsMay = effects.has('forbids') || (effects.has('excludes') && !effects.has('permits'));
    if (meetsMay && (other.effects.has('permits') || other.effects.has('obliges'))) {
      parts.push(this.may(restraint, other));
    }
    if (effects.has('preempts') && other.effects.has('permits')) {
      const later = before(startOf(this.setting, restraint), startOf(this.setting, other));
      parts.push(and(this.free(`${restraint.name} was not offered first`), later, this.toAnother(restraint, other)));
    }
    if (effects.has('equalizes') && other.effects.has('permits')) {
      parts.push(and(this.free(`the terms of ${other.name} are better`), this.toAnother(restraint, other)));
    }
    return or(...parts);
  }

  neitherPermits(first: ReadClause, second: ReadClause): boolean {
    return [first, second].every(({ effects }) => effects.has('excludes') && !effects.has('permits'));
  }

  /** `excludes` against `excludes`: what, where and when both speak of and no *who* satisfies both. */
  bothExclude(first: ReadClause, second: ReadClause): Formula {
    const who = this.dimensions.filter((dimension) => isWho(this.setting, dimension));
    const rest = this.dimensions.filter((dimension) => !isWho(this.setting, dimension));
    const found = this.eachDay(first, second, (day, party, a, b) =>
      or(
        ...this.uses(rest, (cell) => and(this.speaksOf(first, cell, day), this.speaksOf(second, cell, day))).map(
          ([use, within]) =>
            and(
              within,
              ...this.uses(who).map(([people]) => {
                const whole = new Map([...use, ...people]);
                return or(
                  this.ruledOut(first, a, whole, day, party, 'lets'),
                  this.ruledOut(second, b, whole, day, party, 'lets'),
                );
              }),
            ),
        ),
      ),
    );
    return and(this.free('it deals with somebody'), found);
  }

  private lets(restraint: ReadClause, other: ReadClause): Formula {
    return this.eachDay(restraint, other, (day, party, promise, dealing) =>
      or(
        ...this.usesOf(other, dealing, 'lets', day).map(([use, within]) =>
          and(within, this.ruledOut(restraint, promise, use, day, party, 'lets')),
        ),
      ),
    );
  }

  private may(restraint: ReadClause, other: ReadClause): Formula {
    const found = this.eachDay(
      restraint,
      other,
      (day, party, promise, dealing) =>
        or(
          ...this.usesOf(other, dealing, 'may', day).map(([use, within]) =>
            and(within, this.ruledOut(restraint, promise, use, day, party, 'may')),
          ),
        ),
      'may',
    );
    return and(this.free(`${other.name} is taken up`), found);
  }

  /**
   * The world also chooses how a duty is performed, and which of those it binds performs it: where a way is left, it
   * may be taken or not.
   */
  private must(restraint: ReadClause, other: ReadClause): Formula {
    const { setting } = this;
    const parts = other.promises.map((dealing) => {
      const ruled: Formula[] = [];
      const left: Formula[] = [];
      for (const day of this.days) {
        const uses = this.usesOf(other, dealing, 'must', day);
        for (const party of uses.length > 0 ? setting.vocabulary('party').atoms : []) {
          const performs = anyParty(setting, other, dealing.by, party, day);
          const bound = restraint.promises.map((promise) => anyParty(setting, restraint, promise.by, party, day));
          for (const [use, within] of performs === FALSE ? [] : uses) {
            const out = or(
              ...restraint.promises.map((promise, index) =>
                and(bound[index], this.ruledOut(restraint, promise, use, day, party, 'must')),
              ),
            );
            const named = shared(setting.script, out);
            ruled.push(and(performs, within, named));
            left.push(and(performs, within, not(named)));
          }
        }
      }
      const chosen = this.free(`${other.name} by ${dealing.by} is performed in a way ${restraint.name} rules out`);
      return and(or(...ruled), or(not(or(...left)), chosen));
    });
    return or(...parts);
  }

  /** A grant of the region to someone outside the clause's `to`: what first refusals and most-favoured terms meet. */
  private toAnother(clause: ReadClause, grant: ReadClause): Formula {
    return this.eachDay(clause, grant, (day, party, promise, dealing) =>
      or(
        ...this.usesOf(grant, dealing, 'lets', day).map(([use, within]) => {
          const receiver = use.get('with')!.atom!;
          return and(
            within,
            not(anyParty(this.setting, clause, promise.to, receiver, day)),
            this.within(clause, use, day),
            not(this.waived(clause, promise, use, day, party)),
          );
        }),
      ),
    );
  }

  /** A fact nobody has stated and nothing else depends on. */
  private free(name: string): Formula {
    return fact(this.setting, name);
  }

  /** Some day, some party bound by a promise of the first clause that deals in a promise of the other. */
  private eachDay(
    first: ReadClause,
    other: ReadClause,
    found: (day: Instant, party: Atom, promise: PromiseMade, dealing: PromiseMade) => Formula,
    role: 'by' | 'may' = 'by',
  ): Formula {
    const { setting } = this;
    return or(
      ...this.days.map((day) => {
        if (and(inForce(setting, first, day), inForce(setting, other, day)) === FALSE) return FALSE;
        return this.eachParty(first, other, day, (party, a, b) => found(day, party, a, b), role);
      }),
    );
  }

  private eachParty(
    first: ReadClause,
    other: ReadClause,
    day: Instant,
    found: (party: Atom, promise: PromiseMade, dealing: PromiseMade) => Formula,
    role: 'by' | 'may' = 'by',
  ): Formula {
    const { setting } = this;
    const parts: Formula[] = [];
    for (const promise of first.promises) {
      for (const dealing of other.promises) {
        for (const party of setting.vocabulary('party').atoms) {
          const bound = and(
            anyParty(setting, first, promise.by, party, day),
            anyParty(setting, other, role === 'by' ? dealing.by : dealing.to, party, day),
          );
          if (bound !== FALSE) parts.push(and(bound, found(party, promise, dealing)));
        }
      }
    }
    return or(...parts);
  }

  /** Every use that lies, or may lie, in a clause's region as a party in that role sees it. */
  private usesOf(clause: ReadClause, promise: PromiseMade, role: Role, day: Instant): [Use, Formula][] {
    const { setting } = this;
    const force = and(happens(day), inForce(setting, clause, day));
    if (force === FALSE) return [];
    const uses = this.uses(this.dimensions, (cell) => this.deals(clause, promise, role, cell, day));
    return uses.map(([use, within]) => [use, and(within, force, not(excepted(setting, clause, use, day)))]);
  }

  /** Whether a cell is in what a permission or duty says of its dimension, silence on *who* included (§8). */
  private deals(clause: ReadClause, promise: PromiseMade, role: Role, cell: Cell, day: Instant): Formula {
    const { setting } = this;
    if (cell.dimension === 'with') {
      const counterpart = role === 'may' ? promise.by : promise.to;
      const written = clause.effects.has('excludes') ? undefined : clause.values.with;
      if (!written) return anyParty(setting, clause, counterpart, cell.atom!, day);
    }
    const said = inDimension(setting, clause, clause, cell, day);
    if (said !== undefined) return said;
    return isWho(setting, cell.dimension) ? this.picked(clause, cell) : TRUE;
  }

  /** A world settles whom a silent permission or duty deals with: one cell. */
  private picked(clause: ReadClause, cell: Cell): Formula {
    const { script } = this.setting;
    const name = `|${cell.dimension} of ${clause.name}|`;
    const cells = this.cells.get(cell.dimension)!;
    if (!script.known.has(name)) {
      script.known.set(name, name);
      script.lines.push(`(declare-const ${name} Int)`, `(assert (and (<= 0 ${name}) (< ${name} ${cells.length})))`);
    }
    return `(= ${name} ${cells.indexOf(cell)})`;
  }

  /** Whether a promise of a restraint rules out a use by a party on a day. */
  private ruledOut(clause: ReadClause, promise: PromiseMade, use: Use, day: Instant, party: Atom, role: Role): Formula {
    const { setting } = this;
    const { effects, self } = clause;
    const waived = () => this.waived(clause, promise, use, day, party);
    const forbidden = effects.has('forbids') ? this.within(clause, use, day) : FALSE;
    let excluded = FALSE;
    if (effects.has('excludes')) {
      const cells = [...use.values()].filter(({ dimension }) => !isWho(setting, dimension));
      const spoken = and(...cells.map((cell) => this.speaksOf(clause, cell, day)));
      const itself =
        role === 'lets' || self === 'yes' ? TRUE : self === 'no' ? FALSE : this.free(`self of ${clause.name}`);
      excluded = and(
        spoken,
        itself,
        not(this.held(clause, promise, use, day)),
        inForce(setting, clause, day),
        not(excepted(setting, clause, use, day)),
      );
    }
    const out = or(forbidden, excluded);
    return out === FALSE ? FALSE : and(happens(day), out, not(waived()));
  }

  /** Whether a use's *who* is within the holder (§7). */
  private held(clause: ReadClause, promise: PromiseMade, use: Use, day: Instant): Formula {
    const { setting } = this;
    const named = whoNamed(setting.scenario, clause);
    if (named.length === 0) return anyParty(setting, clause, promise.to, use.get('with')!.atom!, day);
    return and(...named.map((dimension) => inDimension(setting, clause, clause, use.get(dimension)!, day) ?? TRUE));
  }

  /** Whether a use is in a region that is unrestricted where it is silent: a prohibition, a waiver, a first refusal. */
  private within(clause: ReadClause, use: Use, day: Instant): Formula {
    const cells = [...use.values()].map((cell) => this.speaksOf(clause, cell, day));
    return and(...cells, inForce(this.setting, clause, day), not(excepted(this.setting, clause, use, day)));
  }

  private speaksOf(clause: ReadClause, cell: Cell, day: Instant): Formula {
    return inDimension(this.setting, clause, clause, cell, day) ?? TRUE;
  }

  /** Whether everyone who may object has given that up, for this use by this party (§6, §8). */
  private waived(clause: ReadClause, promise: PromiseMade, use: Use, day: Instant, party: Atom): Formula {
    const { setting } = this;
    const waivers = this.waivers.filter((waiver) => waives(waiver, clause));
    if (waivers.length === 0 || promise.to.length === 0) return FALSE;
    const atoms = setting.vocabulary('party').atoms;
    return and(
      ...promise.to.map((objector) => {
        const atom = atoms.find(({ key }) => key === objector)!;
        return or(
          ...waivers.flatMap((waiver) =>
            waiver.promises.map((given) =>
              and(
                anyParty(setting, waiver, given.by, atom, day),
                anyParty(setting, waiver, given.to, party, day),
                this.within(waiver, use, day),
              ),
            ),
          ),
        );
      }),
    );
  }

  /** Every combination of cells of some dimensions that passes a test of each, with the conjunction of the tests. */
  private uses(dimensions: readonly string[], test: (cell: Cell) => Formula = () => TRUE): [Use, Formula][] {
    let found: [Map<string, Cell>, Formula][] = [[new Map(), TRUE]];
    for (const dimension of dimensions) {
      const cells = this.cells.get(dimension)!.map((cell) => [cell, test(cell)] as const);
      const possible = cells.filter(([, passes]) => passes !== FALSE);
      found = found.flatMap(([use, within]) =>
        possible.map(([cell, passes]): [Map<string, Cell>, Formula] => [
          new Map([...use, [dimension, cell]]),
          and(within, passes),
        ]),
      );
    }
    return found;
  }
}

/** The overlaps whose supposition could turn a clear pair into something else: one for each new way to be a member. */
export function supposable(scenario: Scenario, reading?: ReadingSpec): Supposed[] {
  const [first, second] = scenario.pair.map((name) => readClause(scenario, clauseNamed(scenario, name)));
  if (yields(first, second)) return [];
  const clauses = [first, second, ...waiversOf(scenario)];
  const setting = settingOf(scenario, newScript(), reading);
  const found: Supposed[] = [];
  for (const dimension of dimensionsOf(clauses)) {
    if (questionOf(scenario, dimension) === 'who' || isNumber(setting, dimension)) continue;
    const seen = new Set(cellsOf(setting, clauses, dimension).map((cell) => signature(setting, clauses, cell)));
    for (const overlap of nearMissPairs(setting.vocabulary(dimension))) {
      const stated = setting.vocabulary(dimension);
      const supposed = supposing(stated, overlap);
      if (supposed === stated) continue;
      const atom = supposed.atoms[supposed.atoms.length - 1];
      const vocabulary = (asked: string) => (asked === dimension ? supposed : setting.vocabulary(asked));
      const sign = signature({ ...setting, vocabulary }, clauses, { dimension, key: atom.key, atom });
      if (!seen.has(sign)) found.push({ dimension, overlap });
      seen.add(sign);
    }
  }
  return found;
}
