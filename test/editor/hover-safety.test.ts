/** What contracts, names and comments say is shown as it is: nothing of it becomes markup, a link or HTML. */
import { describe, expect, it } from 'vitest';
import {
  blockQuote,
  code,
  escapeLines,
  escapeMarkdown,
  escapeMessage,
  table,
} from '../../server/src/editor/hover/markdown.ts';
import { hover } from '../../server/src/editor/hover.ts';
import { signatureHelp } from '../../server/src/editor/signature-help.ts';
import { marked } from './marked.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](command:workbench.action.quit)',
  '![x](https://example.com/a.png)',
  'see https://example.com or www.example.com or example.com',
  'mail a@example.com',
  '`code` and ``more``',
  'a | b | c',
  '**bold** _it_ ~~gone~~',
  '$(alert) $x^2$',
  '&lt;b&gt; &amp;',
  'back\\slash \\[x\\](y)',
  '# not a heading',
  '- not an item',
  '1. not an item',
  '=== ---',
  'line\u2028break \u202eover\u202c',
];

/** Markdown that our own texts never hold outside code: a tag, a link, an image, an entity of our making aside. */
function markupIn(markdown: string, allowed: readonly string[] = []): string[] {
  const bare = markdown.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '').replace(/\\[!-/:-@[-`{-~]/g, '');
  return [...bare.matchAll(/<|\]\(|!\[|https?:\/\/|www\.|example\.com|\$\(|[\w.]@\w|[\u2028\u202a-\u202e]/g)]
    .map(([found]) => found)
    .filter((found) => !allowed.includes(found));
}

describe('escaped text', () => {
  for (const text of HOSTILE) {
    it(`holds no markup: ${JSON.stringify(text)}`, () => {
      expect(markupIn(escapeMarkdown(text))).toEqual([]);
      expect(escapeMarkdown(text)).not.toMatch(/^(?:[-+=#>]|\d+[.)])/);
    });
  }

  it('reads as it was once the backslashes are taken out', () => {
    const read = (markdown: string) =>
      markdown
        .replace(/\\([!-/:-@[-`{-~])/g, '$1')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&');
    for (const text of HOSTILE.filter((one) => !/[\u2028\u202e]/.test(one)))
      expect(read(escapeMarkdown(text))).toBe(text);
  });

  it('stays on one line', () => {
    expect(escapeMarkdown('a\n\n# b\r\n> c')).toBe('a # b &gt; c');
    expect(blockQuote('a\n\n<b>')).toBe('> a &lt;b&gt;');
  });

  it('leaves letters of every script alone', () => {
    expect(escapeMarkdown('灯笼街 “Ärger” 1.5')).toBe('灯笼街 “Ärger” 1.5');
  });

  it('of several lines stays several lines', () => {
    expect(escapeLines('# a\r\n- b\n\n\n\nc')).toBe('\\# a\n\\- b\n\nc');
  });

  it('of a message keeps names in the type of code', () => {
    expect(escapeMessage('`a_b` lets <x> do `c|d` `')).toBe('`a_b` lets &lt;x&gt; do `c|d` \\`');
  });
});

describe('code', () => {
  it('is fenced by more backticks than it holds', () => {
    expect(code('a`b``c')).toBe('``` a`b``c ```');
    expect(code('name')).toBe('`name`');
  });

  it('in a table ends no cell', () => {
    expect(table(['A'], [[code('a|b')]])).toBe('| A |\n| --- |\n| `a\\|b` |');
  });
});

describe('hovers', () => {
  const hostileDeal = (text: string): string => {
    const title = text.replace(/["\u2028]/g, "'");
    return `
// ${title}
party A "${title}"
party B "${title}"
// ${title}
scope s "${title}"
event e "${title}"
kind own records (note: text = "${title}")
reading r "${title}" { scope s open }
// ${title}
deal d "${title}" (by = A, to = B, from = 2025-01-01, source = "${title}", law = "${title}") {
  > [§${title.replace(/]/g, '')}] ${title}
  // ${title}
  x: exclusive(to = B, scope = s, until = e)
  y: insure(cover = "${title}", per = "${title}")
  z: own(note = "${title}")
}
deal o (by = A, to = B, from = 2025-01-01) {
  > ${title}
  w: license(to = A, scope = s)
  v: prohibit(scope = s)
}
`;
  };

  for (const text of HOSTILE) {
    it(`hold no markup of ${JSON.stringify(text)}`, () => {
      const { analysis, path, text: source } = marked(hostileDeal(text));
      const seen = new Set<string>();
      for (let offset = 0; offset < source.length; offset++) {
        const shown = hover(analysis, path, offset)?.markdown;
        if (shown !== undefined) seen.add(shown);
        const help = signatureHelp(analysis, path, offset);
        if (help) seen.add(help.documentation);
      }
      expect(seen.size).toBeGreaterThan(25);
      for (const shown of seen) expect(markupIn(shown), shown).toEqual([]);
    });
  }

  it('link to nothing but what they are told to', () => {
    const { analysis, path, text } = marked(hostileDeal('[x](command:quit)'));
    const shown = hover(analysis, path, text.indexOf('v: prohibit'), (file, { start }) => `p>(q r)/${file}#${start}`);
    expect(shown?.markdown).toContain('](<p%3E(q%20r)/portfolio.deal#');
    expect(markupIn(shown?.markdown ?? '', ['](', '<'])).toEqual([]);
  });
});
