import { parse } from '../syntax/parser.ts';
import type { Tree } from '../syntax/tree.ts';
import text from './standard-library.deal';

let tree: Tree | undefined;

/** The standard library of clause kinds and acts, parsed once. */
export function standardLibrary(): Tree {
  tree ??= parse(text);
  return tree;
}
