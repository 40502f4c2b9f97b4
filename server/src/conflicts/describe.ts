import type { ValueId } from '../model/model.ts';
import { SILENT, UNRESTRICTED } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { formatDay, type Period } from '../terms/calendar.ts';
import { numberIn, rangesOfSet } from '../terms/cuts.ts';
import { rangeWords } from '../terms/intervals.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import { UNNAMED } from '../terms/taxonomy.ts';
import type { ProvidedTime, Time, Timeline } from '../terms/time.ts';
import { listed } from '../text/words.ts';
import { BOUND, type SlotName } from './cells.ts';
import type { Cell, Fact, Turn, World } from './judgement.ts';
import type { Lens } from './lens.ts';
import { type Membership, membershipsOf, sameMembership } from './memberships.ts';

/** A value in words: `Azure`, `EU or US`, `anything except CN`. */
export function phrase(lens: Lens, dimension: number, value: ValueId): string {
  return value === SILENT || value === UNRESTRICTED
    ? 'all'
    : phraseExpression(lens, lens.model.values[dimension][value]);
}

export function phraseExpression(lens: Lens, expression: SetExpression): string {
  const ranges = rangesOfSet(expression, lens.terms);
  if (ranges) return rangeWords(ranges);
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

/** A fact on which a verdict turns, in words: with one world of each kind. */
export interface TurnText {
  readonly kind: Exclude<Fact['kind'], 'order'>;
  readonly name: string;
  readonly text: string;
  readonly conflictWhen: string;
  readonly clearWhen: string;
  /** It decides only together with the others that say so. */
  readonly together?: boolean;
}

const SHOWN_DIGITS = 12;

/** The last digits of a number halfway between two ends may be nothing but rounding. */
const numberText = (number: number): string => String(Number(number.toPrecision(SHOWN_DIGITS)));

/** The name of an atom: of the term whose own it is, or of the terms that share it: `film and song`. See {@link asOne}. */
export function slotText(lens: Lens, dimension: number, slot: SlotName): string {
  if (slot.kind === 'number') return numberText(slot.number);
  const at = dimension === BOUND ? lens.parties : dimension;
  const number = numberIn(lens.taxonomy(at), slot.atom);
  if (number !== undefined) return numberText(number);
  if (slot.atom === UNNAMED)
    return `another ${lens.model.regionDimensions[at].name === 'with' ? 'party' : lens.model.regionDimensions[at].name}`;
  const { upsets, ancestors } = lens.taxonomy(at);
  for (const term of upsets[slot.atom])
    if (ancestors(term).size === upsets[slot.atom].size) return lens.terms[term].name;
  const upset = [...upsets[slot.atom]];
  const lowest = upset.filter((term) => !upset.some((other) => other !== term && ancestors(other).has(term)));
  return lowest.map((term) => lens.terms[term].name).join(' and ');
}

/** What several terms share, as a sentence names it; any other value as it is. `isParty`: of parties. */
export function asOne(value: string, isParty = false): string {
  const terms = value.split(' and ');
  if (terms.length < 2) return value;
  return `${isParty ? 'whoever' : 'what'} is ${terms.length === 2 ? 'both' : 'all of'} ${listed(terms)}`;
}

/** An atom as a sentence names it. */
export const slotPhrase = (lens: Lens, dimension: number, slot: SlotName): string =>
  asOne(slotText(lens, dimension, slot), dimension === BOUND || dimension === lens.parties);

/** Dimension name to value, of a use: only what its clauses restrict. */
export function witnessValues(lens: Lens, cell: Cell): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [dimension, { name }] of cell) {
    values[dimension === BOUND ? 'by' : lens.model.regionDimensions[dimension].name] = slotText(lens, dimension, name);
  }
  return values;
}

/** What a use rests on that nobody has said, and that no deciding fact speaks of: what then belongs to open terms. */
export function openInWitness(lens: Lens, { cell, certain }: World, turns: readonly Turn[]): string[] {
  if (certain) return [];
  return membershipsOf(cell)
    .filter((one) =>
      turns.every((turn) => turn.kind !== 'membership' || !turn.collides.some((other) => sameMembership(other, one))),
    )
    .map((one) => `${membershipText(lens, one)} in the example: nobody has said whether it does`);
}

/** "film does not belong to rival". */
export const membershipText = (lens: Lens, { term, dimension, what, inside }: Membership): string =>
  `${slotPhrase(lens, dimension, what)} ${inside ? 'belongs' : 'does not belong'} to ${lens.terms[term].name}`;

/** More than so many things are not all named. */
export const MOST_NAMED = 3;

/** "neither film nor song belongs to rival and film belongs to sequel". */
export function membershipsText(lens: Lens, memberships: readonly Membership[]): string {
  const alike = new Map<string, Membership[]>();
  for (const one of memberships) {
    const key = `${one.term} ${one.inside}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return listed([...alike.values()].map((group) => groupText(lens, group)));
}

/** Of several that all belong to one term, or do not. */
function groupText(lens: Lens, group: readonly Membership[]): string {
  const [first] = group;
  const names = [...new Set(group.map(({ dimension, what }) => slotPhrase(lens, dimension, what)))];
  if (names.length === 1) return membershipText(lens, first);
  const to = lens.terms[first.term].name;
  if (first.inside) {
    const all = names.length > MOST_NAMED ? `${names[0]} and all else of which that is open` : listed(names);
    return `${all} belong to ${to}`;
  }
  if (names.length > MOST_NAMED) return `neither ${names[0]} nor anything else of which that is open belongs to ${to}`;
  return names.length === 2
    ? `neither ${names[0]} nor ${names[1]} belongs to ${to}`
    : `none of ${listed(names)} belongs to ${to}`;
}

/** "OpenAI lets Amazon host stateful_runtime on Bedrock": a use, by its {@link witnessValues}, without its date. */
export function useSentence(lens: Lens, values: Readonly<Record<string, string>>, deal: Undertaking): string {
  const by = asOne(values.by ?? phrase(lens, lens.parties, deal.by), true);
  const grantee = deal.to === SILENT ? 'another' : phrase(lens, lens.parties, deal.to);
  const other = asOne(values.with ?? grantee, true);
  const what = asOne(values.scope ?? 'something');
  const deed = deedPhrase(values.act, what);
  let where = '';
  for (const name in values) if (!TOLD_BEFORE.includes(name)) where += placePhrase(name, asOne(values[name]));
  const isToAllow = deal.clause.kind.name.startsWith('allow_');
  switch (deal.effect) {
    case 'obliges':
      return isToAllow
        ? `${by} must allow ${other} to ${deed}${where}`
        : `${by} must ${deed}, dealing with ${other}${where}`;
    case 'is owed':
      return isToAllow
        ? `${other} must allow ${by} to ${deed}${where}`
        : `${other} must ${deed}, dealing with ${by}${where}`;
    case 'receives':
      return isToAllow ? `${by} may let ${other} ${deed}${where}` : `${by} may ${deed}, dealing with ${other}${where}`;
    case 'excludes':
      return `${by} may deal with nobody over ${what}${where}`;
    default:
      return namesWith(lens, deal)
        ? `${by} lets ${asOne(grantee, true)} ${deed}${values.with === undefined ? '' : `, dealing with ${other}`}${where}`
        : `${by} lets ${other} ${deed}${where}`;
  }
}

/** Whether a permission says with whom its grantee may deal: else its `with` is who may act. */
export const namesWith = ({ parties }: Lens, { effect, values, to }: Undertaking): boolean =>
  effect === 'permits' && values[parties] !== to;

/** "exploit film", "have film made". */
function deedPhrase(act: string | undefined, what: string): string {
  if (act === undefined || act === 'another act') return `exploit ${what}`;
  const verb = act.replaceAll('_', ' ');
  const [, done] = /^have[- ](.+)$/.exec(verb) ?? [];
  return done === undefined ? `${verb} ${what}` : `have ${what} ${done}`;
}

/** Dimensions that a sentence speaks of before it comes to where a use takes place. */
const TOLD_BEFORE = ['by', 'with', 'act', 'scope'];

/** " on Azure": a dimension of where or how a use takes place. */
export function placePhrase(dimension: string, value: string): string {
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
    case 'latest':
      return choiceText(
        time.kind,
        time.items.map((item) => timeText(item, timeline, edge)),
      );
    case 'provided':
      return `${timeText(time.base, timeline, edge)} (${provisoWords(time, (one) => timeText(one, timeline))})`;
  }
}

/** "the earlier of AGI and (the later of IPO and 2027-01-01)". */
export const choiceText = (kind: 'earliest' | 'latest', items: readonly string[]): string =>
  `the ${kind === 'earliest' ? 'earlier' : 'later'} of ${items.map((item) => (isChoiceText(item) ? `(${item})` : item)).join(' and ')}`;

/** Whether a time in words is one of several. */
export const isChoiceText = (words: string): boolean => /^the (?:earlier|later) of /.test(words);

/** In which worlds a time is a day: "if AGI comes before IPO". */
export const provisoWords = ({ later, earlier, gap }: ProvidedTime, words: (time: Time) => string): string =>
  `if ${words(earlier)} comes ${gap === 0 ? 'no later than' : 'before'} ${words(later)}`;

function periodText({ months, days }: Period): string {
  const parts: string[] = [];
  const count = (number: number, unit: string) => parts.push(`${number} ${unit}${number === 1 ? '' : 's'}`);
  if (months > 0 && months % 12 === 0) count(months / 12, 'year');
  else if (months > 0) count(months, 'month');
  if (days > 0 || months === 0) count(days, 'day');
  return parts.join(' and ');
}
