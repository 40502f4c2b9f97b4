import {
  type ExtensionContext,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskRevealKind,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

interface CheckDefinition extends TaskDefinition {
  readonly type: 'deal';
  /** Options and paths for `deal check`. */
  readonly arguments?: readonly string[];
}

/**
 * `deal check` as a task, one for each folder on this disk. A task runs a program with words from the workspace's own
 * `tasks.json`, so there is none until the user trusts the workspace.
 */
export function registerCheckTask(context: ExtensionContext): void {
  const register = (): void => {
    context.subscriptions.push(
      tasks.registerTaskProvider('deal', {
        provideTasks: () =>
          (workspace.workspaceFolders ?? [])
            .filter(isOnDisk)
            .map((folder) => checkTask(context, { type: 'deal' }, folder)),
        resolveTask: ({ definition, scope }) =>
          typeof scope === 'object' && isOnDisk(scope)
            ? checkTask(context, definition as CheckDefinition, scope)
            : undefined,
      }),
    );
  };
  if (workspace.isTrusted) register();
  else context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(register));
}

const isOnDisk = ({ uri }: WorkspaceFolder): boolean => uri.scheme === 'file';

function checkTask(context: ExtensionContext, definition: CheckDefinition, folder: WorkspaceFolder): Task {
  const words = (Array.isArray(definition.arguments) ? definition.arguments : []).filter(
    (word) => typeof word === 'string',
  );
  const execution = new ProcessExecution(
    process.execPath,
    [context.asAbsolutePath('dist/deal.mjs'), 'check', ...words],
    {
      cwd: folder.uri.fsPath,
      // VS Code's own program, which is a Node as well: the user need not have one.
      env: { ELECTRON_RUN_AS_NODE: '1' },
    },
  );
  // No problem matcher: the editor shows the same findings as they arise, and each would be listed twice.
  const task = new Task(definition, folder, l10n.t('check'), 'deal', execution, []);
  task.group = TaskGroup.Test;
  task.detail = l10n.t('Find where the promises of the portfolio collide');
  task.presentationOptions = { reveal: TaskRevealKind.Always, clear: true };
  return task;
}
