import type { NotUnderstood } from './not-understood.ts';

/**
 * The rows of comma-separated values (RFC 4180): fields may stand in quotation marks, `""` in them is one mark. Empty lines
 * are no rows. A field whose mark is not closed is an error: whatever follows would be read as part of it.
 */
export function parseCsv(text: string): readonly (readonly string[])[] | NotUnderstood {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const field = fieldAt(text, at);
    if (field === undefined) {
      return { problem: `the field in quotation marks that starts on line ${lineOf(text, at)} is not closed` };
    }
    row.push(field.value);
    at = field.end;
    if (text[at] === ',') {
      at++;
      if (at < text.length) continue;
      row.push('');
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

/** The field that starts at `start`, and where its comma or line end is; undefined where its mark is not closed. */
function fieldAt(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  if (text[start] !== '"') {
    const end = endOfPlain(text, start);
    return { value: text.slice(start, end), end };
  }
  let value = '';
  for (let from = start + 1; ; ) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return undefined;
    value += text.slice(from, mark);
    if (text[mark + 1] !== '"') {
      // What stands between the closing mark and the comma belongs to the field, as spreadsheets read it.
      const end = endOfPlain(text, mark + 1);
      return { value: value + text.slice(mark + 1, end), end };
    }
    value += '"';
    from = mark + 2;
  }
}

function endOfPlain(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
