import { nodeFileHost } from '../portfolio/node-file-host.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** The files of the server's own disk: nothing has to be fetched. */
export function diskFiles(): WorkspaceFiles {
  return {
    host: nodeFileHost(),
    discover: async () => undefined,
    refresh: async () => undefined,
    fetchMissing: async () => false,
  };
}
