import type { Docket } from '../../server/src/conflicts/docket.ts';
import { collideAllPairs } from './all-pairs-peer.ts';
import { bindPortfolio, judgePairs, openForBenchmark, placesOf } from './engine-adapter.ts';
import { collideByFlatbush, collideByOneFlatbush } from './flatbush-peer.ts';
import { AS_OF, type GeneratedPortfolio, generatePortfolio } from './generate-portfolio.ts';
import { type Contestant, check, collectGarbage, figure, interleave, printTable, state } from './measure.ts';

const CLAUSES = 100_000;
const ROUNDS = 7;
/** Until nothing is compiled any more: ours has more code than the peers. */
const WARMUPS = 16;

/**
 * The colliding pairs of a hundred thousand clauses. The peers start from prepared columns, the engine from its bound
 * model; each builds its index on the clock. All pairs run in full, once, after a warm-up on a twentieth of the clauses.
 */
export function conflictBenchmark(dominantGrantor: boolean): void {
  const portfolio = generatePortfolio({ clauses: CLAUSES, dominantGrantor });
  const { promises } = portfolio;
  collideAllPairs({ ...promises, count: CLAUSES / 20 });
  collectGarbage();
  const start = performance.now();
  const truth = collideAllPairs(promises);
  const allPairs = performance.now() - start;
  compare('one flatbush', collideByOneFlatbush(promises), truth, portfolio);
  compare('flatbush a party', collideByFlatbush(promises), truth, portfolio);

  const contestants: Contestant[] = [
    { name: 'one flatbush index, exact check', run: () => collideByOneFlatbush(promises) },
    { name: 'a flatbush index a party, exact check', run: () => collideByFlatbush(promises) },
  ];
  const deals = portfolio.files.filter((file) => file.path.endsWith('.deal'));
  const model = bindPortfolio(deals, AS_OF);
  check(model.clauses.length === CLAUSES, `${model.clauses.length} clauses are bound`);
  compare('deal', placesOf(model, judgePairs(openForBenchmark(model, AS_OF))), truth, portfolio);
  let docket: Docket;
  contestants.push({
    name: 'deal',
    prepare: () => {
      docket = openForBenchmark(model, AS_OF);
    },
    run: () => judgePairs(docket),
  });
  const times = interleave(contestants, ROUNDS, WARMUPS);
  const reference = times[2];
  const rows = [
    ['all pairs, typed arrays, in full', figure(allPairs), figure(allPairs / reference)],
    ...contestants.map(({ name }, index) => [name, figure(times[index]), figure(times[index] / reference)]),
  ];
  const clausesHit = new Set(truth).size;
  printTable(
    `Conflicts: ${CLAUSES.toLocaleString('en-US')} clauses, ${dominantGrantor ? 'half of them of one grantor' : 'grantors alike'}, ` +
      `${truth.length / 2} pairs, ${figure((100 * clausesHit) / CLAUSES)} % of the clauses; medians of ${ROUNDS}`,
    ['', 'ms', 'time / deal'],
    rows,
  );
  // An index of its own for each party is more than an index: it is shown, but sets no target.
  state('conflicts, faster than a flatbush index', times[0] / times[2], 'at least', 10);
  state('conflicts, faster than all pairs', allPairs / times[2], 'at least', 1000);
}

/** Throws, with some of the pairs, unless both found the same. */
function compare(
  name: string,
  found: ArrayLike<number>,
  truth: readonly number[],
  portfolio: GeneratedPortfolio,
): void {
  const expected = keys(truth);
  const actual = keys(found);
  check(actual.size === found.length / 2, `${name} gives pairs twice`);
  const missing = [...expected].filter((key) => !actual.has(key));
  const extra = [...actual].filter((key) => !expected.has(key));
  if (missing.length + extra.length === 0) return;
  const show = (key: number): string =>
    [Math.floor(key / CLAUSES), key % CLAUSES].map((clause) => describe(portfolio, clause)).join('\n    ');
  const lines = [
    `${name} finds ${actual.size} pairs, all pairs ${expected.size}: ${missing.length} missing, ${extra.length} too many`,
    ...missing.slice(0, 4).map((key) => `  missing\n    ${show(key)}`),
    ...extra.slice(0, 4).map((key) => `  too many\n    ${show(key)}`),
  ];
  throw new Error(lines.join('\n'));
}

function keys(pairs: ArrayLike<number>): Set<number> {
  const set = new Set<number>();
  for (let at = 0; at < pairs.length; at += 2) {
    set.add(Math.min(pairs[at], pairs[at + 1]) * CLAUSES + Math.max(pairs[at], pairs[at + 1]));
  }
  return set;
}

/** The header and the clause as they are written. */
function describe(portfolio: GeneratedPortfolio, clause: number): string {
  let left = clause;
  for (const file of portfolio.files) {
    const lines = file.text.split('\n').filter((line) => /^ {2}(\w+: )?\w+\(/.test(line));
    if (left < lines.length)
      return `${file.text.split('\n').find((line) => line.startsWith('deal '))} ${lines[left].trim()}`;
    left -= lines.length;
  }
  return `clause ${clause}`;
}
