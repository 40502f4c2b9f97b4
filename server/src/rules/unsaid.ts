import type { Lens } from '../conflicts/lens.ts';
import { type Clause, SILENT } from '../model/model.ts';
import { listed } from '../text/words.ts';

/**
 * What a verdict takes for granted of a clause that says nothing of a dimension that matters: "`runtime` names no scope and no
 * territory: it is taken to cover all".
 */
export function unsaidIn(
  lens: Lens,
  name: string,
  { values, measures, kind }: Clause,
  matters: (dimension: number) => boolean,
): string[] {
  const found: string[] = [];
  // Of all others, silence on who is a question of its own, or names the other side.
  const coversAnybody = kind.effects.every((effect) => effect === 'forbids');
  for (let index = 0; index < values.length; index++) {
    if (values[index] !== SILENT || measures?.has(index)) continue;
    const { name: dimension, question } = lens.model.regionDimensions[index];
    if (dimension === 'act' || (question === 'who' && (!coversAnybody || index === lens.parties))) continue;
    if (matters(index)) found.push(`no ${dimension}`);
  }
  return found.length === 0 ? [] : [`${name} names ${listed(found)}: it is taken to cover all`];
}
