import type { PortfolioConfig } from '../portfolio/config.ts';
import type { Settings } from './settings.ts';

/** What a user has chosen for the time being. It comes before the settings. */
export interface Scenario {
  readonly asOf?: string;
  readonly assume?: Readonly<Record<string, string>>;
  readonly reading?: string;
}

/** Under which circumstances a portfolio is judged. */
export interface Circumstances {
  /** ISO 8601. */
  readonly asOf: string;
  readonly asOfFrom: 'scenario' | 'setting' | 'configuration' | 'today';
  readonly assume: Readonly<Record<string, string>>;
  readonly reading?: string;
}

/** The scenario, then the settings, then the configuration of the portfolio, then today. Assumptions are added up. */
export function circumstancesOf(
  scenario: Scenario,
  settings: Settings,
  config: PortfolioConfig,
  today: () => string,
): Circumstances {
  const reading = scenario.reading ?? settings.reading;
  return {
    ...day(scenario, settings, config, today),
    assume: { ...config.assume, ...settings.assume, ...scenario.assume },
    ...(reading === undefined ? {} : { reading }),
  };
}

function day(
  scenario: Scenario,
  settings: Settings,
  config: PortfolioConfig,
  today: () => string,
): Pick<Circumstances, 'asOf' | 'asOfFrom'> {
  if (scenario.asOf !== undefined) return { asOf: scenario.asOf, asOfFrom: 'scenario' };
  if (settings.asOf !== undefined) return { asOf: settings.asOf, asOfFrom: 'setting' };
  if (config.asOf !== undefined) return { asOf: config.asOf, asOfFrom: 'configuration' };
  return { asOf: today(), asOfFrom: 'today' };
}

export const areSame = (a: Circumstances, b: Circumstances): boolean =>
  a.asOf === b.asOf && a.reading === b.reading && sameEntries(a.assume, b.assume);

function sameEntries(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
