import { type Block, blocksOfRow, checkLength } from '../text-blocks.ts';
import type { ListCounter } from './count-lists.ts';
import { headingOf, isOn, type ParagraphSettings, type Styles } from './read-styles.ts';
import { readXml, type XmlElement, type XmlVisitor } from './read-xml.ts';
import { symbolText } from './symbols.ts';

/** What a document's text means beyond its own XML. */
export interface StoryContext {
  readonly styles: Styles;
  readonly lists: ListCounter;
}

/** A reference to a footnote or endnote, where the text has one. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

export interface Story {
  /** Whether the XML is that of a document at all. */
  readonly isDocument: boolean;
  readonly blocks: readonly Block[];
  readonly notes: readonly NoteReference[];
}

/**
 * Elements that no reader sees when all changes are accepted: what was deleted or moved away, settings as they were
 * before a change, the codes of fields, what stands by for older programs, the reading aids above ideographs.
 */
const unseen = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delInstrText',
  'w:delText',
  'w:fldData',
  'w:sdtPr',
  'w:rt',
  'mc:Fallback',
]);

interface Paragraph {
  style?: string;
  settings: { -readonly [Key in keyof ParagraphSettings]: ParagraphSettings[Key] };
  readonly parts: string[];
  /** Its mark was deleted, so the next paragraph goes on with its text; or it is hidden, which joins their lines. */
  mark: 'kept' | 'deleted' | 'hidden';
  /** Text boxes that hang on it. */
  readonly after: Block[];
}

interface Row {
  readonly cells: (readonly Block[])[];
  isDeleted: boolean;
}

/** Where paragraphs go: the text itself, a cell or a text box. */
interface Sink {
  readonly blocks: Block[];
  /** Text of paragraphs whose mark is gone, waiting for the rest of its line. */
  pending: string;
  /** It has its number already. */
  isNumbered: boolean;
}

interface Reading {
  readonly context: StoryContext;
  readonly path: string[];
  readonly sinks: Sink[];
  readonly paragraphs: Paragraph[];
  readonly rows: Row[];
  /** How many rows each open table has so far. */
  readonly tables: number[];
  /** For each field that is open, whether its result has begun. */
  readonly fields: boolean[];
  readonly notes: NoteReference[];
  /** Whether the run's text is hidden, where run or character style says so. */
  hidden: { byRun?: boolean; byStyle?: boolean };
  /** How deep the element is that hides all it holds; 0 where none does. */
  unseenFrom: number;
  /** For each choice between ways to show one thing that is open, whether one was taken. */
  readonly taken: boolean[];
  length: number;
}

/** The text of a part of a document: its body; with `note`, one footnote of those that the part holds. */
export function readStory(xml: Uint8Array, context: StoryContext): Story {
  const reading = startReading(context);
  const { open, close, text } = visitor(reading);
  let isDocument = false;
  readXml(xml, {
    text,
    close,
    open(element) {
      if (element.name === 'w:body') isDocument = true;
      open(element);
    },
  });
  return { isDocument, blocks: finish(reading.sinks[0]), notes: reading.notes };
}

/** The notes of a part, by their id. */
export function readNotes(xml: Uint8Array | undefined, context: StoryContext): ReadonlyMap<string, readonly Block[]> {
  const notes = new Map<string, readonly Block[]>();
  if (xml === undefined) return notes;
  const reading = startReading(context);
  const { open, close, text } = visitor(reading);
  let id = '';
  readXml(xml, {
    text,
    open(element) {
      if (isNote(element.name)) id = element.attribute('id') ?? '';
      open(element);
    },
    close(name) {
      close(name);
      if (isNote(name)) notes.set(id, finish(reading.sinks[0]));
    },
  });
  return notes;
}

const isNote = (name: string): boolean => name === 'w:footnote' || name === 'w:endnote';

function startReading(context: StoryContext): Reading {
  return {
    context,
    path: [],
    sinks: [emptySink()],
    paragraphs: [],
    rows: [],
    tables: [],
    fields: [],
    notes: [],
    hidden: {},
    unseenFrom: 0,
    taken: [],
    length: 0,
  };
}

const emptySink = (): Sink => ({ blocks: [], pending: '', isNumbered: false });

/** Takes what has been gathered. */
function finish(sink: Sink): readonly Block[] {
  const last = takePending(sink).trim();
  return sink.blocks.splice(0).concat(last === '' ? [] : [{ text: last }]);
}

function takePending(sink: Sink): string {
  const { pending } = sink;
  sink.pending = '';
  sink.isNumbered = false;
  return pending;
}

function visitor(reading: Reading): Required<XmlVisitor> {
  const { path } = reading;
  return {
    open(element) {
      path.push(element.name);
      if (reading.unseenFrom > 0) return;
      if (isUnseen(reading, element)) reading.unseenFrom = path.length;
      else open(reading, element);
    },
    close(name) {
      if (reading.unseenFrom === 0) close(reading, name);
      if (reading.unseenFrom === path.length) reading.unseenFrom = 0;
      path.pop();
    },
    text(text) {
      const name = path[path.length - 1];
      if (reading.unseenFrom === 0 && (name === 'w:t' || name === 'm:t')) write(reading, text);
    },
  };
}

function isUnseen(reading: Reading, { name }: XmlElement): boolean {
  const parent = reading.path[reading.path.length - 2];
  // There they mark the end of the paragraph, or the row, and hold nothing.
  if (parent === 'w:rPr' || parent === 'w:trPr' || parent === 'w:numPr') return name.endsWith('Change');
  if (name === 'mc:Choice') {
    const [last] = reading.taken.splice(-1, 1, true);
    return last === true;
  }
  return unseen.has(name) || name.endsWith('Change');
}

function open(reading: Reading, element: XmlElement): void {
  const paragraph = reading.paragraphs[reading.paragraphs.length - 1];
  const row = reading.rows[reading.rows.length - 1];
  switch (element.name) {
    case 'w:p':
      reading.paragraphs.push({ settings: {}, parts: [], mark: 'kept', after: [] });
      break;
    case 'w:tr':
      reading.rows.push({ cells: [], isDeleted: false });
      break;
    case 'w:tc':
    case 'w:txbxContent':
      reading.sinks.push(emptySink());
      break;
    case 'w:tbl':
      reading.tables.push(0);
      break;
    case 'mc:AlternateContent':
      reading.taken.push(false);
      break;
    case 'w:r':
      reading.hidden = {};
      break;
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      if (!isHidden(reading)) reading.notes.push({ kind, id: element.attribute('id') ?? '' });
      break;
    }
    case 'w:fldChar':
      setField(reading, element.attribute('fldCharType'));
      break;
    case 'w:del':
    case 'w:moveFrom':
      if (row !== undefined && reading.path.at(-2) === 'w:trPr') row.isDeleted = true;
      else if (paragraph !== undefined && isOfMark(reading)) paragraph.mark = 'deleted';
      break;
    default:
      if (reading.path[reading.path.length - 2] === 'w:r') writeSign(reading, element);
      else if (paragraph !== undefined) set(reading, paragraph, element);
  }
}

/** In the settings of the paragraph's mark: `w:p/w:pPr/w:rPr/…`. */
const isOfMark = ({ path }: Reading): boolean => path.at(-2) === 'w:rPr' && path.at(-3) === 'w:pPr';

function setField({ fields }: Reading, type: string | undefined): void {
  if (type === 'begin') fields.push(false);
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = true;
  else if (type === 'end') fields.pop();
}

/** Settings of the paragraph, of its mark, and of the run. */
function set(reading: Reading, paragraph: Paragraph, element: XmlElement): void {
  const { settings } = paragraph;
  const value = element.attribute('val') ?? '';
  switch (element.name) {
    case 'w:pStyle':
      paragraph.style = value;
      break;
    case 'w:numId':
      settings.list = value;
      break;
    case 'w:ilvl':
      settings.level = Number(value);
      break;
    case 'w:outlineLvl':
      settings.heading = headingOf(value);
      break;
    case 'w:vanish':
    case 'w:specVanish':
      if (isOfMark(reading)) {
        if (isOn(element) && paragraph.mark === 'kept') paragraph.mark = 'hidden';
      } else if (element.name === 'w:vanish') reading.hidden.byRun = isOn(element);
      break;
    case 'w:rStyle':
      if (!isOfMark(reading)) reading.hidden.byStyle = reading.context.styles.isHidden(value);
      break;
  }
}

/** What stands in a run for characters that are not written as such. */
function writeSign(reading: Reading, element: XmlElement): void {
  switch (element.name) {
    case 'w:tab':
    case 'w:ptab':
      write(reading, '\t');
      break;
    case 'w:br':
    case 'w:cr':
      write(reading, '\n');
      break;
    case 'w:noBreakHyphen':
      write(reading, '\u2011');
      break;
    case 'w:softHyphen':
      write(reading, '\u00ad');
      break;
    case 'w:sym':
      write(reading, symbolText(element.attribute('font'), element.attribute('char')));
      break;
  }
}

function write(reading: Reading, text: string): void {
  const paragraph = reading.paragraphs[reading.paragraphs.length - 1];
  if (paragraph === undefined || isHidden(reading) || reading.fields.includes(false)) return;
  reading.length += text.length;
  checkLength(reading.length);
  paragraph.parts.push(text);
}

function isHidden({ hidden, paragraphs, context }: Reading): boolean {
  const { style } = paragraphs[paragraphs.length - 1] ?? {};
  return hidden.byRun ?? hidden.byStyle ?? context.styles.paragraph(style).isHidden ?? false;
}

function close(reading: Reading, name: string): void {
  const { sinks, rows, paragraphs } = reading;
  switch (name) {
    case 'w:p':
      endParagraph(reading);
      break;
    case 'w:tc': {
      const cell = sinks.pop();
      if (cell !== undefined) rows[rows.length - 1]?.cells.push(finish(cell));
      break;
    }
    case 'w:tr':
      endRow(reading);
      break;
    case 'w:tbl':
      reading.tables.pop();
      break;
    case 'w:txbxContent': {
      const box = sinks.pop();
      if (box !== undefined) paragraphs[paragraphs.length - 1]?.after.push(...finish(box));
      break;
    }
    case 'mc:AlternateContent':
      reading.taken.pop();
      break;
  }
}

function endRow({ sinks, rows, tables }: Reading): void {
  const row = rows.pop();
  if (row === undefined || row.isDeleted) return;
  const blocks = blocksOfRow(row.cells, tables[tables.length - 1]);
  if (blocks.length > 0) tables[tables.length - 1]++;
  for (const block of blocks) sinks[sinks.length - 1].blocks.push(block);
}

function endParagraph(reading: Reading): void {
  const paragraph = reading.paragraphs.pop();
  const sink = reading.sinks[reading.sinks.length - 1];
  if (paragraph === undefined) return;
  reading.hidden = {};
  const text = paragraph.parts.join('');
  switch (paragraph.mark) {
    case 'deleted':
      sink.pending += text;
      break;
    case 'hidden':
      // A paragraph that is hidden as a whole has no number either.
      if (text === '') break;
      sink.pending = (sink.isNumbered ? '' : numberOf(reading, paragraph)) + sink.pending + text;
      sink.isNumbered = true;
      break;
    case 'kept': {
      const number = sink.isNumbered ? '' : numberOf(reading, paragraph);
      const whole = (number + takePending(sink) + text).trim();
      const level = settingsOf(reading, paragraph).heading ?? 0;
      if (whole !== '') sink.blocks.push({ text: whole, ...(level > 0 && { level }) });
    }
  }
  sink.blocks.push(...paragraph.after);
}

const settingsOf = ({ context }: Reading, { style, settings }: Paragraph) => ({
  ...context.styles.paragraph(style),
  ...settings,
});

/** The number that a paragraph shows, with the space after it; '' if it is in no list. */
function numberOf({ context }: Reading, { style, settings }: Paragraph): string {
  const inherited = context.styles.paragraph(style);
  const list = settings.list ?? inherited.list;
  if (list === undefined || list === '0') return '';
  const { levelOfStyle, next } = context.lists;
  const styles = settings.list === undefined ? [style, inherited.listStyle] : [];
  const [byStyle] = styles.flatMap((id) => (id === undefined ? [] : (levelOfStyle(list, id) ?? [])));
  return next(list, settings.level ?? byStyle ?? (settings.list === undefined ? inherited.level : undefined) ?? 0);
}
