import { extractRawText } from 'mammoth';
import { describe, expect, test } from 'vitest';
import { docx, item, numbering, paragraph, run, table } from './helpers/docx.ts';
import { fileAt, findIn, sourceIn } from './helpers/read.ts';

const text = async (...[body, parts]: Parameters<typeof docx>): Promise<string> =>
  (await sourceIn(docx(body, parts), 'a.docx')).text.trim();

const lines = (written: string): readonly string[] => written.split('\n').filter((line) => line !== '');

describe('numbers that a list gives', () => {
  const clauses = numbering([
    ['decimal', '%1.'],
    ['decimal', '%1.%2'],
    ['lowerLetter', '(%3)'],
    ['lowerRoman', '(%4)'],
  ]);

  test('are written out, level by level, and start anew below a higher one', async () => {
    const levels = [0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1];
    const body = levels.map((level, index) => item(`T${index}`, 1, level)).join('');
    expect(lines(await text(body, { numbering: clauses }))).toEqual([
      '1. T0',
      '1.1 T1',
      '1.2 T2',
      '(a) T3',
      '(b) T4',
      '(i) T5',
      '(ii) T6',
      '1.3 T7',
      '(a) T8',
      '2. T9',
      '2.1 T10',
    ]);
  });

  test.each([
    ['upperRoman', 'ARTICLE %1', 4, 'ARTICLE IV'],
    ['upperLetter', 'Schedule %1', 28, 'Schedule BB'],
    ['ordinal', '%1', 23, '23rd'],
    ['ordinalText', '%1', 12, 'Twelfth'],
    ['cardinalText', 'Section %1', 21, 'Section Twenty-one'],
    ['decimalZero', '%1', 7, '07'],
    ['decimalEnclosedCircle', '%1', 3, '③'],
    ['chineseCountingThousand', '第%1条', 21, '第二十一条'],
    ['chineseCounting', '第%1章', 10, '第十章'],
    ['chineseLegalSimplified', '%1、', 12, '壹拾贰、'],
    ['ideographTraditional', '%1', 3, '丙'],
    ['none', '%1', 1, ''],
    ['bullet', '•', 1, ''],
    ['unheardOf', '%1)', 5, '5)'],
  ])('%s, %s, at %i: %s', async (format, level, start, number) => {
    const list = numbering([[format, level]]).replace('<w:start w:val="1"/>', `<w:start w:val="${start}"/>`);
    expect(await text(item('Text', 1), { numbering: list })).toBe(`${number} Text`.trim());
  });

  test('go on in another list of the same definition, unless that starts anew', async () => {
    const more =
      '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const body = [item('a', 1), item('b', 7), item('c', 8), item('d', 8), item('e', 1)].join('');
    expect(lines(await text(body, { numbering: clauses + more }))).toEqual(['1. a', '2. b', '5. c', '6. d', '7. e']);
  });

  test('come from styles, their levels from the list; a paragraph may opt out', async () => {
    const list = clauses.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Sub"/>');
    const styles = `
      <w:style w:type="paragraph" w:styleId="Main"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Main"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Derived"><w:basedOn w:val="Sub"/></w:style>
      <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`;
    const styled = (style: string, words: string, more = '') =>
      paragraph(run(words), `<w:pStyle w:val="${style}"/>${more}`);
    const out = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = [
      styled('Main', 'a'),
      styled('Sub', 'b'),
      styled('Derived', 'c'),
      styled('Main', 'd', out),
      styled('A', 'e'),
    ];
    expect(lines(await text(body.join(''), { numbering: list, styles }))).toEqual(['1. a', '1.1 b', '1.2 c', 'd', 'e']);
  });

  test('are digits throughout in a legal level', async () => {
    const list = numbering([
      ['upperRoman', 'ARTICLE %1'],
      ['decimal', '%1.%2'],
    ]).replace('<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>');
    expect(lines(await text(item('a', 1) + item('b', 1, 1), { numbering: list }))).toEqual(['ARTICLE I a', '1.1 b']);
  });

  test('are sections to quote from', async () => {
    const body = [
      item('Supply', 1),
      item('The Seller sells.', 1, 1),
      item('The Buyer buys.', 1, 1),
      item('one lot', 1, 2),
    ];
    const source = await sourceIn(docx(body.join(''), { numbering: clauses }), 'a.docx');
    expect(findIn(source, '[§1.2] The Buyer buys.')).toMatchObject({ kind: 'verified', section: '§1.2' });
    expect(findIn(source, '[§1.2(a)] one lot')).toMatchObject({ kind: 'verified' });
    expect(findIn(source, '[§1.1] The Buyer buys.')).toMatchObject({ kind: 'wrong-locator', reason: 'elsewhere' });
  });
});

describe('changes that are tracked are taken as accepted', () => {
  test('what was deleted or moved away is gone, what was inserted or moved here is there', async () => {
    const body = paragraph(
      `${run('within ')}<w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:ins>${run('60')}</w:ins>${run(' days')}` +
        `<w:moveFrom>${run(' from here')}</w:moveFrom><w:moveTo>${run(' to here')}</w:moveTo>`,
    );
    expect(await text(body)).toBe('within 60 days to here');
  });

  test('paragraphs whose mark was deleted are one, with the settings and one number of the last', async () => {
    const list = numbering([['decimal', '%1.']]);
    const numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const deleted = `${numbered}<w:rPr><w:del w:id="1"/></w:rPr>`;
    const body =
      paragraph(run('one '), deleted) + paragraph(run('sentence'), numbered) + paragraph(run('next'), numbered);
    expect(lines(await text(body, { numbering: list }))).toEqual(['1. one sentence', '2. next']);
  });

  test('deleted rows go, and the settings before a change do not count', async () => {
    const rows = table([
      ['kept', '1'],
      ['gone', '2'],
    ]).replace(
      '<w:tr><w:tc><w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">gone',
      '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">gone',
    );
    const changed = paragraph(
      run('plain'),
      '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
    );
    expect(lines(await text(rows + changed, { numbering: numbering([['decimal', '%1.']]) }))).toEqual([
      'kept\t1',
      'plain',
    ]);
  });
});

describe('what a reader does not see is left out', () => {
  const hiddenStyle =
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>';
  test.each([
    ['a hidden run', paragraph(run('seen') + run(' unseen', '<w:vanish/>')), 'seen'],
    ['a run that is not hidden after all', paragraph(run('seen', '<w:vanish w:val="0"/>')), 'seen'],
    ['a character style', paragraph(run('seen') + run(' unseen', '<w:rStyle w:val="Secret"/>')), 'seen'],
    [
      'a paragraph style',
      paragraph(run('unseen') + run('seen', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="Ghost"/>'),
      'seen',
    ],
    [
      'the code of a field',
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          run('clause 2') +
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      'clause 2',
    ],
    [
      'what an older program would show instead',
      paragraph(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x">' +
          run('new') +
          '</mc:Choice><mc:Choice Requires="y">' +
          run('other') +
          '</mc:Choice><mc:Fallback>' +
          run('old') +
          '</mc:Fallback></mc:AlternateContent>',
      ),
      'new',
    ],
    [
      'the mark of a note, a comment',
      paragraph(
        `${run('word')}<w:r><w:footnoteReference w:id="9"/></w:r><w:r><w:commentReference w:id="1"/></w:r>${run('.')}`,
      ),
      'word.',
    ],
  ])('%s', async (_, body, seen) => {
    expect(await text(body, { styles: hiddenStyle })).toBe(seen);
  });

  test('a heading whose mark is hidden runs on in the same line', async () => {
    const list = numbering([['decimal', '%1.']]);
    const heading = paragraph(
      run('Exclusivity. '),
      '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/><w:specVanish/></w:rPr>',
    );
    expect(await text(heading + paragraph('The Seller sells.'), { numbering: list })).toBe(
      '1. Exclusivity. The Seller sells.',
    );
  });
});

describe('what is not written as letters', () => {
  test.each([
    ['<w:tab/>', 'a\tb'],
    ['<w:br/>', 'a\nb'],
    ['<w:noBreakHyphen/>', 'a\u2011b'],
    ['<w:softHyphen/>', 'a\u00adb'],
    ['<w:sym w:font="Symbol" w:char="F0A3"/>', 'a≤b'],
    ['<w:sym w:font="Wingdings" w:char="F0FE"/>', 'a☑b'],
    ['<w:sym w:font="Odd" w:char="F001"/>', 'a\ufffdb'],
    ['<w:t>&lt;&amp;&#167;</w:t>', 'a<&§b'],
  ])('%s', async (sign, expected) => {
    expect(await text(paragraph(`${run('a')}<w:r>${sign}</w:r>${run('b')}`))).toBe(expected);
  });
});

describe('a table', () => {
  test('is a line a row, with a tab between cells', async () => {
    expect(
      await text(
        `${paragraph('Prices')}${table([
          ['Widget', 'USD 12'],
          ['Gadget', 'USD 14'],
        ])}${paragraph('End')}`,
      ),
    ).toBe('Prices\n\nWidget\tUSD 12\nGadget\tUSD 14\n\nEnd');
  });

  test('that lays out a page is no table: a cell alone keeps its paragraphs', async () => {
    const cell = `<w:tc>${paragraph('One.')}${paragraph('Two.')}</w:tc>`;
    expect(await text(`<w:tbl><w:tr>${cell}<w:tc>${paragraph('')}</w:tc></w:tr></w:tbl>`)).toBe('One.\n\nTwo.');
  });

  test('may hold tables', async () => {
    const inner = `<w:tc>${table([
      ['a', 'b'],
      ['c', 'd'],
    ])}${paragraph('')}</w:tc>`;
    expect(await text(`<w:tbl><w:tr><w:tc>${paragraph('left')}</w:tc>${inner}</w:tr></w:tbl>`)).toBe(
      'left\ta\tb\nc\td',
    );
  });
});

test('notes stand at the end, apart from the sections; text boxes after the paragraph that they hang on', async () => {
  const footnotes =
    `<w:footnote w:type="separator" w:id="0">${paragraph('-----')}</w:footnote>` +
    `<w:footnote w:id="2">${paragraph('Spare parts are none.')}</w:footnote><w:footnote w:id="3">${paragraph('Unused.')}</w:footnote>`;
  const box = `<w:r><w:pict><w:txbxContent>${paragraph('In a box.')}</w:txbxContent></w:pict></w:r>`;
  const body = `${paragraph(`${run('1. Goods')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' are sold.')}${box}`)}${paragraph('Then')}`;
  const source = await sourceIn(docx(body, { footnotes }), 'a.docx');
  expect(lines(source.text)).toEqual(['1. Goods are sold.', 'In a box.', 'Then', 'Spare parts are none.']);
  expect(findIn(source, 'In a box.')).toMatchObject({ section: '§1' });
  expect(findIn(source, 'Spare parts are none.')).not.toHaveProperty('section');
});

test('other prefixes, UTF-16 and the strict namespace are the same document', async () => {
  const strict = `<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Same.</x:t></x:r></x:p></x:body></x:document>`;
  const wide = Buffer.from(`\ufeff${strict}`, 'utf16le');
  expect(await text('', { others: { 'word/document.xml': wide } })).toBe('Same.');
});

describe('a document that LibreOffice saved', () => {
  test('reads as it is shown', async () => {
    const source = await sourceIn(fileAt('files/supply.docx'), 'supply.docx');
    expect(lines(source.text)).toEqual([
      'SUPPLY AGREEMENT',
      'between Northwind Ltd. (the “Supplier”) and Contoso Inc. (the “Buyer”), dated 5 January 2026.',
      '1. Definitions',
      '1.1 “Products” means the goods listed in the table below, as amended from time to time.',
      '1.2 “Territory” means the European Union.',
      '2. Supply',
      '2.1 The Supplier shall supply the Products exclusively to the Buyer in the Territory, and shall not:',
      '(a) appoint another distributor in the Territory;',
      '(b) sell the Products to anybody who, as the Supplier knows,',
      '(i) resells them in the Territory; or',
      '(ii) has been refused by the Buyer.',
      '2.2 The Buyer shall pay each invoice within sixty (60) days of its date.',
      '2.3 Neither party shall assign this Agreement without the consent of the other.',
      'Consent is given in writing.',
      'Product\tPrice per unit',
      'Widget A-1\tUSD 12.50',
      'Widget B-2\tUSD 14.00',
      '3. Term',
      '3.1 This Agreement ends on 31 December 2028.',
      'Spare parts are not Products for the purposes of clause 2.',
      'Extended by letter of 3 March 2026.',
    ]);
    expect(findIn(source, '[§2.1(b)(ii)] has been refused by the Buyer')).toMatchObject({ kind: 'verified' });
    expect(findIn(source, 'each invoice within thirty (30) days')).toMatchObject({
      kind: 'missing',
      nearest: { section: '§2.2' },
    });
  });

  test('has 第一条 for a locator, and full-width digits that match others', async () => {
    const source = await sourceIn(fileAt('files/chinese.docx'), 'chinese.docx');
    expect(findIn(source, '[§第一条] 甲方在中国大陆仅向乙方供应产品')).toMatchObject({ kind: 'verified' });
    expect(findIn(source, '[§第二条] 三十(30)日内支付人民币10,000元')).toMatchObject({ kind: 'verified' });
    expect(findIn(source, '[§第二条] 任何一方不得转让')).toMatchObject({ kind: 'wrong-locator' });
    expect(findIn(source, '未经对方书面同意，任何一方得转让')).toMatchObject({
      kind: 'missing',
      nearest: { differences: [{ kind: 'negation' }] },
    });
  });

  test.each(['supply.docx', 'chinese.docx'])('%s: nothing is lost that mammoth finds', async (name) => {
    const bytes = fileAt(`files/${name}`);
    const found = (await sourceIn(bytes, name)).text.replace(/\s+/g, ' ');
    const { value } = await extractRawText({ buffer: Buffer.from(bytes) });
    // Mammoth shows what is hidden, and splits a paragraph whose mark was deleted.
    const paragraphs = value
      .split(/\n+/)
      .map((one) => one.trim())
      .filter((one) => one !== '' && !one.includes('ninety'));
    expect(paragraphs.length).toBeGreaterThan(8);
    expect(paragraphs.filter((one) => !found.includes(one))).toEqual([]);
  });
});
