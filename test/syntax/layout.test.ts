import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/syntax/parser.ts';
import type { Tree } from '../../server/src/syntax/tree.ts';
import { dump, dumpShape } from './dump.ts';
import { SAMPLES, tokenSpans } from './samples.ts';

const errorsOf = (tree: Tree): unknown[] => tree.problems.filter((problem) => problem.severity === 'error');
const isQuote = (token: string): boolean => token.startsWith('>') && token !== '>' && token !== '>=';

describe('layout carries no meaning', () => {
  it.each(SAMPLES)('%s with any white space between its tokens', (_, text) => {
    const tokens = tokenSpans(text);
    const expected = dumpShape(parse(text));
    const space = fc.constantFrom(' ', '\n', '\t', '\r\n', '\u3000', ' /* c */ ', ' // c\n', '\u00a0');
    fc.assert(
      fc.property(fc.array(space, { minLength: 7, maxLength: 7 }), fc.nat(), (spaces, seed) => {
        let result = '';
        tokens.forEach((token, i) => {
          if (!isQuote(token.text)) {
            result += token.text + spaces[((i + 1) * (i + seed)) % 7];
          } else {
            // Only what parts two quotes in the text parts them here.
            const isApart = /\n\s*\n/.test(text.slice(tokens[i - 1].end, token.start));
            result += `${isApart ? '\n\n' : isQuote(tokens[i - 1].text) ? '' : '\n'}${token.text}\n`;
          }
        });
        const tree = parse(result);
        expect(errorsOf(tree)).toEqual([]);
        expect(dumpShape(tree)).toBe(expected);
      }),
      { numRuns: Math.ceil(20_000 / text.length) },
    );
  });
});

describe('line ends, byte order mark and twins', () => {
  it.each(SAMPLES)('%s with CRLF', (_, text) => {
    const tree = parse(text.replace(/\r?\n/g, '\r\n'));
    expect(errorsOf(tree)).toEqual([]);
    expect(dump(tree).replace(/\r\n/g, '\n')).toBe(dump(parse(text)));
  });

  it.each(SAMPLES)('%s with lone CR', (_, text) => {
    const tree = parse(text.replace(/\r?\n/g, '\r'));
    expect(dump(tree).replace(/\r/g, '\n')).toBe(dump(parse(text)));
  });

  it.each(SAMPLES)('%s with a byte order mark', (_, text) => {
    const tree = parse(`\ufeff${text}`);
    expect(tree.problems).toEqual(parse(text).problems.map((p) => ({ ...p, start: p.start + 1, end: p.end + 1 })));
    expect(dump(tree)).toBe(dump(parse(text)));
  });

  const TWINS: Readonly<Record<string, string>> = {
    '(': '（',
    ')': '）',
    ',': '，',
    '=': '＝',
    ':': '：',
    '[': '［',
    ']': '］',
    '{': '｛',
    '}': '｝',
    '<': '＜',
    '>': '＞',
    '<=': '＜＝',
    '>=': '＞=',
    '%': '％',
  };

  it.each(SAMPLES)('%s in full-width punctuation', (_, text) => {
    let result = '';
    let end = 0;
    let twins = 0;
    for (const token of tokenSpans(text)) {
      const twin = isQuote(token.text) ? `＞${token.text.slice(1)}` : TWINS[token.text];
      result += text.slice(end, token.start) + (twin ?? token.text);
      if (twin !== undefined) twins += 1;
      end = token.end;
    }
    result += text.slice(end);
    const tree = parse(result);
    expect(errorsOf(tree)).toEqual([]);
    expect(dumpShape(tree)).toBe(dumpShape(parse(text)));
    const hints = tree.problems.filter((problem) => problem.code === 'ascii-punctuation');
    expect(hints.length).toBeGreaterThanOrEqual(twins > 0 ? 1 : 0);
  });

  it('offers the ASCII form of every twin', () => {
    const text = 'deal 甲（by＝［A、B］，x ＞＝ 3，y＝27％，z＝“t”）｛\n＞ q\n l： k（）\n｝';
    const tree = parse(text);
    let fixed = text;
    for (const { fix, severity, code } of [...tree.problems].reverse()) {
      expect([severity, code]).toEqual(['hint', 'ascii-punctuation']);
      fixed = fixed.slice(0, fix?.start) + fix?.newText + fixed.slice(fix?.end);
    }
    expect(fixed).toBe('deal 甲(by=[A,B],x >= 3,y=27%,z="t"){\n> q\n l: k()\n}');
    expect(parse(fixed).problems).toEqual([]);
  });

  it('closes a string with the style that opened it', () => {
    const tree = parse('scope a “say "hello"” in b scope c "the “Product”"');
    expect(errorsOf(tree)).toEqual([]);
    expect(dump(tree)).toContain('(String “say "hello"”)');
    expect(dump(tree)).toContain('(String "the “Product”")');
  });
});
