import {
  commands,
  type Diagnostic,
  type Disposable,
  type Event,
  extensions,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import * as assert from './assert.ts';

/** In milliseconds. Nothing waits that long unless something is broken: every wait ends with an event. */
const LIMIT = 60_000;

export const EXTENSION = 'deal.deal';

/** A file of the workspace that the tests run in. */
export function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, path);
}

/** The extension, at work. */
export async function activate(): Promise<void> {
  const extension = extensions.getExtension(EXTENSION);
  assert.ok(extension, `${EXTENSION} is not installed`);
  await extension.activate();
}

/** A file of the extension itself, by its path on the disk. */
export function extensionFile(path: string): string {
  const extension = extensions.getExtension(EXTENSION);
  assert.ok(extension, `${EXTENSION} is not installed`);
  return Uri.joinPath(extension.extensionUri, path).fsPath;
}

export const open = async (path: string): Promise<TextDocument> => workspace.openTextDocument(fileUri(path));

export async function show(path: string): Promise<TextDocument> {
  const document = await open(path);
  await window.showTextDocument(document);
  return document;
}

/** Where a text stands in a document; `occurrence` counts from 0. */
export function rangeOf(document: TextDocument, text: string, occurrence = 0): Range {
  let offset = document.getText().indexOf(text);
  for (let i = 0; i < occurrence && offset >= 0; i++) offset = document.getText().indexOf(text, offset + 1);
  assert.ok(offset >= 0, `no \`${text}\` in ${document.uri.path}`);
  return new Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** The position in the middle of a text. */
export function within(document: TextDocument, text: string, occurrence = 0): Position {
  const { start } = rangeOf(document, text, occurrence);
  return start.translate(0, Math.floor(text.length / 2));
}

/** Replaces the first of a text, without saving. */
export async function replace(document: TextDocument, text: string, by: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text), by);
  assert.ok(await workspace.applyEdit(edit), 'the edit was refused');
}

/** Waits until a condition holds, looking again whenever an event comes. */
export async function until<T>(what: string, event: Event<unknown>, condition: () => T | undefined): Promise<T> {
  const now = condition();
  if (now !== undefined) return now;
  return new Promise((resolve, reject) => {
    const subscription: Disposable = event(() => {
      const found = condition();
      if (found !== undefined) finish(() => resolve(found));
    });
    const limit = setTimeout(() => finish(() => reject(new Error(`never came: ${what}`))), LIMIT);
    const finish = (settle: () => void): void => {
      clearTimeout(limit);
      subscription.dispose();
      settle();
    };
  });
}

export const problemsIn = (path: string): readonly Diagnostic[] => languages.getDiagnostics(fileUri(path));
export const codeOf = ({ code }: Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

/** Waits until the problems of a file are as they should be, and gives them. */
export async function untilProblems(
  path: string,
  what: string,
  condition: (problems: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const check = (): readonly Diagnostic[] | undefined => {
    const problems = problemsIn(path);
    return condition(problems) ? problems : undefined;
  };
  try {
    return await until(what, languages.onDidChangeDiagnostics, check);
  } catch (error) {
    const found = problemsIn(path).map((problem) => `${codeOf(problem)}: ${problem.message}`);
    throw new Error(`${String(error)}\n${path} has:\n${found.join('\n')}`);
  }
}

/** Closes every editor and forgets what was not saved. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** Sets a setting for the workspace; undefined takes it back. */
export const configure = (name: string, value: unknown): Thenable<void> =>
  workspace.getConfiguration('deal').update(name, value, false);
