import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import { closest, editDistance } from '../text/closest.ts';
import type { Span } from '../text/span.ts';
import { type BindContext, type FileContext, spanOf } from './context.ts';
import { kindMeant } from './kind-names.ts';
import type { Kind } from './model.ts';
import { replacing } from './problem.ts';

/** Words that other languages, of lawyers or of programs, have for `except`. */
const EXCEPTING =
  'unless excluding exclude excludes excepting excepted exception exceptions without save besides ausser außer';

/** A kind with its label before it, and no colon between them. */
export interface KindBehindLabel {
  readonly label: string;
  readonly kind: Kind;
}

/**
 * `eye license`: what a name in two words is where the second is a kind and both together are none. The parser, which knows
 * no kinds, has said that it can be either.
 */
export function kindBehindLabel(context: BindContext, name: string): KindBehindLabel | undefined {
  const [label, word, ...more] = name.split(/\s+/);
  const kind = word === undefined || more.length > 0 ? undefined : context.kinds.get(word);
  const near = kind && nearKind(context, name);
  return kind && (near === undefined || near === word) ? { label, kind } : undefined;
}

/** The kind that a name in one or several words means, or is written most like; it may be `except`. */
function nearKind({ kinds }: BindContext, name: string): string | undefined {
  const meant = kindMeant(name, kinds.keys());
  if (meant !== undefined) return meant;
  const joined = name.replace(/\s+/g, '_');
  const near = closest(joined, [...kinds.keys(), 'except']);
  // Of several words, one may as well be a label: they must look very much like the kind.
  return joined === name || (near && editDistance(joined, near, 2) <= 2) ? near : undefined;
}

/** True where an exception is meant, and no clause. */
export function reportUnknownKind(context: BindContext, file: FileContext, node: NodeIndex, name: string): boolean {
  const isException = EXCEPTING.split(' ').includes(name.toLowerCase());
  const near = isException ? 'except' : nearKind(context, name);
  const help =
    near === 'except'
      ? 'what is cut out of a clause is written behind it, as in `except (territory = CN)`'
      : near && `did you mean \`${near}\`?`;
  const declaration = `declare it with what it does: \`kind ${name} permits ()\`, or excludes, forbids, obliges, records`;
  tell(context, file, spanOf(file.tree, node), name, help ?? declaration, near);
  return near === 'except';
}

function tell(
  context: BindContext,
  file: FileContext,
  span: Span,
  name: string,
  help: string,
  written: string | undefined,
): void {
  const message = `there is no kind of clause \`${name}\``;
  context.problems.push({
    rule: 'unknown-kind',
    severity: 'error',
    message,
    file: file.path,
    span,
    help,
    ...replacing(span, written),
  });
}

/** A kind in three words, of which the first two read like a term. */
export interface KindOverTerm {
  readonly clause: NodeIndex;
  readonly kind: string;
  readonly span: Span;
}

/** `change of control(…)` in a deal: the kind that is meant; undefined for a term that is one. `end` is behind the deal. */
export function kindOverTerm(
  context: BindContext,
  { tree }: FileContext,
  term: NodeIndex,
  end: NodeIndex,
): KindOverTerm | undefined {
  const clause = nextOf(tree, term);
  if (clause >= end || kindOf(tree, clause) !== NodeKind.Clause || kindOf(tree, clause + 1) !== NodeKind.Name) return;
  if (context.dimensions.has(nameText(tree, term + 1))) return undefined;
  const span = { start: startOf(tree, term), end: endOf(tree, clause + 1) };
  const words = tree.text.slice(span.start, span.end);
  const kind = /^\S+(?:[ \t]+\S+)+$/.test(words) ? kindMeant(words, context.kinds.keys()) : undefined;
  return kind === undefined ? undefined : { clause, kind, span };
}

export function reportKindOverTerm(context: BindContext, file: FileContext, { kind, span }: KindOverTerm): void {
  tell(context, file, span, file.tree.text.slice(span.start, span.end), `did you mean \`${kind}\`?`, kind);
}
