/** How many turns of the event loop a stream of messages may put off what waits for its end. */
const LONGEST_WAIT = 100;

/**
 * Calls `act` once no call has come for a whole turn of the event loop. Messages that lie in the queue are taken one a
 * turn, so a burst of them is over before anything is done about it; no timer runs, and nothing at all at rest.
 */
export function whenQuiet(nextTurn: (act: () => void) => void, act: () => void): () => void {
  let calls = 0;
  let isWaiting = false;
  const wait = (seen: number, turnsLeft: number): void => {
    nextTurn(() => {
      if (calls !== seen && turnsLeft > 0) {
        wait(calls, turnsLeft - 1);
        return;
      }
      isWaiting = false;
      act();
    });
  };
  return () => {
    calls++;
    if (isWaiting) return;
    isWaiting = true;
    // The first turn is the one in which the next message of a burst is taken.
    nextTurn(() => wait(calls, LONGEST_WAIT));
  };
}
