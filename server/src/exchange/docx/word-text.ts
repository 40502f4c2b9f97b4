import { ExportProblem } from '../export-problem.ts';
import { attributeOf, scanXml, withoutEntities, type XmlTag } from './scan-xml.ts';

/** The text of a Word document's body, and for each of its characters where it stands in the XML. */
export interface WordText {
  readonly xml: string;
  /** The prefix of the elements of WordprocessingML with its colon; '' where it is the default namespace. */
  readonly prefix: string;
  /** That of its attributes, which have no default namespace. */
  readonly attributePrefix: string;
  /** What declares that prefix on an element that is put in; '' where the document does. */
  readonly declaration: string;
  readonly isStrict: boolean;
  /** A line a paragraph. */
  readonly text: string;
  /** For each UTF-16 unit of the text, where it starts and ends in the XML: of a line end, where its paragraph ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** For each unit the index of its run; -1 for a line end. */
  readonly runs: Int32Array;
  readonly allRuns: readonly WordRun[];
}

/** A run: a stretch of text of one look. Offsets into the XML. */
export interface WordRun {
  readonly start: number;
  readonly end: number;
  /** Its opening tag, and its settings if it has any. */
  readonly tag: string;
  readonly settings: string;
  /** Where what it shows begins, behind its settings. */
  readonly contentStart: number;
  /** The texts in it, in order. */
  readonly texts: readonly WordTextElement[];
}

/** `<w:t>…</w:t>`. Offsets into the XML. */
export interface WordTextElement {
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly keepsSpace: boolean;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** What is not in the text that a reader sees, or where no comment can be: text boxes have none. */
const LEFT_OUT = ['del', 'moveFrom', 'txbxContent', 'rt', 'sdtPr', 'pPr', 'rPrChange', 'pPrChange'];
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};

interface Reading {
  readonly xml: string;
  readonly prefix: string;
  readonly attributePrefix: string;
  readonly units: string[];
  readonly starts: number[];
  readonly ends: number[];
  readonly runs: number[];
  readonly allRuns: WordRun[];
  readonly path: string[];
  /** Depth of the element whose inside is left out; 0 outside of any. */
  leftOutFrom: number;
  /** For each field that is open, whether its result has begun. */
  readonly fields: boolean[];
  run: { -readonly [Key in keyof WordRun]: WordRun[Key] } | undefined;
  /** Depth of the run. */
  runDepth: number;
  readonly texts: { -readonly [Key in keyof WordTextElement]: WordTextElement[Key] }[];
  settingsStart: number;
  isHidden: boolean;
  /** Ideographs with reading aids above: where the element starts, and how many units came before it. */
  ruby: { readonly start: number; readonly units: number } | undefined;
}

/**
 * Reads the XML of a document's main part. Text that was deleted or moved away, codes of fields, text boxes and what stands
 * by for older programs are left out.
 */
export function readWordText(xml: string): WordText {
  const root = rootOf(xml);
  const { prefix, attributePrefix } = root;
  const reading: Reading = {
    xml,
    prefix,
    attributePrefix,
    units: [],
    starts: [],
    ends: [],
    runs: [],
    allRuns: [],
    path: [],
    leftOutFrom: 0,
    fields: [],
    run: undefined,
    runDepth: 0,
    texts: [],
    settingsStart: -1,
    isHidden: false,
    ruby: undefined,
  };
  scanXml(xml, {
    open: (tag) => open(reading, tag),
    close: (tag) => close(reading, tag),
    text: (start, end, isLiteral) => text(reading, start, end, isLiteral),
  });
  return {
    xml,
    ...root,
    text: reading.units.join(''),
    starts: Int32Array.from(reading.starts),
    ends: Int32Array.from(reading.ends),
    runs: Int32Array.from(reading.runs),
    allRuns: reading.allRuns,
  };
}

/** The prefixes under which the root element has WordprocessingML. */
function rootOf(xml: string): Pick<WordText, 'prefix' | 'attributePrefix' | 'declaration' | 'isStrict'> {
  const root = /<(?![?!])[^>]*>/.exec(xml)?.[0] ?? '';
  const prefix = /^<([\w.-]+:)?/.exec(root)?.[1] ?? '';
  const declared = [...root.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g)]
    .filter(([, , namespace]) => namespace === TRANSITIONAL || namespace === STRICT)
    .map(([, name, namespace]) => ({ prefix: name === undefined ? '' : `${name}:`, namespace }));
  const own = declared.find((one) => one.prefix === prefix);
  if (own === undefined) throw new ExportProblem('it is no Word document: its main part does not say so');
  const named = prefix === '' ? declared.find((one) => one.prefix !== '')?.prefix : prefix;
  return {
    prefix,
    attributePrefix: named ?? 'w:',
    declaration: named === undefined ? ` xmlns:w="${own.namespace}"` : '',
    isStrict: own.namespace === STRICT,
  };
}

/** The name without the prefix of WordprocessingML; of another namespace, as it is. */
const localName = ({ prefix }: Reading, name: string): string =>
  name.startsWith(prefix) && !name.slice(prefix.length).includes(':') ? name.slice(prefix.length) : name;

function open(reading: Reading, tag: XmlTag): void {
  const name = localName(reading, tag.name);
  reading.path.push(name);
  if (reading.leftOutFrom > 0) return;
  if (LEFT_OUT.includes(name) || name === 'mc:Fallback') {
    reading.leftOutFrom = reading.path.length;
    return;
  }
  if (name === 'fldChar') setField(reading, attributeOf(reading.xml, tag, `${reading.attributePrefix}fldCharType`));
  else if (name === 'r' && reading.run === undefined && !tag.isSelfClosing) openRun(reading, tag);
  else if (reading.run !== undefined && reading.path.length === reading.runDepth + 1) openInRun(reading, name, tag);
  else if (name === 'vanish' && reading.run !== undefined && reading.path.at(-2) === 'rPr') {
    const value = attributeOf(reading.xml, tag, `${reading.attributePrefix}val`) ?? '1';
    reading.isHidden = !['0', 'false', 'off'].includes(value);
  }
}

function openRun(reading: Reading, { start, end }: XmlTag): void {
  const tag = reading.xml.slice(start, end);
  reading.run = { start, end, tag, settings: '', contentStart: end, texts: [] };
  reading.runDepth = reading.path.length;
  reading.texts.length = 0;
  reading.settingsStart = -1;
  reading.isHidden = false;
}

function openInRun(reading: Reading, name: string, tag: XmlTag): void {
  if (name === 'rPr') reading.settingsStart = tag.start;
  else if (name === 't' && !tag.isSelfClosing) {
    const keepsSpace = attributeOf(reading.xml, tag, 'xml:space') === 'preserve';
    reading.texts.push({ start: tag.start, contentStart: tag.end, contentEnd: tag.end, end: tag.end, keepsSpace });
  } else if (name === 'ruby') reading.ruby = { start: tag.start, units: reading.units.length };
  else if (Object.hasOwn(SIGNS, name) && isShown(reading)) add(reading, SIGNS[name], tag.start, tag.end);
}

/** Neither hidden nor part of the code of a field. */
const isShown = ({ fields, isHidden }: Reading): boolean => !isHidden && !fields.includes(false);

function setField({ fields }: Reading, type: string | undefined): void {
  if (type === 'begin') fields.push(false);
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = true;
  else if (type === 'end') fields.pop();
}

function add({ units, starts, ends, runs, allRuns, run }: Reading, unit: string, start: number, end: number): void {
  units.push(unit);
  starts.push(start);
  ends.push(end);
  runs.push(run === undefined ? -1 : allRuns.length);
}

function text(reading: Reading, start: number, end: number, isLiteral: boolean): void {
  const { path, run, runDepth, ruby } = reading;
  const name = path[path.length - 1];
  const isText = name === 't' && run !== undefined && (path.length === runDepth + 1 || ruby !== undefined);
  // Formulas are no runs: they are read, but nothing starts or ends within them.
  if (reading.leftOutFrom > 0 || !isShown(reading) || !(isText || (name === 'm:t' && run === undefined))) return;
  // Within a CDATA section a run cannot be split by putting tags into it.
  if (isLiteral)
    throw new ExportProblem('its text is written in CDATA sections, which no word processor does: save it anew');
  for (let at = start; at < end; ) {
    const entity = reading.xml[at] === '&' ? reading.xml.indexOf(';', at) + 1 : 0;
    const next = entity > at && entity <= end ? entity : at + 1;
    const character = withoutEntities(reading.xml.slice(at, next));
    for (const unit of character.split('')) add(reading, unit, at, next);
    at = next;
  }
}

function close(reading: Reading, tag: XmlTag): void {
  const name = reading.path[reading.path.length - 1];
  if (reading.leftOutFrom === 0) closeShown(reading, name, tag);
  if (reading.leftOutFrom === reading.path.length) reading.leftOutFrom = 0;
  reading.path.pop();
}

function closeShown(reading: Reading, name: string, tag: XmlTag): void {
  const { run, path } = reading;
  if (name === 'p') {
    // Of the line end no run is part.
    add({ ...reading, run: undefined }, '\n', tag.start, tag.start);
  } else if (run !== undefined && path.length === reading.runDepth) {
    reading.allRuns.push({ ...run, end: tag.end, texts: [...reading.texts] });
    reading.run = undefined;
  } else if (run !== undefined && path.length === reading.runDepth + 1) closeInRun(reading, run, name, tag);
}

function closeInRun(reading: Reading, run: NonNullable<Reading['run']>, name: string, tag: XmlTag): void {
  const { ends, starts, texts, ruby, xml } = reading;
  const last = texts[texts.length - 1];
  if (name === 'rPr') {
    run.settings = xml.slice(reading.settingsStart, tag.end);
    run.contentStart = tag.end;
  } else if (name === 't' && last !== undefined && !tag.isSelfClosing) {
    last.contentEnd = tag.start;
    last.end = tag.end;
  } else if (name === 'ruby' && ruby !== undefined) {
    starts.fill(ruby.start, ruby.units);
    ends.fill(tag.end, ruby.units);
    reading.ruby = undefined;
  } else if (Object.hasOwn(SIGNS, name) && isShown(reading)) ends[ends.length - 1] = tag.end;
}
