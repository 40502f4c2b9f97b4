import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Starts the language server in this process, which it then ends; why it cannot. The server is a file of its own beside the
 * command: no other command has to wait until it is read.
 */
export function startServer(): string | undefined {
  const file = fileURLToPath(new URL('./server/main-node.cjs', import.meta.url));
  if (!existsSync(file)) {
    return `the language server is not where it belongs, ${file}: install Deal anew, with all of its files`;
  }
  createRequire(import.meta.url)(file);
  return undefined;
}
