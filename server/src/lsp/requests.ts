import type {
  CancellationToken,
  DocumentDiagnosticParams,
  ExecuteCommandParams,
  RenameFilesParams,
  WorkspaceDiagnosticParams,
  WorkspaceEdit,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { moveSources } from '../editor/move-sources.ts';
import { unlessCancelled } from './cancellation.ts';
import { answerOnContract } from './contract/contract-features.ts';
import { fileOf } from './contract/contract-place.ts';
import { contractRequests } from './contract/contract-requests.ts';
import { definitionOrPassageAt } from './contract/quote-definition.ts';
import { OF_THE_TEXT } from './document-features.ts';
import { BadRequest } from './failure.ts';
import type { FilePlace } from './features/place.ts';
import { symbolsMatching } from './features/symbols.ts';
import type { Portfolio } from './portfolio.ts';
import { CHECK_PORTFOLIO, type CheckPortfolioResult, SET_SCENARIO, type SetScenarioResult } from './protocol.ts';
import { type Resource, resourceOf } from './resource.ts';
import { changedScenario } from './scenario-requests.ts';
import type { SessionState } from './session-state.ts';
import { folderResourceOf } from './spellings.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Answers a request, now or later. */
export type Answer = (params: never, token: CancellationToken) => unknown;

/** By method, what answers a request. */
export function requests(state: SessionState): ReadonlyMap<string, Answer> {
  const { features } = state;
  const ofFiles = [...features.ofDocument].map(([method, feature]): [string, Answer] => [
    method,
    (params: { readonly textDocument?: { readonly uri?: unknown } } | undefined, token) => {
      const resource = resourceIn(params?.textDocument?.uri);
      const answer = (place: FilePlace | undefined): unknown =>
        place === undefined
          ? (answerOnContract(state.contracts, method, resource, params) ?? null)
          : method === 'textDocument/definition'
            ? definitionOrPassageAt(state.contracts, place, params as never)
            : feature(place, params as never);
      return OF_THE_TEXT.has(method)
        ? answer(placeOf(state, state.workspace.provisional(resource)))
        : whenLoaded(state, resource, token, () => answer(placeIn(state, resource)));
    },
  ]);
  const ofItems = [...features.ofItem].map(([method, feature]): [string, Answer] => [
    method,
    (params: { readonly item?: { readonly uri?: unknown } } | undefined, token) => {
      const resource = resourceIn(params?.item?.uri);
      return whenLoaded(state, resource, token, () => {
        const place = placeIn(state, resource);
        return place === undefined ? null : feature(place, params as never);
      });
    },
  ]);
  return new Map<string, Answer>([
    ...ofFiles,
    ...ofItems,
    ...features.ofAnswer,
    ...Object.entries(ofWorkspace(state)),
    ...Object.entries(contractRequests(state.contracts, state)),
  ]);
}

const ofWorkspace = (state: SessionState): Readonly<Record<string, Answer>> => ({
  'textDocument/diagnostic': (params: DocumentDiagnosticParams, token) => {
    const resource = resourceIn(params?.textDocument?.uri);
    return whenLoaded(state, resource, token, () => {
      state.announcements.catchUp();
      return state.announcements.diagnostics.ofDocument(resource, params);
    });
  },
  'workspace/diagnostic': async (params: WorkspaceDiagnosticParams | undefined, token) => {
    // A file that is not read yet would be taken for one without problems.
    for (const folder of state.workspace.folders()) await unlessCancelled(folder.loading() ?? Promise.resolve(), token);
    state.announcements.catchUp();
    return state.announcements.diagnostics.ofWorkspace(params ?? { previousResultIds: [] }, token);
  },
  'workspace/symbol': (params: WorkspaceSymbolParams | undefined) => {
    const portfolios = state.workspace.portfolios();
    for (const portfolio of portfolios) portfolio.flush();
    return symbolsMatching(params ?? { query: '' }, portfolios, state.places);
  },
  'workspace/willRenameFiles': (params: RenameFilesParams, token) => willRename(state, params, token),
  'workspace/executeCommand': (params: ExecuteCommandParams) => execute(state, params),
  [SET_SCENARIO]: (params: unknown) => setScenario(state, params),
});

function resourceIn(uri: unknown): Resource {
  const resource = resourceOf(uri);
  if (resource === undefined) throw new BadRequest('the document has no URI');
  return resource;
}

/** At once where nothing has to be loaded: then an answer takes no turn of the event loop. */
function whenLoaded(
  { workspace }: SessionState,
  resource: Resource,
  token: CancellationToken,
  answer: () => unknown,
): unknown {
  const loading = workspace.loading(fileOf(resource));
  return loading === undefined ? answer() : unlessCancelled(loading, token).then(() => answer());
}

const placeIn = (state: SessionState, resource: Resource): FilePlace | undefined =>
  placeOf(state, state.workspace.locate(resource));

/** A `.deal` file as it is now. */
function placeOf(
  { places, context }: SessionState,
  located: { readonly portfolio: Portfolio; readonly path: string } | undefined,
): FilePlace | undefined {
  if (located === undefined) return undefined;
  const { portfolio, path } = located;
  portfolio.flush();
  const tree = portfolio.tree(path);
  const lines = tree === undefined ? undefined : places.lines(portfolio, path);
  if (tree === undefined || lines === undefined) return undefined;
  return { portfolio, path, tree, lines, analysis: portfolio.analysis(), places, client: context.client };
}

/** Deals go on naming the contracts that they name when these, or the deals, move. */
async function willRename(
  { workspace, places, documents, context }: SessionState,
  { files }: RenameFilesParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  if (!Array.isArray(files)) throw new BadRequest('the files are missing');
  const renamed = files.flatMap(({ oldUri, newUri }) => {
    const [from, to] = [folderResourceOf(oldUri), folderResourceOf(newUri)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  for (const { from } of renamed) await unlessCancelled(workspace.loading(from) ?? Promise.resolve(), token);
  const edits = workspace.portfolios().map((portfolio) => {
    portfolio.flush();
    const moves = renamed.flatMap(({ from, to }) => {
      const paths = { from: portfolio.pathOf(from), to: portfolio.pathOf(to) };
      return paths.from === undefined || paths.to === undefined ? [] : [{ from: paths.from, to: paths.to }];
    });
    const moved = moves.length === 0 ? [] : moveSources(portfolio.analysis(), moves);
    return moved.length === 0
      ? undefined
      : workspaceEdit(portfolio, moved, [], places, documents, context.client.edits);
  });
  return edits.reduce<WorkspaceEdit | null>((all, one) => (one === undefined ? all : joinedEdits(all, one)), null);
}

const joinedEdits = (a: WorkspaceEdit | null, b: WorkspaceEdit): WorkspaceEdit =>
  b.documentChanges === undefined
    ? { changes: { ...a?.changes, ...b.changes } }
    : { documentChanges: [...(a?.documentChanges ?? []), ...b.documentChanges] };

async function execute(
  state: SessionState,
  { command, arguments: args }: ExecuteCommandParams,
): Promise<CheckPortfolioResult> {
  if (command !== CHECK_PORTFOLIO) throw new BadRequest(`there is no command \`${command}\``);
  const [uri] = Array.isArray(args) ? args : [];
  await state.workspace.reload(uri === undefined || uri === null ? undefined : resourceIn(uri));
  state.announcements.announce();
  return { portfolios: state.announcements.statuses() };
}

function setScenario(state: SessionState, params: unknown): SetScenarioResult {
  state.settings.setScenario(changedScenario(state.settings.scenario(), params));
  state.announcements.catchUp();
  state.touched();
  return {
    portfolios: state.announcements.statuses().map(({ root, asOf, asOfFrom, assume, reading }) => ({
      root,
      asOf,
      asOfFrom,
      assume,
      ...(reading === undefined ? {} : { reading }),
    })),
  };
}
