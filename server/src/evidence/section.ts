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

/** A section whose end has not been met yet. */
export interface OpenSection {
  readonly label: SectionLabel | undefined;
  /** Of a heading that the format marks; undefined for a line that only looks like one. */
  readonly level: number | undefined;
  /** UTF-16 units of white space before the label. */
  readonly indent: number;
  readonly section: Section & { end: number };
}

/** The innermost section at `offset`; `sections` are in the order of their starts. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  // Of those that start before it, the last that has not ended.
  for (let index = low - 1; index >= 0; index--) if (offset < sections[index].end) return sections[index];
  return undefined;
}
