/**
 * A text with its expected scopes marked below its lines, as `vscode-tmgrammar-test` writes them:
 *
 *     party OpenAI
 *     // <----- entity.name.type.dimension
 *     //    ^^^^^^ entity.name.type.class - keyword
 *
 * Every marked character must have each scope named, or one that begins with it, and none of those after `-`. The
 * marks are no part of the text.
 */
export interface MarkedText {
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** Of the marked line, and of the file, both counted from 0. */
  readonly line: number;
  readonly fileLine: number;
  readonly start: number;
  readonly end: number;
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

const MARK = /^(\s*\/\/\s*)(?:<(-+)|(\^+))\s*([\w.\s-]+)$/;

export function readMarkedText(text: string): MarkedText {
  const lines: string[] = [];
  const marks: Mark[] = [];
  text.split(/\r?\n/).forEach((line, fileLine) => {
    const match = MARK.exec(line);
    if (match === null) {
      lines.push(line);
      return;
    }
    const [, before, fromStart, carets, scopes] = match;
    const [present = '', absent = ''] = scopes.split(/(?:^|\s)-\s/);
    const [start, length] = fromStart === undefined ? [before.length, carets.length] : [0, fromStart.length];
    marks.push({
      line: lines.length - 1,
      fileLine,
      start,
      end: start + length,
      present: present.split(/\s+/).filter(Boolean),
      absent: absent.split(/\s+/).filter(Boolean),
    });
  });
  return { lines, marks };
}
