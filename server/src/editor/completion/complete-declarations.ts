import type { Model } from '../../model/model.ts';
import { choice, type Draft, hole, keyword, snippet } from './completion-item.ts';
import type { TypingContext } from './typing-context.ts';

/** Everything that a line of a file can start with. */
export function declarationDrafts({ analysis }: TypingContext): Draft[] {
  const { model, options } = analysis;
  const header = `by = ${hole(3, 'party')}, to = ${hole(4, 'party')}, from = ${hole(5, options.asOf)}`;
  return [
    snippet(
      'deal',
      `deal ${hole(1, 'name')} "${hole(2, 'title')}" (${header}) {\n  $0\n}`,
      0,
      'who promised what to whom',
    ),
    snippet(
      'deal … amends',
      `deal ${hole(1, 'name')} "${hole(2, 'title')}" (from = ${hole(3, options.asOf)}) amends ${hole(4, 'deal')} {\n  $0\n}`,
      2,
      'an amendment: its clauses join another deal',
    ),
    ...dimensionDrafts(model, 1),
    snippet(
      'reading',
      `reading ${hole(1, 'name')} "${hole(2, 'what it holds')}" {\n  $0\n}`,
      2,
      'how one side understands the terms',
    ),
    snippet(
      'expect',
      `expect ${choice(1, 'conflict,disputed,depends,near miss,clear')} between ${hole(2, 'clause')} and ${hole(3, 'clause')}`,
      2,
      'a verdict that the check must find',
    ),
    snippet(
      'kind',
      `kind ${hole(1, 'name')} ${choice(2, 'permits,excludes,forbids,obliges,preempts,equalizes,waives,records')} (${hole(3)})`,
      3,
      'a kind of clause',
    ),
    snippet(
      'dimension',
      `dimension ${hole(1, 'name')} ${choice(2, 'who,what,where')} "${hole(3, 'title')}"`,
      3,
      'a dimension of terms or numbers',
    ),
  ];
}

/** Dimensions whose terms can be declared. */
export function dimensionDrafts(model: Model, rank: number): Draft[] {
  return [...model.dimensions.values()]
    .filter(({ name, measured }) => !measured && name !== 'with')
    .map(({ name, title, documentation }) => ({
      label: name,
      kind: 'dimension',
      insert: `${name} `,
      rank,
      ...(title === undefined ? {} : { detail: title }),
      ...(documentation ? { documentation } : {}),
    }));
}

const OF_SETS: readonly Draft[] = [
  { ...keyword('in', 0, 'everything of it belongs to another term'), insert: 'in ' },
  { ...keyword('distinct from', 1, 'it shares nothing with another term'), insert: 'distinct from ' },
  { ...keyword('overlaps', 2, 'it shares something with another term'), insert: 'overlaps ' },
  snippet('= […]', `= [${hole(1)}]`, 3, 'exactly these terms'),
  keyword('open', 4, 'a described class: what belongs to it is a question'),
];
const OF_EVENTS: readonly Draft[] = [
  { ...keyword('occurred', 0, 'the day it happened'), insert: 'occurred ' },
  { ...keyword('after', 1, 'it happens later than a day or an event'), insert: 'after ' },
  { ...keyword('before', 2, 'it happens by then'), insert: 'before ' },
];
const PRESUMED: readonly Draft[] = [
  keyword('presumed no', 5, 'verdicts take it that it does not happen'),
  keyword('presumed yes', 6, 'verdicts take it that it does happen'),
];

/** Relations that fit a dimension and are not said yet. */
export function relationDrafts({ name, given }: { readonly name: string; readonly given: readonly string[] }): Draft[] {
  const said = (label: string): boolean => given.includes(label.split(' ')[0]);
  return relationsOf(name).filter(({ label }) => !said(label));
}

function relationsOf(dimension: string): readonly Draft[] {
  switch (dimension) {
    case 'event':
      return [...OF_EVENTS, ...PRESUMED];
    case 'state':
      return PRESUMED;
    case 'party':
      return [{ ...keyword('under', 0, 'it is controlled by another party'), insert: 'under ' }, ...OF_SETS];
    case 'cloud':
      return [{ ...keyword('by', 0, 'who runs it'), insert: 'by ' }, ...OF_SETS];
    default:
      return OF_SETS;
  }
}
