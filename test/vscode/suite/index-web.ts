import 'mocha/mocha.js';
import { runTests } from './run-tests.ts';

/** What VS Code for the Web calls: the tests that need neither processes nor a disk. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 180_000, reporter: class {} as unknown as Mocha.ReporterConstructor });
  await import('./extension.ts');
  await import('./problems.ts');
  await import('./features.ts');
  await import('./edits.ts');
  await import('./contract.ts');
  await import('./contract-formats.ts');
  await import('./settings.ts');
  await runTests(mocha);
}
