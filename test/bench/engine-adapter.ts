import { type Docket, openDocket } from '../../server/src/conflicts/docket.ts';
import type { PairVerdict } from '../../server/src/conflicts/pair.ts';
import { bind } from '../../server/src/model/bind.ts';
import type { Model } from '../../server/src/model/model.ts';
import type { PortfolioFile } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { check } from './measure.ts';

const daysOf = (date: string): number => Date.parse(date) / 86_400_000;

/** Parses and binds: as the peers' columns, not on the clock of the conflict benchmark. */
export function bindPortfolio(files: readonly PortfolioFile[], asOf: string): Model {
  const parsed = files.map(({ path, text }) => ({ path, tree: parse(text) }));
  const model = bind(parsed, { asOf: daysOf(asOf) });
  const [first] = model.problems;
  check(first === undefined, `the generated portfolio is not sound: ${first?.file}: ${first?.message}`);
  return model;
}

/**
 * Regions with their times resolved: what the peers have in their columns, so not on the clock either. Opened anew for
 * each round: what one round looked up must not help the next. Near misses are left out, for the peers know none.
 */
export function openForBenchmark(model: Model, asOf: string): Docket {
  return openDocket(model, { asOf: daysOf(asOf), scenario: new Map(), nearMisses: false });
}

/**
 * On the clock: building the index, finding the candidates, judging them. Near misses are not looked for: what comes is *conflict*
 * or *depends*.
 */
export const judgePairs = (docket: Docket): readonly PairVerdict[] => docket.pairs().pairs;

/** The clauses' places in the order of the texts, two integers a pair. */
export function placesOf({ clauses }: Model, pairs: readonly PairVerdict[]): number[] {
  const places = new Map(clauses.map((clause, place) => [clause, place]));
  return pairs.flatMap(({ deal, restraint }) => [places.get(deal) ?? -1, places.get(restraint) ?? -1]);
}
