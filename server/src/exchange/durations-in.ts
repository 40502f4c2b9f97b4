import { inOrder, type StatedValue } from './stated-value.ts';

const UNITS = 'day|week|month|quarter|year';
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const DURATION = new RegExp(
  `(?:\\b(${COUNTS.join('|')}|[a-z]+(?:-[a-z]+)?)\\s*)?(?:\\((\\d{1,4})\\)|(?<![\\d.,])(\\d{1,4}))?(?:[\\s-]+(?:consecutive|calendar|full))?[\\s-]+(${UNITS})s?(?!\\p{L})`,
  'giu',
);
const CHINESE_DURATION = /(?<![\d.])(\d{1,4})\s*(个月|天|日|年|周)/gu;
const CHINESE_UNITS: Readonly<Record<string, string>> = { 个月: 'month', 天: 'day', 日: 'day', 年: 'year', 周: 'week' };

/** The lengths of time that a text names, as in `90 days`. Business days are none: they have no fixed length. */
export function durationsIn(text: string): readonly StatedValue[] {
  const found: StatedValue[] = [];
  const add = (start: number, end: number, count: number, unit: string): void => {
    if (count > 0) found.push({ text: `${count} ${unit}${count === 1 ? '' : 's'}`, start, end });
  };
  for (const match of text.matchAll(DURATION)) {
    const [whole, word, inParentheses, digits, unit] = match;
    const spelled = word === undefined ? 0 : COUNTS.indexOf(word.toLowerCase()) + 1;
    const count = inParentheses ?? digits;
    if (count === undefined && spelled === 0) continue;
    add(match.index, match.index + whole.length, count === undefined ? spelled : Number(count), unit.toLowerCase());
  }
  for (const match of text.matchAll(CHINESE_DURATION)) {
    // `2026 年` is a year of the calendar.
    if (match[2] === '年' && match[1].length === 4) continue;
    add(match.index, match.index + match[0].length, Number(match[1]), CHINESE_UNITS[match[2]]);
  }
  return inOrder(found);
}
