import { folderOf } from '../portfolio/file-host.ts';
import type { OpenDocument } from './documents.ts';
import { openPortfolio, type PortfolioSetup } from './open-portfolio.ts';
import type { Portfolio } from './portfolio.ts';
import type { Resource } from './resource.ts';

/** Open files that are portfolios of their own. */
export interface LoneFiles {
  readonly all: () => Iterable<Portfolio>;
  readonly get: (resource: Resource) => Portfolio | undefined;
  /** Takes in the text of a document. `isLeftOut`: by its folder; then nothing is reported in it. */
  readonly put: (document: OpenDocument, isLeftOut: boolean) => void;
  readonly remove: (resource: Resource) => void;
}

export type LoneFilesContext = Pick<PortfolioSetup, 'host' | 'circumstances'>;

/** `changed`: a portfolio came or went. */
export function createLoneFiles(context: LoneFilesContext, changed: (portfolio: Portfolio) => void): LoneFiles {
  const files = new Map<Resource, Portfolio>();
  return {
    all: () => files.values(),
    get: (resource) => files.get(resource),
    put: (document, isLeftOut) => {
      const { resource, text } = document;
      const known = files.get(resource);
      if (known !== undefined) {
        known.put(nameOf(resource), text.getText());
        return;
      }
      const portfolio = openAlone(document, isLeftOut, context);
      files.set(resource, portfolio);
      changed(portfolio);
    },
    remove: (resource) => {
      const known = files.get(resource);
      if (known === undefined) return;
      files.delete(resource);
      changed(known);
    },
  };
}

export const nameOf = (resource: Resource): string => resource.slice(resource.lastIndexOf('/') + 1);

/** A document as a portfolio. */
export function openAlone(
  { resource, text }: OpenDocument,
  isSilent: boolean,
  { host, circumstances }: LoneFilesContext,
): Portfolio {
  const folder = folderOf(resource);
  return openPortfolio({
    root: folder,
    file: resource,
    isSilent,
    files: [{ path: nameOf(resource), text: text.getText() }],
    unreadable: [],
    config: { config: {}, faults: [] },
    // What has never been saved lies in no folder.
    host: folder === resource ? undefined : host,
    circumstances,
  });
}
