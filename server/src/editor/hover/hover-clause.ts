import { type Clause, onlyRecords } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { quoteNodesOf } from '../../rules/clause-reference.ts';
import type { NodeIndex } from '../../syntax/tree.ts';
import { quoteText } from '../../syntax/values.ts';
import { parseDay } from '../../terms/calendar.ts';
import { clauseSentence } from '../clause-sentence.ts';
import { dayWords } from '../sentence/day-words.ts';
import { titleOf } from '../sentence/naming.ts';
import { asWords } from '../words.ts';
import { inForce } from './in-force.ts';
import { clauseLink, dealLink, type LinkTo } from './links.ts';
import { blockQuote, bold, code, escapeMarkdown, escapeMessage, paragraphs } from './markdown.ts';
import { meetingsText } from './meetings-text.ts';
import { quoteStatus } from './quote-status.ts';
import { changesForClause } from './reading-changes.ts';
import { readingsText } from './readings-text.ts';

/** A clause: as a sentence, with its passage, when it is in force, what readings change, and which clauses it meets. */
export function clauseHover(analysis: Analysis, clause: Clause, linkTo: LinkTo | undefined): string {
  return paragraphs(
    headOf(clause),
    escapeMarkdown(clauseSentence(analysis, clause)),
    quotesOf(analysis, clause),
    standingOf(analysis, clause, linkTo),
    readingsText(changesForClause(analysis.model, clause)),
    meetingsText(analysis, clause, linkTo),
  );
}

function headOf({ label, kind, deal }: Clause): string {
  const title = titleOf(deal);
  const name = label === undefined ? '' : `${bold(code(label))} · `;
  return `${name}${escapeMarkdown(asWords(kind.name))} · ${code(deal.name)}${title === undefined ? '' : ` ${escapeMarkdown(title)}`}`;
}

/** The passages that a clause annotates, each with where it stands and whether it was found there. */
function quotesOf(analysis: Analysis, clause: Clause): string {
  const own = quoteNodesOf(clause).map((node) => quoteBlock(analysis, clause, node));
  const exceptions = clause.exceptions.flatMap(({ quote, label }) => {
    if (quote === undefined) return [];
    const name = label === undefined ? 'Exception' : `Exception ${code(label)}`;
    return [`${name}:\n\n${quoteBlock(analysis, clause, quote)}`];
  });
  return [...(own.length === 0 ? [NO_QUOTE] : own), ...exceptions].join('\n\n');
}

const NO_QUOTE = '_Without a quote: nothing ties it to the words of a contract._';

/** One passage, with its locator and what is known of it. */
export function quoteBlock(analysis: Analysis, clause: Clause, node: NodeIndex): string {
  const { text, locator } = quoteText(clause.deal.tree, node);
  const place = locator === undefined ? '' : `${escapeMarkdown(locator)}, `;
  return `${blockQuote(text === '' ? '…' : text)}\n>\n> — ${place}${statusWords(analysis, clause, node)}`;
}

function statusWords(analysis: Analysis, clause: Clause, node: NodeIndex): string {
  const status = quoteStatus(analysis, clause, node);
  switch (status.kind) {
    case 'verified':
      return `verified in ${code(status.source)}`;
    case 'faulty':
      return `${bold('not verified')}: ${escapeMessage(status.message)}`;
    case 'unchecked':
      return `not verified: ${escapeMarkdown(status.why)}`;
  }
}

/** Whether it is judged at all, and when it is in force. */
function standingOf(analysis: Analysis, clause: Clause, linkTo: LinkTo | undefined): string {
  const { docket, options } = analysis;
  const { deal } = clause;
  if (docket.isBroken(clause)) return 'There is an error in it or in the header of its deal: it is not judged.';
  const today = parseDay(options.asOf);
  if (deal.notYet && deal.signed !== undefined && today !== undefined)
    return `Its deal is signed on ${dayWords(deal.signed)}, after ${dayWords(today)}, the day of this check: it does not count yet.`;
  if (onlyRecords(clause.kind)) return 'A fact that is recorded: it is not compared with other clauses.';
  const { days, replacedBy, replaces, endedBy } = inForce(analysis, clause);
  const since = (from: string | undefined): string => (from === undefined ? '' : ` ${from}`);
  return [
    deal.status === 'draft' ? 'A draft: judged as if it were signed.' : '',
    days,
    ...replacedBy.map(({ by, from }) => `Replaced by ${clauseLink(by, linkTo)}${since(from)}.`),
    ...replaces.map(
      ({ older, isSure }) => `Takes the place of ${clauseLink(older, linkTo)}${isSure ? '' : ', if it starts later'}.`,
    ),
    ...endedBy.map(({ by, from }) => `Ended by ${dealLink(by, linkTo)}${since(from)}.`),
  ]
    .filter((line) => line !== '')
    .join(' ');
}
