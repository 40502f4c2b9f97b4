import type { Finding } from '../../rules/finding.ts';
import type { Span } from '../../text/span.ts';
import { grouped } from '../../text/words.ts';
import { rangeOf } from './ranges.ts';
import type { Report } from './report.ts';
import { repositoryPath } from './repository-path.ts';
import { oneLine, quoted } from './sentences.ts';

/** Code reviews show little of a finding: what is more than this is told by the other formats. */
const MOST_PLACES = 20;

/** The places of a finding for a format without links: a line a clause, with where it stands and what it quotes, then others. */
export function clausesInWords({ clauses, related = [] }: Finding, report: Report): readonly string[] {
  const at = (file: string, span: Span): string => {
    const path = oneLine(repositoryPath(report.root, file));
    return report.texts.isTakenOut(file) ? path : `${path}:${rangeOf(file, span, report.texts).start.line}`;
  };
  const lines = [
    ...clauses.map(({ name, file, span, quote }) => {
      const says = quote === undefined ? '' : `: ${quoted(quote)}`;
      return `${name}, ${at(file, span)}${says}`;
    }),
    ...related.map(({ file, span, message }) => `${at(file, span)}: ${oneLine(message)}`),
  ];
  const rest = lines.length - MOST_PLACES;
  return rest > 0 ? [...lines.slice(0, MOST_PLACES), `and ${grouped(rest)} more places`] : lines;
}
