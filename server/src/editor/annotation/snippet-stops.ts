import { parse } from '../../syntax/parser.ts';
import { childOfKind, endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../../syntax/tree.ts';
import { argumentValue, nameText } from '../../syntax/values.ts';
import type { Span } from '../../text/span.ts';
import { choiceOf, hole, inSnippet } from '../completion/completion-item.ts';

/** A place of a text at which whoever fills it in stops. */
export interface Stop {
  readonly span: Span;
  /** Stops are visited in this order; those of one number change together. 0 comes last. */
  readonly number: number;
  /** What may stand there instead. */
  readonly choices: readonly string[];
}

/** A text as a snippet in the syntax of LSP and VS Code. The stops lie apart from each other. */
export function snippetOf(text: string, stops: readonly Stop[]): string {
  let snippet = '';
  let end = 0;
  const seen = new Set<number>();
  const inOrder = [...stops].sort((a, b) => a.span.start - b.span.start);
  for (const { span, number, choices } of inOrder) {
    snippet += inSnippet(text.slice(end, span.start));
    // What stands at a stop is said where it comes first.
    snippet += seen.has(number) ? hole(number) : stopText(text.slice(span.start, span.end), number, choices);
    seen.add(number);
    end = span.end;
  }
  return snippet + inSnippet(text.slice(end));
}

function stopText(value: string, number: number, choices: readonly string[]): string {
  if (number === 0) return '$0';
  return choices.length > 0 ? choiceOf(number, [value, ...choices]) : hole(number, value);
}

/** The values of the arguments of a deal's header or of a clause, by name, and its parentheses. */
export interface ArgumentSpans {
  readonly values: ReadonlyMap<string, Span>;
  readonly parentheses: Span;
}

/** The arguments of the only deal of a file and of its only clause. Undefined where the text holds something else. */
export function argumentSpans(
  text: string,
): { readonly header: ArgumentSpans; readonly clause: ArgumentSpans } | undefined {
  const tree = parse(text);
  const deal = childOfKind(tree, 0, NodeKind.Deal);
  const clause = deal < 0 ? -1 : childOfKind(tree, deal, NodeKind.Clause);
  return clause < 0 ? undefined : { header: spansOf(tree, deal), clause: spansOf(tree, clause) };
}

function spansOf(tree: Tree, owner: NodeIndex): ArgumentSpans {
  const node = childOfKind(tree, owner, NodeKind.Arguments);
  const values = new Map<string, Span>();
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) !== NodeKind.Argument) continue;
    const value = argumentValue(tree, child);
    if (value >= 0) values.set(nameText(tree, child + 1), withinMarks(tree, value));
  }
  return { values, parentheses: { start: startOf(tree, node), end: endOf(tree, node) } };
}

/** Of a text, what stands between its quotation marks. */
function withinMarks(tree: Tree, value: NodeIndex): Span {
  const [start, end] = [startOf(tree, value), endOf(tree, value)];
  return kindOf(tree, value) === NodeKind.String ? { start: start + 1, end: end - 1 } : { start, end };
}
