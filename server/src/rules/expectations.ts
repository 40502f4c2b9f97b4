import type { Verdict } from '../conflicts/verdict.ts';
import type { Expectation, Reference } from '../model/model.ts';
import { resolveReference } from '../model/references.ts';
import { referenceTo } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { pairFinding } from './pair-finding.ts';
import type { RuleContext } from './rule-context.ts';

/** The portfolio's own tests: verdicts that its authors expect. `found` are the findings of every other rule. */
export function checkExpectations(
  context: RuleContext,
  found: readonly Finding[],
): { findings: Finding[]; held: number } {
  const findings: Finding[] = [];
  let held = 0;
  for (const expectation of context.model.expectations) {
    const fault = checkOne(context, expectation, found);
    if (fault) findings.push(fault);
    else held++;
  }
  return { findings, held };
}

function checkOne(context: RuleContext, expectation: Expectation, found: readonly Finding[]): Finding | undefined {
  const { model, docket } = context;
  const first = resolveReference(model, expectation.first.path);
  if (first.kind !== 'clause') return unknown(expectation, expectation.first);
  if (!expectation.second) {
    const against = found.filter(
      ({ clauses, severity }) =>
        (severity === 'error' || severity === 'warning') && clauses.some(({ name }) => name === first.clause.name),
    );
    if (against.length === 0) return undefined;
    return unmet(expectation, `\`${first.clause.name}\` was expected to be clear, but: ${against[0].message}`, [
      referenceTo(first.clause),
    ]);
  }
  const second = resolveReference(model, expectation.second.path);
  if (second.kind !== 'clause') return unknown(expectation, expectation.second);
  const pair = docket.between(first.clause, second.clause);
  let verdict: Verdict | 'too complex' | undefined = pair.verdict;
  if (expectation.reading) {
    verdict = pair.byReading.get(expectation.reading.path);
    if (verdict === undefined && !model.readings.some(({ name }) => name === expectation.reading?.path)) {
      return unmet(expectation, `there is no reading \`${expectation.reading.path}\``, []);
    }
    // Under one reading alone, another reading's expectations cannot be judged.
    if (verdict === undefined) return undefined;
  }
  if (verdict === expectation.verdict) return undefined;
  const under = expectation.reading ? ` under \`${expectation.reading.path}\`` : '';
  const [a, b] = [`\`${first.clause.name}\``, `\`${second.clause.name}\``];
  const shown = pairFinding(pair);
  return unmet(
    expectation,
    `${a} and ${b} were expected to be ${expectation.verdict}${under}, but are ${verdict}`,
    [referenceTo(first.clause), referenceTo(second.clause)],
    shown,
  );
}

function unmet(expectation: Expectation, message: string, clauses: Finding['clauses'], shown?: Finding): Finding {
  return {
    rule: 'unmet-expectation',
    severity: 'error',
    message,
    file: expectation.file,
    span: expectation.span,
    clauses,
    ...(shown?.witness ? { witness: shown.witness } : {}),
    help: shown ? `${shown.message}` : 'correct the clause, or what is expected of it',
    fingerprint: fingerprint([
      'unmet-expectation',
      expectation.verdict,
      expectation.first.path,
      expectation.second?.path ?? '',
      expectation.reading?.path ?? '',
    ]),
  };
}

const unknown = (expectation: Expectation, reference: Reference): Finding => ({
  ...unmet(expectation, `there is no clause \`${reference.path}\``, []),
  span: reference.span,
  help: 'write `deal.label`; a clause without a label needs one to be spoken of',
});
