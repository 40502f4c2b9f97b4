/** Edits of terms, most of which neither of two clauses names: what the clauses make of each other changes all the same. */
import { describe, expect, it } from 'vitest';
import { checkPortfolio, type PortfolioFile } from '../../server/src/portfolio/check.ts';
import { openLivePortfolio } from '../../server/src/portfolio/live-portfolio.ts';

const AS_OF = '2026-06-01';

interface Case {
  readonly what: string;
  /** What stands beside the line that is edited. */
  readonly terms: string;
  readonly before: string;
  readonly after: string;
  readonly restraint: string;
  readonly deal: string;
  /** Who deals, if it is not the one restrained. */
  readonly by?: string;
}

const CASES: readonly Case[] = [
  {
    what: 'a term above one is put into the other',
    terms: 'scope top\nscope leaf in mid',
    before: 'scope mid',
    after: 'scope mid in top',
    restraint: 'exclusive(scope = top)',
    deal: 'license(scope = leaf)',
  },
  {
    what: 'a term below one overlaps the other',
    terms: 'scope top\nscope low',
    before: 'scope mid in top',
    after: 'scope mid in top overlaps low',
    restraint: 'exclusive(scope = top)',
    deal: 'license(scope = low)',
  },
  {
    what: 'a term below one overlaps a term below the other',
    terms: 'scope top\nscope far\nscope low in far',
    before: 'scope mid in top',
    after: 'scope mid in top overlaps low',
    restraint: 'exclusive(scope = top)',
    deal: 'license(scope = far)',
  },
  {
    what: 'a term of which both hold a part is put into one',
    terms: 'scope top\nscope far\nscope leaf in [far, mid]',
    before: 'scope mid',
    after: 'scope mid in top',
    restraint: 'exclusive(scope = top)',
    deal: 'license(scope = far)',
  },
  {
    what: 'a list that the other lists takes one in',
    terms: 'scope low\nscope leaf\nscope listed = [list]',
    before: 'scope list = [leaf]',
    after: 'scope list = [leaf, low]',
    restraint: 'exclusive(scope = listed)',
    deal: 'license(scope = low)',
  },
  {
    what: 'a term below one is open',
    terms: 'scope top\nscope low in top\nscope list = [mid]',
    before: 'scope mid in top',
    after: 'scope mid open in top',
    restraint: 'exclusive(scope = list)',
    deal: 'license(scope = low)',
  },
  {
    what: 'terms above both are stated distinct',
    terms: 'scope base\nscope top in base\nscope low in top\nscope leaf in mid',
    before: 'scope mid in base',
    after: 'scope mid in base distinct from top',
    restraint: 'exclusive(scope = low)',
    deal: 'license(scope = leaf)',
  },
  {
    what: 'a list that holds one is stated distinct from what holds the other',
    terms: 'scope base\nscope top in base\nscope low in top\nscope leaf in base',
    before: 'scope list = [leaf]',
    after: 'scope list = [leaf] distinct from top',
    restraint: 'exclusive(scope = low)',
    deal: 'license(scope = leaf)',
  },
  {
    what: 'a company between two comes under the first',
    terms: 'scope low\nparty S under M',
    before: 'party M',
    after: 'party M under A',
    restraint: 'exclusive(scope = low, affiliates = yes)',
    deal: 'license(scope = low)',
    by: 'S',
  },
  {
    what: 'a member of a group gets a subsidiary',
    terms: 'scope low\nparty G\nparty M in G',
    before: 'party S',
    after: 'party S under M',
    restraint: 'exclusive(scope = low, by = G, affiliates = yes)',
    deal: 'license(scope = low)',
    by: 'S',
  },
  {
    what: 'acts that are built in overlap',
    terms: 'scope low',
    before: 'act host distinct from sublicense',
    after: 'act host overlaps sublicense',
    restraint: 'prohibit(scope = low, act = host)',
    deal: 'license(scope = low, act = sublicense)',
  },
  {
    what: 'a reading puts what is above one into the other',
    terms: 'scope top\nscope mid\nscope leaf in mid\nscope other',
    before: 'reading r { scope mid in other }',
    after: 'reading r { scope mid in top }',
    restraint: 'exclusive(scope = top)',
    deal: 'license(scope = leaf)',
  },
  {
    what: 'what is above one is put into what the other leaves',
    terms: 'scope top\nscope far in top\nscope leaf in mid',
    before: 'scope mid',
    after: 'scope mid in top',
    restraint: 'exclusive(scope = top except far)',
    deal: 'license(scope = leaf)',
  },
  {
    what: 'what is above one is put into what the other leaves out',
    terms: 'scope top\nscope far in top\nscope leaf in [mid, top]',
    before: 'scope mid',
    after: 'scope mid in far',
    restraint: 'exclusive(scope = top except far)',
    deal: 'license(scope = leaf)',
  },
  {
    what: 'the event that ends one has come',
    terms: 'scope low',
    before: 'event x',
    after: 'event x occurred 2025-06-01',
    restraint: 'exclusive(scope = low, until = x)',
    deal: 'license(scope = low, from = 2026-01-01)',
  },
  {
    what: 'an event before the one that ends it comes late',
    terms: 'scope low\nevent y after x',
    before: 'event x',
    after: 'event x after 2028-01-01',
    restraint: 'exclusive(scope = low, until = y)',
    deal: 'license(scope = low, from = 2027-01-01)',
  },
  {
    what: 'an event is declared that one waits for',
    terms: 'scope low\nevent y',
    before: '',
    after: 'event x after y',
    restraint: 'exclusive(scope = low, until = x)',
    deal: 'license(scope = low, from = 2027-01-01)',
  },
  {
    what: 'a state is presumed',
    terms: 'scope low\nscope far',
    before: 'state s',
    after: 'state s presumed no',
    restraint: 'exclusive(scope = low, while = s)',
    deal: 'license(scope = low)',
  },
];

describe('an edit of a term', () => {
  it.each(CASES)('judges anew what rests on it: $what', ({ terms, before, after, restraint, deal, by = 'A' }) => {
    const vocabulary = (line: string): PortfolioFile => ({
      path: 'terms.deal',
      text: `party A\nparty B\nparty C\nparty D\n${terms}\n${line}\n`,
    });
    const deals: PortfolioFile[] = [
      { path: 'a.deal', text: `deal a (by = A, to = B, from = 2025-01-01) {\n  ${restraint}\n}\n` },
      { path: 'b.deal', text: `deal b (by = ${by}, to = C, from = 2025-01-01) {\n  ${deal}\n}\n` },
    ];
    const findings = (line: string) => checkPortfolio([...deals, vocabulary(line)], { asOf: AS_OF }).findings;
    const said = (line: string) => findings(line).map(({ rule, verdict, message }) => `${rule} ${verdict} ${message}`);
    expect(said(before)).not.toEqual(said(after));
    const live = openLivePortfolio([...deals, vocabulary(before)], { asOf: AS_OF });
    for (const line of [after, before, after]) {
      live.update([vocabulary(line)]);
      expect(live.analysis().findings).toEqual(findings(line));
    }
  });
});
