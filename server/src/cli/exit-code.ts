/** What the process tells the shell. Part of the command's contract: CI reads it. */
export const ExitCode = {
  /** No finding at or above the threshold of `--fail-on`. */
  Clean: 0,
  /** Findings at or above the threshold; with `format --check`, files that are not formatted. */
  Findings: 1,
  /** Wrong use: an option, a path or a configuration. Nothing was checked. */
  Usage: 2,
  /** The checker itself failed. */
  Internal: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
