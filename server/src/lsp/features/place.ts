import type { Location, Position, Range } from 'vscode-languageserver';
import type { Analysis } from '../../portfolio/check.ts';
import type { Tree } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import type { ClientFeatures } from '../client-features.ts';
import { isPosition } from '../documents.ts';
import { BadRequest } from '../failure.ts';
import { type Lines, rangeOf, spanOf } from '../lines.ts';
import type { Places } from '../places.ts';
import type { Portfolio } from '../portfolio.ts';

/** A `.deal` file that a request is about, checked as it is now. */
export interface FilePlace {
  readonly portfolio: Portfolio;
  /** Relative to the portfolio's root. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly tree: Tree;
  readonly lines: Lines;
  readonly places: Places;
  readonly client: ClientFeatures;
}

/** The offset of a position; one outside of the text counts as its nearest end. */
export function offsetIn({ lines }: FilePlace, position: Position | undefined): number {
  if (!isPosition(position)) throw new BadRequest('the position has no line and character');
  return lines.offsetAt(position);
}

export function spanIn({ lines }: FilePlace, range: Range | undefined): Span {
  if (!isPosition(range?.start) || !isPosition(range?.end)) throw new BadRequest('the range has no start and end');
  return spanOf(lines, range);
}

/** Where a span of the file itself is. */
export const rangeIn = ({ lines }: FilePlace, span: Span): Range => rangeOf(lines, span);

/** Where a span of any file of the portfolio is. */
export const locationIn = ({ portfolio, places }: FilePlace, file: string, span: Span): Location =>
  places.location(portfolio, file, span);
