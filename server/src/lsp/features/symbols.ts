import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  SymbolKind,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { documentSymbols, type OutlineItem } from '../../editor/document-symbols.ts';
import { type WorkspaceSymbol, workspaceSymbols } from '../../editor/workspace-symbols.ts';
import type { Places } from '../places.ts';
import type { Portfolio } from '../portfolio.ts';
import { type FilePlace, locationIn, rangeIn } from './place.ts';

/** The nearest of the kinds that the protocol knows. */
const KINDS: Readonly<Record<OutlineItem['kind'] | WorkspaceSymbol['kind'], SymbolKind>> = {
  deal: 3, // Namespace
  clause: 6, // Method
  exception: 6, // Method
  terms: 2, // Module
  party: 5, // Class
  event: 24, // Event
  term: 22, // EnumMember
  dimension: 10, // Enum
  kind: 12, // Function
  parameter: 13, // Variable
  reading: 11, // Interface
  expectation: 17, // Boolean
};

export function symbolsIn(place: FilePlace, _params: DocumentSymbolParams): DocumentSymbol[] | SymbolInformation[] {
  const items = documentSymbols(place.tree);
  return place.client.symbolTree ? items.map((item) => branch(place, item)) : leaves(place, items, undefined);
}

const branch = (place: FilePlace, item: OutlineItem): DocumentSymbol => ({
  name: item.name,
  ...(item.detail === '' ? {} : { detail: item.detail }),
  kind: KINDS[item.kind],
  range: rangeIn(place, item.span),
  selectionRange: rangeIn(place, item.selection),
  ...(item.children.length === 0 ? {} : { children: item.children.map((child) => branch(place, child)) }),
});

function leaves(place: FilePlace, items: readonly OutlineItem[], container: string | undefined): SymbolInformation[] {
  return items.flatMap(({ name, kind, span, children }) => [
    {
      name,
      kind: KINDS[kind],
      location: locationIn(place, place.path, span),
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...leaves(place, children, name),
  ]);
}

/** The symbols of all portfolios; a portfolio that is not loaded yet has none. */
export function symbolsMatching(
  { query }: WorkspaceSymbolParams,
  portfolios: readonly Portfolio[],
  places: Places,
): SymbolInformation[] {
  return portfolios.flatMap((portfolio) =>
    workspaceSymbols(portfolio.analysis(), typeof query === 'string' ? query : '').map(
      ({ name, container, kind, file, span }) => ({
        name,
        kind: KINDS[kind],
        location: places.location(portfolio, file, span),
        ...(container === undefined ? {} : { containerName: container }),
      }),
    ),
  );
}
