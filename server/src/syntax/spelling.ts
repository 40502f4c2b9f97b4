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
    const distance = word.toLowerCase() === candidate ? 0 : editDistance(word, candidate);
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Optimal string alignment distance (Damerau–Levenshtein without overlapping edits). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2] + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
