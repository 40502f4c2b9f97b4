import { describe, expect, test } from 'vitest';
import { FULL_CLIENT, startClient } from './client.ts';
import { AMAZON, disputeFolder, TERMS } from './portfolios.ts';

const READINGS = `${TERMS}
reading broad "Everything is service" { scope stateful_runtime in stateless_api }
`;
const status = (
  client: Awaited<ReturnType<typeof startClient>>,
  fits: (params: Record<string, unknown>) => boolean,
  from = 0,
) => client.sent('deal/status', (params) => params.busy === false && fits(params), from);

describe('settings', () => {
  test.each([
    null,
    undefined,
    7,
    'x',
    [],
    { asOf: 7 },
    { asOf: 'tomorrow', assume: [], reading: {}, maxProblems: -1 },
    { assume: { AGI: 'soon' } },
    { asOf: null, assume: null, reading: null, maxProblems: null },
    { asOf: '', reading: '' },
  ])('%j does not stop it', async (settings) => {
    const client = await startClient({ folder: disputeFolder(), settings });
    await client.settled();
    expect(await client.pull('amazon.deal')).toHaveLength(1);
    const said = client.received.filter(({ method }) => method === 'window/showMessage');
    const isFine =
      settings === null || settings === undefined || JSON.stringify(settings).match(/^{("\w+":(null|""),?)*}$/);
    expect(said).toHaveLength(isFine ? 0 : 1);
  });

  test('what is wrong is said once', async () => {
    const client = await startClient({ folder: disputeFolder(), settings: { asOf: 'soon', maxProblems: 0 } });
    const message = await client.sent('window/showMessage');
    expect(message).toEqual({
      type: 2,
      message:
        '`deal.asOf` is "soon": write a day as in "2026-04-30"\n`deal.maxProblems` is 0: write a whole number above 0',
    });
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await client.settled();
    expect(client.received.filter(({ method }) => method === 'window/showMessage')).toHaveLength(1);
  });

  test('come before the configuration, and may change', async () => {
    const client = await startClient({ folder: disputeFolder(), settings: { asOf: '2030-06-01' } });
    expect(await status(client, ({ asOf }) => asOf === '2030-06-01')).toMatchObject({ asOfFrom: 'setting' });
    expect(await client.pull('amazon.deal')).toMatchObject([{ severity: 3 }]);
    client.settings.value = { assume: { AGI: '2026-01-01' } };
    const { length } = client.received;
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await status(client, ({ asOf }) => asOf === '2026-05-01', length)).toMatchObject({
      asOfFrom: 'configuration',
      assume: { AGI: '2026-01-01' },
    });
    expect(await client.pull('amazon.deal')).toEqual([]);
  });

  test('of a folder come before those of all', async () => {
    const [one, other] = [disputeFolder(), disputeFolder()];
    const uri = (folder: string) => `file://${folder}`;
    const client = await startClient({
      folder: one,
      initialize: { workspaceFolders: [one, other].map((folder) => ({ uri: uri(folder), name: folder })) },
      settings: (scope?: string) => ({ asOf: scope === uri(other) ? '2030-06-01' : '2026-06-01' }),
    });
    await status(client, ({ root, asOf }) => root === uri(one) && asOf === '2026-06-01');
    await status(client, ({ root, asOf }) => root === uri(other) && asOf === '2030-06-01');
    expect(await client.pull(`${uri(one)}/amazon.deal`)).toMatchObject([{ severity: 1 }]);
    expect(await client.pull(`${uri(other)}/amazon.deal`)).toMatchObject([{ severity: 3 }]);
  });

  test('of a client that is not asked for them', async () => {
    const client = await startClient({
      folder: disputeFolder(),
      capabilities: { ...FULL_CLIENT, workspace: {} },
      initialize: { initializationOptions: { settings: { asOf: '2030-06-01' } } },
    });
    await status(client, ({ asOf }) => asOf === '2030-06-01');
    client.notify('workspace/didChangeConfiguration', { settings: { deal: { asOf: '2031-06-01' } } });
    await status(client, ({ asOf }) => asOf === '2031-06-01');
  });

  test('today counts where nobody says otherwise', async () => {
    const client = await startClient({ folder: disputeFolder({ 'deal.config.json': '{}' }) });
    expect(await status(client, () => true)).toMatchObject({
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      asOfFrom: 'today',
    });
  });
});

describe('a scenario', () => {
  test('comes before everything, field by field, until it is taken back', async () => {
    const client = await startClient({ folder: disputeFolder(), settings: { asOf: '2030-06-01' } });
    await status(client, ({ asOf }) => asOf === '2030-06-01');
    const set = (params: object) => client.request('deal/setScenario', params);
    expect(await set({ asOf: '2026-03-01' })).toEqual({
      portfolios: [{ root: client.uri('').replace(/\/$/, ''), asOf: '2026-03-01', asOfFrom: 'scenario', assume: {} }],
    });
    expect(await client.pull('amazon.deal')).toMatchObject([{ severity: 1 }]);
    expect(await set({ assume: { AGI: '2026-01-01' } })).toMatchObject({
      portfolios: [{ asOf: '2026-03-01', assume: { AGI: '2026-01-01' } }],
    });
    expect(await client.pull('amazon.deal')).toEqual([]);
    expect(await set({ asOf: null, assume: null })).toMatchObject({ portfolios: [{ asOf: '2030-06-01', assume: {} }] });
    expect(await client.pull('amazon.deal')).toMatchObject([{ severity: 3 }]);
  });

  test('one reading alone', async () => {
    const text = AMAZON.replace('stateless_api', 'stateful_runtime');
    const terms = READINGS.replace(' distinct from stateless_api', '');
    const client = await startClient({ folder: disputeFolder({ 'terms.deal': terms, 'amazon.deal': text }) });
    client.open('amazon.deal');
    expect((await client.pull('amazon.deal'))[0].message).toContain('disputed');
    await client.request('deal/setScenario', { reading: 'broad' });
    expect((await client.pull('amazon.deal'))[0]).toMatchObject({ severity: 1 });
    expect((await status(client, ({ reading }) => reading === 'broad')).readings).toEqual([
      { name: 'broad', title: 'Everything is service' },
    ]);
  });

  test('a reading or an event that nobody declares is said not to be, and left out', async () => {
    const client = await startClient({ folder: disputeFolder({ 'terms.deal': READINGS }) });
    client.open('amazon.deal');
    await client.pull('amazon.deal');
    await client.request('deal/setScenario', { reading: 'braod', assume: { AGJ: 'never' } });
    const { message } = await client.sent('window/showMessage');
    expect(message).toContain('declares no reading `braod`');
    expect(message).toContain('broad');
    expect(message).toContain('declares no event `AGJ`');
    expect(await client.pull('amazon.deal')).toHaveLength(1);
    // It counts as soon as somebody declares it.
    client.open('terms.deal', READINGS.replace('broad', 'braod'));
    await status(client, ({ reading }) => reading === 'braod');
  });
});

describe('how a portfolio is doing', () => {
  test('is told when it has changed', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    const first = await status(client, () => true);
    expect(first).toMatchObject({
      root: client.uri('').replace(/\/$/, ''),
      name: folder.slice(folder.lastIndexOf('/') + 1),
      files: 3,
      deals: 2,
      clauses: 2,
      verdicts: { conflict: 1, disputed: 0, depends: 0, nearMiss: 0 },
      severities: { error: 1 },
      asOf: '2026-05-01',
      asOfFrom: 'configuration',
      readings: [],
      events: [{ name: 'AGI' }],
    });
    const { length } = client.received;
    client.open('amazon.deal');
    client.change('amazon.deal', '');
    expect(await status(client, ({ clauses }) => clauses === 1)).toMatchObject({ deals: 1, severities: { error: 0 } });
    client.change('amazon.deal', AMAZON);
    await status(client, ({ clauses }) => clauses === 2, length);
  });

  test('not to a client that does not want it', async () => {
    const client = await startClient({
      folder: disputeFolder(),
      initialize: { initializationOptions: { status: false } },
    });
    await client.pull('amazon.deal');
    await client.settled();
    expect(client.received.map(({ method }) => method)).not.toContain('deal/status');
  });

  test('a portfolio that is closed says so', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    const { root } = await status(client, () => true);
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: `file://${folder}`, name: 'x' }] },
    });
    expect(await client.sent('deal/status', ({ closed }) => closed === true)).toMatchObject({ root });
  });

  test('the command checks everything anew', async () => {
    const folder = disputeFolder();
    const client = await startClient({ folder });
    await client.pull('amazon.deal');
    const params = { command: 'deal.checkPortfolio', arguments: [] };
    expect(await client.request('workspace/executeCommand', params)).toMatchObject({
      portfolios: [{ clauses: 2, busy: false }],
    });
    const one = { ...params, arguments: [client.uri('terms.deal')] };
    expect(await client.request('workspace/executeCommand', one)).toMatchObject({
      portfolios: [{ clauses: 2, busy: false }],
    });
  });
});

describe('loading a large portfolio', () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`many/${index}.deal`, `// ${index}\n`]));

  test('shows how far it is; what concerns the text alone is answered meanwhile', async () => {
    const client = await startClient({ folder: disputeFolder(many) });
    client.open('amazon.deal');
    const order: string[] = [];
    const symbols = client
      .request('textDocument/documentSymbol', { textDocument: { uri: client.uri('amazon.deal') } })
      .then((answer) => {
        order.push('symbols');
        return answer;
      });
    const pulled = client.pull('amazon.deal').then((items) => {
      order.push('diagnostics');
      return items;
    });
    expect(await symbols).toMatchObject([{ name: 'amazon_openai' }]);
    expect(await pulled).toHaveLength(1);
    expect(order).toEqual(['symbols', 'diagnostics']);
    await client.sent(
      '$/progress',
      ({ value }) => value.kind === 'begin' && value.cancellable && value.title.startsWith('Deal: '),
    );
    await client.sent('$/progress', ({ value }) => value.kind === 'end');
  });

  test('can be cancelled: nothing is reported that is not certain, and it can be started again', async () => {
    const client = await startClient({ folder: disputeFolder(many) });
    client.open('amazon.deal');
    const { token } = await client.sent('window/workDoneProgress/create');
    client.notify('window/workDoneProgress/cancel', { token });
    const stopped = await client.sent('deal/status', ({ problem }) => problem !== undefined);
    expect(stopped.problem).toContain('cancelled');
    expect(await client.sent('window/showMessage')).toMatchObject({ message: stopped.problem });
    expect(await client.pull('amazon.deal')).toEqual([]);
    await client.request('workspace/executeCommand', { command: 'deal.checkPortfolio' });
    expect(await client.pull('amazon.deal')).toHaveLength(1);
  });
});
