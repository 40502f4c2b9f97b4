import { type CodeAction, CodeActionKind, commands, type TextEdit, WorkspaceEdit, workspace } from 'vscode';
import * as assert from './assert.ts';
import { untilStandingProblem } from './standing-problem.ts';
import { activate, closeAll, codeOf, problemsIn, rangeOf, replace, show, untilProblems, within } from './workspace.ts';

describe('what changes a file', () => {
  before(activate);
  beforeEach(untilStandingProblem);
  afterEach(async () => {
    await closeAll();
    await untilStandingProblem();
  });

  it('rename, across files', async () => {
    const document = await show('vista.deal');
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      within(document, 'download'),
      'purchase_of_a_copy',
    );
    const files = edit.entries().map(([uri, edits]) => `${uri.path.split('/').at(-1)}: ${edits.length}`);
    assert.deepEqual(files.sort(), ['terms.deal: 2', 'vista.deal: 1']);
    assert.ok(await workspace.applyEdit(edit));
    assert.ok(document.getText().includes('channel = purchase_of_a_copy'));
    assert.deepEqual(problemsIn('terms.deal'), []);
  });

  it('a quick fix, applied', async () => {
    const document = await show('vista.deal');
    await replace(document, 'channel = rental,', 'channel = rental，');
    await untilProblems('vista.deal', 'a hint about the full-width comma', (problems) =>
      problems.some((problem) => codeOf(problem) === 'ascii-punctuation'),
    );
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, '，'),
      CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find(({ edit }) => edit !== undefined);
    assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title)}`);
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.ok(document.getText().includes('channel = rental,'));
    await untilStandingProblem();
  });

  it('formatting', async () => {
    const document = await show('vista.deal');
    await replace(document, '  germany: license(scope = film,', 'germany:license( scope=film ,');
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await workspace.applyEdit(edit));
    assert.ok(document.getText().includes('\n  germany: license(scope = film, channel = rental'), document.getText());
  });
});
