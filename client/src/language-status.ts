import {
  type ExtensionContext,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
} from 'vscode';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { currentPortfolio } from './current-portfolio.ts';
import { AS_WRITTEN } from './scenario.ts';
import type { ServerSession } from './server-session.ts';

const SELECTOR = { language: 'deal' };

/** What stands beside the language's name in the status bar: what was found, as of which day, under which reading. */
export function showLanguageStatus(context: ExtensionContext, session: ServerSession): void {
  const findings = createItem(context, 'deal.findings', l10n.t('Deal Findings'));
  const asOf = createItem(context, 'deal.judgedAsOf', l10n.t('Deal As-of Date'));
  const reading = createItem(context, 'deal.reading', l10n.t('Deal Reading'));
  const show = (): void => {
    const portfolio = currentPortfolio(session);
    showFindings(findings, session, portfolio);
    showAsOf(asOf, portfolio);
    showReading(reading, portfolio);
  };
  context.subscriptions.push(session.onDidChange(show), window.onDidChangeActiveTextEditor(show));
  show();
}

function createItem(context: ExtensionContext, id: string, name: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(id, SELECTOR);
  item.name = name;
  context.subscriptions.push(item);
  return item;
}

/** A screen reader hears which of the items of the status bar this is. */
function say(item: LanguageStatusItem, text: string, detail?: string): void {
  item.text = text;
  item.detail = detail;
  item.accessibilityInformation = { label: [`Deal: ${text}`, detail].filter(Boolean).join(', ') };
}

function showFindings(item: LanguageStatusItem, session: ServerSession, portfolio: StatusParams | undefined): void {
  item.busy = session.state() === 'starting' || portfolio?.busy === true;
  item.severity = LanguageStatusSeverity.Information;
  item.command = undefined;
  switch (session.state()) {
    case 'starting':
      say(item, l10n.t('Starting …'));
      return;
    case 'stopped':
    case 'failed':
      say(item, l10n.t('The language server does not run'));
      item.severity = LanguageStatusSeverity.Error;
      item.command = { command: 'deal.restartServer', title: l10n.t('Restart') };
      return;
    case 'running':
      if (portfolio === undefined) say(item, l10n.t('No portfolio'));
      else showCounts(item, portfolio);
  }
}

function showCounts(item: LanguageStatusItem, portfolio: StatusParams): void {
  const { verdicts, severities, clauses, problem, notChecked } = portfolio;
  const counts = l10n.t(
    'Conflicts: {0} · disputed: {1} · depends: {2}',
    verdicts.conflict,
    verdicts.disputed,
    verdicts.depends,
  );
  const unchecked = notChecked.reduce((sum, { count }) => sum + count, 0);
  const detail = l10n.t('clauses: {0}, not checked: {1}', clauses, unchecked);
  say(item, counts, problem ?? detail);
  if (severities.error > 0 || problem !== undefined) item.severity = LanguageStatusSeverity.Error;
  else if (severities.warning > 0) item.severity = LanguageStatusSeverity.Warning;
  item.command = { command: 'workbench.actions.view.problems', title: l10n.t('Show') };
}

function showAsOf(item: LanguageStatusItem, portfolio: StatusParams | undefined): void {
  if (portfolio === undefined) say(item, l10n.t('As-of date'));
  else say(item, l10n.t('As of {0}', portfolio.asOf), originOf(portfolio));
  item.command = { command: 'deal.setAsOf', title: l10n.t('Change') };
}

function originOf({ asOfFrom }: StatusParams): string {
  switch (asOfFrom) {
    case 'scenario':
      return l10n.t('set for this workspace');
    case 'setting':
      return l10n.t('from the settings');
    case 'configuration':
      return l10n.t('from deal.config.json');
    case 'today':
      return l10n.t('today');
  }
}

function showReading(item: LanguageStatusItem, portfolio: StatusParams | undefined): void {
  const assumed = Object.entries(portfolio?.assume ?? {}).map(([event, day]) =>
    day === 'never' ? l10n.t('{0} never happens', event) : l10n.t('{0} on {1}', event, day),
  );
  say(item, readingText(portfolio?.reading), assumed.length > 0 ? assumed.join(', ') : undefined);
  item.command = { command: 'deal.chooseReading', title: l10n.t('Change') };
}

function readingText(reading: string | undefined): string {
  if (reading === undefined) return l10n.t('As written, and under every reading');
  return reading === AS_WRITTEN ? l10n.t('As written') : l10n.t('As {0} reads it', reading);
}
