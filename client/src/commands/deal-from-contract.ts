import { commands, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import { contractFileUri, DEAL_FROM_CONTRACT, type WrittenDealResult } from '../../../server/src/lsp/protocol.ts';
import type { ServerSession } from '../server-session.ts';
import { writeDeal } from '../written-deal.ts';

const CONTRACT = /\.(?:md|markdown|txt|html?|docx|pdf)$/i;

/** `Deal: Deal from Contract…`: a new deal with the sections of a contract as quotes to annotate. */
export function registerDealFromContract(context: ExtensionContext, session: ServerSession): void {
  const write = async (given?: unknown): Promise<boolean> => {
    const contract = given instanceof Uri ? given : await chooseContract();
    if (contract === undefined) return false;
    const uri = contractFileUri(contract.toString()) ?? contract.toString();
    return writeDeal(session, await session.request<WrittenDealResult>(DEAL_FROM_CONTRACT, { uri }));
  };
  context.subscriptions.push(commands.registerCommand('deal.dealFromContract', write));
}

/** The contracts of the folder, the one that is shown first. */
async function chooseContract(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document.uri;
  const shown = active && Uri.parse(contractFileUri(active.toString()) ?? active.toString());
  const found = await workspace.findFiles('**/*.{md,markdown,txt,html,htm,docx,pdf}');
  const isShown = (uri: Uri): boolean => uri.toString() === shown?.toString();
  const contracts = found
    .filter(({ path }) => CONTRACT.test(path))
    .sort((a, b) => Number(isShown(b)) - Number(isShown(a)));
  const choices = contracts.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t('Deal from Contract'),
    placeHolder: l10n.t('The contract whose sections are to be annotated'),
  });
  return chosen?.uri;
}
