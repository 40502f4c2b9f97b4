import { describe, expect, test } from 'vitest';
import { findQuote } from '../../server/src/evidence/find-quote.ts';
import type { Span } from '../../server/src/text/span.ts';
import { type Annotation, type Collection, collections, piecesOf } from './cuad.ts';

/** Annotations that start or stop in the middle of a word, by their last words: no quote may. */
const cutWords = ['pursuant to the terms hereo', 'Manufacturing Subcontractors.'];
/** The one that gives its pieces in another order than the contract. */
const disordered = 'or any successor or assign.';

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whole-word occurrences of a text, by a regular expression: what the finder must list, found without it. */
function wholeOccurrences(source: string, quote: string): number[] {
  const pattern = squash(quote)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+');
  const edge = (character: string, look: string) => (/[\p{L}\p{N}]/u.test(character) ? look : '');
  const before = edge(squash(quote).at(0) ?? '', '(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)');
  const after = edge(squash(quote).at(-1) ?? '', '(?![\\p{L}\\p{N}]|-\\s?[\\p{L}\\p{N}])');
  return [...source.matchAll(new RegExp(before + pattern + after, 'gu'))].map(({ index }) => index);
}

function check({ source }: Collection, annotation: Annotation): void {
  const prepared = source(annotation.file);
  const match = findQuote(prepared, { pieces: piecesOf(annotation) });
  const at = (span: Span) => squash(prepared.original.slice(span.start, span.end));
  const whole = wholeOccurrences(prepared.original, annotation.quote);
  if (match.kind === 'verified' && annotation.match === 'omit_exact') {
    expect(match.spans.map(at)).toEqual(piecesOf(annotation).map(squash).filter(Boolean));
  } else if (match.kind === 'verified') {
    expect([match.spans[0].start]).toEqual(whole);
    expect(at(match.spans[0])).toBe(squash(annotation.quote));
  } else if (match.kind === 'ambiguous') {
    const starts = match.placements.map(({ spans }) => spans[0].start);
    expect(starts).toEqual(expect.arrayContaining(whole));
    expect(starts.length).toBeGreaterThan(1);
  } else {
    expect(match.kind).toBe('missing');
    expect([...cutWords, disordered].some((end) => annotation.quote.endsWith(end))).toBe(true);
  }
}

describe.each(collections())('every annotation of $name is found', (collection) => {
  test('at its place, or at every place where it occurs', () => {
    expect(collection.annotations.length).toBeGreaterThan(0);
    for (const annotation of collection.annotations) check(collection, annotation);
  });

  test('what occurs once is verified where it was annotated', () => {
    const once = collection.annotations.filter(
      ({ count, file, quote }) => count === 1 && wholeOccurrences(collection.source(file).original, quote).length === 1,
    );
    expect(once.length).toBeGreaterThan(0);
    for (const { file, quote, start } of once) {
      expect(findQuote(collection.source(file), { pieces: [quote] })).toMatchObject({
        kind: 'verified',
        spans: [{ start }],
      });
    }
  });
});

test.runIf(collections().length > 1)('an annotation that stops within a word is suggested, not verified', () => {
  for (const { annotations, source } of collections()) {
    for (const annotation of annotations.filter(({ quote }) => cutWords.some((end) => quote.endsWith(end)))) {
      const match = findQuote(source(annotation.file), { pieces: [annotation.quote] });
      if (match.kind !== 'missing' && annotation.count === 1) throw new Error(`${match.kind}: ${annotation.quote}`);
      if (match.kind !== 'missing') continue;
      expect(match.reason).toBe('inside a word');
      expect(Math.abs((match.nearest?.span.start ?? 0) - annotation.start)).toBeLessThan(3);
    }
  }
});

/** `2.4 Sublicences. It may`: a number at the end of a sentence, or of a line, and the words that it heads. */
const numbered = /(?<=(?:[.;:]\s|\s\s|\n))(\d{1,2})\.(\d{1,2})\.?\s+(?=\p{Lu})((?:[^\s[\]]+\s+){9}[^\s[\]]+)/gu;

interface Numbered {
  readonly group: string;
  /** Within the group, as written. */
  readonly number: string;
  /** The first words behind the number. */
  readonly words: string;
}

/** Pairs of sections whose numbers and first words occur once in a text, the one right after the other. */
function neighbours(text: string): readonly (readonly [Numbered, Numbered])[] {
  const found = [...text.matchAll(numbered)].map(([, group, number, words]): Numbered => ({ group, number, words }));
  const isSame = (one: Numbered, other: Numbered) => one.group === other.group && one.number === other.number;
  const once = found.filter(
    (one) => text.split(one.words).length === 2 && found.filter((other) => isSame(one, other)).length === 1,
  );
  return once.flatMap((one) => {
    const next = once.find(({ group, number }) => group === one.group && Number(number) === Number(one.number) + 1);
    return next === undefined ? [] : [[one, next] as const];
  });
}

test.each(collections().slice(1))(
  'sections of $name are known by their numbers, wherever in a line they start',
  ({ annotations, source }) => {
    const wrong: string[] = [];
    let count = 0;
    for (const file of new Set(annotations.map((annotation) => annotation.file))) {
      const prepared = source(file);
      const check = ({ words }: Numbered, { group, number }: Numbered, outcome: string): void => {
        const locator = `§${group}.${number}`;
        const match = findQuote(prepared, { pieces: [words], locator });
        const [only] = match.kind === 'wrong-locator' ? match.placements : [];
        // An exhibit has numbers of its own.
        const kind = only?.locator?.endsWith(` ${locator.slice(1)}`) ? 'verified' : match.kind;
        if (kind !== outcome) wrong.push(`${file}: ${locator}: ${words}: ${kind}`);
        count++;
      };
      for (const [one, next] of neighbours(prepared.original)) {
        check(one, one, 'verified');
        check(next, next, 'verified');
        check(one, next, 'wrong-locator');
        check(next, one, 'wrong-locator');
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  },
);
