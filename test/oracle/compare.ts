/** Holds the engine's finding about a pair against the oracle's verdict, and its witness against the plain evaluator. */
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { parseDay } from './calendar.ts';
import { candidatesFor } from './candidates.ts';
import { type ConcreteUse, Evaluator } from './evaluate.ts';
import { explore, type Outcome } from './explore.ts';
import { newScript } from './formula.ts';
import { settingOf } from './meaning.ts';
import { readClause, waiversOf } from './reading.ts';
import { type Cell, cellsOf, dimensionsOf, signature } from './regions.ts';
import { render } from './render.ts';
import { clauseNamed, type ReadingSpec, type Scenario } from './scenario.ts';
import type { Solver } from './solver.ts';
import { TERRITORIES } from './standardterms.ts';
import { AS_WRITTEN, type Judgement, judgeAll } from './verdict.ts';
import { type Atom, constituents, termsDimension, type Vocabulary } from './vocabulary.ts';

/** What the two say about one scenario, and how that differs; no problems when they agree. */
export interface Comparison {
  readonly scenario: Scenario;
  readonly judgement: Judgement;
  readonly finding?: Finding;
  readonly problems: readonly string[];
}

/** Rules that speak of a single clause, of a deal or of terms: the generator does not avoid what they warn of. */
const HARMLESS = /^(dead-|chain-|duplicate|unused|hint|.*-grant$)/;

/** Judges scenarios with both. */
export function compareAll(solver: Solver, scenarios: readonly Scenario[]): Comparison[] {
  const judgements = judgeAll(solver, scenarios);
  return scenarios.map((scenario, index) => compare(scenario, judgements[index]));
}

function compare(scenario: Scenario, judgement: Judgement): Comparison {
  const { findings } = checkPortfolio(render(scenario), { asOf: scenario.asOf });
  const ofPair = findings.filter(
    ({ verdict, clauses }) =>
      verdict !== undefined && scenario.pair.every((name) => clauses.some((clause) => clause.name === name)),
  );
  const [finding] = ofPair;
  const problems: string[] = [];
  for (const { rule, severity, verdict, message } of findings) {
    const rejected = rule === 'not-checked' || (severity === 'error' && verdict === undefined && !HARMLESS.test(rule));
    if (rejected) problems.push(`the engine reports ${rule}: ${message}`);
  }
  if (ofPair.length > 1) problems.push(`the pair has ${ofPair.length} findings: ${ofPair.map(({ rule }) => rule)}`);
  const verdict = finding?.verdict ?? 'clear';
  if (verdict !== judgement.verdict) problems.push(`the engine says ${verdict}, the oracle ${judgement.verdict}`);
  for (const [reading, said] of Object.entries(finding?.verdictByReading ?? {})) {
    const known = judgement.byReading[reading];
    if (known !== said) problems.push(`under ${reading} the engine says ${said}, the oracle ${known}`);
  }
  if (problems.length === 0 && finding?.witness) problems.push(...witnessProblems(scenario, judgement, finding));
  return { scenario, judgement, finding, problems };
}

function witnessProblems(scenario: Scenario, judgement: Judgement, finding: Finding): string[] {
  const { witness, verdict, rule } = finding;
  if (!witness || verdict === 'near miss') return [];
  const readings = [undefined, ...scenario.readings].filter((reading) =>
    verdict === 'disputed'
      ? judgement.byReading[reading?.name ?? AS_WRITTEN] === 'conflict'
      : judgement.byReading[reading?.name ?? AS_WRITTEN] === verdict,
  );
  const told = `the witness ${witness.date} ${JSON.stringify(witness.values)}`;
  const { date, values } = witness;
  const outcomes = readings.map((reading) => checkWitness(scenario, reading, date, values, 'somehow'));
  if (!outcomes.includes('found')) return [`${told} is no collision in any world (${outcomes})`];
  // Whom two exclusions leave is everybody: no use of theirs is certain.
  if (rule === 'exclusive-deadlock' || !scenario.terms.some(({ open }) => open)) return [];
  // What a party promises is told of before what it may receive, even if what belongs to an open term decides.
  const isOfReceiver = finding.decidingFacts?.some(({ kind }) => kind === 'uptake');
  const how = isOfReceiver ? 'certainly' : 'certainly by promise';
  const certainly = (of: typeof values) => readings.map((reading) => checkWitness(scenario, reading, date, of, how));
  if (saysThatItIsOpen(finding)) {
    return isTurnedOnTheWitness(scenario, finding) && certainly({}).every((outcome) => outcome === 'found')
      ? [`${told} is open, though another use certainly collides`]
      : [];
  }
  return certainly(values).every((outcome) => outcome === 'none')
    ? [`${told} may not collide: what belongs to an open term decides, and it does not say so`]
    : [];
}

/** Whether a finding says of its witness that nobody has said what belongs to an open term. */
const saysThatItIsOpen = ({ decidingFacts = [], assumptions = [] }: Finding): boolean =>
  decidingFacts.some(({ kind, conflictWhen }) => kind === 'membership' && !conflictWhen.startsWith(WHATEVER)) ||
  assumptions.some((text) => text.includes(OPEN));

const OPEN = 'nobody has said whether';
/** What such a fact says where it is only the clear world that needs it. */
const WHATEVER = 'whatever belongs to';

/** Facts that decide speak of the witness; but of a duty they say whether it can be performed at all, in that way or another. */
const isTurnedOnTheWitness = (scenario: Scenario, { clauses = [], assumptions = [] }: Finding): boolean =>
  assumptions.some((text) => text.includes(OPEN)) ||
  !readClause(scenario, clauseNamed(scenario, clauses[0].name)).effects.has('obliges');

const MOST_RUNS = 20_000_000;
/** What is certain is looked for in two searches, one within the other. */
const MOST_CERTAIN_RUNS = 2_000;
const MOST_MEMBERSHIPS = 256;

/**
 * Whether some use that fits the witness is let happen or demanded, and ruled out, in some world: `certainly`, whatever belongs to
 * open terms in it; `certainly by promise`, to the party that promised it.
 */
function checkWitness(
  scenario: Scenario,
  reading: ReadingSpec | undefined,
  date: string,
  values: Readonly<Record<string, string>>,
  how: 'somehow' | 'certainly' | 'certainly by promise',
): Outcome {
  const setting = settingOf(scenario, newScript(), reading);
  const pair = scenario.pair.map((name) => readClause(scenario, clauseNamed(scenario, name)));
  const clauses = [...pair, ...waiversOf(scenario)];
  const cells = dimensionsOf(clauses).map((dimension): [string, Cell[]] => {
    const value = values[dimension];
    const all = cellsOf(setting, clauses, dimension);
    if (value === undefined) return [dimension, all];
    if (all[0].number !== undefined) {
      const number = Number(value);
      return [dimension, Number.isNaN(number) ? all : [{ dimension, key: value, number }]];
    }
    const vocabulary = setting.vocabulary(termsDimension(dimension));
    const exact = vocabulary.atoms.filter((atom) => fits(vocabulary, value, atom));
    const told = new Map(
      exact
        .map((atom) => ({ dimension, key: atom.key, atom }))
        .map((cell) => [signature(setting, clauses, cell), cell]),
    );
    return [
      dimension,
      dimension === 'with' ? exact.map((atom) => ({ dimension, key: atom.key, atom })) : [...told.values()],
    ];
  });
  const day = parseDay(date);
  const candidates = candidatesFor(scenario, day);
  const evaluator = new Evaluator(scenario, reading, how === 'certainly by promise');
  return explore(
    (choices) => {
      const atoms = new Map<string, NonNullable<Cell['atom']>>();
      const numbers = new Map<string, number>();
      for (const [dimension, options] of cells) {
        const cell = choices.choose(`use ${dimension}`, options);
        if (cell === undefined) return false;
        if (cell.atom) atoms.set(dimension, cell.atom);
        else numbers.set(dimension, cell.number!);
      }
      const use: ConcreteUse = { day, atoms, numbers };
      return how === 'somehow'
        ? evaluator.collides(use, choices, candidates)
        : evaluator.certainlyCollides(use, choices, candidates, MOST_MEMBERSHIPS);
    },
    how === 'somehow' ? MOST_RUNS : MOST_CERTAIN_RUNS,
  );
}

/**
 * Whether an atom fits a witness's value: a term, what several terms share, one of several, or "another scope". Of the
 * engine's many territories the oracle knows few: any other name may be any place.
 */
function fits(vocabulary: Vocabulary, value: string, atom: Atom): boolean {
  if (value.startsWith('another ')) return true;
  if (vocabulary.dimension === 'territory' && !vocabulary.terms.has(value) && !TERRITORIES.includes(value)) return true;
  if (value.includes(' or ')) return value.split(' or ').some((one) => fits(vocabulary, one, atom));
  return value.split(' and ').every((name) => {
    const parts = vocabulary.terms.has(name) ? constituents(vocabulary.terms, name) : [name];
    return atom.key === name || parts.some((part) => atom.of.has(part));
  });
}
