import { labelDrafts } from './complete-references.ts';
import { termDrafts } from './complete-terms.ts';
import { choice, type Draft, hole, keyword, value } from './completion-item.ts';
import type { ValuePlace } from './place.ts';
import type { TypingContext } from './typing-context.ts';

/** Dates, with today's to start from. */
export function dateDrafts({ analysis, qualifier }: TypingContext): Draft[] {
  if (qualifier !== undefined) return [];
  const today = analysis.options.asOf;
  const [year, month, day] = today.split('-');
  if (day === undefined) return [];
  return [value(today, `${hole(1, year)}-${hole(2, month)}-${hole(3, day)}`, 1, 'a day: year, month and day')];
}

/** What a clause can start or end with. */
export function timeDrafts(context: TypingContext, place: Omit<ValuePlace, 'kind'>): Draft[] {
  const { qualifier, analysis } = context;
  const events = termDrafts(context, 'event', place.others);
  if (qualifier !== undefined) {
    const deal = analysis.model.dealsByName.get(qualifier);
    const isKnown = deal !== undefined || qualifier.includes('.');
    return [...events, ...(deal ? labelDrafts(context, deal, 2) : []), ...(isKnown ? edges(1) : [])];
  }
  const isEnd = place.name !== 'from';
  const choices = place.inList
    ? []
    : [
        value('earlier of […]', `earlier of [${hole(1, 'event')}, ${hole(2, 'date')}]`, 4, 'whichever comes first'),
        value('later of […]', `later of [${hole(1, 'event')}, ${hole(2, 'date')}]`, 4, 'whichever comes last'),
      ];
  return [
    ...events,
    ...dateDrafts(context),
    ...(place.owner === 'header' ? [] : edges(2)),
    ...(isEnd ? [keyword('perpetual', 3, 'it never ends')] : []),
    value(
      'start + 3 years',
      `start + ${hole(1, '3')} ${choice(2, 'years,months,days')}`,
      3,
      'counted from the first day',
    ),
    ...choices,
  ];
}

const edges = (rank: number): Draft[] => [
  keyword('start', rank, 'the first day in force'),
  keyword('end', rank, 'the first day no longer in force'),
];
