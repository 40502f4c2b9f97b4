import { DiagnosticSeverity } from 'vscode';
import { isAbout, untilStandingProblem } from './standing-problem.ts';
import { activate, closeAll, configure, untilProblems } from './workspace.ts';

const SETTINGS = ['asOf', 'reading', 'assume', 'maxProblems'];

const untilFranceIs = (severity: DiagnosticSeverity) =>
  untilProblems('vista.deal', `\`france\` with the severity ${DiagnosticSeverity[severity]}`, (problems) =>
    problems.some((problem) => isAbout(problem, 'france') && problem.severity === severity),
  );

describe('settings', () => {
  before(activate);
  beforeEach(untilStandingProblem);
  afterEach(async () => {
    for (const name of SETTINGS) await configure(name, undefined);
    await closeAll();
    await untilStandingProblem();
  });

  it('deal.asOf: what is past by then is told as past', async () => {
    await configure('asOf', '2035-01-01');
    await untilFranceIs(DiagnosticSeverity.Information);
  });

  it('deal.reading: under one reading alone the dispute is a conflict', async () => {
    await configure('reading', 'streamline');
    await untilFranceIs(DiagnosticSeverity.Error);
  });

  it('settings that make no sense stop nothing', async () => {
    await configure('asOf', 'the day after tomorrow');
    await configure('reading', 42);
    await configure('assume', ['AGI']);
    await configure('maxProblems', -1);
    await untilStandingProblem();
    await configure('asOf', '2035-01-01');
    await untilFranceIs(DiagnosticSeverity.Information);
  });
});
