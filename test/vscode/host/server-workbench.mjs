import { spawn, spawnSync } from 'node:child_process';
import { serverFolder, serverNode } from './cache-folder.mjs';

// The VS Code server: the real workbench and the real extension host of VS Code, on this machine, shown by a browser.

const READY = /Extension host agent listening on (\d+)/;
/** In milliseconds: a server that is not up by then will not come up. */
const START_LIMIT = 60_000;

/**
 * Starts it. `folder`: where it keeps its data and extensions. `environment`: what the extension host sees besides.
 * @param {{ folder: string, environment?: Record<string, string> }} options
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export function startServer({ folder, environment = {} }) {
  const server = spawn(serverNode, ['out/server-main.js', ...words(folder), '--enable-smoke-test-driver'], {
    cwd: serverFolder,
    env: { ...plainEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: what it starts ends with it.
    detached: true,
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const kill = () => {
    if (server.exitCode === null && server.signalCode === null) process.kill(-server.pid, 'SIGKILL');
  };
  // Whatever becomes of us, it is not left behind.
  process.once('exit', kill);
  const stop = async () => {
    kill();
    await ended;
    process.off('exit', kill);
  };
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => {
      clearTimeout(limit);
      stop().finally(() => reject(new Error(`the VS Code server ${why}\n${output}`)));
    };
    const limit = setTimeout(() => fail('did not come up'), START_LIMIT);
    server.once('error', ({ message }) => fail(`could not be started: ${message}`));
    const early = (code) => fail(`ended with ${code}`);
    server.once('exit', early);
    const listen = (chunk) => {
      output += chunk;
      const port = READY.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      server.off('exit', early);
      resolve({ port: Number(port), stop });
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
  });
}

/** Installs a packaged extension for the server of the same folder. */
export function installExtension(folder, vsix) {
  const args = ['out/server-main.js', ...words(folder), '--install-extension', vsix, '--force'];
  const { status, stdout, stderr } = spawnSync(serverNode, args, {
    cwd: serverFolder,
    env: plainEnvironment(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

/**
 * The address of a workbench with a folder opened.
 * @param {number} port
 * @param {{ folder: string, extension?: string, tests?: string }} what absolute paths
 */
export function addressOf(port, { folder, extension, tests }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [['skipWelcome', 'true']];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  return `http://127.0.0.1:${port}/?folder=${encodeURI(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

const words = (folder) => [
  '--host=127.0.0.1',
  '--port=0',
  '--without-connection-token',
  '--accept-server-license-terms',
  '--telemetry-level=off',
  '--disable-workspace-trust',
  `--server-data-dir=${folder}/server`,
  `--extensions-dir=${folder}/extensions`,
];

/** Without what a VS Code that runs the tests leaves in the environment. */
const plainEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')));
