import { TokenKind } from './token-kind.ts';
import { advance, at, errorOver, isWord, lastEnd } from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { type NodeIndex, NodeKind } from './tree.ts';
import { addLeaf, nodeKindAt, rewindNodes } from './tree-builder.ts';
import { endOfValue, isOfTime } from './value-runs.ts';

/**
 * `EU - FR`, `EU + US`, behind the operand that starts at a token: sets are not added. Reports what is meant, and takes the
 * operand back for one Skipped. False where time may be added.
 */
export function recoverSetSum(operand: NodeIndex, first: number): boolean {
  const isList = nodeKindAt(operand) === NodeKind.List;
  if (!isList && nodeKindAt(operand) !== NodeKind.Path) return false;
  if (isOfTime(first) || !(kinds[first - 1] === TokenKind.Equals || isWord(first - 1, 'except'))) return false;
  const added: string[] = [];
  const left: string[] = [];
  let next = at;
  while (kinds[next] === TokenKind.Plus || kinds[next] === TokenKind.Minus) {
    const last = kinds[next + 1] === TokenKind.Name ? endOfValue(next + 1) : -1;
    const isAdded = kinds[next] === TokenKind.Plus;
    // What is added to a list, or behind what is left out, may be meant in two ways.
    if (last === -1 || (isAdded && (isList || left.length > 0))) return false;
    (isAdded ? added : left).push(source.slice(starts[next + 1], ends[last]));
    next = last + 1;
  }
  if (kinds[next] !== TokenKind.Comma && kinds[next] !== TokenKind.CloseParenthesis) return false;
  const start = starts[first];
  const base = source.slice(start, lastEnd());
  const asList = (values: readonly string[]): string => (values.length === 1 ? values[0] : `[${values.join(', ')}]`);
  const newText = asList([base, ...added]) + (left.length === 0 ? '' : ` except ${asList(left)}`);
  const message =
    left.length === 0
      ? 'Several values are written as a list, such as `[US, EU]`'
      : 'What is left out is written with `except`, such as `EU except FR`';
  const fix = { title: `Write \`${newText}\``, start, end: ends[next - 1], newText };
  errorOver(first, next - 1, message, fix);
  while (at < next) advance();
  rewindNodes(operand);
  addLeaf(NodeKind.Skipped, start, lastEnd());
  return true;
}
