import { type Clause, type Effect, type Model, onlyRecords, SILENT, type ValueId } from '../../model/model.ts';

/** A dimension of *who*, by its index, and the value that a clause reserves something for. */
export interface Holding {
  readonly dimension: number;
  readonly value: ValueId;
}

const isWho = (model: Model, dimension: number): boolean => model.regionDimensions[dimension].question === 'who';

/** What a clause says of *who*, its header's word included. */
export const whoOf = (model: Model, { values }: Clause): readonly Holding[] =>
  values.flatMap((value, dimension) => (value !== SILENT && isWho(model, dimension) ? [{ dimension, value }] : []));

/**
 * What a clause does. An `exclusive` that names a *who*, and neither `to` nor `with` itself, only excludes; a part of the
 * requirements leaves the rest to others.
 */
export function effectsOf(model: Model, clause: Clause): readonly Effect[] {
  const { effects, name } = clause.kind;
  const share = clause.parameters.get('share');
  if (share?.type === 'share' && share.share.lt(1)) return effects.filter((effect) => effect !== 'excludes');
  if (name !== 'exclusive' || clause.namesHolder || whoOf(model, clause).length === 0) return effects;
  return effects.filter((effect) => effect !== 'permits');
}

/** Facts that hold as long as their deal does. */
const LASTING_FACTS: ReadonlySet<string> = new Set(['equity', 'volume_limit', 'price_restriction']);

/** Whether a clause states a fact to which the days of its deal are nothing. */
export const isTimeless = (clause: Clause): boolean =>
  onlyRecords(clause.kind) && (clause.kind.place !== undefined || !LASTING_FACTS.has(clause.kind.name));
