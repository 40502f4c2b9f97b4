import type { PdfAnnotation, PdfDocument, PdfPage, PdfTextItem } from 'deal:pdf-library';
import { checkLength } from '../text-blocks.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { type PageRuns, type Run, textRuns } from './text-runs.ts';

/** The text of a page with its places. */
export interface DrawnPage extends PageRuns {
  /** The `y` of its upper and lower edge. */
  readonly top: number;
  readonly bottom: number;
}

const MOST_PAGES = 5000;
/** Pieces of text on all pages together. */
const MOST_ITEMS = 3_000_000;
/** Milliseconds. A page takes ten or so: beyond this the file was made to take long. */
const MOST_TIME = 60_000;
/** Letters that no script has: what is left where a font does not say which letters its signs are. */
const unreadable = /[\ufffd\p{Co}\p{Cc}]/gu;
const LEAST_READABLE = 0.8;

/** Takes the text out of the pages, one after the other, and leaves everything else a turn after each. */
export async function drawPages(document: PdfDocument): Promise<readonly DrawnPage[]> {
  if (document.numPages > MOST_PAGES) throw new UnreadableSource(`it has more than ${MOST_PAGES} pages: split it`);
  const deadline = performance.now() + MOST_TIME;
  const pages: DrawnPage[] = [];
  const count = { items: 0, letters: 0, unreadable: 0 };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const items = await itemsOf(page, count, deadline);
    const fields = (await page.getAnnotations()).flatMap((annotation) => fieldRun(annotation) ?? []);
    const { main, turned } = textRuns(items);
    const [, bottom, , top] = edgesOf(page, main);
    pages.push({ main: fields.reduce(withField, main), turned, top, bottom });
    page.cleanup();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (count.unreadable > (1 - LEAST_READABLE) * count.letters) {
    throw new UnreadableSource('its fonts do not say which letters they show: run text recognition (OCR) on it');
  }
  return pages;
}

async function itemsOf(
  page: PdfPage,
  count: { items: number; letters: number; unreadable: number },
  deadline: number,
): Promise<readonly PdfTextItem[]> {
  const items: PdfTextItem[] = [];
  const reader = page.streamTextContent().getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const item of chunk.value.items) {
      if (!('str' in item)) continue;
      items.push(item);
      count.letters += item.str.length;
      count.unreadable += item.str.match(unreadable)?.length ?? 0;
    }
    count.items += chunk.value.items.length;
    checkLength(count.letters);
    if (count.items > MOST_ITEMS) throw new UnreadableSource('it holds far more pieces of text than a contract');
    if (performance.now() > deadline) throw new UnreadableSource('it takes longer than a minute to read');
  }
  return items;
}

/** Of a page whose text is turned, the edges of the text. */
function edgesOf({ view }: PdfPage, runs: readonly Run[]): readonly number[] {
  const [, bottom, , top] = view;
  if (runs.every(({ y }) => y >= bottom && y <= top)) return view;
  const heights = runs.map(({ y }) => y);
  return [0, heights.reduce((a, b) => Math.min(a, b)), 0, heights.reduce((a, b) => Math.max(a, b))];
}

/** What was filled into a field of a form, in place; undefined for anything else. */
function fieldRun({ subtype, fieldType, fieldValue, hidden, rect }: PdfAnnotation): Run | undefined {
  if (subtype !== 'Widget' || hidden === true || (fieldType !== 'Tx' && fieldType !== 'Ch')) return undefined;
  const text = Array.isArray(fieldValue) ? fieldValue.join(', ') : fieldValue;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const [left, bottom, right, top] = rect;
  const size = Math.min(top - bottom, 12);
  const lines = text.split(/\r\n?|\n/).length;
  const y = lines > 1 ? top - size : bottom + (top - bottom - size) / 2 + size * 0.2;
  return { text: text.trim(), left, right, y, size, raised: [] };
}

/** Puts a field's text behind what is left of it on its line. */
function withField(runs: readonly Run[], field: Run): readonly Run[] {
  let at = -1;
  runs.forEach((run, index) => {
    const isBeside = Math.abs(run.y - field.y) < field.size * 0.6 && run.left < field.left;
    if (isBeside && (at < 0 || run.left > runs[at].left)) at = index;
  });
  if (at < 0) return [...runs, field];
  return [...runs.slice(0, at + 1), { ...field, y: runs[at].y }, ...runs.slice(at + 1)];
}
