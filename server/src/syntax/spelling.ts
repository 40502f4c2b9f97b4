import { editDistance } from '../text/closest.ts';

/** Finds the word that was meant by a misspelt one. */

/** Longer words are never words of the language. */
const LONGEST = 20;

/**
 * The candidate nearest to `word` by insertions, deletions, substitutions and swaps of neighbours: at most one in words
 * of up to five letters, at most two in longer ones. Undefined where none is as near, or `word` is a candidate itself.
 */
export function nearestWord(word: string, candidates: readonly string[], limit = 2): string | undefined {
  if (word.length > LONGEST || word.length < 2) return undefined;
  let best: string | undefined;
  let bestDistance = 3;
  for (const candidate of candidates) {
    if (candidate === word) return undefined;
    const allowed = candidate.length <= 5 ? 1 : limit;
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = word.toLowerCase() === candidate ? 0 : editDistance(word, candidate, allowed);
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
