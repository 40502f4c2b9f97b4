import { rankOf } from '../../conflicts/verdict.ts';
import type { Expectation } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { Finding } from '../../rules/finding.ts';

/** How a portfolio stands: what is wrong with it, told in words that do not change with offsets. */
export interface Standing {
  /** Errors, and clauses that do nothing, by how often they occur. */
  readonly faults: ReadonlyMap<string, number>;
  /** How badly pairs of clauses collide; near misses are no collision. */
  readonly collisions: ReadonlyMap<string, number>;
  readonly expectations: readonly Expectation[];
  /** Keys of the expectations that do not hold. */
  readonly unmet: ReadonlySet<string>;
}

/** `nameOf` gives the name that a clause had before it got a label. */
export function standingOf(analysis: Analysis, nameOf: (name: string) => string = (name) => name): Standing {
  const faults = new Map<string, number>();
  const collisions = new Map<string, number>();
  const { findings, model } = analysis;
  for (const finding of findings) {
    const names = finding.clauses.map(({ name }) => nameOf(name)).sort();
    if (isCollision(finding)) {
      const key = names.join(' ');
      collisions.set(key, Math.max(collisions.get(key) ?? 0, gravityOf(finding)));
    } else if (isFault(finding)) {
      const { rule, file, message } = finding;
      const key = names.length > 0 ? `${rule} ${names.join(' ')}` : `${rule} ${file} ${message}`;
      faults.set(key, (faults.get(key) ?? 0) + 1);
    }
  }
  return { faults, collisions, expectations: [...model.expectations], unmet: unmetIn(analysis) };
}

/** About two clauses, and not of the past. */
const isCollision = ({ verdict, rule, clauses, severity }: Finding): boolean =>
  (verdict !== undefined || rule === 'not-checked') &&
  clauses.length === 2 &&
  (severity === 'error' || severity === 'warning');

const gravityOf = ({ verdict }: Finding): number =>
  verdict === undefined ? rankOf('conflict') : verdict === 'near miss' ? 0 : rankOf(verdict);

const isFault = ({ severity, rule }: Finding): boolean =>
  rule !== 'unmet-expectation' && (severity === 'error' || rule === 'dead-clause');

/** Whether anything is wrong that was not, or more often, or worse; the pair of the names given aside. */
export function isWorse(before: Standing, after: Standing, own: readonly string[]): boolean {
  const ownKey = [...own].sort().join(' ');
  return (
    [...after.faults].some(([key, count]) => count > (before.faults.get(key) ?? 0)) ||
    [...after.collisions].some(([key, gravity]) => key !== ownKey && gravity > (before.collisions.get(key) ?? 0))
  );
}

/** What an expectation is told by: two that say the same hold or fail together. */
export const expectationKey = ({ file, verdict, first, second, reading }: Expectation): string =>
  [file, verdict, first.path, second?.path, reading?.path].join(' ');

function unmetIn({ model, findings }: Analysis): ReadonlySet<string> {
  const failed = findings.filter(({ rule }) => rule === 'unmet-expectation');
  if (failed.length === 0) return new Set();
  return new Set(
    model.expectations
      .filter((one) =>
        failed.some(({ file, span }) => one.file === file && one.span.start <= span.start && span.end <= one.span.end),
      )
      .map(expectationKey),
  );
}
