import { clientFiles } from './client-files.ts';
import { diskFiles } from './disk-files.ts';
import { isOnDisk, type Resource } from './resource.ts';
import { openSession as open } from './session.ts';
import type { OpenSession } from './session-context.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** A session whose files are on the disk of the server; what is elsewhere is asked of a client that has it. */
export const openSession: OpenSession = (context) =>
  open(context, (_, spellings) => {
    const disk = diskFiles();
    return context.client.files ? either(disk, clientFiles(context.outbox.request, spellings)) : disk;
  });

/** Each file from where it is. */
function either(disk: WorkspaceFiles, elsewhere: WorkspaceFiles): WorkspaceFiles {
  const of = (resource: Resource): WorkspaceFiles => (isOnDisk(resource) ? disk : elsewhere);
  const notOnDisk = (resources: readonly Resource[]): Resource[] => resources.filter((one) => !isOnDisk(one));
  return {
    host: {
      entries: (folder) => of(folder).host.entries(folder),
      kindOf: (path) => of(path).host.kindOf(path),
      realPath: (path) => of(path).host.realPath(path),
      text: (file) => of(file).host.text(file),
      bytes: (file) => of(file).host.bytes(file),
    },
    discover: (folder, token) => of(folder).discover(folder, token),
    refresh: (changed, gone) => elsewhere.refresh(notOnDisk(changed), notOnDisk(gone)),
    fetchMissing: elsewhere.fetchMissing,
  };
}
