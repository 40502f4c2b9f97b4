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
  const all = new Set<PairVerdict>();
  const byDeal = new Map<Deal, Set<PairVerdict>>();
  const dealsOf = ({ deal, restraint }: PairVerdict): readonly Deal[] => [deal.deal, restraint.deal];
  const add = (pairs: readonly PairVerdict[]): void => {
    for (const pair of pairs) {
      all.add(pair);
      for (const deal of dealsOf(pair)) {
        const known = byDeal.get(deal);
        if (known) known.add(pair);
        else byDeal.set(deal, new Set([pair]));
      }
    }
  };
  add(first);
  return {
    all: () => [...all],
    add,
    forget: (deals) => {
      const forgotten = new Set(deals.flatMap((deal) => [...(byDeal.get(deal) ?? [])]));
      for (const pair of forgotten) {
        all.delete(pair);
        for (const deal of dealsOf(pair)) byDeal.get(deal)?.delete(pair);
      }
      for (const deal of deals) byDeal.delete(deal);
      return [...forgotten];
    },
  };
}
