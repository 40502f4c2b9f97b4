/** Edits of a waiver: what it answers stands in deals that the edit does not touch. */
import { describe, expect, it } from 'vitest';
import { checkPortfolio, type PortfolioFile } from '../../server/src/portfolio/check.ts';
import { openLivePortfolio } from '../../server/src/portfolio/live-portfolio.ts';

const AS_OF = '2026-06-01';

const TERMS: PortfolioFile = { path: 'terms.deal', text: 'party A\nparty B\nparty C\nscope film\nscope song\n' };
const RESTRAINT: PortfolioFile = {
  path: 'a.deal',
  text: 'deal a (by = A, to = B, from = 2025-01-01) {\n  lead: exclusive_license(scope = film)\n}\n',
};
const deal = (status: string): PortfolioFile => ({
  path: 'b.deal',
  text: `deal b (by = A, to = C, from = 2025-02-01${status}) {\n  other: license(scope = film)\n}\n`,
});
const waiver = (argument: string): PortfolioFile => ({
  path: 'w.deal',
  text: `deal w (by = B, to = A, from = 2025-01-15) {\n  out: waiver(${argument})\n}\n`,
});
const ABOUT_IT = waiver('of = a.lead');

describe('an edit of a waiver', () => {
  it.each([
    ['it is made, and taken back', undefined, ABOUT_IT],
    ['it speaks of something else, and of this', waiver('of = a.lead, scope = song'), ABOUT_IT],
    ['it says of what no more, and says it again', waiver('scope = song'), ABOUT_IT],
  ])('judges anew what it answers, in deals and in drafts: %s', (_, before, after) => {
    for (const status of ['', ', status = draft']) {
      const rest = [TERMS, RESTRAINT, deal(status)];
      const scratch = (file: PortfolioFile | undefined) =>
        checkPortfolio(file ? [...rest, file] : rest, { asOf: AS_OF }).findings;
      expect(scratch(before)).not.toEqual(scratch(after));
      const live = openLivePortfolio(before ? [...rest, before] : rest, { asOf: AS_OF });
      for (const file of [after, before, after]) {
        live.update([file ?? { path: after.path }]);
        expect(live.analysis().findings).toEqual(scratch(file));
      }
    }
  });
});
