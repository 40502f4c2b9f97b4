import { NEVER, parseDay } from '../terms/calendar.ts';

/** What is assumed of events, their names to ISO 8601 dates or `never`, as days. What is no date is left out. */
export function scenarioOf(assume: Readonly<Record<string, string>>): Map<string, number> {
  const scenario = new Map<string, number>();
  for (const [event, date] of Object.entries(assume)) {
    const day = date === 'never' ? NEVER : parseDay(date);
    if (day !== undefined) scenario.set(event, day);
  }
  return scenario;
}
