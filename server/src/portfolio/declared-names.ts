import type { ParsedFile } from '../model/model.ts';
import { childrenOf, kindOf, type NodeIndex, NodeKind, type Tree } from '../syntax/tree.ts';
import { declaredName, nameText } from '../syntax/values.ts';
import type { PortfolioFile } from './check.ts';

export interface DeclaredNames {
  readonly readings: ReadonlySet<string>;
  /** What events may be called: one of a deal's own by its name alone, too. */
  readonly events: ReadonlySet<string>;
  /** Names that events of several deals have, and none of all deals: to the full names of these. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
}

/** The files that may declare readings or events. */
export const filesWithNames = (files: readonly PortfolioFile[]): readonly PortfolioFile[] =>
  files.filter(({ text }) => text.includes('reading') || text.includes('event'));

/** The readings and events that files declare: what a scenario may name. */
export function declaredNames(files: Iterable<ParsedFile>): DeclaredNames {
  const readings = new Set<string>();
  const ofAll = new Set<string>();
  const ofDeals = new Map<string, Set<string>>();
  for (const { tree } of files) {
    for (const declaration of childrenOf(tree, 0)) {
      const kind = kindOf(tree, declaration);
      if (kind === NodeKind.Reading) readings.add(nameText(tree, childrenOf(tree, declaration)[0]));
      else if (kind === NodeKind.TermDeclaration) for (const name of eventsIn(tree, declaration)) ofAll.add(name);
      else if (kind === NodeKind.Deal) {
        const [deal, ...rest] = childrenOf(tree, declaration);
        const declarations = rest.filter((child) => kindOf(tree, child) === NodeKind.TermDeclaration);
        for (const name of declarations.flatMap((child) => eventsIn(tree, child))) {
          const full = ofDeals.get(name) ?? new Set();
          ofDeals.set(name, full.add(`${nameText(tree, deal)}.${name}`));
        }
      }
    }
  }
  const events = new Set([...ofAll, ...[...ofDeals].flatMap(([name, full]) => [name, ...full])]);
  const ambiguous = [...ofDeals].filter(([name, full]) => full.size > 1 && !ofAll.has(name));
  return { readings, events, ambiguous: new Map(ambiguous.map(([name, full]) => [name, [...full].sort()])) };
}

function eventsIn(tree: Tree, declaration: NodeIndex): string[] {
  const [dimension, ...rest] = childrenOf(tree, declaration);
  if (nameText(tree, dimension) !== 'event') return [];
  const items = rest.filter((item) => kindOf(tree, item) === NodeKind.TermItem);
  return items.map((item) => declaredName(tree, childrenOf(tree, item)[0]));
}
