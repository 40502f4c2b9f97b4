import { type NodeIndex, type NodeKind, STRIDE } from './tree.ts';
import { ownCopy, type TreeArena, type TreeIntegers } from './tree-arena.ts';

/**
 * Writes the nodes of one tree at a time into a buffer that all parses share and that is copied out at the end: a file
 * of a kilobyte costs one small allocation, not one a node.
 */
let nodes = new Int32Array(1 << 14);
let count = 0;

/** A buffer grown beyond this many integers by one huge file is let go afterwards. */
const KEPT_INTEGERS = 1 << 20;

export function resetNodes(): void {
  count = 0;
}

export const nodeCount = (): NodeIndex => count;

/** Forgets every node from `n` on. */
export function rewindNodes(n: NodeIndex): void {
  count = n;
}

function grow(): void {
  const larger = new Int32Array(nodes.length * 2);
  larger.set(nodes);
  nodes = larger;
}

/** Opens a node at a UTF-16 offset: what is added before it is closed becomes its subtree. */
export function openNode(kind: NodeKind, start: number): NodeIndex {
  const at = count * STRIDE;
  if (at + STRIDE > nodes.length) grow();
  nodes[at] = kind;
  nodes[at + 1] = start;
  nodes[at + 4] = 0;
  return count++;
}

export function closeNode(n: NodeIndex, end: number): void {
  nodes[n * STRIDE + 2] = end;
  nodes[n * STRIDE + 3] = count;
}

export function addLeaf(kind: NodeKind, start: number, end: number, textNumber = 0): void {
  const at = count * STRIDE;
  if (at + STRIDE > nodes.length) grow();
  nodes[at] = kind;
  nodes[at + 1] = start;
  nodes[at + 2] = end;
  nodes[at + 3] = ++count;
  nodes[at + 4] = textNumber;
}

/** Changes the kind of a node already opened. */
export function setKind(n: NodeIndex, kind: NodeKind): void {
  nodes[n * STRIDE] = kind;
}

export const nodeKindAt = (n: NodeIndex): NodeKind => nodes[n * STRIDE] as NodeKind;
export const nodeStartAt = (n: NodeIndex): number => nodes[n * STRIDE + 1];

/**
 * Makes room for `wrappers` nodes around the finished subtree `n`, which starts where it starts. They are opened with
 * {@link openWrapper}, the outermost first. Costs the size of the subtree: call it once for a chain, not once a link.
 */
export function wrapNode(n: NodeIndex, wrappers: number): void {
  while ((count + wrappers) * STRIDE > nodes.length) grow();
  nodes.copyWithin((n + wrappers) * STRIDE, n * STRIDE, count * STRIDE);
  count += wrappers;
  for (let i = n + wrappers; i < count; i++) nodes[i * STRIDE + 3] += wrappers;
}

export function openWrapper(n: NodeIndex, kind: NodeKind, start: number): void {
  nodes[n * STRIDE] = kind;
  nodes[n * STRIDE + 1] = start;
  nodes[n * STRIDE + 4] = 0;
}

/** The finished nodes of a text of so many characters, STRIDE integers each. */
export function takeNodes(length: number, arena?: TreeArena): TreeIntegers {
  const finished = nodes.subarray(0, count * STRIDE);
  const taken = (arena?.keep ?? ownCopy)(finished, Math.max(length, count));
  count = 0;
  if (nodes.length > KEPT_INTEGERS) nodes = new Int32Array(1 << 14);
  return taken;
}
