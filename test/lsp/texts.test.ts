import { describe, expect, test } from 'vitest';
import { PLAIN_CLIENT, PUBLISH, positionOf, startClient, textIn } from './client.ts';
import { AMAZON, disputeFolder, TERMS } from './portfolios.ts';

describe('columns count UTF-16 units', () => {
  const WIDE = `deal 合同_二〇二六 "🤝 约定" (by = OpenAI, to = Amazon, from = 2026-02-27) {
  // 🤝🤝
  /* 𠮷野家 */ 运行时: host(scope = stateless_api, cloud = Bedrock)
}
`;

  test('diagnostics, hovers and renames among emoji and Chinese', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal', WIDE);
    const [conflict] = await client.pull('amazon.deal');
    expect(textIn(WIDE, conflict.range)).toBe('运行时');
    const params = { textDocument: { uri: client.uri('amazon.deal') }, position: positionOf(WIDE, 'Bed|rock') };
    expect(textIn(WIDE, (await client.request('textDocument/hover', params)).range)).toBe('Bedrock');
    const label = { ...params, position: positionOf(WIDE, '运行|时') };
    const { documentChanges } = await client.request('textDocument/rename', { ...label, newName: '托管' });
    expect(documentChanges).toMatchObject([{ edits: [{ newText: '托管', range: conflict.range }] }]);
  });

  test('edits in the middle of lines of them', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal', WIDE);
    const start = positionOf(WIDE, '运行时: |host');
    client.notify('textDocument/didChange', {
      textDocument: { uri: client.uri('amazon.deal'), version: 2 },
      contentChanges: [
        { range: { start, end: start }, text: '/* 🤝 */ ' },
        { range: { start: positionOf(WIDE, '  // 🤝|🤝'), end: positionOf(WIDE, '  // 🤝🤝|') }, text: '\n  // 二' },
      ],
    });
    const edited = WIDE.replace('运行时: ', '运行时: /* 🤝 */ ').replace('🤝🤝', '🤝\n  // 二');
    const [conflict] = await client.pull('amazon.deal');
    expect(textIn(edited, conflict.range)).toBe('运行时');
    expect(conflict.range.start.line).toBe(3);
  });
});

describe('line ends', () => {
  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s, open and closed', async (_, lineEnd) => {
    const text = AMAZON.replaceAll('\n', lineEnd);
    const client = await startClient({ folder: disputeFolder({ 'amazon.deal': text }) });
    const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
    const closed = items.find(({ uri }: { uri: string }) => uri === client.uri('amazon.deal')).items;
    client.open('amazon.deal', text);
    const opened = await client.pull('amazon.deal');
    expect(opened).toEqual(closed);
    expect(opened[0].range).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 9 } });
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
    client.notify('textDocument/didChange', {
      textDocument: { uri: client.uri('amazon.deal'), version: 2 },
      contentChanges: [{ range, text: `  // one more${lineEnd}` }],
    });
    expect((await client.pull('amazon.deal'))[0].range.start.line).toBe(3);
  });

  test('a line end that is taken apart and put together again', async () => {
    const text = AMAZON.replaceAll('\n', '\r\n');
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal', text);
    const change = (range: object, newText: string, version: number) =>
      client.notify('textDocument/didChange', {
        textDocument: { uri: client.uri('amazon.deal'), version },
        contentChanges: [{ range, text: newText }],
      });
    const { character } = positionOf(text, '{\r', 0);
    change({ start: { line: 0, character: character + 1 }, end: { line: 1, character: 0 } }, ' ', 2);
    expect(await client.pull('amazon.deal')).not.toEqual([]);
    change({ start: { line: 0, character: character + 1 }, end: { line: 0, character: character + 2 } }, '\r\n', 3);
    expect((await client.pull('amazon.deal'))[0].range.start).toEqual({ line: 2, character: 2 });
  });
});

test('a byte order mark is no character of the first line', async () => {
  const text = `\uFEFFparty A, A\n`;
  const client = await startClient({ folder: disputeFolder({ 'more.deal': text }) });
  const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
  const closed = items.find(({ uri }: { uri: string }) => uri === client.uri('more.deal')).items;
  expect(closed).toMatchObject([{ code: 'duplicate-name', range: { start: { line: 0, character: 9 } } }]);
  // Editors leave it out of what they send.
  client.open('more.deal', text.slice(1));
  expect(await client.pull('more.deal')).toEqual(closed);
});

describe('URIs', () => {
  test('two spellings of a file are one document, and the last one is answered with', async () => {
    const client = await startClient({ capabilities: PLAIN_CLIENT });
    const [upper, lower] = ['file:///C:/work/a%20b.deal', 'file:///c%3A/work/a%20b.deal'];
    client.open(upper, 'party A\n');
    client.notify('textDocument/didChange', {
      textDocument: { uri: lower, version: 2 },
      contentChanges: [{ text: 'party A, A\n' }],
    });
    const { diagnostics } = await client.sent(PUBLISH, ({ uri }) => uri === upper);
    expect(diagnostics).toHaveLength(1);
    const symbols = await client.request('textDocument/documentSymbol', { textDocument: { uri: lower } });
    expect(symbols[0].location.uri).toBe(upper);
    client.notify('textDocument/didClose', { textDocument: { uri: upper } });
    await client.sent(PUBLISH, ({ uri, diagnostics: items }) => uri === upper && items.length === 0);
  });

  test('what was reported under another spelling is taken back', async () => {
    const folder = disputeFolder({ 'a b(1).deal': 'party X, X\n' });
    const client = await startClient({ folder, capabilities: PLAIN_CLIENT });
    const { uri: derived } = await client.sent(PUBLISH, ({ uri }) => uri.includes('(1)') || uri.includes('%281%29'));
    const own = `file://${folder}/a%20b%281%29.deal`;
    const other = derived === own ? `file://${folder}/a%20b(1).deal` : own;
    client.open(other, 'party X, X\n');
    await client.sent(PUBLISH, ({ uri, diagnostics }) => uri === derived && diagnostics.length === 0);
    await client.sent(PUBLISH, ({ uri, diagnostics }) => uri === other && diagnostics.length === 1);
  });

  test('names with blanks, `#`, `%` and characters of every kind', async () => {
    const name = 'a #1 100% 合同 é.deal';
    const folder = disputeFolder({ 'amazon.deal': '', [name]: AMAZON });
    const client = await startClient({ folder });
    client.open('terms.deal', TERMS);
    const params = { textDocument: { uri: client.uri('terms.deal') }, position: positionOf(TERMS, 'Bed|rock') };
    const found = await client.request('textDocument/references', {
      ...params,
      context: { includeDeclaration: false },
    });
    expect(found.map(({ uri }: { uri: string }) => decodeURIComponent(uri))).toEqual([`file://${folder}/${name}`]);
    client.open(found[0].uri, AMAZON);
    expect(await client.pull(found[0].uri)).toHaveLength(1);
  });
});
