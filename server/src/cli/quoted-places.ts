import { placeName } from '../evidence/describe-match.ts';
import type { ClauseReference } from '../rules/finding.ts';
import type { QuotedPassage } from '../rules/quotes.ts';
import type { PassagePlace, Report } from './reporters/report.ts';

/** Looks up where the passages of a clause stand. They are sorted out when the first is asked for. */
export function quotedPlaces(passages: () => readonly QuotedPassage[]): Report['passagesOf'] {
  let byClause: Map<string, PassagePlace[]> | undefined;
  return (clause) => {
    byClause ??= sortedOut(passages());
    return byClause.get(keyOf(clause)) ?? [];
  };
}

const keyOf = ({ file, name }: Pick<ClauseReference, 'file' | 'name'>): string => `${file}\0${name}`;

function sortedOut(passages: readonly QuotedPassage[]): Map<string, PassagePlace[]> {
  const byClause = new Map<string, PassagePlace[]>();
  for (const { clause, span, source, match } of passages) {
    // The quotes of a clause stand above its name, those of its exceptions below.
    if (match.kind !== 'verified' || span.start > clause.span.start) continue;
    const name = placeName(match);
    const places = match.spans.map((piece) => ({
      file: source,
      span: piece,
      ...(name === undefined ? {} : { name }),
    }));
    const key = keyOf({ file: clause.deal.file, name: clause.name });
    byClause.set(key, [...(byClause.get(key) ?? []), ...places]);
  }
  return byClause;
}
