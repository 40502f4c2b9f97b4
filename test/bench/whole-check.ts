import { generatePortfolio, writePortfolio } from './generate-portfolio.ts';
import { check, figure, median, printTable, state } from './measure.ts';
import { buildDeal, inTemporaryFolder, readDealReport, runDealCheck, runReadAndTouch } from './processes.ts';

const CLAUSES = 100_000;
const ROUNDS = 7;
/** Reading is short, so that it varies more: it is measured so many times a round. */
const READINGS = 3;

interface Report {
  readonly findings: readonly { readonly rule: string; readonly message: string; readonly file: string }[];
  readonly summary: { readonly files: number; readonly clauses: number };
}

/** `deal check` on a hundred thousand clauses against a process that only reads the same files. */
export function wholeCheckBenchmark(): void {
  inTemporaryFolder((folder) => {
    const portfolio = generatePortfolio({ clauses: CLAUSES, rich: true });
    writePortfolio(portfolio, folder);
    const built = buildDeal();
    if (built) describeFindings(readDealReport(folder) as Report);
    const deal: number[] = [];
    const bare: number[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const readings = Array.from({ length: READINGS }, () => runReadAndTouch(folder).milliseconds);
      const whole = built ? runDealCheck(folder).milliseconds : Number.NaN;
      if (round < 0) continue;
      bare.push(...readings);
      deal.push(whole);
    }
    const ratio = median(deal) / median(bare);
    printTable(
      `A whole check: ${CLAUSES.toLocaleString('en-US')} clauses in ${(portfolio.files.length - 2).toLocaleString('en-US')} files, ` +
        `${figure(portfolio.characters / 1e6)} M characters; start to exit, in turns, medians of ${ROUNDS * READINGS} and ${ROUNDS}`,
      ['', 'ms', 'ratio'],
      [
        ['node: read and touch every character', figure(median(bare)), '1'],
        ['deal check', figure(median(deal)), figure(ratio)],
      ],
    );
    if (built) state('a whole check, slower than only reading', ratio, 'at most', 8);
    else console.log('n/a   the command cannot be built');
  });
}

/** A check that gave up early would be fast: shows what was found, and throws unless every clause was seen. */
function describeFindings({ findings, summary }: Report): void {
  const rules = new Map<string, number>();
  for (const { rule } of findings) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const listed = [...rules].sort(([, a], [, b]) => b - a).map(([rule, count]) => `${rule} ${count}`);
  console.log(
    `\ndeal check saw ${summary.files} files, ${summary.clauses} clauses; findings: ${listed.join(', ') || 'none'}`,
  );
  check(summary.clauses >= CLAUSES, `only ${summary.clauses} clauses were seen`);
  for (const rule of ['syntax', 'unknown-name', 'unknown-kind']) {
    const finding = findings.find((candidate) => candidate.rule === rule);
    check(finding === undefined, `the generated portfolio is not sound: ${finding?.file}: ${finding?.message}`);
  }
}
