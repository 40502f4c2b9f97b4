import type { Analysis } from '../../portfolio/check.ts';
import { clauseSentence } from '../clause-sentence.ts';
import type { Hover } from '../hover/hover-result.ts';
import { clauseLink, type LinkTo } from '../hover/links.ts';
import { escapeMarkdown, paragraphs } from '../hover/markdown.ts';
import { meetingsText } from '../hover/meetings-text.ts';
import { asWords } from '../words.ts';
import { EFFECT_WORDS } from './effect-words.ts';
import { type ContractPassage, passagesAt } from './passages.ts';

/**
 * What the clauses of the passages at an offset of a contract say, and which other clauses they meet. The Markdown is safe.
 * The span is that of the shortest passage. Undefined where nobody has annotated anything.
 */
export function contractHover(analysis: Analysis, source: string, offset: number, linkTo?: LinkTo): Hover | undefined {
  const passages = passagesAt(analysis, source, offset);
  if (passages.length === 0) return undefined;
  const texts = new Map(passages.map((passage) => [passage.clause, passageText(analysis, passage, linkTo)]));
  const [{ pieces }] = passages;
  const span = pieces.find(({ start, end }) => start <= offset && offset <= end) ?? pieces[0];
  return { markdown: [...texts.values()].join('\n\n---\n\n'), span };
}

function passageText(analysis: Analysis, { clause, effect }: ContractPassage, linkTo: LinkTo | undefined): string {
  const kind = escapeMarkdown(asWords(clause.kind.name));
  return paragraphs(
    `${clauseLink(clause, linkTo)} · ${kind} · ${EFFECT_WORDS[effect]}`,
    escapeMarkdown(clauseSentence(analysis, clause)),
    effect === 'exception' ? '' : meetingsText(analysis, clause, linkTo),
  );
}
