import { altered, type Undertaking } from '../model/undertakings.ts';
import { FIRST_DAY, formatDay } from '../terms/calendar.ts';
import { listed } from '../text/words.ts';
import type { SlotName } from './cells.ts';
import {
  MOST_NAMED,
  membershipsText,
  membershipText,
  slotPhrase,
  type TurnText,
  useSentence,
  witnessValues,
} from './describe.ts';
import type { Fact, Turn, Way, WorldFact } from './judgement.ts';
import type { Lens } from './lens.ts';
import { boundText, orderText, settledText, timedQuestion, timedText } from './timed-text.ts';

/** A deciding fact in words, with one settlement of each kind. */
export function turnText(lens: Lens, turn: Turn, deal: Undertaking): TurnText {
  const said = factText(lens, turn, deal);
  if (turn.kind === 'performance') return said;
  const { left, together, besides = [] } = turn;
  const needed = [said.clearWhen, ...besides.map((fact) => factText(lens, fact, deal).clearWhen)];
  if (left) needed.push(`${nameOf(deal)} is performed in the way then left: ${wayText(lens, left, deal)}`);
  const clearWhen = listed(needed);
  if (together) return { ...said, text: questionText(lens, turn) ?? said.text, clearWhen, together };
  return { ...said, text: (left && dutyText(lens, turn, deal)) ?? said.text, clearWhen };
}

const nameOf = ({ clause }: Undertaking): string => `\`${clause.name}\``;

function factText(lens: Lens, turn: Fact, undertaking: Undertaking): TurnText {
  const deal = undertaking.clause;
  switch (turn.kind) {
    case 'event':
    case 'renewal':
      return timedText(lens, turn);
    case 'order':
      return orderText(lens, turn);
    case 'who': {
      const { name } = lens.model.regionDimensions[turn.dimension];
      const is = (slot: SlotName): string => {
        const value = slotPhrase(lens, turn.dimension, slot);
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
      const names = [...new Set(asked.map(({ dimension, what }) => slotPhrase(lens, dimension, what)))];
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
        text: `\`${deal.name}\` ${still} performed as far as these two go${where}: ${wayText(lens, turn.left, undertaking, days)}`,
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
  const said = fact.kind === 'state' ? stateText(lens, fact) : timedText(lens, fact);
  return together ? { ...said, text: questionText(lens, fact) ?? said.text, together } : said;
}

function stateText(
  lens: Lens,
  { kind, term, collidesWhileHolding, isNeeded }: Extract<Fact, { readonly kind: 'state' }>,
): TurnText {
  const { name } = lens.terms[term];
  return {
    kind,
    name,
    text: isNeeded ? `only while ${name} ${collidesWhileHolding ? 'holds' : 'does not hold'}` : `whether ${name} holds`,
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
    case 'renewal':
      return timedQuestion(lens, turn);
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
