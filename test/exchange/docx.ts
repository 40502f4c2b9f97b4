import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A Word document with this inside of its body, and with other parts in place of or beside the usual ones. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const all: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/media/note.bin': '\u0000\u0001',
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

/** A document with comments already in it. */
export function docxWithComments(body: string, comments: string): Uint8Array {
  return docx(body, {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/notes.xml" ContentType="${WORD}.comments+xml"/></Types>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId7" Type="${OFFICE}/comments" Target="notes.xml"/></Relationships>`,
    'word/notes.xml': `<w:comments xmlns:w="${W}">${comments}</w:comments>`,
  });
}

export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** A part as a tree; what is not well formed throws. */
export function treeOf(xml: string) {
  const errors: string[] = [];
  const tree = new DOMParser({ onError: (_, message) => errors.push(message) }).parseFromString(xml, 'text/xml');
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return tree;
}

export type XmlElement = NonNullable<ReturnType<typeof treeOf>['documentElement']>;

/** Every element below a node, in the order of the document. */
export function elementsIn(root: XmlElement): readonly XmlElement[] {
  return Array.from(root.getElementsByTagName('*')) as readonly XmlElement[];
}

/** The text between the marks of each comment, by its number: what the comment is about. */
export function commentedTexts(document: string): ReadonlyMap<string, string> {
  const open = new Set<string>();
  const texts = new Map<string, string>();
  for (const element of elementsIn(treeOf(document).documentElement!)) {
    const id = element.getAttributeNS(element.namespaceURI, 'id') ?? '';
    if (element.localName === 'commentRangeStart') {
      open.add(id);
      texts.set(id, '');
    } else if (element.localName === 'commentRangeEnd') open.delete(id);
    else if (element.localName === 't')
      for (const one of open) texts.set(one, `${texts.get(one)}${element.textContent}`);
    else if (element.localName === 'tab') for (const one of open) texts.set(one, `${texts.get(one)}\t`);
  }
  return texts;
}

/** A document without what comments put into it, its runs and texts joined as they were. */
export function withoutComments(document: string): string {
  return document
    .replace(/<w:commentRange(?:Start|End) [^>]*\/>/g, '')
    .replace(/<w:r><w:commentReference [^>]*\/><\/w:r>/g, '');
}

/** Each character of the body's text with the settings of its run and the elements that it stands in. */
export function looksOf(document: string): readonly string[] {
  const looks: string[] = [];
  for (const element of elementsIn(treeOf(document).documentElement!)) {
    if (element.localName !== 't') continue;
    const run = element.parentNode as XmlElement;
    const settings =
      Array.from(run.childNodes)
        .find((child) => child.nodeName === 'w:rPr')
        ?.toString() ?? '';
    const path: string[] = [];
    for (let node = run.parentNode; node !== null && node.nodeName !== 'w:body'; node = node.parentNode)
      path.push(node.nodeName);
    for (const character of element.textContent ?? '') looks.push(`${character} ${settings} ${path.join('/')}`);
  }
  return looks;
}
