import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Engine, Environment, Output } from '../../../server/src/cli/environment.ts';
import type { ExitCode } from '../../../server/src/cli/exit-code.ts';
import { nodeEnvironment } from '../../../server/src/cli/node-environment.ts';
import { run } from '../../../server/src/cli/run.ts';
import { type CheckResult, checkPortfolio, type Summary } from '../../../server/src/portfolio/check.ts';
import { withSlashes } from '../../../server/src/portfolio/node-file-host.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';

/** A new folder with these files, by path; gone when the test is over. Absolute, with `/`, links resolved. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'deal-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return withSlashes(folder);
}

export const emptySummary: Summary = {
  files: 0,
  deals: 0,
  clauses: 0,
  quotes: { verified: 0, ambiguous: 0, missing: 0, unverified: 0 },
  expectations: { held: 0, unmet: 0 },
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
  silenced: 0,
  notChecked: [],
};

const emptyResult: CheckResult = checkPortfolio([], { asOf: '2026-05-01' });

export const resultOf = (...findings: readonly Finding[]): CheckResult => ({
  ...emptyResult,
  findings,
  summary: emptySummary,
});

/** A finding about the first characters of a file, to be spread over. */
export const finding: Finding = {
  rule: 'exclusive-overlap',
  severity: 'error',
  verdict: 'conflict',
  message: '`a` collides with `b`',
  file: 'a.deal',
  span: { start: 0, end: 4 },
  clauses: [],
  fingerprint: 'ab12',
};

/** An engine that finds nothing. */
export const contentEngine: Engine = {
  check: (files) => ({ ...emptyResult, summary: { ...emptySummary, files: [...files].length } }),
  ask: () => ({ verdict: 'clear', findings: [], newNames: [], problems: [] }),
  format: (text) => text,
};

export interface Outcome {
  readonly code: ExitCode;
  readonly results: string;
  readonly messages: string;
}

/** An output that keeps what is written to it. */
export function recorder(isTerminal = false) {
  const written: string[] = [];
  const output: Output = {
    write: (text) => {
      written.push(text);
    },
    isTerminal,
  };
  return { output, text: () => written.join('') };
}

/** Runs `deal` in a folder within this process, with a stand-in for what is not said. */
export async function deal(
  folder: string,
  words: readonly string[],
  instead: Partial<Environment> = {},
): Promise<Outcome> {
  const [results, messages] = [recorder(), recorder()];
  const code = await run(words, {
    ...nodeEnvironment(contentEngine),
    currentFolder: folder,
    absolute: (path) => withSlashes(resolve(folder, path)),
    variables: {},
    today: () => '2026-05-01',
    results: results.output,
    messages: messages.output,
    ...instead,
  });
  return { code, results: results.text(), messages: messages.text() };
}
