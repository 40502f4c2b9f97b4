import type { Deal, Model } from '../../model/model.ts';
import { allCountries, territoryAliases, territoryNames, territoryTitle } from '../../terms/territories.ts';
import type { Term } from '../../terms/vocabulary.ts';
import { termNamed } from '../term-named.ts';
import { type Draft, hole, snippet } from './completion-item.ts';
import type { TypingContext } from './typing-context.ts';

/** Terms of a dimension by the names they have here: the deal's own first, other deals' own last. */
export function termDrafts(context: TypingContext, dimension: string, others: readonly string[]): Draft[] {
  const { model } = context.analysis;
  const taken = new Set(others);
  const declared = model.terms.flatMap((term) => {
    if (term.dimension !== dimension || term.builtIn) return [];
    const draft = draftOf(context, term);
    return draft && !taken.has(draft.label) ? [draft] : [];
  });
  if (dimension !== 'territory' || context.qualifier !== undefined) return declared;
  const known = new Set([...declared.map(({ label }) => label), ...taken]);
  return [...declared, ...builtInTerritories(context).filter(({ label }) => !known.has(label))];
}

function draftOf(context: TypingContext, term: Term): Draft | undefined {
  const { qualifier, deal, analysis } = context;
  const dot = term.name.lastIndexOf('.');
  const plain = term.name.slice(dot + 1);
  if (qualifier !== undefined) {
    return dot >= 0 && term.name.slice(0, dot) === qualifier ? written(analysis.model, term, plain, 0) : undefined;
  }
  if (dot < 0) {
    // A term of the deal hides the portfolio's of the same name.
    const isHidden = deal !== undefined && termNamed(analysis.model, term.dimension, plain, deal)?.id !== term.id;
    return isHidden ? undefined : written(analysis.model, term, plain, 1);
  }
  const isOwn = deal !== undefined && termNamed(analysis.model, term.dimension, plain, deal)?.id === term.id;
  return isOwn ? written(analysis.model, term, plain, 0) : written(analysis.model, term, term.name, 4);
}

const written = (model: Model, term: Term, label: string, rank: number): Draft => ({
  label,
  kind: term.dimension === 'event' ? 'event' : 'term',
  rank,
  detail: term.title ?? term.dimension,
  ...(term.title ? { filterText: `${label} ${term.title}` } : {}),
  documentation: () => documentationOf(model, term),
});

/** What is said of a term, and what it belongs to. */
function documentationOf(model: Model, term: Term): string | undefined {
  const parents = term.parents.map((id) => `\`${model.terms[id].name}\``);
  const parts = [term.documentation, parents.length > 0 ? `in ${parents.join(', ')}` : undefined];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n') || undefined;
}

const LETTERS_TO_SEARCH = 3;

/** Countries and regions; subdivisions once a country's code or a part of a name is typed: there are thousands. */
function builtInTerritories({ typed }: TypingContext): Draft[] {
  const countries = new Set(allCountries());
  const prefix = /^([A-Za-z]{2})-/.exec(typed)?.[1].toUpperCase();
  const lower = typed.toLowerCase();
  const called = new Set(typed === '' ? [] : territoryAliases(typed));
  return territoryNames().flatMap((name) => {
    const title = territoryTitle(name) ?? name;
    const isSubdivision = name[2] === '-' && countries.has(name.slice(0, 2));
    const isMeant = called.has(name);
    if (isSubdivision && !isMeant && name.slice(0, 2) !== prefix) {
      if (lower.length < LETTERS_TO_SEARCH || !title.toLowerCase().startsWith(lower)) return [];
    }
    const rank = isMeant ? 0 : isSubdivision ? 5 : countries.has(name) ? 3 : 2;
    return [
      {
        label: name,
        kind: 'territory',
        rank,
        detail: title,
        filterText: isMeant ? `${name} ${title} ${typed}` : `${name} ${title}`,
      } satisfies Draft,
    ];
  });
}

/** `all`, and all but some. */
export function allDrafts(dimension: string): Draft[] {
  const word = dimension === 'territory' ? 'worldwide' : 'all';
  return [
    { label: word, kind: 'keyword', rank: 2, detail: 'without any restriction' },
    snippet(`${word} except …`, `${word} except ${hole(1, dimension)}`, 2, 'everything but what is named'),
  ];
}

/** The parties of the deal around, so that they come first. */
export function partiesFirst(model: Model, deal: Deal | undefined, drafts: readonly Draft[]): Draft[] {
  if (!deal) return [...drafts];
  const own = new Set(
    [...deal.by, ...deal.to].flatMap((party) => (party.kind === 'term' ? [model.terms[party.term].name] : [])),
  );
  return drafts.map((draft) => (own.has(draft.label) ? { ...draft, rank: 0 } : draft));
}
