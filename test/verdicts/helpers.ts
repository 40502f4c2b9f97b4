/** Verdicts as a reader of contracts sees them: a `.deal` text goes in, verdicts and findings come out. */
import { expect, it } from 'vitest';
import { type CheckOptions, type CheckResult, checkPortfolio } from '../../server/src/portfolio/check.ts';
import type { Finding, Verdict } from '../../server/src/rules/finding.ts';

/** The day on which every case is judged unless it says otherwise. */
export const AS_OF = '2026-04-30';

export type Options = Partial<CheckOptions>;

/** The terms of most cases. `film` and `song` are both works, and nobody says that they are distinct; `book` is apart. */
const CAST = `
party Studio, Vista, Onda, Rex
cloud East, West
channel cinema, television
scope works
scope film in works
scope song in works
scope book
`;

export interface Portfolio {
  readonly text: string;
  /** The two clauses whose verdict is asked for. */
  readonly between: readonly [string, string];
}

/** Studio promises `x` to Vista, in force from 2025 on, and `y` to Onda, in force from 2026 on. */
export const sold = (x: string, y: string, more = ''): Portfolio => ({
  text: `${CAST}${more}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: ${x}
}
deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: ${y}
}
`,
  between: ['vista.x', 'onda.y'],
});

/** Studio promises `x` to Vista; Rex, who is bound by nothing else, promises `y` to Studio. */
export const offered = (x: string, y: string, more = ''): Portfolio => ({
  text: `${CAST}${more}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: ${x}
}
deal rex (by = Rex, to = Studio, from = 2026-01-01) {
  y: ${y}
}
`,
  between: ['vista.x', 'rex.y'],
});

/** The same terms with deals of the case's own. */
export const told = (deals: string, a: string, b: string): Portfolio => ({
  text: `${CAST}${deals}\n`,
  between: [a, b],
});

export const check = (text: string, options: Options = {}): CheckResult =>
  checkPortfolio([{ path: 'portfolio.deal', text }], { asOf: AS_OF, ...options });

export const findings = (text: string, options: Options = {}): readonly Finding[] => check(text, options).findings;

/** The rules that a text breaks, in the order of the findings. */
export const rulesOf = (text: string, options: Options = {}): string[] =>
  findings(text, options).map(({ rule }) => rule);

/** The findings of one rule. */
export const findingsOf = (rule: string, text: string, options: Options = {}): readonly Finding[] =>
  findings(text, options).filter((finding) => finding.rule === rule);

/** The one finding about a pair of clauses. */
export function findingOf({ text, between }: Portfolio, options: Options = {}): Finding {
  const [finding, ...others] = aboutPair(findings(text, options), between);
  if (!finding || others.length > 0) throw new Error(`${others.length + (finding ? 1 : 0)} findings about ${between}`);
  return finding;
}

const PAIR_RULES = ['exclusive-overlap', 'exclusive-deadlock', 'forbidden-use', 'first-refusal', 'most-favoured'];

const aboutPair = (found: readonly Finding[], between: readonly [string, string]): Finding[] =>
  found.filter(
    ({ rule, clauses }) =>
      PAIR_RULES.includes(rule) && between.every((clause) => clauses.some(({ name }) => name === clause)),
  );

/** A clause that is misspelt collides with nothing: without this, a broken case would pass for a clear one. */
const MISTAKES = [
  ...['syntax', 'unknown-name', 'duplicate-name', 'cyclic-terms', 'contradictory-terms', 'unknown-kind'],
  ...['invalid-argument', 'missing-promisor', 'amendment', 'overdue-event', 'unused-ignore'],
];

const VERDICTS: readonly Verdict[] = ['conflict', 'disputed', 'depends', 'near miss', 'clear'];

/** The verdict that the portfolio's own expectations see, which must be the one that is reported. */
export function verdictOf(text: string, a: string, b: string, options: Options = {}): Verdict {
  // Under one reading alone nothing is disputed: what is expected of that is not asked.
  const asked = VERDICTS.filter((verdict) => options.reading === undefined || verdict !== 'disputed');
  const lines = asked.map((verdict) => `expect ${verdict} between ${a} and ${b}\n`);
  const found = findings(text + lines.join(''), options);
  const mistakes = found.filter(({ rule }) => MISTAKES.includes(rule));
  if (mistakes.length > 0) throw new Error(mistakes.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  const unmet = found.filter(({ rule, span }) => rule === 'unmet-expectation' && span.start >= text.length);
  const held = asked.filter((_, index) => {
    const start = text.length + lines.slice(0, index).join('').length;
    return !unmet.some(({ span }) => span.start >= start && span.start < start + lines[index].length);
  });
  const reported = aboutPair(found, [a, b]).map(({ verdict }) => verdict);
  if (held.length !== 1) throw new Error(unmet.map(({ message }) => message).join('\n'));
  if (reported.join() !== (held[0] === 'clear' ? '' : held[0]))
    throw new Error(`the portfolio expects ${held[0]}, and what is reported is ${reported.join(', ') || 'nothing'}`);
  return held[0];
}

/** What the rule says in our own words, the portfolio, the verdict, and what is set otherwise. */
export type Case = readonly [says: string, portfolio: Portfolio, verdict: Verdict, options?: Options];

/** One test a case. */
export function judges(cases: readonly Case[]): void {
  for (const [says, { text, between }, verdict, options] of cases) {
    it(`${says}: ${verdict}`, () => {
      expect(verdictOf(text, between[0], between[1], options)).toBe(verdict);
    });
  }
}
