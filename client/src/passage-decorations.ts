import {
  commands,
  type DecorationOptions,
  type ExtensionContext,
  l10n,
  MarkdownString,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from 'vscode';
import { CONTRACT_TEXT, PASSAGES, type PassageEffect, type PassagesResult } from '../../server/src/lsp/protocol.ts';
import type { ServerSession } from './server-session.ts';

const EFFECTS: readonly PassageEffect[] = [
  'permits',
  'excludes',
  'forbids',
  'obliges',
  'preempts',
  'equalizes',
  'waives',
  'records',
  'exception',
];
const LANGUAGES: readonly string[] = ['markdown', 'plaintext', 'html'];

/** Marks the annotated passages of contracts by what they do, and tells menus which files are contracts. */
export function showPassages(context: ExtensionContext, session: ServerSession): void {
  const types = new Map(EFFECTS.map((effect) => [effect, decorationType(effect)]));
  const contracts = new Set<string>();
  const update = async (editor: TextEditor): Promise<void> => {
    const uri = editor.document.uri.toString();
    const { version } = editor.document;
    const answer = await session.request<PassagesResult>(PASSAGES, { uri });
    // The server tells when it has seen what was typed meanwhile.
    if (answer === undefined || editor.document.version !== version) return;
    if (answer.isContract) contracts.add(uri);
    else contracts.delete(uri);
    void commands.executeCommand(
      'setContext',
      'deal.contracts',
      Object.fromEntries([...contracts].map((one) => [one, true])),
    );
    for (const [effect, type] of types) editor.setDecorations(type, decorationsOf(answer, effect));
  };
  const updateAll = (uris?: readonly string[]): void => {
    if (session.state() !== 'running') return;
    void commands.executeCommand('setContext', 'deal.isActive', true);
    for (const editor of window.visibleTextEditors) {
      const isConcerned = uris === undefined || uris.includes(editor.document.uri.toString());
      if (isConcerned && mayBeContract(editor)) void update(editor);
    }
  };
  let wasRunning = false;
  context.subscriptions.push(
    ...types.values(),
    window.onDidChangeVisibleTextEditors(() => updateAll()),
    session.onPassagesChanged((uris) => updateAll(uris)),
    session.onDidChange(() => {
      const isRunning = session.state() === 'running';
      if (isRunning && !wasRunning) updateAll();
      wasRunning = isRunning;
    }),
  );
}

const mayBeContract = ({ document: { uri, languageId } }: TextEditor): boolean =>
  uri.scheme === CONTRACT_TEXT || LANGUAGES.includes(languageId);

function decorationType(effect: PassageEffect): TextEditorDecorationType {
  const border = new ThemeColor(`deal.passage.${effect}Border`);
  return window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor(`deal.passage.${effect}Background`),
    borderColor: border,
    // Not by colour alone.
    borderStyle: effect === 'exception' ? 'dashed' : effect === 'permits' ? 'dotted' : 'solid',
    borderWidth: '0 0 2px 0',
    overviewRulerColor: border,
    overviewRulerLane: OverviewRulerLane.Center,
  });
}

const decorationsOf = ({ passages }: PassagesResult, effect: PassageEffect): DecorationOptions[] =>
  passages
    .filter((passage) => passage.effect === effect)
    .map(({ range: { start, end } }) => ({
      range: new Range(start.line, start.character, end.line, end.character),
      hoverMessage: legend(effect),
    }));

/** What the colours mean, that of the passage in bold. */
function legend(own: PassageEffect): MarkdownString {
  const entries = EFFECTS.map((effect) => {
    const mark = `<span style="color:var(--vscode-deal-passage-${effect}Border);">■</span>`;
    const words = effectWords(effect);
    return `${mark} ${effect === own ? `**${words}**` : words}`;
  });
  const text = new MarkdownString(entries.join(' &nbsp; '));
  text.supportHtml = true;
  return text;
}

function effectWords(effect: PassageEffect): string {
  switch (effect) {
    case 'permits':
      return l10n.t('permits');
    case 'excludes':
      return l10n.t('reserves');
    case 'forbids':
      return l10n.t('forbids');
    case 'obliges':
      return l10n.t('owes');
    case 'preempts':
      return l10n.t('goes first');
    case 'equalizes':
      return l10n.t('equal terms');
    case 'waives':
      return l10n.t('waives');
    case 'records':
      return l10n.t('records');
    case 'exception':
      return l10n.t('exception');
  }
}
