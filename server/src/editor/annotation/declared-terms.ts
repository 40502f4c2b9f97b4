import type { Deal, Model } from '../../model/model.ts';
import type { Term } from '../../terms/vocabulary.ts';
import { termNamed } from '../term-named.ts';

/** A term by the name it has in a deal. */
export interface NamedTerm {
  readonly name: string;
  readonly title?: string;
}

/** The terms of a dimension that somebody has declared and that a deal can name plainly: its own first. */
export function declaredTerms(model: Model, dimension: string, deal: Deal | undefined): readonly NamedTerm[] {
  const own: NamedTerm[] = [];
  const common: NamedTerm[] = [];
  model.terms.forEach((term, id) => {
    if (term.dimension !== dimension || term.builtIn) return;
    const dot = term.name.lastIndexOf('.');
    const name = term.name.slice(dot + 1);
    const isMeant = deal === undefined ? dot < 0 : termNamed(model, dimension, name, deal)?.id === id;
    if (isMeant) (dot < 0 ? common : own).push(named(term, name));
  });
  return [...own, ...common];
}

const named = ({ title }: Term, name: string): NamedTerm => (title === undefined ? { name } : { name, title });

const ARTICLE = /^(?:the|an?)\s+/i;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Those of some terms that a passage names, in its order: by their name or title, and by the longest where two overlap. */
export function termsNamed(terms: readonly NamedTerm[], passage: string): readonly string[] {
  const text = passage.replace(/\s+/g, ' ');
  const found = terms
    .flatMap(({ name, title }) => {
      const spans = [title, name, name.replaceAll('_', ' ')].flatMap((words) => spanOf(text, words ?? '') ?? []);
      spans.sort((a, b) => b.end - b.start - (a.end - a.start));
      return spans.length === 0 ? [] : [{ name, ...spans[0] }];
    })
    .sort((a, b) => a.start - b.start);
  const isWithinAnother = (one: (typeof found)[number]): boolean =>
    found.some(({ start, end }) => start <= one.start && one.end <= end && end - start > one.end - one.start);
  return found.filter((one) => !isWithinAnother(one)).map(({ name }) => name);
}

function spanOf(text: string, words: string): { readonly start: number; readonly end: number } | undefined {
  const plain = words.replace(ARTICLE, '').trim();
  if (plain === '') return undefined;
  const escaped = plain.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  // A word of a few letters may be any abbreviation.
  const flags = plain.length > 3 ? 'iu' : 'u';
  const whole = WITHOUT_SPACES.test(plain) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?:s|es)?(?![\\p{L}\\p{N}])`;
  const match = new RegExp(whole, flags).exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}
