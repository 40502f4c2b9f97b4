import type { Clause } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { referenceTo } from '../../rules/clause-reference.ts';
import type { ClauseReference } from '../../rules/finding.ts';
import type { Span } from '../../text/span.ts';
import { countsOfMeetings } from '../code-lenses.ts';
import { asWords } from '../words.ts';
import { type ContractPassage, contractPassages } from './passages.ts';

/** What stands above a passage of a contract. */
export interface ContractLens {
  /** The passage. UTF-16 offsets in the text of the contract. */
  readonly span: Span;
  /** "exclusive · 1 conflict" */
  readonly title: string;
  /** The clause of the passage, then those that it meets, the worst first. */
  readonly clauses: readonly ClauseReference[];
}

/** A lens over each passage of a contract. Of several passages of one clause the first has it. */
export function contractLenses(analysis: Analysis, source: string): readonly ContractLens[] {
  const seen = new Set<Clause>();
  return contractPassages(analysis, source).flatMap((passage) => {
    if (passage.effect === 'exception' || seen.has(passage.clause)) return [];
    seen.add(passage.clause);
    return [lensOf(passage)];
  });
}

function lensOf({ span, clause, meetings }: ContractPassage): ContractLens {
  const counts = countsOfMeetings(meetings);
  const others = new Set<Clause>(meetings.map(({ other }) => other));
  return {
    span,
    title: [asWords(clause.kind.name), counts].filter((part) => part !== '').join(' · '),
    clauses: [clause, ...others].map(referenceTo),
  };
}
