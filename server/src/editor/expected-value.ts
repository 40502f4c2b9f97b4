import type { Kind, Model } from '../model/model.ts';
import { takesNumbers, termDimension } from '../terms/vocabulary.ts';
import type { PortfolioSymbol } from './portfolio-symbol.ts';

/** What the names in a value can be. */
export type ExpectedValue =
  /** Terms of a dimension, and words of the language beside them. */
  | { readonly kind: 'terms'; readonly dimension: string; readonly words: readonly string[] }
  /** Dates and events. */
  | { readonly kind: 'time' }
  /** Clauses and deals. */
  | { readonly kind: 'clauses' }
  /** Deals only. */
  | { readonly kind: 'deals' }
  /** Words of the language only. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** No name of the portfolio's. */
  | { readonly kind: 'text' };

/** Where arguments stand. */
export type ArgumentPlace = 'header' | 'clause' | 'exception';

export interface ArgumentMeaning {
  /** What the argument's name means; absent for those that the language brings. */
  readonly symbol?: PortfolioSymbol;
  readonly expected: ExpectedValue;
}

export const TEXT: ExpectedValue = { kind: 'text' };
const TIME: ExpectedValue = { kind: 'time' };
export const CLAUSES: ExpectedValue = { kind: 'clauses' };
export const DEALS: ExpectedValue = { kind: 'deals' };
const FLAG: ExpectedValue = { kind: 'words', words: ['yes', 'no'] };
const NUMBERS: ExpectedValue = { kind: 'words', words: ['all'] };

const expectedTerms = new Map<string, ExpectedValue>();

/** The terms of a dimension; `with` takes parties. */
export function termsOf(dimension: string): ExpectedValue {
  const word = termDimension(dimension);
  let expected = expectedTerms.get(word);
  if (!expected) {
    expected = { kind: 'terms', dimension: word, words: word === 'territory' ? ['all', 'worldwide'] : ['all'] };
    expectedTerms.set(word, expected);
  }
  return expected;
}

const COMMON: ReadonlyMap<string, ExpectedValue> = new Map<string, ExpectedValue>([
  ['by', termsOf('party')],
  ['to', termsOf('party')],
  ['from', TIME],
  ['until', TIME],
  ['while', termsOf('state')],
  ['affiliates', { kind: 'terms', dimension: 'party', words: ['yes', 'no', 'all'] }],
]);
const OF_EXCEPTIONS = ['from', 'until', 'while'];
const HEADER_ONLY: ReadonlyMap<string, ExpectedValue> = new Map<string, ExpectedValue>([
  ['signed', TEXT],
  ['status', { kind: 'words', words: ['draft', 'signed'] }],
  ['source', TEXT],
  ['law', TEXT],
  ['renews', TEXT],
]);

/** Whether a name is that of a dimension whose values clauses give, as `scope` is and `party` is not. */
export function isRegionDimension(model: Model, name: string): boolean {
  const question = model.dimensions.get(name)?.question;
  return question !== undefined && question !== 'when' && question !== 'party';
}

/** Whether a name is that of a dimension whose values are ranges of numbers. */
export function goesByNumbers(model: Model, name: string): boolean {
  const dimension = model.dimensions.get(name);
  return dimension !== undefined && takesNumbers(dimension);
}

/** What an argument's name and value mean where it stands; undefined where there is no such argument. */
export function meaningOfArgument(
  model: Model,
  place: ArgumentPlace,
  kind: Kind | undefined,
  name: string,
): ArgumentMeaning | undefined {
  if (isRegionDimension(model, name)) {
    return { symbol: { kind: 'dimension', name }, expected: goesByNumbers(model, name) ? NUMBERS : termsOf(name) };
  }
  const ofHeader = place === 'header' ? HEADER_ONLY.get(name) : undefined;
  if (ofHeader) return { expected: ofHeader };
  const common = place !== 'exception' || OF_EXCEPTIONS.includes(name) ? COMMON.get(name) : undefined;
  if (common) return { expected: common };
  const parameter = place === 'clause' ? kind?.parameters.get(name) : undefined;
  if (!kind || !parameter) return undefined;
  const symbol = { kind: 'parameter', of: kind.name, name } as const;
  return { symbol, expected: valueOfParameter(model, name, parameter.type) };
}

/** What the value of a kind's parameter can be. */
export function valueOfParameter(model: Model, name: string, type: string): ExpectedValue {
  if (name === 'self') return FLAG;
  if (name === 'due') return TIME;
  if (name === 'of') return CLAUSES;
  switch (type) {
    case 'flag':
      return FLAG;
    case 'time':
    case 'date':
      return TIME;
    case 'clause':
      return CLAUSES;
    case 'money':
    case 'share':
    case 'number':
    case 'duration':
    case 'text':
      return TEXT;
    default: {
      const dimension = model.dimensions.get(type);
      return dimension && !takesNumbers(dimension) ? termsOf(type) : TEXT;
    }
  }
}

/** Names of arguments that the language brings: no dimension or parameter may mean anything else by them. */
export const LANGUAGE_ARGUMENTS: ReadonlySet<string> = new Set([...COMMON.keys(), ...HEADER_ONLY.keys()]);
