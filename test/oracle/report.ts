/** What a person needs to judge a disagreement: the smallest portfolio that shows it, and what each side says. */
import { type Comparison, compareAll } from './compare.ts';
import { renderForPeople } from './render.ts';
import { shrink } from './shrink.ts';
import type { Solver } from './solver.ts';

/** Shrinks a disagreement and words it. */
export function report(solver: Solver, comparison: Comparison): string {
  const kind = kindOf(comparison);
  const stays = (smaller: Comparison['scenario']) => {
    const [again] = compareAll(solver, [smaller]);
    return again.problems.length > 0 && kindOf(again) === kind;
  };
  const [smallest] = compareAll(solver, [shrink(comparison.scenario, stays)]);
  const { scenario, judgement, finding, problems } = smallest;
  return [
    `seed ${scenario.seed}, ${scenario.pair.join(' and ')}`,
    ...problems,
    `oracle: ${judgement.verdict} ${JSON.stringify(judgement.byReading)}`,
    `engine: ${finding?.verdict ?? 'clear'} ${JSON.stringify(finding?.verdictByReading ?? {})} ${finding?.message ?? ''}`,
    renderForPeople(scenario),
  ].join('\n');
}

/** The first problem without what differs from scenario to scenario: shrinking must not wander to another one. */
export const kindOf = ({ problems: [first = ''] }: Comparison): string =>
  first.startsWith('the witness') ? 'witness' : first.startsWith('the engine reports') ? first.split(':')[0] : first;
