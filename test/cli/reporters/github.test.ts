import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Finding } from '../../../server/src/rules/finding.ts';
import { contentEngine, deal, finding, folderWith, resultOf } from '../helpers/deal.ts';
import { dispute, files } from '../helpers/dispute.ts';
import { realEngine } from '../helpers/engine.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const FORMAT = ['check', '--format', 'github'];

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A line as the runner of GitHub Actions reads it: undefined where it is none of its commands. */
function commandIn(line: string): Command | undefined {
  if (line.includes('##[')) throw new Error(`the runner takes this for a command of the older form: ${line}`);
  const match = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line);
  if (match === null) return undefined;
  const read = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const readProperty = (text: string): string => read(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const pairs = (match[2] ?? '').split(',').map((pair) => {
    const sign = pair.indexOf('=');
    return [pair.slice(0, sign), pair.slice(sign + 1)] as const;
  });
  return {
    name: match[1],
    properties: Object.fromEntries(pairs.map(([name, value]) => [name, readProperty(value)])),
    message: read(match[3]),
  };
}

async function github(found: readonly Finding[], texts: Readonly<Record<string, string>> = files) {
  const engine = { ...contentEngine, check: () => resultOf(...found) };
  const outcome = await deal(folderWith(texts), FORMAT, { engine });
  const lines = outcome.results.split('\n');
  return { ...outcome, lines, commands: lines.map(commandIn).filter((command) => command !== undefined) };
}

test('a finding is a command at its place, with all that there is to say', async () => {
  const { commands, messages, code } = await github([dispute]);
  expect(commands).toEqual([
    {
      name: 'error',
      properties: {
        file: 'amazon-openai-2026.deal',
        line: '4',
        endLine: '4',
        col: '3',
        endColumn: '10',
        title: 'exclusive-overlap: disputed',
      },
      message: [
        '`runtime` hosts on Bedrock what `azure_api` reserves for Azure.',
        'Disputed: a conflict as microsoft reads it, a near miss as written, none as amazon reads it.',
        'When: from 2026-02-27 until AGI.',
        'Example: 2026-02-27, OpenAI lets Amazon host stateful_runtime on Bedrock.',
        'OpenAI is bound; Microsoft may object, or consent.',
        'Assumes: `runtime` names no territory.',
        'amazon_openai_2026.runtime, amazon-openai-2026.deal:4',
        'microsoft_openai_2025.azure_api, microsoft-openai-2025.deal:6: "Azure is the exclusive cloud for stateless calls to the OpenAI API until AGI is declared."',
        'More: `deal explain exclusive-overlap`.',
      ].join('\n'),
    },
  ]);
  expect([code, messages]).toEqual([1, '']);
});

test('severities are errors, warnings and notices', async () => {
  const severities = ['error', 'warning', 'information', 'hint'] as const;
  const { commands } = await github(severities.map((severity) => ({ ...finding, severity })));
  expect(commands.map(({ name }) => name)).toEqual(['error', 'warning', 'notice', 'notice']);
});

test('columns are left out where a finding spans lines, which is all that GitHub takes then', async () => {
  const { commands } = await github([{ ...finding, span: { start: 0, end: 9 } }], { 'a.deal': 'party A\nparty B\n' });
  expect(commands[0].properties).toMatchObject({ line: '1', endLine: '2' });
  expect(commands[0].properties).not.toHaveProperty('col');
});

test('no words of a portfolio become a command, or another file', async () => {
  const name = 'a,line=9::x%0A%.deal';
  const { commands, lines } = await github(
    [{ ...finding, file: name, message: '100%0A\n::set-env name=X::y\r\n##[add-mask]z' }],
    { [name]: 'party A\n' },
  );
  expect(commands).toHaveLength(1);
  expect(commands[0].properties).toMatchObject({ file: name, line: '1' });
  expect(commands[0].message).toMatch(/^100%0A ::set-env name=X::y ## \[add-mask\]z\.\n/);
  expect(lines.filter((line) => line.includes('set-env'))).toHaveLength(1);
});

test('the log ends with the summary: what was not checked as well', async () => {
  const { results } = await deal(repository, [...FORMAT, 'examples/film', '--as-of', '2026-03-18'], {
    engine: realEngine,
  });
  const lines = results.split('\n');
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(1);
  expect(lines[0]).toContain('file=examples/film/streaming.deal,line=45,');
  expect(results).toContain('\nfound 1 error, 4 warnings, 1 information');
  expect(results).toContain('\nnot checked: clauses without a quote: 1: `sequel_in_china.cinemas`');
});
