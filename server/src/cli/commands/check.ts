import type { CheckOptions, CheckResult } from '../../portfolio/check.ts';
import { inOrder } from '../../portfolio/finding-sources.ts';
import { likelySources } from '../../portfolio/likely-sources.ts';
import { UNREADABLE_FILE } from '../../portfolio/load.ts';
import { openSources, type Sources } from '../../portfolio/sources.ts';
import type { Finding } from '../../rules/finding.ts';
import { counted } from '../../text/words.ts';
import { applyBaseline } from '../apply-baseline.ts';
import { checkReport } from '../check-report.ts';
import { checkScenario } from '../check-scenario.ts';
import type { Command } from '../command.ts';
import { complain } from '../complain.ts';
import { displayPath } from '../display-path.ts';
import type { Environment } from '../environment.ts';
import { ExitCode } from '../exit-code.ts';
import { type OpenPortfolio, openPortfolio } from '../open-portfolio.ts';
import {
  colorOptions,
  failOnOption,
  formatOption,
  helpOption,
  isReached,
  scenario,
  scenarioOptions,
  threshold,
  wantsColor,
} from '../options.ts';
import { type Progress, progress, whileChecking } from '../progress.ts';
import { CHECK_FORMATS, type CheckFormat, shown } from '../reporters/show.ts';

export const check: Command = {
  name: 'check',
  operands: '[paths]',
  summary: 'Find where the promises of a portfolio collide',
  details: `A portfolio is every .deal file below one folder: the nearest folder at or above the paths that has a
deal.config.json, else the folder given (default: the current one). Of a file or a folder within a portfolio only the
findings about it are shown, but all of the portfolio is checked.`,
  options: [
    formatOption(CHECK_FORMATS),
    failOnOption,
    ...scenarioOptions,
    {
      name: 'baseline',
      value: 'FILE',
      help: 'Leave out the findings that this file knows; tell which contracts changed since',
    },
    {
      name: 'update-baseline',
      help: 'Write the findings there are now, and the hashes of contracts, into the baseline',
    },
    ...colorOptions,
    helpOption,
  ],
  run: async (args, environment) => {
    const news = progress(environment);
    const opened = openPortfolio(args.operands, environment, { news });
    if (!opened.ok) return complain(opened.problems, environment);
    const portfolio = opened.value;
    const fits = checkScenario(portfolio, args);
    if (!fits.ok) return complain(fits.problems, environment);
    const sources = openSources(environment.host, portfolio.root);
    const options = { ...scenario(args, portfolio.config, environment), readSource: sources.read };
    const result = await checkWithSources(portfolio, options, sources, news, environment);
    const all = withUnreadable(result, portfolio);
    const compared = sources
      .asked()
      .flatMap(([path, source]) => ('sha256' in source ? [{ path, sha256: source.sha256 }] : []));
    const sifted = applyBaseline(all, compared, portfolio, args, environment);
    if (!sifted.ok) return complain(sifted.problems, environment);
    const report = checkReport({
      portfolio,
      root: displayPath(portfolio.root, environment),
      options,
      failOn: threshold(args),
      result,
      sources,
      compared,
      sifted: sifted.value,
    });
    const style = { color: wantsColor(args, environment), columns: columnsOf(environment) };
    const { results, messages } = shown(report, (args.value('format') ?? 'text') as CheckFormat, style);
    environment.results.write(results);
    if (messages !== undefined) environment.messages.write(messages);
    const severities = new Set(report.findings.map(({ severity }) => severity));
    return isReached(report.failOn, severities) ? ExitCode.Findings : ExitCode.Clean;
  },
};

/** In cells, where the output is no terminal. */
const USUAL_COLUMNS = 120;
export const columnsOf = ({ results }: Environment): number => results.columns ?? USUAL_COLUMNS;

/** Checks again while there are sources whose text was wanted and takes time to get: as a rule none, or once. */
async function checkWithSources(
  { files }: OpenPortfolio,
  options: CheckOptions,
  sources: Sources,
  news: Progress,
  { engine }: Environment,
): Promise<CheckResult> {
  const likely = likelySources(files);
  if (likely.size > 0) news.step(() => `reading ${counted(likely.size, 'contract')}`);
  await sources.load(likely);
  for (;;) {
    const result = whileChecking(news, files.length, () => engine.check(files, options));
    if (!(await sources.load())) return result;
  }
}

/** The findings of the checker and those of the loader, in one order: by severity, then file, offset and rule. */
function withUnreadable({ findings }: CheckResult, { problems, config }: OpenPortfolio): readonly Finding[] {
  const severity = config.rules?.[UNREADABLE_FILE] ?? 'error';
  if (problems.length === 0 || severity === 'off') return findings;
  return [...findings, ...problems.map((problem) => ({ ...problem, severity }))].sort(inOrder);
}
