import type { PairVerdict } from '../../conflicts/pair.ts';
import type { Clause } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { Finding } from '../../rules/finding.ts';
import { carveOuts } from './carve-out.ts';
import type { CodeAction } from './code-action.ts';
import { narrowings } from './narrow.ts';
import { callingFrom } from './phrases.ts';
import { consents } from './record-consent.ts';
import type { Dispute, Resolution } from './resolution.ts';
import { facts } from './state-fact.ts';
import { openTrial } from './trial.ts';
import { yields } from './yield-to.ts';

/**
 * What clears a pair of clauses, said from one of them. None is preferred to the others: what somebody has promised is
 * never changed by a key that mends misspellings.
 */
export function pairActions(analysis: Analysis, finding: Finding, pair: PairVerdict, here: Clause): CodeAction[] {
  const dispute = disputeOf(analysis, pair);
  if (!dispute) return [];
  const call = callingFrom(here);
  if (!dispute.trial.isQuick) {
    return waysFor(dispute).map(
      ({ looksFor, find }): CodeAction => ({
        title: `Look for ${looksFor} that reconciles ${call(pair.deal)} and ${call(pair.restraint)}`,
        kind: 'quickfix',
        finding,
        resolve: () => clearing(find(dispute))[0]?.outcome.edits ?? [],
      }),
    );
  }
  return resolutionsOf(analysis, dispute).map(
    ({ title, outcome }): CodeAction => ({ title: title(call), kind: 'quickfix', edits: outcome.edits, finding }),
  );
}

interface Way {
  readonly looksFor: string;
  readonly find: (dispute: Dispute) => readonly Resolution[];
}

const FACT: Way = { looksFor: 'a fact to state', find: facts };
const PRECEDENCE: Way = { looksFor: 'a precedence', find: yields };
const WAYS: readonly Way[] = [
  { looksFor: 'the smallest exception', find: carveOuts },
  { looksFor: 'a consent', find: consents },
  FACT,
  { looksFor: 'a narrower clause', find: narrowings },
  PRECEDENCE,
];

/** Where two clauses only come near each other, they share nothing that one of them could give up. */
const waysFor = ({ verdict }: Dispute): readonly Way[] => (verdict === 'near miss' ? [FACT, PRECEDENCE] : WAYS);

const kept = new WeakMap<Analysis, Map<PairVerdict, readonly Resolution[]>>();

/** Editors ask again whenever the cursor moves: what was found of a pair is kept as long as the check it comes from. */
function resolutionsOf(analysis: Analysis, dispute: Dispute): readonly Resolution[] {
  let ofAnalysis = kept.get(analysis);
  if (!ofAnalysis) {
    ofAnalysis = new Map();
    kept.set(analysis, ofAnalysis);
  }
  let known = ofAnalysis.get(dispute.pair);
  if (!known) {
    const found = waysFor(dispute).flatMap(({ find }) => find(dispute));
    known = [...clearing(found), ...found.filter(({ outcome }) => outcome.verdict !== 'clear')];
    ofAnalysis.set(dispute.pair, known);
  }
  return known;
}

const clearing = (found: readonly Resolution[]): readonly Resolution[] =>
  found.filter(({ outcome }) => outcome.verdict === 'clear');

function disputeOf(analysis: Analysis, pair: PairVerdict): Dispute | undefined {
  const { shown, verdict } = pair;
  if (!shown || verdict === 'too complex' || verdict === 'clear') return undefined;
  return { model: analysis.model, lens: shown.lens, pair, verdict, shown, trial: openTrial(analysis, pair) };
}
