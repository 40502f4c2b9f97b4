import type { PairVerdict, Shown } from '../../conflicts/pair.ts';
import type { Verdict } from '../../conflicts/verdict.ts';
import type { CallClause } from './phrases.ts';
import type { Sight } from './shared-part.ts';
import type { Trial, TrialOutcome } from './trial.ts';

/** A pair of clauses that is not clear, as the reading sees it that shows so, with a place to try out what would clear it. */
export interface Dispute extends Sight {
  readonly pair: PairVerdict;
  readonly verdict: Verdict;
  readonly shown: Shown;
  readonly trial: Trial;
}

/** Something that was tried out and clears a pair, or leaves it better than it is. */
export interface Resolution {
  readonly title: (call: CallClause) => string;
  readonly outcome: TrialOutcome;
}
