import type { PairVerdict } from '../../conflicts/pair.ts';
import { rankOf, type Verdict } from '../../conflicts/verdict.ts';
import type { Clause } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { FileEdit } from '../file-edit.ts';
import { correctedExpectations } from './corrected-expectations.ts';
import { formattedEdits } from './formatted-edits.ts';
import { isWorse, standingOf } from './standing.ts';
import { groundFor, type Reach } from './trial-ground.ts';

/** Edits on trial. */
export interface Proposal {
  readonly edits: readonly FileEdit[];
  /** One deal unless told otherwise. */
  readonly reach?: Reach;
  /** The labels that the edits give to clauses that have none. */
  readonly labels?: ReadonlyMap<Clause, string>;
}

/** What edits do to a pair, as the engine found by checking the portfolio with them. */
export interface TrialOutcome {
  readonly verdict: Verdict;
  /** Laid out, with those of the portfolio's own expectations that change with them. */
  readonly edits: readonly FileEdit[];
  /** How many expectations are among them. */
  readonly expectations: number;
}

export interface Trial {
  /** Whether a trial is over before anybody notices. */
  readonly isQuick: boolean;
  /** The verdict of the pair after edits; undefined where an error then keeps it from being judged. */
  readonly verdictAfter: (proposal: Proposal) => Verdict | undefined;
  /** The same with everything around: undefined where the pair is no better, or anything else is worse. */
  readonly outcomeOf: (proposal: Proposal) => TrialOutcome | undefined;
}

/** Opens a place to try out edits on a pair of clauses. The portfolio itself is not touched. */
export function openTrial(analysis: Analysis, pair: PairVerdict): Trial {
  const { model } = analysis;
  const ground = groundFor(analysis, pair);
  return {
    isQuick: ground.isQuick,
    verdictAfter: (proposal) =>
      ground.with(proposal.edits, reachOf(proposal), (after) => verdictIn(after, pair, proposal)),
    outcomeOf: (proposal) => {
      const edits = formattedEdits(model, proposal.edits);
      return ground.with(edits, reachOf(proposal), (after) => {
        const verdict = verdictIn(after, pair, proposal);
        if (verdict === undefined || pair.verdict === 'too complex' || rankOf(verdict) >= rankOf(pair.verdict))
          return undefined;
        const standing = standingOf(after, namesBefore(proposal));
        if (isWorse(ground.before(), standing, [pair.deal.name, pair.restraint.name])) return undefined;
        const corrections = correctedExpectations(model, ground.before(), standing, after);
        if (!corrections) return undefined;
        const all = [...edits, ...formattedEdits(model, corrections)];
        return { verdict, edits: all, expectations: corrections.length };
      });
    },
  };
}

const reachOf = ({ reach }: Proposal): Reach => reach ?? 'a deal';

/** What a clause is called after the edits. */
const nameAfter = (clause: Clause, { labels }: Proposal): string => {
  const label = labels?.get(clause);
  return label === undefined ? clause.name : `${clause.deal.name}.${label}`;
};

function namesBefore({ labels }: Proposal): (name: string) => string {
  const names = new Map<string, string>();
  for (const [clause, label] of labels ?? []) names.set(`${clause.deal.name}.${label}`, clause.name);
  return (name) => names.get(name) ?? name;
}

function verdictIn({ model, docket }: Analysis, pair: PairVerdict, proposal: Proposal): Verdict | undefined {
  const [a, b] = [pair.deal, pair.restraint].map((clause) =>
    model.dealsByName.get(clause.deal.name)?.clauses.find(({ name }) => name === nameAfter(clause, proposal)),
  );
  // What an error keeps from being judged collides with nothing: that is no resolution.
  if (!a || !b || docket.isBroken(a) || docket.isBroken(b)) return undefined;
  const { verdict } = docket.between(a, b);
  return verdict === 'too complex' ? undefined : verdict;
}
