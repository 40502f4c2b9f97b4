import { isBuiltInPlace } from '../model/context.ts';
import { amendedBy } from '../model/deal-links.ts';
import { type Clause, clauseLabelled, type Deal, type Model } from '../model/model.ts';
import { amendmentsOf } from '../model/references.ts';
import type { TermId } from '../terms/set-expression.ts';
import { nameAlone } from '../terms/vocabulary.ts';

/** Something that a portfolio names. */
export type PortfolioSymbol =
  | { readonly kind: 'term'; readonly id: TermId }
  | { readonly kind: 'dimension'; readonly name: string }
  | { readonly kind: 'kind'; readonly name: string }
  /** A parameter of the kind `of`. */
  | { readonly kind: 'parameter'; readonly of: string; readonly name: string }
  | { readonly kind: 'deal'; readonly deal: Deal }
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'reading'; readonly name: string };

/** The one word by which a symbol is written: of `deal.term` the part behind the dot. Empty for a clause without a label. */
export function wordOf(model: Model, symbol: PortfolioSymbol): string {
  switch (symbol.kind) {
    case 'term': {
      const { name } = model.terms[symbol.id];
      return nameAlone(name);
    }
    case 'dimension':
    case 'kind':
    case 'parameter':
    case 'reading':
      return symbol.name;
    case 'deal':
      return symbol.deal.name;
    case 'clause':
      return symbol.clause.label ?? '';
  }
}

/** Whether the language or its standard library brings a symbol. */
export function isOfLibrary(model: Model, symbol: PortfolioSymbol): boolean {
  switch (symbol.kind) {
    case 'term': {
      const { place } = model.terms[symbol.id];
      return place === undefined || isBuiltInPlace(place);
    }
    case 'dimension':
      return !model.dimensions.get(symbol.name)?.place;
    case 'kind':
      return !model.kinds.get(symbol.name)?.place;
    case 'parameter':
      return !model.kinds.get(symbol.of)?.place;
    case 'deal':
    case 'clause':
    case 'reading':
      return false;
  }
}

/** A test for being the same symbol. All versions of a clause in its chain of amendments are one: a label means them all. */
export function sameAs(model: Model, symbol: PortfolioSymbol): (other: PortfolioSymbol) => boolean {
  switch (symbol.kind) {
    case 'term':
      return (other) => other.kind === 'term' && other.id === symbol.id;
    case 'deal':
      return (other) => other.kind === 'deal' && other.deal === symbol.deal;
    case 'parameter':
      return (other) => other.kind === 'parameter' && other.of === symbol.of && other.name === symbol.name;
    case 'clause': {
      const versions = new Set(versionsOf(model, symbol.clause));
      return (other) => other.kind === 'clause' && versions.has(other.clause);
    }
    case 'dimension':
    case 'kind':
    case 'reading':
      return (other) => other.kind === symbol.kind && other.name === symbol.name;
  }
}

/** A clause and those that go by its label in the deals joined by amendments; the clause itself is the first. */
export function versionsOf(model: Model, clause: Clause): Clause[] {
  const { label } = clause;
  if (label === undefined) return [clause];
  const versions = new Set([clause]);
  for (const deal of familyOf(model, clause.deal)) {
    const version = clauseLabelled(deal, label);
    if (version) versions.add(version);
  }
  return [...versions];
}

/** The deals that amendments join to a deal, at any remove, itself first. */
export function familyOf(model: Model, deal: Deal): ReadonlySet<Deal> {
  const family = new Set([deal]);
  for (const member of family) {
    for (const other of amendedBy(model, member)) family.add(other);
    for (const other of amendmentsOf(model, member)) family.add(other);
  }
  return family;
}
