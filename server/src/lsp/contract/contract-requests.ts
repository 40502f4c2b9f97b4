import { offeredKinds } from '../../editor/contract/suggestions.ts';
import { isPosition } from '../documents.ts';
import { BadRequest } from '../failure.ts';
import { fetchSources } from '../load-folder.ts';
import {
  ANNOTATE,
  type AnnotateParams,
  DEAL_FROM_CONTRACT,
  PASSAGES,
  type PassagesResult,
  SOURCE_TEXT,
  type SourceTextResult,
  SUGGEST_KINDS,
  type SuggestKindsParams,
  type SuggestKindsResult,
  type WrittenDealResult,
} from '../protocol.ts';
import { type Resource, resourceOf } from '../resource.ts';
import type { WorkspaceFiles } from '../workspace-files.ts';
import { annotationOf, newDealOf } from './annotation.ts';
import {
  type ContractContext,
  type ContractPlace,
  contractAt,
  fileOf,
  isTextOnly,
  locateContract,
  readContract,
} from './contract-place.ts';
import { textOf } from './contract-text.ts';
import { passagesOf } from './passages-of.ts';

/** Where contracts come from, and whom it concerns that one has come. */
export interface ContractSupply {
  readonly files: WorkspaceFiles;
  readonly touched: () => void;
}

type UriParams = { readonly uri?: unknown } | undefined;

/** By method, what the server answers on contracts beyond the protocol. */
export const contractRequests = (
  context: ContractContext,
  supply: ContractSupply,
): Readonly<Record<string, (params: never) => unknown>> => ({
  [PASSAGES]: async (params: UriParams): Promise<PassagesResult> => {
    const resource = resourceIn(params);
    await context.workspace.loading(fileOf(resource));
    const place = contractAt(context, resource);
    return { isContract: place !== undefined, passages: place === undefined ? [] : passagesOf(place) };
  },
  [SOURCE_TEXT]: async (params: UriParams): Promise<SourceTextResult> => {
    const place = await openContract(context, supply, resourceIn(params), true);
    return 'refusal' in place ? { unreadable: place.refusal } : textOf(place);
  },
  [SUGGEST_KINDS]: async (params: Partial<SuggestKindsParams> | undefined): Promise<SuggestKindsResult> => {
    const place = await openContract(context, supply, resourceIn(params));
    if ('refusal' in place) return { kinds: [] };
    const span = place.span(rangeIn(params));
    const words = span === undefined ? '' : place.read.text.slice(span.start, span.end);
    return { kinds: offeredKinds(place.analysis, words) };
  },
  [ANNOTATE]: async (params: Partial<AnnotateParams> | undefined): Promise<WrittenDealResult> => {
    const place = await openContract(context, supply, resourceIn(params));
    if ('refusal' in place) return { refusal: `The contract could not be read: ${place.refusal}.` };
    const span = place.span(rangeIn(params));
    if (span === undefined) return { refusal: 'What is selected is not found in the text of the contract.' };
    return annotationOf(place, span, String(params?.kind));
  },
  [DEAL_FROM_CONTRACT]: async (params: UriParams): Promise<WrittenDealResult> => {
    const place = await openContract(context, supply, resourceIn(params));
    return 'refusal' in place ? { refusal: `The contract could not be read: ${place.refusal}.` } : newDealOf(place);
  },
});

function resourceIn(params: UriParams): Resource {
  const resource = resourceOf(params?.uri);
  if (resource === undefined) throw new BadRequest('the contract has no URI');
  return resource;
}

function rangeIn(params: Partial<SuggestKindsParams> | undefined): SuggestKindsParams['range'] {
  const range = params?.range;
  if (!isPosition(range?.start) || !isPosition(range?.end)) throw new BadRequest('the range has no start and end');
  return range;
}

/** A contract that may not be any deal's yet, once its text has been taken out of it. */
async function openContract(
  context: ContractContext,
  { files, touched }: ContractSupply,
  resource: Resource,
  isText = isTextOnly(resource),
): Promise<ContractPlace | { readonly refusal: string }> {
  await context.workspace.loading(fileOf(resource));
  const located = locateContract(context, resource);
  if (located === undefined) return { refusal: 'it is no contract in a folder that is open' };
  const { portfolio } = located;
  portfolio.flush();
  // Asking for it makes it one of those that are fetched.
  readContract(context, located, isText);
  if (await fetchSources(portfolio, files)) touched();
  portfolio.flush();
  const place = readContract(context, located, isText);
  return 'unavailable' in place ? { refusal: place.unavailable } : place;
}
