import { l10n, Position, Range, Uri, ViewColumn, window } from 'vscode';
import type { WrittenDealResult } from '../../server/src/lsp/protocol.ts';
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
  const { edit, uri, position } = result;
  if (!(await session.apply(edit))) return false;
  const at = new Position(position.line, position.character);
  // Beside the contract, if the deal is not shown already.
  const deal = Uri.parse(uri).toString();
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === deal);
  const viewColumn = shown?.viewColumn ?? ViewColumn.Beside;
  await window.showTextDocument(Uri.parse(uri), { viewColumn, selection: new Range(at, at) });
  return true;
}
