import { startsFileDeclaration } from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import { isFirstOnLine } from './token-stream.ts';
import { ends, kinds } from './tokens.ts';

/** What closes a block that lacks its end, where that is put behind its last member. */
export const MISSING_CLOSER = '\n}';

/** For each `{` of the text, the token of its `}`; found once a text, when a stray brace is first met. */
let closers: Int32Array | undefined;

export function resetBraces(): void {
  closers = undefined;
}

/** Whether the `{` at token `i` has a `}` before the next deal or other declaration of the file. */
export function isClosed(i: number): boolean {
  closers ??= matchBraces();
  return closers[i] !== 0;
}

function matchBraces(): Int32Array {
  const matched = new Int32Array(ends.length);
  let open: number[] = [];
  for (let i = 0; kinds[i] !== TokenKind.EndOfFile; i++) {
    if (kinds[i] === TokenKind.OpenBrace) open.push(i);
    else if (kinds[i] === TokenKind.Name && startsFileDeclaration(i) && isFirstOnLine(i)) open = [];
    else if (kinds[i] === TokenKind.CloseBrace && open.length > 0) matched[open.pop() ?? 0] = i;
  }
  return matched;
}
