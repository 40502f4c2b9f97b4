import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findQuote } from '../../server/src/evidence/find-quote.ts';
import type { PreparedSource } from '../../server/src/evidence/prepare-source.ts';
import type { Placement, QuoteMatch } from '../../server/src/evidence/quote-match.ts';
import { collections, piecesOf } from './cuad.ts';
import { docxOf, htmlOf } from './helpers/documents.ts';
import { sourceIn } from './helpers/read.ts';

/** Without white space and hyphens, which formats set as they like. */
const bare = (text: string): string => text.replace(/[\s\u00ad\u2011-]+/g, '');

/** Letters around a place that tell it from other places with the same words. */
const CONTEXT = 40;

/** The words at the place of every piece and around it. A format may have other things in between: only so much counts. */
function surroundings({ original, text, starts }: PreparedSource, { spans }: Placement): string {
  return spans
    .map((span) => {
      const first = firstFrom(starts, span.start);
      const end = firstFrom(starts, span.end);
      const before = bare(text.slice(Math.max(0, first - 3 * CONTEXT), first)).slice(-CONTEXT);
      const after = bare(text.slice(end, end + 3 * CONTEXT)).slice(0, CONTEXT);
      return `${before}|${bare(original.slice(span.start, span.end)).slice(0, 20)}|${after}`;
    })
    .join(' … ');
}

function firstFrom(starts: Int32Array, offset: number): number {
  const found = starts.findIndex((start) => start >= offset);
  return found < 0 ? starts.length : found;
}

const placementsOf = (match: QuoteMatch): readonly Placement[] =>
  match.kind === 'verified' ? [match] : match.kind === 'ambiguous' ? match.placements : [];

/** How many of a source's annotations have the outcome, at the places, that they have in the plain text; and which not. */
function compare(
  { annotations, source }: ReturnType<typeof collections>[number],
  file: string,
  other: PreparedSource,
): { readonly same: number; readonly different: readonly string[]; readonly wrong: readonly string[] } {
  const plain = source(file);
  const [different, wrong]: string[][] = [[], []];
  let same = 0;
  for (const annotation of annotations.filter((one) => one.file === file)) {
    const pieces = piecesOf(annotation);
    const [expected, actual] = [findQuote(plain, { pieces }), findQuote(other, { pieces })];
    const places = placementsOf(expected).map((place) => surroundings(plain, place));
    const found = placementsOf(actual).map((place) => surroundings(other, place));
    if (actual.kind === 'verified' && !places.some((place) => alike(place, found[0])))
      wrong.push(`${found} not ${places}`);
    if (actual.kind === expected.kind && places.length === found.length) same++;
    else different.push(`${expected.kind} ${places.length} → ${actual.kind} ${found.length}: ${annotation.quote}`);
  }
  return { same, different, wrong };
}

/** What stands in the margin of a page may interrupt one of two surroundings and not the other: half of them must agree. */
function alike(a: string, b: string): boolean {
  const [[beforeA, , afterA], [beforeB, , afterB]] = [a.split('|'), b.split('|')];
  const half = CONTEXT / 2;
  return beforeA.slice(-half) === beforeB.slice(-half) || afterA.slice(0, half) === afterB.slice(0, half);
}

describe.each(collections())('$name', (collection) => {
  const files = [...new Set(collection.annotations.map(({ file }) => file))];

  test.each([
    ['Word', 'a.docx', docxOf],
    ['HTML', 'a.html', htmlOf],
  ])('as %s: every annotation is found as in the plain text', async (_, name, make) => {
    for (const file of files) {
      const other = await sourceIn(make(collection.source(file).original), name);
      const { different, wrong } = compare(collection, file, other.prepared);
      expect({ file, different, wrong }).toEqual({ file, different: [], wrong: [] });
    }
  });

  test('as PDF: 99.5 % of the annotations are found as in the plain text, and none at a wrong place', async () => {
    const folder = collection.pdfs;
    const pdfs = existsSync(folder) ? readdirSync(folder).filter((name) => /\.pdf$/i.test(name)) : [];
    expect(pdfs.length).toBeGreaterThan(0);
    let [same, all] = [0, 0];
    for (const name of pdfs) {
      const file = name.replace(/\.pdf$/i, '.txt');
      const other = await sourceIn(readFileSync(join(folder, name)), name);
      const { same: found, different, wrong } = compare(collection, file, other.prepared);
      expect({ file, wrong }).toEqual({ file, wrong: [] });
      same += found;
      all += found + different.length;
    }
    expect(same).toBeGreaterThanOrEqual(Math.ceil(all * 0.995));
  });
});
