import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import type { Finding } from '../rules/finding.ts';

export const BASELINE_NAME = 'deal.baseline.json';

const baselineSchema = v.object({
  version: v.literal(1),
  findings: v.array(v.object({ fingerprint: v.string(), rule: v.string(), file: v.string(), message: v.string() })),
});

/** Findings that are known and accepted for now: how often each fingerprint may still be found. */
export type Baseline = ReadonlyMap<string, number>;

/** The text of a baseline file: one line a finding, sorted, so that a change of it reads well in a review. */
export function baselineText(findings: readonly Finding[]): string {
  const lines = findings
    .map(({ fingerprint, rule, file, message }) => `    ${JSON.stringify({ fingerprint, rule, file, message })}`)
    .sort();
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/** Reads a baseline file; undefined when it is not one. */
export function parseBaseline(text: string): Baseline | undefined {
  const parsed = v.safeParse(baselineSchema, parse(text));
  if (!parsed.success) return undefined;
  const baseline = new Map<string, number>();
  for (const { fingerprint } of parsed.output.findings) {
    baseline.set(fingerprint, (baseline.get(fingerprint) ?? 0) + 1);
  }
  return baseline;
}

export interface Sifted {
  readonly fresh: readonly Finding[];
  /** How many findings the baseline knows. */
  readonly known: number;
  /** How many entries of the baseline are no longer found. */
  readonly gone: number;
}

/** Takes out what the baseline knows. A fingerprint found more often than the baseline says is fresh from there on. */
export function siftBaseline(findings: readonly Finding[], baseline: Baseline): Sifted {
  const left = new Map(baseline);
  const fresh = findings.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, known: findings.length - fresh.length, gone };
}
