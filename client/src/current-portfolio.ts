import { Uri, window } from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import type { ServerSession } from './server-session.ts';

/** The portfolio of the file in the active editor; where there is none, the only one or the first. */
export function currentPortfolio(session: ServerSession): StatusParams | undefined {
  const portfolios = session.portfolios().map((status) => ({ ...status, root: Uri.parse(status.root).toString() }));
  const file = window.activeTextEditor?.document.uri.toString();
  const around = portfolios
    .filter(
      ({ root }) => file !== undefined && (file === root || file.startsWith(root.endsWith('/') ? root : `${root}/`)),
    )
    .sort((a, b) => b.root.length - a.root.length);
  return around[0] ?? portfolios[0];
}
