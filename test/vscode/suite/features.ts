import {
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  MarkdownString,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SignatureHelp,
  type SymbolInformation,
  type TypeHierarchyItem,
} from 'vscode';
import * as assert from './assert.ts';
import { untilStandingProblem } from './standing-problem.ts';
import { activate, closeAll, fileUri, rangeOf, replace, show, within } from './workspace.ts';

const run = <T>(command: string, ...words: readonly unknown[]): Thenable<T> =>
  commands.executeCommand<T>(command, ...words);
const textOf = (hovers: readonly Hover[]): string =>
  hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
    .join('\n');

describe('what is shown of a file', () => {
  before(async () => {
    await activate();
    await untilStandingProblem();
  });
  afterEach(closeAll);

  it('hover: a clause in words, with its quote', async () => {
    const document = await show('streamline.deal');
    const text = textOf(await run('vscode.executeHoverProvider', document.uri, within(document, 'europe')));
    for (const expected of ['Studio', 'Streamline', 'Streamline alone may offer the film by subscription in Europe']) {
      assert.ok(text.includes(expected), `no “${expected}” in:\n${text}`);
    }
  });

  it('hover: a term and a kind', async () => {
    const document = await show('vista.deal');
    const term = textOf(await run('vscode.executeHoverProvider', document.uri, within(document, 'download')));
    assert.ok(term.includes('on_demand'), term);
    const kind = textOf(await run('vscode.executeHoverProvider', document.uri, within(document, 'license')));
    assert.ok(/licens/i.test(kind), kind);
  });

  it('completion: what fits the argument', async () => {
    const document = await show('vista.deal');
    await replace(document, 'channel = rental', 'channel = ');
    const { items } = await run<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      rangeOf(document, 'channel = ').end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const expected of ['rental', 'subscription', 'download', 'on_demand'])
      assert.ok(labels.includes(expected), String(labels));
    assert.ok(!labels.includes('Studio'), 'a party is offered as a channel');
  });

  it('signature help: the parameters of a kind', async () => {
    const document = await show('vista.deal');
    const at = rangeOf(document, 'pay(').end;
    const help = await run<SignatureHelp>('vscode.executeSignatureHelpProvider', document.uri, at);
    assert.ok(help.signatures[0].label.includes('pay'), help.signatures[0].label);
    assert.ok(help.signatures[0].parameters.length > 0);
  });

  it('definition and references, across files', async () => {
    const document = await show('vista.deal');
    const at = within(document, 'download');
    const found = await run<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, at);
    const [definition] = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri));
    assert.ok(definition.path.endsWith('/terms.deal'));
    const references = await run<Location[]>('vscode.executeReferenceProvider', document.uri, at);
    const files = new Set(references.map(({ uri }) => uri.path.split('/').at(-1)));
    assert.deepEqual([...files].sort(), ['terms.deal', 'vista.deal']);
  });

  it('outline: a deal and its clauses', async () => {
    const document = await show('vista.deal');
    const [deal] = await run<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.equal(deal.name, 'vista');
    assert.deepEqual(
      deal.children.map(({ name }) => name),
      ['germany', 'france', 'price'],
    );
  });

  it('workspace symbols: a clause of another file', async () => {
    const symbols = await run<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'germany');
    assert.ok(
      symbols.some(({ location }) => location.uri.path.endsWith('/vista.deal')),
      JSON.stringify(symbols),
    );
  });

  it('type hierarchy: the tree of terms', async () => {
    const document = await show('terms.deal');
    const at = within(document, 'on_demand');
    const [item] = await run<TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', document.uri, at);
    assert.equal(item.name, 'on_demand');
    const below = await run<TypeHierarchyItem[]>('vscode.provideSubtypes', item);
    assert.deepEqual(below.map(({ name }) => name).sort(), ['download', 'rental', 'subscription']);
    const [rental] = below.filter(({ name }) => name === 'rental');
    const above = await run<TypeHierarchyItem[]>('vscode.provideSupertypes', rental);
    assert.deepEqual(
      above.map(({ name }) => name),
      ['on_demand'],
    );
  });

  it('colours: semantic tokens with a known meaning', async () => {
    const document = await show('vista.deal');
    const legend = await run<SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await run<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const kinds = new Map<string, string>();
    let [line, character] = [0, 0];
    for (let i = 0; i < tokens.data.length; i += 5) {
      const [lines, characters, length, kind] = tokens.data.slice(i, i + 4);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      kinds.set(document.getText(new Range(line, character, line, character + length)), legend.tokenTypes[kind]);
    }
    assert.equal(kinds.get('vista'), 'namespace');
    assert.equal(kinds.get('germany'), 'property');
    assert.equal(kinds.get('license'), 'function');
    assert.equal(kinds.get('Vista'), 'class');
    assert.equal(kinds.get('rental'), 'enumMember');
    assert.equal(kinds.get('channel'), 'parameter');
  });

  it('code lens: what a clause meets, shown by a command of the extension', async () => {
    const document = await show('vista.deal');
    const lenses = await run<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    const lens = lenses.find(({ range }) => range.start.line === rangeOf(document, 'france').start.line);
    assert.match(lens?.command?.title ?? '', /disputed/);
    const registered = await commands.getCommands();
    assert.ok(registered.includes(lens?.command?.command ?? ''), `no such command: ${lens?.command?.command}`);
    await commands.executeCommand(lens?.command?.command ?? '', ...(lens?.command?.arguments ?? []));
    await commands.executeCommand('closeReferenceSearch');
  });

  it('inlay hints, folding, selection and links', async () => {
    const document = await show('streamline.deal');
    const all = new Range(0, 0, document.lineCount, 0);
    const hints = await run<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
    assert.ok(hints.length > 0, 'no hint tells what the clause inherits');
    const folds = await run<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(
      folds.some(({ start }) => start === 0 || start === 6),
      JSON.stringify(folds),
    );
    const [selection] = await run<SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      within(document, 'subscription', 1),
    ]);
    assert.equal(document.getText(selection.range), 'subscription');
    assert.ok(selection.parent, 'the selection does not grow');
    const links = await run<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.equal(links[0]?.target?.toString(), fileUri('texts/streamline.md').toString());
  });
});
