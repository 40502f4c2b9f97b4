import type { Docket } from '../conflicts/docket.ts';
import { formatDay, NEVER } from '../terms/calendar.ts';
import type { Finding } from './finding.ts';

/**
 * Findings about how clauses are written, where some would not be there if nothing was assumed of events: these say so, and
 * ask for no correction. `check` finds the same in another docket.
 */
export function toldAsAssumed(
  docket: Docket,
  found: readonly Finding[],
  check: (docket: Docket) => readonly Finding[],
): readonly Finding[] {
  if (found.length === 0 || docket.scenario.size === 0) return found;
  const anyway = new Set(check(docket.unassumed()).map(identityOf));
  return found.map((finding) => (anyway.has(identityOf(finding)) ? finding : asAssumed(docket, finding)));
}

const identityOf = ({ file, span, message }: Finding): string => `${file} ${span.start} ${span.end} ${message}`;

const asAssumed = ({ scenario }: Docket, finding: Finding): Finding => ({
  ...finding,
  severity: 'information',
  message: `in the scenario that is assumed, ${finding.message}`,
  assumptions: [...scenario].map(([event, day]) =>
    day >= NEVER ? `${event} never happens` : `${event} happens on ${formatDay(day)}`,
  ),
  help: 'nothing is to be corrected: it is so only because of what is assumed',
});
