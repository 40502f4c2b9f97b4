import type { Clause, Deal } from '../../model/model.ts';
import type { Span } from '../../text/span.ts';
import { code } from './markdown.ts';

/** The address of a place in a file of the portfolio, for whoever shows a hover. */
export type LinkTo = (file: string, span: Span) => string;

/** A name that leads to a place; only the name where nobody can say how to get there. */
export function linked(name: string, file: string, span: Span, linkTo: LinkTo | undefined): string {
  if (!linkTo) return code(name);
  const address = linkTo(file, span).replace(/[<>\s\\]/g, (unit) => encodeURIComponent(unit));
  return `[${code(name)}](<${address}>)`;
}

export const clauseLink = (clause: Clause, linkTo: LinkTo | undefined): string =>
  linked(clause.name, clause.deal.file, clause.span, linkTo);

export const dealLink = (deal: Deal, linkTo: LinkTo | undefined): string =>
  linked(deal.name, deal.file, deal.span, linkTo);
