/**
 * `npm run fuzz [-- COUNT]`: the engine against the oracle on many random pairs, on every processor. Starts at
 * `DEAL_SEED`, by default at a day's own seed. Exits with 1 at disagreements.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { compareAll } from './compare.ts';
import { generate } from './generate.ts';
import { report } from './report.ts';
import { startSolver } from './solver.ts';

const CHUNK = 200;
const MOST_REPORTS = 20;

/** What a part tells the whole, after each chunk. */
interface Progress {
  readonly done: number;
  readonly verdicts: readonly string[];
  readonly reports: readonly string[];
}

/** One process's share of the seeds. */
async function runPart(first: number, count: number): Promise<void> {
  const solver = await startSolver();
  for (let start = first; start < first + count; start += CHUNK) {
    const size = Math.min(CHUNK, first + count - start);
    const comparisons = compareAll(
      solver,
      Array.from({ length: size }, (_, index) => generate(start + index)),
    );
    const reports: string[] = [];
    for (const one of comparisons) if (one.problems.length > 0) reports.push(report(solver, one));
    const verdicts = comparisons.map(({ judgement }) => judgement.verdict);
    process.send!({ done: size, verdicts, reports } satisfies Progress);
  }
  await solver.stop();
  process.disconnect();
}

/** Shares the seeds out and adds up what comes back. */
async function runWhole(first: number, count: number): Promise<void> {
  const started = performance.now();
  const parts = Math.min(availableParallelism(), Math.ceil(count / CHUNK));
  const share = Math.ceil(count / parts);
  const tally = new Map<string, number>();
  let done = 0;
  let disagreements = 0;
  const receive = ({ done: more, verdicts, reports }: Progress) => {
    done += more;
    for (const verdict of verdicts) tally.set(verdict, (tally.get(verdict) ?? 0) + 1);
    for (const text of reports) if (disagreements++ < MOST_REPORTS) process.stdout.write(`\n${text}\n`);
    const rate = Math.round((1000 * done) / (performance.now() - started));
    const counts = [...tally].map(([verdict, times]) => `${verdict} ${times}`).join(', ');
    process.stdout.write(`\r${done} of ${count} pairs, ${rate}/s, ${disagreements} disagreements (${counts}) `);
  };
  const codes = await Promise.all(
    Array.from({ length: parts }, (_, index) => {
      const start = first + index * share;
      const child = fork(process.argv[1], ['--part', `${start}`, `${Math.min(share, first + count - start)}`]);
      child.on('message', receive);
      return new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
    }),
  );
  process.stdout.write('\n');
  if (disagreements > 0 || codes.some((code) => code !== 0)) process.exitCode = 1;
}

const [flag, ...rest] = process.argv.slice(2);
if (flag === '--part') {
  await runPart(Number(rest[0]), Number(rest[1]));
} else {
  const today = Math.floor(Date.now() / 86_400_000);
  await runWhole(Number(process.env.DEAL_SEED ?? today * 1_000_000), Number(flag ?? 200_000));
}
