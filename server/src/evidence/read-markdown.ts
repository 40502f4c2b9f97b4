import { type Marker, markInline, referenceLabel } from './markdown-inline.ts';
import type { MarkedHeading, ReadText } from './read-text.ts';
import { textOfCodes } from './text-map.ts';

const KEEP = 0;
const DROP = 1;
const BLANK = 2;
const REPLACE = 3;

/** What becomes of each UTF-16 unit, and by start offset what stands for the replaced ones. */
interface Marks extends Marker {
  readonly of: Uint8Array;
  readonly replacements: ReadonlyMap<number, { readonly end: number; readonly text: string }>;
}

/** Lines whose inline markup belongs together. UTF-16 offsets. */
interface Block {
  readonly start: number;
  end: number;
}

/** What has been seen of the lines above. */
interface Outline {
  readonly text: string;
  readonly marks: Marks;
  readonly blocks: Block[];
  readonly headings: MarkedHeading[];
  /** The block that the next line may go on with. */
  open: Block | undefined;
  /** The run that opened a fence not yet closed; empty outside one. */
  fence: string;
}

const quoteMarker = /(?: {0,3}>[ \t]?)+/y;
const bullet = /[ \t]*[-*+][ \t]+(?=\S)/y;
const fence = /[ \t]*(`{3,}|~{3,})[^`\n]*$/my;
const heading = /[ \t]{0,3}(#{1,6})(?=[ \t]|\r?$)[ \t]*/my;
const rule = /[ \t]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}\r?$/my;
const underline = /[ \t]{0,3}(=+|-{2,})[ \t]*\r?$/my;
const tableRule = /[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*\r?$/my;
const tableRow = /[ \t]*\|.*\|[ \t]*\r?$/my;
const definition = /^ {0,3}\[([^[\]]{1,999})\]:[ \t]*\S.*$/gm;

/**
 * The words of a Markdown text: CommonMark's markup and GitHub's tables and strike-through taken out, lines kept.
 * The numbers of ordered lists stay, for in a contract they are its section numbers; and so do indented lines, which
 * in a contract are text and not code.
 */
export function readMarkdown(text: string): ReadText {
  const marks = createMarks(text.length);
  markComments(text, marks);
  const references = markDefinitions(text, marks);
  const outline: Outline = { text, marks, blocks: [], headings: [], open: undefined, fence: '' };
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    markLine(outline, start, end);
    start = end + 1;
  }
  for (const block of outline.blocks) markInline(text, block.start, block.end, references, marks);
  return build(text, marks, outline.headings);
}

function createMarks(length: number): Marks {
  const of = new Uint8Array(length);
  const replacements = new Map<number, { end: number; text: string }>();
  return {
    of,
    replacements,
    isKept: (offset) => of[offset] === KEEP,
    drop: (start, end) => of.fill(DROP, start, end),
    blank: (start, end) => of.fill(BLANK, start, end),
    replace(start, end, replacement) {
      of.fill(DROP, start, end);
      of[start] = REPLACE;
      replacements.set(start, { end, text: replacement });
    },
  };
}

function markComments(text: string, marks: Marks): void {
  let open = text.indexOf('<!--');
  while (open >= 0) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return;
    if (text.slice(open, close).includes('\n')) marks.blank(open, close + 3);
    else marks.drop(open, close + 3);
    open = text.indexOf('<!--', close + 3);
  }
}

function markDefinitions(text: string, marks: Marks): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const match of text.matchAll(definition)) {
    if (match[1].startsWith('^')) continue;
    labels.add(referenceLabel(match[1]));
    marks.blank(match.index, match.index + match[0].length);
  }
  return labels;
}

function markLine(outline: Outline, start: number, end: number): void {
  const { text, marks } = outline;
  const content = dropAt(quoteMarker, text, start, end, marks);
  if (markFence(outline, content, end)) return;
  if (text.slice(content, end).trim() === '') outline.open = undefined;
  else if (matchAt(tableRule, text, content, end) !== null) marks.blank(content, end);
  else if (!markUnderline(outline, content, end)) markContent(outline, start, content, end);
}

/** Whether the line is part of a fenced block: its fences go, what is between them stays as it is. */
function markFence(outline: Outline, content: number, end: number): boolean {
  const found = matchAt(fence, outline.text, content, end);
  const opens = found !== null && outline.fence === '';
  const closes = found !== null && outline.fence !== '' && found[1].startsWith(outline.fence);
  if (!opens && !closes) return outline.fence !== '';
  outline.fence = opens ? found[1] : '';
  outline.open = undefined;
  outline.marks.blank(content, end);
  return true;
}

/** Whether the line is a rule, or underlines the paragraph above it as a heading. */
function markUnderline(outline: Outline, content: number, end: number): boolean {
  const { text, marks, headings, open } = outline;
  const underlined = open === undefined ? null : matchAt(underline, text, content, end);
  if (underlined === null && matchAt(rule, text, content, end) === null) return false;
  if (underlined !== null && open !== undefined) {
    headings.push({ start: open.start, level: underlined[1].startsWith('=') ? 1 : 2 });
  }
  marks.blank(content, end);
  outline.open = undefined;
  return true;
}

function markContent(outline: Outline, start: number, content: number, end: number): void {
  const { text, marks, blocks } = outline;
  const afterBullet = dropAt(bullet, text, content, end, marks);
  const level = markHeading(text, afterBullet, end, marks);
  if (level > 0) outline.headings.push({ start, level });
  if (matchAt(tableRow, text, content, end) !== null) markTableRow(text, content, end, marks);
  if (outline.open === undefined || afterBullet !== content || level > 0) {
    outline.open = { start, end };
    blocks.push(outline.open);
  } else outline.open.end = end;
  if (level > 0) outline.open = undefined;
}

/** The level of the heading that starts at `content`, its marks taken out; 0 for any other line. */
function markHeading(text: string, content: number, end: number, marks: Marks): number {
  const found = matchAt(heading, text, content, end);
  if (found === null) return 0;
  marks.drop(content, content + found[0].length);
  const title = text.slice(content, end).trimEnd();
  const closing = /[ \t]#+$/.exec(title);
  if (closing !== null) marks.blank(content + closing.index, content + title.length);
  return found[1].length;
}

function markTableRow(text: string, content: number, end: number, marks: Marks): void {
  for (let index = content; index < end; index++) {
    if (text[index] === '|' && text[index - 1] !== '\\') marks.blank(index, index + 1);
  }
}

function matchAt(pattern: RegExp, text: string, start: number, end: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  return found !== null && found.index + found[0].length <= end ? found : null;
}

function dropAt(pattern: RegExp, text: string, start: number, end: number, marks: Marks): number {
  const found = matchAt(pattern, text, start, end);
  if (found === null) return start;
  marks.drop(start, start + found[0].length);
  return start + found[0].length;
}

function build(text: string, marks: Marks, markedHeadings: readonly MarkedHeading[]): ReadText {
  let capacity = text.length;
  for (const replacement of marks.replacements.values()) capacity += replacement.text.length;
  const codes = new Uint16Array(capacity);
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  let size = 0;
  const push = (code: number, start: number, end: number): void => {
    codes[size] = code;
    starts[size] = start;
    ends[size++] = end;
  };
  const headings: MarkedHeading[] = [];
  for (let index = 0; index < text.length; index++) {
    const next = markedHeadings[headings.length];
    if (next?.start === index) headings.push({ start: size, level: next.level });
    const mark = marks.of[index];
    if (mark === KEEP) push(text.charCodeAt(index), index, index + 1);
    // Lines must stay lines: whatever blanks a range leaves its line breaks.
    else if (mark === BLANK) push(/[\r\n]/.test(text[index]) ? text.charCodeAt(index) : 0x20, index, index + 1);
    else if (mark === REPLACE) {
      const replacement = marks.replacements.get(index);
      if (replacement === undefined) continue;
      for (let at = 0; at < replacement.text.length; at++) {
        push(replacement.text.charCodeAt(at), index, replacement.end);
      }
    }
  }
  const map = { starts: starts.slice(0, size), ends: ends.slice(0, size) };
  return { text: textOfCodes(codes, size), map, headings };
}
