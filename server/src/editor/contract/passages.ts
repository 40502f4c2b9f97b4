import type { PairVerdict } from '../../conflicts/pair.ts';
import type { Clause, Effect } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { quoteNodesOf } from '../../rules/clause-reference.ts';
import { startOf } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { type Meeting, meetingsOf } from '../pairs-of-clause.ts';
import { effectsOf } from '../sentence/clause-effects.ts';

/** What a passage of a contract does. `exception`: it takes something out of its clause. */
export type PassageEffect = Effect | 'exception';

/** A passage of a contract that a clause annotates, verified. */
export interface ContractPassage {
  readonly clause: Clause;
  readonly effect: PassageEffect;
  /** From its first word to its last, in the text of the contract. UTF-16 offsets. */
  readonly span: Span;
  /** Its pieces: what `[...]` leaves out of a quote lies between them. */
  readonly pieces: readonly Span[];
  /** The quote in the clause's file. */
  readonly quote: Span;
  /** The clauses that its clause meets, the worst first; of an exception: none. */
  readonly meetings: readonly Meeting[];
}

/** Of several effects the one that restrains most is shown. */
const MOST_RESTRAINING: readonly Effect[] = [
  ...(['excludes', 'forbids', 'preempts', 'obliges', 'equalizes', 'waives', 'permits', 'records'] as const),
];

const known = new WeakMap<Analysis, ReadonlyMap<string, readonly ContractPassage[]>>();
const NONE: readonly ContractPassage[] = [];

/** The verified passages of a contract, in the order in which they start; `source` as a deal names it, relative to the root. */
export function contractPassages(analysis: Analysis, source: string): readonly ContractPassage[] {
  let bySource = known.get(analysis);
  if (!bySource) {
    bySource = groupedBySource(analysis);
    known.set(analysis, bySource);
  }
  return bySource.get(source) ?? NONE;
}

/** Those at an offset, the shortest first; the end of a passage counts too. */
export const passagesAt = (analysis: Analysis, source: string, offset: number): readonly ContractPassage[] =>
  contractPassages(analysis, source)
    .filter(({ pieces }) => pieces.some(({ start, end }) => start <= offset && offset <= end))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));

/** What is reported of the clause of a passage, the worst first. */
export const worstOf = ({ meetings }: ContractPassage): PairVerdict['verdict'] | undefined =>
  meetings.find(({ finding }) => finding !== undefined && finding.past !== true)?.pair.verdict;

function groupedBySource(analysis: Analysis): ReadonlyMap<string, readonly ContractPassage[]> {
  const bySource = new Map<string, ContractPassage[]>();
  for (const { clause, span: quote, source, match } of analysis.passages) {
    if (match.kind !== 'verified' || match.spans.length === 0) continue;
    const pieces = match.spans;
    const isOwn = quoteNodesOf(clause).some((node) => startOf(clause.deal.tree, node) === quote.start);
    const passage: ContractPassage = {
      clause,
      effect: isOwn ? effectOf(analysis, clause) : 'exception',
      span: { start: pieces[0].start, end: pieces[pieces.length - 1].end },
      pieces,
      quote,
      meetings: isOwn ? meetingsOf(analysis, clause) : [],
    };
    const own = bySource.get(source);
    if (own) own.push(passage);
    else bySource.set(source, [passage]);
  }
  for (const passages of bySource.values()) passages.sort((a, b) => a.span.start - b.span.start);
  return bySource;
}

function effectOf({ model }: Analysis, clause: Clause): Effect {
  const effects = effectsOf(model, clause);
  return MOST_RESTRAINING.find((effect) => effects.includes(effect)) ?? 'records';
}
