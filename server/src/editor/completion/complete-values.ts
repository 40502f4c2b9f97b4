import type { Model } from '../../model/model.ts';
import { type ExpectedValue, goesByNumbers, meaningOfArgument, valueOfParameter } from '../expected-value.ts';
import { referenceDrafts } from './complete-references.ts';
import { allDrafts, partiesFirst, termDrafts } from './complete-terms.ts';
import { dateDrafts, timeDrafts } from './complete-times.ts';
import { type Draft, hole, keyword, value } from './completion-item.ts';
import type { ValuePlace } from './place.ts';
import type { TypingContext } from './typing-context.ts';

type Value = Omit<ValuePlace, 'kind'>;

/** What the value of an argument can be; undefined where the argument means nothing. */
export function expectedValue(model: Model, { owner, clauseKind, name, type }: Value): ExpectedValue | undefined {
  if (type !== undefined) return valueOfParameter(model, name, type);
  const kind = clauseKind === undefined ? undefined : model.kinds.get(clauseKind);
  return meaningOfArgument(model, owner, kind, name)?.expected;
}

/** The type of an argument as its kind declares it, where it is no set of terms. */
export function typeOf(model: Model, { owner, clauseKind, name, type }: Value): string | undefined {
  if (type !== undefined) return type;
  if (goesByNumbers(model, name)) return 'range';
  if (owner === 'header') return HEADER_TYPES.get(name);
  return clauseKind === undefined ? undefined : model.kinds.get(clauseKind)?.parameters.get(name)?.type;
}

const HEADER_TYPES: ReadonlyMap<string, string> = new Map([
  ['signed', 'date'],
  ['source', 'path'],
  ['law', 'text'],
  ['renews', 'duration'],
]);

/** Values that fit an argument. */
export function valueDrafts(context: TypingContext, place: Value): Draft[] {
  const { model } = context.analysis;
  const expected = expectedValue(model, place);
  switch (expected?.kind) {
    case 'terms':
      return setDrafts(context, place, expected);
    case 'time':
      return typeOf(model, place) === 'date' ? dateDrafts(context) : timeDrafts(context, place);
    case 'clauses':
      return referenceDrafts(context, { takes: 'both', others: place.others });
    case 'deals':
      return referenceDrafts(context, { takes: 'deals', others: place.others });
    case 'words':
      return [
        ...expected.words.filter(() => context.qualifier === undefined).map((word) => keyword(word, 0)),
        ...plainDrafts(context, typeOf(model, place)),
      ];
    case 'text':
      return plainDrafts(context, typeOf(model, place));
    case undefined:
      return [];
  }
}

function setDrafts(
  context: TypingContext,
  place: Value,
  expected: ExpectedValue & { readonly kind: 'terms' },
): Draft[] {
  const { analysis, deal, qualifier } = context;
  const { dimension, words } = expected;
  const terms = termDrafts(context, dimension, place.others);
  const drafts = dimension === 'party' ? partiesFirst(analysis.model, deal, terms) : terms;
  if (qualifier !== undefined || place.inList || place.afterExcept) return drafts;
  const flags = words.filter((word) => word === 'yes' || word === 'no').map((word) => keyword(word, 0));
  const isPromise = place.name === 'by' || place.name === 'to';
  return [...flags, ...drafts, ...(isPromise || !words.includes('all') ? [] : allDrafts(dimension))];
}

/** Values that are no names: money, shares, lengths of time, texts. */
function plainDrafts(context: TypingContext, type: string | undefined): Draft[] {
  if (context.qualifier !== undefined) return [];
  switch (type) {
    case 'money':
      return currenciesOf(context.analysis.model).flatMap((currency, index) => [
        value(`1M ${currency}`, `${hole(1, '1')}M ${currency}`, index, 'millions'),
        value(`1B ${currency}`, `${hole(1, '1')}B ${currency}`, index, 'billions'),
        value(`1K ${currency}`, `${hole(1, '1')}K ${currency}`, index, 'thousands'),
        value(`1 ${currency}`, `${hole(1, '1')} ${currency}`, index, 'an amount of money'),
      ]);
    case 'share':
      return [value('50%', `${hole(1, '50')}%`, 0, 'a share')];
    case 'number':
      return [value('100', hole(1, '100'), 0, 'a number')];
    case 'duration':
      return ['days', 'months', 'years'].map((unit, index) =>
        value(`${COUNTS[index]} ${unit}`, `${hole(1, COUNTS[index])} ${unit}`, index, 'a length of time'),
      );
    case 'date':
      return dateDrafts(context);
    case 'range':
      return [
        value('10..12', `${hole(1, '10')}..${hole(2, '12')}`, 0, 'from the one to the other, both included'),
        value('..10', `..${hole(1, '10')}`, 1, 'up to and with'),
        value('10..', `${hole(1, '10')}..`, 2, 'from and with'),
      ];
    case 'path':
      return [value('"texts/…"', `"${hole(1, 'texts/contract.md')}"`, 0, 'where the contract is, beside this file')];
    case 'text':
      return [value('"…"', `"${hole(1, 'text')}"`, 0, 'a text')];
    default:
      return [];
  }
}

const COUNTS = ['90', '18', '5'];
const MOST_LOOKED_AT = 2000;

/** The currencies that the portfolio uses, the most used first; dollars where it uses none. */
export function currenciesOf(model: Model): readonly string[] {
  const counts = new Map<string, number>();
  for (const { parameters } of model.clauses.slice(0, MOST_LOOKED_AT)) {
    for (const [, value] of parameters) {
      if (value.type === 'money') counts.set(value.money.currency, (counts.get(value.money.currency) ?? 0) + 1);
    }
  }
  const used = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([currency]) => currency);
  return used.length > 0 ? used : ['USD'];
}
