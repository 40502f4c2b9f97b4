import { type EventContradiction, eventContradictions } from '../terms/event-contradictions.ts';
import type { Place, Term } from '../terms/vocabulary.ts';
import type { BindContext } from './context.ts';
import type { Reading } from './model.ts';

/**
 * Reports events whose dates, bounds and order cannot all be, and takes out what keeps the rest from being so. Returns the
 * readings that bring such events.
 */
export function checkEvents(context: BindContext, readings: readonly Reading[]): readonly Reading[] {
  const contradictory: Reading[] = [];
  const asWritten = eventContradictions(context.terms);
  for (const one of asWritten) report(context, one, undefined);
  const known = new Set(asWritten.map(({ message }) => message));
  for (const reading of readings) {
    for (const one of eventContradictions(reading.terms)) {
      if (!known.has(one.message)) {
        report(context, one, reading);
        contradictory.push(reading);
      }
      if (context.terms[one.event.id] !== one.event) takeOut(one);
    }
  }
  for (const one of asWritten) takeOut(one);
  return contradictory;
}

function report(
  context: BindContext,
  { event, other, message }: EventContradiction,
  reading: Reading | undefined,
): void {
  const places: readonly (readonly [Term, Place])[] = [event, other].flatMap((term) =>
    term?.place ? [[term, term.place] as const] : [],
  );
  const at = reading?.place ?? event.place;
  if (!at) return;
  const related = places
    .filter(([, place]) => place !== at)
    .map(([{ name }, place]) => ({ ...place, message: `\`${name}\` is declared here` }));
  context.problems.push({
    rule: 'contradictory-terms',
    severity: 'error',
    message: reading ? `${message}, under the reading \`${reading.name}\`` : message,
    help: 'correct the date or the relation that is wrong',
    ...at,
    ...(related.length > 0 ? { related } : {}),
  });
}

function takeOut({ event: { event }, other, broken }: EventContradiction): void {
  if (broken === 'after') event.after = undefined;
  else if (broken === 'before') event.before = undefined;
  else if (other) event.afterEvents.splice(event.afterEvents.indexOf(other.id), 1);
}
