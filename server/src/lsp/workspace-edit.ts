import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import type { Documents } from './documents.ts';
import type { Places } from './places.ts';
import type { Portfolio } from './portfolio.ts';

/** Replaces what stands from `start` to `end` (UTF-16 offsets) of a file of the portfolio. */
export interface PortfolioEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface NewFile {
  /** Relative to the portfolio's root. */
  readonly path: string;
  readonly text: string;
}

/** Edits of a portfolio's files as the client takes them. Undefined where files are to be made and it makes none. */
export function workspaceEdit(
  portfolio: Portfolio,
  edits: readonly PortfolioEdit[],
  creates: readonly NewFile[],
  places: Places,
  documents: Documents,
  client: ClientFeatures['edits'],
): WorkspaceEdit | undefined {
  const byFile = new Map<string, TextEdit[]>();
  for (const { file, newText, ...span } of edits) {
    const own = byFile.get(file) ?? [];
    byFile.set(file, own);
    own.push({ range: places.range(portfolio, file, span), newText });
  }
  if (!client.documentChanges) {
    if (creates.length > 0) return undefined;
    return { changes: Object.fromEntries([...byFile].map(([file, own]) => [places.uri(portfolio, file), own])) };
  }
  if (creates.length > 0 && !client.create) return undefined;
  const changed = [...byFile].map(([file, own]): TextDocumentEdit => {
    const version = documents.get(portfolio.resourceOf(file))?.text.version ?? null;
    return { textDocument: { uri: places.uri(portfolio, file), version }, edits: own };
  });
  const made = creates.flatMap(({ path, text }): (CreateFile | TextDocumentEdit)[] => {
    const uri = places.uri(portfolio, path);
    const start = { line: 0, character: 0 };
    return [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ];
  });
  return { documentChanges: [...made, ...changed] };
}
