import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { createHeldRequests, type HeldRequestsContext } from './held-requests.ts';
import type { Resource } from './resource.ts';

export interface DiagnosticsContext extends HeldRequestsContext {
  readonly mode: 'pull' | 'push';
  readonly relatedDocuments: boolean;
  /** With the version of the document. */
  readonly versions: boolean;
  readonly publish: (uri: string, diagnostics: readonly Diagnostic[], version: number | undefined) => void;
  /** Asks the client to pull again. */
  readonly refresh: () => void;
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

type Related = Record<string, FullDocumentDiagnosticReport>;

export function createDiagnostics(context: DiagnosticsContext): Diagnostics {
  const { documents, spellings, reports } = context;
  const held = createHeldRequests(context);
  /** By file: the name of the result that the client was given for it, but for what it was given for the workspace. */
  const given = new Map<Resource, string>();
  const isNew = (resource: Resource): boolean => {
    const { resultId, items } = reports.of(resource);
    return given.has(resource) ? given.get(resource) !== resultId : items.length > 0;
  };
  const push = createPusher(context, given, isNew);
  /** Not yet told to a client that takes related documents. */
  let untold = new Set<Resource>();
  const takeUntold = (): Related => {
    const related: Related = {};
    for (const resource of [...untold].filter(isNew)) {
      const { resultId, items } = reports.of(resource);
      given.set(resource, resultId);
      related[spellings.uriOf(resource)] = { kind: 'full', resultId, items: [...items] };
    }
    untold = new Set();
    return related;
  };
  return {
    ofDocument: (resource, { previousResultId }) => {
      const { resultId, items } = reports.of(resource);
      given.set(resource, resultId);
      untold.delete(resource);
      // Who holds a request for the workspace is told of other files there.
      const related = held.isAny() || untold.size === 0 ? {} : takeUntold();
      const others = Object.keys(related).length > 0 ? { relatedDocuments: related } : {};
      return resultId === previousResultId
        ? { kind: 'unchanged', resultId, ...others }
        : { kind: 'full', resultId, items: [...items], ...others };
    },
    ofWorkspace: held.hold,
    concern: (resources) => {
      if (context.relatedDocuments && !held.isAny()) for (const resource of resources) untold.add(resource);
    },
    changed: (resources, edited) => {
      if (context.mode === 'push') {
        push(resources);
        return;
      }
      held.feed(resources);
      const isLeftOver = (resource: Resource): boolean =>
        documents.get(resource) !== undefined && !edited.has(resource) && given.has(resource) && isNew(resource);
      if ([...resources].some(isLeftOver)) context.refresh();
    },
    end: held.end,
  };
}

/** Pushes what the client does not have. */
function createPusher(
  { documents, spellings, reports, publish, versions }: DiagnosticsContext,
  given: Map<Resource, string>,
  isNew: (resource: Resource) => boolean,
): (resources: Iterable<Resource>) => void {
  /** How the URI of a file was spelled when something was last pushed for it. */
  const pushedTo = new Map<Resource, string>();
  const push = (resource: Resource): void => {
    const [uri, before] = [spellings.uriOf(resource), pushedTo.get(resource)];
    const isRespelled = before !== undefined && before !== uri;
    if (!isRespelled && !isNew(resource)) return;
    // To the client the file was another one.
    if (isRespelled) publish(before, [], undefined);
    const { resultId, items } = reports.of(resource);
    given.set(resource, resultId);
    pushedTo.set(resource, uri);
    publish(uri, items, versions ? documents.get(resource)?.text.version : undefined);
  };
  return (resources) => {
    for (const resource of resources) push(resource);
    // A document may be spelled otherwise than the file was.
    for (const { resource } of documents.all()) if (pushedTo.has(resource)) push(resource);
  };
}
