import { type Announcements, createAnnouncements } from './announcements.ts';
import { type ClientSettings, createClientSettings } from './client-settings.ts';
import type { ContractContext } from './contract/contract-place.ts';
import { createDocumentFeatures, type DocumentFeatures } from './document-features.ts';
import { createDocuments, type Documents } from './documents.ts';
import { fetchSources } from './load-folder.ts';
import { createMessages, type Messages } from './messages.ts';
import { createPlaces, type Places } from './places.ts';
import { createProgress, type ProgressFeature } from './progress.ts';
import { whenQuiet } from './quiet.ts';
import type { OpenFiles, SessionContext } from './session-context.ts';
import { createSpellings, type Spellings } from './spellings.ts';
import { createWorkspace, type Workspace } from './workspace.ts';
import { type WorkspaceFiles, withDocuments } from './workspace-files.ts';

/** Everything that a session has. */
export interface SessionState {
  readonly context: SessionContext;
  readonly messages: Messages;
  readonly settings: ClientSettings;
  readonly spellings: Spellings;
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  readonly workspace: Workspace;
  readonly places: Places;
  readonly contracts: ContractContext;
  readonly features: DocumentFeatures;
  readonly progress: ProgressFeature;
  readonly announcements: Announcements;
  /** Something may be different: the client is told as soon as no more messages come in. */
  readonly touched: () => void;
}

export function createSessionState(context: SessionContext, openFiles: OpenFiles): SessionState {
  const { client, nextTurn, outbox } = context;
  const messages = createMessages(outbox);
  const settings = createClientSettings(context, messages);
  const spellings = createSpellings();
  const documents = createDocuments(spellings);
  const files = openFiles(context, spellings);
  const progress = createProgress(outbox, client.progress);
  const touched = whenQuiet(nextTurn, () => {
    announcements.announce();
    const problems = [...workspace.folders()].flatMap((folder) => folder.problem() ?? []);
    messages.warnOnce('loading', problems.join('\n'));
    const refusals = workspace.portfolios().flatMap((portfolio) => portfolio.refusals());
    messages.warnOnce('scenario', [...new Set(refusals)].join('\n'));
    void fetchAll();
  });
  /** An edit may name a contract that has to be fetched, or to have its text taken out of it. */
  const fetchAll = async (): Promise<void> => {
    for (const portfolio of workspace.portfolios()) {
      if (await fetchSources(portfolio, files)) touched();
      else portfolio.prepare();
    }
  };
  const host = withDocuments(files.host, documents);
  const workspace = createWorkspace({
    files,
    host,
    documents,
    circumstances: settings.circumstances,
    turn: () => new Promise(nextTurn),
    openProgress: progress.open,
    log: messages.error,
    touched,
  });
  const places = createPlaces(documents, spellings);
  const contracts: ContractContext = { workspace, documents, places, client, host };
  const announcements = createAnnouncements({
    session: context,
    contracts,
    workspace,
    documents,
    spellings,
    places,
    settings,
  });
  const features = createDocumentFeatures(documents);
  return {
    context,
    messages,
    settings,
    spellings,
    documents,
    files,
    workspace,
    places,
    contracts,
    features,
    progress,
    announcements,
    touched,
  };
}
