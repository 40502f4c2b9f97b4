import { kindOf, type NodeIndex, NodeKind, type Tree, textOf } from '../syntax/tree.ts';
import { type DaySpan, type Period, parseDate, parsePeriod } from '../terms/calendar.ts';

/** The days of a date, a month or a year (a number of four digits); undefined when the node is none of them. */
export function dateSpan(tree: Tree, node: NodeIndex): DaySpan | undefined {
  const kind = kindOf(tree, node);
  if (kind !== NodeKind.Date && kind !== NodeKind.Month && kind !== NodeKind.Number) return undefined;
  return parseDate(textOf(tree, node));
}

/** The period of a duration such as `90 days`. */
export function periodOf(tree: Tree, node: NodeIndex): Period | undefined {
  if (kindOf(tree, node) !== NodeKind.Duration) return undefined;
  const match = /^(\d+)\s*(\p{L}+)$/u.exec(textOf(tree, node).trim());
  return match ? parsePeriod(Number(match[1]), match[2]) : undefined;
}
