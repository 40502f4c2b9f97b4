import { grouped } from '../text/words.ts';
import type { Environment } from './environment.ts';

/** In milliseconds: what takes less needs no news. */
const PATIENCE = 1000;
const BETWEEN = 100;
const CLEAR_LINE = '\r\u001b[K';

export interface Progress {
  /** Says what is going on, if the run has been going on for long, or will have been. `expected`: milliseconds. */
  readonly step: (what: () => string, expected?: number) => void;
  /** Milliseconds since the start. */
  readonly elapsed: () => number;
  /** Takes the line away again. */
  readonly end: () => void;
}

/** One line on the terminal's standard error that replaces itself; nothing at all where that is no terminal. */
export function progress({ messages, now }: Environment): Progress {
  const start = now();
  let shown: number | undefined;
  return {
    elapsed: () => now() - start,
    step: (what, expected = 0) => {
      const time = now();
      if (!messages.isTerminal || time - start + expected < PATIENCE) return;
      if (shown !== undefined && expected === 0 && time - shown < BETWEEN) return;
      shown = time;
      messages.write(`${CLEAR_LINE}${what()} …`);
    },
    end: () => {
      if (shown !== undefined) messages.write(CLEAR_LINE);
      shown = undefined;
    },
  };
}

/** Checking takes about so many times as long as reading the files did: enough to tell whether it will take long. */
const CHECK_TO_READ = 4;

/** Runs the checker, which cannot be interrupted for news, with the news that it runs. */
export function whileChecking<T>({ step, elapsed, end }: Progress, files: number, check: () => T): T {
  step(() => `checking ${grouped(files)} files`, elapsed() * CHECK_TO_READ);
  try {
    return check();
  } finally {
    end();
  }
}
