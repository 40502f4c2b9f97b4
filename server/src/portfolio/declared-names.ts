import type { ParsedFile } from '../model/model.ts';
import { childrenOf, kindOf, NodeKind, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import type { PortfolioFile } from './check.ts';

export interface DeclaredNames {
  readonly readings: ReadonlySet<string>;
  /** Of a deal's own event: its name alone. */
  readonly events: ReadonlySet<string>;
}

/** The files that may declare readings or events. */
export const filesWithNames = (files: readonly PortfolioFile[]): readonly PortfolioFile[] =>
  files.filter(({ text }) => text.includes('reading') || text.includes('event'));

/** The readings and events that files declare: what a scenario may name. */
export function declaredNames(files: Iterable<ParsedFile>): DeclaredNames {
  const readings = new Set<string>();
  const events = new Set<string>();
  for (const { tree } of files) {
    for (const declaration of childrenOf(tree, 0)) {
      const kind = kindOf(tree, declaration);
      if (kind === NodeKind.Reading) readings.add(nameText(tree, childrenOf(tree, declaration)[0]));
      else if (kind === NodeKind.TermDeclaration) addEvents(tree, declaration, events);
      else if (kind === NodeKind.Deal) {
        for (const child of childrenOf(tree, declaration)) {
          if (kindOf(tree, child) === NodeKind.TermDeclaration) addEvents(tree, child, events);
        }
      }
    }
  }
  return { readings, events };
}

function addEvents(tree: Tree, declaration: number, events: Set<string>): void {
  const [dimension, ...rest] = childrenOf(tree, declaration);
  if (nameText(tree, dimension) !== 'event') return;
  for (const item of rest) {
    if (kindOf(tree, item) === NodeKind.TermItem) events.add(nameText(tree, childrenOf(tree, item)[0]));
  }
}
