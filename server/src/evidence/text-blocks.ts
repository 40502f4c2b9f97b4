import type { ReadText } from './read-text.ts';
import { UnreadableSource } from './unreadable-source.ts';

/** A paragraph, a heading or a row of a table, as a reader sees it. It may hold line breaks. */
export interface Block {
  readonly text: string;
  /** Of a heading that the format marks: 1 is the highest. */
  readonly level?: number;
  /** It belongs to the block before: no blank line comes between. */
  readonly isTight?: boolean;
}

/** In UTF-16 units: a contract of six thousand pages. Preparing a text takes some forty bytes of memory for each. */
export const LARGEST_TEXT = 16_000_000;

export function checkLength(length: number): void {
  if (length <= LARGEST_TEXT) return;
  throw new UnreadableSource(
    `its text is too long (at most ${LARGEST_TEXT / 1_000_000} million characters are read): split it into several files`,
  );
}

/**
 * A row of a table, given what its cells hold: one line with a tab between cells. Where all is in one cell, its blocks
 * are what they would be outside: pages are laid out with tables. `rowsBefore` counts those of the same table.
 */
export function blocksOfRow(cells: readonly (readonly Block[])[], rowsBefore: number): readonly Block[] {
  const full = cells.filter((blocks) => blocks.length > 0);
  if (full.length < 2) return full[0] ?? [];
  const text = full.map((blocks) => blocks.map((block) => block.text).join('\n')).join('\t');
  return [{ text, ...(rowsBefore > 0 && { isTight: true }) }];
}

/** The blocks as one text, in which positions are given and which people read; `aside` is what stands apart from it. */
export function textOfBlocks(blocks: readonly Block[], aside: readonly Block[] = []): ReadText {
  const headings: { start: number; level: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = ({ text, level, isTight }: Block): void => {
    if (text === '') return;
    const between = length === 0 ? '' : isTight ? '\n' : '\n\n';
    if (level !== undefined) headings.push({ start: length + between.length, level });
    parts.push(between, text);
    length += between.length + text.length;
  };
  blocks.forEach(add);
  const bodyEnd = length;
  aside.forEach(add);
  parts.push('\n');
  return { text: parts.join(''), headings, ...(aside.length > 0 && { bodyEnd }) };
}
