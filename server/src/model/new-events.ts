import { childrenOf, kindOf, type NodeIndex, NodeKind } from '../syntax/tree.ts';
import { pathText } from '../syntax/values.ts';
import type { ArgumentContext, BoundArguments } from './bound-arguments.ts';
import { addTerm, asCalledIn, findTerm, namesOf, reportNewName } from './context.ts';
import { isEdge, nearTime } from './mistaken-times.ts';

/** Takes what the times of a question name and nobody has declared for new events, whose days are open. */
export function declareNewEvents(at: ArgumentContext, { from, until, due }: BoundArguments): void {
  for (const time of [from, until, due]) if (time !== undefined) declareEventsIn(at, time);
}

function declareEventsIn(at: ArgumentContext, node: NodeIndex): void {
  const { context, file, scopes } = at;
  if (kindOf(file.tree, node) !== NodeKind.Path) {
    for (const child of childrenOf(file.tree, node)) declareEventsIn(at, child);
    return;
  }
  const name = pathText(file.tree, node);
  if (name === '' || isEdge(name) || findTerm(context, 'event', name, scopes) !== undefined) return;
  const near = nearTime(name, namesOf(context, 'event').keys());
  const called = near && !isEdge(near) ? asCalledIn(context, 'event', near, scopes) : near;
  reportNewName(context, file, node, 'event', name, [], called);
  addTerm(context, 'event', name, {});
}
