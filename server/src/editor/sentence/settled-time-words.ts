import { provisoWords } from '../../conflicts/describe.ts';
import { FIRST_DAY, NEVER } from '../../terms/calendar.ts';
import { highestOf, lowestOf, type Time, type Timeline } from '../../terms/time.ts';
import { listed } from '../words.ts';
import { dayWords, endOfDay, periodWords } from './day-words.ts';

/** A settled start in words: "from 28 October 2025", "from AGI"; undefined where it always has been. */
export function startWords(time: Time, timeline: Timeline): string | undefined {
  if (time.kind === 'day') return time.day <= FIRST_DAY ? undefined : `from ${dayWords(time.day)}`;
  return `from ${settledWords(time, timeline, dayWords)}`;
}

/** A settled end, the first day no longer in force, in words: "through 31 December 2028", "until AGI". */
export function endWords(end: Time, timeline: Timeline): string | undefined {
  const time = withoutIdle(end, timeline);
  if (time.kind === 'day') return time.day >= NEVER ? undefined : `through ${dayWords(time.day - 1)}`;
  if (time.kind === 'renewed') return `through ${renewedWords(time, timeline)}`;
  return `until ${settledWords(time, timeline, (day) => endOfDay(day - 1))}`;
}

/** A choice without what can never be chosen: of an event that comes after a day, the earlier is the day. */
function withoutIdle(time: Time, timeline: Timeline): Time {
  if (time.kind !== 'earliest' && time.kind !== 'latest') return time;
  const isEarliest = time.kind === 'earliest';
  const bounds = time.items.map((item) => (isEarliest ? highestOf(item, timeline) : lowestOf(item, timeline)));
  const sure = isEarliest ? Math.min(...bounds) : Math.max(...bounds);
  const setting = time.items[bounds.indexOf(sure)];
  const items = time.items.filter(
    (item) => item === setting || (isEarliest ? lowestOf(item, timeline) < sure : highestOf(item, timeline) > sure),
  );
  return items.length === 1 ? items[0] : { ...time, items };
}

function settledWords(time: Time, timeline: Timeline, ofDay: (day: number) => string): string {
  switch (time.kind) {
    case 'day':
      return time.day >= NEVER ? 'never' : ofDay(time.day);
    case 'variable':
      return timeline[time.variable].name;
    case 'sum':
      return `${periodWords(time.period)} ${time.sign > 0 ? 'after' : 'before'} ${settledWords(time.base, timeline, dayWords)}`;
    case 'renewed':
      return renewedWords(time, timeline);
    case 'earliest':
    case 'latest': {
      const words = time.items.map((item) => settledWords(item, timeline, ofDay));
      const superlative = time.kind === 'earliest' ? ['earlier', 'earliest'] : ['later', 'latest'];
      return `${listed(words, 'or')}, whichever is ${superlative[time.items.length > 2 ? 1 : 0]}`;
    }
    case 'provided':
      return `${settledWords(time.base, timeline, ofDay)} ${provisoWords(time, (one) => settledWords(one, timeline, dayWords))}`;
  }
}

const renewedWords = ({ base, period, times }: Time & { readonly kind: 'renewed' }, timeline: Timeline): string =>
  `${settledWords(base, timeline, (day) => dayWords(day - 1))} or, as ${timeline[times].name} may be renewed, ${periodWords(period)} later each time`;
