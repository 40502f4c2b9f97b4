import { docx, escaped, numbering, run, table } from './docx.ts';

/** A paragraph of a plain text, its lines joined as a word processor would have them, with the number that opens it. */
interface Paragraph {
  /** `1.`, `2.3` or `(a)`, where a list can give it: where it comes next. */
  readonly label?: { readonly text: string; readonly level: 0 | 1 | 2; readonly isFirst: boolean };
  readonly text: string;
  /** Lines with columns apart: rows of a table. */
  readonly rows?: readonly (readonly string[])[];
}

/** Some paragraphs are numbered by lists, where these give the number that the text has; the others are as they are. */
function paragraphsOf(text: string): readonly Paragraph[] {
  const last = [0, 0, 0];
  return text
    .split(/\n[ \t]*\n/)
    .filter((block) => block.trim() !== '')
    .map((block): Paragraph => {
      const lines = block.split('\n').map((line) => line.trim());
      const rows = lines.map((line) => line.split(/ {3,}|\t+/));
      if (rows.every((cells) => cells.length > 1)) return { text: '', rows };
      // A hyphen at the end of a line may belong to its word: nobody knows, so the line stays one.
      const whole = lines.join('\n').replace(/(?<!-)\n/g, ' ');
      const found = /^(?:(\d{1,2})\.|(\d{1,2})\.(\d{1,2})|\(([a-z])\)) +(?=\S)/.exec(whole);
      const label = found === null ? undefined : nextLabel(found, last);
      return label === undefined || found === null ? { text: whole } : { label, text: whole.slice(found[0].length) };
    });
}

function nextLabel([whole, first, outer, second, letter]: RegExpExecArray, last: number[]): Paragraph['label'] {
  const text = whole.trim();
  if (letter !== undefined) {
    const number = letter.charCodeAt(0) - 0x60;
    if (number !== 1 && number !== last[2] + 1) return undefined;
    last[2] = number;
    return { text, level: 2, isFirst: number === 1 };
  }
  const level = second === undefined ? 0 : 1;
  const isNext =
    level === 0 ? Number(first) === last[0] + 1 : Number(outer) === last[0] && Number(second) === last[1] + 1;
  if (!isNext) return undefined;
  if (level === 0) last.splice(0, 3, Number(first), 0, 0);
  else last.splice(1, 2, Number(second), 0);
  return { text, level, isFirst: false };
}

/** The text as a Word document: paragraphs, automatic numbers, tables. */
export function docxOf(text: string): Uint8Array {
  const letters: string[] = [];
  const body = paragraphsOf(text).map(({ label, text: words, rows }) => {
    if (rows !== undefined) return table(rows);
    if (label === undefined) return `<w:p>${run(words)}</w:p>`;
    if (label.level < 2) return numbered(words, 1, label.level);
    if (label.isFirst) {
      letters.push(
        `<w:num w:numId="${10 + letters.length}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
      );
    }
    return numbered(words, 9 + letters.length, 0);
  });
  const lists = numbering(
    [
      ['decimal', '%1.'],
      ['decimal', '%1.%2'],
    ],
    [['lowerLetter', '(%1)']],
  );
  return docx(body.join(''), { numbering: lists + letters.join('') });
}

const numbered = (words: string, list: number, level: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(words)}</w:p>`;

/** The text as a web page: paragraphs, headings, numbered lists, tables. */
export function htmlOf(text: string): string {
  const body = paragraphsOf(text).map(({ label, text: words, rows }) => {
    const inner = escaped(words).replaceAll('\n', '<br>');
    if (rows !== undefined) {
      const cells = (row: readonly string[]) => row.map((cell) => `<td>${escaped(cell)}</td>`).join('');
      return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
    }
    if (label?.level === 0) return `<ol start="${label.text.slice(0, -1)}"><li><p>${inner}</p></li></ol>`;
    if (label !== undefined) return `<p>${label.text} ${inner}</p>`;
    return /^ARTICLE [IVX]+/.test(words) ? `<h2>${inner}</h2>` : `<p>${inner}</p>`;
  });
  return `<!doctype html><html><head><title>x</title></head><body>${body.join('\n')}</body></html>`;
}
