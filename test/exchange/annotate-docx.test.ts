import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { openDocx } from '../../server/src/exchange/docx/annotate-docx.ts';
import { commentedTexts, docx, docxWithComments, elementsIn, looksOf, partsOf, treeOf, W } from './docx.ts';

const stamp = { author: 'Deal', initials: 'D', date: '2026-03-18T00:00:00Z' };
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const r = (text: string, settings = '') => `<w:r>${settings && `<w:rPr>${settings}</w:rPr>`}<w:t>${text}</w:t></w:r>`;

/** The document with a comment at each of the passages, each of which stands in its text. */
function annotated(bytes: Uint8Array, ...passages: string[]) {
  const document = openDocx(bytes);
  const comments = passages.map((passage) => {
    const start = document.text.indexOf(passage);
    if (start < 0) throw new Error(`${passage} is not in ${JSON.stringify(document.text)}`);
    return { span: { start, end: start + passage.length }, paragraphs: [`about ${passage}`] };
  });
  const result = document.withComments(comments, stamp);
  return { result, parts: partsOf(result), document: partsOf(result)['word/document.xml'] };
}

/** What the comments are about, in the order of their numbers. */
const passagesOf = (document: string) =>
  [...commentedTexts(document)].sort(([a], [b]) => Number(a) - Number(b)).map(([, text]) => text);

/** Where a run may stand, so may the marks of comments, and they come in pairs with a reference behind. */
function expectSound(document: string): void {
  const elements = elementsIn(treeOf(document).documentElement!);
  const named = (name: string) => elements.filter(({ localName }) => localName === name);
  const ids = (name: string) =>
    named(name)
      .map((element) => element.getAttributeNS(W, 'id'))
      .sort();
  expect(ids('commentRangeEnd')).toEqual(ids('commentRangeStart'));
  expect(ids('commentReference')).toEqual(ids('commentRangeStart'));
  for (const mark of [...named('commentRangeStart'), ...named('commentRangeEnd')]) {
    expect(['p', 'ins', 'hyperlink', 'smartTag', 'fldSimple', 'sdtContent']).toContain(
      (mark.parentNode as typeof mark).localName,
    );
  }
  for (const reference of named('commentReference')) {
    const run = reference.parentNode as typeof reference;
    expect(run.previousSibling?.nodeName).toBe('w:commentRangeEnd');
  }
}

describe('a comment stands exactly at its passage', () => {
  test.each<[string, string, string[]]>([
    ['a whole run', p(r('One.'), r('Two.')), ['Two.']],
    ['the middle of a run', p(r('One two three.')), ['two']],
    ['several runs of different looks', p(r('One tw', '<w:b/>'), r('o thr', '<w:i/>'), r('ee four')), ['two three']],
    ['several paragraphs', p(r('One two')) + p(r('three')) + p(r('four five')), ['two\nthree\nfour']],
    [
      'cells of a table',
      `<w:tbl><w:tr><w:tc>${p(r('One two'))}</w:tc><w:tc>${p(r('three four'))}</w:tc></w:tr></w:tbl>${p()}`,
      ['two\nthree'],
    ],
    [
      'a link',
      p(r('See '), `<w:hyperlink w:anchor="x">${r('section two')}</w:hyperlink>`, r(' now')),
      ['two now', 'section'],
    ],
    ['a simple field', p(`<w:fldSimple w:instr="REF x">${r('section 2')}</w:fldSimple>`, r(' holds')), ['2 holds']],
    [
      'the result of a field, not its code',
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE two</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        r('result two'),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        r(' end'),
      ),
      ['two end'],
    ],
    [
      'tracked insertions',
      p(r('One '), `<w:ins w:id="9" w:author="x">${r('two three')}</w:ins>`, r(' four')),
      ['One two', 'three four'],
    ],
    [
      'text with deletions',
      p(r('One '), '<w:del w:id="9" w:author="x"><w:r><w:delText>not </w:delText></w:r></w:del>', r('two')),
      ['One two'],
    ],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${p(r('One two'))}</w:sdtContent></w:sdt>`,
      ['two'],
    ],
    [
      'tabs and breaks within a run',
      p('<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>'),
      ['two', 'One\ttwo', '\ttwo\nth'],
    ],
    ['entities and characters beyond the basic plane', p(r('A &amp; B &lt; 𠮷𠮷 &#x20BB7;!')), ['& B', '𠮷 𠮷', 'A']],
    ['a run behind a page break of the layout', p('<w:r><w:lastRenderedPageBreak/><w:t>One two</w:t></w:r>'), ['One']],
    [
      'overlapping and nested passages',
      p(r('One two three four')),
      ['One two three', 'two', 'three four', 'One two three four'],
    ],
    [
      'ruby above ideographs',
      p(`<w:r><w:ruby><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('漢字')}</w:rubyBase></w:ruby></w:r>`, r(' two')),
      ['two'],
    ],
  ])('%s', (_, body, passages) => {
    const before = docx(body);
    const { document } = annotated(before, ...passages);
    expectSound(document);
    const plain = (text: string) => text.replace(/\n/g, '');
    expect(passagesOf(document).map(plain)).toEqual(passages.map(plain));
    expect(looksOf(document)).toEqual(looksOf(partsOf(before)['word/document.xml']));
    expect(openDocx(annotated(before, ...passages).result).text).toBe(openDocx(before).text);
  });

  it('white space beside a cut stays', () => {
    const { document } = annotated(
      docx(p('<w:r><w:t xml:space="preserve"> One two </w:t></w:r>') + p(r('a b c'))),
      'One',
      'b',
    );
    for (const element of elementsIn(treeOf(document).documentElement!)) {
      const text = element.localName === 't' ? (element.textContent ?? '') : '';
      if (text !== text.trim()) expect(element.getAttribute('xml:space')).toBe('preserve');
    }
  });

  it('hidden text, text boxes and what stands by for older programs are no part of the text', () => {
    const box = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p(r('boxed'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(r('boxed'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const document = openDocx(docx(p(r('One '), r('hidden ', '<w:vanish/>'), box, r('two', '<w:vanish w:val="0"/>'))));
    expect(document.text).toBe('One two\n');
  });
});

describe('the package', () => {
  it('keeps every other part byte for byte, and gets what comments need', () => {
    const before = docx(p(r('One two')));
    const { result, parts } = annotated(before, 'two');
    const [old, now] = [unzipSync(before), unzipSync(result)];
    for (const name of ['_rels/.rels', 'word/media/note.bin']) expect(now[name]).toEqual(old[name]);
    expect(Object.keys(now).sort()).toEqual(
      [...Object.keys(old), 'word/_rels/document.xml.rels', 'word/comments.xml'].sort(),
    );
    expect(parts['[Content_Types].xml']).toContain('<Override PartName="/word/comments.xml"');
    expect(parts['word/_rels/document.xml.rels']).toMatch(/Target="comments\.xml"/);
    const [comment] = elementsIn(treeOf(parts['word/comments.xml']).documentElement!);
    expect(['id', 'author', 'date', 'initials'].map((name) => comment.getAttributeNS(W, name))).toEqual([
      '0',
      'Deal',
      '2026-03-18T00:00:00Z',
      'D',
    ]);
    expect(comment.textContent).toBe('about two');
  });

  it('is the same for the same input', () => {
    const before = docx(p(r('One two')));
    expect(annotated(before, 'two').result).toEqual(annotated(before, 'two').result);
  });

  it('keeps the comments that are there, under their numbers, in their part', () => {
    const marked = p(
      '<w:commentRangeStart w:id="4"/>',
      r('One'),
      '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
      r(' two'),
    );
    const before = docxWithComments(marked, `<w:comment w:id="4" w:author="Ann">${p(r('Really?'))}</w:comment>`);
    const { parts, document } = annotated(before, 'One', 'two');
    expectSound(document);
    expect([...commentedTexts(document)]).toEqual([
      ['4', 'One'],
      ['5', 'One'],
      ['6', 'two'],
    ]);
    const comments = elementsIn(treeOf(parts['word/notes.xml']).documentElement!).filter(
      ({ localName }) => localName === 'comment',
    );
    expect(comments.map((comment) => [comment.getAttributeNS(W, 'author'), comment.textContent])).toEqual([
      ['Ann', 'Really?'],
      ['Deal', 'about One'],
      ['Deal', 'about two'],
    ]);
    expect(parts['word/comments.xml']).toBeUndefined();
  });

  it('may be strict, and may use another prefix', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const xml = `<x:document xmlns:x="${strict}"><x:body><x:p><x:r><x:t>One two</x:t></x:r></x:p></x:body></x:document>`;
    const { document, parts } = annotated(docx('', { 'word/document.xml': xml }), 'two');
    expect(document).toContain('<x:commentRangeStart x:id="0"/>');
    expect(parts['word/comments.xml']).toContain(strict);
    expect(parts['word/_rels/document.xml.rels']).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
    const plain = `<document xmlns="${W}"><body><p><r><t>One two</t></r></p></body></document>`;
    const unprefixed = annotated(docx('', { 'word/document.xml': plain }), 'two');
    const [mark] = elementsIn(treeOf(unprefixed.document).documentElement!).filter(
      ({ localName }) => localName === 'commentRangeStart',
    );
    expect([mark.namespaceURI, mark.getAttributeNS(W, 'id')]).toEqual([W, '0']);
    expect(annotated(unprefixed.result, 'One').document).toContain('w:id="1"');
  });

  it('says what a comment says, whatever that is', () => {
    const document = openDocx(docx(p(r('One'))));
    const nasty = '<script> & "quotes" \u0000\u0007\ud800 ]]> 𠮷';
    const parts = partsOf(document.withComments([{ span: { start: 0, end: 3 }, paragraphs: [nasty, ''] }], stamp));
    expect(treeOf(parts['word/comments.xml']).documentElement!.textContent).toBe('<script> & "quotes"  ]]> 𠮷');
  });
});

describe('what cannot be opened is said', () => {
  const bomb = () =>
    docx('', { 'word/document.xml': `<w:document xmlns:w="${W}">${' '.repeat(20 * 1024 * 1024)}</w:document>` });
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'no ZIP archive'],
    ['a text', strToU8('hello'), 'no ZIP archive'],
    ['an old document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'Word 97–2003'],
    ['another archive', zipSync({ a: strToU8('b') }), 'it has no main part'],
    [
      'a document type',
      docx('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
      'it is no Word document',
    ],
    ['entities', docx(p(r('&lol;')), { 'word/_rels/document.xml.rels': '<!DOCTYPE x><x/>' }), 'document type'],
    [
      'XML that is cut off',
      docx('', { 'word/document.xml': `<w:document xmlns:w="${W}"><w:body>` }),
      'not well formed',
    ],
    [
      'XML that is crossed',
      docx('', { 'word/document.xml': `<w:document xmlns:w="${W}"><a><b></a></b></w:document>` }),
      'not well formed',
    ],
    ['depth', docx('<w:p>'.repeat(3000)), 'nested more than'],
    ['another encoding', docx('', { 'word/document.xml': '' }), 'it is no Word document'],
  ])('%s', (_, bytes, problem) => {
    const open = () => openDocx(bytes).withComments([{ span: { start: 0, end: 1 }, paragraphs: [] }], stamp);
    expect(open).toThrow(problem);
  });

  it('a bomb', () => {
    expect(() => openDocx(bomb())).toThrow('far more than a contract holds');
  });

  it('a part that is cut off or changed', () => {
    const bytes = docx(p(r('One two three')));
    const wrong = Uint8Array.from(bytes);
    // Within the packed data of the first part.
    wrong[60] ^= 0xff;
    expect(() => openDocx(wrong)).toThrow();
    expect(() => openDocx(bytes.subarray(0, bytes.length - 40))).toThrow();
  });
});
