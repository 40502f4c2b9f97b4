import type { Notification, ReportingDescriptor } from 'sarif';
import { UNREADABLE_FILE } from '../../../portfolio/load.ts';
import type { Report } from '../report.ts';
import { isOutside } from '../repository-path.ts';
import { oneLine } from '../sentences.ts';
import { notChecked, sourceChanges } from '../text-summary.ts';
import { artifactLocation, locationOf } from './places.ts';
import { levelOf } from './result.ts';

const KINDS = {
  unread: 'What could not be read.',
  unchecked: 'What was not checked, how much of it, and why.',
  'changed-source': 'A contract is another than the one that the baseline was written for.',
  'left-out': 'Results that are more than code scanning takes are left out.',
  outside: 'The portfolio lies outside of the folder that the command ran in.',
} as const;
type Kind = keyof typeof KINDS;

export const notificationDescriptors = (): readonly ReportingDescriptor[] =>
  // Code scanning asks for all three, of notifications as of rules.
  Object.entries(KINDS).map(([id, text]) => ({
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text },
  }));

const notification = (id: Kind, level: Notification.level, text: string): Notification => ({
  descriptor: { id, index: Object.keys(KINDS).indexOf(id) },
  level,
  message: { text },
});

/** Rules that say that something could not be read. */
const UNREAD: ReadonlySet<string> = new Set([UNREADABLE_FILE, 'source-unavailable']);

/** What there is to know of the run beside its results. `leftOut`: the words for results that are not in it. */
export function notificationsOf(report: Report, leftOut: string | undefined): readonly Notification[] {
  const { findings, suppressed, summary, baseline, root } = report;
  // What is known to be unread was not read either.
  const unread = [...findings, ...suppressed.map(({ finding }) => finding)]
    .filter(({ rule }) => UNREAD.has(rule))
    .map(
      (finding): Notification => ({
        ...notification('unread', levelOf(finding.severity), oneLine(finding.message)),
        associatedRule: { id: finding.rule },
        locations: [locationOf(report, finding.file, finding.span)],
      }),
    );
  const unchecked = summary.notChecked
    .filter(({ count }) => count > 0)
    .map((one) => notification('unchecked', 'note', notChecked(one)));
  const changed =
    baseline === undefined
      ? []
      : sourceChanges(baseline).map(
          ({ sources, says }): Notification => ({
            ...notification('changed-source', 'warning', says),
            locations: sources.map(({ path }) => ({
              physicalLocation: { artifactLocation: artifactLocation(report, path) },
            })),
          }),
        );
  return [
    ...unread,
    ...unchecked,
    ...changed,
    ...(leftOut === undefined ? [] : [notification('left-out', 'warning', leftOut)]),
    ...(isOutside(root)
      ? [
          notification(
            'outside',
            'warning',
            'The portfolio lies outside of the folder that the command ran in: paths are relative to its own folder.',
          ),
        ]
      : []),
  ];
}
