import { type Clause, clauseLabelled, type Deal, labelsOf, type Model, type Reference } from './model.ts';
import { type Problem, replacing } from './problem.ts';
import { resolveReference } from './references.ts';

/** Who ends what, and what goes by one label, among the deals that count. */
export interface DealLinks {
  readonly endedBy: (deal: Deal) => readonly Deal[];
  readonly clauseEndedBy: (clause: Clause) => readonly Deal[];
  /** The clauses of one label in deals that amendments join, wherever there are several. */
  readonly versions: readonly (readonly Clause[])[];
}

const NO_DEALS: readonly Deal[] = [];
const NO_LINKS: DealLinks = { endedBy: () => NO_DEALS, clauseEndedBy: () => NO_DEALS, versions: [] };

const changesNothing = ({ amends, supersedes, terminates }: Deal): boolean =>
  amends.length + supersedes.length + terminates.length === 0;

/** The deals that count: those that are signed, and one draft where it is looked at. */
export const countsWith =
  (draft: Deal | undefined) =>
  (deal: Deal): boolean =>
    !deal.notYet && (deal.status === 'signed' || deal === draft);

/** A label is looked up through the whole chain of amendments. */
export function linkDeals(
  model: Model,
  counts: (deal: Deal) => boolean,
  report: ((problem: Problem) => void) | undefined,
): DealLinks {
  if (model.deals.every(changesNothing)) return NO_LINKS;
  const endedBy = new Map<Deal, Deal[]>();
  const clauseEndedBy = new Map<Clause, Deal[]>();
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
  return {
    endedBy: (deal) => endedBy.get(deal) ?? NO_DEALS,
    clauseEndedBy: (clause) => clauseEndedBy.get(clause) ?? NO_DEALS,
    versions: [...new Set(families.values())].flatMap(versionsIn),
  };
}

/** The clauses of a family by their label, where there are several of one. */
function versionsIn(family: ReadonlySet<Deal>): Clause[][] {
  const labels = new Map<string, Clause[]>();
  for (const deal of family) for (const [label, clause] of labelsOf(deal)) push(labels, label, clause);
  return [...labels.values()].filter((versions) => versions.length > 1);
}

/** Adds to the list of a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
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
    .map((deal) => clauseLabelled(deal, label));
  return versions.filter((version) => version !== undefined);
}
