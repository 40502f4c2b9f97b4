/** What can be folded away. */
import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../server/src/editor/folding.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { createLineIndex } from '../../server/src/text/line-index.ts';
import { withCrlf } from './marked.ts';

/** The ranges as `first-last kind`, in lines from 1: the first stays, those below it through the last go. */
function folds(text: string): string[] {
  const lines = createLineIndex(text);
  const line = (offset: number): number => lines.positionAt(offset).line + 1;
  return foldingRanges(parse(text)).map(({ start, end, kind }) => `${line(start)}-${line(end)} ${kind}`);
}

const TEXT = `// One
// two
deal 许可 "🐉" (
  by = Lab,
  to = Host,
) {
  > A quote
  > of two lines
  x: license(
    scope = api,
  ) {
    y: except (
      scope = data,
    )
    tranche()
  }

  z: license()
}
reading r {
  scope a in b
}
`;

const FOLDED = [
  '1-2 comment',
  '3-18 block',
  '6-18 block',
  '7-8 quote',
  '9-15 block',
  '11-15 block',
  '12-13 block',
  '20-21 block',
];

describe('folding', () => {
  it('keeps the first line and the closing bracket in sight', () => {
    expect(folds(TEXT)).toEqual(FOLDED);
  });

  it('is the same with CRLF', () => {
    expect(folds(withCrlf(TEXT))).toEqual(FOLDED);
  });

  it('joins comments on lines directly below each other', () => {
    expect(folds('// a\n// b\n\n// c\nparty A // d\n// e\n/* f\n g */\n// h\n')).toEqual([
      '1-2 comment',
      '6-9 comment',
    ]);
    expect(folds('/* a\n b */ party A\n')).toEqual(['1-2 comment']);
  });

  it('takes terms and lists of several lines', () => {
    expect(folds('territory t = [\n  DE,\n  FR,\n]\nscope s\n  in a\n')).toEqual(['1-3 block', '5-6 block']);
  });

  it('offers nothing on one line', () => {
    expect(folds('deal d (by = A) { x: license() }\n// a\n')).toEqual([]);
    expect(folds('')).toEqual([]);
  });

  it('copes with what is not closed', () => {
    expect(folds('deal d (by = A) {\n  x: license(\n    scope = a\n  y: license()\n')).toEqual([
      '1-4 block',
      '2-3 block',
    ]);
    for (let end = 0; end <= TEXT.length; end++) foldingRanges(parse(TEXT.slice(0, end)));
  });
});
