import type { Clause, Deal, Model, TimeNode } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { nextOf } from '../../syntax/tree.ts';
import { FIRST_DAY, NEVER, parseDay } from '../../terms/calendar.ts';
import { highestOf, lowestOf, type Time } from '../../terms/time.ts';
import { versionsOf } from '../portfolio-symbol.ts';
import { dayWords } from '../sentence/day-words.ts';
import { bareNaming, createNaming } from '../sentence/naming.ts';
import { endWords, startWords } from '../sentence/settled-time-words.ts';
import { fromWords, untilWords } from '../sentence/time-words.ts';
import { readTime } from '../sentence/written-time.ts';
import { code, escapeMarkdown } from './markdown.ts';

/** Something that changes when a clause is in force, and from when on: "from 1 July 2025". Markdown. */
export interface Change<T> {
  readonly by: T;
  readonly from?: string;
}

/** A change with the first day on which it can take effect, where that is known. */
interface DatedChange<T> extends Change<T> {
  readonly first: number;
}

/** When a clause is in force, and why. Markdown. */
interface InForce {
  readonly days: string;
  /** Newer versions of it that take its place. */
  readonly replacedBy: readonly Change<Clause>[];
  /** Older versions whose place it takes, for sure or where it starts later. */
  readonly replaces: readonly { readonly older: Clause; readonly isSure: boolean }[];
  /** Deals that end it, or its deal. */
  readonly endedBy: readonly Change<Deal>[];
}

export function inForce(analysis: Analysis, clause: Clause): InForce {
  const { docket, model } = analysis;
  const { timeline } = docket.lenses[0];
  const times = docket.timesIn(clause.deal);
  const rivals = times.rivalsOf(clause);
  const endings = new Set([...times.clauseEndedBy(clause), ...times.endedBy(clause.deal)]);
  const last = highestOf(docket.windowOf(clause).end, timeline);
  /** What comes when the clause is over by another's doing changes nothing for it. */
  const inTime = <T>({ by, from, first }: DatedChange<T>): readonly Change<T>[] =>
    first <= last ? [{ by, from }] : [];
  return {
    days: rivals.length > 0 ? mootWords(rivals) : daysOf(analysis, clause),
    replacedBy: times.replacementsOf(clause).flatMap(({ by, isSure }) => {
      const { start } = docket.windowOf(by);
      const from = startWords(start, timeline);
      return inTime({
        by,
        from: shown(from === undefined || isSure ? from : `${from}, if that is later`),
        first: lowestOf(start, timeline),
      });
    }),
    replaces: versionsOf(model, clause).flatMap((older) =>
      times.replacementsOf(older).flatMap(({ by, isSure }) => (by === clause ? [{ older, isSure }] : [])),
    ),
    endedBy: [...endings].flatMap((by) => inTime({ by, ...startOfDeal(model, by) })),
  };
}

const mootWords = (rivals: readonly Clause[]): string =>
  `In force on no day: ${rivals.map(({ name }) => code(name)).join(' and ')} would replace the same clause from the same day, and of such amendments none counts.`;

const shown = (words: string | undefined): string | undefined => words && escapeMarkdown(words);

/** When a deal starts, in Markdown: "from 1 January 2026"; before every day where it does not say. */
function startOfDeal(model: Model, deal: Deal): { readonly from?: string; readonly first: number } {
  const time = deal.from && readTime(model, createNaming(model, deal), deal.from, 'start', deal);
  return { from: shown(time && fromWords(time)), first: time?.kind === 'day' ? time.day : FIRST_DAY };
}

function daysOf(analysis: Analysis, clause: Clause): string {
  const { docket, options } = analysis;
  const { timeline } = docket.lenses[0];
  const { start, end } = docket.windowOf(clause);
  if (lowestOf(start, timeline) >= NEVER) return 'In force on no day: what it starts with never happens.';
  if (highestOf(end, timeline) <= lowestOf(start, timeline)) return 'In force on no day: it ends before it starts.';
  const from = shown(startWords(start, timeline));
  const until = shown(writtenEnd(analysis, clause, end) ?? endWords(end, timeline));
  const [ofStart, ofEnd] = [originOfStart(clause), until === undefined ? '' : originOfEnd(analysis, clause)];
  const first = from === undefined ? 'with no stated start' : `${from}${ofStart === ofEnd ? '' : ofStart}`;
  const last = until === undefined ? openEnd(analysis, clause) : `${until}${ofEnd}`;
  return `In force ${first}, ${last}.${asOfToday(options.asOf, start, end, (time) => [lowestOf(time, timeline), highestOf(time, timeline)])}`;
}

/** An end that nobody knows the day of is told in the words of the clause, where nothing else has a say in it. */
function writtenEnd({ docket, model }: Analysis, clause: Clause, end: Time): string | undefined {
  const written = clause.due ?? clause.until;
  if (end.kind === 'day' || docket.isCut(clause) || !written) return undefined;
  const time = readTime(model, bareNaming(model, clause.deal), written, 'end', clause.deal);
  return time && untilWords(time);
}

/** What the day of the check has to do with it. */
function asOfToday(asOf: string, start: Time, end: Time, bounds: (time: Time) => readonly [number, number]): string {
  const today = parseDay(asOf);
  if (today === undefined) return '';
  const [earliestStart] = bounds(start);
  const [, latestEnd] = bounds(end);
  if (latestEnd <= today) return ` Over by ${dayWords(today)}, the day of this check.`;
  return earliestStart > today ? ` Not yet in force on ${dayWords(today)}, the day of this check.` : '';
}

function originOfStart(clause: Clause): string {
  if (clause.from) return originWithin(clause, clause.from);
  return ' (as its deal)';
}

function originOfEnd({ docket }: Analysis, clause: Clause): string {
  // What cuts it short is told apart.
  if (docket.isCut(clause) || clause.due) return '';
  if (clause.until) return originWithin(clause, clause.until);
  const origin = clause.deal.until?.deal;
  if (!origin) return '';
  return origin === clause.deal ? ' (as its deal)' : ` (as ${code(origin.name)}, which its deal amends)`;
}

/** Whose words give a time that a clause has: its own, or those of the clause around it. */
function originWithin(clause: Clause, { node }: TimeNode): string {
  for (let at: Clause | undefined = clause; at; at = at.parent) {
    const isWithin = (inner: Clause | undefined): boolean =>
      inner !== undefined && node > inner.node && node < nextOf(inner.deal.tree, inner.node);
    if (at !== clause && isWithin(at) && !isWithin(clause)) return ` (as ${code(at.label ?? at.kind.name)})`;
  }
  return '';
}

function openEnd({ model }: Analysis, clause: Clause): string {
  const written = clause.until ?? clause.deal.until;
  const time = written && readTime(model, createNaming(model, clause.deal), written, 'end', clause.deal);
  return time?.kind === 'perpetual' ? 'in perpetuity' : 'with no stated end';
}
