/** Selecting more and more around the cursor. */
import { describe, expect, it } from 'vitest';
import { selectionRanges } from '../../server/src/editor/selection-ranges.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { marked, textAt, withCrlf } from './marked.ts';

function selected(text: string): string[] {
  const { tree, text: plain, offset } = marked(text);
  return selectionRanges(tree, offset).map((span) => textAt(plain, span));
}

const TEXT = `party A
// Doc.
deal d (by = A) {
  > Words of
  > the contract.
  // Why.
  x: license(scope = [api, $0data], cloud = Polar) {
    except (cloud = East)
  }
}
`;

describe('selection ranges', () => {
  it('grow from the word to the file', () => {
    const clause = 'x: license(scope = [api, data], cloud = Polar) {\n    except (cloud = East)\n  }';
    const quoted = `> Words of\n  > the contract.\n  // Why.\n  ${clause}`;
    const deal = `deal d (by = A) {\n  ${quoted}\n}`;
    expect(selected(TEXT)).toEqual([
      'data',
      'api, data',
      '[api, data]',
      'scope = [api, data]',
      'scope = [api, data], cloud = Polar',
      '(scope = [api, data], cloud = Polar)',
      clause,
      quoted,
      `\n  ${quoted}\n`,
      `{\n  ${quoted}\n}`,
      deal,
      `// Doc.\n${deal}`,
      TEXT.replace('$0', ''),
    ]);
  });

  it('take the block of a clause on the way', () => {
    expect(selected(TEXT.replace('$0', '').replace('East', 'E$0ast')).slice(0, 6)).toEqual([
      'East',
      'cloud = East',
      '(cloud = East)',
      'except (cloud = East)',
      '\n    except (cloud = East)\n  ',
      '{\n    except (cloud = East)\n  }',
    ]);
  });

  it('take words and lines of a quote', () => {
    expect(selected(TEXT.replace('$0', '').replace('Words', 'Wo$0rds')).slice(0, 3)).toEqual([
      'Words',
      'Words of',
      '> Words of\n  > the contract.',
    ]);
  });

  it('take the word of a comment, the comment, and what it stands in', () => {
    expect(selected('party A // on$0e two\n').slice(0, 2)).toEqual(['one', '// one two']);
    expect(selected('scope x "the $0title here"\n').slice(0, 3)).toEqual([
      'title',
      'the title here',
      '"the title here"',
    ]);
  });

  it('take a path part by part, and a name with hyphens whole', () => {
    expect(selected('expect clear base.ar$0ea\n').slice(0, 2)).toEqual(['area', 'base.area']);
    expect(selected('territory t = [US-$0NY]\n')[0]).toBe('US-NY');
    expect(selected('territory t = [US$0-NY]\n')[0]).toBe('US-NY');
  });

  it('count characters of two units, with CRLF', () => {
    const text = withCrlf('// 🐉\nparty 甲方 "🐉𠮷$0"\nscope s\n');
    expect(selected(text).slice(0, 3)).toEqual(['𠮷', '🐉𠮷', '"🐉𠮷"']);
  });

  it('hold the offset and grow, wherever it is and however broken the text', () => {
    const { text } = marked(TEXT);
    for (const broken of [text, text.slice(0, 130), text.replace(')', ''), text.replace('{', '')]) {
      const tree = parse(broken);
      for (let offset = 0; offset <= broken.length; offset++) {
        const ranges = selectionRanges(tree, offset);
        expect(ranges.at(-1)).toEqual({ start: 0, end: broken.length });
        let inner = { start: offset, end: offset };
        for (const range of ranges) {
          expect(range.start <= inner.start && range.end >= inner.end).toBe(true);
          inner = range;
        }
      }
    }
  });
});
