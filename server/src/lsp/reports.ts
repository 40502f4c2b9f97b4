import type { Diagnostic } from 'vscode-languageserver';
import type { Resource } from './resource.ts';
import { isSame } from './same.ts';

/** What is reported about one file, under a name that changes with it. */
export interface Report {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** What a report was made from: its diagnostics, and the other files that they name places in. */
export interface Draft {
  readonly items: readonly Diagnostic[];
  readonly mentions: Iterable<Resource>;
}

/** The reports of all files, each made when it is asked for and kept until it is out of date. */
export interface Reports {
  readonly of: (resource: Resource) => Report;
  /** What was reported may be something else now. */
  readonly outdate: (resource: Resource) => void;
  /** The files whose reports name places in a file, or have done so. */
  readonly mentioning: (resource: Resource) => Iterable<Resource>;
}

interface Entry {
  report: Report;
  isCurrent: boolean;
}

/** `prefix` tells the results of this session from those of others, whose names a client may still have. */
export function createReports(prefix: string, draft: (resource: Resource) => Draft): Reports {
  const entries = new Map<Resource, Entry>();
  const mentionedBy = new Map<Resource, Set<Resource>>();
  const empty: Report = { resultId: `${prefix}0`, items: [] };
  let last = 0;
  const make = (resource: Resource, before: Report): Report => {
    const { items, mentions } = draft(resource);
    for (const mentioned of mentions) {
      const by = mentionedBy.get(mentioned);
      if (by === undefined) mentionedBy.set(mentioned, new Set([resource]));
      else by.add(resource);
    }
    if (items.length === 0) return empty;
    return isSame(items, before.items) ? before : { resultId: prefix + ++last, items };
  };
  return {
    of: (resource) => {
      const entry = entries.get(resource);
      if (entry?.isCurrent) return entry.report;
      const report = make(resource, entry?.report ?? empty);
      entries.set(resource, { report, isCurrent: true });
      return report;
    },
    outdate: (resource) => {
      const entry = entries.get(resource);
      if (entry !== undefined) entry.isCurrent = false;
    },
    mentioning: (resource) => mentionedBy.get(resource) ?? [],
  };
}
