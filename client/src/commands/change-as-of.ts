import { commands, type ExtensionContext, l10n, window } from 'vscode';
import { currentPortfolio } from '../current-portfolio.ts';
import { isDay } from '../iso-day.ts';
import type { ScenarioHolder } from '../scenario.ts';
import type { ServerSession } from '../server-session.ts';

/** `Deal: Set As-of Date`: judge the portfolio as it stood, or will stand, on another day. */
export function registerChangeAsOf(context: ExtensionContext, session: ServerSession, scenario: ScenarioHolder): void {
  const change = async (): Promise<void> => {
    const answer = await window.showInputBox({
      title: l10n.t('As-of Date'),
      // The walkthrough takes the focus back when it marks the step as done.
      ignoreFocusOut: true,
      prompt: l10n.t(
        'The portfolio is judged as of this day. Leave it empty for the day that it sets itself, or else today.',
      ),
      placeHolder: l10n.t('year-month-day, such as 2026-03-18'),
      value: scenario.current().asOf ?? currentPortfolio(session)?.asOf ?? '',
      validateInput: (text) =>
        text.trim() === '' || isDay(text.trim())
          ? undefined
          : l10n.t('Write a day as year-month-day, such as 2026-03-18.'),
    });
    const day = answer?.trim();
    if (day !== undefined) await scenario.change({ asOf: day === '' ? undefined : day });
  };
  context.subscriptions.push(commands.registerCommand('deal.setAsOf', change));
}
