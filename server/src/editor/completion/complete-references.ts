import { type Clause, type Deal, labelsOf } from '../../model/model.ts';
import { quotesOf } from '../../rules/clause-reference.ts';
import { familyOf } from '../portfolio-symbol.ts';
import type { Draft } from './completion-item.ts';
import type { Place } from './place.ts';
import type { TypingContext } from './typing-context.ts';

/** Deals and clauses by their paths; behind `deal.` the labels of that deal. */
export function referenceDrafts(
  context: TypingContext,
  { takes, others }: Pick<Place & { readonly kind: 'reference' }, 'takes' | 'others'>,
): Draft[] {
  const { analysis, qualifier, deal } = context;
  const { model } = analysis;
  const left = (drafts: Draft[]): Draft[] => drafts.filter(({ label }) => !others.includes(label));
  if (qualifier !== undefined) {
    const owner = model.dealsByName.get(qualifier);
    return owner && takes !== 'deals' ? left(labelDrafts(context, owner, 0)) : [];
  }
  const deals = takes === 'clauses' ? [] : model.deals.map((one) => dealDraft(one, takes === 'deals' ? 0 : 2));
  if (takes === 'deals') return left(deals);
  const own = deal ? labelDrafts(context, deal, 0) : [];
  const clauses = model.deals.flatMap((one) =>
    [...labelsOf(one).values()].map((clause) => clauseDraft(clause, clause.name, one === deal ? 3 : 1)),
  );
  return left([...own, ...clauses, ...deals]);
}

/** The labels of a deal, those of its amendments included: they join it. */
export function labelDrafts({ analysis }: TypingContext, deal: Deal, rank: number): Draft[] {
  const found = new Map<string, Draft>();
  for (const member of [deal, ...familyOf(analysis.model, deal)]) {
    for (const [label, clause] of labelsOf(member)) {
      if (!found.has(label)) found.set(label, clauseDraft(clause, label, rank));
    }
  }
  return [...found.values()];
}

const dealDraft = (deal: Deal, rank: number): Draft => ({
  label: deal.name,
  kind: 'deal',
  rank,
  ...(deal.title === undefined ? {} : { detail: deal.title, filterText: `${deal.name} ${deal.title}` }),
});

const clauseDraft = (clause: Clause, label: string, rank: number): Draft => ({
  label,
  kind: 'clause',
  rank,
  detail: `${clause.kind.name} in ${clause.deal.name}`,
  documentation: () =>
    quotesOf(clause)
      .map(({ text }) => `> ${text}`)
      .join('\n\n') || undefined,
});
