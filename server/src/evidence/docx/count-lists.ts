import { formatNumber } from '../format-number.ts';
import type { List, ListLevel, Lists } from './read-numbering.ts';

/** Counts the paragraphs of a document's lists as a word processor does. Ask in the order of the document. */
export interface ListCounter {
  /** The number of the next paragraph at `level` of a list, with the space after it; '' for bullets and unknown lists. */
  readonly next: (list: string, level: number) => string;
  /** The level of a list that is a style's, if one is. */
  readonly levelOfStyle: (list: string, style: string) => number | undefined;
}

/** Word has nine levels. */
const LEVELS = 9;

export function countLists(lists: Lists): ListCounter {
  /** By definition: the last number of each level, undefined before its first. */
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    next(id, level) {
      const list = lists.get(id);
      const own = list?.levels.get(level);
      if (list === undefined || own === undefined) return '';
      const count = counts.get(list.definition) ?? [];
      counts.set(list.definition, count);
      const restart = list.startsAt.get(level);
      const isFirst = restart !== undefined && !started.has(`${id} ${level}`);
      if (isFirst) started.add(`${id} ${level}`);
      const last = count[level];
      count[level] = isFirst ? restart : last === undefined ? own.start : last + 1;
      for (let deeper = level + 1; deeper < LEVELS; deeper++) {
        const after = list.levels.get(deeper)?.restartAfter;
        if (after === undefined || level < after) count[deeper] = undefined;
      }
      return own.format === 'bullet' ? '' : textOf(list, own, count);
    },
    levelOfStyle(id, style) {
      for (const [level, { style: other }] of lists.get(id)?.levels ?? []) if (other === style) return level;
      return undefined;
    },
  };
}

function textOf(list: List, level: ListLevel, count: readonly (number | undefined)[]): string {
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const shown = list.levels.get(index);
    const value = count[index] ?? list.startsAt.get(index) ?? shown?.start ?? 1;
    const format = shown?.format ?? 'decimal';
    return formatNumber(value, level.isLegal && format !== 'none' ? 'decimal' : format);
  });
  // A space even where the list sets none: "2.1" and "The" are two words, and beside ideographs it counts for nothing.
  return text.trim() === '' ? '' : `${text} `;
}
