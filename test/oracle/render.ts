/** Writes a scenario as the `.deal` files it stands for. */
import type { Period } from './calendar.ts';
import type {
  Affiliates,
  ClauseSpec,
  DealSpec,
  EventSpec,
  Range,
  RegionSpec,
  Scenario,
  TermSpec,
  Time,
  Value,
} from './scenario.ts';

export interface RenderedFile {
  readonly path: string;
  readonly text: string;
}

/** One file for the terms, one for each deal. */
export function render(scenario: Scenario): RenderedFile[] {
  return [
    { path: 'terms.deal', text: renderTerms(scenario) },
    ...scenario.deals.map((deal) => ({ path: `${deal.name}.deal`, text: renderDeal(deal) })),
  ];
}

/** All files as one text, for people. */
export const renderForPeople = (scenario: Scenario): string =>
  [`// asOf ${scenario.asOf}`, ...render(scenario).map(({ path, text }) => `// ${path}\n${text}`)].join('\n');

function renderTerms(scenario: Scenario): string {
  const lines = scenario.dimensions.map(
    ({ name, question, number }) => `dimension ${name} ${question}${number ? ' number' : ''}`,
  );
  lines.push(...scenario.terms.map(renderTerm), ...scenario.events.map(renderEvent));
  lines.push(...scenario.states.map(({ name, presumedNo }) => `state ${name}${presumedNo ? ' presumed no' : ''}`));
  for (const { name, relations } of scenario.readings) {
    const inside = relations.map(({ dimension, term, relation, other }) => {
      const word = relation === 'distinct' ? 'distinct from' : relation;
      return `  ${dimension} ${term} ${word} ${other}\n`;
    });
    lines.push(`reading ${name} {\n${inside.join('')}}`);
  }
  return `${lines.join('\n')}\n`;
}

const names = (list: readonly string[]): string => (list.length === 1 ? list[0] : `[${list.join(', ')}]`);

function renderTerm(term: TermSpec): string {
  const parts = [term.dimension, term.name];
  if (term.parents.length > 0) parts.push('in', names(term.parents));
  if (term.overlaps.length > 0) parts.push('overlaps', names(term.overlaps));
  if (term.distinct.length > 0) parts.push('distinct from', names(term.distinct));
  if (term.equals) parts.push('=', `[${term.equals.join(', ')}]`);
  if (term.open) parts.push('open');
  if (term.under) parts.push('under', term.under.party, ...(term.under.from ? ['from', term.under.from] : []));
  return parts.join(' ');
}

function renderEvent(event: EventSpec): string {
  const parts = ['event', event.name];
  if (event.occurred) parts.push('occurred', event.occurred);
  for (const after of [event.afterDate, event.afterEvent]) if (after) parts.push('after', after);
  for (const before of [event.beforeDate, event.beforeEvent]) if (before) parts.push('before', before);
  if (event.presumed) parts.push('presumed', event.presumed);
  return parts.join(' ');
}

export const renderPeriod = ({ count, unit }: Period): string =>
  Math.abs(count) === 1 ? `1 ${unit.slice(0, -1)}` : `${Math.abs(count)} ${unit}`;

export function renderTime(time: Time): string {
  switch (time.kind) {
    case 'date':
      return time.date;
    case 'event':
      return time.event;
    case 'start':
      return 'start';
    case 'end':
      return time.deal ? `${time.deal}.end` : 'end';
    case 'sum':
      return `${renderTime(time.base)} ${time.period.count < 0 ? '-' : '+'} ${renderPeriod(time.period)}`;
    case 'earlier':
    case 'later':
      return `${time.kind} of [${time.times.map(renderTime).join(', ')}]`;
    case 'perpetual':
      return 'perpetual';
  }
}

export function renderValue(value: Value): string {
  switch (value.kind) {
    case 'all':
      return 'all';
    case 'name':
      return value.name;
    case 'list':
      return `[${value.items.map(renderValue).join(', ')}]`;
    case 'difference':
      return `${renderValue(value.from)} except ${renderValue(value.except)}`;
  }
}

/** A range as an argument: `screen = 5..10`, `screen < 10`. Mixed open and closed bounds cannot be written. */
function renderRange(dimension: string, { low, lowIncluded, high, highIncluded }: Range): string {
  if (low !== undefined && high !== undefined) return `${dimension} = ${low}..${high}`;
  if (high !== undefined) return highIncluded ? `${dimension} = ..${high}` : `${dimension} < ${high}`;
  return lowIncluded ? `${dimension} >= ${low}` : `${dimension} > ${low}`;
}

const renderAffiliates = (affiliates: Affiliates): string =>
  `affiliates = ${typeof affiliates === 'string' ? affiliates : `all except ${affiliates.allExcept}`}`;

function regionArguments(region: RegionSpec): string[] {
  const parts = Object.entries(region.values).map(([dimension, value]) => `${dimension} = ${renderValue(value)}`);
  for (const [dimension, range] of Object.entries(region.ranges ?? {})) parts.push(renderRange(dimension, range));
  if (region.from) parts.push(`from = ${renderTime(region.from)}`);
  if (region.until) parts.push(`until = ${renderTime(region.until)}`);
  if (region.while) parts.push(`while = ${region.while}`);
  return parts;
}

function renderClause(clause: ClauseSpec): string {
  const parts: string[] = [];
  if (clause.by) parts.push(`by = ${names(clause.by)}`);
  if (clause.to) parts.push(`to = ${names(clause.to)}`);
  parts.push(...regionArguments(clause.region));
  if (clause.due) parts.push(`due = ${renderTime(clause.due)}`);
  if (clause.self) parts.push(`self = ${clause.self}`);
  if (clause.affiliates) parts.push(renderAffiliates(clause.affiliates));
  if (clause.of) parts.push(`of = ${clause.of}`);
  let text = `  ${clause.label}: ${clause.kind}(${parts.join(', ')})`;
  const [inline, ...nested] = clause.exceptions.map((region) => `(${regionArguments(region).join(', ')})`);
  if (inline) text += ` except ${inline}`;
  if (clause.subjectTo.length > 0) text += ` subject to ${names(clause.subjectTo)}`;
  if (clause.notwithstanding.length > 0) text += ` notwithstanding ${names(clause.notwithstanding)}`;
  if (nested.length > 0) text += ` {\n${nested.map((part) => `    except ${part}\n`).join('')}  }`;
  return text;
}

function renderDeal(deal: DealSpec): string {
  const parts = [`by = ${names(deal.by)}`];
  if (deal.to) parts.push(`to = ${names(deal.to)}`);
  if (deal.from) parts.push(`from = ${renderTime(deal.from)}`);
  if (deal.until) parts.push(`until = ${renderTime(deal.until)}`);
  if (deal.renews) parts.push(`renews = ${renderPeriod(deal.renews)}`);
  for (const [dimension, value] of Object.entries(deal.values)) parts.push(`${dimension} = ${renderValue(value)}`);
  if (deal.affiliates) parts.push(renderAffiliates(deal.affiliates));
  return `deal ${deal.name} (${parts.join(', ')}) {\n${deal.clauses.map(renderClause).join('\n')}\n}\n`;
}
