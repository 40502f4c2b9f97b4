import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, TextDocumentEdit, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { folderWith } from '../cli/helpers/deal.ts';
import { startClient } from './client.ts';
import { AMAZON, AZURE, AZURE_TEXT, CONFIG, DISPUTE, disputeFolder, TERMS } from './portfolios.ts';

type Client = Awaited<ReturnType<typeof startClient>>;

const codes = (items: readonly Diagnostic[]) => items.map(({ code }) => code);

/** What is reported in every file of the workspace, by path. */
async function everything(client: Client, folder: string): Promise<Record<string, unknown[]>> {
  await client.settled();
  const answer = client.request('workspace/diagnostic', {
    previousResultIds: [{ uri: 'file:///nothing', value: 'x' }],
  });
  const { items } = (await answer) as WorkspaceDiagnosticReport;
  const reported = items.map((item) => [
    decodeURIComponent(item.uri).replace(`file://${folder}/`, ''),
    item.kind === 'full' ? codes(item.items) : [],
  ]);
  return Object.fromEntries(reported.filter(([path]) => path !== 'file:///nothing'));
}

describe('what belongs to which portfolio', () => {
  test('a folder with a configuration of its own is a portfolio of its own', async () => {
    const inner = Object.fromEntries(Object.entries(DISPUTE).map(([path, text]) => [`inner/${path}`, text]));
    const folder = folderWith({ ...DISPUTE, ...inner, 'inner/deal.config.json': '{ "asOf": "2020-01-01" }' });
    const client = await startClient({ folder });
    client.open('amazon.deal');
    client.open('inner/amazon.deal');
    // Nothing is declared twice.
    expect(codes(await client.pull('amazon.deal'))).toEqual(['exclusive-overlap']);
    expect(codes(await client.pull('inner/amazon.deal'))).toEqual(['exclusive-overlap']);
    client.open('inner/azure.deal', '');
    expect(codes(await client.pull('inner/amazon.deal'))).toEqual([]);
    expect(codes(await client.pull('amazon.deal'))).toEqual(['exclusive-overlap']);
    for (const day of ['2026-05-01', '2020-01-01']) await client.sent('deal/status', ({ asOf }) => asOf === day);
  });

  test('several folders, added and removed', async () => {
    const [one, other] = [disputeFolder(), disputeFolder({ 'azure.deal': '' })];
    const client = await startClient({ folder: one });
    client.open(`file://${one}/amazon.deal`, AMAZON);
    client.open(`file://${other}/amazon.deal`, AMAZON);
    expect(codes(await client.pull(`file://${one}/amazon.deal`))).toEqual(['exclusive-overlap']);
    const event = {
      added: [{ uri: `file://${other}`, name: 'other' }],
      removed: [{ uri: `file://${one}`, name: 'one' }],
    };
    client.notify('workspace/didChangeWorkspaceFolders', { event });
    expect(codes(await client.pull(`file://${other}/amazon.deal`))).toEqual([]);
    // Its folder has a configuration: what `deal check FILE` checks is checked.
    expect(codes(await client.pull(`file://${one}/amazon.deal`))).toEqual(['exclusive-overlap']);
  });

  test('a file in no folder is a portfolio of its own; one that was never saved too', async () => {
    const client = await startClient();
    const folder = folderWith({ 'terms.deal': TERMS, 'alone.deal': AMAZON, 'texts/azure.md': AZURE_TEXT });
    const uri = `file://${folder}/alone.deal`;
    client.open(uri, AMAZON);
    expect(codes(await client.pull(uri))).toContain('unknown-name');
    client.change(uri, `${TERMS}${AZURE}${AMAZON}`);
    expect(codes(await client.pull(uri))).toEqual(['exclusive-overlap']);
    client.open('untitled:Untitled-1', 'party A, A\n');
    expect(codes(await client.pull('untitled:Untitled-1'))).toEqual(['duplicate-name']);
    client.close('untitled:Untitled-1');
    expect(await client.pull('untitled:Untitled-1')).toEqual([]);
  });

  test('nothing is reported in a file that the portfolio leaves out, but it can be read', async () => {
    const folder = disputeFolder({
      'deal.config.json': '{ "exclude": ["old"] }',
      'old/amazon.deal': AMAZON,
      'node_modules/amazon.deal': AMAZON,
    });
    const client = await startClient({ folder });
    for (const path of ['old/amazon.deal', 'node_modules/amazon.deal']) {
      client.open(path);
      expect(await client.pull(path)).toEqual([]);
      const symbols = await client.request('textDocument/documentSymbol', { textDocument: { uri: client.uri(path) } });
      expect(symbols).toMatchObject([{ name: 'amazon_openai' }]);
    }
    client.open('amazon.deal');
    expect(codes(await client.pull('amazon.deal'))).toEqual(['exclusive-overlap']);
  });

  test('a new document that is not saved yet belongs to the folder that it lies in', async () => {
    const client = await startClient({ folder: disputeFolder({ 'amazon.deal': '' }) });
    client.open('new/amazon.deal', AMAZON);
    expect(codes(await client.pull('new/amazon.deal'))).toEqual(['exclusive-overlap']);
    client.close('new/amazon.deal');
    expect(await client.pull('new/amazon.deal')).toEqual([]);
  });
});

describe('files change', () => {
  test('what is open in the editor counts, whatever happens on the disk', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    client.open('azure.deal', '');
    client.open('amazon.deal');
    expect(await client.pull('amazon.deal')).toEqual([]);
    writeFileSync(join(folder, 'azure.deal'), `${AZURE}\n`);
    client.changes({ 'azure.deal': 'changed' });
    await client.settled();
    expect(await client.pull('amazon.deal')).toEqual([]);
    rmSync(join(folder, 'azure.deal'));
    client.changes({ 'azure.deal': 'deleted' });
    client.change('azure.deal', AZURE);
    expect(codes(await client.pull('amazon.deal'))).toEqual(['exclusive-overlap']);
    client.close('azure.deal');
    expect(await client.pull('amazon.deal')).toEqual([]);
  });

  test('a branch switch with 500 files is one check', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `deals/${index}.deal`,
        AMAZON.replace('amazon_openai', `deal_${index}`),
      ]),
    );
    const folder = disputeFolder(files);
    const client = await startClient({ folder });
    expect(Object.keys(await everything(client, folder))).toHaveLength(501);
    const { length } = client.received;
    for (const path of Object.keys(files)) writeFileSync(join(folder, path), files[path].replace('Bedrock', 'Azure'));
    client.changes(Object.fromEntries(Object.keys(files).map((path) => [path, 'changed' as const])));
    await client.sent('deal/status', ({ verdicts }) => verdicts.conflict === 1, length);
    // Between 501 conflicts and one nothing was told: it was checked once.
    const told = client.received.slice(length).filter(({ method }) => method === 'deal/status');
    expect(new Set(told.map(({ params }) => params.verdicts.conflict))).toEqual(
      new Set([501, 1].filter((n) => told.some(({ params }) => params.verdicts.conflict === n))),
    );
    expect(Object.keys(await everything(client, folder))).toEqual(['amazon.deal']);
  });

  test('of a large branch switch no file is missed that nobody told of', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`deals/${index}.deal`, '// nothing\n']),
    );
    const folder = disputeFolder({ ...files, 'deals/late.deal': '' });
    const client = await startClient({ folder });
    await everything(client, folder);
    for (const path of Object.keys(files)) rmSync(join(folder, path));
    writeFileSync(join(folder, 'deals/late.deal'), 'party Amazon\n');
    rmSync(join(folder, 'amazon.deal'));
    client.changes(Object.fromEntries(Object.keys(files).map((path) => [path, 'deleted' as const])));
    expect(await everything(client, folder)).toEqual({ 'terms.deal': ['duplicate-name'] });
  });

  test('a folder that goes takes its files with it', async () => {
    const folder = disputeFolder({ 'amazon.deal': '', 'more/deep/amazon.deal': AMAZON });
    const client = await startClient({ folder });
    expect(await everything(client, folder)).toEqual({ 'more/deep/amazon.deal': ['exclusive-overlap'] });
    rmSync(join(folder, 'more'), { recursive: true });
    client.changes({ more: 'deleted' });
    expect(await everything(client, folder)).toEqual({});
  });

  test('files and folders are created, renamed and deleted in the editor', async () => {
    const folder = disputeFolder({ 'amazon.deal': '' });
    const client = await startClient({ folder });
    const files = (...uris: string[]) => ({ files: uris.map((path) => ({ uri: client.uri(path) })) });
    mkdirSync(join(folder, 'made'));
    writeFileSync(join(folder, 'made/amazon.deal'), AMAZON);
    client.notify('workspace/didCreateFiles', files('made'));
    expect(await everything(client, folder)).toEqual({ 'made/amazon.deal': ['exclusive-overlap'] });
    renameSync(join(folder, 'made'), join(folder, 'moved'));
    client.notify('workspace/didRenameFiles', { files: [{ oldUri: client.uri('made'), newUri: client.uri('moved') }] });
    expect(await everything(client, folder)).toEqual({ 'moved/amazon.deal': ['exclusive-overlap'] });
    rmSync(join(folder, 'moved'), { recursive: true });
    client.notify('workspace/didDeleteFiles', files('moved'));
    expect(await everything(client, folder)).toEqual({});
  });

  test('a file that cannot be read is reported, until it can', async () => {
    const folder = disputeFolder({ 'broken.deal': Buffer.from([0x70, 0xff]) });
    const client = await startClient({ folder });
    expect((await everything(client, folder))['broken.deal']).toEqual(['unreadable-file']);
    writeFileSync(join(folder, 'broken.deal'), '');
    client.changes({ 'broken.deal': 'changed' });
    expect((await everything(client, folder))['broken.deal']).toBeUndefined();
    writeFileSync(join(folder, 'broken.deal'), Buffer.from([0xff, 0xfe]));
    client.changes({ 'broken.deal': 'changed' });
    expect((await everything(client, folder))['broken.deal']).toEqual(['unreadable-file']);
  });

  test('a quote is looked for again when its contract changes, on the disk or in the editor', async () => {
    const folder = disputeFolder({ 'amazon.deal': '' });
    const client = await startClient({ folder });
    client.open('azure.deal');
    expect(await client.pull('azure.deal')).toEqual([]);
    writeFileSync(join(folder, 'texts/azure.md'), AZURE_TEXT.replace('exclusive', 'preferred'));
    client.changes({ 'texts/azure.md': 'changed' });
    await client.settled();
    const [missing] = await client.pull('azure.deal');
    expect(missing.code).toBe('quote-not-found');
    expect(missing.relatedInformation?.at(-1)?.location).toMatchObject({
      uri: client.uri('texts/azure.md'),
      range: { start: { line: 4 } },
    });
    client.open('texts/azure.md', AZURE_TEXT);
    expect(await client.pull('azure.deal')).toEqual([]);
    client.close('texts/azure.md');
    expect(codes(await client.pull('azure.deal'))).toEqual(['quote-not-found']);
    rmSync(join(folder, 'texts'), { recursive: true });
    client.changes({ texts: 'deleted' });
    await client.settled();
    expect(codes(await client.pull('azure.deal'))).toEqual(['source-unavailable']);
  });
});

describe('the configuration', () => {
  test('what is wrong with it is reported where it stands; what counted so far goes on counting', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    client.open('deal.config.json', '{ "asOf": "2026-05-01", "rulez": {} }');
    expect(await client.pull('deal.config.json')).toMatchObject([
      {
        message: expect.stringContaining('`rulez` is not a setting'),
        range: { start: { line: 0, character: 24 }, end: { line: 0, character: 31 } },
        source: 'deal',
      },
    ]);
    client.change('deal.config.json', '{ "rules": { "exclusive-overlap": "hint" } }');
    expect(await client.pull('deal.config.json')).toEqual([]);
    expect(await client.pull('amazon.deal')).toMatchObject([{ severity: 4 }]);
    client.change('deal.config.json', '{ "rules": { "exclusive-overlap": "hint" ');
    expect(await client.pull('deal.config.json')).not.toEqual([]);
    expect(await client.pull('amazon.deal')).toMatchObject([{ severity: 4 }]);
    client.close('deal.config.json');
    expect(await client.pull('amazon.deal')).toMatchObject([{ severity: 1 }]);
  });

  test('an event that nobody declares, until somebody does', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('deal.config.json', '{ "assume": { "AGJ": "2030-01-01" } }');
    expect(await client.pull('deal.config.json')).toMatchObject([
      { message: expect.stringContaining('declares no event `AGJ`'), range: { start: { character: 14 } } },
    ]);
    client.open('terms.deal', `${TERMS}event AGJ\n`);
    expect(await client.pull('deal.config.json')).toEqual([]);
  });

  test('a day that the terms rule out, until they do not', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('deal.config.json', '{ "assume": { "AGJ": "2030-01-01" } }');
    client.open('terms.deal', `${TERMS}event AGJ after 2030\n`);
    expect(await client.pull('deal.config.json')).toMatchObject([
      { message: expect.stringContaining('stated to come after 2030-12-31'), range: { start: { character: 14 } } },
    ]);
    client.open('terms.deal', `${TERMS}event AGJ after 2029\n`);
    expect(await client.pull('deal.config.json')).toEqual([]);
  });

  test('files are left out, and taken in again', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    expect(await everything(client, folder)).toEqual({ 'amazon.deal': ['exclusive-overlap'] });
    writeFileSync(join(folder, 'deal.config.json'), '{ "exclude": ["amazon.deal"] }');
    client.changes({ 'deal.config.json': 'changed' });
    expect(await everything(client, folder)).toEqual({});
    writeFileSync(join(folder, 'deal.config.json'), CONFIG);
    client.changes({ 'deal.config.json': 'changed' });
    expect(await everything(client, folder)).toEqual({ 'amazon.deal': ['exclusive-overlap'] });
  });

  test('a folder becomes a portfolio of its own, and ceases to be one', async () => {
    const folder = disputeFolder({ 'amazon.deal': '', 'sub/amazon.deal': AMAZON });
    const client = await startClient({ folder });
    expect(await everything(client, folder)).toEqual({ 'sub/amazon.deal': ['exclusive-overlap'] });
    writeFileSync(join(folder, 'sub/deal.config.json'), CONFIG);
    client.changes({ 'sub/deal.config.json': 'created' });
    expect((await everything(client, folder))['sub/amazon.deal']).toContain('unknown-name');
    rmSync(join(folder, 'sub/deal.config.json'));
    client.changes({ 'sub/deal.config.json': 'deleted' });
    expect(await everything(client, folder)).toEqual({ 'sub/amazon.deal': ['exclusive-overlap'] });
  });

  test('a baseline leaves out what it knows', async () => {
    const folder = disputeFolder({ 'deal.config.json': '{ "baseline": "deal.baseline.json" }' });
    const client = await startClient({ folder });
    client.open('amazon.deal');
    const [conflict] = await client.pull('amazon.deal');
    expect(await client.pull('deal.config.json')).toMatchObject([
      { message: expect.stringContaining('there is no baseline') },
    ]);
    const known = {
      fingerprint: conflict.data.fingerprint,
      rule: conflict.code,
      file: 'amazon.deal',
      message: 'known',
    };
    writeFileSync(join(folder, 'deal.baseline.json'), JSON.stringify({ version: 1, findings: [known] }));
    client.changes({ 'deal.baseline.json': 'created' });
    await client.settled();
    expect(await client.pull('amazon.deal')).toEqual([]);
    expect(await client.pull('deal.config.json')).toEqual([]);
  });
});

describe('a contract moves', () => {
  const edits = async (client: Client, from: string, to: string): Promise<TextDocumentEdit[]> => {
    await client.settled();
    const edit = await client.request('workspace/willRenameFiles', {
      files: [{ oldUri: client.uri(from), newUri: client.uri(to) }],
    });
    return edit === null ? [] : edit.documentChanges;
  };

  test.each([
    ['texts/azure.md', 'contracts/2025/azure.md', 'contracts/2025/azure.md'],
    ['texts', 'contracts', 'contracts/azure.md'],
    ['azure.deal', 'deals/azure.deal', '../texts/azure.md'],
  ])('%s to %s: the deal names it still', async (from, to, named) => {
    const client = await startClient({ folder: disputeFolder() });
    expect(await edits(client, from, to)).toMatchObject([
      {
        textDocument: { uri: client.uri('azure.deal') },
        edits: [{ newText: named, range: { start: { line: 4, character: 12 }, end: { line: 4, character: 26 } } }],
      },
    ]);
  });

  test('what moves together, or is no source, needs no edit', async () => {
    const client = await startClient({
      folder: disputeFolder({ 'a/x.deal': AZURE, 'a/texts/azure.md': AZURE_TEXT, 'notes.md': '' }),
    });
    expect(await edits(client, 'a', 'b')).toEqual([]);
    expect(await edits(client, 'notes.md', 'other.md')).toEqual([]);
  });
});

test('watches what a portfolio is made of', async () => {
  const client = await startClient({ folder: disputeFolder() });
  const { registrations } = await client.sent('client/registerCapability');
  const { registerOptions } = registrations.find(
    ({ method }: { method: string }) => method === 'workspace/didChangeWatchedFiles',
  );
  const globs = registerOptions.watchers.map(({ globPattern }: { globPattern: string }) => globPattern);
  expect(globs).toEqual(expect.arrayContaining(['**/*.deal', '**/deal.config.json']));
});
