/** §3: the same portfolio, typed differently, has the same verdicts; a mistake costs only its own clause. */
import { describe, expect, it } from 'vitest';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import { AS_OF, check, findings, findingsOf, judges, rulesOf, sold, verdictOf } from './helpers.ts';

const TEXT = `party Studio, Vista, Onda
cloud East, West
scope film "The film"
dimension screen what number
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  > [§1] Vista alone may show the film.
  x: exclusive(scope=film, screen < 10)
}
deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: license(scope=film, screen = ..9) except (screen = 8..9)
}
`;

/** Quoted lines are raw: only what is written around them changes. */
const around = (change: (line: string) => string) =>
  TEXT.split('\n')
    .map((line) => (line.trimStart().startsWith('>') ? line : change(line)))
    .join('\n');

const TWINS: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  '=': '＝',
  ':': '：',
  '[': '［',
  ']': '］',
  '{': '｛',
  '}': '｝',
  '<': '＜',
};
const twin = (line: string) => line.replace(/[(),=:[\]{}<]/g, (character) => TWINS[character]);

describe('the same portfolio', () => {
  const ways: readonly (readonly [string, string])[] = [
    ['as it is', TEXT],
    ['with the line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${TEXT}`],
    ['with full-width punctuation', around(twin)],
    ['with ideographic commas', around((line) => line.replaceAll(',', '、'))],
    ['with ideographic spaces', around((line) => line.replaceAll(' ', '\u3000'))],
    ['with typographic quotation marks', TEXT.replace('"The film"', '“The film”')],
    ['with a full-width quote', TEXT.replace('  > ', '  ＞ ')],
    ['on fewer lines', around((line) => line).replace(/\n(?! {2}>)(?=.)(?<!\n {2}>.*\n)/g, ' ')],
    ['with comments', around((line) => `${line} // a note`).replace('(by', '(/* whose? */ by')],
    ['with commas at the end', TEXT.replaceAll('screen < 10)', 'screen < 10,)')],
  ];
  for (const [says, text] of ways) {
    it(`${says}: conflict`, () => {
      expect(verdictOf(text, 'vista.x', 'onda.y')).toBe('conflict');
    });
  }

  it('has the quote without its mark and locator', () => {
    for (const text of [TEXT, TEXT.replace('  > ', '  ＞ '), TEXT.replaceAll('\n', '\r\n')]) {
      const [{ clauses }] = findingsOf('exclusive-overlap', text);
      expect(clauses.find(({ name }) => name === 'vista.x')).toMatchObject({
        quote: 'Vista alone may show the film.',
        locator: '§1',
      });
    }
  });

  it('offers the ASCII form of full-width punctuation', () => {
    const [hint] = findingsOf('ascii-punctuation', around(twin));
    expect(hint).toMatchObject({ severity: 'hint' });
    expect(hint.fix?.edits).not.toEqual([]);
    expect(rulesOf(TEXT)).toEqual(['exclusive-overlap']);
  });

  it('keeps full-width punctuation in a quote', () => {
    const quoted = TEXT.replace('Vista alone may show the film.', 'Vista（alone）may show the film，always.');
    const [{ clauses }] = findingsOf('exclusive-overlap', quoted);
    expect(clauses.find(({ name }) => name === 'vista.x')?.quote).toBe('Vista（alone）may show the film，always.');
    expect(rulesOf(quoted)).toEqual(['exclusive-overlap']);
  });

  it('has no comments in a quote', () => {
    const quoted = TEXT.replace('Vista alone may', 'Vista // alone /* may');
    const [{ clauses }] = findingsOf('exclusive-overlap', quoted);
    expect(clauses.find(({ name }) => name === 'vista.x')?.quote).toBe('Vista // alone /* may show the film.');
  });
});

describe('names', () => {
  it('may be in any script, with hyphens inside', () => {
    const text = `party 制片厂, 甲方, store-in-store
scope 无状态接口
deal 第一 (by = 制片厂, to = 甲方, from = 2025-01-01) { 独家: exclusive(scope=无状态接口) }
deal zweiter-vertrag (by = 制片厂, to = store-in-store, from = 2026-01-01) { über_uns: license(scope=无状态接口) }`;
    expect(verdictOf(text, '第一.独家', 'zweiter-vertrag.über_uns')).toBe('conflict');
  });

  it('may be words of the language', () => {
    const text = `party deal, reading, expect
scope open, in
deal kind (by = deal, to = reading, from = 2025-01-01) { clear: exclusive(scope=open) }
deal under (by = deal, to = expect, from = 2026-01-01) { conflict: license(scope=open) }`;
    expect(verdictOf(text, 'kind.clear', 'under.conflict')).toBe('conflict');
  });

  for (const word of ['deal', 'reading', 'expect', 'kind', 'dimension']) {
    it(`a dimension may not be called ${word}`, () => {
      expect(findings(`dimension ${word} what`).some(({ severity }) => severity === 'error')).toBe(true);
    });
  }
});

describe('a mistake in one clause', () => {
  const broken: readonly (readonly [string, string])[] = [
    ['that is not closed', 'z: license(scope=film'],
    ['without a comma', 'z: license(scope=film channel=cinema)'],
    ['of an unknown kind', 'z: licence(scope=film)'],
    ['with an unknown name', 'z: license(scope=flim)'],
    ['with an argument that it does not take', 'z: license(scope=film, share=3%)'],
    ['that is none', 'z: ???'],
    ['with a string that does not end', 'z: insure(cover="everything)'],
  ];
  for (const [says, clause] of broken) {
    it(`${says} costs no other`, () => {
      const text = TEXT.replace('  y: ', `  ${clause}\n  y: `);
      const found = findings(text);
      expect(found.some(({ severity, verdict }) => severity === 'error' && !verdict)).toBe(true);
      expect(found.some(({ clauses }) => clauses.some(({ name }) => name === 'onda.y'))).toBe(true);
    });
  }

  it('in one file costs no other file', () => {
    const files = [
      { path: 'broken.deal', text: 'deal broken (by = ' },
      { path: 'whole.deal', text: TEXT },
    ];
    const found = checkPortfolio(files, { asOf: AS_OF }).findings;
    expect(found.some(({ file }) => file === 'broken.deal')).toBe(true);
    expect(found.some(({ rule }) => rule === 'exclusive-overlap')).toBe(true);
  });
});

describe('a `}` that is missing', () => {
  const withoutBrace = (clauses: string): string => `party Studio, Vista, Onda
scope film
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  ${clauses}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: license(scope=film)
}`;
  const rules = (text: string): string[] => rulesOf(text).sort();

  it('behind the last clause of a deal costs none', () => {
    const { findings: found, summary } = check(withoutBrace('x: exclusive(scope=film)'));
    expect(found.map(({ rule }) => rule).sort()).toEqual(['exclusive-overlap', 'syntax']);
    expect(summary.notChecked.map(({ what }) => what)).not.toContain('clauses with an error');
    expect(rules(`${TEXT.trimEnd().slice(0, -1)}`)).toEqual(['exclusive-overlap', 'syntax']);
  });

  it('costs a clause with a block of its own, which may be what is not closed, and what stands in it', () => {
    expect(rules(withoutBrace('x: exclusive(scope=film) {\n  }'))).toEqual(['syntax']);
    expect(rules(withoutBrace('invest(amount=1M USD) {\n    x: exclusive(scope=film)'))).toEqual(['syntax']);
  });

  it('and a `)` before it cost the clause', () => {
    expect(rules(withoutBrace('x: exclusive(scope=film'))).not.toContain('exclusive-overlap');
  });
});

describe('values', () => {
  judges([
    ['a comparison in parentheses', sold('prohibit(screen\n> 10)', 'license(screen=11)', SCREEN()), 'conflict'],
    [
      'a comparison in parentheses, its other side',
      sold('prohibit(screen\n> 10)', 'license(screen=10)', SCREEN()),
      'clear',
    ],
    ['a list', sold('prohibit(territory=[FR, DE,])', 'license(territory=DE)'), 'conflict'],
    ['all', sold('prohibit(territory=all)', 'license(territory=DE)'), 'conflict'],
    ['a difference of lists', sold('prohibit(territory=[EU, NO] except [IE, DE])', 'license(territory=DE)'), 'clear'],
    ['all but one', sold('prohibit(scope=all except film)', 'license(scope=film)'), 'clear'],
    ['all but another', sold('prohibit(scope=all except film)', 'license(scope=book)'), 'conflict'],
  ]);

  function SCREEN(): string {
    return 'dimension screen what number';
  }

  it('money and shares in every spelling', () => {
    const amounts = ['250B USD', '1.5M EUR', '100K CNY', '2T JPY', '7 CHF'];
    const clauses = amounts.map((amount) => `invest(amount = ${amount})`).join('\n');
    expect(rulesOf(`party A, B\ndeal d (by = A, to = B, from = 2025-01-01) {\n${clauses}\n}`)).toEqual([]);
  });

  it('a currency that does not exist is a mistake', () => {
    const text = 'party A, B\ndeal d (by = A, to = B, from = 2025-01-01) { invest(amount = 5M XQZ) }';
    expect(findings(text).some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('a day that does not exist is a mistake', () => {
    const text = 'party A, B\ndeal d (by = A, to = B, from = 2025-02-30) { license() }';
    expect(findings(text).some(({ severity }) => severity === 'error')).toBe(true);
  });
});
