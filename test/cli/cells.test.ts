import { describe, expect, test } from 'vitest';
import { cellsOf, clippedEnd, clippedStart, visible } from '../../server/src/cli/cells.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['无状态', 6],
  ['ｆｕｌｌ', 8],
  ['，', 2],
  ['한글', 4],
  ['かな', 4],
  ['👍', 2],
  ['👍🏽', 2],
  ['👩‍👩‍👧', 2],
  ['🇩🇪', 2],
  ['❤️', 2],
  ['“”–…', 4],
  ['a\u200bb', 2],
  ['𠮷', 2],
])('%j takes %i cells', (text, cells) => {
  expect(cellsOf(text)).toBe(cells);
});

test('what is printed in the West takes a cell a character, whatever stands beside it', () => {
  const printed = Array.from({ length: 0x2028 }, (_, code) => String.fromCharCode(code)).filter((character) =>
    /[\x20-\x7e\xa0-\u02ff\u2010-\u2027]/.test(character),
  );
  for (const one of printed.filter((_, index) => index % 16 === 0)) {
    // With an accent after it the two are split into graphemes, and counted one by one.
    const beside = printed.map((other) => `${one}${other}`).join('');
    expect(cellsOf(`${beside}\u0301`), one).toBe(cellsOf(beside));
  }
});

test('control characters and direction marks become visible', () => {
  expect(visible('a\tb\nc\u001b[0m\u007f\u0085\u202e')).toBe('a  b c␛[0m␡\ufffd\ufffd');
});

describe('clipping', () => {
  test.each([
    ['abcdef', 6, 'abcdef', 'abcdef'],
    ['abcdef', 4, 'abc…', '…def'],
    ['无状态接口', 6, '无状…', '…接口'],
    ['无状态接口', 5, '无状…', '…接口'],
    ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…', '…👩‍👩‍👧'],
  ])('%j to %i cells', (text, cells, start, end) => {
    expect(clippedEnd(text, cells)).toBe(start);
    expect(clippedStart(text, cells)).toBe(end);
    expect(cellsOf(start)).toBeLessThanOrEqual(cells);
  });
});
