import type { Docket } from '../../conflicts/docket.ts';
import type { Verdict } from '../../conflicts/verdict.ts';
import type { Expectation, Model } from '../../model/model.ts';
import { resolveReference } from '../../model/references.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../../syntax/tree.ts';
import type { FileEdit } from '../file-edit.ts';
import { enclosing } from '../node-path.ts';
import { treeOf } from '../tree-of.ts';
import { expectationKey, type Standing } from './standing.ts';

/** What judges clauses. */
interface Judged {
  readonly model: Model;
  readonly docket: Docket;
}

/**
 * The edits of the portfolio that let expectations of a pair's verdict hold again which did hold before a change. Undefined
 * where one says nothing but `expect clear A`, or cannot be judged any more: that is no matter of one word.
 */
export function correctedExpectations(
  model: Model,
  before: Standing,
  after: Standing,
  judged: Judged,
): FileEdit[] | undefined {
  const failed = new Set([...after.unmet].filter((key) => !before.unmet.has(key)));
  const edits: FileEdit[] = [];
  for (const expectation of before.expectations) {
    if (!failed.has(expectationKey(expectation))) continue;
    const verdict = verdictFor(judged, expectation);
    const edit = verdict && verdictEdit(model, expectation, verdict);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits;
}

/** The verdict that the engine finds where an expectation names a pair; undefined where it has none. */
export function verdictFor({ model, docket }: Judged, { first, second, reading }: Expectation): Verdict | undefined {
  const [a, b] = [first, second].map((reference) => reference && resolveReference(model, reference.path));
  if (a?.kind !== 'clause' || b?.kind !== 'clause') return undefined;
  const pair = docket.between(a.clause, b.clause);
  if (pair.verdict === 'too complex') return undefined;
  return reading ? pair.byReading.get(reading.path) : pair.verdict;
}

/** Writes another verdict into an expectation. */
export function verdictEdit(model: Model, expectation: Expectation, verdict: Verdict): FileEdit | undefined {
  const { file, span } = expectation;
  const tree = treeOf(model, file);
  const node = tree ? verdictNode(tree, enclosing(tree, span.start, NodeKind.Expectation)) : -1;
  return tree && node >= 0 ? { file, start: startOf(tree, node), end: endOf(tree, node), newText: verdict } : undefined;
}

function verdictNode(tree: Tree, expectation: NodeIndex): NodeIndex {
  if (expectation < 0) return -1;
  for (let child = expectation + 1, end = nextOf(tree, expectation); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind >= NodeKind.VerdictConflict && kind <= NodeKind.VerdictClear) return child;
  }
  return -1;
}
