import { RESERVED_WORDS } from '../syntax/reserved-words.ts';
import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind } from '../syntax/tree.ts';
import { documentation as documentationOf, nameText, stringValue } from '../syntax/values.ts';
import type { Question } from '../terms/vocabulary.ts';
import { PARAMETER_TYPES } from './bind-kinds.ts';
import {
  addDimension,
  addTerm,
  type BindContext,
  type FileContext,
  findTerm,
  isBuiltInPlace,
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
  const title = rest.find((child) => kindOf(tree, child) === NodeKind.String);
  addDimension(context, {
    name,
    question: question as Question,
    measured: rest.some((child) => kindOf(tree, child) === NodeKind.NumberFlag),
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
  const stated = statedDimension(context, file, node);
  if (stated !== 'dimension of terms') return stated !== 'unknown';
  const dimension = nameText(tree, word);
  const documentation = documentationOf(tree, node);
  for (const item of rest) {
    if (kindOf(tree, item) !== NodeKind.TermItem) continue;
    const nameNode = childOfKind(tree, item, NodeKind.Name);
    if (nameNode < 0) continue;
    const plain = nameText(tree, nameNode);
    const name = scope === undefined ? plain : `${scope}.${plain}`;
    const declared = namesOf(context, dimension).get(name);
    const place = declared === undefined ? undefined : context.terms[declared].place;
    if (place) {
      const isOfLibrary = isBuiltInPlace(place);
      report(context, file, nameNode, 'duplicate-name', `the ${dimension} \`${plain}\` is declared twice`, {
        help: isOfLibrary ? BUILT_IN : 'remove one of the two, or say what the second adds in the first',
        ...(isOfLibrary ? {} : { related: [{ ...place, message: 'declared here first' }] }),
      });
      continue;
    }
    if (dimension === 'territory' && isKnownTerritory(context, file, node, nameNode, scope)) continue;
    const title = childOfKind(tree, item, NodeKind.String);
    addTerm(context, dimension, name, {
      title: title < 0 ? undefined : stringValue(tree, title),
      documentation,
      place: placeOf(file, nameNode),
    });
  }
  return true;
}

const BUILT_IN = 'it is built in: remove the declaration, or choose another name';

/**
 * Whether a declaration names a built-in territory, and so declares none: a portfolio may only relate it to others. A deal may
 * define it for itself.
 */
function isKnownTerritory(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  nameNode: NodeIndex,
  scope: string | undefined,
): boolean {
  const name = nameText(file.tree, nameNode);
  const territory = findTerm(context, 'territory', name, []);
  const isBuiltIn = territory === undefined ? name === 'worldwide' : context.terms[territory].builtIn;
  const says = (kinds: ReadonlySet<NodeKind>): boolean =>
    childrenOf(file.tree, node).some((child) => kinds.has(kindOf(file.tree, child)));
  if (!isBuiltIn || (scope !== undefined && says(DEFINITION))) return false;
  if (scope === undefined && territory !== undefined && (says(RELATIONS) || says(DEFINITION))) {
    if (!context.relatedAt.has(territory)) context.relatedAt.set(territory, placeOf(file, nameNode));
    return true;
  }
  report(context, file, nameNode, 'duplicate-name', `the territory \`${name}\` is declared twice`, {
    help:
      scope !== undefined && says(RELATIONS)
        ? 'it is built in: say more of it outside the deals, or choose another name'
        : BUILT_IN,
  });
  return true;
}

const DEFINITION: ReadonlySet<NodeKind> = new Set([NodeKind.Equals]);
/** What a declaration of terms starts with; reports a dimension that has no terms. */
export function statedDimension(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
): 'dimension of terms' | 'dimension without terms' | 'unknown' {
  const word = node + 1;
  const dimension = nameText(file.tree, word);
  if (dimension === 'with') {
    report(context, file, word, 'invalid-argument', 'the values of `with` are parties', { help: 'write `party …`' });
    return 'dimension without terms';
  }
  const known = context.dimensions.get(dimension);
  if (!known) return context.refusedDimensions.has(dimension) ? 'dimension without terms' : 'unknown';
  if (!known.measured) return 'dimension of terms';
  report(context, file, word, 'invalid-argument', `\`${dimension}\` is measured: its values are numbers, not terms`, {
    help: `use it in a clause, as in \`${dimension} < 10\``,
  });
  return 'dimension without terms';
}
