import type { Lens } from '../conflicts/lens.ts';
import type { Box } from '../model/undertakings.ts';
import { NEVER } from '../terms/calendar.ts';
import { type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { type Timeline, type VariableId, variablesOf } from '../terms/time.ts';

/**
 * The events of which it is presumed whether they happen, and on which it hangs whether some do: these themselves, what must come
 * before them and is presumed not to happen, and what comes behind them and is presumed to happen.
 */
export function supposedBehind(timeline: Timeline, variables: Iterable<VariableId>): readonly VariableId[] {
  const asked = new Set(variables);
  const supposed = new Set([...asked].filter((id) => timeline[id].presumed));
  if (timeline.some(({ presumed }) => presumed)) {
    const before = new Set(asked);
    // A set being walked also visits what is added on the way.
    for (const id of before) for (const earlier of timeline[id].after) before.add(earlier);
    for (const id of before) if (timeline[id].presumed && timeline[id].low >= NEVER) supposed.add(id);
    const behind = new Set(asked);
    for (const id of behind)
      for (const [later, { after }] of timeline.entries()) if (after.includes(id)) behind.add(later);
    for (const id of behind) if (timeline[id].presumed && timeline[id].low < NEVER) supposed.add(id);
  }
  return [...supposed];
}

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
  for (const id of supposedBehind(lens.timeline, variables)) {
    const { name, low } = lens.timeline[id];
    found.push(low >= NEVER ? `unless ${name} happens (presumed no)` : `unless ${name} never happens (presumed yes)`);
  }
  for (const state of states) {
    const { name, event } = lens.terms[state];
    if (event.presumed !== undefined)
      found.push(event.presumed ? `unless ${name} does not hold (presumed yes)` : `unless ${name} holds (presumed no)`);
  }
  return found;
}
