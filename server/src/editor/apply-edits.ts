import type { ParsedFile } from '../model/model.ts';
import { parse } from '../syntax/parser.ts';
import type { TextEdit } from '../text/edit.ts';
import type { FileEdit } from './file-edit.ts';

/** A text after edits that do not overlap. Insertions at one place keep their order. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let end = 0;
  for (const edit of inTextOrder(edits)) {
    result += text.slice(end, edit.start) + edit.newText;
    end = edit.end;
  }
  return result + text.slice(end);
}

/** Edits by their place, those at one place as they come. */
export const inTextOrder = <Edit extends TextEdit>(edits: readonly Edit[]): Edit[] =>
  [...edits].sort((a, b) => a.start - b.start || a.end - b.end);

/** Files after edits: those that none touches keep their trees. */
export function editedFiles(files: readonly ParsedFile[], edits: readonly FileEdit[]): ParsedFile[] {
  return files.map((file) => {
    const own = edits.filter((edit) => edit.file === file.path);
    return own.length === 0 ? file : { path: file.path, tree: parse(editedText(file.tree.text, own)) };
  });
}
