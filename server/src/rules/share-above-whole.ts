import type { Lens } from '../conflicts/lens.ts';
import type { Clause } from '../model/model.ts';
import { formatDay } from '../terms/calendar.ts';
import { type Decimal, formatShare, sum } from '../terms/money.ts';
import { expressionKey } from '../terms/set-expression.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import type { GroupedRule } from './grouped-rule.ts';
import { clauseFinding, type RuleContext } from './rule-context.ts';
import { type SharedRegion, shareWith, wholeRegion } from './shared-region.ts';

/** A share of one whole: who holds it, how much, on which days (first in force, first no longer in force). */
interface Stake {
  readonly clause: Clause;
  readonly holder: string;
  readonly share: Decimal;
  readonly start: number;
  readonly end: number;
}

/** Shares of one issuer, or of one party's requirement, that come to more than the whole on some day. */
export const sharesAboveWhole: GroupedRule = {
  groupOf: (clause) => {
    if (clause.broken || clause.parameters.get('share')?.type !== 'share') return undefined;
    if (clause.kind.name === 'equity') {
      const issuer = clause.parameters.get('issuer');
      return issuer?.type === 'party' ? `issuer ${issuer.parties.join()}` : undefined;
    }
    const isRequirement = clause.kind.effects.some((effect) => effect === 'obliges' || effect === 'excludes');
    return isRequirement ? `requirement ${clause.by.map(expressionKey).join()}` : undefined;
  },
  check: (context, clauses) => {
    const isEquity = clauses[0].kind.name === 'equity';
    const stakes = clauses.flatMap((clause) => stakeOf(context, clause, isEquity ? holderOf(clause) : owedTo(clause)));
    const finding = tooMuchOf(context.docket.lenses[0], stakes, !isEquity);
    return finding ? [finding] : [];
  },
};

const owedTo = ({ to }: Clause): string => to.map(expressionKey).join();

function holderOf(clause: Clause): string {
  const holder = clause.parameters.get('holder');
  return holder?.type === 'party' ? holder.parties.join() : owedTo(clause);
}

function stakeOf({ docket }: RuleContext, clause: Clause, holder: string): Stake[] {
  const share = clause.parameters.get('share');
  if (share?.type !== 'share') return [];
  const { start, end } = docket.windowOf(clause);
  const { timeline } = docket.lenses[0];
  return [{ clause, holder, share: share.share, start: lowestOf(start, timeline), end: highestOf(end, timeline) }];
}

/** The first day on which the stakes that count come to more than all. */
function tooMuchOf(lens: Lens, stakes: readonly Stake[], byRegion: boolean): Finding | undefined {
  const days = [...new Set(stakes.map(({ start }) => start))].sort((a, b) => a - b);
  for (const day of days) {
    const counting = latestOn(stakes, day, byRegion);
    const together = byRegion ? heaviestTogether(lens, counting) : counting;
    const total = sum(together.map(({ share }) => share));
    if (!total.gt(1)) continue;
    const newest = [...together].sort((a, b) => b.start - a.start);
    const names = newest.map(({ clause }) => shortName(clause)).join(', ');
    return clauseFinding(
      'share-above-whole',
      'error',
      newest.map(({ clause }) => clause),
      `${names} ${newest.length === 1 ? 'comes' : 'come'} to ${formatShare(total)} of one whole from ${formatDay(Math.max(...together.map(({ start }) => start)))}`,
      { verdict: 'conflict', help: 'correct a share, or say when the earlier one ends' },
    );
  }
  return undefined;
}

/** Of each holder, the latest stake on a day, if it is still in force. */
function latestOn(stakes: readonly Stake[], day: number, everyRegion: boolean): Stake[] {
  const latest = new Map<string, Stake>();
  for (const stake of stakes) {
    if (stake.start > day) continue;
    const key = everyRegion ? `${stake.holder} ${stake.clause.values.join()}` : stake.holder;
    const known = latest.get(key);
    if (!known || stake.start >= known.start) latest.set(key, stake);
  }
  return [...latest.values()].filter(({ end }) => end > day);
}

const MOST_STEPS = 10_000;

/** The stakes that weigh most among those that share a region. */
function heaviestTogether(lens: Lens, stakes: readonly Stake[]): readonly Stake[] {
  let best: readonly Stake[] = [];
  let heaviest = sum([]);
  let steps = 0;
  const extend = (chosen: readonly Stake[], region: SharedRegion, from: number): void => {
    const weight = sum(chosen.map(({ share }) => share));
    if (weight.gt(heaviest)) {
      heaviest = weight;
      best = chosen;
    }
    for (let index = from; index < stakes.length && steps < MOST_STEPS; index++) {
      steps++;
      const { clause, start, end } = stakes[index];
      const shared = shareWith(lens, region, clause, start, end);
      if (shared) extend([...chosen, stakes[index]], shared, index + 1);
    }
  };
  extend([], wholeRegion(lens, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY), 0);
  return best;
}
