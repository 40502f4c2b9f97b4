import { once } from '../conflicts/once.ts';
import type { Clause, Model, ParsedFile } from '../model/model.ts';
import { leadingComments } from '../syntax/values.ts';
import { closest } from '../text/closest.ts';
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
}

const WORD = /deal-ignore/i;
const PATTERN = /deal-ignore\s+([\p{L}\p{N}-]*)\s*(?:[:：]\s*(.*?))?\s*(?:\*\/)?$/isu;
/** A comment that is meant to silence something, however it goes on. */
const MEANT = /^\/[/*][/*\s]*deal-ignore(?![\p{L}\p{N}])/iu;

export function maySilence({ tree: { text, comments } }: ParsedFile): boolean {
  for (let index = 0; index < comments.length; index += 2) {
    if (WORD.test(text.slice(comments[index], comments[index + 1]))) return true;
  }
  return false;
}

/** Findings that are silenced, and the reason that was given. */
export type Silenced = ReadonlyMap<Finding, string>;

export interface Applied {
  readonly silenced: Silenced;
  /** Silencings that give no reason, or stand above no clause. */
  readonly faults: readonly Finding[];
  /** Those that match nothing. */
  readonly unused: readonly Finding[];
}

/** What a portfolio silences. */
export interface Ignores {
  readonly apply: (findings: readonly Finding[]) => Applied;
}

/** `files`: those that may silence anything; see {@link maySilence}. */
export function ignoresIn(model: Model, files: readonly ParsedFile[]): Ignores {
  const ignores = files.flatMap((file) => ignoresOf(model, file));
  const byTarget = new Map<string, Ignore[]>();
  for (const ignore of ignores) {
    if (ignore.reason === '' || !ignore.clause) continue;
    const key = targetOf(ignore.rule, ignore.clause.name);
    byTarget.set(key, [...(byTarget.get(key) ?? []), ignore]);
  }
  return {
    apply: (findings) => {
      const silenced = new Map<Finding, string>();
      const used = new Set<Ignore>();
      for (const finding of findings) {
        // Above either clause is enough, and above both of them neither is needless.
        const [match, ...others] = finding.clauses.flatMap(
          ({ name }) => byTarget.get(targetOf(finding.rule, name))?.[0] ?? [],
        );
        if (!match) continue;
        silenced.set(finding, match.reason);
        for (const one of [match, ...others]) used.add(one);
      }
      const rulesOf = rulesByClause(findings);
      const [well, badly] = [ignores.filter(isWellWritten), ignores.filter((ignore) => !isWellWritten(ignore))];
      return {
        silenced,
        faults: badly.map((ignore) => faultOf(ignore, rulesOf)),
        unused: well.filter((ignore) => !used.has(ignore)).map((ignore) => faultOf(ignore, rulesOf)),
      };
    },
  };
}

const isWellWritten = ({ rule, reason, clause }: Ignore): boolean =>
  rule !== '' && reason !== '' && clause !== undefined;

const targetOf = (rule: string, clause: string): string => `${rule} ${clause}`;

function ignoresOf(model: Model, { path, tree }: ParsedFile): Ignore[] {
  const attached = new Map<number, Clause>();
  for (const deal of model.dealsIn(path)) {
    for (const clause of deal.clauses)
      for (const { start } of leadingComments(tree, clause.node)) attached.set(start, clause);
  }
  const found: Ignore[] = [];
  for (let index = 0; index < tree.comments.length; index += 2) {
    const [start, end] = [tree.comments[index], tree.comments[index + 1]];
    const comment = tree.text.slice(start, end);
    const match = PATTERN.exec(comment);
    if (!match && !MEANT.test(comment)) continue;
    found.push({
      clause: attached.get(start),
      file: path,
      span: { start, end },
      rule: match?.[1] ?? '',
      reason: match?.[2] ?? '',
    });
  }
  return found;
}

/** The rules of the findings about a clause. They are sorted out when the first is asked for. */
function rulesByClause(findings: readonly Finding[]): (clause: Clause) => Iterable<string> {
  const known = once(() => {
    const rules = new Map<string, Set<string>>();
    for (const { rule, clauses } of findings)
      for (const { name } of clauses) rules.set(name, (rules.get(name) ?? new Set()).add(rule));
    return rules;
  });
  return ({ name }) => known().get(name) ?? [];
}

function faultOf({ clause, file, span, rule, reason }: Ignore, rulesOf: (clause: Clause) => Iterable<string>): Finding {
  const [message, help] =
    rule === '' || reason === ''
      ? ['a finding is only silenced with a reason', 'write `// deal-ignore RULE: reason`']
      : clause === undefined
        ? ['this silences nothing: it does not stand above a clause', 'move it directly above the clause']
        : [`this silences nothing: \`${clause.name}\` has no finding of \`${rule}\``, otherwise(rule, rulesOf(clause))];
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

function otherwise(rule: string, rules: Iterable<string>): string {
  const near = closest(rule, rules);
  return near === undefined ? 'remove it' : `did you mean \`${near}\`?`;
}
