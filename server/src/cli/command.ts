import type { Environment } from './environment.ts';
import type { ExitCode } from './exit-code.ts';

export interface OptionDescription {
  /** Without `--`. */
  readonly name: string;
  /** How its value is shown in the help, `DATE`; absent: the option takes no value. */
  readonly value?: string;
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** What is wrong with a value and what to write; undefined when nothing is. */
  readonly problemWith?: (value: string) => string | undefined;
  readonly isRepeatable?: boolean;
  readonly help: string;
}

/** The words after the command: options that are known and values that fit. */
export interface CommandArguments {
  readonly operands: readonly string[];
  readonly has: (option: string) => boolean;
  /** The last value given. */
  readonly value: (option: string) => string | undefined;
  readonly values: (option: string) => readonly string[];
}

export interface Command {
  readonly name: string;
  /** What follows the name, as in `[paths]`. */
  readonly operands: string;
  /** One line, no full stop. */
  readonly summary: string;
  /** What the help says below the usage. */
  readonly details: string;
  readonly options: readonly OptionDescription[];
  readonly run: (args: CommandArguments, environment: Environment) => ExitCode | Promise<ExitCode>;
}

/** A step that may fail because of how the command was used: every reason in one go, each a line that says what to do. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

export const done = <T>(value: T): Attempt<T> => ({ ok: true, value });
export const failed = (...problems: readonly string[]): Attempt<never> => ({ ok: false, problems });
