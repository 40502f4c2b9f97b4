import { nextOf, startOf, type Tree } from '../syntax/tree.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { eachLexeme } from './lexemes.ts';

/** Two spaces for each bracket or brace that is open at an offset, as an edit; only where its line is empty so far. */
export function indentation(tree: Tree, offset: number): TextEdit[] {
  const { text } = tree;
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  let end = offset;
  while (end < text.length && /[^\S\r\n]/.test(text[end])) end++;
  const isEmpty = text.slice(start, offset).trim() === '' && (end === text.length || /[\r\n]/.test(text[end]));
  if (!isEmpty) return [];
  const raw = rawStretches(tree, offset);
  if (raw.some((stretch) => stretch.start < offset && offset < stretch.end)) return [];
  const newText = '  '.repeat(openBrackets(text, declarationStart(tree, offset), offset, raw));
  return text.slice(start, end) === newText ? [] : [{ start, end, newText }];
}

/** Where the declaration starts that an offset lies in or behind. */
function declarationStart(tree: Tree, offset: number): number {
  let found = 0;
  for (let child = 1, end = nextOf(tree, 0); child < end; child = nextOf(tree, child)) {
    if (startOf(tree, child) >= offset) break;
    found = startOf(tree, child);
  }
  return found;
}

/** Comments, quotes and strings: brackets in them are words of a text. */
function rawStretches(tree: Tree, before: number): Span[] {
  const found: Span[] = [];
  eachLexeme(tree, { start: declarationStart(tree, before), end: before }, (kind, start, end) => {
    if (kind === 'comment' || kind === 'quote' || kind === 'string') found.push({ start, end });
  });
  return found;
}

const OPENERS = '({[（｛［';
const CLOSERS = ')}]）｝］';

function openBrackets(text: string, from: number, to: number, raw: readonly Span[]): number {
  let [open, next] = [0, 0];
  for (let i = from; i < to; i++) {
    while (next < raw.length && raw[next].end <= i) next++;
    if (next < raw.length && raw[next].start <= i) continue;
    if (OPENERS.includes(text[i])) open++;
    else if (CLOSERS.includes(text[i])) open = Math.max(0, open - 1);
  }
  return open;
}
