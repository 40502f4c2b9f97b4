/**
 * The engine against the oracle on random pairs. `DEAL_SEED=17` starts at another seed; a failure names the seed of the
 * scenario, so `DEAL_SEED=<seed> DEAL_PAIRS=1` replays it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareAll } from './compare.ts';
import { generate } from './generate.ts';
import { report } from './report.ts';
import { type Solver, startSolver } from './solver.ts';
import type { OracleVerdict } from './verdict.ts';

const FIRST_SEED = Number(process.env.DEAL_SEED ?? 1);
const PAIRS = Number(process.env.DEAL_PAIRS ?? 5000);
const CHUNK = 500;
const SHOWN = 3;

let solver: Solver;
beforeAll(async () => {
  solver = await startSolver();
});
afterAll(() => solver.stop());

const chunks = Array.from({ length: Math.ceil(PAIRS / CHUNK) }, (_, index) => FIRST_SEED + index * CHUNK);
const seen = new Map<OracleVerdict, number>();

describe('the engine and the oracle', () => {
  it.each(chunks)('agree on the pairs from seed %i on', { timeout: 300_000 }, (start) => {
    const count = Math.min(CHUNK, FIRST_SEED + PAIRS - start);
    const scenarios = Array.from({ length: count }, (_, index) => generate(start + index));
    const comparisons = compareAll(solver, scenarios);
    for (const { judgement } of comparisons) seen.set(judgement.verdict, (seen.get(judgement.verdict) ?? 0) + 1);
    const disagreements = comparisons.filter(({ problems }) => problems.length > 0);
    const reports: string[] = [];
    for (const one of disagreements.slice(0, SHOWN)) reports.push(report(solver, one));
    expect(disagreements.length, reports.join('\n\n')).toBe(0);
  });

  it('were asked about every verdict', () => {
    if (PAIRS < 1000) return;
    for (const verdict of ['conflict', 'disputed', 'depends', 'near miss', 'clear'] as const) {
      expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThan(PAIRS / 100);
    }
  });
});
