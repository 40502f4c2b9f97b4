import { strToU8, zipSync } from 'fflate';
import {
  type CodeAction,
  type CodeLens,
  commands,
  type Hover,
  type LocationLink,
  languages,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { contractTextUri } from '../../../server/src/lsp/protocol.ts';
import * as assert from './assert.ts';
import { untilStandingProblem } from './standing-problem.ts';
import { activate, closeAll, codeOf, fileUri, rangeOf, show, until, untilProblems, within } from './workspace.ts';

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
    const [link] = await commands.executeCommand<LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      within(document, PASSAGE),
    );
    assert.ok(link.targetUri.path.endsWith('/streamline.deal'), link.targetUri.path);
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
    select(document, 'Malta is left out.');
    assert.ok(await commands.executeCommand('deal.annotateSelection', 'document'));
    const editor = window.activeTextEditor;
    assert.ok(editor, 'no editor');
    assert.ok(editor.document.uri.path.endsWith('/streamline.deal'), 'the deal is not shown');
    const line = editor.document.lineAt(editor.selection.active.line).text;
    assert.match(line, /^ {2}document\(/);
    assert.ok(editor.document.getText().includes('> [§2] Malta is left out.'), editor.document.getText());
    assert.equal(line[editor.selection.active.character], ')');
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
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
    const document = await showText();
    assert.equal(document.uri.toString(), view().toString());
    await explains(document, DOCX_PASSAGE, 'g');
    await until('the conflict in the text', languages.onDidChangeDiagnostics, () =>
      languages.getDiagnostics(document.uri).find(({ range }) => document.getText(range) === DOCX_PASSAGE),
    );
  });

  it('is annotated where it is selected', async () => {
    const document = await showText();
    select(document, 'Notices are sent by mail.');
    assert.ok(await commands.executeCommand('deal.annotateSelection', 'confidentiality'));
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /> (?:\[§1\.?\] )?Notices are sent by mail\.\n {2}confidentiality\(/);
    await commands.executeCommand('undo');
    assert.equal(window.activeTextEditor?.document.getText(), deal);
    await window.activeTextEditor?.document.save();
  });

  async function showText(): Promise<TextDocument> {
    await commands.executeCommand('deal.openContractText', fileUri(DOCX));
    const document = window.activeTextEditor?.document;
    assert.ok(document, 'no editor');
    assert.ok(document.getText().includes(DOCX_PASSAGE), document.getText());
    return document;
  }
});

async function explains(document: TextDocument, passage: string, clause: string): Promise<void> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    within(document, passage),
  );
  const text = hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join();
  assert.ok(text.includes(`.${clause}`), text);
}

function select(document: TextDocument, text: string): void {
  const { start, end } = rangeOf(document, text);
  assert.ok(window.activeTextEditor?.document === document, 'another document is shown');
  window.activeTextEditor.selection = new Selection(start, end);
}

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
