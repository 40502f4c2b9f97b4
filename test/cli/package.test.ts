import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly [kind: string]: unknown;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
const manifest = read<Record<string, unknown>>('package.json');
const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json');

test('the command is one file that needs no package', () => {
  expect(manifest.bin).toEqual({ deal: 'dist/deal.mjs' });
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest.engines).toMatchObject({ node: '>=20' });
});

test('the lock file names no registry', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

// `npm ci` refuses a lock file without the packages of other platforms; `npm install` leaves them out without a word when
// the registry does not have them.
test('the lock file has the packages of every platform', () => {
  const locked = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
  const missing = Object.values(packages)
    .flatMap(({ dependencies, optionalDependencies }) =>
      Object.keys({ ...(dependencies ?? {}), ...(optionalDependencies ?? {}) }),
    )
    .filter((name) => !locked.has(name));
  expect(missing).toEqual([]);
});
