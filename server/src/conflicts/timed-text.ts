import { dayOf, formatDay, NEVER } from '../terms/calendar.ts';
import type { Days } from '../terms/day-solver.ts';
import type { VariableId } from '../terms/time.ts';
import { type TurnText, timeText } from './describe.ts';
import type { Fact, Order, TimedFact } from './judgement.ts';
import type { Lens } from './lens.ts';

/** What is asked of an event or a renewal where no side of a day is all that decides. */
export function timedQuestion(lens: Lens, { kind, variable }: TimedFact): string {
  const { name } = lens.timeline[variable];
  return kind === 'event' ? `when ${name} happens` : `how often ${name} is renewed`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** Only what nothing says the day of, and must be past, is taken to happen so early: any later day would do as well. */
const LONG_AGO = dayOf(1000, 1, 1);

/** A variable that has a value, in words. */
export function settledText(lens: Lens, variable: VariableId, value: number): string {
  const { kind, name } = lens.timeline[variable];
  if (kind !== 'renewal') {
    if (value >= NEVER) return `${name} never happens`;
    return value < LONG_AGO ? `${name} happened long before` : `${name} happens on ${formatDay(value)}`;
  }
  if (value === 0) return `${name} is not renewed`;
  return `${name} is renewed ${value >= NEVER ? 'for ever' : times(value)}`;
}

/** "if spin happens on that day": what has to happen for the use that shows a world to collide on its day. */
export function provisoText(lens: Lens, facts: readonly VariableId[], days: Days, date: number): string {
  const parts = facts.map((id) => {
    const { kind, name } = lens.timeline[id];
    const value = days.get(id) ?? date;
    if (kind === 'renewal' || (value !== date && value >= LONG_AGO)) return settledText(lens, id, value);
    return value === date ? `${name} happens on that day` : `${name} has happened by then`;
  });
  return `if ${parts.join(' and ')}`;
}

/** The day of an event on which a verdict turns, or how often a deal is renewed. */
export function timedText(lens: Lens, fact: TimedFact): TurnText {
  const { kind, variable, collides, clears, only } = fact;
  return {
    kind,
    name: lens.timeline[variable].name,
    text: only ? `only if ${sideText(lens, kind, variable, only)}` : timedQuestion(lens, fact),
    conflictWhen: settledText(lens, variable, collides),
    clearWhen: settledText(lens, variable, clears),
  };
}

/** "AGI comes before 2028-01-01", "supply is renewed 3 times or more". */
function sideText(
  lens: Lens,
  kind: TimedFact['kind'],
  variable: VariableId,
  only: NonNullable<TimedFact['only']>,
): string {
  const { name } = lens.timeline[variable];
  if (kind === 'renewal') return 'from' in only ? renewedText(name, only.from) : renewedLessText(name, only.before);
  if ('before' in only)
    return only.before >= NEVER ? `${name} happens` : `${name} comes before ${formatDay(only.before)}`;
  return only.from >= NEVER ? `${name} never happens` : `${name} comes after ${formatDay(only.from - 1)}`;
}

function renewedText(name: string, least: number): string {
  if (least === 1) return `${name} is renewed`;
  return least >= NEVER ? `${name} is renewed for ever` : `${name} is renewed ${times(least)} or more`;
}

function renewedLessText(name: string, least: number): string {
  if (least === 1) return `${name} is not renewed`;
  return least >= NEVER ? `${name} is not renewed for ever` : `${name} is renewed no more than ${times(least - 1)}`;
}

/** Two days the order of which decides. */
export function orderText(
  lens: Lens,
  { order, collides, clears, isNeeded }: Extract<Fact, { readonly kind: 'order' }>,
): TurnText {
  const [first] = collides.keys();
  const { kind, name } = lens.timeline[first];
  const settled = (days: Days): string => [...days].map(([id, value]) => settledText(lens, id, value)).join(' and ');
  return {
    kind: kind === 'renewal' ? kind : 'event',
    name,
    text: `${isNeeded ? 'only if' : 'whether'} ${sequenceText(lens, order)}`,
    conflictWhen: settled(collides),
    clearWhen: settled(clears),
  };
}

/** "AGI comes before IPO + 1 month". */
function sequenceText({ timeline }: Lens, { earlier, later }: Order): string {
  if (earlier.kind === 'day') return `${timeText(later, timeline)} comes after ${formatDay(earlier.day)}`;
  const sooner = timeText(earlier, timeline);
  if (later.kind !== 'day') return `${sooner} comes before ${timeText(later, timeline)}`;
  return later.day >= NEVER ? `${sooner} comes` : `${sooner} comes before ${formatDay(later.day)}`;
}

/** On which side of its turning day a fact lets a duty be performed. */
export function boundText(lens: Lens, { kind, variable, collides, clears }: TimedFact): string {
  const { name } = lens.timeline[variable];
  const isEarlier = clears < collides;
  if (kind === 'renewal') return isEarlier ? renewedLessText(name, collides) : renewedText(name, clears);
  if (isEarlier) return collides >= NEVER ? `${name} happens` : `${name} happens by ${formatDay(clears)}`;
  return clears >= NEVER ? `${name} never happens` : `${name} does not happen before ${formatDay(clears)}`;
}
