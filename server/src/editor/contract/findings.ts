import type { Clause } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { ClauseReference, Finding } from '../../rules/finding.ts';
import type { Span } from '../../text/span.ts';
import { contractPassages } from './passages.ts';

/** A finding about two clauses, at the passage of one of them. */
export interface ContractFinding {
  readonly finding: Finding;
  /** The passage. UTF-16 offsets in the text of the contract. */
  readonly span: Span;
  /** The passage of the other clause in its own contract, and where both clauses stand. */
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  /** Relative to the portfolio's root: a contract, or a `.deal` file. */
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/** What is reported of the clauses whose passages stand in a contract. `findings`: what is reported in the portfolio. */
export function contractFindings(
  analysis: Analysis,
  source: string,
  findings: readonly Finding[] = analysis.findings,
): readonly ContractFinding[] {
  const places = firstPassages(analysis, source);
  if (places.size === 0) return [];
  return findings
    .filter(({ verdict, clauses }) => verdict !== undefined && clauses.length === 2)
    .flatMap((finding) =>
      finding.clauses.flatMap((own, index): ContractFinding[] => {
        const span = places.get(own.name);
        if (span === undefined) return [];
        const other = finding.clauses[1 - index];
        return [{ finding, span, related: [...placesOf(analysis, other), clausePlace(own)] }];
      }),
    )
    .sort((a, b) => a.span.start - b.span.start);
}

/** The first piece of the first passage of each clause, by its name. */
function firstPassages(analysis: Analysis, source: string): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  for (const { clause, effect, pieces } of contractPassages(analysis, source)) {
    if (effect !== 'exception' && !places.has(clause.name)) places.set(clause.name, pieces[0]);
  }
  return places;
}

/** A clause's passage in its contract, if it is verified, and where the clause stands. */
function placesOf(analysis: Analysis, clause: ClauseReference): readonly RelatedPlace[] {
  const source = sourceOf(analysis, clause);
  const span = source === undefined ? undefined : firstPassages(analysis, source).get(clause.name);
  const passage = source === undefined || span === undefined ? [] : [{ file: source, span, message: words(clause) }];
  return [...passage, clausePlace(clause)];
}

const clausePlace = (clause: ClauseReference): RelatedPlace => ({
  file: clause.file,
  span: clause.span,
  message: words(clause),
});

function sourceOf({ model }: Analysis, { file, name }: ClauseReference): string | undefined {
  const isIt = (clause: Clause): boolean => clause.name === name;
  return model.dealsIn(file).find(({ clauses }) => clauses.some(isIt))?.source;
}

function words({ name, quote, locator }: ClauseReference): string {
  if (quote === undefined) return `\`${name}\`, which annotates no passage`;
  return `\`${name}\`: ${locator === undefined ? '' : `[${locator}] `}“${quote}”`;
}
