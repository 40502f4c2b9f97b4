import { array, check, constantFrom, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { phraseIndex } from '../../server/src/evidence/phrase-index.ts';

/** What the index must find, found by walking through the text. */
function occurrences(text: string, phrase: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) found.push(at);
  return found;
}

const words = array(constantFrom('the', 'a', 'Seller', 'sells', '独家', '供应', 'übrigens', "'s", '—', 'договор'), {
  maxLength: 60,
});

test('an index finds what a walk through the text finds', () => {
  let looked = 0;
  const isSame = property(words, integer({ min: 0, max: 200 }), integer({ min: 12, max: 80 }), (list, from, length) => {
    const text = list.join(' ').replace(/([独供]) /g, '$1');
    const phrase = text.slice(from % (text.length + 1), (from % (text.length + 1)) + length);
    const found = phraseIndex(text).find(phrase);
    if (found === undefined) return true;
    looked++;
    return JSON.stringify(found) === JSON.stringify(occurrences(text, phrase));
  });
  expect(check(isSame, { seed: 7, numRuns: 2000 }).counterexample).toBe(null);
  expect(looked).toBeGreaterThan(500);
});

test('and nothing where nothing is, or says that the phrase is too short', () => {
  const { find } = phraseIndex('The Seller sells the Products exclusively to the Buyer.');
  expect(find('sells the Products to the Buyer')).toEqual([]);
  expect(find('Seller')).toBe(undefined);
  expect(find('eller sells the Products exc')).toEqual([5]);
  expect(phraseIndex('').find('sells the Products exclusively')).toEqual([]);
  expect(
    check(
      property(string(), string(), (text, phrase) => {
        const found = phraseIndex(text).find(phrase);
        return found === undefined || found.length === occurrences(text, phrase).length;
      }),
    ).failed,
  ).toBe(false);
});
