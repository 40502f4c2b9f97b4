import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import type { Finding } from '../rules/finding.ts';

export const BASELINE_NAME = 'deal.baseline.json';

const baselineSchema = v.object({
  version: v.literal(1),
  findings: v.array(v.object({ fingerprint: v.string(), rule: v.string(), file: v.string(), message: v.string() })),
  sources: v.optional(v.array(v.object({ path: v.string(), sha256: v.string() }))),
});

export interface Baseline {
  /** Findings that are known and accepted for now: how often each fingerprint may still be found. */
  readonly findings: ReadonlyMap<string, number>;
  /** The contracts that quotes were looked for in, and the SHA-256 of each; absent in a baseline that keeps none. */
  readonly sources?: ReadonlyMap<string, string>;
}

/** A contract that quotes were looked for in. */
export interface HashedSource {
  /** Relative to the root. */
  readonly path: string;
  /** Of the file, in hexadecimal digits; worked out when it is asked for. */
  readonly sha256: () => string;
}

/** The text of a baseline file: one line a finding and one a source, sorted, so that a change of it reads well in a review. */
export function baselineText(findings: readonly Finding[], sources: readonly HashedSource[]): string {
  const known = findings.map(({ fingerprint, rule, file, message }) => ({ fingerprint, rule, file, message }));
  const compared = sources.map(({ path, sha256 }) => ({ path, sha256: sha256() }));
  return `{\n  "version": 1,\n  "findings": ${lines(known)},\n  "sources": ${lines(compared)}\n}\n`;
}

function lines(values: readonly object[]): string {
  if (values.length === 0) return '[]';
  const sorted = values.map((value) => `    ${JSON.stringify(value)}`).sort();
  return `[\n${sorted.join(',\n')}\n  ]`;
}

/** Reads a baseline file; undefined when it is not one. */
export function parseBaseline(text: string): Baseline | undefined {
  const parsed = v.safeParse(baselineSchema, parse(text));
  if (!parsed.success) return undefined;
  const { sources } = parsed.output;
  const findings = new Map<string, number>();
  for (const { fingerprint } of parsed.output.findings) {
    findings.set(fingerprint, (findings.get(fingerprint) ?? 0) + 1);
  }
  return {
    findings,
    ...(sources === undefined ? {} : { sources: new Map(sources.map(({ path, sha256 }) => [path, sha256])) }),
  };
}

export interface Sifted {
  readonly fresh: readonly Finding[];
  /** The findings that the baseline knows. */
  readonly known: readonly Finding[];
  /** How many entries of the baseline are no longer found. */
  readonly gone: number;
}

/** Takes out what the baseline knows. A fingerprint found more often than the baseline says is fresh from there on. */
export function siftBaseline(findings: readonly Finding[], baseline: Baseline): Sifted {
  const left = new Map(baseline.findings);
  const known: Finding[] = [];
  const fresh = findings.filter((finding) => {
    const count = left.get(finding.fingerprint) ?? 0;
    if (count === 0) return true;
    left.set(finding.fingerprint, count - 1);
    known.push(finding);
    return false;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, known, gone };
}

/** A contract that is another than the one the baseline was written for. */
export interface ChangedSource {
  readonly path: string;
  /** The SHA-256 that the baseline keeps. */
  readonly recorded: string;
  /** What it is now; absent where no quote is looked for in it any more, or it cannot be read. */
  readonly sha256?: string;
}

/** Which contracts changed since the baseline was written, in the order of their paths; undefined where it keeps none. */
export function changedSources(
  baseline: Baseline,
  sources: readonly HashedSource[],
): readonly ChangedSource[] | undefined {
  if (baseline.sources === undefined) return undefined;
  const now = new Map(sources.map(({ path, sha256 }) => [path, sha256]));
  return [...baseline.sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, recorded]) => {
      const sha256 = now.get(path)?.();
      if (sha256 === recorded) return [];
      return [{ path, recorded, ...(sha256 === undefined ? {} : { sha256 }) }];
    });
}
