import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import { type PortfolioConfig, parseConfig } from '../../server/src/portfolio/config.ts';
import { joined } from '../../server/src/portfolio/file-host.ts';
import { loadPortfolio } from '../../server/src/portfolio/load.ts';
import { nodeFileHost, withSlashes } from '../../server/src/portfolio/node-file-host.ts';
import { openSources } from '../../server/src/portfolio/sources.ts';
import type { Verdict } from '../../server/src/rules/finding.ts';
import { shortly } from './fenced-blocks.ts';

const host = nodeFileHost();
const folder = withSlashes(fileURLToPath(new URL('../../examples', import.meta.url)));
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** Rules that no example breaks: its text, its names and its quotes are right, and so is what it expects. */
const ABOUT_THE_TEXT = [
  ...['syntax', 'ascii-punctuation', 'unknown-name', 'duplicate-name', 'cyclic-terms', 'contradictory-terms'],
  ...['unknown-kind', 'invalid-argument', 'missing-promisor', 'amendment', 'overdue-event'],
  ...['quote-not-found', 'quote-ambiguous', 'wrong-locator', 'source-unavailable'],
  ...['dead-clause', 'unmet-expectation', 'unused-ignore', 'not-checked', 'unreadable-file'],
];

function load(name: string) {
  const root = joined(folder, name);
  const { files, problems } = loadPortfolio(host, { root });
  const text = host.text(joined(root, 'deal.config.json'));
  const outcome = parseConfig(typeof text === 'string' ? text : '', []);
  if (!outcome.ok)
    throw new Error(`${name}/deal.config.json: ${outcome.problems.map((each) => each.message).join('; ')}`);
  return { root, files, problems, config: outcome.config };
}

function check(name: string, changes: PortfolioConfig = {}) {
  const { root, files, problems, config } = load(name);
  const result = checkPortfolio(files, {
    ...config,
    ...changes,
    asOf: changes.asOf ?? config.asOf!,
    readSource: openSources(host, root).read,
  });
  return { files, problems, ...result };
}

/** The verdicts of all findings, most severe first. */
const verdicts = (name: string): (Verdict | undefined)[] => check(name).findings.map((finding) => finding.verdict);

it('there are three at least', () => {
  expect(names).toEqual(expect.arrayContaining(['ai-cloud', 'film', 'software']));
});

describe.each(names)('%s', (name) => {
  const { findings, problems, summary, files } = check(name);

  it('fixes the day as of which it is judged', () => {
    expect(load(name).config.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('reads and binds without an error', () => {
    expect(problems).toEqual([]);
    expect(findings.filter((finding) => ABOUT_THE_TEXT.includes(finding.rule)).map(shortly)).toEqual([]);
  });

  it('meets every expectation', () => {
    const written = files.flatMap(({ text }) => text.match(/^expect /gm) ?? []).length;
    expect(written).toBeGreaterThan(0);
    expect(summary.expectations).toEqual({ held: written, unmet: 0 });
  });

  it('quotes a source for every quote, word for word', () => {
    expect(summary.quotes.verified).toBeGreaterThan(0);
    expect({ ...summary.quotes, verified: 0 }).toEqual({ verified: 0, ambiguous: 0, missing: 0, unverified: 0 });
  });

  it('keeps its lines within 100 columns', () => {
    const long = files.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (line.length > 100 ? [`${path}:${index + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });
});

describe('ai-cloud', () => {
  it('finds the one dispute, and nothing else', () => {
    const { findings } = check('ai-cloud');
    expect(findings.map(shortly)).toHaveLength(1);
    const [dispute] = findings;
    expect(dispute).toMatchObject({
      rule: 'exclusive-overlap',
      verdict: 'disputed',
      past: true,
      window: { from: '2026-02-27', until: '2026-04-26' },
      boundParty: 'OpenAI',
      mayObject: ['Microsoft'],
      verdictByReading: { microsoft: 'conflict', amazon: 'clear' },
    });
    expect(dispute.clauses.map((clause) => clause.name).sort()).toEqual([
      'amazon_2026_02.runtime',
      'microsoft_2025_10.azure_api',
    ]);
    expect(dispute.witness).toMatchObject({ date: '2026-02-27', values: { cloud: 'Bedrock' } });
  });

  it('shows it alive on the day of the article, before the amendment existed', () => {
    const dispute = check('ai-cloud', { asOf: '2026-03-18' }).findings.find(
      (finding) => finding.verdict === 'disputed',
    );
    expect(dispute).toMatchObject({
      severity: 'warning',
      window: { from: '2026-02-27', untilText: expect.stringContaining('AGI') },
    });
    expect(dispute?.past ?? false).toBe(false);
  });

  // Each line of the story carries its weight: without it the verdict is another one.
  it.each([
    {
      without: 'the supersession of 2019',
      edit: [' supersedes microsoft_2019', ''],
      collide: ['aws_2025.capacity', 'microsoft_2019.azure'],
      verdict: 'conflict',
    },
    {
      without: 'the supersession of 2023',
      edit: [' supersedes microsoft_2023', ''],
      collide: ['amazon_2026_02.runtime', 'microsoft_2025_01.api'],
      verdict: 'conflict',
    },
    {
      without: 'the exception for US national security customers',
      edit: ['except (with = US_national_security)', 'except (with = AWS)'],
      collide: ['if_an_agency_asked.access', 'microsoft_2025_10.azure_api'],
      verdict: 'conflict',
    },
    {
      without: 'the channel of the joint statement',
      edit: ['scope = products, channel = first_party)', 'scope = products)'],
      collide: ['amazon_2026_02.frontier_resale', 'joint_2026_02.first_party'],
      // Depends, since the resale names no cloud.
      verdict: 'depends',
    },
    {
      without: 'a part of the second tranche',
      edit: ['amount = 35B USD', 'amount = 30B USD'],
      collide: ['amazon_2026_02.investment'],
      verdict: 'conflict',
    },
  ])('needs $without', ({ edit: [from, to], collide, verdict }) => {
    const { root, files, config } = load('ai-cloud');
    const edited = files.map(({ path, text }) => ({ path, text: text.replace(from, to) }));
    expect(edited.filter(({ text }, index) => text !== files[index].text)).toHaveLength(1);
    const { findings } = checkPortfolio(edited, {
      ...config,
      asOf: config.asOf!,
      readSource: openSources(host, root).read,
    });
    const found = findings.find(
      (finding) =>
        finding.verdict !== undefined &&
        collide.every((name) => finding.clauses.some((clause) => clause.name === name)),
    );
    expect(found?.verdict).toBe(verdict);
  });

  it('calls every source a public statement and not the agreement', () => {
    const { root, files } = load('ai-cloud');
    const sources = files.flatMap(({ text }) => [...text.matchAll(/source = "([^"]+)"/g)].map((match) => match[1]));
    expect(sources).toHaveLength(10);
    for (const source of sources) {
      expect(host.text(joined(root, source)), source).toMatch(
        /It is not the agreement, which is not public|不是协议本身/,
      );
    }
  });
});

describe.each(['film', 'software'])('%s', (name) => {
  it('has a finding for every verdict', () => {
    expect(new Set(verdicts(name))).toEqual(new Set(['conflict', 'disputed', 'depends', 'near miss']));
  });

  it('names the facts that decide what depends', () => {
    const depends = check(name).findings.filter((finding) => finding.verdict === 'depends');
    expect(depends.length).toBeGreaterThan(1);
    for (const finding of depends) expect(finding.decidingFacts?.length, finding.message).toBeGreaterThan(0);
  });
});
