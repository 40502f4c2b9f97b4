import { hasVocabulary } from '../../model/bind-files.ts';
import { amendedBy } from '../../model/deal-links.ts';
import type { Clause, Deal, Model, ParsedFile } from '../../model/model.ts';
import { amendmentsOf } from '../../model/references.ts';
import { type SetExpression, termsNamedIn } from '../../terms/set-expression.ts';

/** So many clauses are checked before anybody notices. */
const MOST_CLAUSES = 1000;

/** Whether all of a portfolio can be checked without anybody waiting. */
export const isSmall = (model: Model): boolean => model.clauses.length <= MOST_CLAUSES;

export interface ConcernedFiles {
  readonly files: readonly ParsedFile[];
  /** Whether they can be checked without anybody waiting. */
  readonly areFew: boolean;
}

/**
 * The files on which a verdict of these clauses rests, with as much of the rest of a large portfolio as can be checked
 * quickly: the deals of the same parties, else only what is linked to the clauses' own deals.
 */
export function concernedFiles(model: Model, clauses: readonly Clause[]): ConcernedFiles {
  const linked = linkedDeals(model, clauses);
  const ofParties = withFiles(model, sharingParties(model, clauses, linked));
  if (clauseCount(model, ofParties) <= MOST_CLAUSES) return { files: ofParties, areFew: true };
  const ofLinked = withFiles(model, linked);
  return { files: ofLinked, areFew: clauseCount(model, ofLinked) <= MOST_CLAUSES };
}

function clauseCount(model: Model, files: readonly ParsedFile[]): number {
  const paths = new Set(files.map(({ path }) => path));
  return model.deals.reduce((sum, { file, clauses }) => sum + (paths.has(file) ? clauses.length : 0), 0);
}

/** The clauses' deals, and all that amend, end, waive or are spoken of by one another among them. */
function linkedDeals(model: Model, clauses: readonly Clause[]): ReadonlySet<Deal> {
  const linked = new Set(clauses.map(({ deal }) => deal));
  const endedBy = endings(model);
  for (const deal of linked) {
    for (const other of [...amendedBy(model, deal), ...amendmentsOf(model, deal), ...(endedBy.get(deal) ?? [])]) {
      linked.add(other);
    }
    for (const path of pathsIn(deal)) {
      const other = dealOf(model, path);
      if (other) linked.add(other);
    }
  }
  return linked;
}

const dealOf = (model: Model, path: string): Deal | undefined =>
  model.dealsByName.get(path) ?? model.dealsByName.get(path.slice(0, path.indexOf('.')));

/** Who supersedes or terminates a deal, wholly or in part. */
function endings(model: Model): ReadonlyMap<Deal, readonly Deal[]> {
  const table = new Map<Deal, Deal[]>();
  for (const deal of model.deals) {
    for (const { path } of [...deal.supersedes, ...deal.terminates]) {
      const ended = dealOf(model, path);
      if (ended) table.set(ended, [...(table.get(ended) ?? []), deal]);
    }
  }
  return table;
}

const pathsIn = ({ supersedes, terminates, clauses }: Deal): string[] =>
  [
    ...supersedes,
    ...terminates,
    ...clauses.flatMap(({ subjectTo, notwithstanding, of }) => [...subjectTo, ...notwithstanding, ...(of ? [of] : [])]),
  ].map(({ path }) => path);

/** Every deal in which a party of the linked ones takes part. */
function sharingParties(model: Model, clauses: readonly Clause[], linked: ReadonlySet<Deal>): ReadonlySet<Deal> {
  const named = (expressions: readonly SetExpression[]): number[] => expressions.flatMap(termsNamedIn);
  const parties = new Set(clauses.flatMap(({ by, to }) => [...named(by), ...named(to)]));
  const concerned = model.deals.filter((deal) =>
    deal.clauses.some(({ by, to }) => [...named(by), ...named(to)].some((party) => parties.has(party))),
  );
  return new Set([...linked, ...concerned]);
}

/** The files of deals, and every file that declares words or readings. */
const withFiles = (model: Model, deals: ReadonlySet<Deal>): readonly ParsedFile[] => {
  const paths = new Set([...deals].map(({ file }) => file));
  return model.files.filter((file) => paths.has(file.path) || hasVocabulary(file));
};
