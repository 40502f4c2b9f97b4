import type { Clause } from '../model/model.ts';
import { namesFor } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { addToGroups, type GroupedRule, groupsOf } from './grouped-rule.ts';
import { incomparableMinimums, minimumsAboveCap, WHY_INCOMPARABLE } from './minimum-above-cap.ts';
import { clauseFinding, type RuleContext } from './rule-context.ts';
import { sharesAboveWhole } from './share-above-whole.ts';

/** The rules that add clauses up or compare how much they say. */
export const quantityRules: readonly GroupedRule[] = [sharesAboveWhole, minimumsAboveCap];

/** What is found of all that is counted together with some clauses. */
export const checkQuantitiesBeside = (context: RuleContext, some: readonly Clause[]): Finding[] =>
  quantityRules.flatMap((rule) => {
    const keys = new Set(groupsOf(rule, some).keys());
    if (keys.size === 0) return [];
    const groups = new Map<string, Clause[]>();
    addToGroups(rule, groups, context.model.clauses);
    return [...keys].flatMap((key) => rule.check(context, groups.get(key) ?? []));
  });

/** What some clauses say of how much and cannot be held against what others say. */
export function quantitiesNotCompared({ model, docket }: RuleContext, some: readonly Clause[]): Finding[] {
  const groups = groupsOf(minimumsAboveCap, some).size === 0 ? [] : groupsOf(minimumsAboveCap, model.clauses).values();
  return [...incomparableMinimums(docket, groups)].flatMap(({ kind, duty, limit }) => {
    const pair = [duty, limit];
    if (!pair.some((clause) => some.includes(clause))) return [];
    const [minimum, cap] = namesFor(pair);
    return clauseFinding(
      'not-checked',
      'warning',
      pair,
      `${minimum} is not held against ${cap}: ${WHY_INCOMPARABLE[kind]}`,
      {
        help: 'write both in the same way, or compare them yourself',
      },
    );
  });
}
