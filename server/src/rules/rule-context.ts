import type { Docket } from '../conflicts/docket.ts';
import type { Clause, Model } from '../model/model.ts';
import { referenceTo } from './clause-reference.ts';
import { draftsAssumed } from './drafts.ts';
import type { Finding, Severity } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { identityOf } from './pair-finding.ts';

/** What a rule looks at: plain data and pure questions. */
export interface RuleContext {
  readonly model: Model;
  readonly docket: Docket;
  /** Days since 1970-01-01. */
  readonly asOf: number;
}

/** The reading that is looked through alone although there are others. */
export function readAlone({ model, docket }: RuleContext): string | undefined {
  const sound = model.readings.filter(({ isContradictory }) => !isContradictory);
  return docket.lenses.length > sound.length ? undefined : docket.lenses[0].reading;
}

/** A finding about one or more clauses, reported at the first. */
export function clauseFinding(
  rule: string,
  severity: Severity,
  clauses: readonly Clause[],
  message: string,
  extra: Partial<Finding> = {},
): Finding {
  const [first] = clauses;
  const assumptions = [...(extra.verdict ? draftsAssumed(clauses) : []), ...(extra.assumptions ?? [])];
  return {
    rule,
    severity,
    message,
    file: first.deal.file,
    span: first.span,
    clauses: clauses.map(referenceTo),
    fingerprint: fingerprint([rule, ...clauses.map(identityOf), extra.verdict ?? '']),
    ...extra,
    ...(assumptions.length > 0 ? { assumptions } : {}),
  };
}
