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
