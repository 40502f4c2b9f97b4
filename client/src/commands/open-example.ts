import exampleFiles from 'deal:example-files';
import { commands, type ExtensionContext, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';

const NAME = 'ai-cloud';
/** The file that is shown first: it holds the promise that the dispute is about. */
const FIRST_FILE = 'amazon-2026-02.deal';
const OPENED = 'deal.openedExample';

/** `Deal: Open the Example`: a copy of the example portfolio that the user may change at will. */
export function registerOpenExample(context: ExtensionContext): void {
  const open = async (): Promise<void> => {
    const parent = await askWhere(context);
    if (parent === undefined) return;
    try {
      const folder = await copyExample(context, parent);
      await context.globalState.update(OPENED, folder.toString());
      await commands.executeCommand('vscode.openFolder', folder, {
        forceNewWindow: workspace.workspaceFolders !== undefined,
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('The example could not be copied: {0}', why));
    }
  };
  context.subscriptions.push(commands.registerCommand('deal.openExample', open));
}

/** Shows the first file of an example that this window has just been opened with. */
export async function showOpenedExample(context: ExtensionContext): Promise<void> {
  const opened = context.globalState.get<string>(OPENED);
  const [folder] = workspace.workspaceFolders ?? [];
  if (opened === undefined || folder?.uri.toString() !== opened) return;
  await context.globalState.update(OPENED, undefined);
  await window.showTextDocument(Uri.joinPath(folder.uri, FIRST_FILE));
}

/** The folder to make the copy in; undefined: the user thought better of it. */
async function askWhere(context: ExtensionContext): Promise<Uri | undefined> {
  const choose: QuickPickItem = { label: l10n.t('Choose a Folder …'), detail: l10n.t('The copy is yours to keep') };
  const look: QuickPickItem = {
    label: l10n.t('Just Look'),
    detail: l10n.t('The copy stays with the extension’s own data'),
  };
  const chosen = await window.showQuickPick([look, choose], {
    title: l10n.t('Open the Example'),
    // The walkthrough takes the focus back when it marks the step as done.
    ignoreFocusOut: true,
    placeHolder: l10n.t('Where to put a copy of the example portfolio'),
  });
  if (chosen === undefined) return undefined;
  if (chosen === look) return context.globalStorageUri;
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: l10n.t('Folder for the Example'),
      openLabel: l10n.t('Put It Here'),
    })) ?? [];
  return folder;
}

/**
 * Copies it file by file: where VS Code runs in a browser, the extension's folder can be read but not listed. All of them at
 * once: a browser opens a window only within a few seconds of the key that asked for it.
 */
async function copyExample(context: ExtensionContext, parent: Uri): Promise<Uri> {
  const target = await freeFolder(parent);
  const copy = async (path: string): Promise<void> => {
    const content = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'examples', NAME, path));
    await workspace.fs.writeFile(Uri.joinPath(target, path), content);
  };
  await Promise.all(exampleFiles.map(copy));
  return target;
}

/** A folder that is not there yet: nothing that somebody has changed is overwritten. */
async function freeFolder(parent: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const folder = Uri.joinPath(parent, number === 1 ? NAME : `${NAME}-${number}`);
    if (!(await exists(folder))) return folder;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
