/**
 * Texts of contracts in Markdown. Names, titles and passages come from whoever wrote them: nothing in them may become a
 * link, an image, markup or HTML, or hide or reorder what stands around it.
 */

/** Control characters, and marks that reorder a line. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A text on one line, without what could act on the page that shows it. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSAFE, '\ufffd').trim();

/** A text of unknown origin as Markdown that shows exactly it, on one line. */
export const escapeMarkdown = (text: string): string => escapeInline(plain(text));

function escapeInline(text: string): string {
  return (
    text
      .replace(UNSAFE, ' ')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]{}~|$@]/g, '\\$&')
      // Bare addresses become links without any brackets.
      .replace(/:\/\//g, ':\\/\\/')
      .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, '\\.')
      // What makes a heading, a list, or a line below a heading at the start of a line.
      .replace(/^[-+=#]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}

/** Several lines of unknown origin, such as a comment; each stays a line of one paragraph. */
export const escapeLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => escapeMessage(plain(line)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

/** A name in the type of code: nothing in it is markup. */
export function code(text: string): string {
  const shown = plain(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 || shown === '' ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** A message or a comment: plain text in which names may stand between backticks. */
export const escapeMessage = (message: string): string =>
  message
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escapeInline(part)))
    .join('');

export const bold = (markdown: string): string => `**${markdown}**`;

/** A cell of a table, from Markdown: a bare `|` would end it, even within code. */
const cell = (markdown: string): string => markdown.replace(/(?<!\\)\|/g, '\\|').replace(/\n/g, ' ');

/** A table, or nothing where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A passage as a block quote. */
export const blockQuote = (text: string): string => `> ${escapeMarkdown(text)}`;

/** As many of the first items as fit, and how many more there are. */
export const atMost = (items: readonly string[], most: number, more: (count: number) => string): readonly string[] =>
  items.length <= most ? items : [...items.slice(0, most), more(items.length - most)];

/** A passage cut between its words. */
export function clipped(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // Never between the two halves of a character.
  const kept = line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/\s+\S{0,20}$/, '')} …`;
}

/** Paragraphs, those that are empty left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');
