import type { Clause } from '../model/model.ts';
import type { Finding } from './finding.ts';
import { addToGroups, type GroupedRule, groupsOf } from './grouped-rule.ts';
import { minimumsAboveCap } from './minimum-above-cap.ts';
import type { RuleContext } from './rule-context.ts';
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
