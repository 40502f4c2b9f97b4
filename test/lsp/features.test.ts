import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  InlayHint,
  SemanticTokensDelta,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { FULL_CLIENT, PLAIN_CLIENT, positionOf, startClient, textIn } from './client.ts';
import { AMAZON, AZURE, disputeFolder, TERMS } from './portfolios.ts';

type Client = Awaited<ReturnType<typeof startClient>>;

const open = async (options: Parameters<typeof startClient>[0] = {}): Promise<Client> => {
  const client = await startClient({ folder: disputeFolder(), ...options });
  client.open('amazon.deal');
  client.open('azure.deal');
  return client;
};
const at = (client: Client, path: string, text: string, marked: string, nth = 0) => ({
  textDocument: { uri: client.uri(path) },
  position: positionOf(text, marked, nth),
});
const of = (client: Client, path: string) => ({ textDocument: { uri: client.uri(path) } });
const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** A text after edits, by the protocol's own words: none overlaps another. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const last = [...edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  return last.reduce((result, { range, newText }) => {
    const [head, tail] = [
      textIn(result, { start: { line: 0, character: 0 }, end: range.start }),
      textIn(result, { ...everywhere, start: range.end }),
    ];
    return head + newText + tail;
  }, text);
}
const editsOf = (edit: WorkspaceEdit, uri: string): TextEdit[] =>
  (edit.documentChanges as TextDocumentEdit[])
    .filter(({ textDocument }) => textDocument.uri === uri)
    .flatMap(({ edits }) => edits as TextEdit[]);

test('says what it can do, and nothing else', async () => {
  const { initialized } = await startClient();
  expect(initialized.serverInfo).toEqual({ name: 'deal', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(initialized.capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
  });
  expect(Object.keys(initialized.capabilities).sort()).toEqual([
    'callHierarchyProvider',
    'codeActionProvider',
    'codeLensProvider',
    'completionProvider',
    'definitionProvider',
    'diagnosticProvider',
    'documentFormattingProvider',
    'documentHighlightProvider',
    'documentLinkProvider',
    'documentOnTypeFormattingProvider',
    'documentRangeFormattingProvider',
    'documentSymbolProvider',
    'executeCommandProvider',
    'foldingRangeProvider',
    'hoverProvider',
    'inlayHintProvider',
    'positionEncoding',
    'referencesProvider',
    'renameProvider',
    'selectionRangeProvider',
    'semanticTokensProvider',
    'signatureHelpProvider',
    'textDocumentSync',
    'typeHierarchyProvider',
    'workspace',
    'workspaceSymbolProvider',
  ]);
});

test('a client that does not pull is not offered it', async () => {
  const { initialized } = await startClient({ capabilities: PLAIN_CLIENT });
  expect(initialized.capabilities).not.toHaveProperty('diagnosticProvider');
});

describe('reading', () => {
  test('hover', async () => {
    const client = await open();
    const hover = await client.request('textDocument/hover', at(client, 'amazon.deal', AMAZON, 'runtime:'));
    expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('azure') });
    expect(textIn(AMAZON, hover.range)).toBe('runtime');
    // Other clauses are links to where they stand.
    expect(hover.contents.value).toContain(`${client.uri('azure.deal')}#L8,3`);
  });

  test('signature help', async () => {
    const client = await open();
    const help = await client.request(
      'textDocument/signatureHelp',
      at(client, 'amazon.deal', AMAZON, 'cloud = Bed|rock'),
    );
    const [signature] = help.signatures;
    expect(signature.label).toMatch(/^host\(/);
    const [start, end] = signature.parameters[help.activeParameter].label;
    expect(signature.label.slice(start, end)).toContain('cloud');
  });

  test('definition, with and without links', async () => {
    const client = await open();
    const params = at(client, 'amazon.deal', AMAZON, 'Bed|rock');
    const [link] = await client.request('textDocument/definition', params);
    expect(link.targetUri).toBe(client.uri('terms.deal'));
    expect(textIn(TERMS, link.targetSelectionRange)).toBe('Bedrock');
    expect(textIn(TERMS, link.targetRange)).toBe('cloud Bedrock "Amazon Bedrock" by Amazon');
    expect(textIn(AMAZON, link.originSelectionRange)).toBe('Bedrock');
    const plain = await open({ capabilities: PLAIN_CLIENT });
    const [location] = await plain.request('textDocument/definition', at(plain, 'amazon.deal', AMAZON, 'Bed|rock'));
    expect(location.uri).toBe(plain.uri('terms.deal'));
    expect(textIn(TERMS, location.range)).toBe('Bedrock');
  });

  test('references and highlights', async () => {
    const client = await open();
    const params = at(client, 'azure.deal', AZURE, 'cloud = |Azure');
    const files = async (includeDeclaration: boolean) =>
      (await client.request('textDocument/references', { ...params, context: { includeDeclaration } })).map(
        ({ uri }: { uri: string }) => uri,
      );
    expect(await files(false)).toEqual([client.uri('azure.deal')]);
    expect(await files(true)).toEqual([client.uri('azure.deal'), client.uri('terms.deal')]);
    client.open('terms.deal');
    const highlights = await client.request(
      'textDocument/documentHighlight',
      at(client, 'terms.deal', TERMS, 'stateless_api'),
    );
    expect(highlights).toMatchObject([{ kind: 3 }, { kind: 2 }]);
    expect(textIn(TERMS, highlights[1].range)).toBe('stateless_api');
  });

  test('document symbols, as a tree or as a list', async () => {
    const client = await open();
    const [deal]: DocumentSymbol[] = await client.request('textDocument/documentSymbol', of(client, 'azure.deal'));
    expect(deal).toMatchObject({ name: 'microsoft_openai', children: [{ name: 'azure_api' }] });
    expect(textIn(AZURE, deal.selectionRange)).toBe('microsoft_openai');
    const plain = await open({ capabilities: PLAIN_CLIENT });
    expect(await plain.request('textDocument/documentSymbol', of(plain, 'azure.deal'))).toMatchObject([
      { name: 'microsoft_openai', location: { uri: plain.uri('azure.deal') } },
      { name: 'azure_api', containerName: 'microsoft_openai' },
    ]);
  });

  test('workspace symbols', async () => {
    const client = await open();
    await client.pull('azure.deal');
    const symbols = await client.request('workspace/symbol', { query: 'azureapi' });
    expect(symbols).toMatchObject([{ name: 'azure_api', containerName: 'microsoft_openai' }]);
    expect(textIn(AZURE, symbols[0].location.range)).toBe('azure_api');
  });

  test('the tree of terms', async () => {
    const client = await open();
    const [item] = await client.request(
      'textDocument/prepareTypeHierarchy',
      at(client, 'azure.deal', AZURE, 'stateless_api'),
    );
    expect(item).toMatchObject({ name: 'stateless_api', uri: client.uri('terms.deal') });
    const [above] = await client.request('typeHierarchy/supertypes', { item });
    expect(above.name).toBe('model_service');
    const below = await client.request('typeHierarchy/subtypes', { item: above });
    expect(below.map(({ name }: { name: string }) => name)).toEqual(['stateless_api', 'stateful_runtime']);
  });

  test('which clauses bear on each other', async () => {
    const client = await open();
    const [item] = await client.request(
      'textDocument/prepareCallHierarchy',
      at(client, 'azure.deal', AZURE, 'azure_api'),
    );
    expect(item.name).toBe('microsoft_openai.azure_api');
    const incoming = await client.request('callHierarchy/incomingCalls', { item });
    expect(incoming).toMatchObject([
      {
        from: {
          name: 'amazon_openai.runtime',
          uri: client.uri('amazon.deal'),
          detail: expect.stringContaining('conflict'),
        },
      },
    ]);
    expect(textIn(AMAZON, incoming[0].fromRanges[0])).toBe('runtime');
    const outgoing = await client.request('callHierarchy/outgoingCalls', { item });
    expect(outgoing).toMatchObject([{ to: { name: 'amazon_openai.runtime' } }]);
    expect(textIn(AZURE, outgoing[0].fromRanges[0])).toBe('azure_api');
  });

  test('code lenses, with a command only where the client has it', async () => {
    const client = await open({ initialize: { initializationOptions: { commands: ['deal.showClauses'] } } });
    const lenses = await client.request('textDocument/codeLens', of(client, 'amazon.deal'));
    const lens = lenses.find(
      ({ range }: { range: Parameters<typeof textIn>[1] }) => textIn(AMAZON, range) === 'runtime',
    );
    expect(lens.command).toMatchObject({ title: '1 conflict', command: 'deal.showClauses' });
    const [uri, position, [location]] = lens.command.arguments;
    expect([uri, position]).toEqual([client.uri('amazon.deal'), lens.range.start]);
    expect(textIn(AZURE, location.range)).toBe('azure_api');
    const plain = await open();
    const [first] = await plain.request('textDocument/codeLens', of(plain, 'amazon.deal'));
    expect(first.command).toEqual({ title: '1 conflict', command: '' });
  });

  test('inlay hints', async () => {
    const client = await open();
    const hints: InlayHint[] = await client.request('textDocument/inlayHint', {
      ...of(client, 'amazon.deal'),
      range: everywhere,
    });
    expect(hints).toMatchObject([{ label: expect.stringContaining('2026-02-27'), paddingLeft: true }]);
    expect(hints[0].position).toEqual(positionOf(AMAZON, 'Bedrock)|'));
  });

  test('semantic tokens: all, what has changed, a part', async () => {
    const client = await open();
    const { legend } = client.initialized.capabilities.semanticTokensProvider as { legend: { tokenTypes: string[] } };
    const full = await client.request('textDocument/semanticTokens/full', of(client, 'azure.deal'));
    expect(tokensOf(full.data, AZURE, legend.tokenTypes)).toEqual(
      expect.arrayContaining([
        ['microsoft_openai', 'namespace'],
        ['Microsoft', 'class'],
        ['exclusive', 'function'],
        ['stateless_api', 'enumMember'],
        ['AGI', 'event'],
      ]),
    );
    client.change('azure.deal', AZURE.replace('to = Microsoft', 'to = Amazon'));
    const params = { ...of(client, 'azure.deal'), previousResultId: full.resultId };
    const delta: SemanticTokensDelta = await client.request('textDocument/semanticTokens/full/delta', params);
    expect(delta.edits).toHaveLength(1);
    const [{ start, deleteCount, data = [] }] = delta.edits;
    const patched = [...full.data];
    patched.splice(start, deleteCount, ...data);
    const anew = await client.request('textDocument/semanticTokens/full', of(client, 'azure.deal'));
    expect(patched).toEqual(anew.data);
    expect(patched.length).toBeGreaterThan(data.length + 20);
    const line = { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } };
    const part = await client.request('textDocument/semanticTokens/range', {
      ...of(client, 'azure.deal'),
      range: line,
    });
    expect(part.data[0]).toBe(7);
    expect(part.data.length).toBeLessThan(anew.data.length);
  });

  test('folding, by characters or by whole lines', async () => {
    const client = await open();
    const folds = await client.request('textDocument/foldingRange', of(client, 'azure.deal'));
    expect(folds).toContainEqual(expect.objectContaining({ startLine: 0, endLine: 7, startCharacter: 0 }));
    const capabilities = { textDocument: { foldingRange: { lineFoldingOnly: true } } };
    const byLine = await open({ capabilities });
    expect(await byLine.request('textDocument/foldingRange', of(byLine, 'azure.deal'))).toContainEqual({
      startLine: 0,
      endLine: 7,
    });
  });

  test('selection ranges, from the word to the file', async () => {
    const client = await open();
    const [range] = await client.request('textDocument/selectionRange', {
      ...of(client, 'azure.deal'),
      positions: [positionOf(AZURE, 'state|less_api')],
    });
    const texts: string[] = [];
    for (let one = range; one !== undefined; one = one.parent) texts.push(textIn(AZURE, one.range));
    expect(texts[0]).toBe('stateless_api');
    expect(texts).toContain('scope = stateless_api');
    expect(texts.at(-1)).toBe(AZURE);
  });

  test('links to sources', async () => {
    const client = await open();
    const [link] = await client.request('textDocument/documentLink', of(client, 'azure.deal'));
    expect(textIn(AZURE, link.range)).toBe('texts/azure.md');
    expect(link.target).toBe(client.uri('texts/azure.md'));
    expect(existsSync(new URL(link.target))).toBe(true);
  });
});

describe('writing', () => {
  test('completion: what fits, and its documentation when it is looked at', async () => {
    const client = await open();
    const text = AMAZON.replace('Bedrock', '');
    client.change('amazon.deal', text);
    const list: CompletionList = await client.request(
      'textDocument/completion',
      at(client, 'amazon.deal', text, 'cloud = |)'),
    );
    const labels = list.items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Azure', 'Bedrock']));
    expect(labels).not.toContain('OpenAI');
    const item = list.items.find(({ label }) => label === 'Bedrock') as CompletionItem;
    expect(edited(text, [item.textEdit as TextEdit])).toBe(AMAZON);
    expect(item).not.toHaveProperty('documentation');
    const kinds: CompletionList = await client.request(
      'textDocument/completion',
      at(client, 'amazon.deal', AMAZON, 'host|('),
    );
    const host = kinds.items.find(({ label }) => label === 'host') as CompletionItem;
    const resolved = await client.request('completionItem/resolve', host);
    expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/\w/) });
  });

  test('completion for a client without snippets has none', async () => {
    const client = await open({ capabilities: PLAIN_CLIENT });
    const list: CompletionList = await client.request(
      'textDocument/completion',
      at(client, 'amazon.deal', AMAZON, 'host|('),
    );
    expect(list.items.length).toBeGreaterThan(5);
    expect(
      list.items.filter(({ insertTextFormat, textEdit }) => insertTextFormat === 2 || textEdit?.newText.includes('${')),
    ).toEqual([]);
  });

  test('a space asks for completions only where a value may begin', async () => {
    const client = await open();
    const typed = async (marked: string) =>
      client.request('textDocument/completion', {
        ...at(client, 'amazon.deal', AMAZON, marked),
        context: { triggerKind: 2, triggerCharacter: ' ' },
      });
    expect((await typed('cloud = |Bedrock')).items.length).toBeGreaterThan(0);
    expect(await typed('deal |amazon_openai')).toBeNull();
  });

  test('rename, prepared and across files', async () => {
    const client = await open();
    const params = at(client, 'amazon.deal', AMAZON, 'Bed|rock');
    const prepared = await client.request('textDocument/prepareRename', params);
    expect(prepared.placeholder).toBe('Bedrock');
    const edit: WorkspaceEdit = await client.request('textDocument/rename', { ...params, newName: 'Base' });
    expect(edited(AMAZON, editsOf(edit, client.uri('amazon.deal')))).toBe(AMAZON.replace('Bedrock', 'Base'));
    expect(edited(TERMS, editsOf(edit, client.uri('terms.deal')))).toBe(TERMS.replace('cloud Bedrock', 'cloud Base'));
    const versions = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument.version);
    expect(versions.sort()).toEqual([1, null]);
  });

  test('a rename that cannot be is refused, and says why', async () => {
    const client = await open();
    const params = at(client, 'amazon.deal', AMAZON, 'Bed|rock');
    await expect(client.request('textDocument/rename', { ...params, newName: 'Azure' })).rejects.toThrow(/Azure/);
    await expect(
      client.request('textDocument/prepareRename', at(client, 'amazon.deal', AMAZON, 'ho|st(')),
    ).rejects.toThrow(/./);
  });

  test('a client that takes no versions gets plain changes', async () => {
    const client = await open({ capabilities: PLAIN_CLIENT });
    const edit = await client.request('textDocument/rename', {
      ...at(client, 'amazon.deal', AMAZON, 'Bed|rock'),
      newName: 'Base',
    });
    expect(Object.keys(edit.changes).sort()).toEqual([client.uri('amazon.deal'), client.uri('terms.deal')]);
  });

  test('formatting: all, a part, several parts, while typing', async () => {
    const client = await open();
    const crooked = AMAZON.replace('  runtime: host(scope =', 'runtime:host( scope=');
    client.change('amazon.deal', crooked);
    const params = { ...of(client, 'amazon.deal'), options: { tabSize: 2, insertSpaces: true } };
    expect(edited(crooked, await client.request('textDocument/formatting', params))).toBe(AMAZON);
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } };
    expect(edited(crooked, await client.request('textDocument/rangeFormatting', { ...params, range }))).toBe(AMAZON);
    const ranges = [range, { start: { line: 2, character: 2 }, end: { line: 2, character: 12 } }];
    expect(edited(crooked, await client.request('textDocument/rangesFormatting', { ...params, ranges }))).toBe(AMAZON);
    const typed = { ...params, position: positionOf(crooked, '}\n', 0), ch: '}' };
    typed.position.character++;
    expect(edited(crooked, await client.request('textDocument/onTypeFormatting', typed))).toBe(AMAZON);
  });

  test('code actions, with the diagnostic that they are about; those that take long find their edits when chosen', async () => {
    const client = await open();
    const diagnostics = await client.pull('amazon.deal');
    const params = { ...of(client, 'amazon.deal'), range: diagnostics[0].range, context: { diagnostics } };
    const actions: CodeAction[] = await client.request('textDocument/codeAction', params);
    expect(actions.length).toBeGreaterThan(2);
    expect(actions[0].diagnostics).toEqual(diagnostics);
    const outcomes = await Promise.all(
      actions.map(async (action) =>
        action.edit === undefined ? ((await client.request('codeAction/resolve', action)) as CodeAction) : action,
      ),
    );
    expect(outcomes.filter(({ edit }) => edit === undefined)).toEqual([]);
    // The first one does what it says.
    const { edit = {} } = outcomes[0];
    for (const [path, text] of [
      ['amazon.deal', AMAZON],
      ['azure.deal', AZURE],
    ] as const) {
      client.change(path, edited(text, editsOf(edit, client.uri(path))));
    }
    expect((await client.pull('amazon.deal')).filter(({ severity }) => severity === 1)).toEqual([]);
  });

  test('actions of a kind', async () => {
    const client = await open();
    const params = {
      ...of(client, 'amazon.deal'),
      range: everywhere,
      context: { diagnostics: [], only: ['refactor.nothing'] },
    };
    expect(await client.request('textDocument/codeAction', params)).toEqual([]);
  });

  test('a client without actions of its own gets none', async () => {
    const client = await open({
      capabilities: { ...FULL_CLIENT, textDocument: { ...FULL_CLIENT.textDocument, codeAction: {} } },
    });
    const params = { ...of(client, 'amazon.deal'), range: everywhere, context: { diagnostics: [] } };
    expect(await client.request('textDocument/codeAction', params)).toEqual([]);
  });
});

test('what is about no file of a portfolio has an empty answer', async () => {
  const client = await open();
  const nowhere = { textDocument: { uri: client.uri('notes.md') }, position: { line: 0, character: 0 } };
  expect(await client.request('textDocument/hover', nowhere)).toBeNull();
  expect(await client.request('textDocument/documentSymbol', nowhere)).toBeNull();
  expect(await client.pull('notes.md')).toEqual([]);
});

/** The words of semantic tokens with their types. */
function tokensOf(data: readonly number[], text: string, types: readonly string[]): [string, string][] {
  const lines = text.split('\n');
  let [line, character] = [0, 0];
  const tokens: [string, string][] = [];
  for (let i = 0; i < data.length; i += 5) {
    if (data[i] > 0) character = 0;
    line += data[i];
    character += data[i + 1];
    tokens.push([lines[line].slice(character, character + data[i + 2]), types[data[i + 3]]]);
  }
  return tokens;
}
