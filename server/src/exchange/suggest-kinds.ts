import { CUAD_CATEGORIES } from './cuad-contract.ts';
import { kindForCategory, kindsForCategory } from './cuad-kinds.ts';
import { KIND_PHRASES } from './kind-phrases.ts';
import { KIND_WORDS } from './kind-words.generated.ts';
import { type CategoryWords, readWords } from './learn-kind-words.ts';
import { passageFeatures } from './passage-features.ts';

/** A kind of the standard library that may annotate a passage. */
export interface KindSuggestion {
  readonly kind: string;
  /** From 0 to 1: the scores of all kinds come to 1. How well the words fit, not how likely it is to be right. */
  readonly score: number;
  /** The words of the passage that speak for it: `“first refusal”, “offer”`; empty where none do. */
  readonly why: string;
}

// All in natural logarithms. Set by hand on the sample of CUAD; see `test/exchange/suggest-kinds.test.ts`.

/** What a phrase that names the kind counts for. */
const PHRASE = 4;
const WEAK_PHRASE = 1.6;
/** Of a phrase in Chinese, where no words were learned that could speak for or against it. */
const CHINESE_PHRASE = 5;
/** How much the share of a category in CUAD counts, of 1. */
const PRIOR = 0.4;
/** Words of one passage repeat what the others say: the sum of `n` counts as if they were fewer, `n` to this power. */
const REPETITION = 0.7;
/** A few words are little evidence, however telling. */
const FEWEST = 25;
const EVIDENCE = 4;
/** What a kind loses that its category allows, but that the words do not point to. */
const NOT_CHOSEN = 1.2;
/** What a kind starts with that has no category in CUAD: like the rarer categories. */
const UNLISTED = -3;
const SCALE = 100;
/** Words shown. */
const SHOWN = 3;

/**
 * The kinds of the standard library in the order in which they fit the words of a passage, the best first. The words were
 * learned from the annotations of CUAD (The Atticus Project, CC BY 4.0); phrases that name a kind, in English and
 * Chinese, count too. A suggestion and no more: what a clause means is for its reader to say.
 */
export function suggestKinds(passage: string): readonly KindSuggestion[] {
  frozen ??= readWords(KIND_WORDS);
  return rankKinds(passage, frozen);
}

let frozen: readonly CategoryWords[] | undefined;

/** The same with words learned elsewhere. */
export function rankKinds(passage: string, learned: readonly CategoryWords[]): readonly KindSuggestion[] {
  const features = passageFeatures(passage);
  const found = new Map<string, Candidate>();
  for (const category of learned) addCategory(found, category, passage, features);
  for (const { kind, isWeak, english, chinese } of KIND_PHRASES) {
    const candidate = found.get(kind) ?? { kind, score: UNLISTED, words: [] };
    const match = english?.exec(passage);
    const chineseMatch = chinese?.exec(passage);
    const fromEnglish = match ? (isWeak ? WEAK_PHRASE : PHRASE) : 0;
    const score = candidate.score + fromEnglish + (chineseMatch ? CHINESE_PHRASE : 0);
    const words = [chineseMatch, match].flatMap((one) => (one ? [one[0].replace(/\s+/g, ' ')] : []));
    found.set(kind, { kind, score, words: [...words, ...candidate.words] });
  }
  return normalized([...found.values()]);
}

interface Candidate {
  readonly kind: string;
  /** A sum of logarithms. */
  readonly score: number;
  readonly words: readonly string[];
}

/** Each kind of a category gets its score, unless another category gave it more. */
function addCategory(
  found: Map<string, Candidate>,
  { category, prior, words }: CategoryWords,
  passage: string,
  features: ReadonlyMap<string, string | undefined>,
): void {
  if (!CUAD_CATEGORIES.includes(category)) return;
  const speaking = [...features.keys()]
    .map((feature) => [feature, words.get(feature) ?? 0] as const)
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1]);
  const evidence = speaking.reduce((total, [, weight]) => total + weight, 0);
  const sum = ((evidence * EVIDENCE) / Math.max(FEWEST, features.size) ** REPETITION + prior * PRIOR) / SCALE;
  const chosen = kindForCategory(category, passage).kind;
  const shown = speaking.flatMap(([feature]) => features.get(feature) ?? []);
  for (const kind of kindsForCategory(category)) {
    const score = kind === chosen ? sum : sum - NOT_CHOSEN;
    const known = found.get(kind);
    if (known === undefined || known.score < score) found.set(kind, { kind, score, words: shown.slice(0, SHOWN) });
  }
}

function normalized(candidates: readonly Candidate[]): readonly KindSuggestion[] {
  const highest = Math.max(...candidates.map(({ score }) => score));
  const weights = candidates.map(({ score }) => Math.exp(score - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return candidates
    .map(({ kind, words }, index) => ({
      kind,
      score: weights[index] / total,
      why: [...new Set(words)]
        .slice(0, SHOWN)
        .map((word) => `“${clipped(word)}”`)
        .join(', '),
    }))
    .sort((a, b) => b.score - a.score || (a.kind < b.kind ? -1 : 1));
}

const clipped = (words: string): string => (words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words);
