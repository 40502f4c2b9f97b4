import { AS_WRITTEN } from '../conflicts/docket.ts';
import type { Model } from '../model/model.ts';
import { didYouMean } from '../portfolio/did-you-mean.ts';
import type { DeclaredName } from './protocol.ts';

/** The readings that a portfolio declares. */
export const readingsOf = (model: Model): readonly DeclaredName[] =>
  model.readings.map(({ name, title }) => ({ name, ...(title === undefined ? {} : { title }) }));

/** Its events; of a deal's own event the name alone. */
export const eventsOf = (model: Model): readonly DeclaredName[] =>
  model.terms
    .filter(({ dimension }) => dimension === 'event')
    .map(({ name, title }) => ({
      name: name.slice(name.lastIndexOf('.') + 1),
      ...(title === undefined ? {} : { title }),
    }));

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
