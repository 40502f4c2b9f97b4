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
  readonly says?: string;
}

/** One finding, several lines, without the last line end. Also used for the answers of `ask`. */
export function findingText(finding: Finding, texts: Texts, colors: Colors, style: TextStyle): string {
  const paint = paintOf(finding.severity, colors);
  const places = placesOf(finding).map((place) => ({ ...place, shown: shownLine(place, texts, style.columns) }));
  const gutter = Math.max(1, ...places.map(({ shown }) => shown?.number.length ?? 0));
  const indent = ' '.repeat(gutter + 1);
  const lines = [`${paint(`${finding.severity}[${finding.rule}]`)}${colors.bold(`: ${message(finding.message)}`)}`];
  places.forEach(({ file, says, shown }, index) => {
    const at = visible(texts.shownAs(file)) + (shown?.at ?? '');
    const corner = colors.dim(index === 0 ? '┌─' : '├─');
    const room = Math.max(MINIMAL_PASSAGE, style.columns - gutter - cellsOf(at) - 7);
    lines.push(`${indent}${corner} ${at}${says === undefined ? '' : `   ${colors.italic(clippedSaying(says, room))}`}`);
    if (shown === undefined) return;
    lines.push(`${colors.dim(`${shown.number.padStart(gutter)} │`)} ${shown.source}`);
    if (index === 0) lines.push(`${indent}${colors.dim('│')} ${paint(shown.marks)}`);
  });
  return [...lines, ...noteLines(finding, indent, colors)].join('\n');
}

/** In cells: a name of a million characters, say, is told by its start. */
const LONGEST_MESSAGE = 1000;
const message = (text: string): string => clippedEnd(visible(text), LONGEST_MESSAGE);

/** In cells: however narrow the terminal, so much of a passage is shown. */
const MINIMAL_PASSAGE = 24;

function shownLine({ file, span }: Place, texts: Texts, columns: number) {
  const text = texts.text(file);
  const lines = texts.lines(file);
  if (text === undefined || lines === undefined) return undefined;
  const shown = excerpt(text, lines, span, Math.max(MINIMAL_PASSAGE, columns - 8));
  if (texts.isTakenOut(file)) return { ...shown, at: '', number: '' };
  return { ...shown, at: `:${shown.line}:${shown.column}`, number: String(shown.line) };
}

function placesOf({ file, span, clauses, related = [] }: Finding): readonly Place[] {
  const isReported = (clause: ClauseReference): boolean =>
    clause.file === file && clause.span.start <= span.end && span.start <= clause.span.end;
  const reported = clauses.findIndex(isReported);
  return [
    { file, span, ...sayingOf(clauses[reported]) },
    ...clauses
      .filter((_, index) => index !== reported)
      .map((clause) => ({ file: clause.file, span: clause.span, ...sayingOf(clause) })),
    ...related.map((place) => ({ file: place.file, span: place.span, says: place.message })),
  ];
}

function sayingOf(clause: ClauseReference | undefined): { says?: string } {
  if (clause?.quote === undefined) return {};
  return { says: `"${clause.quote.trim().replace(/\s+/g, ' ')}"` };
}

/** A passage is cut between its words, if they are not too long for that, and still closes its quotation mark. */
function clippedSaying(says: string, cells: number): string {
  const shown = visible(says);
  if (!shown.startsWith('"') || !shown.endsWith('"')) return clippedEnd(shown, cells);
  const passage = shown.slice(1, -1);
  const clipped = clippedEnd(passage, cells - 2);
  return `"${clipped === passage ? passage : clipped.replace(/(?:\s+\S{0,15})?…$/, ' …')}"`;
}

function noteLines(finding: Finding, indent: string, colors: Colors): readonly string[] {
  const notes = notesWithHelp(finding);
  const isAligned = (label: string | undefined): label is string =>
    label !== undefined && label !== 'help' && label !== 'more';
  const width = Math.max(0, ...notes.map(({ label }) => (isAligned(label) ? label.length : 0)));
  return notes.map(({ label, text }) => {
    if (label === undefined) return `${indent}${colors.dim('=')} ${message(text)}`;
    const padding = isAligned(label) ? ' '.repeat(width - label.length) : '';
    return `${indent}${colors.dim('=')} ${colors.bold(label)}:${padding} ${message(text)}`;
  });
}
