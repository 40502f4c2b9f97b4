/** From worlds to verdicts (language.md §8): one for each reading, then one for the pair. */
import { FALSE, not } from './formula.ts';
import { type Meaning, meaningOf, supposable } from './meaning.ts';
import type { ReadingSpec, Scenario } from './scenario.ts';
import type { Question, Solver } from './solver.ts';

export type OracleVerdict = 'conflict' | 'disputed' | 'depends' | 'near miss' | 'clear';

export interface Judgement {
  readonly verdict: OracleVerdict;
  /** "as written" first, then each reading by name. */
  readonly byReading: Readonly<Record<string, OracleVerdict>>;
}

/** One reading of one scenario on its way to a verdict. */
interface Case {
  readonly scenario: Scenario;
  readonly reading?: ReadingSpec;
  readonly meaning: Meaning;
  verdict: OracleVerdict;
}

export const AS_WRITTEN = 'as written';

/** Judges the pairs of many scenarios, in three rounds of questions to Z3. */
export function judgeAll(solver: Solver, scenarios: readonly Scenario[]): Judgement[] {
  const cases = scenarios.map((scenario) =>
    [undefined, ...scenario.readings].map(
      (reading): Case => ({ scenario, reading, meaning: meaningOf(scenario, reading), verdict: 'clear' }),
    ),
  );
  const all = cases.flat();
  const collides = solver.satisfiable(all.map(({ meaning }) => question(meaning)));
  const meeting = all.filter((_, index) => collides[index]);
  const escapes = solver.satisfiable(
    meeting.map(({ meaning }) => ({ script: meaning.script, formula: not(meaning.collision) })),
  );
  for (const [index, one] of meeting.entries()) one.verdict = escapes[index] ? 'depends' : 'conflict';
  findNearMisses(
    solver,
    all.filter((_, index) => !collides[index]),
  );
  return cases.map(judgement);
}

const question = ({ script, collision }: Meaning): Question => ({ script, formula: collision });

function findNearMisses(solver: Solver, clear: readonly Case[]): void {
  const tries = clear.flatMap((one) =>
    supposable(one.scenario, one.reading)
      .map((supposed) => ({ one, meaning: meaningOf(one.scenario, one.reading, supposed) }))
      .filter(({ meaning }) => meaning.collision !== FALSE),
  );
  const collides = solver.satisfiable(tries.map(({ meaning }) => question(meaning)));
  for (const [index, { one }] of tries.entries()) if (collides[index]) one.verdict = 'near miss';
}

/** "Conflict under all: conflict; under some: disputed; else the worst of the rest." */
function judgement(cases: readonly Case[]): Judgement {
  const byReading = Object.fromEntries(cases.map(({ reading, verdict }) => [reading?.name ?? AS_WRITTEN, verdict]));
  const verdicts = cases.map(({ verdict }) => verdict);
  return { verdict: combine(verdicts), byReading };
}

function combine(verdicts: readonly OracleVerdict[]): OracleVerdict {
  if (verdicts.every((verdict) => verdict === 'conflict')) return 'conflict';
  if (verdicts.includes('conflict')) return 'disputed';
  const worst = (['depends', 'near miss'] as const).find((verdict) => verdicts.includes(verdict));
  return worst ?? 'clear';
}
