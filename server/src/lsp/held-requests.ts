import type {
  CancellationToken,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Documents } from './documents.ts';
import type { Reports } from './reports.ts';
import { type Resource, resourceOf } from './resource.ts';
import type { Spellings } from './spellings.ts';

export interface HeldRequestsContext {
  readonly documents: Documents;
  readonly spellings: Spellings;
  readonly reports: Reports;
  /** The files that something may be reported about. */
  readonly reported: () => Iterable<Resource>;
  readonly sendPartial: (token: string | number, report: WorkspaceDiagnosticReport) => void;
  readonly cancelled: () => Error;
}

/** Requests for the diagnostics of the workspace: each is held until there is something that the client does not have. */
export interface HeldRequests {
  readonly isAny: () => boolean;
  readonly hold: (params: WorkspaceDiagnosticParams, token: CancellationToken) => Promise<WorkspaceDiagnosticReport>;
  /** These files may be reported on differently. */
  readonly feed: (resources: Iterable<Resource>) => void;
  readonly end: () => void;
}

/** A client that is told of thousands of files at once stands still until it has read all of it. */
const FILES_A_PART = 200;

interface Held {
  /** What the client has, by the name of the result. */
  readonly known: Map<Resource, string>;
  /** Of a client that takes parts: then the request has no end. */
  readonly partialToken: string | number | undefined;
  readonly answer: (items: WorkspaceDocumentDiagnosticReport[]) => void;
}

export function createHeldRequests(context: HeldRequestsContext): HeldRequests {
  const held = new Set<Held>();
  const feed = (request: Held, resources: Iterable<Resource>): void => {
    const items = newFor(request, resources, context);
    if (items.length === 0) return;
    if (request.partialToken === undefined) {
      request.answer(items);
      return;
    }
    for (let start = 0; start < items.length; start += FILES_A_PART) {
      context.sendPartial(request.partialToken, { items: items.slice(start, start + FILES_A_PART) });
    }
  };
  return {
    isAny: () => held.size > 0,
    hold: ({ previousResultIds, partialResultToken }, token) =>
      new Promise((resolve, reject) => {
        const known = knownFrom(previousResultIds);
        const request: Held = {
          known,
          partialToken: partialResultToken,
          answer: (items) => {
            held.delete(request);
            listener.dispose();
            resolve({ items });
          },
        };
        held.add(request);
        const listener = token.onCancellationRequested(() => {
          held.delete(request);
          reject(context.cancelled());
        });
        if (!token.isCancellationRequested) feed(request, new Set([...known.keys(), ...context.reported()]));
      }),
    feed: (resources) => {
      for (const request of [...held]) feed(request, resources);
    },
    end: () => {
      for (const request of [...held]) request.answer([]);
    },
  };
}

function knownFrom(previous: WorkspaceDiagnosticParams['previousResultIds'] | undefined): Map<Resource, string> {
  const known = new Map<Resource, string>();
  for (const { uri, value } of previous ?? []) {
    const resource = resourceOf(uri);
    if (resource !== undefined) known.set(resource, value);
  }
  return known;
}

/** Those of the files whose report the client does not have, which it has from now on. */
function newFor(
  { known }: Held,
  resources: Iterable<Resource>,
  { reports, spellings, documents }: HeldRequestsContext,
): WorkspaceDocumentDiagnosticReport[] {
  const found: WorkspaceDocumentDiagnosticReport[] = [];
  for (const resource of resources) {
    const { resultId, items } = reports.of(resource);
    const before = known.get(resource);
    if (before === resultId || (before === undefined && items.length === 0)) continue;
    known.set(resource, resultId);
    const version = documents.get(resource)?.text.version ?? null;
    found.push({ kind: 'full', uri: spellings.uriOf(resource), version, resultId, items: [...items] });
  }
  return found;
}
