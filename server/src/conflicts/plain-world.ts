import { SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type AtomSet, contains, NOTHING } from '../terms/atom-set.ts';
import { FIRST_DAY } from '../terms/calendar.ts';
import { lowestOf } from '../terms/time.ts';
import { type Alternative, atomsToTry, avoidedIn, BOUND, type Settlement } from './cells.ts';
import { NO_DAYS } from './court.ts';
import type { Cell, World } from './judgement.ts';
import type { Lens } from './lens.ts';
import { isSettled, spansOf } from './value-spans.ts';

/** Neither clause is one whose affiliates, states or promisor are in question. */
const SETTLED: Settlement = { inclusions: ['none', 'none'], states: new Map(), self: true };

/** The deal, the restraint, and what its holder may do anyway: a bit each, as a scene would lay them out. */
const BOTH = 0b011;
const HOLDER = 0b100;
const COLLIDING = [BOTH];
const COLLIDING_OUTSIDE = [BOTH & ~HOLDER];

/**
 * The world that shows two promises colliding that surely do: the one that a search would find first. Told without a search
 * where both start on a day and are the same in every world, and nobody has waived anything; undefined elsewhere.
 */
export function plainWorld(lens: Lens, deal: Undertaking, restraint: Undertaking): World | undefined {
  const first = Math.max(plainStart(lens, deal), plainStart(lens, restraint));
  if (!(first > FIRST_DAY) || restraint.outside.length > 1) return undefined;
  if (first >= lowestOf(deal.end, lens.timeline) || first >= lowestOf(restraint.end, lens.timeline)) return undefined;
  const cell = plainCell(lens, deal, restraint);
  const masks = restraint.outside.length === 0 ? COLLIDING : COLLIDING_OUTSIDE;
  return cell && { settlement: SETTLED, cell, masks, certain: true, day: first, days: NO_DAYS };
}

/** The day on which a promise starts; not a number where that, or what it covers, may be another in another world. */
function plainStart(
  lens: Lens,
  { start, by, values, outside, exceptions, measures, while: state }: Undertaking,
): number {
  if (start.kind !== 'day' || exceptions.length > 0 || measures || state || by === SILENT) return Number.NaN;
  if (!coversTheSame(lens, lens.parties, by)) return Number.NaN;
  for (let dimension = 0; dimension < values.length; dimension++) {
    if (!coversTheSame(lens, dimension, values[dimension])) return Number.NaN;
  }
  for (const { dimension, value } of outside) {
    if (value <= UNRESTRICTED || !coversTheSame(lens, dimension, value)) return Number.NaN;
  }
  return start.day;
}

const coversTheSame = (lens: Lens, dimension: number, value: ValueId): boolean =>
  value <= UNRESTRICTED || isSettled(spansOf(lens, dimension), value);

/** The first use that lies in both, and outside of what the holder may do anyway. */
function plainCell(lens: Lens, deal: Undertaking, restraint: Undertaking): Cell | undefined {
  const cell = new Map<number, { name: { kind: 'atom'; atom: number }; alternative: Alternative }>();
  const [holder] = restraint.outside;
  const every = holder ? BOTH | HOLDER : BOTH;
  const parties = (value: ValueId): AtomSet => lens.covers(lens.parties, value);
  const party = firstAtom(lens, lens.parties, parties(deal.by), parties(restraint.by), undefined, NOTHING);
  if (party === undefined) return undefined;
  cell.set(BOUND, { name: { kind: 'atom', atom: party }, alternative: { mask: every } });
  for (let dimension = 0; dimension < deal.values.length; dimension++) {
    const covered = (value: ValueId): AtomSet | undefined =>
      value > UNRESTRICTED ? lens.covers(dimension, value) : undefined;
    const dealt = covered(deal.values[dimension]);
    const ruled = covered(restraint.values[dimension]);
    const held = holder?.dimension === dimension ? lens.covers(dimension, holder.value) : undefined;
    if (!dealt && !ruled && !held) continue;
    const atom = firstAtom(lens, dimension, dealt, ruled, held, avoidedIn(lens, dimension, deal));
    if (atom === undefined) return undefined;
    cell.set(dimension, { name: { kind: 'atom', atom }, alternative: { mask: held ? every & ~HOLDER : every } });
  }
  return cell;
}

/** The first atom in both and not in what is held, in the order in which a scene has them; what is absent covers everything. */
function firstAtom(
  lens: Lens,
  dimension: number,
  dealt: AtomSet | undefined,
  ruled: AtomSet | undefined,
  held: AtomSet | undefined,
  avoided: AtomSet,
): number | undefined {
  const sets = [dealt, ruled, held].filter((set) => set !== undefined);
  const atoms = atomsToTry(dealt, sets, [], lens.taxonomy(dimension).atomCount, avoided);
  for (const atom of atoms) {
    if (dealt && !contains(dealt, atom)) continue;
    if ((!ruled || contains(ruled, atom)) && !(held && contains(held, atom))) return atom;
  }
  return undefined;
}
