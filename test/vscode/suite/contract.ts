import { strToU8, zipSync } from 'fflate';
import { type CodeAction, type CodeLens, commands, languages, Uri, window, workspace } from 'vscode';
import { contractTextUri } from '../../../server/src/lsp/protocol.ts';
import * as assert from './assert.ts';
import { annotate, explains, leadsTo, selected, showText } from './contract-text.ts';
import { untilStandingProblem } from './standing-problem.ts';
import { activate, closeAll, codeOf, fileUri, rangeOf, show, until, untilProblems } from './workspace.ts';

const PASSAGE = 'Streamline alone may offer the film by subscription in Europe.';
const CONTRACT = 'texts/streamline.md';
const DOCX = 'texts/rental.docx';
const DOCX_PASSAGE = 'Vista may rent out the film in Germany.';

describe('the text of a contract', () => {
  before(activate);
  beforeEach(untilStandingProblem);
  afterEach(async () => {
    await closeAll();
    await untilStandingProblem();
  });

  it('in Markdown explains its passages, and leads to their clauses', async () => {
    const document = await show(CONTRACT);
    await untilProblems(CONTRACT, 'the disputed passage', (problems) => problems.length === 1);
    await explains(document, PASSAGE, 'europe');
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const titles = lenses.map(({ command }) => command?.title);
    assert.ok(titles.includes('exclusive license · 1 disputed'), `${titles}`);
    await leadsTo(document, PASSAGE, 'streamline.deal');
  });

  it('in Markdown carries what is reported of its clauses, until it is closed', async () => {
    const document = await show(CONTRACT);
    const [problem] = await untilProblems(CONTRACT, 'the disputed passage', (problems) => problems.length === 1);
    assert.equal(codeOf(problem), 'exclusive-overlap');
    assert.equal(document.getText(problem.range), PASSAGE);
    const places = problem.relatedInformation?.map(({ location }) => location.uri.path.split('/').at(-1));
    assert.ok(places?.includes('vista.deal'), `${places}`);
  });

  it('is annotated where it is selected, in one step that can be undone', async () => {
    const document = await show(CONTRACT);
    const before = (await workspace.openTextDocument(fileUri('streamline.deal'))).getText();
    const editor = await annotate(document, 'Malta is left out.', 'document');
    assert.ok(editor.document.uri.path.endsWith('/streamline.deal'), editor.document.uri.path);
    assert.ok(
      editor.document.getText().includes('  > [§2] Malta is left out.\n  document('),
      editor.document.getText(),
    );
    assert.ok(
      window.visibleTextEditors.some((one) => one.document === document),
      'the contract is no longer shown',
    );
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('is annotated with the cursor at what is still to be chosen', async () => {
    const editor = await annotate(await show(CONTRACT), PASSAGE, 'exclusive_license');
    assert.equal(selected(editor), 'film');
    const { line } = editor.selection.active;
    const text = '  exclusive_license(scope = film, channel = subscription, territory = Europe)';
    assert.equal(editor.document.lineAt(line).text, text);
    await commands.executeCommand('undo');
  });

  it('without a deal gets one, whose parties are chosen first', async () => {
    await workspace.fs.writeFile(fileUri('texts/other.md'), strToU8('# Other\n\nVista pays in \\{$US}.\n'));
    try {
      const editor = await annotate(await show('texts/other.md'), 'Vista pays in \\{$US}.', 'pay');
      assert.equal(selected(editor), 'promisor');
      assert.equal(
        editor.document.getText(),
        `deal other (by = promisor, to = promisee, source = "texts/other.md") {
  party promisor "The one who promises: still to be named"
  party promisee "The other side: still to be named"

  > [§Other] Vista pays in \\{$US}.
  pay(amount = money)
}
`,
      );
      await commands.executeCommand('undo');
      assert.equal(editor.document.getText(), '');
    } finally {
      await closeAll();
      await workspace.fs.delete(fileUri('other.deal'));
      await workspace.fs.delete(fileUri('texts/other.md'));
    }
  });

  it('offers to be annotated as a code action', async () => {
    const document = await show(CONTRACT);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, 'Malta is left out.'),
    );
    assert.ok(
      actions.some(({ title }) => title.startsWith('Annotate this passage as ')),
      actions.map(({ title }) => title).join(),
    );
  });
});

describe('the text of a Word document', () => {
  const deal = `deal rental (by = Studio, to = Vista, from = 2025-06-01, source = "${DOCX}") {\n  > ${DOCX_PASSAGE}\n  g: license(scope = film, channel = subscription, territory = DE)\n}\n`;
  const write = (path: string, bytes: Uint8Array) => workspace.fs.writeFile(fileUri(path), bytes);
  const view = (): Uri => Uri.parse(contractTextUri(fileUri(DOCX).toString()));

  before(async () => {
    await activate();
    await untilStandingProblem();
    await write(DOCX, docx('1. Grant', DOCX_PASSAGE, 'Notices are sent by mail.'));
    await write('rental.deal', strToU8(deal));
    await untilProblems('rental.deal', 'a conflict of `g`', (problems) =>
      problems.some(({ severity }) => severity === 0),
    );
  });
  after(async () => {
    await closeAll();
    await workspace.fs.delete(fileUri('rental.deal'));
    await workspace.fs.delete(fileUri(DOCX));
    await untilStandingProblem();
  });

  it('is shown read-only, and explained and reported on as others are', async () => {
    const document = await showText(DOCX, DOCX_PASSAGE);
    assert.equal(document.uri.toString(), view().toString());
    await explains(document, DOCX_PASSAGE, 'g');
    await until('the conflict in the text', languages.onDidChangeDiagnostics, () =>
      languages.getDiagnostics(document.uri).find(({ range }) => document.getText(range) === DOCX_PASSAGE),
    );
  });

  it('is annotated where it is selected', async () => {
    const editor = await annotate(await showText(DOCX, DOCX_PASSAGE), 'Notices are sent by mail.', 'confidentiality');
    const text = editor.document.getText();
    assert.match(text, /> (?:\[§1\.?\] )?Notices are sent by mail\.\n {2}confidentiality\(by = Studio, /);
    assert.equal(selected(editor), 'Studio');
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), deal);
    await editor.document.save();
  });
});

/** A Word document of a few paragraphs. */
function docx(...paragraphs: readonly string[]): Uint8Array {
  const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
