import type { Deal } from '../../model/model.ts';
import { amendmentsOf } from '../../model/references.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { kindOf, NodeKind, textOf } from '../../syntax/tree.ts';
import { documentation, stringValue } from '../../syntax/values.ts';
import { parseDay } from '../../terms/calendar.ts';
import type { SetExpression } from '../../terms/set-expression.ts';
import { dayWords, periodWords } from '../sentence/day-words.ts';
import { createNaming, titleOf } from '../sentence/naming.ts';
import { setWords } from '../sentence/set-words.ts';
import { fromWords, untilWords } from '../sentence/time-words.ts';
import { readTime } from '../sentence/written-time.ts';
import { writtenValue } from '../sentence/written-value.ts';
import { counted, listed, sentenceCase } from '../words.ts';
import { findingsOfDeal } from './findings-of-deal.ts';
import { dealLink, type LinkTo } from './links.ts';
import { bold, code, escapeLines, escapeMarkdown, list, paragraphs } from './markdown.ts';

/** A deal: who, since when, where its text is, what it changes and what changed it, and how much was found in it. */
export function dealHover(analysis: Analysis, deal: Deal, linkTo: LinkTo | undefined): string {
  const title = titleOf(deal);
  return paragraphs(
    `${bold(code(deal.name))} · deal${title === undefined ? '' : ` · ${escapeMarkdown(title)}`}`,
    escapeLines(documentation(deal.tree, deal.node)),
    list([...headerLines(analysis, deal), ...changeLines(analysis, deal, linkTo)]),
    countsLine(analysis, deal),
  );
}

function headerLines(analysis: Analysis, deal: Deal): readonly string[] {
  const { model, options } = analysis;
  const naming = createNaming(model, deal);
  const parties = (some: readonly SetExpression[]): string =>
    escapeMarkdown(
      listed(
        some.map((one) => setWords(naming, one, 'and', 'everybody')),
        'and',
      ),
    );
  const lines: string[] = [];
  if (deal.by.length > 0) lines.push(`by ${parties(deal.by)}${deal.to.length > 0 ? `, to ${parties(deal.to)}` : ''}`);
  const start = deal.from && readTime(model, naming, deal.from, 'start', deal);
  const end = deal.until && readTime(model, naming, deal.until, 'end', deal);
  const open = [deal.from ? '' : 'no stated start', deal.until ? '' : 'no stated end'].filter((part) => part !== '');
  const days = [
    [start && fromWords(start), end && untilWords(end)].filter((part) => part !== undefined).join(' '),
    open.length === 0 ? '' : `with ${listed(open, 'and')}`,
  ].filter((part) => part !== '');
  lines.push(escapeMarkdown(days.join(', ')));
  if (deal.renews) lines.push(`may be renewed, ${periodWords(deal.renews)} at a time`);
  if (deal.status === 'draft') lines.push('a draft: checked against what is signed, and changes nothing else');
  if (deal.signed !== undefined) lines.push(`signed on ${dayWords(deal.signed)}`);
  const today = parseDay(options.asOf);
  if (deal.notYet && today !== undefined)
    lines.push(`not signed yet on ${dayWords(today)}, the day of this check: it does not count`);
  const law = lawOf(deal);
  if (law !== undefined) lines.push(`law: ${escapeMarkdown(law)}`);
  lines.push(deal.source === undefined ? 'names no source' : `source: ${code(deal.source)}`);
  if (deal.broken) lines.push('there is an error in its header: its clauses are not judged');
  return lines;
}

function lawOf({ tree, node }: Deal): string | undefined {
  const value = writtenValue(tree, node, 'law');
  if (value < 0) return undefined;
  return kindOf(tree, value) === NodeKind.String ? stringValue(tree, value) : textOf(tree, value);
}

function changeLines(analysis: Analysis, deal: Deal, linkTo: LinkTo | undefined): readonly string[] {
  const named = (paths: readonly { readonly path: string }[]): string => paths.map(({ path }) => code(path)).join(', ');
  const lines: string[] = [];
  if (deal.amends.length > 0) lines.push(`amends ${named(deal.amends)}`);
  if (deal.supersedes.length > 0) lines.push(`supersedes ${named(deal.supersedes)}`);
  if (deal.terminates.length > 0) lines.push(`terminates ${named(deal.terminates)}`);
  for (const by of amendmentsOf(analysis.model, deal)) lines.push(`amended by ${dealLink(by, linkTo)}`);
  for (const by of analysis.docket.timesIn(deal).endedBy(deal)) lines.push(`ended by ${dealLink(by, linkTo)}`);
  return lines;
}

function countsLine(analysis: Analysis, deal: Deal): string {
  const clauses = counted(deal.clauses.length, 'clause');
  const found = findingsOfDeal(analysis, deal);
  const parts = [
    counted(found.error, 'error'),
    counted(found.warning, 'warning'),
    counted(found.information, 'information', 'information'),
    counted(found.hint, 'hint'),
  ].filter((part) => !part.startsWith('0 '));
  return sentenceCase(`${clauses}; ${parts.length === 0 ? 'no findings' : listed(parts, 'and')}.`);
}
