import type { Clause, Deal } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import {
  childOfKind,
  childrenOf,
  endOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  startOf,
  type Tree,
} from '../../syntax/tree.ts';
import { nameText } from '../../syntax/values.ts';
import type { Span } from '../../text/span.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * The names of those arguments that a clause has or inherits and that hold an error: what they say is not known, and
 * the model speaks as if they had not been written.
 */
export function unreadArguments(analysis: Analysis, clause: Clause): ReadonlySet<string> {
  if (!analysis.docket.isBroken(clause)) return NONE;
  const said = new Map<string, boolean>();
  for (let at: Clause | undefined = clause; at; at = at.parent) collect(analysis, at.deal, at.node, said);
  for (const deal of chainOf(analysis, clause.deal)) collect(analysis, deal, deal.node, said);
  return new Set([...said].flatMap(([name, isRead]) => (isRead ? [] : [name])));
}

/** A deal and those that it amends, whose headers it takes over. */
function chainOf({ model }: Analysis, deal: Deal): readonly Deal[] {
  const chain = [deal];
  for (const { amends } of chain) {
    for (const { path } of amends) {
      const base = model.dealsByName.get(path);
      if (base && !chain.includes(base)) chain.push(base);
    }
  }
  return chain;
}

/** Adds whether each argument can be read, unless one nearer to the clause stands in its place. */
function collect(analysis: Analysis, { tree, file }: Deal, node: NodeIndex, said: Map<string, boolean>): void {
  const list = childOfKind(tree, node, NodeKind.Arguments);
  if (list < 0) return;
  const errors = errorsIn(analysis, file, tree);
  for (const argument of childrenOf(tree, list)) {
    const kind = kindOf(tree, argument);
    if (kind < NodeKind.Argument || kind > NodeKind.ArgumentAtLeast) continue;
    const [start, end] = [startOf(tree, argument), endOf(tree, argument)];
    const name = nameText(tree, argument + 1);
    if (!said.has(name)) said.set(name, !errors.some((error) => error.start <= end && error.end >= start));
  }
}

const known = new WeakMap<Analysis, Map<string, readonly Span[]>>();

/** Where a file has errors, whether or not they are reported: a rule may be off. Looked up once an analysis and file. */
function errorsIn(analysis: Analysis, file: string, tree: Tree): readonly Span[] {
  let files = known.get(analysis);
  if (!files) {
    files = new Map();
    known.set(analysis, files);
  }
  let errors = files.get(file);
  if (!errors) {
    const { model, docket } = analysis;
    const problems = [...model.vocabularyProblems.filter((one) => one.file === file), ...model.problemsIn(file)];
    errors = [
      ...tree.problems.filter(({ severity }) => severity === 'error'),
      ...[...problems, ...docket.problemsIn(file)]
        .filter(({ severity }) => severity === 'error')
        .map(({ span }) => span),
    ];
    files.set(file, errors);
  }
  return errors;
}
