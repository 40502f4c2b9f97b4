import type { CheckOptions } from '../portfolio/check.ts';
import { isWithin, type SourceHost } from '../portfolio/file-host.ts';
import { openSources } from '../portfolio/sources.ts';
import type { Resource } from './resource.ts';

/** The contracts that the deals of a portfolio name. Each is read once, and again when it has changed. */
export interface PortfolioSources {
  readonly read: NonNullable<CheckOptions['readSource']>;
  /** Takes the text out of those that are no text themselves. Returns those that were not there before, as deals name them. */
  readonly load: () => Promise<readonly string[]>;
  /** The text of a contract; undefined where no deal names it, or it could not be read. */
  readonly textOf: (path: string) => string | undefined;
  /** A file or folder has changed; '' is everything. Returns the contracts concerned, as deals name them. */
  readonly forget: (path: string) => readonly string[];
}

export function openPortfolioSources(host: SourceHost, root: Resource): PortfolioSources {
  const sources = openSources(host, root);
  const asked = new Set<string>();
  /** Asked for since the last time, and perhaps not there yet. */
  let fresh: string[] = [];
  /** One after the other: who asks for what another is getting waits until it is there. */
  let loading: Promise<readonly string[]> = Promise.resolve([]);
  const loadFresh = async (): Promise<readonly string[]> => {
    const wanted = fresh;
    fresh = [];
    return wanted.length > 0 && (await sources.load(wanted)) ? wanted : [];
  };
  return {
    read: (path) => {
      if (!asked.has(path)) {
        asked.add(path);
        fresh.push(path);
      }
      return sources.read(path);
    },
    load: () => {
      loading = loading.then(loadFresh, loadFresh);
      return loading;
    },
    textOf: (path) => {
      const source = asked.has(path) ? sources.read(path) : undefined;
      return source === undefined || 'unavailable' in source ? undefined : source.text;
    },
    forget: (path) => {
      const concerned = [...asked].filter((known) => isWithin(path, known.replaceAll('\\', '/')));
      for (const known of concerned) {
        sources.forget(known);
        asked.delete(known);
      }
      return concerned;
    },
  };
}
