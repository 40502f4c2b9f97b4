import type { Model } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { endOf, startOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { eachNameUse, type NameUse } from './name-uses.ts';
import type { PortfolioSymbol } from './portfolio-symbol.ts';

export type { PortfolioSymbol } from './portfolio-symbol.ts';

/** What the name at an offset means, and the name's span. A name that means nothing, and all other text, has no symbol. */
export function symbolAt(
  analysis: Analysis,
  path: string,
  offset: number,
): { readonly symbol: PortfolioSymbol; readonly span: Span } | undefined {
  const use = nameUseAt(analysis, path, offset);
  return use?.symbol && { symbol: use.symbol, span: use.span };
}

/** The name at an offset, whether it means anything or not. An offset directly behind a name still belongs to it. */
export function nameUseAt(
  { model }: { readonly model: Model },
  path: string,
  offset: number,
): (NameUse & { readonly span: Span }) | undefined {
  const file = model.fileAt(path);
  if (!file) return undefined;
  const { tree } = file;
  let found: NameUse | undefined;
  eachNameUse(model, file, { within: { start: offset, end: offset } }, (use) => {
    found = use;
  });
  return found && { ...found, span: { start: startOf(tree, found.node), end: endOf(tree, found.node) } };
}
