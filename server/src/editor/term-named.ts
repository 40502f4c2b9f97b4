import type { Deal, Model } from '../model/model.ts';
import { territoryParents } from '../terms/territories.ts';
import type { PortfolioSymbol } from './portfolio-symbol.ts';

type TermSymbol = PortfolioSymbol & { readonly kind: 'term' };

/** The term that a name means to the binder: the deal's own before the portfolio's. */
export function termNamed(
  model: Model,
  dimension: string,
  name: string,
  deal: Deal | undefined,
): TermSymbol | undefined {
  if (name === '' || isUnusedTerritory(model, dimension, name)) return undefined;
  const id = model.lookup(dimension, name, deal);
  return id === undefined ? undefined : { kind: 'term', id };
}

const territories = new WeakMap<Model, ReadonlySet<string>>();

/** A built-in territory that the binder has not met: to look it up would add it to the model. */
function isUnusedTerritory(model: Model, dimension: string, name: string): boolean {
  if (dimension !== 'territory' || territoryParents(name) === undefined) return false;
  let known = territories.get(model);
  if (!known) {
    known = new Set(model.terms.filter((term) => term.dimension === dimension).map((term) => term.name));
    territories.set(model, known);
  }
  return !known.has(name);
}
