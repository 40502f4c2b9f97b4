import type { PreparedSource } from '../evidence/prepare-source.ts';
import type { Kind } from '../model/model.ts';
import { format } from '../syntax/format.ts';
import type { Span } from '../text/span.ts';
import { type SettledQuote, settleSpan } from './settle-quote.ts';
import { statedArguments } from './stated-arguments.ts';
import { suggestKinds } from './suggest-kinds.ts';
import { nameFor } from './term-names.ts';
import { UNNAMED_PARTIES } from './unread-clauses.ts';
import { commentText, folded, quoteLines, stringText } from './written-deal.ts';

/** A contract that nobody has annotated yet. */
export interface NewContract {
  /** Its path as the deal shall name it: relative to the `.deal` file. */
  readonly path: string;
  readonly prepared: PreparedSource;
  /** Names of deals that are taken. */
  readonly names?: ReadonlySet<string>;
}

/** A part of a contract as it is listed: a section without those within it, or a paragraph. */
interface Part {
  readonly title: string;
  /** Of the original. UTF-16 offsets. */
  readonly span: Span;
}

/** In UTF-16 units: what is shorter is a title or a page number. */
const SHORTEST = 25;
/** What is longer is quoted up to the end of a sentence. */
const LONGEST = 1200;
const SUGGESTED = 3;

/**
 * A `.deal` file to start annotating a contract with: a deal that names it as its source and, in comments, each of its parts
 * with the passage quoted and the kinds whose words fit it best. To annotate one, take the `//` from the quote and from the
 * clause. Nothing in it binds anybody.
 */
export function outlineDeal(
  { path, prepared, names = new Set() }: NewContract,
  kinds: ReadonlyMap<string, Kind>,
): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const name = nameFor(base.toLowerCase(), names, 'contract');
  const entries = partsOf(prepared).flatMap((part) => entryText(part, prepared, kinds) ?? []);
  const header = [...UNNAMED_PARTIES.arguments, ['source', stringText(path)]].map(
    ([key, value]) => `  ${key} = ${value},`,
  );
  const intro = entries.length === 0 ? NOTHING_TO_QUOTE : HOW_TO_ANNOTATE;
  const lines = [
    commentText(intro, ''),
    `deal ${name} (\n${header.join('\n')}\n) {\n`,
    `  ${UNNAMED_PARTIES.terms.join('\n  ')}\n`,
    ...entries.map((entry) => `\n${entry}`),
    '}\n',
  ];
  return format(lines.join(''));
}

const HOW_TO_ANNOTATE =
  'The sections of the contract, each with its passage and the kinds of clauses that its words suggest, the likeliest first. To annotate one, take the `//` from the quote and from the clause below it, and say in its parentheses what it covers. Delete the others.';
const NOTHING_TO_QUOTE = 'No passage of the contract could be listed: quote them by hand.';

function entryText(
  { title, span }: Part,
  prepared: PreparedSource,
  kinds: ReadonlyMap<string, Kind>,
): string | undefined {
  const settled = settleSpan(prepared, span);
  if (settled === undefined) return undefined;
  const passage = settled.quote.pieces.map(folded).join(' ');
  // In a comment the word silences a finding; a contract does not hold it.
  if (passage.includes('deal-ignore')) return undefined;
  const [first, ...others] = suggestKinds(passage).slice(0, SUGGESTED);
  const kind = kinds.get(first.kind);
  const given = kind === undefined ? [] : statedArguments(kind, passage);
  const isPlain = title === '' || title === settled.quote.locator || passage.startsWith(folded(title));
  const why = first.why === '' ? '' : `; \`${first.kind}\` because of ${first.why}`;
  return [
    isPlain ? '' : commentText(title, '  '),
    ...commented(settled),
    `  // ${first.kind}(${given.map(([key, value]) => `${key} = ${value}`).join(', ')})\n`,
    commentText(`or ${others.map((other) => `\`${other.kind}\``).join(' or ')}${why}`, '  '),
  ].join('');
}

const commented = ({ quote }: SettledQuote): readonly string[] =>
  quoteLines(quote, '')
    .split('\n')
    .slice(0, -1)
    .map((line) => `  // ${line}\n`);

/** The sections, each up to the next; of a contract without any, its paragraphs. What comes before the first is a part too. */
function partsOf(prepared: PreparedSource): readonly Part[] {
  const { sections, starts, ends, text, original } = prepared;
  const bounds = [...new Set([0, ...sections.map(({ start }) => start), text.length])].sort((a, b) => a - b);
  const titles = new Map(sections.map(({ start, name, title }) => [start, titleOf(name, title)]));
  const parts: Part[] = [];
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[index + 1];
    if (to <= from) continue;
    const span = { start: starts[from], end: ends[to - 1] };
    let title = titles.get(from) ?? '';
    for (const paragraph of paragraphsIn(original, span)) {
      const words = folded(original.slice(paragraph.start, paragraph.end));
      // A heading on lines of its own stands above what it heads.
      if (isHeading(words) && titles.has(from)) title = words;
      else {
        parts.push({ title, span: paragraph });
        title = '';
      }
    }
  }
  return parts
    .filter(({ span }) => span.end - span.start >= SHORTEST)
    .map((part) => ({ ...part, span: shortened(original, part.span) }));
}

/** In words. */
const LONGEST_HEADING = 12;
const isHeading = (words: string): boolean =>
  !/[.;:,。；：，]$/.test(words) && words.split(' ').length <= LONGEST_HEADING;

const titleOf = (name: string, title: string): string =>
  name.includes(title) || title.length > 80 ? name : `${name} ${title}`;

/** What stands between empty lines. A part that is short enough stays whole but for a heading on a line of its own. */
function paragraphsIn(original: string, { start, end }: Span): readonly Span[] {
  const text = original.slice(start, end);
  const paragraphs: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(/(?:\r?\n[^\S\r\n]*){2,}|$/g)) {
    const trimmed = text.slice(from, gap.index).trim();
    const first = from + text.slice(from, gap.index).indexOf(trimmed);
    if (trimmed !== '') paragraphs.push({ start: start + first, end: start + first + trimmed.length });
    from = gap.index + gap[0].length;
  }
  return paragraphs;
}

/** Up to the end of the last sentence that fits. */
function shortened(original: string, { start, end }: Span): Span {
  if (end - start <= LONGEST) return { start, end };
  const text = original.slice(start, start + LONGEST);
  const sentence = Math.max(...['. ', '.\n', '; ', ';\n', '。', '；'].map((mark) => text.lastIndexOf(mark)));
  const word = text.lastIndexOf(' ');
  return { start, end: start + (sentence > LONGEST / 3 ? sentence + 1 : word > 0 ? word : LONGEST) };
}
