import { AS_WRITTEN } from '../conflicts/docket.ts';
import type { Model } from '../model/model.ts';
import { assumedDays } from '../model/timeline.ts';
import { type EventContradiction, eventContradictions } from '../terms/event-contradictions.ts';
import { nameAlone } from '../terms/vocabulary.ts';
import { scenarioOf } from './scenario.ts';

/** An assumption that cannot be, with the event that it is about. */
export interface ImpossibleAssumption {
  readonly event: string;
  readonly message: string;
}

/**
 * What is assumed of events although the portfolio, as written or under a reading, states that it cannot be. `only`: the one
 * reading that is judged.
 */
export function impossibleAssumptions(
  model: Model,
  assume: Readonly<Record<string, string>>,
  only?: string,
): readonly ImpossibleAssumption[] {
  const scenario = scenarioOf(assume);
  if (scenario.size === 0) return [];
  const found = new Map<string, ImpossibleAssumption>();
  const note = ({ event, other, message }: EventContradiction, reading: string | undefined): void => {
    const names = [event, other].flatMap((term) => (term ? [term.name, nameAlone(term.name)] : []));
    const about = names.find((name) => scenario.has(name));
    if (about === undefined || found.has(message)) return;
    const files = [...new Set([event, other].flatMap((term) => term?.place?.file ?? []))].join(', ');
    const where = reading === undefined ? files : `${files}; under the reading \`${reading}\``;
    found.set(message, { event: about, message: `${message} (${where})` });
  };
  for (const { name, terms } of [{ name: undefined, terms: model.terms }, ...model.readings]) {
    if (only !== undefined && only !== (name ?? AS_WRITTEN)) continue;
    const assumed = assumedDays(scenario, terms);
    for (const one of eventContradictions(terms, (term) => assumed(term.name))) note(one, name);
  }
  return [...found.values()];
}
