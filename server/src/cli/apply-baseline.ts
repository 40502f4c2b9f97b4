import {
  BASELINE_NAME,
  baselineText,
  changedSources,
  type HashedSource,
  parseBaseline,
  siftBaseline,
} from '../portfolio/baseline.ts';
import { isUnreadable, joined } from '../portfolio/file-host.ts';
import type { Finding } from '../rules/finding.ts';
import { type Attempt, type CommandArguments, done, failed } from './command.ts';
import { displayPath } from './display-path.ts';
import type { Environment } from './environment.ts';
import type { OpenPortfolio } from './open-portfolio.ts';
import type { Report } from './reporters/report.ts';

export interface AfterBaseline {
  readonly findings: readonly Finding[];
  /** Those that the baseline knows. */
  readonly known: readonly Finding[];
  readonly baseline?: Report['baseline'];
}

/** Writes the baseline if asked to, and takes out of the findings what it knows. Always about the whole portfolio. */
export function applyBaseline(
  findings: readonly Finding[],
  sources: readonly HashedSource[],
  portfolio: OpenPortfolio,
  args: CommandArguments,
  environment: Environment,
): Attempt<AfterBaseline> {
  const path = baselinePath(portfolio, args, environment);
  if (path === undefined) return done({ findings, known: [] });
  const shown = displayPath(path, environment);
  if (args.has('update-baseline')) {
    const problem = environment.writeFile(path, baselineText(findings, sources), 'w');
    if (problem !== undefined) return failed(`${shown} could not be written: ${problem}`);
    environment.messages.write(`deal: wrote ${shown}\n`);
  }
  if (environment.host.kindOf(path) === 'missing') {
    return failed(`there is no baseline ${shown}; \`deal check --update-baseline\` writes it`);
  }
  const text = environment.host.text(path);
  if (isUnreadable(text)) return failed(`${shown} ${text.unreadable}; ${text.help}`);
  const baseline = parseBaseline(text);
  if (baseline === undefined)
    return failed(`${shown} is not a baseline; \`deal check --update-baseline\` writes it anew`);
  const { fresh, known, gone } = siftBaseline(findings, baseline);
  const changed = changedSources(baseline, sources);
  return done({
    findings: fresh,
    known,
    baseline: {
      file: shown,
      known: known.length,
      gone,
      ...(changed === undefined ? {} : { changedSources: changed }),
    },
  });
}

/** The file of the command line, else that of the configuration; when one is to be written, a file of the usual name. */
function baselinePath({ root, config }: OpenPortfolio, args: CommandArguments, { absolute }: Environment) {
  const written = args.value('baseline');
  if (written !== undefined) return absolute(written);
  if (config.baseline !== undefined) return joined(root, config.baseline.replaceAll('\\', '/'));
  return args.has('update-baseline') ? joined(root, BASELINE_NAME) : undefined;
}
