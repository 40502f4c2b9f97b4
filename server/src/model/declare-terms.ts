import { RESERVED_WORDS } from '../syntax/reserved-words.ts';
import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind, type Tree } from '../syntax/tree.ts';
import { declaredName, documentation as documentationOf, nameText, stringValue } from '../syntax/values.ts';
import { type Question, takesNumbers } from '../terms/vocabulary.ts';
import { PARAMETER_TYPES } from './bind-kinds.ts';
import {
  addDimension,
  addTerm,
  type BindContext,
  dimensionAt,
  type FileContext,
  findTerm,
  isBuiltInPlace,
  isBuiltInTerm,
  namesOf,
  placeOf,
  report,
} from './context.ts';
import { RELATIONS } from './relation-context.ts';
import { standardParameters } from './standard-library.ts';

/** Declares the dimensions of a file, so that terms of any file may use them. */
export function declareDimension(context: BindContext, file: FileContext, node: NodeIndex): void {
  const { tree } = file;
  const [nameNode, questionNode, ...rest] = childrenOf(tree, node);
  if (nameNode === undefined || questionNode === undefined || kindOf(tree, questionNode) !== NodeKind.Name) return;
  const name = nameText(tree, nameNode);
  const question = nameText(tree, questionNode);
  // The parser has reported it.
  if (RESERVED_WORDS.has(name)) {
    context.refusedDimensions.add(name);
    return;
  }
  const known = context.dimensions.get(name);
  if (known) {
    report(context, file, nameNode, 'duplicate-name', `the dimension \`${name}\` is declared twice`, {
      help: known.place ? 'remove one of the two' : 'it is built in: remove the declaration, or choose another name',
      ...(known.place ? { related: [{ ...known.place, message: 'declared here first' }] } : {}),
    });
    return;
  }
  const argument = PARAMETER_TYPES.includes(name) ? 'a type of parameter' : argumentNamed(name);
  if (argument !== undefined) {
    const message = `\`${name}\` is already ${argument}, and cannot name a dimension`;
    report(context, file, nameNode, 'duplicate-name', message, { help: 'choose another name' });
    context.refusedDimensions.add(name);
    return;
  }
  const isByNumber = rest.some((child) => kindOf(tree, child) === NodeKind.NumberFlag);
  const title = rest.find((child) => kindOf(tree, child) === NodeKind.String);
  addDimension(context, {
    name,
    question: question as Question,
    measured: isByNumber && question !== 'who',
    byNumber: isByNumber && question === 'who',
    title: title === undefined ? undefined : stringValue(tree, title),
    documentation: documentationOf(tree, node),
    place: placeOf(file, nameNode),
  });
}

/** "an argument of `pay`": what kinds of the standard library call so, dimensions apart. */
function argumentNamed(name: string): string | undefined {
  const kind = standardParameters().get(name);
  return kind === undefined ? undefined : `an argument of \`${kind}\``;
}

/**
 * Declares the names of a term declaration; their relations are bound once all names are known. False where there is no such
 * dimension, which is to be reported once kinds are known as well.
 */
export function declareTerms(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  scope: string | undefined,
): boolean {
  const { tree } = file;
  const [word, ...rest] = childrenOf(tree, node);
  if (word === undefined) return true;
  const dimension = dimensionAt(context, file, node);
  const stated = statedDimension(context, file, node, dimension);
  if (stated !== 'dimension of terms') return stated !== 'unknown';
  const documentation = documentationOf(tree, node);
  for (const item of rest) {
    if (kindOf(tree, item) !== NodeKind.TermItem) continue;
    const nameNode = childOfKind(tree, item, NodeKind.Name);
    if (nameNode < 0) continue;
    const plain = declaredName(tree, nameNode);
    // What is missing has been told.
    if (plain === '') continue;
    const name = scope === undefined ? plain : `${scope}.${plain}`;
    const declared = namesOf(context, dimension).get(name);
    const place = declared === undefined ? undefined : context.terms[declared].place;
    if (place && !isBuiltInPlace(place)) {
      report(context, file, nameNode, 'duplicate-name', `the ${dimension} \`${plain}\` is declared twice`, {
        help: 'remove one of the two, or say what the second adds in the first',
        related: [{ ...place, message: 'declared here first' }],
      });
      continue;
    }
    if (isBuiltInAlready(context, file, node, item, scope)) continue;
    const title = childOfKind(tree, item, NodeKind.String);
    addTerm(context, dimension, name, {
      title: title < 0 ? undefined : stringValue(tree, title),
      documentation,
      place: placeOf(file, nameNode),
    });
  }
  return true;
}

/**
 * Whether a declaration names something built in, and so declares nothing: a portfolio may only relate it to others. A deal may
 * define a territory for itself; an act of its own hides the one that is built in.
 */
function isBuiltInAlready(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  item: NodeIndex,
  scope: string | undefined,
): boolean {
  const { tree } = file;
  const dimension = dimensionAt(context, file, node);
  if (scope !== undefined && dimension !== 'territory') return false;
  const nameNode = childOfKind(tree, item, NodeKind.Name);
  const name = declaredName(tree, nameNode);
  const term = findTerm(context, dimension, name, []);
  const isBuiltIn =
    term === undefined ? dimension === 'territory' && name === 'worldwide' : isBuiltInTerm(context.terms[term]);
  if (!isBuiltIn || (scope !== undefined && says(tree, node, (kind) => kind === NodeKind.Equals))) return false;
  if (scope === undefined && term !== undefined && onlyRelates(tree, node, item)) {
    const places = context.relatedAt.get(term);
    if (places) places.push(placeOf(file, nameNode));
    else context.relatedAt.set(term, [placeOf(file, nameNode)]);
    return true;
  }
  const isRelated = term !== undefined && says(tree, node, (kind) => kind !== NodeKind.Open && RELATIONS.has(kind));
  report(context, file, nameNode, 'duplicate-name', `the ${dimension} \`${name}\` is declared twice`, {
    help: helpOfBuiltIn(isRelated, scope),
  });
  return true;
}

/**
 * Whether a declaration says of one of its names only how it relates: what cannot be said of what is built in, such as `=`, is
 * reported where it stands.
 */
export function onlyRelates(tree: Tree, declaration: NodeIndex, item: NodeIndex): boolean {
  return (
    childOfKind(tree, item, NodeKind.String) < 0 &&
    !says(tree, declaration, (kind) => kind === NodeKind.Open) &&
    says(tree, declaration, (kind) => !SAYING_NOTHING.has(kind))
  );
}

const SAYING_NOTHING: ReadonlySet<NodeKind> = new Set([NodeKind.Name, NodeKind.TermItem, NodeKind.Skipped]);

const says = (tree: Tree, declaration: NodeIndex, what: (kind: NodeKind) => boolean): boolean =>
  childrenOf(tree, declaration).some((child) => what(kindOf(tree, child)));

function helpOfBuiltIn(isRelated: boolean, scope: string | undefined): string {
  if (!isRelated) return 'it is built in: remove the declaration, or choose another name';
  return scope === undefined
    ? 'it is built in: say only how it relates to others, with `in`, `overlaps` or `distinct from`, or choose another name'
    : 'it is built in: say more of it outside the deals, or choose another name';
}

/** What a declaration of terms starts with; reports a dimension that has no terms. */
export function statedDimension(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  dimension = nameText(file.tree, node + 1),
): 'dimension of terms' | 'dimension without terms' | 'unknown' {
  const word = node + 1;
  if (dimension === 'with') {
    report(context, file, word, 'invalid-argument', 'the values of `with` are parties', { help: 'write `party …`' });
    return 'dimension without terms';
  }
  const known = context.dimensions.get(dimension);
  if (!known) return context.refusedDimensions.has(dimension) ? 'dimension without terms' : 'unknown';
  if (!takesNumbers(known)) return 'dimension of terms';
  report(context, file, word, 'invalid-argument', `\`${dimension}\` is measured: its values are numbers, not terms`, {
    help: `use it in a clause, as in \`${dimension} < 10\``,
  });
  return 'dimension without terms';
}
