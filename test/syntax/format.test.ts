import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format, layOut } from '../../server/src/syntax/format.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { dumpShape } from './dump.ts';
import { SAMPLES, tokenSpans } from './samples.ts';

const commentsOf = (text: string): string[] => {
  const { comments } = parse(text);
  return Array.from({ length: comments.length / 2 }, (_, i) =>
    text.slice(comments[2 * i], comments[2 * i + 1]).trimEnd(),
  );
};
const contentOf = (text: string): string => text.replace(/\s|,/g, '');

describe('the canonical layout', () => {
  it.each([
    [
      'spaces',
      'deal  d(by=A){k(a=[b,c],x<5,y=1 .. 2,z=AGI+5 years)}',
      'deal d (by = A) {\n  k(a = [b, c], x < 5, y = 1..2, z = AGI + 5 years)\n}\n',
    ],
    ['terms', 'party   A "x",B   under C\n\n\n\nscope s = [a,b]', 'party A "x", B under C\n\nscope s = [a, b]\n'],
    ['empty blocks', 'deal d{\n\n}', 'deal d {}\n'],
    ['a short reading', 'reading r "R"\n{\nscope a in b\n}', 'reading r "R" { scope a in b }\n'],
    ['kinds', 'kind k permits ,excludes(a:b=1,c:d)', 'kind k permits, excludes (a: b = 1, c: d)\n'],
    [
      'full-width punctuation',
      '\ufeffdeal 甲（by＝乙）｛\n＞ 引用（原文）\n k（x＝“一”，y＝27％）\n｝',
      'deal 甲 (by = 乙) {\n  > 引用（原文）\n  k(x = "一", y = 27%)\n}\n',
    ],
    ['curly marks around straight ones', 'scope a “say "x"”', 'scope a “say "x"”\n'],
    [
      'blocks and tails',
      'deal d{l:k()except(a=b),(c=d)subject to x notwithstanding[y]{except(e=f) m:except(g=h) n()}}',
      'deal d {\n  l: k() except (a = b), (c = d) subject to x notwithstanding [y] {\n    except (e = f)\n    m: except (g = h)\n    n()\n  }\n}\n',
    ],
    [
      'quotes',
      'deal d {\n      >  [§1] kept   as it\n>   stands\n\n  > second\n\n k()\n}',
      'deal d {\n  >  [§1] kept   as it\n  >   stands\n\n  > second\n  k()\n}\n',
    ],
    [
      'comments',
      '// top\n\n\n\ndeal d { // open\n\n // own\n k() // behind\n // last\n}\n// end',
      '// top\n\ndeal d { // open\n  // own\n  k() // behind\n  // last\n}\n// end\n',
    ],
    [
      'comments between arguments',
      'deal d {\n k( // first\n a=b, // of a\n /* of c */ c=d // last\n )\n}',
      'deal d {\n  k( // first\n    a = b, // of a\n    /* of c */\n    c = d, // last\n  )\n}\n',
    ],
    [
      'comments in odd places',
      'scope /* x */ a\ndeal d { l: /* y */ k(a=b) }',
      'scope /* x */ a\ndeal d {\n  l: /* y */ k(a=b)\n}\n',
    ],
    ['CRLF', 'party A\r\n\r\n\r\nparty  B', 'party A\r\n\r\nparty B\r\n'],
    ['nothing', '\n \n', ''],
  ])('%s', (_, text, expected) => {
    expect(format(text)).toBe(expected);
  });

  it('breaks what does not fit in a hundred columns', () => {
    const long = 'long_name_of_a_scope_or_territory';
    const text = `deal d { k(a = ${long}, b = ${long}, c = [${`${long}, `.repeat(3)}${long}]) except (d = e) }`;
    expect(format(text)).toBe(`deal d {
  k(
    a = ${long},
    b = ${long},
    c = [
      ${long}, ${long},
      ${long}, ${long},
    ],
  ) except (d = e)
}
`);
    for (const [, sample] of SAMPLES) {
      const lines = format(sample).split('\n');
      expect(
        lines.filter((line) => line.length > 100 && !/^\s*(>|\/\/|reading|expect)/.test(line) && !line.includes('"')),
      ).toEqual([]);
    }
  });

  it('leaves a broken declaration as it is, and formats the others', () => {
    const text = 'party   A\ndeal   d {\n    k(a=b c=d)\n  l:  m()\n}\nparty   B;\n  scope   x';
    expect(format(text)).toBe('party A\ndeal   d {\n    k(a=b c=d)\n  l:  m()\n}\nparty   B;\nscope x\n');
  });
});

describe.each(SAMPLES)('%s', (_, text) => {
  it('is formatted without falling back, idempotently, to the same tree with the same comments', () => {
    const formatted = layOut(parse(text));
    expect(format(text)).toBe(formatted);
    expect(layOut(parse(formatted))).toBe(formatted);
    expect(dumpShape(parse(formatted))).toBe(dumpShape(parse(text)));
    expect(commentsOf(formatted)).toEqual(commentsOf(text));
    expect(format(text.replace(/\n/g, '\r\n'))).toBe(formatted.replace(/\n/g, '\r\n'));
  });

  it('keeps these properties with comments and white space anywhere', () => {
    const tokens = tokenSpans(text);
    const space = fc.constantFrom(' ', '\n\n\n', '\t', '\n', ' /* c */ ', ' // c\n', '\n// d\n', '\n/* e\n e */');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), space), { minLength: 1, maxLength: 12 }), (insertions) => {
        const at = insertions.map(([i, s]) => [tokens[i % tokens.length], s] as const);
        let changed = text;
        for (const [token, s] of at.sort((a, b) => b[0].start - a[0].start)) {
          if (!token.text.startsWith('>')) changed = changed.slice(0, token.end) + s + changed.slice(token.end);
        }
        const tree = parse(changed);
        expect(tree.problems).toEqual([]);
        const formatted = layOut(tree);
        expect(layOut(parse(formatted))).toBe(formatted);
        expect(dumpShape(parse(formatted))).toBe(dumpShape(tree));
        expect(commentsOf(formatted)).toEqual(commentsOf(changed));
      }),
      { numRuns: Math.ceil(12_000 / text.length) },
    );
  });

  it('loses nothing of a broken text', () => {
    const tokens = tokenSpans(text);
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom('', '(', ')', '{', '}', '[', '"', ',', ';', '🎉', '/*', '#'),
        (i, inserted) => {
          const { start, end } = tokens[i % tokens.length];
          const changed = `${text.slice(0, start)} ${inserted} ${text.slice(inserted === '' ? end : start)}`;
          const formatted = format(changed);
          expect(contentOf(formatted)).toBe(contentOf(changed));
          expect(format(formatted)).toBe(formatted);
        },
      ),
      { numRuns: Math.ceil(12_000 / text.length) },
    );
  });
});
