import { strToU8 } from 'fflate';
import {
  type CodeLens,
  commands,
  type DocumentHighlight,
  type DocumentSymbol,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { contractTextUri } from '../../../server/src/lsp/protocol.ts';
import { lines, pdf } from '../../evidence/helpers/pdf.ts';
import * as assert from './assert.ts';
import { annotate, explains, leadsTo, selected, showText } from './contract-text.ts';
import { untilStandingProblem } from './standing-problem.ts';
import { activate, closeAll, codeOf, fileUri, rangeOf, show, until, untilProblems, within } from './workspace.ts';

const QUOTE = 'Vista may show the film to subscribers in Germany.';
const OTHER = 'Notices cost $5 {each}.';

describe('the text of a web page', () => {
  const HTML = 'texts/show.html';
  // What a browser shows of it is the quote.
  const PASSAGE = 'Vista <b>may</b> show the&nbsp;film to\n  subscribers in Germany.';
  const MARKUP = `<!doctype html>
<html>
<head><title>Licence</title><style>p { color: $x }</style></head>
<body>
<h2>§1 Grant</h2>
<p>${PASSAGE}</p>
<h2>§2 Notices</h2>
<p>Notices cost <i>$5</i> {each}.</p>
</body>
</html>
`;
  withContract(HTML, strToU8(MARKUP), '§1');

  it('is explained, and leads to its clauses', async () => {
    const document = await show(HTML);
    await untilConflict(document, PASSAGE);
    await explains(document, PASSAGE, 'g');
    await leadsTo(document, PASSAGE, 'show.deal');
    assert.deepEqual(await lensesOf(document), [['license · 1 conflict', 5]]);
    assert.deepEqual(await highlightsAt(document, PASSAGE), [PASSAGE]);
    assert.deepEqual(await highlightsAt(document, 'Notices cost'), []);
  });

  it('carries what is reported of its clauses, with the passage of the other deal', async () => {
    const document = await show(HTML);
    await carriesConflict(document, PASSAGE);
  });

  it('is annotated in its markup, in the words that are seen', async () => {
    const document = await show(HTML);
    await annotates(document, 'Notices cost <i>$5</i> {each}.');
  });
});

describe('the text of a PDF', () => {
  const PDF = 'texts/show.pdf';
  const pages = [
    lines(['LICENCE AGREEMENT', '', '1. Grant', '', QUOTE], 72, 700, 24),
    lines(['2. Notices', '', OTHER], 72, 700, 24),
  ];
  withContract(PDF, pdf(pages), '§1');

  it('is shown read-only with its pages and sections, explained, and leads to its clauses', async () => {
    const document = await showText(PDF, QUOTE);
    assert.equal(document.uri.toString(), Uri.parse(contractTextUri(fileUri(PDF).toString())).toString());
    await untilConflict(document, QUOTE);
    await explains(document, QUOTE, 'g');
    await leadsTo(document, QUOTE, 'show.deal');
    const lineOf = (text: string): number => rangeOf(document, text).start.line;
    assert.deepEqual(await lensesOf(document), [
      ['page 1', lineOf('LICENCE AGREEMENT')],
      ['license · 1 conflict', lineOf(QUOTE)],
      ['page 2', lineOf('2. Notices')],
    ]);
    const outline = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      outline.map(({ name, range }) => [name, range.start.line]),
      [
        ['§1', lineOf('1. Grant')],
        ['§2', lineOf('2. Notices')],
      ],
    );
    assert.deepEqual(await highlightsAt(document, QUOTE), [QUOTE]);
  });

  it('carries what is reported of its clauses, with the passage of the other deal', async () => {
    await carriesConflict(await showText(PDF, QUOTE), QUOTE);
  });

  it('is annotated where it is selected', async () => {
    await annotates(await showText(PDF, QUOTE), OTHER);
  });
});

const dealFor = (source: string, locator: string): string =>
  `deal show (by = Studio, to = Vista, from = 2025-06-01, source = "${source}") {
  > [${locator}] ${QUOTE}
  g: license(scope = film, channel = subscription, territory = DE)
}
`;

/** A contract with a deal whose clause collides with another deal's, for the tests around. */
function withContract(path: string, bytes: Uint8Array, locator: string): void {
  before(async () => {
    await activate();
    await untilStandingProblem();
    await workspace.fs.writeFile(fileUri(path), bytes);
    await workspace.fs.writeFile(fileUri('show.deal'), strToU8(dealFor(path, locator)));
    await untilProblems(
      'show.deal',
      'a conflict of `g` and nothing else',
      (problems) => problems.every((problem) => codeOf(problem) === 'exclusive-overlap') && problems.length > 0,
    );
  });
  afterEach(closeAll);
  after(async () => {
    await workspace.fs.delete(fileUri('show.deal'));
    await workspace.fs.delete(fileUri(path));
    await untilStandingProblem();
  });
}

const untilConflict = (document: TextDocument, passage: string) =>
  until('the conflict in the text', languages.onDidChangeDiagnostics, () =>
    languages
      .getDiagnostics(document.uri)
      .find(({ severity, range }) => severity === 0 && document.getText(range) === passage),
  );

async function carriesConflict(document: TextDocument, passage: string): Promise<void> {
  const problem = await untilConflict(document, passage);
  assert.equal(codeOf(problem), 'exclusive-overlap');
  const places = problem.relatedInformation?.map(({ location }) => location.uri.path.split('/').at(-1));
  assert.ok(places?.includes('streamline.md'), `${places}`);
  assert.ok(places?.includes('streamline.deal'), `${places}`);
}

async function annotates(document: TextDocument, passage: string): Promise<void> {
  const deal = (await workspace.openTextDocument(fileUri('show.deal'))).getText();
  const editor = await annotate(document, passage, 'pay');
  assert.equal(selected(editor), 'Studio');
  assert.equal(
    editor.document.getText(),
    deal.replace('DE)\n', `DE)\n\n  > [§2] ${OTHER}\n  pay(by = Studio, amount = 5 USD)\n`),
  );
  await commands.executeCommand('undo');
  assert.equal(editor.document.getText(), deal);
}

async function lensesOf(document: TextDocument): Promise<readonly unknown[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  return lenses
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ command, range }) => [command?.title, range.start.line]);
}

async function highlightsAt(document: TextDocument, text: string): Promise<readonly string[]> {
  const found = await commands.executeCommand<DocumentHighlight[] | undefined>(
    'vscode.executeDocumentHighlights',
    document.uri,
    within(document, text),
  );
  return (found ?? []).map(({ range }) => document.getText(range)).filter((words) => words.includes('Vista'));
}
