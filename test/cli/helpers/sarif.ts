import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, PhysicalLocation, Region, Result, Run } from 'sarif';
import type { Environment } from '../../../server/src/cli/environment.ts';
import { deal } from './deal.ts';
import { realEngine } from './engine.ts';

// Nothing in it that later drafts read otherwise, but for what it calls itself; one pattern is none with Unicode.
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(new URL('../schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What the schema of SARIF 2.1.0 says against a value. */
export function schemaErrors(value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

export interface SarifOutcome {
  readonly code: number;
  readonly messages: string;
  readonly text: string;
  readonly run: Run;
  readonly results: readonly Result[];
}

/** Runs `deal check --format sarif` in a folder; fails where the schema has anything against what it prints. */
export async function sarif(
  folder: string,
  words: readonly string[] = [],
  instead: Partial<Environment> = {},
): Promise<SarifOutcome> {
  const engine = realEngine;
  const outcome = await deal(folder, ['check', '--format', 'sarif', ...words], { engine, ...instead });
  if (outcome.results === '') throw new Error(`nothing was printed: ${outcome.messages}`);
  const log = JSON.parse(outcome.results) as Log;
  const errors = schemaErrors(log);
  if (errors.length > 0) throw new Error(errors.slice(0, 10).join('\n'));
  const [run] = log.runs;
  return { ...outcome, text: outcome.results, run, results: run.results ?? [] };
}

/** The characters that a region spans in a text, its columns counted in UTF-16 units. */
export function textAt(
  text: string,
  { startLine = 1, startColumn = 1, endLine = startLine, endColumn = 1 }: Region,
): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const offset = (line: number, column: number): number => lines.slice(0, line - 1).join('').length + column - 1;
  return text.slice(offset(startLine, startColumn), offset(endLine, endColumn));
}

export const uriOf = (location: PhysicalLocation | undefined): string => location?.artifactLocation?.uri ?? '';
