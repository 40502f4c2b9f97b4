import { Parser } from 'htmlparser2';
import { UnreadableSource } from '../unreadable-source.ts';

/** An element of a word processor's XML. Names carry the usual prefix of their namespace, whatever the file calls it. */
export interface XmlElement {
  /** `w:p`; of a namespace not known here: `?:p`. */
  readonly name: string;
  /** An attribute by its local name: `val` for `w:val`. */
  readonly attribute: (local: string) => string | undefined;
}

export interface XmlVisitor {
  readonly open: (element: XmlElement) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Transitional and strict (ISO/IEC 29500), and the few others that hold text. */
const namespaces: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
]);

type Scope = ReadonlyMap<string, string>;

/** Word nests tables and text boxes a few levels deep, and no deeper than this. */
const DEEPEST = 2000;

/**
 * Walks through an XML file. No entity but XML's own five is ever resolved and nothing is fetched: a document type
 * declaration, which no word processor writes, makes the file unreadable, and so does an element left open.
 */
export function readXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const source = decode(bytes);
  const open: { readonly name: string; readonly scope: Scope }[] = [];
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        if (open.length === DEEPEST) throw new UnreadableSource(`its parts are nested more than ${DEEPEST} deep`);
        const scope = scopeWithin(open[open.length - 1]?.scope, attributes);
        const colon = written.indexOf(':');
        const prefix = colon < 0 ? '' : written.slice(0, colon);
        const name = `${scope.get(prefix) ?? '?'}:${written.slice(colon + 1)}`;
        open.push({ name, scope });
        visitor.open({ name, attribute: (local) => attributes[`${prefix}:${local}`] ?? attributes[local] });
      },
      onclosetag(_, isImplied) {
        // `<w:b/>` is closed by implication, and rightly.
        if (isImplied && source[parser.endIndex - 1] !== '/') throw malformed();
        visitor.close(open.pop()?.name ?? '');
      },
      ontext: (text) => visitor.text?.(text),
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') {
          throw new UnreadableSource('its XML declares a document type, which no word processor does: save it anew');
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(source);
}

function scopeWithin(outer: Scope | undefined, attributes: Readonly<Record<string, string>>): Scope {
  let scope: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
    scope ??= new Map(outer);
    scope.set(name.slice(6), namespaces.get(attributes[name]) ?? '?');
  }
  return scope ?? outer ?? new Map();
}

/** UTF-8 unless a byte order mark, or the zero byte beside the first `<`, says UTF-16. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  try {
    return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed();
  }
}

const malformed = () => new UnreadableSource('it is damaged: its XML is not well formed');
