import type { ClientCapabilities, CodeActionKind, DiagnosticTag, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do, as far as it makes a difference to the server. */
export interface ClientFeatures {
  readonly diagnostics: {
    readonly pull: boolean;
    readonly relatedDocuments: boolean;
    readonly refresh: boolean;
    readonly versions: boolean;
    readonly relatedInformation: boolean;
    readonly codeDescription: boolean;
    readonly data: boolean;
    readonly tags: readonly DiagnosticTag[];
  };
  readonly refresh: { readonly codeLens: boolean; readonly inlayHint: boolean; readonly semanticTokens: boolean };
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly dynamicWatching: boolean;
  readonly progress: boolean;
  readonly edits: { readonly documentChanges: boolean; readonly create: boolean; readonly snippets: boolean };
  readonly markdown: { readonly hover: boolean; readonly completion: boolean; readonly signature: boolean };
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly lazyCompletion: boolean;
  readonly labelOffsets: boolean;
  readonly definitionLinks: boolean;
  readonly symbolTree: boolean;
  readonly documentLinkTooltip: boolean;
  readonly foldWholeLines: boolean;
  /** Undefined: actions are commands, which is what clients took once. */
  readonly codeActionKinds: readonly CodeActionKind[] | undefined;
  readonly codeActions: { readonly resolveEdit: boolean; readonly isPreferred: boolean };
  readonly prepareRename: boolean;
  /** Commands of the client that may be named. */
  readonly commands: readonly string[];
  readonly status: boolean;
  readonly files: boolean;
  readonly rulePages: string | undefined;
  readonly contractTexts: boolean;
  /** Methods that the client takes registrations of. */
  readonly registrable: ReadonlySet<string>;
}

/** Whatever a client says of itself is taken as far as it can be; a client need not say anything. */
export function clientFeatures(params: Partial<InitializeParams>): ClientFeatures {
  const { textDocument: text = {}, workspace = {}, window = {} } = orEmpty<ClientCapabilities>(params.capabilities);
  const options = orEmpty<InitializationOptions>(params.initializationOptions);
  const completion = text.completion?.completionItem;
  const speaksMarkdown = (formats: unknown): boolean => Array.isArray(formats) && formats.includes('markdown');
  return {
    diagnostics: diagnosticFeatures(text, workspace),
    refresh: {
      codeLens: workspace.codeLens?.refreshSupport === true,
      inlayHint: workspace.inlayHint?.refreshSupport === true,
      semanticTokens: workspace.semanticTokens?.refreshSupport === true,
    },
    configuration: workspace.configuration === true,
    dynamicConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    dynamicWatching: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window.workDoneProgress === true,
    edits: {
      documentChanges: workspace.workspaceEdit?.documentChanges === true,
      create: workspace.workspaceEdit?.resourceOperations?.includes('create') === true,
      snippets: workspace.workspaceEdit?.snippetEditSupport === true,
    },
    markdown: {
      hover: speaksMarkdown(text.hover?.contentFormat),
      completion: speaksMarkdown(completion?.documentationFormat),
      signature: speaksMarkdown(text.signatureHelp?.signatureInformation?.documentationFormat),
    },
    snippets: completion?.snippetSupport === true,
    insertReplace: completion?.insertReplaceSupport === true,
    lazyCompletion: completion?.resolveSupport?.properties?.includes('documentation') === true,
    labelOffsets: text.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport === true,
    definitionLinks: text.definition?.linkSupport === true,
    symbolTree: text.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    documentLinkTooltip: text.documentLink?.tooltipSupport === true,
    foldWholeLines: text.foldingRange?.lineFoldingOnly === true,
    codeActionKinds: text.codeAction?.codeActionLiteralSupport?.codeActionKind?.valueSet,
    codeActions: {
      resolveEdit:
        text.codeAction?.dataSupport === true && text.codeAction.resolveSupport?.properties?.includes('edit') === true,
      isPreferred: text.codeAction?.isPreferredSupport === true,
    },
    prepareRename: text.rename?.prepareSupport === true,
    commands: Array.isArray(options.commands) ? options.commands : [],
    status: options.status !== false,
    files: options.files === true,
    rulePages: typeof options.rulePages === 'string' ? options.rulePages : undefined,
    contractTexts: options.contractTexts === true,
    registrable: registrableMethods(text),
  };
}

/** Of those that contracts are answered on. */
function registrableMethods(text: NonNullable<ClientCapabilities['textDocument']>): ReadonlySet<string> {
  const features = [
    ['textDocument/didOpen', text.synchronization],
    ['textDocument/didChange', text.synchronization],
    ['textDocument/didClose', text.synchronization],
    ['textDocument/hover', text.hover],
    ['textDocument/codeLens', text.codeLens],
    ['textDocument/definition', text.definition],
    ['textDocument/documentHighlight', text.documentHighlight],
    ['textDocument/codeAction', text.codeAction],
    ['textDocument/documentSymbol', text.documentSymbol],
  ] as const;
  return new Set(features.filter(([, feature]) => feature?.dynamicRegistration === true).map(([method]) => method));
}

function diagnosticFeatures(
  text: NonNullable<ClientCapabilities['textDocument']>,
  workspace: NonNullable<ClientCapabilities['workspace']>,
): ClientFeatures['diagnostics'] {
  const { publishDiagnostics: push, diagnostic: pull } = text;
  return {
    pull: pull !== undefined && pull !== null,
    relatedDocuments: pull?.relatedDocumentSupport === true,
    refresh: workspace.diagnostics?.refreshSupport === true,
    versions: push?.versionSupport === true,
    relatedInformation: push?.relatedInformation === true || pull?.relatedInformation === true,
    codeDescription: push?.codeDescriptionSupport === true || pull?.codeDescriptionSupport === true,
    data: push?.dataSupport === true || pull?.dataSupport === true,
    tags: push?.tagSupport?.valueSet ?? pull?.tagSupport?.valueSet ?? [],
  };
}

const orEmpty = <T extends object>(value: unknown): Partial<T> =>
  typeof value === 'object' && value !== null ? (value as Partial<T>) : {};
