import { DAY_OF_USE } from '../model/timeline.ts';
import { FIRST_DAY, LAST_DAY } from '../terms/calendar.ts';
import { after, allOf, anyOf, type DayFormula, type Days, notBefore, solve } from '../terms/day-solver.ts';
import { holds, type SetExpression, type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { type Stretch, stretchesOf } from '../terms/stretches.ts';
import { day, highestOf, lowestOf, type Time, type VariableId, variable, variablesOf } from '../terms/time.ts';
import type { TimedFact, WorldFact } from './judgement.ts';
import type { Lens } from './lens.ts';
import { neededAmong, openBy } from './needed-facts.ts';
import { shownDay } from './shown-day.ts';

/** The days on which something counts: from its start until its end, or until what takes its place has started. */
export interface Span {
  readonly start: Time;
  /** The first day no longer in force. */
  readonly end: Time;
  readonly while?: SetExpression | undefined;
  /** What takes its place if it starts later; or on the same day, where it `winsTies`. */
  readonly replacements: readonly { readonly start: Time; readonly winsTies: boolean }[];
}

/** Several that are too much together on every day on which all of them count. */
export interface Clash {
  readonly spans: readonly Span[];
  /** They are too much only where the whole time of the one lies in that of the other. */
  readonly within?: { readonly inner: Span; readonly outer: Span };
  /** Whether there is no way to keep all of them on such a day. */
  readonly isSure: boolean;
}

/** What is found of clashes: whether any is there in some worlds, or whatever happens. */
export type ClashVerdict<T extends Clash> =
  | { readonly verdict: 'clear' | 'too complex' }
  | {
      readonly verdict: 'conflict' | 'depends';
      /** The one that shows it, and its first day. */
      readonly clash: T;
      readonly day: number;
      /** The days of events in the world that shows it, and those without which there would be no such clash on its day. */
      readonly days: Days;
      readonly behind: readonly VariableId[];
      readonly stretches: readonly Stretch[] | undefined;
      readonly facts: readonly WorldFact[];
      /** Whether none of them alone decides. */
      readonly together: boolean;
      /** Whether it is left open if all can be kept. */
      readonly hasWay: boolean;
      /** Every undated event or renewal that bears on it. */
      readonly variables: ReadonlySet<VariableId>;
      readonly states: ReadonlySet<TermId>;
    };

const AT = variable(DAY_OF_USE);

/** Exact over all worlds: days of events, renewals and states; whether all that clash can be kept is for the caller to say. */
export function judgeClashes<T extends Clash>(lens: Lens, all: readonly T[]): ClashVerdict<T> {
  if (areStatesTooMany(lens, all)) return { verdict: 'too complex' };
  const clashes = all.filter((one) => mayCount(lens, one));
  const shown = firstOf(lens, clashes);
  if (shown === 'too complex') return { verdict: shown };
  if (!shown) return { verdict: 'clear' };
  const certain = isCertain(lens, clashes);
  if (certain === 'too complex') return { verdict: certain };
  const { clash } = shown;
  const days = daysShown(lens, shown);
  const depends = !certain;
  const date = days.get(DAY_OF_USE)!;
  return {
    verdict: depends ? 'depends' : 'conflict',
    clash,
    day: date,
    days,
    behind: neededAmong(openBy(lens.timeline, days, date), lens.timeline, days, clashesOn(clash, AT)),
    stretches: stretchesOf(
      clashes.map((one) => mayClashOnDay(lens, one)),
      DAY_OF_USE,
      lens.timeline,
    ),
    ...(depends ? decidingFacts(lens, clashes, clash, days) : { facts: [], together: false, hasWay: false }),
    variables: new Set(clashes.flatMap((one) => variablesIn(lens, one))),
    states: new Set(clashes.flatMap(({ spans }) => spans.flatMap(statesIn))),
  };
}

/** Whether, whatever happens, there is a day on which some of them clash for sure. */
export function isCertain(lens: Lens, clashes: readonly Clash[]): boolean | 'too complex' {
  const sure = clashes.filter(({ isSure }) => isSure);
  const known: (readonly Clash[])[] = [];
  for (const held of waysToHold(openStates(lens, sure))) {
    const left = sure.filter((one) => counts(lens, one, held));
    if (known.some((some) => some.every((one) => left.includes(one)))) continue;
    const { kind } = solve(allOf(left.map(keptApart)), lens.timeline);
    if (kind !== 'none') return kind === 'solved' ? false : kind;
    known.push(left);
  }
  return true;
}

/** The first day that several clash on in any world. */
export function firstDayOf(lens: Lens, clash: Clash): number | 'none' | 'too complex' {
  if (!mayCount(lens, clash)) return 'none';
  const solution = solve(clashesOn(clash, AT), lens.timeline, DAY_OF_USE);
  return solution.kind === 'solved' ? solution.days.get(DAY_OF_USE)! : solution.kind;
}

/** Whether there is a day in some world on which one of several clashes is, and none of some others. */
export function isAnyBeside(lens: Lens, clashes: readonly Clash[], others: readonly Clash[]): boolean | 'too complex' {
  let found: boolean | 'too complex' = false;
  for (const clash of clashes) {
    const states = openStates(lens, [clash, ...others]);
    if (states.length > MOST_STATES) return 'too complex';
    const worlds = waysToHold(states).filter((held) => counts(lens, clash, held));
    const left = worlds.map((held) => others.filter((one) => counts(lens, one, held)));
    for (const some of distinct(left, others)) {
      const { kind } = solve(allOf([clashesOn(clash, AT), ...some.map(notOnDay)]), lens.timeline);
      if (kind === 'solved') return true;
      if (kind === 'too complex') found = kind;
    }
  }
  return found;
}

/** Each of several parts of a list once. */
const distinct = <T>(parts: readonly (readonly T[])[], whole: readonly T[]): Iterable<readonly T[]> =>
  new Map(parts.map((part) => [part.map((one) => whole.indexOf(one)).join(), part])).values();

/** The clash that begins first, sure ones before others. */
function firstOf<T extends Clash>(lens: Lens, clashes: readonly T[]) {
  let found: { readonly clash: T; readonly days: Days } | undefined;
  for (const clash of clashes) {
    const solution = solve(clashesOn(clash, AT), lens.timeline, DAY_OF_USE);
    if (solution.kind === 'too complex') return solution.kind;
    if (solution.kind === 'none') continue;
    const { days } = solution;
    const isBetter =
      !found ||
      (clash.isSure !== found.clash.isSure ? clash.isSure : days.get(DAY_OF_USE)! < found.days.get(DAY_OF_USE)!);
    if (isBetter) found = { clash, days };
  }
  return found;
}

/** The days of a world that shows a clash: of one without a first day, those of one that says more. */
const daysShown = ({ asOf, timeline }: Lens, { clash, days }: { readonly clash: Clash; readonly days: Days }): Days =>
  (days.get(DAY_OF_USE)! > FIRST_DAY ? undefined : shownDay((at) => clashesOn(clash, at), asOf, timeline)) ?? days;

/** That they clash on a day. */
const clashesOn = ({ spans, within }: Clash, at: Time): DayFormula =>
  allOf([
    ...spans.map((span) => countsOn(span, at)),
    ...(within
      ? [notBefore(within.inner.start, within.outer.start), notBefore(within.outer.end, within.inner.end)]
      : []),
  ]);

/** That they do not clash on the day of use. */
const notOnDay = ({ spans, within }: Clash): DayFormula =>
  anyOf([
    ...spans.flatMap((span) => [after(span.start, AT), isOverBy(span, AT)]),
    ...(within ? outreaches(within) : []),
  ]);

/** The days on which they can clash at all: where one lies in another, the days of that one, wherever the other may begin and end. */
const mayClashOnDay = ({ timeline }: Lens, clash: Clash): DayFormula => {
  if (!clash.within) return clashesOn(clash, AT);
  const { inner, outer } = clash.within;
  return allOf([
    countsOn(inner, AT),
    notBefore(AT, day(lowestOf(outer.start, timeline))),
    after(day(highestOf(outer.end, timeline)), AT),
  ]);
};

const countsOn = ({ start, end, replacements }: Span, at: Time): DayFormula =>
  allOf([
    notBefore(at, start),
    after(end, at),
    ...replacements.map((one) =>
      anyOf([after(one.start, at), one.winsTies ? after(start, one.start) : notBefore(start, one.start)]),
    ),
  ]);

/** That there is no day on which they clash: one of them has not started when another is over. */
const keptApart = ({ spans, within }: Clash): DayFormula =>
  anyOf([
    ...spans.flatMap((late) => spans.map((early) => isOverBy(early, late.start))),
    ...(within ? outreaches(within) : []),
  ]);

/** That some of the time of the one lies outside that of the other: either of these. */
const outreaches = ({ inner, outer }: NonNullable<Clash['within']>): readonly DayFormula[] => [
  after(outer.start, inner.start),
  outlasts(inner, outer),
];

/** That one is in force on a day on which the other has ended. */
const outlasts = (one: Span, other: Span): DayFormula =>
  allOf([after(one.end, other.end), notBefore(day(LAST_DAY), other.end)]);

const isOverBy = ({ start, end, replacements }: Span, by: Time): DayFormula =>
  anyOf([
    notBefore(by, end),
    ...replacements.map((one) =>
      allOf([one.winsTies ? notBefore(one.start, start) : after(one.start, start), notBefore(by, one.start)]),
    ),
  ]);

/** Whether the days on which several clash are the same in every world. */
export const isDated = ({ spans, within }: Clash): boolean =>
  !within &&
  spans.every(
    ({ start, end, replacements, while: states }) =>
      !states && [start, end, ...replacements.map((one) => one.start)].every(({ kind }) => kind === 'day'),
  );

const statesIn = (span: Span): TermId[] => (span.while ? termsNamedIn(span.while) : []);

/** Whether a state is settled by presumption. */
const presumed = (lens: Lens, state: TermId): boolean | undefined => lens.terms[state].event.presumed;

/** Which of the open states hold. */
type Held = ReadonlySet<TermId>;

const MOST_STATES = 8;

/** Every way in which some states may hold, that none does first; of very many only that none does and that all do. */
function waysToHold(states: readonly TermId[]): readonly Held[] {
  if (states.length > MOST_STATES) return [new Set(), new Set(states)];
  return Array.from(
    { length: 1 << states.length },
    (_, bits) => new Set(states.filter((_, at) => ((bits >> at) & 1) === 1)),
  );
}

/** Whether more states are open than can be looked at, and it is not enough to look at all and at none. */
const areStatesTooMany = (lens: Lens, clashes: readonly Clash[]): boolean =>
  openStates(lens, clashes).length > MOST_STATES &&
  clashes.some(({ spans }) => spans.some((span) => span.while && hasExceptions(span.while)));

const hasExceptions = (expression: SetExpression): boolean =>
  expression.kind === 'except' || (expression.kind === 'union' && expression.items.some(hasExceptions));

const spanCounts = (lens: Lens, span: Span, held: Held): boolean =>
  !span.while || holds(span.while, (state) => presumed(lens, state) ?? held.has(state));

/** Whether all of them count as far as states go. */
const counts = (lens: Lens, { spans }: Clash, held: Held): boolean =>
  spans.every((span) => spanCounts(lens, span, held));

const mayCount = (lens: Lens, clash: Clash): boolean =>
  waysToHold(openStates(lens, [clash])).some((held) => counts(lens, clash, held));

/** The states on which it hangs whether some clashes count. */
function openStates(lens: Lens, clashes: readonly Clash[]): TermId[] {
  const found = new Set<TermId>();
  for (const { spans } of clashes) {
    for (const span of spans) {
      const open = statesIn(span).filter((state) => presumed(lens, state) === undefined);
      if (waysToHold(open).every((held) => spanCounts(lens, span, held))) continue;
      for (const state of open) found.add(state);
    }
  }
  return [...found];
}

function variablesIn({ timeline }: Lens, { spans }: Clash): VariableId[] {
  const found = new Set<VariableId>();
  for (const { start, end, replacements } of spans) {
    for (const time of [start, end, ...replacements.map((one) => one.start)]) variablesOf(time, found);
  }
  return [...found].filter((id) => timeline[id].kind !== 'day');
}

/** What may be settled otherwise than in the world that is shown. */
interface Free {
  readonly days: ReadonlySet<VariableId>;
  readonly states: boolean;
  readonly way: boolean;
}

const NOTHING_FREE: Free = { days: new Set(), states: false, way: false };

/** Each fact that alone, settled otherwise, would leave nothing that clashes; where none alone does, all that do together. */
function decidingFacts<T extends Clash>(lens: Lens, clashes: readonly T[], shown: T, world: Days) {
  const open = [...new Set(clashes.flatMap((one) => variablesIn(lens, one)))].filter((id) => {
    const { low, high, mayNever } = lens.timeline[id];
    return low < high || mayNever;
  });
  const days = new Map(open.map((id) => [id, world.get(id) ?? lens.timeline[id].low]));
  const states = openStates(lens, clashes);
  const held = waysToHold(openStates(lens, [shown])).findLast((one) => counts(lens, shown, one))!;
  const scene: ShownClash = { clashes, world: { days, held }, states };
  const alone: WorldFact[] = [];
  for (const id of open) {
    const fact = decidingDay(lens, scene, id);
    if (fact) alone.push(fact);
  }
  for (const state of openStates(lens, [shown])) {
    const other = new Set(held);
    if (!other.delete(state)) other.add(state);
    const flipped = { ...scene, world: { days, held: other } };
    if (clearIn(lens, flipped, NOTHING_FREE)) alone.push(stateFact(lens, scene, state));
  }
  const hasWay = !shown.isSure && clearIn(lens, scene, { ...NOTHING_FREE, way: true }) !== undefined;
  if (alone.length > 0 || hasWay) return { facts: alone, together: false, hasWay };
  const clear = clearIn(lens, scene, { days: new Set(open), states: true, way: true });
  const settled = states.filter((state) => clear && clear.held.has(state) !== held.has(state));
  const ofStates = settled.map((state) => stateFact(lens, scene, state));
  const facts = [...(clear ? changed(lens, days, clear.days) : []), ...ofStates];
  return { facts, together: facts.length > 1, hasWay: !shown.isSure };
}

/** The days of events, and the states that hold. */
interface SettledWorld {
  readonly days: Days;
  readonly held: Held;
}

/** What clashes, in a world that shows it. */
interface ShownClash {
  readonly clashes: readonly Clash[];
  readonly world: SettledWorld;
  /** All that are open. */
  readonly states: readonly TermId[];
}

/** The day of an event, or how often a deal is renewed, where that alone decides. */
function decidingDay(lens: Lens, scene: ShownClash, id: VariableId): TimedFact | undefined {
  const factFrom = (restriction?: Restriction): TimedFact | undefined => {
    const clear = clearIn(lens, scene, { ...NOTHING_FREE, days: new Set([id]) }, restriction);
    const [fact] = clear ? changed(lens, scene.world.days, clear.days) : [];
    return fact && withSide(lens, scene.clashes, fact);
  };
  const fact = factFrom();
  if (!fact || (fact.only && 'from' in fact.only)) return fact;
  // The first day from which on nothing clashes says more than any later one.
  const next = factFrom({ given: notBefore(variable(id), day(fact.collides)), least: id });
  return next?.only ? next : fact;
}

/** A fact with the side of a day, or of a number of renewals, on which alone anything clashes, where there is one. */
function withSide(lens: Lens, clashes: readonly Clash[], fact: TimedFact): TimedFact {
  const { variable: id, collides, clears } = fact;
  const isLate = clears < collides;
  const elsewhere = isLate ? notBefore(day(collides - 1), variable(id)) : notBefore(variable(id), day(clears));
  const isElsewhere = clashes.some(
    (clash) => solve(allOf([clashesOn(clash, AT), elsewhere]), lens.timeline).kind !== 'none',
  );
  if (isElsewhere) return fact;
  return { ...fact, only: isLate ? { from: collides } : { before: clears } };
}

function stateFact(lens: Lens, { clashes, world, states }: ShownClash, term: TermId): WorldFact {
  const isHeld = world.held.has(term);
  const otherwise = waysToHold(states).filter((held) => held.has(term) !== isHeld);
  const isNeeded = !clashes.some((one) => otherwise.some((held) => counts(lens, one, held)));
  return { kind: 'state', term, collidesWhileHolding: isHeld, isNeeded };
}

/** What is asked of days besides, and the variable that is to be the least. */
interface Restriction {
  readonly given: DayFormula;
  readonly least: VariableId;
}

/** A world in which nothing clashes and no more is settled otherwise than what is free. */
function clearIn(
  lens: Lens,
  { clashes, world, states }: ShownClash,
  free: Free,
  restriction?: Restriction,
): SettledWorld | undefined {
  const asTheyAre = [...world.days].flatMap(([id, value]) => {
    if (free.days.has(id)) return [];
    const [one, fixed] = [variable(id), day(value)];
    return [notBefore(one, fixed), notBefore(fixed, one)];
  });
  for (const held of free.states ? waysToHold(states) : [world.held]) {
    const left = clashes.filter((one) => (!free.way || one.isSure) && counts(lens, one, held));
    const formula = allOf([...left.map(keptApart), ...asTheyAre, ...(restriction ? [restriction.given] : [])]);
    const found = solve(formula, lens.timeline, restriction?.least);
    if (found.kind === 'solved') return { days: found.days, held };
  }
  return undefined;
}

function changed(lens: Lens, world: Days, clear: Days): TimedFact[] {
  return [...world].flatMap(([id, collides]): TimedFact[] => {
    const clears = clear.get(id);
    const { kind } = lens.timeline[id];
    return kind === 'day' || clears === undefined || clears === collides
      ? []
      : [{ kind, variable: id, collides, clears }];
  });
}
