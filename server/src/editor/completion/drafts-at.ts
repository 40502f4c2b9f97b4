import type { Analysis } from '../../portfolio/check.ts';
import type { Span } from '../../text/span.ts';
import { treeOf } from '../tree-of.ts';
import { argumentDrafts, clauseTailDrafts } from './complete-arguments.ts';
import { declarationDrafts, dimensionDrafts, relationDrafts } from './complete-declarations.ts';
import { memberDrafts } from './complete-members.ts';
import { referenceDrafts } from './complete-references.ts';
import { ignoredRuleDrafts } from './complete-rules.ts';
import { termDrafts } from './complete-terms.ts';
import { dateDrafts } from './complete-times.ts';
import { currenciesOf, expectedValue, typeOf, valueDrafts } from './complete-values.ts';
import { choice, type Draft, hole, keyword, keywords, snippet } from './completion-item.ts';
import type { Place, ValuePlace } from './place.ts';
import { placeAt } from './place-at.ts';
import type { TypingContext } from './typing-context.ts';

/** Everything that fits where something is being typed. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly place: Place;
  /** What they take the place of. */
  readonly replace: Span;
  /** What is typed of the word, up to the cursor. */
  readonly typed: string;
  /** The path in front of the word. */
  readonly qualifier: string | undefined;
}

/** What may be written at an offset; undefined in comments, quotes and texts, which are their writer's own. */
export function draftsAt(analysis: Analysis, path: string, offset: number): Drafts | undefined {
  const tree = treeOf(analysis.model, path);
  const typing = tree && placeAt(tree, offset);
  if (!tree || !typing) return undefined;
  const { place, word, qualifier, deal } = typing;
  const context: TypingContext = {
    analysis,
    path,
    offset,
    word,
    qualifier,
    typed: tree.text.slice(word.start, offset),
    deal: deal === undefined ? undefined : analysis.model.dealsByName.get(deal),
  };
  const replace = { start: word.start, end: word.end };
  return { drafts: draftsFor(context, place), place, replace, typed: context.typed, qualifier };
}

function draftsFor(context: TypingContext, place: Place): readonly Draft[] {
  const { qualifier } = context;
  switch (place.kind) {
    case 'terms':
      return termDrafts(context, place.dimension, place.others);
    case 'value':
      return valueDrafts(context, place);
    case 'reference':
      return [
        ...(qualifier === undefined ? (place.words ?? []).map((word) => keyword(word, 0)) : []),
        ...referenceDrafts(context, place),
      ];
    case 'event-or-date':
      return [...termDrafts(context, 'event', place.others), ...dateDrafts(context)];
    default:
      return qualifier === undefined ? unqualifiedDrafts(context, place) : [];
  }
}

function unqualifiedDrafts(context: TypingContext, place: Place): readonly Draft[] {
  const { model } = context.analysis;
  switch (place.kind) {
    case 'declaration':
      return declarationDrafts(context);
    case 'member':
      return memberDrafts(context, place);
    case 'reading':
      return dimensionDrafts(model, 0).filter(({ label }) => label !== 'event' && label !== 'state');
    case 'relation':
      return relationDrafts({ name: place.dimension, given: place.given });
    case 'deal-tail':
      return ['amends', 'supersedes', 'terminates'].map((word, rank) => ({
        ...keyword(word, rank, 'what it does to another deal'),
        insert: `${word} `,
      }));
    case 'clause-tail':
      return clauseTailDrafts();
    case 'argument':
      return argumentDrafts(context, place);
    case 'after-value':
      return afterValueDrafts(context, place);
    case 'unit':
      return unitDrafts(context, place);
    case 'date':
      return dateDrafts(context);
    case 'reading-name':
      return model.readings.map(({ name, title }) => ({
        label: name,
        kind: 'reading',
        rank: 0,
        ...(title === undefined ? {} : { detail: title }),
      }));
    case 'verdict':
      return keywords(['conflict', 'disputed', 'depends', 'near miss', 'clear']);
    case 'words':
      return keywords(place.words);
    case 'effect':
      return EFFECTS.map(([word, detail], rank) => keyword(word, rank, detail));
    case 'parameter':
      return [...model.dimensions.values()]
        .filter(({ question, measured }) => question !== 'when' && question !== 'party' && !measured)
        .map(({ name }) => ({
          ...snippet(name, `${name}: ${name} = ${hole(1)}`, 0, 'what the kind presets'),
          filterText: name,
        }));
    case 'type':
      return keywords([...TYPES, ...model.dimensions.keys()]);
    case 'ignored-rule':
      return ignoredRuleDrafts(context, place.hasReason);
    case 'invented':
    case 'terms':
    case 'value':
    case 'reference':
    case 'event-or-date':
      return [];
  }
}

const EFFECTS: readonly (readonly [string, string])[] = [
  ['permits', 'lets the other side do it'],
  ['excludes', 'lets nobody else do it'],
  ['forbids', 'must not do it, nor let others'],
  ['obliges', 'must do it'],
  ['preempts', 'must offer it to the other side first'],
  ['equalizes', 'must give terms as good as anyone has'],
  ['waives', 'gives up what it could object to'],
  ['records', 'states a fact'],
];
const TYPES = ['money', 'share', 'number', 'date', 'duration', 'flag', 'text', 'party', 'clause', 'event', 'time'];

function afterValueDrafts(context: TypingContext, place: Omit<ValuePlace, 'kind'>): Draft[] {
  switch (expectedValue(context.analysis.model, place)?.kind) {
    case 'terms':
      return place.afterExcept ? [] : [{ ...keyword('except', 0, 'all of it but what follows'), insert: 'except ' }];
    case 'time':
      return typeOf(context.analysis.model, place) === 'date'
        ? []
        : [
            snippet('+ 5 years', `+ ${hole(1, '5')} ${choice(2, 'years,months,days')}`, 0, 'so much later'),
            snippet('- 90 days', `- ${hole(1, '90')} ${choice(2, 'days,months,years')}`, 1, 'so much earlier'),
          ];
    default:
      return [];
  }
}

const UNITS = ['days', 'weeks', 'months', 'quarters', 'years'];

function unitDrafts(context: TypingContext, place: Place & { readonly kind: 'unit' }): Draft[] {
  const { model } = context.analysis;
  const type = typeOf(model, { ...place, inList: false, afterExcept: false, others: [] });
  if (place.isDuration || type === 'duration') return keywords(UNITS);
  if (type === 'money') return keywords(currenciesOf(model));
  return type === 'share' ? [keyword('%', 0)] : [];
}
