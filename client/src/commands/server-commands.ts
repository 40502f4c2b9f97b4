import { commands, type ExtensionContext } from 'vscode';
import type { ServerSession } from '../server-session.ts';

export function registerServerCommands(context: ExtensionContext, session: ServerSession): void {
  context.subscriptions.push(
    commands.registerCommand('deal.restartServer', session.restart),
    commands.registerCommand('deal.showOutput', session.showOutput),
  );
}
