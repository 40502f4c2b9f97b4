import { SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { highestOf, isSameTime, lowestOf, type Timeline } from '../terms/time.ts';
import { type Columns, RECORD } from './columns.ts';
import type { Role } from './judgement.ts';
import type { Lens } from './lens.ts';
import { Trait } from './row-traits.ts';
import { Part, undertakingAt } from './rows.ts';
import { isInside, mayMeet, meetIn } from './value-spans.ts';

/**
 * What can be said without looking at worlds. `clear` stays clear whatever terms may share; `apart` is clear because two values
 * share nothing; `unsure` asks for the full judgement.
 */
export type QuickVerdict = 'conflict' | 'depends' | 'clear' | 'apart' | 'unsure';

/**
 * Judges the plain majority: fixed starts, no exceptions, states, ranges, open terms or affiliates in question. Of others it
 * says no more than that they cannot meet. Agrees with the full judgement wherever it is not `unsure`.
 *
 * Both are rows under one lens: `row` of `a` a restraint, `other` of `b` what it may meet. Until nothing else is left to ask, it
 * touches their integers alone.
 */
export function quickVerdict(role: Role, a: Columns, row: number, b: Columns, other: number): QuickVerdict {
  if (role === 'standoff') return 'unsure';
  const at = row * RECORD;
  const otherAt = other * RECORD;
  const start = Math.max(a.records[at], b.records[otherAt]);
  if (start >= Math.min(a.records[at + 1], b.records[otherAt + 1])) return 'clear';
  // Whenever the events come that end them, they are in force together on that day.
  const surely = start < Math.min(a.leastEnd[row], b.leastEnd[other]);
  const meeting = howTheyMeet(a, row, b, other);
  if (meeting === 'unsure' || meeting === 'clear') return meeting;
  const traits = a.traits[row];
  const bites = (traits & Trait.outside) === 0 ? 'everywhere' : whereItBites(a, row, b, other);
  if (bites === 'nowhere') return 'clear';
  if (meeting === 'apart') return 'apart';
  const both = traits & b.traits[other];
  if ((both & Trait.plain) === 0 || (!surely && (both & Trait.freeEnd) === 0)) return 'unsure';
  if (role !== 'lets') return verdictOnActs(role, a, row, b, other, surely);
  if (meeting === 'silent' || bites === 'perhaps') return 'unsure';
  if (a.rows.parts[row] & Part.offer) return verdictOnOffer(a, row, b, other);
  return surely ? 'conflict' : 'depends';
}

/** `silent`: the deal says nothing of a *who* that the restraint speaks of. */
function howTheyMeet(
  a: Columns,
  row: number,
  b: Columns,
  other: number,
): 'together' | 'silent' | 'apart' | 'clear' | 'unsure' {
  const by = a.rows.by[row];
  const otherBy = b.rows.by[other];
  if (by === SILENT || otherBy === SILENT) return 'unsure';
  if (by !== otherBy && !mayMeet(a.lens, a.lens.parties, by, otherBy)) return 'clear';
  let silent = false;
  let apart = 0;
  for (let index = 0; index < a.dimensions.length; index++) {
    const { dimension, mayMiss, values, spans } = a.dimensions[index];
    const ruled = values[row];
    if (ruled === UNRESTRICTED) continue;
    const dealt = b.rows.values[dimension]?.[other] ?? UNRESTRICTED;
    if (dealt === UNRESTRICTED) {
      // Rows do not tell silence from what is unrestricted.
      if (!mayMiss && undertakingAt(b.rows, other).values[dimension] === SILENT) silent = true;
    } else if (dealt !== ruled && !meetIn(spans, dealt, ruled)) {
      if (!mayMiss || ++apart > 1) return 'clear';
    }
  }
  if (apart > 0) return 'apart';
  return silent ? 'silent' : 'together';
}

/** Whether a restraint that bites outside of what somebody holds does so in what the other deals with: `perhaps` is up to the world. */
function whereItBites(a: Columns, row: number, b: Columns, other: number): 'nowhere' | 'perhaps' | 'somewhere' {
  const { lens } = a;
  const holder = a.rows.holder[row];
  const dealt = b.rows.values[lens.parties]?.[other] ?? UNRESTRICTED;
  if (holder > UNRESTRICTED && dealt > UNRESTRICTED) {
    return isInside(lens, lens.parties, dealt, holder) ? 'nowhere' : 'somewhere';
  }
  const restraint = undertakingAt(a.rows, row);
  const deal = undertakingAt(b.rows, other);
  if (liesInside(lens, restraint, deal)) return 'nowhere';
  const reaches = restraint.outside.some(({ dimension, value }) =>
    reachesOut(lens, dimension, deal.values[dimension], value),
  );
  return reaches ? 'somewhere' : 'perhaps';
}

/** What the party bound must do itself, or may. */
function verdictOnActs(
  role: 'must' | 'may',
  a: Columns,
  row: number,
  b: Columns,
  other: number,
  surely: boolean,
): QuickVerdict {
  const restraint = undertakingAt(a.rows, row);
  const self = restraint.effect === 'excludes' ? restraint.clause.self : 'yes';
  if (self === 'no') return 'clear';
  if (role === 'may') return 'depends';
  const duty = undertakingAt(b.rows, other);
  if (!surely || self !== 'yes' || !isRuledOutWhole(a.lens, duty, restraint)) return 'depends';
  return coversTime(restraint, duty, a.lens.timeline);
}

/** What is let, and to others first or on the same terms. */
function verdictOnOffer(a: Columns, row: number, b: Columns, other: number): QuickVerdict {
  if (undertakingAt(a.rows, row).effect === 'equalizes') return 'depends';
  return b.records[other * RECORD] > a.records[row * RECORD] ? 'depends' : 'clear';
}

/** A duty all of whose days are ruled out cannot be performed. */
function coversTime(restraint: Undertaking, duty: Undertaking, timeline: Timeline): QuickVerdict {
  if (lowestOf(restraint.start, timeline) > lowestOf(duty.start, timeline)) return 'depends';
  if (isSameTime(restraint.end, duty.end)) return 'conflict';
  if (lowestOf(restraint.end, timeline) >= highestOf(duty.end, timeline)) return 'conflict';
  return highestOf(restraint.end, timeline) < lowestOf(duty.end, timeline) ? 'depends' : 'unsure';
}

/** Whether a restraint rules out every way in which a duty can be performed, on a day on which both are in force. */
function isRuledOutWhole(lens: Lens, duty: Undertaking, restraint: Undertaking): boolean {
  // Any of several who owe the duty may perform it.
  if (!isInside(lens, lens.parties, duty.by, restraint.by)) return false;
  for (let dimension = 0; dimension < duty.values.length; dimension++) {
    const ruled = restraint.values[dimension];
    if (ruled === UNRESTRICTED || ruled === SILENT) continue;
    const dealt = duty.values[dimension];
    if (dealt === SILENT || !isInside(lens, dimension, dealt, ruled)) return false;
  }
  return (
    restraint.outside.length === 0 ||
    restraint.outside.some(({ dimension, value }) => {
      const dealt = duty.values[dimension];
      return dealt !== SILENT && !mayMeet(lens, dimension, dealt, value);
    })
  );
}

function liesInside(lens: Lens, restraint: Undertaking, deal: Undertaking): boolean {
  return restraint.outside.every(({ dimension, value }) => {
    const dealt = deal.values[dimension];
    return (
      value === UNRESTRICTED || (dealt !== SILENT && dealt !== UNRESTRICTED && isInside(lens, dimension, dealt, value))
    );
  });
}

function reachesOut(lens: Lens, dimension: number, dealt: ValueId, holder: ValueId): boolean {
  if (dealt === SILENT || dealt === holder || holder === UNRESTRICTED) return false;
  return !isInside(lens, dimension, dealt, holder);
}
