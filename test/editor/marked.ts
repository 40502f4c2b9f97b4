/** Portfolios written into tests: `$0` is the cursor, `$1` … `$9` are further places. */
import { type Analysis, analyse, type CheckOptions } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import type { Tree } from '../../server/src/syntax/tree.ts';
import type { TextEdit } from '../../server/src/text/edit.ts';
import type { Span } from '../../server/src/text/span.ts';

/** The day as of which every portfolio is checked unless a test says otherwise. */
const AS_OF = '2026-04-30';

/** What a text is called when a test gives only one. */
export const ONLY_FILE = 'portfolio.deal';

export interface Place {
  readonly path: string;
  /** UTF-16. */
  readonly offset: number;
}

export interface Marked {
  readonly analysis: Analysis;
  /** The file that holds `$0`; the first one where there is no `$0`. */
  readonly path: string;
  /** Where `$0` stands; 0 where there is none. */
  readonly offset: number;
  /** The text of that file, without its marks. */
  readonly text: string;
  /** The tree of that file. */
  readonly tree: Tree;
  /** By number: where `$0`, `$1`, … stand, each in its own file. */
  readonly offsets: readonly number[];
  /** The same with the files they stand in. */
  readonly places: readonly Place[];
  /** Every text without its marks, by path. */
  readonly files: Readonly<Record<string, string>>;
}

const MARK = /\$(\d)/g;

/** Checks one marked-up text, or several by their paths. A mark used twice is a mistake in the test. */
export function marked(input: string | Readonly<Record<string, string>>, options: Partial<CheckOptions> = {}): Marked {
  const texts = typeof input === 'string' ? { [ONLY_FILE]: input } : input;
  const files: Record<string, string> = {};
  const places: Place[] = [];
  for (const [path, text] of Object.entries(texts)) {
    let removed = 0;
    files[path] = text.replace(MARK, (mark, digit: string, at: number) => {
      if (places[Number(digit)]) throw new Error(`the mark ${mark} stands twice`);
      places[Number(digit)] = { path, offset: at - removed };
      removed += mark.length;
      return '';
    });
  }
  const paths = Object.keys(files).sort();
  const parsed = paths.map((path) => ({ path, tree: parse(files[path]) }));
  const { path, offset } = places[0] ?? { path: Object.keys(files)[0], offset: 0 };
  return {
    analysis: analyse(parsed, { asOf: AS_OF, ...options }),
    path,
    offset,
    text: files[path],
    tree: parsed.find((file) => file.path === path)!.tree,
    offsets: places.map((place) => place.offset),
    places,
    files,
  };
}

/** The text that a span covers. */
export const textAt = (text: string, { start, end }: Span): string => text.slice(start, end);

/** A text after edits that do not overlap, in whatever order they come. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  let last = text.length;
  for (const { start, end, newText } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    if (end > last) throw new Error(`edits overlap at ${end}`);
    last = start;
    result = result.slice(0, start) + newText + result.slice(end);
  }
  return result;
}

/** Every text of a portfolio after edits in several files. */
export function editedFiles(
  files: Readonly<Record<string, string>>,
  edits: readonly (TextEdit & { readonly file: string })[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      edited(
        text,
        edits.filter(({ file }) => file === path),
      ),
    ]),
  );
}

/** The same text with other line ends. */
export const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n');
