import type { Clause } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { Finding } from '../../rules/finding.ts';
import { startOf } from '../../syntax/tree.ts';
import { treeOf } from '../tree-of.ts';
import { indentOf } from './clause-edits.ts';
import type { CodeAction } from './code-action.ts';
import { lineEndOf } from './formatted-edits.ts';

/** What has to be put in words by whoever silences a finding: without a reason it is not heeded. */
const REASON = '<why this is accepted, who decided it, and when>';

/** Findings that a comment cannot silence. */
const NEVER_SILENCED = ['unmet-expectation', 'unused-ignore'];

/** Silences a rule above a clause, with a reason to be written. */
export function silence({ findings }: Analysis, finding: Finding, clause: Clause): CodeAction[] {
  const { rule } = finding;
  if (NEVER_SILENCED.includes(rule) || !finding.clauses.some(({ name }) => name === clause.name)) return [];
  const { tree, file } = clause.deal;
  const start = startOf(tree, clause.node);
  const indent = indentOf(tree.text, start);
  const lineEnd = lineEndOf(tree.text);
  const isFirst = /(?:^|[\r\n\ufeff])[^\S\r\n\ufeff]*$/.test(tree.text.slice(Math.max(0, start - 200), start));
  const newText = `${isFirst ? '' : `${lineEnd}${indent}`}// deal-ignore ${rule}: ${REASON}${lineEnd}${indent}`;
  const all = findings.filter((one) => one.rule === rule && one.clauses.some(({ name }) => name === clause.name));
  const count = all.length > 1 ? ` (${all.length} findings)` : '';
  return [
    {
      title: `Silence \`${rule}\` at \`${clause.label ?? clause.name}\`${count}, with a reason for you to write`,
      kind: 'quickfix',
      edits: [{ file, start, end: start, newText }],
      finding,
    },
  ];
}

/** Takes out a comment that silences nothing, with its line. */
export function withoutSilence({ model }: Analysis, finding: Finding): CodeAction[] {
  const { rule, file, span } = finding;
  const tree = treeOf(model, file);
  // One without a reason is not heeded yet: what it lacks is the reason.
  if (rule !== 'unused-ignore' || !tree || !/[:：]\s*\S/.test(tree.text.slice(span.start, span.end))) return [];
  const before = /[^\S\r\n\ufeff]*$/.exec(tree.text.slice(0, span.start))?.[0].length ?? 0;
  const start = span.start - before;
  const isAlone = start === 0 || /[\r\n\ufeff]/.test(tree.text[start - 1]);
  const behind = /^[^\S\r\n]*(?:\r\n|\n|\r)?/.exec(tree.text.slice(span.end))?.[0].length ?? 0;
  return [
    {
      title: 'Remove this comment, which silences nothing',
      kind: 'quickfix',
      edits: [{ file, start, end: isAlone ? span.end + behind : span.end, newText: '' }],
      finding,
    },
  ];
}
