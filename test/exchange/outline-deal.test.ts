import { describe, expect, it, test } from 'vitest';
import { prepareSource } from '../../server/src/evidence/prepare-source.ts';
import { outlineDeal } from '../../server/src/exchange/outline-deal.ts';
import { format } from '../../server/src/syntax/format.ts';
import { cuadFolders, kinds } from './cuad.ts';
import { analysisOf, faultsOf } from './portfolio.ts';

const outline = (text: string, path = 'contract.txt') =>
  outlineDeal({ path, prepared: prepareSource(text, path.endsWith('.md') ? 'markdown' : 'text') }, kinds);

/** With the comment marks taken from every quote and from every clause below one. */
const takenIn = (deal: string): string =>
  deal.replace(/^ {2}\/\/ (>.*)$/gm, '  $1').replace(/^ {2}\/\/ (\w+\(.*\))$/gm, '  $1');

const contract = `# Supply

Between Acme and Beta, made on 2 October 2017.

## 2 Exclusivity

Acme sells the Product in France to Beta exclusively.

### 2.1 Exceptions

Nothing here prevents Acme from selling in Spain.

## 3 Law

The laws of the State of New York govern.
`;

describe('the sections of a contract', () => {
  const deal = outline(contract, 'Supply contract.md');

  it('are listed with passage, locator and kinds that fit the words', () => {
    expect(deal).toContain('deal supply_contract (by = promisor, to = promisee, source = "Supply contract.md") {');
    expect(deal).toContain(
      '  // 2 Exclusivity\n  // > [§2] Acme sells the Product in France to Beta exclusively.\n  // exclusive',
    );
    expect(deal).toContain('  // > [§2.1] Nothing here prevents Acme from selling in Spain.\n');
    expect(deal).toMatch(
      /\/\/ > \[§3\] The laws of the State of New York govern\.\n {2}\/\/ governing_law\(law = US-NY\)\n {2}\/\/ or `\w+` or `\w+`; `governing_law` because of “/,
    );
  });

  it('bind nobody, and are verified quotes once the marks are taken away', () => {
    const files = { 'a.deal': deal, 'Supply contract.md': contract };
    expect(analysisOf(files).findings).toEqual([]);
    const taken = analysisOf({ ...files, 'a.deal': takenIn(deal) });
    expect(faultsOf(taken)).toEqual([]);
    expect(taken.summary.quotes).toMatchObject({ verified: 4, missing: 0, ambiguous: 0 });
  });
});

test.each(cuadFolders())('every section of $name is a verified quote', ({ texts }) => {
  for (const [title, text] of texts) {
    const path = `${title}.txt`;
    const deal = outline(text, path);
    expect(format(deal), title).toBe(deal);
    const analysis = analysisOf({ 'a.deal': takenIn(deal), [path]: text });
    expect(faultsOf(analysis), title).toEqual([]);
    expect(analysis.summary.clauses, title).toBeGreaterThan(2);
    expect(analysis.summary.quotes.verified, title).toBe(analysis.summary.clauses);
  }
});

test.each([
  ['', 'contract.txt'],
  ['   \n\n\f', 'contract.txt'],
  ['x', 'contract.txt'],
  ['*'.repeat(5000), 'a"b.txt'],
  ['甲方同意独家向乙方供货，直至二〇三〇年。'.repeat(3), '合同.txt'],
  [`${'word '.repeat(3000)}\n`, '../odd name (1).txt'],
  ['deal-ignore note: x, and so on and so forth\n\n*/ } deal b (by = x) {', 'a.txt'],
])('an odd contract (%#) gives a deal that checks', (text, path) => {
  const deal = outline(text, path);
  expect(format(deal)).toBe(deal);
  const analysis = analysisOf({ 'a.deal': deal, [path]: text });
  expect(analysis.model.deals).toHaveLength(1);
  expect(analysis.findings).toEqual([]);
});
