import { commands, type ExtensionContext, tasks } from 'vscode';
import { CHECK_PORTFOLIO } from '../../../server/src/lsp/protocol.ts';
import type { ServerSession } from '../server-session.ts';

/**
 * `Deal: Check the Portfolio`: reads everything anew, and shows the whole report, with what was not checked, in the
 * terminal. Where no program can be run (in a browser, in a folder that is not trusted) it shows the problems.
 */
export function registerCheckPortfolio(context: ExtensionContext, session: ServerSession): void {
  const check = async (): Promise<void> => {
    await session.request('workspace/executeCommand', { command: CHECK_PORTFOLIO, arguments: [] });
    const [task] = await tasks.fetchTasks({ type: 'deal' });
    if (task === undefined) await commands.executeCommand('workbench.actions.view.problems');
    else await tasks.executeTask(task);
  };
  context.subscriptions.push(commands.registerCommand('deal.check', check));
}
