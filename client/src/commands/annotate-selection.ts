import { commands, type ExtensionContext, l10n, type QuickPickItem, window } from 'vscode';
import {
  ANNOTATE,
  ANNOTATE_SELECTION,
  SUGGEST_KINDS,
  type SuggestKindsResult,
  type WrittenDealResult,
} from '../../../server/src/lsp/protocol.ts';
import type { ServerSession } from '../server-session.ts';
import { writeDeal } from '../written-deal.ts';

interface Choice extends QuickPickItem {
  /** The kind. */
  readonly name: string;
}

/** `Deal: Annotate Selection`. Whoever calls it with the name of a kind is not asked for one. */
export function registerAnnotateSelection(context: ExtensionContext, session: ServerSession): void {
  const annotate = async (given?: unknown): Promise<boolean> => {
    const editor = window.activeTextEditor;
    if (editor === undefined || editor.selection.isEmpty || editor.document.languageId === 'deal') {
      void window.showInformationMessage(l10n.t('Select a passage in the text of a contract first.'));
      return false;
    }
    const { start, end } = editor.selection;
    const range = { start: plain(start), end: plain(end) };
    const passage = { uri: editor.document.uri.toString(), range };
    const kind = typeof given === 'string' ? given : await chooseKind(session, passage);
    if (kind === undefined) return false;
    return writeDeal(session, await session.request<WrittenDealResult>(ANNOTATE, { ...passage, kind }));
  };
  context.subscriptions.push(commands.registerCommand(ANNOTATE_SELECTION, annotate));
}

const plain = ({ line, character }: { readonly line: number; readonly character: number }) => ({ line, character });

async function chooseKind(session: ServerSession, passage: object): Promise<string | undefined> {
  const choices = session.request<SuggestKindsResult>(SUGGEST_KINDS, passage).then((answer) =>
    (answer?.kinds ?? []).map(
      ({ kind, title, why, meaning, isOwn }): Choice => ({
        name: kind,
        label: title,
        description: isOwn ? l10n.t('of this portfolio') : why === '' ? '' : l10n.t('because of {0}', why),
        detail: meaning,
      }),
    ),
  );
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t('Annotate Selection'),
    placeHolder: l10n.t('What the passage promises: the kinds that fit its words come first'),
    matchOnDetail: true,
  });
  return chosen?.name;
}
