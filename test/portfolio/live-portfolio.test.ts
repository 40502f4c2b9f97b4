/** A portfolio that is edited is compared with a check from scratch, after each of many random changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CheckOptions, checkPortfolio, type PortfolioFile } from '../../server/src/portfolio/check.ts';
import { openLivePortfolio } from '../../server/src/portfolio/live-portfolio.ts';
import { AS_OF, generatePortfolio } from '../bench/generate-portfolio.ts';
import { createRandom, type Random } from '../bench/random.ts';
import { randomChange, randomTermChange } from './random-change.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url).pathname;

function exampleAt(name: string): PortfolioFile[] {
  const root = `${EXAMPLES}${name}/`;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.deal'))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}

/** What a group of clauses, several files, a draft or a silencing is needed for. */
const TIED: PortfolioFile[] = [
  {
    path: 'terms.deal',
    text: 'party A\nparty B\nparty C\nparty D under C\nscope model\nscope chat in model\nscope voice in model\nevent X\nreading strict { scope voice in chat }\n',
  },
  {
    path: 'a.deal',
    text: 'deal a (by = A, to = B, from = 2025-01-01, until = 2030-01-01) {\n  lead: exclusive_license(scope = chat)\n  part: requirements(scope = model, share = 60%)\n  cap: volume_limit(amount = USD 10)\n}\n',
  },
  {
    path: 'b.deal',
    text: 'deal b (by = A, to = C, from = 2026-01-01) {\n  // deal-ignore exclusive-overlap: agreed by letter\n  other: license(scope = model, until = X)\n  share: requirements(scope = chat, share = 50%)\n  least: minimum(amount = USD 20)\n}\n',
  },
  { path: 'c.deal', text: 'deal c (by = C, to = D, from = 2026-02-01) {\n  on: sublicense(scope = model)\n}\n' },
  {
    path: 'd.deal',
    text: 'deal d (by = A, to = B, from = 2026-03-01, status = draft) amends a {\n  lead: license(scope = chat, territory = FR)\n}\n',
  },
  {
    path: 'e.deal',
    text: 'deal e (by = B, to = A, from = 2026-03-01, renews = 1 year, until = 2027-03-01) {\n  out: waiver(of = a.lead)\n  no: prohibit(scope = voice, territory = DE)\n}\n',
  },
  {
    path: 'f.deal',
    text: 'deal f (by = A, to = D, from = 2026-05-01) terminates b {\n  late: license(scope = voice, from = b.end, subject to = a)\n}\n',
  },
  {
    path: 'g.deal',
    text: 'deal g (from = 2026-02-01, until = 2029) amends b {\n  other: license(scope = voice)\n}\n',
  },
  {
    path: 'h.deal',
    text: 'deal h (from = 2026-02-01) amends b {\n  other: license(scope = chat, territory = FR)\n}\n',
  },
  { path: 'z-expect.deal', text: 'expect disputed a.lead b.other\nexpect clear a.lead\nexpect clear a.lead f.late\n' },
];

function compareThroughChanges(
  original: readonly PortfolioFile[],
  random: Random,
  changes: number,
  every: number,
  next = randomChange,
): void {
  const options: CheckOptions = { asOf: AS_OF, rules: { 'unused-ignore': 'information' } };
  const now = new Map(original.map(({ path, text }) => [path, text]));
  const live = openLivePortfolio(original, options);
  const shown = new Map([...now.keys()].map((path) => [path, live.findingsIn(path)]));
  for (let change = 1; change <= changes; change++) {
    const edits = next(now, original, random);
    for (const { path, text } of edits) {
      if (text === undefined) now.delete(path);
      else now.set(path, text);
    }
    // What a client shows: the files that were named as changed are asked for again, no others.
    for (const path of live.update(edits)) shown.set(path, live.findingsIn(path));
    if (change % every !== 0) continue;
    const scratch = checkPortfolio(
      [...now].map(([path, text]) => ({ path, text })),
      options,
    );
    const said = edits.map(({ path, text }) => `${path}\n${text}`).join('\n');
    expect(live.analysis().findings, `change ${change}: ${said}`).toEqual(scratch.findings);
    expect(live.analysis().summary, `change ${change}: ${said}`).toEqual(scratch.summary);
    for (const path of new Set([...now.keys(), ...shown.keys()])) {
      const expected = scratch.findings.filter(({ file }) => file === path);
      expect(shown.get(path) ?? [], `change ${change}, ${path}: ${said}`).toEqual(expected);
    }
  }
}

describe('a portfolio that is edited', () => {
  it.each(['ai-cloud', 'film', 'software'])('has the findings of a check from scratch: the example %s', (name) => {
    compareThroughChanges(exampleAt(name), createRandom(name.length), 150, 1);
  });

  it.each([1, 2, 3, 4])('has them where deals are tied in every way, seed %i', (seed) => {
    compareThroughChanges(TIED, createRandom(seed), 250, 1);
  });

  it.each([5, 6])('has them among many files, seed %i', (seed) => {
    const { files } = generatePortfolio({ clauses: 400, rich: true, seed, conflictDensity: 0.2 });
    const deals = files.filter(({ path }) => path.endsWith('.deal'));
    compareThroughChanges(deals, createRandom(seed), 240, 4);
  });

  it.each(['ai-cloud', 'film', 'software'])('has them while its terms are edited: the example %s', (name) => {
    compareThroughChanges(exampleAt(name), createRandom(name.length), 60, 1, randomTermChange);
  });

  it.each([7, 8, 9])('has them while terms are edited where deals are tied in every way, seed %i', (seed) => {
    compareThroughChanges(TIED, createRandom(seed), 100, 1, randomTermChange);
  });

  it.each([10, 11])('has them while terms are edited among many files, seed %i', (seed) => {
    const { files } = generatePortfolio({ clauses: 400, rich: true, seed, conflictDensity: 0.2 });
    const deals = files.filter(({ path }) => path.endsWith('.deal'));
    compareThroughChanges(deals, createRandom(seed), 60, 2, randomTermChange);
  });

  it('looks again at the quotes of a source that has changed, and at no others', () => {
    const texts = new Map([
      ['one.md', 'The licence is exclusive.'],
      ['two.md', 'The licence is exclusive.'],
    ]);
    const asked: string[] = [];
    const live = openLivePortfolio(
      ['one', 'two'].map((name) => ({
        path: `${name}.deal`,
        text: `party A\nscope film\ndeal ${name} (by = A, source = "${name}.md") {\n  > The licence is exclusive.\n  license(scope = film)\n}\n`,
      })),
      {
        asOf: AS_OF,
        readSource: (path) => {
          asked.push(path);
          return texts.get(path) ?? { unavailable: 'there is no such file' };
        },
      },
    );
    const quotes = (): string[] =>
      live.analysis().findings.flatMap(({ rule, file }) => (rule.startsWith('quote') ? [file] : []));
    expect(quotes()).toEqual([]);
    texts.set('two.md', 'The licence is sole.');
    asked.length = 0;
    expect([...live.sourcesChanged((path) => path === 'two.md')]).toEqual(['two.deal']);
    expect([...new Set(asked)]).toEqual(['two.md']);
    expect(quotes()).toEqual(['two.deal']);
  });

  it('names no file where nothing changes', () => {
    const live = openLivePortfolio(TIED, { asOf: AS_OF });
    for (const { path } of TIED) live.findingsIn(path);
    expect([...live.update(TIED)]).toEqual([]);
    expect([...live.recheck()]).toEqual([]);
  });
});
