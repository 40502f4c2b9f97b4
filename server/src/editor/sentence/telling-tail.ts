import { type Model, onlyRecords, type Reference } from '../../model/model.ts';
import { dimensionIndex } from '../../model/undertakings.ts';
import type { TermId } from '../../terms/set-expression.ts';
import { termsNamedIn } from '../../terms/set-expression.ts';
import { asWords, listed } from '../words.ts';
import { periodWords } from './day-words.ts';
import { parameterWords, referenceWords } from './parameter-words.ts';
import { setWords } from './set-words.ts';
import { blank, isExploitation, type Telling } from './telling.ts';
import { unnamedDimensions } from './telling-region.ts';

/** What yields to what: "subject to vista.europe and notwithstanding rex.all". Empty where nothing does. */
export function precedenceWords(telling: Telling): string {
  const { clause, model } = telling;
  const named = (references: readonly Reference[]): string =>
    listed(
      references.map(({ path }) => referenceWords(model, clause, path)),
      'and',
    );
  const parts: string[] = [];
  if (clause.subjectTo.length > 0) parts.push(`subject to ${named(clause.subjectTo)}`);
  if (clause.notwithstanding.length > 0) parts.push(`notwithstanding ${named(clause.notwithstanding)}`);
  return parts.join(', and ');
}

/** What follows behind the sentence proper, part by part: parameters, affiliates, renewal, and what is not said. */
export const tailsOf = (telling: Telling): readonly string[] =>
  [parameterTail(telling), affiliatesTail(telling), renewalTail(telling), silenceTail(telling)].filter(
    (tail) => tail !== '',
  );

/** Parameters that the sentence has not spoken of: "fee: 12,000 EUR". */
function parameterTail({ model, naming, clause, told, unread }: Telling): string {
  const parts: string[] = [];
  for (const name of clause.kind.parameters.keys()) {
    if (told.has(name)) continue;
    if (name === 'of' && clause.of) parts.push(`of ${referenceWords(model, clause, clause.of.path)}`);
    else if (unread.has(name) && !model.dimensions.has(name) && !SPOKEN_ELSEWHERE.has(name))
      parts.push(blank(`${asWords(name)} not readable`));
    else {
      const words = parameterWords(model, naming, clause, name);
      if (words !== undefined && words !== '') parts.push(`${asWords(name)}: ${words}`);
    }
  }
  return parts.join('; ');
}

const SPOKEN_ELSEWHERE: ReadonlySet<string> = new Set(['due', 'self', 'of']);

function affiliatesTail(telling: Telling): string {
  const { clause, naming, unread } = telling;
  if (onlyRecords(clause.kind)) return '';
  if (unread.has('affiliates')) return blank('affiliates not readable');
  const { affiliates } = clause;
  if (affiliates === 'yes') return 'the affiliates of whoever the clause names are included';
  if (affiliates === 'no') return 'the affiliates of whoever the clause names are not included';
  if (affiliates !== 'silent') {
    const { only } = affiliates;
    if (only.kind === 'except' && only.base.kind === 'all')
      return `the affiliates of whoever the clause names are included, except ${setWords(naming, only.minus, 'and', 'all')}`;
    return `of the affiliates of whoever the clause names, only ${setWords(naming, only, 'and', 'all')} are included`;
  }
  return '';
}

/** "does not say whether affiliates of Amazon are included": where that can matter. */
function unsaidAffiliates(telling: Telling): string {
  if (telling.clause.affiliates !== 'silent' || telling.unread.has('affiliates')) return '';
  const controlling = [...new Set(partiesNamed(telling))].filter((party) => hasAffiliates(telling.model, party));
  return controlling.length === 0
    ? ''
    : `does not say whether affiliates of ${listed(controlling.map(telling.naming.call), 'and')} are included`;
}

/** Parties that a clause names: as bound, as owed to, as dealt with. */
function partiesNamed({ clause, model }: Telling): readonly TermId[] {
  const withIndex = dimensionIndex(model, 'with');
  const dealtWith = [clause.values, ...clause.exceptions.map(({ values }) => values)]
    .map((values) => values[withIndex])
    .filter((value) => value > 0)
    .map((value) => model.values[withIndex][value]);
  return [...clause.by, ...clause.to, ...dealtWith].flatMap(termsNamedIn);
}

const controllers = new WeakMap<Model, ReadonlySet<TermId>>();

function hasAffiliates(model: Model, party: TermId): boolean {
  let known = controllers.get(model);
  if (!known) {
    known = new Set(model.terms.flatMap(({ under }) => under.map((one) => one.party)));
    controllers.set(model, known);
  }
  return known.has(party);
}

/** A clause that ends with its deal may go on with it. */
function renewalTail({ clause }: Telling): string {
  const { renews } = clause.deal;
  if (!renews || clause.until || clause.due || onlyRecords(clause.kind)) return '';
  return `the deal may be renewed, ${periodWords(renews)} at a time, and the clause with it`;
}

/** What a clause leaves open, and every use is then covered: "the clause names no territory, and states no end". */
function silenceTail(telling: Telling): string {
  const { clause, unread } = telling;
  if (onlyRecords(clause.kind)) return '';
  const unnamed = isExploitation(telling) ? unnamedDimensions(telling) : [];
  const hasNoStart = !clause.from && !clause.deal.from && !unread.has('from');
  const hasNoEnd = !clause.until && !clause.due && !clause.deal.until && !unread.has('until');
  const days = [hasNoStart ? 'start' : '', hasNoEnd ? 'end' : ''].filter((part) => part !== '');
  const parts = [
    unnamed.length > 0 ? `names no ${listed(unnamed, 'or')}` : '',
    days.length > 0 ? `states no ${listed(days, 'and no')}` : '',
    unsaidAffiliates(telling),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `the clause ${listed(parts, 'and')}`;
}
