import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generatePortfolio, writePortfolio } from './generate-portfolio.ts';
import {
  type Contestant,
  DEAL_COMMAND,
  DEAL_SERVER,
  emptyServer,
  type RunningServer,
  startServer,
  timeToInitialize,
} from './language-servers.ts';
import { check, figure, median, printTable, state } from './measure.ts';
import { buildDeal } from './processes.ts';

const STARTS = 15;
const WARM_UPS = 150;
const EDITS = 500;
/** Between two edits, in milliseconds: nobody types faster, and whatever a server does after an answer is done by then. */
const PAUSE = 20;
const SMALL = 200;
const LARGE = 100_000;
/** How long nobody does anything, in milliseconds. */
const REST = 5000;

/** What the editor waits for, against a server of the same library that does nothing. */
export async function editorBenchmark(): Promise<void> {
  check(buildDeal(), 'the server cannot be built');
  const folder = mkdtempSync(join(tmpdir(), 'deal-bench-'));
  try {
    const empty = await emptyServer(folder);
    await compareStarts(empty);
    await compareEdits(empty, SMALL, join(folder, 'small'));
    await compareEdits(empty, LARGE, join(folder, 'large'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareStarts(empty: Contestant): Promise<void> {
  const contestants = [empty, DEAL_SERVER, DEAL_COMMAND];
  const times: number[][] = contestants.map(() => []);
  for (let round = -2; round < STARTS; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const time = await timeToInitialize(contestant);
      if (round >= 0) times[index].push(time);
    }
  }
  const medians = times.map(median);
  const ratios = medians.map((time) => time / medians[0]);
  printTable(
    `Start to the answer to \`initialize\`, in turns, medians of ${STARTS}`,
    ['', 'ms', 'ratio'],
    contestants.map(({ name }, index) => [name, figure(medians[index]), figure(ratios[index])]),
  );
  state('the server starts, slower than an empty one', ratios[1], 'at most', 1.3);
}

interface Typing {
  readonly server: RunningServer;
  readonly times: number[];
  items: number;
}

async function compareEdits(empty: Contestant, clauses: number, folder: string): Promise<void> {
  const portfolio = generatePortfolio({ clauses, rich: true });
  writePortfolio(portfolio, folder);
  const { path } = portfolio.files[Math.floor(portfolio.files.length / 2)];
  const edit = editOf(readFileSync(join(folder, path), 'utf8'));
  const runs: Typing[] = [];
  for (const contestant of [empty, DEAL_SERVER]) {
    runs.push({ server: await startServer(contestant, folder, path), times: [], items: 0 });
  }
  for (let round = -WARM_UPS; round < EDITS; round++) {
    for (const run of runs) {
      const { milliseconds, items } = await run.server.edit(edit.range, round % 2 === 0 ? edit.one : edit.other);
      if (round >= 0) run.times.push(milliseconds);
      run.items = Math.max(run.items, items);
      await setTimeout(PAUSE);
    }
  }
  const memory = runs.map(({ server }) => server.memory());
  const atRest = await processorTimeAtRest(runs.map(({ server }) => server));
  for (const { server } of runs) await server.end();
  const [base, own] = runs.map(({ times }) => ({ median: median(times), p99: percentile(times, 0.99) }));
  const size = `${clauses.toLocaleString('en-US')} clauses`;
  printTable(
    `A character typed in a portfolio of ${size}: from the change to the answer what is reported, in turns, ${EDITS} edits`,
    ['', 'median ms', 'p99 ms', 'problems', 'memory MB', `ms of processor in ${REST / 1000} s at rest`],
    runs.map(({ server, items }, index) => [
      server.name,
      figure([base, own][index].median),
      figure([base, own][index].p99),
      String(items),
      figure(memory[index] / 2 ** 20),
      figure(atRest[index]),
    ]),
  );
  state(
    `${size}: an answer after an edit, median, slower than an empty server's`,
    own.median / base.median,
    'at most',
    2,
  );
  state(`${size}: the same, 99 of 100`, own.p99 / base.p99, 'at most', 2);
}

/** A digit of a year in the middle of the file, typed over again and again: a clause gets another time. */
function editOf(text: string): { readonly range: object; readonly one: string; readonly other: string } {
  const years = [...text.matchAll(/from = 20(\d)\d/g)];
  const year = years[years.length >> 1];
  check(year !== undefined, 'the file has no year to edit');
  const before = text.slice(0, year.index + 'from = 20'.length).split('\n');
  const [line, character] = [before.length - 1, before[before.length - 1].length];
  const range = { start: { line, character }, end: { line, character: character + 1 } };
  return { range, one: year[1] === '1' ? '2' : '1', other: year[1] };
}

async function processorTimeAtRest(servers: readonly RunningServer[]): Promise<number[]> {
  // What is done after an answer is over by then.
  await setTimeout(500);
  const before = servers.map((server) => server.processorTime());
  await setTimeout(REST);
  return servers.map((server, index) => server.processorTime() - before[index]);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
