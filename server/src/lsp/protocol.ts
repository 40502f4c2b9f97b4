import type { DocumentUri, Position, Range, WorkspaceEdit } from 'vscode-languageserver';

/**
 * What the language server says beyond the protocol: names and types, for the server and for clients. A client that knows
 * none of it loses nothing but what is named here.
 */

export interface InitializationOptions {
  /** False: the client does not want {@link STATUS}. */
  readonly status?: boolean;
  /**
   * The client answers {@link FIND_FILES} and {@link READ_FILE}. A server on Node then asks for what is on no disk, as the
   * files of a virtual workspace; one in a browser asks in any case.
   */
  readonly files?: boolean;
  /** Where the pages of the rules are: the name of a rule and `.md` are appended. Ends with `/`. */
  readonly rulePages?: string;
  /** Commands of the client that the server may name in its answers, as {@link SHOW_CLAUSES}. */
  readonly commands?: readonly string[];
  /** The client shows the texts of contracts: it answers URIs of {@link CONTRACT_TEXT}, and is told {@link PASSAGES_CHANGED}. */
  readonly contractTexts?: boolean;
  /** As `deal.*`, for clients that answer no `workspace/configuration`. */
  readonly settings?: ClientSettings;
}

/** The settings `deal.*`. What is absent, null or no good is left to `deal.config.json`, then to the default. */
export interface ClientSettings {
  /** ISO 8601. Default: `asOf` of the configuration, else today. */
  readonly asOf?: string | null;
  /** Event name to ISO 8601 date or `never`. Added to those of the configuration. */
  readonly assume?: Readonly<Record<string, string>> | null;
  /** Judge under this reading alone; `as written` is the one without any. */
  readonly reading?: string | null;
  /** The most problems shown for one file. Default: {@link DEFAULT_MAX_PROBLEMS}. */
  readonly maxProblems?: number | null;
}

export const DEFAULT_MAX_PROBLEMS = 1000;

/** Request to the client: every `.deal` file and `deal.config.json` below a folder, excluded ones too. */
export const FIND_FILES = 'deal/findFiles';
export interface FindFilesParams {
  readonly folder: DocumentUri;
}
export interface FindFilesResult {
  readonly files: readonly DocumentUri[];
}

/** Request to the client: what is in a file, an unsaved change of an editor left aside. */
export const READ_FILE = 'deal/readFile';
export interface ReadFileParams {
  readonly uri: DocumentUri;
}
export type ReadFileResult =
  /** Of a UTF-8 file. */
  | { readonly text: string }
  /** The bytes of any file. */
  | { readonly base64: string }
  /** Why not, in words that follow the file's name: "is not there any more". */
  | { readonly unreadable: string };

/** Globs of the files that make a portfolio and of the contracts it may name: what the client watches. */
export const PORTFOLIO_FILES: readonly string[] = [
  '**/*.deal',
  '**/deal.config.json',
  '**/*.{md,markdown,txt,html,htm,docx,pdf}',
];

/** Notification to the client: how a portfolio is doing. Sent whenever something of it has changed. */
export const STATUS = 'deal/status';
export interface StatusParams {
  /** The folder, or the file where a file is a portfolio of its own. */
  readonly root: DocumentUri;
  /** The last part of the root, decoded. */
  readonly name: string;
  /** True while it is read and checked; the counts are then those of the last check. */
  readonly busy: boolean;
  /** The portfolio was closed: nothing more will be said of it. */
  readonly closed?: boolean;
  /** Why it is not whole, a sentence: loading was cancelled, the folder could not be read. */
  readonly problem?: string;
  readonly files: number;
  readonly deals: number;
  readonly clauses: number;
  readonly verdicts: {
    readonly conflict: number;
    readonly disputed: number;
    readonly depends: number;
    readonly nearMiss: number;
  };
  readonly severities: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  /** What was not checked, as the command line says it. Of a large portfolio as of the last time that it was read or saved. */
  readonly notChecked: readonly { readonly what: string; readonly count: number; readonly why: string }[];
  /** ISO 8601. */
  readonly asOf: string;
  /** Who says so. */
  readonly asOfFrom: 'scenario' | 'setting' | 'configuration' | 'today';
  /** Event name to ISO 8601 date or `never`. */
  readonly assume: Readonly<Record<string, string>>;
  /** Absent: under every reading. */
  readonly reading?: string;
  /** What the portfolio declares, and a scenario may name. */
  readonly readings: readonly DeclaredName[];
  readonly events: readonly DeclaredName[];
}

export interface DeclaredName {
  readonly name: string;
  readonly title?: string;
}

/**
 * Request to the server: judge under other circumstances until told otherwise. A field that is absent stays as it is; null
 * takes it back, so that the settings and the configuration count again. Answers with what now holds.
 */
export const SET_SCENARIO = 'deal/setScenario';
export interface SetScenarioParams {
  readonly asOf?: string | null;
  readonly assume?: Readonly<Record<string, string>> | null;
  readonly reading?: string | null;
}
export interface SetScenarioResult {
  readonly portfolios: readonly Pick<StatusParams, 'root' | 'asOf' | 'asOfFrom' | 'assume' | 'reading'>[];
}

/** Command of the server (`workspace/executeCommand`): reads and checks everything anew. Argument: a URI in the portfolio, or none for all. */
export const CHECK_PORTFOLIO = 'deal.checkPortfolio';
export interface CheckPortfolioResult {
  readonly portfolios: readonly StatusParams[];
}

/**
 * Command of the client that a code lens names where {@link InitializationOptions.commands} has it: shows clauses. Its
 * arguments: the URI and the position of the lens, and an array of locations, all as the protocol writes them.
 */
export const SHOW_CLAUSES = 'deal.showClauses';

/** The scheme of a document that shows the text of a contract which is no text itself, as a Word document. */
export const CONTRACT_TEXT = 'deal-source';

/** The URI of the text of a contract, from the URI of its file. */
export function contractTextUri(file: DocumentUri): DocumentUri {
  const path = /^[^:]+:(?:\/\/[^/]*)?([^?#]*)/.exec(file)?.[1] ?? '';
  return `${CONTRACT_TEXT}:${path}.txt?${encodeURIComponent(file)}`;
}

/** The URI of the file that the text of a contract was taken out of; undefined for any other URI. */
export function contractFileUri(text: DocumentUri): DocumentUri | undefined {
  const query = text.startsWith(`${CONTRACT_TEXT}:`) ? /\?([^#]*)/.exec(text)?.[1] : undefined;
  try {
    return query === undefined ? undefined : decodeURIComponent(query);
  } catch {
    return undefined;
  }
}

/** What a passage of a contract does. */
export type PassageEffect =
  | ('permits' | 'excludes' | 'forbids' | 'obliges' | 'preempts' | 'equalizes' | 'waives' | 'records')
  | 'exception';

/** Request to the server: the annotated passages of a contract, be it the file or its text. */
export const PASSAGES = 'deal/passages';
export interface PassagesParams {
  readonly uri: DocumentUri;
}
export interface PassagesResult {
  /** A deal names it as its source. */
  readonly isContract: boolean;
  readonly passages: readonly {
    readonly range: Range;
    readonly effect: PassageEffect;
    /** The name of its clause. */
    readonly clause: string;
    /** The worst that is reported of the clause. */
    readonly verdict?: string;
  }[];
}

/** Notification to the client: the passages of these open documents may be others now. */
export const PASSAGES_CHANGED = 'deal/passagesChanged';
export interface PassagesChangedParams {
  readonly uris: readonly DocumentUri[];
}

/** Request to the server: the text of a contract, by the URI of its file. */
export const SOURCE_TEXT = 'deal/sourceText';
export type SourceTextResult =
  | {
      readonly text: string;
      /** Lines count from 0, pages from 1. */
      readonly pages: readonly { readonly page: number; readonly line: number }[];
      readonly sections: readonly { readonly name: string; readonly title: string; readonly line: number }[];
    }
  /** Why not, in words that follow "… could not be read: ". */
  | { readonly unreadable: string };

/** Request to the server: the kinds of clauses for a passage, in the order in which they fit its words. */
export const SUGGEST_KINDS = 'deal/suggestKinds';
export interface SuggestKindsParams {
  readonly uri: DocumentUri;
  readonly range: Range;
}
export interface SuggestKindsResult {
  readonly kinds: readonly {
    readonly kind: string;
    readonly title: string;
    /** The words of the passage that speak for it; empty where none do. */
    readonly why: string;
    readonly meaning: string;
    /** Declared in the portfolio. */
    readonly isOwn: boolean;
  }[];
}

/**
 * Command of the client that an action on a selection names where {@link InitializationOptions.commands} has it: annotates it
 * and leads through what is still to be filled in. Its argument: the name of a kind, or none to choose one.
 */
export const ANNOTATE_SELECTION = 'deal.annotateSelection';

/** Request to the server: the clause for a passage. The client applies the edit. */
export const ANNOTATE = 'deal/annotate';
export interface AnnotateParams extends SuggestKindsParams {
  readonly kind: string;
}
/** Request to the server: a deal with the sections of a contract as quotes to annotate. */
export const DEAL_FROM_CONTRACT = 'deal/dealFromContract';
export interface DealFromContractParams {
  /** Of the contract. */
  readonly uri: DocumentUri;
}
/** To be inserted in the document `uri` of a {@link WrittenDealResult} instead of making its edit. */
export interface DealSnippet {
  /** The file is to be made first, empty. */
  readonly isNewFile: boolean;
  /** In the document as it was asked about. */
  readonly position: Position;
  /** Of the document, if it is open. */
  readonly version: number | null;
  /** In the syntax of snippets of the protocol. */
  readonly text: string;
}
export type WrittenDealResult =
  | {
      readonly edit: WorkspaceEdit;
      /** Where to go on writing once the edit is made. */
      readonly uri: DocumentUri;
      readonly position: Position;
      /** The same for a client that leads through what is still to be filled in. */
      readonly snippet?: DealSnippet;
    }
  /** Why not, a sentence. */
  | { readonly refusal: string };
