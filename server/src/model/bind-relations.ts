import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind, nextOf, textOf } from '../syntax/tree.ts';
import { FIRST_DAY } from '../terms/calendar.ts';
import type { SetExpression, TermId } from '../terms/set-expression.ts';
import { type Term, takesNumbers } from '../terms/vocabulary.ts';
import { withArticle } from '../text/words.ts';
import { dateSpan } from './bind-dates.ts';
import { bindEventFact } from './bind-event-facts.ts';
import { bindSet } from './bind-sets.ts';
import {
  type BindContext,
  dimensionAt,
  type FileContext,
  isBuiltInPlace,
  isBuiltInTerm,
  relationKey,
  report,
  type Scopes,
} from './context.ts';
import { named, RELATIONS, type RelationContext } from './relation-context.ts';

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
  const dimension = dimensionAt(context, file, node);
  const known = context.dimensions.get(dimension);
  if (!known || takesNumbers(known) || dimension === 'with') return;
  const targets: Term[] = [];
  for (const item of rest) {
    if (kindOf(tree, item) !== NodeKind.TermItem) continue;
    const nameNode = childOfKind(tree, item, NodeKind.Name);
    const term = nameNode < 0 ? undefined : target(nameNode, dimension);
    if (term !== undefined) targets.push(writable(term));
  }
  const relations = rest.filter((child) => ![NodeKind.TermItem, NodeKind.Skipped].includes(kindOf(tree, child)));
  for (const relation of relations)
    bindRelation({ context, file, scopes, dimension, targets, relations, writable }, relation);
}

function bindRelation(at: RelationContext, relation: NodeIndex): void {
  const { context, file, dimension, targets, scopes } = at;
  const { tree } = file;
  if (isMisplaced(at, relation)) return;
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

/** Whether a relation cannot be said of the terms of a dimension; reports it. Of an event's days, see {@link bindEventFact}. */
function isMisplaced({ context, file, dimension }: RelationContext, relation: NodeIndex): boolean {
  const { tree } = file;
  const kind = kindOf(tree, relation);
  const question = context.dimensions.get(dimension)?.question;
  const isOfSets = RELATIONS.has(kind) || kind === NodeKind.Equals;
  if (kind === NodeKind.By ? question === 'who' : !isOfSets || question !== 'when') return false;
  const message = `\`${textOf(tree, relation)}\` cannot be said of ${withArticle(dimension)}`;
  const help =
    question === 'party'
      ? 'who controls a party is said with `under`'
      : dimension === 'event'
        ? 'an event takes `occurred`, `after`, `before` and `presumed`'
        : dimension === 'state'
          ? 'a state takes `presumed`'
          : '`by` says who runs a cloud: remove it';
  report(context, file, relation, 'invalid-argument', message, { help });
  return true;
}

function relate(
  at: RelationContext,
  node: NodeIndex,
  term: Term,
  relation: 'parents' | 'overlaps' | 'distinct',
  other: TermId,
): void {
  if (other === term.id) reportOwnRelation(at, node, term);
  else if (!term[relation].includes(other)) {
    term[relation].push(other);
    if (isBuiltInTerm(term) && !isBuiltInPlace({ file: at.file.path }))
      at.context.added.add(relationKey(term.id, relation, other));
  }
}

const reportOwnRelation = ({ context, file }: RelationContext, node: NodeIndex, { name }: Term): void =>
  report(context, file, node, 'cyclic-terms', `\`${name}\` is related to itself`, { help: 'remove it' });

function define(at: RelationContext, node: NodeIndex, term: Term, value: SetExpression): void {
  const { context, file } = at;
  if (isBuiltInTerm(term)) {
    report(context, file, node, 'duplicate-name', `\`${term.name}\` is built in, and cannot be defined otherwise`, {
      help: 'choose another name, or relate it with `in`, `overlaps` or `distinct from`',
    });
  } else if (term.equals) {
    report(context, file, node, 'contradictory-terms', `\`${term.name}\` is defined twice`, { help: 'keep one `=`' });
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
