import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { FULL_CLIENT, PLAIN_CLIENT, PUBLISH, startClient, textIn } from './client.ts';
import { AMAZON, AZURE, disputeFolder } from './portfolios.ts';

const codes = (items: readonly Diagnostic[] | undefined) => (items ?? []).map(({ code }) => code);
/** What no longer collides: the runtime runs on the reserved cloud. */
const PEACEFUL = AMAZON.replace('cloud = Bedrock', 'cloud = Azure');

describe('pulled', () => {
  test('a conflict as a colleague would tell it, with both passages', async () => {
    const client = await startClient({
      folder: disputeFolder(),
      initialize: { initializationOptions: { rulePages: 'file:///pages/' } },
    });
    client.open('amazon.deal');
    const [conflict] = await client.pull('amazon.deal');
    expect(textIn(AMAZON, conflict.range)).toBe('runtime');
    expect(conflict).toMatchObject({
      severity: 1,
      code: 'exclusive-overlap',
      codeDescription: { href: 'file:///pages/exclusive-overlap.md' },
      source: 'deal',
      data: { fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(conflict.message).toContain('`runtime` lets Amazon do what `azure_api` reserves for Azure');
    expect(conflict.message).toContain('when: from 2026-02-27');
    expect(conflict.message).toContain('OpenAI is bound; Microsoft may object');
    const [own, other] = conflict.relatedInformation ?? [];
    expect(own).toMatchObject({ message: '`amazon_openai.runtime`: “Amazon hosts the runtime.”' });
    expect(other).toMatchObject({
      location: { uri: client.uri('azure.deal') },
      message: '`microsoft_openai.azure_api`: [§2.1] “Azure is the exclusive cloud for stateless calls.”',
    });
    expect(textIn(AZURE, other.location.range)).toBe('azure_api');
  });

  test('an edit that is taken back at once has changed nothing', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal');
    const before = await client.pull('amazon.deal');
    client.change('amazon.deal', PEACEFUL);
    client.change('amazon.deal', AMAZON);
    expect(codes(before)).toEqual(['exclusive-overlap']);
    expect(await client.pull('amazon.deal')).toEqual(before);
  });

  test('the conflict in one file goes when the other is mended, closed again, deleted', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    client.open('amazon.deal');
    client.open('azure.deal');
    expect(codes(await client.pull('amazon.deal'))).toEqual(['exclusive-overlap']);
    client.change('azure.deal', AZURE.replace('scope = stateless_api', 'scope = stateful_runtime'));
    expect(codes(await client.pull('amazon.deal'))).toEqual([]);
    // What is on the disk counts again.
    client.close('azure.deal');
    expect(codes(await client.pull('amazon.deal'))).toEqual(['exclusive-overlap']);
    rmSync(join(folder, 'azure.deal'));
    client.changes({ 'azure.deal': 'deleted' });
    expect(codes(await client.pull('amazon.deal'))).toEqual([]);
  });

  test('what has not changed is said to be unchanged', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal');
    const pull = (previousResultId?: string) =>
      client.request('textDocument/diagnostic', {
        textDocument: { uri: client.uri('amazon.deal') },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
    const first = await pull();
    expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String) });
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.change('amazon.deal', `\n${AMAZON}`);
    const moved = await pull(first.resultId);
    expect(moved).toMatchObject({ kind: 'full', items: [{ range: { start: { line: 3 } } }] });
    // The same findings at the same places, but the lines are others.
    client.change('amazon.deal', ` ${AMAZON}`);
    expect(await pull(moved.resultId)).toMatchObject({ kind: 'full', items: [{ range: { start: { line: 2 } } }] });
  });

  test('places in a file whose lines have moved are told anew', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal');
    client.open('azure.deal');
    const lineOfOther = async () =>
      (await client.pull('amazon.deal'))[0].relatedInformation?.[1].location.range.start.line;
    expect(await lineOfOther()).toBe(7);
    client.change('azure.deal', AZURE.replace('by = OpenAI,\n', 'by = OpenAI, '));
    expect(await lineOfOther()).toBe(6);
  });

  test('other files that a change concerns come along', async () => {
    const harmless = AZURE.replace('scope = stateless_api', 'scope = stateful_runtime');
    const client = await startClient({ folder: disputeFolder({ 'azure.deal': harmless }) });
    const related = async () => {
      const params = { textDocument: { uri: client.uri('azure.deal') } };
      return (await client.request('textDocument/diagnostic', params)).relatedDocuments;
    };
    client.open('azure.deal');
    expect(await related()).toBeUndefined();
    client.change('azure.deal', AZURE);
    expect(await related()).toMatchObject({ [client.uri('amazon.deal')]: { kind: 'full', items: [{ severity: 1 }] } });
    expect(await related()).toBeUndefined();
    client.change('azure.deal', harmless);
    expect(await related()).toMatchObject({ [client.uri('amazon.deal')]: { kind: 'full', items: [] } });
  });

  test('other open documents are asked for again, once', async () => {
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal');
    client.open('azure.deal');
    await client.pull('amazon.deal');
    await client.pull('azure.deal');
    client.change('azure.deal', AZURE.replace('scope = stateless_api', 'scope = stateful_runtime'));
    await client.sent('workspace/diagnostic/refresh');
    for (const view of ['codeLens', 'inlayHint', 'semanticTokens']) await client.sent(`workspace/${view}/refresh`);
    expect(await client.pull('amazon.deal')).toEqual([]);
    const { length } = client.received;
    client.change(
      'azure.deal',
      `// nothing else\n${AZURE.replace('scope = stateless_api', 'scope = stateful_runtime')}`,
    );
    await client.pull('azure.deal');
    await client.request('workspace/symbol', { query: '' });
    expect(client.received.slice(length).map(({ method }) => method)).not.toContain('workspace/diagnostic/refresh');
  });

  test('a clause without effect is shown faded', async () => {
    const text = `${AMAZON}deal late (by = OpenAI, to = Amazon, from = 2027, until = 2026) {\n  host(scope = stateful_runtime, cloud = Azure)\n}\n`;
    const client = await startClient({ folder: disputeFolder() });
    client.open('amazon.deal', text);
    const dead = (await client.pull('amazon.deal')).find(({ code }) => code === 'dead-clause');
    expect(dead).toMatchObject({ tags: [1] });
  });

  test('more problems than the most that are shown: it says so', async () => {
    const clauses = '  host(cloud = Nowhere)\n'.repeat(30);
    const folder = disputeFolder({ 'amazon.deal': `deal many (by = OpenAI, to = Amazon) {\n${clauses}}\n` });
    const client = await startClient({ folder, settings: { maxProblems: 4 } });
    client.open('amazon.deal');
    await client.sent('workspace/configuration');
    await client.settled();
    const items = await client.pull('amazon.deal');
    expect(items).toHaveLength(5);
    expect(items[4]).toMatchObject({
      severity: 3,
      message: expect.stringMatching(/^\d+ more problems of this file are not shown: `deal.maxProblems` is 4$/),
    });
  });
});

describe('of the whole workspace', () => {
  const ask = (
    client: Awaited<ReturnType<typeof startClient>>,
    previous: readonly { uri: string; value: string }[] = [],
  ) => client.request('workspace/diagnostic', { previousResultIds: previous }) as Promise<WorkspaceDiagnosticReport>;

  test('closed files too; then held until something has changed', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    const { items } = await ask(client);
    expect(items).toMatchObject([{ kind: 'full', uri: client.uri('amazon.deal'), version: null }]);
    const known = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const held = ask(client, known);
    writeFileSync(join(folder, 'amazon.deal'), PEACEFUL);
    client.changes({ 'amazon.deal': 'changed' });
    expect((await held).items).toMatchObject([{ kind: 'full', uri: client.uri('amazon.deal'), items: [] }]);
  });

  test('file by file to a client that takes parts, without an end', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    void client
      .request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'parts' })
      .catch(() => undefined);
    const part = (fits: (items: readonly Diagnostic[]) => boolean) =>
      client.sent('$/progress', ({ token, value }) => token === 'parts' && fits(value.items[0].items));
    expect((await part((items) => items.length === 1)).value.items[0].uri).toBe(client.uri('amazon.deal'));
    client.open('amazon.deal', PEACEFUL);
    await part((items) => items.length === 0);
    rmSync(join(folder, 'terms.deal'));
    client.changes({ 'terms.deal': 'deleted' });
    await part((items) => codes(items).includes('unknown-name'));
  });

  test('a file that is gone is told to be without problems', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    const { items } = await ask(client);
    rmSync(join(folder, 'amazon.deal'));
    client.changes({ 'amazon.deal': 'deleted' });
    await client.request('workspace/symbol', { query: '' });
    const after = await ask(
      client,
      items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
    );
    expect(after.items).toMatchObject([{ uri: client.uri('amazon.deal'), kind: 'full', items: [] }]);
  });

  test('what is held ends when the server is shut down', async () => {
    const client = await startClient({ folder: disputeFolder() });
    const { items } = await ask(client);
    const held = ask(
      client,
      items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
    );
    const code = client.stop();
    expect(await held).toEqual({ items: [] });
    expect(await code).toBe(0);
  });
});

describe('pushed', () => {
  test('of closed and open files, and taken back when they are deleted', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder, capabilities: PLAIN_CLIENT });
    const of = (path: string, fits: (items: readonly Diagnostic[]) => boolean, from = 0) =>
      client.sent(PUBLISH, ({ uri, diagnostics }) => uri === client.uri(path) && fits(diagnostics), from);
    await of('amazon.deal', (items) => items.length === 1);
    client.open('amazon.deal', PEACEFUL);
    await of('amazon.deal', (items) => items.length === 0);
    const { length } = client.received;
    client.close('amazon.deal');
    await of('amazon.deal', (items) => items.length === 1, length);
    rmSync(join(folder, 'amazon.deal'));
    client.changes({ 'amazon.deal': 'deleted' });
    await of('amazon.deal', (items) => items.length === 0, length + 1);
  });

  test('a burst of edits is answered once, for the last', async () => {
    const client = await startClient({ folder: disputeFolder(), capabilities: PLAIN_CLIENT });
    await client.sent(PUBLISH);
    const { length } = client.received;
    client.open('azure.deal');
    for (let count = 0; count < 200; count++) client.change('azure.deal', `${'\n'.repeat(count)}party`);
    await client.sent(
      PUBLISH,
      ({ uri, diagnostics }) => uri === client.uri('azure.deal') && diagnostics[0]?.range.start.line >= 199,
    );
    const told = client.received.slice(length).filter(({ params }) => params?.uri === client.uri('azure.deal'));
    expect(told.length).toBeLessThan(20);
  });

  test('with the version where the client reads it', async () => {
    const capabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };
    const client = await startClient({ folder: disputeFolder(), capabilities });
    client.open('amazon.deal', 'party');
    expect(await client.sent(PUBLISH, ({ version }) => version !== undefined)).toMatchObject({ version: 1 });
  });

  test('a client that shows no other places reads of them in the message', async () => {
    const client = await startClient({ folder: disputeFolder(), capabilities: {} });
    const { diagnostics } = await client.sent(PUBLISH, ({ uri }) => uri === client.uri('amazon.deal'));
    expect(diagnostics[0]).not.toHaveProperty('relatedInformation');
    expect(diagnostics[0].message).toContain('“Azure is the exclusive cloud for stateless calls.”');
  });
});

test('a client without related documents is spared them', async () => {
  const capabilities = { ...FULL_CLIENT, textDocument: { ...FULL_CLIENT.textDocument, diagnostic: {} } };
  const client = await startClient({ folder: disputeFolder(), capabilities });
  client.open('azure.deal');
  await client.pull('azure.deal');
  client.change('azure.deal', AZURE.replace('scope = stateless_api', 'scope = stateful_runtime'));
  const report = await client.request('textDocument/diagnostic', { textDocument: { uri: client.uri('azure.deal') } });
  expect(report).not.toHaveProperty('relatedDocuments');
});
