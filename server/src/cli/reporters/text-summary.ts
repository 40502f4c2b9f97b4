import { createColors } from 'picocolors';
import type { ChangedSource } from '../../portfolio/baseline.ts';
import type { Summary, Unchecked } from '../../portfolio/check.ts';
import { asReadBy } from '../../portfolio/reading-words.ts';
import type { Finding, Verdict } from '../../rules/finding.ts';
import { counted, grouped, listed } from '../../text/words.ts';
import { visible } from '../cells.ts';
import type { Report } from './report.ts';

type Colors = ReturnType<typeof createColors>;

/** The same without colours, for a log. Ends with a line end. */
export const summaryText = (report: Report): string => `${summaryLines(report, createColors(false)).join('\n')}\n`;

const VERDICTS: readonly (readonly [verdict: Verdict, one: string, many: string])[] = [
  ['conflict', 'conflict', 'conflicts'],
  ['disputed', 'disputed', 'disputed'],
  ['depends', 'depends', 'depend'],
  ['near miss', 'near miss', 'near misses'],
];

/** What was found, what it was found in, and what was not looked at. */
export function summaryLines(report: Report, colors: Colors): readonly string[] {
  const { summary, selection } = report;
  const lines = [
    found(report, colors),
    `checked ${counted(summary.files, 'file')}, ${counted(summary.deals, 'deal')}, ${counted(summary.clauses, 'clause')} as of ${report.asOf}${scenario(report)}`,
    ...quotes(summary),
    ...expectations(summary),
    ...summary.notChecked.filter(({ count }) => count > 0).map(notChecked),
  ];
  if (summary.silenced > 0) lines.push(`silenced with a reason: ${counted(summary.silenced, 'finding')}`);
  if (report.baseline !== undefined)
    lines.push(baseline(report.baseline), ...sourceChanges(report.baseline).map(({ says }) => says));
  if (selection.length > 0) lines.push(`findings are shown for ${selection.map(visible).join(', ')} only`);
  return lines;
}

export interface SourceChanges {
  readonly sources: readonly ChangedSource[];
  readonly says: string;
}

/** Which contracts are others than those the baseline was written for. */
export function sourceChanges({
  file,
  changedSources = [],
}: NonNullable<Report['baseline']>): readonly SourceChanges[] {
  const kinds = [
    [changedSources.filter(({ sha256 }) => sha256 !== undefined), 'changed', 'their quotes were compared anew'],
    [changedSources.filter(({ sha256 }) => sha256 === undefined), 'no longer read', 'no quote was compared with them'],
  ] as const;
  return kinds.flatMap(([sources, what, meaning]) => {
    if (sources.length === 0) return [];
    const names = named(
      sources.map(({ path }) => path),
      sources.length,
    );
    return [
      {
        sources,
        says: `sources ${what} since ${visible(file)} was written: ${grouped(sources.length)}${names} (${meaning})`,
      },
    ];
  });
}

/** Names shown of what was not checked. */
const MOST_NAMED = 3;

export function notChecked({ what, count, why, which = [] }: Unchecked): string {
  return `not checked: ${visible(what)}: ${grouped(count)}${named(which, count)} (${visible(why)})`;
}

function named(which: readonly string[], count: number): string {
  const names = which.slice(0, MOST_NAMED).map((name) => `\`${visible(name)}\``);
  const rest = count - names.length;
  const more = rest > 0 ? [`${grouped(rest)} more`] : [];
  return names.length === 0 ? '' : `: ${listed([...names, ...more])}`;
}

function found({ findings, summary }: Report, colors: Colors): string {
  const { error, warning, information, hint } = summary.findings;
  const severities = [
    error > 0 ? colors.red(counted(error, 'error')) : undefined,
    warning > 0 ? colors.yellow(counted(warning, 'warning')) : undefined,
    information > 0 ? colors.cyan(counted(information, 'information', 'information')) : undefined,
    hint > 0 ? counted(hint, 'hint') : undefined,
  ].filter((part) => part !== undefined);
  if (severities.length === 0) return colors.green('no findings');
  const verdicts = verdictCounts(findings);
  return colors.bold(`found ${severities.join(', ')}${verdicts === '' ? '' : ` (${verdicts})`}`);
}

function verdictCounts(findings: readonly Finding[]): string {
  return VERDICTS.map(([verdict, one, many]) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    return count === 0 ? '' : counted(count, one, many);
  })
    .filter((part) => part !== '')
    .join(', ');
}

function scenario({ assume, reading }: Report): string {
  const events = Object.entries(assume).map(
    ([event, day]) => `${visible(event)} ${day === 'never' ? 'never' : `on ${day}`}`,
  );
  const assumed = events.length === 0 ? '' : `, assuming ${events.join(', ')}`;
  if (reading === undefined) return assumed;
  return `${assumed}, ${visible(asReadBy(reading))}`;
}

function quotes({ quotes: { verified, ambiguous, missing, unverified } }: Summary): readonly string[] {
  if (verified + ambiguous + missing + unverified === 0) return [];
  const others = [
    ambiguous > 0 ? `${grouped(ambiguous)} found more than once` : '',
    missing > 0 ? `${grouped(missing)} not found as cited` : '',
    unverified > 0 ? `${grouped(unverified)} without a source to compare with` : '',
  ].filter((part) => part !== '');
  return [[`quotes: ${grouped(verified)} verified`, ...others].join(', ')];
}

function expectations({ expectations: { held, unmet } }: Summary): readonly string[] {
  if (held + unmet === 0) return [];
  return [`expectations: ${grouped(held)} held, ${grouped(unmet)} unmet`];
}

function baseline({ file, known, gone }: NonNullable<Report['baseline']>): string {
  const over = gone === 0 ? '' : `; ${gone} of it no longer found: \`deal check --update-baseline\` takes them out`;
  return `left out, known to ${visible(file)}: ${counted(known, 'finding')}${over}`;
}
