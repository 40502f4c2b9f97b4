import { formatDay } from '../terms/calendar.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { Term } from '../terms/vocabulary.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import type { RuleContext } from './rule-context.ts';

/**
 * Events that were to happen by a day already past, or had to for another to happen that has, and of which nobody has said
 * whether they did.
 */
export function checkOverdueEvents({ model, asOf }: RuleContext, isSettled: (event: string) => boolean): Finding[] {
  const needed = neededBy(model.terms, asOf);
  return model.terms.flatMap((term) => {
    const { id, dimension, name, event, place } = term;
    if (dimension !== 'event' || !place || event.occurred !== undefined || isSettled(name)) return [];
    const isOverdue = event.before !== undefined && event.before - 1 <= asOf;
    const later = needed.get(id);
    if (!isOverdue && !later) return [];
    return [
      {
        rule: 'overdue-event',
        severity: 'warning',
        ...(isOverdue ? missed(term) : unstated(term, later!)),
        file: place.file,
        span: place.span,
        clauses: [],
        fingerprint: fingerprint(['overdue-event', name]),
      } satisfies Finding,
    ];
  });
}

const missed = ({ name, event }: Term): Pick<Finding, 'message' | 'help'> => ({
  message: `\`${name}\` was to happen before ${formatDay(event.before!)}, and nothing says whether it did`,
  help: 'write `occurred …` with its day, or take `before` out',
});

const unstated = ({ name }: Term, later: Term): Pick<Finding, 'message' | 'help' | 'related'> => ({
  message: `\`${name}\` comes before \`${later.name}\`, which occurred on ${formatDay(later.event.occurred!)}, and nothing says when`,
  help: 'write `occurred …` with its day, or take the order of the two out',
  ...(later.place ? { related: [{ ...later.place, message: `\`${later.name}\` is declared here` }] } : {}),
});

/** Events that must have happened, at any remove, before one that has; with that one. */
function neededBy(terms: readonly Term[], asOf: number): ReadonlyMap<TermId, Term> {
  const needed = new Map<TermId, Term>();
  for (const term of terms) {
    const { occurred, afterEvents } = term.event;
    if (afterEvents.length === 0 || occurred === undefined || occurred > asOf) continue;
    const pending = [...afterEvents];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (needed.has(next)) continue;
      needed.set(next, term);
      pending.push(...terms[next].event.afterEvents);
    }
  }
  return needed;
}
