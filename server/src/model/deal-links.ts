import { childrenOf, kindOf, NodeKind, textOf } from '../syntax/tree.ts';
import { pathText } from '../syntax/values.ts';
import { NEVER } from '../terms/calendar.ts';
import type { TermId } from '../terms/set-expression.ts';
import { dateSpan } from './bind-dates.ts';
import type { DayRange, EventOrder } from './event-order.ts';
import { type Clause, type Deal, inBoundOrder, labelsOf, type Model, type Reference, type TimeNode } from './model.ts';
import { type Problem, replacing } from './problem.ts';
import { resolveReference } from './references.ts';

/** Who ends and replaces what, among the deals that count. */
export interface DealLinks {
  readonly endedBy: (deal: Deal) => readonly Deal[];
  readonly clauseEndedBy: (clause: Clause) => readonly Deal[];
  readonly replacedBy: (clause: Clause) => readonly Clause[];
  /** The other amendments of the same clause from the same day: none of them counts. */
  readonly rivalsOf: (clause: Clause) => readonly Clause[];
  /** Whether any deal replaces, ends or rivals this very clause. */
  readonly touches: (clause: Clause) => boolean;
}

const NO_DEALS: readonly Deal[] = [];
const NO_CLAUSES: readonly Clause[] = [];
const NO_LINKS: DealLinks = {
  endedBy: () => NO_DEALS,
  clauseEndedBy: () => NO_DEALS,
  replacedBy: () => NO_CLAUSES,
  rivalsOf: () => NO_CLAUSES,
  touches: () => false,
};

const changesNothing = ({ amends, supersedes, terminates }: Deal): boolean =>
  amends.length + supersedes.length + terminates.length === 0;

/** The deals that count: those that are signed, and one draft where it is looked at. */
export const countsWith =
  (draft: Deal | undefined) =>
  (deal: Deal): boolean =>
    !deal.notYet && (deal.status === 'signed' || deal === draft);

/** Who ends and replaces what. A label is looked up through the whole chain of amendments. */
export function linkDeals(
  model: Model,
  counts: (deal: Deal) => boolean,
  events: EventOrder,
  report: ((problem: Problem) => void) | undefined,
): DealLinks {
  if (model.deals.every(changesNothing)) return NO_LINKS;
  const endedBy = new Map<Deal, Deal[]>();
  const clauseEndedBy = new Map<Clause, Deal[]>();
  const versions: VersionLinks = { replacedBy: new Map(), rivals: new Map() };
  const families = familiesOf(model, counts);
  for (const deal of model.deals) {
    if (!counts(deal)) continue;
    for (const reference of [...deal.supersedes, ...deal.terminates]) {
      const target = resolveReference(model, reference.path, deal);
      if (target.kind !== 'unknown' && !deal.from) continue;
      if (target.kind === 'deal') {
        for (const ended of joinedTo(target.deal, families, model)) if (ended !== deal) push(endedBy, ended, deal);
      } else if (target.kind === 'clause') {
        for (const version of versionsOf(target.clause, families, model))
          if (version.deal !== deal) push(clauseEndedBy, version, deal);
      } else report?.(unknownReference(deal, reference));
    }
    for (const reference of deal.amends)
      if (!model.dealsByName.has(reference.path)) report?.(notAmended(model, deal, reference));
    const circle = circleThrough(model, deal);
    if (circle) report?.(circular(deal, circle));
  }
  for (const family of new Set(families.values())) linkVersions(family, versions, model, events, report);
  const { replacedBy, rivals } = versions;
  return {
    endedBy: (deal) => endedBy.get(deal) ?? NO_DEALS,
    clauseEndedBy: (clause) => clauseEndedBy.get(clause) ?? NO_DEALS,
    replacedBy: (clause) => replacedBy.get(clause) ?? NO_CLAUSES,
    rivalsOf: (clause) => rivals.get(clause) ?? NO_CLAUSES,
    touches: (clause) => replacedBy.has(clause) || clauseEndedBy.has(clause) || rivals.has(clause),
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

const unknownReference = (deal: Deal, reference: Reference): Problem => ({
  rule: 'amendment',
  severity: 'error',
  message: `there is no deal or clause \`${reference.path}\``,
  help: 'check the name; a clause is written `deal.label`',
  file: deal.file,
  span: reference.span,
});

/** Where there is no deal that could be amended: perhaps a clause is named. */
function notAmended(model: Model, deal: Deal, reference: Reference): Problem {
  const target = resolveReference(model, reference.path, deal);
  if (target.kind !== 'clause' || target.clause.deal === deal) return unknownReference(deal, reference);
  const { deal: owner, label } = target.clause;
  return {
    rule: 'amendment',
    severity: 'error',
    message: `\`${reference.path}\` is a clause: \`amends\` takes a whole deal`,
    help: `write \`amends ${owner.name}\`: what is labelled \`${label}\` here takes the place of that clause`,
    file: deal.file,
    span: reference.span,
    ...replacing(reference.span, owner.name),
  };
}

const circular = (deal: Deal, reference: Reference): Problem => ({
  rule: 'amendment',
  severity: 'error',
  message: `\`${deal.name}\` changes \`${reference.path}\`, which in turn changes \`${deal.name}\``,
  help: 'a deal amends, supersedes or terminates earlier deals only',
  file: deal.file,
  span: reference.span,
});

/** The reference of a deal by which it comes to change itself, through any of its changes to others. */
function circleThrough(model: Model, deal: Deal): Reference | undefined {
  const changes = (one: Deal): Reference[] => [...one.amends, ...one.supersedes, ...one.terminates];
  const dealAt = (reference: Reference, from: Deal): Deal | undefined => {
    const { path } = reference;
    if (from.amends.includes(reference)) return model.dealsByName.get(path);
    const target = resolveReference(model, path, from);
    return target.kind === 'deal' ? target.deal : target.kind === 'clause' ? target.clause.deal : undefined;
  };
  return changes(deal).find((reference) => {
    const seen = new Set<Deal>();
    const pending = [dealAt(reference, deal)];
    for (let next = pending.pop(); next || pending.length > 0; next = pending.pop()) {
      if (next === deal) return true;
      if (!next || seen.has(next)) continue;
      seen.add(next);
      for (const one of changes(next)) pending.push(dealAt(one, next));
    }
    return false;
  });
}

/** The deals that a deal amends, at any remove, nearest first; itself left out unless it comes round again. */
export function amendedBy(model: Model, deal: Deal): Deal[] {
  const chain: Deal[] = [];
  const pending = [...deal.amends];
  for (let reference = pending.shift(); reference; reference = pending.shift()) {
    const base = model.dealsByName.get(reference.path);
    if (!base || chain.includes(base)) continue;
    chain.push(base);
    pending.push(...base.amends);
  }
  return chain;
}

/**
 * Whether what goes by one label in two deals is one clause: one of them amends the other, or both amend a third. Two deals that
 * one amendment joins have clauses of their own, whatever their labels.
 */
export function areOfOneChain(model: Model, one: Deal, other: Deal): boolean {
  const chain = new Set([one, ...amendedBy(model, one)]);
  return chain.has(other) || amendedBy(model, other).some((deal) => chain.has(deal));
}

/** Deals that are joined by amendments, each with the whole family. Only deals that are joined at all are listed. */
function familiesOf(model: Model, counts: (deal: Deal) => boolean): Map<Deal, Set<Deal>> {
  const families = new Map<Deal, Set<Deal>>();
  for (const deal of model.deals) {
    if (deal.amends.length === 0 || !counts(deal)) continue;
    for (const base of amendedBy(model, deal)) {
      const merged = new Set([...(families.get(deal) ?? [deal]), ...(families.get(base) ?? [base])]);
      for (const member of merged) families.set(member, merged);
    }
  }
  return families;
}

/** A deal and everything that joined it. */
function joinedTo(deal: Deal, families: ReadonlyMap<Deal, Set<Deal>>, model: Model): Deal[] {
  return [...(families.get(deal) ?? [deal])].filter((one) => one === deal || amendedBy(model, one).includes(deal));
}

/** Every clause of the chain that goes by the same label. */
function versionsOf(clause: Clause, families: ReadonlyMap<Deal, Set<Deal>>, model: Model): Clause[] {
  const { label } = clause;
  if (label === undefined) return [clause];
  const versions = [...(families.get(clause.deal) ?? [clause.deal])]
    .filter((deal) => areOfOneChain(model, clause.deal, deal))
    .map((deal) => labelsOf(deal).get(label));
  return versions.filter((version) => version !== undefined);
}

interface VersionLinks {
  readonly replacedBy: Map<Clause, Clause[]>;
  readonly rivals: Map<Clause, Clause[]>;
}

function linkVersions(
  family: ReadonlySet<Deal>,
  { replacedBy, rivals }: VersionLinks,
  model: Model,
  events: EventOrder,
  report: ((problem: Problem) => void) | undefined,
): void {
  const labels = new Map<string, Clause[]>();
  for (const deal of family) for (const [label, clause] of labelsOf(deal)) push(labels, label, clause);
  for (const versions of labels.values()) {
    const replacements: (readonly [older: Clause, newer: Clause])[] = [];
    for (const older of versions) {
      for (const newer of versions) {
        if (newer === older) continue;
        const order = succession(model, events, older, newer);
        if (order === 'replaces' || order === 'may replace') replacements.push([older, newer]);
        if (order === 'may replace') report?.(uncertainOrder(older, newer));
        if (order !== 'same day') continue;
        push(rivals, older, newer);
        if (inBoundOrder(older, newer) < 0) report?.(rivalry(older, newer));
      }
    }
    for (const [older, newer] of replacements) if (!rivals.has(newer)) push(replacedBy, older, newer);
  }
}

const rivalry = (older: Clause, newer: Clause): Problem => ({
  rule: 'amendment',
  severity: 'error',
  message: `\`${older.deal.name}\` and \`${newer.deal.name}\` both replace \`${newer.label}\` from the same day: neither counts`,
  help: 'let one of them start later, or amend the other',
  file: newer.deal.file,
  span: newer.span,
  related: [{ file: older.deal.file, span: older.span, message: 'also replaced here' }],
});

const uncertainOrder = (older: Clause, newer: Clause): Problem => ({
  rule: 'amendment',
  severity: 'warning',
  message: `\`${older.deal.name}\` and \`${newer.deal.name}\` both replace \`${newer.label}\`, and it is not certain which starts first: \`${newer.deal.name}\` is taken for the later one`,
  help: `let \`${newer.deal.name}\` amend \`${older.deal.name}\`, or the other way round, or say when the event happens that one of them starts with`,
  file: newer.deal.file,
  span: newer.span,
  related: [{ file: older.deal.file, span: older.span, message: 'also replaced here' }],
});

type Succession = 'replaces' | 'may replace' | 'same day' | 'no';

/** Whether the newer of two versions replaces the older: because it amends it, or because it is the later amendment. */
function succession(model: Model, events: EventOrder, older: Clause, newer: Clause): Succession {
  if (amendedBy(model, newer.deal).includes(older.deal)) return startOf(newer) ? 'replaces' : 'no';
  if (amendedBy(model, older.deal).includes(newer.deal)) return 'no';
  if (!areOfOneChain(model, older.deal, newer.deal)) return 'no';
  const [a, b] = [older, newer].map(startOf);
  if (!a || !b) return a ? 'no' : 'replaces';
  if (isSameTime(model, a, b)) return 'same day';
  const order = orderOf(startAt(model, events, a), startAt(model, events, b), events);
  if (order) return order;
  // The one that stands behind the other is taken for the later.
  return inBoundOrder(older, newer) < 0 ? 'may replace' : 'no';
}

/** Where it is written from when a clause is in force. What does not say so, although it has to, ends nothing. */
const startOf = (clause: Clause): TimeNode | undefined => clause.from ?? clause.deal.from;

/** The days on which something may start, and the event that it starts with. */
interface Start extends DayRange {
  readonly event?: TermId;
}

function startAt(model: Model, events: EventOrder, { deal, node }: TimeNode): Start | undefined {
  const first = dateSpan(deal.tree, node)?.first;
  if (first !== undefined) return { low: first, high: first };
  const event = eventAt(model, { deal, node });
  const days = event === undefined ? undefined : events.daysOf(event);
  return days && { ...days, event };
}

/** How what starts at `b` follows what starts at `a`; undefined where that is not certain. */
function orderOf(a: Start | undefined, b: Start | undefined, events: EventOrder): Succession | undefined {
  if (!a || !b) return undefined;
  if (a.low === a.high && b.low === b.high && a.low === b.low && a.low < NEVER) return 'same day';
  const isAfter = (later: Start, earlier: Start): boolean =>
    earlier.high <= later.low ||
    (later.event !== undefined && earlier.event !== undefined && events.comesAfter(later.event, earlier.event));
  if (isAfter(b, a) === isAfter(a, b)) return undefined;
  return isAfter(b, a) ? 'replaces' : 'no';
}

function eventAt(model: Model, { deal, node }: TimeNode): TermId | undefined {
  if (kindOf(deal.tree, node) !== NodeKind.Path) return undefined;
  return model.lookup('event', pathText(deal.tree, node), deal);
}

/** Whether two times are written alike, and name the same events. */
function isSameTime(model: Model, a: TimeNode, b: TimeNode): boolean {
  const [one, other] = [a, b].map(({ deal, node }) => kindOf(deal.tree, node));
  if (one !== other) return false;
  if (one === NodeKind.Path) {
    const event = eventAt(model, a);
    return event !== undefined && event === eventAt(model, b);
  }
  const [parts, others] = [a, b].map(({ deal, node }) =>
    childrenOf(deal.tree, node).map((part) => ({ deal, node: part })),
  );
  if (parts.length === 0) return textOf(a.deal.tree, a.node) === textOf(b.deal.tree, b.node);
  return parts.length === others.length && parts.every((part, index) => isSameTime(model, part, others[index]));
}
