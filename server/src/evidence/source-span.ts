import type { Span } from '../text/span.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { Placement } from './quote-match.ts';
import { sectionAt } from './section.ts';

/** The original's range for a range of the folded text that is not empty. UTF-16 offsets. */
export function originalSpan(source: PreparedSource, start: number, end: number): Span {
  return { start: source.starts[start], end: source.ends[end - 1] };
}

/** How to name the innermost section at `offset` of the folded text; nothing where there is none. */
export function sectionNaming(source: PreparedSource, offset: number): Pick<Placement, 'section' | 'locator'> {
  const section = sectionAt(source.sections, offset);
  return section === undefined ? {} : { section: section.name, locator: section.locator };
}
