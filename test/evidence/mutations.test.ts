import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findQuote } from '../../server/src/evidence/find-quote.ts';
import type { DifferenceKind, NearestPassage } from '../../server/src/evidence/quote-match.ts';
import { collections } from './cuad.ts';
import { docxOf, htmlOf } from './helpers/documents.ts';
import { sourceIn } from './helpers/read.ts';

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

/** What the reader must be told: one of these kinds of difference, or words that were left out. */
type Told = readonly DifferenceKind[] | 'dropped';

const numbers: Told = ['number', 'amount', 'date'];
const mutations: readonly [string, Mutation, Told | undefined][] = [
  ['a negation dropped', replacing(/(?<=[a-z]) (?:not|no|never)(?= [a-z])/g, () => ''), ['negation']],
  [
    'a negation added',
    replacing(/(?<=[a-z] )(?:shall|may|will|must) (?=[a-z])/g, (verb) => `${verb}not `),
    ['negation'],
  ],
  ['another number', replacing(/(?<![\w.,/$-])\d{2}(?![\w.,/%-])/g, (number) => String(Number(number) + 1)), numbers],
  ['a digit dropped', replacing(/(?<=\d)\d(?!\d)/g, () => ''), numbers],
  ['another year', replacing(/\b(?:19|20)\d\d\b/g, (year) => String(Number(year) + 1)), ['date']],
  ['another month', replacing(/\b(?:January|April|October|December)\b/g, () => 'November'), ['date']],
  ['another amount', replacing(/(?<=\$)\d[\d,]*/g, (amount) => `9${amount}`), ['amount']],
  ['another party', replacing(/(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])/g, () => 'Zebracorp'), ['party']],
  ['a word dropped', replacing(/(?<=[a-z] )[a-z]{3,} (?=[a-z])/g, () => ''), undefined],
  [
    'two words swapped',
    replacing(/\b[a-z]{3,} [a-z]{3,}\b/g, (pair) => pair.split(' ').reverse().join(' ')),
    undefined,
  ],
];

/** Three sentences in a row. */
const sentences = /([A-Z][^.;:]{30,250}[a-z]\.\s+)([A-Z][^.;:]{30,250}[a-z]\.\s+)([A-Z][^.;:]{30,250}[a-z]\.)(?=\s)/g;

const tells = ({ differences }: NearestPassage, told: Told): boolean =>
  differences.some(({ kind, change }) => (told === 'dropped' ? change === 'dropped' : told.includes(kind)));

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(collections())('a changed passage of $name is never verified', ({ annotations, source }) => {
  const passages = annotations.filter(({ match, quote }) => match === 'exact' && quote.length > 60);
  let total = 0;

  test.each(mutations)('%s', (_, mutate, told) => {
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
      if (told !== undefined && match.nearest !== undefined && tells(match.nearest, told)) named++;
    }
    total += changed;
    if (passages.length > 100) expect(changed).toBeGreaterThan(0);
    if (told !== undefined) expect(named).toBeGreaterThanOrEqual(Math.floor(changed * 0.95));
  });

  test.each<[string, (first: string, second: string, third: string) => string, Told | undefined]>([
    ['dropped', (first, _, third) => first + third, 'dropped'],
    ['moved', (first, second, third) => second + first + third, undefined],
  ])('a sentence %s', (_, change, told) => {
    let changed = 0;
    let named = 0;
    for (const file of new Set(passages.map((passage) => passage.file))) {
      const prepared = source(file);
      for (const [, ...three] of prepared.original.matchAll(sentences)) {
        const [first, second, third] = three;
        const match = findQuote(prepared, { pieces: [change(first, second, third)] });
        expect(match.kind, first).toBe('missing');
        if (match.kind !== 'missing') continue;
        changed++;
        if (told !== undefined && match.nearest !== undefined && tells(match.nearest, told)) named++;
      }
    }
    total += changed;
    expect(changed).toBeGreaterThan(passages.length > 100 ? 100 : 3);
    if (told !== undefined) expect(named).toBeGreaterThanOrEqual(Math.floor(changed * 0.95));
  });

  test('in two thousand ways, where all contracts are at hand', () => {
    expect(total).toBeGreaterThan(passages.length > 100 ? 2000 : 30);
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

describe('nor in a source whose text was taken out of a file', () => {
  const [{ annotations, source, pdfs }] = collections();
  const makers: readonly [string, (file: string) => Uint8Array | string | undefined][] = [
    ['a.docx', (file) => docxOf(source(file).original)],
    ['a.html', (file) => htmlOf(source(file).original)],
    ['a.pdf', (file) => (existsSync(pdfOf(pdfs, file)) ? readFileSync(pdfOf(pdfs, file)) : undefined)],
  ];

  test.each(makers)('%s', async (name, make) => {
    const random = generator(3);
    let changed = 0;
    for (const file of new Set(annotations.map((annotation) => annotation.file))) {
      const bytes = make(file);
      if (bytes === undefined) continue;
      const { prepared } = await sourceIn(bytes, name);
      for (const { quote } of annotations.filter((one) => one.file === file && one.match === 'exact')) {
        for (const [, mutate, told] of mutations) {
          const mutated = mutate(quote, random);
          if (mutated === undefined || squash(source(file).original).includes(squash(mutated))) continue;
          const match = findQuote(prepared, { pieces: [mutated] });
          expect(match.kind, mutated).toBe('missing');
          if (match.kind !== 'missing' || match.nearest === undefined || told === undefined) continue;
          expect(tells(match.nearest, told), mutated).toBe(true);
          changed++;
        }
      }
    }
    expect(changed).toBeGreaterThan(20);
  });
});

const pdfOf = (folder: string, file: string): string => join(folder, file.replace(/\.txt$/, '.pdf'));
