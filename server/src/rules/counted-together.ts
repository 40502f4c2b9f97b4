import type { Clause, Deal } from '../model/model.ts';
import type { RuleContext } from './rule-context.ts';

/** Clauses that count together: what is signed, or what is signed and one draft. */
export interface CountedTogether {
  readonly draft: Deal | undefined;
  readonly clauses: readonly Clause[];
  /** Whether something of these is looked at here: of a draft, what is there without it is looked at elsewhere. */
  readonly concerns: (some: readonly Clause[]) => boolean;
}

/** A draft counts beside what is signed, and never beside another; what is not signed yet does not count. */
export function countedTogether({ docket }: RuleContext, clauses: readonly Clause[]): CountedTogether[] {
  const counted = clauses.filter((clause) => !clause.deal.notYet && !docket.isBroken(clause));
  const signed = counted.filter(({ deal }) => deal.status !== 'draft');
  const drafts = new Set(counted.flatMap(({ deal }) => (deal.status === 'draft' ? [deal] : [])));
  return [
    { draft: undefined, clauses: signed, concerns: () => true },
    ...[...drafts].map((draft) => ({
      draft,
      clauses: counted.filter(({ deal }) => deal.status !== 'draft' || deal === draft),
      concerns: (some: readonly Clause[]) => some.some(({ deal }) => deal === draft),
    })),
  ];
}
