import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
let built: string | undefined;

/** Builds the language server as it ships, once a test file. Returns its folder, which is gone when the tests are over. */
export function buildServer(): string {
  if (built !== undefined) return built;
  const folder = mkdtempSync(join(tmpdir(), 'deal-server-'));
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs', 'server', folder], { cwd: repository });
  if (status !== 0) throw new Error(`the server could not be built: ${stderr}`);
  built = folder;
  return folder;
}

afterAll(() => {
  if (built !== undefined) rmSync(built, { recursive: true, force: true });
});
