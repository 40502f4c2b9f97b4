import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { cacheFolder } from './cache-folder.mjs';

// The desktop's VS Code, as `@vscode/test-electron` downloads it: where its update server can be reached and there is a
// display to show it on.

const UPDATE_SERVER = 'https://update.code.visualstudio.com/api/releases/stable';
/** In milliseconds. */
const ANSWER_LIMIT = 10_000;

/** The program; undefined where it cannot be had. */
export async function downloadDesktop() {
  if (process.platform === 'linux' && process.env.DISPLAY === undefined) return undefined;
  try {
    await fetch(UPDATE_SERVER, { signal: AbortSignal.timeout(ANSWER_LIMIT) });
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: cacheFolder, timeout: ANSWER_LIMIT });
  } catch (error) {
    console.log(`no desktop VS Code (${error.cause?.message ?? error.message}): its server is used instead`);
    return undefined;
  }
}

/**
 * @param {string} program as {@link downloadDesktop} gave it
 * @param {{ workspace: string, data: string, extension: string, tests: string, vsix?: string }} what absolute paths; with
 *   `vsix`, that is installed beforehand
 * @returns {Promise<readonly import('./test-page.mjs').TestResult[]>}
 */
export async function runDesktopTests(program, { workspace, data, extension, tests, vsix }) {
  const folders = [`--user-data-dir=${data}/user`, `--extensions-dir=${data}/extensions`];
  if (vsix !== undefined) {
    const [cli, ...words] = resolveCliArgsFromVSCodeExecutablePath(program);
    const { status, stderr } = spawnSync(cli, [...words, ...folders, '--install-extension', vsix], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`${vsix} could not be installed: ${stderr}`);
  }
  const resultsFile = `${data}/results.json`;
  await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    extensionTestsEnv: { DEAL_TEST_RESULTS: resultsFile },
    launchArgs: [workspace, ...folders],
  });
  return JSON.parse(readFileSync(resultsFile, 'utf8'));
}
