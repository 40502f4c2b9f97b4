import { isName, oneName } from './characters.ts';
import { calendarFault, monthFault } from './dates.ts';
import { textOfNumber } from './known-texts.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree, textNumberOf, textOf } from './tree.ts';

/** What the leaves of a tree say. All of it is total: a node the parser found fault with gives `''` or undefined. */

/**
 * The text of a Name, a Label or an Effect, in Unicode's composed form (NFC), so that names typed on different
 * keyboards are one. Empty where the parser found none and has said so.
 */
export function nameText(tree: Tree, n: NodeIndex): string {
  const number = textNumberOf(tree, n);
  if (number !== 0) return textOfNumber(number);
  const text = textOf(tree, n);
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return text.normalize('NFC');
  return text;
}

/**
 * The name that a declaration of a term gives it. Of words that stand where one is expected, what they are as one, as the
 * parser has proposed.
 */
export function declaredName(tree: Tree, n: NodeIndex): string {
  const name = nameText(tree, n);
  return textNumberOf(tree, n) !== 0 || isName(name) ? name : (oneName(name) ?? '');
}

/** The names of a Path, joined by dots. Empty where the parser found none. */
export function pathText(tree: Tree, path: NodeIndex): string {
  const end = nextOf(tree, path);
  if (end === path + 1) return '';
  let text = nameText(tree, path + 1);
  for (let name = nextOf(tree, path + 1); name < end; name = nextOf(tree, name)) text += `.${nameText(tree, name)}`;
  return text;
}

const CLOSING_MARKS = '"”\'’»」＂`“';

/** A String without its quotation marks. */
export function stringValue(tree: Tree, string: NodeIndex): string {
  const text = textOf(tree, string);
  const isClosed = text.length > 1 && CLOSING_MARKS.includes(text[text.length - 1]);
  return text.slice(1, isClosed ? -1 : undefined);
}

/** The digits of a Number, a decimal such as `27` or `0.5`; undefined where the parser found fault with it. */
export function numberText(tree: Tree, number: NodeIndex): string | undefined {
  return /^\d+(?:\.\d+)?$/.exec(textOf(tree, number))?.[0];
}

/** The digits of a Percent: `27` of `27%`. */
export function percentText(tree: Tree, percent: NodeIndex): string | undefined {
  return /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(textOf(tree, percent))?.[1];
}

export interface MoneyParts {
  /** A decimal: `250` of `250B USD`. */
  readonly amount: string;
  /** Thousand, million, billion (10⁹), trillion (10¹²), or none. */
  readonly magnitude: '' | 'K' | 'M' | 'B' | 'T';
  /** Three capital letters; not checked against ISO 4217. */
  readonly currency: string;
}

/** The parts of a Money; undefined where the parser found fault with it. */
export function moneyParts(tree: Tree, money: NodeIndex): MoneyParts | undefined {
  const text = textOf(tree, money);
  const number = /^(\d+(?:\.\d+)?)([KMBT]?)/.exec(text);
  const currency = /[A-Z]{3}$/.exec(text);
  if (number === null || currency === null || !isGap(text.slice(number[0].length, -3))) return undefined;
  return { amount: number[1], magnitude: number[2] as MoneyParts['magnitude'], currency: currency[0] };
}

/** Whether a text holds nothing but white space or a comment. */
function isGap(text: string): boolean {
  const trimmed = text.trim();
  return text !== '' && (trimmed === '' || trimmed.startsWith('//') || trimmed.startsWith('/*'));
}

export type UnitOfTime = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface DurationParts {
  readonly count: number;
  readonly unit: UnitOfTime;
}

/** The parts of a Duration; undefined where the parser found fault with it. */
export function durationParts(tree: Tree, duration: NodeIndex): DurationParts | undefined {
  const text = textOf(tree, duration);
  const count = /^\d{1,9}(?![\d.])/.exec(text);
  const unit = /(day|week|month|quarter|year)s?$/.exec(text);
  if (count === null || unit === null || !isGap(text.slice(count[0].length, unit.index))) return undefined;
  return { count: Number(count[0]), unit: unit[1] as UnitOfTime };
}

/** The ISO 8601 text (`YYYY-MM-DD`) of a Date; undefined where it is no day of the calendar. */
export function dateText(tree: Tree, date: NodeIndex): string | undefined {
  const text = textOf(tree, date);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && calendarFault(text) === undefined ? text : undefined;
}

/** The ISO 8601 text (`YYYY-MM`) of a Month; undefined where it is no month of the calendar. */
export function monthText(tree: Tree, month: NodeIndex): string | undefined {
  const text = textOf(tree, month);
  return /^\d{4}-\d{2}$/.test(text) && monthFault(text) === undefined ? text : undefined;
}

/** The four digits of a Number that stands where a time is expected; undefined where it is no year. */
export function yearText(tree: Tree, number: NodeIndex): string | undefined {
  return /^\d{4}$/.exec(textOf(tree, number))?.[0];
}

/** Whether a node is an empty place-holder for something missing: an error has been reported, so be silent about it. */
export const isMissing = (tree: Tree, n: NodeIndex): boolean => startOf(tree, n) === endOf(tree, n);

/** The value of an Argument or a Parameter's default: its first child that is no Name; -1 where there is none. */
export function argumentValue(tree: Tree, argument: NodeIndex): NodeIndex {
  for (let child = argument + 1, end = nextOf(tree, argument); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) !== NodeKind.Name) return child;
  }
  return -1;
}

export { isName, oneName } from './characters.ts';
export { commentText, documentation, leadingComments } from './comments.ts';
export { piecesOf, type QuoteText, quoteText, sourceOffset } from './quotes.ts';
