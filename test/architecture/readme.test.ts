/** The picture in the README is what the command prints. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { askPortfolio } from '../../server/src/portfolio/ask.ts';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import { format } from '../../server/src/syntax/format.ts';
import { deal } from '../cli/helpers/deal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const engine = { check: checkPortfolio, ask: askPortfolio, format };
const readme = readFileSync(`${root}README.md`, 'utf8');

it('the picture is what the command above it prints', async () => {
  const found = /`deal (check [^`]+)`:\n\n```\n([\s\S]*?)```/.exec(readme);
  const [, command, picture] = found!;
  expect((await deal(root, command.split(' '), { engine })).results).toBe(picture);
});

it('every command of the README is one that the command line takes', async () => {
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block);
  const lines = blocks.flatMap((block) => [...block.matchAll(/^deal (.*)$/gm)].map(([, words]) => words));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
    expect(await deal(root, words, { engine }), line).toMatchObject({ code: 0, messages: '' });
  }
});
