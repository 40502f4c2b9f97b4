import { kindOf, type NodeIndex, NodeKind, type Tree, textNumberOf, textOf } from '../syntax/tree.ts';
import { type DaySpan, type Period, parseDate, parsePeriod } from '../terms/calendar.ts';
import { day, type Time } from '../terms/time.ts';
import { type ByNumber, setAt, valueAt } from './by-number.ts';

/** The days of a date, a month or a year (a number of four digits); undefined when the node is none of them. */
export function dateSpan(tree: Tree, node: NodeIndex): DaySpan | undefined {
  const kind = kindOf(tree, node);
  if (kind !== NodeKind.Date && kind !== NodeKind.Month && kind !== NodeKind.Number) return undefined;
  return parseDate(textOf(tree, node));
}

/** Of the dates and months that have been asked about, by the number of their text: the same objects for the same dates. */
const known: Readonly<Record<'start' | 'end', ByNumber<Time>>> = { start: [], end: [] };

/** What is in force from a date, or until it: from its first day, until the day after its last. */
export function timeOfDate(tree: Tree, node: NodeIndex, as: 'start' | 'end'): Time | undefined {
  const number = textNumberOf(tree, node);
  const before = number === 0 ? undefined : valueAt(known[as], number);
  if (before) return before;
  const span = dateSpan(tree, node);
  if (!span) return undefined;
  const time = day(as === 'start' ? span.first : span.last + 1);
  if (number !== 0) setAt(known[as], number, time);
  return time;
}

/** The period of a duration such as `90 days`. */
export function periodOf(tree: Tree, node: NodeIndex): Period | undefined {
  if (kindOf(tree, node) !== NodeKind.Duration) return undefined;
  const match = /^(\d+)\s*(\p{L}+)$/u.exec(textOf(tree, node).trim());
  return match ? parsePeriod(Number(match[1]), match[2]) : undefined;
}
