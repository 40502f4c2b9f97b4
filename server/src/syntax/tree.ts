import type { TreeIntegers } from './tree-arena.ts';

/**
 * The syntax tree of one `.deal` text: flat, in one array of integers, so that a portfolio of a hundred thousand clauses costs
 * no garbage collection. A node is {@link STRIDE} integers: kind, start, end (UTF-16 offsets), next: the index of
 * the first node after its subtree, and the number of its text: of a name or date that is kept in known-texts.ts, else 0.
 * The first child of node `n` is `n + 1` when `n + 1 < next(n)`; the sibling after a child `c` is `next(c)`.
 *
 * Invariants: node 0 is the root; a child lies within its parent; children come in the order of the text.
 */
export const STRIDE = 5;

export enum NodeKind {
  /** Root: TermDeclaration | DimensionDeclaration | KindDeclaration | Deal | Reading | Expectation | Skipped. */
  File = 0,
  /** Root of `parseClause`: one Clause (or Skipped). */
  ClauseFile = 1,
  /** Name (the dimension's word), then TermItem+, then relations. */
  TermDeclaration = 2,
  /** Name, [String title]. */
  TermItem = 3,
  /** `in names`: (Path | List). */
  In = 4,
  /** `overlaps names`. */
  Overlaps = 5,
  /** `distinct from names`. */
  DistinctFrom = 6,
  /** `= list`: List. */
  Equals = 7,
  /** `open`. */
  Open = 8,
  /** `by NAME`: Path. */
  By = 9,
  /** `under NAME [from DATE]`: Path, [date value]. */
  Under = 10,
  /** `occurred DATE`. */
  Occurred = 11,
  /** `after (DATE|MONTH|YEAR|NAME)`. */
  After = 12,
  /** `before (DATE|MONTH|YEAR|NAME)`. */
  Before = 13,
  /** `presumed yes`; no children. */
  PresumedYes = 14,
  /** `presumed no`; no children. */
  PresumedNo = 15,
  /** Name, Name (who|what|where), [NumberFlag], [String]. */
  DimensionDeclaration = 16,
  /** The word `number` in a dimension declaration. */
  NumberFlag = 17,
  /** Name, Effect+, Parameter*. */
  KindDeclaration = 18,
  /** One effect word of a kind: permits, excludes, ... */
  Effect = 19,
  /** Name, Name (type), [default value]. */
  Parameter = 20,
  /** Name, [String], [Arguments], (Amends | Supersedes | Terminates)*, then Clause | TermDeclaration | Skipped. */
  Deal = 21,
  Amends = 22,
  Supersedes = 23,
  Terminates = 24,
  /** Quote*, [Label], Name (kind), Arguments, ExceptArguments*, SubjectTo*, Notwithstanding*, (Clause | Exception | Skipped)*. */
  Clause = 25,
  /** Quote*, [Label], Arguments. */
  Exception = 26,
  /** A run of adjacent lines that start with `>`: from the first `>` to the end of the last line. */
  Quote = 27,
  /** The NAME before `:`. */
  Label = 28,
  /** `( arg, ... )`: Argument*. */
  Arguments = 29,
  /** `except ( ... )` after a clause: Argument*. */
  ExceptArguments = 30,
  /** `subject to names`: (Path | List). */
  SubjectTo = 31,
  /** `notwithstanding names`: (Path | List). */
  Notwithstanding = 32,
  /** `name = value`: Name, value. */
  Argument = 33,
  /** `name < number` and its kin: Name, Number. */
  ArgumentLess = 34,
  ArgumentAtMost = 35,
  ArgumentGreater = 36,
  ArgumentAtLeast = 37,
  /** Name, [String], TermDeclaration*. */
  Reading = 38,
  /** Its verdict is a child Verdict*, then Path, Path, [Name (reading)]; `expect clear A` has one Path. */
  Expectation = 39,
  VerdictConflict = 40,
  VerdictDisputed = 41,
  VerdictDepends = 42,
  VerdictNearMiss = 43,
  VerdictClear = 44,
  /** A single identifier. */
  Name = 45,
  /** `a.b.c` or a single name used as a value: Name+. */
  Path = 46,
  /** `[a, b]`: values. */
  List = 47,
  /** With its quotation marks. */
  String = 48,
  Number = 49,
  /** `27%`. */
  Percent = 50,
  /** `250B USD`: the span of both words. */
  Money = 51,
  /** `2026-02-27`. */
  Date = 52,
  /** `2026-03`. A year is a Number of four digits: the place decides. */
  Month = 53,
  /** `90 days`: the span of number and unit. Units: day(s), week(s), month(s), quarter(s), year(s). */
  Duration = 54,
  /** `earlier of [..]`: List. */
  EarlierOf = 55,
  /** `later of [..]`: List. */
  LaterOf = 56,
  /** `..10`: Number. */
  RangeTo = 57,
  /** `1000..`: Number. */
  RangeFrom = 58,
  /** `10..12`: Number, Number. */
  RangeBetween = 59,
  /** `A except B`: value, value. */
  Difference = 60,
  /** `t + 5 years`: value, Duration. */
  Plus = 61,
  /** `t - 5 years`: value, Duration. */
  Minus = 62,
  /** Text that fits nowhere; an error says so. */
  Skipped = 63,
}

/** An error or a hint of the syntax, with what was expected and, where there is one, the edit that mends it. */
export interface SyntaxProblem {
  readonly code: 'syntax' | 'ascii-punctuation';
  readonly severity: 'error' | 'hint';
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly start: number; readonly end: number; readonly newText: string };
}

export interface Tree {
  readonly text: string;
  /** STRIDE integers a node, in preorder. */
  readonly nodes: TreeIntegers;
  readonly problems: readonly SyntaxProblem[];
  /** Comments in order: start and end offsets, two integers each, delimiters included. */
  readonly comments: TreeIntegers;
}

/** A node's index counts nodes, not integers: its kind is at `nodes[n * STRIDE]`. */
export type NodeIndex = number;

export const kindOf = (tree: Tree, n: NodeIndex): NodeKind => tree.nodes[n * STRIDE] as NodeKind;
export const startOf = (tree: Tree, n: NodeIndex): number => tree.nodes[n * STRIDE + 1];
export const endOf = (tree: Tree, n: NodeIndex): number => tree.nodes[n * STRIDE + 2];
/** The first node after the subtree of `n`: its next sibling, if it lies before the parent's own next. */
export const nextOf = (tree: Tree, n: NodeIndex): NodeIndex => tree.nodes[n * STRIDE + 3];
/** Of a name or date the number of its text in known-texts.ts; 0: it has none, ask for the text. */
export const textNumberOf = (tree: Tree, n: NodeIndex): number => tree.nodes[n * STRIDE + 4];
/** The source text of a node. */
export const textOf = (tree: Tree, n: NodeIndex): string => tree.text.slice(startOf(tree, n), endOf(tree, n));

/** The children of a node, for code where clarity matters more than speed. */
export function childrenOf(tree: Tree, n: NodeIndex): NodeIndex[] {
  const children: NodeIndex[] = [];
  for (let child = n + 1, end = nextOf(tree, n); child < end; child = nextOf(tree, child)) children.push(child);
  return children;
}

/** The first child of one kind, or -1. */
export function childOfKind(tree: Tree, n: NodeIndex, kind: NodeKind): NodeIndex {
  for (let child = n + 1, end = nextOf(tree, n); child < end; child = nextOf(tree, child)) {
    if (kindOf(tree, child) === kind) return child;
  }
  return -1;
}
