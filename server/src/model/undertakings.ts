import type { Interval } from '../terms/intervals.ts';
import { ALL, expressionKey, type SetExpression, termsNamedIn } from '../terms/set-expression.ts';
import { ALWAYS_BEFORE, NEVER_TIME, type Time } from '../terms/time.ts';
import type { ClauseWindow, DealTimes } from './deal-times.ts';
import {
  type Clause,
  type Effect,
  type Exception,
  type Model,
  onlyRecords,
  SILENT,
  UNRESTRICTED,
  type ValueId,
} from './model.ts';

/** A region with its time resolved. */
export interface Box {
  /** One a region dimension; `SILENT` only for *who* in a permission or duty. */
  readonly values: readonly ValueId[];
  readonly measures?: ReadonlyMap<number, readonly Interval[]>;
  readonly start: Time;
  /** The first day no longer in force. */
  readonly end: Time;
  readonly while?: SetExpression;
}

/** A dimension of *who* and the value outside of which a restraint bites: the holder. */
export interface Outside {
  readonly dimension: number;
  readonly value: ValueId;
}

/** One promise of one clause: an effect, who is bound, what it covers. */
export interface Undertaking extends Box {
  readonly clause: Clause;
  /** `receives`, `is owed`: a permission, or a duty, seen from the party that it is given or owed to. */
  readonly effect: Effect | 'receives' | 'is owed';
  /** Who is bound, lets, must or may: a value of `with`. */
  readonly by: ValueId;
  /** The other side: a value of `with`, or `SILENT`. */
  readonly to: ValueId;
  /** Each party that it is owed to, by itself. */
  readonly owedTo: readonly SetExpression[];
  readonly exceptions: readonly Box[];
  readonly outside: readonly Outside[];
  /** An `excludes` whose clause permits nothing. */
  readonly permitsNothing: boolean;
}

const NO_BOXES: readonly Box[] = [];
const NOT_OUTSIDE: readonly Outside[] = [];

/** Everything a clause promises, apart from what it only records. */
export function undertakingsOf(model: Model, times: DealTimes, clause: Clause): readonly Undertaking[] {
  // Even of a clause that promises nothing to judge, a time that means nothing is an error.
  const window = times.windowOf(clause);
  if (clause.broken || onlyRecords(clause.kind)) return NO_UNDERTAKINGS;
  const exceptions =
    clause.exceptions.length === 0 ? NO_BOXES : clause.exceptions.map((one) => exceptionBox(times, one));
  const effects = effectsOf(model, clause);
  if (!clause.mutual && !owesItself(clause))
    return undertakingsOn(sideOf(model, clause.by, clause.to), model, clause, effects, window, exceptions);
  // A mutual promise is one promise of each promisor, owed to the others: nobody owes itself.
  return clause.by.flatMap((promisor) => {
    const own = expressionKey(promisor);
    const others = (clause.mutual ? clause.by : clause.to).filter((other) => expressionKey(other) !== own);
    return undertakingsOn(sideOf(model, [promisor], others), model, clause, effects, window, exceptions);
  });
}

/** Whether one of several promisors is among those that they owe. */
function owesItself({ by, to }: Clause): boolean {
  if (by.length < 2 || to.length === 0) return false;
  const owed = new Set(to.map(expressionKey));
  return by.some((promisor) => owed.has(expressionKey(promisor)));
}

export const NO_UNDERTAKINGS: readonly Undertaking[] = [];

/** Who promises and to whom: values of `with`, or `SILENT`. */
interface Side {
  readonly by: ValueId;
  readonly to: ValueId;
  /** Each party that it is owed to, by itself. */
  readonly owedTo: readonly SetExpression[];
  readonly layout: Layout;
}

/** The clauses of a deal have most often the same: the last is kept. */
function sideOf(model: Model, by: readonly SetExpression[], to: readonly SetExpression[]): Side {
  const layout = layoutOf(model);
  const { withIndex, lastSide } = layout;
  if (lastSide?.by === by && lastSide.to === to) return lastSide.side;
  const side: Side = { by: partyValue(model, withIndex, by), to: partyValue(model, withIndex, to), owedTo: to, layout };
  layout.lastSide = { by, to, side };
  return side;
}

function undertakingsOn(
  side: Side,
  model: Model,
  clause: Clause,
  effects: readonly Effect[],
  window: ClauseWindow,
  exceptions: readonly Box[],
): readonly Undertaking[] {
  let found = NO_UNDERTAKINGS;
  for (const effect of effects) {
    const one = undertake(model, clause, effect, effects, side, window, exceptions);
    if (one) found = found.length === 0 ? [one] : [...found, one];
  }
  return found;
}

/** An `exclusive` that names a *who*, and neither `to` nor `with` itself, only excludes; licences always permit. */
function effectsOf(model: Model, clause: Clause): readonly Effect[] {
  const { effects, name } = clause.kind;
  // A part of the requirements leaves the rest to others.
  const share = clause.parameters.get('share');
  if (share?.type === 'share' && share.share.lt(1)) return effects.filter((effect) => effect !== 'excludes');
  if (name !== 'exclusive' || clause.namesHolder) return effects;
  const { isWho } = layoutOf(model);
  const namesWho = clause.values.some((value, index) => value !== SILENT && isWho[index]);
  return namesWho ? effects.filter((effect) => effect !== 'permits') : effects;
}

function exceptionBox(times: DealTimes, exception: Exception): Box {
  return {
    values: exception.values.map((value) => (value === SILENT ? UNRESTRICTED : value)),
    measures: exception.measures,
    start: exception.from ? times.timeOf(exception.from, 'start') : ALWAYS_BEFORE,
    end: exception.until ? times.timeOf(exception.until, 'end') : NEVER_TIME,
    while: exception.while,
  };
}

const joined = (items: readonly SetExpression[]): SetExpression =>
  items.length === 1 ? items[0] : { kind: 'union', items };

function undertake(
  model: Model,
  clause: Clause,
  effect: Effect,
  effects: readonly Effect[],
  side: Side,
  window: ClauseWindow,
  exceptions: readonly Box[],
): Undertaking | undefined {
  const layout = layoutOf(model);
  let outside = NOT_OUTSIDE;
  switch (effect) {
    case 'excludes':
      outside = holderOf(layout, clause, side.to);
      if (outside.length === 0) return undefined;
      break;
    case 'preempts':
    case 'equalizes':
      if (side.to !== SILENT) outside = outsideOf(layout, layout.withIndex, side.to);
      break;
    case 'records':
      return undefined;
  }
  const permitsNothing = effect === 'excludes' && !effects.includes('permits');
  const dealtWith = lets(effect) ? otherSide(model, layout, clause, side) : SILENT;
  return new Promised(clause, effect, side, window, exceptions, outside, permitsNothing, dealtWith);
}

const lets = (effect: Undertaking['effect']): boolean => effect === 'permits' || effect === 'obliges';

/**
 * An undertaking as its clause makes it. There are very many, so that what the clause or the side says is not kept again. Its
 * values are worked out when they are asked for: of most, nobody does.
 */
class Promised implements Undertaking {
  declare readonly clause: Clause;
  declare readonly effect: Effect;
  declare readonly side: Side;
  declare readonly start: Time;
  declare readonly end: Time;
  declare readonly exceptions: readonly Box[];
  declare readonly outside: readonly Outside[];
  declare readonly permitsNothing: boolean;
  /** Of a permission or duty: its value of `with`. */
  declare readonly dealtWith: ValueId;
  declare known: readonly ValueId[] | undefined;

  constructor(
    clause: Clause,
    effect: Effect,
    side: Side,
    window: ClauseWindow,
    exceptions: readonly Box[],
    outside: readonly Outside[],
    permitsNothing: boolean,
    dealtWith: ValueId,
  ) {
    this.clause = clause;
    this.effect = effect;
    this.side = side;
    this.start = window.start;
    this.end = window.end;
    this.exceptions = exceptions;
    this.outside = outside;
    this.permitsNothing = permitsNothing;
    this.dealtWith = dealtWith;
    this.known = undefined;
  }

  get by(): ValueId {
    return this.side.by;
  }

  get to(): ValueId {
    return this.side.to;
  }

  get owedTo(): readonly SetExpression[] {
    return this.side.owedTo;
  }

  get measures(): Undertaking['measures'] {
    return this.clause.measures;
  }

  get while(): Undertaking['while'] {
    return this.clause.while;
  }

  get values(): readonly ValueId[] {
    this.known ??= writeValues(this, new Array(this.clause.values.length));
    return this.known;
  }
}

/** The values of an undertaking, into `room` where they are not there yet: good until that is written again. */
export const valuesOf = (one: Undertaking, room: ValueId[]): readonly ValueId[] =>
  one instanceof Promised ? (one.known ?? writeValues(one, room)) : one.values;

/**
 * What is not given is unrestricted, but for the act of what is no waiver, and for *who* in a permission or duty: it is silent
 * on that, apart from `with`, which is the other side.
 */
function writeValues({ clause, effect, outside, side, dealtWith }: Promised, into: ValueId[]): ValueId[] {
  const { values } = clause;
  const { act, presumedAct, isWho, withIndex } = side.layout;
  const mayBeSilent = lets(effect);
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value !== SILENT) into[index] = value;
    else if (mayBeSilent && isWho[index]) into[index] = SILENT;
    else into[index] = index === act && effect !== 'waives' ? presumedAct : UNRESTRICTED;
  }
  if (mayBeSilent) into[withIndex] = dealtWith;
  else if (effect === 'excludes') for (const { dimension } of outside) into[dimension] = UNRESTRICTED;
  return into;
}

const partyValue = (model: Model, withIndex: number, items: readonly SetExpression[]): ValueId =>
  items.length === 0 ? SILENT : model.intern(withIndex, joined(items));

/** Where the dimensions stand that are spoken of by name, and what a model presumes. */
interface Layout {
  readonly indices: ReadonlyMap<string, number>;
  readonly withIndex: number;
  readonly act: number;
  /** What a clause does that says nothing of the act: exploit. */
  readonly presumedAct: ValueId;
  readonly isWho: readonly boolean[];
  /** By dimension and value. */
  readonly outside: readonly Map<ValueId, readonly Outside[]>[];
  lastSide:
    | { readonly by: readonly SetExpression[]; readonly to: readonly SetExpression[]; readonly side: Side }
    | undefined;
}

/** By the dimensions of a model: all the models that a binder gives have theirs in common. */
const layouts = new WeakMap<Model['regionDimensions'], Layout>();

function layoutOf(model: Model): Layout {
  const known = layouts.get(model.regionDimensions);
  if (known) return known;
  const indices = new Map(model.regionDimensions.map((dimension, index) => [dimension.name, index]));
  const act = indices.get('act') ?? -1;
  const term = model.lookup('act', 'exploit');
  const layout: Layout = {
    indices,
    withIndex: indices.get('with') ?? -1,
    act,
    presumedAct: term === undefined ? UNRESTRICTED : model.intern(act, { kind: 'term', term }),
    isWho: model.regionDimensions.map(({ question }) => question === 'who'),
    outside: model.regionDimensions.map(() => new Map()),
    lastSide: undefined,
  };
  layouts.set(model.regionDimensions, layout);
  return layout;
}

/** The index of a region dimension, or -1. */
export const dimensionIndex = (model: Model, name: string): number => layoutOf(model).indices.get(name) ?? -1;

/** Whom a permission or duty is about. */
function otherSide(model: Model, { withIndex }: Layout, clause: Clause, { to, owedTo }: Side): ValueId {
  const dealt = clause.values[withIndex];
  return dealt === SILENT || onlyLets(model, clause, dealt, owedTo, withIndex) ? to : dealt;
}

/** A co-exclusive grant, `exclusive(to=A, with=[A, B])`, permits A alone. */
function onlyLets(
  model: Model,
  clause: Clause,
  dealt: ValueId,
  owedTo: readonly SetExpression[],
  withIndex: number,
): boolean {
  if (!clause.kind.effects.includes('excludes') || owedTo.length === 0) return false;
  const named = termsNamedIn(model.values[withIndex][dealt] ?? ALL);
  return owedTo.flatMap(termsNamedIn).some((term) => named.includes(term));
}

/** The holder: what the clause says of *who* other than `to`; if it says nothing, `to`. */
function holderOf(layout: Layout, { values }: Clause, to: ValueId): readonly Outside[] {
  const { isWho, withIndex } = layout;
  let outside = NOT_OUTSIDE;
  for (let dimension = 0; dimension < values.length; dimension++) {
    if (!isWho[dimension] || values[dimension] === SILENT) continue;
    const one = outsideOf(layout, dimension, values[dimension]);
    outside = outside.length === 0 ? one : [...outside, ...one];
  }
  return outside.length === 0 && to !== SILENT ? outsideOf(layout, withIndex, to) : outside;
}

/** The same for the same. */
function outsideOf({ outside }: Layout, dimension: number, value: ValueId): readonly Outside[] {
  const ofDimension = outside[dimension];
  let known = ofDimension.get(value);
  if (!known) {
    known = [{ dimension, value }];
    ofDimension.set(value, known);
  }
  return known;
}

/** A permission or duty as the party sees it that it is given or owed to. */
export function received(model: Model, given: Undertaking): Undertaking | undefined {
  if (given.to === SILENT) return undefined;
  const withIndex = dimensionIndex(model, 'with');
  const values = [...given.values];
  if (given.clause.values[withIndex] === SILENT || values[withIndex] === given.to) values[withIndex] = given.by;
  return altered(given, {
    effect: given.effect === 'obliges' ? 'is owed' : 'receives',
    by: given.to,
    to: given.by,
    values,
    outside: NOT_OUTSIDE,
    permitsNothing: false,
  });
}

/** An undertaking that differs from another. */
export const altered = (one: Undertaking, differing: Partial<Undertaking>): Undertaking => ({
  clause: one.clause,
  effect: one.effect,
  by: one.by,
  to: one.to,
  owedTo: one.owedTo,
  values: one.values,
  measures: one.measures,
  start: one.start,
  end: one.end,
  while: one.while,
  exceptions: one.exceptions,
  outside: one.outside,
  permitsNothing: one.permitsNothing,
  ...differing,
});

/** The same promise of everything, always. */
export const ofEverything = (one: Undertaking, differing: Partial<Undertaking> = {}): Undertaking =>
  altered(one, {
    values: one.values.map(() => UNRESTRICTED),
    measures: undefined,
    start: ALWAYS_BEFORE,
    end: NEVER_TIME,
    while: undefined,
    exceptions: NO_BOXES,
    outside: NOT_OUTSIDE,
    ...differing,
  });
