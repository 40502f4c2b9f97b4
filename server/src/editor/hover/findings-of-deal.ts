import type { Deal } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { Finding, Severity } from '../../rules/finding.ts';
import { endOf, startOf } from '../../syntax/tree.ts';

type Counts = Record<Severity, number>;

const known = new WeakMap<Analysis, ReadonlyMap<Deal, Counts>>();
const none = (): Counts => ({ error: 0, warning: 0, information: 0, hint: 0 });

/** How much was found in a deal: about its clauses, or reported within it. */
export function findingsOfDeal(analysis: Analysis, deal: Deal): Readonly<Counts> {
  let counts = known.get(analysis);
  if (!counts) {
    counts = countAll(analysis);
    known.set(analysis, counts);
  }
  return counts.get(deal) ?? none();
}

function countAll({ findings, model }: Analysis): ReadonlyMap<Deal, Counts> {
  const counts = new Map<Deal, Counts>();
  const dealAt = dealFinder(model.deals);
  for (const finding of findings) {
    const concerned = new Set<Deal | undefined>(
      finding.clauses.map(({ name }) => model.dealsByName.get(name.slice(0, name.indexOf('.')))),
    );
    concerned.add(dealAt(finding));
    for (const deal of concerned) {
      if (!deal) continue;
      const own = counts.get(deal) ?? none();
      own[finding.severity]++;
      counts.set(deal, own);
    }
  }
  return counts;
}

/** Finds the deal that a finding is reported in. */
function dealFinder(deals: readonly Deal[]): (finding: Finding) => Deal | undefined {
  const byFile = new Map<string, Deal[]>();
  for (const deal of deals) {
    const some = byFile.get(deal.file);
    if (some) some.push(deal);
    else byFile.set(deal.file, [deal]);
  }
  for (const some of byFile.values()) some.sort((a, b) => startOf(a.tree, a.node) - startOf(b.tree, b.node));
  return ({ file, span }) => {
    const some = byFile.get(file) ?? [];
    let low = 0;
    let high = some.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(some[middle].tree, some[middle].node) <= span.start) low = middle + 1;
      else high = middle;
    }
    const deal = some[low - 1];
    return deal && span.start <= endOf(deal.tree, deal.node) ? deal : undefined;
  };
}
