import { ends, kinds, starts, textNumbers } from './lexer.ts';
import { looksMisplaced } from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorBefore, lastEnd } from './token-stream.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode } from './tree-builder.ts';

/** Adds the token at the parser's place as a leaf. */
export function addToken(kind: NodeKind): void {
  addLeaf(kind, starts[at], ends[at], textNumbers[at]);
  advance();
}

/** A name where `what` (in words) is expected; an empty one, with an error, where there is none. */
export function expectName(what: string): void {
  if (kinds[at] === TokenKind.Name && !looksMisplaced(at)) {
    addToken(NodeKind.Name);
    return;
  }
  errorBefore(`Expected ${what}`);
  addLeaf(NodeKind.Name, lastEnd(), lastEnd());
}

/** `path = NAME {"." NAME}`. Always adds one Path with at least one Name, which is empty where it is missing. */
export function parsePath(): void {
  const path = openNode(NodeKind.Path, starts[at]);
  addToken(NodeKind.Name);
  while (kinds[at] === TokenKind.Dot) {
    advance();
    if (kinds[at] !== TokenKind.Name || looksMisplaced(at)) {
      errorBefore('Expected a name after the dot, such as `deal.clause`');
      addLeaf(NodeKind.Name, lastEnd(), lastEnd());
      break;
    }
    addToken(NodeKind.Name);
  }
  closeNode(path, lastEnd());
}

/** A path where `what` (in words) is expected; an empty one, with an error, where there is none. */
export function expectPath(what: string): void {
  if (kinds[at] === TokenKind.Name && !looksMisplaced(at)) {
    parsePath();
    return;
  }
  errorBefore(`Expected ${what}`);
  const place = lastEnd();
  const path = openNode(NodeKind.Path, place);
  addLeaf(NodeKind.Name, place, place);
  closeNode(path, place);
}
