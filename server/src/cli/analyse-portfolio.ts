import { type Analysis, analyse } from '../portfolio/check.ts';
import { likelySources } from '../portfolio/likely-sources.ts';
import { parseFiles } from '../portfolio/parse-files.ts';
import { openSources, type Sources } from '../portfolio/sources.ts';
import { checkScenario } from './check-scenario.ts';
import { type Attempt, type CommandArguments, done } from './command.ts';
import type { Environment } from './environment.ts';
import { type OpenPortfolio, openPortfolio } from './open-portfolio.ts';
import { scenario } from './options.ts';

/** A portfolio with all that a check knows of it. */
export interface AnalysedPortfolio {
  readonly portfolio: OpenPortfolio;
  readonly sources: Sources;
  readonly analysis: Analysis;
}

/** Opens the portfolio that the paths lie in and checks it under the scenario of the command line. */
export async function analysePortfolio(
  paths: readonly string[],
  args: CommandArguments,
  environment: Environment,
): Promise<Attempt<AnalysedPortfolio>> {
  const opened = openPortfolio(paths, environment);
  if (!opened.ok) return opened;
  const portfolio = opened.value;
  const fits = checkScenario(portfolio, args);
  if (!fits.ok) return fits;
  const sources = openSources(environment.host, portfolio.root);
  await sources.load(likelySources(portfolio.files));
  const files = parseFiles(portfolio.files);
  const options = { ...scenario(args, portfolio.config, environment), readSource: sources.read };
  for (;;) {
    const analysis = analyse(files, options);
    if (!(await sources.load())) return done({ portfolio, sources, analysis });
  }
}
