import { withLabel, withSubjectTo } from './clause-edits.ts';
import { effectPhrase } from './phrases.ts';
import type { Dispute, Resolution } from './resolution.ts';

/** Lets the clause that deals yield wherever it meets the restraint. */
export function yields({ model, shown, pair, trial, verdict }: Dispute): readonly Resolution[] {
  if (shown.role === 'standoff') return [];
  const { deal, restraint } = pair;
  const named = restraint.label === undefined ? withLabel(model, restraint) : undefined;
  const label = restraint.label ?? named?.label;
  const path = deal.deal === restraint.deal ? label : `${restraint.deal.name}.${label}`;
  const edit = withSubjectTo(deal, path ?? '');
  if (!edit || label === undefined) return [];
  const outcome = trial.outcomeOf({
    edits: named ? [named.edit, edit] : [edit],
    ...(named ? { labels: new Map([[restraint, named.label]]) } : {}),
  });
  if (!outcome) return [];
  const title = named ? ', which gets a label' : '';
  return [
    {
      outcome,
      title: (call) =>
        `Let ${call(deal)} yield to ${call(restraint)}${title}${effectPhrase(verdict, outcome, call(restraint))}`,
    },
  ];
}
