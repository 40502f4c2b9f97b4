import type { Clause, Deal } from '../model/model.ts';
import { listed } from '../text/words.ts';

/** What a finding about clauses assumes of those that are not signed yet. */
export function draftsAssumed(clauses: readonly Clause[]): string[] {
  if (clauses.every(({ deal }) => deal.status !== 'draft')) return [];
  const drafts = new Set(clauses.flatMap(({ deal }) => (deal.status === 'draft' ? [deal] : [])));
  return [draftAssumption([...drafts])];
}

/** "`offer` is a draft: this would hold once it is signed". */
export function draftAssumption(drafts: readonly Deal[]): string {
  const names = listed(drafts.map(({ name }) => `\`${name}\``));
  return drafts.length === 1
    ? `${names} is a draft: this would hold once it is signed`
    : `${names} are drafts: this would hold once they are signed`;
}
