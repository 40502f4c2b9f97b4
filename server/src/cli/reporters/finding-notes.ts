import { type Note, notesOf } from '../../portfolio/finding-notes.ts';
import type { Finding } from '../../rules/finding.ts';

/** What a finding says besides its message and its places, and where to read more. */
export const notesWithHelp = (finding: Finding): readonly Note[] => [
  ...notesOf(finding),
  { label: finding.help === undefined ? 'help' : 'more', text: `\`deal explain ${finding.rule}\`` },
];
