/** Rules that are not about a pair of promises: a `.deal` text goes in, the findings of one rule come out. */
import { expect, it } from 'vitest';
import { findingsOf, type Options } from '../verdicts/helpers.ts';

/** What the rule says in our own words, the text, and how many findings of the rule it has. */
export type Case = readonly [says: string, text: string, count: number, options?: Options];

/** One test a case. */
export function counts(rule: string, cases: readonly Case[]): void {
  for (const [says, text, count, options] of cases) {
    it(`${says}: ${count === 0 ? 'nothing' : count}`, () => {
      expect(findingsOf(rule, text, options)).toHaveLength(count);
    });
  }
}
