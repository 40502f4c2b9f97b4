import { choiceText, timeText } from '../conflicts/describe.ts';
import { DAY_OF_USE, HORIZON } from '../model/timeline.ts';
import { FIRST_DAY, formatDay, NEVER } from '../terms/calendar.ts';
import { lastDayOf, type Stretch } from '../terms/stretches.ts';
import { highestOf, lowestOf, type Time, type Timeline } from '../terms/time.ts';
import type { Window, WindowStretch } from './finding.ts';

/** The days of a collision in words; undefined where they are too many to be told. */
export function windowOf(stretches: readonly Stretch[] | undefined, timeline: Timeline): Window | undefined {
  if (!stretches || stretches.length === 0) return undefined;
  const [first, ...again] = stretches.map((stretch) => stretchOf(stretch, timeline));
  return again.length === 0 ? first : { ...first, again };
}

/** Whether every day of it is before another day. */
export const endsBefore = ({ again = [], ...first }: Window, day: number): boolean =>
  [first, ...again].every(({ until }) => until !== undefined && until < formatDay(day));

function stretchOf(stretch: Stretch, timeline: Timeline): WindowStretch {
  const { starts, ends } = stretch;
  const first = Math.max(FIRST_DAY, ...starts.map((time) => (time.kind === 'day' ? time.day : FIRST_DAY)));
  const last = lastDayOf(stretch, DAY_OF_USE, timeline) ?? NEVER;
  const end = Math.min(last + 1, ...ends.map((time) => highestOf(time, timeline)));
  const soonerEnds = ends.filter((time) => time.kind !== 'day' && lowestOf(time, timeline) < end);
  return {
    from: first > FIRST_DAY ? formatDay(first) : undefined,
    fromText: textOf(
      starts.filter(({ kind }) => kind !== 'day'),
      'start',
      timeline,
    ),
    // What ends on the horizon ends some day, nobody knows when.
    until: end < HORIZON ? formatDay(end - 1) : undefined,
    untilText: textOf(soonerEnds, 'end', timeline),
  };
}

function textOf(times: readonly Time[], edge: 'start' | 'end', timeline: Timeline): string | undefined {
  const names = [...new Set(times.map((time) => timeText(time, timeline, edge)))];
  return names.length < 2 ? names[0] : choiceText(edge === 'start' ? 'latest' : 'earliest', names);
}
