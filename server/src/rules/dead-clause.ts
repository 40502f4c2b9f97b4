import type { Lens } from '../conflicts/lens.ts';
import { type Clause, UNRESTRICTED } from '../model/model.ts';
import type { Box, Undertaking } from '../model/undertakings.ts';
import { intersects, isEmpty, isSubset } from '../terms/atom-set.ts';
import { after, solve } from '../terms/day-solver.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { clauseFinding, type RuleContext } from './rule-context.ts';

/** Clauses that can never apply, and exceptions that take away nothing or everything. */
export function checkDeadClauses({ model, docket }: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const clause of model.clauses) {
    if (clause.broken) continue;
    const undertakings = docket.undertakings(clause);
    if (undertakings.length === 0) continue;
    const fault =
      emptyTime(docket.lenses, undertakings[0], docket.isCut(clause)) ?? emptyValue(docket.lenses, undertakings);
    if (fault) found.push(dead(clause, fault.message, fault.help));
    else if (clause.exceptions.length > 0) found.push(...checkExceptions(docket.lenses, clause, undertakings));
  }
  return found;
}

const dead = (clause: Clause, message: string, help: string): Finding =>
  clauseFinding('dead-clause', 'warning', [clause], message, { help });

interface Fault {
  readonly message: string;
  readonly help: string;
}

function emptyTime(lenses: readonly Lens[], { clause, start, end }: Undertaking, isCut: boolean): Fault | undefined {
  // Ended by another deal before it began: that is what the other deal meant.
  if (isCut) return undefined;
  const begins = after(end, start);
  if (lenses.some(({ timeline }) => solve(begins, timeline).kind !== 'none')) return undefined;
  return { message: `${shortName(clause)} ends before it starts`, help: 'correct `from` or `until`' };
}

function emptyValue(lenses: readonly Lens[], undertakings: readonly Undertaking[]): Fault | undefined {
  const { regionDimensions } = lenses[0].model;
  for (const { clause, values } of undertakings) {
    const empty = values.findIndex(
      (value, dimension) =>
        value > UNRESTRICTED &&
        lenses.every((lens) => isEmpty(lens.mayCover(dimension, value), lens.taxonomy(dimension).atomCount)),
    );
    if (empty >= 0) {
      return {
        message: `${shortName(clause)} covers nothing: its ${regionDimensions[empty].name} is empty`,
        help: `correct \`${regionDimensions[empty].name}\``,
      };
    }
  }
  return undefined;
}

function checkExceptions(lenses: readonly Lens[], clause: Clause, undertakings: readonly Undertaking[]): Finding[] {
  return clause.exceptions.flatMap((exception, index) => {
    const removes = undertakings.some((one) => mayMeet(lenses, one, one.exceptions[index]));
    if (!removes) {
      return [
        {
          ...dead(
            clause,
            `an exception of ${shortName(clause)} takes nothing away`,
            'it lies outside the clause: correct it, or remove it',
          ),
          span: exception.span,
        },
      ];
    }
    const everything = undertakings.every((one) => coversAll(lenses[0], one, one.exceptions[index]));
    return everything
      ? [
          {
            ...dead(
              clause,
              `an exception of ${shortName(clause)} takes everything away`,
              'narrow the exception, or remove the clause',
            ),
            span: exception.span,
          },
        ]
      : [];
  });
}

/** Whether an exception and the region it is taken from can share anything in any world. */
function mayMeet(lenses: readonly Lens[], one: Undertaking, exception: Box): boolean {
  return lenses.some((lens) => {
    const inTime = solve(
      { kind: 'all', parts: [after(exception.end, one.start), after(one.end, exception.start)] },
      lens.timeline,
    );
    if (inTime.kind === 'none') return false;
    const meets = one.values.every((value, dimension) => {
      const carved = exception.values[dimension];
      if (value <= UNRESTRICTED || carved <= UNRESTRICTED) return true;
      return intersects(
        lens.mayCover(dimension, value),
        lens.mayCover(dimension, carved),
        lens.taxonomy(dimension).atomCount,
      );
    });
    return meets && !liesWithinHolder(lens, one, exception);
  });
}

/** What the holder may do anyway need not be excepted. */
const liesWithinHolder = (lens: Lens, one: Undertaking, exception: Box): boolean =>
  one.outside.length > 0 &&
  one.outside.every(({ dimension, value }) => {
    const carved = exception.values[dimension];
    return (
      carved > UNRESTRICTED &&
      isSubset(lens.mayCover(dimension, carved), lens.covers(dimension, value), lens.taxonomy(dimension).atomCount)
    );
  });

function coversAll(lens: Lens, one: Undertaking, exception: Box): boolean {
  if (exception.while || exception.measures || exception.start.kind !== 'day' || exception.end.kind !== 'day')
    return false;
  if (one.start.kind !== 'day' || one.end.kind !== 'day') {
    if (
      solve({ kind: 'any', parts: [after(exception.start, one.start), after(one.end, exception.end)] }, lens.timeline)
        .kind !== 'none'
    )
      return false;
  } else if (exception.start.day > one.start.day || exception.end.day < one.end.day) return false;
  return one.values.every((value, dimension) => {
    const carved = exception.values[dimension];
    if (carved <= UNRESTRICTED) return true;
    return (
      value > UNRESTRICTED &&
      isSubset(lens.mayCover(dimension, value), lens.covers(dimension, carved), lens.taxonomy(dimension).atomCount)
    );
  });
}
