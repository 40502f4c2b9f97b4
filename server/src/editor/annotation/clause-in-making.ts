import { formattedClause } from '../../exchange/formatted-clause.ts';
import type { WrittenClause, WrittenQuote } from '../../exchange/written-deal.ts';
import type { Span } from '../../text/span.ts';
import type { OpenArgument } from './open-value.ts';
import { type ArgumentSpans, argumentSpans, type Stop, snippetOf } from './snippet-stops.ts';

/** A clause for a passage, some of whose arguments are still to be chosen. */
export interface ClauseInMaking {
  readonly quotes: readonly WrittenQuote[];
  readonly kind: string;
  /** What the passage states. */
  readonly given: WrittenClause['arguments'];
  readonly open: readonly OpenArgument[];
}

/** With what the passage states, and no more. */
export const statedClause = ({ quotes, kind, given }: ClauseInMaking): WrittenClause => ({
  quotes,
  kind,
  arguments: given,
});

/** With what stands in the open arguments until they are chosen: who first, when last. */
export const fullClause = ({ quotes, kind, given, open }: ClauseInMaking): WrittenClause => ({
  quotes,
  kind,
  arguments: [...open.map(({ name, value }) => [name, value] as const), ...given].sort(
    ([a], [b]) => rankOf(a) - rankOf(b),
  ),
});

const rankOf = (name: string): number => (name === 'by' ? 0 : name === 'until' ? 2 : 1);

/** The lines of the clause as a snippet; undefined where its text does not hold what it should. */
export function clauseSnippet(clause: ClauseInMaking): string | undefined {
  const head = 'deal a (by = b) {\n';
  const lines = formattedClause(fullClause(clause));
  const spans = argumentSpans(`${head}${lines}\n}`);
  if (spans === undefined) return undefined;
  const within = ({ start, end }: Span): Span => ({ start: start - head.length, end: end - head.length });
  const stops = clauseStops(spans.clause, clause, 1);
  return snippetOf(
    lines,
    stops.map((stop) => ({ ...stop, span: within(stop.span) })),
  );
}

/** First the open arguments, numbered from `first`, then those that are given; last behind the clause. */
export function clauseStops(
  { values, parentheses }: ArgumentSpans,
  { open }: ClauseInMaking,
  first: number,
): readonly Stop[] {
  const choices = new Map(open.map((argument) => [argument.name, argument.choices]));
  const inOrder = [...values].sort(([a], [b]) => Number(!choices.has(a)) - Number(!choices.has(b)));
  const stops = inOrder.map(
    ([name, span], index): Stop => ({ span, number: first + index, choices: choices.get(name) ?? [] }),
  );
  const end = values.size === 0 ? parentheses.start + 1 : parentheses.end;
  return [...stops, { span: { start: end, end }, number: 0, choices: [] }];
}
