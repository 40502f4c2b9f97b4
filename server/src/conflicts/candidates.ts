import { SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { type AtomSet, intersects, union } from '../terms/atom-set.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import type { Role } from './judge.ts';
import type { Lens } from './lens.ts';

/** Undertakings side by side in columns, so that the search for pairs touches numbers only. */
export interface Columns {
  readonly undertakings: readonly Undertaking[];
  /** Days, the widest stretch in any world under any reading: first in force, first no longer in force. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** One a region dimension: the value restricting it, or 0. */
  readonly values: readonly Int32Array[];
  /** Whether a restraint also meets what its party receives. */
  readonly meetsReceived: Uint8Array;
}

/** Whether two values of a dimension may share anything under any reading. */
export type MayShare = (dimension: number, a: ValueId, b: ValueId) => boolean;

/** Those bound by the same party: indices into the columns. */
interface Group {
  readonly restraints: number[];
  readonly deals: number[];
}

export const isRestraint = ({ effect }: Undertaking): boolean =>
  effect === 'excludes' || effect === 'forbids' || effect === 'preempts' || effect === 'equalizes';

/** The role in which a restraint meets another undertaking; undefined when it does not. */
export function roleOf(restraint: Undertaking, other: Undertaking): Role | undefined {
  if (restraint.clause === other.clause) return undefined;
  const onlyQuestions = restraint.effect === 'preempts' || restraint.effect === 'equalizes';
  switch (other.effect) {
    case 'permits':
      return 'lets';
    case 'obliges':
      return onlyQuestions ? undefined : 'must';
    case 'receives':
      return meetsReceived(restraint) ? 'may' : undefined;
    case 'excludes':
      return restraint.effect === 'excludes' && restraint.permitsNothing && other.permitsNothing
        ? 'standoff'
        : undefined;
    default:
      return undefined;
  }
}

/** What a party may do, or receives, is met by `forbids`, and by an `excludes` that permits nothing. */
export const meetsReceived = (restraint: Undertaking): boolean =>
  restraint.effect === 'forbids' || (restraint.effect === 'excludes' && restraint.permitsNothing);

export function columnsOf(undertakings: readonly Undertaking[], lenses: readonly Lens[]): Columns {
  const dimensions = lenses[0].model.regionDimensions.length;
  const count = undertakings.length;
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const values = Array.from({ length: dimensions }, () => new Int32Array(count));
  const received = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const one = undertakings[index];
    let low = lowestOf(one.start, lenses[0].timeline);
    let high = highestOf(one.end, lenses[0].timeline);
    if (one.start.kind !== 'day' || one.end.kind !== 'day') {
      for (const { timeline } of lenses) {
        low = Math.min(low, lowestOf(one.start, timeline));
        high = Math.max(high, highestOf(one.end, timeline));
      }
    }
    start[index] = low;
    end[index] = high;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const value = one.values[dimension];
      values[dimension][index] = value === SILENT ? UNRESTRICTED : value;
    }
    received[index] = isRestraint(one) && meetsReceived(one) ? 1 : 0;
  }
  return { undertakings, start, end, values, meetsReceived: received };
}

/** What a value of parties may cover under any reading. */
export function mayBind(lenses: readonly Lens[], value: ValueId): AtomSet {
  let set = lenses[0].mayCover(lenses[0].parties, value);
  for (let index = 1; index < lenses.length; index++) {
    const other = lenses[index].mayCover(lenses[index].parties, value);
    if (other !== set) set = union(set, other);
  }
  return set;
}

const TABLE_SIZE = 2048;
const UNKNOWN = 0;
const YES = 1;

/** Answers are kept: in a table for a dimension's first values, in a map for the rest. */
export function mayShareUnder(lenses: readonly Lens[]): MayShare {
  const tables: Uint8Array[] = [];
  const maps: Map<number, boolean>[] = [];
  const compute = (dimension: number, a: ValueId, b: ValueId): boolean =>
    lenses.some((lens) =>
      intersects(lens.mayCover(dimension, a), lens.mayCover(dimension, b), lens.taxonomy(dimension).atomCount),
    );
  return (dimension, a, b) => {
    if (a === b || a <= UNRESTRICTED || b <= UNRESTRICTED) return true;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    if (high < TABLE_SIZE) {
      tables[dimension] ??= new Uint8Array(TABLE_SIZE * TABLE_SIZE);
      const table = tables[dimension];
      const at = low * TABLE_SIZE + high;
      if (table[at] === UNKNOWN) table[at] = compute(dimension, low, high) ? YES : YES + 1;
      return table[at] === YES;
    }
    maps[dimension] ??= new Map();
    const key = low * 0x4000000 + high;
    let answer = maps[dimension].get(key);
    if (answer === undefined) {
      answer = compute(dimension, low, high);
      maps[dimension].set(key, answer);
    }
    return answer;
  };
}

/** Groups by bound party: a restraint can only meet what the same party does. */
function groupsOf(columns: Columns, lenses: readonly Lens[]): { groups: Map<number, Group>; everybody: Group } {
  const groups = new Map<number, Group>();
  const everybody: Group = { restraints: [], deals: [] };
  const boundBy = new Map<ValueId, AtomSet>();
  columns.undertakings.forEach((one, index) => {
    if (one.effect === 'waives' || one.by === SILENT) return;
    let bound = boundBy.get(one.by);
    if (!bound) {
      bound = mayBind(lenses, one.by);
      boundBy.set(one.by, bound);
    }
    if (bound.negated) place(everybody, one, index);
    else for (let at = 0; at < bound.atoms.length; at++) place(groupAt(groups, bound.atoms[at]), one, index);
  });
  return { groups, everybody };
}

function groupAt(groups: Map<number, Group>, atom: number): Group {
  let group = groups.get(atom);
  if (!group) {
    group = { restraints: [], deals: [] };
    groups.set(atom, group);
  }
  return group;
}

function place(group: Group, one: Undertaking, index: number): void {
  if (isRestraint(one)) {
    group.restraints.push(index);
    if (one.effect === 'excludes' && one.permitsNothing) group.deals.push(index);
  } else group.deals.push(index);
}

/** Above so many pairs, a group is first split by the dimension that tells its members apart best. */
const FEW_PAIRS = 20_000;

/**
 * Visits every pair of a restraint and something it may meet: bound party, time and every dimension may overlap under some
 * reading. A superset of the pairs that are not clear (near misses apart); the same pair may come more than once.
 */
export function eachCandidate(
  columns: Columns,
  lenses: readonly Lens[],
  mayShare: MayShare,
  visit: (restraint: number, deal: number) => void,
): void {
  const { groups, everybody } = groupsOf(columns, lenses);
  const used = usedDimensions(columns);
  for (const group of groups.values()) {
    const joined =
      everybody.restraints.length + everybody.deals.length === 0
        ? group
        : {
            restraints: [...group.restraints, ...everybody.restraints],
            deals: [...group.deals, ...everybody.deals],
          };
    joinGroup(columns, joined, used, mayShare, visit);
  }
  if (everybody.restraints.length > 0) joinGroup(columns, everybody, used, mayShare, visit);
}

const usedDimensions = ({ values }: Columns): number[] =>
  values
    .map((_, dimension) => dimension)
    .filter((dimension) => values[dimension].some((value) => value > UNRESTRICTED));

function joinGroup(
  columns: Columns,
  group: Group,
  used: readonly number[],
  mayShare: MayShare,
  visit: (restraint: number, deal: number) => void,
): void {
  const { restraints, deals } = group;
  if (restraints.length === 0 || deals.length === 0) return;
  if (restraints.length * deals.length <= FEW_PAIRS) {
    joinLists(columns, restraints, deals, used, mayShare, visit);
    return;
  }
  const split = mostTelling(columns, group, used);
  if (split === undefined) {
    joinLists(columns, restraints, deals, used, mayShare, visit);
    return;
  }
  const rest = used.filter((dimension) => dimension !== split);
  const dealBuckets = bucketsOf(columns.values[split], deals);
  const restraintBuckets = bucketsOf(columns.values[split], restraints);
  for (const [restraintValue, some] of restraintBuckets) {
    for (const [dealValue, others] of dealBuckets) {
      if (mayShare(split, restraintValue, dealValue)) joinLists(columns, some, others, rest, mayShare, visit);
    }
  }
}

function bucketsOf(values: Int32Array, members: readonly number[]): Map<number, number[]> {
  const buckets = new Map<number, number[]>();
  for (const member of members) {
    const bucket = buckets.get(values[member]);
    if (bucket) bucket.push(member);
    else buckets.set(values[member], [member]);
  }
  return buckets;
}

/** The dimension with the most different values in a group, if it has more than a few. */
function mostTelling(columns: Columns, group: Group, used: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = 3;
  for (const dimension of used) {
    const column = columns.values[dimension];
    const different = new Set<number>();
    for (const index of group.restraints) different.add(column[index]);
    if (different.size > most) {
      most = different.size;
      best = dimension;
    }
  }
  return best;
}

function joinLists(
  columns: Columns,
  restraints: readonly number[],
  deals: readonly number[],
  dimensions: readonly number[],
  mayShare: MayShare,
  visit: (restraint: number, deal: number) => void,
): void {
  const { start, end, values } = columns;
  for (let i = 0; i < restraints.length; i++) {
    const restraint = restraints[i];
    const from = start[restraint];
    const until = end[restraint];
    for (let j = 0; j < deals.length; j++) {
      const deal = deals[j];
      if (start[deal] >= until || end[deal] <= from) continue;
      let meets = true;
      for (let k = 0; k < dimensions.length; k++) {
        const dimension = dimensions[k];
        const a = values[dimension][restraint];
        if (a === UNRESTRICTED) continue;
        const b = values[dimension][deal];
        if (b === UNRESTRICTED || a === b) continue;
        if (!mayShare(dimension, a, b)) {
          meets = false;
          break;
        }
      }
      if (meets && restraint !== deal) visit(restraint, deal);
    }
  }
}

/**
 * Visits pairs that may be near misses: those that fail to meet in exactly one dimension of *what* or *where*. Their number
 * grows with the square of what a party does, so at most `budget` pairs are looked at; false when a party's had to be
 * left out.
 */
export function eachNeighbour(
  columns: Columns,
  lenses: readonly Lens[],
  mayShare: MayShare,
  budget: number,
  visit: (restraint: number, deal: number) => void,
): boolean {
  const { groups } = groupsOf(columns, lenses);
  const used = usedDimensions(columns);
  const { regionDimensions } = lenses[0].model;
  const mayMiss = used.map((dimension) => regionDimensions[dimension].question !== 'who');
  let left = budget;
  let complete = true;
  for (const { restraints, deals } of groups.values()) {
    if (restraints.length * deals.length > left) {
      complete = false;
      continue;
    }
    left -= restraints.length * deals.length;
    for (const restraint of restraints) {
      for (const deal of deals) {
        if (columns.start[deal] >= columns.end[restraint] || columns.end[deal] <= columns.start[restraint]) continue;
        let misses = 0;
        for (let at = 0; at < used.length && misses < 2; at++) {
          const values = columns.values[used[at]];
          if (!mayShare(used[at], values[restraint], values[deal])) misses += mayMiss[at] ? 1 : 2;
        }
        if (misses === 1 && restraint !== deal) visit(restraint, deal);
      }
    }
  }
  return complete;
}
