import Flatbush from 'flatbush';
import { meets, NO_END, overlap, type Promises, RESTRAINS, USES } from './promises.ts';

/**
 * An index from the shelf at its best: for each bound party a packed R-tree over scope preorder × days with what it
 * lets, must do and may do; each of its restraints asks for the boxes it touches, and an exact check decides.
 */
export function collideByFlatbush(p: Promises): number[] {
  const lastDay = lastNamedDay(p) + 1;
  const uses = groupByParty(p, (clause) => (p.effects[clause] & USES) !== 0, true);
  const restraints = groupByParty(p, (clause) => (p.effects[clause] & RESTRAINS) !== 0, false);
  const pairs: number[] = [];
  for (let party = 0; party < uses.starts.length - 1; party++) {
    const firstUse = uses.starts[party];
    const count = uses.starts[party + 1] - firstUse;
    const firstRestraint = restraints.starts[party];
    const lastRestraint = restraints.starts[party + 1];
    if (count === 0 || firstRestraint === lastRestraint) continue;
    const index = new Flatbush(count, 16, Int32Array);
    for (let at = firstUse; at < firstUse + count; at++) {
      const clause = uses.clauses[at];
      // A day no end reaches would leave the tree's Hilbert curve blind to the days there are.
      index.add(p.scopeStart[clause], p.from[clause], p.scopeEnd[clause] - 1, Math.min(p.until[clause], lastDay));
    }
    index.finish();
    for (let at = firstRestraint; at < lastRestraint; at++) {
      const restraint = restraints.clauses[at];
      const until = Math.min(p.until[restraint], lastDay);
      index.search(p.scopeStart[restraint], p.from[restraint], p.scopeEnd[restraint] - 1, until, (found) =>
        addPair(p, restraint, uses.clauses[firstUse + found], pairs),
      );
    }
  }
  return pairs;
}

/**
 * The same from one packed R-tree for all parties: the first axis is the party and, within it, the scope's preorder. Less
 * code, and what most would write first; the fine steps of that axis cost the tree's Hilbert curve its sharpness.
 */
export function collideByOneFlatbush(p: Promises): number[] {
  const lastDay = lastNamedDay(p) + 1;
  const width = 1 + p.scopeEnd.reduce((widest, end) => Math.max(widest, end), 0);
  let count = 0;
  for (let clause = 0; clause < p.count; clause++) if ((p.effects[clause] & USES) !== 0) count += 2;
  const index = new Flatbush(count, 16, Int32Array);
  const clauses = new Int32Array(count);
  for (let clause = 0; clause < p.count; clause++) {
    if ((p.effects[clause] & USES) === 0) continue;
    const until = Math.min(p.until[clause], lastDay);
    for (const party of [p.by[clause], p.to[clause]]) {
      const from = party * width;
      clauses[index.add(from + p.scopeStart[clause], p.from[clause], from + p.scopeEnd[clause] - 1, until)] = clause;
    }
  }
  index.finish();
  const pairs: number[] = [];
  for (let restraint = 0; restraint < p.count; restraint++) {
    if ((p.effects[restraint] & RESTRAINS) === 0) continue;
    const from = p.by[restraint] * width;
    const until = Math.min(p.until[restraint], lastDay);
    const firstScope = from + p.scopeStart[restraint];
    index.search(firstScope, p.from[restraint], from + p.scopeEnd[restraint] - 1, until, (found) =>
      addPair(p, restraint, clauses[found], pairs),
    );
  }
  return pairs;
}

/** The exact check. Gives false: the R-tree need not collect what is in `pairs`. */
function addPair(p: Promises, restraint: number, clause: number, pairs: number[]): false {
  if (clause === restraint || !overlap(p, restraint, clause) || !meets(p, restraint, clause)) return false;
  // Two exclusives rule each other out: one pair.
  if (clause < restraint && meets(p, clause, restraint)) return false;
  pairs.push(restraint, clause);
  return false;
}

interface Groups {
  /** Of party `n`: `clauses[starts[n]]` up to `clauses[starts[n + 1]]`. */
  readonly starts: Int32Array;
  readonly clauses: Int32Array;
}

/** A counting sort of clauses by promisor, and by the one dealt with if `both`. */
function groupByParty(p: Promises, belongs: (clause: number) => boolean, both: boolean): Groups {
  let parties = 0;
  for (let clause = 0; clause < p.count; clause++) parties = Math.max(parties, p.by[clause] + 1, p.to[clause] + 1);
  const starts = new Int32Array(parties + 1);
  let size = 0;
  for (let clause = 0; clause < p.count; clause++) {
    if (!belongs(clause)) continue;
    starts[p.by[clause] + 1]++;
    if (both) starts[p.to[clause] + 1]++;
    size += both ? 2 : 1;
  }
  for (let party = 0; party < parties; party++) starts[party + 1] += starts[party];
  const next = starts.slice();
  const clauses = new Int32Array(size);
  for (let clause = 0; clause < p.count; clause++) {
    if (!belongs(clause)) continue;
    clauses[next[p.by[clause]]++] = clause;
    if (both) clauses[next[p.to[clause]]++] = clause;
  }
  return { starts, clauses };
}

function lastNamedDay(p: Promises): number {
  let last = 0;
  for (let clause = 0; clause < p.count; clause++) {
    if (p.until[clause] !== NO_END) last = Math.max(last, p.until[clause]);
  }
  return last;
}
