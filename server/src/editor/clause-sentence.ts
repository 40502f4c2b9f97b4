import { type Clause, type Effect, onlyRecords } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { isTimeless } from './sentence/clause-effects.ts';
import type { Sentence } from './sentence/sentence.ts';
import { duty, SENTENCES_OF_DUTIES } from './sentence/sentences-of-duties.ts';
import { equality, preemption, SENTENCES_OF_PREFERENCES, waiver } from './sentence/sentences-of-preferences.ts';
import { record, SENTENCES_OF_RECORDS } from './sentence/sentences-of-records.ts';
import { prohibition, SENTENCES_OF_RESTRAINTS } from './sentence/sentences-of-restraints.ts';
import { exclusion, exclusiveRight, permission, SENTENCES_OF_RIGHTS } from './sentence/sentences-of-rights.ts';
import { beginTelling, type Telling } from './sentence/telling.ts';
import { exceptionWords } from './sentence/telling-exceptions.ts';
import { precedenceWords, tailsOf } from './sentence/telling-tail.ts';
import { ownPeriodWords, periodWords } from './sentence/telling-time.ts';
import { sentenceCase } from './words.ts';

/** What the kinds of the standard library say. Kinds that a portfolio declares are told from their effects. */
const SENTENCES: ReadonlyMap<string, Sentence> = new Map([
  ...Object.entries(SENTENCES_OF_RIGHTS),
  ...Object.entries(SENTENCES_OF_RESTRAINTS),
  ...Object.entries(SENTENCES_OF_DUTIES),
  ...Object.entries(SENTENCES_OF_PREFERENCES),
  ...Object.entries(SENTENCES_OF_RECORDS),
]);

/**
 * A clause as one sentence a lawyer would say: who promises what to whom, where and when, but for what. What the clause
 * leaves open is said to be open; square brackets stand where something has to be filled in. Plain text.
 */
export function clauseSentence(analysis: Analysis, clause: Clause): string {
  const telling = beginTelling(analysis, clause);
  const promise = (clause.kind.place ? byEffects : (SENTENCES.get(clause.kind.name) ?? byEffects))(telling);
  const period = isTimeless(clause) ? ownPeriodWords(telling) : periodWords(telling);
  const parts = [promise, period, exceptionWords(telling), precedenceWords(telling)];
  const said = parts.filter((part) => part !== undefined && part !== '').join(', ');
  const whole = [said, ...tailsOf(telling)].join('; ');
  return analysis.docket.isBroken(clause)
    ? `As far as it can be read: ${whole}.`
    : `${OUR_WORDS.test(whole) ? sentenceCase(whole) : whole}.`;
}

/** How sentences start that do not start with a party: a party's name keeps its letters as they are written. */
const OUR_WORDS = /^(?:after|an|before|between|everybody|the|when) /;

/** A kind of the portfolio: one half-sentence for each effect, where rights that exclude are one. */
function byEffects(telling: Telling): string {
  const { effects } = telling;
  if (effects.length === 0 || onlyRecords(telling.clause.kind)) return record(telling);
  const isRight = effects.includes('permits') && effects.includes('excludes');
  const told = effects.filter((effect) => effect !== 'records' && !(isRight && effect === 'permits'));
  return told
    .map((effect) =>
      isRight && effect === 'excludes'
        ? exclusiveRight({ ...telling, effects: ['permits', 'excludes'] })
        : sentenceOf(effect)({ ...telling, effects: [effect] }),
    )
    .join('; and ');
}

function sentenceOf(effect: Effect): Sentence {
  switch (effect) {
    case 'permits':
      return permission;
    case 'excludes':
      return exclusion;
    case 'forbids':
      return prohibition;
    case 'obliges':
      return duty;
    case 'preempts':
      return preemption;
    case 'equalizes':
      return equality;
    case 'waives':
      return waiver;
    case 'records':
      return record;
  }
}
