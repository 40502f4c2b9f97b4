import type { ClientSettings } from './client-settings.ts';
import { contractDraft } from './contract/contract-diagnostics.ts';
import type { ContractContext } from './contract/contract-place.ts';
import { trackContracts } from './contract/open-contracts.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import { draftReport } from './drafts.ts';
import { ErrorCode } from './failure.ts';
import type { Places } from './places.ts';
import type { Portfolio } from './portfolio.ts';
import { PASSAGES_CHANGED, STATUS, type StatusParams } from './protocol.ts';
import { createRefresher } from './refresher.ts';
import { createReports, type Reports } from './reports.ts';
import type { Resource } from './resource.ts';
import { isSame } from './same.ts';
import type { SessionContext } from './session-context.ts';
import type { Spellings } from './spellings.ts';
import { firstStatus, statusOf } from './status.ts';
import type { Workspace } from './workspace.ts';

/** Tells the client what has become different. */
export interface Announcements {
  readonly diagnostics: Diagnostics;
  /** Takes in what has changed, so that reports are those of now. Tells nobody. */
  readonly catchUp: () => void;
  /** Takes in what has changed, and tells the client. */
  readonly announce: () => void;
  readonly statuses: () => readonly StatusParams[];
}

export interface AnnouncementsContext {
  readonly session: SessionContext;
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly spellings: Spellings;
  readonly places: Places;
  readonly contracts: ContractContext;
  readonly settings: ClientSettings;
}

export function createAnnouncements(context: AnnouncementsContext): Announcements {
  const { session, settings, workspace, documents, spellings, places } = context;
  const { client, outbox } = session;
  const details = { ...client.diagnostics, rulePage: session.rulePage };
  const openContracts = trackContracts(context.contracts, (uris) => outbox.notify(PASSAGES_CHANGED, { uris }));
  const reports = createReports(session.name, (resource) => {
    const contract = openContracts.at(resource);
    return contract === undefined
      ? draftReport(workspace.locate(resource), settings.of(resource).maxProblems, places, details)
      : contractDraft(contract, settings.of(resource).maxProblems, details);
  });
  const refresh = createRefresher(outbox);
  const diagnostics = createDiagnostics({
    documents,
    spellings,
    reports,
    reported: () => reportedFiles(workspace),
    mode: client.diagnostics.pull ? 'pull' : 'push',
    relatedDocuments: client.diagnostics.relatedDocuments,
    versions: client.diagnostics.versions,
    publish: (uri, items, version) => {
      const versioned = version === undefined ? {} : { version };
      outbox.notify('textDocument/publishDiagnostics', { uri, ...versioned, diagnostics: items });
    },
    sendPartial: (token, value) => outbox.notify('$/progress', { token, value }),
    refresh: () => {
      if (client.diagnostics.refresh) refresh('workspace/diagnostic/refresh');
    },
    cancelled: () => session.failure(ErrorCode.RequestCancelled, 'the request was cancelled'),
  });
  let affected = new Set<Resource>();
  let edited = new Set<Resource>();
  let revision = settings.revision();
  const catchUp = (): void => {
    const changes = workspace.takeChanges();
    const concerned = outdate(reports, changes);
    diagnostics.concern(concerned);
    for (const resource of concerned) affected.add(resource);
    for (const resource of changes.edited) edited.add(resource);
    const isChanged = changes.edited.size + changes.reported.size + changes.uncertain.size > 0;
    for (const resource of openContracts.concerned(isChanged)) {
      reports.outdate(resource);
      affected.add(resource);
    }
    const isOtherLimit = revision !== settings.revision();
    revision = settings.revision();
    for (const resource of isOtherLimit ? reportedFiles(workspace) : changes.uncertain) {
      reports.outdate(resource);
      affected.add(resource);
    }
  };
  const refreshViews = (): void => {
    if (client.refresh.codeLens) refresh('workspace/codeLens/refresh');
    if (client.refresh.inlayHint) refresh('workspace/inlayHint/refresh');
    if (client.refresh.semanticTokens) refresh('workspace/semanticTokens/refresh');
  };
  const statuses = (): readonly StatusParams[] => statusesOf(context);
  const tellStatus = once(
    session.later,
    createStatusTeller(statuses, (status) => outbox.notify(STATUS, status)),
  );
  return {
    diagnostics,
    catchUp,
    announce: () => {
      catchUp();
      const [told, known] = [affected, edited];
      affected = new Set();
      edited = new Set();
      diagnostics.changed(told, known);
      openContracts.tell();
      if (concernsOtherDocuments(told, known, documents)) refreshViews();
      if (client.status) tellStatus();
    },
    statuses,
  };
}

/** Marks the reports of files with other findings or another text, and of those that name places in the latter. */
function outdate(reports: Reports, { edited, reported }: ReturnType<Workspace['takeChanges']>): ReadonlySet<Resource> {
  const concerned = new Set([...edited, ...reported]);
  for (const resource of edited) for (const by of reports.mentioning(resource)) concerned.add(by);
  for (const resource of concerned) reports.outdate(resource);
  return concerned;
}

/** Of a document that was edited the client asks by itself. */
function concernsOtherDocuments(
  affected: ReadonlySet<Resource>,
  edited: ReadonlySet<Resource>,
  documents: Documents,
): boolean {
  if (![...affected].some((resource) => !edited.has(resource))) return false;
  return [...documents.all()].some(({ resource }) => !edited.has(resource));
}

function reportedFiles(workspace: Workspace): Iterable<Resource> {
  const found = new Set<Resource>();
  for (const portfolio of workspace.portfolios()) {
    if (portfolio.isSilent) continue;
    for (const { file } of portfolio.findings()) found.add(portfolio.resourceOf(file));
    for (const _ of portfolio.configFaults()) found.add(portfolio.resourceOf('deal.config.json'));
  }
  return found;
}

function statusesOf({ workspace, spellings, settings }: AnnouncementsContext): StatusParams[] {
  const inFolders = new Set<Portfolio>();
  const statuses = [...workspace.folders()].flatMap((folder) => {
    const isBusy = folder.loading() !== undefined;
    const portfolios = folder.portfolios();
    for (const portfolio of portfolios) inFolders.add(portfolio);
    if (portfolios.length === 0) {
      const circumstances = settings.circumstances({ config: {}, faults: [] }, folder.resource);
      return isBusy ? [firstStatus(folder.resource, circumstances, spellings)] : [];
    }
    return portfolios.map((portfolio) => statusOf({ portfolio, isBusy, problem: folder.problem() }, spellings));
  });
  const alone = workspace.portfolios().filter((portfolio) => !inFolders.has(portfolio) && !portfolio.isSilent);
  return [
    ...statuses,
    ...alone.map((portfolio) => statusOf({ portfolio, isBusy: false, problem: undefined }, spellings)),
  ];
}

/** Puts an act off for a moment; asked again meanwhile, it is still done once. */
function once(later: (act: () => void) => void, act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    later(() => {
      isDue = false;
      act();
    });
  };
}

/** Tells each status when it is another than last time, and that a portfolio was closed. */
function createStatusTeller(statuses: () => readonly StatusParams[], tell: (status: StatusParams) => void): () => void {
  let last = new Map<string, StatusParams>();
  return () => {
    const now = new Map(statuses().map((status) => [status.root, status]));
    for (const [root, status] of now) if (!isSame(status, last.get(root))) tell(status);
    for (const [root, status] of last) if (!now.has(root)) tell({ ...status, busy: false, closed: true });
    last = now;
  };
}
