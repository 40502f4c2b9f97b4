import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind, nextOf, textOf } from '../syntax/tree.ts';
import { documentation as documentationOf, nameText, pathText, stringValue } from '../syntax/values.ts';
import { FIRST_DAY } from '../terms/calendar.ts';
import type { SetExpression, TermId } from '../terms/set-expression.ts';
import type { Question, Term } from '../terms/vocabulary.ts';
import { dateSpan } from './bind-dates.ts';
import { bindSet } from './bind-sets.ts';
import {
  addDimension,
  addTerm,
  type BindContext,
  type FileContext,
  findTerm,
  namesOf,
  placeOf,
  report,
  reportUnknownTerm,
  type Scopes,
} from './context.ts';

/** Words that the grammar needs: they may not name a dimension. */
const KEYWORDS = new Set(
  'deal reading expect kind dimension except subject to notwithstanding amends supersedes terminates'.split(' '),
);

/** Declares the dimensions of a file, so that terms of any file may use them. */
export function declareDimension(context: BindContext, file: FileContext, node: NodeIndex): void {
  const { tree } = file;
  const [nameNode, questionNode, ...rest] = childrenOf(tree, node);
  if (nameNode === undefined || questionNode === undefined || kindOf(tree, questionNode) !== NodeKind.Name) return;
  const name = nameText(tree, nameNode);
  const question = nameText(tree, questionNode);
  if (KEYWORDS.has(name)) {
    report(
      context,
      file,
      nameNode,
      'duplicate-name',
      `\`${name}\` is a word of the language and cannot name a dimension`,
      {
        help: 'choose another name',
      },
    );
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
    if (declared !== undefined && context.terms[declared].place) {
      report(context, file, nameNode, 'duplicate-name', `the ${dimension} \`${plain}\` is declared twice`, {
        help: 'remove one of the two, or say what the second adds in the first',
        related: [{ ...context.terms[declared].place!, message: 'declared here first' }],
      });
      continue;
    }
    // What is built in is there already: such a declaration only relates it to others.
    const builtIn = declared ?? (dimension === 'territory' ? findTerm(context, dimension, plain, []) : undefined);
    if (builtIn !== undefined && (declared === undefined || context.terms[builtIn].builtIn)) continue;
    const title = childOfKind(tree, item, NodeKind.String);
    addTerm(context, dimension, name, {
      title: title < 0 ? undefined : stringValue(tree, title),
      documentation,
      place: placeOf(file, nameNode),
    });
  }
  return true;
}

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
  if (!known) return 'unknown';
  if (!known.measured) return 'dimension of terms';
  report(context, file, word, 'invalid-argument', `\`${dimension}\` is measured: its values are numbers, not terms`, {
    help: `use it in a clause, as in \`${dimension} < 10\``,
  });
  return 'dimension without terms';
}

/**
 * Binds the relations of a declaration. `target` gives the term that a name means, and `writable` the record to add to: the
 * vocabulary's own, or a reading's copy.
 */
export function bindRelations(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  scopes: Scopes,
  target: (name: NodeIndex, dimension: string) => TermId | undefined,
  writable: (term: TermId) => Term,
): void {
  const { tree } = file;
  const [word, ...rest] = childrenOf(tree, node);
  if (word === undefined) return;
  const dimension = nameText(tree, word);
  const known = context.dimensions.get(dimension);
  if (!known || known.measured || dimension === 'with') return;
  const targets: Term[] = [];
  for (const item of rest) {
    if (kindOf(tree, item) !== NodeKind.TermItem) continue;
    const nameNode = childOfKind(tree, item, NodeKind.Name);
    const term = nameNode < 0 ? undefined : target(nameNode, dimension);
    if (term !== undefined) targets.push(writable(term));
  }
  for (const relation of rest) {
    if (kindOf(tree, relation) !== NodeKind.TermItem && kindOf(tree, relation) !== NodeKind.Skipped) {
      bindRelation({ context, file, scopes, dimension, targets, writable }, relation);
    }
  }
}

interface RelationContext {
  readonly context: BindContext;
  readonly file: FileContext;
  readonly scopes: Scopes;
  readonly dimension: string;
  readonly targets: readonly Term[];
  readonly writable: (term: TermId) => Term;
}

function bindRelation(at: RelationContext, relation: NodeIndex): void {
  const { context, file, dimension, targets, scopes } = at;
  const { tree } = file;
  const child = relation + 1 < nextOf(tree, relation) ? relation + 1 : -1;
  switch (kindOf(tree, relation)) {
    case NodeKind.In:
      for (const other of named(at, child, dimension))
        for (const term of targets) relate(at, child, term, 'parents', other);
      break;
    case NodeKind.Overlaps:
      for (const other of named(at, child, dimension))
        for (const term of targets) relate(at, child, term, 'overlaps', other);
      break;
    case NodeKind.DistinctFrom:
      for (const other of named(at, child, dimension))
        for (const term of targets) relate(at, child, term, 'distinct', other);
      break;
    case NodeKind.Equals: {
      const value = bindSet(context, file, child, dimension, scopes);
      if (value) for (const term of targets) define(at, child, term, value);
      break;
    }
    case NodeKind.Open:
      for (const term of targets) term.open = true;
      break;
    case NodeKind.By:
      for (const party of named(at, child, 'party')) for (const term of targets) term.runBy = party;
      break;
    case NodeKind.Under:
      bindUnder(at, relation);
      break;
    default:
      bindEventFact(at, relation, child);
  }
}

function named(at: RelationContext, node: NodeIndex, dimension: string): TermId[] {
  const { context, file, scopes } = at;
  const { tree } = file;
  if (node < 0) return [];
  const paths = kindOf(tree, node) === NodeKind.List ? childrenOf(tree, node) : [node];
  const found: TermId[] = [];
  for (const path of paths) {
    const name = pathText(tree, path);
    const id = findTerm(context, dimension, name, scopes);
    if (id === undefined) reportUnknownTerm(context, file, path, dimension, name);
    else found.push(id);
  }
  return found;
}

function relate(
  at: RelationContext,
  node: NodeIndex,
  term: Term,
  relation: 'parents' | 'overlaps' | 'distinct',
  other: TermId,
): void {
  if (other === term.id) reportOwnRelation(at, node, term);
  else if (!term[relation].includes(other)) term[relation].push(other);
}

const reportOwnRelation = ({ context, file }: RelationContext, node: NodeIndex, { name }: Term): void =>
  report(context, file, node, 'cyclic-terms', `\`${name}\` is related to itself`, { help: 'remove it' });

function define(at: RelationContext, node: NodeIndex, term: Term, value: SetExpression): void {
  if (term.equals) {
    report(at.context, at.file, node, 'contradictory-terms', `\`${term.name}\` is defined twice`, {
      help: 'keep one `=`',
    });
  } else term.equals = value;
}

function bindUnder(at: RelationContext, relation: NodeIndex): void {
  const { tree } = at.file;
  const [path, date] = childrenOf(tree, relation);
  if (at.dimension !== 'party') {
    report(at.context, at.file, relation, 'invalid-argument', '`under` says who controls a party', {
      help: 'use `in` for other terms',
    });
    return;
  }
  const from = date === undefined ? FIRST_DAY : (dateSpan(tree, date)?.first ?? FIRST_DAY);
  for (const party of named(at, path, 'party')) {
    for (const term of at.targets) {
      if (party === term.id) reportOwnRelation(at, path, term);
      else term.under.push({ party, from });
    }
  }
}

function bindEventFact(at: RelationContext, relation: NodeIndex, child: NodeIndex): void {
  const { context, file, targets, dimension } = at;
  const { tree } = file;
  const kind = kindOf(tree, relation);
  if (
    dimension !== 'event' &&
    !(dimension === 'state' && (kind === NodeKind.PresumedNo || kind === NodeKind.PresumedYes))
  ) {
    report(
      context,
      file,
      relation,
      'invalid-argument',
      `\`${textOf(tree, relation)}\` is said of an event, not of a ${dimension}`,
      {
        help: 'remove it, or declare an `event`',
      },
    );
    return;
  }
  if (kind === NodeKind.PresumedYes || kind === NodeKind.PresumedNo) {
    for (const term of targets) term.event.presumed = kind === NodeKind.PresumedYes;
    return;
  }
  if (child < 0) return;
  const date = dateSpan(tree, child);
  if (date) {
    for (const { event } of targets) {
      if (kind === NodeKind.Occurred) event.occurred = date.first;
      else if (kind === NodeKind.After) event.after = Math.max(event.after ?? FIRST_DAY, date.last);
      else event.before = Math.min(event.before ?? date.first, date.first);
    }
  } else if (kindOf(tree, child) === NodeKind.Path) {
    for (const other of named(at, child, 'event')) {
      for (const term of targets) {
        const later = kind === NodeKind.After ? term : at.writable(other);
        const earlier = kind === NodeKind.After ? other : term.id;
        if (!later.event.afterEvents.includes(earlier)) later.event.afterEvents.push(earlier);
      }
    }
  }
}
