import { asciiTwin } from './characters.ts';
import { commentsIn, lineEnds, type Printer, printBlank, printComments, printDeclaration } from './format-layout.ts';
import { parse } from './parser.ts';
import { PROBLEM_LIMIT } from './problems.ts';
import { childrenOf, endOf, kindOf, type NodeIndex, nextOf, startOf, type Tree, textOf } from './tree.ts';

/**
 * A text in the canonical layout: two spaces of indentation, a clause on one line while it fits, else an argument a
 * line. Keeps comments and the words of quotes, keeps one of several empty lines, writes full-width punctuation in
 * ASCII, keeps CRLF. A declaration with a syntax error stays as it is. Formatting twice changes nothing more.
 */
export function format(text: string): string {
  const tree = parse(text);
  const formatted = layOut(tree);
  if (formatted === text) return text;
  // Broken text is understood by its lines, so moving lines could change what it means: then nothing is moved.
  const again = parse(formatted);
  return saysTheSame(tree, again) && layOut(again) === formatted ? formatted : text;
}

/** The canonical layout of a tree, not yet known to say the same. */
export function layOut(tree: Tree): string {
  const errors = tree.problems.filter((problem) => problem.severity === 'error');
  if (errors.length >= PROBLEM_LIMIT) return tree.text;
  const printer: Printer = { tree, lines: [] };
  let end = tree.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const declaration of childrenOf(tree, 0)) {
    const [start, stop] = [startOf(tree, declaration), endOf(tree, declaration)];
    printGap(printer, end, start);
    const isBroken = errors.some((error) => error.end >= start && error.start <= stop);
    if (isBroken || !printFormatted(printer, declaration)) printAsIs(printer, declaration);
    end = stop;
  }
  printGap(printer, end, tree.text.length);
  const lineEnd = /\r\n|\r|\n/.exec(tree.text)?.[0] === '\r\n' ? '\r\n' : '\n';
  const lines = printer.lines.join('\n').split(/\r\n|\r|\n/);
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines.length === 0 ? '' : lines.join(lineEnd) + lineEnd;
}

/**
 * Prints a declaration in the canonical layout. False, and nothing printed, where that would lose or add more than
 * commas: then something is missing in it that was reported elsewhere.
 */
function printFormatted(printer: Printer, n: NodeIndex): boolean {
  const first = printer.lines.length;
  printDeclaration(printer, n, '');
  const printed = printer.lines.slice(first).join('\n');
  if (contentLength(printed) === contentLength(textOf(printer.tree, n))) return true;
  printer.lines.length = first;
  return false;
}

/** UTF-16 units of a text that are neither white space nor commas. */
function contentLength(text: string): number {
  return text.replace(/[\s,，、]/g, '').length;
}

/** What stands between two declarations: comments, and text that the parser could not read. */
function printGap(printer: Printer, from: number, to: number): void {
  const { tree, lines } = printer;
  if (hasUnread(tree, from, to)) {
    const unread = tree.text.slice(from, to).replace(/\s+$/, '');
    if (/^[^\r\n]*\S/.test(unread) && lines.length > 0) lines[lines.length - 1] += unread;
    else lines.push(unread.replace(/^\s*[\r\n]/, ''));
    return;
  }
  const end = printComments(printer, from, to, '', 0);
  if (lineEnds(tree.text, end, to) > 1) printBlank(printer, 0);
}

/** Whether there is more than white space and comments between two offsets. */
function hasUnread(tree: Tree, from: number, to: number): boolean {
  let rest = '';
  let end = from;
  for (const i of commentsIn(tree, from, to)) {
    // A comment in another language's style is an error, and stays as it is.
    if (tree.text[tree.comments[i * 2]] !== '/') return true;
    rest += tree.text.slice(end, tree.comments[i * 2]);
    end = tree.comments[i * 2 + 1];
  }
  return (rest + tree.text.slice(end, to)).trim() !== '';
}

/** A declaration with an error in it, with the indentation of its first line. */
function printAsIs({ tree, lines }: Printer, n: NodeIndex): void {
  const start = startOf(tree, n);
  let lineStart = start;
  while (lineStart > 0 && /[^\S\r\n\ufeff]/.test(tree.text[lineStart - 1])) lineStart--;
  const isFirst = lineStart === 0 || /[\r\n\ufeff]/.test(tree.text[lineStart - 1]);
  lines.push(tree.text.slice(isFirst ? lineStart : start, endOf(tree, n)));
}

/** Whether two trees differ in nothing but spans, white space, and how punctuation is typed. */
export function saysTheSame(a: Tree, b: Tree): boolean {
  if (a.nodes.length !== b.nodes.length || a.comments.length !== b.comments.length) return false;
  const isLeaf = (n: NodeIndex): boolean => nextOf(a, n) === n + 1;
  for (let n = 0; n < nextOf(a, 0); n++) {
    if (kindOf(a, n) !== kindOf(b, n) || nextOf(a, n) !== nextOf(b, n)) return false;
    if (n > 0 && isLeaf(n) && bare(textOf(a, n)) !== bare(textOf(b, n))) return false;
  }
  for (let i = 0; i < a.comments.length; i += 2) {
    if (commentAt(a, i) !== commentAt(b, i)) return false;
  }
  return true;
}

const commentAt = (tree: Tree, i: number): string => bare(tree.text.slice(tree.comments[i], tree.comments[i + 1]));

/** A text without white space and with ASCII punctuation. */
function bare(text: string): string {
  let result = '';
  for (const character of text) {
    if (/\s/.test(character)) continue;
    const twin = asciiTwin(character.charCodeAt(0));
    result += twin === 0 ? character : String.fromCharCode(twin);
  }
  return result;
}
