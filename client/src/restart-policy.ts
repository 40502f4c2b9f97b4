/** How often a server that ends by itself is started again before the user is asked. */
const RESTARTS = 4;
/** In milliseconds. A server that crashes less often than {@link RESTARTS} times within it goes on being restarted. */
const PERIOD = 3 * 60 * 1000;

export interface RestartPolicy {
  /** Whether a server that has just ended is to be started again. `now`: in milliseconds. */
  readonly afterCrash: (now: number) => boolean;
  /** The user asked for a restart: earlier crashes no longer count. */
  readonly forget: () => void;
}

export function restartPolicy(): RestartPolicy {
  let crashes: number[] = [];
  return {
    afterCrash: (now) => {
      crashes = [...crashes.filter((time) => now - time < PERIOD), now];
      return crashes.length <= RESTARTS;
    },
    forget: () => {
      crashes = [];
    },
  };
}
