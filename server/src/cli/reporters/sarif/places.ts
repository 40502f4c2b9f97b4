import type { ArtifactLocation, Location, PhysicalLocation, Region } from 'sarif';
import type { Span } from '../../../text/span.ts';
import { rangeOf } from '../ranges.ts';
import type { Report, Texts } from '../report.ts';
import { repositoryPath } from '../repository-path.ts';

/** What stands for the root of the repository, wherever that is on a machine. */
export const BASE = '%SRCROOT%';

/** Halves of characters that stand alone, as a file name of Windows may have them, have no place in a URI. */
const HALVES = /\p{Surrogate}/gu;

/** A file of the portfolio, by its path relative to the root. */
export const artifactLocation = ({ root }: Report, file: string): ArtifactLocation => ({
  uri: repositoryPath(root, file).replace(HALVES, '\ufffd').split('/').map(encodeURIComponent).join('/'),
  uriBaseId: BASE,
});

export function regionOf(file: string, span: Span, texts: Texts): Region {
  const { start, end } = rangeOf(file, span, texts);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A place in a file; of a text that was taken out of its file, the file. */
export const physicalLocation = (report: Report, file: string, span: Span): PhysicalLocation => ({
  artifactLocation: artifactLocation(report, file),
  ...(report.texts.isTakenOut(file) ? {} : { region: regionOf(file, span, report.texts) }),
});

/** The same with the clause that stands there. */
export const locationOf = (report: Report, file: string, span: Span, clause?: string): Location => ({
  physicalLocation: physicalLocation(report, file, span),
  ...(clause === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: clause, kind: 'member' }] }),
});
