import { ExportProblem } from '../export-problem.ts';

/** A tag of an XML text. UTF-16 offsets, `end` behind its `>`. */
export interface XmlTag {
  /** With its prefix, as written: `w:p`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isSelfClosing: boolean;
}

export interface XmlScan {
  readonly open: (tag: XmlTag) => void;
  /** Follows at once on the opening of a tag that closes itself. */
  readonly close: (tag: XmlTag) => void;
  /** A run of text between two tags, entities and all; or the inside of a CDATA section. */
  readonly text?: (start: number, end: number, isLiteral: boolean) => void;
}

/** Word nests tables and text boxes a few levels deep, and no deeper than this. */
const DEEPEST = 2000;
const NAME = /[^\s/>=<"'&]+/y;

/**
 * Walks through an XML text and says where everything stands, so that it can be changed in some places and stay what it is
 * in all others. Stops at what is not well formed, and at a document type declaration, which no word processor writes.
 */
export function scanXml(text: string, scan: XmlScan): void {
  const open: string[] = [];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const end = next < 0 ? text.length : next;
      scan.text?.(at, end, false);
      at = end;
    } else if (text[at + 1] === '!' || text[at + 1] === '?') {
      at = skipSpecial(text, at, scan);
    } else if (text[at + 1] === '/') {
      const end = endOf(text, '>', at);
      const name = text.slice(at + 2, end - 1).trimEnd();
      if (open.pop() !== name) throw malformed();
      scan.close({ name, start: at, end, isSelfClosing: false });
      at = end;
    } else {
      const tag = readTag(text, at);
      scan.open(tag);
      if (tag.isSelfClosing) scan.close(tag);
      else if (open.push(tag.name) > DEEPEST) throw new ExportProblem(`its parts are nested more than ${DEEPEST} deep`);
      at = tag.end;
    }
  }
  if (open.length > 0) throw malformed();
}

function readTag(text: string, start: number): XmlTag {
  NAME.lastIndex = start + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) throw malformed();
  // A `>` may stand in the value of an attribute.
  let at = start + 1 + name.length;
  for (; at < text.length && text[at] !== '>'; at++) {
    if (text[at] === '<') throw malformed();
    if (text[at] !== '"' && text[at] !== "'") continue;
    at = text.indexOf(text[at], at + 1);
    if (at < 0) throw malformed();
  }
  if (at >= text.length) throw malformed();
  return { name, start, end: at + 1, isSelfClosing: text[at - 1] === '/' };
}

/** Behind a comment, a processing instruction or a CDATA section. */
function skipSpecial(text: string, at: number, scan: XmlScan): number {
  if (text.startsWith('<!--', at)) return endOf(text, '-->', at);
  if (text.startsWith('<?', at)) return endOf(text, '?>', at);
  if (text.startsWith('<![CDATA[', at)) {
    const end = endOf(text, ']]>', at);
    scan.text?.(at + 9, end - 3, true);
    return end;
  }
  throw new ExportProblem('its XML declares a document type, which no word processor does: save it anew');
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw malformed();
  return at + mark.length;
}

const malformed = () => new ExportProblem('it is damaged: its XML is not well formed');

/** The value of an attribute of a tag, entities resolved; `name` with its prefix. */
export function attributeOf(text: string, { start, end }: XmlTag, name: string): string | undefined {
  const pattern = /([^\s=<"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  for (const [, found, double, single] of text.slice(start, end).matchAll(pattern)) {
    if (found === name) return withoutEntities(double ?? single);
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML's own entities and references to characters resolved; anything else stays as it is. */
export const withoutEntities = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hexadecimal, decimal, named) => {
    if (named !== undefined) return ENTITIES[named.toLowerCase()];
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** A text as the content of an element or the value of an attribute. What XML cannot hold is taken out. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no other way to say which characters it bars.
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
