import { type CheckResult, checkPortfolio, type PortfolioFile } from '../../server/src/portfolio/check.ts';
import type { Finding } from '../../server/src/rules/finding.ts';

/** The day as of which every example of the documentation is judged, as `docs/language.md` says. */
export const DOCUMENTATION_DAY = '2026-01-01';

export interface FencedBlock {
  /** The first word after the backticks. */
  readonly language: string;
  /** The words after it: `expect-findings`, `file=terms.deal`. */
  readonly tags: readonly string[];
  /** What `file=` names. */
  readonly file?: string;
  readonly text: string;
  /** The line of the opening backticks, from 1. */
  readonly line: number;
}

export interface Section {
  /** Without the `#`; empty before the first heading. */
  readonly heading: string;
  readonly blocks: readonly FencedBlock[];
}

/** The fenced blocks of a Markdown text, by the heading they stand under. A `#` inside a block is no heading. */
export function sectionsOf(markdown: string): Section[] {
  const sections: { heading: string; blocks: FencedBlock[] }[] = [{ heading: '', blocks: [] }];
  let open: { info: string; line: number; lines: string[] } | undefined;
  markdown.split(/\r?\n/).forEach((line, index) => {
    const fence = /^```(.*)$/.exec(line);
    if (open) {
      if (fence) {
        sections[sections.length - 1].blocks.push(blockOf(open.info, open.lines, open.line));
        open = undefined;
      } else open.lines.push(line);
    } else if (fence) open = { info: fence[1], line: index + 1, lines: [] };
    else if (/^#+ /.test(line)) sections.push({ heading: line.replace(/^#+ /, ''), blocks: [] });
  });
  if (open) throw new Error(`the block of line ${open.line} is never closed`);
  return sections;
}

function blockOf(info: string, lines: readonly string[], line: number): FencedBlock {
  const [language = '', ...tags] = info.trim().split(/\s+/);
  const file = tags.find((tag) => tag.startsWith('file='))?.slice('file='.length);
  return { language, tags, ...(file === undefined ? {} : { file }), text: `${lines.join('\n')}\n`, line };
}

export interface Example {
  readonly line: number;
  readonly files: readonly PortfolioFile[];
  readonly sources: ReadonlyMap<string, string>;
  /** `RULE VERDICT`, or `RULE` alone, for each `// finds:`; undefined where nothing may be found. */
  readonly finds?: readonly string[];
}

/**
 * The portfolios of one section: every `deal` block is one by itself, together with the blocks of the section that name
 * a file; where all of them name files, they are one together.
 */
export function examplesIn(section: Section): Example[] {
  const deal = section.blocks.filter((block) => block.language === 'deal');
  const named = deal.filter((block) => block.file !== undefined);
  const alone = deal.filter((block) => block.file === undefined);
  const sources = new Map(
    section.blocks
      .filter((block) => block.language !== 'deal' && block.file !== undefined)
      .map((block) => [block.file!, block.text] as const),
  );
  if (alone.length === 0) return named.length === 0 ? [] : [exampleOf(named, sources)];
  return alone.map((block) => exampleOf([block, ...named], sources));
}

function exampleOf(blocks: readonly FencedBlock[], sources: ReadonlyMap<string, string>): Example {
  const files = blocks.map((block) => ({ path: block.file ?? 'example.deal', text: block.text }));
  const mayFind = blocks.some((block) => block.tags.includes('expect-findings'));
  const finds = files.flatMap(({ text }) =>
    [...text.matchAll(/^\s*\/\/ finds: (.+)$/gm)].map((match) => match[1].trim()),
  );
  return { line: blocks[0].line, files, sources, ...(mayFind ? { finds } : {}) };
}

export function checkExample(example: Example): CheckResult {
  return checkPortfolio(example.files, {
    asOf: DOCUMENTATION_DAY,
    readSource: (path) => example.sources.get(path) ?? { unavailable: 'there is no such file' },
  });
}

/** A finding in a line that a failing test can print. */
export const shortly = (finding: Finding): string =>
  `${finding.rule}${finding.verdict === undefined ? '' : ` ${finding.verdict}`}: ${finding.file}: ${finding.message}`;
