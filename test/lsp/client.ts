import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type CancellationToken,
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { buildServer } from './build-server.ts';

/** What VS Code says of itself, as far as it makes a difference. */
export const FULL_CLIENT: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    diagnostic: { relatedDocumentSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        resolveSupport: { properties: ['documentation'] },
      },
    },
    signatureHelp: {
      signatureInformation: { documentationFormat: ['markdown'], parameterInformation: { labelOffsetSupport: true } },
    },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    codeAction: {
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
    },
    rename: { prepareSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceFolders: true,
  },
  window: { workDoneProgress: true },
};

/** A client that is pushed its diagnostics and knows little else. */
export const PLAIN_CLIENT: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

export interface ClientOptions {
  /** Absolute; none: no folder is open. */
  readonly folder?: string;
  readonly capabilities?: ClientCapabilities;
  readonly initialize?: Partial<InitializeParams>;
  /** What the client answers when it is asked for its settings; a function of the folder that they are for. */
  readonly settings?: unknown;
  /** The words after `node`; as the extension starts it unless given. */
  readonly command?: readonly string[];
}

/** Something that the server has sent. */
export interface Received {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it has asked for.
  readonly params: any;
}

export interface Client {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** Everything that the server has sent so far, but for answers. */
  readonly received: readonly Received[];
  readonly errors: () => string;
  /** The first message of a method that fits, be it one that has come already. */
  readonly sent: (
    method: string,
    fits?: (params: Received['params']) => boolean,
    from?: number,
  ) => Promise<Received['params']>;
  readonly uri: (path: string) => string;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly request: (method: string, params?: unknown, token?: CancellationToken) => Promise<any>;
  readonly notify: (method: string, params?: unknown) => void;
  /** Opens a file of the folder, with its text on the disk unless given. */
  readonly open: (path: string, text?: string) => void;
  /** Replaces the text of an open file. */
  readonly change: (path: string, text: string) => void;
  readonly close: (path: string) => void;
  readonly changes: (changes: Readonly<Record<string, 'created' | 'changed' | 'deleted'>>) => void;
  /** Asks for what is reported in a file. */
  readonly pull: (path: string) => Promise<readonly Diagnostic[]>;
  /** What was pushed last for a file; undefined: nothing. */
  readonly pushed: (path: string) => readonly Diagnostic[] | undefined;
  readonly settings: { value: unknown };
  /** All that was sent so far has been taken in, answers of the client included. */
  readonly settled: () => Promise<void>;
  /** Ends the server as an editor does. Returns its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts a server and a client of it, which both end with the test. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const command = options.command ?? [join(buildServer(), 'main-node.cjs'), '--stdio'];
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), quietWriter(child.stdin));
  const mailbox = createMailbox();
  const settings = { value: options.settings };
  connection.onNotification((method, params) => mailbox.put({ method, params }));
  connection.onUnhandledProgress((params) => mailbox.put({ method: '$/progress', params }));
  connection.onRequest((method, params) => {
    mailbox.put({ method, params });
    if (method !== 'workspace/configuration') return null;
    const { items } = params as unknown as { readonly items: readonly { readonly scopeUri?: string }[] };
    return items.map(({ scopeUri }) => {
      const value = typeof settings.value === 'function' ? settings.value(scopeUri) : settings.value;
      return value ?? null;
    });
  });
  connection.listen();
  const folder = options.folder;
  const uri = (path: string): string =>
    path.includes(':') || folder === undefined ? path : pathToFileURL(join(folder, path)).href;
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folder === undefined ? null : uri(''),
    workspaceFolders: folder === undefined ? null : [{ uri: uri('').replace(/\/$/, ''), name: 'test' }],
    capabilities: options.capabilities ?? FULL_CLIENT,
    ...options.initialize,
  });
  const notify = (method: string, params?: unknown): void => void connection.sendNotification(method, params);
  notify('initialized', {});
  const versions = new Map<string, number>();
  const version = (path: string): number => {
    const next = (versions.get(path) ?? 0) + 1;
    versions.set(path, next);
    return next;
  };
  const client: Client = {
    connection,
    process: child,
    initialized,
    received: mailbox.all,
    errors: () => errors,
    sent: mailbox.find,
    uri,
    request: (method, params, token) =>
      token === undefined ? connection.sendRequest(method, params) : connection.sendRequest(method, params, token),
    notify,
    open: (path, text) =>
      notify('textDocument/didOpen', {
        textDocument: {
          uri: uri(path),
          languageId: path.endsWith('.deal') || path.startsWith('untitled:') ? 'deal' : 'other',
          version: version(path),
          text: text ?? readFileSync(join(folder ?? '', path), 'utf8'),
        },
      }),
    change: (path, text) =>
      notify('textDocument/didChange', {
        textDocument: { uri: uri(path), version: version(path) },
        contentChanges: [{ text }],
      }),
    close: (path) => notify('textDocument/didClose', { textDocument: { uri: uri(path) } }),
    changes: (changes) =>
      notify('workspace/didChangeWatchedFiles', {
        changes: Object.entries(changes).map(([path, type]) => ({
          uri: uri(path),
          type: { created: 1, changed: 2, deleted: 3 }[type],
        })),
      }),
    pull: async (path) => {
      const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: uri(path) },
      });
      return report.kind === 'full' ? report.items : [];
    },
    pushed: (path) =>
      mailbox.all
        .filter(({ method, params }) => method === PUBLISH && (params as PublishDiagnosticsParams).uri === uri(path))
        .at(-1)?.params.diagnostics,
    settings,
    settled: async () => {
      for (let round = 0; round < 3; round++) await connection.sendRequest('workspace/symbol', { query: 'no such' });
    },
    stop: async () => {
      const exited = once(child, 'exit') as Promise<[number | null]>;
      await connection.sendRequest('shutdown');
      notify('exit');
      return (await exited)[0];
    },
  };
  return client;
}

/** A writer for whom it is no error that the server is gone: some tests end it in the middle of something. */
function quietWriter(stream: NodeJS.WritableStream): StreamMessageWriter {
  const writer = new StreamMessageWriter(stream);
  const write = writer.write.bind(writer);
  writer.write = (message) => write(message).catch(() => undefined);
  return writer;
}

export const PUBLISH = 'textDocument/publishDiagnostics';

function createMailbox() {
  const all: Received[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    put: (message: Received): void => {
      all.push(message);
      for (const look of [...waiting]) look();
    },
    find: (method: string, fits: (params: Received['params']) => boolean = () => true, from = 0) =>
      new Promise<Received['params']>((resolve) => {
        const look = (): void => {
          const found = all.slice(from).find((message) => message.method === method && fits(message.params));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found.params);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** The position of the n-th place where a text stands in another, or of a place within it marked by `|`. */
export function positionOf(text: string, marked: string, nth = 0): Position {
  const within = Math.max(0, marked.indexOf('|'));
  const wanted = marked.replace('|', '');
  let offset = text.indexOf(wanted);
  for (let count = 0; count < nth; count++) offset = text.indexOf(wanted, offset + 1);
  if (offset < 0) throw new Error(`there is no ${wanted}`);
  const before = text.slice(0, offset + within).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before[before.length - 1].length };
}

/** The text that a range covers. */
export function textIn(text: string, { start, end }: Range): string {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const offset = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length, 0) + character;
  return text.slice(offset(start), offset(end));
}
