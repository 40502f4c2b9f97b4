import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { loadPortfolio } from '../../server/src/portfolio/load.ts';
import { nodeFileHost, withSlashes } from '../../server/src/portfolio/node-file-host.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { checkExample, examplesIn, sectionsOf, shortly } from './fenced-blocks.ts';

const repository = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, repository), 'utf8');

const RULES = [
  ...['syntax', 'ascii-punctuation', 'unknown-name', 'duplicate-name', 'cyclic-terms', 'contradictory-terms'],
  ...['unknown-kind', 'invalid-argument', 'missing-promisor', 'amendment', 'overdue-event'],
  ...['quote-not-found', 'quote-ambiguous', 'wrong-locator', 'source-unavailable'],
  ...['exclusive-overlap', 'forbidden-use', 'exclusive-deadlock', 'first-refusal', 'most-favoured'],
  ...['share-above-whole', 'tranche-sum', 'minimum-above-cap', 'chain-of-title', 'dead-clause'],
  ...['unmet-expectation', 'unused-ignore', 'not-checked', 'unreadable-file'],
];

/** Found where files are read, not in their texts. */
const UNREADABLE = 'unreadable-file';
/** A case that breaks it is too long to print, as its page says. */
const TOO_LONG_TO_PRINT = 'not-checked';

/** What a finding is, as `// finds:` writes it. */
const described = ({ rule, verdict }: Finding): string => (verdict === undefined ? rule : `${rule} ${verdict}`);

describe('pages of rules', () => {
  it('there is one for each rule', () => {
    const pages = readdirSync(new URL('docs/rules', repository)).filter((name) => name.endsWith('.md'));
    expect(pages.sort()).toEqual(RULES.map((rule) => `${rule}.md`).sort());
  });

  describe.each(RULES)('%s', (rule) => {
    const page = read(`docs/rules/${rule}.md`);
    const sections = sectionsOf(page);
    const examples = (heading: string) => examplesIn(sections.find((section) => section.heading === heading)!);

    it('says what it is in one sentence, and has its sections in order', () => {
      expect(sections.map((section) => section.heading)).toEqual(['', rule, 'Avoid', 'Prefer', 'Why', 'Configuration']);
      const [, sentence] = page.split(/\n\n+/);
      expect(sentence).toMatch(/^[A-Z][\s\S]*[.]$/);
      expect(sentence.match(/[.](\s|$)/g)).toHaveLength(1);
    });

    it('shows one portfolio to avoid and one to prefer', () => {
      expect([examples('Avoid').length, examples('Prefer').length]).toEqual([1, 1]);
    });

    test('what to prefer is clean', () => {
      for (const example of examples('Prefer')) expect(checkExample(example).findings.map(shortly)).toEqual([]);
    });

    if (rule === UNREADABLE) {
      test('what to avoid is found when files are read', () => {
        for (const [heading, encoding, found] of [
          ['Avoid', 'latin1', [rule]],
          ['Prefer', 'utf8', []],
        ] as const) {
          const root = mkdtempSync(join(tmpdir(), 'deal-'));
          try {
            for (const { path, text } of examples(heading)[0].files) writeFileSync(join(root, path), text, encoding);
            const { problems } = loadPortfolio(nodeFileHost(), { root: withSlashes(root) });
            expect(problems.map((problem) => problem.rule)).toEqual(found);
          } finally {
            rmSync(root, { recursive: true });
          }
        }
      });
    } else if (rule !== TOO_LONG_TO_PRINT) {
      test('what to avoid is found, and nothing else', () => {
        const { findings } = checkExample(examples('Avoid')[0]);
        expect(findings.length).toBeGreaterThan(0);
        expect(findings.filter((finding) => finding.rule !== rule).map(shortly)).toEqual([]);
        const [, severity] = /The default severity is `(\w+)`\./.exec(page) ?? [];
        if (severity !== undefined) expect(new Set(findings.map((each) => each.severity))).toEqual(new Set([severity]));
      });
    }
  });
});

describe.each(['docs/language.md', 'README.md'].filter((path) => existsSync(new URL(path, repository))))(
  '%s',
  (path) => {
    const examples = sectionsOf(read(path)).flatMap(examplesIn);

    test.each(examples.map((example) => [example.line, example] as const))('the example in line %i', (_, example) => {
      const { findings } = checkExample(example);
      if (example.finds === undefined) expect(findings.map(shortly)).toEqual([]);
      else if (example.finds.length > 0) expect(findings.map(described).sort()).toEqual([...example.finds].sort());
      else expect(findings.length).toBeGreaterThan(0);
    });

    it('links to pages and headings that exist', () => {
      const folder = new URL(path, repository);
      const anchors = new Set(
        sectionsOf(read(path)).map(({ heading }) =>
          heading
            .toLowerCase()
            .replace(/[^\p{L}\p{N} _-]/gu, '')
            .replaceAll(' ', '-'),
        ),
      );
      for (const [, target] of read(path).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        if (target.startsWith('#')) expect(anchors, target).toContain(target.slice(1));
        else expect(existsSync(new URL(target.replace(/#.*$/, ''), folder)), target).toBe(true);
      }
    });
  },
);

it('the first page of the language quotes the use as a finding says it', () => {
  const page = read('docs/language.md');
  const first = sectionsOf(page).find(({ heading }) => heading === 'A first page')!;
  const [{ witness }] = checkExample(examplesIn(first)[0]).findings;
  expect(page.replace(/\s+/g, ' ')).toContain(`"${witness?.text}"`);
});

it('the language reference has an example for each of its subjects', () => {
  const withExample = sectionsOf(read('docs/language.md')).filter((section) =>
    section.blocks.some(({ language }) => language === 'deal'),
  );
  expect(withExample.length).toBeGreaterThan(15);
});
