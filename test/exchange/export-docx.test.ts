import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type ReadSource, readSourceFile } from '../../server/src/evidence/read-source-file.ts';
import { type ExportedDocx, exportDocx } from '../../server/src/exchange/export-docx.ts';
import { isNotUnderstood } from '../../server/src/exchange/not-understood.ts';
import { readSourceText } from '../../server/src/exchange/read-source-text.ts';
import { type Analysis, analyse } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { commentedTexts, docx, elementsIn, partsOf, treeOf, W, type XmlElement } from './docx.ts';
import { analysisOf, example } from './portfolio.ts';

const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const r = (text: string, settings = '') =>
  `<w:r><w:rPr>${settings}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const listed = (text: string, level = 0) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${r(text)}</w:p>`;

/** Paragraphs that Word numbers itself: 1., 1.1, … */
const numbering = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`;
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`;

const contract = docx(
  [
    p(r('SUPPLY AGREEMENT', '<w:b/>')),
    listed('Exclusivity'),
    p(
      r('The Supplier shall sell the '),
      r('Product', '<w:b/><w:color w:val="C00000"/>'),
      r(' in France to the Buyer alone.'),
    ),
    listed('Term', 0),
    listed('This Agreement ends on 31 December 2027.', 1),
    listed('It renews for one year.', 1),
    p(r('As said in '), `<w:hyperlink w:anchor="x">${r('section 1')}</w:hyperlink>`, r(', the price is fixed.')),
    p(
      r('The Buyer pays '),
      `<w:ins w:id="31" w:author="Ann" w:date="2026-01-01T00:00:00Z">${r('within 30 days')}</w:ins>`,
      r('.'),
    ),
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc>${p(r('Quantity'))}</w:tc><w:tc>${p(r('1000 units'))}</w:tc></w:tr></w:tbl>`,
    p(r('The Supplier insures the goods.')),
    p(r('Annex. The Supplier insures the goods.')),
  ].join(''),
  { 'word/numbering.xml': numbering, 'word/_rels/document.xml.rels': relations, '[Content_Types].xml': types },
);

const portfolio = `party supplier, buyer, other
scope product
deal supply "Supply agreement" (by = supplier, to = buyer, from = 2025-01-01, until = 2027, source = "supply.docx") {
  > [§1] The Supplier shall sell the Product in France to the Buyer alone.
  alone: exclusive(act = sell, scope = product, territory = FR)
  > This Agreement ends on 31 December 2027. 2.2 It renews
  > for one year.
  term: expiration(day = 2027-12-31)
  > section 1, the price
  price: price_restriction()
  > pays within 30 days
  payment: pay(by = buyer)
  > Quantity [...] 1000 units
  quantity: minimum(by = buyer, quantity = 1000)
  > Annex. The Supplier insures the goods.
  insured: insure()
  > no such words
  lost: insure()
}
deal second (by = supplier, to = other, from = 2026-01-01) {
  france: resell(act = sell, scope = product, territory = FR)
}
`;

/** The analysis of a portfolio whose only contract is a file of any format. */
async function analysisWith(
  deals: string,
  name: string,
  bytes: Uint8Array,
): Promise<{ analysis: Analysis; source: ReadSource }> {
  const source = await readSourceFile(bytes, name);
  if ('unavailable' in source) throw new Error(source.unavailable);
  const analysis = analyse([{ path: 'a.deal', tree: parse(deals) }], { asOf: '2026-03-18', readSource: () => source });
  return { analysis, source };
}

function made(result: ReturnType<typeof exportDocx>): ExportedDocx {
  if (isNotUnderstood(result)) throw new Error(result.problem);
  return result;
}

/** The words of each comment and what it is about, in order. */
function commentsIn(bytes: Uint8Array): readonly (readonly [about: string, words: string])[] {
  const parts = partsOf(bytes);
  const about = commentedTexts(parts['word/document.xml']);
  return elementsIn(treeOf(parts['word/comments.xml']).documentElement!)
    .filter(({ localName }) => localName === 'comment')
    .map((comment) => {
      const paragraphs = Array.from(comment.childNodes).map((paragraph) => paragraph.textContent ?? '');
      return [about.get(comment.getAttributeNS(W, 'id') ?? '') ?? '', paragraphs.join('\n')] as const;
    });
}

describe('a Word document', () => {
  let result: ExportedDocx;
  let comments: ReturnType<typeof commentsIn>;
  beforeAll(async () => {
    const { analysis } = await analysisWith(portfolio, 'supply.docx', contract);
    result = made(exportDocx(analysis, 'supply.docx', { kind: 'docx', bytes: contract }));
    comments = commentsIn(result.bytes);
  });

  test.each([
    ['alone', 'The Supplier shall sell the Product in France to the Buyer alone.'],
    ['price', 'section 1, the price'],
    ['payment', 'pays within 30 days'],
    ['quantity', 'Quantity'],
    ['insured', 'Annex. The Supplier insures the goods.'],
    ['term', 'This Agreement ends on 31 December 2027.'],
  ])('`%s` is a comment on “%s”', (name, passage) => {
    const [about] = comments.find(([, words]) => words.startsWith(`supply.${name} (Supply agreement)\n${name}: `))!;
    expect(about).toBe(passage);
  });

  it('further pieces of a quote, and paragraphs with numbers of their own, say whose they are', () => {
    expect(comments).toContainEqual(['1000 units', 'supply.quantity, continued (2 of 2)']);
    expect(comments).toContainEqual(['It renews for one year.', 'supply.term, continued (2 of 2)']);
  });

  it('a finding is a comment on the passage of its clause, with the other side of it', () => {
    const [about, words] = comments.find(([, text]) => text.startsWith('Error: '))!;
    expect(about).toBe('The Supplier shall sell the Product in France to the Buyer alone.');
    expect(words).toContain('`france` lets other do what `alone` reserves for buyer');
    expect(words).toContain('The other clause: second.france');
  });

  it('what the document does not have is named', () => {
    expect(result.notPlaced).toEqual(['supply.lost']);
    expect(result.placed).toBe(6);
  });
});

describe('any other contract becomes a plain document', () => {
  const deal = (source: string) =>
    `party a, b\ndeal d (by = a, to = b, source = "${source}") {\n  > The Supplier sells to the Buyer alone.\n  alone: exclusive()\n}\n`;
  test.each<[string, string, string[]]>([
    [
      'c.md',
      '# One\n\nThe **Supplier** sells\nto the Buyer alone.\n\n## Two\n\n- a\n- b\n',
      ['Heading1 One', ' The Supplier sells to the Buyer alone.', 'Heading2 Two', ' a b'],
    ],
    [
      'c.txt',
      'ONE\r\n\r\nThe Supplier sells\r\nto the Buyer alone.\r\n',
      [' ONE', ' The Supplier sells\nto the Buyer alone.'],
    ],
    [
      'c.html',
      '<h1>One</h1><p>The <b>Supplier</b> sells to the Buyer alone.</p>',
      ['Heading1 One', ' The Supplier sells to the Buyer alone.'],
    ],
  ])('%s', async (name, content, wanted) => {
    const { analysis, source } = await analysisWith(deal(name), name, new TextEncoder().encode(content));
    const { bytes, placed } = made(exportDocx(analysis, name, { kind: 'text', ...readSourceText(source) }));
    expect(placed).toBe(1);
    const [[about]] = commentsIn(bytes);
    expect(about.replace(/\s+/g, ' ')).toMatch(/^The Supplier sells ?to the Buyer alone\.$/);
    const paragraphs = elementsIn(treeOf(partsOf(bytes)['word/document.xml']).documentElement!).filter(
      ({ localName }) => localName === 'p',
    );
    const shown = paragraphs.map((paragraph) => {
      const inner = elementsIn(paragraph);
      const style = inner.find(({ localName }) => localName === 'pStyle')?.getAttributeNS(W, 'val') ?? '';
      const text = inner
        .map(({ localName, textContent }) => (localName === 't' ? textContent : localName === 'br' ? '\n' : ''))
        .join('');
      return `${style} ${text}`;
    });
    expect(shown.map((line) => line.replace(/- /g, ''))).toEqual(wanted);
  });
});

const soffice = ['soffice', 'libreoffice'].find((program) => spawnSync(program, ['--version']).status === 0);

describe.runIf(soffice)('LibreOffice opens it', () => {
  /** What LibreOffice reads, as flat OpenDocument XML; and as a PDF, so that it was laid out too. */
  function opened(bytes: Uint8Array): string {
    const folder = mkdtempSync(join(tmpdir(), 'deal-office-'));
    try {
      writeFileSync(join(folder, 'a.docx'), bytes);
      for (const format of ['fodt', 'pdf']) {
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        spawnSync(
          soffice!,
          [profile, '--headless', '--convert-to', format, '--outdir', folder, join(folder, 'a.docx')],
          { timeout: 100_000 },
        );
      }
      expect(readFileSync(join(folder, 'a.pdf'), 'latin1').startsWith('%PDF-')).toBe(true);
      return readFileSync(join(folder, 'a.fodt'), 'utf8');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The text that each comment stands at, with its author, as LibreOffice understood them. */
  function annotationsIn(fodt: string): readonly (readonly [author: string, about: string])[] {
    const root = treeOf(fodt).documentElement!;
    const found = new Map<string, { author: string; about: string; isOpen: boolean }>();
    const walk = (node: XmlElement): void => {
      for (const child of Array.from(node.childNodes) as XmlElement[]) {
        if (child.nodeName === 'office:annotation') {
          const author = child.getElementsByTagName('dc:creator')[0]?.textContent ?? '';
          found.set(child.getAttribute('office:name') ?? String(found.size), { author, about: '', isOpen: true });
        } else if (child.nodeName === 'office:annotation-end') {
          const ended = found.get(child.getAttribute('office:name') ?? '');
          if (ended) ended.isOpen = false;
        } else if ((child.nodeType as number) === 3) {
          for (const one of found.values()) if (one.isOpen) one.about += child.nodeValue;
        } else walk(child);
      }
    };
    walk(root.getElementsByTagName('office:text')[0] as XmlElement);
    return [...found.values()].map(({ author, about }) => [author, about.replace(/\s+/g, ' ').trim()] as const);
  }

  it('with every comment at its passage', async () => {
    const { analysis } = await analysisWith(portfolio, 'supply.docx', contract);
    const { bytes } = made(exportDocx(analysis, 'supply.docx', { kind: 'docx', bytes: contract }));
    const wanted = commentsIn(bytes).map(([about]) => ['Deal', about.replace(/\s+/g, ' ').trim()]);
    const order = (pairs: readonly (readonly string[])[]) => pairs.map((pair) => pair.join(' ')).sort();
    expect(order(annotationsIn(opened(bytes)))).toEqual(order(wanted));
  });

  it('and a plain document too', () => {
    const files = example('ai-cloud');
    const source = 'texts/microsoft-2025-10.md';
    const read = readSourceText({
      format: 'markdown',
      text: files[source],
      prepared: undefined as never,
      sha256: () => '',
    });
    const { bytes, placed } = made(exportDocx(analysisOf(files), source, { kind: 'text', ...read }));
    expect(placed).toBe(7);
    const found = annotationsIn(opened(bytes));
    expect(found).toHaveLength(commentsIn(bytes).length);
    expect(found).toContainEqual(['Deal', 'Non-API products may be served on any cloud provider.']);
  });
});
