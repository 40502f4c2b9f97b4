import type { PairVerdict } from '../conflicts/pair.ts';
import { type Clause, inTextOrder } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import type { Finding } from '../rules/finding.ts';
import { ORDER_OF_VERDICTS } from './verdict-words.ts';

/** Another clause that a clause meets, and what was found of the two. */
export interface Meeting {
  readonly other: Clause;
  readonly pair: PairVerdict;
  /** What is reported of them; absent where it is silenced, or its rule is off. */
  readonly finding?: Finding;
}

/** The worst verdict first, then in the order of the texts. */
export const worstFirst = (a: Meeting, b: Meeting): number =>
  ORDER_OF_VERDICTS.indexOf(a.pair.verdict) - ORDER_OF_VERDICTS.indexOf(b.pair.verdict) ||
  inTextOrder(a.other, b.other);

interface Tables {
  readonly pairs: ReadonlyMap<Clause, readonly PairVerdict[]>;
  /** By the names of both clauses, the one that deals first. */
  readonly findings: ReadonlyMap<string, Finding>;
}

const known = new WeakMap<Analysis, Tables>();
const NONE: readonly PairVerdict[] = [];

/** The clauses that a clause meets, the worst verdict first. */
export function meetingsOf(analysis: Analysis, clause: Clause): readonly Meeting[] {
  const { pairs, findings } = tablesOf(analysis);
  return (pairs.get(clause) ?? NONE)
    .map((pair): Meeting => {
      const finding = findings.get(keyOf(pair.deal.name, pair.restraint.name));
      const other = pair.deal === clause ? pair.restraint : pair.deal;
      return finding ? { other, pair, finding } : { other, pair };
    })
    .sort(worstFirst);
}

function tablesOf(analysis: Analysis): Tables {
  let tables = known.get(analysis);
  if (!tables) {
    tables = { pairs: byClause(analysis.pairs), findings: findingsOfPairs(analysis.findings) };
    known.set(analysis, tables);
  }
  return tables;
}

function byClause(pairs: readonly PairVerdict[]): ReadonlyMap<Clause, readonly PairVerdict[]> {
  const table = new Map<Clause, PairVerdict[]>();
  const add = (clause: Clause, pair: PairVerdict): void => {
    const found = table.get(clause);
    if (found) found.push(pair);
    else table.set(clause, [pair]);
  };
  for (const pair of pairs) {
    add(pair.deal, pair);
    if (pair.restraint !== pair.deal) add(pair.restraint, pair);
  }
  return table;
}

const OF_PAIRS: ReadonlySet<string> = new Set([
  ...['exclusive-overlap', 'exclusive-deadlock', 'forbidden-use', 'first-refusal', 'most-favoured', 'not-checked'],
]);

function findingsOfPairs(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const table = new Map<string, Finding>();
  for (const finding of findings) {
    if (!OF_PAIRS.has(finding.rule) || finding.clauses.length !== 2) continue;
    table.set(keyOf(finding.clauses[0].name, finding.clauses[1].name), finding);
  }
  return table;
}

const keyOf = (deal: string, restraint: string): string => `${deal} ${restraint}`;
