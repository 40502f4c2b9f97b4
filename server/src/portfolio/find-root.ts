import { type FileHost, folderOf, joined } from './file-host.ts';
import { CONFIG_NAME } from './load.ts';

export const isConfigured = (host: FileHost, folder: string): boolean =>
  host.kindOf(joined(folder, CONFIG_NAME)) !== 'missing';

/** The nearest folder at or above one that has a configuration. */
export function configuredFolder(host: FileHost, from: string): string | undefined {
  for (let folder = from; ; folder = folderOf(folder)) {
    if (isConfigured(host, folder)) return folder;
    if (folderOf(folder) === folder) return undefined;
  }
}
