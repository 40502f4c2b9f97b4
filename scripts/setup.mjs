import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// What `npm start` and `npm test` share. Needs nothing but Node: there may be no packages yet.

export const root = fileURLToPath(new URL('../', import.meta.url));
export const dealCommand = `${root}dist/deal.mjs`;

/**
 * Runs a program in the root folder and waits for it. `show`: on the terminal as it goes; else the output is returned.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: boolean }} options
 * @returns {{ status: number, output: string }} status 127: the program could not be started
 */
export function run(program, args, { show = false } = {}) {
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    // npm is a `.cmd` on Windows, which only a shell starts. No argument of ours needs quoting.
    shell: process.platform === 'win32' && program === 'npm',
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
  return { status: result.status ?? 127, output };
}

/** Installs the packages of the lock file, unless exactly they are there. Returns false when that fails. */
export function install() {
  if (areInstalled()) return true;
  console.log('installing packages …');
  const { status, output } = run('npm', ['ci']);
  if (status !== 0) console.error(output);
  return status === 0;
}

/** Compares versions, not times: a fresh checkout of another state has newer files either way. */
function areInstalled() {
  try {
    const wanted = packagesOf('package-lock.json');
    const found = packagesOf('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      // Optional packages are those of other platforms.
      ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
    );
  } catch {
    return false;
  }
}

const packagesOf = (lockFile) => JSON.parse(readFileSync(`${root}${lockFile}`, 'utf8')).packages;
