import type { Clause } from '../model/model.ts';
import { formatMoney, type Money, sum } from '../terms/money.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { clauseFinding } from './rule-context.ts';

const amountOf = (clause: Clause): Money | undefined => {
  const value = clause.parameters.get('amount');
  return value?.type === 'money' ? value.money : undefined;
};

/** Tranches that do not add up to the amount they are part of. */
export function checkTrancheSums(clauses: readonly Clause[]): readonly Finding[] {
  let tranches: Map<Clause, Clause[]> | undefined;
  for (const clause of clauses) {
    if (!clause.parent || clause.kind.name !== 'tranche' || clause.broken) continue;
    tranches ??= new Map();
    const known = tranches.get(clause.parent);
    if (known) known.push(clause);
    else tranches.set(clause.parent, [clause]);
  }
  if (tranches === undefined) return NONE;
  const found: Finding[] = [];
  for (const [whole, parts] of tranches) {
    const finding = checkOne(whole, parts);
    if (finding) found.push(finding);
  }
  return found;
}

const NONE: readonly Finding[] = [];

function checkOne(whole: Clause, parts: readonly Clause[]): Finding | undefined {
  const amount = amountOf(whole);
  const amounts = parts.map(amountOf);
  if (!amount || !amounts.every((one) => one !== undefined)) return undefined;
  const stranger = amounts.find(({ currency }) => currency !== amount.currency);
  if (stranger) {
    return clauseFinding(
      'tranche-sum',
      'error',
      [whole, ...parts],
      `${shortName(whole)} is in ${amount.currency}, but a tranche of it in ${stranger.currency}`,
      { verdict: 'conflict', help: 'write the tranches in the currency of the whole' },
    );
  }
  const total = sum(amounts.map((one) => one.amount));
  if (total.eq(amount.amount)) return undefined;
  const written = formatMoney({ amount: total, currency: amount.currency });
  return clauseFinding(
    'tranche-sum',
    'error',
    [whole, ...parts],
    `the tranches of ${shortName(whole)} add up to ${written}, not to ${formatMoney(amount)}`,
    { verdict: 'conflict', help: 'correct the amounts, or add the tranche that is missing' },
  );
}
