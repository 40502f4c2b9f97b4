import { datesIn } from '../../exchange/dates-in.ts';
import { durationsIn } from '../../exchange/durations-in.ts';
import { territoriesIn } from '../../exchange/territories-in.ts';
import { type Kind, presetIn, SILENT } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { SetExpression } from '../../terms/set-expression.ts';
import type { Dimension } from '../../terms/vocabulary.ts';
import { takesNumbers } from '../../terms/vocabulary.ts';
import { neededArguments } from '../completion/needed-arguments.ts';
import type { ClauseToFill } from './clause-to-fill.ts';
import { declaredTerms, termsNamed } from './declared-terms.ts';
import { openParameters } from './open-parameters.ts';
import { type OpenArgument, openValue, unknownValue } from './open-value.ts';

/**
 * The arguments that the author of a clause still has to give: those that its kind needs, and the dimensions on which it
 * would else reach everything. What stands there until then claims no more than the clause would without it, or is what the
 * passage itself names; where neither is possible, it is the name of a type, which the checker does not take for a value.
 */
export function openArguments(analysis: Analysis, clause: ClauseToFill): readonly OpenArgument[] {
  const { kind, stated } = clause;
  const needed = neededArguments(analysis.model, kind);
  const open = [
    ...openPromisor(analysis, clause),
    ...openParameters(analysis, clause, needed),
    ...(needed.includes('scope') ? openDimensions(analysis, clause) : []),
    ...openEnd(analysis, clause),
  ];
  return open.filter(({ name }) => !stated.has(name));
}

const has = ({ effects }: Kind, wanted: readonly string[]): boolean =>
  effects.some((effect) => wanted.includes(effect));

/** Either side may owe a duty or be restrained; who grants something is as a rule who promises throughout the deal. */
function openPromisor({ model }: Analysis, { kind, deal }: ClauseToFill): readonly OpenArgument[] {
  if (!has(kind, ['obliges', 'forbids', 'waives']) || deal === undefined) return [];
  const nameOf = (parties: readonly SetExpression[]): readonly string[] =>
    parties.flatMap((party) => (party.kind === 'term' ? [model.terms[party.term].name] : []));
  const [by, to] = [nameOf(deal.by), nameOf(deal.to)];
  if (by.length !== 1 || to.length !== 1) return [];
  const plain = (name: string): string => (name.startsWith(`${deal.name}.`) ? name.slice(deal.name.length + 1) : name);
  return [{ name: 'by', value: plain(by[0]), choices: [plain(to[0])] }];
}

function openDimensions(analysis: Analysis, clause: ClauseToFill): readonly OpenArgument[] {
  const { deal, kind } = clause;
  return analysis.model.regionDimensions.flatMap((dimension, index) => {
    const isSaid = presetIn(kind, index) !== undefined || (deal !== undefined && deal.values[index] !== SILENT);
    return isSaid || takesNumbers(dimension) ? [] : openDimension(analysis, clause, dimension);
  });
}

function openDimension(
  { model }: Analysis,
  { kind, deal, words }: ClauseToFill,
  { name, question }: Dimension,
): readonly OpenArgument[] {
  if (name === 'act' || name === 'with') return [];
  const declared = declaredTerms(model, name, deal);
  const places = name === 'territory' ? territoriesIn(words).map(({ text }) => text) : [];
  const mentioned = [...new Set([...termsNamed(declared, words), ...places])];
  const others = declared.map((term) => term.name);
  // Of whoever is dealt with, saying `all` is more than saying nothing.
  if (question === 'who') return mentioned.length === 0 ? [] : [unknownValue(name, name, mentioned, others)];
  const isAsked =
    name === 'scope' || others.length > 0 || (name === 'territory' && has(kind, ['permits', 'excludes', 'forbids']));
  return isAsked ? [openValue(name, name === 'territory' ? 'worldwide' : 'all', mentioned, others)] : [];
}

const UP_TO = /\b(?:un)?till?\b|直至|为止/i;

/** When a lasting promise ends, where its deal does not say it or the passage names the event. */
function openEnd({ model }: Analysis, { kind, deal, words }: ClauseToFill): readonly OpenArgument[] {
  if (!has(kind, ['permits', 'excludes', 'forbids'])) return [];
  const events = declaredTerms(model, 'event', deal);
  const mentioned = UP_TO.test(words) ? termsNamed(events, words) : [];
  if (deal?.until !== undefined && mentioned.length === 0) return [];
  const days = datesIn(words).map(({ text }) => text);
  const lengths = durationsIn(words).flatMap(({ text }) => [`start + ${text}`, `end + ${text}`]);
  const others = [...days, ...lengths, ...events.map(({ name }) => name), 'perpetual'];
  return mentioned.length === 1
    ? [openValue('until', 'end', mentioned, others)]
    : [openValue('until', 'end', [], [...mentioned, ...others])];
}
