import type { SectionLabel } from './section-label.ts';

/** A numbered or titled part of a source, with all that is nested in it. */
export interface Section {
  readonly kind: SectionLabel['kind'] | 'heading';
  /** Its numbers from the top, those of list items in parentheses: `['2', '1', '(a)']`. A heading without adds none. */
  readonly chain: readonly string[];
  /** How to name it in a sentence: `§2.1(a)`, `ARTICLE IV`, `“Exclusivity”`. */
  readonly name: string;
  /** What to write between `[` and `]` of a quote to mean it; starts with `§`. */
  readonly locator: string;
  /** The words of its heading, at most 120 UTF-16 units. */
  readonly title: string;
  /** Half-open range from its label to the next section of the same or a higher level. */
  readonly start: number;
  readonly end: number;
}

/**
 * What may be a section: its number stands within a line as one does that heads a section, but does not go on with the
 * count. It may prove a locator right; it never proves one wrong, and where it reaches no section is asserted.
 */
export interface DoubtfulSection {
  readonly path: readonly string[];
  /** Half-open range from its number to the next one. */
  readonly start: number;
  readonly end: number;
}

/** Both in the order of their starts. */
export interface Sections {
  readonly sections: readonly Section[];
  readonly doubtful: readonly DoubtfulSection[];
}

/** A section whose end has not been met yet. */
export interface OpenSection {
  readonly label: SectionLabel | undefined;
  /** Of a heading that the format marks; undefined for a line that only looks like one. */
  readonly level: number | undefined;
  /** UTF-16 units of white space before the label. */
  readonly indent: number;
  readonly section: Section & { end: number };
}

/** The innermost section at `offset`; undefined where there is none or what it is cannot be told for certain. */
export function sectionAt({ sections, doubtful }: Sections, offset: number): Section | undefined {
  if (offset < (doubtful[startedBy(doubtful, offset) - 1]?.end ?? 0)) return undefined;
  // Of those that start before it, the last that has not ended.
  for (let index = startedBy(sections, offset) - 1; index >= 0; index--) {
    if (offset < sections[index].end) return sections[index];
  }
  return undefined;
}

/** The innermost section that holds all of `offsets`, which ascend; undefined as for {@link sectionAt}. */
export function sectionOf(source: Sections, offsets: readonly number[]): Section | undefined {
  const last = offsets[offsets.length - 1];
  if (offsets.some((offset) => sectionAt(source, offset) === undefined)) return undefined;
  const { sections } = source;
  return sections.slice(0, startedBy(sections, offsets[0])).findLast(({ end }) => last < end);
}

/** How many of them, in the order of their starts, start at `offset` or before it. */
function startedBy(sections: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
