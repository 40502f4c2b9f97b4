import { endOf, type NodeIndex, NodeKind, startOf, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import { closest } from '../text/closest.ts';
import { type BindContext, type FileContext, replacedBy, report } from './context.ts';
import { eachChild } from './walk.ts';

/** Relations by the words that are used for them. */
const RELATIONS: Readonly<Record<string, string>> = {
  within: 'in',
  inside: 'in',
  is: 'in',
  of: 'in',
  isa: 'in',
  extends: 'in',
  overlapping: 'overlaps',
  intersects: 'overlaps',
  touches: 'overlaps',
  subsidiary: 'under',
  affiliate: 'under',
  controlled: 'under',
  owned: 'under',
};

/** Other words for the dimensions that each portfolio has. */
const DIMENSIONS: Readonly<Record<string, string>> = {
  parties: 'party',
  company: 'party',
  territories: 'territory',
  country: 'territory',
  region: 'territory',
};

/** A declaration of terms whose dimension nobody has declared: what its first word was meant to be. Kinds must be known. */
export function reportUnknownDimension(
  context: BindContext,
  file: FileContext,
  parent: NodeIndex,
  node: NodeIndex,
): void {
  const { tree } = file;
  const word = node + 1;
  const name = nameText(tree, word);
  const message = `there is no dimension \`${name}\``;
  const relation = isBehindTerm(tree, parent, node) ? RELATIONS[name.toLowerCase()] : undefined;
  if (relation !== undefined) {
    const help = `to relate a term to another, write \`${relation}\``;
    report(context, file, word, 'unknown-name', message, { help, ...replacedBy(file, word, relation) });
    return;
  }
  const other = DIMENSIONS[name.toLowerCase()];
  if (other === undefined && context.kinds.has(name)) {
    const help = `\`${name}\` is a kind of clause: its arguments stand in parentheses, as in \`${name}(scope = …)\``;
    report(context, file, word, 'unknown-name', message, { help });
    return;
  }
  const near = other ?? closest(name, context.dimensions.keys());
  const declaration = `declare it: \`dimension ${name} what\` (or \`who\`, \`where\`)`;
  report(context, file, word, 'unknown-name', message, {
    help: near ? `write \`${near}\` if that is meant, or ${declaration}` : declaration,
    ...replacedBy(file, word, near),
  });
}

/** Whether a declaration goes on in the line of the one before it. */
function isBehindTerm(tree: Tree, parent: NodeIndex, node: NodeIndex): boolean {
  let before = -1;
  eachChild(tree, parent, NodeKind.TermDeclaration, (term) => {
    if (term < node) before = term;
  });
  return before >= 0 && /^[ \t]*$/.test(tree.text.slice(endOf(tree, before), startOf(tree, node)));
}
