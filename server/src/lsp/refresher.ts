import type { Outbox } from './session-context.ts';

/**
 * Asks the client to ask again, with no more than one request of each kind on its way: what comes up meanwhile is asked for
 * once when it has been answered.
 */
export function createRefresher(outbox: Outbox): (method: string) => void {
  const onTheirWay = new Set<string>();
  const again = new Set<string>();
  const refresh = (method: string): void => {
    if (onTheirWay.has(method)) {
      again.add(method);
      return;
    }
    onTheirWay.add(method);
    const answered = (): void => {
      onTheirWay.delete(method);
      if (again.delete(method)) refresh(method);
    };
    outbox.request(method, undefined).then(answered, answered);
  };
  return refresh;
}
