import type { Artifact } from 'sarif';
import type { Report } from '../report.ts';
import { artifactLocation } from './places.ts';

/** What was read, with the hash of its bytes: the deals, then the contracts that their quotes were looked for in. */
export function artifactsOf(report: Report): readonly Artifact[] {
  const changed = new Map(report.baseline?.changedSources?.map((source) => [source.path, source.recorded]));
  const deals = report.files.map(
    ({ path, sha256 }): Artifact => ({
      location: artifactLocation(report, path),
      roles: ['analysisTarget'],
      sourceLanguage: 'deal',
      encoding: 'utf-8',
      hashes: { 'sha-256': sha256() },
    }),
  );
  const contracts = report.sources.map(({ path, sha256 }): Artifact => {
    const recorded = changed.get(path);
    return {
      location: artifactLocation(report, path),
      roles: ['analysisTarget'],
      hashes: { 'sha-256': sha256() },
      ...(recorded === undefined ? {} : { properties: { sha256InBaseline: recorded } }),
    };
  });
  return [...deals, ...contracts];
}
