import { describe, expect, test } from 'vitest';
import { deal, folderWith } from './helpers/deal.ts';

const oneFile = { 'a.deal': 'party A\n' };

describe('wrong use ends with exit code 2 and says what to write', () => {
  test.each([
    [['chek'], '`chek` is not a command; did you mean `check`?'],
    [['frobnicate'], '`frobnicate` is not a command; the commands are check, ask, explain, format, init'],
    [['a.deal'], '`a.deal` is not a command; to check it, write `deal check a.deal`'],
    [['--format', 'json'], 'options come after the command, as in `deal check --format`'],
    [['check', '--fromat', 'json'], '`--fromat` is not an option; did you mean `--format`?'],
    [['check', '-x'], '`-x` is not an option; the options are --format, '],
    [['check', '--format'], '--format needs a value; write `--format text`'],
    [['check', '--format='], '--format needs a value; write `--format text`'],
    [
      ['check', '--format', 'jsn'],
      '--format jsn: write one of `text`, `json`, `sarif`, `github`, `gitlab`, `junit`; did you mean `json`?',
    ],
    [['ask', 'host()', '--format', 'sarif'], '--format sarif: write one of `text`, `json`'],
    [['check', '--format', 'json', '--format', 'text'], '--format is written twice; keep one'],
    [['check', '--fail-on', 'none'], '--fail-on none: write one of `error`, `warning`, `information`, `never`'],
    [['check', '--as-of', '--format', 'json'], '--as-of needs a value; write `--as-of 2026-04-30`'],
    [['check', '--as-of', '2026-02-30'], '--as-of 2026-02-30: write a day of the calendar, as in `--as-of 2026-04-30`'],
    [['check', '--as-of', '2026'], '--as-of 2026: write a day of the calendar'],
    [['check', '--assume', 'AGI'], '--assume AGI: write an event and its day, as in `--assume AGI=2030-01-01`'],
    [['check', '--assume', 'AGI=soon'], '--assume AGI=soon: write an event and its day'],
    [['check', '--assume', '=2030-01-01'], '--assume =2030-01-01: write an event and its day'],
    [['check', '--color=yes'], '--color takes no value; write `--color` alone'],
    [['ask'], 'ask needs a clause between quotation marks'],
    [['explain', 'exclusive-overlapp'], 'there is no rule `exclusive-overlapp`; did you mean `exclusive-overlap`?'],
    [['explain', 'a', 'b'], 'explain takes one rule at a time'],
    [['init', 'a', 'b'], 'init takes one folder'],
  ])('%j', async (words, message) => {
    const { code, results, messages } = await deal(folderWith(oneFile), words);
    expect(messages).toContain(`deal: ${message}`);
    expect(results).toBe('');
    expect(code).toBe(2);
  });

  test('every mistake is told at once', async () => {
    const { messages } = await deal(folderWith(oneFile), [
      'check',
      '--fromat',
      'json',
      '--as-of',
      'today',
      '--reading',
    ]);
    expect(messages.trimEnd().split('\n')).toHaveLength(4);
    expect(messages).toMatch(/--fromat[\s\S]*--as-of today[\s\S]*--reading needs a value[\s\S]*deal check --help/);
  });
});

test('without a command: the help on standard error, exit code 2', async () => {
  const { code, results, messages } = await deal(folderWith({}), []);
  expect(messages).toContain('deal check [paths]');
  expect(results).toBe('');
  expect(code).toBe(2);
});

test.each([[['--help']], [['-h']], [['help']], [['check', '--help']], [['check', '-h', '--fromat']], [['--version']]])(
  '%j is a result',
  async (words) => {
    const { code, results, messages } = await deal(folderWith({}), words);
    expect(results).not.toBe('');
    expect(messages).toBe('');
    expect(code).toBe(0);
  },
);

test('after `--` everything is a path', async () => {
  expect((await deal(folderWith({ '--format/a.deal': '' }), ['check', '--', '--format'])).code).toBe(0);
});

test('an engine that throws: exit code 3, a plain message, the stack only when asked for', async () => {
  const engine = {
    check: () => {
      throw new Error('a region without days');
    },
    ask: () => {
      throw new Error('a region without days');
    },
    format: (text: string) => text,
  };
  const folder = folderWith(oneFile);
  const plain = await deal(folder, ['check'], { engine });
  expect(plain.code).toBe(3);
  expect(plain.messages).toContain('deal: internal error: a region without days\n');
  expect(plain.messages).not.toContain('at Object');
  const debug = await deal(folder, ['ask', 'host()'], { engine, variables: { DEAL_DEBUG: '1' } });
  expect(debug.code).toBe(3);
  expect(debug.messages).toMatch(/\n\s+at /);
});
