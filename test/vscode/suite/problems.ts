import { DiagnosticSeverity, languages, workspace } from 'vscode';
import * as assert from './assert.ts';
import { untilGermanyConflicts, untilStandingProblem } from './standing-problem.ts';
import { activate, closeAll, fileUri, open, problemsIn, replace, show, untilProblems } from './workspace.ts';

describe('problems', () => {
  before(activate);
  afterEach(async () => {
    await closeAll();
    await untilStandingProblem();
  });

  it('are those of every file of the portfolio, open or not', async () => {
    const [problem] = await untilStandingProblem();
    assert.equal(problem.severity, DiagnosticSeverity.Warning);
    assert.equal(problem.source, 'deal');
    const places = problem.relatedInformation?.map(({ location }) => location.uri.path) ?? [];
    assert.ok(
      places.some((path) => path.endsWith('/streamline.deal')),
      `the other clause is not shown: ${places}`,
    );
  });

  it('appear in one file when another is edited, and go when that is mended', async () => {
    const other = await open('streamline.deal');
    await replace(other, 'channel = subscription', 'channel = on_demand');
    await untilGermanyConflicts();
    assert.deepEqual(problemsIn('streamline.deal'), []);
    await replace(other, 'channel = on_demand', 'channel = subscription');
    await untilStandingProblem();
  });

  it('go when the other file is closed without saving', async () => {
    const other = await show('streamline.deal');
    await replace(other, 'channel = subscription', 'channel = on_demand');
    await untilGermanyConflicts();
    await closeAll();
    await untilStandingProblem();
  });

  it('come with a new file and go when it is deleted, though it was never open', async () => {
    const added = fileUri('added.deal');
    const clause = 'all: exclusive_license(to = Streamline, scope = film, territory = DE)';
    const text = `deal added (by = Studio, to = Streamline, from = 2025-06-01) { ${clause} }\n`;
    await workspace.fs.writeFile(added, new TextEncoder().encode(text));
    await untilGermanyConflicts();
    await workspace.fs.delete(added);
    await untilStandingProblem();
    assert.deepEqual(languages.getDiagnostics(added), []);
  });

  it('tell of a broken clause without losing the others', async () => {
    const document = await show('vista.deal');
    await replace(document, 'germany: license(', 'germany: license((');
    await untilProblems('vista.deal', 'a syntax error beside the disputed clause', (problems) => {
      const isBroken = problems.some(({ severity }) => severity === DiagnosticSeverity.Error);
      return isBroken && problems.some(({ message }) => message.includes('`france`'));
    });
  });

  it('are found in what word processors type, in Chinese names and behind emoji', async () => {
    const document = await show('vista.deal');
    const text =
      '\n// 🎬🎬\ndeal 许可 (by = Studio, to = Vista, from = 2025-06-01) { /* 🎬 */ 德国： license(scope = film, channel = subscription) }\n';
    await replace(document, '\n}\n', `\n}\n${text}`);
    const problems = await untilProblems('vista.deal', 'a conflict of `德国`', (all) =>
      all.some(({ message }) => message.includes('`德国`')),
    );
    const conflict = problems.find(({ message }) => message.includes('`德国`'));
    assert.equal(conflict && document.getText(conflict.range), '德国');
  });
});
