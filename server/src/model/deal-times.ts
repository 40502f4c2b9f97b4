import { childrenOf, kindOf, type NodeIndex, NodeKind, textOf } from '../syntax/tree.ts';
import { pathText } from '../syntax/values.ts';
import { NEVER } from '../terms/calendar.ts';
import { ALWAYS_BEFORE, day, earliest, latest, NEVER_TIME, renewed, sum, type Time, variable } from '../terms/time.ts';
import { periodOf } from './bind-arguments.ts';
import { dateSpan } from './bind-dates.ts';
import type { Clause, Deal, Model, Reference, TimeNode } from './model.ts';
import type { Problem } from './problem.ts';
import { resolveReference } from './references.ts';
import type { Variables } from './timeline.ts';

/** The days of one clause: from the first in force to the first no longer in force. */
export interface ClauseWindow {
  readonly start: Time;
  readonly end: Time;
}

/** When deals and clauses are in force, given which deals count: the signed ones, or these and one draft. */
export interface DealTimes {
  readonly windowOf: (clause: Clause) => ClauseWindow;
  readonly endOf: (deal: Deal) => Time;
  /** A time written somewhere, as a start or as an end (the first day no longer in force). */
  readonly timeOf: (node: TimeNode, as: 'start' | 'end') => Time;
  /** Clauses whose window is not what their deal alone would give them. */
  readonly isCut: (clause: Clause) => boolean;
}

export interface DealTimesOptions {
  readonly model: Model;
  readonly variables: Variables;
  /** The day of an event that is settled, whatever the reading. */
  readonly settledDay: (term: number) => number | undefined;
  readonly counts: (deal: Deal) => boolean;
  readonly report?: (problem: Problem) => void;
}

export function dealTimes(options: DealTimesOptions): DealTimes {
  const { model, variables } = options;
  const links = linkDeals(options);
  const dealStarts = new Map<Deal, Time>();
  const dealEnds = new Map<Deal, Time>();
  const windows = new Map<Clause, ClauseWindow>();
  const underWay = new Set<unknown>();

  const fail = (node: TimeNode, message: string, help: string, rule = 'invalid-argument'): Time => {
    const { tree, file } = node;
    const [start, end] = [tree.nodes[node.node * 4 + 1], tree.nodes[node.node * 4 + 2]];
    options.report?.({ rule, severity: 'error', message, help, file, span: { start, end } });
    return NEVER_TIME;
  };

  const guarded = <K>(key: K, node: TimeNode | undefined, known: Map<K, Time>, compute: () => Time): Time => {
    const found = known.get(key);
    if (found) return found;
    if (underWay.has(key)) {
      return node ? fail(node, 'these dates go round in a circle', 'give one of them a date of its own') : NEVER_TIME;
    }
    underWay.add(key);
    const time = compute();
    underWay.delete(key);
    known.set(key, time);
    return time;
  };

  const startOfDeal = (deal: Deal): Time =>
    guarded(deal, deal.from, dealStarts, () => (deal.from ? timeOf(deal.from, 'start') : ALWAYS_BEFORE));

  const endKeys = new Map<Deal, object>();
  const ends = new Map<object, Time>();
  const endOfDeal = (deal: Deal): Time => {
    let key = endKeys.get(deal);
    if (!key) {
      key = {};
      endKeys.set(deal, key);
    }
    return guarded(key, deal.until, ends, () => {
      const time = earliest([nominalEnd(deal), ...cutsOf(deal)]);
      dealEnds.set(deal, time);
      return time;
    });
  };

  const nominalEnd = (deal: Deal): Time => {
    if (!deal.until) return NEVER_TIME;
    const origin = deal.until.deal;
    if (origin !== deal && origin.renews === deal.renews) return nominalEnd(origin);
    const until = timeOf(deal.until, 'end');
    const times = deal.renews && variables.ofRenewal.get(deal);
    return deal.renews && times !== undefined ? renewed(until, deal.renews, times) : until;
  };

  /** Where a deal is ended by others: it, or what it joined. */
  const cutsOf = (deal: Deal): readonly Time[] => {
    const endings = links.endedBy(deal);
    return endings.length === 0 ? NO_TIMES : endings.map(startOfDeal);
  };

  const timeOf = (at: TimeNode, as: 'start' | 'end'): Time => {
    const { tree, node } = at;
    const span = dateSpan(tree, node);
    if (span) return day(as === 'start' ? span.first : span.last + 1);
    const inner = (child: NodeIndex, how: 'start' | 'end') => timeOf({ ...at, node: child }, how);
    const children = childrenOf(tree, node);
    switch (kindOf(tree, node)) {
      case NodeKind.Path:
        return namedTime(at, pathText(tree, node));
      case NodeKind.Plus:
      case NodeKind.Minus: {
        const period = periodOf({ file: { path: at.file, tree } }, children[1]);
        if (!period)
          return fail(at, `\`${textOf(tree, node)}\` does not add a length of time`, 'write `AGI + 5 years`');
        return sum(inner(children[0], 'start'), period, kindOf(tree, node) === NodeKind.Plus ? 1 : -1);
      }
      case NodeKind.EarlierOf:
        return earliest(childrenOf(tree, children[0]).map((child) => inner(child, as)));
      case NodeKind.LaterOf:
        return latest(childrenOf(tree, children[0]).map((child) => inner(child, as)));
      case NodeKind.Duration:
        return fail(
          at,
          `\`${textOf(tree, node)}\` is a length of time, not a day`,
          `write \`start + ${textOf(tree, node)}\``,
        );
      default:
        return fail(
          at,
          `\`${textOf(tree, node)}\` is not a time`,
          'write a date, an event, a sum such as `AGI + 5 years`, or `perpetual`',
        );
    }
  };

  const namedTime = (at: TimeNode, name: string): Time => {
    const event = model.lookup('event', name, at.deal);
    if (event !== undefined) {
      const settled = options.settledDay(event);
      const id = variables.ofEvent.get(event);
      return settled !== undefined ? day(settled) : id === undefined ? NEVER_TIME : variable(id);
    }
    if (name === 'perpetual' || name === 'never') return day(NEVER);
    if (name === 'start') return startOfDeal(at.deal);
    if (name === 'end') return endOfDeal(at.deal);
    const dot = name.lastIndexOf('.');
    const edge = name.slice(dot + 1);
    if (dot > 0 && (edge === 'start' || edge === 'end')) {
      const target = resolveReference(model, name.slice(0, dot), at.deal);
      if (target.kind === 'deal') return edge === 'start' ? startOfDeal(target.deal) : endOfDeal(target.deal);
      if (target.kind === 'clause') return windowOf(target.clause)[edge];
    }
    return fail(
      at,
      `\`${name}\` is not a day: no event has this name`,
      `declare it: \`event ${name}\``,
      'unknown-name',
    );
  };

  const windowOf = (clause: Clause): ClauseWindow => {
    const plain = !clause.from && !clause.until && !clause.due && !links.touches(clause);
    if (plain) return windowOfDeal(clause.deal);
    const known = windows.get(clause);
    if (known) return known;
    if (underWay.has(clause)) {
      if (clause.until) fail(clause.until, 'these dates go round in a circle', 'give one of them a date of its own');
      return { start: ALWAYS_BEFORE, end: NEVER_TIME };
    }
    underWay.add(clause);
    const start = clause.from ? timeOf(clause.from, 'start') : startOfDeal(clause.deal);
    const cuts = [
      ...links.replacedBy(clause).map((by) => windowOf(by).start),
      ...links.clauseEndedBy(clause).map(startOfDeal),
    ];
    const end = ownEnd(clause);
    const window = { start, end: cuts.length === 0 ? end : earliest([end, ...cuts]) };
    underWay.delete(clause);
    windows.set(clause, window);
    return window;
  };

  const dealWindows = new Map<Deal, ClauseWindow>();
  const windowOfDeal = (deal: Deal): ClauseWindow => {
    let window = dealWindows.get(deal);
    if (!window) {
      window = { start: startOfDeal(deal), end: endOfDeal(deal) };
      dealWindows.set(deal, window);
    }
    return window;
  };

  const ownEnd = (clause: Clause): Time => {
    const last = clause.due ?? clause.until;
    if (!last) return endOfDeal(clause.deal);
    const end = timeOf(last, 'end');
    const cuts = cutsOf(clause.deal);
    return cuts.length === 0 || usesEnd(last) ? end : earliest([end, ...cuts]);
  };

  return {
    windowOf,
    endOf: endOfDeal,
    timeOf,
    isCut: (clause) =>
      links.endedBy(clause.deal).length > 0 ||
      links.replacedBy(clause).length > 0 ||
      links.clauseEndedBy(clause).length > 0,
  };
}

/** Whether a time rests on an `end`: such a tail survives the termination that moves it. */
function usesEnd({ tree, node }: TimeNode): boolean {
  if (kindOf(tree, node) === NodeKind.Path) return /(^|\.)end$/.test(pathText(tree, node));
  return childrenOf(tree, node).some((child) => usesEnd({ tree, node: child } as TimeNode));
}

interface Links {
  readonly endedBy: (deal: Deal) => readonly Deal[];
  readonly clauseEndedBy: (clause: Clause) => readonly Deal[];
  readonly replacedBy: (clause: Clause) => readonly Clause[];
  /** Whether any deal replaces or ends this very clause. */
  readonly touches: (clause: Clause) => boolean;
}

const NO_TIMES: readonly Time[] = [];
const NO_DEALS: readonly Deal[] = [];
const NO_CLAUSES: readonly Clause[] = [];

/** Who ends and replaces what. A label is looked up through the whole chain of amendments. */
function linkDeals({ model, counts, report }: DealTimesOptions): Links {
  const endedBy = new Map<Deal, Deal[]>();
  const clauseEndedBy = new Map<Clause, Deal[]>();
  const replacedBy = new Map<Clause, Clause[]>();
  const families = familiesOf(model, counts);
  for (const deal of model.deals) {
    if (!counts(deal)) continue;
    for (const reference of [...deal.supersedes, ...deal.terminates]) {
      const target = resolveReference(model, reference.path, deal);
      if (target.kind === 'deal') {
        for (const ended of joinedTo(target.deal, families, model)) if (ended !== deal) push(endedBy, ended, deal);
      } else if (target.kind === 'clause') {
        for (const version of versionsOf(target.clause, families, model))
          if (version.deal !== deal) push(clauseEndedBy, version, deal);
      } else report?.(unknownReference(deal, reference));
    }
    for (const reference of deal.amends) {
      const target = resolveReference(model, reference.path, deal);
      if (target.kind !== 'deal') report?.(unknownReference(deal, reference));
    }
    const circle = circleThrough(model, deal);
    if (circle) report?.(circular(deal, circle));
  }
  for (const family of new Set(families.values())) linkVersions(family, replacedBy, model, report);
  return {
    endedBy: (deal) => endedBy.get(deal) ?? NO_DEALS,
    clauseEndedBy: (clause) => clauseEndedBy.get(clause) ?? NO_DEALS,
    replacedBy: (clause) => replacedBy.get(clause) ?? NO_CLAUSES,
    touches: (clause) => replacedBy.has(clause) || clauseEndedBy.has(clause),
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
  const dealAt = ({ path }: Reference, from: Deal): Deal | undefined => {
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

/** Every clause of the family that goes by the same label. */
export function versionsOf(clause: Clause, families: ReadonlyMap<Deal, Set<Deal>>, _model: Model): Clause[] {
  const { label } = clause;
  if (label === undefined) return [clause];
  const versions = [...(families.get(clause.deal) ?? [clause.deal])].map((deal) => deal.labels.get(label));
  return versions.filter((version) => version !== undefined);
}

function linkVersions(
  family: ReadonlySet<Deal>,
  replacedBy: Map<Clause, Clause[]>,
  model: Model,
  report: DealTimesOptions['report'],
): void {
  const labels = new Map<string, Clause[]>();
  for (const deal of family) for (const [label, clause] of deal.labels) push(labels, label, clause);
  for (const versions of labels.values()) {
    for (const older of versions) {
      for (const newer of versions) {
        if (newer === older) continue;
        const order = succession(model, older, newer);
        if (order === 'replaces') push(replacedBy, older, newer);
        else if (order === 'same day' && newer.index > older.index) {
          report?.({
            rule: 'amendment',
            severity: 'error',
            message: `\`${older.deal.name}\` and \`${newer.deal.name}\` both replace \`${newer.label}\` from the same day`,
            help: 'let one of them start later, or amend the other',
            file: newer.deal.file,
            span: newer.span,
            related: [{ file: older.deal.file, span: older.span, message: 'also replaced here' }],
          });
        }
      }
    }
  }
}

/** Whether the newer of two versions replaces the older: because it amends it, or because it is the later amendment. */
function succession(model: Model, older: Clause, newer: Clause): 'replaces' | 'same day' | 'no' {
  if (amendedBy(model, newer.deal).includes(older.deal)) return 'replaces';
  if (amendedBy(model, older.deal).includes(newer.deal)) return 'no';
  const [a, b] = [writtenStart(older), writtenStart(newer)];
  if (a === undefined || b === undefined) return older.index < newer.index ? 'replaces' : 'no';
  if (a === b) return 'same day';
  return a < b ? 'replaces' : 'no';
}

function writtenStart(clause: Clause): number | undefined {
  const from = clause.from ?? clause.deal.from;
  return from && dateSpan(from.tree, from.node)?.first;
}
