import { type Circumstances, circumstancesOf, type Scenario } from './circumstances.ts';
import type { Messages } from './messages.ts';
import type { ConfigState } from './portfolio-config.ts';
import type { InitializationOptions } from './protocol.ts';
import type { SessionContext } from './session-context.ts';
import { readSettings, type Settings } from './settings.ts';

/** What the user has set, and what is chosen for the time being. */
export interface ClientSettings {
  readonly settings: () => Settings;
  readonly scenario: () => Scenario;
  readonly setScenario: (scenario: Scenario) => void;
  /** Takes over settings, whatever the client has sent as such. */
  readonly take: (value: unknown) => void;
  /** Asks the client, if it answers. */
  readonly ask: () => Promise<void>;
  readonly circumstances: (state: ConfigState) => Circumstances;
}

export function createClientSettings(
  { client, outbox, initialize, today }: SessionContext,
  messages: Messages,
): ClientSettings {
  const options = initialize.initializationOptions as Partial<InitializationOptions> | null | undefined;
  let { settings } = readSettings(options?.settings);
  let scenario: Scenario = {};
  const take = (value: unknown): void => {
    const outcome = readSettings(value);
    settings = outcome.settings;
    messages.warnOnce('settings', outcome.problems.join('\n'));
  };
  return {
    settings: () => settings,
    scenario: () => scenario,
    setScenario: (next) => {
      scenario = next;
    },
    take,
    ask: async () => {
      if (!client.configuration) return;
      try {
        const answer = await outbox.request('workspace/configuration', { items: [{ section: 'deal' }] });
        take(Array.isArray(answer) ? answer[0] : undefined);
      } catch (error) {
        messages.log(`the client gave no settings: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    circumstances: ({ config }) => circumstancesOf(scenario, settings, config, today),
  };
}
