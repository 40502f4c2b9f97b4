import { datesIn } from '../../exchange/dates-in.ts';
import { durationsIn } from '../../exchange/durations-in.ts';
import { moneyIn } from '../../exchange/money-in.ts';
import { sharesIn } from '../../exchange/shares-in.ts';
import type { StatedValue } from '../../exchange/stated-value.ts';
import { territoriesIn } from '../../exchange/territories-in.ts';
import { folded, stringText } from '../../exchange/written-deal.ts';
import { type Kind, labelsOf, type Model, type Parameter } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { currenciesOf } from '../completion/complete-values.ts';
import type { ClauseToFill } from './clause-to-fill.ts';
import { declaredTerms, termsNamed } from './declared-terms.ts';
import { type OpenArgument, unknownValue } from './open-value.ts';

/** How much is promised is said in one of these ways. */
const MEASURES: readonly string[] = ['amount', 'quantity', 'share'];
/** In UTF-16 units: what is longer is no name of a document, nor of a court. */
const LONGEST_TEXT = 100;

/** The kind's own parameters that a clause needs and a passage does not state; `needed` in the order in which they matter. */
export function openParameters(
  analysis: Analysis,
  clause: ClauseToFill,
  needed: readonly string[],
): readonly OpenArgument[] {
  return askedParameters(analysis, clause, needed).map((parameter) => openParameter(analysis, clause, parameter));
}

function askedParameters(analysis: Analysis, clause: ClauseToFill, needed: readonly string[]): readonly Parameter[] {
  const { kind, words, stated } = clause;
  const own = needed.flatMap((name) => kind.parameters.get(name) ?? []);
  const measure = own.some(({ name }) => MEASURES.includes(name)) ? askedMeasure(kind, words, stated) : undefined;
  const others = own.filter(({ name }) => !MEASURES.includes(name));
  const telling = others.filter(({ type }) => type !== 'text');
  const isSaid = measure !== undefined || own.some(({ name }) => stated.has(name));
  const chosen = telling.length > 0 || isSaid ? telling : others;
  const candidates = measure === undefined ? chosen : [measure, ...chosen];
  const asked = candidates.filter(
    (parameter, index) => (index === 0 && !isOptional(parameter)) || isSpokenOf(analysis, clause, parameter),
  );
  return [...kind.parameters.values()].filter((parameter) => asked.includes(parameter));
}

/** Without it the clause still says what matters. */
const isOptional = ({ name, type }: Parameter): boolean => name === 'notice' || type === 'clause';

/** The one way of saying how much that fits the words; none where the passage has said it. */
function askedMeasure({ parameters }: Kind, words: string, stated: ClauseToFill['stated']): Parameter | undefined {
  const own = [...parameters.values()].filter(({ name }) => MEASURES.includes(name));
  if (own.some(({ name }) => stated.has(name))) return undefined;
  const fits = ({ type }: Parameter): boolean =>
    valuesIn(type, words).length > 0 || (type === 'number' && /\d/.test(words));
  return own.find(fits) ?? own[0];
}

/** Whether a passage has something that a further parameter may be. */
function isSpokenOf({ model }: Analysis, { kind, deal, words }: ClauseToFill, { name, type }: Parameter): boolean {
  if (type === 'clause') return model.deals.some((one) => labelsOf(one).size > 0);
  if (type === 'party') return declaredTerms(model, 'party', deal).length > 0;
  if (model.dimensions.has(type)) return termsNamed(declaredTerms(model, type, deal), words).length > 0;
  const alike = [...kind.parameters.values()].filter((one) => one.type === type);
  return valuesIn(type, words).length > alike.findIndex((one) => one.name === name);
}

function openParameter(analysis: Analysis, clause: ClauseToFill, { name, type }: Parameter): OpenArgument {
  const { model } = analysis;
  const { deal, words, stated } = clause;
  if (type === 'text') {
    const passage = folded(words);
    const isTitle = name === 'title' && passage.length <= LONGEST_TEXT;
    return { name, value: isTitle ? stringText(passage) : '"…"', choices: [] };
  }
  if (type === 'clause') {
    const labels = deal ? [...labelsOf(deal).keys()] : [];
    const others = model.deals.filter((one) => one !== deal);
    const paths = others.flatMap((one) => [...labelsOf(one).keys()].map((label) => `${one.name}.${label}`));
    return unknownValue(name, type, [], [...labels, ...paths]);
  }
  if (type === 'party') return openParty(analysis, clause, name);
  if (model.dimensions.has(type)) {
    const declared = declaredTerms(model, type, deal);
    const places = type === 'territory' ? territoriesIn(words).map(({ text }) => text) : [];
    const mentioned = [...new Set([...termsNamed(declared, words), ...places])];
    return unknownValue(
      name,
      type,
      mentioned,
      declared.map((term) => term.name),
    );
  }
  const values = [...new Set(valuesIn(type, words, dollarOf(model)).map(({ text }) => text))].filter(
    (text) => ![...stated.values()].includes(text),
  );
  // One of several values is meant, not their list.
  return values.length === 1 ? unknownValue(name, type, values) : unknownValue(name, type, [], values);
}

/** Of several parties that a kind names each is another of those that the passage mentions, in its order. */
function openParty({ model }: Analysis, { kind, deal, words }: ClauseToFill, name: string): OpenArgument {
  const declared = declaredTerms(model, 'party', deal);
  const mentioned = termsNamed(declared, words);
  const others = declared.map((party) => party.name);
  const alike = [...kind.parameters.values()].filter(({ type }) => type === 'party');
  if (alike.length < 2) return unknownValue(name, 'party', mentioned, others);
  const own = mentioned.slice(alike.findIndex((one) => one.name === name)).slice(0, 1);
  return unknownValue(name, 'party', own, [...mentioned, ...others]);
}

const DOLLARS: readonly string[] = ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD'];

/** What a bare `$` means: the dollar that the portfolio uses most. */
const dollarOf = (model: Model): string => currenciesOf(model).find((currency) => DOLLARS.includes(currency)) ?? 'USD';

/** What a passage states of a type. */
function valuesIn(type: string, words: string, dollar = 'USD'): readonly StatedValue[] {
  switch (type) {
    case 'money':
      return moneyIn(words, dollar);
    case 'share':
      return sharesIn(words);
    case 'duration':
      return durationsIn(words);
    case 'date':
    case 'time':
      return datesIn(words);
    default:
      return [];
  }
}
