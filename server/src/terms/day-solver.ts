import { addPeriod, FIRST_DAY, leastDayWhoseSumReaches, NEVER } from './calendar.ts';
import { dayUnder, NEVER_TIME, renew, type Time, type Timeline, type VariableId, variablesOf } from './time.ts';

/** A statement about days: `later` is at least `gap` days after `earlier`, and what can be made of such. */
export type DayFormula =
  | { readonly kind: 'all'; readonly parts: readonly DayFormula[] }
  | { readonly kind: 'any'; readonly parts: readonly DayFormula[] }
  | AtLeast;

export interface AtLeast {
  readonly kind: 'at least';
  readonly later: Time;
  readonly earlier: Time;
  readonly gap: 0 | 1;
}

export const TRUE: DayFormula = { kind: 'all', parts: [] };
export const FALSE: DayFormula = { kind: 'any', parts: [] };

/** `later >= earlier`. */
export const notBefore = (later: Time, earlier: Time): DayFormula => atLeast(later, earlier, 0);
/** `later > earlier`; where both are never, it holds. */
export const after = (later: Time, earlier: Time): DayFormula => atLeast(later, earlier, 1);

function atLeast(later: Time, earlier: Time, gap: 0 | 1): DayFormula {
  if (later.kind === 'day' && earlier.kind === 'day') {
    return later.day >= Math.min(NEVER, earlier.day + gap) ? TRUE : FALSE;
  }
  if (later.kind === 'provided' || earlier.kind === 'provided') return atLeastProvided(later, earlier, gap);
  // A day that must be later than itself, or not before a sum with itself, can only be never.
  const root = variableUnder(later);
  if (root !== undefined && root === variableUnder(earlier) && later.kind === 'variable') {
    if (gap === 0 && earlier.kind === 'variable') return TRUE;
    if (
      earlier.kind === 'variable' ||
      (earlier.kind === 'sum' && earlier.sign > 0 && earlier.period.months + earlier.period.days > 0)
    )
      return atLeast(later, NEVER_TIME, 0);
  }
  if (later.kind === 'earliest') return allOf(later.items.map((item) => atLeast(item, earlier, gap)));
  if (earlier.kind === 'latest') return allOf(earlier.items.map((item) => atLeast(later, item, gap)));
  if (later.kind === 'latest') return anyOf(later.items.map((item) => atLeast(item, earlier, gap)));
  if (earlier.kind === 'earliest') return anyOf(earlier.items.map((item) => atLeast(later, item, gap)));
  const statement: AtLeast = { kind: 'at least', later, earlier, gap };
  // A renewed end may be late because its base is late or because it renews: two least solutions, so two cases.
  if (later.kind === 'renewed' && later.base.kind !== 'day')
    return anyOf([atLeast(later.base, earlier, gap), statement]);
  return statement;
}

/** Of a time that is never unless something holds: by cases. */
function atLeastProvided(later: Time, earlier: Time, gap: 0 | 1): DayFormula {
  if (later.kind === 'provided') {
    const isNever = atLeast(later.earlier, later.later, later.gap === 0 ? 1 : 0);
    return anyOf([isNever, atLeast(later.base, earlier, gap)]);
  }
  if (earlier.kind !== 'provided') return atLeast(later, earlier, gap);
  const holds = atLeast(earlier.later, earlier.earlier, earlier.gap);
  return anyOf([atLeast(later, NEVER_TIME, 0), allOf([holds, atLeast(later, earlier.base, gap)])]);
}

/** The one variable that a time is, or is a sum with. */
const variableUnder = (time: Time): VariableId | undefined =>
  time.kind === 'variable'
    ? time.variable
    : time.kind === 'sum' && time.base.kind === 'variable'
      ? time.base.variable
      : undefined;

export function allOf(parts: readonly DayFormula[]): DayFormula {
  const kept: DayFormula[] = [];
  for (const part of parts) {
    if (part.kind === 'any' && part.parts.length === 0) return FALSE;
    if (part.kind === 'all') kept.push(...part.parts);
    else kept.push(part);
  }
  return kept.length === 1 ? kept[0] : { kind: 'all', parts: kept };
}

export function anyOf(parts: readonly DayFormula[]): DayFormula {
  const kept: DayFormula[] = [];
  for (const part of parts) {
    if (part.kind === 'all' && part.parts.length === 0) return TRUE;
    if (part.kind === 'any') kept.push(...part.parts);
    else kept.push(part);
  }
  return kept.length === 1 ? kept[0] : { kind: 'any', parts: kept };
}

/** The day of each variable that the formula rests on: `NEVER` for what does not happen. */
export type Days = ReadonlyMap<VariableId, number>;

export type Solution =
  | { readonly kind: 'solved'; readonly days: Days }
  | { readonly kind: 'none' }
  /** The search was cut off: the answer is not known. */
  | { readonly kind: 'too complex' };

const MOST_STEPS = 20_000;
/** Ends of months and leap days repeat within eight years: what has not settled after so many raises of a day never will. */
const MOST_RAISES = 4_096;
/** Most conditions settle before it is asked how often they may have to be raised. */
const FEW_RAISES = 32;

/**
 * Finds days that make a formula true, or proves that there are none. Every statement has the form
 * `later >= earlier + gap` with monotone sums, so that raising lower bounds until nothing moves gives the least solution of a
 * conjunction, which is the least in every variable; `any` is tried case by case. With `minimise`, the solution whose
 * value of that variable is least among all.
 *
 * Complete because each domain is an interval of days, with or without `NEVER` above it.
 */
export function solve(formula: DayFormula, timeline: Timeline, minimise?: VariableId): Solution {
  if (minimise === undefined && formula.kind === 'all' && formula.parts.length === 0) return HOLDS_ANYWAY;
  const search: Search = { timeline, minimise, best: undefined, steps: 0 };
  const low = new Map<VariableId, number>();
  const statements: AtLeast[] = [];
  introduce(formula, search, low, statements);
  if (minimise !== undefined && !low.has(minimise)) low.set(minimise, timeline[minimise].low);
  explore(search, low, statements, [formula]);
  if (search.steps > MOST_STEPS) return { kind: 'too complex' };
  return search.best ? { kind: 'solved', days: search.best } : { kind: 'none' };
}

const HOLDS_ANYWAY: Solution = { kind: 'solved', days: new Map() };

interface Search {
  readonly timeline: Timeline;
  readonly minimise: VariableId | undefined;
  best: Map<VariableId, number> | undefined;
  steps: number;
}

/** Brings in every variable of the formula, and what its event must follow. */
function introduce(formula: DayFormula, search: Search, low: Map<VariableId, number>, statements: AtLeast[]): void {
  if (formula.kind !== 'at least') {
    for (const part of formula.parts) introduce(part, search, low, statements);
    return;
  }
  const pending = [...variablesOf(formula.later), ...variablesOf(formula.earlier)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (low.has(id)) continue;
    low.set(id, search.timeline[id].low);
    for (const before of search.timeline[id].after) {
      pending.push(before);
      statements.push({
        kind: 'at least',
        later: { kind: 'variable', variable: id },
        earlier: { kind: 'variable', variable: before },
        gap: 1,
      });
    }
  }
}

function explore(
  search: Search,
  low: Map<VariableId, number>,
  statements: readonly AtLeast[],
  pending: readonly DayFormula[],
): void {
  if (++search.steps > MOST_STEPS) return;
  const conjunction = [...statements];
  const choices: DayFormula[] = [];
  const queue = [...pending];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (part.kind === 'at least') conjunction.push(part);
    else if (part.kind === 'all') queue.push(...part.parts);
    else if (part.parts.length === 0) return;
    else choices.push(part);
  }
  if (!propagate(search, low, conjunction)) return;
  if (search.best && (search.minimise === undefined || low.get(search.minimise)! >= search.best.get(search.minimise)!))
    return;
  const open = choices.findIndex((choice) => !isTrue(choice, low));
  if (open < 0) {
    search.best = low;
    return;
  }
  const rest = choices.filter((_, index) => index !== open);
  const choice = choices[open];
  if (choice.kind !== 'any') return;
  for (const part of choice.parts) explore(search, new Map(low), conjunction, [part, ...rest]);
}

/** Raises lower bounds until every statement holds; false when one cannot. */
function propagate(search: Search, low: Map<VariableId, number>, statements: readonly AtLeast[]): boolean {
  let raises = 0;
  let most = FEW_RAISES;
  for (let moved = true; moved; ) {
    moved = false;
    for (const { later, earlier, gap } of statements) {
      const target = Math.min(NEVER, evaluate(earlier, low) + gap);
      if (evaluate(later, low) >= target) continue;
      // Statements that chase each other without end have no solution but never.
      if (++raises === FEW_RAISES) most = mostRaises(low.size, statements);
      const reach = raises > most ? NEVER : target;
      if (!raise(later, reach, search.timeline, low)) return false;
      moved = true;
    }
  }
  return true;
}

/**
 * After how many raises what still moves never settles. Days that are only compared, each with each, go round once for each
 * of them, and again whenever one of them turns out never to come.
 */
function mostRaises(variables: number, statements: readonly AtLeast[]): number {
  const isPlain = (time: Time): boolean => time.kind === 'day' || time.kind === 'variable';
  const areCompared = statements.every(({ later, earlier }) => isPlain(later) && isPlain(earlier));
  return areCompared ? Math.min(MOST_RAISES, (variables + 1) ** 2 * statements.length) : MOST_RAISES;
}

function raise(time: Time, target: number, timeline: Timeline, low: Map<VariableId, number>): boolean {
  switch (time.kind) {
    case 'variable':
      return raiseVariable(time.variable, target, timeline, low);
    case 'sum': {
      const least = target <= FIRST_DAY ? FIRST_DAY : leastDayWhoseSumReaches(time.period, target, time.sign);
      return raise(time.base, least, timeline, low) && evaluate(time, low) >= target;
    }
    case 'renewed': {
      const base = evaluate(time.base, low);
      return raiseVariable(time.times, leastRenewals(base, time.period, target), timeline, low);
    }
    default:
      return false;
  }
}

function raiseVariable(id: VariableId, target: number, timeline: Timeline, low: Map<VariableId, number>): boolean {
  const { high, mayNever } = timeline[id];
  if (target <= high) low.set(id, Math.max(target, low.get(id)!));
  else if (mayNever) low.set(id, NEVER);
  else return false;
  return true;
}

/** The least number of renewals after which the end reaches the target. */
function leastRenewals(base: number, period: { months: number; days: number }, target: number): number {
  if (base >= target) return 0;
  if (target >= NEVER || (period.months === 0 && period.days === 0)) return NEVER;
  const length = period.months * 30.4369 + period.days;
  let times = Math.max(0, Math.floor((target - base) / length) - 2);
  while (renew(base, period, times) < target) times++;
  return times;
}

function evaluate(time: Time, low: ReadonlyMap<VariableId, number>): number {
  switch (time.kind) {
    case 'day':
      return time.day;
    case 'variable':
      return low.get(time.variable)!;
    case 'sum':
      return addPeriod(evaluate(time.base, low), time.period, time.sign);
    case 'earliest':
      return Math.min(...time.items.map((item) => evaluate(item, low)));
    case 'latest':
      return Math.max(...time.items.map((item) => evaluate(item, low)));
    case 'renewed':
      return renew(evaluate(time.base, low), time.period, low.get(time.times)!);
    case 'provided':
      return dayUnder(time, (id) => low.get(id)!);
  }
}

/** Whether the days given make a formula true. */
export function isTrue(formula: DayFormula, days: ReadonlyMap<VariableId, number>): boolean {
  switch (formula.kind) {
    case 'all':
      return formula.parts.every((part) => isTrue(part, days));
    case 'any':
      return formula.parts.some((part) => isTrue(part, days));
    case 'at least':
      return evaluate(formula.later, days) >= Math.min(NEVER, evaluate(formula.earlier, days) + formula.gap);
  }
}

/** The same, where the days given may leave out events: these are taken to happen as early as they can. */
export function isTrueWith(formula: DayFormula, days: Days, timeline: Timeline): boolean {
  const known = new Map(days);
  const visit = (part: DayFormula): void => {
    if (part.kind === 'at least') {
      for (const id of [...variablesOf(part.later), ...variablesOf(part.earlier)]) {
        if (!known.has(id)) known.set(id, timeline[id].low);
      }
    } else part.parts.forEach(visit);
  };
  visit(formula);
  return isTrue(formula, known);
}
