import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDocx } from '../../server/src/exchange/docx/annotate-docx.ts';
import { commentedTexts, docx, looksOf, partsOf } from './docx.ts';

const word = fc.constantFrom('a', 'bb', 'c c', ' d', '&amp;', '𠮷', 'é', '甲方', '&#x41;');
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));
const content = fc.oneof(
  { weight: 6, arbitrary: text.map((words) => `<w:t>${words}</w:t>`) },
  { weight: 2, arbitrary: text.map((words) => `<w:t xml:space="preserve">${words}</w:t>`) },
  fc.constantFrom(
    '<w:tab/>',
    '<w:br/>',
    '<w:lastRenderedPageBreak/>',
    '<w:tab></w:tab>',
    '<w:t/>',
    '<w:noBreakHyphen/>',
  ),
);
const run = fc
  .tuple(
    fc.constantFrom('', '<w:rPr><w:b/></w:rPr>', '<w:rPr><w:color w:val="FF0000"/></w:rPr>'),
    fc.array(content, { maxLength: 3 }),
  )
  .map(([settings, contents]) => `<w:r w:rsidR="00A1">${settings}${contents.join('')}</w:r>`);
const inline = fc.oneof(
  { weight: 5, arbitrary: run },
  run.map((inner) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`),
  run.map((inner) => `<w:ins w:id="900" w:author="x">${inner}</w:ins>`),
  fc.constant('<w:del w:id="901" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del>'),
  fc.constant('<w:bookmarkStart w:id="902" w:name="b"/>'),
);
const paragraph = fc
  .array(inline, { maxLength: 5 })
  .map((parts) => `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${parts.join('')}</w:p>`);
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc
    .array(paragraph, { minLength: 1, maxLength: 3 })
    .map((cells) => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`),
);
const body = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join(''));
const place = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));

/** The characters of `w:t` and tabs in a stretch: what the marks around it hold. */
const shown = (words: string): string => words.replace(/[\n\u2011\u00ad]/g, '');

it('whatever a document holds, comments stand at their passages and nothing else changes', () => {
  fc.assert(
    fc.property(body, fc.array(place, { minLength: 1, maxLength: 4 }), (inside, places) => {
      const before = docx(inside);
      const document = openDocx(before);
      const { text } = document;
      const isSecondHalf = (at: number): boolean => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
      const spans = places
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)].map((share) => Math.floor(share * text.length)))
        .map(([start, end]) => ({
          start: isSecondHalf(start) ? start - 1 : start,
          end: isSecondHalf(end) ? end + 1 : end,
        }))
        .filter(({ start, end }) => text.slice(start, end).replace(/\n/g, '') !== '');
      const stamp = { author: 'Deal', initials: 'D', date: '2026-03-18T00:00:00Z' };
      const after = document.withComments(
        spans.map((span) => ({ span, paragraphs: ['x'] })),
        stamp,
      );
      const [old, now] = [before, after].map((bytes) => partsOf(bytes)['word/document.xml']);
      expect(looksOf(now)).toEqual(looksOf(old));
      expect(openDocx(after).text).toBe(text);
      const texts = commentedTexts(now);
      for (const [index, { start, end }] of spans.entries()) {
        expect(texts.get(String(index)) ?? '').toBe(shown(text.slice(start, end)));
      }
      // Put on again, they do not disturb each other.
      expect(
        looksOf(
          partsOf(
            openDocx(after).withComments(
              spans.map((span) => ({ span, paragraphs: ['y'] })),
              stamp,
            ),
          )['word/document.xml'],
        ),
      ).toEqual(looksOf(old));
    }),
    { numRuns: 400 },
  );
});
