import { commands, type Hover, type LocationLink, Selection, type TextDocument, type TextEditor, window } from 'vscode';
import * as assert from './assert.ts';
import { fileUri, rangeOf, within } from './workspace.ts';

/** The text of a contract that is no text itself, once it has a passage. */
export async function showText(path: string, passage: string): Promise<TextDocument> {
  await commands.executeCommand('deal.openContractText', fileUri(path));
  const document = window.activeTextEditor?.document;
  assert.ok(document, 'no editor');
  assert.ok(document.getText().includes(passage), document.getText());
  return document;
}

/** The hover over a passage names its clause. */
export async function explains(document: TextDocument, passage: string, clause: string): Promise<void> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    within(document, passage),
  );
  const text = hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join();
  assert.ok(text.includes(`.${clause}`), text);
}

/** Selects a text of the document that is shown. */
function select(document: TextDocument, text: string): void {
  const { start, end } = rangeOf(document, text);
  assert.ok(window.activeTextEditor?.document === document, 'another document is shown');
  window.activeTextEditor.selection = new Selection(start, end);
}

/** The clause that a passage leads to is in a file. */
export async function leadsTo(document: TextDocument, passage: string, file: string): Promise<void> {
  const [link] = await commands.executeCommand<LocationLink[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    within(document, passage),
  );
  assert.ok(link.targetUri.path.endsWith(`/${file}`), link.targetUri.path);
}

/** Annotates a passage of the document that is shown. Gives the editor with the deal. */
export async function annotate(document: TextDocument, passage: string, kind: string): Promise<TextEditor> {
  select(document, passage);
  assert.ok(await commands.executeCommand('deal.annotateSelection', kind), 'nothing was written');
  assert.ok(window.activeTextEditor, 'no editor');
  assert.equal(window.activeTextEditor.document.languageId, 'deal');
  return window.activeTextEditor;
}

export const selected = ({ document, selection }: TextEditor): string => document.getText(selection);
