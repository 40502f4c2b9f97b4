import type { Lens } from '../../conflicts/lens.ts';
import { type Deal, type Model, SILENT, UNRESTRICTED } from '../../model/model.ts';
import type { Undertaking } from '../../model/undertakings.ts';
import { FIRST_DAY, formatDay, NEVER } from '../../terms/calendar.ts';
import { ALL, type SetExpression } from '../../terms/set-expression.ts';
import { highestOf, lowestOf } from '../../terms/time.ts';
import { sharedRange } from './shared-range.ts';
import { sharedSet } from './shared-set.ts';
import { setText } from './term-text.ts';

/** One argument of an exception or a consent: what a clause has in common with another in one respect. */
export interface SharedPart {
  /** The dimension, or `from`, `until`, `while`. */
  readonly name: string;
  readonly question: 'who' | 'what' | 'where' | 'when';
  /** As it stands in parentheses: `territory = AT`, `screen < 7`. */
  readonly argument: string;
  /** `AT`, `< 7`. */
  readonly value: string;
  /** The set of terms, where it is one. */
  readonly expression?: SetExpression;
}

/** A portfolio, and how one reading sees it. */
export interface Sight {
  readonly model: Model;
  readonly lens: Lens;
}

/**
 * What of one undertaking another has a part in: an argument for each respect in which the other reaches less far.
 * Together they describe what both share and no more; none where the other covers all of it. Written for `deal`.
 */
export function sharedParts(sight: Sight, of: Undertaking, other: Undertaking, deal: Deal): readonly SharedPart[] {
  const { model, lens } = sight;
  const parts = model.regionDimensions.flatMap((dimension, index): SharedPart[] => {
    const { name, question } = dimension;
    if (question === 'when' || question === 'party') return [];
    if (dimension.measured) {
      const text = sharedRange(of.measures?.get(index), other.measures?.get(index));
      return text === undefined ? [] : [{ name, question, argument: `${name} ${text}`, value: text }];
    }
    const expression = sharedSet(lens, index, reachOf(model, of, index), dealtIn(model, of, other, index));
    const value = expression && setText(model, name, expression, deal);
    if (!expression || value === undefined) return [];
    return [{ name, question, argument: `${name} = ${value}`, value, expression }];
  });
  return [...parts, ...sharedTimes(lens, of, other), ...sharedStates(model, of, other, deal)];
}

/** What the other has to do with in one dimension; of two that exclude others, whom the other keeps to. */
function dealtIn(model: Model, of: Undertaking, other: Undertaking, dimension: number): SetExpression {
  const holder = other.outside.find((outside) => outside.dimension === dimension);
  const areBothHeld = of.effect === 'excludes' && other.effect === 'excludes';
  return areBothHeld && holder && holder.value > UNRESTRICTED
    ? model.values[dimension][holder.value]
    : reachOf(model, other, dimension);
}

/** What an undertaking reaches in one dimension; an `excludes` reaches everybody but its holder. */
function reachOf(model: Model, one: Undertaking, dimension: number): SetExpression {
  const holder = one.outside.find((outside) => outside.dimension === dimension);
  if (holder && one.outside.length === 1) {
    return holder.value <= UNRESTRICTED
      ? ALL
      : { kind: 'except', base: ALL, minus: model.values[dimension][holder.value] };
  }
  const value = one.values[dimension];
  return value === SILENT || value === UNRESTRICTED ? ALL : model.values[dimension][value];
}

/** The days that the other clause itself gives, where they are fewer. What it inherits is its whole deal's business. */
function sharedTimes({ timeline }: Lens, of: Undertaking, other: Undertaking): SharedPart[] {
  const parts: SharedPart[] = [];
  const { start, end, clause } = other;
  if (clause.from && start.kind === 'day' && start.day > Math.max(lowestOf(of.start, timeline), FIRST_DAY)) {
    parts.push(timePart('from', formatDay(start.day)));
  }
  if (clause.until && end.kind === 'day' && end.day < Math.min(highestOf(of.end, timeline), NEVER)) {
    parts.push(timePart('until', formatDay(end.day - 1)));
  }
  return parts;
}

const timePart = (name: 'from' | 'until', value: string): SharedPart => ({
  name,
  question: 'when',
  argument: `${name} = ${value}`,
  value,
});

function sharedStates(model: Model, of: Undertaking, other: Undertaking, deal: Deal): SharedPart[] {
  if (!other.while || of.while) return [];
  const value = setText(model, 'state', other.while, deal);
  return value === undefined ? [] : [{ name: 'while', question: 'when', argument: `while = ${value}`, value }];
}
