import { UNRESTRICTED } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import type { Time, Timeline, VariableId } from '../terms/time.ts';

/** What a row is like, as far as a verdict may hang on it. */
export enum Trait {
  /** It starts on a day, covers the same in every world, and has no exceptions, states, ranges or affiliates in question. */
  plain = 1,
  /** Its end may be the lowest and the highest of its days, and so may all other such ends with it. */
  freeEnd = 2,
  /** It bites only outside of what somebody holds. */
  outside = 4,
  /** Its clause says what it gives way to, or what gives way to it. */
  ranked = 8,
  /** It has exceptions. */
  excepted = 16,
}

/** What an undertaking is like under every lens: plain, unless its values or its holder turn out not to be. */
export function traitsOf(one: Undertaking): number {
  const { exceptions, measures, start, outside, clause } = one;
  let traits = 0;
  if (exceptions.length === 0 && !measures && !one.while && start.kind === 'day') traits |= Trait.plain;
  if (exceptions.length > 0) traits |= Trait.excepted;
  if (outside.length > 0) traits |= Trait.outside;
  if (clause.subjectTo.length > 0 || clause.notwithstanding.length > 0) traits |= Trait.ranked;
  return traits;
}

/** The one holder of an undertaking, a value of `parties`; `UNRESTRICTED` where it is not as simple as that. */
export const holderOf = ({ outside }: Undertaking, parties: number): number =>
  outside.length === 1 && outside[0].dimension === parties ? outside[0].value : UNRESTRICTED;

/** Whether an end is free: see {@link Trait.freeEnd}. */
export function isFree(time: Time, free: ReadonlySet<VariableId>): boolean {
  switch (time.kind) {
    case 'day':
      return true;
    case 'variable':
      return free.has(time.variable);
    case 'earliest':
    case 'latest':
      return time.items.every((item) => isFree(item, free));
    case 'sum':
    case 'renewed':
    case 'provided':
      return false;
  }
}

const freeOfTimeline = new WeakMap<Timeline, ReadonlySet<VariableId>>();

/** Those that no other event must come before or after. */
export function freeVariables(timeline: Timeline): ReadonlySet<VariableId> {
  let free = freeOfTimeline.get(timeline);
  if (!free) {
    const bound = new Set(timeline.flatMap(({ after }, id) => (after.length > 0 ? [id, ...after] : [])));
    free = new Set([...timeline.keys()].filter((id) => !bound.has(id)));
    freeOfTimeline.set(timeline, free);
  }
  return free;
}
