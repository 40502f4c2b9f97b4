import { type Clause, SILENT, type ValueId } from '../model/model.ts';
import { termsNamedIn } from '../terms/set-expression.ts';
import type { Inclusion, Lens } from './lens.ts';
import type { Scene, Settlement } from './scene.ts';

const MOST_SETTLEMENTS = 256;

/** Every way to settle affiliates, states and the promisor itself; undefined when there are too many. */
export function settlementsOf(lens: Lens, scene: Scene, selfUndecided: boolean): Settlement[] | undefined {
  const inclusions = scene.clauses.map((clause) => inclusionsOf(lens, scene, clause));
  const states = [...new Set(scene.parts.flatMap(({ box }) => (box.while ? termsNamedIn(box.while) : [])))];
  let found: Settlement[] = [{ inclusions: [], states: new Map(), self: true }];
  for (const options of inclusions) {
    found = found.flatMap((one) =>
      options.map((inclusion) => ({ ...one, inclusions: [...one.inclusions, inclusion] })),
    );
    if (found.length > MOST_SETTLEMENTS) return undefined;
  }
  for (const state of states) {
    const { presumed } = lens.terms[state].event;
    const options = presumed === undefined ? [true, false] : [presumed];
    found = found.flatMap((one) => options.map((holds) => ({ ...one, states: new Map(one.states).set(state, holds) })));
    if (found.length > MOST_SETTLEMENTS) return undefined;
  }
  return selfUndecided ? found.flatMap((one) => [one, { ...one, self: false }]) : found;
}

function inclusionsOf(lens: Lens, scene: Scene, clause: Clause): readonly Inclusion[] {
  const { affiliates } = clause;
  if (affiliates === 'no') return ['none'];
  const matter =
    scene.parts.some(
      (part) => part.clause === clause && namesAffiliates(lens, part.by, part.box.values[lens.parties]),
    ) ||
    [...scene.holderBits.values()].some(
      (holder) =>
        holder.clause === clause &&
        holder.outside.dimension === lens.parties &&
        namesAffiliates(lens, holder.outside.value, SILENT),
    ) ||
    scene.restraints.some(({ objectors }) =>
      objectors.some(({ waivers }) =>
        waivers.some((waiver) => waiver.clause === clause && namesAffiliates(lens, waiver.by, SILENT)),
      ),
    );
  if (!matter) return ['none'];
  if (affiliates === 'yes') return ['all'];
  return affiliates === 'silent' ? ['none', 'all'] : [{ only: affiliates.only }];
}

const namesAffiliates = (lens: Lens, by: ValueId | undefined, dealt: ValueId): boolean =>
  (by !== undefined && by !== SILENT && lens.hasAffiliates(by)) || (dealt !== SILENT && lens.hasAffiliates(dealt));
