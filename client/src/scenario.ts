import type { ExtensionContext } from 'vscode';
import { SET_SCENARIO, type SetScenarioParams } from '../../server/src/lsp/protocol.ts';
import type { ServerSession } from './server-session.ts';

/** What the user has set for this workspace without writing it into a file. Absent: as the portfolio is configured. */
export interface Scenario {
  /** ISO 8601. */
  readonly asOf?: string;
  readonly reading?: string;
  /** Event to ISO 8601 day or `never`. */
  readonly assume?: Readonly<Record<string, string>>;
}

export interface ScenarioHolder {
  readonly current: () => Scenario;
  /** Takes over what is given, and drops what is given as undefined. */
  readonly change: (changes: Scenario) => Promise<void>;
}

/** The reading without any. */
export const AS_WRITTEN = 'as written';

const KEY = 'deal.scenario';

/** The scenario outlives the window and the server: whenever one starts, it is told again. */
export function openScenario(context: ExtensionContext, session: ServerSession): ScenarioHolder {
  const current = (): Scenario => context.workspaceState.get<Scenario>(KEY, {});
  const tell = async (): Promise<void> => {
    const { asOf = null, reading = null, assume = null } = current();
    const parameters: SetScenarioParams = { asOf, reading, assume };
    await session.request(SET_SCENARIO, parameters);
  };
  let wasRunning = false;
  session.onDidChange(() => {
    const isRunning = session.state() === 'running';
    if (isRunning && !wasRunning && Object.keys(current()).length > 0) void tell();
    wasRunning = isRunning;
  });
  return {
    current,
    change: async (changes) => {
      const merged = Object.entries({ ...current(), ...changes }).filter(([, value]) => value !== undefined);
      await context.workspaceState.update(KEY, Object.fromEntries(merged));
      await tell();
    },
  };
}
