import { passageFeatures } from './passage-features.ts';

/** A passage that somebody has put into a category. */
export interface LabelledPassage {
  readonly category: string;
  /** Which contract it stands in, by any name. */
  readonly contract: string;
  readonly passage: string;
}

/** How much each feature speaks for a category, in hundredths of a natural logarithm, and how common it is by itself. */
export interface CategoryWords {
  readonly category: string;
  readonly prior: number;
  readonly words: ReadonlyMap<string, number>;
}

/** Counts are raised by this much, so that a word seen once does not decide. */
const SMOOTHING = 0.35;
/** The most telling features of a category are kept. */
const KEPT = 60;
/** What only one contract says is its own affair: names, products. In contracts. */
const SEEN = 2;
const SCALE = 100;

/**
 * Learns from labelled passages: for each category the logarithm of how much likelier a feature is in its passages than in
 * the others (naive Bayes with the complement as the other class; Rennie et al., "Tackling the Poor Assumptions of Naive
 * Bayes Text Classifiers", 2003), of which the strongest are kept.
 */
export function learnKindWords(passages: readonly LabelledPassage[]): readonly CategoryWords[] {
  const totals = new Map<string, number>();
  const contracts = new Map<string, Set<string>>();
  const byCategory = new Map<string, { count: number; features: Map<string, number> }>();
  for (const { category, contract, passage } of passages) {
    const own = byCategory.get(category) ?? { count: 0, features: new Map<string, number>() };
    byCategory.set(category, own);
    own.count++;
    for (const feature of passageFeatures(passage).keys()) {
      own.features.set(feature, (own.features.get(feature) ?? 0) + 1);
      totals.set(feature, (totals.get(feature) ?? 0) + 1);
      contracts.set(feature, (contracts.get(feature) ?? new Set()).add(contract));
    }
  }
  return [...byCategory]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([category, { count, features }]) => ({
      category,
      prior: rounded(Math.log(count / passages.length)),
      words: strongest(
        [...features].filter(([feature]) => (contracts.get(feature)?.size ?? 0) >= SEEN),
        totals,
        count,
        passages.length - count,
      ),
    }));
}

function strongest(
  own: readonly (readonly [feature: string, count: number])[],
  totals: ReadonlyMap<string, number>,
  count: number,
  others: number,
): ReadonlyMap<string, number> {
  const weighed = own.flatMap(([feature, inside]): [string, number, number][] => {
    const total = totals.get(feature) ?? inside;
    const share = (inside + SMOOTHING) / (count + 2 * SMOOTHING);
    const otherShare = (total - inside + SMOOTHING) / (others + 2 * SMOOTHING);
    const weight = Math.log(share / otherShare);
    return weight > 0 ? [[feature, rounded(weight), weight * inside]] : [];
  });
  return new Map(
    weighed
      .sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
      .slice(0, KEPT)
      .map(([feature, weight]) => [feature, weight]),
  );
}

const rounded = (value: number): number => Math.round(value * SCALE);

/** As text, a line a category: `Insurance|-330|insur=402;coverag=398`. */
export const writeWords = (learned: readonly CategoryWords[]): string =>
  learned
    .map(({ category, prior, words }) => {
      const list = [...words].map(([word, weight]) => `${word}=${weight}`).join(';');
      return `${category}|${prior}|${list}`;
    })
    .join('\n');

/** Reads what {@link writeWords} wrote. */
export const readWords = (text: string): readonly CategoryWords[] =>
  text.split('\n').map((line) => {
    const [category, prior, list] = line.split('|');
    const words = list === '' ? [] : list.split(';').map((one) => one.split('='));
    return { category, prior: Number(prior), words: new Map(words.map(([word, weight]) => [word, Number(weight)])) };
  });
