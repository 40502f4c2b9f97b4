import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  DocumentSymbol,
  Hover,
  HoverParams,
  Location,
  LocationLink,
  Position,
} from 'vscode-languageserver';
import { clausesOfPassage } from '../../editor/contract/definition.ts';
import { contractHover } from '../../editor/contract/hover.ts';
import { contractLenses } from '../../editor/contract/lenses.ts';
import { passagesAt } from '../../editor/contract/passages.ts';
import { offeredKinds } from '../../editor/contract/suggestions.ts';
import { isPosition } from '../documents.ts';
import { BadRequest } from '../failure.ts';
import { ANNOTATE_SELECTION, SHOW_CLAUSES } from '../protocol.ts';
import type { Resource } from '../resource.ts';
import { annotatingEdit } from './annotation.ts';
import {
  type ContractContext,
  type ContractPlace,
  contractAt,
  isTextOnly,
  locateContract,
  offsetInPassage,
  readContract,
} from './contract-place.ts';
import { sectionSymbols } from './contract-text.ts';

/** Answers a request about the text of a contract. */
type ContractFeature = (place: ContractPlace, params: never) => unknown;

/** By method, what is answered on a contract. */
const CONTRACT_FEATURES: ReadonlyMap<string, ContractFeature> = new Map(
  Object.entries({
    'textDocument/codeAction': actionsOn,
    'textDocument/codeLens': lensesOver,
    'textDocument/definition': clausesAt,
    'textDocument/documentHighlight': passagesAround,
    'textDocument/documentSymbol': (place: ContractPlace): DocumentSymbol[] => sectionSymbols(place),
    'textDocument/hover': hoverOver,
  } satisfies Readonly<Record<string, ContractFeature>>),
);

/** The answer on a document that is, or may be, a contract; undefined where there is none. */
export function answerOnContract(
  context: ContractContext,
  method: string,
  resource: Resource,
  params: unknown,
): unknown {
  const feature = CONTRACT_FEATURES.get(method);
  const place =
    feature === undefined ? undefined : (contractAt(context, resource) ?? unnamed(context, resource, params));
  return place === undefined ? undefined : feature?.(place, params as never);
}

/** Who asks by hand for what can be done may annotate any text; to others nothing is offered on what no deal names. */
function unnamed(context: ContractContext, resource: Resource, params: unknown): ContractPlace | undefined {
  const INVOKED = 1;
  const isAsked = (params as Partial<CodeActionParams> | undefined)?.context?.triggerKind === INVOKED;
  const located = isAsked ? locateContract(context, resource) : undefined;
  const place = located === undefined ? undefined : readContract(context, located, isTextOnly(resource));
  return place === undefined || 'unavailable' in place ? undefined : place;
}

function offsetIn(place: ContractPlace, position: Position | undefined): number | undefined {
  if (!isPosition(position)) throw new BadRequest('the position has no line and character');
  return offsetInPassage(place, position);
}

function hoverOver(place: ContractPlace, { position }: HoverParams): Hover | null {
  const { analysis, source, portfolio, context } = place;
  const offset = offsetIn(place, position);
  if (offset === undefined) return null;
  const found = contractHover(analysis, source, offset, (file, span) => {
    // Editors open a file at the line that the fragment of its address names.
    const { start } = context.places.range(portfolio, file, span);
    return `${context.places.uri(portfolio, file)}#L${start.line + 1},${start.character + 1}`;
  });
  if (found === undefined) return null;
  const range = place.range(found.span);
  const kind = context.client.markdown.hover ? 'markdown' : 'plaintext';
  return { contents: { kind, value: found.markdown }, ...(range === undefined ? {} : { range }) };
}

function lensesOver(place: ContractPlace): CodeLens[] {
  const { analysis, source, portfolio, context, uri, read } = place;
  const canShow = context.client.commands.includes(SHOW_CLAUSES);
  const lenses = contractLenses(analysis, source).flatMap(({ span, title, clauses }): CodeLens[] => {
    const range = place.range(span);
    if (range === undefined) return [];
    const locations = clauses.map((clause) => context.places.location(portfolio, clause.file, clause.span));
    const shown = { command: SHOW_CLAUSES, arguments: [uri, range.start, locations] };
    return [{ range, command: { title, ...(canShow ? shown : { command: '' }) } }];
  });
  const pages = read.prepared.pages.flatMap(({ start, page }): CodeLens[] => {
    const range = place.range({ start, end: start });
    return range === undefined ? [] : [{ range, command: { title: `page ${page}`, command: '' } }];
  });
  return [...pages, ...lenses];
}

function clausesAt(place: ContractPlace, { position }: DefinitionParams): Location[] | LocationLink[] {
  const { analysis, source, portfolio, context } = place;
  const { places, client } = context;
  const offset = offsetIn(place, position);
  const found = offset === undefined ? [] : clausesOfPassage(analysis, source, offset);
  if (!client.definitionLinks) return found.map(({ file, span }) => places.location(portfolio, file, span));
  return found.map(({ file, span, full, origin }) => {
    const range = place.range(origin);
    return {
      ...(range === undefined ? {} : { originSelectionRange: range }),
      targetUri: places.uri(portfolio, file),
      targetRange: places.range(portfolio, file, full),
      targetSelectionRange: places.range(portfolio, file, span),
    };
  });
}

/** The whole passage that a position is in. */
function passagesAround(place: ContractPlace, { position }: DocumentHighlightParams): DocumentHighlight[] | null {
  const offset = offsetIn(place, position);
  const [passage] = offset === undefined ? [] : passagesAt(place.analysis, place.source, offset);
  // Elsewhere an editor marks the word itself.
  if (passage === undefined) return null;
  return passage.pieces.flatMap((piece) => {
    const range = place.range(piece);
    return range === undefined ? [] : [{ range, kind: 1 }];
  });
}

/** So many kinds are offered. */
const OFFERED = 3;

/** To annotate what is selected as one of the kinds that fit its words best. */
function actionsOn(place: ContractPlace, { range, context: asked }: CodeActionParams): CodeAction[] {
  if (place.context.client.codeActionKinds === undefined) return [];
  const isWanted = !Array.isArray(asked?.only) || asked.only.some((kind) => 'refactor'.startsWith(kind));
  if (!isWanted || !isPosition(range?.start) || !isPosition(range?.end)) return [];
  const span = place.span(range);
  const words = span === undefined ? '' : place.read.text.slice(span.start, span.end);
  if (span === undefined || words.trim() === '') return [];
  return offeredKinds(place.analysis, words)
    .slice(0, OFFERED)
    .flatMap(({ kind, title: name }): CodeAction[] => {
      const edit = annotatingEdit(place, span, kind);
      if (edit === undefined) return [];
      const title = `Annotate this passage as ${name}`;
      // Only a client's own command shows the deal and leads through it.
      return place.context.client.commands.includes(ANNOTATE_SELECTION)
        ? [{ title, kind: 'refactor', command: { title, command: ANNOTATE_SELECTION, arguments: [kind] } }]
        : [{ title, kind: 'refactor', edit }];
    });
}
