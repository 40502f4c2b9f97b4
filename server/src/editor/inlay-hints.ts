import { type Clause, type Deal, type Model, onlyRecords, type TimeNode } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { childOfKind, endOf, type NodeIndex, NodeKind, startOf, textOf } from '../syntax/tree.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import type { Span } from '../text/span.ts';
import { isTimeless } from './sentence/clause-effects.ts';
import { periodWords } from './sentence/day-words.ts';
import { bareNaming } from './sentence/naming.ts';
import { setWords } from './sentence/set-words.ts';
import { fromWords, untilWords } from './sentence/time-words.ts';
import { readTime } from './sentence/written-time.ts';
import { writtenValue } from './sentence/written-value.ts';
import { listed, sentenceCase } from './words.ts';

/** What a clause takes over without saying so: who promises to whom, and when. Shown behind its arguments. */
export interface InlayHint {
  /** UTF-16. */
  readonly offset: number;
  readonly label: string;
  /** Plain text, a line each: what it means and where it comes from. */
  readonly tooltip: string;
}

/** One thing taken over. */
interface Part {
  readonly label: string;
  readonly tooltip: string;
}

/** One hint for each clause in a range that takes over anything certain. */
export function inlayHints(analysis: Analysis, path: string, range: Span): readonly InlayHint[] {
  return analysis.model
    .dealsIn(path)
    .filter(({ tree, node }) => startOf(tree, node) <= range.end && endOf(tree, node) >= range.start)
    .flatMap(({ clauses }) => clauses.flatMap((clause) => hintOf(analysis, clause, range)));
}

function hintOf(analysis: Analysis, clause: Clause, range: Span): readonly InlayHint[] {
  const { tree } = clause.deal;
  const list = childOfKind(tree, clause.node, NodeKind.Arguments);
  const offset = list < 0 ? -1 : endOf(tree, list);
  if (offset < range.start || offset > range.end || startOf(tree, list) === offset) return [];
  if (isTimeless(clause) || analysis.docket.isBroken(clause)) return [];
  // Nobody promises a fact.
  const who = onlyRecords(clause.kind) ? [] : whoParts(analysis.model, clause);
  const parts = [...who, ...whenParts(analysis, clause)];
  if (parts.length === 0) return [];
  return [
    {
      offset,
      label: parts.map(({ label }) => label).join(' '),
      tooltip: parts.map(({ tooltip }) => tooltip).join('\n'),
    },
  ];
}

const writes = ({ deal, node }: Clause, name: string): boolean => writtenValue(deal.tree, node, name) >= 0;

function whoParts(model: Model, clause: Clause): readonly Part[] {
  const naming = bareNaming(model, clause.deal);
  const names = (parties: readonly SetExpression[]): string =>
    listed(
      parties.map((party) => setWords(naming, party, 'and', 'everybody')),
      'and',
    );
  const parts: Part[] = [];
  const [writesBy, writesTo] = [writes(clause, 'by'), writes(clause, 'to')];
  const add = (word: string, parties: readonly SetExpression[], origin: string): void => {
    if (parties.length > 0) parts.push(partOf(`${word} ${names(parties)}`, origin));
  };
  if (!writesBy) add('by', clause.by, whence(model, clause, 'by'));
  if (clause.mutual && !writesTo) parts.push(partOf('to each other', 'several promise, and none is named to whom'));
  else if (!writesTo) add('to', clause.to, writesBy ? OTHER_SIDE : whence(model, clause, 'to'));
  return parts;
}

const OTHER_SIDE = 'the other side of the deal’s header';

const partOf = (label: string, origin: string): Part => ({ label, tooltip: `${sentenceCase(label)}: ${origin}.` });

/** Which words give an argument that a clause does not write: those of the clause around it, or of a header. */
function whence(model: Model, clause: Clause, name: string): string {
  for (let parent = clause.parent; parent; parent = parent.parent) {
    if (writes(parent, name)) return `as ${parent.label ?? parent.kind.name} says`;
  }
  return headerOf(dealThatSays(model, clause.deal, name) ?? clause.deal, clause.deal);
}

const headerOf = (origin: Deal, own: Deal): string =>
  origin === own ? 'from the header of its deal' : `from the header of ${origin.name}, which its deal amends`;

/** The deal, of one and those that it amends, whose header gives an argument. */
function dealThatSays(model: Model, deal: Deal, name: string): Deal | undefined {
  const chain = [deal];
  for (const one of chain) {
    if (writtenValue(one.tree, one.node, name) >= 0) return one;
    for (const { path } of one.amends) {
      const base = model.dealsByName.get(path);
      if (base && !chain.includes(base)) chain.push(base);
    }
  }
  return undefined;
}

function whenParts({ model, docket }: Analysis, clause: Clause): readonly Part[] {
  const { deal } = clause;
  const parts: Part[] = [];
  const add = (word: string, time: TimeNode, as: 'start' | 'end', more = ''): void => {
    const read = readTime(model, bareNaming(model, deal), time, as, deal);
    if (!read) return;
    const words = as === 'start' ? fromWords(read) : untilWords(read);
    const origin = originOf(clause, time.deal, time.node, word);
    parts.push({
      label: `${word} ${textOf(time.deal.tree, time.node).replace(/\s+/g, ' ')}`,
      tooltip: `${sentenceCase(words)}: ${origin}.${more}`,
    });
  };
  const from = clause.from ?? deal.from;
  if (from && !writes(clause, 'from')) add('from', from, 'start');
  const until = clause.until ?? deal.until;
  // An end that another deal brings forward is no longer what the header says.
  if (until && !clause.due && !writes(clause, 'until') && !docket.isCut(clause)) {
    const mayRenew = deal.renews && !clause.until;
    add('until', until, 'end', mayRenew ? ` The deal may be renewed, ${periodWords(deal.renews)} at a time.` : '');
  }
  return parts;
}

function originOf(clause: Clause, origin: Deal, node: NodeIndex, name: string): string {
  for (let parent = clause.parent; parent; parent = parent.parent) {
    if (writtenValue(parent.deal.tree, parent.node, name) === node && parent.deal === origin)
      return `as ${parent.label ?? parent.kind.name} says`;
  }
  return headerOf(origin, clause.deal);
}
