import type { Clause, ValueId } from '../model/model.ts';
import { SILENT, UNRESTRICTED } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { formatDay, NEVER, type Period } from '../terms/calendar.ts';
import type { Days } from '../terms/day-solver.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import { UNNAMED } from '../terms/taxonomy.ts';
import type { Time, Timeline, VariableId } from '../terms/time.ts';
import { BOUND, type SlotName } from './cells.ts';
import { type Membership, membershipsOf, type Turn, type World } from './judgement.ts';
import type { Lens } from './lens.ts';

/** A value in words: `Azure`, `EU or US`, `anything except CN`. */
export function phrase(lens: Lens, dimension: number, value: ValueId): string {
  return value === SILENT || value === UNRESTRICTED
    ? 'all'
    : phraseExpression(lens, lens.model.values[dimension][value]);
}

export function phraseExpression(lens: Lens, expression: SetExpression): string {
  switch (expression.kind) {
    case 'all':
      return 'all';
    case 'term':
      return lens.terms[expression.term].name;
    case 'union': {
      const items = expression.items.map((item) => phraseExpression(lens, item));
      return items.length < 2
        ? (items[0] ?? 'nothing')
        : `${items.slice(0, -1).join(', ')} or ${items[items.length - 1]}`;
    }
    case 'except':
      return `${phraseExpression(lens, expression.base)} except ${phraseExpression(lens, expression.minus)}`;
  }
}

const SHOWN_DIGITS = 12;

/** The name of an atom: of the term whose own it is, or of the terms that share it. */
export function slotText(lens: Lens, dimension: number, slot: SlotName): string {
  // The last digits of a number halfway between two ends may be nothing but rounding.
  if (slot.kind === 'number') return String(Number(slot.number.toPrecision(SHOWN_DIGITS)));
  const at = dimension === BOUND ? lens.parties : dimension;
  if (slot.atom === UNNAMED)
    return `another ${lens.model.regionDimensions[at].name === 'with' ? 'party' : lens.model.regionDimensions[at].name}`;
  const { upsets, ancestors } = lens.taxonomy(at);
  for (const term of upsets[slot.atom])
    if (ancestors(term).size === upsets[slot.atom].size) return lens.terms[term].name;
  const upset = [...upsets[slot.atom]];
  const lowest = upset.filter((term) => !upset.some((other) => other !== term && ancestors(other).has(term)));
  return lowest.map((term) => lens.terms[term].name).join(' and ');
}

/** Dimension name to value, of the use that shows a world: only what its clauses restrict. */
export function witnessValues(lens: Lens, world: World): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [dimension, { name }] of world.cell) {
    values[dimension === BOUND ? 'by' : lens.model.regionDimensions[dimension].name] = slotText(lens, dimension, name);
  }
  return values;
}

/** What a use rests on that nobody has said, and that no deciding fact speaks of: what then belongs to open terms. */
export function openInWitness(lens: Lens, { cell }: World, turns: readonly Turn[]): string[] {
  return membershipsOf(cell)
    .filter(({ term, dimension }) =>
      turns.every((turn) => turn.kind !== 'membership' || turn.term !== term || turn.dimension !== dimension),
    )
    .map((one) => {
      const { what, belongs, name } = membershipWords(lens, one);
      return `${what} ${belongs} ${name} in the example: nobody has said whether it does`;
    });
}

function membershipWords(lens: Lens, { term, dimension, what, inside }: Membership) {
  const belongs = inside ? 'belongs to' : 'does not belong to';
  return { what: slotText(lens, dimension, what), belongs, name: lens.terms[term].name };
}

/** "OpenAI lets Amazon host stateful_runtime on Bedrock": the use of a world, by its {@link witnessValues}, without its date. */
export function useSentence(lens: Lens, values: Readonly<Record<string, string>>, deal: Undertaking): string {
  const by = values.by ?? phrase(lens, lens.parties, deal.by);
  const other = values.with ?? (deal.to === SILENT ? 'another' : phrase(lens, lens.parties, deal.to));
  const verb = values.act === undefined || values.act === 'another act' ? 'exploit' : values.act.replaceAll('_', ' ');
  let where = '';
  for (const name in values) if (!TOLD_BEFORE.includes(name)) where += placePhrase(name, values[name]);
  const what = values.scope ?? 'something';
  switch (deal.effect) {
    case 'obliges':
      return `${by} must ${verb} ${what}, dealing with ${other}${where}`;
    case 'receives':
      return `${by} may ${verb} ${what}, dealing with ${other}${where}`;
    case 'excludes':
      return `${by} may deal with nobody over ${what}${where}`;
    default:
      return `${by} lets ${other} ${verb} ${what}${where}`;
  }
}

/** Dimensions that a sentence speaks of before it comes to where a use takes place. */
const TOLD_BEFORE = ['by', 'with', 'act', 'scope'];

function placePhrase(dimension: string, value: string): string {
  switch (dimension) {
    case 'cloud':
      return ` on ${value}`;
    case 'territory':
      return ` in ${value}`;
    case 'channel':
      return ` through ${value}`;
    case 'field':
      return ` for ${value}`;
    default:
      return `, ${dimension} ${value}`;
  }
}

/** A time in words: `AGI`, `AGI + 5 years`, `the earlier of …`. As an end, a date is told by the last day in force. */
export function timeText(time: Time, timeline: Timeline, edge: 'start' | 'end' = 'start'): string {
  switch (time.kind) {
    case 'day':
      return edge === 'end' ? `the end of ${formatDay(time.day - 1)}` : formatDay(time.day);
    case 'variable':
      return timeline[time.variable].name;
    case 'sum':
      return `${timeText(time.base, timeline)} ${time.sign > 0 ? '+' : '-'} ${periodText(time.period)}`;
    case 'renewed':
      return `the end of ${timeline[time.times].name}`;
    case 'earliest':
    case 'latest': {
      const items = time.items.map((item) => timeText(item, timeline, edge));
      return `the ${time.kind === 'earliest' ? 'earlier' : 'later'} of ${items.join(' and ')}`;
    }
  }
}

function periodText({ months, days }: Period): string {
  const parts: string[] = [];
  const count = (number: number, unit: string) => parts.push(`${number} ${unit}${number === 1 ? '' : 's'}`);
  if (months > 0 && months % 12 === 0) count(months / 12, 'year');
  else if (months > 0) count(months, 'month');
  if (days > 0 || months === 0) count(days, 'day');
  return parts.join(' and ');
}

export interface TurnText {
  readonly kind: Turn['kind'];
  readonly name: string;
  readonly text: string;
  readonly conflictWhen: string;
  readonly clearWhen: string;
}

/** A deciding fact in words, with one settlement of each kind. */
export function turnText(lens: Lens, turn: Turn, deal: Clause): TurnText {
  switch (turn.kind) {
    case 'event':
      return eventText(lens, turn.variable, turn.collides, turn.clears);
    case 'renewal':
      return renewalText(lens, turn.variable, turn.collides, turn.clears);
    case 'who': {
      const { name } = lens.model.regionDimensions[turn.dimension];
      const [collides, clears] = [
        slotText(lens, turn.dimension, turn.collides),
        slotText(lens, turn.dimension, turn.clears),
      ];
      return {
        kind: turn.kind,
        name,
        text: `\`${deal.name}\` names no ${name === 'with' ? 'party' : name}`,
        conflictWhen: `it is ${collides}`,
        clearWhen: `it is ${clears}`,
      };
    }
    case 'membership': {
      const term = lens.terms[turn.term].name;
      const what = slotText(lens, turn.dimension, turn.what);
      const [inside, outside] = [`${what} belongs to ${term}`, `${what} does not belong to ${term}`];
      return {
        kind: turn.kind,
        name: term,
        text: `nobody has said whether ${what} belongs to ${term}`,
        conflictWhen: turn.collidesInside ? inside : outside,
        clearWhen: turn.collidesInside ? outside : inside,
      };
    }
    case 'affiliates': {
      const [included, left] = ['affiliates are included', 'affiliates are not included'];
      return {
        kind: turn.kind,
        name: turn.clause.name,
        text: `\`${turn.clause.name}\` does not say whether it includes affiliates`,
        conflictWhen: turn.collidesIncluded ? included : left,
        clearWhen: turn.collidesIncluded ? left : included,
      };
    }
    case 'state': {
      const { name } = lens.terms[turn.term];
      return {
        kind: turn.kind,
        name,
        text: `only while ${name} ${turn.collidesWhileHolding ? 'holds' : 'does not hold'}`,
        conflictWhen: turn.collidesWhileHolding ? `${name} holds` : `${name} does not hold`,
        clearWhen: turn.collidesWhileHolding ? `${name} does not hold` : `${name} holds`,
      };
    }
    case 'self':
      return {
        kind: turn.kind,
        name: turn.clause.name,
        text: `\`${turn.clause.name}\` does not say whether the promisor itself is excluded`,
        conflictWhen: 'the promisor is excluded too',
        clearWhen: 'the promisor is not excluded',
      };
    case 'performance': {
      const left = [...turn.left]
        .filter(([dimension]) => dimension !== BOUND)
        .map(([dimension, { name }]) => slotText(lens, dimension, name));
      const way = [...new Set(left)].join(', ') || 'another way';
      const provided = membershipsOf(turn.left)
        .map((one) => membershipWords(lens, one))
        .map(({ what, belongs, name }) => `${what} ${belongs} ${name}`)
        .join(' and ');
      return {
        kind: turn.kind,
        name: deal.name,
        text: `\`${deal.name}\` can still be performed${provided && `, if ${provided}`}: ${way}, on ${formatDay(turn.day)}`,
        conflictWhen: 'it is performed in a way that is ruled out',
        clearWhen: `it is performed with ${way}, on ${formatDay(turn.day)}${provided && `, and ${provided}`}`,
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

function eventText(lens: Lens, variable: number, collides: number, clears: number): TurnText {
  const { name } = lens.timeline[variable];
  const on = (day: number): string => (day >= NEVER ? `${name} never happens` : `${name} happens on ${formatDay(day)}`);
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
    conflictWhen: renewedText(name, collides),
    clearWhen: renewedText(name, clears),
  };
}

function renewedText(name: string, times: number): string {
  if (times === 0) return `${name} is not renewed`;
  if (times >= NEVER) return `${name} is renewed for ever`;
  return `${name} is renewed ${times === 1 ? 'once' : `${times} times`}`;
}

/** "if spin happens on that day": what has to happen for the use that shows a world to collide on its day. */
export function provisoText(lens: Lens, facts: readonly VariableId[], days: Days, date: number): string {
  const parts = facts.map((id) => {
    const { kind, name } = lens.timeline[id];
    const value = days.get(id) ?? date;
    if (kind === 'renewal') return renewedText(name, value);
    return `${name} happens on ${value === date ? 'that day' : formatDay(value)}`;
  });
  return `if ${parts.join(' and ')}`;
}
