import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { askPortfolio } from '../../server/src/portfolio/ask.ts';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import { format } from '../../server/src/syntax/format.ts';
import { commentedTexts, docx, partsOf } from '../exchange/docx.ts';
import { deal, folderWith } from './helpers/deal.ts';

const engine = { check: checkPortfolio, ask: askPortfolio, format };
const run = (folder: string, ...words: string[]) => deal(folder, words, { engine });
const read = (folder: string, path: string): string => readFileSync(`${folder}/${path}`, 'utf8');

const contract = '# Supply\n\n## 1 Sale\n\nThe Supplier sells to the Buyer alone.\n';
const portfolio = {
  'deal.config.json': '{ "asOf": "2026-03-18" }',
  'supply.deal': `party supplier, buyer
deal supply (by = supplier, to = buyer, from = 2025-01-01, source = "texts/supply.md") {
  > [§1] The Supplier sells to the Buyer alone.
  alone: exclusive()
}
`,
  'texts/supply.md': contract,
};

describe('export --annotations', () => {
  it('writes the portfolio, and import takes it over', async () => {
    const folder = folderWith(portfolio);
    const written = await run(folder, 'export', '--annotations', 'out.jsonld');
    expect(written).toMatchObject({ code: 0, results: 'out.jsonld\n', messages: expect.stringContaining('1 clause') });
    const taken = await run(folder, 'import', 'out.jsonld', 'back');
    expect(taken).toMatchObject({ code: 0, results: 'back/supply.deal\n' });
    expect(read(folder, 'back/supply.deal')).toContain(
      '  > [§1] The Supplier sells to the Buyer alone.\n  alone: exclusive()\n',
    );
    expect(taken.messages).toContain('1 clause\n');
    expect(taken.messages).toContain('`deal check back` checks them.');
  });

  it('to standard output writes nothing else there, and takes the scenario', async () => {
    const { results, code } = await run(folderWith(portfolio), 'export', '--annotations', '-', '--as-of', '2027-05-01');
    expect(JSON.parse(results)).toMatchObject({ type: 'AnnotationCollection', generated: '2027-05-01T00:00:00Z' });
    expect(code).toBe(0);
  });
});

describe('export --docx', () => {
  it('makes a plain document of a text, with comments, and leaves the text alone', async () => {
    const folder = folderWith(portfolio);
    const { code, results, messages } = await run(folder, 'export', '--docx', 'texts/supply.md', 'out.docx');
    expect({ code, results, messages }).toEqual({
      code: 0,
      results: 'out.docx\n',
      messages: '1 clause beside its passage\n',
    });
    const parts = partsOf(Uint8Array.from(readFileSync(`${folder}/out.docx`)));
    expect([...commentedTexts(parts['word/document.xml']).values()]).toEqual([
      'The Supplier sells to the Buyer alone.',
    ]);
    expect(parts['word/comments.xml']).toContain('w:date="2026-03-18T00:00:00Z"');
    expect(read(folder, 'texts/supply.md')).toBe(contract);
  });

  it('puts comments into a Word document, and names what it does not have', async () => {
    const bytes = docx('<w:p><w:r><w:t>The Supplier sells to the Buyer alone.</w:t></w:r></w:p>');
    const deals = portfolio['supply.deal'].replace('supply.md', 'supply.docx').replace('[§1] ', '');
    const more = deals.replace('alone: exclusive()', 'alone: exclusive()\n  > Nothing like it.\n  other: insure()');
    const folder = folderWith({ ...portfolio, 'supply.deal': more, 'texts/supply.docx': bytes });
    const { code, messages } = await run(folder, 'export', '--docx', 'texts/supply.docx', 'out.docx');
    expect(messages).toContain('1 clause beside its passage\n');
    expect(messages).toContain('left out: supply.other');
    expect(code).toBe(0);
  });
});

describe('wrong use of export', () => {
  test.each<[string[], string]>([
    [['export'], 'write one of `--annotations OUT.jsonld` and `--docx CONTRACT OUT.docx`'],
    [['export', '--annotations', '--docx', 'a', 'b'], 'write one of'],
    [['export', '--annotations'], 'export needs the name of the file to write'],
    [['export', '--annotations', 'x.deal'], 'is named like a file of the portfolio'],
    [['export', '--annotations', 'no/folder/x.json'], 'could not be written'],
    [['export', '--annotations', 'x.json', 'nowhere'], '`nowhere`: there is no such file or folder'],
    [['export', '--docx', 'missing.docx', 'out.docx'], '`missing.docx`: there is no such file'],
    [['export', '--docx', 'texts/supply.md', 'texts/supply.md'], 'is the contract itself'],
    [
      ['export', '--docx', 'texts/other.md', 'out.docx'],
      'no deal of the portfolio names `texts/other.md` as its `source`',
    ],
    [['export', '--docx', 'texts/bad.docx', 'out.docx'], 'no ZIP archive'],
    [['export', '--docx', '../a.md', 'out.docx', '.'], 'there is no such file'],
  ])('%j: %s', async (words, message) => {
    const bad = portfolio['supply.deal']
      .replace('deal supply', 'deal bad')
      .replace('supply.md', 'bad.docx')
      .replace('party supplier, buyer\n', '');
    const folder = folderWith({
      ...portfolio,
      'bad.deal': bad,
      'texts/bad.docx': 'no document',
      'texts/other.md': 'x',
    });
    const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    const { code, results, messages } = await run(folder, ...words);
    expect(messages).toContain(message);
    expect({ code, results }).toEqual({ code: 2, results: '' });
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
  });
});

describe('import of CUAD', () => {
  const spans = JSON.stringify([
    { file: 'One.txt', category: 'Governing Law', quote: 'The laws of France govern.', start: 0 },
    { file: 'Two.txt', category: 'Insurance', quote: 'Acme keeps insurance.', start: 0 },
  ]);

  it('finds the texts beside the file, by name', async () => {
    const folder = folderWith({ 'in/spans.json': spans, 'in/texts/One.txt': 'The laws of France govern.' });
    const { code, results, messages } = await run(folder, 'import', 'in/spans.json', 'new');
    expect(results).toBe('new/one.deal\nnew/texts/one.txt\n');
    expect(messages).toContain('1 deal, 1 clause, 1 quote\n');
    expect(messages).toContain('no text for 1 contract, such as `Two.txt`: name its folder with `--texts`');
    expect(code).toBe(0);
    expect(await run(folder, 'check', 'new')).toMatchObject({
      code: 0,
      results: expect.stringContaining('quotes: 1 verified'),
    });
  });

  it('never overwrites: nothing is written when one file is there', async () => {
    const folder = folderWith({
      'spans.json': spans,
      'texts/One.txt': 'The laws of France govern.',
      'new/one.deal': 'mine',
    });
    const { code, messages } = await run(folder, 'import', 'spans.json', 'new');
    expect(messages).toContain('`new/one.deal` would be overwritten; nothing was written');
    expect(code).toBe(2);
    expect(read(folder, 'new/one.deal')).toBe('mine');
    expect(readdirSync(`${folder}/new`)).toEqual(['one.deal']);
  });

  it('a name that the portfolio has is not taken again', async () => {
    const folder = folderWith({
      'spans.json': spans,
      'texts/One.txt': 'The laws of France govern.',
      'p/deal.config.json': '{}',
      'p/a.deal': 'party x\ndeal one (by = x) {}\n',
    });
    expect((await run(folder, 'import', 'spans.json', 'p')).results).toContain('p/one_2.deal\n');
  });

  it('a title is no path', async () => {
    const nasty = JSON.stringify([{ file: '../secret.txt', category: 'Insurance', quote: 'x', start: 0 }]);
    const folder = folderWith({ 'in/a.json': nasty, 'secret.txt': 'x', 'in/texts/.keep': '' });
    const { code, messages } = await run(folder, 'import', 'in/a.json', 'new');
    expect(messages).toContain('no text for 1 contract');
    expect(code).toBe(2);
  });
});

describe('wrong use of import', () => {
  test.each<[string[], string]>([
    [['import'], 'import needs the file to take over'],
    [['import', 'a', 'b', 'c'], 'import takes one file and one folder'],
    [['import', 'missing.json'], '`missing.json`: there is no such file'],
    [['import', 'bad.json'], '`bad.json`: it is no JSON'],
    [['import', 'other.json'], 'holds neither W3C Web Annotations nor annotations of CUAD'],
    [['import', 'bad.csv'], '`bad.csv`: its first line names no column `Filename`'],
    [['import', 'bytes.json'], 'is UTF-16, not UTF-8'],
    [['import', 'other.json', 'other.json'], 'is not a folder'],
    [['import', 'empty.json'], 'nothing of `empty.json` could be taken over'],
    [['import', 'deep.json'], 'deep.json'],
  ])('%j: %s', async (words, message) => {
    const folder = folderWith({
      'bad.json': '{',
      'other.json': '{}',
      'bad.csv': '=cmd|" /C calc"!A0',
      'bytes.json': Buffer.from([0xff, 0xfe, 0x00]),
      'empty.json': '{"type":"AnnotationPage","items":[]}',
      'deep.json': '['.repeat(200_000),
    });
    const { code, results, messages } = await run(folder, ...words);
    expect(messages).toContain(message);
    expect({ code, results }).toEqual({ code: 2, results: '' });
  });
});

describe('init --from', () => {
  it('lists the sections beside the contract', async () => {
    const folder = folderWith({ 'in/My contract.md': contract });
    const { code, results, messages } = await run(folder, 'init', '--from', 'in/My contract.md');
    expect(results).toBe('in/My contract.deal\n');
    expect(messages).toContain('The sections of in/My contract.md to annotate');
    expect(code).toBe(0);
    expect(read(folder, 'in/My contract.deal')).toContain(
      '// > [§1] The Supplier sells to the Buyer alone.\n  // exclusive',
    );
    expect(await run(folder, 'check', 'in')).toMatchObject({ code: 0 });
  });

  test.each<[string, string | Uint8Array, string]>([
    [
      'a.docx',
      docx('<w:p><w:r><w:t>The Supplier sells to the Buyer alone.</w:t></w:r></w:p>'),
      'The Supplier sells to the Buyer alone.',
    ],
    [
      'a.html',
      '<h2>1 Sale</h2><p>The <b>Supplier</b> sells to the Buyer alone.</p>',
      'The Supplier sells to the Buyer alone.',
    ],
    ['a.txt', '第一条 甲方独家向乙方供货，不得向其他任何一方供货，直至合同终止之日为止。', '甲方独家向乙方供货'],
  ])('of %s', async (name, content, passage) => {
    const folder = folderWith({ [name]: content });
    expect((await run(folder, 'init', '--from', name)).code).toBe(0);
    expect(read(folder, 'a.deal')).toContain(passage);
    expect((await run(folder, 'check')).code).toBe(0);
  });

  test.each<[string[], string]>([
    [['init', '--from', 'missing.docx'], '`missing.docx`: there is no such file'],
    [['init', '--from', 'bad.docx'], '`bad.docx` could not be read'],
    [['init', '--from', 'a.xls'], 'is not supported'],
    [['init', '--from', 'a.md', 'folder'], '`--from` takes the place of the folder'],
    [['init', '--from', 'taken.md'], '`taken.deal` would be overwritten'],
  ])('%j: %s', async (words, message) => {
    const folder = folderWith({ 'bad.docx': 'x', 'a.xls': 'x', 'a.md': 'x', 'taken.md': 'x', 'taken.deal': 'mine' });
    const { code, results, messages } = await run(folder, ...words);
    expect(messages).toContain(message);
    expect({ code, results }).toEqual({ code: 2, results: '' });
    expect(read(folder, 'taken.deal')).toBe('mine');
  });
});

test.each(['export', 'import', 'init'])('`deal %s --help` tells its forms', async (name) => {
  const { code, results } = await run(folderWith({}), name, '--help');
  expect(results).toContain(`Usage: deal ${name} [options]`);
  expect(code).toBe(0);
});
