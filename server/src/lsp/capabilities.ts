import type { FileOperationRegistrationOptions, ServerCapabilities } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../editor/token-legend.ts';
import type { ClientFeatures } from './client-features.ts';
import { CHECK_PORTFOLIO } from './protocol.ts';

const INCREMENTAL = 2;

/** Files that may be contracts, and folders that may hold some. */
const MOVABLE: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.{deal,md,markdown,txt,html,htm,docx,pdf}', matches: 'file' } },
    { pattern: { glob: '**/*', matches: 'folder' } },
  ],
};

/** The actions that are offered, from the most to the least likely. */
export const CODE_ACTION_KINDS = ['quickfix', 'refactor', 'refactor.rewrite', 'refactor.extract', 'source'] as const;

/** What the server does, for a client that can do this. A client is offered nothing that it does not know. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  const { diagnostics, codeActionKinds, codeActions } = client;
  return {
    // The only one that every client has.
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: INCREMENTAL, save: true },
    ...(diagnostics.pull
      ? { diagnosticProvider: { identifier: 'deal', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    hoverProvider: true,
    completionProvider: {
      triggerCharacters: ['(', ',', '=', '[', ' ', '.', ':', '>', '（', '，', '＝'],
      resolveProvider: client.lazyCompletion,
    },
    signatureHelpProvider: { triggerCharacters: ['(', ',', '（', '，'], retriggerCharacters: ['=', ')'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    documentSymbolProvider: { label: 'Deal' },
    workspaceSymbolProvider: true,
    typeHierarchyProvider: true,
    callHierarchyProvider: true,
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
    documentLinkProvider: { resolveProvider: false },
    codeActionProvider:
      codeActionKinds === undefined
        ? true
        : { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: codeActions.resolveEdit },
    executeCommandProvider: { commands: [CHECK_PORTFOLIO] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        didCreate: MOVABLE,
        willRename: MOVABLE,
        didRename: MOVABLE,
        didDelete: MOVABLE,
      },
    },
  };
}
