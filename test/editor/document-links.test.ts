/** The contracts that deals name. */
import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../server/src/editor/document-links.ts';
import { marked, textAt, withCrlf } from './marked.ts';

function links(path: string, text: string): string[] {
  const at = marked({ [path]: text });
  return documentLinks(at.analysis, path).map(({ span, target }) => `${textAt(at.text, span)} → ${target}`);
}

describe('document links', () => {
  it('lead from a source to its file, relative to the root', () => {
    expect(links('d.deal', 'deal d (by = A, source = "texts/a.md") {}')).toEqual(['texts/a.md → texts/a.md']);
    expect(
      links('north/d.deal', 'deal d (by = A, source = "../texts/a.md") {}\ndeal e (source = "./b.md") {}'),
    ).toEqual(['../texts/a.md → texts/a.md', './b.md → north/b.md']);
    expect(links('d.deal', 'deal d (by = A, source = "texts\\a.md") {}')).toEqual(['texts\\a.md → texts/a.md']);
  });

  it('lead to the web as written', () => {
    expect(links('d.deal', 'deal d (by = A, source = "https://example.org/a?b=c#d") {}')).toEqual([
      'https://example.org/a?b=c#d → https://example.org/a?b=c#d',
    ]);
  });

  it('never lead out of the portfolio, nor elsewhere', () => {
    for (const source of ['../a.md', '/etc/passwd', 'C:\\a.md', 'file:///etc/passwd', 'command:x', '', ' ']) {
      expect(links('d.deal', `deal d (by = A, source = "${source}") {}`), source).toEqual([]);
    }
  });

  it('are none for other texts, nor for a source that is none', () => {
    expect(
      links(
        'd.deal',
        'deal d "texts/a.md" (by = A, law = "texts/a.md", source = texts) { x: document(title = "a.md") }',
      ),
    ).toEqual([]);
    expect(documentLinks(marked('party A').analysis, 'gone.deal')).toEqual([]);
  });

  it('stand in broken and Chinese text with CRLF, and where the mark of the end is missing', () => {
    expect(links('d.deal', withCrlf('// 🐉\ndeal 许可 "🐉" （by ＝ 甲， source ＝ “文本/合同.md”｛\n'))).toEqual([
      '文本/合同.md → 文本/合同.md',
    ]);
    expect(links('d.deal', 'deal d (by = A, source = "texts/a.md')).toEqual(['texts/a.md → texts/a.md']);
  });
});
