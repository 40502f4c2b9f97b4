import type { StaticFeature } from 'vscode-languageclient';

/**
 * Has the server push problems, as if this client could not pull them. Where a document is closed, the client's library
 * pulls once more and drops the answer, as the document is no longer visible; the problems of what was not saved then
 * stand until the next change.
 */
export const pushedDiagnostics: StaticFeature = {
  fillClientCapabilities: ({ textDocument, workspace }) => {
    delete textDocument?.diagnostic;
    delete workspace?.diagnostics;
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
};
