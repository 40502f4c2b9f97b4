import { execFileSync } from 'node:child_process';
import { commands, languages } from 'vscode';
import * as assert from './assert.ts';
import { untilGermanyConflicts, untilStandingProblem } from './standing-problem.ts';
import { activate, closeAll, fileUri, open, replace, until } from './workspace.ts';

/** The language servers that this extension host has started, by their process ids. */
function servers(): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && Number(match[2]) === process.pid && match[3].includes('main-node.cjs'))
    .map((match) => Number(match?.[1]));
}

const untilNoProblems = (): Promise<true> =>
  until('no problems', languages.onDidChangeDiagnostics, () =>
    languages.getDiagnostics(fileUri('vista.deal')).length === 0 ? true : undefined,
  );

describe('a language server that ends unexpectedly', () => {
  before(activate);
  beforeEach(untilStandingProblem);
  afterEach(async () => {
    await closeAll();
    await untilStandingProblem();
  });

  it('is started again, and knows what was not saved', async () => {
    const other = await open('streamline.deal');
    await replace(other, 'channel = subscription', 'channel = on_demand');
    await untilGermanyConflicts();
    const [before, ...rest] = servers();
    assert.deepEqual(rest, []);
    const gone = untilNoProblems();
    process.kill(before, 'SIGKILL');
    await gone;
    await untilGermanyConflicts();
    const [after] = servers();
    assert.ok(after !== undefined && after !== before, 'it is the same process');
  });

  it('can be restarted by hand', async () => {
    const [before] = servers();
    await commands.executeCommand('deal.restartServer');
    await untilStandingProblem();
    const [after, ...rest] = servers();
    assert.deepEqual(rest, []);
    assert.ok(after !== undefined && after !== before, 'it is the same process');
  });
});
