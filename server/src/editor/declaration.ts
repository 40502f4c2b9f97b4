import type { Model } from '../model/model.ts';
import { endOf, NodeKind, startOf } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import type { Place } from '../terms/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { eachNameUse } from './name-uses.ts';
import { enclosing } from './node-path.ts';
import { type PortfolioSymbol, sameAs } from './portfolio-symbol.ts';
import { treeOf } from './tree-of.ts';

/** Where a symbol is declared. */
export interface Declaration {
  readonly file: string;
  /** The name. */
  readonly span: Span;
  /** The whole declaration, without the comments above it. */
  readonly full: Span;
}

/** The declaration of a symbol; undefined for what is built in or belongs to the standard library. */
export function declarationOf(model: Model, symbol: PortfolioSymbol): Declaration | undefined {
  const place = placeOf(model, symbol);
  const tree = place && treeOf(model, place.file);
  if (!place || !tree) return undefined;
  const node = enclosing(tree, place.span.start, ...DECLARATIONS[symbol.kind]);
  const full = node < 0 ? place.span : { start: startOf(tree, node), end: endOf(tree, node) };
  return { file: place.file, span: place.span, full };
}

const DECLARATIONS: Readonly<Record<PortfolioSymbol['kind'], readonly NodeKind[]>> = {
  term: [NodeKind.TermDeclaration],
  dimension: [NodeKind.DimensionDeclaration],
  kind: [NodeKind.KindDeclaration],
  parameter: [NodeKind.Parameter],
  deal: [NodeKind.Deal],
  clause: [NodeKind.Clause],
  reading: [NodeKind.Reading],
};

function placeOf(model: Model, symbol: PortfolioSymbol): Place | undefined {
  switch (symbol.kind) {
    case 'term':
      return model.terms[symbol.id]?.place;
    case 'dimension':
      return model.dimensions.get(symbol.name)?.place;
    case 'kind':
      return model.kinds.get(symbol.name)?.place;
    case 'parameter':
      return parameterPlace(model, symbol);
    case 'deal':
      return { file: symbol.deal.file, span: symbol.deal.span };
    case 'clause':
      return { file: symbol.clause.deal.file, span: symbol.clause.span };
    case 'reading':
      return model.readings.find(({ name }) => name === symbol.name)?.place;
  }
}

/** Where the kind of a parameter declares it. */
function parameterPlace(model: Model, symbol: PortfolioSymbol & { readonly kind: 'parameter' }): Place | undefined {
  const place = model.kinds.get(symbol.of)?.place;
  const file = place && model.fileAt(place.file);
  if (!file) return undefined;
  const { tree, path } = file;
  const declaration = enclosing(tree, place.span.start, NodeKind.KindDeclaration);
  const isSame = sameAs(model, symbol);
  let found: Place | undefined;
  const within = { start: startOf(tree, declaration), end: endOf(tree, declaration) };
  eachNameUse(model, file, { within, wants: (node) => nameText(tree, node) === symbol.name }, (use) => {
    if (use.role === 'declaration' && use.symbol && isSame(use.symbol)) {
      found = { file: path, span: { start: startOf(tree, use.node), end: endOf(tree, use.node) } };
    }
  });
  return found;
}
