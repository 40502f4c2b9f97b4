import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Documents } from './documents.ts';
import type { Report, Reports } from './reports.ts';
import { type Resource, resourceOf } from './resource.ts';
import type { Spellings } from './spellings.ts';

export interface DiagnosticsContext {
  readonly documents: Documents;
  readonly spellings: Spellings;
  readonly reports: Reports;
  /** The files that something may be reported about. */
  readonly reported: () => Iterable<Resource>;
  readonly mode: 'pull' | 'push';
  readonly relatedDocuments: boolean;
  /** With the version of the document. */
  readonly versions: boolean;
  readonly publish: (uri: string, diagnostics: readonly Diagnostic[], version: number | undefined) => void;
  readonly sendPartial: (token: string | number, report: WorkspaceDiagnosticReport) => void;
  /** Asks the client to pull again. */
  readonly refresh: () => void;
  readonly cancelled: () => Error;
}

/** Brings reports to the client: it asks for them, and is held until there is something new, or they are pushed. */
export interface Diagnostics {
  readonly ofDocument: (resource: Resource, params: DocumentDiagnosticParams) => DocumentDiagnosticReport;
  readonly ofWorkspace: (
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ) => Promise<WorkspaceDiagnosticReport>;
  /** A change concerns these files: who asks about one of them next may want to know of the others. */
  readonly concern: (resources: Iterable<Resource>) => void;
  /** Tells that these files may be reported on differently; `edited`: the client knows itself that they have changed. */
  readonly changed: (resources: ReadonlySet<Resource>, edited: ReadonlySet<Resource>) => void;
  /** Ends what is held. */
  readonly end: () => void;
}

/** A client that is told of thousands of files at once stands still until it has read all of it. */
const FILES_A_PART = 200;

/** A request for the workspace that is held until there is something to say. */
interface Held {
  /** What the client has, by the name of the result. */
  readonly known: Map<Resource, string>;
  readonly partialToken: string | number | undefined;
  readonly answer: (items: WorkspaceDocumentDiagnosticReport[]) => void;
}

export function createDiagnostics(context: DiagnosticsContext): Diagnostics {
  const { documents, spellings, reports } = context;
  const held = new Set<Held>();
  /** By file: the name of the result that the client was given for it, as a document or as a related one. */
  const given = new Map<Resource, string>();
  /** By file: how its URI was spelled when something was last pushed for it. */
  const pushedTo = new Map<Resource, string>();
  /** Not yet told to a client that takes related documents. */
  let untold = new Set<Resource>();

  const workspaceItem = (resource: Resource, { resultId, items }: Report): WorkspaceDocumentDiagnosticReport => ({
    kind: 'full',
    uri: spellings.uriOf(resource),
    version: documents.get(resource)?.text.version ?? null,
    resultId,
    items: [...items],
  });
  /** Those of the files whose report the client does not have. */
  const newFor = ({ known }: Held, resources: Iterable<Resource>): WorkspaceDocumentDiagnosticReport[] => {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const resource of resources) {
      const report = reports.of(resource);
      const before = known.get(resource);
      if (before === report.resultId || (before === undefined && report.items.length === 0)) continue;
      known.set(resource, report.resultId);
      items.push(workspaceItem(resource, report));
    }
    return items;
  };
  const feed = (request: Held, resources: Iterable<Resource>): void => {
    const items = newFor(request, resources);
    if (items.length === 0) return;
    if (request.partialToken === undefined) {
      request.answer(items);
      return;
    }
    for (let start = 0; start < items.length; start += FILES_A_PART) {
      context.sendPartial(request.partialToken, { items: items.slice(start, start + FILES_A_PART) });
    }
  };
  const relatedDocuments = (): Record<string, FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport> => {
    const related: Record<string, FullDocumentDiagnosticReport> = {};
    for (const resource of untold) {
      const { resultId, items } = reports.of(resource);
      if (given.get(resource) === resultId || (!given.has(resource) && items.length === 0)) continue;
      given.set(resource, resultId);
      related[spellings.uriOf(resource)] = { kind: 'full', resultId, items: [...items] };
    }
    untold = new Set();
    return related;
  };

  const push = (resource: Resource): void => {
    const { resultId, items } = reports.of(resource);
    const [uri, before] = [spellings.uriOf(resource), pushedTo.get(resource)];
    const isSame = given.get(resource) === resultId || (!given.has(resource) && items.length === 0);
    if (isSame && (before === undefined || before === uri)) return;
    // To the client the file was another one.
    if (before !== undefined && before !== uri) context.publish(before, [], undefined);
    given.set(resource, resultId);
    pushedTo.set(resource, uri);
    context.publish(uri, items, context.versions ? documents.get(resource)?.text.version : undefined);
  };

  return {
    ofDocument: (resource, { previousResultId }) => {
      const { resultId, items } = reports.of(resource);
      given.set(resource, resultId);
      untold.delete(resource);
      // Who holds a request for the workspace is told of other files there.
      const related = context.relatedDocuments && held.size === 0 && untold.size > 0 ? relatedDocuments() : {};
      const others = Object.keys(related).length > 0 ? { relatedDocuments: related } : {};
      return resultId === previousResultId
        ? { kind: 'unchanged', resultId, ...others }
        : { kind: 'full', resultId, items: [...items], ...others };
    },
    ofWorkspace: (params, token) =>
      new Promise((resolve, reject) => {
        const known = new Map<Resource, string>();
        for (const { uri, value } of params.previousResultIds ?? []) {
          const resource = resourceOf(uri);
          if (resource !== undefined) known.set(resource, value);
        }
        const request: Held = {
          known,
          partialToken: params.partialResultToken,
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
    concern: (resources) => {
      if (context.relatedDocuments && held.size === 0) for (const resource of resources) untold.add(resource);
    },
    changed: (resources, edited) => {
      if (context.mode === 'push') {
        for (const resource of resources) push(resource);
        // A document may be spelled otherwise than the file was.
        for (const { resource } of documents.all()) if (pushedTo.has(resource)) push(resource);
        return;
      }
      for (const request of [...held]) feed(request, resources);
      let mustRefresh = false;
      for (const resource of resources) {
        const isOpen = documents.get(resource) !== undefined && !edited.has(resource);
        mustRefresh ||= isOpen && given.has(resource) && given.get(resource) !== reports.of(resource).resultId;
      }
      if (mustRefresh) context.refresh();
    },
    end: () => {
      for (const request of [...held]) request.answer([]);
    },
  };
}
