import { Position, SnippetString, type TextEditor, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { DealSnippet } from '../../server/src/lsp/protocol.ts';

/**
 * Inserts a snippet in a deal, in one step that can be undone, and leaves the cursor at the first place to fill in. False
 * where nothing was done: the deal is no longer what the server was asked about.
 */
export async function insertDealSnippet(
  uri: Uri,
  { isNewFile, version, position, text }: DealSnippet,
  show: (uri: Uri) => Thenable<TextEditor>,
): Promise<boolean> {
  if (isNewFile && !(await create(uri))) return false;
  const document = await workspace.openTextDocument(uri);
  const isAsAsked = isNewFile ? document.getText() === '' : version === null || version === document.version;
  if (!isAsAsked) return false;
  // An edit of the workspace would have places to fill in only where its document has the focus already.
  const editor = await show(uri);
  const at = new Position(position.line, position.character);
  return editor.insertSnippet(new SnippetString(text), at, { undoStopBefore: true, undoStopAfter: true });
}

async function create(uri: Uri): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  return workspace.applyEdit(edit);
}
