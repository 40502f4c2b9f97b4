import { type Clause, type Model, onlyRecords, SILENT } from '../../model/model.ts';
import { formatDay, LAST_DAY } from '../../terms/calendar.ts';
import { type SetExpression, type TermId, termsNamedIn } from '../../terms/set-expression.ts';
import type { Term } from '../../terms/vocabulary.ts';
import { code } from './markdown.ts';

/** One thing that a reading says of a term beyond what is written. */
interface ReadingChange {
  readonly reading: string;
  readonly term: TermId;
  readonly kind: 'in' | 'overlaps' | 'distinct' | 'other';
  /** The other term it speaks of, where there is one. */
  readonly other?: TermId;
  /** Markdown: "`stateful_runtime` belongs to `stateless_api`". */
  readonly says: string;
}

const known = new WeakMap<Model, readonly ReadingChange[]>();

/** Everything that the readings of a portfolio add. Found once a model. */
export function readingChanges(model: Model): readonly ReadingChange[] {
  let changes = known.get(model);
  if (!changes) {
    changes = model.readings.flatMap(({ name, terms }) =>
      terms.flatMap((term) =>
        term === model.terms[term.id] ? [] : changesOf(model, name, model.terms[term.id], term),
      ),
    );
    known.set(model, changes);
  }
  return changes;
}

function changesOf(model: Model, reading: string, before: Term, after: Term): readonly ReadingChange[] {
  const name = code(after.name);
  const nameOf = (term: TermId): string => code(model.terms[term].name);
  const added = (
    kind: ReadingChange['kind'],
    old: readonly TermId[],
    now: readonly TermId[],
    says: (other: string) => string,
  ): readonly ReadingChange[] =>
    now
      .filter((one) => !old.includes(one))
      .map((other) => ({ reading, term: after.id, kind, other, says: says(nameOf(other)) }));
  const other = (says: string): ReadingChange => ({ reading, term: after.id, kind: 'other', says });
  const found = [
    ...added('in', before.parents, after.parents, (parent) => `${name} belongs to ${parent}`),
    ...added('overlaps', before.overlaps, after.overlaps, (one) => `${name} and ${one} share something`),
    ...added('distinct', before.distinct, after.distinct, (one) => `${name} and ${one} share nothing`),
    ...added(
      'other',
      before.under.map(({ party }) => party),
      after.under.map(({ party }) => party),
      (party) => `${name} is controlled by ${party}`,
    ),
    ...added('other', before.event.afterEvents, after.event.afterEvents, (one) => `${name} comes after ${one}`),
  ];
  if (after.equals && after.equals !== before.equals) {
    const members = termsNamedIn(after.equals).map(nameOf).join(', ');
    found.push(other(`${name} is made of ${members}`));
  }
  if (after.open && !before.open) found.push(other(`what belongs to ${name} is open`));
  if (after.runBy !== undefined && after.runBy !== before.runBy)
    found.push(other(`${name} is run by ${nameOf(after.runBy)}`));
  return [...found, ...eventChanges(name, before, after).map(other)];
}

function eventChanges(name: string, { event: before }: Term, { event: after }: Term): readonly string[] {
  const found: string[] = [];
  const day = (value: number): string => (value > LAST_DAY ? 'never' : formatDay(value));
  if (after.occurred !== undefined && after.occurred !== before.occurred)
    found.push(`${name} happened on ${day(after.occurred)}`);
  if (after.after !== undefined && after.after !== before.after)
    found.push(`${name} happens after ${day(after.after)}, if at all`);
  if (after.before !== undefined && after.before !== before.before)
    found.push(`${name} happens before ${day(after.before)}`);
  if (after.presumed !== undefined && after.presumed !== before.presumed)
    found.push(after.presumed ? `${name} is presumed` : `${name} is presumed not to be`);
  return found;
}

/** What the readings change for a clause, a line each: who reads it, what it says, and what the clause then covers. */
export function changesForClause(model: Model, clause: Clause): readonly string[] {
  if (onlyRecords(clause.kind) || model.readings.length === 0) return [];
  const named = termsOf(model, clause);
  const covered = plainlyCovered(model, clause);
  return readingChanges(model).flatMap((change) => {
    const about = concerns(model, change, named);
    if (!about) return [];
    const more = change.kind === 'in' && takesIn(model, change, covered);
    const then = more ? `, so that the clause covers ${code(model.terms[change.term].name)} too` : '';
    return [`As ${code(change.reading)} reads it: ${change.says}${then}.`];
  });
}

/** Whether a change is about a term that a clause names, or within what it names; not where it names what holds both. */
function concerns(model: Model, { term, other }: ReadingChange, named: ReadonlySet<TermId>): boolean {
  const [first, second] = [ancestorsOf(model, term), other === undefined ? undefined : ancestorsOf(model, other)];
  for (const one of named) {
    if (one === term || one === other) return true;
    const holdsFirst = first.has(one);
    const holdsSecond = second?.has(one) ?? holdsFirst;
    if (holdsFirst !== holdsSecond) return true;
    // A part of either has what is said of the whole.
    const within = ancestorsOf(model, one);
    if (within.has(term) || (other !== undefined && within.has(other))) return true;
  }
  return false;
}

/** Whether a term newly comes to lie within what a clause covers. */
function takesIn(model: Model, { term, other }: ReadingChange, covered: ReadonlySet<TermId>): boolean {
  if (other === undefined) return false;
  const before = new Set([term, ...ancestorsOf(model, term)]);
  const reached = [other, ...ancestorsOf(model, other)];
  return reached.some((one) => covered.has(one)) && ![...before].some((one) => covered.has(one));
}

/** Every term that a clause and its exceptions name. */
function termsOf(model: Model, clause: Clause): ReadonlySet<TermId> {
  const expressions = [clause, ...clause.exceptions].flatMap(({ values }) =>
    values.flatMap((value, dimension) => (value === SILENT ? [] : [model.values[dimension][value]])),
  );
  return new Set([...expressions, ...clause.by, ...clause.to].flatMap(termsNamedIn));
}

/** Terms of what and where that a clause covers without any exception or difference. */
function plainlyCovered(model: Model, clause: Clause): ReadonlySet<TermId> {
  if (clause.exceptions.length > 0) return new Set();
  return new Set(
    clause.values.flatMap((value, dimension) => {
      const isHolder = model.regionDimensions[dimension].question === 'who';
      return value === SILENT || isHolder ? [] : membersOf(model.values[dimension][value]);
    }),
  );
}

function membersOf(expression: SetExpression): readonly TermId[] {
  switch (expression.kind) {
    case 'term':
      return [expression.term];
    case 'union':
      return expression.items.flatMap(membersOf);
    case 'all':
    case 'except':
      return [];
  }
}

/** Every term that a term is said to lie in, at any remove. */
function ancestorsOf(model: Model, term: TermId): ReadonlySet<TermId> {
  const found = new Set<TermId>();
  const pending = [...model.terms[term].parents];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    pending.push(...model.terms[next].parents);
  }
  return found;
}
