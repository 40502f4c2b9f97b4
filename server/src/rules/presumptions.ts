import type { Lens } from '../conflicts/lens.ts';
import type { Box } from '../model/undertakings.ts';
import { NEVER } from '../terms/calendar.ts';
import { type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { type VariableId, variablesOf } from '../terms/time.ts';

/** What is taken for granted of the events and states that some regions hang on. */
export function presumptionsIn(lens: Lens, boxes: readonly Box[]): string[] {
  const variables = new Set<VariableId>();
  const states = new Set<TermId>();
  for (const box of boxes) {
    variablesOf(box.start, variables);
    variablesOf(box.end, variables);
    if (box.while) for (const state of termsNamedIn(box.while)) states.add(state);
  }
  return presumptions(lens, variables, states);
}

/** What is taken for granted of some events and states: "unless IPO happens (presumed no)". */
export function presumptions(lens: Lens, variables: Iterable<VariableId>, states: Iterable<TermId>): string[] {
  const found: string[] = [];
  for (const id of variables) {
    const { presumed, name, low } = lens.timeline[id];
    if (presumed)
      found.push(low >= NEVER ? `unless ${name} happens (presumed no)` : `unless ${name} never happens (presumed yes)`);
  }
  for (const state of states) {
    const { name, event } = lens.terms[state];
    if (event.presumed !== undefined)
      found.push(event.presumed ? `unless ${name} does not hold (presumed yes)` : `unless ${name} holds (presumed no)`);
  }
  return found;
}
