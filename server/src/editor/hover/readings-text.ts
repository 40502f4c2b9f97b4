import { list } from './markdown.ts';

/** What readings make of something, a line each. */
export const readingsText = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `Readings:\n\n${list(lines)}`;
