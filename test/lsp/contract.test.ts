import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction, CodeLens, LocationLink, TextDocumentEdit } from 'vscode-languageserver/node';
import {
  type AnnotateParams,
  CONTRACT_TEXT,
  contractFileUri,
  contractTextUri,
  type PassagesResult,
  type SourceTextResult,
  type SuggestKindsResult,
  type WrittenDealResult,
} from '../../server/src/lsp/protocol.ts';
import { lines, pdf } from '../evidence/helpers/pdf.ts';
import { docx } from '../exchange/docx.ts';
import { type Client, FULL_CLIENT, PLAIN_CLIENT, PUBLISH, positionOf, startClient, textIn } from './client.ts';
import { AMAZON, AZURE, AZURE_TEXT, disputeFolder } from './portfolios.ts';

const PASSAGE = 'Azure is the exclusive cloud for stateless calls.';
const CONTRACT = 'texts/azure.md';
const AMAZON_TEXT =
  'Preamble.\n\nAmazon hosts the runtime.\n\nEither party may terminate this agreement for convenience.\n';
const WITH_SOURCE = AMAZON.replace('until = 2028-12-31)', 'until = 2028-12-31, source = "texts/amazon.txt")');
const BOTH = { 'amazon.deal': WITH_SOURCE, 'texts/amazon.txt': AMAZON_TEXT };

/** Opens a document that is no `.deal` file. */
const openContract = (client: Client, uri: string, text: string, languageId = 'markdown'): void =>
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });

const opened = async (
  files: Readonly<Record<string, string | Uint8Array>> = BOTH,
  options: Parameters<typeof startClient>[0] = {},
): Promise<Client> => {
  const client = await startClient({ folder: disputeFolder(files), ...options });
  openContract(client, client.uri(CONTRACT), AZURE_TEXT);
  return client;
};
const of = (client: Client, path: string) => ({ textDocument: { uri: client.uri(path) } });
const at = (client: Client, marked: string) => ({ ...of(client, CONTRACT), position: positionOf(AZURE_TEXT, marked) });
const rangeOf = (text: string, words: string) => ({
  start: positionOf(text, `|${words}`),
  end: positionOf(text, `${words}|`),
});

describe('a passage of a contract in Markdown', () => {
  test('is known with what it does and what is reported of its clause', async () => {
    const client = await opened();
    const { passages }: PassagesResult = await client.request('deal/passages', { uri: client.uri(CONTRACT) });
    expect(passages.map(({ range, ...others }) => [textIn(AZURE_TEXT, range), others])).toEqual([
      [PASSAGE, { effect: 'excludes', clause: 'microsoft_openai.azure_api', verdict: 'conflict' }],
    ]);
  });

  test('has a hover with its clause as a sentence and what that collides with', async () => {
    const client = await opened();
    const hover = await client.request('textDocument/hover', at(client, 'Azure is the exc|lusive'));
    expect(textIn(AZURE_TEXT, hover.range)).toBe(PASSAGE);
    expect(hover.contents.value).toContain('azure_api');
    expect(hover.contents.value).toContain('reserves something for one side');
    expect(hover.contents.value).toContain('runtime');
    expect(await client.request('textDocument/hover', at(client, 'Agree|ment'))).toBeNull();
  });

  test('has a lens that leads to its clause', async () => {
    const client = await opened(BOTH, { initialize: { initializationOptions: { commands: ['deal.showClauses'] } } });
    const lenses: CodeLens[] = await client.request('textDocument/codeLens', of(client, CONTRACT));
    expect(lenses.map(({ command }) => command?.title)).toEqual(['exclusive · 1 conflict']);
    const [uri, , [location]] = lenses[0].command?.arguments ?? [];
    expect(uri).toBe(client.uri(CONTRACT));
    expect([location.uri, textIn(AZURE, location.range)]).toEqual([client.uri('azure.deal'), 'azure_api']);
  });

  test('leads to its clause, and a quote leads to its passage', async () => {
    const client = await opened();
    const [clause]: LocationLink[] = await client.request('textDocument/definition', at(client, 'Azure is|'));
    expect([clause.targetUri, textIn(AZURE, clause.targetSelectionRange)]).toEqual([
      client.uri('azure.deal'),
      'azure_api',
    ]);
    const [passage]: LocationLink[] = await client.request('textDocument/definition', {
      ...of(client, 'azure.deal'),
      position: positionOf(AZURE, 'the exclusive| cloud'),
    });
    expect([passage.targetUri, textIn(AZURE_TEXT, passage.targetSelectionRange)]).toEqual([
      client.uri(CONTRACT),
      PASSAGE,
    ]);
  });

  test('is highlighted as a whole', async () => {
    const client = await opened();
    const found = await client.request('textDocument/documentHighlight', at(client, 'Azure is|'));
    expect(found.map(({ range }: CodeLens) => textIn(AZURE_TEXT, range))).toEqual([PASSAGE]);
  });
});

describe('a passage in conflict', () => {
  test('carries the diagnostic, with the passage of the other deal in its own contract', async () => {
    const client = await opened();
    const [problem, ...others] = await client.pull(CONTRACT);
    expect(others).toEqual([]);
    expect([problem.code, textIn(AZURE_TEXT, problem.range)]).toEqual(['exclusive-overlap', PASSAGE]);
    const related = problem.relatedInformation?.map(({ location }) => location) ?? [];
    expect(related.map(({ uri }) => uri)).toEqual(
      ['texts/amazon.txt', 'amazon.deal', 'azure.deal'].map((path) => client.uri(path)),
    );
    expect(textIn(AMAZON_TEXT, related[0].range)).toBe('Amazon hosts the runtime.');
  });

  test('loses it when the quote goes, and when the contract is closed', async () => {
    const client = await opened(BOTH, { capabilities: PLAIN_CLIENT });
    const pushed = (count: number, from = 0) =>
      client.sent(
        'textDocument/publishDiagnostics',
        ({ uri, diagnostics }) => uri === client.uri(CONTRACT) && diagnostics.length === count,
        from,
      );
    await pushed(1);
    client.open('azure.deal');
    client.change('azure.deal', AZURE.replace(/ {2}> .*\n/, ''));
    await pushed(0);
    let from = client.received.length;
    client.change('azure.deal', AZURE);
    await pushed(1, from);
    from = client.received.length;
    client.close(CONTRACT);
    await pushed(0, from);
  });

  test('moves with an edit of the contract that nobody has saved', async () => {
    const client = await opened();
    const text = `# New\n\n${AZURE_TEXT}`;
    client.notify('textDocument/didChange', {
      textDocument: { uri: client.uri(CONTRACT), version: 2 },
      contentChanges: [{ text }],
    });
    const [problem] = await client.pull(CONTRACT);
    expect(textIn(text, problem.range)).toBe(PASSAGE);
  });

  test('is not reported in a text that no deal names', async () => {
    const client = await opened({ ...BOTH, 'README.md': AZURE_TEXT });
    openContract(client, client.uri('README.md'), AZURE_TEXT);
    expect(await client.pull('README.md')).toEqual([]);
    expect(await client.request('textDocument/codeLens', of(client, 'README.md'))).toBeNull();
  });
});

describe('a passage that nobody has annotated', () => {
  const WORDS = 'Either party may terminate this agreement for convenience.';
  const range = rangeOf(AMAZON_TEXT, WORDS);
  const asked = (client: Client) => ({ uri: client.uri('texts/amazon.txt'), range });

  test('is offered every kind, those that fit its words first', async () => {
    const client = await opened();
    const { kinds }: SuggestKindsResult = await client.request('deal/suggestKinds', asked(client));
    expect(kinds[0]).toMatchObject({ kind: 'termination_right', title: 'termination right' });
    expect(kinds[0].why).toContain('terminat');
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.every(({ meaning }) => meaning !== '')).toBe(true);
  });

  test('becomes a clause with its quote, and the cursor in its parentheses', async () => {
    const client = await opened();
    const params: AnnotateParams = { ...asked(client), kind: 'termination_right' };
    const result: WrittenDealResult = await client.request('deal/annotate', params);
    if ('refusal' in result) throw new Error(result.refusal);
    const [change] = result.edit.documentChanges as TextDocumentEdit[];
    const { newText } = change.edits[0] as { newText: string };
    expect(change.textDocument.uri).toBe(client.uri('amazon.deal'));
    expect(
      newText
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([`> ${WORDS}`, expect.stringMatching(/^termination_right\(.*\)$/)]);
    expect(result.uri).toBe(client.uri('amazon.deal'));
    expect(result.position.character).toBeGreaterThan('  termination_right'.length);
  });

  test('comes as a snippet too, for the deal as it was asked about', async () => {
    const client = await opened();
    client.open('amazon.deal', `\n${WITH_SOURCE}`);
    const result: WrittenDealResult = await client.request('deal/annotate', { ...asked(client), kind: 'warrant' });
    if ('refusal' in result) throw new Error(result.refusal);
    const [change] = result.edit.documentChanges as TextDocumentEdit[];
    const { snippet } = result;
    expect(snippet?.position).toEqual((change.edits[0] as { range: { start: unknown } }).range.start);
    expect(snippet).toMatchObject({ isNewFile: false, version: 1, position: { character: 0 } });
    expect(snippet?.text).toContain(`  > ${WORDS}\n  warrant(by = \${1|OpenAI,Amazon|}, period = \${2:duration}`);
  });

  const chosen = async (client: Client, path: string, text: string): Promise<CodeAction> => {
    const [first]: CodeAction[] = await client.request('textDocument/codeAction', {
      ...of(client, path),
      range: rangeOf(text, WORDS),
      context: { diagnostics: [], triggerKind: 1 },
    });
    return first;
  };

  test('is a code action with places to fill in, where the client takes such edits', async () => {
    const { workspace } = FULL_CLIENT;
    const workspaceEdit = { ...workspace?.workspaceEdit, snippetEditSupport: true };
    const text = `# Other\n\n${WORDS}\n`;
    const client = await opened(
      { ...BOTH, 'texts/other.md': text },
      { capabilities: { ...FULL_CLIENT, workspace: { ...workspace, workspaceEdit } } },
    );
    openContract(client, client.uri('texts/other.md'), text);
    const known = await chosen(client, 'texts/amazon.txt', AMAZON_TEXT);
    expect(known.edit?.documentChanges).toMatchObject([
      { edits: [{ snippet: { kind: 'snippet', value: expect.stringContaining('termination_right($0)') } }] },
    ]);
    const created = await chosen(client, 'texts/other.md', text);
    expect(created.edit?.documentChanges).toMatchObject([
      { kind: 'create' },
      {
        edits: [{ snippet: { kind: 'snippet', value: expect.stringMatching(/^deal other \(by = \$\{1\|promisor,/) } }],
      },
    ]);
  });

  test('is a code action that runs the command of a client that has one', async () => {
    const commands = { initialize: { initializationOptions: { commands: ['deal.annotateSelection'] } } };
    const action = await chosen(await opened(BOTH, commands), 'texts/amazon.txt', AMAZON_TEXT);
    expect(action.edit).toBeUndefined();
    expect(action.command).toMatchObject({ command: 'deal.annotateSelection', arguments: ['termination_right'] });
  });

  test('is offered as a code action, for a selection and for nothing else', async () => {
    const client = await opened();
    const actions = (where: object): Promise<CodeAction[]> =>
      client.request('textDocument/codeAction', {
        ...of(client, 'texts/amazon.txt'),
        range: where,
        context: { diagnostics: [] },
      });
    const [first, ...others] = await actions(range);
    expect(first).toMatchObject({ title: 'Annotate this passage as termination right', kind: 'refactor' });
    expect(first.edit).toBeDefined();
    expect(others).toHaveLength(2);
    expect(await actions({ start: range.start, end: range.start })).toEqual([]);
  });

  test('of a contract without a deal gets a new one, where somebody asks for it', async () => {
    const client = await opened({ ...BOTH, 'texts/other.md': `# Other\n\n${WORDS}\n` });
    const text = `# Other\n\n${WORDS}\n`;
    openContract(client, client.uri('texts/other.md'), text);
    const actions = (triggerKind: number): Promise<CodeAction[] | null> =>
      client.request('textDocument/codeAction', {
        ...of(client, 'texts/other.md'),
        range: rangeOf(text, WORDS),
        context: { diagnostics: [], triggerKind },
      });
    expect(await actions(2)).toBeNull();
    const [action] = (await actions(1)) ?? [];
    const [created, filled] = action.edit?.documentChanges ?? [];
    expect(created).toMatchObject({ kind: 'create', uri: client.uri('other.deal') });
    expect(JSON.stringify(filled)).toContain('source = \\"texts/other.md\\"');
  });

  test('is refused with a reason where nothing can be quoted', async () => {
    const client = await opened();
    const empty = { ...asked(client), range: { start: range.start, end: range.start }, kind: 'license' };
    const result: WrittenDealResult = await client.request('deal/annotate', empty);
    expect('refusal' in result && result.refusal).toMatch(/No words are selected/);
  });
});

describe('a contract that is no text', () => {
  const FILES = {
    ...BOTH,
    'amazon.deal': WITH_SOURCE.replace('amazon.txt', 'amazon contract#1.docx'),
    'texts/amazon contract#1.docx': docx(
      ['ARTICLE I. Services', 'Amazon hosts the runtime.']
        .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
        .join(''),
    ),
  };
  const options = {
    capabilities: FULL_CLIENT,
    initialize: { initializationOptions: { contractTexts: true } },
  };
  const view = (client: Client): string => contractTextUri(client.uri('texts/amazon contract#1.docx'));

  test('has a text that a client can show, with its sections', async () => {
    const client = await opened(FILES, options);
    const uri = client.uri('texts/amazon contract#1.docx');
    const result: SourceTextResult = await client.request('deal/sourceText', { uri });
    if ('unreadable' in result) throw new Error(result.unreadable);
    expect(result.text).toContain('Amazon hosts the runtime.');
    expect(result.sections.map(({ name }) => name)).toContain('ARTICLE I');
  });

  test('is annotated, explained and reported on in its text as others are', async () => {
    const client = await opened(FILES, options);
    const uri = client.uri('texts/amazon contract#1.docx');
    const { text } = (await client.request('deal/sourceText', { uri })) as { text: string };
    openContract(client, view(client), text, 'plaintext');
    const position = positionOf(text, 'hosts| the');
    const textDocument = { uri: view(client) };
    const hover = await client.request('textDocument/hover', { textDocument, position });
    expect(textIn(text, hover.range)).toBe('Amazon hosts the runtime.');
    const [problem] = await client.pull(view(client));
    expect([problem.code, textIn(text, problem.range)]).toEqual(['exclusive-overlap', 'Amazon hosts the runtime.']);
    const other = await client.pull(CONTRACT);
    expect(other[0].relatedInformation?.[0].location.uri).toBe(view(client));
    const result: WrittenDealResult = await client.request('deal/annotate', {
      uri: view(client),
      range: rangeOf(text, 'Amazon hosts the runtime.'),
      kind: 'host',
    });
    expect('uri' in result && result.uri).toBe(client.uri('amazon.deal'));
  });

  test('keeps its pages, each above its first line', async () => {
    const bytes = readFileSync(new URL('../evidence/files/supply.pdf', import.meta.url));
    const files = {
      ...BOTH,
      'amazon.deal': WITH_SOURCE.replace('amazon.txt', 'supply.pdf'),
      'texts/supply.pdf': bytes,
    };
    const client = await opened(files, options);
    const uri = client.uri('texts/supply.pdf');
    const result: SourceTextResult = await client.request('deal/sourceText', { uri });
    if ('unreadable' in result) throw new Error(result.unreadable);
    expect(result.pages.length).toBeGreaterThan(0);
    openContract(client, contractTextUri(uri), result.text, 'plaintext');
    const textDocument = { uri: contractTextUri(uri) };
    const lenses: CodeLens[] = await client.request('textDocument/codeLens', { textDocument });
    expect(lenses.map(({ command, range }) => ({ title: command?.title, line: range.start.line }))).toEqual(
      result.pages.map(({ page, line }) => ({ title: `page ${page}`, line })),
    );
    const outline = await client.request('textDocument/documentSymbol', { textDocument });
    expect(outline.length).toBeGreaterThan(0);
  });

  test('is linked to as its text only where the client shows it', async () => {
    const target = async (more: object): Promise<string> => {
      const client = await opened(FILES, more);
      const [link] = await client.request('textDocument/documentLink', of(client, 'amazon.deal'));
      return link.target;
    };
    expect(await target(options)).toMatch(new RegExp(`^${CONTRACT_TEXT}:`));
    expect(await target({})).toMatch(/^file:.*\.docx$/);
  });
});

describe('a web page', () => {
  const HTML =
    '<html><head><title>x</title></head><body>\n<h1>Agreement</h1>\n<p>Amazon <b>hosts</b> the&nbsp;runtime.</p></body></html>\n';
  const FILES = {
    ...BOTH,
    'amazon.deal': WITH_SOURCE.replace('amazon.txt', 'amazon.html'),
    'texts/amazon.html': HTML,
  };

  test('has its passages in its markup', async () => {
    const client = await opened(FILES);
    openContract(client, client.uri('texts/amazon.html'), HTML, 'html');
    const [problem] = await client.pull('texts/amazon.html');
    expect(textIn(HTML, problem.range)).toBe('Amazon <b>hosts</b> the&nbsp;runtime.');
    const hover = await client.request('textDocument/hover', {
      ...of(client, 'texts/amazon.html'),
      position: positionOf(HTML, '<b>hos|ts'),
    });
    expect(hover.contents.value).toContain('runtime');
    const result: WrittenDealResult = await client.request('deal/annotate', {
      uri: client.uri('texts/amazon.html'),
      range: rangeOf(HTML, 'Amazon <b>hosts</b> the&nbsp;runtime.'),
      kind: 'host',
    });
    expect(JSON.stringify(result)).toContain('> [§Agreement] Amazon hosts the runtime.');
  });
});

test('a deal from a contract lists its sections as quotes', async () => {
  const client = await opened();
  const result: WrittenDealResult = await client.request('deal/dealFromContract', {
    uri: client.uri('texts/amazon.txt'),
  });
  if ('refusal' in result) throw new Error(result.refusal);
  const [created, filled] = result.edit.documentChanges ?? [];
  expect(created).toMatchObject({ kind: 'create', uri: client.uri('amazon-2.deal') });
  expect(JSON.stringify(filled)).toContain('// > Either party may terminate');
  expect(result.uri).toBe(client.uri('amazon-2.deal'));
});

test.each(['file:///a/b.docx', 'file:///c%3A/a%20b/%231.pdf', 'vscode-vfs://github/o/r/x%3F.docx'])(
  'the URI of a text leads back to %s',
  (uri) => {
    expect(contractTextUri(uri)).toMatch(/^deal-source:\/.*\.txt\?/);
    expect(contractFileUri(contractTextUri(uri))).toBe(uri);
    expect(contractFileUri(uri)).toBeUndefined();
  },
);

test('a contract that changes while its text is asked for is read to its end, and what is reported then is told', async () => {
  const withNote = (note: string): Uint8Array => pdf([lines(['§2.1', '', PASSAGE, note], 72, 700, 24)]);
  const folder = disputeFolder({
    'azure.deal': AZURE.replace('azure.md', 'azure.pdf'),
    'texts/azure.pdf': withNote('First.'),
  });
  const client = await startClient({ folder, capabilities: PLAIN_CLIENT });
  const uri = client.uri('texts/azure.pdf');
  const ofDeal = (params: { readonly uri: string }): boolean => params.uri === client.uri('azure.deal');
  const isUnread = ({ diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] }): boolean =>
    diagnostics.some(({ code }) => code === 'source-unavailable');
  for (const note of ['Second.', 'Third.', 'Fourth.']) {
    const before = client.received.length;
    writeFileSync(join(folder, 'texts/azure.pdf'), withNote(note));
    client.changes({ 'texts/azure.pdf': 'changed' });
    // As many as an editor sends that shows the text: some come while others have it read.
    const texts = await Promise.all(Array.from({ length: 5 }, () => client.request('deal/sourceText', { uri })));
    for (const answer of texts)
      expect(answer).toEqual({
        text: expect.stringContaining(note),
        pages: expect.anything(),
        sections: expect.anything(),
      });
    const unread = client.received
      .slice(before)
      .some(({ method, params }) => method === PUBLISH && ofDeal(params) && isUnread(params));
    if (unread) await client.sent(PUBLISH, (params) => ofDeal(params) && !isUnread(params), before);
    expect(isUnread({ diagnostics: (client.pushed('azure.deal') ?? []) as never })).toBe(false);
  }
});
