import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyPrepareParams,
  TypeHierarchyItem,
  TypeHierarchyPrepareParams,
} from 'vscode-languageserver';
import { type ClauseItem, incoming, outgoing, prepareClauseCalls } from '../../editor/clause-calls.ts';
import { prepareTermHierarchy, subtypes, supertypes, type TermItem } from '../../editor/term-hierarchy.ts';
import { BadRequest } from '../failure.ts';
import { type FilePlace, offsetIn, spanIn } from './place.ts';

const CLAUSE_KIND = 6; // Method
const TERM_KIND = 22; // EnumMember

type Item = TermItem | ClauseItem;
type ProtocolItem = TypeHierarchyItem | CallHierarchyItem;

const written = (place: FilePlace, item: Item, kind: TypeHierarchyItem['kind']): ProtocolItem => {
  const { portfolio, places } = place;
  return {
    name: item.name,
    kind,
    detail: item.detail,
    uri: places.uri(portfolio, item.file),
    range: places.range(portfolio, item.file, item.span),
    selectionRange: places.range(portfolio, item.file, item.selection),
    data: { key: item.key },
  };
};

/** What the client sends back of an item. It lies in the file of the place. */
function read(place: FilePlace, { name, detail = '', range, selectionRange, data }: ProtocolItem): Item {
  const key: unknown = typeof data === 'object' && data !== null && 'key' in data ? data.key : undefined;
  if (typeof key !== 'string') throw new BadRequest('the item was not made by this server');
  return { name, detail, file: place.path, span: spanIn(place, range), selection: spanIn(place, selectionRange), key };
}

export function prepareTerms(place: FilePlace, { position }: TypeHierarchyPrepareParams): TypeHierarchyItem[] | null {
  const item = prepareTermHierarchy(place.analysis, place.path, offsetIn(place, position));
  return item === undefined ? null : [written(place, item, TERM_KIND)];
}

export const termsAbove = (place: FilePlace, { item }: { readonly item: TypeHierarchyItem }): TypeHierarchyItem[] =>
  supertypes(place.analysis, read(place, item)).map((above) => written(place, above, TERM_KIND));

export const termsBelow = (place: FilePlace, { item }: { readonly item: TypeHierarchyItem }): TypeHierarchyItem[] =>
  subtypes(place.analysis, read(place, item)).map((below) => written(place, below, TERM_KIND));

export function prepareClauses(place: FilePlace, { position }: CallHierarchyPrepareParams): CallHierarchyItem[] | null {
  const item = prepareClauseCalls(place.analysis, place.path, offsetIn(place, position));
  return item === undefined ? null : [written(place, item, CLAUSE_KIND)];
}

/** How two clauses meet is said in the detail: the protocol has no other place for it. */
const meeting = (place: FilePlace, item: ClauseItem, why: string): CallHierarchyItem =>
  written(place, { ...item, detail: `${why} · ${item.detail}` }, CLAUSE_KIND);

/** The ranges lie in the clause that bears on the other: here that is the one that calls. */
export function clausesBearingOn(
  place: FilePlace,
  { item }: { readonly item: CallHierarchyItem },
): CallHierarchyIncomingCall[] {
  const { portfolio, places } = place;
  return incoming(place.analysis, read(place, item)).map((call) => ({
    from: meeting(place, call.item, call.why),
    fromRanges: call.spans.map((span) => places.range(portfolio, call.item.file, span)),
  }));
}

export function clausesBorneOn(
  place: FilePlace,
  { item }: { readonly item: CallHierarchyItem },
): CallHierarchyOutgoingCall[] {
  const { portfolio, places, path } = place;
  return outgoing(place.analysis, read(place, item)).map((call) => ({
    to: meeting(place, call.item, call.why),
    fromRanges: call.spans.map((span) => places.range(portfolio, path, span)),
  }));
}
