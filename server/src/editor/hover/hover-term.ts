import type { Model } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { FIRST_DAY, parseDay } from '../../terms/calendar.ts';
import type { SetExpression, TermId } from '../../terms/set-expression.ts';
import { territoryTitle } from '../../terms/territories.ts';
import type { Term } from '../../terms/vocabulary.ts';
import { grouped } from '../../text/words.ts';
import { dayWords } from '../sentence/day-words.ts';
import { createNaming, titleOf } from '../sentence/naming.ts';
import { setWords } from '../sentence/set-words.ts';
import { asWords, counted } from '../words.ts';
import { atMost, bold, code, escapeLines, escapeMarkdown, list, paragraphs } from './markdown.ts';
import { readingChanges } from './reading-changes.ts';
import { readingsText } from './readings-text.ts';
import { apartFrom, childrenOfTerm, controlledBy, overlapsOf, runBy, setsWith, usesOf } from './term-tables.ts';

/** So many terms are listed in one relation. */
const MOST_LISTED = 12;

/** A term: what it means, where it stands among others, what readings make of it, and how much rests on it. */
export function termHover(analysis: Analysis, id: TermId): string {
  const { model } = analysis;
  const term = model.terms[id];
  const title = titleOf(term);
  const told = title === undefined || title === term.name ? '' : ` · ${escapeMarkdown(title)}`;
  return paragraphs(
    `${bold(code(term.name))} · ${escapeMarkdown(term.dimension)}${told}`,
    escapeLines(term.documentation ?? ''),
    list([...relations(model, term), ...factsOf(analysis, term)]),
    readingsText(readingLines(model, id)),
    usage(model, term),
  );
}

/** A built-in territory that no deal of the portfolio speaks of. */
export function territoryHover(name: string): string | undefined {
  const title = territoryTitle(name);
  return title === undefined ? undefined : `${bold(code(name))} · territory · ${escapeMarkdown(title)}`;
}

function relations(model: Model, term: Term): readonly string[] {
  const { id, equals } = term;
  const lines: string[] = [];
  const line = (words: string, terms: readonly TermId[]): void => {
    if (terms.length > 0) lines.push(`${words} ${named(model, terms)}`);
  };
  if (equals) {
    const members = plainMembers(equals);
    // A difference is no list of terms.
    if (members) line('exactly', members);
    else lines.push(`exactly ${escapeMarkdown(setWords(namesOnly(model), equals, 'and', 'all'))}`);
  }
  line('in', term.parents);
  line(term.closed ? 'consists of' : 'holds', childrenOfTerm(model, id));
  line('part of', setsWith(model, id));
  line('shares something with', overlapsOf(model, id));
  line('shares nothing with', apartFrom(model, id));
  if (term.open) lines.push('a described class: what belongs to it is open unless somebody has said so');
  for (const { party, from } of term.under) {
    const since = from <= FIRST_DAY ? '' : ` since ${dayWords(from)}`;
    lines.push(`controlled by ${code(model.terms[party].name)}${since}, and so its affiliate`);
  }
  line('controls', controlledBy(model, id));
  if (term.runBy !== undefined) lines.push(`run by ${code(model.terms[term.runBy].name)}`);
  line('runs', runBy(model, id));
  return lines;
}

/** The terms of a plain list; undefined of any other set. */
function plainMembers(set: SetExpression): readonly TermId[] | undefined {
  if (set.kind === 'term') return [set.term];
  if (set.kind !== 'union') return undefined;
  const members = set.items.map(plainMembers);
  return members.every((some) => some !== undefined) ? members.flat() : undefined;
}

const namesOnly = (model: Model) => ({
  ...createNaming(model, undefined),
  call: (term: TermId): string => model.terms[term].name,
});

function named(model: Model, terms: readonly TermId[]): string {
  const words = terms.map((term) => {
    const title = model.terms[term].builtIn ? titleOf(model.terms[term]) : undefined;
    const name = code(model.terms[term].name);
    return title === undefined || asWords(title) === asWords(model.terms[term].name)
      ? name
      : `${name} (${escapeMarkdown(title)})`;
  });
  return atMost(words, MOST_LISTED, (count) => `and ${grouped(count)} more`).join(', ');
}

/** What is known of the day of an event, or of whether a state holds. */
function factsOf(analysis: Analysis, term: Term): readonly string[] {
  if (term.dimension === 'state') {
    const { presumed } = term.event;
    return presumed === undefined ? [] : [presumed ? 'presumed to hold' : 'presumed not to hold'];
  }
  return term.dimension === 'event' ? eventFacts(analysis, term) : [];
}

function eventFacts({ model, options }: Analysis, { name, event }: Term): readonly string[] {
  const lines: string[] = [];
  const assume = options.assume ?? {};
  const written = Object.hasOwn(assume, name) ? assume[name] : undefined;
  const assumed = written === undefined || written === 'never' ? written : parseDay(written);
  if (assumed === 'never') lines.push('assumed here never to happen');
  else if (assumed !== undefined) lines.push(`assumed here to happen on ${dayWords(assumed)}`);
  if (event.occurred !== undefined) lines.push(`happened on ${dayWords(event.occurred)}`);
  if (event.after !== undefined) lines.push(`happens after ${dayWords(event.after)}, if at all`);
  if (event.before !== undefined) lines.push(`happens before ${dayWords(event.before)}`);
  for (const other of event.afterEvents)
    lines.push(`happens only after ${code(model.terms[other].name)}, on a later day`);
  if (event.presumed !== undefined)
    lines.push(event.presumed ? 'presumed to happen, on a day that is open' : 'presumed never to happen');
  if (assumed === undefined && event.occurred === undefined) lines.push('its day is not known');
  return lines;
}

/** What readings say of a term, whichever side of the relation it stands on. */
function readingLines(model: Model, id: TermId): readonly string[] {
  return readingChanges(model)
    .filter(({ term, other }) => term === id || other === id)
    .map(({ reading, says }) => `As ${code(reading)} reads it: ${says}.`);
}

function usage(model: Model, term: Term): string {
  const count = usesOf(model, term.id);
  if (count === 0) return 'No clause uses it.';
  return `${counted(count, 'clause uses', 'clauses use')} it, by naming it or through ${count === 1 ? 'its' : 'their'} deal.`;
}
