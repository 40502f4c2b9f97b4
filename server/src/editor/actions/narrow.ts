import type { Lens } from '../../conflicts/lens.ts';
import { type Clause, SILENT, UNRESTRICTED } from '../../model/model.ts';
import type { Undertaking } from '../../model/undertakings.ts';
import { isSubset } from '../../terms/atom-set.ts';
import { FIRST_DAY, formatDay, LAST_DAY } from '../../terms/calendar.ts';
import type { SetExpression } from '../../terms/set-expression.ts';
import { lowestOf, type Time, type Timeline } from '../../terms/time.ts';
import { argumentNamed, withArgument } from './clause-edits.ts';
import { type CallClause, effectPhrase } from './phrases.ts';
import type { Dispute, Resolution } from './resolution.ts';
import { sharedParts } from './shared-part.ts';
import { mostOf } from './shared-set.ts';
import { setText } from './term-text.ts';

/** Values of one argument that leave no overlap: what remains of a set, a later start, an earlier end. */
export function narrowings(dispute: Dispute): readonly Resolution[] {
  const { deal, restraint } = dispute.shown;
  return [
    ...narrowed(dispute, deal, restraint),
    ...settled(dispute, deal, restraint),
    ...narrowed(dispute, restraint, deal),
    ...moved(dispute, deal, restraint),
    ...moved(dispute, restraint, deal),
  ];
}

/** Tries one argument's new value. */
function attempt(
  { trial, verdict }: Dispute,
  clause: Clause,
  other: Clause,
  name: string,
  value: string,
  title: (call: CallClause) => string,
): Resolution[] {
  const edit = withArgument(clause, name, value);
  const outcome = edit && trial.outcomeOf({ edits: [edit] });
  if (outcome?.verdict !== 'clear') return [];
  return [{ outcome, title: (call) => `${title(call)}${effectPhrase(verdict, outcome, call(other))}` }];
}

/** Takes the other's part out of a set that the clause writes. */
function narrowed(dispute: Dispute, of: Undertaking, other: Undertaking): Resolution[] {
  const { model, lens } = dispute;
  const { clause } = of;
  return sharedParts(dispute, of, other, clause.deal).flatMap(({ name, question, expression }) => {
    const dimension = model.regionDimensions.findIndex((one) => one.name === name);
    if (!expression || dimension < 0 || question === 'when' || argumentNamed(clause, name) < 0) return [];
    const rest = without(lens, dimension, model.values[dimension][clause.values[dimension]], expression);
    const value = rest && setText(model, name, rest, clause.deal);
    if (value === undefined) return [];
    const word = name === 'with' ? 'parties' : name;
    return attempt(
      dispute,
      clause,
      other.clause,
      name,
      value,
      (call) => `Narrow the ${word} of ${call(clause)} to ${value}`,
    );
  });
}

/** A set without another: items of a list are left out, else it is written as a difference. */
function without(lens: Lens, dimension: number, set: SetExpression, minus: SetExpression): SetExpression | undefined {
  const gone = mostOf(lens, dimension, minus);
  const isGone = (item: SetExpression): boolean =>
    isSubset(mostOf(lens, dimension, item), gone, lens.taxonomy(dimension).atomCount);
  switch (set.kind) {
    case 'all':
    case 'term':
      return isGone(set) ? undefined : { kind: 'except', base: set, minus };
    case 'union': {
      const items = set.items.filter((item) => !isGone(item));
      if (items.length === 0) return undefined;
      const left: SetExpression = items.length === 1 ? items[0] : { kind: 'union', items };
      const covered = { kind: 'union', items: set.items.filter(isGone) } as const;
      return isSubset(gone, mostOf(lens, dimension, covered), lens.taxonomy(dimension).atomCount)
        ? left
        : { kind: 'except', base: left, minus };
    }
    case 'except':
      return { kind: 'except', base: set.base, minus: joined(set.minus, minus) };
  }
}

const joined = (a: SetExpression, b: SetExpression): SetExpression => ({
  kind: 'union',
  items: [...(a.kind === 'union' ? a.items : [a]), ...(b.kind === 'union' ? b.items : [b])],
});

/** Names the holder where a clause leaves open who it is about. */
function settled(dispute: Dispute, of: Undertaking, { clause: other, outside }: Undertaking): Resolution[] {
  const { model } = dispute;
  return outside.flatMap(({ dimension, value }) => {
    const { name } = model.regionDimensions[dimension];
    const isOpen = of.values[dimension] === SILENT || of.values[dimension] === UNRESTRICTED;
    if (!isOpen || value <= UNRESTRICTED || name === 'with') return [];
    const text = setText(model, name, model.values[dimension][value], of.clause.deal);
    if (text === undefined) return [];
    return attempt(
      dispute,
      of.clause,
      other,
      name,
      text,
      (call) => `Say that the ${name} of ${call(of.clause)} is ${text}`,
    );
  });
}

/** Lets a clause start when the other has ended, or end before it starts. What is past is past, but in a draft. */
function moved(dispute: Dispute, of: Undertaking, other: Undertaking): Resolution[] {
  const { timeline, asOf } = dispute.lens;
  const { clause } = of;
  const first = clause.deal.status === 'draft' ? FIRST_DAY : asOf;
  const from = startWith(other.end, of.start, timeline, first);
  const until =
    lowestOf(of.start, timeline) < lowestOf(other.start, timeline) ? endBefore(other.start, first) : undefined;
  const starts = (call: CallClause): string =>
    `Let ${call(clause)} start ${when(from ?? '')}, when ${call(other.clause)} has ended`;
  const ends = (call: CallClause): string => `Let ${call(clause)} end on ${until}, before ${call(other.clause)} starts`;
  return [
    ...(from === undefined ? [] : attempt(dispute, clause, other.clause, 'from', from, starts)),
    ...(until === undefined ? [] : attempt(dispute, clause, other.clause, 'until', until, ends)),
  ];
}

const when = (from: string): string => (/^\d/.test(from) ? `on ${from}` : `with the ${from}`);

/** The start of a clause that begins when another has ended, and not before its own; undefined where it has no words. */
function startWith(end: Time, start: Time, timeline: Timeline, first: number): string | undefined {
  if (end.kind === 'day') return end.day >= first && end.day <= LAST_DAY ? formatDay(end.day) : undefined;
  if (end.kind !== 'variable' || timeline[end.variable].kind !== 'event') return undefined;
  const { name } = timeline[end.variable];
  const own = start.kind === 'day' && start.day > FIRST_DAY ? formatDay(start.day) : undefined;
  return own === undefined ? name : `later of [${own}, ${name}]`;
}

/** The last day before another clause starts. */
const endBefore = (start: Time, first: number): string | undefined =>
  start.kind === 'day' && start.day > first ? formatDay(start.day - 1) : undefined;
