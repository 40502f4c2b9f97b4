import { isWithin } from './numbering.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { DoubtfulSection, Section, Sections } from './section.ts';
import { numberPath, sectionLabel } from './section-label.ts';

interface ParsedLocator {
  /** Compared with the chain of a section. */
  readonly chain: readonly string[];
  /** It says "Article", "Chapter" …: sections of that number are meant only if no article has it. */
  readonly article: boolean;
}

const part =
  /^(exhibit|schedule|annex|appendix|attachment|addendum|anlage|anhang)\s+["'“”‘’]?([\w.-]+)["'“”‘’]?[\s,:§]*/i;
const word = /^(?:(article|artikel|art\.?|chapter|part|title)|section|sec\.?|clause|paragraph|para\.?|ziffer)\s+/i;
const head = /^(\d{1,3}[a-z]?(?:\.\d{1,3})*|[ivxlc]{1,7}(?!\w)|[a-z]{3,9}(?!\w))(?=$|[.\s(),])/i;
const tail = /[.\s,]*\(?([A-Za-z]{1,4}|\d{1,2})\)?/y;

const pages =
  /(?:^|[\s,;(]+)(?:(?:pages?|pp?\.?|seiten?|s\.)\s*(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?|第\s*(\d{1,5})\s*[页頁])\)?$/i;

/** A part of the folded text; half-open, UTF-16 offsets. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** What a locator means. */
export interface Meant {
  readonly parts: readonly Part[];
  /** What it may mean besides. */
  readonly doubtful: readonly Part[];
}

/**
 * The parts of a source that a locator means: `§2.1`, `§ 2.1(a)(ii)`, `Section 2.1`, `ARTICLE IV`, `§Schedule A 2`,
 * `§(a)`, the words of a heading, `§p. 12` or `§pp. 12-13` in a format with pages, or a section and its page, `§2.1, p. 12`.
 * Of two parts one may lie in the other: `§Article IV, Section 4.8`, `§2 of Exhibit A`.
 * Several when the source numbers more than one so, as its schedules may; none if unknown.
 */
export function resolveLocator(source: PreparedSource, locator: string): Meant {
  const written = wordsOf(locator);
  if (written === '') return NOTHING;
  const paged = source.pages.length === 0 ? null : pages.exec(written);
  if (paged === null) return resolveSection(source, written);
  const [from, to = from] = [paged[1] ?? paged[3], paged[2]].flatMap((number) => number ?? []).map(Number);
  const onPages = partsOfPages(source, from, to);
  const section = written.slice(0, paged.index).trim();
  if (section === '') return { parts: onPages, doubtful: [] };
  const onThem = (part: Part) => onPages.flatMap((page) => overlap(part, page));
  const { parts, doubtful } = resolveSection(source, section);
  return { parts: parts.flatMap(onThem), doubtful: doubtful.flatMap(onThem) };
}

/** Whether a locator says pages. */
export function namesPages(source: PreparedSource, locator: string): boolean {
  return source.pages.length > 0 && pages.test(wordsOf(locator));
}

function wordsOf(locator: string): string {
  return locator
    .trim()
    .replace(/^\[?\s*§*\s*/, '')
    .replace(/\s*\]$/, '');
}

const NOTHING: Meant = { parts: [], doubtful: [] };

/** What the folded text has of some pages: notes at the end of it are of the page that they stand on. */
function partsOfPages({ pages, starts }: PreparedSource, from: number, to: number): readonly Part[] {
  const first = pages.find(({ page }) => page >= from)?.start ?? Infinity;
  const end = pages.find(({ page }) => page > to)?.start ?? Infinity;
  const parts: Part[] = [];
  let open = -1;
  for (let offset = 0; offset <= starts.length; offset++) {
    const isOn = offset < starts.length && starts[offset] >= first && starts[offset] < end;
    if (isOn && open < 0) open = offset;
    else if (!isOn && open >= 0) {
      parts.push({ start: open, end: offset });
      open = -1;
    }
  }
  return parts;
}

function overlap(a: Part, b: Part): readonly Part[] {
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
  return start < end ? [{ start, end }] : [];
}

/** As one locator, or as two of which one lies in the other: `Article IV, Section 4.8`, `3 of Exhibit A`. */
function resolveSection(sections: Sections, written: string): Meant {
  const whole = resolveWhole(sections, inFull(written));
  if (whole.parts.length > 0) return whole;
  const [outer, inner] = inTwo(written);
  if (outer === undefined || inner === undefined) return whole;
  const counted = resolveWhole(sections, `${inFull(outer)}, ${inner}`);
  if (counted.parts.length > 0) return counted;
  const [around, within] = [inFull(outer), inFull(inner)].map((one) => resolveWhole(sections, one));
  const parts = around.parts.flatMap((one) => within.parts.flatMap((other) => overlap(one, other)));
  return parts.length > 0 ? { parts, doubtful: [] } : whole;
}

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['app', 'appendix'],
  ['sched', 'schedule'],
  ['exh', 'exhibit'],
  ['ex', 'exhibit'],
]);

const inFull = (written: string): string =>
  written.replace(
    /^(app|sched|exh|ex)\.\s*(?=\S)/i,
    (_, short: string) => `${ABBREVIATIONS.get(short.toLowerCase())} `,
  );

/** `Article IV, Section 4.8` */
const articleFirst =
  /^((?:article|artikel|art\.?|chapter|part|title)\s+[\w.]+?)[\s,:;–—-]+((?:section|sec\.?|clause|paragraph|para\.?)\s+\d.*|§?\s*\d.*)$/i;

/** The locator that is around, and the one within it. */
function inTwo(written: string): readonly [outer?: string, inner?: string] {
  const first = articleFirst.exec(written);
  if (first !== null) return [first[1], wordsOf(first[2])];
  const of = /^(.+?)\s+(?:of|in|to)\s+(?:the\s+)?(\S.*)$/i.exec(written);
  return of === null ? [] : [wordsOf(of[2]), of[1]];
}

function resolveWhole({ sections, doubtful }: Sections, written: string): Meant {
  const parsed = parseLocator(written);
  const parts = parsed === undefined ? [] : certainParts(sections, parsed);
  if (parts.length > 0) return { parts, doubtful: parsed === undefined ? [] : doubtfulParts(doubtful, parsed, parts) };
  const title = plainTitle(written);
  return {
    parts: sections.filter((section) => plainTitle(section.title) === title),
    doubtful: parsed === undefined ? [] : doubtfulParts(doubtful, parsed, parts),
  };
}

function certainParts(sections: readonly Section[], { chain, article }: ParsedLocator): readonly Part[] {
  const whole = sections.filter(({ kind, chain: other }) => kind !== 'heading' && equal(other, chain));
  const part = whole.length > 0 ? whole : sections.filter((section) => endsWith(section, chain));
  const bared = part.length > 0 ? part : sections.filter((section) => endsWith(section, chain, bare));
  const found = bared.length > 0 ? bared : sections.filter((section) => passesThrough(section, chain));
  if (found.length === 0) return sectionsWithin(sections, chain);
  const articles = article ? found.filter(({ kind }) => kind === 'article') : [];
  return articles.length > 0 ? articles : found;
}

/** Of a section whose own number is not in the source, the sections within: each run of them is one part. */
function sectionsWithin(sections: readonly Section[], chain: readonly string[]): readonly Part[] {
  const runs: Part[] = [];
  for (const { kind, chain: other, start, end } of sections) {
    if (kind !== 'section' || !isWithin(other, chain)) continue;
    const last = runs.at(-1);
    if (last !== undefined && start <= last.end)
      runs[runs.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else runs.push({ start, end });
  }
  return runs;
}

/** Where its number stands without going on with a count; items of it are not looked for there. */
function doubtfulParts(
  doubtful: readonly DoubtfulSection[],
  { chain }: ParsedLocator,
  certain: readonly Part[],
): readonly Part[] {
  const numbers = chain.filter((part) => !part.startsWith('('));
  // Lists count anew all the time: a single number is no rival to a section that has it.
  if (numbers.length === 0 || (numbers.length === 1 && certain.length > 0)) return [];
  const equals = doubtful.filter(({ path }) => equal(path.slice(-numbers.length), numbers));
  const isWhole = equals.length > 0 || certain.length > 0;
  return isWhole ? equals : doubtful.filter(({ path }) => equal(path.slice(0, numbers.length), numbers));
}

function parseLocator(written: string): ParsedLocator | undefined {
  const chinese = written.startsWith('第') ? sectionLabel(written) : undefined;
  if (chinese !== undefined) {
    const items = parseItems(written.slice(chinese.length));
    return items && { chain: [...chinese.path, ...items], article: chinese.kind === 'article' };
  }
  const chain: string[] = [];
  let rest = written;
  const schedule = part.exec(rest);
  if (schedule !== null) {
    chain.push(`${schedule[1]} ${schedule[2]}`.toLowerCase());
    rest = rest.slice(schedule[0].length);
  }
  const named = word.exec(rest);
  if (named !== null) rest = rest.slice(named[0].length);
  const numbered = head.exec(rest);
  const path = numbered === null ? undefined : numberPath(numbered[1]);
  if (numbered !== null && path !== undefined) {
    chain.push(...path);
    rest = rest.slice(numbered[0].length);
  }
  const items = parseItems(rest);
  return items === undefined ? undefined : { chain: [...chain, ...items], article: named?.[1] !== undefined };
}

/** `(a)(ii)` or `.a` as items; undefined if anything else is left. */
function parseItems(text: string): readonly string[] | undefined {
  const rest = text.replace(/[\s.:,]+$/, '');
  const items: string[] = [];
  tail.lastIndex = 0;
  while (tail.lastIndex < rest.length) {
    const found = tail.exec(rest);
    if (found === null) return undefined;
    items.push(`(${found[1]})`);
  }
  return items;
}

function equal(left: readonly string[], right: readonly string[], as = exactly): boolean {
  return left.length === right.length && left.every((part, index) => as(part) === as(right[index]));
}

function exactly(part: string): string {
  return part;
}

/** Without the parentheses of an item: `2.1` then means item 1 of section 2 too. */
function bare(part: string): string {
  return part.replace(/^\(|\)$/g, '');
}

/** Whether the chain ends so, and not in the middle of a number: `2` does not mean `3.2`. */
function endsWith({ kind, chain }: Section, end: readonly string[], as = exactly): boolean {
  const from = chain.length - end.length;
  const isWhole = from <= 0 || !isNumber(chain[from - 1]) || !isNumber(chain[from]);
  return kind !== 'heading' && end.length > 0 && isWhole && equal(chain.slice(-end.length), end, as);
}

const isItem = (part: string): boolean => part.startsWith('(');

/**
 * Whether the way to a section goes through all items of a chain, the last of them its own: what lies between may be the item of
 * another list, `2.01(ii)(B)` for `2.01(B)`.
 */
function passesThrough({ chain }: Section, end: readonly string[]): boolean {
  const [numbers, items] = [end.filter((one) => !isItem(one)), end.filter(isItem)];
  if (numbers.length === 0 || items.length === 0 || items.at(-1) !== chain.at(-1)) return false;
  const first = chain.findIndex(isItem);
  if (!equal(chain.slice(0, first), numbers)) return false;
  let next = 0;
  for (const one of chain.slice(first)) if (one === items[next]) next++;
  return next === items.length;
}

const isNumber = (part: string): boolean => /^\d/.test(part);

function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[\s.:–—-]+$/, '')
    .replace(/\s+/g, ' ');
}
