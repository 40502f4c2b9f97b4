import type { Location } from 'sarif';
import type { ClauseReference, Finding } from '../../../rules/finding.ts';
import type { Span } from '../../../text/span.ts';
import { grouped } from '../../../text/words.ts';
import type { PassagePlace, Report } from '../report.ts';
import { oneLine, quoted } from '../sentences.ts';
import { locationOf } from './places.ts';

/** Code scanning shows no more of a result, and refuses a file with more than a thousand. */
const MOST_LOCATIONS = 100;

export interface Related {
  /** With numbers from 1, by which the lines speak of them. */
  readonly locations: readonly Location[];
  /** For the message: a line a clause or place, with links. Code scanning shows only what is linked to. */
  readonly lines: readonly string[];
}

/** The places that a finding is about beside the one where it is reported: clauses, their passages in the contracts, others. */
export function relatedPlaces(finding: Finding, report: Report): Related {
  const locations: Location[] = [];
  let leftOut = 0;
  /** The text as a link to the place; as it is where there are too many. */
  const linked = (text: string, says: string, file: string, span: Span, clause?: string): string => {
    if (locations.length === MOST_LOCATIONS) {
      leftOut++;
      return unlinked(text);
    }
    const id = locations.length + 1;
    locations.push({ id, ...locationOf(report, file, span, clause), message: { text: says } });
    return `[${text.replace(/[[\]\\]/g, '\\$&')}](${id})`;
  };
  const passage = (clause: ClauseReference, { file, span, name }: PassagePlace): string => {
    const place = name === undefined ? file : `${file}, ${name}`;
    return linked(oneLine(place), `The passage of \`${clause.name}\`, ${place}`, file, span);
  };
  const lines = finding.clauses.flatMap((clause) => {
    // The message has named it, and there is nothing more to say of it.
    if (isReported(clause, finding) && clause.quote === undefined) return [];
    const says = clause.quote === undefined ? '' : `: ${quoted(clause.quote)}`;
    const name = isReported(clause, finding)
      ? unlinked(clause.name)
      : linked(clause.name, `\`${clause.name}\`${says}`, clause.file, clause.span, clause.name);
    const passages = report.passagesOf(clause).map((place) => passage(clause, place));
    return `${name}${unlinked(says)}${passages.length === 0 ? '' : ` (${passages.join('; ')})`}`;
  });
  for (const { file, span, message } of finding.related ?? []) {
    lines.push(`${linked(oneLine(file), oneLine(message), file, span)}: ${unlinked(oneLine(message))}`);
  }
  if (leftOut > 0) lines.push(`${grouped(leftOut)} more places are left out here.`);
  return { locations, lines };
}

/** The clause where the finding is reported. */
export const isReported = ({ file, span }: ClauseReference, finding: Finding): boolean =>
  file === finding.file && span.start <= finding.span.end && finding.span.start <= span.end;

/** Words of a contract never become a link. */
export const unlinked = (text: string): string => text.replaceAll('](', '] (');
