import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The module `deal:example-files`: the paths of the example portfolio's files, relative to its folder. Where VS Code runs
// in a browser the extension lies on a web server, whose folders cannot be listed.

const NAME = 'deal:example-files';
const folder = fileURLToPath(new URL('../examples/ai-cloud/', import.meta.url));

function exampleFilesModule() {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(`${folder}${path}`).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  return `export default ${JSON.stringify(paths)};`;
}

/** @type {import('esbuild').Plugin} */
export const exampleFilesForEsbuild = {
  name: 'example-files',
  setup(build) {
    build.onResolve({ filter: /^deal:example-files$/ }, () => ({ path: NAME, namespace: NAME }));
    build.onLoad({ filter: /.*/, namespace: NAME }, () => ({ contents: exampleFilesModule() }));
  },
};
