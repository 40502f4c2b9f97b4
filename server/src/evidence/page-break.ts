import type { Span } from '../text/span.ts';

/** Longer than this, what stands between two lines is no footer, in UTF-16 units. */
const LONGEST = 300;
const lineBreak = /\n/;
const blankLine = /\n[ \t\r]*\n/;
/** "3", "- 3 -", "Page 3 of 10". */
const pageNumber = /^[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/i;
/** A page number in front of more of a footer, or behind it: "3\n\nSource: ACME, INC., 10-Q, 11/20/2019". */
const footer = /^\d{1,4}\s*\n|\n\s*(?:[-–—]\s*)?(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—])?$/i;

/** Whether what stands at `span` of a text, between two words of a sentence, is what pages end or start with. */
export function isPageBreak(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST) return false;
  const within = text.slice(start, end);
  const before = /\s*$/.exec(text.slice(Math.max(0, start - LONGEST), start))?.[0] ?? '';
  const after = /^\s*/.exec(text.slice(end, end + LONGEST))?.[0] ?? '';
  if (pageNumber.test(within)) return lineBreak.test(after) && (lineBreak.test(before) || blankLine.test(after));
  return footer.test(within) && lineBreak.test(after) && (blankLine.test(after) || blankLine.test(before));
}
