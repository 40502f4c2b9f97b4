import { altered, type Undertaking } from '../model/undertakings.ts';
import { FIRST_DAY, formatDay, NEVER } from '../terms/calendar.ts';
import type { Days } from '../terms/day-solver.ts';
import type { VariableId } from '../terms/time.ts';
import { listed } from '../text/words.ts';
import type { SlotName } from './cells.ts';
import { MOST_NAMED, membershipsText, membershipText, slotText, useSentence, witnessValues } from './describe.ts';
import type { Fact, Turn, Way, WorldFact } from './judgement.ts';
import type { Lens } from './lens.ts';

export interface TurnText {
  readonly kind: Fact['kind'];
  readonly name: string;
  readonly text: string;
  readonly conflictWhen: string;
  readonly clearWhen: string;
  /** It decides only together with the others that say so. */
  readonly together?: boolean;
}

/** A deciding fact in words, with one settlement of each kind. */
export function turnText(lens: Lens, turn: Turn, deal: Undertaking): TurnText {
  const said = factText(lens, turn, deal);
  if (turn.kind === 'performance') return said;
  const { left, together } = turn;
  const clearWhen = left
    ? `${said.clearWhen} and ${nameOf(deal)} is performed in the way then left: ${wayText(lens, left, deal)}`
    : said.clearWhen;
  if (together) return { ...said, text: questionText(lens, turn) ?? said.text, clearWhen, together };
  return left ? { ...said, text: dutyText(lens, turn, deal) ?? said.text, clearWhen } : said;
}

const nameOf = ({ clause }: Undertaking): string => `\`${clause.name}\``;

function factText(lens: Lens, turn: Fact, undertaking: Undertaking): TurnText {
  const deal = undertaking.clause;
  switch (turn.kind) {
    case 'event':
      return eventText(lens, turn.variable, turn.collides, turn.clears);
    case 'renewal':
      return renewalText(lens, turn.variable, turn.collides, turn.clears);
    case 'who': {
      const { name } = lens.model.regionDimensions[turn.dimension];
      const is = (slot: SlotName): string => {
        const value = slotText(lens, turn.dimension, slot);
        return name === 'with' ? `\`${deal.name}\` deals with ${value}` : `the ${name} of \`${deal.name}\` is ${value}`;
      };
      return {
        kind: turn.kind,
        name,
        text: `\`${deal.name}\` names no ${name === 'with' ? 'party' : name}`,
        conflictWhen: is(turn.collides),
        clearWhen: is(turn.clears),
      };
    }
    case 'membership': {
      const [{ term }] = turn.clears;
      const { name } = lens.terms[term];
      const asked = [turn.clears[0], ...turn.collides.slice(1), ...turn.clears.slice(1)].filter(
        (one) => one.term === term,
      );
      const names = [...new Set(asked.map(({ dimension, what }) => slotText(lens, dimension, what)))];
      const what =
        names.length > MOST_NAMED ? `${names[0]}, or one of ${names.length - 1} others,` : listed(names, 'or');
      return {
        kind: turn.kind,
        name,
        text: `nobody has said whether ${what} belongs to ${name}`,
        conflictWhen: turn.collides.length === 0 ? `whatever belongs to ${name}` : membershipsText(lens, turn.collides),
        clearWhen: membershipsText(lens, turn.clears),
      };
    }
    case 'affiliates': {
      const name = `\`${turn.clause.name}\``;
      const [included, left] = [`${name} includes affiliates`, `${name} does not include affiliates`];
      return {
        kind: turn.kind,
        name: turn.clause.name,
        text: `${name} does not say whether it includes affiliates`,
        conflictWhen: turn.collidesIncluded ? included : left,
        clearWhen: turn.collidesIncluded ? left : included,
      };
    }
    case 'state':
      return stateText(lens, turn);
    case 'self':
      return {
        kind: turn.kind,
        name: turn.clause.name,
        text: `\`${turn.clause.name}\` does not say whether the promisor itself is excluded`,
        conflictWhen: `\`${turn.clause.name}\` excludes the promisor too`,
        clearWhen: `\`${turn.clause.name}\` does not exclude the promisor`,
      };
    case 'performance': {
      const days = turn.given.map(({ variable, day }) => settledText(lens, variable, day));
      const still = turn.left.day < lens.asOf ? 'can be' : 'can still be';
      const where = turn.isSure ? '' : ', in one way or another';
      return {
        kind: turn.kind,
        name: deal.name,
        text: `\`${deal.name}\` ${still} performed${where}: ${wayText(lens, turn.left, undertaking, days)}`,
        conflictWhen: 'it is performed in a way that is ruled out',
        clearWhen: 'it is performed in a way that is left',
      };
    }
    case 'uptake':
      return {
        kind: turn.kind,
        name: deal.name,
        text: `only if what \`${deal.name}\` gives is taken up`,
        conflictWhen: 'it is taken up',
        clearWhen: 'it is left alone',
      };
    case 'standoff':
      return {
        kind: turn.kind,
        name: deal.name,
        text: 'both hold only while it deals with nobody',
        conflictWhen: 'it deals with anybody',
        clearWhen: 'it deals with nobody',
      };
    case 'offer':
      return {
        kind: turn.kind,
        name: deal.name,
        text: 'was it offered first?',
        conflictWhen: 'it was not offered first',
        clearWhen: 'it was offered first and refused',
      };
    case 'terms':
      return {
        kind: turn.kind,
        name: deal.name,
        text: 'were the terms better?',
        conflictWhen: 'the terms were better',
        clearWhen: 'the terms were no better',
      };
  }
}

/** A fact that is not about a use in words: a day, or a state. */
export function worldText(lens: Lens, fact: WorldFact, together: boolean): TurnText {
  const said = fact.kind === 'state' ? stateText(lens, fact) : dayText(lens, fact);
  return together ? { ...said, text: questionText(lens, fact) ?? said.text, together } : said;
}

const dayText = (
  lens: Lens,
  { kind, variable, collides, clears }: Extract<WorldFact, { readonly variable: number }>,
) => (kind === 'event' ? eventText(lens, variable, collides, clears) : renewalText(lens, variable, collides, clears));

function stateText(
  lens: Lens,
  { kind, term, collidesWhileHolding }: Extract<Fact, { readonly kind: 'state' }>,
): TurnText {
  const { name } = lens.terms[term];
  return {
    kind,
    name,
    text: `only while ${name} ${collidesWhileHolding ? 'holds' : 'does not hold'}`,
    conflictWhen: collidesWhileHolding ? `${name} holds` : `${name} does not hold`,
    clearWhen: collidesWhileHolding ? `${name} does not hold` : `${name} holds`,
  };
}

/** "if f does not belong to rival, on 2026-12-31 A may supply f, dealing with C". */
function wayText(
  lens: Lens,
  { cell, day, provided = [] }: Way,
  deal: Undertaking,
  given: readonly string[] = [],
): string {
  const use = useSentence(lens, witnessValues(lens, cell), altered(deal, { effect: 'receives' }));
  const conditions = [...given, ...provided.map((one) => membershipText(lens, one))];
  const condition = conditions.length > 0 ? `if ${listed(conditions)}, ` : '';
  return `${condition}${day > FIRST_DAY ? `on ${formatDay(day)} ` : ''}${use}`;
}

/** What is asked of a fact that decides nothing alone, where its own words would say that it does. */
function questionText(lens: Lens, turn: Fact): string | undefined {
  switch (turn.kind) {
    case 'event':
      return `when ${lens.timeline[turn.variable].name} happens`;
    case 'renewal':
      return `how often ${lens.timeline[turn.variable].name} is renewed`;
    case 'state':
      return `whether ${lens.terms[turn.term].name} holds`;
    default:
      return undefined;
  }
}

/** Of a fact that decides whether a duty can be performed at all, where its own words would speak of every way to perform it. */
function dutyText(lens: Lens, turn: Fact, deal: Undertaking): string | undefined {
  if ((turn.kind === 'event' || turn.kind === 'renewal') && turn.bound) {
    return `${nameOf(deal)} can be performed ${turn.bound === 'needed' ? 'only if' : 'if'} ${boundText(lens, turn)}`;
  }
  const question = questionText(lens, turn);
  return question && `whether ${nameOf(deal)} can be performed hangs on ${question}`;
}

/** On which side of its turning day a fact lets a duty be performed. */
function boundText(
  lens: Lens,
  { kind, variable, collides, clears }: Extract<Fact, { readonly kind: 'event' | 'renewal' }>,
): string {
  const { name } = lens.timeline[variable];
  const isEarlier = clears < collides;
  if (kind === 'renewal') {
    if (isEarlier) return clears === 0 ? `${name} is not renewed` : `${name} is renewed no more than ${times(clears)}`;
    return clears === 1
      ? `${name} is renewed`
      : `${name} is renewed ${clears >= NEVER ? 'for ever' : `at least ${times(clears)}`}`;
  }
  if (isEarlier) return collides >= NEVER ? `${name} happens` : `${name} happens by ${formatDay(clears)}`;
  return clears >= NEVER ? `${name} never happens` : `${name} does not happen before ${formatDay(clears)}`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** A variable that has a value, in words. */
function settledText(lens: Lens, variable: VariableId, value: number): string {
  const { kind, name } = lens.timeline[variable];
  if (kind !== 'renewal') return value >= NEVER ? `${name} never happens` : `${name} happens on ${formatDay(value)}`;
  if (value === 0) return `${name} is not renewed`;
  return `${name} is renewed ${value >= NEVER ? 'for ever' : times(value)}`;
}

/** "if spin happens on that day": what has to happen for the use that shows a world to collide on its day. */
export function provisoText(lens: Lens, facts: readonly VariableId[], days: Days, date: number): string {
  const parts = facts.map((id) => {
    const { kind, name } = lens.timeline[id];
    const value = days.get(id) ?? date;
    return kind !== 'renewal' && value === date ? `${name} happens on that day` : settledText(lens, id, value);
  });
  return `if ${parts.join(' and ')}`;
}

function eventText(lens: Lens, variable: number, collides: number, clears: number): TurnText {
  const { name } = lens.timeline[variable];
  const on = (day: number): string => settledText(lens, variable, day);
  const when =
    clears >= NEVER
      ? `only if ${name} happens`
      : collides >= NEVER
        ? `only if ${name} does not happen before ${formatDay(clears + 1)}`
        : collides < clears
          ? `only if ${name} comes before ${formatDay(clears)}`
          : `only if ${name} comes after ${formatDay(collides - 1)}`;
  return { kind: 'event', name, text: when, conflictWhen: on(collides), clearWhen: on(clears) };
}

function renewalText(lens: Lens, variable: number, collides: number, clears: number): TurnText {
  const { name } = lens.timeline[variable];
  return {
    kind: 'renewal',
    name,
    text: collides > clears ? `only if ${name} is renewed` : `only if ${name} is not renewed`,
    conflictWhen: settledText(lens, variable, collides),
    clearWhen: settledText(lens, variable, clears),
  };
}
