import { type Event, EventEmitter, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  type WorkspaceEdit,
} from 'vscode-languageclient';
import {
  ANNOTATE_SELECTION,
  type InitializationOptions,
  PASSAGES_CHANGED,
  type PassagesChangedParams,
  SHOW_CLAUSES,
  STATUS,
  type StatusParams,
} from '../../server/src/lsp/protocol.ts';
import { answerFileRequests } from './file-requests.ts';
import { pushedDiagnostics } from './pushed-diagnostics.ts';
import { restartPolicy } from './restart-policy.ts';
import type { CreateClient } from './start-deal.ts';

export type ServerState = 'starting' | 'running' | 'failed' | 'stopped';

/** The language server as the rest of the extension sees it. Nothing here rejects: what fails is shown to the user. */
export interface ServerSession {
  readonly state: () => ServerState;
  /** What the server said last of each portfolio that is open. */
  readonly portfolios: () => readonly StatusParams[];
  /** Either of the two has changed. */
  readonly onDidChange: Event<void>;
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly showOutput: () => void;
  /** The passages of these open documents may be others now. */
  readonly onPassagesChanged: Event<readonly string[]>;
  /** Makes an edit of the server's: one step to undo. */
  readonly apply: (edit: WorkspaceEdit) => Promise<boolean>;
  /** Asks the server; undefined where it does not run or cannot answer, which is then in the output. */
  readonly request: <Answer>(method: string, parameters: object) => Promise<Answer | undefined>;
}

export function openServerSession(context: ExtensionContext, createClient: CreateClient): ServerSession {
  const output = window.createOutputChannel('Deal', { log: true });
  const changed = new EventEmitter<void>();
  const passagesChanged = new EventEmitter<readonly string[]>();
  const policy = restartPolicy();
  const portfolios = new Map<string, StatusParams>();
  let state: ServerState = 'starting';

  const enter = (next: ServerState): void => {
    state = next;
    if (next !== 'running') portfolios.clear();
    changed.fire();
  };
  const fail = (message: string): void => {
    enter('failed');
    void offerRestart(message, session);
  };
  const errorHandler: ErrorHandler = {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      if (policy.afterCrash(Date.now())) {
        output.warn('The language server ended unexpectedly and is started again.');
        return { action: CloseAction.Restart, handled: true };
      }
      fail(l10n.t('The Deal language server keeps ending unexpectedly and was not started again.'));
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
  const client = createClient('deal', 'Deal', {
    documentSelector: documentSelector(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: initializationOptions(context),
    initializationFailedHandler: () => false,
    errorHandler,
  });
  const startFailed = (): void => {
    const isStartedAgain = client.state === State.Starting || client.isRunning();
    if (state !== 'failed' && !isStartedAgain) fail(l10n.t('The Deal language server could not be started.'));
  };
  // The library would show what goes wrong in its own words, and offer nothing to do about it.
  const note = client.error.bind(client);
  client.error = (message, data, show) => {
    note(message, data, false);
    if (show === 'force') startFailed();
  };
  client.registerFeature(pushedDiagnostics);
  answerFileRequests(client);
  client.onNotification(STATUS, (status: StatusParams) => {
    if (status.closed === true) portfolios.delete(status.root);
    else portfolios.set(status.root, status);
    changed.fire();
  });
  client.onNotification(PASSAGES_CHANGED, ({ uris }: PassagesChangedParams) => passagesChanged.fire(uris));
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) enter('running');
    else if (newState === State.Starting) enter('starting');
    else if (state !== 'failed') enter('stopped');
  });
  context.subscriptions.push(output, changed, passagesChanged);

  const logged = (error: unknown): void => output.error(error instanceof Error ? error : String(error));
  const session: ServerSession = {
    state: () => state,
    portfolios: () => [...portfolios.values()],
    onDidChange: changed.event,
    start: async () => {
      try {
        await client.start();
      } catch (error) {
        logged(error);
        startFailed();
      }
    },
    restart: async () => {
      policy.forget();
      await session.stop();
      await session.start();
    },
    stop: () => stopQuietly(client),
    showOutput: () => output.show(),
    onPassagesChanged: passagesChanged.event,
    apply: async (edit) => workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit)),
    request: async <Answer>(method: string, parameters: object) => {
      if (!client.isRunning()) return undefined;
      try {
        return await client.sendRequest<Answer>(method, parameters);
      } catch (error) {
        logged(error);
        return undefined;
      }
    },
  };
  return session;
}

/** Files that are somebody's own; not, say, the old side of a comparison, whose deals would be declared twice. */
function documentSelector(): LanguageClientOptions['documentSelector'] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', ...folders])].map((scheme) => ({ scheme, language: 'deal' }));
}

const initializationOptions = ({ extensionUri }: ExtensionContext): InitializationOptions => ({
  status: true,
  files: true,
  rulePages: `${Uri.joinPath(extensionUri, 'docs/rules')}/`,
  commands: [SHOW_CLAUSES, ANNOTATE_SELECTION],
  contractTexts: true,
});

/** A server that has gone already, or does not answer, is stopped all the same. */
async function stopQuietly(client: BaseLanguageClient): Promise<void> {
  try {
    if (client.needsStop()) await client.stop();
  } catch {
    // The client has said so in the output.
  }
}

async function offerRestart(message: string, session: ServerSession): Promise<void> {
  const restart = l10n.t('Restart');
  const showOutput = l10n.t('Show Output');
  const chosen = await window.showErrorMessage(message, restart, showOutput);
  if (chosen === restart) await session.restart();
  if (chosen === showOutput) session.showOutput();
}
