/** Rules in the source and pages in `docs/rules`: each has its other half. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

const pages = readdirSync(new URL('../../docs/rules/', import.meta.url))
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length))
  .sort();

/** Where rules are reported: `evidence/` and the rooms before `syntax/` know of none, `cli/` only shows them. */
const reporting = sourceFiles.filter(({ path }) => /^(?:syntax|model|conflicts|rules|portfolio)\//.test(path));

/** The places at which a rule is named, by what stands before its name. */
const SITES = [
  // A finding, a problem of binding or of syntax.
  /\b(?:rule|code): '([^']+)'/g,
  // `report(context, file, node, 'rule', …)`, `problem(context, 'rule', …)`, `clauseFinding('rule', …)`.
  /\b(?:report|problem|clauseFinding)\(\s*(?:[\w.()]+,\s*)*'([^']+)'/g,
  // What a finding's name is made of begins with its rule.
  /\bfingerprint\(\['([^']+)'/g,
];

/** Words with hyphens in those rooms that are no rules. */
const NO_RULES = new Set([
  // The word that silences a finding.
  'deal-ignore',
  // A package.
  'jsonc-parser',
]);

const hyphenated = new Set(
  reporting.flatMap(({ code }) => [...code.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, name]) => name)),
);
const atSites = new Set(
  reporting.flatMap(({ code }) => SITES.flatMap((site) => [...code.matchAll(site)].map(([, name]) => name))),
);

describe('rules and pages', () => {
  it('every rule that the code reports has a page', () => {
    expect(atSites.size).toBeGreaterThan(15);
    expect(pages.length).toBeGreaterThan(20);
    expect([...atSites].filter((name) => !pages.includes(name))).toEqual([]);
  });

  it('every name of that shape is a rule with a page, or known to be none', () => {
    expect([...hyphenated].filter((name) => !pages.includes(name) && !NO_RULES.has(name))).toEqual([]);
    expect([...NO_RULES].filter((name) => !hyphenated.has(name))).toEqual([]);
  });

  it('every page is about a rule that the code reports', () => {
    expect(pages.filter((name) => !atSites.has(name) && !hyphenated.has(name))).toEqual([]);
  });
});
