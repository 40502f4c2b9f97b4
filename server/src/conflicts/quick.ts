import { SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { intersects, isSubset } from '../terms/atom-set.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import type { Role } from './judgement.ts';
import type { Lens } from './lens.ts';

/**
 * What can be said without looking at worlds. `clear` stays clear whatever terms may share; `apart` is clear because two values
 * share nothing; `unsure` asks for the full judgement.
 */
export type QuickVerdict = 'conflict' | 'depends' | 'clear' | 'apart' | 'unsure';

/** Under one lens. Answers about values are kept: the same pairs of values meet again and again. */
export type QuickJudge = (role: Role, deal: Undertaking, restraint: Undertaking) => QuickVerdict;

/**
 * Judges the plain majority: fixed dates, no exceptions, states, ranges, open terms or affiliates in question. Of others it
 * says no more than that they cannot meet. Agrees with the full judgement wherever it is not `unsure`.
 */
export function quickJudge(lens: Lens): QuickJudge {
  const plain = new Map<Undertaking, boolean>();
  const share = pairMemo((dimension, a, b) =>
    intersects(lens.mayCover(dimension, a), lens.mayCover(dimension, b), lens.taxonomy(dimension).atomCount),
  );
  const inside = pairMemo((dimension, a, b) =>
    isSubset(lens.mayCover(dimension, a), lens.mustCover(dimension, b), lens.taxonomy(dimension).atomCount),
  );
  const isPlain = (one: Undertaking): boolean => {
    let known = plain.get(one);
    if (known === undefined) {
      known = plainUnder(lens, one);
      plain.set(one, known);
    }
    return known;
  };
  const isWho = lens.model.regionDimensions.map(({ question }) => question === 'who');
  return (role, deal, restraint) => {
    if (role === 'standoff') return 'unsure';
    const { timeline } = lens;
    const start = Math.max(lowestOf(deal.start, timeline), lowestOf(restraint.start, timeline));
    if (start >= Math.min(highestOf(deal.end, timeline), highestOf(restraint.end, timeline))) return 'clear';
    if (deal.by === SILENT || restraint.by === SILENT) return 'unsure';
    if (deal.by !== restraint.by && !share(lens.parties, deal.by, restraint.by)) return 'clear';
    let silent = false;
    let apart = 0;
    for (let dimension = 0; dimension < isWho.length; dimension++) {
      const ruled = restraint.values[dimension];
      if (ruled === UNRESTRICTED || ruled === SILENT) continue;
      const dealt = deal.values[dimension];
      if (dealt === SILENT) silent = true;
      else if (dealt !== UNRESTRICTED && dealt !== ruled && !share(dimension, dealt, ruled)) {
        if (isWho[dimension] || ++apart > 1) return 'clear';
      }
    }
    if (restraint.outside.length > 0 && liesInside(restraint, deal, inside)) return 'clear';
    if (apart > 0) return 'apart';
    if (!isPlain(deal) || !isPlain(restraint)) return 'unsure';
    const self = role !== 'lets' && restraint.effect === 'excludes' ? restraint.clause.self : 'yes';
    if (self === 'no') return 'clear';
    if (role === 'may') return 'depends';
    if (role === 'must') {
      const noWayLeft = self === 'yes' && isRuledOutWhole(deal, restraint, lens.parties, inside, share);
      return noWayLeft ? 'conflict' : 'depends';
    }
    if (silent) return 'unsure';
    const reaches =
      restraint.outside.length === 0 ||
      restraint.outside.some(({ dimension, value }) => reachesOut(deal.values[dimension], value, dimension, inside));
    if (!reaches) return 'unsure';
    if (restraint.effect === 'equalizes') return 'depends';
    if (restraint.effect === 'preempts') {
      return lowestOf(deal.start, timeline) > lowestOf(restraint.start, timeline) ? 'depends' : 'clear';
    }
    return 'conflict';
  };
}

/** Whether a restraint rules out every way in which a duty can be performed. */
function isRuledOutWhole(
  duty: Undertaking,
  restraint: Undertaking,
  parties: number,
  inside: PairMemo,
  share: PairMemo,
): boolean {
  if (duty.start.kind !== 'day' || duty.end.kind !== 'day') return false;
  if (restraint.start.kind !== 'day' || restraint.end.kind !== 'day') return false;
  if (restraint.start.day > duty.start.day || restraint.end.day < duty.end.day) return false;
  // Any of several who owe the duty may perform it.
  if (!inside(parties, duty.by, restraint.by)) return false;
  for (let dimension = 0; dimension < duty.values.length; dimension++) {
    const ruled = restraint.values[dimension];
    if (ruled === UNRESTRICTED || ruled === SILENT) continue;
    const dealt = duty.values[dimension];
    if (dealt === SILENT || !inside(dimension, dealt, ruled)) return false;
  }
  return (
    restraint.outside.length === 0 ||
    restraint.outside.some(({ dimension, value }) => {
      const dealt = duty.values[dimension];
      return dealt !== SILENT && !share(dimension, dealt, value);
    })
  );
}

type PairMemo = (dimension: number, a: ValueId, b: ValueId) => boolean;

function liesInside(restraint: Undertaking, deal: Undertaking, inside: PairMemo): boolean {
  return restraint.outside.every(({ dimension, value }) => {
    const dealt = deal.values[dimension];
    return value === UNRESTRICTED || (dealt !== SILENT && dealt !== UNRESTRICTED && inside(dimension, dealt, value));
  });
}

function reachesOut(dealt: ValueId, holder: ValueId, dimension: number, inside: PairMemo): boolean {
  if (dealt === SILENT || dealt === holder || holder === UNRESTRICTED) return false;
  return dealt === UNRESTRICTED ? !inside(dimension, UNRESTRICTED, holder) : !inside(dimension, dealt, holder);
}

function plainUnder(lens: Lens, one: Undertaking): boolean {
  if (one.exceptions.length > 0 || one.measures || one.while) return false;
  if (one.start.kind !== 'day' || one.end.kind !== 'day') return false;
  if (one.by === SILENT || lens.hasAffiliates(one.by)) return false;
  const values: readonly { dimension: number; value: ValueId }[] = [
    ...one.values.map((value, dimension) => ({ dimension, value })),
    ...one.outside,
  ];
  return values.every(
    ({ dimension, value }) =>
      value <= UNRESTRICTED ||
      (lens.openTerms(dimension, value).length === 0 && (dimension !== lens.parties || !lens.hasAffiliates(value))),
  );
}

/** Kept by dimension and first value, so that keys stay small integers. */
function pairMemo(compute: (dimension: number, a: ValueId, b: ValueId) => boolean): PairMemo {
  const kept: Map<number, boolean>[][] = [];
  return (dimension, a, b) => {
    kept[dimension] ??= [];
    const rows = kept[dimension];
    rows[a] ??= new Map();
    const row = rows[a];
    let known = row.get(b);
    if (known === undefined) {
      known = compute(dimension, a, b);
      row.set(b, known);
    }
    return known;
  };
}
