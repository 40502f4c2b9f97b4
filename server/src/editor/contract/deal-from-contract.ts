import type { PreparedSource } from '../../evidence/prepare-source.ts';
import { outlineDeal } from '../../exchange/outline-deal.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { AnnotatedPassage } from '../annotation/annotated-passage.ts';
import { newDealPlace } from '../annotation/new-deal-place.ts';

/** A new deal with the sections of a contract as quotes to annotate. The cursor stands in its first line of clauses. */
export function dealFromContract({ model }: Analysis, source: string, prepared: PreparedSource): AnnotatedPassage {
  const { path, written } = newDealPlace(model, source);
  const names = new Set(model.dealsByName.keys());
  const text = outlineDeal({ path: written, prepared, names }, model.kinds);
  return {
    edits: [],
    creates: [{ path, text }],
    cursor: { file: path, offset: Math.max(0, text.indexOf('\ndeal ') + 1) },
  };
}
