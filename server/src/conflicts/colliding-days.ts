import { UNRESTRICTED } from '../model/model.ts';
import { DAY_OF_USE } from '../model/timeline.ts';
import type { Box, Undertaking } from '../model/undertakings.ts';
import { FIRST_DAY } from '../terms/calendar.ts';
import { after, allOf, anyOf, type DayFormula, notBefore, solve } from '../terms/day-solver.ts';
import { type Stretch, stretchesOf, stretchWithin } from '../terms/stretches.ts';
import { day, highestOf, isSameTime, lowestOf, type VariableId, variable } from '../terms/time.ts';
import { areSame, usesIn } from './colliding-world.ts';
import { boardOf, type Court, notLater, startsLater } from './court.ts';
import type { Role, World } from './judgement.ts';
import type { Lens } from './lens.ts';
import { neededAmong, openBy } from './needed-facts.ts';
import { buildScene, MOST_BITS, type WaiverOffer } from './scene.ts';
import { settlementsOf } from './settlements.ts';

/** One way in which two clauses meet, with the waivers that may answer it. */
export interface Collision {
  readonly role: Role;
  readonly deal: Undertaking;
  readonly restraint: Undertaking;
  readonly offers: readonly WaiverOffer[];
}

/**
 * The days on which two clauses collide, in any of the ways given and in any world: stretches with nothing between them but
 * days on which they do not. Undefined where they are too many to be told.
 */
export function collidingDays(lens: Lens, collisions: readonly Collision[]): readonly Stretch[] | undefined {
  const [first, ...others] = collisions;
  const isPlain = !collisions.some((collision) => hangsOnOrder(lens, collision) || isInterrupted(lens, collision));
  if (isPlain && others.every((other) => areSameTimes(first, other))) {
    const { deal, restraint } = first;
    return [stretchWithin([deal.start, restraint.start], [deal.end, restraint.end], DAY_OF_USE, lens.timeline)];
  }
  const conditions: DayFormula[] = [];
  for (const collision of collisions) {
    const found = conditionsOf(lens, collision);
    if (!found) return undefined;
    conditions.push(...found);
  }
  return stretchesOf(conditions, DAY_OF_USE, lens.timeline);
}

const areSameTimes = (a: Collision, b: Collision): boolean =>
  isSameTime(a.deal.start, b.deal.start) &&
  isSameTime(a.restraint.start, b.restraint.start) &&
  isSameTime(a.deal.end, b.deal.end) &&
  isSameTime(a.restraint.end, b.restraint.end);

function conditionsOf(lens: Lens, collision: Collision): readonly DayFormula[] | undefined {
  const { deal, restraint } = collision;
  const at = variable(DAY_OF_USE);
  if (!isInterrupted(lens, collision)) {
    const inForce = [deal, restraint].flatMap(({ start, end }) => [notBefore(at, start), after(end, at)]);
    return [allOf([...inForce, startsLater(deal, restraint)])];
  }
  const court = courtOf(lens, collision);
  const settlements = court && settlementsOf(lens, court.scene, false);
  if (!settlements) return undefined;
  const conditions: DayFormula[] = [];
  for (const settlement of settlements) {
    const board = boardOf(court, settlement);
    for (const part of board.stretches) {
      const uses = usesIn(court, board, part);
      if (uses === 'too complex') return undefined;
      conditions.push(...uses.map(({ collidesOn }) => collidesOn(at)));
    }
  }
  return conditions;
}

function courtOf(lens: Lens, { role, deal, restraint, offers }: Collision): Court | undefined {
  const isStandoff = role === 'standoff';
  const scene = buildScene(deal, isStandoff ? [restraint, deal] : [restraint], offers, isStandoff);
  return scene.bitCount > MOST_BITS ? undefined : { lens, scene, role };
}

/** Whether two collide in some worlds alone because in others the wrong one of them starts first. */
const hangsOnOrder = ({ timeline }: Lens, { deal, restraint }: Collision): boolean =>
  solve(notLater(deal, restraint), timeline).kind !== 'none';

/** Whether two that collide may not do so on every day on which both are in force. */
function isInterrupted(lens: Lens, { deal, restraint, offers }: Collision): boolean {
  const { timeline } = lens;
  const waivers = offers.flatMap((offer) => offer.waivers);
  const isDated = lens.affiliationDays.some((from) => from > FIRST_DAY);
  if (isDated && [deal, restraint, ...waivers].some((one) => mayIncludeAffiliates(lens, one))) return true;
  if (deal.exceptions.length + restraint.exceptions.length + waivers.length === 0) return false;
  const first = Math.max(lowestOf(deal.start, timeline), lowestOf(restraint.start, timeline));
  const end = Math.min(highestOf(deal.end, timeline), highestOf(restraint.end, timeline));
  const isThroughout = (box: Box): boolean =>
    (highestOf(box.start, timeline) <= first || [deal, restraint].some(({ start }) => isSameTime(start, box.start))) &&
    (lowestOf(box.end, timeline) >= end || [deal, restraint].some((one) => isSameTime(one.end, box.end)));
  const isOutside = (box: Box): boolean =>
    highestOf(box.end, timeline) <= first || lowestOf(box.start, timeline) >= end;
  const boxes = [deal, restraint, ...waivers].flatMap(({ exceptions }) => exceptions);
  return ![...boxes, ...waivers].every((box) => isThroughout(box) || isOutside(box));
}

function mayIncludeAffiliates(lens: Lens, one: Undertaking): boolean {
  const { clause, effect, by, to, values, outside, exceptions } = one;
  if (clause.affiliates === 'no') return false;
  // Something is waived towards somebody: that is who may do it.
  const bound = effect === 'waives' ? [by, to] : [by];
  const named = [...bound, values[lens.parties], ...exceptions.map((box) => box.values[lens.parties])];
  for (const { dimension, value } of outside) if (dimension === lens.parties) named.push(value);
  return named.some((value) => value > UNRESTRICTED && lens.hasAffiliates(value));
}

/** The undated events, and renewals, without which the use that shows a world would not collide on its day. */
export function factsBehind(lens: Lens, collision: Collision, world: World): readonly VariableId[] {
  const { timeline } = lens;
  const date = world.example ?? world.day;
  const open = openBy(timeline, world.days, date);
  const court = open.length === 0 ? undefined : courtOf(lens, collision);
  if (!court) return [];
  const board = boardOf(court, world.settlement);
  const conditions: DayFormula[] = [];
  for (const part of board.stretches) {
    const uses = usesIn(court, board, part);
    if (uses === 'too complex') return open;
    for (const { masks, collidesOn } of uses) if (areSame(masks, world.masks)) conditions.push(collidesOn(day(date)));
  }
  return neededAmong(open, timeline, world.days, anyOf(conditions));
}
