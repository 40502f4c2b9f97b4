import { closure } from '../conflicts/closure.ts';
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
  const { isAny, laterThan } = supposedIn(timeline);
  if (!isAny) return [];
  const asked = [...variables];
  const isNo = (id: VariableId): boolean => timeline[id].low >= NEVER;
  const before = [...closure(asked, (id) => timeline[id].after)].filter(isNo);
  const behind = [...closure(asked, (id) => laterThan.get(id) ?? [])].filter((id) => !isNo(id));
  return [...new Set([...asked, ...before, ...behind])].filter((id) => timeline[id].presumed);
}

/** Whether anything is presumed, and for each event those that come only behind it. */
interface Supposed {
  readonly isAny: boolean;
  readonly laterThan: ReadonlyMap<VariableId, readonly VariableId[]>;
}

const supposedOfTimeline = new WeakMap<Timeline, Supposed>();

function supposedIn(timeline: Timeline): Supposed {
  let known = supposedOfTimeline.get(timeline);
  if (!known) {
    const laterThan = new Map<VariableId, VariableId[]>();
    for (const [later, { after }] of timeline.entries())
      for (const id of after) laterThan.set(id, [...(laterThan.get(id) ?? []), later]);
    known = { isAny: timeline.some(({ presumed }) => presumed), laterThan };
    supposedOfTimeline.set(timeline, known);
  }
  return known;
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
