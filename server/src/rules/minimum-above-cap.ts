import type { Clause } from '../model/model.ts';
import { compare, formatMoney } from '../terms/money.ts';
import { expressionKey } from '../terms/set-expression.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import type { GroupedRule } from './grouped-rule.ts';
import { clauseFinding, type RuleContext } from './rule-context.ts';
import { shareWith, wholeRegion } from './shared-region.ts';

/** A minimum that is more than a limit between the same two parties allows. */
export const minimumsAboveCap: GroupedRule = {
  groupOf: (clause) => (!clause.broken && (isLimit(clause) || isDuty(clause)) ? sidesOf(clause) : undefined),
  check: (context, clauses) => {
    const limits = clauses.filter(isLimit);
    if (limits.length === 0) return [];
    return clauses.filter(isDuty).flatMap((duty) => limits.flatMap((limit) => compareWith(context, duty, limit) ?? []));
  },
};

const isLimit = ({ kind }: Clause): boolean => kind.name === 'volume_limit';
const isDuty = ({ kind }: Clause): boolean => kind.effects.includes('obliges');

function compareWith({ docket }: RuleContext, duty: Clause, limit: Clause): Finding | undefined {
  const above = exceeds(duty, limit);
  if (!above) return undefined;
  const lens = docket.lenses[0];
  const daysOf = (clause: Clause): [number, number] => {
    const { start, end } = docket.windowOf(clause);
    return [lowestOf(start, lens.timeline), highestOf(end, lens.timeline)];
  };
  const region = shareWith(lens, wholeRegion(lens, ...daysOf(limit)), limit, ...daysOf(limit));
  if (!region || !shareWith(lens, region, duty, ...daysOf(duty))) return undefined;
  return clauseFinding(
    'minimum-above-cap',
    'error',
    [duty, limit],
    `${shortName(duty)} demands ${above[0]}, but ${shortName(limit)} allows at most ${above[1]}`,
    { verdict: 'conflict', help: 'lower the minimum, or raise the limit' },
  );
}

/** The parties on both sides, whichever of them promises. */
function sidesOf({ by, to }: Clause): string {
  if (by.length !== 1 || to.length !== 1) return [...by, ...to].map(expressionKey).sort().join();
  const one = expressionKey(by[0]);
  const other = expressionKey(to[0]);
  return one < other ? `${one},${other}` : `${other},${one}`;
}

function exceeds(duty: Clause, limit: Clause): [string, string] | undefined {
  if (perOf(duty) !== undefined && perOf(limit) !== undefined && perOf(duty) !== perOf(limit)) return undefined;
  const [amount, most] = [duty.parameters.get('amount'), limit.parameters.get('amount')];
  if (amount?.type === 'money' && most?.type === 'money' && amount.money.currency === most.money.currency) {
    if (compare(amount.money.amount, most.money.amount) > 0)
      return [formatMoney(amount.money), formatMoney(most.money)];
  }
  const [quantity, cap] = [duty.parameters.get('quantity'), limit.parameters.get('quantity')];
  if (quantity?.type === 'number' && cap?.type === 'number' && quantity.number > cap.number) {
    return [String(quantity.number), String(cap.number)];
  }
  return undefined;
}

function perOf(clause: Clause): string | undefined {
  const per = clause.parameters.get('per');
  return per?.type === 'text' ? per.text : undefined;
}
