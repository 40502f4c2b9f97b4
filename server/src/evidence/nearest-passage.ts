import type { Span } from '../text/span.ts';
import { alignAroundGap } from './align-around-gap.ts';
import { type Alignment, alignWords, type Starts } from './align-words.ts';
import { compareWords, similarityOf, withoutHeading } from './compare-words.ts';
import type { FoldedPiece } from './fold-piece.ts';
import { isPageBreak } from './page-break.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { Difference, NearestPassage } from './quote-match.ts';
import type { Part } from './resolve-locator.ts';
import { originalSpan, sectionNaming } from './source-span.ts';
import { splitWords, type WordIndex, wordIds, wordIndex } from './word-index.ts';

/** Below this a passage is another passage, not a misquoted one. */
export const LEAST_SIMILARITY = 0.6;
/** Above this only a passage that goes on over a page is nearer. */
const SURE = 0.9;
/** Fewer words than this are like too many passages. */
const LEAST_WORDS = 2;
/** Edits tried, as a share of the quote's words; beyond, no passage can be as similar as asked for. */
const MOST_EDITS = 0.5;
/** A bound on the memory of one alignment, in integers; quotes of a thousand words stay well below it. */
const MOST_CELLS = 2 ** 21;
/** Occurrences of the quote's rarest words that get a vote, and how many windows are then compared word by word. */
const VOTES = 3000;
const WINDOWS = 3;
const NEIGHBOUR_VOTE = 2;

/**
 * The passage of `source` (of `range` of it) most like a piece that is not in it; undefined if none is like it. The
 * rarest words of the piece vote for where it would start, and the piece is aligned with the windows most voted for.
 */
export function findNearest(source: PreparedSource, piece: FoldedPiece, range?: Part): NearestPassage | undefined {
  const index = wordIndex(source);
  const words = splitWords(piece.text);
  if (words.count < LEAST_WORDS) return undefined;
  const ids = wordIds(piece, words, index);
  const first = range === undefined ? 0 : wordFrom(index, range.start);
  const limit = range === undefined ? index.count : wordFrom(index, range.end);
  let best: Alignment | undefined;
  for (const starts of likelyStarts(ids, index, first, limit)) {
    const affordable = Math.floor(MOST_CELLS / (starts.high - starts.low + 1));
    const mostEdits = best === undefined ? Math.ceil(words.count * MOST_EDITS) : best.edits - 1;
    if (words.count - wordsInCommon(ids, index, starts) > mostEdits) continue;
    best = alignWords(ids, index.ids, starts, limit, Math.min(mostEdits, affordable)) ?? best;
  }
  const similarityTo = (alignment: Alignment): number => similarityOf(source.text, index, piece.text, words, alignment);
  if (best !== undefined) best = withoutHeading(piece.text, source.text, index, words, best);
  let similarity = best === undefined || best.end === best.start ? 0 : similarityTo(best);
  const withGap = best?.edits === 0 ? undefined : alignAroundGap(ids, source.text, index, first, limit);
  const isNearer =
    withGap !== undefined && (similarity < SURE || isPageBreak(source.original, gapOf(source, index, withGap)));
  if (isNearer) {
    best = withGap;
    similarity = similarityTo(best);
  }
  if (best === undefined || (similarity < LEAST_SIMILARITY && !isNearer)) return undefined;
  const start = index.starts[best.start];
  const span = originalSpan(source, start, index.ends[best.end - 1]);
  const compared = compareWords(source, index, piece, words, best);
  const text = withoutBreaks(source.original, span, compared.differences);
  return { span, text, similarity, ...compared, ...sectionNaming(source, start) };
}

/** The one stretch of the original that an alignment around a gap drops. */
function gapOf(source: PreparedSource, index: WordIndex, { start, steps }: Alignment): Span {
  const from = start + steps.indexOf('drop');
  const to = start + steps.lastIndexOf('drop');
  return originalSpan(source, index.starts[from], index.ends[to]);
}

/** The words at `span`, white space folded, with the mark of an omission in place of page breaks. */
function withoutBreaks(original: string, { start, end }: Span, differences: readonly Difference[]): string {
  let text = '';
  let from = start;
  for (const { kind, span } of differences) {
    if (kind !== 'page break') continue;
    text += `${original.slice(from, span.start)} [...] `;
    from = span.end;
  }
  return (text + original.slice(from, end)).replace(/\s+/g, ' ');
}

/** How many words of the quote occur in the window at all: no alignment keeps more. */
function wordsInCommon(quote: Int32Array, index: WordIndex, { low, high }: Starts): number {
  const left = new Map<number, number>();
  for (const id of quote) left.set(id, (left.get(id) ?? 0) + 1);
  const end = Math.min(index.count, high + Math.ceil(quote.length * (1 + MOST_EDITS)));
  let common = 0;
  for (let word = Math.max(0, low); word < end; word++) {
    const count = left.get(index.ids[word]) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(index.ids[word], count - 1);
  }
  return common;
}

/** The first word that starts at `offset` or later. */
function wordFrom(index: WordIndex, offset: number): number {
  let low = 0;
  let high = index.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.starts[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the quote most likely starts, in words of the source, the likeliest first. */
function likelyStarts(quote: Int32Array, index: WordIndex, first: number, limit: number): readonly Starts[] {
  const width = Math.max(16, quote.length >> 1);
  // A start may lie before the range by as much as the quote has words that the source lacks.
  const origin = first - quote.length;
  const votes = new Float64Array(Math.ceil((limit - origin) / width) + 2);
  for (const { position, occurrences } of seeds(quote, index)) {
    const weight = 1 / Math.sqrt(occurrences.length);
    for (const at of occurrences) {
      if (at < first || at >= limit) continue;
      const neighbour = quote[position + 1] !== undefined && quote[position + 1] === index.ids[at + 1];
      votes[Math.floor((at - position - origin) / width)] += neighbour ? weight * (1 + NEIGHBOUR_VOTE) : weight;
    }
  }
  return mostVoted(votes).map((bucket) => ({
    low: Math.max(first - quote.length, origin + (bucket - 1) * width),
    high: Math.min(limit, origin + (bucket + 3) * width),
  }));
}

interface Seed {
  /** In the quote, in words. */
  readonly position: number;
  readonly occurrences: Int32Array;
}

/** The quote's words with their occurrences in the source, the rarest first, as many as may vote. */
function seeds(quote: Int32Array, index: WordIndex): readonly Seed[] {
  const known: Seed[] = [];
  quote.forEach((id, position) => {
    if (id < 0) return;
    known.push({ position, occurrences: index.positions.subarray(index.first[id], index.first[id + 1]) });
  });
  known.sort((left, right) => left.occurrences.length - right.occurrences.length);
  let votes = 0;
  return known.filter(({ occurrences }) => {
    votes += occurrences.length;
    return votes <= VOTES || votes === occurrences.length;
  });
}

/** The pairs of adjacent buckets with most votes, by their first; a start near a bucket's edge votes into both. */
function mostVoted(votes: Float64Array): readonly number[] {
  const chosen: number[] = [];
  const used = new Uint8Array(votes.length);
  while (chosen.length < WINDOWS) {
    let best = -1;
    let most = 0;
    for (let bucket = 0; bucket + 1 < votes.length; bucket++) {
      const sum = used[bucket] | used[bucket + 1] ? 0 : votes[bucket] + votes[bucket + 1];
      if (sum > most) {
        best = bucket;
        most = sum;
      }
    }
    if (best < 0) break;
    chosen.push(best);
    used.fill(1, best, best + 2);
  }
  return chosen;
}
