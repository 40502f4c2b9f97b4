import { type Flag, UNRESTRICTED } from '../../model/model.ts';
import { ALL } from '../../terms/set-expression.ts';
import { asWords, listed } from '../words.ts';
import { type Holding, whoOf } from './clause-effects.ts';
import { setWords } from './set-words.ts';
import type { Telling } from './telling.ts';
import { promisee, promisors } from './telling-parties.ts';

/** What a clause says of *who*, for which it then reserves its region; none where it is reserved for the other side. */
export const holdings = ({ model, clause }: Telling): readonly Holding[] => whoOf(model, clause);

/** Names of the dimensions by which the holder is told. */
export const holdingDimensions = (telling: Telling): readonly string[] =>
  holdings(telling).map(({ dimension }) => telling.model.regionDimensions[dimension].name);

/** Whether an error hides for whom or what a clause reserves its region. */
export const isHolderUnread = ({ model, unread }: Telling): boolean =>
  model.regionDimensions.some(({ name, question }) => question === 'who' && unread.has(name));

/** What a clause says of whether the promisor itself is kept out. */
export const selfOf = ({ clause, unread }: Telling): Flag => (unread.has('self') ? 'undecided' : clause.self);

/** Why that is undecided: "is not stated". */
export const whyUndecided = ({ unread }: Telling): string => (unread.has('self') ? 'is not readable' : 'is not stated');

/** Whether any will do, so that nobody is kept out. */
export const keepsNobodyOut = (telling: Telling): boolean =>
  holdings(telling).length > 0 && holdings(telling).every(({ value }) => value === UNRESTRICTED);

/** Who or what is kept out, behind a verb: " on any cloud but Azure", " with anybody but Blau or Rot". */
export function outsiders(telling: Telling): string {
  const who = holdings(telling);
  if (who.length === 0) return ` with anybody but ${promisee(telling)}`;
  if (who.length === 1) {
    const [{ dimension }] = who;
    const inside = holderWords(telling, who[0]);
    switch (telling.model.regionDimensions[dimension].name) {
      case 'with':
        return ` with anybody but ${inside}`;
      case 'cloud':
        return ` on any cloud but ${inside}`;
      default:
        return `, on any ${asWords(telling.model.regionDimensions[dimension].name)} but ${inside}`;
    }
  }
  return `, unless ${insiders(telling)}`;
}

/** The parties alone for whom it is reserved; undefined where it is reserved in another way too. */
export function holdersOnly(telling: Telling): string | undefined {
  const [holding, ...others] = holdings(telling);
  const isParty = holding && telling.model.regionDimensions[holding.dimension].name === 'with';
  return isParty && others.length === 0 ? holderWords(telling, holding) : undefined;
}

/** For whom or what it is reserved: "on Azure", "with Blau or Rot and on Azure". */
export function insiders(telling: Telling): string {
  const who = holdings(telling);
  if (who.length === 0) return `with ${promisee(telling)}`;
  return listed(
    who.map((holding) => {
      const { name } = telling.model.regionDimensions[holding.dimension];
      const words = holderWords(telling, holding);
      return name === 'with' ? `with ${words}` : name === 'cloud' ? `on ${words}` : `on ${asWords(name)} ${words}`;
    }),
    'and',
  );
}

function holderWords({ model, naming }: Telling, { dimension, value }: Holding): string {
  const { name } = model.regionDimensions[dimension];
  const expression = value === UNRESTRICTED ? ALL : model.values[dimension][value];
  return setWords(naming, expression, 'or', name === 'with' ? 'anybody' : `any ${asWords(name)}`);
}

/** Against whom an exclusive right holds: "against everybody else, OpenAI itself included,". */
export function against(telling: Telling): string {
  const own = telling.clause.by.length > 1 ? 'themselves' : `${promisors(telling)} itself`;
  switch (selfOf(telling)) {
    case 'yes':
      return `against everybody else, ${own} included,`;
    case 'no':
      return `against everybody else, though not against ${own},`;
    case 'undecided':
      return `against everybody else (whether also against ${own} ${whyUndecided(telling)})`;
  }
}
