import { notesOf } from '../../portfolio/finding-notes.ts';
import type { Finding } from '../../rules/finding.ts';
import { clippedEnd, visible } from '../cells.ts';

/** In cells: more of a text than anybody reads in a list of findings. */
const LONGEST = 1000;

/** A text on one line, without characters that act on a terminal, and not endlessly long. */
export const oneLine = (text: string): string => clippedEnd(visible(text.trim()).replace(/\s+/g, ' '), LONGEST);

/** What a finding says besides its places, as sentences that also read well when their lines are run together. */
export function sentencesOf(finding: Finding): readonly string[] {
  const notes = notesOf(finding);
  const { verdict } = finding;
  // Where readings or facts decide, a note has the verdict's name and says more.
  const isToldBelow = verdict === undefined || notes.some(({ label }) => label === verdict);
  return [
    sentence(finding.message),
    ...(isToldBelow ? [] : [`Verdict: ${verdict}.`]),
    ...notes.map(({ label, text }) => sentence(label === undefined ? text : `${capitalised(label)}: ${text}`)),
  ];
}

export const moreOn = ({ rule }: Finding): string => `More: \`deal explain ${rule}\`.`;

/** A passage between quotation marks. */
export const quoted = (passage: string): string => `"${oneLine(passage)}"`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(text: string): string {
  const line = oneLine(text);
  return /[.!?…:。！？]$/.test(line) ? line : `${line}.`;
}
