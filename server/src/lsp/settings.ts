import { isDay } from '../portfolio/config.ts';
import { DEFAULT_MAX_PROBLEMS } from './protocol.ts';

/** The settings of the client, those that are good. */
export interface Settings {
  /** ISO 8601. */
  readonly asOf?: string;
  readonly assume: Readonly<Record<string, string>>;
  readonly reading?: string;
  readonly maxProblems: number;
}

export const DEFAULT_SETTINGS: Settings = { assume: {}, maxProblems: DEFAULT_MAX_PROBLEMS };

export interface SettingsOutcome {
  readonly settings: Settings;
  /** What is wrong with the others and what to write, a sentence each. */
  readonly problems: readonly string[];
}

/** Reads whatever a client sends as its settings. What is no good counts as not set; absent, null and '' are no settings. */
export function readSettings(value: unknown): SettingsOutcome {
  if (value === undefined || value === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      settings: DEFAULT_SETTINGS,
      problems: [`the settings of Deal are ${shown(value)}: write them as an object`],
    };
  }
  const problems: string[] = [];
  const given = value as Partial<Record<string, unknown>>;
  const take = <T>(name: string, isGood: (value: unknown) => value is T, advice: string): T | undefined => {
    const setting = given[name];
    if (setting === undefined || setting === null || setting === '') return undefined;
    if (isGood(setting)) return setting;
    problems.push(`\`deal.${name}\` is ${shown(setting)}: ${advice}`);
    return undefined;
  };
  const asOf = take('asOf', isDayText, 'write a day as in "2026-04-30"');
  const reading = take('reading', isText, 'write the name of a reading');
  const assume = take('assume', isAssumption, 'write events with their days, as in { "AGI": "2030-01-01" }');
  const maxProblems = take('maxProblems', isCount, 'write a whole number above 0');
  const settings = {
    ...DEFAULT_SETTINGS,
    ...(asOf === undefined ? {} : { asOf }),
    ...(reading === undefined ? {} : { reading }),
    ...(assume === undefined ? {} : { assume }),
    ...(maxProblems === undefined ? {} : { maxProblems }),
  };
  return { settings, problems };
}

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isDayText = (value: unknown): value is string => isText(value) && isDay(value);
export const isAssumption = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((day) => day === 'never' || isDayText(day));
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};
