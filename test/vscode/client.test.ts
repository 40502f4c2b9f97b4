/** The parts of the extension that need no VS Code. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../client/src/iso-day.ts';
import { restartPolicy } from '../../client/src/restart-policy.ts';

const MINUTE = 60 * 1000;

describe('a server that crashes', () => {
  it('is started again four times in three minutes, and no more', () => {
    const policy = restartPolicy();
    expect([1, 2, 3, 4, 5].map((time) => policy.afterCrash(time))).toEqual([true, true, true, true, false]);
    expect(policy.afterCrash(2 * MINUTE)).toBe(false);
  });

  it('is always started again where it crashes now and then', () => {
    const policy = restartPolicy();
    for (let time = 0; time < 100 * MINUTE; time += MINUTE) expect(policy.afterCrash(time)).toBe(true);
  });

  it('gets as many restarts again after one by hand', () => {
    const policy = restartPolicy();
    for (let i = 0; i < 5; i++) policy.afterCrash(i);
    policy.forget();
    expect(policy.afterCrash(10)).toBe(true);
  });
});

describe('a day', () => {
  it.each(['2026-02-27', '2024-02-29', '0999-12-31'])('%s is one', (text) => expect(isDay(text)).toBe(true));
  it.each(['', '2026-02-30', '2026-2-7', '2026-13-01', 'today', '2026-02-27T00:00', '27.02.2026'])(
    '%s is none',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('the client', () => {
  const folder = new URL('../../client/src/', import.meta.url);
  const imports = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(new URL(path, folder), 'utf8').matchAll(/\bfrom '([^']+)'/g)].map(([, target]) => ({
        path,
        target,
      })),
    );

  it('analyses nothing: it takes the words of the protocol from the server, and nothing else', () => {
    expect(imports.length).toBeGreaterThan(40);
    const foreign = imports.filter(({ target }) => !target.startsWith('./') && !/^\.\.\/[\w-]+\.ts$/.test(target));
    const allowed =
      /^(?:vscode|deal:example-files|vscode-languageclient(?:\/node|\/browser)?|(?:\.\.\/)+server\/src\/lsp\/protocol\.ts)$/;
    expect(foreign.filter(({ target }) => !allowed.test(target))).toEqual([]);
  });

  it('knows Node only where it is not loaded in a browser', () => {
    const loaded = new Set(['extension-web.ts']);
    for (const path of loaded) {
      const own = imports.filter((one) => one.path === path && /^\.\.?\/[\w-]+(?:\/[\w-]+)?\.ts$/.test(one.target));
      for (const { target } of own) loaded.add(new URL(target, new URL(path, folder)).href.slice(folder.href.length));
    }
    expect(loaded.size).toBeGreaterThan(10);
    const code = [...loaded].map((path) => readFileSync(new URL(path, folder), 'utf8'));
    expect(code.filter((text) => /\b(?:process|Buffer|require)\b[.(]|'node:/.test(text))).toEqual([]);
  });
});
