import { isChoiceText } from '../conflicts/describe.ts';
import type { Window, WindowStretch } from '../rules/finding.ts';

const MOST_STRETCHES = 4;

/** What is said of one of several times is said of all of them. */
const commaAfter = (words = ''): string => (isChoiceText(words) ? ',' : '');

/** "from 2026-02-27 until AGI", "from spin through 2026-12-31, and again from 2027-03-01 on". */
export function windowWords(window: Window, day: (iso: string) => string = (iso) => iso): string {
  const { again = [] } = window;
  const words = [window, ...again].map((stretch) => stretchWords(stretch, day));
  const more = words.length - MOST_STRETCHES;
  const told = words.slice(0, MOST_STRETCHES).join(', and again ');
  return more > 0 ? `${told}, and ${more} more ${more === 1 ? 'time' : 'times'} after that` : told;
}

function stretchWords(stretch: WindowStretch, day: (iso: string) => string): string {
  const { from, fromText, until, untilText } = stretch;
  if (from !== undefined && from === until) {
    const provisos = [fromText && `if ${fromText} comes by then`, untilText && `unless ${untilText} comes first`];
    return [day(from), provisos.filter((one) => one !== undefined).join(' and ')].filter(Boolean).join(', ');
  }
  const date = from && `from ${day(from)}`;
  const event = fromText && `from ${fromText}`;
  const start = date && event ? `${date}, or ${event}${commaAfter(fromText)} if that is later` : date || event;
  // A day as an end is included, an event is not.
  const last = until && `through ${day(until)}`;
  const ending = untilText && `until ${untilText}`;
  const end = last && ending ? `${last}, or ${ending}${commaAfter(untilText)} if that is sooner` : last || ending;
  if (!start) return end || 'always';
  if (date && event) return end ? `${start}, ${end}` : start;
  return end ? `${start} ${end}` : `${start} on`;
}
