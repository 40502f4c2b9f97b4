import type { CancellationToken } from 'vscode-languageserver';
import { BadRequest, ContentModified, ErrorCode, Refused } from './failure.ts';
import { notifications } from './notifications.ts';
import { requests } from './requests.ts';
import type { OpenFiles, Session, SessionContext } from './session-context.ts';
import { createSessionState, type SessionState } from './session-state.ts';

/** What answers a client. A message that goes wrong costs itself and nothing else. */
export function openSession(context: SessionContext, openFiles: OpenFiles): Session {
  const state = createSessionState(context, openFiles);
  const answers = requests(state);
  const notified = notifications(state);
  return {
    request: (method, params, token) => {
      const answer = answers.get(method);
      if (answer === undefined) throw context.failure(ErrorCode.MethodNotFound, `there is no method \`${method}\``);
      throwIfCancelled(context, token);
      try {
        const result = answer(params as never, token);
        if (!(result instanceof Promise)) return result;
        return result.then(
          (value: unknown) => {
            throwIfCancelled(context, token);
            return value;
          },
          (error: unknown) => {
            throw failureOf(error, method, state);
          },
        );
      } catch (error) {
        throw failureOf(error, method, state);
      }
    },
    notify: (method, params) => {
      try {
        notified.get(method)?.(params as never);
      } catch (error) {
        state.messages.error(`${method}: ${describe(error)}`);
      }
    },
    end: () => state.announcements.diagnostics.end(),
  };
}

function throwIfCancelled({ failure }: SessionContext, token: CancellationToken): void {
  if (token.isCancellationRequested) throw failure(ErrorCode.RequestCancelled, 'the request was cancelled');
}

function failureOf(error: unknown, method: string, { context, messages }: SessionState): unknown {
  if (error instanceof BadRequest || error instanceof Refused || error instanceof ContentModified) {
    return context.failure(error.code, error.message);
  }
  // An answer of the protocol's own kind.
  if (error instanceof Error && 'code' in error && typeof error.code === 'number') return error;
  messages.error(`${method}: ${describe(error)}`);
  return context.failure(
    ErrorCode.Internal,
    `${method} failed: ${error instanceof Error ? error.message : String(error)}`,
  );
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
