import type { Registration } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import { contractRegistrations } from './contract/contract-registrations.ts';
import { PORTFOLIO_FILES } from './protocol.ts';

const DELETED = 4;

/** What the client is asked to tell of beside what it tells anyway. */
export function registrations(client: ClientFeatures, schemes: readonly string[]): Registration[] {
  const watched = [...PORTFOLIO_FILES, '**/deal.baseline.json', '**/.git/HEAD'];
  const watchers = [
    ...watched.map((globPattern) => ({ globPattern })),
    // A folder that goes may be told of without the files that were in it.
    { globPattern: '**/*', kind: DELETED },
  ];
  return [
    ...contractRegistrations(client, schemes),
    ...(client.dynamicWatching
      ? [{ id: 'deal-files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers } }]
      : []),
    ...(client.dynamicConfiguration
      ? [{ id: 'deal-settings', method: 'workspace/didChangeConfiguration', registerOptions: { section: 'deal' } }]
      : []),
  ];
}
