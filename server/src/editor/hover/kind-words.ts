import type { Effect, Kind, Model, Parameter } from '../../model/model.ts';
import { goesByNumbers } from '../expected-value.ts';
import { asWords, listed, sentenceCase, withArticle } from '../words.ts';
import { code } from './markdown.ts';

export const EFFECTS: readonly Effect[] = [
  ...(['permits', 'excludes', 'forbids', 'obliges', 'preempts', 'equalizes', 'waives', 'records'] as const),
];

/** What a kind with an effect does, as a half-sentence behind "The promisor". */
export function effectWords(effect: Effect): string {
  switch (effect) {
    case 'permits':
      return 'lets the other side do what the clause describes';
    case 'excludes':
      return 'lets nobody but the holder do it';
    case 'forbids':
      return 'must not do what the clause describes, nor let others do it';
    case 'obliges':
      return 'must do something of what the clause describes, between its start and its end or the day it is due';
    case 'preempts':
      return 'must offer what the clause describes to the other side first';
    case 'equalizes':
      return 'must give the other side terms as good as anyone’s';
    case 'waives':
      return 'gives up what it could object to in what the clause describes';
    case 'records':
      return 'states a fact, which is not compared with other clauses';
  }
}

/** What a kind does: "Effect `permits`: the promisor lets …". Markdown. */
export function effectsLine({ effects }: Kind): string {
  if (effects.length === 0) return '';
  const names = effects.map(code).join(', ');
  return `${effects.length === 1 ? 'Effect' : 'Effects'} ${names}: the promisor ${listed(effects.map(effectWords), 'and')}.`;
}

/** The type of a parameter in words, with an example of how it is written. */
export function typeWords(model: Model, type: string): string {
  switch (type) {
    case 'money':
      return 'an amount, such as 250B USD';
    case 'share':
      return 'a share, such as 27%';
    case 'number':
      return 'a number';
    case 'date':
      return 'a date, such as 2026-02-27';
    case 'duration':
      return 'a length of time, such as 90 days';
    case 'flag':
      return 'yes or no';
    case 'text':
      return 'a word, or a text in quotation marks';
    case 'clause':
      return 'a clause, or a deal';
    case 'time':
      return 'a date, an event, or a sum such as AGI + 5 years';
    case 'party':
      return 'a party, or several in a list';
    case 'event':
      return 'an event, or several in a list';
    default:
      return goesByNumbers(model, type)
        ? `a range of numbers of ${asWords(type)}`
        : `${withArticle(asWords(type))}, or several in a list`;
  }
}

/** What the parameters mean that several kinds of the standard library share. */
const MEANINGS: Readonly<Record<string, string>> = {
  self: 'whether what the promisor itself does is ruled out too',
  due: 'the last day on which it can be done',
  of: 'the clause it is about',
  amount: 'how much money',
  quantity: 'how many',
  share: 'which part of the whole',
  per: 'the period that the amount is for, such as year',
  notice: 'how long before notice has to be given',
  on: 'the events one of which makes it due',
  holder: 'who has it',
  issuer: 'the company that issues the shares',
  transferable: 'whether it may be passed on as a whole',
  irrevocable: 'whether it cannot be taken back',
  unlimited: 'whether it is without limit of use',
  royalty_free: 'whether nothing has to be paid for it',
};

/** What a parameter of a kind means, as far as there is more to say than its name and type. */
export function parameterMeaning(model: Model, kind: Kind, { name, type }: Parameter): string {
  const dimension = model.dimensions.get(name);
  if (dimension) return `${sentenceCase(dimension.title ?? asWords(name))}: preset by the kind`;
  const meaning = kind.place === undefined && Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined;
  const written = typeWords(model, type);
  return meaning === undefined ? sentenceCase(written) : `${sentenceCase(meaning)}; ${written}`;
}

/** Parameters that a clause has to write first, before those that its kind presets. */
export const inOrderOfNeed = ({ parameters }: Kind): readonly Parameter[] => [
  ...[...parameters.values()].filter((one) => one.default === undefined),
  ...[...parameters.values()].filter((one) => one.default !== undefined),
];
