import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a Word document beside its body, each as the XML within its root element. */
export interface DocxParts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  /** Other files of the archive, by name. */
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

/** A Word document with this XML in its body. */
export function docx(body: string, { numbering, styles, footnotes, others = {} }: DocxParts = {}): Uint8Array {
  const parts = { numbering, styles, footnotes };
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': xml('Types', 'http://schemas.openxmlformats.org/package/2006/content-types', ''),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': word('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(
      Object.entries(parts).flatMap(([name, content]) => (content === undefined ? [] : [[name, `${name}.xml`]])),
    ),
  };
  for (const [name, content] of Object.entries(parts)) {
    if (content !== undefined) files[`word/${name}.xml`] = word(name, content);
  }
  return zip({ ...files, ...others });
}

export const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

export const xml = (root: string, namespace: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${namespace}">${content}</${root}>`;

const word = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${W}">${content}</w:${root}>`;

const relationships = (list: readonly (readonly string[])[]): string =>
  xml(
    'Relationships',
    'http://schemas.openxmlformats.org/package/2006/relationships',
    list
      .map(([type, target], index) => `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join(''),
  );

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run of text; line ends are line breaks. */
export const run = (text: string, settings = ''): string =>
  text
    .split('\n')
    .map(
      (line, index) =>
        `<w:r><w:rPr>${settings}</w:rPr>${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`,
    )
    .join('');

export const paragraph = (content: string, settings = ''): string =>
  `<w:p><w:pPr>${settings}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;

/** A paragraph in a list. */
export const item = (text: string, list: number, level = 0): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** One list for each of `levels`' lists of levels, numbered from 1: `[format, text]` a level. */
export function numbering(...lists: readonly (readonly (readonly [format: string, text: string])[])[]): string {
  const definitions = lists.map(
    (levels, id) =>
      `<w:abstractNum w:abstractNumId="${id}">${levels
        .map(
          ([format, text], level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escaped(text)}"/></w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  );
  const numbers = lists.map((_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`);
  return definitions.join('') + numbers.join('');
}
