import { childOfKind, childrenOf, kindOf, type NodeIndex, NodeKind, startOf, type Tree, textOf } from './tree.ts';
import { pathText, stringValue } from './values.ts';

/** Columns that a formatted line fills at most, where there is a place to break it. */
export const WIDTH = 100;

const joined = (tree: Tree, n: NodeIndex, separator: string): string =>
  childrenOf(tree, n)
    .map((child) => flatText(tree, child))
    .join(separator);

const children = (tree: Tree, n: NodeIndex): string[] => childrenOf(tree, n).map((child) => flatText(tree, child));

/** A node without comments, on one line, with the canonical spaces and ASCII punctuation. */
export function flatText(tree: Tree, n: NodeIndex): string {
  switch (kindOf(tree, n)) {
    case NodeKind.Path:
      return pathSource(tree, n);
    case NodeKind.String:
      return stringText(tree, n);
    case NodeKind.Percent:
      return textOf(tree, n).replace(/\s/g, '').replace('％', '%');
    case NodeKind.Money:
    case NodeKind.Duration:
    case NodeKind.PresumedYes:
    case NodeKind.PresumedNo:
    case NodeKind.VerdictNearMiss:
      return textOf(tree, n).replace(/\s+/g, ' ');
    case NodeKind.List:
      return `[${joined(tree, n, ', ')}]`;
    case NodeKind.Argument:
    case NodeKind.ArgumentLess:
    case NodeKind.ArgumentAtMost:
    case NodeKind.ArgumentGreater:
    case NodeKind.ArgumentAtLeast:
      return joined(tree, n, ` ${operatorOf(kindOf(tree, n))} `);
    case NodeKind.Parameter:
      return parameterText(tree, n);
    case NodeKind.TermItem:
      return joined(tree, n, ' ');
    default:
      return prefixOf(kindOf(tree, n)) === undefined ? operationText(tree, n) : relationText(tree, n);
  }
}

function pathSource(tree: Tree, path: NodeIndex): string {
  const names = childrenOf(tree, path).map((name) => textOf(tree, name));
  return names.length === 0 ? pathText(tree, path) : names.join('.');
}

/** With straight quotation marks, unless the text holds one. */
function stringText(tree: Tree, n: NodeIndex): string {
  const value = stringValue(tree, n);
  return value.includes('"') ? textOf(tree, n) : `"${value}"`;
}

/** Ranges, sums and differences; every other node is a leaf. */
function operationText(tree: Tree, n: NodeIndex): string {
  switch (kindOf(tree, n)) {
    case NodeKind.RangeTo:
      return `..${joined(tree, n, '')}`;
    case NodeKind.RangeFrom:
      return `${joined(tree, n, '')}..`;
    case NodeKind.RangeBetween:
      return joined(tree, n, '..');
    case NodeKind.Plus:
      return joined(tree, n, ' + ');
    case NodeKind.Minus:
      return joined(tree, n, ' - ');
    case NodeKind.Difference:
      return joined(tree, n, ' except ');
    default:
      return textOf(tree, n);
  }
}

function operatorOf(kind: number): string {
  switch (kind) {
    case NodeKind.ArgumentLess:
      return '<';
    case NodeKind.ArgumentAtMost:
      return '<=';
    case NodeKind.ArgumentGreater:
      return '>';
    case NodeKind.ArgumentAtLeast:
      return '>=';
    default:
      return '=';
  }
}

function parameterText(tree: Tree, n: NodeIndex): string {
  const [name, type, value] = children(tree, n);
  return value === undefined ? `${name}: ${type}` : `${name}: ${type} = ${value}`;
}

/** The words in front of a node's children. */
function prefixOf(kind: number): string | undefined {
  switch (kind) {
    case NodeKind.In:
      return 'in';
    case NodeKind.Overlaps:
      return 'overlaps';
    case NodeKind.DistinctFrom:
      return 'distinct from';
    case NodeKind.Equals:
      return '=';
    case NodeKind.By:
      return 'by';
    case NodeKind.Under:
      return 'under';
    case NodeKind.Occurred:
      return 'occurred';
    case NodeKind.After:
      return 'after';
    case NodeKind.Before:
      return 'before';
    case NodeKind.EarlierOf:
      return 'earlier of';
    case NodeKind.LaterOf:
      return 'later of';
    case NodeKind.SubjectTo:
      return 'subject to';
    case NodeKind.Notwithstanding:
      return 'notwithstanding';
    case NodeKind.Amends:
      return 'amends';
    case NodeKind.Supersedes:
      return 'supersedes';
    case NodeKind.Terminates:
      return 'terminates';
    default:
      return undefined;
  }
}

function relationText(tree: Tree, n: NodeIndex): string {
  const kind = kindOf(tree, n);
  // `under NAME from DATE` is the one relation with a word between its children.
  return `${prefixOf(kind)} ${joined(tree, n, kind === NodeKind.Under ? ' from ' : ' ')}`;
}

/**
 * A node without comments that may take several lines: where it does not fit behind `column`, its last list is broken
 * and filled. Further lines start with `indent`.
 */
export function filledText(tree: Tree, n: NodeIndex, column: number, indent: string): string {
  const flat = flatText(tree, n);
  if (column + flat.length <= WIDTH) return flat;
  const list = lastList(tree, n);
  if (list === -1) return flat;
  const listText = flatText(tree, list);
  const lead = flat.slice(0, flat.length - listText.length);
  return `${lead}[\n${fill(children(tree, list), `${indent}  `)}\n${indent}]`;
}

/** The list with which the text of a node ends; -1 where there is none. */
function lastList(tree: Tree, n: NodeIndex): NodeIndex {
  if (kindOf(tree, n) === NodeKind.List) return n;
  const last = childrenOf(tree, n).at(-1);
  return last === undefined ? -1 : lastList(tree, last);
}

/** As many values a line as fit. */
function fill(values: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const value of values) {
    const piece = line === indent ? `${value},` : ` ${value},`;
    if (line !== indent && line.length + piece.length > WIDTH) {
      lines.push(line);
      line = `${indent}${value},`;
    } else {
      line += piece;
    }
  }
  return [...lines, line].join('\n');
}

/** The title of a declaration with a space before it, or nothing. */
export function titleText(tree: Tree, n: NodeIndex): string {
  const title = childOfKind(tree, n, NodeKind.String);
  return title === -1 ? '' : ` ${stringText(tree, title)}`;
}

/** Whether an ExceptArguments follows another after a comma, rather than the word `except`. */
export function followsComma(tree: Tree, n: NodeIndex): boolean {
  const first = tree.text[startOf(tree, n)];
  return first === '(' || first === '（';
}
