import type { Sentence } from './sentence.ts';
import { hasPresetAct, type Telling } from './telling.ts';
import { promisee, promisor, verb } from './telling-parties.ts';
import { deed, scopeWords, setting } from './telling-region.ts';

const promises = (telling: Telling): string =>
  `${promisor(telling)} ${verb(telling, 'promises', 'promise')} ${promisee(telling)}`;

/** "Brightwater promises Corvid not to market rival software in France, nor to let others do so." */
export const prohibition: Sentence = (telling) =>
  `${promises(telling)} not to ${deed(telling)}${setting(telling)}, nor to let others do so`;

const noncompete: Sentence = (telling) =>
  `${promises(telling)} not to compete, that is, not to ${deed(telling)}${setting(telling)}, nor to let others do so`;

/** A prohibition whose act is clear from its kind; `what` follows "not to". */
const specific =
  (what: (telling: Telling) => string, end = ', nor to let others do so'): Sentence =>
  (telling) =>
    hasPresetAct(telling)
      ? `${promises(telling)} not to ${what(telling)}${setting(telling)}${end}`
      : prohibition(telling);

/** "the customers of Corvid", and the scope they are named for. */
const ofPromisee = (telling: Telling, what: string, about: string): string => {
  const whose = `${what} of ${promisee(telling)}`;
  const scope = scopeWords(telling);
  return scope === undefined ? whose : `${whose} ${about} ${scope}`;
};

export const SENTENCES_OF_RESTRAINTS: Readonly<Record<string, Sentence>> = {
  prohibit: prohibition,
  noncompete,
  no_solicit_customers: specific(
    (telling) => `solicit ${ofPromisee(telling, 'the customers or partners', 'as regards')}`,
  ),
  no_solicit_employees: specific(
    (telling) => `solicit or hire ${ofPromisee(telling, 'the employees or contractors', 'as regards')}`,
  ),
  no_disparagement: specific((telling) => {
    const other = promisee(telling);
    const scope = scopeWords(telling);
    return scope === undefined ? `disparage ${other}, its products or its people` : `disparage ${scope}`;
  }),
  no_assignment: specific((telling) => {
    const what = scopeWords(telling) ?? 'the contract, or its rights under it,';
    return `assign ${what} without the consent of ${promisee(telling)}`;
  }, ''),
  no_challenge: specific((telling) => `contest ${ofPromisee(telling, 'the rights', 'in')}, or sue over them`),
  confidentiality: specific((telling) => `disclose ${ofPromisee(telling, 'confidential information', 'about')}`),
};
