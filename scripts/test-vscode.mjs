import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSuite, nodeSuite, webSuite } from '../test/vscode/host/build-suite.mjs';
import { prepareCacheFolder } from '../test/vscode/host/cache-folder.mjs';
import { launchChromium } from '../test/vscode/host/chromium.mjs';
import { downloadDesktop, runDesktopTests } from '../test/vscode/host/desktop-workbench.mjs';
import { addressOf, installExtension, startServer } from '../test/vscode/host/server-workbench.mjs';
import { runTestPage } from '../test/vscode/host/test-page.mjs';
import { startWeb } from '../test/vscode/host/web-workbench.mjs';
import { writeQuietSettings } from '../test/vscode/ui/quiet-settings.mjs';
import { testSurface } from '../test/vscode/ui/surface.mjs';
import { packExtension } from './package.mjs';
import { root } from './setup.mjs';

// `node scripts/test-vscode.mjs [RESULTS.json]`: the tests of `test/vscode` in a real VS Code: with the extension from
// source, as it is packaged, and in VS Code for the Web. Whatever keeps one of them from running is a failed test.

const temporary = mkdtempSync(join(tmpdir(), 'deal-vscode-'));
const results = [];
try {
  await buildSuite();
  const vsix = await packExtension();
  const desktop = await downloadDesktop();
  const why = prepareCacheFolder();
  const carrier = emptyExtension();
  const runNode = desktop === undefined ? runOnServer : (what) => runDesktopTests(desktop, what);
  const onNode = desktop === undefined ? why : undefined;
  await record('VS Code, from source', onNode, () =>
    runNode({ ...folders('source'), extension: root, tests: nodeSuite }),
  );
  await record('VS Code, as packaged', onNode, () =>
    runNode({ ...folders('packaged'), extension: carrier, tests: nodeSuite, vsix }),
  );
  await record('The workbench', why, () => runAtTheScreen({ ...folders('screen'), vsix }));
  await record('VS Code for the Web', why, () => runInBrowser(folders('web').workspace));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
for (const { title, error } of results.filter(({ error }) => error !== undefined))
  console.log(`FAILED ${title}\n${error}\n`);
const failed = results.filter(({ error }) => error !== undefined).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
if (process.argv[2] !== undefined) writeFileSync(process.argv[2], JSON.stringify(results, undefined, 2));
process.exitCode = failed === 0 ? 0 : 1;

/** Runs the tests of one kind, unless `impossible` says why they cannot be run. */
async function record(name, impossible, runSuite) {
  const start = performance.now();
  try {
    if (impossible !== undefined) throw new Error(impossible);
    for (const result of await runSuite()) results.push({ ...result, title: `${name}: ${result.title}` });
  } catch (error) {
    results.push({ title: name, error: error.message });
  }
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** A copy of the workspace for one run, and a folder for what VS Code keeps. */
function folders(name) {
  const [workspace, data] = [join(temporary, name, 'workspace'), join(temporary, name, 'data')];
  cpSync(`${root}test/vscode/workspace`, workspace, { recursive: true });
  writeQuietSettings(workspace);
  mkdirSync(data, { recursive: true });
  return { workspace, data };
}

/** VS Code runs tests for an extension under development only: this one does nothing but allow them. */
function emptyExtension() {
  const folder = join(temporary, 'carrier');
  mkdirSync(folder);
  const manifest = { name: 'carrier', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

async function runOnServer({ workspace, data, extension, tests, vsix }) {
  if (vsix !== undefined) installExtension(data, vsix);
  const server = await startServer({ folder: data });
  try {
    return await withBrowser((browser) =>
      runTestPage(browser, addressOf(server.port, { folder: workspace, extension, tests })),
    );
  } finally {
    await server.stop();
  }
}

async function runAtTheScreen({ workspace, data, vsix }) {
  installExtension(data, vsix);
  const server = await startServer({ folder: data });
  try {
    return await withBrowser((browser) =>
      testSurface(browser, addressOf(server.port, { folder: workspace }), data, workspace),
    );
  } finally {
    await server.stop();
  }
}

async function runInBrowser(workspace) {
  const web = await startWeb({ folder: workspace, extension: root, tests: webSuite });
  try {
    return await withBrowser((browser) => runTestPage(browser, web.address));
  } finally {
    await web.stop();
  }
}

async function withBrowser(use) {
  const browser = await launchChromium();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
