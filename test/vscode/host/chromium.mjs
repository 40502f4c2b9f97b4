import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { cacheFolder, installed } from './cache-folder.mjs';

// The browser that shows the workbench: the Chromium of `@sparticuz/chromium`, unpacked once, or else one of the system.

const packed = `${installed}@sparticuz/chromium/bin/`;
const unpacked = `${cacheFolder}chromium/`;
const executable = `${unpacked}chromium`;
/** Libraries and fonts for a system that has none. */
const libraries = `${unpacked}al2023/lib`;
const fonts = `${unpacked}fonts`;

const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser, without a window. */
export async function launchChromium() {
  const own = unpackChromium();
  if (own === undefined) return chromium.launch({ executablePath: systemBrowser(), args: ARGUMENTS });
  const paths = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: own,
    args: ARGUMENTS,
    env: { ...process.env, ...(isComplete(own) ? {} : { LD_LIBRARY_PATH: paths }), XDG_DATA_HOME: fonts },
  });
}

/** The path of the package's Chromium; undefined where it is not installed. */
function unpackChromium() {
  if (existsSync(executable)) return executable;
  if (!existsSync(packed)) return undefined;
  mkdirSync(unpacked, { recursive: true });
  for (const name of ['al2023', 'fonts']) {
    mkdirSync(`${unpacked}${name}`, { recursive: true });
    const tar = brotliDecompressSync(readFileSync(`${packed}${name}.tar.br`));
    execFileSync('tar', ['-x', '-C', `${unpacked}${name}`], { input: tar });
  }
  const partial = `${executable}.partial`;
  writeFileSync(partial, brotliDecompressSync(readFileSync(`${packed}chromium.br`)));
  chmodSync(partial, 0o755);
  renameSync(partial, executable);
  return executable;
}

/** Whether the system has every library that the program asks for. */
function isComplete(program) {
  const { stdout, status } = spawnSync('ldd', [program], { encoding: 'utf8' });
  return status === 0 && !stdout.includes('not found');
}

function systemBrowser() {
  const found = SYSTEM_BROWSERS.find((name) => spawnSync(name, ['--version']).status === 0);
  if (found === undefined)
    throw new Error(`no browser: neither a Chromium of our own nor ${SYSTEM_BROWSERS.join(', ')}`);
  return execFileSync('sh', ['-c', `command -v ${found}`], { encoding: 'utf8' }).trim();
}
