import { endOf, kindOf, NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { blockOf, headStart } from './block-of.ts';

/**
 * A stretch that can be folded away: the line of `start` stays, the lines below it through that of `end` go. At most one
 * starts on a line. UTF-16 offsets.
 */
export interface FoldingRange {
  readonly start: number;
  readonly end: number;
  readonly kind: 'block' | 'quote' | 'comment';
}

/** What can be folded in a file, by where it starts: declarations, clauses, blocks, lists, quotes and runs of comments. */
export function foldingRanges(tree: Tree): readonly FoldingRange[] {
  const lines = createLineIndex(tree.text);
  const byLine = new Map<number, FoldingRange>();
  const add = (start: number, end: number, kind: FoldingRange['kind']): void => {
    const line = lines.positionAt(start).line;
    if (lines.positionAt(end).line <= line) return;
    const known = byLine.get(line);
    if (!known || known.end < end) byLine.set(line, { start, end, kind });
  };
  for (let node = 1, count = nextOf(tree, 0); node < count; node++) {
    const end = endOf(tree, node);
    const kind = kindOf(tree, node);
    if (kind === NodeKind.Quote) add(startOf(tree, node), end, 'quote');
    if (!FOLDED.has(kind)) continue;
    add(headStart(tree, node), lastHidden(tree, lines, end), 'block');
    const block = blockOf(tree, node);
    if (block) add(block.start, lastHidden(tree, lines, end), 'block');
  }
  for (const [start, end] of commentRuns(tree, lines)) add(start, end, 'comment');
  return [...byLine.values()].sort((a, b) => a.start - b.start);
}

const FOLDED: ReadonlySet<NodeKind> = new Set<NodeKind>([
  NodeKind.Deal,
  NodeKind.Reading,
  NodeKind.KindDeclaration,
  NodeKind.TermDeclaration,
  NodeKind.Expectation,
  NodeKind.Clause,
  NodeKind.Exception,
  NodeKind.Arguments,
  NodeKind.ExceptArguments,
  NodeKind.List,
]);

const CLOSERS = ')]}）］｝';

/** The end of what is folded: a bracket that closes on a line of its own stays in sight. */
function lastHidden({ text }: Tree, lines: LineIndex, end: number): number {
  const { line } = lines.positionAt(end);
  const lead = text.slice(lines.lineStart(line), end);
  return line > 0 && lead !== '' && [...lead].every((one) => CLOSERS.includes(one) || /\s/.test(one))
    ? lines.lineEnd(line - 1)
    : end;
}

/** Comments on lines of their own, directly below each other, as starts and ends. */
function* commentRuns({ text, comments }: Tree, lines: LineIndex): Generator<readonly [number, number]> {
  let run: [number, number] | undefined;
  for (let i = 0; i < comments.length; i += 2) {
    const [start, end] = [comments[i], comments[i + 1]];
    const { line } = lines.positionAt(start);
    if (text.slice(lines.lineStart(line), start).replace('\ufeff', '').trim() !== '') continue;
    if (run && lines.positionAt(run[1]).line === line - 1) {
      run[1] = end;
      continue;
    }
    if (run) yield run;
    run = [start, end];
  }
  if (run) yield run;
}
