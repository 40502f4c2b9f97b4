import { type Circumstances, circumstancesOf, type Scenario } from './circumstances.ts';
import type { Messages } from './messages.ts';
import { nearest } from './nearest.ts';
import type { ConfigState } from './portfolio-config.ts';
import type { InitializationOptions } from './protocol.ts';
import type { Resource } from './resource.ts';
import type { SessionContext } from './session-context.ts';
import { readSettings, type Settings } from './settings.ts';

/** A folder of the client's, in its own spelling. */
export interface ClientFolder {
  readonly resource: Resource;
  readonly uri: string;
}

/** What the user has set, and what is chosen for the time being. */
export interface ClientSettings {
  /** Those of the folder that a resource lies in, else those of all. */
  readonly of: (resource: Resource) => Settings;
  /** Another number whenever a setting may be another. */
  readonly revision: () => number;
  readonly scenario: () => Scenario;
  readonly setScenario: (scenario: Scenario) => void;
  /** Takes over settings for all folders, whatever the client has sent as such. */
  readonly take: (value: unknown) => void;
  /** Asks the client, if it answers: for all, and for each folder. */
  readonly ask: (folders: readonly ClientFolder[]) => Promise<void>;
  /** Those of the portfolio at a root. */
  readonly circumstances: (state: ConfigState, root: Resource) => Circumstances;
}

export function createClientSettings(
  { client, outbox, initialize, today }: SessionContext,
  messages: Messages,
): ClientSettings {
  const options = initialize.initializationOptions as Partial<InitializationOptions> | null | undefined;
  let { settings } = readSettings(options?.settings);
  let ofFolder: ReadonlyMap<Resource, Settings> = new Map();
  let scenario: Scenario = {};
  let revision = 0;
  const takeAll = (value: unknown, folders: readonly (readonly [Resource, unknown])[]): void => {
    const forAll = readSettings(value);
    const outcomes = folders.map(([resource, own]) => [resource, readSettings(own)] as const);
    settings = forAll.settings;
    ofFolder = new Map(outcomes.map(([resource, outcome]) => [resource, outcome.settings]));
    revision++;
    const problems = [forAll, ...outcomes.map(([, outcome]) => outcome)].flatMap((outcome) => outcome.problems);
    messages.warnOnce('settings', [...new Set(problems)].join('\n'));
  };
  const settingsOf = (resource: Resource): Settings => nearest(ofFolder, resource) ?? settings;
  return {
    of: settingsOf,
    revision: () => revision,
    scenario: () => scenario,
    setScenario: (next) => {
      scenario = next;
    },
    take: (value) => takeAll(value, []),
    ask: async (folders) => {
      if (!client.configuration) return;
      const items = [{}, ...folders.map(({ uri }) => ({ scopeUri: uri }))].map((one) => ({ ...one, section: 'deal' }));
      try {
        const answer = await outbox.request('workspace/configuration', { items });
        const values: readonly unknown[] = Array.isArray(answer) ? answer : [];
        // A client that answers for all only means all.
        const own = folders.map(({ resource }, index) => [resource, values[index + 1] ?? values[0]] as const);
        takeAll(values[0], own);
      } catch (error) {
        messages.log(`the client gave no settings: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    circumstances: ({ config }, root) => circumstancesOf(scenario, settingsOf(root), config, today),
  };
}
