import { type Clause, SILENT, type ValueId } from '../model/model.ts';
import { type TermId, termsNamedIn } from '../terms/set-expression.ts';
import type { Settlement } from './cells.ts';
import type { Inclusion, Lens } from './lens.ts';
import type { Scene } from './scene.ts';

const MOST_SETTLEMENTS = 256;

/** Every way to settle affiliates, states and the promisor itself; undefined when there are too many. */
export function settlementsOf(lens: Lens, scene: Scene, selfUndecided: boolean): Settlement[] | undefined {
  let chosen: Inclusion[][] = [[]];
  for (const clause of scene.clauses) {
    const options = inclusionsOf(lens, scene, clause);
    chosen = chosen.flatMap((one) => options.map((inclusion) => [...one, inclusion]));
    if (chosen.length > MOST_SETTLEMENTS) return undefined;
  }
  let found = chosen.map((inclusions): Settlement => ({ inclusions, states: NO_STATES, self: true }));
  for (const state of statesIn(scene)) {
    const { presumed } = lens.terms[state].event;
    const options = presumed === undefined ? [true, false] : [presumed];
    found = found.flatMap((one) => options.map((holds) => ({ ...one, states: new Map(one.states).set(state, holds) })));
    if (found.length > MOST_SETTLEMENTS) return undefined;
  }
  return selfUndecided ? found.flatMap((one) => [one, { ...one, self: false }]) : found;
}

const NO_STATES: Settlement['states'] = new Map();

/** The states on which any region hangs. */
function statesIn({ parts }: Scene): ReadonlySet<TermId> {
  const found = new Set<TermId>();
  for (const { box } of parts) if (box.while) for (const state of termsNamedIn(box.while)) found.add(state);
  return found;
}

function inclusionsOf(lens: Lens, scene: Scene, clause: Clause): readonly Inclusion[] {
  const { affiliates } = clause;
  // A lens on which nobody is ever anybody's affiliate.
  if (affiliates === 'no' || lens.affiliationDays.length === 0) return LEFT_OUT;
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
  if (!matter) return LEFT_OUT;
  if (affiliates === 'yes') return ['all'];
  return affiliates === 'silent' ? ['none', 'all'] : [{ only: affiliates.only }];
}

const LEFT_OUT: readonly Inclusion[] = ['none'];

const namesAffiliates = (lens: Lens, by: ValueId | undefined, dealt: ValueId): boolean =>
  (by !== undefined && by !== SILENT && lens.hasAffiliates(by)) || (dealt !== SILENT && lens.hasAffiliates(dealt));
