import { kindOf, type NodeIndex, NodeKind, type Tree, textOf } from '../syntax/tree.ts';
import { type DaySpan, parseDate } from '../terms/calendar.ts';

/** The days of a date, a month or a year (a number of four digits); undefined when the node is none of them. */
export function dateSpan(tree: Tree, node: NodeIndex): DaySpan | undefined {
  const kind = kindOf(tree, node);
  if (kind !== NodeKind.Date && kind !== NodeKind.Month && kind !== NodeKind.Number) return undefined;
  return parseDate(textOf(tree, node));
}
