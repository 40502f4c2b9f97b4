import type { Undertaking } from '../../model/undertakings.ts';
import { withException } from './clause-edits.ts';
import { mostExact, tellingParts } from './most-exact.ts';
import { effectPhrase, partsPhrase } from './phrases.ts';
import type { Dispute, Resolution } from './resolution.ts';
import { sharedParts } from './shared-part.ts';

/** Exceptions that clear a pair: what the other is given is excepted from the restraint, or what is reserved from the other. */
export function carveOuts(dispute: Dispute): readonly Resolution[] {
  const { deal, restraint } = dispute.shown;
  return [...carveOut(dispute, restraint, deal), ...carveOut(dispute, deal, restraint)];
}

function carveOut(dispute: Dispute, from: Undertaking, other: Undertaking): Resolution[] {
  const { trial, verdict } = dispute;
  const { clause } = from;
  const parts = tellingParts(dispute, sharedParts(dispute, from, other, clause.deal), from, other);
  const found = mostExact(trial, parts, (chosen) => {
    // An exception of nothing but days is another start or end: that is written as such.
    if (chosen.every(({ question }) => question === 'when')) return undefined;
    const edit = withException(
      clause,
      chosen.map(({ argument }) => argument),
    );
    return edit && { edits: [edit] };
  });
  if (!found) return [];
  const { outcome } = found;
  return [
    {
      outcome,
      title: (call) =>
        `Except ${partsPhrase(found.parts)} from ${call(clause)}${effectPhrase(verdict, outcome, call(other.clause))}`,
    },
  ];
}
