import { prepareSource } from '../evidence/prepare-source.ts';
import type { ReadText } from '../evidence/read-text.ts';
import type { Analysis } from '../portfolio/check.ts';
import { commentsOn } from './clause-comments.ts';
import { passageFinder } from './clause-passages.ts';
import { type DocumentComment, openDocx } from './docx/annotate-docx.ts';
import { placePassage } from './docx/place-passage.ts';
import { plainDocx } from './docx/plain-docx.ts';
import { ExportProblem } from './export-problem.ts';
import type { NotUnderstood } from './not-understood.ts';
import { plainParagraphs } from './plain-paragraphs.ts';

/** A contract to be shown with comments: a Word document as it is, or the text of any other kind of file. */
export type Contract =
  | { readonly kind: 'docx'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly read: ReadText; readonly isMarkdown: boolean };

export interface ExportedDocx {
  readonly bytes: Uint8Array;
  /** How many clauses have their comments beside their passages. */
  readonly placed: number;
  /** Clauses whose passage the document's body does not have: `deal.label`. */
  readonly notPlaced: readonly string[];
}

/**
 * A contract as a Word document in which every clause that quotes it, and every finding about one, is a comment at its
 * passage. Of a Word document nothing else changes; of any other file a plain one is made. `source` is the contract's path
 * as the deals name it, relative to the portfolio's root.
 */
export function exportDocx(analysis: Analysis, source: string, contract: Contract): ExportedDocx | NotUnderstood {
  try {
    const bytes =
      contract.kind === 'docx' ? contract.bytes : plainDocx(plainParagraphs(contract.read, contract.isMarkdown));
    const document = openDocx(bytes);
    const prepared = prepareSource(document.text, 'text');
    const comments: DocumentComment[] = [];
    const notPlaced: string[] = [];
    const clauses = commentsOn(analysis, source, passageFinder(analysis));
    for (const { name, quotes, comments: texts } of clauses) {
      const spans = quotes.flatMap(({ pieces, passage }) => placePassage(prepared, pieces, passage) ?? []);
      if (spans.length === 0) notPlaced.push(name);
      for (const [index, span] of spans.entries()) {
        if (index === 0) comments.push(...texts.map((paragraphs) => ({ span, paragraphs })));
        else comments.push({ span, paragraphs: [`${name}, continued (${index + 1} of ${spans.length})`] });
      }
    }
    const stamp = { author: 'Deal', initials: 'D', date: `${analysis.options.asOf}T00:00:00Z` };
    return {
      bytes: document.withComments(comments, stamp),
      placed: clauses.length - notPlaced.length,
      notPlaced,
    };
  } catch (error) {
    if (error instanceof ExportProblem) return { problem: error.message };
    throw error;
  }
}
