import { addToken } from './parse-names.ts';
import { TokenKind } from './token-kind.ts';
import { at, errorAt, lastEnd, replacement, wordAt } from './token-stream.ts';
import { kinds, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';

/** What a contract says of a grant in one word, where the language has an argument: `irrevocable`, `perpetual`. */

/** Words that can only be flags of a kind. Whether a kind takes them, the parser does not know. */
const FLAGS: ReadonlySet<string> = new Set(
  'transferable irrevocable unlimited royalty_free royalty-free automatic non-transferable non_transferable nontransferable'.split(
    ' ',
  ),
);

/** Words that can only be the value of one argument. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ['perpetual', 'until'],
  ['worldwide', 'territory'],
]);

/** Whether such a word stands by itself at token `i`, between commas or parentheses. */
export function isBareFlag(i: number): boolean {
  if (kinds[i] !== TokenKind.Name) return false;
  if (kinds[i + 1] !== TokenKind.Comma && kinds[i + 1] !== TokenKind.CloseParenthesis) return false;
  return FLAGS.has(wordAt(i)) || VALUES.has(wordAt(i));
}

/** Reports it, and adds a flag as an argument that lacks its value. */
export function recoverBareFlag(): void {
  const word = wordAt(at);
  const name = VALUES.get(word);
  if (name !== undefined) {
    const written = `${name} = ${word}`;
    errorAt(at, `Expected an argument with its name: \`${written}\``, replacement(at, written));
    addToken(NodeKind.Skipped);
    return;
  }
  errorAt(at, 'An argument is written with its value, such as `irrevocable = yes`');
  const argument = openNode(NodeKind.Argument, starts[at]);
  addToken(NodeKind.Name);
  addLeaf(NodeKind.Skipped, lastEnd(), lastEnd());
  closeNode(argument, lastEnd());
}
