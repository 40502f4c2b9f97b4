import type {
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Location,
  LocationLink,
  ReferenceParams,
} from 'vscode-languageserver';
import { definition } from '../../editor/definition.ts';
import { highlights } from '../../editor/highlights.ts';
import { references } from '../../editor/references.ts';
import { type FilePlace, locationIn, offsetIn, rangeIn } from './place.ts';

export function definitionAt(place: FilePlace, { position }: DefinitionParams): Location[] | LocationLink[] {
  const { analysis, path, portfolio, places, client } = place;
  const found = definition(analysis, path, offsetIn(place, position));
  if (!client.definitionLinks) return found.map(({ file, span }) => locationIn(place, file, span));
  return found.map(({ file, span, full, origin }) => ({
    originSelectionRange: rangeIn(place, origin),
    targetUri: places.uri(portfolio, file),
    targetRange: places.range(portfolio, file, full),
    targetSelectionRange: places.range(portfolio, file, span),
  }));
}

export function referencesAt(place: FilePlace, { position, context }: ReferenceParams): Location[] {
  const withDeclaration = context?.includeDeclaration === true;
  return references(place.analysis, place.path, offsetIn(place, position), withDeclaration).map(({ file, span }) =>
    locationIn(place, file, span),
  );
}

const READ = 2;
const WRITE = 3;

export function highlightsAt(place: FilePlace, { position }: DocumentHighlightParams): DocumentHighlight[] {
  return highlights(place.analysis, place.path, offsetIn(place, position)).map(({ span, role }) => ({
    range: rangeIn(place, span),
    kind: role === 'write' ? WRITE : READ,
  }));
}
