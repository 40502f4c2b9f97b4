import type { Outbox } from './session-context.ts';

/** What is said to the user, or written where only the curious look. */
export interface Messages {
  readonly log: (message: string) => void;
  readonly error: (message: string) => void;
  /** Shows a message, unless it was the last one of its kind. An empty one is not shown, and ends the last. */
  readonly warnOnce: (kind: string, message: string) => void;
}

const ERROR = 1;
const WARNING = 2;
const LOG = 4;

export function createMessages(outbox: Outbox): Messages {
  const last = new Map<string, string>();
  const log = (type: number, message: string): void => outbox.notify('window/logMessage', { type, message });
  return {
    log: (message) => log(LOG, message),
    error: (message) => log(ERROR, message),
    warnOnce: (kind, message) => {
      if (last.get(kind) === message) return;
      last.set(kind, message);
      if (message !== '') outbox.notify('window/showMessage', { type: WARNING, message });
    },
  };
}
