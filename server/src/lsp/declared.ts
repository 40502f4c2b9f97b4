import { AS_WRITTEN } from '../conflicts/docket.ts';
import type { Model } from '../model/model.ts';
import { didYouMean } from '../portfolio/did-you-mean.ts';
import type { DeclaredName } from './protocol.ts';

/** The readings that a portfolio declares. */
export const readingsOf = (model: Model): readonly DeclaredName[] =>
  model.readings.map(({ name, title }) => ({ name, ...(title === undefined ? {} : { title }) }));

/** Its events; of a deal's own event the name alone. Looked for once in a vocabulary: an edit leaves it as it is. */
export function eventsOf({ terms }: Model): readonly DeclaredName[] {
  const known = eventsAmong.get(terms);
  if (known?.count === terms.length) return known.events;
  const events = terms
    .filter(({ dimension }) => dimension === 'event')
    .map(({ name, title }) => ({
      name: name.slice(name.lastIndexOf('.') + 1),
      ...(title === undefined ? {} : { title }),
    }));
  eventsAmong.set(terms, { count: terms.length, events });
  return events;
}

/** By the terms of a portfolio, to which built-in ones are added as they are named. */
const eventsAmong = new WeakMap<Model['terms'], { readonly count: number; readonly events: readonly DeclaredName[] }>();

export const declaresReading = (model: Model, name: string): boolean =>
  name === AS_WRITTEN || model.readings.some((reading) => reading.name === name);

/** "the portfolio declares no event `AGJ`, did you mean …": what is wrong with names that nobody declares. */
export function undeclared(
  what: 'event' | 'reading',
  names: readonly string[],
  declared: readonly DeclaredName[],
): readonly { readonly name: string; readonly message: string }[] {
  const known = declared.map(({ name }) => name);
  const list = known.map((name) => `\`${name}\``).join(', ');
  const otherwise = known.length === 0 ? '; nor any other' : `; it declares ${list}`;
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      name,
      message: `the portfolio declares no ${what} \`${name}\`${didYouMean(name, known) || otherwise}`,
    }));
}
