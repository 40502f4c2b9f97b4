import type { ParsedFile } from '../../model/model.ts';
import type { CodeAction } from './code-action.ts';

/** Writes all full-width and typographic punctuation of a file in ASCII. */
export function asciiThroughout({ path, tree }: ParsedFile): CodeAction[] {
  const edits = tree.problems.flatMap(({ code, fix }) => {
    if (code !== 'ascii-punctuation' || !fix) return [];
    const { start, end, newText } = fix;
    return [{ file: path, start, end, newText }];
  });
  if (edits.length === 0) return [];
  const marks = edits.length === 1 ? 'the one mark' : `all ${edits.length} marks`;
  return [{ title: `Write ${marks} of punctuation of this file in ASCII`, kind: 'source.fixAll', edits }];
}
