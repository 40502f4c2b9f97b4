import type { CancellationToken, InitializeParams } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import type { ErrorCode } from './failure.ts';
import type { Spellings } from './spellings.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Messages to the client. What cannot be sent is lost without a word: then there is no client any more. */
export interface Outbox {
  readonly notify: (method: string, params: unknown) => void;
  readonly request: (method: string, params: unknown, token?: CancellationToken) => Promise<unknown>;
}

/** What a session needs of the world. */
export interface SessionContext {
  readonly outbox: Outbox;
  readonly client: ClientFeatures;
  readonly initialize: Partial<InitializeParams>;
  /** An error that the client is answered with. */
  readonly failure: (code: ErrorCode, message: string, data?: unknown) => Error;
  /** The day it is here, ISO 8601. */
  readonly today: () => string;
  /** Calls back in a turn of the event loop to come. */
  readonly nextTurn: (act: () => void) => void;
  /** Calls back in a moment, for what nobody waits for. */
  readonly later: (act: () => void) => void;
  /** Where the page of a rule is; undefined where it is not known. */
  readonly rulePage: (rule: string) => string | undefined;
  /** A text that no other session of the server has: it tells the results of this one from theirs. */
  readonly name: string;
}

/** Opens the files of a workspace. */
export type OpenFiles = (context: SessionContext, spellings: Spellings) => WorkspaceFiles;

/** What answers a client once it has introduced itself. */
export interface Session {
  readonly request: (method: string, params: unknown, token: CancellationToken) => unknown;
  readonly notify: (method: string, params: unknown) => void;
  /** Ends what is held. */
  readonly end: () => void;
}

export type OpenSession = (context: SessionContext) => Session;
