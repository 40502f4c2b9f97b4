import type { Answer } from '../portfolio/ask.ts';
import type { CheckOptions, CheckResult, PortfolioFile } from '../portfolio/check.ts';
import type { SourceHost } from '../portfolio/file-host.ts';

/** A stream of the process, as far as the command needs one. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** The width of the terminal in cells; undefined where there is none. */
  readonly columns?: number;
}

/** What the commands do their work with: the checker and the formatter, as functions. */
export interface Engine {
  readonly check: (files: Iterable<PortfolioFile>, options: CheckOptions) => CheckResult;
  readonly ask: (files: Iterable<PortfolioFile>, question: string, options: CheckOptions) => Answer;
  readonly format: (text: string) => string;
}

/** The world around a command. Everything it reads or writes goes through here, so that tests can stand in for it. */
export interface Environment {
  /** The current folder: absolute, with `/`. */
  readonly currentFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Results, and nothing else. */
  readonly results: Output;
  /** Messages, progress, everything that is no result. */
  readonly messages: Output;
  readonly host: SourceHost;
  /** Writes a file; the reason when it cannot. `wx`: only where there is none yet. */
  readonly writeFile: (path: string, content: string | Uint8Array, flag: 'w' | 'wx') => string | undefined;
  /** Makes a folder and those above it; the reason when it cannot. */
  readonly makeFolder: (path: string) => string | undefined;
  /** The absolute form of a path as the user wrote it, with `/`. */
  readonly absolute: (path: string) => string;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** The day it is here, ISO 8601. */
  readonly today: () => string;
  readonly engine: Engine;
  /** Starts the language server in this process, which it then ends; why it cannot. */
  readonly startServer: () => string | undefined;
}
