import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import search from 'approx-string-match';
import { findQuote } from '../../server/src/evidence/find-quote.ts';
import { fold } from '../../server/src/evidence/fold.ts';
import { type PreparedSource, prepareSource } from '../../server/src/evidence/prepare-source.ts';
import type { QuoteMatch } from '../../server/src/evidence/quote-match.ts';
import { check, collectGarbage, figure, interleave, printTable, state } from './measure.ts';
import { ROOT } from './processes.ts';
import { createRandom, type Random } from './random.ts';

/** UTF-16 units of the contract, and passages quoted from it. */
const LENGTH = 200_000;
const PASSAGES = 400;
const MISQUOTED = 60;
const ROUNDS = 9;
/** Of letters: what the peer may get wrong. Less finds less, more takes longer. */
const MOST_ERRORS = 0.25;

interface Passage {
  readonly words: string;
  /** In the contract. */
  readonly start: number;
}

/** Quotes of a contract of 200 KB: verifying them, finding the passages nearest to misquoted ones, all at once. */
export function quotesBenchmark(): void {
  const random = createRandom(20_251_028);
  const contract = makeContract(random);
  const passages = pickPassages(contract, random);
  const start = performance.now();
  const source = prepareSource(contract, 'text');
  const prepared = performance.now() - start;
  verify(source, passages, prepared);
  findNearest(source, passages, random);
  allAtOnce(contract, passages);
}

/** Sentences of the sample's contracts over and over, some words of each changed for others, so that none occurs twice. */
function makeContract(random: Random): string {
  const sample = ['gainsco', 'galacticomm', 'scoutcam', 'xli-technologies'].map((name) =>
    readFileSync(join(ROOT, `test/evidence/cuad/${name}.txt`), 'utf8'),
  );
  const sentences = sample.flatMap((text) => text.split(/(?<=[.;:])\s+/));
  const words = sample.flatMap((text) => text.match(/[a-z]{4,}/g) ?? []);
  let contract = '';
  for (let clause = 1; contract.length < LENGTH; clause++) {
    const changed = random
      .pick(sentences)
      .replace(/[a-z]{4,}/g, (word) => (random.chance(0.25) ? random.pick(words) : word));
    contract += `${clause % 5 === 0 ? `\n\n${clause / 5}. ` : ' '}${changed}`;
  }
  return contract.slice(0, LENGTH);
}

function pickPassages(contract: string, random: Random): readonly Passage[] {
  const passages: Passage[] = [];
  while (passages.length < PASSAGES) {
    const start = contract.indexOf(' ', random.below(LENGTH - 1000)) + 1;
    const words = contract.slice(start, contract.indexOf(' ', start + 100 + random.below(300)));
    if (/^[A-Za-z][\s\S]*[a-z]$/.test(words)) passages.push({ words, start });
  }
  return passages;
}

function verify(source: PreparedSource, passages: readonly Passage[], prepared: number): void {
  for (const { words, start } of passages) {
    const match = findQuote(source, { pieces: [words] });
    check(match.kind === 'verified' && match.spans[0].start === start, `${match.kind}: ${words}`);
  }
  const folded = passages.map(({ words }) => fold(words).text);
  const contestants = [
    {
      name: '`indexOf`, twice: once and no more',
      run: () => folded.map((text) => source.text.indexOf(text, source.text.indexOf(text) + 1)),
    },
    { name: '`indexOf`', run: () => folded.map((text) => source.text.indexOf(text)) },
    { name: 'deal', run: () => passages.map(({ words }) => findQuote(source, { pieces: [words] })) },
  ];
  const times = interleave(contestants, ROUNDS, 3);
  printTable(
    `Verifying ${PASSAGES} quotes in a contract of ${LENGTH / 1000} KB, prepared in ${figure(prepared)} ms, cold; medians of ${ROUNDS}`,
    ['', 'µs a quote', 'time / `indexOf`'],
    contestants.map(({ name }, index) => [
      name,
      figure((1000 * times[index]) / PASSAGES),
      figure(times[index] / times[1]),
    ]),
  );
  state('verifying, time against `indexOf` of the same text', times[2] / times[1], 'at most', 2);
}

/** One to four words dropped, changed or added. */
function misquote(words: string, random: Random): string {
  const list = words.split(/\s+/);
  for (let count = 1 + random.below(4); count > 0; count--) {
    const at = 1 + random.below(list.length - 2);
    const kind = random.below(3);
    if (kind === 0) list.splice(at, 1);
    else list.splice(at, kind === 1 ? 1 : 0, random.pick(['never', '90', 'Zebracorp', 'forthwith']));
  }
  return list.join(' ');
}

function findNearest(source: PreparedSource, passages: readonly Passage[], random: Random): void {
  const misquoted = passages.slice(0, MISQUOTED).map(({ words, start }) => ({ start, words: misquote(words, random) }));
  const start = performance.now();
  findQuote(source, { pieces: [misquoted[0].words] });
  const first = performance.now() - start;
  const nearest = () => misquoted.map(({ words }) => findQuote(source, { pieces: [words] }));
  const approximate = () =>
    misquoted.map(({ words }) => {
      const pattern = fold(words).text;
      return search(source.text, pattern, Math.floor(pattern.length * MOST_ERRORS))[0];
    });
  const contestants = [
    { name: 'approx-string-match, whole text', run: approximate },
    { name: 'deal', run: nearest },
  ];
  const times = interleave(contestants, 5, 2);
  const recalls = [
    recall(
      misquoted,
      approximate().map((found) => found && source.starts[found.start]),
    ),
    recall(misquoted, nearest().map(nearestStart)),
  ];
  printTable(
    `The passages nearest to ${MISQUOTED} misquoted ones; deal's index of words is made in ${figure(first)} ms, cold, with the first`,
    ['', 'ms a quote', 'recall %', 'time / deal'],
    contestants.map(({ name }, index) => [
      name,
      figure(times[index] / MISQUOTED),
      figure(100 * recalls[index]),
      figure(times[index] / times[1]),
    ]),
  );
  state('nearest passage, recall against approx-string-match', recalls[1] / recalls[0], 'at least', 1);
  state('nearest passage, faster than approx-string-match', times[0] / times[1], 'at least', 4);
}

const nearestStart = (match: QuoteMatch): number | undefined =>
  match.kind === 'missing' ? match.nearest?.span.start : undefined;

/** The share found where they were taken from. */
function recall(misquoted: readonly Passage[], starts: readonly (number | undefined)[]): number {
  const NEAR = 12;
  return (
    starts.filter((start, index) => Math.abs((start ?? Infinity) - misquoted[index].start) <= NEAR).length /
    misquoted.length
  );
}

/** Preparing the contract and finding every quote, with what stays in memory as long as the contract does. */
function allAtOnce(contract: string, passages: readonly Passage[]): void {
  const run = () => {
    const source = prepareSource(contract, 'text');
    return { source, matches: passages.map(({ words }) => findQuote(source, { pieces: [words] })) };
  };
  const [time] = interleave([{ name: 'deal', run }], ROUNDS, 3);
  collectGarbage();
  const before = process.memoryUsage();
  const kept = run();
  collectGarbage();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  printTable(
    `Preparing the contract and verifying all ${kept.matches.length} quotes`,
    ['', 'ms', 'MB kept', 'bytes a character'],
    [['deal', figure(time), figure(bytes / 1e6), figure(bytes / LENGTH)]],
  );
}
