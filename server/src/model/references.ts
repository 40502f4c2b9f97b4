import { type Clause, clauseLabelled, type Deal, type Model, type Reference } from './model.ts';
import type { Problem } from './problem.ts';

export type Target =
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'deal'; readonly deal: Deal }
  | { readonly kind: 'unknown' };

/**
 * What a path names: a label of the deal it stands in, `deal.label`, or a deal. A label is looked up in the deal itself,
 * then in what it amends, then in what amends it (its clauses joined the deal), the latest first.
 */
export function resolveReference(model: Model, path: string, from?: Deal): Target {
  const own = from && findLabel(model, from, path);
  if (own) return { kind: 'clause', clause: own };
  const deal = model.dealsByName.get(path);
  if (deal) return { kind: 'deal', deal };
  const dot = path.indexOf('.');
  const owner = dot > 0 ? model.dealsByName.get(path.slice(0, dot)) : undefined;
  const clause = owner && findLabel(model, owner, path.slice(dot + 1));
  return clause ? { kind: 'clause', clause } : { kind: 'unknown' };
}

function findLabel(model: Model, deal: Deal, label: string): Clause | undefined {
  const own = clauseLabelled(deal, label);
  if (own) return own;
  const seen = new Set<Deal>([deal]);
  const above = deal.amends.map((reference) => model.dealsByName.get(reference.path));
  for (let base = above.shift(); above.length > 0 || base; base = above.shift()) {
    if (!base || seen.has(base)) continue;
    seen.add(base);
    const found = clauseLabelled(base, label);
    if (found) return found;
    above.push(...base.amends.map((reference) => model.dealsByName.get(reference.path)));
  }
  return amendmentsOf(model, deal)
    .map((amendment) => clauseLabelled(amendment, label))
    .findLast((clause) => clause !== undefined);
}

const amendments = new WeakMap<Model, Map<Deal, Deal[]>>();

/** The deals that amend this one, at any remove, in the order of the files. */
export function amendmentsOf(model: Model, deal: Deal): readonly Deal[] {
  let table = amendments.get(model);
  if (!table) {
    table = new Map();
    for (const one of model.amending) {
      const reached = new Set<Deal>([one]);
      const pending = [one];
      for (let next = pending.pop(); next; next = pending.pop()) {
        for (const { path } of next.amends) {
          const base = model.dealsByName.get(path);
          if (!base || reached.has(base)) continue;
          reached.add(base);
          pending.push(base);
          const known = table.get(base);
          if (known) known.push(one);
          else table.set(base, [one]);
        }
      }
    }
    amendments.set(model, table);
  }
  return table.get(deal) ?? [];
}

/** What a clause names in `subject to`, `notwithstanding`, `of` and the like that is neither a clause nor a deal. */
export function unknownReferences(model: Model, clause: Clause): readonly Reference[] {
  const { subjectTo, notwithstanding, of, kind } = clause;
  if (subjectTo.length + notwithstanding.length + kind.clauseParameters.length === 0 && !of) return NO_REFERENCES;
  const isUnknown = ({ path }: Reference): boolean => resolveReference(model, path, clause.deal).kind === 'unknown';
  const given = kind.clauseParameters.flatMap((name) => {
    const value = clause.parameters.get(name);
    return value?.type === 'clause' ? [value] : NO_REFERENCES;
  });
  const named = [subjectTo, notwithstanding, of ? [of] : NO_REFERENCES, given];
  return named.some((references) => references.some(isUnknown)) ? named.flat().filter(isUnknown) : NO_REFERENCES;
}

function checkItself(model: Model, problems: Problem[], clause: Clause, { path, span }: Reference, word: string): void {
  const target = resolveReference(model, path, clause.deal);
  if (target.kind !== 'clause' || target.clause !== clause) return;
  problems.push({
    rule: 'invalid-argument',
    severity: 'warning',
    message: `\`${path}\` is \`${word}\` itself: that says nothing`,
    help: 'name the clause or deal that is meant, or leave it out',
    file: clause.deal.file,
    span,
  });
}

/** Whether a path that names nothing is meant for a clause whose kind there is not, which has been told. */
export function isOfUnknownKind(model: Model, path: string, from?: Deal): boolean {
  const own = from && `${from.name}.${path}`;
  return model.deals.some(
    ({ ofUnknownKind }) => ofUnknownKind.length > 0 && ofUnknownKind.some((name) => name === path || name === own),
  );
}

const NO_REFERENCES: readonly Reference[] = [];

/** Reports names in `subject to`, `notwithstanding` and `of` that mean nothing, and clauses that yield to themselves. */
export function checkReferences(model: Model, clauses: readonly Clause[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const clause of clauses) {
    const { subjectTo, notwithstanding } = clause;
    for (const reference of subjectTo) checkItself(model, problems, clause, reference, 'subject to');
    for (const reference of notwithstanding) checkItself(model, problems, clause, reference, 'notwithstanding');
    for (const reference of unknownReferences(model, clause)) {
      if (isOfUnknownKind(model, reference.path, clause.deal)) continue;
      problems.push({
        rule: 'unknown-name',
        severity: 'error',
        message: `there is no clause or deal \`${reference.path}\``,
        help: 'write a label of this deal, `deal.label`, or a deal',
        file: clause.deal.file,
        span: reference.span,
      });
    }
  }
  return problems;
}
