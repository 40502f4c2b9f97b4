import { kindOf, type NodeIndex, NodeKind, textOf } from '../syntax/tree.ts';
import { FIRST_DAY, formatDay } from '../terms/calendar.ts';
import type { Term } from '../terms/vocabulary.ts';
import { dateSpan } from './bind-dates.ts';
import { report } from './context.ts';
import { named, type RelationContext } from './relation-context.ts';

/** What is known of the day of an event, or presumed of it or of a state. */
export function bindEventFact(at: RelationContext, relation: NodeIndex, child: NodeIndex): void {
  const { context, file, targets, dimension } = at;
  const { tree } = file;
  const kind = kindOf(tree, relation);
  if (
    dimension !== 'event' &&
    !(dimension === 'state' && (kind === NodeKind.PresumedNo || kind === NodeKind.PresumedYes))
  ) {
    report(
      context,
      file,
      relation,
      'invalid-argument',
      `\`${textOf(tree, relation)}\` is said of an event, not of a ${dimension}`,
      {
        help: 'remove it, or declare an `event`',
      },
    );
    return;
  }
  if (kind === NodeKind.PresumedYes || kind === NodeKind.PresumedNo) {
    bindPresumption(at, relation, kind);
    return;
  }
  if (child < 0) return;
  const date = dateSpan(tree, child);
  if (date) {
    for (const term of targets) {
      const { event } = term;
      if (kind === NodeKind.Occurred) bindOccurrence(at, relation, term, date.first);
      else if (kind === NodeKind.After) event.after = Math.max(event.after ?? FIRST_DAY, date.last);
      else event.before = Math.min(event.before ?? date.first, date.first);
    }
  } else if (kindOf(tree, child) === NodeKind.Path) {
    for (const other of named(at, child, 'event')) {
      for (const term of targets) {
        const later = kind === NodeKind.After ? term : at.writable(other);
        const earlier = kind === NodeKind.After ? other : term.id;
        if (!later.event.afterEvents.includes(earlier)) later.event.afterEvents.push(earlier);
      }
    }
  }
}

/** Of two presumptions the first counts, and a day counts for more. */
function bindPresumption(
  { context, file, targets, relations }: RelationContext,
  relation: NodeIndex,
  kind: NodeKind,
): void {
  const kinds = relations.map((one) => kindOf(file.tree, one));
  const before = kinds.slice(0, relations.indexOf(relation));
  for (const { name, event } of targets) {
    if (before.some((one) => one !== kind && PRESUMPTIONS.includes(one))) {
      const message = `\`${name}\` cannot be presumed both \`yes\` and \`no\``;
      report(context, file, relation, 'contradictory-terms', message, { help: 'keep one of the two' });
    } else if (kind === NodeKind.PresumedNo && kinds.includes(NodeKind.Occurred)) {
      const message = `\`${name}\` occurred: it cannot be presumed not to happen`;
      report(context, file, relation, 'contradictory-terms', message, { help: 'remove `presumed no`' });
    } else event.presumed = kind === NodeKind.PresumedYes;
  }
}

const PRESUMPTIONS: readonly NodeKind[] = [NodeKind.PresumedYes, NodeKind.PresumedNo];

function bindOccurrence(
  { context, file }: RelationContext,
  relation: NodeIndex,
  { name, event }: Term,
  day: number,
): void {
  const known = event.occurred;
  if (known === undefined) event.occurred = day;
  else if (known !== day) {
    const message = `\`${name}\` occurred on ${formatDay(known)}: it cannot occur on ${formatDay(day)} as well`;
    report(context, file, relation, 'contradictory-terms', message, { help: 'keep the day on which it occurred' });
  }
}
