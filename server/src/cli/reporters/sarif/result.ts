import type { Fix, Result, Suppression } from 'sarif';
import type { Finding, Severity } from '../../../rules/finding.ts';
import type { Report, Suppressed } from '../report.ts';
import { moreOn, sentencesOf } from '../sentences.ts';
import { artifactLocation, locationOf, regionOf } from './places.ts';
import { isReported, relatedPlaces, unlinked } from './related.ts';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
export const levelOf = (severity: Severity): Result.level => LEVELS[severity];

/** `occurrence`: how many findings of the same fingerprint there are up to this one. */
export function resultOf(
  finding: Finding,
  occurrence: number,
  ruleIndex: number | undefined,
  suppressed: Suppressed | undefined,
  report: Report,
): Result {
  const related = relatedPlaces(finding, report);
  const clause = finding.clauses.find((one) => isReported(one, finding));
  const text = [...sentencesOf(finding).map(unlinked), ...related.lines, moreOn(finding)].join('\n');
  const fingerprint = `${finding.fingerprint}:${occurrence}`;
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levelOf(finding.severity),
    message: { text },
    locations: [locationOf(report, finding.file, finding.span, clause?.name)],
    ...(related.locations.length === 0 ? {} : { relatedLocations: [...related.locations] }),
    // Code scanning tells alerts apart by the first, and would take two conflicts of one clause for one by their line.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'dealFinding/v1': fingerprint },
    // All results have them or none.
    suppressions: suppressed === undefined ? [] : [suppressionOf(suppressed)],
    ...(finding.fix === undefined ? {} : { fixes: [fixOf(finding, finding.fix, report)] }),
    properties: propertiesOf(finding),
  };
}

const suppressionOf = ({ by, reason }: Suppressed): Suppression => ({
  kind: by === 'comment' ? 'inSource' : 'external',
  status: 'accepted',
  justification: reason,
});

const fixOf = ({ file }: Finding, { title, edits }: NonNullable<Finding['fix']>, report: Report): Fix => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifactLocation(report, file),
      replacements: edits.map((edit) => ({
        deletedRegion: regionOf(file, edit, report.texts),
        insertedContent: { text: edit.newText },
      })),
    },
  ],
});

/** For programs: what the message says in words. Fields that do not apply are absent. */
function propertiesOf(finding: Finding): Result['properties'] {
  const { severity, verdict, verdictByReading, window, past, witness, decidingFacts } = finding;
  const { boundParty, mayObject, assumptions, help } = finding;
  const all = {
    severity,
    verdict,
    verdictByReading,
    window,
    past,
    witness,
    decidingFacts,
    boundParty,
    mayObject,
    assumptions,
    help,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
