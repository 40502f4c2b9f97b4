import { isName } from './characters.ts';
import { looksMisplaced } from './recovery.ts';
import { TokenKind } from './token-kind.ts';
import { advance, at, errorAt, errorBefore, isFirstOnLine, lastEnd, replacement } from './token-stream.ts';
import { ends, kinds, source, starts, textNumbers } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, openNode, rewindNodes } from './tree-builder.ts';

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
  if (kinds[at] === TokenKind.String && recoverQuoted(1)) return;
  errorBefore(`Expected ${what}${kinds[at] === TokenKind.String ? ', before its title' : ''}`);
  addLeaf(NodeKind.Name, lastEnd(), lastEnd());
}

/** `party "OpenAI"`: a name in quotation marks, or a path of at most `most` names, read as if there were no marks. */
export function recoverQuoted(most: number): boolean {
  const [start, end] = [starts[at] + 1, ends[at] - 1];
  const text = end > start && end - start < 100 ? source.slice(start, end) : '';
  const names = text.split('.');
  if (names.length > most || !names.every(isName)) return false;
  errorAt(at, 'A name is written without quotation marks', replacement(at, text));
  let place = start;
  for (const name of names) {
    addLeaf(NodeKind.Name, place, place + name.length);
    place += name.length + 1;
  }
  advance();
  return true;
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
  if (kinds[at] === TokenKind.String && !isFirstOnLine(at)) {
    const path = openNode(NodeKind.Path, starts[at] + 1);
    if (recoverQuoted(2)) {
      closeNode(path, lastEnd() - 1);
      return;
    }
    rewindNodes(path);
  }
  errorBefore(`Expected ${what}`);
  const place = lastEnd();
  const path = openNode(NodeKind.Path, place);
  addLeaf(NodeKind.Name, place, place);
  closeNode(path, place);
}
