import type { CodeAction, CompletionItem } from 'vscode-languageserver';
import type { Documents } from './documents.ts';
import { createCodeActions } from './features/code-actions.ts';
import { createCompletion } from './features/completion.ts';
import { linksIn } from './features/document-links.ts';
import { formatPart, formatParts, formatTyped, formatWhole } from './features/formatting.ts';
import {
  clausesBearingOn,
  clausesBorneOn,
  prepareClauses,
  prepareTerms,
  termsAbove,
  termsBelow,
} from './features/hierarchies.ts';
import { hintsIn, lensesIn } from './features/hints.ts';
import { hoverAt } from './features/hover.ts';
import { definitionAt, highlightsAt, referencesAt } from './features/navigation.ts';
import type { FilePlace } from './features/place.ts';
import { prepareRenameAt, renameAt } from './features/rename.ts';
import { createTokens } from './features/semantic-tokens.ts';
import { signatureAt } from './features/signature-help.ts';
import { foldsIn, selectionsIn } from './features/structure.ts';
import { symbolsIn } from './features/symbols.ts';
import type { Resource } from './resource.ts';

/** Answers a request about a file. The parameters are those of its method, as far as the client keeps to the protocol. */
export type DocumentFeature = (place: FilePlace, params: never) => unknown;

export interface DocumentFeatures {
  /** By method. */
  readonly ofDocument: ReadonlyMap<string, DocumentFeature>;
  /** Requests that name their file in an item that the server has made. */
  readonly ofItem: ReadonlyMap<string, DocumentFeature>;
  /** What is added to an item that is looked at. */
  readonly ofAnswer: ReadonlyMap<string, (item: never) => unknown>;
  readonly closed: (resource: Resource) => void;
}

/** They need the text of the file only: nothing has to be loaded for them. */
export const OF_THE_TEXT: ReadonlySet<string> = new Set([
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/selectionRange',
  'textDocument/formatting',
  'textDocument/rangeFormatting',
  'textDocument/rangesFormatting',
  'textDocument/onTypeFormatting',
]);

export function createDocumentFeatures(documents: Documents): DocumentFeatures {
  const actions = createCodeActions(documents);
  const completion = createCompletion();
  const tokens = createTokens();
  const ofDocument: Readonly<Record<string, DocumentFeature>> = {
    'textDocument/codeAction': actions.list,
    'textDocument/codeLens': lensesIn,
    'textDocument/completion': completion.complete,
    'textDocument/definition': definitionAt,
    'textDocument/documentHighlight': highlightsAt,
    'textDocument/documentLink': linksIn,
    'textDocument/documentSymbol': symbolsIn,
    'textDocument/foldingRange': foldsIn,
    'textDocument/formatting': formatWhole,
    'textDocument/hover': hoverAt,
    'textDocument/inlayHint': hintsIn,
    'textDocument/onTypeFormatting': formatTyped,
    'textDocument/prepareCallHierarchy': prepareClauses,
    'textDocument/prepareRename': prepareRenameAt,
    'textDocument/prepareTypeHierarchy': prepareTerms,
    'textDocument/rangeFormatting': formatPart,
    'textDocument/rangesFormatting': formatParts,
    'textDocument/references': referencesAt,
    'textDocument/rename': (place, params) => renameAt(place, params, documents),
    'textDocument/selectionRange': selectionsIn,
    'textDocument/signatureHelp': signatureAt,
    'textDocument/semanticTokens/full': tokens.full,
    'textDocument/semanticTokens/full/delta': tokens.delta,
    'textDocument/semanticTokens/range': tokens.range,
  };
  const ofItem: Readonly<Record<string, DocumentFeature>> = {
    'callHierarchy/incomingCalls': clausesBearingOn,
    'callHierarchy/outgoingCalls': clausesBorneOn,
    'typeHierarchy/subtypes': termsBelow,
    'typeHierarchy/supertypes': termsAbove,
  };
  return {
    ofDocument: new Map(Object.entries(ofDocument)),
    ofItem: new Map(Object.entries(ofItem)),
    ofAnswer: new Map<string, (item: never) => unknown>([
      ['codeAction/resolve', (action: CodeAction) => actions.resolve(action)],
      ['completionItem/resolve', (item: CompletionItem) => completion.resolve(item)],
    ]),
    closed: tokens.forget,
  };
}
