import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { runTests } from './run-tests.ts';

/** What VS Code calls: every test there is. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, reporter: class {} as unknown as Mocha.ReporterConstructor });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await import('./extension.ts');
  await import('./problems.ts');
  await import('./features.ts');
  await import('./edits.ts');
  await import('./contract.ts');
  await import('./contract-formats.ts');
  await import('./settings.ts');
  await import('./crash.ts');
  // What a task has found stays listed.
  await import('./task.ts');
  const results = await runTests(mocha);
  // The desktop's VS Code shows its output to nobody.
  const file = process.env.DEAL_TEST_RESULTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
}
