import type { Analysis } from '../../portfolio/check.ts';
import type { Finding } from '../../rules/finding.ts';
import { editDistance } from '../../text/closest.ts';
import { draftsAt } from '../completion/drafts-at.ts';
import type { CodeAction } from './code-action.ts';

/** The edit that a finding itself brings. Where the text leaves no doubt what was meant, it is the one to take. */
export function ownFix(finding: Finding): CodeAction[] {
  const { fix, file, rule } = finding;
  if (!fix) return [];
  const isCertain = rule === 'syntax' || rule === 'ascii-punctuation';
  return [
    {
      title: fix.title,
      kind: 'quickfix',
      edits: fix.edits.map((edit) => ({ ...edit, file })),
      finding,
      ...(isCertain ? { preferred: true } : {}),
    },
  ];
}

const MOST_OFFERED = 3;
const RULES = ['unknown-name', 'unknown-kind', 'invalid-argument', 'amendment', 'unmet-expectation'];

/** Names that fit the place and are written much like the one that means nothing. */
export function similarNames(analysis: Analysis, finding: Finding): CodeAction[] {
  const { rule, file, span } = finding;
  if (!RULES.includes(rule)) return [];
  const found = draftsAt(analysis, file, span.end);
  if (!found || found.replace.end !== span.end || found.replace.start < span.start) return [];
  const { replace, typed, drafts } = found;
  const limit = Math.max(1, Math.min(3, Math.floor(typed.length / 3)));
  const offered = new Set(finding.fix?.edits.map(({ newText }) => newText));
  return drafts
    .filter(({ label, kind }) => kind !== 'snippet' && label !== typed && !offered.has(label))
    .map(({ label }) => ({ label, distance: editDistance(typed.toLowerCase(), label.toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_OFFERED)
    .map(({ label }) => ({
      title: `Replace by \`${label}\``,
      kind: 'quickfix',
      edits: [{ file, ...replace, newText: label }],
      finding,
    }));
}
