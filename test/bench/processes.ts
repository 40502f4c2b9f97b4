import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './measure.ts';

export const ROOT = findRoot(fileURLToPath(import.meta.url));
const DEAL = join(ROOT, 'dist/deal.mjs');
const READ_AND_TOUCH = join(ROOT, 'test/bench/read-and-touch.mjs');
const REPORT_MEMORY = join(ROOT, 'test/bench/report-memory.mjs');
const FINDINGS = 1;

/** The nearest folder with a `package.json`, wherever below it the bundle lies. */
function findRoot(path: string): string {
  const folder = dirname(path);
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(folder);
}

/** Builds the command anew, for a stale one would mislead; false if it cannot be built. */
export function buildDeal(): boolean {
  return spawnSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT, stdio: 'ignore' }).status === 0;
}

export interface Run {
  readonly milliseconds: number;
  /** Peak of resident memory in bytes; 0 unless asked for. */
  readonly memory: number;
}

/** `deal check FOLDER` from start to exit, in a process of its own. Its output is written, to nowhere. */
export function runDealCheck(folder: string, memory = false): Run {
  return run([DEAL, 'check', folder], [0, FINDINGS], memory);
}

/** A process that reads the same files and touches every character. */
export function runReadAndTouch(folder: string, memory = false): Run {
  return run([READ_AND_TOUCH, folder], [0], memory);
}

/** What `deal check --format json` says, parsed. */
export function readDealReport(folder: string): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [DEAL, 'check', folder, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  check(status === 0 || status === FINDINGS, `deal check ends with ${status}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout);
}

function run(command: readonly string[], expectedStatus: readonly number[], memory: boolean): Run {
  return inTemporaryFolder((folder) => {
    const report = join(folder, 'memory');
    const args = memory ? ['--import', REPORT_MEMORY, ...command] : command;
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      env: { ...process.env, DEAL_BENCH_REPORT: report },
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 2 ** 28,
    });
    const milliseconds = performance.now() - start;
    check(status !== null && expectedStatus.includes(status), `${command.join(' ')} ends with ${status}: ${stderr}`);
    return { milliseconds, memory: memory ? Number(readFileSync(report, 'utf8')) * 1024 : 0 };
  });
}

export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'deal-bench-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
