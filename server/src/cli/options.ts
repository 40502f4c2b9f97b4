import type { CheckOptions } from '../portfolio/check.ts';
import { isDay, type PortfolioConfig } from '../portfolio/config.ts';
import type { Severity } from '../rules/finding.ts';
import { listed } from '../text/words.ts';
import type { CommandArguments, OptionDescription } from './command.ts';
import type { Environment } from './environment.ts';

export const helpOption: OptionDescription = { name: 'help', help: 'Show this help' };

export const colorOptions: readonly OptionDescription[] = [
  { name: 'color', help: 'Colours also where the output is no terminal' },
  { name: 'no-color', help: 'No colours (as with the variable NO_COLOR)' },
];

/** The first choice is the default. */
export const formatOption = ([first, ...others]: readonly string[]): OptionDescription => ({
  name: 'format',
  value: 'FORMAT',
  choices: [first, ...others],
  help: `How to show the results: ${listed([`${first} (default)`, ...others], 'or')}`,
});

const SEVERITIES = ['error', 'warning', 'information'] as const;
export type Threshold = (typeof SEVERITIES)[number] | 'never';

export const failOnOption: OptionDescription = {
  name: 'fail-on',
  value: 'SEVERITY',
  choices: [...SEVERITIES, 'never'],
  help: 'Exit with 1 from which severity on: error (default), warning, information or never',
};

/** The options that say under which circumstances to judge. */
export const scenarioOptions: readonly OptionDescription[] = [
  {
    name: 'as-of',
    value: '2026-04-30',
    problemWith: (value) => (isDay(value) ? undefined : 'write a day of the calendar, as in `--as-of 2026-04-30`'),
    help: 'Judge as of this day (default: asOf of the configuration, else today)',
  },
  {
    name: 'assume',
    value: 'AGI=2030-01-01',
    isRepeatable: true,
    problemWith: (value) =>
      assumptionIn(value) === undefined
        ? 'write an event and its day, as in `--assume AGI=2030-01-01`, or `--assume AGI=never`'
        : undefined,
    help: 'Take it that an event happens on a day, or `never`; repeatable',
  },
  { name: 'reading', value: 'NAME', help: 'Judge under this reading alone; `as written` is the one without any' },
];

/** `AGI=2030-01-01` as event and day; undefined when it is not written so. */
function assumptionIn(value: string): readonly [event: string, day: string] | undefined {
  const sign = value.lastIndexOf('=');
  const [event, day] = [value.slice(0, sign).trim(), value.slice(sign + 1).trim()];
  return sign > 0 && event !== '' && (day === 'never' || isDay(day)) ? [event, day] : undefined;
}

/** What is assumed of events: on the command line, then in the configuration. */
export function assumed(args: CommandArguments, config: PortfolioConfig): Readonly<Record<string, string>> {
  const assumptions = args.values('assume').map(assumptionIn);
  return { ...config.assume, ...Object.fromEntries(assumptions.filter((pair) => pair !== undefined)) };
}

/** The options of the engine: those of the command line, then those of the configuration, then the defaults. */
export function scenario(args: CommandArguments, config: PortfolioConfig, environment: Environment): CheckOptions {
  const reading = args.value('reading');
  return {
    asOf: args.value('as-of') ?? config.asOf ?? environment.today(),
    assume: assumed(args, config),
    ...(reading === undefined ? {} : { reading }),
    ...(config.rules === undefined ? {} : { rules: config.rules }),
  };
}

export const threshold = (args: CommandArguments): Threshold => (args.value('fail-on') ?? 'error') as Threshold;

/** Whether findings of these severities are enough to fail. */
export function isReached(limit: Threshold, severities: Iterable<Severity>): boolean {
  if (limit === 'never') return false;
  const failing: readonly Severity[] = SEVERITIES.slice(0, SEVERITIES.indexOf(limit) + 1);
  for (const severity of severities) if (failing.includes(severity)) return true;
  return false;
}

/** Colours on a terminal only, unless asked for; https://no-color.org and FORCE_COLOR are honoured. */
export function wantsColor(args: CommandArguments, environment: Environment): boolean {
  if (args.has('no-color')) return false;
  if (args.has('color')) return true;
  const { NO_COLOR, FORCE_COLOR, TERM } = environment.variables;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0';
  return environment.results.isTerminal && TERM !== 'dumb';
}
