import { formattedClause } from '../../exchange/formatted-clause.ts';
import type { Clause, Deal } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { endOf } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { blockOf } from '../block-of.ts';
import type { AnnotatedPassage } from './annotated-passage.ts';
import { type ClauseInMaking, clauseSnippet, statedClause } from './clause-in-making.ts';

/**
 * A clause behind the one whose passage comes before in the contract, else at the end of the deal's block. `start`: where its
 * own passage starts.
 */
export function intoDeal(analysis: Analysis, deal: Deal, clause: ClauseInMaking, start: number): AnnotatedPassage {
  const { tree, file } = deal;
  const block = blockOf(tree, deal.node);
  if (block === undefined || tree.text[block.end - 1] !== '}') {
    return { refusal: `The deal \`${deal.name}\` has no braces for its clauses: mend it first.` };
  }
  const before = clauseBefore(analysis, deal, start);
  const behind =
    before === undefined ? endOfText(tree.text, block) : behindComment(tree.text, endOf(tree, before.node));
  const isFirst = tree.text.slice(block.start + 1, behind).trim() === '';
  const { at, around } = linesAt(tree.text, behind, isFirst);
  const newText = around(formattedClause(statedClause(clause)));
  const snippet = clauseSnippet(clause);
  return {
    edits: [{ file, start: at, end: at, newText }],
    creates: [],
    cursor: { file, offset: at + newText.lastIndexOf(')') },
    ...(snippet === undefined ? {} : { snippet: { file, offset: at, text: around(snippet) } }),
  };
}

/** Where lines go behind an offset, and how they are set apart: at the start of the next line, if nothing follows on this. */
function linesAt(text: string, behind: number, isFirst: boolean) {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = (lines: string): string => lines.replaceAll('\n', lineEnd);
  const apart = isFirst ? '' : lineEnd;
  const rest = /^[^\S\r\n]*(?:\r\n|\r|\n)/.exec(text.slice(behind))?.[0];
  return rest === undefined
    ? { at: behind, around: (lines: string) => `${lineEnd}${apart}${written(lines)}${lineEnd}` }
    : { at: behind + rest.length, around: (lines: string) => `${apart}${written(lines)}${lineEnd}` };
}

/** Behind the comment that follows on the same line, if one does. */
function behindComment(text: string, offset: number): number {
  const comment = /^[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(text.slice(offset))?.[0];
  return offset + (comment?.length ?? 0);
}

/** Behind the last word of a block: its closing brace stays on its line. */
function endOfText(text: string, { start, end }: Span): number {
  let at = end - 1;
  while (at > start + 1 && /\s/.test(text[at - 1])) at--;
  return at;
}

/** The clause of a deal's own block whose passage starts last before an offset of the contract. */
function clauseBefore({ passages }: Analysis, deal: Deal, start: number): Clause | undefined {
  let found: Clause | undefined;
  let latest = -1;
  for (const { clause, match } of passages) {
    if (clause.deal !== deal || match.kind !== 'verified') continue;
    const [first] = match.spans;
    if (first.start > start || first.start < latest) continue;
    latest = first.start;
    found = outermost(clause);
  }
  return found;
}

const outermost = (clause: Clause): Clause => (clause.parent === undefined ? clause : outermost(clause.parent));
