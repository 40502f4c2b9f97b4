import { SILENT } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import type { Time, Timeline, VariableId } from '../terms/time.ts';
import type { Lens } from './lens.ts';
import type { Rows } from './rows.ts';
import { learn, spansOf } from './value-spans.ts';

/** What a row is like under a lens, as far as a verdict may hang on it. */
export const Trait = {
  /** It starts on a day, covers the same in every world, and has no exceptions, states, ranges or affiliates in question. */
  plain: 1,
  /** Its end may be the lowest and the highest of its days, and so may all other such ends with it. */
  freeEnd: 2,
  /** It bites only outside of what somebody holds. */
  outside: 4,
  /** Its clause says what it gives way to, or what gives way to it. */
  ranked: 8,
} as const;

/** By row: bits of {@link Trait}. The values of the rows are learnt. */
export function traitsOf(rows: Rows, lens: Lens): Uint8Array {
  const { undertakings, of, count } = rows;
  const traits = new Uint8Array(count);
  const free = freeVariables(lens.timeline);
  for (let row = 0; row < count; row++) {
    traits[row] = row < undertakings.length ? traitsOfUndertaking(lens, undertakings[row], free) : traits[of[row]];
  }
  unlessSettled(rows.by, lens, lens.parties, traits);
  for (const [dimension, values] of rows.values.entries()) if (values) unlessSettled(values, lens, dimension, traits);
  return traits;
}

/** Of what it covers apart. */
function traitsOfUndertaking(lens: Lens, one: Undertaking, free: ReadonlySet<VariableId>): number {
  const { exceptions, measures, start, end, outside, clause } = one;
  let traits = 0;
  if (exceptions.length === 0 && !measures && !one.while && start.kind === 'day') traits |= Trait.plain;
  if (isFree(end, free)) traits |= Trait.freeEnd;
  if (outside.length > 0) traits |= Trait.outside;
  if (clause.subjectTo.length > 0 || clause.notwithstanding.length > 0) traits |= Trait.ranked;
  for (const { dimension, value } of outside) {
    const spans = spansOf(lens, dimension);
    learn(spans, value);
    if (spans.settled[value] === 0) traits &= ~Trait.plain;
  }
  return traits;
}

/** Rows that may cover one thing in one world and another in the next are not plain. */
function unlessSettled(values: Int32Array, lens: Lens, dimension: number, traits: Uint8Array): void {
  const spans = spansOf(lens, dimension);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value !== SILENT && spans.settled[value] === 0) traits[row] &= ~Trait.plain;
  }
}

function isFree(time: Time, free: ReadonlySet<VariableId>): boolean {
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
      return false;
  }
}

/** Those that no other event must come before or after. */
function freeVariables(timeline: Timeline): Set<VariableId> {
  const bound = new Set(timeline.flatMap(({ after }, id) => (after.length > 0 ? [id, ...after] : [])));
  return new Set([...timeline.keys()].filter((id) => !bound.has(id)));
}
