import type { Span } from '../conflicts/clashes.ts';
import { phraseExpression } from '../conflicts/describe.ts';
import type { Docket } from '../conflicts/docket.ts';
import type { Lens } from '../conflicts/lens.ts';
import { isOneRanked } from '../conflicts/pair.ts';
import { type Clause, SILENT, UNRESTRICTED } from '../model/model.ts';
import { dimensionIndex } from '../model/undertakings.ts';
import { isSubset } from '../terms/atom-set.ts';
import { addPeriod } from '../terms/calendar.ts';
import { type Decimal, decimalOf, formatMoney } from '../terms/money.ts';
import { expressionKey } from '../terms/set-expression.ts';
import { highestOf, lowestOf } from '../terms/time.ts';
import { listed } from '../text/words.ts';
import { clashFinding, type Told } from './clash-finding.ts';
import { namesFor } from './clause-reference.ts';
import { type CountedTogether, countedTogether } from './counted-together.ts';
import type { Finding } from './finding.ts';
import type { GroupedRule } from './grouped-rule.ts';
import type { RuleContext } from './rule-context.ts';
import { isAnyExceptedIn, mayReach, measuresLieIn, mustReach } from './shared-region.ts';

/** A minimum that is more than a limit between the same two parties allows. */
export const minimumsAboveCap: GroupedRule = {
  groupOf: (clause) =>
    !clause.broken && saysHowMuch(clause) && (isLimit(clause) || isDuty(clause)) ? sidesOf(clause) : undefined,
  check: (context, clauses) => {
    if (!clauses.some(isLimit)) return [];
    return countedTogether(context, clauses).flatMap((counted) => {
      const limits = counted.clauses.filter(isLimit);
      return counted.clauses
        .filter(isDuty)
        .flatMap((duty) => limits.flatMap((limit) => checkPair(context, counted, duty, limit) ?? []));
    });
  },
};

/** A minimum beside a limit, in what counts together. */
function checkPair(
  { docket }: RuleContext,
  { draft, concerns }: CountedTogether,
  duty: Clause,
  limit: Clause,
): Finding | undefined {
  const pair = [duty, limit];
  if (!concerns(pair) || isOneRanked(docket.model, duty, limit)) return undefined;
  const comparison = compareAmounts(docket, duty, limit);
  if (comparison.kind !== 'above') return undefined;
  const [owed, allowed] = pair.map(
    (clause): Span => ({
      ...docket.windowOf(clause, draft),
      while: clause.while,
      replacements: [],
    }),
  );
  // So much in all may be had before a limit begins, or when it is over.
  const isInAll = perOf(duty) === undefined && perOf(limit) === undefined;
  const clash = {
    clauses: pair,
    spans: [owed, allowed],
    ...(isInAll && { within: { inner: owed, outer: allowed } }),
  };
  return clashFinding(
    'minimum-above-cap',
    docket.lenses,
    pair,
    (lens) => {
      const limited = isAllLimited(lens, duty, limit);
      return limited === 'no' ? [] : [{ ...clash, isSure: limited === 'yes' }];
    },
    (lens, { isSure }) => tell(lens, duty, limit, comparison, isSure),
  );
}

/** Of other clauses there is nothing to compare. */
const saysHowMuch = ({ parameters }: Clause): boolean => parameters.has('amount') || parameters.has('quantity');
const isLimit = ({ kind }: Clause): boolean => kind.name === 'volume_limit';
const isDuty = ({ kind }: Clause): boolean => kind.effects.includes('obliges');

/** Why a minimum and a limit that meet cannot be compared. */
export type Incomparable = 'currencies' | 'measures' | 'periods';

export const WHY_INCOMPARABLE: Readonly<Record<Incomparable, string>> = {
  currencies: 'the two are in different currencies',
  measures: 'one is an amount of money, the other a number of things',
  periods: 'the two are for different periods, and it is not certain what they come to in one of them',
};

/** The minimums of which nothing can be said beside a limit that they meet. `groups` are those of {@link minimumsAboveCap}. */
export function* incomparableMinimums(
  docket: Docket,
  groups: Iterable<readonly Clause[]>,
): Generator<{ readonly kind: Incomparable; readonly duty: Clause; readonly limit: Clause }> {
  for (const group of groups) {
    const limits = group.filter(isLimit);
    if (limits.length === 0) continue;
    for (const duty of group.filter(isDuty)) {
      for (const limit of limits) {
        if ([duty, limit].some(({ deal }) => deal.notYet)) continue;
        const { kind } = compareAmounts(docket, duty, limit);
        if (kind !== 'above' && kind !== 'in order') yield { kind, duty, limit };
      }
    }
  }
}

type Comparison =
  | { readonly kind: 'above'; readonly demanded: string; readonly allowed: string }
  | { readonly kind: 'in order' | Incomparable };

const IN_ORDER: Comparison = { kind: 'in order' };

function tell(
  lens: Lens,
  duty: Clause,
  limit: Clause,
  { demanded, allowed }: Comparison & { kind: 'above' },
  isSure: boolean,
): Told {
  const [owed, cap] = namesFor([duty, limit]);
  const by = listed(duty.by.map((party) => phraseExpression(lens, party)));
  return {
    clauses: [duty, limit],
    message: `${owed} demands ${demanded}, but ${cap} allows at most ${allowed}`,
    example: `${by} owes ${demanded} where at most ${allowed} is allowed`,
    values: { by, demanded, allowed },
    bound: duty.by,
    objectors: duty.to,
    help: 'lower the minimum, or raise the limit',
    way: isSure
      ? undefined
      : {
          kind: 'membership',
          name: limit.name,
          text: `nobody has said whether all that ${owed} demands belongs to what ${cap} limits`,
          conflictWhen: 'all of it does',
          clearWhen: 'some of it does not',
        },
  };
}

function compareAmounts(docket: Docket, duty: Clause, limit: Clause): Comparison {
  const [demanded, allowed] = [measureOf(duty), measureOf(limit)];
  if (demanded.length === 0 || allowed.length === 0 || !mayMeet(docket, duty, limit)) return IN_ORDER;
  let told: Comparison | undefined;
  for (const one of demanded) {
    for (const other of allowed) {
      if (one.unit === other.unit) {
        const comparison = compareByPeriod(docket, duty, limit, one, other);
        if (comparison.kind === 'above') return comparison;
        if (told === undefined || comparison.kind === 'periods') told = comparison;
      }
    }
  }
  const currencyOf = (measures: readonly Measure[]) => measures.find(({ kind }) => kind === 'amount')?.unit;
  const [owed, limited] = [currencyOf(demanded), currencyOf(allowed)];
  if (owed !== undefined && limited !== undefined && owed !== limited) return { kind: 'currencies' };
  return told ?? { kind: 'measures' };
}

/** How much of a clause's region: an amount of money, or a number of things. */
interface Measure {
  readonly kind: 'amount' | 'quantity';
  readonly unit: string;
  readonly value: Decimal;
  readonly text: (value: Decimal) => string;
}

function measureOf({ parameters }: Clause): Measure[] {
  const found: Measure[] = [];
  const [amount, quantity] = ['amount', 'quantity'].map((name) => parameters.get(name));
  if (amount?.type === 'money') {
    const { amount: value, currency } = amount.money;
    const text = (one: Decimal): string => formatMoney({ amount: one, currency });
    found.push({ kind: 'amount', unit: currency, value, text });
  }
  if (quantity?.type === 'number') {
    found.push({ kind: 'quantity', unit: 'pieces', value: decimalOf(quantity.number), text: (one) => one.toFixed() });
  }
  return found;
}

function compareByPeriod(docket: Docket, duty: Clause, limit: Clause, demanded: Measure, allowed: Measure): Comparison {
  const [per, limitPer] = [perOf(duty), perOf(limit)];
  const { value, text } = demanded;
  if (per === limitPer || limitPer === undefined) {
    if (value.gt(allowed.value)) return { kind: 'above', demanded: text(value), allowed: text(allowed.value) };
    // So much in each of several periods may be more than a limit for the whole time.
    return per === limitPer ? IN_ORDER : { kind: 'periods' };
  }
  if (per === undefined) return value.gt(allowed.value) ? { kind: 'periods' } : IN_ORDER;
  const [months, limitMonths] = [MONTHS.get(per), MONTHS.get(limitPer)];
  if (months === undefined || limitMonths === undefined) return { kind: 'periods' };
  const longer = Math.max(months, limitMonths);
  const [most, least] = [allowed.value.times(longer / limitMonths), value.times(longer / months)];
  if (least.lte(most)) return IN_ORDER;
  if (!isCertainFor(docket, duty, limit, 2 * longer)) return { kind: 'periods' };
  return {
    kind: 'above',
    demanded: `${text(value)} a ${per}`,
    allowed: `${text(allowed.value)} a ${limitPer}`,
  };
}

const MONTHS: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
]);

/** Whether both are in force for so many months whatever happens: twice a period holds a whole one, wherever it begins. */
function isCertainFor(docket: Docket, duty: Clause, limit: Clause, months: number): boolean {
  const { timeline } = docket.lenses[0];
  const [one, other] = [docket.windowOf(duty), docket.windowOf(limit)];
  const from = Math.max(highestOf(one.start, timeline), highestOf(other.start, timeline));
  const until = Math.min(lowestOf(one.end, timeline), lowestOf(other.end, timeline));
  return from < until && addPeriod(from, { months, days: 0 }) <= until;
}

/** Whether all that is owed lies in what is limited under some reading, and there may be a day that both have. */
function mayMeet(docket: Docket, duty: Clause, limit: Clause): boolean {
  const [{ timeline }] = docket.lenses;
  const [one, other] = [docket.windowOf(duty), docket.windowOf(limit)];
  const from = Math.max(lowestOf(one.start, timeline), lowestOf(other.start, timeline));
  const until = Math.min(highestOf(one.end, timeline), highestOf(other.end, timeline));
  return from < until && docket.lenses.some((lens) => isAllLimited(lens, duty, limit) !== 'no');
}

/** Whether all that is owed lies in what is limited: `open` where that is undecided. What lies elsewhere can be owed beside it. */
function isAllLimited(lens: Lens, duty: Clause, limit: Clause): 'yes' | 'no' | 'open' {
  const { model } = lens;
  if (!measuresLieIn(duty, limit) || isAnyExceptedIn(lens, limit, duty)) return 'no';
  const act = dimensionIndex(model, 'act');
  const exploit = model.lookup('act', 'exploit');
  let found: 'yes' | 'open' = 'yes';
  for (let dimension = 0; dimension < limit.values.length; dimension++) {
    const [value, owed] = [limit.values[dimension], duty.values[dimension]];
    if (model.regionDimensions[dimension].measured) continue;
    const { atomCount, atomsOfTerm } = lens.taxonomy(dimension);
    // What says nothing of its act is about what is exploited.
    const isUsual = dimension === act && value === SILENT && exploit !== undefined;
    if (value === owed || (value <= UNRESTRICTED && !isUsual)) continue;
    if (owed <= UNRESTRICTED) return 'no';
    const [surely, maybe] = isUsual
      ? [atomsOfTerm(exploit), atomsOfTerm(exploit)]
      : [lens.mustCover(dimension, value), lens.mayCover(dimension, value)];
    if (isSubset(mayReach(lens, duty, dimension), surely, atomCount)) continue;
    if (!isSubset(mustReach(lens, duty, dimension), maybe, atomCount)) return 'no';
    found = 'open';
  }
  return found;
}

function perOf(clause: Clause): string | undefined {
  const per = clause.parameters.get('per');
  return per?.type === 'text' ? per.text : undefined;
}

/** The clauses of a deal have most often the same: the last is kept. */
let lastSides: (Pick<Clause, 'by' | 'to'> & { readonly text: string }) | undefined;

/** The parties on both sides, whichever of them promises. */
function sidesOf({ by, to }: Clause): string {
  if (lastSides?.by !== by || lastSides.to !== to) lastSides = { by, to, text: sidesText(by, to) };
  return lastSides.text;
}

function sidesText(by: Clause['by'], to: Clause['to']): string {
  if (by.length !== 1 || to.length !== 1) return [...by, ...to].map(expressionKey).sort().join();
  const one = expressionKey(by[0]);
  const other = expressionKey(to[0]);
  return one < other ? `${one},${other}` : `${other},${one}`;
}
