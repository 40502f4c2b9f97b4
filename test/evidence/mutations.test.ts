import { describe, expect, test } from 'vitest';
import { findQuote } from '../../server/src/evidence/find-quote.ts';
import type { DifferenceKind } from '../../server/src/evidence/quote-match.ts';
import { collections } from './cuad.ts';

/** A change of meaning; undefined where the passage gives no occasion for it. */
type Mutation = (passage: string, random: () => number) => string | undefined;

/** Mulberry32: the same passages are changed in the same places in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Replaces one of the matches of `pattern`. */
function replacing(pattern: RegExp, replace: (found: string) => string): Mutation {
  return (passage, random) => {
    const matches = [...passage.matchAll(pattern)];
    if (matches.length === 0) return undefined;
    const { 0: found, index } = matches[Math.floor(random() * matches.length)];
    return passage.slice(0, index) + replace(found) + passage.slice(index + found.length);
  };
}

const mutations: readonly [string, Mutation, DifferenceKind | undefined][] = [
  ['a negation dropped', replacing(/(?<=[a-z]) (?:not|no|never)(?= [a-z])/g, () => ''), 'negation'],
  ['a negation added', replacing(/(?<=[a-z] )(?:shall|may|will|must) (?=[a-z])/g, (verb) => `${verb}not `), 'negation'],
  ['another number', replacing(/(?<![\w.,/$-])\d{2}(?![\w.,/%-])/g, (number) => String(Number(number) + 1)), undefined],
  ['a digit dropped', replacing(/(?<=\d)\d(?!\d)/g, () => ''), undefined],
  ['another year', replacing(/\b(?:19|20)\d\d\b/g, (year) => String(Number(year) + 1)), 'date'],
  ['another month', replacing(/\b(?:January|April|October|December)\b/g, () => 'November'), 'date'],
  ['another amount', replacing(/(?<=\$)\d[\d,]*/g, (amount) => `9${amount}`), 'amount'],
  ['another party', replacing(/(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])/g, () => 'Zebracorp'), 'party'],
  ['a word dropped', replacing(/(?<=[a-z] )[a-z]{3,} (?=[a-z])/g, () => ''), undefined],
  ['a sentence dropped', replacing(/(?<=[a-z]\. )[A-Z][^.]{10,}\. (?=[A-Z])/g, () => ''), undefined],
  [
    'two words swapped',
    replacing(/\b[a-z]{3,} [a-z]{3,}\b/g, (pair) => pair.split(' ').reverse().join(' ')),
    undefined,
  ],
];

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(collections())('a changed passage of $name is never verified', ({ annotations, source }) => {
  const passages = annotations.filter(({ match, quote }) => match === 'exact' && quote.length > 60);

  test.each(mutations)('%s', (_, mutate, kind) => {
    const random = generator(20_251_028);
    let changed = 0;
    let named = 0;
    for (const { file, quote } of passages) {
      const mutated = mutate(quote, random);
      const prepared = source(file);
      // Contracts repeat themselves: what also stands there unchanged is no misquotation.
      if (mutated === undefined || squash(prepared.original).includes(squash(mutated))) continue;
      const match = findQuote(prepared, { pieces: [mutated] });
      expect(match.kind, mutated).toBe('missing');
      if (match.kind !== 'missing') continue;
      changed++;
      if (match.nearest?.differences.some((difference) => difference.kind === kind)) named++;
    }
    if (passages.length > 100) expect(changed).toBeGreaterThan(0);
    if (kind !== undefined) expect(named).toBeGreaterThanOrEqual(Math.floor(changed * 0.95));
  });

  test('the nearest passage to a slightly changed one is the passage itself', () => {
    const random = generator(7);
    const drop = mutations[8][1];
    let found = 0;
    let changed = 0;
    for (const { file, quote, start, count } of passages) {
      const mutated = count === 1 && quote.length > 120 ? drop(quote, random) : undefined;
      const match = mutated === undefined ? undefined : findQuote(source(file), { pieces: [mutated] });
      if (match?.kind !== 'missing') continue;
      changed++;
      if (Math.abs((match.nearest?.span.start ?? -100) - start) < 3) found++;
    }
    expect(changed).toBeGreaterThan(0);
    expect(found).toBeGreaterThanOrEqual(Math.floor(changed * 0.98));
  });
});
