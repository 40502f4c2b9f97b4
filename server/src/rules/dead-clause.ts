import type { Docket } from '../conflicts/docket.ts';
import type { Lens } from '../conflicts/lens.ts';
import { samplePoints, within } from '../conflicts/scene.ts';
import { type Clause, UNRESTRICTED, type ValueId } from '../model/model.ts';
import { DAY_OF_USE } from '../model/timeline.ts';
import type { Box, Undertaking } from '../model/undertakings.ts';
import { intersects, isEmpty, isSubset } from '../terms/atom-set.ts';
import { after, allOf, notBefore, solve } from '../terms/day-solver.ts';
import { type Time, variable } from '../terms/time.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { clauseFinding } from './rule-context.ts';

/** Clauses that can never apply, and exceptions that take away nothing or everything. */
export function checkDeadClauses(docket: Docket, clauses: readonly Clause[]): Finding[] {
  const found: Finding[] = [];
  for (const clause of clauses) {
    if (clause.broken) continue;
    const undertakings = docket.undertakings(clause);
    if (undertakings.length === 0) continue;
    const fault = emptyTime(docket, undertakings[0]) ?? emptyValue(docket.lenses, undertakings);
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

/** Whether there is a day in force under any reading. */
function begins(lenses: readonly Lens[], start: Time, end: Time): boolean {
  const at = variable(DAY_OF_USE);
  const inForce = allOf([notBefore(at, start), after(end, at)]);
  return lenses.some(({ timeline }) => solve(inForce, timeline).kind !== 'none');
}

function emptyTime(docket: Docket, { clause, start, end }: Undertaking): Fault | undefined {
  if (start.kind === 'day' && end.kind === 'day') {
    if (start.day < end.day) return undefined;
  } else if (begins(docket.lenses, start, end)) return undefined;
  // Ended by another deal before it began: that is what the other deal meant.
  if (docket.isCut(clause)) return undefined;
  return { message: `${shortName(clause)} ends before it starts`, help: 'correct `from` or `until`' };
}

/** By lenses, dimension and value: 1 for a value that is known to cover something under one of them. */
const coverage = new WeakMap<readonly Lens[], readonly Uint8Array[]>();

function coverageUnder(lenses: readonly Lens[]): readonly Uint8Array[] {
  let kept = coverage.get(lenses);
  if (!kept) {
    // Values that come later have no room, and are looked at each time.
    kept = lenses[0].model.values.map((values) => new Uint8Array(values.length));
    coverage.set(lenses, kept);
  }
  return kept;
}

function coversSomething(lenses: readonly Lens[], dimension: number, value: ValueId): boolean {
  for (const lens of lenses) {
    if (!isEmpty(lens.mayCover(dimension, value), lens.taxonomy(dimension).atomCount)) return true;
  }
  return false;
}

function emptyValue(lenses: readonly Lens[], undertakings: readonly Undertaking[]): Fault | undefined {
  const known = coverageUnder(lenses);
  for (const { clause, values } of undertakings) {
    for (let dimension = 0; dimension < values.length; dimension++) {
      const value = values[dimension];
      if (value <= UNRESTRICTED || known[dimension][value] === 1) continue;
      if (coversSomething(lenses, dimension, value)) {
        known[dimension][value] = 1;
        continue;
      }
      const { name } = lenses[0].model.regionDimensions[dimension];
      return { message: `${shortName(clause)} covers nothing: its ${name} is empty`, help: `correct \`${name}\`` };
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
    return meets && measuresMeet(one, exception) && !liesWithinHolder(lens, one, exception);
  });
}

/** What the holder may do anyway need not be excepted. */
const liesWithinHolder = (lens: Lens, one: Undertaking, exception: Box): boolean =>
  one.outside.length > 0 &&
  one.outside.every(({ dimension, value }) => {
    const carved = exception.values[dimension];
    return (
      carved > UNRESTRICTED &&
      isSubset(lens.mayCover(dimension, carved), lens.mustCover(dimension, value), lens.taxonomy(dimension).atomCount)
    );
  });

function coversAll(lens: Lens, one: Undertaking, exception: Box): boolean {
  if (
    exception.while ||
    !measuresCovered(one, exception) ||
    exception.start.kind !== 'day' ||
    exception.end.kind !== 'day'
  )
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
      isSubset(lens.mayCover(dimension, value), lens.mustCover(dimension, carved), lens.taxonomy(dimension).atomCount)
    );
  });
}

/** For each measured dimension of an exception: whether a number lies in both, and whether all of the clause's do. */
function measurePoints(one: Box, exception: Box): { readonly both: boolean; readonly all: boolean }[] {
  return [...(exception.measures ?? [])].map(([dimension, carved]) => {
    const ranges = one.measures?.get(dimension);
    const points = samplePoints([...carved, ...(ranges ?? [])]);
    const own = points.filter((point) => !ranges || ranges.some((range) => within(range, point)));
    const carvedOut = own.filter((point) => carved.some((range) => within(range, point)));
    return { both: carvedOut.length > 0, all: carvedOut.length === own.length };
  });
}

const measuresMeet = (one: Box, exception: Box): boolean => measurePoints(one, exception).every(({ both }) => both);
const measuresCovered = (one: Box, exception: Box): boolean => measurePoints(one, exception).every(({ all }) => all);
