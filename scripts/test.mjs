import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { installProgram } from './debian-packages.mjs';
import { dealCommand, install, root, run } from './setup.mjs';

// `npm test`: sets itself up and runs everything but benchmarks and long fuzzing. One line a step; what a failed step
// said is shown; a failed step does not hide what comes after it.
process.chdir(root);
const node = process.execPath;
const failures = [];

function step(name, program, args) {
  const { status, output } = run(program, args);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (status === 0) return true;
  console.log(output.trimEnd());
  failures.push(name);
  return false;
}

if (!install()) stop('the packages could not be installed');
if (!step('build', node, ['esbuild.mjs'])) stop('nothing more can be tested without a build');
step('format and lint of the code', node, ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']);
if (readdirSync('examples').length > 0) {
  step('format of the examples', node, [dealCommand, 'format', '--check', 'examples']);
}
step('types', node, ['node_modules/typescript/bin/tsc', '-p', '.']);

for (const program of ['nvim', 'soffice']) {
  const missing = installProgram(program);
  console.log(`${missing === undefined ? 'ok    ' : 'FAILED'} ${program} is there`);
  if (missing === undefined) continue;
  console.log(missing);
  failures.push(program);
}

const resultsFile = 'dist/test-results.json';
const editorResultsFile = 'dist/test-vscode-results.json';
for (const file of [resultsFile, editorResultsFile]) rmSync(file, { force: true });
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
const { status } = run(node, [...vitest, `--outputFile.json=${resultsFile}`], { show: true });
const editor = run(node, ['scripts/test-vscode.mjs', editorResultsFile], { show: true });
const [units, inEditor] = [countTests(), countEditorTests()];
const passed = units.passed + inEditor.passed;
const failed = units.failed + inEditor.failed;
if (failures.length > 0) console.log(`FAILED ${failures.join(', ')}`);
console.log(`${passed} passed, ${failed + failures.length} failed`);
process.exitCode = status === 0 && editor.status === 0 && failed + failures.length === 0 ? 0 : 1;

/** A test file that could not even be loaded counts as one failure, and so does a run that left no results. */
function countTests() {
  try {
    const results = JSON.parse(readFileSync(resultsFile, 'utf8'));
    const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
    const counted = results.numFailedTests + broken.length;
    return { passed: results.numPassedTests, failed: counted === 0 && status !== 0 ? 1 : counted };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function countEditorTests() {
  try {
    const results = JSON.parse(readFileSync(editorResultsFile, 'utf8'));
    const failed = results.filter(({ error }) => error !== undefined).length;
    return { passed: results.length - failed, failed: failed === 0 && editor.status !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function stop(why) {
  console.log(`FAILED ${why}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
