import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { passageOfQuote } from '../../editor/contract/definition.ts';
import { definitionAt } from '../features/navigation.ts';
import { type FilePlace, offsetIn, rangeIn } from '../features/place.ts';
import { locationOf } from './contract-locations.ts';
import type { ContractContext } from './contract-place.ts';

/** Where a name is declared; of a quote, where its passage stands in the contract. */
export function definitionOrPassageAt(
  context: ContractContext,
  place: FilePlace,
  params: DefinitionParams,
): Location[] | LocationLink[] {
  const found = definitionAt(place, params);
  if (found.length > 0) return found;
  const { analysis, path, portfolio, client } = place;
  const passage = passageOfQuote(analysis, path, offsetIn(place, params.position));
  const location = passage && locationOf(context, portfolio, passage.source, passage.span);
  if (passage === undefined || location === undefined) return [];
  if (!client.definitionLinks) return [location];
  const { uri, range } = location;
  const originSelectionRange = rangeIn(place, passage.origin);
  return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
}
