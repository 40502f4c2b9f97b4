import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Two things that neither esbuild nor vitest knows by itself: `.deal` and `.md` files imported as text, and the pages of
// `docs/rules` as one module, `deal:rule-pages`, so that `dist/deal.mjs` explains its rules wherever it is copied to.

const PAGES = 'deal:rule-pages';
const pagesFolder = fileURLToPath(new URL('../docs/rules/', import.meta.url));
const isTextFile = (path) => /\.(?:deal|md)$/.test(path);

/** The source of the module `deal:rule-pages`. */
function rulePagesModule() {
  const pages = {};
  for (const name of readdirSync(pagesFolder).sort()) {
    if (name.endsWith('.md')) pages[name.slice(0, -'.md'.length)] = readFileSync(`${pagesFolder}${name}`, 'utf8');
  }
  return `export default ${JSON.stringify(pages)};`;
}

/** @type {import('esbuild').Plugin} */
export const textModulesForEsbuild = {
  name: 'text-modules',
  setup(build) {
    build.initialOptions.loader = { ...build.initialOptions.loader, '.deal': 'text', '.md': 'text' };
    build.onResolve({ filter: /^deal:rule-pages$/ }, () => ({ path: PAGES, namespace: PAGES }));
    build.onLoad({ filter: /.*/, namespace: PAGES }, () => ({ contents: rulePagesModule() }));
  },
};

/** @type {import('vitest/config').Plugin} */
export const textModulesForVitest = {
  name: 'text-modules',
  enforce: 'pre',
  resolveId: (id) => (id === PAGES ? `\0${PAGES}` : undefined),
  load(id) {
    if (id === `\0${PAGES}`) return rulePagesModule();
    return isTextFile(id) ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : undefined;
  },
};
