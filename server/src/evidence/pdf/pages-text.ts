import type { PageStart, ReadText } from '../read-text.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import type { DrawnPage } from './draw-pages.ts';
import { type Line, linesOf } from './lines.ts';
import { pageNotes } from './page-notes.ts';
import { readingOrder } from './reading-order.ts';
import { rowsOf } from './rows.ts';
import { runningLines } from './running-lines.ts';
import type { Run } from './text-runs.ts';

/** Lines further apart than the usual ones, by this much, are of two paragraphs. */
const PARAGRAPH_GAP = 1.3;

/** What a line is to the text: a part of it, a note that stands apart, or what runs along with the pages. */
type Role = 'text' | 'note' | 'running';

interface RoledLine {
  readonly line: Line;
  readonly role: Role;
}

/**
 * The pages as a text. Its original has all lines of all pages; quotes are looked for in what is no header, footer or page
 * number, first the text as it goes on from page to page, then the notes.
 */
export function pagesText(drawn: readonly DrawnPage[]): ReadText {
  const running = runningLines(drawn.map(({ main, top, bottom }) => ({ rows: rowsOf(main), top, bottom })));
  const stamps = recurring(drawn);
  const size = usualSize(drawn);
  const writer = createWriter();
  const blindPages: number[] = [];
  drawn.forEach((page, index) => {
    if (page.main.length + page.turned.length === 0) blindPages.push(index + 1);
    writer.page(index + 1);
    const order = readingOrder(page.main.filter((run) => !running.has(run)));
    const lines = linesOf(order);
    const notes = pageNotes(lines, size);
    const isNote = (number: string): boolean => notes.numbers.has(number);
    for (const { line, role } of inPrint(page, lines, notes.count, running, stamps)) writer.line(line, role, isNote);
  });
  if (blindPages.length === drawn.length) {
    throw new UnreadableSource(
      'it holds pictures of pages and no text: run text recognition (OCR) on it and save that',
    );
  }
  return { ...writer.end(), headings: [], ...(blindPages.length > 0 && { blindPages }) };
}

/** A page from top to bottom: its header, text and notes, what is written along its edges, its footer. */
function inPrint(
  { main, turned }: DrawnPage,
  lines: readonly Line[],
  noteCount: number,
  running: ReadonlySet<Run>,
  stamps: ReadonlySet<string>,
): readonly RoledLine[] {
  const roled = (list: readonly Line[], role: Role) => list.map((line) => ({ line, role }));
  const furniture = linesOf(rowsOf(main.filter((run) => running.has(run))).flatMap(({ runs }) => runs));
  const highest = lines.reduce((most, { y }) => Math.max(most, y), -Infinity);
  const textEnd = lines.length - noteCount;
  return [
    ...roled(
      furniture.filter(({ y }) => y >= highest),
      'running',
    ),
    ...roled(lines.slice(0, textEnd), 'text'),
    ...roled(lines.slice(textEnd), 'note'),
    ...linesOf(turned).map((line) => ({
      line,
      role: stamps.has(line.text) ? ('running' as const) : ('note' as const),
    })),
    ...roled(
      furniture.filter(({ y }) => y < highest),
      'running',
    ),
  ];
}

/** Texts of other directions that several pages have: "DRAFT" across the page, the number of a filing at its edge. */
function recurring(pages: readonly DrawnPage[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { turned } of pages) {
    const here = new Set(linesOf(turned).map(({ text }) => text));
    for (const text of here) (seen.has(text) ? several : seen).add(text);
  }
  return several;
}

/** The letter size that most letters have. */
function usualSize(pages: readonly DrawnPage[]): number {
  const letters = new Map<number, number>();
  for (const { main } of pages) {
    for (const { size, text } of main) {
      const rounded = Math.round(size * 4) / 4;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  }
  let usual = 0;
  let most = 0;
  for (const [size, count] of letters) if (count > most) [usual, most] = [size, count];
  return usual;
}

interface Writer {
  readonly page: (number: number) => void;
  readonly line: (line: Line, role: Role, isNote: (number: string) => boolean) => void;
  readonly end: () => Pick<ReadText, 'original' | 'text' | 'map' | 'pages' | 'bodyEnd'>;
}

/** Writes lines down as they are printed, and notes which parts of that are the text. */
function createWriter(): Writer {
  const parts: string[] = [];
  const pages: PageStart[] = [];
  /** Half-open ranges of what is written, by what they are. */
  const ranges: Record<'text' | 'note', number[]> = { text: [], note: [] };
  let length = 0;
  let last: Line | undefined;
  let pitch = Infinity;
  return {
    page: (page) => {
      // A line break stands before the first line, but for the first of all.
      pages.push({ start: length === 0 ? 0 : length + 1, page });
      last = undefined;
      pitch = Infinity;
    },
    line: (line, role, isNote) => {
      const step = last === undefined ? 0 : last.y - line.y;
      const isApart = step > PARAGRAPH_GAP * pitch;
      if (step > 0) pitch = Math.min(pitch, step);
      last = line;
      const start = length;
      const before = start === 0 ? '' : isApart ? '\n\n' : '\n';
      // The number of a note is set apart from its words by nothing but its size.
      const text = role === 'note' ? line.text.replace(/^(\d{1,3})(?=\p{L})/u, '$1 ') : line.text;
      parts.push(before, text);
      length += before.length + text.length;
      if (role === 'running') return;
      let from = start;
      for (const { at, number } of role === 'text' ? line.raised : []) {
        if (!isNote(number)) continue;
        const spaces = at - line.text.slice(0, at).trimEnd().length;
        ranges[role].push(from, start + before.length + at - spaces);
        from = start + before.length + at + number.length;
      }
      ranges[role].push(from, length);
    },
    end: () => ({ ...picked(`${parts.join('')}\n`, ranges), pages }),
  };
}

/** The text made of ranges of the original, with the map back. */
function picked(original: string, ranges: Readonly<Record<'text' | 'note', readonly number[]>>) {
  const all = [...ranges.text, ...ranges.note];
  const parts: string[] = [];
  let size = 0;
  for (let index = 0; index < all.length; index += 2) size += all[index + 1] - all[index];
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  let bodyEnd = 0;
  let at = 0;
  for (let index = 0; index < all.length; index += 2) {
    parts.push(original.slice(all[index], all[index + 1]));
    for (let offset = all[index]; offset < all[index + 1]; offset++, at++) {
      starts[at] = offset;
      ends[at] = offset + 1;
    }
    if (index < ranges.text.length) bodyEnd = at;
  }
  return { original, text: parts.join(''), map: { starts, ends }, ...(ranges.note.length > 0 && { bodyEnd }) };
}
