import type { Clause } from '../model/model.ts';
import { kindOf, type NodeIndex, NodeKind, nextOf } from '../syntax/tree.ts';
import { type QuoteText, quoteText } from '../syntax/values.ts';
import type { ClauseReference } from './finding.ts';

const NO_NODES: readonly NodeIndex[] = [];

/** The quotes directly above a clause's words, in order. */
export function quoteNodesOf({ deal, node, isQuoted }: Clause): readonly NodeIndex[] {
  if (!isQuoted) return NO_NODES;
  const { tree } = deal;
  const found: NodeIndex[] = [];
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) !== NodeKind.Quote) break;
    found.push(child);
  }
  return found;
}

/** How many they are. */
export function quoteCountOf({ deal, node, isQuoted }: Clause): number {
  if (!isQuoted) return 0;
  const { tree } = deal;
  let count = 0;
  for (let child = node + 1; kindOf(tree, child) === NodeKind.Quote && child < nextOf(tree, node); count++) {
    child = nextOf(tree, child);
  }
  return count;
}

export const quotesOf = (clause: Clause): QuoteText[] =>
  quoteNodesOf(clause).map((node) => quoteText(clause.deal.tree, node));

/** A clause as a finding shows it. */
export function referenceTo(clause: Clause): ClauseReference {
  const { name, deal, span } = clause;
  const quotes = quotesOf(clause);
  if (quotes.length === 0) return { name, file: deal.file, span };
  const quote = quotes.map(({ text }) => text).join(' [...] ');
  const { locator } = quotes[0];
  return locator ? { name, file: deal.file, span, quote, locator } : { name, file: deal.file, span, quote };
}

/** What a message calls a clause: its label, or `deal.kind` where it has none. */
export const shortName = (clause: Clause): string => `\`${clause.label ?? clause.name}\``;

/** What a message calls several clauses: in full where two have one name. */
export function namesFor(clauses: readonly Clause[], nameOf = shortName): readonly string[] {
  const names = clauses.map(nameOf);
  return new Set(names).size === names.length ? names : clauses.map(({ name }) => `\`${name}\``);
}
