import type { PairVerdict } from '../conflicts/pair.ts';
import type { Clause } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { referenceTo } from '../rules/clause-reference.ts';
import type { ClauseReference } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';
import { type Meeting, meetingsOf, worstFirst } from './pairs-of-clause.ts';
import { countOf, ORDER_OF_VERDICTS } from './verdict-words.ts';

/** How often something collides, above its name. */
export interface CodeLens {
  /** The name of the clause or deal. UTF-16 offsets. */
  readonly span: Span;
  /** "2 conflicts · 1 disputed" */
  readonly title: string;
  /** The other clauses, the worst first: what a peek shows. */
  readonly clauses: readonly ClauseReference[];
}

/** One lens over each clause that meets others, and one over each deal with the sum of its clauses'. */
export function codeLenses(analysis: Analysis, path: string): readonly CodeLens[] {
  return analysis.model.dealsIn(path).flatMap((deal) => {
    const clauses = deal.clauses.map((clause) => ({ clause, meetings: meetingsOf(analysis, clause) }));
    const met = clauses.filter(({ meetings }) => meetings.length > 0);
    if (met.length === 0) return [];
    const whole = met.flatMap(({ meetings }) => meetings);
    return [lensOf(deal.span, whole), ...met.map(({ clause, meetings }) => lensOf(clause.span, meetings))];
  });
}

function lensOf(span: Span, meetings: readonly Meeting[]): CodeLens {
  const pairs = new Map<PairVerdict, Meeting>(meetings.map((meeting) => [meeting.pair, meeting]));
  const others = new Set<Clause>([...meetings].sort(worstFirst).map(({ other }) => other));
  return { span, title: countsOfMeetings([...pairs.values()]), clauses: [...others].map(referenceTo) };
}

/** How many of each verdict: what is reported first, then what is silenced. '' for none. Each pair is to come once. */
export function countsOfMeetings(meetings: readonly Meeting[]): string {
  const open = meetings.filter(({ finding }) => finding !== undefined);
  const parts: string[] = [];
  for (const isPast of [false, true]) {
    for (const verdict of ORDER_OF_VERDICTS) {
      const count = open.filter(
        ({ pair, finding }) => pair.verdict === verdict && (finding?.past === true) === isPast,
      ).length;
      if (count > 0) parts.push(isPast ? `${countOf(verdict, count)} in the past` : countOf(verdict, count));
    }
  }
  const silenced = meetings.length - open.length;
  if (silenced > 0) parts.push(`${silenced} silenced`);
  return parts.join(' · ');
}
