import type { Span } from '../conflicts/clashes.ts';
import { phraseExpression } from '../conflicts/describe.ts';
import type { Lens } from '../conflicts/lens.ts';
import { isOneRanked } from '../conflicts/pair.ts';
import { type Clause, inTextOrder } from '../model/model.ts';
import { FIRST_DAY, NEVER } from '../terms/calendar.ts';
import { type Decimal, formatShare, parseShare, sum } from '../terms/money.ts';
import { expressionKey, type SetExpression } from '../terms/set-expression.ts';
import { day as onDay, type Time } from '../terms/time.ts';
import { listed } from '../text/words.ts';
import { type ClauseClash, clashFindings, type Told } from './clash-finding.ts';
import { namesFor } from './clause-reference.ts';
import { type CountedTogether, countedTogether } from './counted-together.ts';
import type { DecidingFact, Finding } from './finding.ts';
import type { GroupedRule } from './grouped-rule.ts';
import type { RuleContext } from './rule-context.ts';
import {
  covers,
  isExcepted,
  isSameRegion,
  measuresMeet,
  type SharedRegion,
  shareWith,
  wholeRegion,
} from './shared-region.ts';

/** A share of one whole, and whose it is. */
interface Stake extends Span {
  readonly clause: Clause;
  readonly holder: string;
  readonly share: Decimal;
}

interface ShareClash extends ClauseClash {
  readonly stakes: readonly Stake[];
}

/** Shares of one issuer, or of one party's requirement, that come to more than the whole on some day. */
export const sharesAboveWhole: GroupedRule = {
  groupOf: (clause) => {
    if (clause.broken || shareOf(clause) === undefined) return undefined;
    const issuer = issuerOf(clause);
    if (issuer) return `issuer ${issuer.join()}`;
    return isRequirement(clause) ? `requirement ${clause.by.map(expressionKey).join()}` : undefined;
  },
  check: (context, clauses) => {
    // Mostly there is one, or all of them together are no more than the whole.
    if (!sum(clauses.map((clause) => shareOf(clause)!)).gt(1)) return [];
    const isEquity = clauses[0].kind.name === 'equity';
    // Without a part, nothing is added up: two who are each to have all are told of as a pair.
    if (!isEquity && !clauses.some((clause) => isPart(clause) || isMoreThanAll(clause))) return [];
    return countedTogether(context, clauses).flatMap((counted) => checkOne(context, counted, isEquity));
  },
};

function checkOne({ docket }: RuleContext, counted: CountedTogether, isEquity: boolean): readonly Finding[] {
  const stakes = stakesOf(counted, (clause) => docket.windowOf(clause, counted.draft), isEquity);
  const clashesUnder = (lens: Lens): readonly ShareClash[] | 'too complex' => {
    const found = isEquity ? stakeClashes(stakes) : requirementClashes(lens, stakes);
    return found === 'too complex' ? found : found.filter(({ clauses }) => counted.concerns(clauses));
  };
  return clashFindings('share-above-whole', docket.lenses, counted.clauses, clashesUnder, (lens, clash) =>
    isEquity ? tellStakes(lens, clash) : tellRequirements(lens, clash),
  );
}

/** A share that is written, or that the kind takes for granted. */
function shareOf({ kind, parameters }: Clause): Decimal | undefined {
  const parameter = kind.parameters.get('share');
  if (parameter?.type !== 'share') return undefined;
  const written = parameters.get('share');
  if (written) return written.type === 'share' ? written.share : undefined;
  return parameter.default === undefined ? undefined : parseShare(parameter.default);
}

function issuerOf({ kind, parameters }: Clause): readonly number[] | undefined {
  const issuer = kind.name === 'equity' ? parameters.get('issuer') : undefined;
  return issuer?.type === 'party' ? issuer.parties : undefined;
}

/** Whether it is about what the promisor needs, not about what it is paid. */
const isRequirement = ({ kind }: Clause): boolean =>
  kind.effects.some((effect) => effect === 'obliges' || effect === 'excludes') && !PAID.has(kind.name);

const PAID: ReadonlySet<string> = new Set(['pay', 'revenue_share']);

const isPart = (clause: Clause): boolean => shareOf(clause)!.lt(1);

const isMoreThanAll = (clause: Clause): boolean => shareOf(clause)!.gt(1);

const partiesOf = (parties: readonly number[]): SetExpression[] => parties.map((term) => ({ kind: 'term', term }));

function holderOf(clause: Clause): readonly SetExpression[] {
  const holder = clause.kind.name === 'equity' ? clause.parameters.get('holder') : undefined;
  return holder?.type === 'party' ? partiesOf(holder.parties) : clause.to;
}

/** Of each holder, the latest stake counts: each is replaced by those that start later. */
function stakesOf(
  { clauses }: CountedTogether,
  windowOf: (clause: Clause) => { readonly start: Time; readonly end: Time },
  isEquity: boolean,
): Stake[] {
  const byHolder = new Map<string, Clause[]>();
  const keyOf = (clause: Clause): string => {
    const holder = holderOf(clause).map(expressionKey).join();
    if (isEquity) return holder;
    return `${holder} ${clause.values.join()} ${JSON.stringify([...(clause.measures ?? [])])}`;
  };
  const inOrder = [...clauses].sort(inTextOrder);
  for (const clause of inOrder) {
    const key = keyOf(clause);
    const known = byHolder.get(key);
    if (known) known.push(clause);
    else byHolder.set(key, [clause]);
  }
  return inOrder.map((clause) => {
    const holder = keyOf(clause);
    const others = byHolder.get(holder)!;
    const own = others.indexOf(clause);
    const replacements = others.flatMap((other, at) =>
      at === own ? [] : [{ start: windowOf(other).start, winsTies: at > own }],
    );
    return { ...windowOf(clause), clause, holder, share: shareOf(clause)!, while: clause.while, replacements };
  });
}

const MOST_CLASHES = 400;

/** Stakes that are more than the whole together, and would not be without any one of them. */
function stakeClashes(stakes: readonly Stake[]): ShareClash[] | 'too complex' {
  const open = new Set(stakes.filter((stake) => !isDated(stake)).map(({ holder }) => holder));
  const dated = stakes.filter(({ holder }) => !open.has(holder)).map(datedSpan);
  const floating = stakes.filter(({ holder }) => open.has(holder)).sort((a, b) => b.share.cmp(a.share));
  const edges = [...new Set(dated.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const found: ShareClash[] = [];
  /** Adds one stake a holder until it is too much. */
  const extend = (within: readonly Stake[], span: readonly Span[], chosen: readonly Stake[], from: number): void => {
    const counted = [...within, ...chosen];
    if (sum(counted.map(({ share }) => share)).gt(1)) {
      found.push(clashOf(counted, [...span, ...chosen], true));
      return;
    }
    for (let index = from; index < floating.length && found.length <= MOST_CLASHES; index++) {
      const next = floating[index];
      if (!chosen.some(({ holder }) => holder === next.holder)) extend(within, span, [...chosen, next], index + 1);
    }
  };
  // Between two edges the dated stakes are what they are: they count as one.
  for (let at = -1; at < edges.length; at++) {
    const [from, until] = [edges[at], edges[at + 1]];
    const within = dated.filter((one) => from !== undefined && one.from <= from && one.until > from);
    if (within.length === 0 && floating.length === 0) continue;
    extend(
      within.map(({ stake }) => stake),
      stretch(from, until),
      [],
      0,
    );
  }
  return found.length > MOST_CLASHES ? 'too complex' : found;
}

const stretch = (from: number | undefined, until: number | undefined): readonly Span[] => [
  { start: onDay(from ?? FIRST_DAY), end: onDay(until ?? NEVER), replacements: [] },
];

const isDated = (stake: Stake): boolean => !stake.while && stake.start.kind === 'day' && stake.end.kind === 'day';

/** The days on which a stake counts whose holder has dated ones alone. */
function datedSpan(stake: Stake) {
  const dayOf = (time: Time): number => (time.kind === 'day' ? time.day : NEVER);
  const from = dayOf(stake.start);
  const later = stake.replacements.filter(
    (one) => dayOf(one.start) > from || (one.winsTies && dayOf(one.start) === from),
  );
  return { stake, from, until: Math.max(from, Math.min(dayOf(stake.end), ...later.map((one) => dayOf(one.start)))) };
}

const clashOf = (stakes: readonly Stake[], spans: readonly Span[], isSure: boolean): ShareClash => ({
  stakes,
  clauses: stakes.map(({ clause }) => clause),
  spans,
  isSure,
});

/** Shares of what is needed that share a region, one of them a part: all of one region, or a way is left to buy beside it. */
function requirementClashes(lens: Lens, stakes: readonly Stake[]): ShareClash[] | 'too complex' {
  const parts = stakes.filter(({ share }) => share.lt(1)).sort((a, b) => b.share.cmp(a.share));
  const wholes = stakes.filter(({ share }) => share.gte(1));
  const found: ShareClash[] = wholes.flatMap((whole) =>
    isMoreThanAll(whole.clause) ? [clashOf([whole], [whole], true)] : [],
  );
  const add = (chosen: readonly Stake[], region: SharedRegion): void => {
    if (chosen.some(({ clause }) => isExcepted(lens, region, clause))) return;
    const yielding = chosen.some((one, at) =>
      chosen.slice(at + 1).some((other) => isOneRanked(lens.model, one.clause, other.clause)),
    );
    if (!yielding) found.push(clashOf(chosen, chosen, isOneRequirement(lens, chosen)));
  };
  const extend = (chosen: readonly Stake[], region: SharedRegion, from: number): void => {
    if (sum(chosen.map(({ share }) => share)).gt(1)) {
      add(chosen, region);
      return;
    }
    for (let index = from; index < parts.length && found.length <= MOST_CLASHES; index++) {
      const next = parts[index];
      // What is bought from one supplier for one promise counts for another of them too.
      if (chosen.some((one) => isOfOneSupplier(one, next))) continue;
      const shared = chosen.every(({ clause }) => measuresMeet(clause, next.clause))
        ? shareWith(lens, region, next.clause)
        : undefined;
      if (shared) extend([...chosen, next], shared, index + 1);
    }
  };
  extend([], wholeRegion(lens), 0);
  for (const part of parts) {
    const region = shareWith(lens, wholeRegion(lens), part.clause);
    if (!region) continue;
    for (const whole of wholes) {
      if (isOfOneSupplier(whole, part)) continue;
      const shared = measuresMeet(part.clause, whole.clause) ? shareWith(lens, region, whole.clause) : undefined;
      if (shared) add([whole, part], shared);
      if (found.length > MOST_CLASHES) break;
    }
  }
  return found.length > MOST_CLASHES ? 'too complex' : found;
}

/** Who has all has the part as well. */
const isOfOneSupplier = (whole: Stake, part: Stake): boolean =>
  whole.clause.to.map(expressionKey).join() === part.clause.to.map(expressionKey).join();

/** Whether what is promised of the smallest region is promised of it by all. */
function isOneRequirement(lens: Lens, stakes: readonly Stake[]): boolean {
  const [part] = stakes.filter(({ share }) => share.lt(1));
  return stakes.every(({ clause, share }) =>
    share.lt(1) ? isSameRegion(lens, clause, part.clause) : covers(lens, clause, part.clause),
  );
}

const total = (stakes: readonly Stake[]): string => formatShare(sum(stakes.map(({ share }) => share)));

/** What came last, first: that is where it became too much. */
function newestFirst(stakes: readonly Stake[]): readonly Stake[] {
  const startOf = ({ start }: Stake): number => (start.kind === 'day' ? start.day : NEVER);
  return [...stakes].sort((a, b) => startOf(b) - startOf(a));
}

function tellStakes(lens: Lens, { stakes }: ShareClash): Told {
  const newest = newestFirst(stakes);
  const clauses = newest.map(({ clause }) => clause);
  const issuer = partiesOf(issuerOf(clauses[0]) ?? []);
  const whole = issuer.map((party) => phraseExpression(lens, party)).join(' and ');
  const holders = stakes.flatMap(({ clause }) => holderOf(clause));
  const held = stakes.map(
    ({ clause, share }, at) => `${namesOf(lens, holderOf(clause))} ${at === 0 ? 'has ' : ''}${formatShare(share)}`,
  );
  return {
    clauses,
    message: `${listed(namesFor(clauses))} ${comes(clauses)} to ${total(stakes)} of ${whole}`,
    example: `${listed(held)} of ${whole}`,
    values: { issuer: whole, share: total(stakes) },
    bound: issuer,
    objectors: holders,
    help: 'correct a share, or say when the earlier one ends',
  };
}

function tellRequirements(lens: Lens, { stakes, isSure }: ShareClash): Told {
  const newest = newestFirst(stakes);
  const clauses = newest.map(({ clause }) => clause);
  const [{ by }] = clauses;
  const buyer = namesOf(lens, by);
  const owed = stakes.map(({ clause, share }) => `${formatShare(share)} to ${namesOf(lens, clause.to)}`);
  return {
    clauses,
    message: `${listed(namesFor(clauses))} ${comes(clauses)} to ${total(stakes)} of what ${buyer} needs`,
    example: `${buyer} owes ${listed(owed)}`,
    values: { by: buyer, share: total(stakes) },
    bound: by,
    objectors: clauses.flatMap(({ to }) => to),
    help: isSure
      ? 'lower a share, or say when the earlier one ends'
      : 'write in each what it is for, so that the two do not overlap, or lower a share',
    way: isSure ? undefined : apartIn(clauses),
  };
}

const comes = (clauses: readonly Clause[]): string => (clauses.length === 1 ? 'comes' : 'come');

const namesOf = (lens: Lens, parties: readonly SetExpression[]): string =>
  listed(parties.map((party) => phraseExpression(lens, party)));

const apartIn = (clauses: readonly Clause[]): DecidingFact => ({
  kind: 'performance',
  name: clauses[0].name,
  text: `${listed(namesFor(clauses))} cover different things: all can be kept while enough is needed of what only one of them covers`,
  conflictWhen: 'all that is needed lies in what they have in common',
  clearWhen: 'enough of it lies elsewhere',
});
