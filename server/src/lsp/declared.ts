import { AS_WRITTEN } from '../conflicts/docket.ts';
import type { Model } from '../model/model.ts';
import { didYouMean } from '../portfolio/did-you-mean.ts';
import { nameAlone } from '../terms/vocabulary.ts';
import type { DeclaredName } from './protocol.ts';

/** The readings that a portfolio declares. */
export const readingsOf = (model: Model): readonly DeclaredName[] =>
  model.readings.map(({ name, title }) => ({ name, ...(title === undefined ? {} : { title }) }));

/**
 * Its events; one of a deal's own by its name alone where no other is called so. Looked for once in a vocabulary: an edit leaves
 * it as it is.
 */
export function eventsOf({ terms }: Model): readonly DeclaredName[] {
  const known = eventsAmong.get(terms);
  if (known?.count === terms.length) return known.events;
  const found = terms.filter(({ dimension }) => dimension === 'event');
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(nameAlone(name), (counts.get(nameAlone(name)) ?? 0) + 1);
  const events = found.map(({ name, title }) => ({
    name: counts.get(nameAlone(name)) === 1 ? nameAlone(name) : name,
    ...(title === undefined ? {} : { title }),
  }));
  eventsAmong.set(terms, { count: terms.length, events });
  return events;
}

/** Those of some names that no event has, neither in full nor alone. */
export const notOfEvents = ({ terms }: Model, names: readonly string[]): readonly string[] =>
  names.filter(
    (wanted) =>
      !terms.some(({ dimension, name }) => dimension === 'event' && (name === wanted || nameAlone(name) === wanted)),
  );

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
