import type { Log, Result, Run } from 'sarif';
import packageJson from '../../../../../package.json';
import { grouped } from '../../../text/words.ts';
import { ExitCode } from '../../exit-code.ts';
import { isReached } from '../../options.ts';
import type { Report, Suppressed } from '../report.ts';
import { isOutside } from '../repository-path.ts';
import { artifactsOf } from './artifacts.ts';
import { notificationDescriptors, notificationsOf } from './notifications.ts';
import { BASE } from './places.ts';
import { resultOf } from './result.ts';
import { overridesOf, ruleDescriptors } from './rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Code scanning refuses a run with more. */
const MOST_RESULTS = 25_000;

export interface SarifReport {
  /** Ends with a line end. */
  readonly text: string;
  /** What had to be left out, in words. */
  readonly leftOut?: string;
}

/** A report in the Static Analysis Results Interchange Format 2.1.0, as code scanning takes it: `docs/ci.md` says more. */
export function sarifReport(report: Report): SarifReport {
  const rules = ruleDescriptors();
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const all = allFindings(report);
  const occurrences = new Map<string, number>();
  const results = all.slice(0, MOST_RESULTS).map(({ finding, suppressed }): Result => {
    const occurrence = (occurrences.get(finding.fingerprint) ?? 0) + 1;
    occurrences.set(finding.fingerprint, occurrence);
    return resultOf(finding, occurrence, ruleIndexes.get(finding.rule), suppressed, report);
  });
  const leftOut =
    all.length > MOST_RESULTS
      ? `${grouped(all.length - MOST_RESULTS)} results are left out: code scanning takes ${grouped(MOST_RESULTS)} of a run. The gravest are there; \`--format json\` has all`
      : undefined;
  const run: Run = {
    tool: {
      driver: {
        name: 'Deal',
        semanticVersion: packageJson.version,
        rules: [...rules],
        notifications: [...notificationDescriptors()],
      },
    },
    automationDetails: { id: isOutside(report.root) || report.root === '.' ? 'deal/' : `deal/${report.root}/` },
    invocations: [invocationOf(report, leftOut)],
    originalUriBaseIds: {
      [BASE]: { description: { text: 'The folder that the command ran in: in CI, the root of the repository.' } },
    },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    artifacts: [...artifactsOf(report)],
    results,
    properties: propertiesOf(report),
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return { text: `${JSON.stringify(log, undefined, 2)}\n`, ...(leftOut === undefined ? {} : { leftOut }) };
}

/** What is suppressed comes last: should anything have to be left out, it goes first. */
const allFindings = (report: Report): readonly { finding: Report['findings'][number]; suppressed?: Suppressed }[] => [
  ...report.findings.map((finding) => ({ finding })),
  ...report.suppressed.map((suppressed) => ({ finding: suppressed.finding, suppressed })),
];

function invocationOf(report: Report, leftOut: string | undefined): NonNullable<Run['invocations']>[number] {
  const fails = isReached(report.failOn, new Set(report.findings.map(({ severity }) => severity)));
  return {
    executionSuccessful: true,
    exitCode: fails ? ExitCode.Findings : ExitCode.Clean,
    exitCodeDescription: fails
      ? `findings of severity ${report.failOn} or above`
      : report.failOn === 'never'
        ? 'findings do not fail this check'
        : `no finding of severity ${report.failOn} or above`,
    ruleConfigurationOverrides: [...overridesOf(report.rules)],
    toolExecutionNotifications: [...notificationsOf(report, leftOut)],
  };
}

/** Under which circumstances was judged, what was asked for, and the numbers. */
const propertiesOf = ({ asOf, assume, reading, selection, summary }: Report): Run['properties'] => ({
  asOf,
  assume,
  ...(reading === undefined ? {} : { reading }),
  selection: [...selection],
  summary,
});
