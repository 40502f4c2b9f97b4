import type { CodeAction, CodeActionParams, Command, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { codeActions, type CodeAction as EditorAction } from '../../editor/code-actions.ts';
import type { Documents } from '../documents.ts';
import { ContentModified } from '../failure.ts';
import type { DiagnosticData } from '../finding-diagnostic.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import { type FilePlace, spanIn } from './place.ts';

export interface CodeActionsFeature {
  readonly list: (place: FilePlace, params: CodeActionParams) => (CodeAction | Command)[];
  /** Looks for the edits of an action that was offered without them. */
  readonly resolve: (action: CodeAction) => CodeAction;
}

/** Keeps the last actions it offered: what takes long to find is looked for when one is chosen. */
export function createCodeActions(documents: Documents): CodeActionsFeature {
  let listNumber = 0;
  let offered: readonly (() => WorkspaceEdit | undefined)[] = [];
  return {
    list: (place, { range, context }) => {
      // Without actions of their own such clients have nothing but commands, which this server needs none of.
      if (place.client.codeActionKinds === undefined) return [];
      const only = Array.isArray(context?.only) ? { only: context.only } : {};
      const actions = codeActions(place.analysis, place.path, spanIn(place, range), only);
      const isLazy = place.client.codeActions.resolveEdit;
      listNumber++;
      offered = actions.map((action) => () => {
        place.portfolio.flush();
        // What was offered is about a text that is gone.
        if (place.portfolio.analysis() !== place.analysis) throw new ContentModified('the portfolio has changed');
        return editOf(action, place, documents);
      });
      return actions.flatMap((action, index) => {
        const isLater = isLazy && action.resolve !== undefined;
        const edit = isLater ? undefined : editOf(action, place, documents);
        if (!isLater && edit === undefined) return [];
        return [
          {
            title: action.title,
            kind: action.kind,
            ...diagnosticsOf(action, context?.diagnostics),
            ...(action.preferred === true && place.client.codeActions.isPreferred ? { isPreferred: true } : {}),
            ...(edit === undefined ? { data: { list: listNumber, index } } : { edit }),
          },
        ];
      });
    },
    resolve: (action) => {
      const data: unknown = action.data;
      if (typeof data !== 'object' || data === null || !('list' in data) || !('index' in data)) return action;
      const edit = data.list === listNumber ? offered[Number(data.index)]?.() : undefined;
      return edit === undefined ? action : { ...action, edit };
    },
  };
}

/** Undefined where the client cannot make it, or there is none. */
function editOf(action: EditorAction, { portfolio, places, client }: FilePlace, documents: Documents) {
  const edits = action.edits ?? action.resolve?.() ?? [];
  const creates = action.creates ?? [];
  if (edits.length + creates.length === 0) return undefined;
  return workspaceEdit(portfolio, edits, creates, places, documents, client.edits);
}

/** Those among the client's diagnostics that the action does something about. */
function diagnosticsOf({ finding }: EditorAction, diagnostics: unknown): { readonly diagnostics?: Diagnostic[] } {
  if (finding === undefined || !Array.isArray(diagnostics)) return {};
  const own = (diagnostics as readonly Diagnostic[]).filter(({ code, data }) => {
    const known = data as Partial<DiagnosticData> | null | undefined;
    return known?.fingerprint === undefined ? code === finding.rule : known.fingerprint === finding.fingerprint;
  });
  return own.length === 0 ? {} : { diagnostics: own };
}
