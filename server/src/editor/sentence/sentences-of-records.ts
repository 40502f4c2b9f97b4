import { asWords, withArticle } from '../words.ts';
import { referenceWords } from './parameter-words.ts';
import type { Sentence } from './sentence.ts';
import { blank, flag, frequency, parameter, type Telling } from './telling.ts';
import { between, promisee, promisor, promisors, verb } from './telling-parties.ts';
import { scopeWords, setting } from './telling-region.ts';
import { dueDayWords } from './telling-time.ts';
import { momentWords } from './time-words.ts';
import { readTime } from './written-time.ts';
import { writtenValue } from './written-value.ts';

/** Where a fact is confined to, as far as its own clause says so. */
const where = (telling: Telling): string => setting(telling, { onlyWritten: true });

/** " for “The Software: Kestrel” (kestrel)" */
function about(telling: Telling, word: string): string {
  const scope = scopeWords(telling);
  return scope === undefined ? '' : ` ${word} ${scope}`;
}

/** The parameters that are given, each as its words say: ", a floor of 5 USD". */
const given = (
  telling: Telling,
  ...parts: readonly (readonly [name: string, words: (value: string) => string])[]
): string =>
  parts
    .map(([name, words]) => {
      const value = parameter(telling, name);
      return value === undefined ? '' : words(value);
    })
    .join('');

/** A fact of a kind that the portfolio declares. */
export const record: Sentence = (telling) => {
  const { clause, model } = telling;
  const words = asWords(clause.kind.name);
  // Whom a fact is stated to matters only where its own clause says so.
  const isWritten = writtenValue(clause.deal.tree, clause.node, 'to') >= 0;
  const toWhom = isWritten && !clause.mutual ? `, towards ${promisee(telling)}` : '';
  telling.told.add('of');
  const { of } = clause;
  const target = of ? ` regarding ${referenceWords(model, clause, of.path)}` : '';
  return `${promisor(telling)} ${verb(telling, 'puts', 'put')} on record${toWhom === '' ? '' : `${toWhom},`} ${withArticle(words)}${target}${about(telling, 'about')}${where(telling)}`;
};

const equity: Sentence = (telling) => {
  const holder = parameter(telling, 'holder') ?? promisee(telling);
  const several = / and /.test(holder);
  const share = parameter(telling, 'share') ?? blank('share not stated');
  return `${holder} ${several ? 'hold' : 'holds'} ${share} of ${parameter(telling, 'issuer') ?? blank('issuer not named')}`;
};

const invest: Sentence = (telling) => {
  const one = `${promisor(telling)} ${verb(telling, 'invests', 'invest')}`;
  const amount = parameter(telling, 'amount') ?? blank('amount not stated');
  const issuer = parameter(telling, 'issuer');
  return `${one} ${amount}${issuer === undefined ? `, under its deal with ${promisee(telling)}` : ` in ${issuer}`}`;
};

const tranche: Sentence = (telling) => {
  const amount = parameter(telling, 'amount') ?? blank('amount not stated');
  const whole = telling.clause.parent;
  const of = whole ? `, part of ${whole.label ?? asWords(whole.kind.name)},` : '';
  const payer = promisors(telling);
  const day = dueDayWords(telling);
  const event = parameter(telling, 'on');
  const when = [day, event && `once ${event} has happened`].filter((part) => part !== undefined);
  return `an instalment of ${amount} by ${payer}${of} is ${when.length === 0 ? 'agreed' : `due ${when.join(', or ')}`}`;
};

const jointIp: Sentence = (telling) => {
  const owners = parameter(telling, 'owners') ?? 'the parties';
  const what = scopeWords(telling);
  return `${owners} own ${what ?? 'intellectual property'} together${where(telling)}`;
};

/** "4,000 per year", "5 million USD and 10%". */
function quantityWords(telling: Telling, ...names: readonly string[]): string {
  const parts = names.map((name) => parameter(telling, name)).filter((part) => part !== undefined);
  return `${parts.length === 0 ? blank('amount not stated') : parts.join(' and ')}${frequency(telling)}`;
}

const volumeLimit: Sentence = (telling) =>
  `${between(telling)} there is a cap of ${quantityWords(telling, 'quantity', 'amount', 'share')}${about(telling, 'on')}${where(telling)}`;

const priceRestriction: Sentence = (telling) => {
  const one = `${between(telling)} there is a limit on prices${about(telling, 'for')}${where(telling)}`;
  const limits = given(
    telling,
    ['floor', (value) => `, at the least ${value}`],
    ['ceiling', (value) => `, at the most ${value}`],
    ['increase', (value) => `, raised by no more than ${value}`],
  );
  return `${one}${limits}${frequency(telling)}${given(telling, ['notice', (value) => `, on ${value}' notice`])}`;
};

const liabilityCap: Sentence = (telling) => {
  const one = `${between(telling)} liability is limited`;
  const amount = given(telling, ['amount', (value) => ` to ${value}`]);
  const share = given(telling, ['share', (value) => ` to ${value}`], ['base', (value) => ` of ${value}`]);
  const matter = given(telling, ['matter', (value) => `, as regards ${value}`]);
  return `${one}${[amount, share].filter((part) => part !== '').join(' and')}${matter}${about(telling, 'for')}${where(telling)}`;
};

const uncappedLiability: Sentence = (telling) =>
  `${between(telling)} liability is not limited for ${parameter(telling, 'matter') ?? blank('matters not stated')}${where(telling)}`;

const liquidatedDamages: Sentence = (telling) => {
  const one = between(telling);
  const amount = ['amount', 'share'].map((name) => parameter(telling, name)).filter((part) => part !== undefined);
  const base = given(telling, ['base', (value) => ` of ${value}`]);
  const sum = amount.length === 0 ? blank('amount not stated') : amount.join(' and ');
  return `${one} a sum of ${sum}${base}${frequency(telling)} is fixed beforehand as owed on breach or early termination`;
};

const beneficiary: Sentence = (telling) => {
  const holder = parameter(telling, 'holder') ?? blank('holder not named');
  const matter = parameter(telling, 'matter');
  return `${holder}, not being a party to the contract, may enforce ${matter ?? 'rights [which ones is not stated]'} under it`;
};

const parties: Sentence = (telling) => {
  const members = parameter(telling, 'members') ?? blank('members not named');
  const several = / and /.test(members);
  const role = given(telling, ['role', (value) => `, called ${value}`]);
  return `${members} ${several ? 'sign or are' : 'signs or is'} bound by the contract${role}`;
};

/** A day of the contract itself; as the last day of something, a month or a year is told by its end. */
const onDay =
  (text: string, as: 'start' | 'end'): Sentence =>
  (telling) =>
    `${text} ${dayOf(telling, as) ?? blank('day not stated')}`;

function dayOf(telling: Telling, as: 'start' | 'end'): string | undefined {
  const { model, naming, clause } = telling;
  const { deal } = clause;
  if (as === 'start') return parameter(telling, 'day');
  const words = parameter(telling, 'day');
  const node = words === undefined ? -1 : writtenValue(deal.tree, clause.node, 'day');
  const time = node < 0 ? undefined : readTime(model, naming, { deal, node }, as, deal);
  return time ? momentWords(time) : words;
}

const renewal: Sentence = (telling) => {
  const automatic = flag(telling, 'automatic');
  const how = automatic === undefined ? '' : automatic ? ', by itself' : ', though not by itself';
  const one = `after its first term the contract goes on for ${parameter(telling, 'term') ?? blank('term not stated')}${how}`;
  return `${one}${given(telling, ['notice', (value) => `, unless notice is given ${value} before the end`])}`;
};

const terminationRight: Sentence = (telling) => {
  const one = `${promisor(telling)} may end the contract`;
  const convenience = flag(telling, 'convenience');
  const why = convenience === undefined ? '' : convenience ? ' without a cause' : ', though not for convenience';
  return `${one}${why}${given(telling, ['cause', (value) => `, for the cause of ${value}`], ['notice', (value) => `, on ${value}' notice`])}`;
};

const changeOfControl: Sentence = (telling) => {
  const one = `when control of a party changes, ${between(telling)}`;
  const parts: string[] = [];
  const termination = flag(telling, 'termination');
  const consent = flag(telling, 'consent');
  const notice = parameter(telling, 'notice');
  if (termination !== undefined)
    parts.push(termination ? 'there is a right to terminate' : 'there is no right to terminate');
  if (consent !== undefined) parts.push(consent ? 'consent is needed' : 'no consent is needed');
  if (notice !== undefined) parts.push(`notice of ${notice} is needed`);
  return `${one} ${parts.length === 0 ? 'something follows that is not stated' : parts.join(', and ')}`;
};

const governingLaw: Sentence = (telling) => {
  const law = parameter(telling, 'law') ?? blank('law not stated');
  return `the law of ${law} governs the contract${given(telling, ['forum', (value) => `, with ${value} to decide on it`])}`;
};

export const SENTENCES_OF_RECORDS: Readonly<Record<string, Sentence>> = {
  equity,
  invest,
  tranche,
  joint_ip: jointIp,
  volume_limit: volumeLimit,
  price_restriction: priceRestriction,
  liability_cap: liabilityCap,
  uncapped_liability: uncappedLiability,
  liquidated_damages: liquidatedDamages,
  beneficiary,
  document: (telling) => `the document is called ${parameter(telling, 'title') ?? blank('title not stated')}`,
  parties,
  agreement_date: onDay('the contract is made on', 'start'),
  effective_date: onDay('the contract is in force from', 'start'),
  expiration: onDay('the first term of the contract ends with', 'end'),
  renewal,
  termination_right: terminationRight,
  change_of_control: changeOfControl,
  governing_law: governingLaw,
};
