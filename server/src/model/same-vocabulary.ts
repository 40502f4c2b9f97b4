import {
  childOfKind,
  childrenOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  startOf,
  type Tree,
  textOf,
} from '../syntax/tree.ts';
import { documentation, nameText } from '../syntax/values.ts';

/** Whether two versions of a file say the same, at the same places, but for deals and expectations. */
export function saysTheSame(before: Tree | undefined, after: Tree | undefined): boolean {
  const [one, other] = [vocabularyIn(before), vocabularyIn(after)];
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

function vocabularyIn(tree: Tree | undefined): string[] {
  if (!tree) return [];
  return childrenOf(tree, 0).flatMap((node) => {
    const kind = kindOf(tree, node);
    if (kind === NodeKind.Deal) return ownTermsIn(tree, node);
    // What could not be read stands for nothing.
    if (kind === NodeKind.Expectation || kind === NodeKind.Skipped) return [];
    const comment = kind === NodeKind.KindDeclaration ? documentation(tree, node) : '';
    return [`${startOf(tree, node)} ${textOf(tree, node)} ${comment}`];
  });
}

/** A deal's own terms are vocabulary too. */
function ownTermsIn(tree: Tree, deal: NodeIndex): string[] {
  const declarations = childrenOf(tree, deal).filter((node) => kindOf(tree, node) === NodeKind.TermDeclaration);
  const name = childOfKind(tree, deal, NodeKind.Name);
  return declarations.map(
    (node) => `${name < 0 ? '' : nameText(tree, name)} ${startOf(tree, node)} ${textOf(tree, node)}`,
  );
}
