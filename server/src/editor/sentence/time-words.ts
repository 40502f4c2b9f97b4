import { listed } from '../words.ts';
import { dayWords, endOfDay } from './day-words.ts';

/** A time as an author wrote it. A day as an end is the last one included; the moment of anything else is not. */
export type WrittenTime =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'moment'; readonly words: string }
  | { readonly kind: 'choice'; readonly items: readonly WrittenTime[]; readonly which: 'earlier' | 'later' }
  | { readonly kind: 'perpetual' };

/** "from 28 October 2025", "from AGI or 1 January 2027, whichever is earlier". */
export function fromWords(time: WrittenTime): string {
  switch (time.kind) {
    case 'day':
      return `from ${dayWords(time.day)}`;
    case 'moment':
      return `from ${time.words}`;
    case 'choice':
      return `from ${choiceWords(time, dayWords)}`;
    case 'perpetual':
      return 'from a day that never comes';
  }
}

/** "through 31 December 2028", "until AGI", "in perpetuity". */
export function untilWords(time: WrittenTime): string {
  switch (time.kind) {
    case 'day':
      return `through ${dayWords(time.day)}`;
    case 'moment':
      return `until ${time.words}`;
    case 'choice':
      return `until ${choiceWords(time, endOfDay)}`;
    case 'perpetual':
      return 'in perpetuity';
  }
}

/** "by 31 March 2026 at the latest", "before AGI". */
export function dueWords(time: WrittenTime): string {
  switch (time.kind) {
    case 'day':
      return `by ${dayWords(time.day)} at the latest`;
    case 'moment':
      return `before ${time.words}`;
    case 'choice':
      return `before ${choiceWords(time, endOfDay)}`;
    case 'perpetual':
      return 'at any time';
  }
}

/** "AGI", "3 May 2027": a day or moment by itself. */
export function momentWords(time: WrittenTime): string {
  switch (time.kind) {
    case 'day':
      return dayWords(time.day);
    case 'moment':
      return time.words;
    case 'choice':
      return choiceWords(time, dayWords);
    case 'perpetual':
      return 'never';
  }
}

function choiceWords(
  { items, which }: WrittenTime & { readonly kind: 'choice' },
  ofDay: (day: number) => string,
): string {
  const words = items.map((item) => {
    if (item.kind === 'day') return ofDay(item.day);
    return item.kind === 'choice' ? `(${choiceWords(item, ofDay)})` : momentWords(item);
  });
  const last = items.length > 2 ? { earlier: 'earliest', later: 'latest' }[which] : which;
  return items.length === 1 ? words[0] : `${listed(words, 'or')}, whichever is ${last}`;
}
