import { findQuote } from '../evidence/find-quote.ts';
import type { PreparedSource } from '../evidence/prepare-source.ts';
import { piecesOf, type QuoteText, sourceOffset } from '../syntax/values.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Finding } from './finding.ts';

/** Quotes whose words are in the source, but whose locator or mark of omission is not written as one. */

export type MistakenQuote = Pick<Finding, 'message' | 'help' | 'fix'>;

/** What is mistaken about a quote that is not in the source as it is written; undefined where its words are not there. */
export const mistakenQuote = (source: PreparedSource, quote: QuoteText): MistakenQuote | undefined =>
  (quote.locator === undefined ? mistakenLocator(source, quote) : undefined) ?? mistakenOmission(source, quote);

const NUMBERED = String.raw`(?:§+ ?|(?:section|sec\.|clause|article|art\.|paragraph|para\.|schedule|exhibit|annex|appendix|page|p\.) )`;
/** `[Section 4] The …`, `§4 The …`, `Section 4: The …` */
const LEADING = new RegExp(
  `^(?:\\[([^\\][]{1,60})\\]|\\((§[^()]{1,60})\\)|(${NUMBERED}[\\w.()-]{1,20}))[:,.]?\\s+`,
  'i',
);
/** `… described [§4]`, `… described (Section 4).` */
const TRAILING = new RegExp(`\\s*(?:\\[([^\\][]{1,60})\\]|\\((${NUMBERED}[^()]{1,60})\\))\\.?$`, 'i');
/** What stands in brackets and is meant as a locator, whether or not it leads to the passage. */
const SAID = new RegExp(`^${NUMBERED}`, 'i');

function mistakenLocator(source: PreparedSource, quote: QuoteText): MistakenQuote | undefined {
  const { text } = quote;
  for (const [shape, isLast] of [
    [LEADING, false],
    [TRAILING, true],
  ] as const) {
    const found = shape.exec(text);
    const written = found?.slice(1).find((group) => group !== undefined);
    if (found === null || written === undefined) continue;
    const [from, to] = [found.index, found.index + found[0].length];
    const rest = isLast ? text.slice(0, from) : text.slice(to);
    const locator = locatorMeant(source, piecesOf(rest), written);
    if (locator === undefined || (locator === '' && !(found[1] && SAID.test(found[1])))) continue;
    const message = `A locator stands first and opens with \`[§\`: \`${found[0].trim()}\` is read as words of the passage.`;
    if (locator === '') return { message, help: 'Write it as in `[§4]`, or take it out.' };
    const first = { ...editOf(quote, 0, isLast ? 0 : to), newText: `[${locator}] ` };
    const edits = isLast ? [first, { ...editOf(quote, from, to), newText: '' }] : [first];
    const help = `Write \`[${locator}]\` before the passage.`;
    return { message, help, fix: { title: `Write \`[${locator}]\` first`, edits } };
  }
  return undefined;
}

/** The locator that is meant by words at a passage; empty where none leads to it, undefined where it is not in the source. */
function locatorMeant(source: PreparedSource, pieces: readonly string[], written: string): string | undefined {
  const found = findQuote(source, { pieces });
  if (found.kind !== 'verified' && found.kind !== 'ambiguous') return undefined;
  const plain = written.trim().replace(/^(?:§+|(?:section|sec\.|clause|paragraph|para\.)(?= ))\s*/i, '');
  const locator = `§${plain}`;
  return findQuote(source, { pieces, locator }).kind === 'verified' ? locator : '';
}

/** Marks that stand for words left out, in contracts and elsewhere. */
const DOTS = String.raw`\.{3,4}|\. \. \.(?: \.)?|…|\* ?\* ?\*`;
const MARKS = new RegExp(`<omitted>|\\[ ?(?:${DOTS}) ?\\]|\\((?:${DOTS})\\)|${DOTS}`, 'gi');

function mistakenOmission(source: PreparedSource, quote: QuoteText): MistakenQuote | undefined {
  const marks = quote.pieces.flatMap((piece, index) => {
    const at = quote.pieceOffsets[index];
    if (piece.search(MARKS) === -1 || findQuote(source, { pieces: [piece] }).kind !== 'missing') return [];
    return [...piece.matchAll(MARKS)].map(({ 0: mark, index: start }) => ({ mark, start: at + start }));
  });
  if (marks.length === 0) return undefined;
  let text = quote.text;
  for (const { mark, start } of [...marks].reverse()) {
    text = `${text.slice(0, start)}[...]${text.slice(start + mark.length)}`;
  }
  const { kind } = findQuote(source, { pieces: piecesOf(text), ...(quote.locator && { locator: quote.locator }) });
  if (kind === 'missing' || kind === 'empty') return undefined;
  const edits = marks.map(({ mark, start }) => ({ ...editOf(quote, start, start + mark.length), newText: '[...]' }));
  return {
    message: `The words are in the source, but \`${marks[0].mark.trim()}\` is read as one of them.`,
    help: 'Write `[...]` where words are left out: it joins two pieces of a passage.',
    fix: { title: 'Write `[...]`', edits },
  };
}

/** Where a stretch of the quote's text stands in the file. */
function editOf(quote: QuoteText, from: number, to: number): Omit<TextEdit, 'newText'> {
  const start = sourceOffset(quote, from);
  return { start, end: to === from ? start : sourceOffset(quote, to - 1) + 1 };
}
