import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerCheckTask } from './check-task.ts';
import { type Deal, startDeal } from './start-deal.ts';

let deal: Deal | undefined;

/** Where VS Code runs on Node: the server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server/main-node.cjs');
  registerCheckTask(context);
  deal = startDeal(
    context,
    (id, name, options) => new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
  );
  await deal.started;
}

export async function deactivate(): Promise<void> {
  await deal?.stop();
}
