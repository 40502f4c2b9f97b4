import { filledText, flatText, followsComma, titleText, WIDTH } from './format-text.ts';
import {
  childOfKind,
  childrenOf,
  endOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  startOf,
  type Tree,
  textOf,
} from './tree.ts';

/** Lays out declarations without errors: appends lines without line ends to `lines`. */
export interface Printer {
  readonly tree: Tree;
  readonly lines: string[];
}

/** The indices of the comments that start from `from` on and before `to`. */
export function commentsIn(tree: Tree, from: number, to: number): number[] {
  let low = 0;
  let high = tree.comments.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.comments[middle * 2] < from) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = low; i * 2 < tree.comments.length && tree.comments[i * 2] < to; i++) found.push(i);
  return found;
}

const hasComments = (tree: Tree, from: number, to: number): boolean => commentsIn(tree, from, to).length > 0;

export function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

/** In place of a line: no empty lines are kept. */
const NO_BLANKS = -1;

/**
 * Prints the comments between two offsets: behind the last line those that stand on it, the others on lines of their
 * own. Gives the offset behind the last one. Empty lines are kept, one of several, below line `first` of the output.
 */
export function printComments(printer: Printer, from: number, to: number, indent: string, first: number): number {
  const { tree, lines } = printer;
  let end = from;
  for (const i of commentsIn(tree, from, to)) {
    const start = tree.comments[i * 2];
    const text = tree.text.slice(start, tree.comments[i * 2 + 1]).trimEnd();
    const distance = lineEnds(tree.text, end, start);
    if (distance === 0 && lines.length > 0 && lines.at(-1) !== '') {
      lines[lines.length - 1] += ` ${text}`;
    } else {
      if (distance > 1) printBlank(printer, first);
      lines.push(indent + text);
    }
    end = tree.comments[i * 2 + 1];
  }
  return end;
}

/** An empty line, unless nothing stands above it since line `first`. */
export function printBlank({ lines }: Printer, first: number): void {
  if (first !== NO_BLANKS && lines.length > first && lines[lines.length - 1] !== '') lines.push('');
}

/** Prints items with the comments before, between and after them. */
function printSequence(
  printer: Printer,
  items: readonly NodeIndex[],
  [from, to]: readonly [number, number],
  indent: string,
  first: number,
  print: (item: NodeIndex) => void,
): void {
  const { tree } = printer;
  let end = from;
  for (const item of items) {
    const start = startOf(tree, item);
    const below = printComments(printer, end, start, indent, first);
    if (lineEnds(tree.text, below, start) > 1) printBlank(printer, first);
    print(item);
    end = endOf(tree, item);
  }
  printComments(printer, end, to, indent, first);
}

/** A stretch of a header: plain text, or a list in parentheses that may take a line an item. */
type Piece =
  | { readonly text: string }
  | { readonly items: readonly NodeIndex[]; readonly from: number; readonly to: number };

/** Prints a header and what follows it on its last line. */
function printPieces(printer: Printer, pieces: readonly Piece[], indent: string, suffix: string): void {
  const { tree, lines } = printer;
  let line = indent;
  pieces.forEach((piece, i) => {
    if ('text' in piece) {
      line += piece.text;
      return;
    }
    const flat = `(${piece.items.map((item) => flatText(tree, item)).join(', ')})`;
    const rest = pieces.slice(i + 1).every((later) => 'text' in later)
      ? pieces.slice(i + 1).reduce((sum, later) => sum + ('text' in later ? later.text.length : 0), suffix.length)
      : 0;
    if (!hasComments(tree, piece.from, piece.to) && line.length + flat.length + rest <= WIDTH) {
      line += flat;
      return;
    }
    lines.push(`${line}(`);
    const inner = `${indent}  `;
    printSequence(printer, piece.items, [piece.from, piece.to], inner, NO_BLANKS, (item) =>
      printItem(printer, item, inner),
    );
    line = `${indent})`;
  });
  lines.push(line + suffix);
}

function printItem({ tree, lines }: Printer, item: NodeIndex, indent: string): void {
  const isPlain = !hasComments(tree, startOf(tree, item), endOf(tree, item));
  const text = isPlain ? filledText(tree, item, indent.length + 1, indent) : textOf(tree, item);
  lines.push(`${indent}${text},`);
}

/** The parentheses of an argument list: the offset behind the opening one and that of the closing one. */
function parentheses(tree: Tree, n: NodeIndex): Piece {
  const text = tree.text;
  let from = startOf(tree, n);
  while (from < endOf(tree, n) && text[from] !== '(' && text[from] !== '（') from++;
  return { items: childrenOf(tree, n), from: from + 1, to: endOf(tree, n) - 1 };
}

/** Whether comments stand in a header elsewhere than inside the parentheses of its pieces. */
function hasStrayComments(tree: Tree, from: number, to: number, pieces: readonly Piece[]): boolean {
  return commentsIn(tree, from, to).some((i) => {
    const start = tree.comments[i * 2];
    return !pieces.some((piece) => 'items' in piece && start >= piece.from && start < piece.to);
  });
}

/** Prints a header, as it stands where comments are in its way, and then its block if there is one. */
function printHeaded(
  printer: Printer,
  pieces: readonly Piece[],
  head: readonly [number, number],
  indent: string,
  block?: Block,
): void {
  const { tree, lines } = printer;
  const [from, to] = head;
  const isEmpty = block !== undefined && block.members.length === 0 && !hasComments(tree, to, block.end);
  const suffix = block === undefined ? '' : isEmpty ? ' {}' : ' {';
  if (hasStrayComments(tree, from, to, pieces)) lines.push(indent + tree.text.slice(from, to) + suffix);
  else printPieces(printer, pieces, indent, suffix);
  if (block === undefined || isEmpty) return;
  const inner = `${indent}  `;
  printSequence(printer, block.members, [to, block.end - 1], inner, lines.length, (member) =>
    printMember(printer, member, inner),
  );
  lines.push(`${indent}}`);
}

/** What stands in braces: its members, and the offset behind its `}`. */
interface Block {
  readonly members: readonly NodeIndex[];
  readonly end: number;
}

function printMember(printer: Printer, n: NodeIndex, indent: string): void {
  switch (kindOf(printer.tree, n)) {
    case NodeKind.Clause:
    case NodeKind.Exception:
      printClause(printer, n, indent);
      break;
    default:
      printDeclaration(printer, n, indent);
  }
}

/** Prints a declaration of a file. */
export function printDeclaration(printer: Printer, n: NodeIndex, indent: string): void {
  const { tree, lines } = printer;
  switch (kindOf(tree, n)) {
    case NodeKind.Deal:
      printDeal(printer, n);
      break;
    case NodeKind.Reading:
      printReading(printer, n);
      break;
    case NodeKind.KindDeclaration:
      printKind(printer, n);
      break;
    case NodeKind.TermDeclaration:
      if (hasComments(tree, startOf(tree, n), endOf(tree, n))) lines.push(indent + textOf(tree, n));
      else printTerm(printer, n, indent);
      break;
    case NodeKind.Expectation:
    case NodeKind.DimensionDeclaration:
      if (hasComments(tree, startOf(tree, n), endOf(tree, n))) lines.push(indent + textOf(tree, n));
      else if (kindOf(tree, n) === NodeKind.Expectation) printExpectation(printer, n);
      else lines.push(dimensionText(tree, n));
      break;
    default:
      lines.push(indent + textOf(tree, n));
  }
}

function printDeal(printer: Printer, n: NodeIndex): void {
  const { tree } = printer;
  const pieces: Piece[] = [{ text: `deal ${textOf(tree, n + 1)}${titleText(tree, n)}` }];
  const members: NodeIndex[] = [];
  let headEnd = startOf(tree, n);
  for (const child of childrenOf(tree, n)) {
    const kind = kindOf(tree, child);
    if (kind === NodeKind.Clause || kind === NodeKind.TermDeclaration) {
      members.push(child);
      continue;
    }
    headEnd = endOf(tree, child);
    if (kind === NodeKind.Arguments) pieces.push({ text: ' ' }, parentheses(tree, child));
    else if (kind !== NodeKind.Name && kind !== NodeKind.String) pieces.push({ text: ` ${flatText(tree, child)}` });
  }
  printHeaded(printer, pieces, [startOf(tree, n), headEnd], '', { members, end: endOf(tree, n) });
}

/** A reading of one term takes one line where it fits. */
function printReading(printer: Printer, n: NodeIndex): void {
  const { tree, lines } = printer;
  const members = childrenOf(tree, n).filter((child) => kindOf(tree, child) === NodeKind.TermDeclaration);
  const title = childOfKind(tree, n, NodeKind.String);
  const headEnd = endOf(tree, title === -1 ? n + 1 : title);
  const text = `reading ${textOf(tree, n + 1)}${titleText(tree, n)}`;
  if (members.length === 1 && !hasComments(tree, startOf(tree, n), endOf(tree, n))) {
    const line = `${text} { ${termText(tree, members[0])} }`;
    if (line.length <= WIDTH) {
      lines.push(line);
      return;
    }
  }
  printHeaded(printer, [{ text }], [startOf(tree, n), headEnd], '', { members, end: endOf(tree, n) });
}

function printKind(printer: Printer, n: NodeIndex): void {
  const { tree } = printer;
  const parts = childrenOf(tree, n);
  const effects = parts.filter((part) => kindOf(tree, part) === NodeKind.Effect);
  const parameters = parts.filter((part) => kindOf(tree, part) === NodeKind.Parameter);
  let from = endOf(tree, effects[effects.length - 1]);
  while (tree.text[from] !== '(' && tree.text[from] !== '（' && from < endOf(tree, n)) from++;
  const names = effects.map((effect) => textOf(tree, effect)).join(', ');
  const pieces: Piece[] = [
    { text: `kind ${textOf(tree, n + 1)} ${names} ` },
    { items: parameters, from: from + 1, to: endOf(tree, n) - 1 },
  ];
  printHeaded(printer, pieces, [startOf(tree, n), endOf(tree, n)], '');
}

function dimensionText(tree: Tree, n: NodeIndex): string {
  return `dimension ${childrenOf(tree, n)
    .map((child) => flatText(tree, child))
    .join(' ')}`;
}

/** `expect …`, broken before `under` and then before `and` where it does not fit. */
function printExpectation({ tree, lines }: Printer, n: NodeIndex): void {
  const [verdict, first, second, reading] = childrenOf(tree, n).map((child) => flatText(tree, child));
  if (second === undefined) {
    lines.push(`expect ${verdict} ${first}`);
    return;
  }
  let line = `expect ${verdict} between ${first}`;
  for (const part of [`and ${second}`, ...(reading === undefined ? [] : [`under ${reading}`])]) {
    if (line.length + part.length < WIDTH) {
      line += ` ${part}`;
    } else {
      lines.push(line);
      line = `  ${part}`;
    }
  }
  lines.push(line);
}

function termText(tree: Tree, n: NodeIndex): string {
  const parts = childrenOf(tree, n);
  const items = parts.filter((part) => kindOf(tree, part) === NodeKind.TermItem).map((part) => flatText(tree, part));
  const relations = parts
    .filter((part) => kindOf(tree, part) !== NodeKind.TermItem)
    .map((part) => flatText(tree, part));
  return [relations[0], items.join(', '), ...relations.slice(1)].join(' ');
}

/** A term on one line where it fits, else with a line for each relation, and for each name if there are many. */
function printTerm({ tree, lines }: Printer, n: NodeIndex, indent: string): void {
  const flat = termText(tree, n);
  if (indent.length + flat.length <= WIDTH) {
    lines.push(indent + flat);
    return;
  }
  const inner = `${indent}  `;
  const [dimension, ...parts] = childrenOf(tree, n);
  const items = parts.filter((part) => kindOf(tree, part) === NodeKind.TermItem).map((part) => flatText(tree, part));
  const head = `${indent}${textOf(tree, dimension)} `;
  const isShort = head.length + items.join(', ').length <= WIDTH;
  lines.push(...(head + items.join(isShort ? ', ' : `,\n${inner}`)).split('\n'));
  for (const part of parts) {
    if (kindOf(tree, part) !== NodeKind.TermItem) lines.push(inner + filledText(tree, part, inner.length, inner));
  }
}

/** A clause or an exception. */
function printClause(printer: Printer, n: NodeIndex, indent: string): void {
  const { tree } = printer;
  const parts = childrenOf(tree, n);
  const quotes = parts.filter((part) => kindOf(tree, part) === NodeKind.Quote);
  const members = parts.filter(
    (part) => kindOf(tree, part) === NodeKind.Clause || kindOf(tree, part) === NodeKind.Exception,
  );
  const header = parts.slice(quotes.length, parts.length - members.length);
  const headEnd = endOf(tree, header[header.length - 1]);
  const headStart = printQuotes(printer, quotes, n, indent);
  const pieces = clausePieces(tree, n, header);
  const hasBlock = endOf(tree, n) > headEnd;
  printHeaded(printer, pieces, [headStart, headEnd], indent, hasBlock ? { members, end: endOf(tree, n) } : undefined);
}

function clausePieces(tree: Tree, n: NodeIndex, header: readonly NodeIndex[]): Piece[] {
  const isException = kindOf(tree, n) === NodeKind.Exception;
  const pieces: Piece[] = [];
  for (const part of header) {
    switch (kindOf(tree, part)) {
      case NodeKind.Label:
        pieces.push({ text: `${textOf(tree, part)}: ` });
        break;
      case NodeKind.Arguments:
        if (isException) pieces.push({ text: 'except ' });
        pieces.push(parentheses(tree, part));
        break;
      case NodeKind.ExceptArguments:
        pieces.push({ text: followsComma(tree, part) ? ', ' : ' except ' }, parentheses(tree, part));
        break;
      case NodeKind.Name:
        pieces.push({ text: textOf(tree, part) });
        break;
      default:
        pieces.push({ text: ` ${flatText(tree, part)}` });
    }
  }
  return pieces;
}

/** Prints quotes, line by line as they stand but for their indentation. Gives the offset where the header starts. */
function printQuotes(printer: Printer, quotes: readonly NodeIndex[], n: NodeIndex, indent: string): number {
  const { tree, lines } = printer;
  let end = startOf(tree, n);
  for (const quote of quotes) {
    const below = printComments(printer, end, startOf(tree, quote), indent, NO_BLANKS);
    // Without an empty line two quotes would become one.
    if (quote !== quotes[0] && below === end) lines.push('');
    for (const line of textOf(tree, quote).split(/\r\n|\r|\n/))
      lines.push(indent + line.replace(/^[\s\u3000]*[>＞]/, '>'));
    end = endOf(tree, quote);
  }
  if (quotes.length === 0) return end;
  const head = skipSpace(tree.text, printComments(printer, end, headOffset(tree, n), indent, NO_BLANKS));
  return head;
}

/** The offset of the first word of a clause below its quotes. */
function headOffset(tree: Tree, n: NodeIndex): number {
  const head = childrenOf(tree, n).find((child) => kindOf(tree, child) !== NodeKind.Quote);
  // An exception without a label starts with the word `except`, which is no node: its comments are in its arguments.
  return head === undefined ? startOf(tree, n) : startOf(tree, head);
}

function skipSpace(text: string, i: number): number {
  while (i < text.length && /\s/.test(text[i])) i++;
  return i;
}
