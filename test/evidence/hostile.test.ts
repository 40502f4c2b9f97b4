import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readSourceFile } from '../../server/src/evidence/read-source-file.ts';
import { LARGEST_TEXT } from '../../server/src/evidence/text-blocks.ts';
import { docx, item, numbering, paragraph, run, xml, zip } from './helpers/docx.ts';
import { lines, pdf, pdfOfObjects } from './helpers/pdf.ts';
import { fileAt, sourceIn, whyNot } from './helpers/read.ts';

/** Mulberry32: the same bytes are broken in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FAR_MORE = /unpacks to far more than a contract holds, and was not unpacked further/;

describe('a file under the wrong name', () => {
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const page = Buffer.from('<!doctype html><p>x</p>');
  test.each<[string, string, Uint8Array, RegExp]>([
    [
      'a PDF',
      'a.docx',
      pdf([lines(['x'], 60, 700)]),
      /^it is a PDF, not a Word document: give its name the ending `\.pdf`$/,
    ],
    ['a PDF', 'a.md', pdf([lines(['x'], 60, 700)]), /^it is a PDF, not Markdown/],
    [
      'a Word document',
      'a.pdf',
      docx(paragraph('x')),
      /^it is a ZIP archive, as Word documents are, not a PDF: .*`\.docx`$/,
    ],
    ['a Word document', 'a.txt', docx(paragraph('x')), /not plain text/],
    ['a Word document', 'a.html', docx(paragraph('x')), /not a web page/],
    ['a web page', 'a.pdf', page, /^it is a web page, not a PDF: give its name the ending `\.html`$/],
    ['a web page', 'a.docx', page, /^it is a web page, not a Word document/],
    ['Rich Text', 'a.txt', Buffer.from('{\\rtf1 x}'), /Rich Text Format, not plain text: save the text as/],
    ['a picture', 'a.pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /^it is a picture, not a PDF/],
    ['plain text', 'a.docx', Buffer.from('just words'), /^it is not a Word document, or it is damaged/],
    ['nothing', 'a.pdf', new Uint8Array(), /^it is empty$/],
    ['the old format of Word', 'a.docx', old, /^it is in the old format of Word: .* save it as `\.docx`$/],
    ['the old format of Word', 'a.doc', old, /^it is in the old format of Word: .* save it as `\.docx`$/],
    ['a document with a password', 'a.docx', Buffer.concat([old, wide('EncryptedPackage')]), /protected by a password/],
    ['a workbook', 'a.docx', zip({ 'xl/workbook.xml': '<x/>' }), /^it is an Excel workbook, not a Word document/],
    ['another archive', 'a.docx', zip({ 'x.txt': 'x' }), /^it is a ZIP archive without a document in it/],
    ['something else', 'a.odt', zip({ 'content.xml': '<x/>' }), /^`\.odt` is not supported: save the text as/],
  ])('%s as %s', async (_, name, bytes, why) => {
    expect(await whyNot(bytes, name)).toMatch(why);
  });

  test('a text that mentions what PDFs start with is a text', async () => {
    expect((await sourceIn('Files that start with %PDF-1.7 are PDFs.', 'a.md')).format).toBe('markdown');
  });
});

describe('a Word document', () => {
  test('that unpacks to a thousand times its size is not unpacked to the end', async () => {
    const bomb = docx(paragraph('x'), { others: { 'word/document.xml': new Uint8Array(40_000_000) } });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await whyNot(bomb, 'a.docx')).toMatch(FAR_MORE);
  });

  test('that unpacks to more than any contract has is not, either, however well it is packed', async () => {
    const block = Buffer.alloc(1000);
    const random = generator(1);
    const many = Buffer.concat(
      Array.from({ length: 70_000 }, () => {
        for (let at = 0; at < 10; at++) block[at] = random() * 256;
        return Buffer.from(block);
      }),
    );
    expect(await whyNot(docx('', { others: { 'word/document.xml': many } }), 'a.docx')).toMatch(FAR_MORE);
  });

  test('that says it is smaller than it is, or other than it is, is damaged', async () => {
    const bytes = Buffer.from(docx(paragraph('The Seller sells.')));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const lie = Buffer.from(bytes);
    for (let at = entry; at >= 0; at = lie.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), at + 1))
      lie.writeUInt32LE(7, at + 24);
    expect(await whyNot(lie, 'a.docx')).toMatch(/damaged/);
    const other = Buffer.from(zip({ 'x.xml': 'xxxx' }));
    expect(await whyNot(Buffer.concat([other, Buffer.from('trailing')]), 'a.docx')).toMatch(/without a document/);
  });

  test.each([
    ['an external entity', '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['an external document type', '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">', ''],
    ['entities within entities', '<!DOCTYPE w [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', '&b;'],
  ])('with %s is not read', async (_, declaration, reference) => {
    const document = `<?xml version="1.0"?>${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>x${reference}</w:t></w:r></w:p></w:body></w:document>`;
    const bytes = docx('', { others: { 'word/document.xml': document } });
    expect(await whyNot(bytes, 'a.docx')).toBe(
      'its XML declares a document type, which no word processor does: save it anew',
    );
  });

  test('resolves no entity that it does not know', async () => {
    const bytes = docx(paragraph('<w:r><w:t>a&nbsp;b&x;c</w:t></w:r>'));
    expect((await sourceIn(bytes, 'a.docx')).text).toBe('a&nbsp;b&x;c\n');
  });

  test('whose XML ends early, or closes what it did not open last, is damaged', async () => {
    for (const document of ['<w:document xmlns:w="x"><w:body>', '<a><b></a></b>', '<w:document']) {
      expect(await whyNot(docx('', { others: { 'word/document.xml': document } }), 'a.docx')).toMatch(
        /damaged|not a Word/,
      );
    }
  });

  test('that is nested too deep is not read', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(3000)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(3000)}`;
    expect(await whyNot(docx(deep), 'a.docx')).toMatch(/nested more than 2000 deep/);
  });

  test('whose relations lead out of the archive finds nothing there', async () => {
    const relation = (target: string, mode = '') =>
      xml(
        'Relationships',
        'http://schemas.openxmlformats.org/package/2006/relationships',
        `<Relationship Id="r" Type="http://x/officeDocument" Target="${target}"${mode}/>`,
      );
    for (const rels of [relation('../../../etc/passwd'), relation('file:///etc/passwd', ' TargetMode="External"')]) {
      expect(await whyNot(zip({ '_rels/.rels': rels, 'word/document.xml': '<x/>' }), 'a.docx')).toMatch(
        /without a document/,
      );
    }
  });

  test('with two parts of one name is not read', async () => {
    const bytes = Buffer.from(zip({ 'word/a.xml': 'one', 'word/b.xml': 'two' }));
    const twice = Buffer.from(bytes.toString('latin1').replaceAll('word/b.xml', 'word/a.xml'), 'latin1');
    expect(await whyNot(twice, 'a.docx')).toMatch(/two parts of the name/);
  });

  test('with numbers beyond all lists is read all the same', async () => {
    const list = numbering([['lowerRoman', '%1.%9']]).replace('w:val="1"/>', 'w:val="999999999999"/>');
    const odd = ['-1', '99999999999', 'x', ''].map((level) =>
      paragraph(run('text'), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`),
    );
    const { text } = await sourceIn(docx(odd.join('') + item('last', 1), { numbering: list }), 'a.docx');
    expect(text.match(/text/g)).toHaveLength(4);
    expect(text).toContain('last');
  });

  test('cut off anywhere says so', async () => {
    const whole = fileAt('files/supply.docx');
    for (let length = 1; length < whole.length; length += 97) {
      expect(await whyNot(whole.subarray(0, length), 'a.docx')).toMatch(/cut off|damaged/);
    }
  });

  test('with a few broken bytes never says what it did not say', async () => {
    const whole = fileAt('files/supply.docx');
    const random = generator(2);
    const { text } = await sourceIn(whole, 'a.docx');
    for (let round = 0; round < 400; round++) {
      const broken = Uint8Array.from(whole);
      for (let count = 0; count < 3; count++)
        broken[Math.floor(random() * broken.length)] ^= 1 << Math.floor(random() * 8);
      const source = await readSourceFile(broken, 'a.docx');
      // Names of parts are not protected: without its lists a document has no numbers, and that is all.
      if ('text' in source)
        expect(text.replace(/[\d.()a-z\s]/g, '')).toContain(source.text.replace(/[\d.()a-z\s]/g, ''));
    }
  });
});

describe('a PDF', () => {
  const stream = (content: Buffer, filter: string) =>
    `<< /Length ${content.length} /Filter ${filter} >>\nstream\n${content.toString('latin1')}\nendstream`;
  const onePage = (content: string, more: readonly string[] = [], resources = '') =>
    pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> ${resources} >> /Contents 5 0 R >>`,
      content,
      ...more,
    ]);

  test('that unpacks to far more than it has is not unpacked to the end', async () => {
    const zeros = deflateSync(Buffer.alloc(150 * 1024 * 1024, 0x20));
    expect(await whyNot(onePage(stream(zeros, '/FlateDecode')), 'a.pdf')).toMatch(FAR_MORE);
    expect(await whyNot(onePage(stream(deflateSync(zeros), '[/FlateDecode /FlateDecode]')), 'a.pdf')).toMatch(FAR_MORE);
  });

  test('that was harmless is read after one that was not', async () => {
    expect((await sourceIn(pdf([lines(['Harmless.'], 60, 700)]), 'a.pdf')).prepared.text).toBe('Harmless.');
  });

  test('that draws forms within forms without end is not drawn to the end', async () => {
    const forms = Array.from({ length: 12 }, (_, index) => {
      const content = `${'/X Do '.repeat(8)}BT /F 10 Tf (x) Tj ET`;
      const inner = index < 11 ? `/XObject << /X ${7 + index} 0 R >>` : `/XObject << /X 6 0 R >>`;
      return `<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /F 3 0 R >> ${inner} >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
    });
    const content = '/X Do';
    const bytes = onePage(
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      forms,
      '/XObject << /X 6 0 R >>',
    );
    expect(await whyNot(bytes, 'a.pdf')).toMatch(FAR_MORE);
  });

  test('with a password says so', async () => {
    const locked = pdfOfObjects(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>'],
      `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
    );
    expect(await whyNot(locked, 'a.pdf')).toBe('it is protected by a password: save it without one');
  });

  test('whose pages are their own parents, or more than there are, is damaged or too long', async () => {
    const looped = pdfOfObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>',
    ]);
    expect(await whyNot(looped, 'a.pdf')).toMatch(/damaged/);
    const counted = pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 900000000 /Kids [] >>']);
    expect(await whyNot(counted, 'a.pdf')).toMatch(/more than 5000 pages|damaged|no text/);
  });

  test('that wants to run something is only read', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.wasRun = true) >>';
    const [content] = ['BT /F 10 Tf 60 700 Td (Words.) Tj ET'];
    const bytes = Buffer.from(
      Buffer.from(onePage(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`))
        .toString('latin1')
        .replace('/Type /Catalog', `/Type /Catalog ${script}`),
      'latin1',
    );
    expect((await sourceIn(bytes, 'a.pdf')).prepared.text).toBe('Words.');
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  test('cut off anywhere says so', async () => {
    const whole = fileAt('files/chinese.pdf');
    for (let length = 8; length < whole.length - 6; length += 977) {
      expect(await whyNot(whole.subarray(0, length), 'a.pdf')).toMatch(/cut off/);
    }
  });

  test('with broken bytes is read or refused', async () => {
    const whole = fileAt('files/chinese.pdf');
    const random = generator(3);
    for (let round = 0; round < 60; round++) {
      const broken = Uint8Array.from(whole);
      for (let count = 0; count < 5; count++)
        broken[Math.floor(random() * broken.length)] ^= 1 << Math.floor(random() * 8);
      const source = await readSourceFile(broken, 'a.pdf');
      expect('unavailable' in source ? source.unavailable : source.text).toBeTypeOf('string');
    }
  });
});

describe('a web page', () => {
  test.each([
    ['elements nested without end', '<div>'.repeat(200_000)],
    ['tables within tables', '<table><tr><td>'.repeat(50_000)],
    ['lists within lists', '<ol><li>'.repeat(50_000)],
  ])('with %s is not read', async (_, page) => {
    expect(await whyNot(`${page}x`, 'a.html')).toMatch(/nested more than 1000 deep/);
  });

  test.each([
    ['markup that is never closed', `${'<p>a<b>'.repeat(300)}`, 300],
    ['ends of what was never open', `a${'</x></div></table></td>'.repeat(50_000)}`, 1],
    ['many small blocks', '<p>a</p>'.repeat(100_000), 100_000],
    ['a single word without end', `<p>${'a'.repeat(3_000_000)}`, 3_000_000],
    ['attributes without end', `<p ${'x=y '.repeat(200_000)}>a`, 1],
    ['a tag that never ends', `<p>a<p ${'x'.repeat(1_000_000)}`, 1],
    ['entities without end', `<p>${'&amp;'.repeat(200_000)}a`, 1],
    ['style sheets without end', `<style>${'a{'.repeat(200_000)}${'/*'.repeat(200_000)}</style>a`, 1],
  ])('with %s is', async (_, page, count) => {
    expect((await sourceIn(page, 'a.html')).text.match(/a/g)).toHaveLength(count);
  });

  test('shows what it would write and load as nothing', async () => {
    const page =
      '<script src="http://127.0.0.1:9/x.js"></script><img src="http://127.0.0.1:9/x.png" onerror="x()"><p onclick="y()">Words.';
    expect((await sourceIn(page, 'a.html')).text).toBe('Words.\n');
  });
});

test.each(['a.md', 'a.txt', 'a.html'])('%s: a text beyond all contracts is not read', async (name) => {
  expect(await whyNot('words '.repeat(LARGEST_TEXT / 6 + 1), name)).toMatch(/too long \(at most 16 million characters/);
});

test('noise under any name is refused, or read as what it is', async () => {
  const random = generator(4);
  for (const name of ['a.docx', 'a.pdf', 'a.html', 'a.txt', 'a.md']) {
    for (const start of ['', 'PK\u0003\u0004', '%PDF-1.7\n', '<html>']) {
      const noise = Buffer.from(Array.from({ length: 5000 }, () => Math.floor(random() * 256)));
      const source = await readSourceFile(Buffer.concat([Buffer.from(start, 'latin1'), noise]), name);
      if (name === 'a.docx' || name === 'a.pdf') expect(source).toHaveProperty('unavailable');
    }
  }
});
