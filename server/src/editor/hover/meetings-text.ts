import type { Clause } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { windowWords } from '../../portfolio/window-words.ts';
import { quotesOf } from '../../rules/clause-reference.ts';
import type { Finding, Window } from '../../rules/finding.ts';
import { pairFinding } from '../../rules/pair-finding.ts';
import { parseDay } from '../../terms/calendar.ts';
import { grouped } from '../../text/words.ts';
import { type Meeting, meetingsOf } from '../pairs-of-clause.ts';
import { dayWords } from '../sentence/day-words.ts';
import { readingsWords } from '../verdict-words.ts';
import { clauseLink, type LinkTo } from './links.ts';
import { atMost, bold, clipped, escapeMarkdown, escapeMessage, list, paragraphs } from './markdown.ts';

/** So many other clauses are shown, near misses counted apart. */
const MOST_SHOWN = 5;
/** UTF-16 units of a passage that is shown beside others. */
const LONGEST_PASSAGE = 200;

/** The clauses that a clause meets: the verdict on each, why, and its passage. Near misses stand apart. */
export function meetingsText(analysis: Analysis, clause: Clause, linkTo: LinkTo | undefined): string {
  const isCompared = !clause.kind.effects.every((effect) => effect === 'records' || effect === 'waives');
  if (analysis.docket.isBroken(clause) || clause.deal.notYet || !isCompared) return '';
  const meetings = meetingsOf(analysis, clause);
  const near = meetings.filter(({ pair }) => pair.verdict === 'near miss');
  const others = meetings.filter(({ pair }) => pair.verdict !== 'near miss');
  const more = (count: number): string => `and ${grouped(count)} more`;
  const shown = (some: readonly Meeting[]): string =>
    list(
      atMost(
        some.slice(0, MOST_SHOWN + 1).map((meeting) => meetingText(meeting, linkTo)),
        MOST_SHOWN,
        () => more(some.length - MOST_SHOWN),
      ),
    );
  if (meetings.length === 0) return 'No collision with another clause was found.';
  return paragraphs(
    others.length === 0 ? '' : 'Together with other clauses:',
    shown(others),
    near.length === 0 ? '' : 'Near misses, clear as the words stand:',
    shown(near),
  );
}

function meetingText({ other, pair, finding }: Meeting, linkTo: LinkTo | undefined): string {
  const told = finding ?? pairFinding(pair);
  const words = [
    told && escapeMessage(told.message),
    escapeMarkdown(readingsWords(pair.byReading)),
    told && escapeMessage(factsWords(told)),
    told?.window && escapeMarkdown(whenWords(told.window, told.past === true)),
  ].filter((part) => part !== undefined && part !== '');
  const silenced = finding ? '' : ' _(not reported: silenced)_';
  const head = `${verdictWords(pair.verdict)} ${clauseLink(other, linkTo)}${silenced}: ${words.join('; ')}.`;
  const passage = quotesOf(other)
    .map(({ text }) => text)
    .join(' [...] ');
  return passage === '' ? head : `${head}\n  > ${escapeMarkdown(clipped(passage, LONGEST_PASSAGE))}`;
}

function verdictWords(verdict: Meeting['pair']['verdict']): string {
  switch (verdict) {
    case 'conflict':
      return `${bold('Conflict')} with`;
    case 'disputed':
      return `${bold('Disputed')} with`;
    case 'depends':
      return `${bold('Depends')}, with`;
    case 'near miss':
      return 'With';
    case 'too complex':
      return `${bold('Not compared')} with`;
    case 'clear':
      return 'Clear of';
  }
}

const factsWords = ({ decidingFacts = [] }: Finding): string => decidingFacts.map(({ text }) => text).join(', and ');

/** "from 27 February 2026 until AGI", "through 31 December 2029, or until IPO if that is sooner, which is past". */
function whenWords(window: Window, isPast: boolean): string {
  const words = windowWords(window, (iso) => {
    const day = parseDay(iso);
    return day === undefined ? iso : dayWords(day);
  });
  return isPast ? `${words}, which is past` : words;
}
