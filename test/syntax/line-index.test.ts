import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineIndex } from '../../server/src/text/line-index.ts';

describe('line index', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['a\n', 2],
    ['a\r\nb', 2],
    ['a\rb\r\nc\nd', 4],
    ['\r\r\n\n', 4],
  ])('%j has %i lines', (text, lines) => {
    expect(createLineIndex(text).lineCount).toBe(lines);
  });

  it('counts UTF-16 units', () => {
    const index = createLineIndex('🎉a\r\n§b');
    expect(index.positionAt(2)).toEqual({ line: 0, column: 2 });
    expect(index.positionAt(6)).toEqual({ line: 1, column: 1 });
    expect(index.lineEnd(0)).toBe(3);
    expect(index.lineStart(1)).toBe(5);
  });

  it('moves what lies outside to the nearest end', () => {
    const index = createLineIndex('ab\r\ncd');
    expect(index.positionAt(-1)).toEqual({ line: 0, column: 0 });
    expect(index.positionAt(99)).toEqual({ line: 1, column: 2 });
    expect(index.offsetAt({ line: 0, column: 99 })).toBe(2);
    expect(index.offsetAt({ line: 9, column: 0 })).toBe(6);
    expect(index.offsetAt({ line: -1, column: 5 })).toBe(0);
  });

  it('goes back and forth', () => {
    const text = fc
      .array(fc.constantFrom('a', '\r', '\n', '\r\n', '🎉'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (sample) => {
        const index = createLineIndex(sample);
        for (let offset = 0; offset <= sample.length; offset++) {
          const { line, column } = index.positionAt(offset);
          const isInsideLineEnd = sample[offset - 1] === '\r' && sample[offset] === '\n';
          expect(index.offsetAt({ line, column })).toBe(isInsideLineEnd ? offset - 1 : offset);
        }
      }),
    );
  });
});
