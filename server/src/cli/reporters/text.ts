import { createColors } from 'picocolors';
import type { ClauseReference, Finding, Severity } from '../../rules/finding.ts';
import type { Span } from '../../text/span.ts';
import { cellsOf, clippedEnd, visible } from '../cells.ts';
import { excerpt } from './excerpt.ts';
import { notesWithHelp } from './finding-notes.ts';
import type { Report, Texts } from './report.ts';
import { summaryLines } from './text-summary.ts';

export interface TextStyle {
  readonly color: boolean;
  /** The cells of a line. Names and messages are never cut to fit, passages and lines of a file are. */
  readonly columns: number;
}

type Paint = (text: string) => string;
type Colors = ReturnType<typeof createColors>;

/** A report for people. Ends with a line end. */
export function textReport(report: Report, style: TextStyle): string {
  const colors = createColors(style.color);
  const blocks = report.findings.map((finding) => findingText(finding, report.texts, colors, style));
  return `${[...blocks, summaryLines(report, colors).join('\n')].join('\n\n')}\n`;
}

const paintOf = (severity: Severity, colors: Colors): Paint => {
  switch (severity) {
    case 'error':
      return (text) => colors.bold(colors.red(text));
    case 'warning':
      return (text) => colors.bold(colors.yellow(text));
    case 'information':
      return (text) => colors.bold(colors.cyan(text));
    case 'hint':
      return (text) => colors.bold(text);
  }
};

/** A place that a finding shows: the first is marked, the others say what they are. */
interface Place {
  readonly file: string;
  readonly span: Span;
  readonly says: string | undefined;
}

/** One finding, several lines, without the last line end. Also used for the answers of `ask`. */
export function findingText(finding: Finding, texts: Texts, colors: Colors, style: TextStyle): string {
  const paint = paintOf(finding.severity, colors);
  const places = placesOf(finding);
  const shown = places.map((place) => shownLine(place, texts, style.columns));
  let gutter = 1;
  for (const line of shown) gutter = Math.max(gutter, line?.number.length ?? 0);
  const indent = ' '.repeat(gutter + 1);
  const lines = [`${paint(`${finding.severity}[${finding.rule}]`)}${colors.bold(`: ${message(finding.message)}`)}`];
  for (let index = 0; index < places.length; index++) {
    const { file, says } = places[index];
    const line = shown[index];
    const at = visible(texts.shownAs(file)) + (line?.at ?? '');
    const corner = colors.dim(index === 0 ? '┌─' : '├─');
    const saying = says === undefined ? '' : `   ${colors.italic(clippedSaying(says, roomBehind(at, gutter, style)))}`;
    lines.push(`${indent}${corner} ${at}${saying}`);
    if (line === undefined) continue;
    lines.push(`${colors.dim(`${line.number.padStart(gutter)} │`)} ${line.source}`);
    if (index === 0) lines.push(`${indent}${colors.dim('│')} ${paint(line.marks)}`);
  }
  addNoteLines(lines, finding, indent, colors);
  return lines.join('\n');
}

/** In cells: a name of a million characters, say, is told by its start. */
const LONGEST_MESSAGE = 1000;
const message = (text: string): string => clippedEnd(visible(text), LONGEST_MESSAGE);

/** In cells: however narrow the terminal, so much of a passage is shown. */
const MINIMAL_PASSAGE = 24;

/** The cells that are left for a passage behind a place. */
const roomBehind = (at: string, gutter: number, { columns }: TextStyle): number =>
  Math.max(MINIMAL_PASSAGE, columns - gutter - cellsOf(at) - 7);

interface ShownLine {
  /** The place in its file, as it is written behind the file's name. */
  readonly at: string;
  readonly number: string;
  readonly source: string;
  readonly marks: string;
}

function shownLine({ file, span }: Place, texts: Texts, columns: number): ShownLine | undefined {
  const text = texts.text(file);
  const lines = texts.lines(file);
  if (text === undefined || lines === undefined) return undefined;
  const { line, column, source, marks } = excerpt(text, lines, span, Math.max(MINIMAL_PASSAGE, columns - 8));
  return texts.isTakenOut(file)
    ? { at: '', number: '', source, marks }
    : { at: `:${line}:${column}`, number: String(line), source, marks };
}

function placesOf({ file, span, clauses, related = [] }: Finding): readonly Place[] {
  const reported = clauses.find(
    (clause) => clause.file === file && clause.span.start <= span.end && span.start <= clause.span.end,
  );
  const places: Place[] = [{ file, span, says: sayingOf(reported) }];
  for (const clause of clauses) {
    if (clause !== reported) places.push({ file: clause.file, span: clause.span, says: sayingOf(clause) });
  }
  for (const place of related) places.push({ file: place.file, span: place.span, says: place.message });
  return places;
}

const sayingOf = (clause: ClauseReference | undefined): string | undefined =>
  clause?.quote === undefined ? undefined : `"${clause.quote.trim().replace(/\s+/g, ' ')}"`;

/** A passage is cut between its words, if they are not too long for that, and still closes its quotation mark. */
function clippedSaying(says: string, cells: number): string {
  const shown = visible(says);
  if (!shown.startsWith('"') || !shown.endsWith('"')) return clippedEnd(shown, cells);
  const passage = shown.slice(1, -1);
  const clipped = clippedEnd(passage, cells - 2);
  return `"${clipped === passage ? passage : endedBetweenWords(clipped)}"`;
}

const LONGEST_WORD_CUT = 15;

/** Without the part of a word before the last `…`, if that is not long. */
function endedBetweenWords(clipped: string): string {
  const cut = clipped.slice(0, -1);
  const from = Math.max(0, cut.length - LONGEST_WORD_CUT - 1);
  const space = cut.slice(from).search(/\s\S*$/);
  return `${space < 0 ? cut : cut.slice(0, from + space).trimEnd()} …`;
}

function addNoteLines(lines: string[], finding: Finding, indent: string, colors: Colors): void {
  const notes = notesWithHelp(finding);
  let width = 0;
  for (const { label } of notes) if (isAligned(label)) width = Math.max(width, label.length);
  const start = `${indent}${colors.dim('=')} `;
  for (const { label, text } of notes) {
    if (label === undefined) lines.push(start + message(text));
    else {
      const padding = isAligned(label) ? ' '.repeat(width - label.length) : '';
      lines.push(`${start}${colors.bold(label)}:${padding} ${message(text)}`);
    }
  }
}

const isAligned = (label: string | undefined): label is string =>
  label !== undefined && label !== 'help' && label !== 'more';
