import type { Scenario } from './circumstances.ts';
import { BadRequest } from './failure.ts';
import type { SetScenarioParams } from './protocol.ts';
import { isAssumption, isDayText, isText } from './settings.ts';

/** The scenario after a request to change it: null takes a field back, what is absent stays. */
export function changedScenario(before: Scenario, params: unknown): Scenario {
  if (typeof params !== 'object' || params === null || Array.isArray(params))
    throw new BadRequest('the scenario is missing');
  const { asOf, reading, assume } = params as Partial<Record<keyof SetScenarioParams, unknown>>;
  const after = { ...before };
  if (asOf === null) delete after.asOf;
  else if (isDayText(asOf)) after.asOf = asOf;
  else if (asOf !== undefined) throw new BadRequest('`asOf` is no day: write one as in "2026-04-30", or null');
  if (reading === null) delete after.reading;
  else if (isText(reading)) after.reading = reading;
  else if (reading !== undefined) throw new BadRequest('`reading` is no name: write one, or null');
  if (assume === null) delete after.assume;
  else if (isAssumption(assume)) after.assume = assume;
  else if (assume !== undefined) {
    throw new BadRequest(
      '`assume` is no scenario: write events with their days, as in { "AGI": "2030-01-01" }, or null',
    );
  }
  return after;
}
