/** Laying out a part of a text, as small edits. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatDocument, formatOnType, formatRange } from '../../server/src/editor/formatting.ts';
import { format } from '../../server/src/syntax/format.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { samples } from './layout-samples.ts';
import { edited, marked, withCrlf } from './marked.ts';

const UNTIDY = `party   Lab,Host
scope api


deal   d(by=Lab,to=Host,from=2026-01-01){
    // Why.
    x:license(scope=api)
      y:   license( scope = [api] )   except(territory=[CN,RU]) {
     z:except( with=Lab )
  }
}
`;

/** The text after laying out the range from `$0` to `$1`. */
function inRange(text: string): string {
  const { tree, text: plain, offsets } = marked(text);
  return edited(plain, formatRange(tree, { start: offsets[0], end: offsets[1] ?? offsets[0] }));
}

/** The text after `ch` was typed before `$0`. */
function typed(text: string, ch: string): string {
  const { tree, text: plain, offset } = marked(text);
  return edited(plain, formatOnType(tree, offset, ch));
}

describe('a range', () => {
  it('lays out the clause that it touches, and its documentation', () => {
    expect(inRange(UNTIDY.replace('scope=api)', 'sco$0pe=api)'))).toBe(
      UNTIDY.replace('    // Why.\n    x:license(scope=api)', '  // Why.\n  x: license(scope = api)'),
    );
  });

  it('lays out a clause with its block, and leaves the next', () => {
    const result = inRange(UNTIDY.replace('z:except', 'z$0:except'));
    expect(result).toContain(
      '  y: license(scope = [api]) except (territory = [CN, RU]) {\n    z: except (with = Lab)\n  }\n}',
    );
    expect(result).toContain('    x:license(scope=api)');
    expect(result).toContain('deal   d(by=Lab');
  });

  it('lays out the header of a deal by itself', () => {
    const result = inRange(UNTIDY.replace('deal   d', 'deal   $0d'));
    expect(result).toContain('deal d (by = Lab, to = Host, from = 2026-01-01) {\n    // Why.');
  });

  it('lays out all that lies between', () => {
    const result = inRange(UNTIDY.replace('x:lic', 'x:l$0ic').replace('y:   ', 'y: $1  '));
    expect(result).toContain('  x: license(scope = api)\n  y: license(scope = [api])');
    expect(result).toContain('party   Lab,Host');
  });

  it('lays out everything where it covers everything', () => {
    const tree = parse(UNTIDY);
    expect(edited(UNTIDY, formatRange(tree, { start: 0, end: UNTIDY.length }))).toBe(format(UNTIDY));
  });

  it('keeps CRLF, and counts characters of two units', () => {
    const text = withCrlf(
      'party 甲方  "🐉🐉"\ndeal 许可(by=甲方){\n/* 🐉 */ 使用： license（scope ＝ $0all，territory=CN）\n}\n',
    );
    expect(inRange(text)).toContain('{\r\n  /* 🐉 */\r\n  使用: license(scope = all, territory = CN)\r\n}');
    expect(inRange(text)).toContain('甲方  "🐉🐉"');
  });

  it('leaves what is broken as it is, and lays out what stands apart from it', () => {
    const text = `party   Lab\ndeal d (by = Lab) {\n   x:license(scope=$0\n}\nscope   $1api\n`;
    expect(inRange(text)).toBe('party   Lab\ndeal d (by = Lab) {\n   x:license(scope=\n}\nscope api\n');
  });

  it('changes nothing in what is laid out', () => {
    const text = format(UNTIDY);
    expect(formatRange(parse(text), { start: 0, end: text.length })).toEqual([]);
  });

  it('makes edits of white space and punctuation only', () => {
    for (const text of samples) {
      for (const { start, end, newText } of formatDocument(parse(text))) {
        expect(text.slice(start, end) + newText).toMatch(/^[\s,，、（）＝：［］｛｝＜＞％“”(){}[\]=:<>%"\ufeff]*$/);
      }
    }
  });
});

describe('a document', () => {
  it('comes out as the formatter has it', () => {
    for (const text of samples) expect(edited(text, formatDocument(parse(text)))).toBe(format(text));
  });

  it('keeps a byte order mark', () => {
    const text = `\ufeff${UNTIDY}`;
    expect(edited(text, formatDocument(parse(text)))).toBe(`\ufeff${format(UNTIDY)}`);
  });

  it('of the examples needs nothing', () => {
    const folder = new URL('../../examples/', import.meta.url);
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.deal')) continue;
      expect(formatDocument(parse(readFileSync(new URL(path.replaceAll('\\', '/'), folder), 'utf8'))), path).toEqual(
        [],
      );
    }
  });
});

describe('typing `}`', () => {
  it('lays out the clause that it closes', () => {
    const text = 'deal d (by=Lab) {\n    x:license( ) {\n  y:except(scope=a)\n}$0\n}\n';
    expect(typed(text, '}')).toBe('deal d (by=Lab) {\n  x: license() {\n    y: except (scope = a)\n  }\n}\n');
  });

  it('lays out the deal that it closes', () => {
    expect(typed('party   A\ndeal d(by=A){\nx:license()\n}$0', '}')).toBe(
      'party   A\ndeal d (by = A) {\n  x: license()\n}',
    );
  });

  it('does nothing inside a string or where it closes nothing', () => {
    expect(typed('scope   x "}$0"\n', '}')).toBe('scope   x "}"\n');
    expect(typed('party   A\n}$0\n', '}')).toBe('party   A\n}\n');
    expect(formatOnType(parse('party   A;'), 10, ';')).toEqual([]);
  });
});

describe('typing a line end', () => {
  it('lays out the clause before it, and indents the new line', () => {
    expect(typed('deal d (by = A) {\n    x:license(scope=a)\n$0\n}\n', '\n')).toBe(
      'deal d (by = A) {\n  x: license(scope = a)\n  \n}\n',
    );
  });

  it('leaves a clause that goes on, and indents its arguments', () => {
    expect(typed('deal d (by = A) {\n    x:license(\n$0\n    )\n}\n', '\n')).toBe(
      'deal d (by = A) {\n    x:license(\n    \n    )\n}\n',
    );
    expect(typed('deal d (by = A) {\n  x: license(scope = [\n$0', '\n')).toBe(
      'deal d (by = A) {\n  x: license(scope = [\n      ',
    );
  });

  it('indents nothing below a closed deal, nor amid a quote or a comment', () => {
    expect(typed('deal d (by = A) {\n  // }\n  > (\n  x: license()\n}\n  $0\n', '\n')).toBe(
      'deal d (by = A) {\n  // }\n  > (\n  x: license()\n}\n\n',
    );
    expect(typed('/* a\n$0\n*/ deal d (by = A) {}', '\n')).toBe('/* a\n\n*/ deal d (by = A) {}');
  });

  it('keeps CRLF', () => {
    expect(typed(withCrlf('// 🐉\ndeal 许可 (by=A) {\n   x:license()\n$0\n}\n'), '\n')).toBe(
      withCrlf('// 🐉\ndeal 许可 (by=A) {\n  x: license()\n  \n}\n'),
    );
  });
});
