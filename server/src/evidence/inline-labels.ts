import { itemStyle, numberPath, type SectionLabel } from './section-label.ts';

/** Where, within a line, a section may start: many filings run whole contracts into one line. */
export interface InlineLabel {
  readonly label: SectionLabel;
  /** UTF-16 offset in the line. */
  readonly offset: number;
  /**
   * What stands before it: the end of a sentence or a wide space (`break`), a word all in capitals as titles are
   * (`capitals`), or any other word (`word`). What follows a word that leads to a reference, "Section", is no label.
   */
  readonly after: 'break' | 'capitals' | 'word';
}

/** `2.1 Licence`: a number of several parts before a capital letter. */
const decimal = /(?<=\s)\d{1,3}(?:\.\d{1,3}){1,5}[.):]?(?=\s+(?:["“”'‘’([]{0,2}\p{Lu}|\([a-z]{1,3}\)\s))/gu;
/** `5. Term.`: a single number needs a title that itself ends soon. */
const single = /(?<=\s)\d{1,2}[.)](?=\s+["“]?\p{Lu}[^.:]{1,300}[.:])/gu;
const article = /(?<=\s)(?:ARTICLE|Article)\s{1,9}([IVXLC]{1,7}|\d{1,3})(?!\w)[.:]?(?=[\s–—-]*(?:["“]?\p{Lu}|$))/gu;
/** `(a)` after a colon, semicolon, full stop, heading or "and"; not in "clause (a)". */
const item = /(?:[:;.,—]|\b(?:and|or)|^)\s+\(([a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)(?=\s)/g;

/** How much before a label is looked at. */
const BEFORE = 40;
/** Words that lead to a reference, and others that no sentence ends with. */
const referring = new Set(
  (
    'section sections sec sec. secs secs. subsection subsections clause clauses article articles art art. arts. paragraph ' +
    'paragraphs para para. paras. schedule schedules exhibit exhibits annex appendix attachment attachments item items ' +
    'part parts rule rules page pages p. pp. no. nos. version versions v. ver. approx. and or to of in under by with than ' +
    'the this that such a an at from on for through per as is are within least see'
  ).split(' '),
);
const listed = /; *(?:and|or)$/i;
const opening = /[,&/$€£¥(–—§-]$/;
const breaking = /(?:[.;:!?)"”'’\]]\s+|\s{2,})$/;
const capitals = /\p{Lu}{2,}["”)]?\s+$/u;

/** What in a line after `from` may be labels, in order. */
export function inlineLabels(line: string, from: number): readonly InlineLabel[] {
  if (line.length < 8) return [];
  const found: InlineLabel[] = [];
  const add = (offset: number, label: Omit<SectionLabel, 'length'>, length: number): void => {
    if (offset < from) return;
    const after = standsAfter(line, offset);
    if (after !== undefined) found.push({ label: { ...label, length }, offset, after });
  };
  for (const { 0: whole, index } of line.matchAll(decimal)) {
    const written = whole.replace(/\D$/, '');
    add(index, { kind: 'section', path: written.split('.'), written }, whole.length);
  }
  for (const { 0: whole, index } of line.matchAll(single)) {
    const written = whole.slice(0, -1);
    add(index, { kind: 'section', path: [written], written }, whole.length);
  }
  for (const { 0: whole, 1: number, index } of line.matchAll(article)) {
    const path = numberPath(number);
    if (path !== undefined) add(index, { kind: 'article', path, written: whole.replace(/[.:]$/, '') }, whole.length);
  }
  const rest = line.slice(from);
  for (const match of rest.matchAll(item)) {
    const value = match[1];
    const written = `(${value})`;
    const offset = from + match.index + match[0].lastIndexOf(written);
    const style = itemStyle('(', value, ')');
    found.push({
      label: { kind: 'item', path: [value], style, written, length: written.length },
      offset,
      after: 'break',
    });
  }
  return found.sort((left, right) => left.offset - right.offset);
}

function standsAfter(line: string, offset: number): InlineLabel['after'] | undefined {
  const before = line.slice(Math.max(0, offset - BEFORE), offset);
  const words = before.trimEnd();
  if (listed.test(words)) return 'break';
  const last = /[^\s("“‘[]*$/.exec(words)?.[0] ?? '';
  if (opening.test(words) || referring.has(last.toLowerCase())) return undefined;
  if (breaking.test(before)) return 'break';
  return capitals.test(before) ? 'capitals' : 'word';
}
