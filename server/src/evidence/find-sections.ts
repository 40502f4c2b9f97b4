import { type InlineLabel, inlineLabels } from './inline-labels.ts';
import { ascends, continues, isNear, isWithin, LARGEST_GAP } from './numbering.ts';
import type { ReadText } from './read-text.ts';
import type { DoubtfulSection, OpenSection, Section, Sections } from './section.ts';
import { asItem, type SectionLabel, sectionLabel } from './section-label.ts';

/** "Exclusivity ..... 12": a line of the table of contents. */
const contentsEntry = /(?:\.{3}|\t|[ \t]{3})[ \t]*\d{1,3}$/;
const CONTENTS_ENTRY_LENGTH = 150;
/** Filings open with the number of the exhibit that they are; it holds no sections apart. */
const FRONT_MATTER = 400;
const TITLE_LENGTH = 120;
/** How far behind the number of an article its title may go, in UTF-16 units. */
const ARTICLE_TITLE = 150;

/** What is open at a line, the outermost first, and everything met so far. */
interface Stack {
  readonly open: OpenSection[];
  readonly found: Section[];
  readonly doubtful: (DoubtfulSection & { end: number })[];
  /** The numbers of the last section and of the last article that the same part of the text has. */
  section: readonly string[] | undefined;
  article: readonly string[] | undefined;
  /** Where the last article starts that has no section yet; else negative. */
  emptyArticle: number;
}

/** The sections of a text up to `end`, in the order of their starts. Offsets are UTF-16 into `read.text`. */
export function findSections(read: Pick<ReadText, 'text' | 'headings'>, textEnd = read.text.length): Sections {
  const stack: Stack = {
    open: [],
    found: [],
    doubtful: [],
    section: undefined,
    article: undefined,
    emptyArticle: -1,
  };
  const { text, headings } = read;
  let heading = 0;
  for (let start = 0; start < textEnd; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > textEnd ? textEnd : newline;
    while (heading < headings.length && headings[heading].start < start) heading++;
    const level = headings[heading]?.start === start ? headings[heading].level : undefined;
    readLine(stack, text, start, end, level);
    start = end + 1;
  }
  closeWhere(stack, 0, textEnd);
  closeDoubtful(stack, textEnd);
  return { sections: stack.found, doubtful: stack.doubtful };
}

function readLine(stack: Stack, text: string, start: number, end: number, level: number | undefined): void {
  const line = text.slice(start, end);
  const content = line.trimStart();
  if (content.trimEnd() === '') return;
  const indent = line.length - content.length;
  const label = lineLabel(stack, content, level !== undefined, text.slice(Math.max(0, start - LINE_BEFORE), start));
  const isFrontMatter = label?.kind === 'part' && start < FRONT_MATTER && stack.found.length === 0;
  if ((label !== undefined && !isFrontMatter) || level !== undefined) {
    open(stack, label, level, indent, start + indent, content);
  }
  const inlines = inlineLabels(content, label?.length ?? 0);
  const numbered = inlines.filter(({ label: { kind }, after }) => kind === 'section' && after !== 'word');
  let next = 0;
  for (const inline of inlines) {
    if (inline === numbered[next]) next++;
    const at = start + indent + inline.offset;
    const titled = content.slice(inline.offset, inline.offset + inline.label.length + TITLE_LENGTH);
    const belief = believed(stack, inline, at, numbered.slice(next, next + LOOK_AHEAD));
    if (belief === 'certain') open(stack, inline.label, undefined, indent, at, titled);
    else if (belief === 'doubtful') {
      closeDoubtful(stack, at);
      stack.doubtful.push({ path: [...(schedule(stack)?.path ?? []), ...inline.label.path], start: at, end: at });
    }
  }
}

/** How many numbers after one may show that it starts a count. */
const LOOK_AHEAD = 2;

/** Whether what may be a label within a line is one; undefined if it is not. */
function believed(
  stack: Stack,
  { label, after }: InlineLabel,
  at: number,
  next: readonly InlineLabel[],
): 'certain' | 'doubtful' | undefined {
  const { path } = label;
  if (label.kind === 'item') return follows(stack, label) ? 'certain' : undefined;
  if (label.kind === 'article') {
    if (after !== 'break') return undefined;
    const gap = Number(path[0]) - Number(stack.article?.[0] ?? 0);
    return gap === 1 || (gap > 1 && gap <= LARGEST_GAP && label.written.startsWith('ARTICLE')) ? 'certain' : 'doubtful';
  }
  const isInTitle = stack.emptyArticle >= 0 && at - stack.emptyArticle < ARTICLE_TITLE;
  if (isInTitle && isWithin(path, stack.article ?? []) && follows(stack, label)) return 'certain';
  if (after === 'word') return undefined;
  if (follows(stack, label)) return 'certain';
  if (after === 'capitals') return undefined;
  const last = stack.section ?? stack.article;
  if (!ascends(last, path)) return 'doubtful';
  const near = last !== undefined && path.length > 1 && isNear(last, path);
  const goesOn = next.some(({ label: { path: other } }) => continues([path], other) || isWithin(other, path));
  return near || goesOn ? 'certain' : 'doubtful';
}

function lineLabel(stack: Stack, content: string, marked: boolean, before: string): SectionLabel | undefined {
  const label = isContentsEntry(content) ? undefined : sectionLabel(content, marked);
  if (label === undefined || (!marked && goesOnFrom(before, label))) return undefined;
  // "within / 10. months": a number that goes on with nothing is part of a sentence broken into lines.
  return label.style === '1.' && !follows(stack, label) ? undefined : label;
}

/** How much before a line is looked at, in UTF-16 units. */
const LINE_BEFORE = 40;
const referring =
  /(?<![\p{L}\p{N}])(?:sections?|clauses?|articles?|paragraphs?|as|in|to|of|under|by|with|the|this|that|at|from|per|see)[ \t]*\r?\n$/iu;
const joining = /(?:[\p{Ll},]|(?<![\p{L}\p{N}])(?:and|or))[ \t]*\r?\n$/u;

/** Whether what looks like a label is a reference that the line before leads to: "attached hereto as / Exhibit B." */
function goesOnFrom(before: string, { kind, written }: SectionLabel): boolean {
  if (kind === 'item') return false;
  const isName = kind === 'part' || kind === 'article';
  if (isName && written === written.toUpperCase()) return false;
  return referring.test(before) || (isName && joining.test(before));
}

function isContentsEntry(content: string): boolean {
  return content.length < CONTENTS_ENTRY_LENGTH && contentsEntry.test(content.trimEnd());
}

/** Opens a section and closes those it ends. */
function open(
  stack: Stack,
  written: SectionLabel | undefined,
  level: number | undefined,
  indent: number,
  start: number,
  content: string,
): void {
  const label = written === undefined ? undefined : settle(stack, written, indent, level);
  count(stack, label, level, start);
  const keep = stack.open.findIndex((section) => ends(stack, section, label, level));
  closeWhere(stack, keep < 0 ? stack.open.length : keep, start);
  const parent = stack.open.at(-1)?.section.chain ?? [];
  const chain = chainOf(stack, parent, label);
  const title = content.slice(label?.length ?? 0, (label?.length ?? 0) + TITLE_LENGTH).trim();
  const section = {
    kind: label?.kind ?? ('heading' as const),
    chain,
    ...naming(stack, chain, label, title),
    title,
    start,
    end: start,
  };
  stack.found.push(section);
  stack.open.push({ label, level, indent, section });
}

function closeWhere(stack: Stack, from: number, end: number): void {
  for (const closed of stack.open.splice(from)) closed.section.end = end;
}

function closeDoubtful(stack: Stack, end: number): void {
  const last = stack.doubtful.at(-1);
  if (last !== undefined && last.end === last.start) last.end = end;
}

/** Keeps what numbers within a line have to go on with. */
function count(stack: Stack, label: SectionLabel | undefined, level: number | undefined, start: number): void {
  if (label?.kind === 'item') return;
  if (label !== undefined || level !== undefined) closeDoubtful(stack, start);
  if (label === undefined) return;
  stack.emptyArticle = label.kind === 'article' ? start : -1;
  if (label.kind === 'part') {
    stack.section = undefined;
    stack.article = undefined;
  } else stack[label.kind] = label.path;
}

/** Decides what a label alone leaves open: whether `(i)` follows `(h)`, and whether `1.` counts a list. */
function settle(stack: Stack, label: SectionLabel, indent: number, level: number | undefined): SectionLabel {
  if (label.kind === 'item') {
    const style = label.style ?? '';
    const letters = style.replace('i', 'a').replace('I', 'A');
    const followsLetter = stack.open.some(({ label: other }) => other?.style === letters && isNext(other, label));
    return followsLetter ? { ...label, style: letters } : label;
  }
  if (label.kind !== 'section' || label.path.length > 1 || level !== undefined) return label;
  const list = stack.open.find(({ label: other }) => other?.style === '1.');
  const top = stack.open.find(({ label: other }) => other?.kind === 'section');
  if (top?.label === undefined) return label;
  if (Number(label.path[0]) <= Number(top.label.path[0])) return asItem(label);
  return list !== undefined && indent === list.indent && indent > top.indent ? asItem(label) : label;
}

/** Whether a label goes on with, or starts, a count that is open: what a number within a line needs to be believed. */
function follows(stack: Stack, label: SectionLabel): boolean {
  if (label.kind === 'section') {
    const lasts = [stack.section, stack.article].filter((path) => path !== undefined);
    const startsAnew = lasts.length === 0 || stack.emptyArticle >= 0;
    return (startsAnew && label.path.every((part) => Number(part) === 1)) || continues(lasts, label.path);
  }
  if (label.kind !== 'item') return false;
  if (/^(?:a|A|i|1)$/.test(label.path[0])) return true;
  return stack.open.some(({ label: other }) => other !== undefined && isNext(other, label));
}

function isNext(last: SectionLabel, next: SectionLabel): boolean {
  if (last.style === undefined || next.style === undefined) return false;
  const wrapping = (style: string) => style.replace(/\w/, '');
  if (wrapping(last.style) !== wrapping(next.style)) return false;
  const [from, to] = [last.path[0], next.path[0]];
  if (/[1]/.test(last.style)) return Number(to) === Number(from) + 1;
  if (/[iI]/.test(last.style))
    return romanOrder.indexOf(to.toLowerCase()) === romanOrder.indexOf(from.toLowerCase()) + 1;
  return from.length === 1 && to.length === 1 && to.charCodeAt(0) === from.charCodeAt(0) + 1;
}

const romanOrder = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** Whether a section with this label and level ends `section`. */
function ends(stack: Stack, section: OpenSection, label: SectionLabel | undefined, level: number | undefined): boolean {
  const numbered = section.label?.kind === 'section' && label?.kind === 'section';
  const within = numbered && isWithin(label.path, section.label?.path ?? []);
  if (level !== undefined) {
    // What the format marks as a heading outranks what only looks like one.
    return section.level === undefined || (!within && level <= section.level);
  }
  if (section.level !== undefined || label === undefined) return false;
  switch (label.kind) {
    case 'part':
      return true;
    case 'article':
      return section.label?.kind !== 'part';
    case 'section':
      return section.label?.kind === 'item' || (numbered && !within);
    case 'item':
      return section.label?.style === label.style && stack.open.some((other) => other.label?.style === label.style);
  }
}

function chainOf(stack: Stack, parent: readonly string[], label: SectionLabel | undefined): readonly string[] {
  if (label === undefined) return parent;
  if (label.kind === 'item') return [...parent, `(${label.path[0]})`];
  if (label.kind === 'part') return label.path;
  return [...(schedule(stack)?.path ?? []), ...label.path];
}

function schedule(stack: Stack): SectionLabel | undefined {
  return stack.open.find(({ label }) => label?.kind === 'part')?.label;
}

function naming(
  stack: Stack,
  chain: readonly string[],
  label: SectionLabel | undefined,
  title: string,
): { readonly name: string; readonly locator: string } {
  if (label === undefined) return { name: `“${title}”`, locator: `§${title}` };
  if (label.kind === 'part' || label.kind === 'article') return { name: label.written, locator: `§${label.written}` };
  const numbers = chain.filter((number) => !number.startsWith('(') && !number.includes(' ')).join('.');
  const items = chain.filter((number) => number.startsWith('(')).join('');
  const part = schedule(stack)?.written;
  if (part === undefined) return { name: `§${numbers}${items}`, locator: `§${numbers}${items}` };
  return { name: `${part} §${numbers}${items}`, locator: `§${part} ${numbers}${items}` };
}
