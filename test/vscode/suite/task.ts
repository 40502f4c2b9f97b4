import { type Task, type TaskProcessEndEvent, tasks } from 'vscode';
import * as assert from './assert.ts';
import { activate, until } from './workspace.ts';

describe('the task `deal check`', () => {
  before(activate);

  it('prints the report, and ends as the command line does', async () => {
    const [task] = await tasks.fetchTasks({ type: 'deal' });
    assert.equal(task?.name, 'check');
    const ended = codeOf(task);
    await tasks.executeTask(task);
    assert.equal(await ended, 0);
  });
});

/** The exit code with which a task will end. */
function codeOf(task: Task): Promise<number | undefined> {
  let end: TaskProcessEndEvent | undefined;
  return until(
    'the end of the task',
    (listener) =>
      tasks.onDidEndTaskProcess((event) => {
        if (event.execution.task.name === task.name) end = event;
        return listener(event);
      }),
    () => (end === undefined ? undefined : { code: end.exitCode }),
  ).then(({ code }) => code);
}
