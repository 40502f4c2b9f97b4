/** §9: the tests that live in a portfolio. */
import { describe, expect, it } from 'vitest';
import { check, findingsOf, type Options } from '../verdicts/helpers.ts';

const PORTFOLIO = `
party Studio, Vista, Onda
cloud East
scope works
scope film in works
scope song in works
scope book
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  film: exclusive(scope=film)
  east: exclusive(cloud=East, scope=book)
  past: prohibit(scope=book, until=2025-06-30)
}
deal onda (by = Studio, to = Onda, from = 2025-01-01) {
  film: license(scope=film)
  song: license(scope=song)
  book: host(scope=book, from=2026-01-01)
  old: license(scope=book, cloud=East, until=2025-06-30)
  free: license(scope=book, cloud=East, from=2026-01-01)
}
reading vista { scope song in film }
reading onda { scope song distinct from film }
`;

/** What the portfolio expects, and whether it is so. */
function expectations(cases: readonly (readonly [expectation: string, held: boolean, options?: Options])[]): void {
  for (const [expectation, held, options] of cases) {
    it(`${expectation}: ${held ? 'so it is' : 'it is not'}`, () => {
      const text = `${PORTFOLIO}expect ${expectation}\n`;
      const result = check(text, options);
      expect(result.summary.expectations).toEqual({ held: held ? 1 : 0, unmet: held ? 0 : 1 });
      const unmet = result.findings.filter(({ rule }) => rule === 'unmet-expectation');
      expect(unmet.map(({ severity }) => severity)).toEqual(held ? [] : ['error']);
      if (unmet[0]) expect(text.slice(unmet[0].span.start, unmet[0].span.end).trim()).not.toBe('');
    });
  }
}

describe('of a pair', () => {
  expectations([
    ['conflict between onda.film and vista.film', true],
    ['conflict between vista.film and onda.film', true],
    ['disputed between onda.film and vista.film', false],
    ['depends between onda.film and vista.film', false],
    ['near miss between onda.film and vista.film', false],
    ['clear between onda.film and vista.film', false],
    ['disputed between onda.song and vista.film', true],
    ['conflict between onda.song and vista.film', false],
    ['near miss between onda.song and vista.film', false],
    ['depends between onda.book and vista.east', true],
    ['clear between onda.book and vista.film', true],
    ['conflict between onda.book and vista.film', false],
    ['conflict between onda.old and vista.past', true],
  ]);
});

describe('of a pair under a reading', () => {
  expectations([
    ['conflict between onda.song and vista.film under vista', true],
    ['clear between onda.song and vista.film under onda', true],
    ['disputed between onda.song and vista.film under vista', false],
    ['clear between onda.song and vista.film under vista', false],
    ['clear between onda.song and vista.film under nobody', false],
  ]);
});

describe('what is to be done about one that is not met', () => {
  const told = (expectation: string) => {
    const text = `${PORTFOLIO}expect ${expectation}\n`;
    return check(text).findings.flatMap(({ rule, message, help, span, fix }) =>
      rule === 'unmet-expectation' || rule === 'syntax'
        ? [{ message, help, at: text.slice(span.start, span.end), fix: fix?.edits[0].newText }]
        : [],
    );
  };

  it.each([
    ['clear between onda.film and vista.film', 'write `expect conflict …` if that is right, or change one of the two'],
    ['near miss between onda.song and vista.film', 'write `expect disputed …` if that is right'],
    ['near miss between onda.song and vista.film', 'as the terms are written, it is so: if that is meant, declare a'],
    ['conflict between onda.song and vista.film', 'as vista reads it, it is so: add `under vista` if that is meant'],
    ['disputed between onda.song and vista.film under vista', 'leave `under vista` out, or write `expect conflict …`'],
    ['clear between onda.song and vista.film under vista', 'write `expect conflict …` if that is right'],
  ])('%s: %s', (expectation, help) => {
    expect(told(expectation)).toMatchObject([{ help: expect.stringContaining(help) }]);
  });

  it('a reading that there is not is told with those that there are', () => {
    const [wrong, misspelt] = ['nobody', 'vist'].map((name) =>
      told(`clear between onda.song and vista.film under ${name}`),
    );
    const help = 'declare it: `reading nobody { … }`; the portfolio declares `vista` and `onda`';
    expect(wrong).toMatchObject([{ message: 'there is no reading `nobody`', at: 'nobody', help, fix: undefined }]);
    expect(misspelt).toMatchObject([{ help: 'did you mean `vista`?', at: 'vist', fix: 'vista' }]);
  });

  it.each(['"as written"', 'as written'])('the terms as written are expected by another name than %s', (written) => {
    expect(told(`near miss between onda.song and vista.film under ${written}`)).toMatchObject([
      { message: expect.stringContaining('declare one that adds nothing, such as `reading as_written {}`') },
    ]);
    const plain = 'near miss between onda.song and vista.film under as_written';
    expect(told(`${plain}\nreading as_written {}`)).toEqual([]);
  });
});

describe('under one reading alone', () => {
  const asked = (expectation: string, reading: string, portfolio = PORTFOLIO) => {
    const { summary, findings } = check(`${portfolio}expect ${expectation}\n`, { reading });
    const unasked = summary.notChecked.find(({ what }) => what === 'expectations')?.count ?? 0;
    expect(findings.filter(({ rule }) => rule === 'unmet-expectation')).toHaveLength(summary.expectations.unmet);
    return { ...summary.expectations, unasked };
  };
  const held = { held: 1, unmet: 0, unasked: 0 };
  const unmet = { held: 0, unmet: 1, unasked: 0 };
  const unasked = { held: 0, unmet: 0, unasked: 1 };

  it.each([
    ['disputed between onda.song and vista.film', 'vista', unasked],
    ['disputed between onda.song and vista.film', 'as written', unasked],
    ['conflict between onda.song and vista.film', 'vista', held],
    ['conflict between onda.song and vista.film', 'onda', unmet],
    ['clear between onda.song and vista.film', 'onda', held],
    ['conflict between onda.song and vista.film under vista', 'vista', held],
    ['clear between onda.song and vista.film under vista', 'vista', unmet],
    ['disputed between onda.song and vista.film under vista', 'vista', unmet],
    ['conflict between onda.song and vista.film under vista', 'onda', unasked],
    ['clear between onda.song and vista.film under vista', 'as written', unasked],
    ['clear between onda.song and vista.film under nobody', 'vista', unmet],
    ['disputed between onda.nothing and vista.film', 'vista', unmet],
    ['clear onda.song', 'onda', held],
  ])('%s, as %s reads it', (expectation, reading, outcome) => {
    expect(asked(expectation, reading)).toEqual(outcome);
  });

  it('is unmet where there is no reading at all', () => {
    const plain = PORTFOLIO.replace(/^reading .*$/gm, '');
    expect(asked('disputed between onda.song and vista.film', 'as written', plain)).toEqual(unmet);
  });
});

describe('of a near miss', () => {
  const plain = PORTFOLIO.replace(/^reading .*$/gm, '');

  it('is written with its space', () => {
    const result = check(`${plain}expect near miss between onda.song and vista.film\n`);
    expect(result.summary.expectations).toEqual({ held: 1, unmet: 0 });
    expect(result.findings.find(({ verdict }) => verdict === 'near miss')).toBeDefined();
  });

  it('is not written with a hyphen', () => {
    const { findings, summary } = check(`${plain}expect near-miss between onda.song and vista.film\n`);
    expect(summary.expectations.held).toBe(0);
    expect(findings.some(({ severity, verdict }) => severity === 'error' && !verdict)).toBe(true);
  });
});

describe('of one clause', () => {
  expectations([
    ['clear onda.free', true],
    ['clear onda.film', false],
    ['clear onda.book', false],
    // What is past is information.
    ['clear onda.old', true],
  ]);

  it('that only nearly collides', () => {
    const plain = PORTFOLIO.replace(/^reading .*$/gm, '');
    expect(check(`${plain}expect clear onda.song\n`).summary.expectations).toEqual({ held: 1, unmet: 0 });
  });

  it('that is dead', () => {
    const dead = PORTFOLIO.replace('free: license(', 'free: license(territory = FR except Europe, ');
    expect(check(`${dead}expect clear onda.free\n`).summary.expectations).toEqual({ held: 0, unmet: 1 });
  });

  it('that does not exist', () => {
    expect(findingsOf('unmet-expectation', `${PORTFOLIO}expect clear onda.nothing\n`)).toHaveLength(1);
  });
});

describe('of a clause that does not exist', () => {
  expectations([
    ['clear between onda.nothing and vista.film', false],
    ['clear between onda.film and nobody.film', false],
  ]);
});

describe('in a scenario', () => {
  const timed = `party Studio, Vista, Onda
event AGI
deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(until=AGI) }
deal onda (by = Studio, to = Onda, from = 2028-01-01) { y: license() }
expect clear between onda.y and vista.x
`;
  it('as it is assumed', () => {
    expect(check(timed).summary.expectations).toEqual({ held: 0, unmet: 1 });
    expect(check(timed, { assume: { AGI: '2027-01-01' } }).summary.expectations).toEqual({ held: 1, unmet: 0 });
  });
});

describe('of what is not compared', () => {
  const TWO = `party Studio, Vista, Onda
scope film
deal one (by = Studio, to = Vista, from = 2025-01-01HEADER) { x: exclusive(scope = film) }
deal two (by = Studio, to = Onda, from = 2025-01-01HEADER) { y: license(scope = film)MORE }
`;
  const unmet = (header: string, more: string) =>
    check(`${TWO.replaceAll('HEADER', header).replace('MORE', more)}expect conflict between one.x and two.y\n`)
      .findings.filter(({ rule }) => rule === 'unmet-expectation')
      .map(({ message }) => message.split('but are ')[1]);

  it.each([
    [', status = draft', '', ['not compared: both are in drafts']],
    [', signed = 2030-01-01', '', ['not compared: `one.x` is signed after the day of this check']],
    ['', ' subject to two.z', ['not compared: what `two.y` says is not certain']],
    ['', '', []],
  ])('says why: %s%s', (header, more, messages) => {
    expect(unmet(header, more)).toEqual(messages);
  });

  it('is not asked where it rests on a reading that contradicts the terms', () => {
    const { summary } = check(
      `${PORTFOLIO}scope a\nscope b distinct from a\nreading odd { scope b in a }\nexpect conflict between onda.song and vista.film under odd\n`,
    );
    expect(summary.expectations).toEqual({ held: 0, unmet: 0 });
    expect(summary.notChecked).toContainEqual(expect.objectContaining({ what: 'expectations', count: 1 }));
  });
});
