/** Who is meant by a named party: its members, and its affiliates where the clause includes them (language.md §8). */
import { parseDay } from './calendar.ts';
import type { Scenario } from './scenario.ts';

/** One party controlled by another, through however many steps, from a day on. */
export interface Control {
  readonly subsidiary: string;
  readonly parent: string;
  /** Day number; absent: always. */
  readonly from?: number;
}

/** Every control of a portfolio, direct and through others. */
export function controlsOf(scenario: Scenario): Control[] {
  const direct = new Map(
    scenario.terms.filter((term) => term.dimension === 'party' && term.under).map((term) => [term.name, term.under!]),
  );
  const controls: Control[] = [];
  for (const subsidiary of direct.keys()) {
    let from: number | undefined;
    for (let step = direct.get(subsidiary); step; step = direct.get(step.party)) {
      if (step.from) from = Math.max(from ?? Number.NEGATIVE_INFINITY, parseDay(step.from));
      controls.push({ subsidiary, parent: step.party, from });
    }
  }
  return controls;
}
