import { type Kind, type Model, onlyRecords } from '../model/model.ts';
import { datesIn } from './dates-in.ts';
import { promisorIn } from './passage-subject.ts';
import { territoriesIn } from './territories-in.ts';

const ENDS = /\b(?:until|through|ending\s+on|expiring\s+on)\s+(?:and\s+including\s+)?$|(?:至|截至|直至|到)\s*$/i;
const OPEN = /\b(?:earlier|later)\s+of\b|\bwhichever\b|\bunless\s+(?:earlier|sooner)\b/i;

/**
 * Who promises, where and until when, as far as a passage says it beyond doubt: the party it starts with, the only
 * territory, the only date behind "until". Values as the language writes them; none for a kind that only records.
 */
export function regionArguments(
  kind: Kind,
  passage: string,
  model: Model,
): readonly (readonly [name: string, value: string])[] {
  if (onlyRecords(kind)) return [];
  const promisor = promisorIn(passage, model);
  const territories = new Set(territoriesIn(passage).map(({ text }) => text));
  const dates = OPEN.test(passage) ? [] : datesIn(passage);
  const ends = dates.filter(({ start }) => ENDS.test(passage.slice(Math.max(0, start - 40), start)));
  return [
    ...(promisor === undefined ? [] : [['by', promisor] as const]),
    ...(territories.size === 1 ? [['territory', [...territories][0]] as const] : []),
    ...(ends.length === 1 ? [['until', ends[0].text] as const] : []),
  ];
}
