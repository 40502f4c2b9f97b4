import { commands, EventEmitter, type ExtensionContext, l10n, languages, Uri, window, workspace } from 'vscode';
import {
  CONTRACT_TEXT,
  contractFileUri,
  contractTextUri,
  SOURCE_TEXT,
  type SourceTextResult,
} from '../../server/src/lsp/protocol.ts';
import type { ServerSession } from './server-session.ts';

/** Of the texts: their paragraphs are lines, and wrapped. */
const LANGUAGE = 'deal-contract';

/** Shows the texts of contracts that no editor shows, read only, and `Deal: Open Contract Text`. */
export function registerContractText(context: ExtensionContext, session: ServerSession): void {
  const changed = new EventEmitter<Uri>();
  const provideTextDocumentContent = async (uri: Uri): Promise<string> => {
    await untilRunning(session);
    const file = contractFileUri(uri.toString());
    const result = file && (await session.request<SourceTextResult>(SOURCE_TEXT, { uri: file }));
    if (result === undefined || result === '') return l10n.t('The language server does not run');
    if ('unreadable' in result) return l10n.t('The contract could not be read: {0}', result.unreadable);
    return result.text;
  };
  const open = async (given?: Uri): Promise<void> => {
    const file = given ?? (await chooseContract());
    if (file !== undefined) await window.showTextDocument(Uri.parse(contractTextUri(file.toString())));
  };
  context.subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(CONTRACT_TEXT, {
      onDidChange: changed.event,
      provideTextDocumentContent,
    }),
    session.onPassagesChanged((uris) => {
      for (const uri of uris) if (uri.startsWith(`${CONTRACT_TEXT}:`)) changed.fire(Uri.parse(uri));
    }),
    workspace.onDidOpenTextDocument((document) => {
      const isText = document.uri.scheme === CONTRACT_TEXT && document.languageId !== LANGUAGE;
      if (isText) void languages.setTextDocumentLanguage(document, LANGUAGE);
    }),
    commands.registerCommand('deal.openContractText', open),
  );
}

async function chooseContract(): Promise<Uri | undefined> {
  const found = await workspace.findFiles('**/*.{docx,pdf}');
  const choices = found.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  if (choices.length === 0) {
    void window.showInformationMessage(l10n.t('No Word document or PDF was found in the folder.'));
    return undefined;
  }
  const chosen = await window.showQuickPick(choices, { title: l10n.t('Open Contract Text') });
  return chosen?.uri;
}

/** An editor that was open when the window was closed may ask before the server has started. */
function untilRunning(session: ServerSession): Promise<void> {
  if (session.state() !== 'starting') return Promise.resolve();
  return new Promise((resolve) => {
    const subscription = session.onDidChange(() => {
      if (session.state() === 'starting') return;
      subscription.dispose();
      resolve();
    });
  });
}
