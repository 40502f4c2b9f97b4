import { kindOf, type NodeIndex, NodeKind, nextOf, type Tree, textNumberOf, textOf } from '../syntax/tree.ts';
import { type ByNumber, setAt, valueAt } from './by-number.ts';

/** What values mean, by how they are written: a portfolio writes the same few thousand again and again. */
export class ByWriting<T> {
  /** By the number of its text, of what is a single name. */
  readonly #ofNames: ByNumber<T> = [];
  /** By its text, of everything else. */
  readonly #ofOthers = new Map<string, T>();

  get(tree: Tree, value: NodeIndex): T | undefined {
    const number = nameNumberOf(tree, value);
    if (number === 0) return this.#ofOthers.get(textOf(tree, value));
    return valueAt(this.#ofNames, number);
  }

  set(tree: Tree, value: NodeIndex, meaning: T): void {
    const number = nameNumberOf(tree, value);
    if (number === 0) this.#ofOthers.set(textOf(tree, value), meaning);
    else setAt(this.#ofNames, number, meaning);
  }

  clear(): void {
    this.#ofNames.length = 0;
    this.#ofOthers.clear();
  }
}

/** The number of a single name's text; 0: it has none, or it is something else. */
const nameNumberOf = (tree: Tree, value: NodeIndex): number =>
  kindOf(tree, value) === NodeKind.Path && nextOf(tree, value) === value + 2 ? textNumberOf(tree, value + 1) : 0;
