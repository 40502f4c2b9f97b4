import type { Verdict } from '../../conflicts/verdict.ts';
import type { Clause } from '../../model/model.ts';
import { listed } from '../words.ts';
import type { SharedPart } from './shared-part.ts';
import type { TrialOutcome } from './trial.ts';

/** The words of titles: like what a colleague would suggest, and no more than was tried out. */

const ORDER = ['scope', 'field', 'act', 'with', 'cloud', 'channel', 'territory'];

const rank = ({ name }: SharedPart): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** "stateful_runtime on Bedrock", "Vista in AT (since 2028-01-01)". Of days alone nothing is said. */
export const partsPhrase = (parts: readonly SharedPart[]): string =>
  [
    ...parts
      .filter(({ question }) => question !== 'when')
      .sort((a, b) => rank(a) - rank(b))
      .map((part, index) => partPhrase(part, index === 0)),
    ...whenPhrase(parts),
  ].join(' ');

function whenPhrase(parts: readonly SharedPart[]): string[] {
  const [from, until, state] = ['from', 'until', 'while'].map(
    (name) => parts.find((part) => part.name === name)?.value,
  );
  const days = from && until ? `${from} to ${until}` : from ? `since ${from}` : until && `until ${until}`;
  const words = [days, state && `while ${state}`].filter((word) => word !== undefined);
  return words.length === 0 ? [] : [`(${words.join(', ')})`];
}

function partPhrase(part: SharedPart, isFirst: boolean): string {
  const { name } = part;
  const value = inWords(part);
  switch (name) {
    case 'scope':
      return isFirst ? value : `of ${value}`;
    case 'with':
      return isFirst ? value : `with ${value}`;
    case 'cloud':
      return isFirst ? value : `on ${value}`;
    case 'territory':
      return isFirst ? value : `in ${value}`;
    case 'channel':
      return isFirst ? value : `through ${value}`;
    case 'field':
      return isFirst ? value : `for ${value}`;
    case 'act':
      return isFirst ? value : `(${value})`;
    default:
      return isFirst ? `${name} ${value.replace(/^= /, '')}` : `with ${name} ${value.replace(/^= /, '')}`;
  }
}

/** "any cloud but Azure" for `all except Azure`. */
function inWords({ name, value }: SharedPart): string {
  const kept = /^(?:all|worldwide) except (.+)$/.exec(value)?.[1];
  if (kept === undefined) return value;
  return name === 'territory' ? `anywhere but ${kept}` : `any ${name === 'with' ? 'party' : name} but ${kept}`;
}

const NOUNS: Readonly<Record<Verdict, string>> = {
  conflict: 'the conflict',
  disputed: 'the dispute',
  depends: 'the possible conflict',
  'near miss': 'the near miss',
  clear: 'nothing',
};

const LEFT: Readonly<Record<Verdict, string>> = {
  conflict: 'a conflict',
  disputed: 'a dispute',
  depends: 'a conflict that depends on an open fact',
  'near miss': 'a near miss',
  clear: 'nothing',
};

/** ": clears the conflict with `x`, and changes 1 expectation". */
export function effectPhrase(verdict: Verdict, outcome: TrialOutcome, ...others: readonly string[]): string {
  const whom = others.length > 1 ? `between ${names(others)}` : `with ${others.join()}`;
  const more =
    outcome.expectations === 0
      ? ''
      : `, and changes ${outcome.expectations} expectation${outcome.expectations === 1 ? '' : 's'} to match`;
  return outcome.verdict === 'clear'
    ? `: clears ${NOUNS[verdict]} ${whom}${more}`
    : `: of ${NOUNS[verdict]} ${whom} leaves ${LEFT[outcome.verdict]}${more}`;
}

/** How a title calls clauses: those of the deal one is in by their labels, others in full. */
export type CallClause = (clause: Clause) => string;

export const callingFrom =
  (here: Clause): CallClause =>
  (clause) =>
    clause === here ? `\`${clause.label ?? clause.name}\`` : `\`${clause.name}\``;

/** "Vista and Onda". */
export const names = (words: readonly string[]): string => listed(words, 'and');
