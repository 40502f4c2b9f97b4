import type {
  CancellationToken,
  Connection,
  InitializeParams,
  InitializeResult,
  ResponseError,
} from 'vscode-languageserver';
import packageJson from '../../../package.json';
import { serverCapabilities } from './capabilities.ts';
import { clientFeatures } from './client-features.ts';
import { ErrorCode } from './failure.ts';
import type { OpenSession, Outbox, Session, SessionContext } from './session-context.ts';

/** The class of the errors that are sent, passed in: a second copy of it would not be known as one. */
type ErrorClass = new (code: number, message: string, data?: unknown) => ResponseError<unknown>;

export interface ServeOptions {
  readonly ErrorClass: ErrorClass;
  /** Loads what does the work. Called once the client has been told what the server can do. */
  readonly loadSession: () => Promise<OpenSession>;
  readonly nextTurn: (act: () => void) => void;
  readonly today: () => string;
  readonly now: () => number;
  /** The URI of the folder with the pages of the rules, where the client does not say; ends with `/`. */
  readonly rulePages?: string;
}

/** Answers a client on a connection, from the first message to the last. */
export function serve(connection: Connection, options: ServeOptions): { readonly isShutDown: () => boolean } {
  const fail = (code: number, message: string, data?: unknown): Error => new options.ErrorClass(code, message, data);
  let phase: 'new' | 'running' | 'over' = 'new';
  let session: Session | undefined;
  let opening: Promise<Session> | undefined;

  connection.onInitialize((params): InitializeResult => {
    if (phase !== 'new') throw fail(ErrorCode.InvalidRequest, 'the server is initialized already');
    phase = 'running';
    const context = sessionContext(connection, params, fail, options);
    opening = afterTurns(TURNS_OF_AN_ANSWER, options.nextTurn)
      .then(options.loadSession)
      .then((open) => {
        session = open(context);
        return session;
      });
    opening.catch((error: unknown) => connection.console.error(`the server could not start: ${String(error)}`));
    for (const method of TAKEN_BY_THE_LIBRARY) connection.onNotification(method, (taken) => notified(method, taken));
    return {
      capabilities: serverCapabilities(context.client),
      serverInfo: { name: 'deal', version: packageJson.version },
    };
  });
  // Before the work is loaded messages wait for it, and so stay in their order.
  connection.onRequest((method: string, params: unknown, token: CancellationToken) => {
    if (phase === 'new' || opening === undefined)
      throw fail(ErrorCode.ServerNotInitialized, 'the server is not initialized');
    if (phase === 'over') throw fail(ErrorCode.InvalidRequest, 'the server is shut down');
    return session === undefined
      ? opening.then((opened) => opened.request(method, params, token))
      : session.request(method, params, token);
  });
  const notified = (method: string, params: unknown): void => {
    if (phase !== 'running' || opening === undefined) return;
    if (session === undefined) void opening.then((opened) => opened.notify(method, params));
    else session.notify(method, params);
  };
  connection.onNotification(notified);
  connection.onShutdown(() => {
    if (phase === 'new') throw fail(ErrorCode.ServerNotInitialized, 'the server is not initialized');
    if (phase === 'over') throw fail(ErrorCode.InvalidRequest, 'the server is shut down');
    phase = 'over';
    session?.end();
  });
  connection.listen();
  return { isShutDown: () => phase === 'over' };
}

/** The library takes them for itself, for clients that say they send them, right before it tells of the initialization. */
const TAKEN_BY_THE_LIBRARY = ['workspace/didChangeWorkspaceFolders', 'window/workDoneProgress/cancel'];

/** In milliseconds: shorter than anybody notices, longer than between two keys that are typed fast. */
const A_MOMENT = 100;

/** So many turns of the event loop pass at most until an answer has been written: loading earlier would hold it back. */
const TURNS_OF_AN_ANSWER = 4;

async function afterTurns(count: number, nextTurn: ServeOptions['nextTurn']): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise<void>(nextTurn);
}

function sessionContext(
  connection: Connection,
  initialize: InitializeParams,
  failure: SessionContext['failure'],
  { nextTurn, today, now, rulePages }: ServeOptions,
): SessionContext {
  const client = clientFeatures(initialize);
  const pages = client.rulePages ?? rulePages;
  const outbox: Outbox = {
    notify: (method, params) => {
      connection.sendNotification(method, params).catch(() => undefined);
    },
    request: (method, params, token) =>
      token === undefined ? connection.sendRequest(method, params) : connection.sendRequest(method, params, token),
  };
  return {
    outbox,
    client,
    initialize,
    failure,
    today,
    nextTurn,
    later: (act) => {
      setTimeout(act, A_MOMENT);
    },
    rulePage: (rule) => (pages === undefined ? undefined : `${pages}${rule}.md`),
    name: `${now().toString(36)}-`,
  };
}
