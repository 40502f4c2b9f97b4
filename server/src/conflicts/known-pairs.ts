import type { Deal } from '../model/model.ts';
import type { PairVerdict } from './pair.ts';

/** The pairs that are known not to be clear. */
export interface KnownPairs {
  readonly all: () => readonly PairVerdict[];
  readonly add: (pairs: readonly PairVerdict[]) => void;
  /** Forgets those of some deals, and gives them back. */
  readonly forget: (deals: readonly Deal[]) => readonly PairVerdict[];
}

export function openKnownPairs(first: readonly PairVerdict[]): KnownPairs {
  const all = new Set<PairVerdict>(first);
  /** Made when the first are to be forgotten: a check that is made once never asks. */
  let byDeal: Map<Deal, Set<PairVerdict>> | undefined;
  const byDealNow = (): Map<Deal, Set<PairVerdict>> => {
    if (!byDeal) {
      byDeal = new Map();
      for (const pair of all) note(byDeal, pair);
    }
    return byDeal;
  };
  return {
    all: () => [...all],
    add: (pairs) => {
      for (const pair of pairs) {
        all.add(pair);
        if (byDeal) note(byDeal, pair);
      }
    },
    forget: (deals) => {
      const known = byDealNow();
      const forgotten = new Set(deals.flatMap((deal) => [...(known.get(deal) ?? [])]));
      for (const pair of forgotten) {
        all.delete(pair);
        for (const deal of dealsOf(pair)) known.get(deal)?.delete(pair);
      }
      for (const deal of deals) known.delete(deal);
      return [...forgotten];
    },
  };
}

const dealsOf = ({ deal, restraint }: PairVerdict): readonly Deal[] => [deal.deal, restraint.deal];

function note(byDeal: Map<Deal, Set<PairVerdict>>, pair: PairVerdict): void {
  for (const deal of dealsOf(pair)) {
    const known = byDeal.get(deal);
    if (known) known.add(pair);
    else byDeal.set(deal, new Set([pair]));
  }
}
