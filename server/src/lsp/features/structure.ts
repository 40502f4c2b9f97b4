import type { FoldingRange, FoldingRangeParams, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { foldingRanges } from '../../editor/folding.ts';
import { selectionRanges } from '../../editor/selection-ranges.ts';
import { BadRequest } from '../failure.ts';
import { type FilePlace, offsetIn, rangeIn } from './place.ts';

export function foldsIn({ tree, lines, client }: FilePlace, _params: FoldingRangeParams): FoldingRange[] {
  return foldingRanges(tree).map(({ start, end, kind }) => {
    const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
    return {
      startLine: from.line,
      endLine: to.line,
      ...(client.foldWholeLines ? {} : { startCharacter: from.character, endCharacter: to.character }),
      ...(kind === 'comment' ? { kind } : {}),
    };
  });
}

export function selectionsIn(place: FilePlace, { positions }: SelectionRangeParams): SelectionRange[] {
  if (!Array.isArray(positions)) throw new BadRequest('the positions are missing');
  return positions.map((position) => {
    const offset = offsetIn(place, position);
    const outermostFirst = [...selectionRanges(place.tree, offset)].reverse();
    const whole = outermostFirst.reduce<SelectionRange | undefined>(
      (parent, span) => ({ range: rangeIn(place, span), ...(parent === undefined ? {} : { parent }) }),
      undefined,
    );
    return whole ?? { range: rangeIn(place, { start: offset, end: offset }) };
  });
}
