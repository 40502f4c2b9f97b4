import type { Resource } from '../resource.ts';
import { isSame } from '../same.ts';
import { type ContractContext, type ContractPlace, contractAt, locateContract } from './contract-place.ts';
import { passagesOf } from './passages-of.ts';

/** The documents that show contracts: what is reported on a contract is shown while it is open. */
export interface OpenContracts {
  /** An open document as a contract; undefined for all else. */
  readonly at: (resource: Resource) => ContractPlace | undefined;
  /** Those that may be reported on differently: all if something has changed, else those opened or closed since last time. */
  readonly concerned: (isChanged: boolean) => readonly Resource[];
  /** Tells the client of those whose passages are others than last time. */
  readonly tell: () => void;
}

export function trackContracts(
  context: ContractContext,
  tellChanged: (uris: readonly string[]) => void,
): OpenContracts {
  const { documents, client } = context;
  let open: ReadonlySet<Resource> = new Set();
  let isTold = true;
  let told = new Map<Resource, unknown>();
  const at = (resource: Resource): ContractPlace | undefined =>
    documents.get(resource) === undefined || resource.endsWith('.deal') ? undefined : contractAt(context, resource);
  return {
    at,
    concerned: (isChanged) => {
      const now = new Set(
        [...documents.all()]
          .map(({ resource }) => resource)
          .filter((resource) => !resource.endsWith('.deal') && locateContract(context, resource) !== undefined),
      );
      const either = [...new Set([...open, ...now])];
      const concerned = isChanged ? either : either.filter((resource) => open.has(resource) !== now.has(resource));
      open = now;
      if (concerned.length > 0) isTold = false;
      return concerned;
    },
    tell: () => {
      if (isTold || !client.contractTexts) return;
      isTold = true;
      const passages = new Map([...open].map((resource) => [resource, shownIn(at(resource))]));
      const changed = [...passages].filter(([resource, now]) => !isSame(now, told.get(resource) ?? NOTHING));
      told = passages;
      const uris = changed.flatMap(([resource]) => documents.get(resource)?.uri ?? []);
      if (uris.length > 0) tellChanged(uris);
    },
  };
}

const NOTHING = { text: '', passages: [] };

/** The hash stands for the text. */
const shownIn = (place: ContractPlace | undefined): unknown =>
  place === undefined ? NOTHING : { text: place.read.sha256(), passages: passagesOf(place) };
