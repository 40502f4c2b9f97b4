import type { Section } from './section.ts';
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

/**
 * The sections that a locator means: `§2.1`, `§ 2.1(a)(ii)`, `Section 2.1`, `ARTICLE IV`, `§Schedule A 2`, `§(a)`, or
 * the words of a heading. Several when the source numbers more than one so, as its schedules may; none if unknown.
 */
export function resolveLocator(sections: readonly Section[], locator: string): readonly Section[] {
  const written = locator
    .trim()
    .replace(/^\[?\s*§*\s*/, '')
    .replace(/\s*\]$/, '');
  if (written === '') return [];
  const parsed = parseLocator(written);
  if (parsed !== undefined) {
    const whole = sections.filter(({ kind, chain }) => kind !== 'heading' && equal(chain, parsed.chain));
    const part = whole.length > 0 ? whole : sections.filter((section) => endsWith(section, parsed.chain));
    const found = part.length > 0 ? part : sections.filter((section) => endsWith(section, parsed.chain, bare));
    const articles = parsed.article ? found.filter(({ kind }) => kind === 'article') : [];
    if (found.length > 0) return articles.length > 0 ? articles : found;
  }
  const title = plainTitle(written);
  return sections.filter((section) => plainTitle(section.title) === title);
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

function endsWith({ kind, chain }: Section, end: readonly string[], as = exactly): boolean {
  return kind !== 'heading' && end.length > 0 && equal(chain.slice(-end.length), end, as);
}

function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[\s.:–—-]+$/, '')
    .replace(/\s+/g, ' ');
}
