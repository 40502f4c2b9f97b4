import { parseCsv } from './csv.ts';
import { type CuadAnswer, type CuadContract, cuadCategory, piecesOf } from './cuad-contract.ts';
import type { NotUnderstood } from './not-understood.ts';

interface Column {
  readonly category: string;
  /** The column of its passages, and that of the annotators' own words; -1 where there is none. */
  passages: number;
  stated: number;
}

const ANSWER = /\s*-\s*answer\s*$/i;

/**
 * CUAD's `master_clauses.csv`: a row a contract, for each category a column of passages (a list as Python writes it) and a
 * column `… -Answer`. Columns may be missing or stand in any order.
 */
export function readCuadCsv(text: string): readonly CuadContract[] | NotUnderstood {
  const rows = parseCsv(text);
  if ('problem' in rows) return rows;
  const [header, ...contracts] = rows;
  const file = header?.findIndex((name) => /^file\s*name$/i.test(name.trim())) ?? -1;
  if (header === undefined || file < 0) return { problem: 'its first line names no column `Filename`' };
  const columns = columnsOf(header);
  if (columns.length === 0) return { problem: 'none of its columns is named like a category of CUAD' };
  const read: CuadContract[] = [];
  for (const [index, row] of contracts.entries()) {
    const answers: CuadAnswer[] = [];
    for (const column of columns) {
      const passages = passagesIn(row[column.passages] ?? '');
      if (passages === undefined) {
        return { problem: `the passages of \`${column.category}\` in row ${index + 2} are no list such as ['…', '…']` };
      }
      const stated = (row[column.stated] ?? '').trim();
      if (passages.length === 0 && stated === '') continue;
      answers.push({
        category: column.category,
        passages: passages
          .map(piecesOf)
          .filter((pieces) => pieces.length > 0)
          .map((pieces) => ({ pieces })),
        ...(stated === '' ? {} : { stated }),
      });
    }
    read.push({ title: (row[file] ?? '').trim().replace(/\.(?:pdf|txt)$/i, ''), answers });
  }
  return read.length > 0 ? read : { problem: 'it holds no contract, only a first line' };
}

function columnsOf(header: readonly string[]): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const [index, name] of header.entries()) {
    const isAnswer = ANSWER.test(name);
    const category = cuadCategory(name.replace(ANSWER, ''));
    if (category === undefined) continue;
    const column = columns.get(category) ?? { category, passages: -1, stated: -1 };
    columns.set(category, column);
    if (isAnswer) column.stated = index;
    else column.passages = index;
  }
  return [...columns.values()];
}

/** A list of strings as Python writes it, `['a', "b's"]`; a cell without brackets is one passage. Undefined: ill-formed. */
function passagesIn(cell: string): readonly string[] | undefined {
  const text = cell.trim();
  if (text === '' || text === '[]') return [];
  if (!text.startsWith('[') || !/^\[\s*(?:['"]|\])/.test(text)) return [text];
  const strings: string[] = [];
  let at = 1;
  for (;;) {
    while (at < text.length && /[\s,]/.test(text[at])) at++;
    if (text[at] === ']') return strings;
    const string = pythonString(text, at);
    if (string === undefined) return undefined;
    strings.push(string.value);
    at = string.end;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' };

/** The string literal at an offset, and the offset behind it. */
function pythonString(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  const mark = text[start];
  if (mark !== "'" && mark !== '"') return undefined;
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === mark) return { value, end: at + 1 };
    if (character !== '\\') {
      value += character;
      continue;
    }
    const coded = /^(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))/i.exec(text.slice(at + 1, at + 10));
    if (coded !== null) {
      const code = Number.parseInt(coded[1] ?? coded[2] ?? coded[3], 16);
      value += code <= 0x10ffff ? String.fromCodePoint(code) : '';
      at += coded[0].length;
    } else {
      const next = text[++at] ?? '';
      value += ESCAPES[next] ?? `\\${next}`;
    }
  }
  return undefined;
}
