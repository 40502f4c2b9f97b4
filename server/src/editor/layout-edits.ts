import { asciiTwin, isWideSpace } from '../syntax/characters.ts';
import type { TextEdit } from '../text/edit.ts';

/** An edit that changes nothing but layout. */
export interface LayoutEdit extends TextEdit {
  /** The offset of the character that the changed space leads up to, or of the changed character itself. */
  readonly anchor: number;
}

/** What the layout may change: white space and commas. */
function isLayout(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13) || unit === 44;
  return isWideSpace(unit) || asciiTwin(unit) === 44;
}

/**
 * The edits from a text to its layout, in order: one for each run of white space and commas that differs, and one for
 * each full-width character. Undefined where the two differ in more.
 */
export function layoutEdits(text: string, formatted: string): LayoutEdit[] | undefined {
  const edits: LayoutEdit[] = [];
  // The byte order mark is no part of the layout.
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let j = formatted.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (i < text.length || j < formatted.length) {
    const [start, from] = [i, j];
    while (i < text.length && isLayout(text, i)) i++;
    while (j < formatted.length && isLayout(formatted, j)) j++;
    const newText = formatted.slice(from, j);
    if (text.slice(start, i) !== newText) edits.push({ ...trimmed(text, { start, end: i, newText }), anchor: i });
    if (i >= text.length || j >= formatted.length) break;
    if (text[i] !== formatted[j]) {
      if (asciiTwin(text.charCodeAt(i)) !== formatted.charCodeAt(j)) return undefined;
      edits.push({ start: i, end: i + 1, newText: formatted[j], anchor: i });
    }
    i++;
    j++;
  }
  return i >= text.length && j >= formatted.length ? edits : undefined;
}

/** An edit without what both texts start or end with; a line end of two characters stays whole. */
function trimmed(text: string, { start, end, newText }: TextEdit): TextEdit {
  const old = text.slice(start, end);
  const most = Math.min(old.length, newText.length);
  let head = 0;
  while (head < most && old[head] === newText[head]) head++;
  if (old[head - 1] === '\r') head--;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  if (tail > 0 && old.at(-tail) === '\n' && old.at(-1 - tail) === '\r') tail--;
  return { start: start + head, end: end - tail, newText: newText.slice(head, newText.length - tail) };
}
