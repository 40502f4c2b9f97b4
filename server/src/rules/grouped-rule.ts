import type { Clause } from '../model/model.ts';
import type { Finding } from './finding.ts';
import type { RuleContext } from './rule-context.ts';

/** A rule about clauses that belong together, each group by itself. */
export interface GroupedRule {
  /** The group that a clause belongs to; none where the rule does not concern it. */
  readonly groupOf: (clause: Clause) => string | undefined;
  /** `clauses` in the order of the texts. */
  readonly check: (context: RuleContext, clauses: readonly Clause[]) => readonly Finding[];
}

export function addToGroups({ groupOf }: GroupedRule, groups: Map<string, Clause[]>, clauses: Iterable<Clause>): void {
  for (const clause of clauses) {
    const key = groupOf(clause);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(clause);
    else groups.set(key, [clause]);
  }
}

/** The groups of some clauses. */
export function groupsOf(rule: GroupedRule, clauses: Iterable<Clause>): Map<string, Clause[]> {
  const groups = new Map<string, Clause[]>();
  addToGroups(rule, groups, clauses);
  return groups;
}
