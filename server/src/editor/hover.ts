import type { Deal, Model } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, startOf, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import { clauseAt } from './clause-at.ts';
import { clauseSentence } from './clause-sentence.ts';
import { clauseHover, quoteBlock } from './hover/hover-clause.ts';
import { dealHover } from './hover/hover-deal.ts';
import { dimensionHover, kindHover, parameterHover } from './hover/hover-kind.ts';
import { readingHover } from './hover/hover-reading.ts';
import type { Hover } from './hover/hover-result.ts';
import { termHover, territoryHover } from './hover/hover-term.ts';
import { valueHover } from './hover/hover-value.ts';
import { keywordHover, nameHover, questionHover } from './hover/hover-word.ts';
import type { LinkTo } from './hover/links.ts';
import { code, escapeMarkdown, paragraphs } from './hover/markdown.ts';
import type { NameUse } from './name-uses.ts';
import { nodesAt } from './node-path.ts';
import type { PortfolioSymbol } from './portfolio-symbol.ts';
import { nameUseAt } from './symbol-at.ts';

export type { Hover } from './hover/hover-result.ts';
export type { LinkTo } from './hover/links.ts';

/**
 * What stands at an offset, explained: a clause as a sentence, a term with its relations, a kind with its parameters, a
 * word of the language. The Markdown is safe: nothing from a contract becomes markup. With `linkTo`, other clauses are
 * links; otherwise their names stand alone. Undefined where there is nothing to say.
 */
export function hover(analysis: Analysis, path: string, offset: number, linkTo?: LinkTo): Hover | undefined {
  const tree = analysis.model.fileAt(path)?.tree;
  if (!tree) return undefined;
  const nodes = nodesAt(tree, offset);
  const inner = nodes[nodes.length - 1];
  if (kindOf(tree, inner) === NodeKind.Quote) return quoteHover(analysis, path, tree, inner);
  const use = nameUseAt(analysis, path, offset);
  if (use) {
    const markdown = useHover(analysis, path, tree, use, linkTo);
    return markdown === undefined ? undefined : { markdown, span: use.span };
  }
  return (
    valueHover(analysis, dealAround(analysis.model, tree, nodes), tree, nodes) ??
    questionHover(tree, offset) ??
    keywordHover(tree, offset)
  );
}

function useHover(
  analysis: Analysis,
  path: string,
  tree: Tree,
  use: NameUse,
  linkTo: LinkTo | undefined,
): string | undefined {
  const { model } = analysis;
  if (use.place === 'label' && use.role === 'declaration') return labelHover(analysis, path, tree, use.node, linkTo);
  if (use.place === 'kind' && use.role === 'reference') return kindOfClauseHover(analysis, path, tree, use, linkTo);
  if (use.symbol) return symbolHover(analysis, use.symbol, linkTo);
  if (use.place === 'term') return territoryHover(nameText(tree, use.node));
  return nameHover(model, tree, use.node, use.place);
}

function symbolHover(analysis: Analysis, symbol: PortfolioSymbol, linkTo: LinkTo | undefined): string | undefined {
  const { model } = analysis;
  switch (symbol.kind) {
    case 'term':
      return termHover(analysis, symbol.id);
    case 'dimension':
      return dimensionHover(model, symbol.name);
    case 'kind': {
      const kind = model.kinds.get(symbol.name);
      return kind && kindHover(model, kind);
    }
    case 'parameter': {
      const kind = model.kinds.get(symbol.of);
      return kind && parameterHover(model, kind, symbol.name);
    }
    case 'deal':
      return dealHover(analysis, symbol.deal, linkTo);
    case 'clause':
      return clauseHover(analysis, symbol.clause, linkTo);
    case 'reading':
      return readingHover(analysis, symbol.name);
  }
}

/** A label where it is given: of a clause, or of an exception. */
function labelHover(
  analysis: Analysis,
  path: string,
  tree: Tree,
  node: NodeIndex,
  linkTo: LinkTo | undefined,
): string | undefined {
  const clause = clauseAt(analysis.model, path, startOf(tree, node));
  if (!clause) return undefined;
  const start = startOf(tree, node);
  if (clause.span.start === start) return clauseHover(analysis, clause, linkTo);
  const exception = clause.exceptions.find(({ label, span }) => label !== undefined && span.start > start);
  if (!exception) return undefined;
  return paragraphs(
    `Exception of ${code(clause.name)}`,
    exception.quote === undefined ? '' : quoteBlock(analysis, clause, exception.quote),
    escapeMarkdown(clauseSentence(analysis, clause)),
  );
}

/** The kind of a clause: the clause where it has no label, and what the kind means. */
function kindOfClauseHover(
  analysis: Analysis,
  path: string,
  tree: Tree,
  use: NameUse,
  linkTo: LinkTo | undefined,
): string | undefined {
  const { model } = analysis;
  const kind = use.symbol?.kind === 'kind' ? model.kinds.get(use.symbol.name) : undefined;
  if (!kind) return undefined;
  const clause = clauseAt(model, path, startOf(tree, use.node));
  const isItsName = clause?.span.start === startOf(tree, use.node);
  const about =
    clause && (isItsName ? clauseHover(analysis, clause, linkTo) : escapeMarkdown(clauseSentence(analysis, clause)));
  return paragraphs(about, about === undefined ? '' : '---', kindHover(model, kind));
}

/** A quote: whether it stands in its source. */
function quoteHover(analysis: Analysis, path: string, tree: Tree, node: NodeIndex): Hover | undefined {
  const clause = clauseAt(analysis.model, path, startOf(tree, node));
  if (!clause) return undefined;
  const span = { start: startOf(tree, node), end: endOf(tree, node) };
  return { markdown: quoteBlock(analysis, clause, node), span };
}

function dealAround(model: Model, tree: Tree, nodes: readonly NodeIndex[]): Deal | undefined {
  const node = nodes.find((one) => kindOf(tree, one) === NodeKind.Deal);
  const deal = node === undefined ? undefined : model.dealsByName.get(nameText(tree, node + 1));
  return deal?.tree === tree ? deal : undefined;
}
