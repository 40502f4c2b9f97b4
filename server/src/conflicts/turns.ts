import { DAY_OF_USE } from '../model/timeline.ts';
import type { Undertaking } from '../model/undertakings.ts';
import type { Days } from '../terms/day-solver.ts';
import type { TermId } from '../terms/set-expression.ts';
import type { VariableId } from '../terms/time.ts';
import type { Settlement } from './cells.ts';
import { type ClearWorld, findClearWorld } from './clear-world.ts';
import { type Board, boardOf, type Choice, type Court, sameName } from './court.ts';
import { isAnyRuledOut } from './dead-duty.ts';
import { type Free, NOTHING_FREE, settledIn } from './frozen.ts';
import type { Cell, Fact, Role, TimedFact, Turn, World } from './judgement.ts';
import { type Membership, nearestDecisions, nearestFirst, sameMembership } from './memberships.ts';
import { type About, isAboutTheSame, variablesToldBy, withNeeds } from './needs.ts';
import { decidingOrders, withSide } from './orders.ts';
import { membershipsOfClear, membershipsOfDead } from './settled-memberships.ts';
import { neededOrNot, settlementDistance, settlementFacts } from './settlement-facts.ts';
import { turningDay } from './turning-day.ts';
import { findWayLeft, groundsOf } from './way-left.ts';

/** Relations that never are more than a question, whatever the facts. */
export function capped(role: Role, restraint: Undertaking): Turn | undefined {
  if (role === 'standoff') return { kind: 'standoff' };
  if (restraint.effect === 'preempts') return { kind: 'offer' };
  if (restraint.effect === 'equalizes') return { kind: 'terms' };
  if (role === 'may') return { kind: 'uptake' };
  return undefined;
}

/**
 * The facts on which the verdict turns, in the order in which a reader would ask: each that alone, changed in the world that
 * collides, would keep the two apart; then, where with all these as they are the two may still be apart, a few that keep them so
 * together.
 */
export function turnsOf(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  restraint: Undertaking,
): readonly Turn[] {
  const about: About = { court, settlements, world, restraint };
  const alone = turnsAlone(about);
  return [...eachItsOwn(alone), ...turnsTogether(about, alone)];
}

/** Of facts that decide alone, without what a world that collides takes besides where that is what another of them is about. */
const eachItsOwn = (turns: readonly Turn[]): readonly Turn[] =>
  turns.map((turn) => {
    if (turn.kind !== 'membership') return turn;
    const others = turns.flatMap((other) =>
      other.kind === 'membership' && other !== turn ? other.collides.slice(0, 1) : [],
    );
    const collides = turn.collides.filter((one) => !others.some((other) => sameMembership(one, other)));
    return { ...turn, collides };
  });

function turnsAlone(about: About): Turn[] {
  const { court, settlements, world, restraint } = about;
  const board = boardOf(court, world.settlement);
  const found: Turn[] = [];
  // A duty that can be performed in no world is dead as soon as there is something to perform.
  const mayBeLeft = court.role === 'must' && findWayLeft(court, board, undefined) !== undefined;
  const orders = mayBeLeft ? undefined : decidingOrders(about, board);
  for (const fact of orders?.facts ?? []) {
    const days = daysOf(world, fact);
    found.push(withNeeds(about, world.settlement, { picks: new Map(), days }, fact));
  }
  for (const free of eachAlone(court, board, world)) {
    if (orders && [...free.days].some((id) => !orders.unsaid.has(id))) continue;
    const clear = clearIn(court, board, world, free);
    const facts = clear ? differences(court, board, world, clear, free) : [];
    const [fact] = facts;
    if (!clear || facts.length !== 1) continue;
    const isTimed = fact.kind === 'event' || fact.kind === 'renewal';
    found.push(isTimed ? onTurningDay(about, clear, fact) : withWay(about, board, clear, facts));
  }
  for (const settlement of settlements) {
    if (settlementDistance(settlement, world.settlement) !== 1) continue;
    const other = boardOf(court, settlement);
    const clear = clearIn(court, other, world, NOTHING_FREE);
    if (!clear) continue;
    for (const fact of settlementFacts(court, world.settlement, settlement, restraint)) {
      found.push(withWay(about, other, clear, [neededOrNot(court, settlements, fact)]));
    }
  }
  return found;
}

/** The days of a world, but for those that a fact has otherwise. */
function daysOf({ days }: World, fact: Fact): Days {
  if (fact.kind === 'order') return new Map([...days, ...fact.clears]);
  return fact.kind === 'event' || fact.kind === 'renewal' ? new Map(days).set(fact.variable, fact.clears) : days;
}

/** Each fact that may be settled otherwise, by itself. */
function eachAlone(court: Court, board: Board, world: World): Free[] {
  return [
    ...variablesIn(court, world).map((id) => ({ ...NOTHING_FREE, days: new Set([id]) })),
    ...silentIn(board).map((dimension) => ({ ...NOTHING_FREE, who: new Set([dimension]) })),
    ...openTermsIn(board).map((term) => ({ ...NOTHING_FREE, terms: new Set([term]) })),
  ];
}

const variablesIn = ({ lens }: Court, { days }: World): VariableId[] =>
  [...days.keys()].filter((id) => id !== DAY_OF_USE && lens.timeline[id].kind !== 'day');

const silentIn = (board: Board): number[] => [
  ...new Set(board.stretches.flatMap(({ cells }) => cells.filter(({ silent }) => silent).map((one) => one.dimension))),
];

/** The open terms on which it hangs how anything lies. */
const openTermsIn = (board: Board): TermId[] => [
  ...new Set(
    board.stretches
      .flatMap(({ cells }) => cells.flatMap(({ slots }) => slots))
      .flatMap(({ alternatives: [{ possible = [] }] }) => possible)
      .flatMap(({ membership, joined }) => [...membership.keys(), ...joined.keys()]),
  ),
];

/** A world of a settlement that does not collide and has changed no more than what is free. */
function clearIn(court: Court, board: Board, world: World, free: Free): ClearWorld | undefined {
  if (!board.settlement.self) return { picks: new Map(), days: world.days };
  const found = findClearWorld(court, board, { world, free });
  if (!found || found === 'too complex') return undefined;
  const { left } = found;
  return left ? { ...found, left: { ...left, cell: answeredLike(world, left.cell, free) } } : found;
}

/** A use with what open terms hold for it to lie as it does first as it is nearest to a world, but for what is free. */
const answeredLike = (world: World, cell: Cell, { terms }: Free): Cell =>
  new Map(
    [...cell].map(([dimension, { name, alternative }]) => {
      const own = settledIn(world, dimension, name);
      return [dimension, { name, alternative: own ? nearestFirst(own, alternative, terms) : alternative }];
    }),
  );

/**
 * Facts that decide together, and none of them could be left as it is; in the settlement that is nearest. What is told already is
 * left as it is.
 */
function turnsTogether(about: About, told: readonly Fact[]): readonly Turn[] {
  const { court, settlements, world, restraint } = about;
  const distance = (settlement: Settlement): number => settlementDistance(settlement, world.settlement);
  const open = settlements.filter((settlement) =>
    settlementFacts(court, world.settlement, settlement, restraint).every(
      (fact) => !told.some((other) => isAboutTheSame(fact, other)),
    ),
  );
  for (const settlement of open.sort((a, b) => distance(a) - distance(b))) {
    const board = boardOf(court, settlement);
    const least = leastChanged(court, board, world, told);
    if (!least) continue;
    const { clear, free } = least;
    const facts = [
      ...differences(court, board, world, clear, free),
      ...settlementFacts(court, world.settlement, settlement, restraint),
    ];
    if (facts.length === 0) continue;
    const together = facts.length > 1;
    return [...facts.slice(0, -1), withWay(about, board, clear, facts)].map((fact) => ({ ...fact, together }));
  }
  return [];
}

/** A clear world of a settlement in which nothing could be left as it is in the world given, but for what is told. */
function leastChanged(
  court: Court,
  board: Board,
  world: World,
  told: readonly Fact[],
): { readonly clear: ClearWorld; readonly free: Free } | undefined {
  const days = told.flatMap(variablesToldBy);
  const who = told.flatMap((fact) => (fact.kind === 'who' ? [fact.dimension] : []));
  const terms = told.flatMap((fact) => (fact.kind === 'membership' ? [fact.clears[0].term] : []));
  let free: Free = {
    days: new Set(variablesIn(court, world).filter((id) => !days.includes(id))),
    who: new Set(silentIn(board).filter((dimension) => !who.includes(dimension))),
    terms: new Set(openTermsIn(board).filter((term) => !terms.includes(term))),
  };
  let found = clearIn(court, board, world, free);
  if (!found) return undefined;
  const smaller: ((from: Free) => Free)[] = [
    ...[...free.terms].map((one) => (from: Free) => ({ ...from, terms: without(from.terms, one) })),
    ...[...free.who].map((one) => (from: Free) => ({ ...from, who: without(from.who, one) })),
    ...[...free.days].map((one) => (from: Free) => ({ ...from, days: without(from.days, one) })),
  ];
  for (const step of smaller) {
    const clear = clearIn(court, board, world, step(free));
    if (!clear) continue;
    free = step(free);
    found = clear;
  }
  return { clear: found, free };
}

const without = <T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> => new Set([...set].filter((other) => other !== one));

/** What a clear world has settled otherwise, of what is free. */
function differences(court: Court, board: Board, world: World, clear: ClearWorld, free: Free): Fact[] {
  const facts: Fact[] = [];
  for (const id of variablesIn(court, world)) {
    const [collides, clears] = [world.days.get(id)!, clear.days.get(id)];
    const { kind } = court.lens.timeline[id];
    if (kind !== 'day' && clears !== undefined && collides !== clears) {
      facts.push({ kind, variable: id, collides, clears });
    }
  }
  const { left } = clear;
  for (const dimension of silentIn(board)) {
    const collides = world.cell.get(dimension);
    const clears = left?.cell.get(dimension) ?? clear.picks.get(dimension);
    if (collides && clears && !sameName(collides.name, clears.name)) {
      facts.push({ kind: 'who', dimension, collides: collides.name, clears: clears.name });
    }
  }
  return [...facts, ...otherMemberships(court, board, world, clear, free)];
}

/** What belongs to open terms in a clear world otherwise than in one that collides. */
function otherMemberships(court: Court, board: Board, world: World, clear: ClearWorld, free: Free): Fact[] {
  const { left } = clear;
  const found: Membership[] = [];
  for (const [dimension, { name, alternative }] of left?.cell ?? cellIn(board, world, clear)) {
    const settled = settledIn(world, dimension, name);
    for (const { term, inside, isOfParent } of (settled && nearestDecisions(settled, alternative, free.terms)) ?? []) {
      if (!isOfParent) found.push({ term, dimension, what: name, inside });
    }
  }
  if (found.length === 0) return [];
  // For a way to be left, that use alone has to lie so; for none to be, or for nothing to collide, all uses have to.
  const otherwise = (one: Membership): Membership => ({ ...one, inside: !one.inside });
  const said = left ? found.map(otherwise) : found;
  const all = [...said, ...(left ? membershipsOfDead(court, world) : membershipsOfClear(court, board, clear))];
  const besides = all.filter((one, index) => all.findIndex((other) => sameMembership(other, one)) === index);
  const more = besides.slice(said.length);
  // A use that collides whatever belongs to open terms: only to keep the two apart has anything to belong there.
  const needsNone = !left && world.certain && court.role !== 'standoff';
  return [...new Set(found.map(({ term }) => term))].map((asked, index) => {
    const [first, ...others] = found.filter(({ term }) => term === asked);
    const collides = [first, ...others].map(otherwise);
    return {
      kind: 'membership',
      collides: needsNone ? [] : [...collides, ...(left ? more : [])],
      clears: [first, ...others, ...(left || index > 0 ? [] : more)],
    };
  });
}

/** The use of a world that collides, as it lies in one that does not. */
function cellIn(board: Board, world: World, { dimensions = [] }: ClearWorld): Cell {
  const at = board.stretches.findIndex(({ stretch }) => stretch.from <= world.day && world.day < stretch.until);
  const cell = new Map<number, Choice>();
  for (const { dimension, choices } of dimensions[at] ?? []) {
    const used = world.cell.get(dimension);
    const now = used && choices.find(({ name }) => sameName(name, used.name));
    if (now) cell.set(dimension, now);
  }
  return cell;
}

/** The last of the facts that make a world clear, with what else that needs; of a duty with the way that is left, where others are not. */
function withWay(about: About, board: Board, clear: ClearWorld, facts: readonly Fact[]): Turn {
  const { court } = about;
  const { left, days, picks } = clear;
  const fact = withNeeds(about, board.settlement, clear, facts.at(-1)!, facts);
  if (!left || !isAnyRuledOut(court, board, days, picks)) return fact;
  const { provided = [], ...way } = groundsOf(court, board, { picks, days, left }).left;
  const unsaid = provided.filter((one) => !facts.some((other) => isSaidBy(other, one)));
  return { ...fact, left: unsaid.length > 0 ? { ...way, provided: unsaid } : way };
}

const isSaidBy = (fact: Fact, membership: Membership): boolean =>
  fact.kind === 'membership' && fact.clears.some((one) => sameMembership(one, membership));

/** Of a duty and an event: the very day on which that decides, too. */
function onTurningDay(about: About, clear: ClearWorld, fact: TimedFact): Turn {
  const { court, settlements, world } = about;
  const { picks, days, left } = clear;
  const found = left && turningDay(court, settlements, world, fact.variable, fact.clears);
  if (found) {
    const { days: turning, ...turn } = found;
    return { ...withNeeds(about, world.settlement, { picks, days: turning }, { ...fact, ...turn }), left: turn.left };
  }
  if (!left) return withNeeds(about, world.settlement, clear, withSide(about, fact));
  const needy = withNeeds(about, world.settlement, clear, fact);
  return { ...needy, left: groundsOf(court, boardOf(court, world.settlement), { picks, days, left }).left };
}
