import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import { createRandom, type Random } from '../bench/random.ts';
import { startClient, textIn } from './client.ts';
import { AMAZON, AZURE, TERMS } from './portfolios.ts';

// Thousands of edits of all kinds, with every feature asked for in between: at the end the server says what a check from
// scratch says.

const EDITS_A_RUN = 2500;
const AS_OF = '2026-05-01';

const FILES: Readonly<Record<string, string>> = {
  'terms.deal': `${TERMS}reading broad { scope stateful_runtime in stateless_api }\n`,
  'azure.deal': AZURE.replace('  source = "texts/azure.md",\n', ''),
  'amazon.deal': AMAZON,
  'more.deal': `deal more (by = OpenAI, to = Microsoft, from = 2026-01) {
  grant: license(scope = model_service) except (cloud = Bedrock)
  never: prohibit(cloud = Bedrock, until = AGI)
}
expect conflict between amazon_openai.runtime and microsoft_openai.azure_api
`,
};

/** What somebody may type, sensible or not. */
const PIECES = [
  ...Object.values(FILES).flatMap((text) => text.split('\n').map((line) => `${line}\n`)),
  ...[
    '(',
    ')',
    '{',
    '}',
    '"',
    '>',
    '\n',
    '\r\n',
    ',',
    '=',
    '//',
    '/*',
    '*/',
    ':',
    '，',
    '（',
    '🤝',
    '无',
    '\u0000',
    '\uFEFF',
  ],
  ...[
    'scope',
    'Azure',
    'stateless_api',
    'exclusive',
    'until = AGI',
    '2026-13-45',
    '..',
    'except',
    'amends microsoft_openai',
  ],
];

const pick = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)];

/** A text with its lines as the protocol counts them. */
const endOf = (text: string) => {
  const lines = text.split(/\r\n|\r|\n/);
  return { lines, last: { line: lines.length - 1, character: lines[lines.length - 1].length } };
};

function randomChange(random: Random, text: string, original: string): TextDocumentContentChangeEvent {
  if (random.below(25) === 0) return { text: random.below(2) === 0 ? original : pick(random, PIECES) };
  const { lines } = endOf(text);
  const line = random.below(lines.length);
  const start = { line, character: random.below(lines[line].length + 1) };
  const isInsertion = random.below(2) === 0;
  const endLine = isInsertion ? line : Math.min(lines.length - 1, line + random.below(3));
  const character =
    endLine === line
      ? Math.max(start.character, random.below(lines[line].length + 1))
      : random.below(lines[endLine].length + 1);
  const end = isInsertion ? start : { line: endLine, character };
  return { range: { start, end }, text: random.below(3) === 0 ? '' : pick(random, PIECES) };
}

function applied(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const { start, end } = change.range;
  const { last } = endOf(text);
  return (
    textIn(text, { start: { line: 0, character: 0 }, end: start }) +
    change.text +
    textIn(text, { start: end, end: last })
  );
}

const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };
type At = {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
};
const REQUESTS: readonly (readonly [string, (at: At) => object])[] = [
  ['textDocument/diagnostic', (at) => at],
  ['textDocument/hover', (at) => at],
  ['textDocument/completion', (at) => at],
  ['textDocument/signatureHelp', (at) => at],
  ['textDocument/definition', (at) => at],
  ['textDocument/references', (at) => ({ ...at, context: { includeDeclaration: true } })],
  ['textDocument/documentHighlight', (at) => at],
  ['textDocument/prepareRename', (at) => at],
  ['textDocument/rename', (at) => ({ ...at, newName: 'other' })],
  ['textDocument/documentSymbol', (at) => at],
  ['workspace/symbol', () => ({ query: 'a' })],
  ['textDocument/prepareTypeHierarchy', (at) => at],
  ['textDocument/prepareCallHierarchy', (at) => at],
  ['textDocument/codeLens', (at) => at],
  ['textDocument/inlayHint', (at) => ({ ...at, range: whole })],
  ['textDocument/semanticTokens/full', (at) => at],
  ['textDocument/semanticTokens/full/delta', (at) => ({ ...at, previousResultId: '1' })],
  [
    'textDocument/semanticTokens/range',
    (at) => ({ ...at, range: { start: { line: 0, character: 0 }, end: at.position } }),
  ],
  ['textDocument/foldingRange', (at) => at],
  ['textDocument/selectionRange', (at) => ({ ...at, positions: [at.position] })],
  ['textDocument/formatting', (at) => ({ ...at, options })],
  ['textDocument/rangeFormatting', (at) => ({ ...at, range: { start: at.position, end: at.position }, options })],
  ['textDocument/onTypeFormatting', (at) => ({ ...at, ch: '}', options })],
  ['textDocument/documentLink', (at) => at],
  [
    'textDocument/codeAction',
    (at) => ({ ...at, range: { start: at.position, end: at.position }, context: { diagnostics: [] } }),
  ],
];

/** Refusals that the user is meant to read. */
const REFUSED = -32803;

describe.each([1, 2, 3, 4])('random edits, run %i', (seed) => {
  test(`${EDITS_A_RUN} edits, every feature in between: at the end as if checked from scratch`, async () => {
    const random = createRandom(seed);
    const folder = mkdtempSync(join(tmpdir(), 'deal-edits-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const disk = new Map(Object.entries(FILES));
    for (const [path, text] of disk) writeFileSync(join(folder, path), text);
    writeFileSync(join(folder, 'deal.config.json'), JSON.stringify({ asOf: AS_OF }));
    const client = await startClient({ folder });
    const open = new Map<string, string>();
    const asked: Promise<unknown>[] = [];
    const names = Object.keys(FILES);
    let version = 1;
    const edit = (path: string): void => {
      const text = open.get(path);
      if (text === undefined) {
        open.set(path, disk.get(path) ?? '');
        client.open(path, open.get(path));
      } else if (random.below(60) === 0) {
        client.close(path);
        open.delete(path);
      } else {
        const change = randomChange(random, text, FILES[path]);
        open.set(path, applied(text, change));
        client.notify('textDocument/didChange', {
          textDocument: { uri: client.uri(path), version: ++version },
          contentChanges: [change],
        });
      }
    };
    const ask = (path: string): void => {
      const { lines } = endOf(open.get(path) ?? disk.get(path) ?? '');
      const line = random.below(lines.length);
      const position = { line, character: random.below(lines[line].length + 1) };
      const [method, params] = pick(random, REQUESTS);
      const at = { textDocument: { uri: client.uri(path) }, position };
      asked.push(
        client.request(method, params(at)).catch((error: { code: number; message: string }) => {
          if (error.code !== REFUSED)
            throw new Error(`${method} ${JSON.stringify(position)} in\n${open.get(path)}\n${error.message}`);
        }),
      );
    };
    for (let count = 0; count < EDITS_A_RUN; count++) {
      const path = pick(random, names);
      edit(path);
      ask(pick(random, names));
      // What has been typed is answered now and then, as by an editor.
      if (count % 50 === 0) await Promise.all(asked.splice(0));
    }
    await Promise.all(asked);
    const texts = names.map((path) => ({ path, text: open.get(path) ?? disk.get(path) ?? '' }));
    const { findings } = checkPortfolio(texts, {
      asOf: AS_OF,
      readSource: () => ({ unavailable: 'there is no such file' }),
    });
    for (const { path, text } of texts) {
      const told = (await client.pull(path)).map(({ code, range, data }: Diagnostic) => [
        code,
        textIn(text, range),
        data.fingerprint,
      ]);
      const expected = findings
        .filter(({ file }) => file === path)
        .map(({ rule, span, fingerprint }) => [rule, text.slice(span.start, span.end), fingerprint]);
      expect([path, told]).toEqual([path, expected]);
    }
    expect(client.received.filter(({ method, params }) => method === 'window/logMessage' && params.type === 1)).toEqual(
      [],
    );
    expect(await client.stop()).toBe(0);
  });
});
