import { isBuiltInPlace } from '../model/context.ts';
import type { Model } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import type { Span } from '../text/span.ts';
import { fuzzyMatch } from './fuzzy-match.ts';

export interface WorkspaceSymbol {
  readonly name: string;
  /** The deal of a clause or of a deal's own term, the dimension of any other term. */
  readonly container?: string;
  readonly kind: 'deal' | 'clause' | 'party' | 'event' | 'term' | 'dimension' | 'kind' | 'reading';
  readonly file: string;
  /** The declared name. */
  readonly span: Span;
}

/** More would not be looked through. */
const LIMIT = 256;

/**
 * What a portfolio declares and a query may mean, the best first. A query with a dot is held against `deal.label`, and
 * white space in it does not matter.
 */
export function workspaceSymbols({ model }: Analysis, query: string): readonly WorkspaceSymbol[] {
  const wanted = query.normalize('NFC').replace(/\s+/g, '');
  const isPath = wanted.includes('.');
  const found: { readonly symbol: WorkspaceSymbol; readonly score: number; readonly order: number }[] = [];
  for (const symbol of declaredSymbols(model)) {
    if (wanted === '' && found.length === LIMIT) break;
    const { container, name } = symbol;
    const score = fuzzyMatch(wanted, isPath && container !== undefined ? `${container}.${name}` : name);
    if (score !== undefined) found.push({ symbol, score, order: found.length });
  }
  found.sort((a, b) => b.score - a.score || a.order - b.order);
  return found.slice(0, LIMIT).map(({ symbol }) => symbol);
}

/** Deals first, then terms, kinds, dimensions and readings, then clauses: what there are most of comes last. */
function* declaredSymbols(model: Model): Generator<WorkspaceSymbol> {
  for (const deal of model.deals) yield { name: deal.name, kind: 'deal', file: deal.file, span: deal.span };
  for (const { name, dimension, place } of model.terms) {
    if (!place || isBuiltInPlace(place)) continue;
    const dot = name.lastIndexOf('.');
    const container = dot < 0 ? dimension : name.slice(0, dot);
    yield { name: name.slice(dot + 1), container, kind: kindOfTerm(dimension), file: place.file, span: place.span };
  }
  for (const { name, place } of model.kinds.values()) if (place) yield { name, kind: 'kind', ...place };
  for (const { name, place } of model.dimensions.values()) if (place) yield { name, kind: 'dimension', ...place };
  for (const { name, place } of model.readings) yield { name, kind: 'reading', ...place };
  for (const { label, deal, span } of model.clauses) {
    if (label !== undefined) yield { name: label, container: deal.name, kind: 'clause', file: deal.file, span };
  }
}

function kindOfTerm(dimension: string): WorkspaceSymbol['kind'] {
  if (dimension === 'party') return 'party';
  return dimension === 'event' || dimension === 'state' ? 'event' : 'term';
}
