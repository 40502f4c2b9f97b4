import { formatDay } from '../terms/calendar.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import type { RuleContext } from './rule-context.ts';

/** Events that were to happen by a day already past, and of which nobody has said whether they did. */
export function checkOverdueEvents({ model, asOf }: RuleContext, isSettled: (event: string) => boolean): Finding[] {
  return model.terms.flatMap(({ dimension, name, event, place }) => {
    if (dimension !== 'event' || !place || event.before === undefined || event.occurred !== undefined) return [];
    if (event.before - 1 > asOf || isSettled(name)) return [];
    return [
      {
        rule: 'overdue-event',
        severity: 'warning',
        message: `\`${name}\` was to happen before ${formatDay(event.before)}, and nothing says whether it did`,
        file: place.file,
        span: place.span,
        clauses: [],
        help: `write \`occurred …\` with its day, or take \`before\` out`,
        fingerprint: fingerprint(['overdue-event', name]),
      } satisfies Finding,
    ];
  });
}
