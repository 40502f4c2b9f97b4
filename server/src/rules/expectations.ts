import { AS_WRITTEN, type Docket } from '../conflicts/docket.ts';
import type { PairVerdict } from '../conflicts/pair.ts';
import type { Clause, Expectation, Model, Reference } from '../model/model.ts';
import { replacing } from '../model/problem.ts';
import { resolveReference } from '../model/references.ts';
import { closest } from '../text/closest.ts';
import { listed } from '../text/words.ts';
import { referenceTo } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { foundBeside, worstWith } from './found-beside.ts';
import { pairFinding } from './pair-finding.ts';
import { type RuleContext, readAlone } from './rule-context.ts';

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
  if (first.kind !== 'clause') return unknown(model, expectation, expectation.first);
  if (!expectation.second) {
    const serious = against(first.clause.name).find(({ severity }) => severity === 'error' || severity === 'warning');
    if (!serious) return undefined;
    return unmet(expectation, `\`${first.clause.name}\` was expected to be clear, but: ${serious.message}`, [
      referenceTo(first.clause),
    ]);
  }
  const second = resolveReference(model, expectation.second.path);
  if (second.kind !== 'clause') return unknown(model, expectation, expectation.second);
  if (!isAsked(model, readAlone(context), expectation)) return 'not asked';
  const pair = docket.between(first.clause, second.clause);
  const others = foundBeside(against(first.clause.name), first.clause, second.clause);
  let verdict: Found = worstWith(pair.verdict, others);
  if (expectation.reading) {
    const { path } = expectation.reading;
    const read = pair.byReading.get(path);
    if (read === undefined) return unknownReading(model, expectation, expectation.reading);
    verdict = worstWith(read, others, path);
  }
  if (verdict === expectation.verdict) return undefined;
  const under = expectation.reading ? ` under \`${expectation.reading.path}\`` : '';
  const [a, b] = [`\`${first.clause.name}\``, `\`${second.clause.name}\``];
  const uncompared = verdict === 'clear' ? whyNotCompared(docket, first.clause, second.clause) : undefined;
  if (uncompared) {
    const [why, help] = uncompared;
    const message = `${a} and ${b} were expected to be ${IN_WORDS[expectation.verdict]}${under}, but are not compared: ${why}`;
    return unmet(expectation, message, [referenceTo(first.clause), referenceTo(second.clause)], help);
  }
  const witness = (pairFinding(pair) ?? others[0])?.witness;
  return {
    ...unmet(
      expectation,
      `${a} and ${b} were expected to be ${IN_WORDS[expectation.verdict]}${under}, but are ${IN_WORDS[verdict]}`,
      [referenceTo(first.clause), referenceTo(second.clause)],
      helpFor(expectation, verdict, pair.byReading),
    ),
    ...(witness && { witness }),
  };
}

/** Why two clauses are not looked at together, and what to do about it. */
function whyNotCompared(docket: Docket, one: Clause, other: Clause): readonly [why: string, help: string] | undefined {
  for (const { name, deal } of [one, other])
    if (deal.notYet) {
      const what = deal.amends.length > 0 ? `\`${name}\`, or what its deal amends,` : `\`${name}\``;
      return [`${what} is signed after the day of this check`, 'check as of a later day'];
    }
  for (const clause of [one, other])
    if (docket.isBroken(clause)) return [`what \`${clause.name}\` says is not certain`, 'mend the error in it first'];
  if (one.deal === other.deal || one.deal.status === 'signed' || other.deal.status === 'signed') return undefined;
  return ['both are in drafts', 'a draft is checked against what is signed, never against other drafts'];
}

/** What a pair is found to be. */
type Found = PairVerdict['verdict'];

/** What two clauses are. */
const IN_WORDS: Readonly<Record<Found, string>> = {
  conflict: 'in conflict',
  disputed: 'disputed',
  depends: 'dependent on an open fact',
  'near miss': 'a near miss',
  clear: 'clear',
  'too complex': 'too complex to be compared',
};

function unmet(
  expectation: Expectation,
  message: string,
  clauses: Finding['clauses'],
  help = 'correct the clause, or what is expected of it',
): Finding {
  return {
    rule: 'unmet-expectation',
    severity: 'error',
    message,
    file: expectation.file,
    span: expectation.span,
    clauses,
    help,
    fingerprint: fingerprint([
      'unmet-expectation',
      expectation.verdict,
      expectation.first.path,
      expectation.second?.path ?? '',
      expectation.reading?.path ?? '',
    ]),
  };
}

/** What to do about a pair with another verdict than is expected. */
function helpFor({ verdict, reading }: Expectation, found: Found, byReading: PairVerdict['byReading']): string {
  if (found === 'too complex') return 'split one of the clauses, or leave the expectation out';
  const corrected = `write \`expect ${found} …\` if that is right, or change one of the two clauses`;
  if (reading) {
    return verdict === 'disputed'
      ? `one reading alone disputes nothing: leave \`under ${reading.path}\` out, or write \`expect ${found} …\``
      : corrected;
  }
  const readings = [...byReading].flatMap(([name, one]) => (one === verdict ? [name] : []));
  const named = readings.find((name) => name !== AS_WRITTEN);
  if (named !== undefined)
    return `${corrected}; as ${named} reads it, it is so: add \`under ${named}\` if that is meant`;
  return readings.length === 0
    ? corrected
    : `${corrected}; as the terms are written, it is so: if that is meant, declare a reading that adds nothing, such as \`reading as_written {}\`, and add \`under as_written\``;
}

function unknownReading({ readings }: Model, expectation: Expectation, { path, span }: Reference): Finding {
  const names = readings.map(({ name }) => name);
  const near = closest(path, names);
  const declared = names.length === 0 ? 'none' : listed(names.map((name) => `\`${name}\``));
  const help = near
    ? `did you mean \`${near}\`?`
    : `declare it: \`reading ${path} { … }\`; the portfolio declares ${declared}`;
  return {
    ...unmet(expectation, `there is no reading \`${path}\``, [], help),
    span,
    ...replacing(span, near),
  };
}

const unknown = ({ clauses }: Model, expectation: Expectation, { path, span }: Reference): Finding => {
  const isWithoutLabel = clauses.some(({ name }) => name === path);
  const message = isWithoutLabel ? `\`${path}\` has no label to be spoken of by` : `there is no clause \`${path}\``;
  const help = isWithoutLabel
    ? 'write a label and a colon before it'
    : 'write `deal.label`; a clause without a label needs one to be spoken of';
  return { ...unmet(expectation, message, [], help), span };
};
