/** §10: severities of rules, and findings that are silenced with a reason. */
import { describe, expect, it } from 'vitest';
import { check, findings, findingsOf, type Options, rulesOf } from '../verdicts/helpers.ts';

const PORTFOLIO = `
party Studio, Vista, Onda
scope works
scope film in works
scope song in works
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  // above the restraint
  x: exclusive(scope=film)
}
deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  // above the licence
  y: license(scope=film)
  z: license(scope=song)
}
`;
const RULES = ['exclusive-overlap conflict error', 'exclusive-overlap near miss information'];
const shown = (text: string, options: Options = {}) =>
  findings(text, options).map(({ rule, verdict, severity }) => `${rule} ${verdict ? `${verdict} ` : ''}${severity}`);

describe('the severity of a rule', () => {
  const cases: readonly (readonly [string, Options['rules'], string[]])[] = [
    ['as it is', {}, RULES],
    [
      'a warning',
      { 'exclusive-overlap': 'warning' },
      ['exclusive-overlap conflict warning', 'exclusive-overlap near miss warning'],
    ],
    [
      'information',
      { 'exclusive-overlap': 'information' },
      ['exclusive-overlap conflict information', 'exclusive-overlap near miss information'],
    ],
    ['off', { 'exclusive-overlap': 'off' }, []],
    ['of another rule', { 'forbidden-use': 'off' }, RULES],
  ];
  for (const [says, rules, expected] of cases) {
    it(says, () => {
      expect(shown(PORTFOLIO, { rules })).toEqual(expected);
    });
  }

  it('counts in the summary', () => {
    expect(check(PORTFOLIO, { rules: { 'exclusive-overlap': 'warning' } }).summary.findings).toMatchObject({
      error: 0,
      warning: 2,
    });
  });

  it('of an expectation that does not hold', () => {
    const text = `${PORTFOLIO}expect clear between vista.x and onda.y\n`;
    expect(rulesOf(text)).toContain('unmet-expectation');
    expect(rulesOf(text, { rules: { 'unmet-expectation': 'off' } })).not.toContain('unmet-expectation');
  });

  it('of a mistake in the text', () => {
    const text = `${PORTFOLIO}scope film\n`;
    expect(findingsOf('duplicate-name', text, { rules: { 'duplicate-name': 'warning' } })).toMatchObject([
      { severity: 'warning' },
    ]);
  });
});

describe('a finding is silenced', () => {
  const above = (place: 'restraint' | 'licence', comment: string) =>
    PORTFOLIO.replace(`// above the ${place}`, comment);
  const REASON = '// deal-ignore exclusive-overlap: Vista was told on 3 March 2026';
  const NEAR = 'exclusive-overlap near miss information';
  const cases: readonly (readonly [string, string, string[]])[] = [
    ['above the clause that deals', above('licence', REASON), [NEAR]],
    ['above the clause that restrains, and all that it collides with', above('restraint', REASON), []],
    [
      'only with a reason',
      above('licence', '// deal-ignore exclusive-overlap'),
      ['exclusive-overlap conflict error', 'unused-ignore warning', NEAR],
    ],
    [
      'not with an empty one',
      above('licence', '// deal-ignore exclusive-overlap: '),
      ['exclusive-overlap conflict error', 'unused-ignore warning', NEAR],
    ],
    [
      'only for the rule that is named',
      above('licence', '// deal-ignore forbidden-use: Vista was told'),
      ['exclusive-overlap conflict error', 'unused-ignore warning', NEAR],
    ],
    [
      'not by a comment about nothing',
      `${PORTFOLIO}// deal-ignore exclusive-overlap: Vista was told\n`,
      ['exclusive-overlap conflict error', 'unused-ignore warning', NEAR],
    ],
    ['in a comment of the other kind', above('licence', '/* deal-ignore exclusive-overlap: Vista was told */'), [NEAR]],
    ['below another comment', above('licence', `// A festival.\n  ${REASON}`), [NEAR]],
  ];
  for (const [says, text, expected] of cases) {
    it(says, () => {
      expect(shown(text)).toEqual(expected);
    });
  }

  it('and counted', () => {
    expect(check(above('licence', REASON)).summary.silenced).toBe(1);
    expect(check(above('restraint', REASON)).summary.silenced).toBe(2);
    expect(check(PORTFOLIO).summary.silenced).toBe(0);
  });

  it('and the silencing is reported once it matches nothing', () => {
    const amicable = above('licence', REASON).replace('x: exclusive(scope=film)', 'x: license(scope=film)');
    const [finding] = findingsOf('unused-ignore', amicable);
    expect(finding.severity).toBe('warning');
    expect(amicable.slice(finding.span.start, finding.span.end)).toBe(REASON);
  });

  it('above both clauses, and neither silencing is needless', () => {
    const both = above('restraint', REASON).replace('// above the licence', REASON);
    expect(shown(both)).toEqual([]);
  });

  it.each([
    '// deal-ignore: Vista was told',
    '// deal-ignore exclusive-overlap - Vista was told',
    '// deal-ignore exclusive-overlap, dead-clause: Vista was told',
    '// Deal-Ignore exclusive_overlap: Vista was told',
  ])('and one that is written in another way is told of: %s', (comment) => {
    const [finding, ...others] = findingsOf('unused-ignore', above('licence', comment));
    expect(finding.help).toBe('write `// deal-ignore RULE: reason`');
    expect(others).toEqual([]);
  });

  it('and one of a rule that is misspelt says which is meant', () => {
    const [finding] = findingsOf('unused-ignore', above('licence', REASON.replace('overlap', 'overlp')));
    expect(finding.help).toBe('did you mean `exclusive-overlap`?');
  });

  describe('and a silencing that matches nothing is not called unused', () => {
    const text = `party Studio, Vista, Onda
scope film
scope song
event IPO
reading vista { scope song in film }
deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope = film, until = IPO) }
deal onda (by = Studio, to = Onda, from = 2026-03-01) {
  // deal-ignore exclusive-overlap: Vista was told on 3 March 2026
  y: license(scope = song)
}`;
    const idle = (options: Options) => {
      const { findings, summary } = check(text, options);
      const counted = summary.notChecked.find(({ what }) => what === 'silencings that match nothing here')?.count ?? 0;
      return { rules: findings.map(({ rule }) => rule), silenced: summary.silenced, counted };
    };

    it.each([
      ['under an assumption', { assume: { IPO: '2026-01-01' } }],
      ['under one reading alone', { reading: 'as written' }],
    ])('%s', (_, options) => {
      expect(idle({})).toEqual({ rules: [], silenced: 1, counted: 0 });
      expect(idle(options)).toEqual({ rules: [], silenced: 0, counted: 1 });
    });

    it('but one without a reason is told of', () => {
      const { findings } = check(text.replace(/: Vista was.*/, ''), { assume: { IPO: '2026-01-01' } });
      expect(findings).toMatchObject([{ rule: 'unused-ignore', message: expect.stringContaining('with a reason') }]);
    });
  });
});
