import type { Docket } from '../conflicts/docket.ts';
import { type Verdict, worst } from '../conflicts/verdict.ts';
import type { Clause, Expectation, Model, Reference } from '../model/model.ts';
import { resolveReference } from '../model/references.ts';
import { isSublicence } from './chain-of-title.ts';
import { referenceTo } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { minimumsAboveCap } from './minimum-above-cap.ts';
import { pairFinding } from './pair-finding.ts';
import { type RuleContext, readAlone } from './rule-context.ts';
import { sharesAboveWhole } from './share-above-whole.ts';

/**
 * Whether an expectation is held or unmet at all. Where one reading is looked through `alone`, nothing is disputed, and what is
 * expected under another reading is not seen; nor is what a reading that contradicts itself would make of it.
 */
export function isAsked({ readings }: Model, alone: string | undefined, { verdict, reading }: Expectation): boolean {
  const isLeftOut = readings.some(
    ({ name, isContradictory }) => isContradictory && (reading ? name === reading.path : verdict === 'disputed'),
  );
  if (isLeftOut) return false;
  if (alone === undefined || readings.length === 0) return true;
  if (!reading) return verdict !== 'disputed';
  return reading.path === alone || !readings.some(({ name }) => name === reading.path);
}

/**
 * The portfolio's own tests: verdicts that its authors expect. `against` gives the findings about a clause, by its name.
 * Undefined where it holds.
 */
export function checkExpectation(
  context: RuleContext,
  expectation: Expectation,
  against: (clause: string) => readonly Finding[],
): Finding | 'not asked' | undefined {
  const { model, docket } = context;
  const first = resolveReference(model, expectation.first.path);
  if (first.kind !== 'clause') return unknown(expectation, expectation.first);
  if (!expectation.second) {
    const serious = against(first.clause.name).find(({ severity }) => severity === 'error' || severity === 'warning');
    if (!serious) return undefined;
    return unmet(expectation, `\`${first.clause.name}\` was expected to be clear, but: ${serious.message}`, [
      referenceTo(first.clause),
    ]);
  }
  const second = resolveReference(model, expectation.second.path);
  if (second.kind !== 'clause') return unknown(expectation, expectation.second);
  if (!isAsked(model, readAlone(context), expectation)) return 'not asked';
  const pair = docket.between(first.clause, second.clause);
  const others = foundBeside(against(first.clause.name), first.clause, second.clause);
  let verdict: Verdict | 'too complex' | undefined = worstOf(
    pair.verdict,
    others.map((one) => one.verdict),
  );
  if (expectation.reading) {
    const { path } = expectation.reading;
    verdict = pair.byReading.get(path);
    if (verdict !== undefined)
      verdict = worstOf(
        verdict,
        others.map((one) => one.verdictByReading?.[path]),
      );
    if (verdict === undefined) {
      return unmet(expectation, `there is no reading \`${expectation.reading.path}\``, []);
    }
  }
  if (verdict === expectation.verdict) return undefined;
  const under = expectation.reading ? ` under \`${expectation.reading.path}\`` : '';
  const [a, b] = [`\`${first.clause.name}\``, `\`${second.clause.name}\``];
  const uncompared = verdict === 'clear' ? whyNotCompared(docket, first.clause, second.clause) : undefined;
  if (uncompared) {
    const [why, help] = uncompared;
    const message = `${a} and ${b} were expected to be ${IN_WORDS[expectation.verdict]}${under}, but are not compared: ${why}`;
    return { ...unmet(expectation, message, [referenceTo(first.clause), referenceTo(second.clause)]), help };
  }
  const shown = pairFinding(pair) ?? others[0];
  return unmet(
    expectation,
    `${a} and ${b} were expected to be ${IN_WORDS[expectation.verdict]}${under}, but are ${IN_WORDS[verdict]}`,
    [referenceTo(first.clause), referenceTo(second.clause)],
    shown,
  );
}

/** Why two clauses are not looked at together, and what to do about it. */
function whyNotCompared(docket: Docket, one: Clause, other: Clause): readonly [why: string, help: string] | undefined {
  for (const { name, deal } of [one, other])
    if (deal.notYet) return [`\`${name}\` is signed after the day of this check`, 'check as of a later day'];
  for (const clause of [one, other])
    if (docket.isBroken(clause)) return [`what \`${clause.name}\` says is not certain`, 'mend the error in it first'];
  if (one.deal === other.deal || one.deal.status === 'signed' || other.deal.status === 'signed') return undefined;
  return ['both are in drafts', 'a draft is checked against what is signed, never against other drafts'];
}

/** Whether what is found of two clauses may hang on others as well: they are added up, or the one rests on what is granted. */
export const hangsOnOthers = (first: Clause, second: Clause): boolean =>
  [first, second].some((clause) => isSublicence(clause) || clause.kind.name === 'tranche') ||
  [sharesAboveWhole, minimumsAboveCap].some(({ groupOf }) => {
    const group = groupOf(first);
    return group !== undefined && group === groupOf(second);
  });

/** What is found of two clauses that no judgement of the pair knows. */
const foundBeside = (findings: readonly Finding[], first: Clause, second: Clause): Finding[] =>
  hangsOnOthers(first, second)
    ? findings.filter(
        ({ rule, verdict, clauses }) =>
          verdict !== undefined && BESIDE_PAIRS.has(rule) && clauses.some(({ name }) => name === second.name),
      )
    : [];

const BESIDE_PAIRS: ReadonlySet<string> = new Set([
  'share-above-whole',
  'minimum-above-cap',
  'tranche-sum',
  'chain-of-title',
]);

const worstOf = (
  verdict: Verdict | 'too complex',
  others: readonly (Verdict | undefined)[],
): Verdict | 'too complex' =>
  verdict === 'too complex' ? verdict : worst([verdict, ...others.filter((one) => one !== undefined)]);

/** What two clauses are. */
const IN_WORDS: Readonly<Record<Verdict | 'too complex', string>> = {
  conflict: 'in conflict',
  disputed: 'disputed',
  depends: 'dependent on an open fact',
  'near miss': 'a near miss',
  clear: 'clear',
  'too complex': 'too complex to be compared',
};

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
