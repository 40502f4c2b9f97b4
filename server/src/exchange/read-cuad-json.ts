import { type CuadAnswer, type CuadContract, type CuadPassage, cuadCategory, piecesOf } from './cuad-contract.ts';
import { countAt, isList, type Json, listOf, member, textAt } from './json.ts';
import type { NotUnderstood } from './not-understood.ts';

/** Whether a JSON value has one of the forms that {@link readCuadJson} reads. */
export const isCuadJson = (json: Json): boolean => isList(member(json, 'data')) || isSpanList(json);

const isSpanList = (json: Json): json is readonly Json[] =>
  isList(json) && json.length > 0 && json.every((one) => textAt(one, 'category') !== undefined);

/**
 * CUAD's annotations as JSON: CUADv1.json, in the form of SQuAD 2.0 (`data[].paragraphs[].qas[]`), or a list of passages
 * `{ file, category, quote, start }`. What is no annotation of a known category is an error, not skipped.
 */
export function readCuadJson(json: Json): readonly CuadContract[] | NotUnderstood {
  const data = member(json, 'data');
  if (isList(data)) return readSquad(data);
  if (isSpanList(json)) return readSpans(json);
  return { problem: 'it has neither a list `data`, as CUADv1.json has, nor passages with a `category`' };
}

function readSquad(data: readonly Json[]): readonly CuadContract[] | NotUnderstood {
  const contracts: CuadContract[] = [];
  for (const [index, entry] of data.entries()) {
    const title = textAt(entry, 'title') ?? `contract ${index + 1}`;
    const paragraphs = listOf(member(entry, 'paragraphs'));
    for (const [count, paragraph] of paragraphs.entries()) {
      const text = textAt(paragraph, 'context');
      if (text === undefined) return { problem: `\`data[${index}].paragraphs[${count}]\` has no \`context\`` };
      const answers = readQuestions(listOf(member(paragraph, 'qas')), `data[${index}].paragraphs[${count}]`);
      if ('problem' in answers) return answers;
      contracts.push({ title: count === 0 ? title : `${title} ${count + 1}`, text, answers: answers.answers });
    }
  }
  return contracts.length > 0 ? contracts : { problem: '`data` holds no contract' };
}

function readQuestions(
  questions: readonly Json[],
  path: string,
): { readonly answers: readonly CuadAnswer[] } | NotUnderstood {
  const answers: CuadAnswer[] = [];
  for (const [index, question] of questions.entries()) {
    const category = categoryOf(question);
    if (category === undefined) return { problem: `\`${path}.qas[${index}]\` names no category of CUAD` };
    const passages: CuadPassage[] = [];
    for (const answer of listOf(member(question, 'answers'))) {
      const text = textAt(answer, 'text');
      if (text === undefined) return { problem: `an answer of \`${path}.qas[${index}]\` has no \`text\`` };
      const pieces = piecesOf(text);
      if (pieces.length > 0) passages.push({ pieces, ...startOf(answer, 'answer_start', text) });
    }
    if (passages.length > 0) answers.push({ category, passages });
  }
  return { answers };
}

/** Of `Highlight the parts … related to "Governing Law" …`, or of an id that ends with it: `TITLE__Governing Law`. */
function categoryOf(question: Json): string | undefined {
  const quoted = /"([^"]+)"/.exec(textAt(question, 'question') ?? '')?.[1];
  const id = textAt(question, 'id') ?? '';
  return (
    cuadCategory(quoted ?? '') ??
    cuadCategory(id.slice(id.lastIndexOf('__') + 2)) ??
    cuadCategory(textAt(question, 'question') ?? '')
  );
}

/** Where the first piece starts: white space at its start was taken off. */
function startOf(json: Json, key: string, text: string): { readonly start?: number } {
  const start = countAt(json, key);
  return start === undefined ? {} : { start: start + text.length - text.trimStart().length };
}

function readSpans(spans: readonly Json[]): readonly CuadContract[] | NotUnderstood {
  const contracts = new Map<string, Map<string, CuadPassage[]>>();
  for (const [index, span] of spans.entries()) {
    const [file, quote] = [textAt(span, 'file'), textAt(span, 'quote')];
    const category = cuadCategory(textAt(span, 'category') ?? '');
    if (file === undefined || quote === undefined)
      return { problem: `passage ${index + 1} lacks a \`file\` or a \`quote\`` };
    if (category === undefined) return { problem: `passage ${index + 1} names no category of CUAD` };
    const answers = contracts.get(file) ?? new Map<string, CuadPassage[]>();
    contracts.set(file, answers);
    const passages = answers.get(category) ?? [];
    answers.set(category, passages);
    const pieces = piecesOf(quote);
    if (pieces.length > 0) passages.push({ pieces, ...startOf(span, 'start', quote) });
  }
  return [...contracts].map(([file, answers]) => ({
    title: file.replace(/\.(?:txt|pdf)$/i, ''),
    answers: [...answers].map(([category, passages]) => ({ category, passages })),
  }));
}
