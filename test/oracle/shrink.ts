/** Makes a scenario smaller, one part at a time, as long as something about it stays true. */
import type { ClauseSpec, DealSpec, EventSpec, RegionSpec, Scenario, TermSpec, Time, Value } from './scenario.ts';
import { eventsHold, termsHold } from './valid.ts';

/** The smallest scenario this way of dropping parts finds that still passes the test. */
export function shrink(scenario: Scenario, stays: (smaller: Scenario) => boolean): Scenario {
  let smallest = scenario;
  for (;;) {
    const smaller = firstSmaller(smallest, stays);
    if (!smaller) return smallest;
    smallest = smaller;
  }
}

function firstSmaller(scenario: Scenario, stays: (smaller: Scenario) => boolean): Scenario | undefined {
  for (const candidate of smallerScenarios(scenario)) {
    if (termsHold(candidate) && eventsHold(candidate) && stays(candidate)) return candidate;
  }
  return undefined;
}

/** Each way to leave one item out. */
const without = <T>(items: readonly T[]): T[][] => items.map((_, index) => items.filter((_, other) => other !== index));

/** Each way to replace one item by a smaller one. */
const replaced = <T>(items: readonly T[], smaller: (item: T) => readonly T[]): T[][] =>
  items.flatMap((item, index) => smaller(item).map((one) => items.map((old, other) => (other === index ? one : old))));

/** Each way to leave out one of some optional fields. */
const withoutFields = <T extends object>(whole: T, fields: readonly (keyof T)[]): T[] =>
  fields.filter((field) => whole[field] !== undefined).map((field) => ({ ...whole, [field]: undefined }));

function* smallerScenarios(scenario: Scenario): Generator<Scenario> {
  for (const readings of without(scenario.readings)) yield { ...scenario, readings };
  const smallerReadings = replaced(scenario.readings, (reading) =>
    reading.relations.length > 1 ? without(reading.relations).map((relations) => ({ ...reading, relations })) : [],
  );
  for (const readings of smallerReadings) yield { ...scenario, readings };
  const labels = scenario.pair.map((name) => name.split('.')[1]);
  for (const deals of replaced(scenario.deals, (deal) => smallerDeals(deal, labels))) yield { ...scenario, deals };
  const mentioned = mentionedNames(scenario);
  const unused = (name: string) => !mentioned.has(name);
  for (const terms of without(scenario.terms)) {
    const gone = scenario.terms.find((term) => !terms.includes(term))!;
    if (unused(gone.name)) yield { ...scenario, terms };
  }
  for (const events of without(scenario.events)) {
    const gone = scenario.events.find((event) => !events.includes(event))!;
    if (unused(gone.name)) yield { ...scenario, events };
  }
  for (const states of without(scenario.states)) {
    if (scenario.states.every((state) => states.includes(state) || unused(state.name))) yield { ...scenario, states };
  }
  for (const terms of replaced(scenario.terms, smallerTerms)) yield { ...scenario, terms };
  for (const events of replaced(scenario.events, smallerEvents)) yield { ...scenario, events };
  for (const states of replaced(scenario.states, (state) => withoutFields(state, ['presumedNo']))) {
    yield { ...scenario, states };
  }
  for (const dimensions of without(scenario.dimensions)) {
    const gone = scenario.dimensions.find((dimension) => !dimensions.includes(dimension))!;
    const { deals, terms } = scenario;
    if (!JSON.stringify({ deals, terms }).includes(`"${gone.name}"`)) yield { ...scenario, dimensions };
  }
}

/** Names that something refers to, other than the declaration itself. */
function mentionedNames({ terms, events, deals, readings }: Scenario): Set<string> {
  const references = JSON.stringify([
    deals,
    readings,
    terms.map(({ name: _name, dimension: _dimension, ...relations }) => relations),
    events.map(({ name: _name, ...relations }) => relations),
  ]);
  return new Set([...references.matchAll(/"([^"]+)"/g)].map(([, name]) => name));
}

function smallerTerms(term: TermSpec): TermSpec[] {
  return [
    ...without(term.parents).map((parents) => ({ ...term, parents })),
    ...without(term.overlaps).map((overlaps) => ({ ...term, overlaps })),
    ...without(term.distinct).map((distinct) => ({ ...term, distinct })),
    ...(term.equals && term.equals.length > 1 ? without(term.equals).map((equals) => ({ ...term, equals })) : []),
    ...(term.under?.from ? [{ ...term, under: { party: term.under.party } }] : []),
    ...withoutFields(term, ['open', 'under']),
  ];
}

const smallerEvents = (event: EventSpec): EventSpec[] =>
  withoutFields(event, ['occurred', 'afterDate', 'beforeDate', 'afterEvent', 'beforeEvent', 'presumed']);

function smallerDeals(deal: DealSpec, labels: readonly string[]): DealSpec[] {
  const droppable = without(deal.clauses).filter((clauses) =>
    deal.clauses.every((clause) => clauses.includes(clause) || !labels.includes(clause.label)),
  );
  return [
    ...droppable.map((clauses) => ({ ...deal, clauses })),
    ...withoutFields(deal, ['renews', 'affiliates']),
    ...withoutFields({ ...deal, renews: undefined }, ['until']).filter(() => !JSON.stringify(deal).includes('"end"')),
    ...without(Object.entries(deal.values)).map((values) => ({ ...deal, values: Object.fromEntries(values) })),
    ...(deal.from && JSON.stringify(deal.from) !== JSON.stringify(PLAIN_START) ? [{ ...deal, from: PLAIN_START }] : []),
    ...smallerLists(deal.to).map((to) => ({ ...deal, to })),
    ...replaced(deal.clauses, smallerClauses).map((clauses) => ({ ...deal, clauses })),
    ...smallerTimes(deal.until).map((until) => ({ ...deal, until })),
  ];
}

const PLAIN_START: Time = { kind: 'date', date: '2025' };

const smallerLists = (list: readonly string[] | undefined): string[][] =>
  list && list.length > 1 ? without(list) : [];

function smallerClauses(clause: ClauseSpec): ClauseSpec[] {
  return [
    ...without(clause.exceptions).map((exceptions) => ({ ...clause, exceptions })),
    ...replaced(clause.exceptions, (region) => smallerRegions(region).filter(saysSomething)).map((exceptions) => ({
      ...clause,
      exceptions,
    })),
    ...withoutFields(clause, ['due', 'affiliates', 'self', 'of']),
    ...smallerLists(clause.to).map((to) => ({ ...clause, to })),
    ...smallerLists(clause.by).map((by) => ({ ...clause, by })),
    ...smallerRegions(clause.region).map((region) => ({ ...clause, region })),
    ...without(clause.subjectTo).map((subjectTo) => ({ ...clause, subjectTo })),
    ...without(clause.notwithstanding).map((notwithstanding) => ({ ...clause, notwithstanding })),
    ...smallerTimes(clause.due).map((due) => ({ ...clause, due })),
  ];
}

const saysSomething = (region: RegionSpec): boolean =>
  Object.keys(region.values).length > 0 ||
  Object.keys(region.ranges ?? {}).length > 0 ||
  region.from !== undefined ||
  region.until !== undefined ||
  region.while !== undefined;

function smallerRegions(region: RegionSpec): RegionSpec[] {
  const entries = Object.entries(region.values);
  return [
    ...without(entries).map((values) => ({ ...region, values: Object.fromEntries(values) })),
    ...withoutFields(region, ['ranges', 'from', 'until', 'while']),
    ...replaced(entries, ([dimension, value]) =>
      smallerValues(value).map((one): [string, Value] => [dimension, one]),
    ).map((values) => ({ ...region, values: Object.fromEntries(values) })),
    ...smallerTimes(region.from).map((from) => ({ ...region, from })),
    ...smallerTimes(region.until).map((until) => ({ ...region, until })),
  ];
}

function smallerValues(value: Value): Value[] {
  switch (value.kind) {
    case 'all':
    case 'name':
      return [];
    case 'list':
      return value.items.length > 1 ? [...value.items] : [];
    case 'difference':
      return [value.from];
  }
}

function smallerTimes(time: Time | undefined): Time[] {
  switch (time?.kind) {
    case 'sum':
      return time.base.kind === 'start' || time.base.kind === 'end' ? [] : [time.base];
    case 'earlier':
    case 'later':
      return [...time.times];
    default:
      return [];
  }
}
