import type { Sentence } from './sentence.ts';
import { blank, frequency, hasPresetAct, parameter, saidOf, type Telling } from './telling.ts';
import { promisee, promiseePronoun, promisor, verb } from './telling-parties.ts';
import { deed, object, scopeWords, setting } from './telling-region.ts';

const promises = (telling: Telling): string =>
  `${promisor(telling)} ${verb(telling, 'promises', 'promise')} ${promisee(telling)}`;

/** ", in a quantity of 500, for 250 billion USD per year": how much is owed. */
function measure(telling: Telling, least = '', ofWhat = ''): string {
  const parts: string[] = [];
  const quantity = parameter(telling, 'quantity');
  const amount = parameter(telling, 'amount');
  const share = parameter(telling, 'share');
  if (quantity !== undefined) parts.push(`in a quantity of ${least}${quantity}`);
  if (amount !== undefined) parts.push(`in an amount of ${least}${amount}`);
  if (share !== undefined)
    parts.push(ofWhat === '' ? `to a share of ${least}${share}` : `for ${least}${share} ${ofWhat}`);
  const period = frequency(telling);
  if (parts.length === 0) return period === '' ? '' : `,${period}`;
  return `, ${parts.join(', ')}${period}`;
}

/** "OpenAI promises Microsoft to host the API on Azure." */
export const duty: Sentence = (telling) => `${promises(telling)} to ${deed(telling)}${setting(telling)}`;

const commit: Sentence = (telling) => `${duty(telling)}${measure(telling)}`;

/** "OpenAI promises Microsoft to buy cloud services from it on Azure, in an amount of 250 billion USD." */
const buying =
  (least: string): Sentence =>
  (telling) => {
    if (!hasPresetAct(telling)) return `${duty(telling)}${measure(telling, least)}`;
    const one = promises(telling);
    const what = object(telling);
    const seller = saidOf(telling, 'with') === 'nothing' ? ` from ${promisee(telling)}` : '';
    return `${one} to buy ${what}${seller}${setting(telling, { with: 'from' })}${measure(telling, least, 'of its needs')}`;
  };

/** "[amount not stated]", "5% and 3 million USD". */
function price(telling: Telling, missing: string): string {
  const parts = [parameter(telling, 'share'), parameter(telling, 'amount')].filter((part) => part !== undefined);
  return parts.length === 0 ? blank(missing) : parts.join(' and ');
}

const pay: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return `${duty(telling)}${measure(telling)}`;
  const one = `${promises(telling)} to pay ${price(telling, 'amount not stated')}${frequency(telling)}`;
  const scope = scopeWords(telling);
  return `${one}${scope === undefined ? '' : ` for ${scope}`}${setting(telling)}`;
};

const revenueShare: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return `${duty(telling)}${measure(telling)}`;
  const one = `${promises(telling)} to pay ${price(telling, 'share not stated')}`;
  const base = `of ${parameter(telling, 'base') ?? blank('base not stated')}${frequency(telling)}`;
  const scope = scopeWords(telling);
  return `${one} ${base}${scope === undefined ? '' : ` from ${scope}`}${setting(telling)}`;
};

const deliver: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return `${duty(telling)}${measure(telling)}`;
  return `${promises(telling)} to supply ${object(telling)}${setting(telling, { with: 'to' })}${measure(telling)}`;
};

const escrow: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return duty(telling);
  const one = promises(telling);
  const material = parameter(telling, 'material') ?? scopeWords(telling) ?? blank('material not named');
  const agent = parameter(telling, 'agent');
  const release = parameter(telling, 'release');
  const holder = agent === undefined ? '' : ` with ${agent}`;
  const condition = release === undefined ? '' : `, to be released once ${release} has happened`;
  return `${one} to deposit ${material} in escrow${holder}${condition}${setting(telling)}`;
};

const insure: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return `${duty(telling)}${measure(telling)}`;
  const one = promises(telling);
  const cover = parameter(telling, 'cover');
  const amount = parameter(telling, 'amount');
  const scope = scopeWords(telling);
  const what = [cover, scope].filter((part) => part !== undefined).join(', for ');
  const sum = amount === undefined ? '' : `, with a cover of ${amount}${frequency(telling)}`;
  return `${one} to keep insurance${what === '' ? '' : ` for ${what}`}${setting(telling)}${sum}${sum === '' ? frequency(telling) : ''}`;
};

const transition: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return duty(telling);
  const scope = scopeWords(telling);
  const period = parameter(telling, 'period');
  const what = scope === undefined ? '' : ` with ${scope}`;
  const length = period === undefined ? '' : `, for ${period}`;
  return `${promises(telling)} to go on serving ${promiseePronoun(telling)}${what}, or to help ${promiseePronoun(telling)} to move to someone else${setting(telling)}${length}`;
};

const audit: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return duty(telling);
  const one = promises(telling);
  const scope = scopeWords(telling);
  const notice = parameter(telling, 'notice');
  return [
    `${one} to let ${promiseePronoun(telling)}, or its auditor, inspect books, records or premises`,
    scope === undefined ? '' : ` as regards ${scope}`,
    setting(telling),
    notice === undefined ? '' : `, on ${notice}' notice`,
    frequency(telling).replace(/^ /, ', '),
  ].join('');
};

const warranty: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return duty(telling);
  const one = `${promisor(telling)} ${verb(telling, 'warrants', 'warrant')} ${object(telling)} to ${promisee(telling)} against defects`;
  const period = parameter(telling, 'period');
  return `${one}${setting(telling)}${period === undefined ? '' : `, for ${period}`}`;
};

export const SENTENCES_OF_DUTIES: Readonly<Record<string, Sentence>> = {
  commit,
  purchase: buying(''),
  minimum: buying('at least '),
  pay,
  revenue_share: revenueShare,
  deliver,
  escrow,
  insure,
  transition_services: transition,
  allow_audit: audit,
  warrant: warranty,
};
