import type { ValueId } from '../../model/model.ts';
import { SILENT, UNRESTRICTED } from '../../model/model.ts';
import { dimensionIndex } from '../../model/undertakings.ts';
import { type Interval, rangeWords } from '../../terms/intervals.ts';
import { ALL, type SetExpression } from '../../terms/set-expression.ts';
import type { Dimension } from '../../terms/vocabulary.ts';
import { asWords, withArticle } from '../words.ts';
import { type ActStyle, actWords } from './act-words.ts';
import { inQuotationMarks, titleOf } from './naming.ts';
import { setWords } from './set-words.ts';
import { blank, saidOf, type Telling } from './telling.ts';
import { writtenValue } from './written-value.ts';

/** Of a permission or a consent all that is listed is meant, of whatever binds any of it. */
const conjunctionOf = ({ effects }: Telling): string =>
  effects.every((effect) => effect === 'waives' || effect === 'records') || effects.includes('permits') ? 'and' : 'or';

export const styleOf = (telling: Telling): ActStyle => ({
  model: telling.model,
  naming: telling.naming,
  conjunction: conjunctionOf(telling),
  isDuty: telling.effects.includes('obliges'),
});

/** What something is done to: "“The film” (film)", "[scope not named]". */
export const object = (telling: Telling): string => scopeWords(telling) ?? blank('scope not named');

/** What a clause is about; undefined where it does not say. */
export function scopeWords(telling: Telling): string | undefined {
  const scope = saidOf(telling, 'scope');
  if (scope === 'nothing') return undefined;
  return scope === 'unreadable'
    ? blank('scope not readable')
    : setWords(telling.naming, scope, conjunctionOf(telling), 'anything');
}

/** What is done to what: "host “Access to the models” (model_service)". An act that is not given is any exploitation. */
export function deed(telling: Telling): string {
  const act = saidOf(telling, 'act');
  if (act === 'unreadable') return `${blank('act not readable')} ${object(telling)}`;
  if (act !== 'nothing') return actWords(styleOf(telling), act, object(telling));
  const exploit = telling.model.lookup('act', 'exploit');
  const presumed: SetExpression = exploit === undefined ? ALL : { kind: 'term', term: exploit };
  return actWords(styleOf(telling), presumed, object(telling));
}

interface SettingOptions {
  /** Dimensions that are spoken of elsewhere. */
  readonly without?: readonly string[];
  /** Only what stands in the clause itself. */
  readonly onlyWritten?: boolean;
  /** How the party dealt with is spoken of: "in dealings with". */
  readonly with?: string;
}

/** Everything of who, what and where but the act and its object: " on Azure for vehicles in France (FR)". */
export function setting(telling: Telling, options: SettingOptions = {}): string {
  const { model, clause, unread } = telling;
  const { tree } = clause.deal;
  const parts: string[] = [];
  for (const dimension of inOrderOfSpeech(model.regionDimensions)) {
    const { name } = dimension;
    if (name === 'act' || name === 'scope' || options.without?.includes(name)) continue;
    if (options.onlyWritten && writtenValue(tree, clause.node, name) < 0) continue;
    if (unread.has(name)) {
      parts.push(` ${blank(`${name} not readable`)}`);
      continue;
    }
    const index = dimensionIndex(model, name);
    const words = dimension.measured
      ? measureWords(dimension, clause.measures?.get(index))
      : placeWords(telling, dimension, index, clause.values[index] ?? SILENT, options.with);
    parts.push(words);
  }
  return parts.join('');
}

const SPOKEN: readonly string[] = ['cloud', 'with', 'field', 'channel', 'territory'];

/** Who and what before where, then a portfolio's own dimensions, and measures last. */
export function inOrderOfSpeech(dimensions: readonly Dimension[]): readonly Dimension[] {
  const rank = ({ name, question, measured }: Dimension): number =>
    measured ? 100 : SPOKEN.includes(name) ? SPOKEN.indexOf(name) : 10 + ['who', 'what', 'where'].indexOf(question);
  return [...dimensions].sort((a, b) => rank(a) - rank(b));
}

/** What one value of a dimension says of who, what or where. */
export function placeWords(
  telling: Telling,
  dimension: Dimension,
  index: number,
  value: ValueId,
  dealingWith = 'in dealings with',
): string {
  if (value === SILENT) return '';
  const { model, naming } = telling;
  const expression = value === UNRESTRICTED ? ALL : model.values[index][value];
  const isWho = dimension.question === 'who';
  const conjunction = isWho ? 'or' : conjunctionOf(telling);
  const words = (all: string): string => setWords(naming, expression, conjunction, all);
  switch (dimension.name) {
    case 'with':
      return ` ${dealingWith} ${words('anybody')}`;
    case 'cloud':
      return ` on ${words('any cloud')}`;
    case 'field':
      return ` for ${words('any field')}`;
    case 'channel':
      return ` through ${words('any channel')}`;
    case 'territory':
      return startsWithAll(expression) ? `, ${words('worldwide')}` : ` in ${words('worldwide')}`;
    default:
      return `, ${asWords(dimension.name)} ${words('any')}`;
  }
}

function startsWithAll(expression: SetExpression): boolean {
  return expression.kind === 'all' || (expression.kind === 'except' && startsWithAll(expression.base));
}

export function measureWords(dimension: Dimension, intervals: readonly Interval[] | undefined): string {
  if (!intervals) return '';
  const title = titleOf(dimension);
  const words = withArticle(asWords(dimension.name));
  return `, with ${words}${title === undefined ? '' : ` (${inQuotationMarks(title)})`} of ${rangeWords(intervals)}`;
}

/** Dimensions that the portfolio uses and a clause says nothing of, so that every value of them is covered. */
export function unnamedDimensions(telling: Telling): readonly string[] {
  const { model } = telling;
  return model.regionDimensions
    .filter(({ name, measured }, index) => {
      if (measured || name === 'act' || name === 'with' || name === 'scope') return false;
      return (name === 'territory' || model.values[index].length > 1) && saidOf(telling, name) === 'nothing';
    })
    .map(({ name }) => asWords(name));
}
