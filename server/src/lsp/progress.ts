import type { CancellationToken } from 'vscode-languageserver';
import { createCancellation } from './cancellation.ts';
import type { Outbox } from './session-context.ts';

/** Something that takes its time, as the user sees it. */
export interface Progress {
  /** Cancelled by the user. */
  readonly token: CancellationToken;
  readonly report: (message: string) => void;
  readonly end: () => void;
}

export type OpenProgress = (title: string) => Progress;

export interface ProgressFeature {
  readonly open: OpenProgress;
  /** The user has cancelled what has this token. */
  readonly cancel: (token: unknown) => void;
}

/** Nothing is shown of what ends before it has reported anything. */
export function createProgress(outbox: Outbox, isSupported: boolean): ProgressFeature {
  const running = new Map<unknown, () => void>();
  let last = 0;
  return {
    open: (title) => {
      const cancellation = createCancellation();
      let token: string | undefined;
      /** Messages go out in their order, and none before the client has agreed. */
      let queue: Promise<unknown> = Promise.resolve();
      let hasFailed = false;
      const send = (value: unknown): void => {
        queue = queue.then(() => {
          if (!hasFailed) outbox.notify('$/progress', { token, value });
        });
      };
      const begin = (message: string): void => {
        token = `deal-${++last}`;
        running.set(token, cancellation.cancel);
        queue = outbox.request('window/workDoneProgress/create', { token }).catch(() => {
          hasFailed = true;
        });
        send({ kind: 'begin', title: `Deal: ${title}`, cancellable: true, message });
      };
      return {
        token: cancellation.token,
        report: (message) => {
          if (!isSupported) return;
          if (token === undefined) begin(message);
          else send({ kind: 'report', message, cancellable: true });
        },
        end: () => {
          if (token === undefined) return;
          running.delete(token);
          send({ kind: 'end' });
        },
      };
    },
    cancel: (token) => running.get(token)?.(),
  };
}
