import { spawnSync } from 'node:child_process';

// Programs that some tests drive and no npm package brings. On a machine with Debian's package manager they are installed.

/** Program → Debian package. */
const PACKAGES = { nvim: 'neovim', soffice: 'libreoffice-writer-nogui' };

const succeeds = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** Whether a program is there, or has just been installed. */
const isThere = (program) => succeeds(program, ['--version']);

/**
 * Sees to it that a program is there.
 * @param {string} program its name on the command line; a key of the table above
 * @returns {string | undefined} what to do where it could not be installed, a sentence
 */
export function installProgram(program) {
  if (isThere(program)) return undefined;
  const name = PACKAGES[program];
  if (!succeeds('apt-get', ['--version'])) return `install ${name}: the tests need its program \`${program}\``;
  if (process.getuid?.() !== 0)
    return `run \`sudo apt-get install -y ${name}\`: the tests need its program \`${program}\``;
  console.log(`installing ${name} …`);
  // The lists of a fresh machine are empty or old.
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  let outcome = install();
  if (outcome.status !== 0) {
    succeeds('apt-get', ['update']);
    outcome = install();
  }
  if (outcome.status === 0 && isThere(program)) return undefined;
  return `\`apt-get install ${name}\` failed, and the tests need its program \`${program}\`:\n${outcome.stderr}`;
}
