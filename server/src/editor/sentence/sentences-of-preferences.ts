import { referenceWords } from './parameter-words.ts';
import type { Sentence } from './sentence.ts';
import { parameter, saidOf, type Telling } from './telling.ts';
import { promisee, promisor, verb } from './telling-parties.ts';
import { deed, scopeWords, setting } from './telling-region.ts';

const notice = (telling: Telling): string => {
  const period = telling.clause.kind.parameters.has('notice') ? parameter(telling, 'notice') : undefined;
  return period === undefined ? '' : `, on ${period}' notice`;
};

/** "Before Studio agrees with anyone else to exploit the film, it must offer Vista the same terms." */
const first =
  (what: (other: string) => string): Sentence =>
  (telling) =>
    `before ${promisor(telling)} ${verb(telling, 'agrees', 'agree')} with anyone else to ${deed(telling)}${setting(telling)}, it must ${what(promisee(telling))}${notice(telling)}`;

export const preemption = first((other) => `offer it to ${other}`);

const option: Sentence = (telling) => {
  const one = `${promisor(telling)} ${verb(telling, 'gives', 'give')} ${promisee(telling)} an option to ${deed(telling)}${setting(telling)}`;
  const price = parameter(telling, 'price');
  return `${one}${price === undefined ? '' : `, at a price of ${price}`}${notice(telling)}`;
};

export const equality: Sentence = (telling) => {
  const one = `${promisor(telling)} must give ${promisee(telling)} terms as good as those it gives anyone else to ${deed(telling)}${setting(telling)}`;
  const terms = telling.clause.kind.parameters.has('terms') ? parameter(telling, 'terms') : undefined;
  return terms === undefined ? one : `${one}, as to ${terms}`;
};

/** "Vista consents, towards Studio and as regards vista.europe, to dealings in the film in Portugal (PT)." */
const giveUp =
  (ofOne: string, ofSeveral: string, what: string): Sentence =>
  (telling) => {
    const { clause, model } = telling;
    const one = `${promisor(telling)} ${verb(telling, ofOne, ofSeveral)}, towards ${promisee(telling)}`;
    telling.told.add('of');
    const about = clause.of ? ` and as regards ${referenceWords(model, clause, clause.of.path)}` : '';
    return `${one}${about}, ${what} ${dealings(telling)}${setting(telling, { with: 'with' })}`;
  };

function dealings(telling: Telling): string {
  if (saidOf(telling, 'act') !== 'nothing') return `a deal to ${deed(telling)}`;
  const scope = scopeWords(telling);
  return scope === undefined ? 'dealings' : `dealings in ${scope}`;
}

export const waiver = giveUp('waives', 'waive', 'any objection to');

export const SENTENCES_OF_PREFERENCES: Readonly<Record<string, Sentence>> = {
  rofr: first((other) => `offer ${other} the same terms`),
  rofo: first((other) => `invite an offer from ${other}`),
  rofn: first((other) => `negotiate with ${other}`),
  option,
  mfn: equality,
  consent: giveUp('consents', 'consent', 'to'),
  waiver,
};
