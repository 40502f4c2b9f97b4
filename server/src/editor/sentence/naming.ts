import type { Deal, Model } from '../../model/model.ts';
import { rangesOfSet } from '../../terms/cuts.ts';
import type { Interval } from '../../terms/intervals.ts';
import type { SetExpression, TermId } from '../../terms/set-expression.ts';
import type { Term } from '../../terms/vocabulary.ts';
import { termNamed } from '../term-named.ts';
import { asWords, listed } from '../words.ts';

/**
 * How a text calls the terms it speaks of: by title and name when it first does, as a contract introduces a defined
 * term, and by the name alone from then on.
 */
export interface Naming {
  readonly call: (term: TermId) => string;
  readonly nameOf: (term: TermId) => string;
  /** The ranges of numbers that a set is, in a dimension that goes by numbers. */
  readonly rangesOf: (set: SetExpression) => readonly Interval[] | undefined;
}

/** The same without titles: every term by its name alone. */
export function bareNaming(model: Model, deal: Deal | undefined): Naming {
  const naming = createNaming(model, deal);
  return { ...naming, call: naming.nameOf };
}

/** Names as they are written in a deal: its own terms, and those of what it amends, without the deal's name. */
export function createNaming(model: Model, deal: Deal | undefined): Naming {
  const introduced = new Set<TermId>();
  const nameOf = (term: TermId): string => plainName(model, model.terms[term], deal);
  return {
    nameOf,
    rangesOf: (set) => rangesOfSet(set, model.terms),
    call: (id) => {
      // Codes of countries are no names to speak by.
      if (introduced.has(id)) return model.terms[id].builtIn ? properName(model.terms[id], nameOf(id)) : nameOf(id);
      introduced.add(id);
      const { equals } = model.terms[id];
      // What a term is made of says more than its name, where nobody gave it a title.
      if (equals && titleOf(model.terms[id]) === undefined) return `${nameOf(id)} (${membersOf(equals, nameOf)})`;
      return introduce(model.terms[id], nameOf(id));
    },
  };
}

/** "DE, AT and CH" */
function membersOf(set: SetExpression, nameOf: (term: TermId) => string): string {
  switch (set.kind) {
    case 'all':
      return 'all';
    case 'term':
      return nameOf(set.term);
    case 'union':
      return listed(
        set.items.map((item) => membersOf(item, nameOf)),
        'and',
      );
    case 'except':
      return `${membersOf(set.base, nameOf)} except ${membersOf(set.minus, nameOf)}`;
  }
}

/** A term's name as it is written in a deal. */
function plainName(model: Model, term: Term, deal: Deal | undefined): string {
  const dot = term.name.lastIndexOf('.');
  if (dot < 0 || !deal) return term.name;
  const plain = term.name.slice(dot + 1);
  return termNamed(model, term.dimension, plain, deal)?.id === term.id ? plain : term.name;
}

/** Titles of these are names themselves; those of other terms describe what is meant. */
const PROPER: ReadonlySet<string> = new Set(['party', 'cloud', 'territory']);

/** `Amazon Web Services, Inc. (AWS)`, `“Medical imaging” (imaging)`, `Azure`. */
export function introduce(term: Term, name: string): string {
  const title = titleOf(term);
  if (title === undefined) return name;
  const words = PROPER.has(term.dimension) ? properName(term, name) : inQuotationMarks(title);
  return isSame(title, name) ? words : `${words} (${name})`;
}

/** A title that is itself a name, as it stands within a sentence: "the European Union". */
function properName(term: Term, name: string): string {
  const title = titleOf(term) ?? name;
  return term.builtIn && TAKES_ARTICLE.test(title) ? `the ${title}` : title.replace(/^The /, 'the ');
}

const isSame = (title: string, name: string): boolean => asWords(title).toLowerCase() === asWords(name).toLowerCase();

/** A title on one line; undefined where there is none. */
export function titleOf({ title }: { readonly title?: string }): string | undefined {
  const text = title?.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

export const inQuotationMarks = (text: string): string => `“${text}”`;

/** Countries and regions that English speaks of with the article. */
const TAKES_ARTICLE =
  /^(?:United |European |Democratic |Republic |Federated |British |French Southern|Central African|Dominican |Isle |Holy |Northern Mariana |Americas$|Caribbean$|Bahamas$|Comoros$|Gambia$|Maldives$|Netherlands$|Philippines$|Seychelles$)|Islands?$/;
