import { prepareSource } from '../evidence/prepare-source.ts';
import { regionArguments } from '../exchange/region-arguments.ts';
import { settleSpan } from '../exchange/settle-quote.ts';
import { statedArguments } from '../exchange/stated-arguments.ts';
import type { Deal } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import type { Span } from '../text/span.ts';
import type { AnnotatedPassage } from './annotation/annotated-passage.ts';
import type { ClauseInMaking } from './annotation/clause-in-making.ts';
import { intoDeal } from './annotation/into-deal.ts';
import { intoNewDeal } from './annotation/into-new-deal.ts';
import { openArguments } from './annotation/open-arguments.ts';

/** A passage selected in a contract, to be annotated. */
export interface PassageToAnnotate {
  /** The contract, relative to the portfolio's root. */
  readonly source: string;
  /** Of the text that the contract is shown as. UTF-16 offsets. */
  readonly span: Span;
  /** The name of a kind. */
  readonly kind: string;
  /** The deal that it goes into; else the last one that has this contract as its source, else a new one. */
  readonly deal?: string;
}

/**
 * Writes the clause for a passage of a contract: its quote, verbatim and with the locator where the section is certain, its
 * kind, and of the arguments those that the passage states beyond doubt. What it covers is for its author to say: where the
 * editor can, he is led through the others.
 */
export function annotate(analysis: Analysis, passage: PassageToAnnotate): AnnotatedPassage {
  const { model } = analysis;
  const kind = model.kinds.get(passage.kind);
  if (kind === undefined) return { refusal: `There is no kind \`${passage.kind}\`.` };
  const prepared = preparedSource(analysis, passage.source);
  if (prepared === undefined) return { refusal: `The text of ${passage.source} could not be read.` };
  const settled = settleSpan(prepared, passage.span);
  if (settled === undefined) {
    return { refusal: 'No words are selected that can be quoted: select a passage, not white space or a single sign.' };
  }
  const words = settled.quote.pieces.join(' ');
  const deal = passage.deal === undefined ? lastWith(model.deals, passage.source) : model.dealsByName.get(passage.deal);
  if (passage.deal !== undefined && deal === undefined) return { refusal: `There is no deal \`${passage.deal}\`.` };
  const region = regionArguments(kind, words, model);
  const stated = [...region, ...statedArguments(kind, words)];
  const given = distinct(stated.filter(([name, value]) => !isInherited(deal, name, value, analysis)));
  const open = openArguments(analysis, { kind, deal, words, stated: new Map(stated) });
  const clause: ClauseInMaking = { quotes: [settled.quote], kind: kind.name, given, open };
  return deal === undefined
    ? intoNewDeal(analysis, prepared, passage.source, clause)
    : intoDeal(analysis, deal, clause, settled.spans[0].start);
}

function preparedSource({ options: { readSource } }: Analysis, path: string) {
  const source = readSource?.(path);
  if (source === undefined) return undefined;
  if (typeof source === 'string') return prepareSource(source, /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'text');
  return 'unavailable' in source ? undefined : source.prepared;
}

const lastWith = (deals: readonly Deal[], source: string): Deal | undefined =>
  deals.findLast((deal) => deal.source === source);

/** Whether the header of the deal says the same already. */
function isInherited(deal: Deal | undefined, name: string, value: string, { model }: Analysis): boolean {
  if (name !== 'by' || deal === undefined || deal.by.length !== 1) return false;
  const [by] = deal.by;
  return by.kind === 'term' && model.terms[by.term].name === value;
}

const distinct = (given: ClauseInMaking['given']): ClauseInMaking['given'] => [...new Map(given)];
