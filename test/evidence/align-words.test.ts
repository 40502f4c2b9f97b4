import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignWords } from '../../server/src/evidence/align-words.ts';

/** The fewest edits that turn `quote` into some part of `text`: the whole table (Sellers, 1980), nothing clever. */
function fewestEdits(quote: readonly number[], text: readonly number[]): number {
  let row = new Array<number>(text.length + 1).fill(0);
  quote.forEach((word, index) => {
    const next = [index + 1];
    text.forEach((other, at) => {
      next.push(Math.min(row[at] + (word === other ? 0 : 1), row[at + 1] + 1, next[at] + 1));
    });
    row = next;
  });
  return Math.min(...row);
}

const words = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 14 });

test('finds the fewest edits, and steps that lead from the text to the quote', () => {
  fc.assert(
    fc.property(words, words, (quote, text) => {
      fc.pre(quote.length > 0);
      const starts = { low: -quote.length, high: text.length };
      const found = alignWords(Int32Array.from(quote), Int32Array.from(text), starts, text.length, quote.length);
      expect(found?.edits).toBe(fewestEdits(quote, text));
      let at = found?.start ?? 0;
      let position = 0;
      for (const step of found?.steps ?? []) {
        if (step === 'keep') expect(quote[position]).toBe(text[at]);
        if (step !== 'add') at++;
        if (step !== 'drop') position++;
      }
      expect([position, at]).toEqual([quote.length, found?.end]);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('gives up beyond the edits allowed', () => {
  const quote = Int32Array.from([1, 2, 3]);
  const text = Int32Array.from([1, 9, 9]);
  expect(alignWords(quote, text, { low: 0, high: 2 }, 3, 1)).toBeUndefined();
  expect(alignWords(quote, text, { low: 0, high: 2 }, 3, 2)?.edits).toBe(2);
});
