import type { Revision } from '../conflicts/docket.ts';
import type { PairVerdict } from '../conflicts/pair.ts';
import { type Clause, clausesOf, type Deal, inTextOrder, SILENT, type ValueId } from '../model/model.ts';
import { dimensionIndex } from '../model/undertakings.ts';
import { checkSublicence, isSublicence } from '../rules/chain-of-title.ts';
import type { Finding } from '../rules/finding.ts';
import { addToGroups, type GroupedRule, groupsOf } from '../rules/grouped-rule.ts';
import { pairFinding } from '../rules/pair-finding.ts';
import type { RuleContext } from '../rules/rule-context.ts';
import { sharesAboveWhole } from '../rules/share-above-whole.ts';

/** What findings came and went when deals did. */
export interface FindingChange {
  readonly gone: readonly Finding[];
  readonly fresh: readonly Finding[];
}

/** Deals that came in the place of others. */
export interface DealsChanged {
  readonly gone: readonly Deal[];
  readonly fresh: readonly Deal[];
}

/** The findings of a rule that looks at clauses of several files, kept up with the deals. */
export interface StandingRule {
  /** Takes in clauses of the portfolio before the first check: each once, in the order of the texts. */
  readonly takeIn: (clauses: readonly Clause[]) => void;
  readonly first: (context: RuleContext) => readonly Finding[];
  readonly change: (context: RuleContext, deals: DealsChanged, pairs: Revision) => FindingChange;
}

export const standingRules = (): readonly StandingRule[] => [
  standingPairs(),
  standingGroups(sharesAboveWhole),
  standingSublicences(),
];

function standingPairs(): StandingRule {
  const found = new Map<PairVerdict, Finding>();
  const add = (pairs: readonly PairVerdict[]): Finding[] =>
    pairs.flatMap((pair) => {
      const finding = pairFinding(pair);
      if (!finding) return [];
      found.set(pair, finding);
      return [finding];
    });
  return {
    takeIn: () => {},
    first: ({ docket }) => add(docket.pairs().pairs),
    change: (_, __, { gone, fresh }) => {
      const undone = gone.flatMap((pair) => found.get(pair) ?? []);
      for (const pair of gone) found.delete(pair);
      return { gone: undone, fresh: add(fresh) };
    },
  };
}

/** A rule about groups of clauses, and the groups as they are. */
export interface StandingGroups extends StandingRule {
  readonly groups: () => Iterable<readonly Clause[]>;
}

export function standingGroups(rule: GroupedRule): StandingGroups {
  const groups = new Map<string, Clause[]>();
  const found = new Map<string, readonly Finding[]>();
  const check = (context: RuleContext, key: string): readonly Finding[] => {
    const clauses = groups.get(key) ?? [];
    const findings = clauses.length === 0 ? [] : rule.check(context, clauses);
    if (findings.length > 0) found.set(key, findings);
    else found.delete(key);
    return findings;
  };
  return {
    groups: () => groups.values(),
    takeIn: (clauses) => addToGroups(rule, groups, clauses),
    first: (context) => [...groups.keys()].flatMap((key) => check(context, key)),
    change: (context, { gone, fresh }) => {
      const [left, came] = [groupsOf(rule, clausesOf(gone)), groupsOf(rule, clausesOf(fresh))];
      const keys = [...new Set([...left.keys(), ...came.keys()])];
      const undone = keys.flatMap((key) => found.get(key) ?? []);
      for (const key of keys) {
        const out = new Set(left.get(key));
        const rest = (groups.get(key) ?? []).filter((clause) => !out.has(clause));
        groups.set(key, [...rest, ...(came.get(key) ?? [])].sort(inTextOrder));
      }
      return { gone: undone, fresh: keys.flatMap((key) => check(context, key)) };
    },
  };
}

/** A sublicence rests on whatever its grantor was permitted. */
function standingSublicences(): StandingRule {
  const granted: Clause[] = [];
  const found = new Map<Clause, readonly Finding[]>();
  const check = (context: RuleContext, clauses: readonly Clause[]): Finding[] =>
    clauses.flatMap((clause) => {
      const findings = checkSublicence(context, clause);
      found.set(clause, findings);
      return findings;
    });
  return {
    takeIn: (clauses) => {
      for (const clause of clauses) if (isSublicence(clause)) granted.push(clause);
    },
    first: (context) => check(context, granted.splice(0)),
    change: (context, { gone, fresh }) => {
      const left = new Set(clausesOf(gone).filter((clause) => found.has(clause)));
      const undone = [...left].flatMap((clause) => found.get(clause) ?? []);
      for (const clause of left) found.delete(clause);
      const came = clausesOf(fresh).filter(isSublicence);
      if (found.size === 0 && came.length === 0) return { gone: undone, fresh: [] };
      const receivers = receiversIn(context, [...gone, ...fresh]);
      const again = [...found.keys()].filter((clause) =>
        context.docket
          .undertakings(clause)
          .some(({ by }) => by !== SILENT && receivers.some((to) => context.docket.mayShareParty(to, by))),
      );
      for (const clause of again) undone.push(...(found.get(clause) ?? []));
      return { gone: undone, fresh: check(context, [...again, ...came]) };
    },
  };
}

/** Every value of parties that deals may permit something to. */
function receiversIn({ model }: RuleContext, deals: readonly Deal[]): ValueId[] {
  const parties = dimensionIndex(model, 'with');
  const named = clausesOf(deals).flatMap(({ to, by, mutual }) => (mutual ? [...to, ...by] : to));
  return [...new Set(named.map((party) => model.intern(parties, party)))];
}
