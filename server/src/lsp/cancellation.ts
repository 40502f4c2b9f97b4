import type { CancellationToken, Disposable } from 'vscode-languageserver';

export interface Cancellation {
  readonly token: CancellationToken;
  readonly cancel: () => void;
}

/** A token that its owner cancels, or that is cancelled with another. */
export function createCancellation(...with_: readonly CancellationToken[]): Cancellation {
  const listeners = new Set<() => void>();
  let isCancelled = false;
  const cancel = (): void => {
    if (isCancelled) return;
    isCancelled = true;
    for (const listener of [...listeners]) listener();
    listeners.clear();
  };
  const token: CancellationToken = {
    get isCancellationRequested() {
      return isCancelled;
    },
    onCancellationRequested: (listener: (event: unknown) => void): Disposable => {
      const call = (): void => listener(undefined);
      if (isCancelled) call();
      else listeners.add(call);
      return {
        dispose: () => {
          listeners.delete(call);
        },
      };
    },
  };
  for (const other of with_) {
    if (other.isCancellationRequested) cancel();
    else other.onCancellationRequested(cancel);
  }
  return { token, cancel };
}

/** Resolves with the promise, or without it as soon as the token is cancelled. */
export async function unlessCancelled(promise: Promise<unknown>, token: CancellationToken): Promise<void> {
  if (token.isCancellationRequested) return;
  let listener: Disposable | undefined;
  const cancelled = new Promise<void>((resolve) => {
    listener = token.onCancellationRequested(() => resolve());
  });
  await Promise.race([promise, cancelled]);
  listener?.dispose();
}
