import { dayOf, FIRST_DAY, LAST_DAY, NEVER } from './calendar.ts';
import { type AtLeast, after, allOf, anyOf, type DayFormula, notBefore, solve } from './day-solver.ts';
import {
  day,
  earliest,
  highestOf,
  isProvided,
  isSameTime,
  latest,
  lowestOf,
  sum,
  type Time,
  type Timeline,
  type VariableId,
  variable,
  variablesOf,
} from './time.ts';

/** Days that follow one another: from the latest of `starts` to the day before the earliest of `ends`. */
export interface Stretch {
  readonly starts: readonly Time[];
  readonly ends: readonly Time[];
}

/** A stretch that is there only in worlds in which some statements hold that are not about the day. */
export interface Piece extends Stretch {
  readonly provided: readonly AtLeast[];
}

const MOST_PIECES = 48;
/** What may be so as late as this may be so at any time. */
const SOME_DAY = dayOf(8000, 1, 1);
const ONE_DAY = { months: 0, days: 1 };

/**
 * The days that meet one of several conditions on a variable, as stretches that none of the others covers, the earliest
 * first: what is true of them is proved by the solver. Undefined where they are too many to be told.
 */
export function stretchesOf(
  conditions: readonly DayFormula[],
  ofDay: VariableId,
  timeline: Timeline,
): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const condition of conditions) {
    const found = piecesOf(condition, ofDay);
    if (!found) return undefined;
    for (const one of found) {
      const piece = settled(one, timeline);
      if (isEmpty(piece) || pieces.some((other) => isSamePiece(piece, other))) continue;
      pieces.push(piece);
      if (pieces.length > MOST_PIECES) return undefined;
    }
  }
  const dated = pieces.every(
    ({ starts, ends, provided }) => [...starts, ...ends].every(isDay) && provided.length === 0,
  );
  return dated ? joinDates(pieces) : joinPieces(pieces, variable(ofDay), timeline);
}

/** The days on which several things are all in force. */
export function stretchWithin(
  starts: readonly Time[],
  ends: readonly Time[],
  ofDay: VariableId,
  timeline: Timeline,
): Stretch {
  const piece = withoutIdleEnds(settled({ starts, ends, provided: [] }, timeline), variable(ofDay), timeline);
  const open = [...piece.starts, ...piece.ends].filter((time) => !isDay(time));
  const isOneOfSeveral = open.some(({ kind }) => kind === 'earliest' || kind === 'latest');
  if (piece.starts.length < 2 && piece.ends.length < 2 && !isOneOfSeveral) return piece;
  const rest = new Set(open.flatMap((time) => [...variablesOf(time)]));
  // What several events, or their order, make of each other takes the solver.
  if (open.length > 1 || isOneOfSeveral || [...rest].some((id) => timeline[id].after.length > 0)) {
    return bare(piece, variable(ofDay), timeline);
  }
  const low = (time: Time): number => lowestOf(time, timeline);
  const high = (time: Time): number => highestOf(time, timeline);
  return {
    starts: piece.starts.filter((time) => !piece.starts.some((other) => other !== time && low(other) >= high(time))),
    ends: piece.ends.filter((time) => !piece.ends.some((other) => other !== time && high(other) <= low(time))),
  };
}

/** The last day that a stretch has in any world, where that is before one of its ends in all of them; else undefined. */
export function lastDayOf(stretch: Stretch | Piece, ofDay: VariableId, timeline: Timeline): number | undefined {
  const open = [...stretch.starts, ...stretch.ends].filter((time) => !isDay(time));
  if (open.length < 2 && !('provided' in stretch && stretch.provided.length > 0)) return undefined;
  const at = variable(ofDay);
  const inIt = within({ ...ALWAYS, ...stretch }, at);
  const hasDayFrom = (first: number): boolean =>
    solve(allOf([inIt, notBefore(at, day(first))]), timeline).kind !== 'none';
  const most = Math.min(SOME_DAY, ...stretch.ends.map((time) => highestOf(time, timeline) - 1));
  if (hasDayFrom(most)) return undefined;
  let [last, none] = [FIRST_DAY, most];
  while (last + 1 < none) {
    const middle = Math.floor((last + none) / 2);
    if (hasDayFrom(middle)) last = middle;
    else none = middle;
  }
  return last;
}

/** Without ends that come only in worlds in which they leave no day. */
function withoutIdleEnds(piece: Piece, at: Time, timeline: Timeline): Piece {
  if (!piece.ends.some(isProvided)) return piece;
  const comes = (end: Time): boolean =>
    solve(allOf([within(piece, at), notBefore(day(LAST_DAY), end)]), timeline).kind !== 'none';
  return { ...piece, ends: piece.ends.filter((end) => !isProvided(end) || comes(end)) };
}

const isDay = (time: Time): boolean => time.kind === 'day';

/** The alternatives of a condition, each as bounds of the day; undefined where they are too many. */
function piecesOf(condition: DayFormula, ofDay: VariableId): readonly Piece[] | undefined {
  if (condition.kind === 'at least') return [pieceOf(condition, ofDay)];
  let found: readonly Piece[] = condition.kind === 'all' ? [ALWAYS] : [];
  for (const part of condition.parts) {
    const pieces = piecesOf(part, ofDay);
    if (!pieces) return undefined;
    found =
      condition.kind === 'any'
        ? [...found, ...pieces]
        : found.flatMap((one) => pieces.map((other) => both(one, other)).filter((piece) => !isEmpty(piece)));
    if (found.length > MOST_PIECES) return undefined;
  }
  return found;
}

const ALWAYS: Piece = { starts: [], ends: [], provided: [] };

function pieceOf(statement: AtLeast, ofDay: VariableId): Piece {
  const { later, earlier, gap } = statement;
  const isTheDay = (time: Time): boolean => time.kind === 'variable' && time.variable === ofDay;
  if (isTheDay(later)) return { ...ALWAYS, starts: [gap === 0 ? earlier : sum(earlier, ONE_DAY, 1)] };
  if (isTheDay(earlier)) return { ...ALWAYS, ends: [gap === 1 ? later : sum(later, ONE_DAY, 1)] };
  return { ...ALWAYS, provided: [statement] };
}

const both = (a: Piece, b: Piece): Piece => ({
  starts: together([...a.starts, ...b.starts], latest),
  ends: together([...a.ends, ...b.ends], earliest),
  provided: [...a.provided, ...b.provided],
});

/** Each once, and of several dates the one that counts. */
function together(times: readonly Time[], choose: typeof latest): Time[] {
  const dates = times.filter(isDay);
  const others = times.filter((time) => !isDay(time));
  const kept = others.filter((time, index) => others.findIndex((other) => isSameTime(time, other)) === index);
  return dates.length > 0 ? [...kept, choose(dates)] : kept;
}

/** With the days of events that are known, each bound by itself, and without ends that never come. */
function settled({ starts, ends, provided }: Piece, timeline: Timeline): Piece {
  const known = (time: Time): Time => {
    if (isDay(time)) return time;
    const low = lowestOf(time, timeline);
    return low === highestOf(time, timeline) ? day(low) : time;
  };
  const each = (times: readonly Time[], kind: 'latest' | 'earliest'): Time[] =>
    times.flatMap((time) => boundsIn(time, kind)).map(known);
  return {
    starts: together(each(starts, 'latest'), latest).filter((time) => time.kind !== 'day' || time.day > FIRST_DAY),
    ends: together(each(ends, 'earliest'), earliest).filter((time) => time.kind !== 'day' || time.day < NEVER),
    provided,
  };
}

const MOST_BOUNDS = 16;

/** A time as the latest (or earliest) of several: of the later of earlier ones each with each, where that makes dates of some. */
function boundsIn(time: Time, kind: 'latest' | 'earliest'): readonly Time[] {
  if (time.kind === kind) return time.items.flatMap((item) => boundsIn(item, kind));
  if (time.kind !== 'latest' && time.kind !== 'earliest') return [time];
  let found: Time[][] = [[]];
  for (const item of time.items) {
    const bounds = boundsIn(item, kind);
    if (found.length * bounds.length > MOST_BOUNDS) return [time];
    found = found.flatMap((items) => bounds.map((one) => [...items, one]));
  }
  const each = found.map(choiceOf(time.kind));
  return each.some(isDay) ? each : [time];
}

const choiceOf = (kind: 'latest' | 'earliest') => (kind === 'latest' ? latest : earliest);

/** Whether its dates alone leave no day. */
function isEmpty({ starts, ends }: Stretch): boolean {
  const first = starts.find(isDay);
  const end = ends.find(isDay);
  return (
    (first?.kind === 'day' && (first.day >= NEVER || (end?.kind === 'day' && first.day >= end.day))) ||
    (end?.kind === 'day' && end.day <= FIRST_DAY)
  );
}

const isSamePiece = (a: Piece, b: Piece): boolean =>
  areSame(a.starts, b.starts) && areSame(a.ends, b.ends) && a.provided.length === 0 && b.provided.length === 0;

const areSame = (a: readonly Time[], b: readonly Time[]): boolean =>
  a.length === b.length && a.every((time) => b.some((other) => isSameTime(time, other)));

const firstOf = ({ starts }: Stretch): number => (starts[0]?.kind === 'day' ? starts[0].day : FIRST_DAY);
const endOf = ({ ends }: Stretch): number => (ends[0]?.kind === 'day' ? ends[0].day : NEVER);

function joinDates(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => firstOf(a) - firstOf(b))) {
    const last = joined[joined.length - 1];
    if (!last || firstOf(piece) > endOf(last)) joined.push(piece);
    else if (endOf(piece) > endOf(last)) joined[joined.length - 1] = { ...last, ends: piece.ends };
  }
  return joined;
}

/** Leaves out what is covered, and joins what has no gap in any world. */
function joinPieces(found: readonly Piece[], at: Time, timeline: Timeline): readonly Piece[] {
  const isImpossible = (formula: DayFormula): boolean => solve(formula, timeline).kind === 'none';
  let pieces = found.filter((piece) => !isImpossible(within(piece, at))).map((piece) => bare(piece, at, timeline));
  const isCovered = (piece: Piece, by: readonly Piece[]): boolean =>
    isImpossible(allOf([within(piece, at), ...by.map((one) => outside(one, at))]));
  for (let index = pieces.length - 1; index >= 0; index--) {
    const others = pieces.filter((_, other) => other !== index);
    if (isCovered(pieces[index], others)) pieces = others;
  }
  for (let index = 0; index < pieces.length; ) {
    const whole = pieces
      .filter((_, other) => other > index)
      .map((other) => settled(hullOf(pieces[index], other), timeline))
      .find((hull) => isCovered(hull, pieces));
    if (whole) pieces = [bare(whole, at, timeline), ...pieces.filter((one) => !isCovered(one, [whole]))];
    index = whole ? 0 : index + 1;
  }
  const order = ({ starts, ends }: Stretch): readonly [number, number] => [
    Math.max(FIRST_DAY, ...starts.map((time) => lowestOf(time, timeline))),
    Math.min(NEVER, ...ends.map((time) => lowestOf(time, timeline))),
  ];
  return pieces.sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
}

const within = ({ starts, ends, provided }: Piece, at: Time): DayFormula =>
  allOf([...starts.map((start) => notBefore(at, start)), ...ends.map((end) => after(end, at)), ...provided]);

const outside = ({ starts, ends, provided }: Piece, at: Time): DayFormula =>
  anyOf([
    ...starts.map((start) => after(start, at)),
    ...ends.map((end) => notBefore(at, end)),
    ...provided.map(({ later, earlier, gap }) => (gap === 1 ? notBefore(earlier, later) : after(earlier, later))),
  ]);

/** Without bounds that the others make needless in every world. */
function bare(piece: Piece, at: Time, timeline: Timeline): Piece {
  const isNeedless = (rest: Piece, negation: DayFormula): boolean =>
    solve(allOf([within(rest, at), negation]), timeline).kind === 'none';
  let kept = piece;
  for (const time of piece.starts) {
    const rest = { ...kept, starts: kept.starts.filter((other) => other !== time) };
    if (isNeedless(rest, after(time, at))) kept = rest;
  }
  for (const time of piece.ends) {
    const rest = { ...kept, ends: kept.ends.filter((other) => other !== time) };
    if (isNeedless(rest, notBefore(at, time))) kept = rest;
  }
  for (const statement of piece.provided) {
    const rest = { ...kept, provided: kept.provided.filter((other) => other !== statement) };
    if (isNeedless(rest, outside({ ...ALWAYS, provided: [statement] }, at))) kept = rest;
  }
  const isSame = (fewer: Piece): boolean => isNeedless(kept, outside(fewer, at));
  return {
    ...kept,
    starts: kept.starts.map((time) => withoutNeedless(time, (start) => isSame({ ...ALWAYS, starts: [start] }))),
    ends: kept.ends.map((time) => withoutNeedless(time, (end) => isSame({ ...ALWAYS, ends: [end] }))),
  };
}

/** A choice among times without those that never are the one that counts. */
function withoutNeedless(time: Time, isEnough: (fewer: Time) => boolean): Time {
  if (time.kind !== 'latest' && time.kind !== 'earliest') return time;
  let { items } = time;
  for (const item of time.items) {
    const rest = items.filter((other) => other !== item);
    if (rest.length > 0 && isEnough(choiceOf(time.kind)(rest))) items = rest;
  }
  return items.length === time.items.length ? time : choiceOf(time.kind)(items);
}

/** From where the first of two starts to where the last of them ends. */
function hullOf(a: Piece, b: Piece): Piece {
  const start = areSame(a.starts, b.starts) ? a.starts : [earliest([latestOf(a.starts), latestOf(b.starts)])];
  const end = areSame(a.ends, b.ends) ? a.ends : [latest([earliestOf(a.ends), earliestOf(b.ends)])];
  return { starts: start, ends: end, provided: [] };
}

const latestOf = (times: readonly Time[]): Time => (times.length === 0 ? day(FIRST_DAY) : latest(times));
const earliestOf = (times: readonly Time[]): Time => (times.length === 0 ? day(NEVER) : earliest(times));
