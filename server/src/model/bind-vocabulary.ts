import { childOfKind, type NodeIndex, NodeKind } from '../syntax/tree.ts';
import { declaredName, nameText, stringValue } from '../syntax/values.ts';
import type { TermId } from '../terms/set-expression.ts';
import { copyTerm, type Place, type Term } from '../terms/vocabulary.ts';
import type { DealDraft } from './bind-deals.ts';
import { declareKind } from './bind-kinds.ts';
import { bindRelations } from './bind-relations.ts';
import { checkTerms } from './check-terms.ts';
import { type BindContext, type FileContext, findTerm, placeOf, report, reportUnknownTerm, spanOf } from './context.ts';
import { declareDimension, declareTerms, statedDimension } from './declare-terms.ts';
import type { Reading } from './model.ts';
import { declareMeant, reportUnknownDimensions, type TermPlace } from './unknown-dimensions.ts';
import { eachChild, eachTopLevel } from './walk.ts';

/**
 * Everything that deals speak with: dimensions first, then terms, those of single deals among them, their relations, kinds
 * and at last readings.
 */
export function bindVocabulary(
  context: BindContext,
  library: FileContext,
  files: readonly FileContext[],
  drafts: ReadonlyMap<string, DealDraft>,
  scopes: ReadonlyMap<string, readonly string[]>,
): Reading[] {
  const all = [library, ...files];
  eachTopLevel(all, NodeKind.DimensionDeclaration, (file, node) => declareDimension(context, file, node));
  const unknown: TermPlace[] = [];
  eachTopLevel(all, NodeKind.TermDeclaration, (file, node) => {
    if (!declareTerms(context, file, node, undefined)) unknown.push({ file, parent: 0, node });
  });
  for (const { file, node: parent, name } of drafts.values()) {
    eachChild(file.tree, parent, NodeKind.TermDeclaration, (node) => {
      if (!declareTerms(context, file, node, name)) unknown.push({ file, parent, node });
    });
  }
  const dealAt = new Map([...drafts.values()].map(({ file, node, name }) => [file.path + node, name]));
  declareMeant(context, unknown, ({ file, parent }) => (parent === 0 ? undefined : dealAt.get(file.path + parent)));
  bindAllRelations(context, all, drafts, scopes);
  eachTopLevel(all, NodeKind.KindDeclaration, (file, node) => declareKind(context, file, node, file === library));
  const readings = bindReadings(context, files, unknown);
  reportUnknownDimensions(context, unknown);
  const contradictory = checkTerms(context, readings);
  // Those that the vocabulary names stay, whatever deals do.
  context.late.clear();
  context.lateNamed.length = 0;
  for (const known of context.valuesByWriting) known.clear();
  return readings.map((reading) => {
    const terms = contradictory.get(reading);
    return terms ? { ...reading, terms, isContradictory: true } : reading;
  });
}

function bindAllRelations(
  context: BindContext,
  files: readonly FileContext[],
  drafts: ReadonlyMap<string, DealDraft>,
  scopes: ReadonlyMap<string, readonly string[]>,
): void {
  const writable = (id: TermId): Term => context.terms[id];
  eachTopLevel(files, NodeKind.TermDeclaration, (file, node) =>
    bindRelations(
      context,
      file,
      node,
      [],
      (name, dimension) => declaredAt(context, file, name, dimension, []),
      writable,
    ),
  );
  for (const { file, node, name } of drafts.values()) {
    eachChild(file.tree, node, NodeKind.TermDeclaration, (declaration) =>
      bindRelations(
        context,
        file,
        declaration,
        scopes.get(name) ?? [],
        (nameNode, dimension) => declaredAt(context, file, nameNode, dimension, [name]),
        writable,
      ),
    );
  }
}

/** The term that a declaration's name declares, or adds to: not that of an earlier declaration of the same name. */
function declaredAt(
  context: BindContext,
  file: FileContext,
  nameNode: NodeIndex,
  dimension: string,
  scopes: readonly string[],
): TermId | undefined {
  const id = findTerm(context, dimension, declaredName(file.tree, nameNode), scopes);
  if (id === undefined) return undefined;
  const { place } = context.terms[id];
  const { start } = spanOf(file.tree, nameNode);
  const isHere = (one: Place): boolean => one.file === file.path && one.span.start === start;
  return (place && isHere(place)) || context.relatedAt.get(id)?.some(isHere) ? id : undefined;
}

/** Adds declarations of unknown dimensions to those known. */
function bindReadings(context: BindContext, files: readonly FileContext[], unknown: TermPlace[]): Reading[] {
  const readings = new Map<string, ReadingDraft>();
  eachTopLevel(files, NodeKind.Reading, (file, node) => {
    const nameNode = childOfKind(file.tree, node, NodeKind.Name);
    if (nameNode < 0) return;
    const name = nameText(file.tree, nameNode);
    const known = readings.get(name);
    if (known) {
      report(context, file, nameNode, 'duplicate-name', `the reading \`${name}\` is declared twice`, {
        help: 'put its relations into one reading',
        related: [{ ...known.place, message: 'declared here first' }],
      });
      return;
    }
    const copies = new Map<TermId, Term>();
    const writable = (id: TermId): Term => {
      const copy = copies.get(id) ?? copyTerm(context.terms[id]);
      copies.set(id, copy);
      return copy;
    };
    const count = context.problems.length;
    eachChild(file.tree, node, NodeKind.TermDeclaration, (declaration) => {
      if (statedDimension(context, file, declaration) === 'unknown')
        unknown.push({ file, parent: node, node: declaration });
      bindRelations(
        context,
        file,
        declaration,
        [],
        (termName, dimension) => knownTerm(context, file, termName, dimension),
        writable,
      );
    });
    const title = childOfKind(file.tree, node, NodeKind.String);
    readings.set(name, {
      name,
      title: title < 0 ? undefined : stringValue(file.tree, title),
      place: placeOf(file, nameNode),
      isContradictory: context.problems.slice(count).some(({ rule }) => CONTRADICTIONS.has(rule)),
      copies,
    });
  });
  // Only now are all built-in territories in that any reading names.
  return [...readings.values()].map(({ copies, ...reading }) => ({
    ...reading,
    terms: context.terms.map((term) => copies.get(term.id) ?? term),
  }));
}

const CONTRADICTIONS: ReadonlySet<string> = new Set(['contradictory-terms', 'cyclic-terms']);

/** A reading, with the terms to which it adds relations. */
type ReadingDraft = Omit<Reading, 'terms'> & { readonly copies: ReadonlyMap<TermId, Term> };

/** A reading declares no term: it speaks of those that the portfolio has, a deal's own by `deal.name`. */
function knownTerm(
  context: BindContext,
  file: FileContext,
  nameNode: NodeIndex,
  dimension: string,
): TermId | undefined {
  const name = declaredName(file.tree, nameNode);
  const id = findTerm(context, dimension, name, []);
  if (id === undefined) reportUnknownTerm(context, file, nameNode, dimension, name, []);
  return id;
}
