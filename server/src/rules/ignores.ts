import type { Clause, Model } from '../model/model.ts';
import { leadingComments } from '../syntax/values.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';

/** `// deal-ignore RULE: reason` above a clause. */
interface Ignore {
  readonly clause: Clause | undefined;
  readonly file: string;
  readonly span: Span;
  readonly rule: string;
  readonly reason: string;
  used: boolean;
}

const WORD = 'deal-ignore';
const PATTERN = /deal-ignore\s+([\p{L}\p{N}-]*)\s*(?:[:：]\s*(.*?))?\s*(?:\*\/)?$/su;

/** Takes out the findings that are silenced with a reason, and reports silencings that match nothing or give no reason. */
export function applyIgnores(model: Model, findings: readonly Finding[]): { kept: Finding[]; silenced: number } {
  const ignores = collect(model);
  if (ignores.length === 0) return { kept: [...findings], silenced: 0 };
  const kept = findings.filter((finding) => {
    const match = ignores.find((ignore) => ignore.reason !== '' && silences(ignore, finding));
    if (match) match.used = true;
    return !match;
  });
  return {
    kept: [...kept, ...ignores.filter(({ used }) => !used).map(faultOf)],
    silenced: findings.length - kept.length,
  };
}

const silences = ({ clause, rule }: Ignore, finding: Finding): boolean =>
  clause !== undefined && finding.rule === rule && finding.clauses.some(({ name }) => name === clause.name);

function collect(model: Model): Ignore[] {
  const found: Ignore[] = [];
  for (const { path, tree } of model.files) {
    if (!tree.text.includes(WORD)) continue;
    const attached = new Map<number, Clause>();
    for (const clause of model.clauses) {
      if (clause.deal.tree !== tree) continue;
      for (const { start } of leadingComments(tree, clause.node)) attached.set(start, clause);
    }
    for (let index = 0; index < tree.comments.length; index += 2) {
      const [start, end] = [tree.comments[index], tree.comments[index + 1]];
      const match = PATTERN.exec(tree.text.slice(start, end));
      if (!match) continue;
      found.push({
        clause: attached.get(start),
        file: path,
        span: { start, end },
        rule: match[1],
        reason: match[2] ?? '',
        used: false,
      });
    }
  }
  return found;
}

function faultOf({ clause, file, span, rule, reason }: Ignore): Finding {
  const [message, help] =
    rule === '' || reason === ''
      ? ['a finding is only silenced with a reason', 'write `// deal-ignore RULE: reason`']
      : clause === undefined
        ? ['this silences nothing: it does not stand above a clause', 'move it directly above the clause']
        : [`this silences nothing: \`${clause.name}\` has no finding of \`${rule}\``, 'remove it'];
  return {
    rule: 'unused-ignore',
    severity: 'warning',
    message,
    file,
    span,
    clauses: [],
    help,
    fingerprint: fingerprint(['unused-ignore', file, rule, reason]),
  };
}
