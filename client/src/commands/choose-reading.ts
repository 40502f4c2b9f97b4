import { commands, type ExtensionContext, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { StatusParams } from '../../../server/src/lsp/protocol.ts';
import { currentPortfolio } from '../current-portfolio.ts';
import { isDay } from '../iso-day.ts';
import { AS_WRITTEN, type Scenario, type ScenarioHolder } from '../scenario.ts';
import type { ServerSession } from '../server-session.ts';

interface Choice extends QuickPickItem {
  /** What choosing it changes; undefined where the user did not say. */
  readonly changes?: () => Promise<Scenario | undefined>;
}

/** `Deal: Choose Reading or Scenario`: under which reading to judge, and on which days events are taken to happen. */
export function registerChooseReading(
  context: ExtensionContext,
  session: ServerSession,
  scenario: ScenarioHolder,
): void {
  const choose = async (): Promise<void> => {
    const portfolio = currentPortfolio(session);
    if (portfolio === undefined) {
      void window.showInformationMessage(l10n.t('Nothing has been checked yet: open a folder with .deal files first.'));
      return;
    }
    const chosen = await window.showQuickPick(choices(portfolio, scenario.current()), {
      title: l10n.t('Reading or Scenario'),
      // The walkthrough takes the focus back when it marks the step as done.
      ignoreFocusOut: true,
      placeHolder: l10n.t('Judge the portfolio under one reading, or take an event to happen on a day'),
    });
    const changes = await chosen?.changes?.();
    if (changes !== undefined) await scenario.change(changes);
  };
  context.subscriptions.push(commands.registerCommand('deal.chooseReading', choose));
}

function choices({ reading, assume, readings, events }: StatusParams, scenario: Scenario): readonly Choice[] {
  const choice = (label: string, name: string | undefined, detail?: string): Choice => ({
    label,
    description: reading === name ? l10n.t('chosen') : undefined,
    detail,
    changes: async () => ({ reading: name }),
  });
  const eventChoices = events.map(({ name, title }) => ({
    label: name,
    description: name in assume ? assumed(assume[name]) : undefined,
    detail: title,
    changes: () => askForDay(name, scenario),
  }));
  return [
    { label: l10n.t('Readings'), kind: QuickPickItemKind.Separator },
    choice(l10n.t('As written, and under every reading'), undefined),
    choice(l10n.t('As written'), AS_WRITTEN),
    ...readings.map(({ name, title }) => choice(l10n.t('As {0} reads it', name), name, title)),
    ...(events.length > 0 ? [{ label: l10n.t('Events'), kind: QuickPickItemKind.Separator }] : []),
    ...eventChoices,
  ];
}

const assumed = (day: string): string => (day === 'never' ? l10n.t('never') : l10n.t('on {0}', day));

async function askForDay(event: string, { assume = {} }: Scenario): Promise<Scenario | undefined> {
  const isGood = (text: string): boolean => text === '' || text === 'never' || isDay(text);
  const answer = await window.showInputBox({
    title: l10n.t('When does {0} happen?', event),
    prompt: l10n.t('A day such as 2030-01-01, or “never”. Leave it empty to leave the day open.'),
    value: assume[event] ?? '',
    validateInput: (text) =>
      isGood(text.trim()) ? undefined : l10n.t('Write a day as year-month-day, such as 2030-01-01, or “never”.'),
  });
  if (answer === undefined) return undefined;
  const { [event]: _, ...others } = assume;
  const next = answer.trim() === '' ? others : { ...others, [event]: answer.trim() };
  return { assume: Object.keys(next).length > 0 ? next : undefined };
}
