import { describe, expect, test } from 'vitest';
import { lines, type PlacedText, pdf, pdfOfObjects, wrapped } from './helpers/pdf.ts';
import { fileAt, findIn, sourceIn, whyNot } from './helpers/read.ts';

const read = (...pages: readonly (readonly PlacedText[])[]) => sourceIn(pdf(pages), 'a.pdf');

/** What quotes are looked for in, as it is compared. */
const compared = async (...pages: readonly (readonly PlacedText[])[]): Promise<string> =>
  (await read(...pages)).prepared.text;

const english =
  'The Supplier shall supply the Products exclusively to the Buyer in the Territory and shall not appoint any other distributor there for as long as this Agreement is in force between the parties';
const german =
  'Der Lieferant liefert die Waren im Vertragsgebiet ausschliesslich an den Kaeufer und darf dort keinen anderen Haendler einsetzen solange dieser Vertrag zwischen den Parteien in Kraft ist';

describe('reading order', () => {
  const left = lines(wrapped(english, 38), 50, 700);
  const right = lines(wrapped(german, 38), 320, 700);
  const title = {
    text: 'SUPPLY AGREEMENT between the parties named below and signed by them in Berlin',
    x: 60,
    y: 730,
  };
  const rowByRow = left.flatMap((line, index) => [line, ...(right[index] === undefined ? [] : [right[index]])]);

  test.each([
    ['drawn one after the other', [title, ...left, ...right]],
    ['drawn line by line across the page', [title, ...rowByRow]],
    ['drawn right before left', [...right, title, ...left]],
    ['drawn from the foot of the page', [...right, ...left, title].reverse()],
  ])('two columns %s are read one after the other', async (_, page) => {
    expect(await compared(page)).toBe(`${title.text} ${english} ${german}`);
  });

  test('lines drawn in any order are read from top to bottom', async () => {
    const drawn = lines(wrapped(english, 60), 50, 700);
    expect(await compared([...drawn].reverse())).toBe(english);
    expect(await compared([drawn[2], drawn[0], drawn[3], drawn[1]])).toBe(english);
  });

  test('numbers beside their clauses are no column', async () => {
    const clauses = [1, 2, 3, 4, 5, 6].flatMap((number) => [
      { text: `${number}.`, x: 50, y: 720 - 36 * number },
      ...lines(
        [`The Supplier shall supply lot ${number} of`, 'the Products to the Buyer in time.'],
        90,
        720 - 36 * number,
      ),
    ]);
    const source = await read(clauses);
    expect(source.prepared.text).toContain('2. The Supplier shall supply lot 2 of the Products');
    expect(findIn(source, '[§3] supply lot 3')).toMatchObject({ kind: 'verified' });
  });

  test('the cells of a table stay together', async () => {
    const cells = (row: number) => [
      ...lines(['Widgets of', `kind ${row} in`, 'boxes of ten'], 50, 700 - 60 * row),
      ...lines([`USD 1${row}.50`, 'per box'], 300, 700 - 60 * row),
    ];
    expect(await compared([...cells(0), ...cells(1)])).toBe(
      'Widgets of kind 0 in boxes of ten USD 10.50 per box Widgets of kind 1 in boxes of ten USD 11.50 per box',
    );
  });

  test('the cells of a table stay together below columns, too', async () => {
    const cell = (row: number, column: number) =>
      lines(
        [`Cell ${row}${column} has words`, 'that go over the', 'edge of a line', 'and end'],
        50 + 180 * column,
        500 - 60 * row,
      );
    const cells = [0, 1, 2, 3].flatMap((row) => [0, 1, 2].map((column) => [row, column]));
    const wide = { text: english.slice(0, 90).trim(), x: 50, y: 530 };
    const drawn = [...left, ...right, wide, ...cells.flatMap(([row, column]) => cell(row, column))];
    const words = cells.map((at) => `Cell ${at.join('')} has words that go over the edge of a line and end`);
    expect(await compared(drawn)).toBe(`${english} ${german} ${wide.text} ${words.join(' ')}`);
  });

  test('a page that is turned reads like any other', async () => {
    const page = wrapped(english, 60).map((text, index) => ({ text, x: 100 + 12 * index, y: 100, turned: 90 }));
    expect(await compared(page)).toBe(english);
  });
});

describe('what runs along with the pages', () => {
  const pagesOf = (count: number, header: (page: number) => string, footer: (page: number) => string) =>
    Array.from({ length: count }, (_, index) => [
      { text: header(index + 1), x: 60, y: 760 },
      ...lines([`Clause ${'ABCDEF'[index]} of the parties goes on`, `and so on from ${'ABCDEF'[index]} it`], 60, 720),
      { text: footer(index + 1), x: 280, y: 40 },
    ]);

  test.each<[string, (page: number) => string, (page: number) => string]>([
    ['a header and page numbers', () => 'CONFIDENTIAL', (page) => `${page}`],
    ['numbers of all pages', () => 'Draft of 3 May 2026', (page) => `Page ${page} of 3`],
    ['Roman numbers', () => 'X/Y', (page) => `- ${['i', 'ii', 'iii'][page - 1]} -`],
    ['numbers that do not start at one', () => 'Exhibit B', (page) => `B-${page + 40}`],
  ])('%s: a sentence goes on across pages', async (_, header, footer) => {
    const source = await read(...pagesOf(3, header, footer));
    expect(source.prepared.text).toBe(
      'Clause A of the parties goes on and so on from A it Clause B of the parties goes on and so on from B it Clause C of the parties goes on and so on from C it',
    );
    expect(findIn(source, 'so on from A it Clause B')).toMatchObject({ kind: 'verified', page: 1 });
    // All of it is shown all the same, and what was copied with it is found.
    expect(source.text).toContain(header(2));
    expect(findIn(source, `so on from A it ${footer(1)} ${header(2)} Clause B`)).toMatchObject({
      kind: 'verified',
      page: 1,
    });
  });

  test('what only looks like it stays', async () => {
    const page = (number: number) => [
      ...lines([`Row ${number}`, '12', `The price of lot ${number} is`, '40'], 60, 400),
    ];
    const text = await compared(page(1), page(2));
    expect(text.match(/12/g)).toHaveLength(2);
    expect(text.match(/40/g)).toHaveLength(2);
  });

  test('pages that break in the same words lose none of them', async () => {
    const body = ['The Buyer shall pay in time.', 'It shall not assign.', 'The Seller sells.', 'It shall not assign.'];
    const page = (number: number) => [...lines(body, 60, 400), { text: `${number}`, x: 300, y: 40 }];
    expect((await compared(page(1), page(2), page(3))).match(/assign/g)).toHaveLength(6);
  });

  test('a stamp across every page is left out, a note in the margin stands at the end', async () => {
    const page = (text: string, ...more: PlacedText[]) => [
      ...lines([text, 'and it goes on'], 60, 720),
      { text: 'DRAFT', x: 200, y: 300, size: 60, turned: 45 },
      ...more,
    ];
    const note = { text: 'see Annex 2', x: 30, y: 300, turned: 90 };
    expect(await compared(page('The first page', note), page('The second page'))).toBe(
      'The first page and it goes on The second page and it goes on see Annex 2',
    );
  });
});

describe('lines', () => {
  test('a word broken at the end of a line is whole, and a hyphen that belongs to it is there', async () => {
    const source = await read(
      lines(['The Supplier grants a non-', 'exclusive licence and an exclu-', 'sive right.'], 60, 700),
    );
    expect(findIn(source, 'a non-exclusive licence and an exclusive right')).toMatchObject({ kind: 'verified' });
    expect(findIn(source, 'grants a exclusive licence')).toMatchObject({ kind: 'missing' });
  });

  test('words drawn one by one, and letters set apart, are words', async () => {
    const words = 'The Supplier shall supply'.split(' ');
    let x = 60;
    const placed = words.map((text) => {
      const at = { text, x, y: 700 };
      x += 6 * (text.length + 1);
      return at;
    });
    expect(await compared(placed)).toBe('The Supplier shall supply');
  });
});

test('a footnote stands at the end, and its raised number is not in the text', async () => {
  const page = [
    ...lines(['The price of the Products', 'is fixed'], 60, 700),
    { text: '1', x: 60 + 8 * 6, y: 692, size: 6 },
    { text: 'for two years, and the', x: 66 + 9 * 6, y: 688 },
    { text: '1', x: 60, y: 82, size: 5 },
    { text: 'Without packaging.', x: 64, y: 80, size: 8 },
  ];
  const source = await read(page, lines(['parties agree on it after that.'], 60, 700));
  expect(source.prepared.text).toBe(
    'The price of the Products is fixed for two years, and the parties agree on it after that. 1 Without packaging.',
  );
  expect(findIn(source, 'Without packaging.')).toMatchObject({ kind: 'verified', page: 1 });
  expect(findIn(source, '[§p. 1] Without packaging.')).toMatchObject({ kind: 'verified' });
});

describe('pages', () => {
  const page = (text: string) => lines([text, 'The Buyer may sell the Products.'], 60, 700);
  const source = () => read(page('One fish'), page('Two fish'), page('Third fish'));

  test.each([
    ['§p. 2', 'verified', 2],
    ['§p.2', 'verified', 2],
    ['§page 3', 'verified', 3],
    ['§第3页', 'verified', 3],
    ['§pp. 1-2', 'ambiguous', undefined],
    ['§pages 2–3', 'ambiguous', undefined],
    ['§p. 9', 'wrong-locator', undefined],
  ])('%s: %s', async (locator, kind, on) => {
    const match = findIn(await source(), `[${locator}] The Buyer may sell`);
    expect(match.kind).toBe(kind);
    if (match.kind === 'verified') expect(match.page).toBe(on);
  });

  test('tell occurrences apart where sections do not', async () => {
    const match = findIn(await source(), 'The Buyer may sell');
    expect(match).toMatchObject({ kind: 'ambiguous', placements: [{ page: 1 }, { page: 2 }, { page: 3 }] });
  });

  test('are told of a passage that is elsewhere', async () => {
    const match = findIn(await source(), '[§p. 1] Third fish');
    expect(match).toMatchObject({ kind: 'wrong-locator', reason: 'elsewhere', placements: [{ page: 3 }] });
  });

  test('narrow a section', async () => {
    const two = await read(
      lines(['1. Supply', 'It sells.', '2. Sale', 'It buys.'], 60, 700),
      lines(['It buys.'], 60, 700),
    );
    expect(findIn(two, '[§2] It buys.')).toMatchObject({ kind: 'ambiguous' });
    expect(findIn(two, '[§2, p. 2] It buys.')).toMatchObject({ kind: 'verified', page: 2 });
  });

  test('without text are told when a quote is missing', async () => {
    const withPicture = await read(page('One'), [], page('Three'));
    expect(findIn(withPicture, 'Something quite different indeed')).toMatchObject({ kind: 'missing', blindPages: [2] });
  });
});

test('what was filled into the fields of a form is read in its place', async () => {
  const content = 'BT /F 10 Tf 60 700 Td (The fee is) Tj ET BT /F 10 Tf 200 700 Td (a month.) Tj ET';
  const form = pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /DA (/F 10 Tf) >> >>',
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R /Annots [6 0 R] >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (fee) /V (USD 500) /Rect [130 696 190 712] /DA (/F 10 Tf) >>',
  ]);
  expect((await sourceIn(form, 'a.pdf')).prepared.text).toBe('The fee is USD 500 a month.');
});

test.each([
  ['UniGB-UCS2-H', 'GB1', Buffer.from('独家供应', 'utf16le').swap16().toString('hex')],
  ['GBK-EUC-H', 'GB1', 'b6c0bcd2b9a9d3a6'],
  ['UniCNS-UCS2-H', 'CNS1', Buffer.from('獨家供應', 'utf16le').swap16().toString('hex')],
])('a Chinese font that is not embedded is read by its character map: %s', async (encoding, ordering, hex) => {
  const content = `BT /F 10 Tf 60 700 Td <${hex}> Tj ET`;
  const bytes = pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>`,
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ]);
  expect((await sourceIn(bytes, 'a.pdf')).prepared.text).toBe(ordering === 'GB1' ? '独家供应' : '獨家供應');
});

test('a PDF of pictures says that it has no text', async () => {
  expect(await whyNot(pdf([[], []]), 'scan.pdf')).toMatch(/pictures of pages and no text: run text recognition/);
});

describe('a PDF that LibreOffice saved', () => {
  test('reads as it is shown', async () => {
    const source = await sourceIn(fileAt('files/supply.pdf'), 'supply.pdf');
    expect(
      findIn(source, '[§1.1] “Products” means the goods listed in the table below, as amended from time to time.'),
    ).toMatchObject({
      kind: 'verified',
      section: '§1.1',
      page: 1,
    });
    // From the foot of the first page to the head of the second.
    const across =
      'anybody else in the Territory without the prior [...] withhold or delay. 2.10 The Supplier shall deliver';
    expect(findIn(source, across)).toMatchObject({
      kind: 'verified',
      page: 1,
    });
    expect(findIn(source, '[§2.1(b)(ii)] has been refused by the Buyer')).toMatchObject({ kind: 'verified' });
    expect(findIn(source, 'Widget A-1 USD 12.50')).toMatchObject({ kind: 'verified', page: 4 });
    expect(findIn(source, 'Spare parts are not Products for the purposes of clause 2.')).toMatchObject({ page: 1 });
    expect(findIn(source, 'Page 2')).toMatchObject({ kind: 'verified', page: 2 });
  });

  test('in Chinese, too', async () => {
    const source = await sourceIn(fileAt('files/chinese.pdf'), 'chinese.pdf');
    expect(findIn(source, '[§第一条] 甲方在中国大陆仅向乙方供应产品，不得向任何第三方供应。')).toMatchObject({
      kind: 'verified',
    });
    expect(findIn(source, '[§第1页] 本合同有效期至2028年12月31日止')).toMatchObject({ kind: 'verified' });
    expect(findIn(source, '甲方在中国大陆仅向乙方供应产品，得向任何第三方供应。')).toMatchObject({
      kind: 'missing',
      nearest: { differences: [{ kind: 'negation' }] },
    });
  });
});
