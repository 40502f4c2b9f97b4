import { itemStyle, type SectionLabel } from './section-label.ts';

/** Where, within a line, a section starts: many filings run whole contracts into one line. */
export interface InlineLabel {
  readonly label: SectionLabel;
  /** UTF-16 offset in the line. */
  readonly offset: number;
}

/** `5. Term.` or `2.1 Licence:` after the end of a sentence, with a title that itself ends soon. */
const section = /[.;:)"”'’]\s+(\d{1,2}(?:\.\d{1,2}){0,3})([.)]?)\s+(?=["“]?\p{Lu}[^.:;]{1,80}[.:])/gu;
/** `(a)` after a colon, semicolon, full stop, heading or "and"; not in "clause (a)". */
const item = /(?:[:;.,—]|\b(?:and|or)|^)\s+\(([a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)(?=\s)/g;

/**
 * The labels within a line after `from`, in order. Each is offered to `follows` and kept only if it goes on with the
 * count of what is open by then; the caller opens it before asking for the next.
 */
export function* inlineLabels(
  line: string,
  from: number,
  follows: (label: SectionLabel) => boolean,
): Generator<InlineLabel> {
  if (line.length < 8) return;
  const rest = line.slice(from);
  const candidates: InlineLabel[] = [];
  for (const match of rest.matchAll(section)) {
    const written = match[1];
    const single = !written.includes('.') && match[2] === '';
    const offset = from + match.index + match[0].indexOf(written);
    const length = written.length + match[2].length;
    if (!single) candidates.push({ label: { kind: 'section', path: written.split('.'), written, length }, offset });
  }
  for (const match of rest.matchAll(item)) {
    const value = match[1];
    const written = `(${value})`;
    const offset = from + match.index + match[0].lastIndexOf(written);
    const style = itemStyle('(', value, ')');
    candidates.push({ label: { kind: 'item', path: [value], style, written, length: written.length }, offset });
  }
  candidates.sort((left, right) => left.offset - right.offset);
  for (const candidate of candidates) if (follows(candidate.label)) yield candidate;
}
