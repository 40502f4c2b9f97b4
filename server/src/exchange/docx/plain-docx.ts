import { escaped } from './scan-xml.ts';
import { packWordParts, setTextPart, type WordParts } from './word-package.ts';

/** A paragraph of a plain document. */
export interface PlainParagraph {
  /** It may hold line breaks and tabs. */
  readonly text: string;
  /** Of a heading: 1 is the highest, 6 the lowest. */
  readonly level?: number;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Half-points, by level. */
const HEADING_SIZES = [32, 28, 26, 24, 24, 24];

/** A Word document that holds nothing but paragraphs and headings. */
export function plainDocx(paragraphs: readonly PlainParagraph[]): Uint8Array {
  const parts: WordParts = new Map();
  setTextPart(
    parts,
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  );
  setTextPart(parts, '_rels/.rels', relationships('officeDocument', 'word/document.xml'));
  setTextPart(parts, 'word/_rels/document.xml.rels', relationships('styles', 'styles.xml'));
  setTextPart(parts, 'word/styles.xml', stylesXml());
  const body = paragraphs.map(paragraphXml).join('');
  // A4 with margins of an inch, in twentieths of a point.
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
  setTextPart(
    parts,
    'word/document.xml',
    `${HEAD}<w:document xmlns:w="${W}"><w:body>${body}${page}</w:body></w:document>`,
  );
  return packWordParts(parts);
}

const relationships = (type: string, target: string): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

function stylesXml(): string {
  const headings = HEADING_SIZES.map((size, index) => {
    const level = index + 1;
    return `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${index}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
  });
  return `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${headings.join('')}</w:styles>`;
}

function paragraphXml({ text, level }: PlainParagraph): string {
  const style =
    level === undefined ? '' : `<w:pPr><w:pStyle w:val="Heading${Math.min(Math.max(level, 1), 6)}"/></w:pPr>`;
  const pieces = text.split(/(\t|\r\n|\r|\n)/).map((piece) => {
    if (piece === '') return '';
    if (piece === '\t') return '<w:tab/>';
    return /^[\r\n]/.test(piece) ? '<w:br/>' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`;
  });
  return `<w:p>${style}<w:r>${pieces.join('')}</w:r></w:p>`;
}
