import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { root } from './setup.mjs';

// `npm run package`: the extension as VS Code installs it, `dist/deal-VERSION.vsix`. What is shipped is copied to a folder
// of its own first: a file that nobody has listed here cannot slip in, and there is no need to look through `node_modules`.

const SHIPPED = [
  'dist/client/extension-node.cjs',
  'dist/client/extension-web.js',
  'dist/server',
  'dist/deal.mjs',
  'client/media/icon.png',
  'client/media/deal-light.svg',
  'client/media/deal-dark.svg',
  'client/media/walkthrough',
  'syntaxes/deal.tmLanguage.json',
  'syntaxes/deal.snippets.json',
  'syntaxes/language-configuration.json',
  'l10n',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'docs/deal-config.schema.json',
  'docs/rules',
  'examples/ai-cloud',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];
/** What is about the repository and the npm package, and means nothing to VS Code. */
const LEFT_OUT = ['private', 'bin', 'files', 'scripts', 'devDependencies'];

/** Packs what has been built. Returns the path of the `.vsix`. */
export async function packExtension() {
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const staging = `${root}dist/extension/`;
  const packagePath = `${root}dist/${manifest.name}-${manifest.version}.vsix`;
  rmSync(staging, { recursive: true, force: true });
  for (const path of SHIPPED) {
    if (!existsSync(`${root}${path}`)) throw new Error(`${path} is missing: \`npm run build\` makes what is built`);
    mkdirSync(dirname(`${staging}${path}`), { recursive: true });
    cpSync(`${root}${path}`, `${staging}${path}`, { recursive: true });
  }
  const shipped = Object.fromEntries(Object.entries(manifest).filter(([key]) => !LEFT_OUT.includes(key)));
  writeFileSync(`${staging}package.json`, `${JSON.stringify(shipped, undefined, 2)}\n`);
  // Without one, `vsce` warns that everything is shipped, which is what is wanted here.
  writeFileSync(`${staging}.vscodeignore`, '');
  await createVSIX({
    cwd: staging,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    // Links to pages of the repository stay relative: where it lies is not known here.
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await packExtension();
  console.log(`${path.slice(root.length)}: ${Math.round(statSync(path).size / 1024)} KB`);
}
