import { parse } from '../syntax/parser.ts';
import { childrenOf, kindOf, NodeKind, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import text from './standard-library.deal';

let tree: Tree | undefined;

/** The standard library of clause kinds and acts, parsed once. */
export function standardLibrary(): Tree {
  tree ??= parse(text);
  return tree;
}

let parameters: ReadonlyMap<string, string> | undefined;

/** What the arguments of its kinds are called that are no dimensions, each with the first kind that has it. */
export function standardParameters(): ReadonlyMap<string, string> {
  parameters ??= readParameters(standardLibrary());
  return parameters;
}

function readParameters(library: Tree): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const kind of childrenOf(library, 0)) {
    if (kindOf(library, kind) !== NodeKind.KindDeclaration) continue;
    const [kindName, ...rest] = childrenOf(library, kind);
    for (const parameter of rest) {
      if (kindOf(library, parameter) !== NodeKind.Parameter) continue;
      const [name, type] = childrenOf(library, parameter).map((child) => nameText(library, child));
      if (name !== type && !found.has(name)) found.set(name, nameText(library, kindName));
    }
  }
  return found;
}
