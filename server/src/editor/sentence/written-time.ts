import { dateSpan } from '../../model/bind-dates.ts';
import type { Deal, Model, TimeNode } from '../../model/model.ts';
import { resolveReference } from '../../model/references.ts';
import { childrenOf, kindOf, type NodeIndex, NodeKind } from '../../syntax/tree.ts';
import { durationParts, pathText } from '../../syntax/values.ts';
import { addPeriod, LAST_DAY, parsePeriod } from '../../terms/calendar.ts';
import { termNamed } from '../term-named.ts';
import { dayWords } from './day-words.ts';
import type { Naming } from './naming.ts';
import { momentWords, type WrittenTime } from './time-words.ts';

/** Reads a time as a start, or as an end. Undefined where it cannot be read. */
export function readTime(
  model: Model,
  naming: Naming,
  at: TimeNode,
  as: 'start' | 'end',
  reader: Deal,
): WrittenTime | undefined {
  const { node } = at;
  const { tree } = at.deal;
  const span = dateSpan(tree, node);
  if (span) return { kind: 'day', day: as === 'start' ? span.first : span.last };
  const children = childrenOf(tree, node);
  switch (kindOf(tree, node)) {
    case NodeKind.Path:
      return namedTime(model, naming, at, as, pathText(tree, node), reader);
    case NodeKind.Plus:
    case NodeKind.Minus:
      return sumOf(model, naming, at, children, as, reader);
    case NodeKind.EarlierOf:
    case NodeKind.LaterOf: {
      const items = childrenOf(tree, children[0]).map((child) =>
        readTime(model, naming, { ...at, node: child }, as, reader),
      );
      if (items.length === 0 || !items.every((item) => item !== undefined)) return undefined;
      return { kind: 'choice', items, which: kindOf(tree, node) === NodeKind.EarlierOf ? 'earlier' : 'later' };
    }
    default:
      return undefined;
  }
}

function namedTime(
  model: Model,
  naming: Naming,
  at: TimeNode,
  as: 'start' | 'end',
  name: string,
  reader: Deal,
): WrittenTime | undefined {
  const event = termNamed(model, 'event', name, at.deal);
  if (event) {
    const { occurred } = model.terms[event.id].event;
    const called = naming.call(event.id);
    return { kind: 'moment', words: occurred === undefined ? called : `${called} (${dayWords(occurred)})` };
  }
  if (name === 'perpetual' || name === 'never') return { kind: 'perpetual' };
  if (name === 'start') return startOf(model, naming, at, as, reader);
  const whose = at.deal === reader ? 'the deal' : at.deal.name;
  if (name === 'end') return { kind: 'moment', words: `the end of ${whose}` };
  const [owner, edge] = splitEdge(name);
  const target = edge === undefined ? undefined : resolveReference(model, owner, at.deal);
  if (target === undefined || target.kind === 'unknown') return undefined;
  const named = target.kind === 'deal' ? target.deal.name : (target.clause.label ?? target.clause.name);
  return { kind: 'moment', words: `the ${edge} of ${named}` };
}

/** `deal.label.end` as `deal.label` and `end`. */
function splitEdge(name: string): readonly [owner: string, edge?: 'start' | 'end'] {
  const dot = name.lastIndexOf('.');
  const edge = name.slice(dot + 1);
  return dot > 0 && (edge === 'start' || edge === 'end') ? [name.slice(0, dot), edge] : [name];
}

/** A deal's start is written in its header and nothing moves it, so its day can be named. */
function startOf(
  model: Model,
  naming: Naming,
  at: TimeNode,
  as: 'start' | 'end',
  reader: Deal,
): WrittenTime | undefined {
  const { from } = at.deal;
  const isOwn = from !== undefined && from.deal === at.deal && from.node === at.node;
  const time = from && !isOwn ? readTime(model, naming, from, 'start', reader) : undefined;
  // As an end it is the first day no longer in force.
  if (time?.kind === 'day') return as === 'start' ? time : { kind: 'day', day: time.day - 1 };
  return { kind: 'moment', words: at.deal === reader ? 'the start of the deal' : `the start of ${at.deal.name}` };
}

function sumOf(
  model: Model,
  naming: Naming,
  at: TimeNode,
  [base, duration]: readonly NodeIndex[],
  as: 'start' | 'end',
  reader: Deal,
): WrittenTime | undefined {
  const parts = duration === undefined ? undefined : durationParts(at.deal.tree, duration);
  const period = parts && parsePeriod(parts.count, parts.unit);
  const time = period && readTime(model, naming, { ...at, node: base }, 'start', reader);
  if (!parts || !period || !time) return undefined;
  if (time.kind === 'perpetual') return time;
  const isLater = kindOf(at.deal.tree, at.node) === NodeKind.Plus;
  if (time.kind === 'day') {
    const sum = addPeriod(time.day, period, isLater ? 1 : -1);
    // A sum is the first day outside.
    return sum > LAST_DAY ? { kind: 'perpetual' } : { kind: 'day', day: as === 'start' ? sum : sum - 1 };
  }
  const length = `${parts.count} ${parts.unit}${parts.count === 1 ? '' : 's'}`;
  const from = time.kind === 'choice' ? `(${momentWords(time)})` : time.words;
  return { kind: 'moment', words: `${length} ${isLater ? 'after' : 'before'} ${from}` };
}
