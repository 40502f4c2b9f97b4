import type { Span } from '../text/span.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { Placement } from './quote-match.ts';
import { sectionAt } from './section.ts';

/** The original's range for a range of the folded text that is not empty. UTF-16 offsets. */
export function originalSpan(source: PreparedSource, start: number, end: number): Span {
  return { start: source.starts[start], end: source.ends[end - 1] };
}

/** How to name the innermost section at `offset` of the folded text, and its page; nothing where there is none. */
export function sectionNaming(source: PreparedSource, offset: number): Pick<Placement, 'section' | 'locator' | 'page'> {
  const section = sectionAt(source, offset);
  const page = pageAt(source.pages, source.starts[offset]);
  return {
    ...(section !== undefined && { section: section.name, locator: section.locator }),
    ...(page !== undefined && { page }),
  };
}

/** The page at `offset` of the original. */
export function pageAt(pages: PreparedSource['pages'], offset: number): number | undefined {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pages[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return pages[low - 1]?.page;
}
