import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Deal, startDeal } from './start-deal.ts';

type ServerWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
/** The browser's own: the types of Node, which everything else here is checked with, lack it. */
declare const Worker: new (url: string) => ServerWorker;

let deal: Deal | undefined;
let worker: ServerWorker | undefined;

/** Where VS Code runs in a browser: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server/main-worker.js').toString(true);
  deal = startDeal(context, (id, name, options) => new LanguageClient(id, name, async () => connect(script), options));
  await deal.started;
}

export async function deactivate(): Promise<void> {
  await deal?.stop();
  worker?.terminate();
}

/** A new server in the place of the one before. Called anew whenever the client starts. */
function connect(script: string): MessageTransports {
  worker?.terminate();
  worker = new Worker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
