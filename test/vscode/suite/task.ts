import {
  type Disposable,
  languages,
  ProcessExecution,
  Task,
  type TaskProcessEndEvent,
  TaskScope,
  tasks,
  workspace,
} from 'vscode';
import * as assert from './assert.ts';
import { activate, extensionFile, fileUri, until } from './workspace.ts';

/** A task matches its lines while it runs; what it found stays until it runs again. */
const found = () => languages.getDiagnostics(fileUri('vista.deal')).filter(({ source }) => source === 'deal check');

describe('the task `deal check`', () => {
  before(activate);

  it('prints the report, and ends as the command line does', async () => {
    const [task] = await tasks.fetchTasks({ type: 'deal' });
    assert.equal(task?.name, 'check');
    assert.equal(await run(task), 0);
    assert.equal(found().length, 0, 'what the editor shows anyway is listed twice');
  });

  it('takes its words from tasks.json', async () => {
    const definition = { type: 'deal', label: 'strict', arguments: ['--fail-on', 'warning'] };
    await workspace.getConfiguration('tasks').update('tasks', [definition], false);
    try {
      const strict = (await tasks.fetchTasks({ type: 'deal' })).find(({ name }) => name === 'strict');
      assert.ok(strict, 'the task is not there');
      assert.equal(await run(strict), 1);
    } finally {
      await workspace.getConfiguration('tasks').update('tasks', undefined, false);
    }
  });

  it('has a problem matcher that reads what the command line prints', async () => {
    const words = [extensionFile('dist/deal.mjs'), 'check', '--fail-on', 'never'];
    const execution = new ProcessExecution(process.execPath, words, { cwd: fileUri('').fsPath });
    const shown = until('the finding of the task', languages.onDidChangeDiagnostics, () => found()[0]);
    await tasks.executeTask(new Task({ type: 'process' }, TaskScope.Workspace, 'own', 'test', execution, '$deal'));
    const problem = await shown;
    assert.equal(problem.range.start.line, 2);
    assert.equal(problem.range.start.character, 2);
    assert.equal(problem.code, 'exclusive-overlap');
    assert.ok(problem.message.startsWith('`france` lets Vista do'), problem.message);
  });
});

/** Runs a task to its end. The exit code of its process. */
async function run(task: Task): Promise<number | undefined> {
  const subscriptions: Disposable[] = [];
  const ended = new Promise<TaskProcessEndEvent>((resolve) => {
    subscriptions.push(
      tasks.onDidEndTaskProcess((event) => {
        if (event.execution.task.name === task.name) resolve(event);
      }),
    );
  });
  await tasks.executeTask(task);
  const { exitCode } = await ended;
  for (const subscription of subscriptions) subscription.dispose();
  return exitCode;
}
