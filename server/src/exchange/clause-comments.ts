import type { Clause } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { notesOf } from '../portfolio/finding-notes.ts';
import { quoteNodesOf } from '../rules/clause-reference.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { type NodeIndex, startOf } from '../syntax/tree.ts';
import { documentation, quoteText } from '../syntax/values.ts';
import type { FindPassage, QuotedPassage } from './clause-passages.ts';
import { clauseSource } from './source-text.ts';

/** What is to be said in the margin of a contract beside one clause's passages. */
export interface ClauseComments {
  /** `deal.label`. */
  readonly name: string;
  readonly quotes: readonly QuoteInContract[];
  /** One for the clause and one for each finding about it, as paragraphs. */
  readonly comments: readonly (readonly string[])[];
}

export interface QuoteInContract {
  readonly pieces: readonly string[];
  readonly passage?: QuotedPassage;
}

/** The comments on one contract, in the order of the clauses. `source` is its path relative to the portfolio's root. */
export function commentsOn(analysis: Analysis, source: string, findPassage: FindPassage): readonly ClauseComments[] {
  const clauses = analysis.model.clauses.filter(({ deal }) => deal.source === source);
  return clauses.flatMap((clause) => {
    const quotes = quotesIn(clause).map((node) => quoteInContract(clause, node, findPassage));
    if (quotes.length === 0) return [];
    const findings = analysis.findings.filter(({ clauses: about }) => about.some(({ name }) => name === clause.name));
    const comments = [aboutClause(clause), ...findings.map((finding) => aboutFinding(finding, clause))];
    return [{ name: clause.name, quotes, comments }];
  });
}

/** Its own quotes and those of its exceptions, in the order of the file. */
function quotesIn(clause: Clause): readonly NodeIndex[] {
  const { tree } = clause.deal;
  const exceptions = clause.exceptions.flatMap(({ quote }) => (quote === undefined ? [] : [quote]));
  return [...quoteNodesOf(clause), ...exceptions].sort((a, b) => startOf(tree, a) - startOf(tree, b));
}

function quoteInContract({ deal }: Clause, node: NodeIndex, findPassage: FindPassage): QuoteInContract {
  const passage = findPassage(deal, node);
  return { pieces: quoteText(deal.tree, node).pieces, ...(passage && { passage }) };
}

function aboutClause({ name, kind, deal, node }: Clause): readonly string[] {
  const documented = documentation(deal.tree, node);
  const meaning = /^[\s\S]*?\.(?=\s|$)/.exec(kind.documentation)?.[0].replace(/\s+/g, ' ');
  return [
    deal.title === undefined ? name : `${name} (${deal.title})`,
    ...clauseSource(deal.tree, node).split('\n'),
    ...(meaning === undefined ? [] : [`${kind.name}: ${meaning}`]),
    ...(documented === '' ? [] : documented.split('\n')),
  ];
}

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
};

function aboutFinding(finding: Finding, clause: Clause): readonly string[] {
  const others = finding.clauses.filter(({ name }) => name !== clause.name);
  return [
    `${SEVERITY[finding.severity]}: ${finding.message}`,
    ...notesOf(finding).map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`)),
    ...others.map(({ name, quote }) =>
      quote === undefined ? `The other clause: ${name}` : `The other clause: ${name}, “${quote}”`,
    ),
  ];
}
