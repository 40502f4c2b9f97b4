import type { Kind } from '../model/model.ts';
import { datesIn } from './dates-in.ts';
import { durationsIn } from './durations-in.ts';
import { governingLawIn } from './governing-law-in.ts';
import { moneyIn } from './money-in.ts';
import { sharesIn } from './shares-in.ts';
import type { StatedValue } from './stated-value.ts';

/** What is known beside the words of a passage. */
export interface PassageContext {
  /** Two digits may stand for a year from 1950 to 2049. */
  readonly century?: boolean;
  /** The currency that a bare `$` means. */
  readonly dollar?: string;
}

/** Words with which an amount is one of several, or only a part of a formula. */
const COMPARED =
  /\b(?:greater|lesser|higher|lower|larger|smaller)\s+of\b|\bplus\b|\btimes\b|\bmultiplied\b|\bin excess of\b|较高者|较低者|孰高|孰低/i;
const NOTICE_BEHIND =
  /^['’]?s?['’]?\s*(?:\w+\s+){0,2}(?:notice|notification)\b|^\s*(?:prior|before|in\s+advance)\b|^(?:前|内)?.{0,4}(?:书面)?通知/i;

/**
 * The parameters of a kind whose values a passage states beyond doubt: its only date, its only amount, the length of time
 * before "notice". What could be one of two things is left out. Values as the language writes them.
 */
export function statedArguments(
  kind: Kind,
  passage: string,
  context: PassageContext = {},
): readonly (readonly [name: string, value: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const { name, type } of kind.parameters.values()) {
    const value = argumentFor(name, type, passage, context);
    if (value !== undefined) found.push([name, value]);
  }
  return found;
}

function argumentFor(
  name: string,
  type: string,
  passage: string,
  { century, dollar }: PassageContext,
): string | undefined {
  switch (type) {
    case 'date':
      return only(datesIn(passage, century));
    case 'time':
      return name === 'day' && isWholly(passage, datesIn(passage, century))
        ? only(datesIn(passage, century))
        : undefined;
    case 'money':
      return name === 'amount' && isPlain(passage) ? only(moneyIn(passage, dollar)) : undefined;
    case 'share':
      return name === 'share' && isPlain(passage) ? only(sharesIn(passage)) : undefined;
    case 'duration':
      return durationOf(name, passage);
    case 'territory':
      return name === 'law' ? governingLawIn(passage) : undefined;
    default:
      return undefined;
  }
}

/** One amount and no share, or the other way round, and no comparison of several. */
const isPlain = (passage: string): boolean =>
  !COMPARED.test(passage) && moneyIn(passage, 'USD').length + sharesIn(passage).length === 1;

/** `notice` is what stands before the word; any other length of time is the passage's only one. */
function durationOf(name: string, passage: string): string | undefined {
  const durations = durationsIn(passage);
  const notices = durations.filter(({ end }) => NOTICE_BEHIND.test(passage.slice(end, end + 60)));
  if (name === 'notice') return only(notices);
  return durations.length === 1 && notices.length === 0 && name === 'period' ? durations[0].text : undefined;
}

/** The value, if all are the same. */
const only = (values: readonly StatedValue[]): string | undefined =>
  new Set(values.map(({ text }) => text)).size === 1 ? values[0].text : undefined;

/** Whether a passage says nothing but the date, a few small words apart. */
const isWholly = (passage: string, [first]: readonly StatedValue[]): boolean =>
  first !== undefined &&
  /^\W*(?:(?:the|this|as|of|on|dated|effective|date)\W*)*$/i.test(passage.slice(0, first.start)) &&
  /^\W*$/.test(passage.slice(first.end));
