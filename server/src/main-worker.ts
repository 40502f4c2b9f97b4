import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  RAL,
  ResponseError,
} from 'vscode-languageserver/browser';
import { openSession } from './lsp/open-client-session.ts';
import { serve } from './lsp/serve.ts';
import { localDay } from './portfolio/local-day.ts';

// The language server as a web worker.

/** The worker itself: the types of Node, with which all is checked, have none. */
const self = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  ErrorClass: ResponseError,
  loadSession: async () => openSession,
  nextTurn: (act) => {
    RAL().timer.setImmediate(act);
  },
  today: localDay,
  now: Date.now,
});
