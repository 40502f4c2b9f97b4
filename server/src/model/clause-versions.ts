import { LAST_DAY, NEVER } from '../terms/calendar.ts';
import { after, allOf, type DayFormula, notBefore, solve } from '../terms/day-solver.ts';
import { day, isSameTime, type Time, type Timeline } from '../terms/time.ts';
import { amendedBy, areOfOneChain, push } from './deal-links.ts';
import { type Clause, inBoundOrder, type Model } from './model.ts';
import type { Problem } from './problem.ts';

/** A newer version of a clause. */
export interface Replacement {
  readonly by: Clause;
  /** It takes the clause's place in every world, and not only in those in which it starts later. */
  readonly isSure: boolean;
}

/** Which versions of clauses take the place of which. */
export interface ClauseVersions {
  readonly replacementsOf: (clause: Clause) => readonly Replacement[];
  /** The other amendments of the same clause from the same day: none of them counts. */
  readonly rivalsOf: (clause: Clause) => readonly Clause[];
}

const NO_REPLACEMENTS: readonly Replacement[] = [];
const NO_RIVALS: readonly Clause[] = [];

/** Puts clauses of one label in order. Where nobody can know which of two starts later, either replaces the other. */
export function orderVersions(
  model: Model,
  versions: readonly Clause[],
  startOf: (clause: Clause) => Time,
  timelines: readonly Timeline[],
  report: ((problem: Problem) => void) | undefined,
): ClauseVersions {
  const replacements = new Map<Clause, Replacement[]>();
  const rivals = new Map<Clause, Clause[]>();
  const found: (readonly [older: Clause, replacement: Replacement])[] = [];
  for (const [index, one] of versions.entries()) {
    for (const other of versions.slice(index + 1)) {
      const [older, newer] = inBoundOrder(one, other) < 0 ? [one, other] : [other, one];
      const order = orderOf(model, older, newer, startOf, timelines);
      if (order === 'before' || order === 'open') found.push([older, { by: newer, isSure: order === 'before' }]);
      if (order === 'after' || order === 'open') found.push([newer, { by: older, isSure: order === 'after' }]);
      if (order !== 'same day') continue;
      push(rivals, older, newer);
      push(rivals, newer, older);
      report?.(rivalry(older, newer));
    }
  }
  for (const [older, replacement] of found) if (!rivals.has(replacement.by)) push(replacements, older, replacement);
  return {
    replacementsOf: (clause) => replacements.get(clause) ?? NO_REPLACEMENTS,
    rivalsOf: (clause) => rivals.get(clause) ?? NO_RIVALS,
  };
}

/** `open`: one starts first in some worlds, the other in others. */
type Order = 'before' | 'after' | 'same day' | 'open';

/** What amends another comes after it; of two amendments, what starts later does. Undefined where neither replaces the other. */
function orderOf(
  model: Model,
  one: Clause,
  other: Clause,
  startOf: (clause: Clause) => Time,
  timelines: readonly Timeline[],
): Order | undefined {
  const [before, behind] = [saysStart(other) ? 'before' : undefined, saysStart(one) ? 'after' : undefined] as const;
  const amendsOther = amendedBy(model, one.deal).includes(other.deal);
  if (amendedBy(model, other.deal).includes(one.deal)) return amendsOther ? 'open' : before;
  if (amendsOther) return behind;
  if (!areOfOneChain(model, one.deal, other.deal)) return undefined;
  return before && behind ? orderOfDays(startOf(one), startOf(other), timelines) : (before ?? behind);
}

/** An amendment that does not say from when it is, although it has to, replaces nothing. */
const saysStart = ({ from, deal }: Clause): boolean => (from ?? deal.from) !== undefined;

function orderOfDays(one: Time, other: Time, timelines: readonly Timeline[]): Order {
  const isPossible = (formula: DayFormula): boolean =>
    timelines.some((timeline) => solve(formula, timeline).kind !== 'none');
  const happens = (time: Time): DayFormula => notBefore(day(LAST_DAY), time);
  const mayPrecede = (first: Time, second: Time): boolean => isPossible(allOf([happens(first), after(second, first)]));
  if (isSameTime(one, other) && !isNever(one)) return 'same day';
  const [before, behind] = [mayPrecede(one, other), mayPrecede(other, one)];
  if (before !== behind) return before ? 'before' : 'after';
  return before || !isPossible(happens(one)) ? 'open' : 'same day';
}

const isNever = (time: Time): boolean => time.kind === 'day' && time.day >= NEVER;

const rivalry = (older: Clause, newer: Clause): Problem => ({
  rule: 'amendment',
  severity: 'error',
  message: `\`${older.deal.name}\` and \`${newer.deal.name}\` both replace \`${newer.label}\` from the same day: neither counts`,
  help: 'let one of them start later, or amend the other',
  file: newer.deal.file,
  span: newer.span,
  related: [{ file: older.deal.file, span: older.span, message: 'also replaced here' }],
});
