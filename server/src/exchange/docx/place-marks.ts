import type { Span } from '../../text/span.ts';
import type { WordRun, WordText } from './word-text.ts';

/** A comment's number and the stretch of text it is about. UTF-16 offsets into {@link WordText.text}, not empty. */
export interface CommentRange extends Span {
  readonly id: number;
}

/** Text to put into the XML at an offset, replacing so much. */
interface Insertion {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

/**
 * The XML with the marks of the comments around their passages. A run that a passage starts or ends in becomes two of the
 * same look; nothing else changes. A range starts before its first character and ends behind its last, lines ends aside.
 */
export function placeMarks(document: WordText, ranges: readonly CommentRange[]): string {
  const marks = new Map<number, { ends: string; starts: string }>();
  const at = (place: number) => {
    const known = marks.get(place) ?? { ends: '', starts: '' };
    marks.set(place, known);
    return known;
  };
  const { attributePrefix: w, declaration } = document;
  const mark = (name: string, id: number): string => `<${w}${name}${declaration} ${w}id="${id}"/>`;
  for (const { id, start, end } of ranges) {
    const [first, last] = shownWithin(document, start, end);
    if (first === undefined || last === undefined) continue;
    at(place(document, first, 'before')).starts += mark('commentRangeStart', id);
    const reference = `<${w}r${declaration}>${mark('commentReference', id)}</${w}r>`;
    at(place(document, last, 'behind')).ends += mark('commentRangeEnd', id) + reference;
  }
  const insertions = [...marks].flatMap(([offset, { ends, starts }]) => insertionsAt(document, offset, ends + starts));
  return withInsertions(document.xml, insertions);
}

/** The first and last characters of a range that stand in runs. */
function shownWithin(
  { runs }: WordText,
  start: number,
  end: number,
): readonly [number | undefined, number | undefined] {
  let [first, last] = [start, end - 1];
  while (first < end && runs[first] < 0) first++;
  while (last >= first && runs[last] < 0) last--;
  return first < end ? [first, last] : [undefined, undefined];
}

/** Where a mark goes in the XML: beside the run where the character is its first or last, else within. */
function place({ starts, ends, runs, allRuns, text }: WordText, unit: number, side: 'before' | 'behind'): number {
  const run = runs[unit];
  const { start, end } = allRuns[run];
  // Both halves of a character beyond the Basic Multilingual Plane stand at the same place or side by side.
  if (side === 'before') {
    const isLow = isLowSurrogate(text, unit) && runs[unit - 1] === run;
    const first = isLow ? unit - 1 : unit;
    return runs[first - 1] === run || !isAtStart(allRuns[run], starts[first]) ? starts[first] : start;
  }
  const isHigh = isLowSurrogate(text, unit + 1) && runs[unit + 1] === run;
  const last = isHigh ? unit + 1 : unit;
  return runs[last + 1] === run || !isAtEnd(allRuns[run], ends[last]) ? ends[last] : end;
}

const isLowSurrogate = (text: string, unit: number): boolean =>
  text.charCodeAt(unit) >= 0xdc00 && text.charCodeAt(unit) <= 0xdfff;

/** Whether nothing that the run shows comes before an offset of the XML. */
const isAtStart = ({ contentStart, texts }: WordRun, offset: number): boolean =>
  offset === contentStart || (texts[0]?.start === contentStart && offset === texts[0].contentStart);

/** Whether nothing that the run shows comes behind an offset of the XML. */
function isAtEnd({ end, texts, tag }: WordRun, offset: number): boolean {
  const closing = end - closingTag(tag).length;
  const last = texts[texts.length - 1];
  return offset === closing || (last !== undefined && last.end === closing && offset === last.contentEnd);
}

/** `</w:r>` for `<w:r w:rsidR="…">`. */
const closingTag = (tag: string): string => `</${/^<([^\s/>]+)/.exec(tag)?.[1] ?? ''}>`;

/** What puts marks at an offset of the XML: as they are between runs; within one, between its two halves. */
function insertionsAt(document: WordText, at: number, marks: string): readonly Insertion[] {
  const run = runAround(document, at);
  if (run === undefined) return [{ at, until: at, text: marks }];
  const close = closingTag(run.tag);
  const open = `${run.tag}${run.settings}`;
  const text = run.texts.find(({ contentStart, contentEnd }) => contentStart < at && at < contentEnd);
  if (text === undefined) {
    // At the start or end of a text, or beside a tab: the run is parted between two of the things it holds.
    const between = run.texts.find(({ contentStart }) => contentStart === at)?.start;
    const behind = run.texts.find(({ contentEnd }) => contentEnd === at)?.end;
    const offset = between ?? behind ?? at;
    return [{ at: offset, until: offset, text: `${close}${marks}${open}` }];
  }
  const tag = document.xml.slice(text.start, text.contentStart);
  const keeping = text.keepsSpace ? tag : `${tag.slice(0, -1)} xml:space="preserve">`;
  return [
    // White space beside the cut must stay.
    ...(text.keepsSpace ? [] : [{ at: text.start, until: text.contentStart, text: keeping }]),
    { at, until: at, text: `${closingTag(tag)}${close}${marks}${open}${keeping}` },
  ];
}

/** The run that an offset stands strictly within. */
function runAround({ allRuns }: WordText, at: number): WordRun | undefined {
  let [low, high] = [0, allRuns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (allRuns[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  const run = allRuns[low];
  return run !== undefined && run.start < at && at < run.end ? run : undefined;
}

/** Insertions at one place come in the order given; a replacement that is asked for twice is made once. */
function withInsertions(xml: string, insertions: readonly Insertion[]): string {
  const sorted = insertions
    .map((insertion, index) => ({ ...insertion, index }))
    .sort((a, b) => a.at - b.at || a.until - b.until || a.index - b.index);
  const parts: string[] = [];
  let done = 0;
  for (const { at, until, text } of sorted) {
    if (at < done) continue;
    parts.push(xml.slice(done, at), text);
    done = until;
  }
  parts.push(xml.slice(done));
  return parts.join('');
}
