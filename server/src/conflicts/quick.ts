import { SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { isSubset } from '../terms/atom-set.ts';
import { highestOf, lowestOf, type Time, type Timeline, type VariableId } from '../terms/time.ts';
import type { Role } from './judgement.ts';
import type { Lens } from './lens.ts';
import { mayMeet } from './value-spans.ts';

/**
 * What can be said without looking at worlds. `clear` stays clear whatever terms may share; `apart` is clear because two values
 * share nothing; `unsure` asks for the full judgement.
 */
export type QuickVerdict = 'conflict' | 'depends' | 'clear' | 'apart' | 'unsure';

/** Under one lens. */
export type QuickJudge = (role: Role, deal: Undertaking, restraint: Undertaking) => QuickVerdict;

/**
 * Judges the plain majority: fixed starts, no exceptions, states, ranges, open terms or affiliates in question. Of others it
 * says no more than that they cannot meet. Agrees with the full judgement wherever it is not `unsure`.
 */
export function quickJudge(lens: Lens): QuickJudge {
  const isWho = lens.model.regionDimensions.map(({ question }) => question === 'who');
  return (role, deal, restraint) => {
    if (role === 'standoff') return 'unsure';
    const { timeline } = lens;
    const start = Math.max(lowestOf(deal.start, timeline), lowestOf(restraint.start, timeline));
    if (start >= Math.min(highestOf(deal.end, timeline), highestOf(restraint.end, timeline))) return 'clear';
    // Whenever the events come that end them, they are in force together on that day.
    const surely = start < Math.min(lowestOf(deal.end, timeline), lowestOf(restraint.end, timeline));
    if (deal.by === SILENT || restraint.by === SILENT) return 'unsure';
    if (deal.by !== restraint.by && !mayMeet(lens, lens.parties, deal.by, restraint.by)) return 'clear';
    let silent = false;
    let apart = 0;
    for (let dimension = 0; dimension < isWho.length; dimension++) {
      const ruled = restraint.values[dimension];
      if (ruled === UNRESTRICTED || ruled === SILENT) continue;
      const dealt = deal.values[dimension];
      if (dealt === SILENT) silent = true;
      else if (dealt !== UNRESTRICTED && dealt !== ruled && !mayMeet(lens, dimension, dealt, ruled)) {
        if (isWho[dimension] || ++apart > 1) return 'clear';
      }
    }
    if (restraint.outside.length > 0 && liesInside(lens, restraint, deal)) return 'clear';
    if (apart > 0) return 'apart';
    if (!isPlain(lens, deal) || !isPlain(lens, restraint)) return 'unsure';
    if (!surely && !(isFree(deal.end, timeline) && isFree(restraint.end, timeline))) return 'unsure';
    const self = role !== 'lets' && restraint.effect === 'excludes' ? restraint.clause.self : 'yes';
    if (self === 'no') return 'clear';
    if (role === 'may') return 'depends';
    if (role === 'must') {
      if (!surely || self !== 'yes' || !isRuledOutWhole(lens, deal, restraint)) return 'depends';
      return coversTime(restraint, deal, timeline);
    }
    if (silent) return 'unsure';
    const reaches =
      restraint.outside.length === 0 ||
      restraint.outside.some(({ dimension, value }) => reachesOut(lens, dimension, deal.values[dimension], value));
    if (!reaches) return 'unsure';
    if (restraint.effect === 'equalizes') return 'depends';
    if (restraint.effect === 'preempts') {
      return lowestOf(deal.start, timeline) > lowestOf(restraint.start, timeline) ? 'depends' : 'clear';
    }
    return surely ? 'conflict' : 'depends';
  };
}

/** Whether a time may be any of the days from its lowest to its highest, whatever else happens. */
const isFree = (time: Time, timeline: Timeline): boolean =>
  time.kind === 'day' || (time.kind === 'variable' && isUnordered(time.variable, timeline));

/** Whether no other event must come before or after. */
const isUnordered = (id: VariableId, timeline: Timeline): boolean =>
  timeline[id].after.length === 0 && timeline.every(({ after }) => !after.includes(id));

/** A duty all of whose days are ruled out cannot be performed. */
function coversTime(restraint: Undertaking, duty: Undertaking, timeline: Timeline): QuickVerdict {
  if (lowestOf(restraint.start, timeline) > lowestOf(duty.start, timeline)) return 'depends';
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

/** Whether all that a value may cover is certainly covered by another. */
const isInside = (lens: Lens, dimension: number, a: ValueId, b: ValueId): boolean =>
  isSubset(lens.mayCover(dimension, a), lens.mustCover(dimension, b), lens.taxonomy(dimension).atomCount);

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

function isPlain(lens: Lens, one: Undertaking): boolean {
  if (one.exceptions.length > 0 || one.measures || one.while) return false;
  if (one.start.kind !== 'day') return false;
  if (one.by === SILENT || lens.hasAffiliates(one.by)) return false;
  for (let dimension = 0; dimension < one.values.length; dimension++) {
    if (!isSettled(lens, dimension, one.values[dimension])) return false;
  }
  return one.outside.every(({ dimension, value }) => isSettled(lens, dimension, value));
}

/** Whether a value covers the same in every world. */
const isSettled = (lens: Lens, dimension: number, value: ValueId): boolean =>
  value <= UNRESTRICTED ||
  (lens.openTerms(dimension, value).length === 0 && (dimension !== lens.parties || !lens.hasAffiliates(value)));
