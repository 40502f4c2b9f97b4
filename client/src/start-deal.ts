import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerAnnotateSelection } from './commands/annotate-selection.ts';
import { registerChangeAsOf } from './commands/change-as-of.ts';
import { registerCheckPortfolio } from './commands/check-portfolio.ts';
import { registerChooseReading } from './commands/choose-reading.ts';
import { registerDealFromContract } from './commands/deal-from-contract.ts';
import { registerOpenExample, showOpenedExample } from './commands/open-example.ts';
import { registerServerCommands } from './commands/server-commands.ts';
import { registerShowClauses } from './commands/show-clauses.ts';
import { registerContractText } from './contract-text.ts';
import { showLanguageStatus } from './language-status.ts';
import { showPassages } from './passage-decorations.ts';
import { openScenario } from './scenario.ts';
import { openServerSession } from './server-session.ts';

export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The extension at work. */
export interface Deal {
  /** The language server has answered, or has failed and the user knows. */
  readonly started: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Everything that is the same on Node and in a browser. */
export function startDeal(context: ExtensionContext, createClient: CreateClient): Deal {
  const session = openServerSession(context, createClient);
  const scenario = openScenario(context, session);
  showLanguageStatus(context, session);
  registerServerCommands(context, session);
  registerCheckPortfolio(context, session);
  registerChangeAsOf(context, session, scenario);
  registerChooseReading(context, session, scenario);
  registerShowClauses(context);
  registerOpenExample(context);
  registerContractText(context, session);
  showPassages(context, session);
  registerAnnotateSelection(context, session);
  registerDealFromContract(context, session);
  const started = session.start();
  void showOpenedExample(context);
  return { started, stop: session.stop };
}
