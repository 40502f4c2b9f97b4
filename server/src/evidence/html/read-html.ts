import { Parser } from 'htmlparser2';
import type { ReadText } from '../read-text.ts';
import { spacedLabel } from '../spaced-label.ts';
import { type Block, blocksOfRow, checkLength, textOfBlocks } from '../text-blocks.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { decodeHtml } from './decode-html.ts';
import { type HidingRules, hides, hidingRules } from './hiding-rules.ts';
import { type ListMarkers, listMarkers } from './list-markers.ts';

type Attributes = Readonly<Record<string, string>>;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What no reader sees, or what is no part of the text. A deletion (`del`) is not, an insertion is. */
const unseen = words(
  'head title script style template noscript noframes iframe frame object embed applet audio video canvas svg select datalist ' +
    'textarea button input del rt rp',
);
const blockTags = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot ' +
    'thead ul',
);
const listTags = words('ol ul menu dir');
const headingTag = /^h[1-6]$/;

/** Browsers stop nesting at 512. */
const DEEPEST = 1000;

/** Where blocks go: the page, or a cell of a table. */
interface Sink {
  readonly blocks: Block[];
  /** The block that is being written: the parts of its text as it will be shown, and whether these end with a space. */
  parts: string[];
  isAtSpace: boolean;
  level: number | undefined;
}

interface Element {
  readonly tag: string;
  readonly isPreformatted: boolean;
  /** What it opened that its end closes, beside a block. */
  role?: 'cell' | 'row' | 'table' | 'list' | 'superscript' | 'note link';
}

interface Reading {
  readonly elements: Element[];
  readonly sinks: Sink[];
  readonly rows: (readonly Block[])[][];
  /** How many rows each open table has so far. */
  readonly tables: number[];
  readonly lists: ListMarkers[];
  readonly rules: HidingRules;
  /** How deep the element is that hides all it holds; 0 where none does. */
  unseenFrom: number;
  /** Together these mark the reference to a note, either way round: `<sup><a href="#…">`. */
  superscripts: number;
  noteLinks: number;
  /** The number of an item, until its first text. */
  marker: string;
  length: number;
}

/**
 * The text of a web page as its reader sees it: a line a paragraph and a row of a table, items of lists with their
 * numbers, headings known as such. No script runs, nothing is fetched. Left out is what is hidden, by attributes, by
 * `style`, or by a simple rule of its own style sheets; bullets; and the marks of notes.
 */
export function readHtml(bytes: Uint8Array): ReadText {
  const reading: Reading = {
    elements: [],
    sinks: [emptySink()],
    rows: [],
    tables: [],
    lists: [],
    rules: hidingRules(),
    unseenFrom: 0,
    superscripts: 0,
    noteLinks: 0,
    marker: '',
    length: 0,
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => open(reading, tag, attributes),
    onclosetag: () => close(reading),
    ontext: (text) => write(reading, text),
  });
  parser.end(decodeHtml(bytes));
  endBlock(reading);
  return textOfBlocks(reading.sinks[0].blocks);
}

const emptySink = (): Sink => ({ blocks: [], parts: [], isAtSpace: true, level: undefined });

function open(reading: Reading, tag: string, attributes: Attributes): void {
  const { elements } = reading;
  if (elements.length === DEEPEST) throw new UnreadableSource(`its elements are nested more than ${DEEPEST} deep`);
  const outer = elements[elements.length - 1];
  const isPreformatted = tag === 'pre' || preformatted.test(attributes.style ?? '') || outer?.isPreformatted === true;
  const element: Element = { tag, isPreformatted };
  elements.push(element);
  if (reading.unseenFrom > 0) return;
  if (isUnseen(reading, tag, attributes)) reading.unseenFrom = elements.length;
  else start(reading, element, attributes);
}

const preformatted = /white-space\s*:\s*(?:pre|break-spaces)/i;

function isUnseen({ rules, superscripts, noteLinks }: Reading, tag: string, attributes: Attributes): boolean {
  if (unseen.has(tag) || attributes.hidden !== undefined) return true;
  if (tag === 'dialog' && attributes.open === undefined) return true;
  if (attributes.style !== undefined && hides(attributes.style)) return true;
  if (tag === 'sup' ? noteLinks > 0 : superscripts > 0 && isNoteLink(tag, attributes)) return true;
  return rules.match(tag, attributes);
}

const isNoteLink = (tag: string, { href }: Attributes): boolean => tag === 'a' && href?.startsWith('#') === true;

function start(reading: Reading, element: Element, attributes: Attributes): void {
  const { tag } = element;
  if (tag === 'br') breakLine(reading.sinks[reading.sinks.length - 1]);
  if (blockTags.has(tag)) endBlock(reading);
  if (headingTag.test(tag)) reading.sinks[reading.sinks.length - 1].level = Number(tag[1]);
  if (tag === 'li') reading.marker += reading.lists[reading.lists.length - 1]?.next(attributes) ?? '';
  element.role = roleOf(reading, tag, attributes);
  switch (element.role) {
    case 'superscript':
      reading.superscripts++;
      break;
    case 'note link':
      reading.noteLinks++;
      break;
    case 'list':
      reading.lists.push(listMarkers(tag, attributes));
      break;
    case 'table':
      reading.tables.push(0);
      break;
    case 'row':
      endBlock(reading);
      reading.rows.push([]);
      break;
    case 'cell':
      endBlock(reading);
      reading.sinks.push(emptySink());
  }
}

/** Rows outside of a table, and cells outside of a row, are like any other element. */
function roleOf({ tables, rows }: Reading, tag: string, attributes: Attributes): Element['role'] {
  if (tag === 'sup') return 'superscript';
  if (isNoteLink(tag, attributes)) return 'note link';
  if (listTags.has(tag)) return 'list';
  if (tag === 'table') return 'table';
  if (tag === 'tr' && tables.length > rows.length) return 'row';
  return (tag === 'td' || tag === 'th') && rows.length > 0 && rows.length === tables.length ? 'cell' : undefined;
}

function close(reading: Reading): void {
  const element = reading.elements[reading.elements.length - 1];
  // A tag that the page ends in is closed, but was never opened.
  if (element === undefined) return;
  if (reading.unseenFrom === 0) end(reading, element);
  if (reading.unseenFrom === reading.elements.length) reading.unseenFrom = 0;
  reading.elements.pop();
}

function end(reading: Reading, { tag, role }: Element): void {
  if (blockTags.has(tag)) endBlock(reading);
  switch (role) {
    case 'superscript':
      reading.superscripts--;
      break;
    case 'note link':
      reading.noteLinks--;
      break;
    case 'list':
      reading.lists.pop();
      break;
    case 'table':
      reading.tables.pop();
      break;
    case 'row':
      endRow(reading);
      break;
    case 'cell':
      endBlock(reading);
      reading.rows[reading.rows.length - 1].push(reading.sinks.pop()?.blocks ?? []);
  }
}

function endRow({ rows, tables, sinks }: Reading): void {
  const blocks = blocksOfRow(rows.pop() ?? [], tables[tables.length - 1]);
  if (blocks.length > 0) tables[tables.length - 1]++;
  for (const block of blocks) sinks[sinks.length - 1].blocks.push(block);
}

function breakLine(sink: Sink): void {
  const last = sink.parts.pop();
  sink.parts.push(last === undefined ? '' : last.replace(/[ \t]+$/, ''), '\n');
  sink.isAtSpace = true;
}

function endBlock(reading: Reading): void {
  const sink = reading.sinks[reading.sinks.length - 1];
  const text = spacedLabel(
    sink.parts
      .join('')
      .replace(/^\s*\n/, '')
      .trimEnd(),
  );
  const { level } = sink;
  sink.parts = [];
  sink.isAtSpace = true;
  sink.level = undefined;
  if (text.trim() === '') return;
  sink.blocks.push({ text: reading.marker + text, ...(level !== undefined && { level }) });
  reading.marker = '';
}

function write(reading: Reading, text: string): void {
  const element = reading.elements[reading.elements.length - 1];
  if (reading.unseenFrom > 0) {
    if (element?.tag === 'style') reading.rules.add(text);
    return;
  }
  reading.length += text.length;
  checkLength(reading.length);
  const sink = reading.sinks[reading.sinks.length - 1];
  const collapsed = element?.isPreformatted ? text : text.replace(/[ \t\n\r\f]+/g, ' ');
  const doubles = sink.isAtSpace && !element?.isPreformatted && collapsed.startsWith(' ');
  const shown = doubles ? collapsed.slice(1) : collapsed;
  if (shown === '') return;
  sink.parts.push(shown);
  sink.isAtSpace = /[ \t\n]$/.test(shown);
}
