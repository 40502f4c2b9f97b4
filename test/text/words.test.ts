import { expect, test } from 'vitest';
import { numberAt } from '../../server/src/text/digits.ts';
import { counted, grouped } from '../../server/src/text/words.ts';

test.each([0, 7, 999, 1000, 12_500, 999_999, 1_000_000, 1_234_567_890])('%i has its commas', (count) => {
  expect(grouped(count)).toBe(count.toLocaleString('en-US'));
});

test('one file, several files', () => {
  expect([0, 1, 1200].map((count) => counted(count, 'file'))).toEqual(['0 files', '1 file', '1,200 files']);
});

test.each([
  ['2026-02-27', 0, 4, 2026],
  ['2026-02-27', 5, 7, 2],
  ['2026-02-27', 3, 5, -1],
  ['2026', 2, 6, -1],
  ['', 0, 2, -1],
  ['٣٤', 0, 2, -1],
])('of %j, the digits from %i to %i write %i', (text, from, until, number) => {
  expect(numberAt(text, from, until)).toBe(number);
});
