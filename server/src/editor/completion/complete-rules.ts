import { startOf } from '../../syntax/tree.ts';
import { type Draft, hole } from './completion-item.ts';
import type { TypingContext } from './typing-context.ts';

/** The rules that a comment may silence: those that the clause below it breaks. */
export function ignoredRuleDrafts({ analysis, path, offset }: TypingContext, hasReason: boolean): Draft[] {
  const { model, findings } = analysis;
  const below = model.clauses
    .filter(({ deal, node }) => deal.file === path && startOf(deal.tree, node) >= offset)
    .sort((a, b) => startOf(a.deal.tree, a.node) - startOf(b.deal.tree, b.node))[0];
  if (!below) return [];
  const counts = new Map<string, number>();
  for (const { rule, clauses } of findings) {
    if (clauses.some(({ name }) => name === below.name)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].map(([rule, count]) => ({
    label: rule,
    kind: 'rule',
    insert: hasReason ? rule : `${rule}: ${hole(1, 'why this is accepted')}`,
    isSnippet: !hasReason,
    rank: 0,
    detail: `${count === 1 ? '1 finding' : `${count} findings`} of ${below.label ?? below.name}`,
  }));
}
