import type { ReadText } from '../evidence/read-text.ts';
import type { PlainParagraph } from './docx/plain-docx.ts';

/** A line that starts like an item of a list or a numbered section begins a paragraph, and goes on with none. */
const STARTS_ANEW =
  /^\s*(?:[-*+•]\s|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxlc]{1,6})[.)](?:\s|$)|§|第.{1,6}[条章节])/iu;

/**
 * The paragraphs of a text: what stands between empty lines, lines joined where `joinsLines`, which is what Markdown means
 * by them. A heading is a paragraph by itself.
 */
export function plainParagraphs({ text, headings }: ReadText, joinsLines: boolean): readonly PlainParagraph[] {
  const levels = new Map(headings.map(({ start, level }) => [start, level]));
  const paragraphs: PlainParagraph[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) paragraphs.push({ text: lines.join(joinsLines ? ' ' : '\n') });
    lines = [];
  };
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (const line of text.slice(start).split(/\r\n|\r|\n/)) {
    const level = levels.get(start);
    const shown = joinsLines ? line.trim() : line.trimEnd();
    if (level !== undefined && shown.trim() !== '') {
      flush();
      paragraphs.push({ text: shown.trim(), level });
    } else if (shown.trim() === '') flush();
    else {
      if (joinsLines && STARTS_ANEW.test(line)) flush();
      lines.push(shown);
    }
    start += line.length + (text.startsWith('\r\n', start + line.length) ? 2 : 1);
  }
  flush();
  return paragraphs;
}
