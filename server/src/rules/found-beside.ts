import type { PairVerdict } from '../conflicts/pair.ts';
import { type Verdict, worst } from '../conflicts/verdict.ts';
import type { Clause } from '../model/model.ts';
import { isSublicence } from './chain-of-title.ts';
import type { Finding } from './finding.ts';
import { quantityRules } from './quantities.ts';

/** Whether what is found of two clauses may hang on others as well: they are added up, or the one rests on what is granted. */
export const hangsOnOthers = (first: Clause, second: Clause): boolean =>
  [first, second].some((clause) => isSublicence(clause) || clause.kind.name === 'tranche') ||
  quantityRules.some(({ groupOf }) => {
    const group = groupOf(first);
    return group !== undefined && group === groupOf(second);
  });

/** What is found of two clauses that no judgement of the pair knows. */
export const foundBeside = (findings: readonly Finding[], first: Clause, second: Clause): Finding[] =>
  hangsOnOthers(first, second)
    ? findings.filter(
        ({ rule, verdict, clauses }) =>
          verdict !== undefined && BESIDE_PAIRS.has(rule) && clauses.some(({ name }) => name === second.name),
      )
    : [];

const BESIDE_PAIRS: ReadonlySet<string> = new Set([
  'share-above-whole',
  'minimum-above-cap',
  'tranche-sum',
  'chain-of-title',
]);

/** The verdict of a pair with what is found beside it, as one reading has it where one is given. */
export function worstWith(
  verdict: PairVerdict['verdict'],
  others: readonly Finding[],
  reading?: string,
): PairVerdict['verdict'] {
  if (verdict === 'too complex') return verdict;
  const found = others.map((one) => (reading === undefined ? one.verdict : one.verdictByReading?.[reading]));
  return worst([verdict, ...found.filter((one): one is Verdict => one !== undefined)]);
}
