import type { SetExpression } from '../../terms/set-expression.ts';
import { listed } from '../words.ts';
import { setWords } from './set-words.ts';
import { blank, type Telling } from './telling.ts';

const partyWords = ({ naming }: Telling, parties: readonly SetExpression[]): string =>
  listed(
    parties.map((party) => setWords(naming, party, 'and', 'everybody')),
    'and',
  );

/** The parties that promise, where no verb follows: "OpenAI and Microsoft". */
export function promisors(telling: Telling): string {
  const { clause, unread } = telling;
  if (unread.has('by')) return blank('promisor not readable');
  return clause.by.length === 0 ? blank('promisor not named') : partyWords(telling, clause.by);
}

/** Who promises: "OpenAI", "OpenAI and Microsoft each". */
export const promisor = (telling: Telling): string =>
  telling.clause.by.length > 1 ? `${promisors(telling)} each` : promisors(telling);

/** "promises" of one, "promise" of several. */
export const verb = ({ clause }: Telling, ofOne: string, ofSeveral: string): string =>
  clause.by.length > 1 ? ofSeveral : ofOne;

/** To whom: "Microsoft", "the other", "AWS and Google". */
export function promisee(telling: Telling): string {
  const { clause, unread } = telling;
  if (unread.has('to')) return blank('other party not readable');
  if (clause.mutual) return clause.by.length > 2 ? 'the others' : 'the other';
  return clause.to.length === 0 ? blank('other party not named') : partyWords(telling, clause.to);
}

/** The other side by a pronoun. */
export const promiseePronoun = ({ clause }: Telling): string =>
  clause.to.length > 1 || (clause.mutual && clause.by.length > 2) ? 'them' : 'it';

/** "between Corvid and Brightwater". */
export function between(telling: Telling): string {
  const one = promisors(telling);
  return telling.clause.mutual ? `between ${one}` : `between ${one} and ${promisee(telling)}`;
}
