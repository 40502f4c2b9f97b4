import { l10n, Position, Range, type TextEditor, Uri, ViewColumn, window } from 'vscode';
import type { WrittenDealResult } from '../../server/src/lsp/protocol.ts';
import { insertDealSnippet } from './deal-snippet.ts';
import type { ServerSession } from './server-session.ts';

/** Writes what the server has made into the deal, and goes to where it is to be completed. True if it was written. */
export async function writeDeal(session: ServerSession, result: WrittenDealResult | undefined): Promise<boolean> {
  if (result === undefined) {
    void window.showWarningMessage(l10n.t('The language server does not run'));
    return false;
  }
  if ('refusal' in result) {
    void window.showWarningMessage(result.refusal);
    return false;
  }
  const { edit, position, snippet } = result;
  const uri = Uri.parse(result.uri);
  if (snippet !== undefined && (await insertDealSnippet(uri, snippet, showDeal))) return true;
  if (!(await session.apply(edit))) return false;
  const at = new Position(position.line, position.character);
  await showDeal(uri, new Range(at, at));
  return true;
}

/** Beside the contract, if the deal is not shown already. */
function showDeal(uri: Uri, selection?: Range): Thenable<TextEditor> {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const viewColumn = shown?.viewColumn ?? ViewColumn.Beside;
  return window.showTextDocument(uri, { viewColumn, ...(selection === undefined ? {} : { selection }) });
}
