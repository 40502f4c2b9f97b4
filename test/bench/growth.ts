import { generatePortfolio, writePortfolio } from './generate-portfolio.ts';
import { figure, median, printTable, state } from './measure.ts';
import { buildDeal, inTemporaryFolder, runDealCheck, runReadAndTouch } from './processes.ts';

const SIZES = [
  { clauses: 10_000, rounds: 5 },
  { clauses: 100_000, rounds: 3 },
  { clauses: 1_000_000, rounds: 1 },
];
const CLOSE_TO_LINEAR = 1.5;

interface Growth {
  readonly clauses: number;
  readonly milliseconds: number;
  readonly memory: number;
  readonly bare: number;
}

/** `deal check` on portfolios of the same make and growing size: parties grow with the clauses, the terms do not. */
export function growthBenchmark(): void {
  if (!buildDeal()) {
    console.log('n/a   the command cannot be built');
    return;
  }
  const measured = SIZES.map(({ clauses, rounds }) => measure(clauses, rounds));
  printTable(
    'Growth: deal check, start to exit',
    ['clauses', 'ms', 'µs a clause', '× only reading', 'peak memory, MB', 'bytes a clause'],
    measured.map(({ clauses, milliseconds, memory, bare }) => [
      clauses.toLocaleString('en-US'),
      figure(milliseconds),
      figure((1000 * milliseconds) / clauses),
      figure(milliseconds / bare),
      figure(memory / 1e6),
      figure(memory / clauses),
    ]),
  );
  const [, hundredThousand, million] = measured;
  const growth = million.milliseconds / 10 / hundredThousand.milliseconds;
  state('time a clause at 1,000,000 clauses over that at 100,000', growth, 'at most', CLOSE_TO_LINEAR);
  const memoryGrowth = million.memory / 10 / hundredThousand.memory;
  state('memory a clause at 1,000,000 clauses over that at 100,000', memoryGrowth, 'at most', CLOSE_TO_LINEAR);
}

function measure(clauses: number, rounds: number): Growth {
  return inTemporaryFolder((folder) => {
    writePortfolio(generatePortfolio({ clauses, rich: true }), folder);
    runReadAndTouch(folder);
    const runs = [];
    const bare = [];
    for (let round = 0; round < rounds; round++) {
      runs.push(runDealCheck(folder, true));
      bare.push(runReadAndTouch(folder).milliseconds);
    }
    return {
      clauses,
      milliseconds: median(runs.map((run) => run.milliseconds)),
      memory: Math.max(...runs.map((run) => run.memory)),
      bare: median(bare),
    };
  });
}
