import { samplePoints, within } from '../../conflicts/cells.ts';
import type { Interval } from '../../terms/intervals.ts';

/** A range as written behind the dimension's name; undefined where the other reaches as far, or has no words for it. */
export function sharedRange(
  of: readonly Interval[] | undefined,
  other: readonly Interval[] | undefined,
): string | undefined {
  if (!other) return undefined;
  const points = samplePoints([...other, ...(of ?? [])]);
  const lies = (ranges: readonly Interval[] | undefined, point: number): boolean =>
    !ranges || ranges.some((range) => within(range, point));
  if (points.every((point) => !lies(of, point) || lies(other, point))) return undefined;
  const meeting = other.filter((range) => points.some((point) => lies(of, point) && within(range, point)));
  return rangeText(meeting);
}

function rangeText(ranges: readonly Interval[]): string | undefined {
  if (ranges.length === 1) return oneRange(ranges[0]);
  const text = rangesText(ranges);
  return text && `= ${text}`;
}

/** Ranges as a value: `3`, `[..2, 5..7]`; undefined where the language has no words for one of them. */
export function rangesText(ranges: readonly Interval[]): string | undefined {
  const texts = ranges.map(closedRange);
  if (texts.length === 0 || texts.includes(undefined)) return undefined;
  return texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
}

function oneRange(range: Interval): string | undefined {
  const { low, high, lowOpen, highOpen } = range;
  if (Number.isFinite(low) && !Number.isFinite(high)) return `${lowOpen ? '>' : '>='} ${low}`;
  if (Number.isFinite(high) && !Number.isFinite(low)) return `${highOpen ? '<' : '<='} ${high}`;
  const text = closedRange(range);
  return text === undefined ? undefined : `= ${text}`;
}

function closedRange({ low, high, lowOpen, highOpen }: Interval): string | undefined {
  if ((lowOpen && Number.isFinite(low)) || (highOpen && Number.isFinite(high))) return undefined;
  if (low === high) return String(low);
  if (!Number.isFinite(low) && !Number.isFinite(high)) return undefined;
  return `${Number.isFinite(low) ? low : ''}..${Number.isFinite(high) ? high : ''}`;
}
