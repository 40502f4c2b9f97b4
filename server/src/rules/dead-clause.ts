import type { Docket } from '../conflicts/docket.ts';
import type { Lens } from '../conflicts/lens.ts';
import { type Clause, type Deal, type Model, onlyRecords, UNRESTRICTED, type ValueId } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { isEmpty } from '../terms/atom-set.ts';
import { toldAsAssumed } from './as-assumed.ts';
import { shortName } from './clause-reference.ts';
import { checkExceptions } from './dead-exceptions.ts';
import type { Finding } from './finding.ts';
import { endedBeforeAmended, type Fault, neverInForce } from './never-in-force.ts';
import { clauseFinding } from './rule-context.ts';

/** Clauses that can never apply, and exceptions that take away nothing or everything. */
export const checkDeadClauses = (docket: Docket, deals: readonly Deal[]): readonly Finding[] =>
  toldAsAssumed(docket, deadClausesIn(docket, deals), (other) => deadClausesIn(other, deals));

function deadClausesIn(docket: Docket, deals: readonly Deal[]): readonly Finding[] {
  const promised = deals.map(docket.promisedIn);
  // What is promised is asked for first: that may bring in values.
  const empty = emptyValuesUnder(docket.lenses);
  const found: Finding[] = [];
  for (const undertakings of promised) {
    let next = 0;
    while (next < undertakings.length) {
      const first = undertakings[next];
      const { clause } = first;
      const from = next;
      while (next < undertakings.length && undertakings[next].clause === clause) next++;
      const own = (): readonly Undertaking[] => undertakings.slice(from, next);
      const fault =
        neverInForce(docket, first) ??
        emptyMeasure(docket.model, first) ??
        (empty.size > 0 ? emptyValue(docket.model, empty, own()) : undefined);
      if (fault) found.push(dead(clause, fault.message, fault.help));
      else if (clause.exceptions.length > 0) found.push(...checkExceptions(docket.lenses, clause, own()));
    }
  }
  for (const deal of deals) {
    for (const clause of deal.clauses) {
      if (!onlyRecords(clause.kind) || clause.broken) continue;
      const fault = neverInForce(docket, { clause, ...docket.windowOf(clause) });
      if (fault) found.push(dead(clause, fault.message, fault.help));
    }
    const base = endedBeforeAmended(docket, deal);
    if (base) found.push(deadAmendment(deal, base));
  }
  return found;
}

const deadAmendment = (deal: Deal, base: Deal): Finding =>
  clauseFinding(
    'dead-clause',
    'warning',
    deal.clauses,
    `\`${deal.name}\` is never in force: \`${base.name}\`, which it amends, has ended by the time it starts`,
    { span: deal.span, help: 'correct its `from`, or amend the deal that is in force then' },
  );

const dead = (clause: Clause, message: string, help: string): Finding =>
  clauseFinding('dead-clause', 'warning', [clause], message, { help });

/** The values that cover nothing under any reading, by dimension. */
interface EmptyValues {
  readonly byDimension: Map<number, Set<ValueId>>;
  /** By dimension: those from here on have not been looked at. */
  readonly next: ValueId[];
}

/** Kept with the lenses: most portfolios have none, and that is told without a look at what a clause covers. */
const emptyValues = new WeakMap<readonly Lens[], EmptyValues>();

/** As far as there are values now. */
function emptyValuesUnder(lenses: readonly Lens[]): EmptyValues['byDimension'] {
  const { values } = lenses[0].model;
  let known = emptyValues.get(lenses);
  if (!known) {
    known = { byDimension: new Map(), next: values.map(() => UNRESTRICTED + 1) };
    emptyValues.set(lenses, known);
  }
  const { byDimension, next } = known;
  for (let dimension = 0; dimension < next.length; dimension++) {
    while (next[dimension] < values[dimension].length) {
      const value = next[dimension]++;
      if (!coversNothing(lenses, dimension, value)) continue;
      byDimension.set(dimension, (byDimension.get(dimension) ?? new Set()).add(value));
    }
  }
  return byDimension;
}

const coversNothing = (lenses: readonly Lens[], dimension: number, value: ValueId): boolean =>
  lenses.every((lens) => isEmpty(lens.mayCover(dimension, value), lens.taxonomy(dimension).atomCount));

function emptyValue(
  model: Model,
  empty: EmptyValues['byDimension'],
  undertakings: readonly Undertaking[],
): Fault | undefined {
  for (const { clause, values, outside } of undertakings) {
    const dimension = values.findIndex((value, index) => empty.get(index)?.has(value));
    if (dimension >= 0) return emptyIn(model, clause, dimension);
    const holder = outside.find((one) => empty.get(one.dimension)?.has(one.value));
    if (holder) return emptyIn(model, clause, holder.dimension, 'is for nobody');
  }
  return undefined;
}

function emptyMeasure(model: Model, { clause }: Undertaking): Fault | undefined {
  if (!clause.measures) return undefined;
  const [dimension] = [...clause.measures].find(([, ranges]) => ranges.length === 0) ?? [];
  return dimension === undefined ? undefined : emptyIn(model, clause, dimension);
}

function emptyIn(model: Model, clause: Clause, dimension: number, what = 'covers nothing'): Fault {
  const { name } = model.regionDimensions[dimension];
  return { message: `${shortName(clause)} ${what}: its ${name} is empty`, help: `correct \`${name}\`` };
}
