/** §5, drafts: what would signing this break? */
import { describe, expect, it } from 'vitest';
import { findingOf, findingsOf, judges, sold, told } from './helpers.ts';

const SIGNED = `
deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope=film) }
deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: license(scope=film) }
`;
const drafted = (draft: string, a: string, b: string) => told(SIGNED + draft, a, b);
const licence = (changes: string, clauses = '') =>
  `deal offer (by = Studio, to = Rex, from = 2026-06-01, status = draft) ${changes} {
    z: license(scope=film)
    ${clauses}
  }`;

describe('a draft', () => {
  judges([
    ['is checked against what is signed', drafted(licence(''), 'vista.x', 'offer.z'), 'conflict'],
    [
      'is not checked against another draft',
      told(
        `deal one (by = Studio, to = Vista, from = 2026-01-01, status = draft) { x: exclusive(scope=film) }
        deal two (by = Studio, to = Onda, from = 2026-01-01, status = draft) { y: license(scope=film) }`,
        'one.x',
        'two.y',
      ),
      'clear',
    ],
    [
      'with status signed is none',
      told(
        `deal one (by = Studio, to = Vista, from = 2026-01-01, status = signed) { x: exclusive(scope=film) }
        deal two (by = Studio, to = Onda, from = 2026-01-01, status = signed) { y: license(scope=film) }`,
        'one.x',
        'two.y',
      ),
      'conflict',
    ],
    [
      'is checked against itself',
      told(
        `deal one (by = Studio, to = Vista, from = 2026-01-01, status = draft) {
          x: prohibit(scope=film)
          y: license(scope=film)
        }`,
        'one.x',
        'one.y',
      ),
      'conflict',
    ],
  ]);
});

describe('a draft and what it changes', () => {
  const terminating = licence('terminates vista');
  const waiving = licence('', 'consent(by=Vista, to=Studio)');
  const amending = `deal offer (from = 2026-06-01, status = draft) amends vista {
    x: exclusive(scope=book)
    z: license(to=Rex, scope=film)
  }`;
  judges([
    ['its own termination counts as done', drafted(terminating, 'vista.x', 'offer.z'), 'clear'],
    ['its own consent counts as given', drafted(waiving, 'vista.x', 'offer.z'), 'clear'],
    ['its own amendment counts as made', drafted(amending, 'vista.x', 'offer.z'), 'clear'],
    [
      'its termination of one clause counts as done',
      drafted(licence('terminates vista.x'), 'vista.x', 'offer.z'),
      'clear',
    ],
    [
      'and leaves the other clauses',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(act=make) w: exclusive(scope=film) }
        ${licence('terminates vista.x')}`,
        'vista.w',
        'offer.z',
      ),
      'conflict',
    ],
    [
      'what it keeps for one is checked against what is signed',
      drafted(licence('', 'v: exclusive(scope=film)'), 'onda.y', 'offer.v'),
      'conflict',
    ],
    ['what it amends is checked as amended', drafted(`${amending}\n${book()}`, 'offer.x', 'books.w'), 'conflict'],
    ['its termination changes nothing else', drafted(terminating, 'vista.x', 'onda.y'), 'conflict'],
    ['its consent changes nothing else', drafted(waiving, 'vista.x', 'onda.y'), 'conflict'],
    ['its amendment changes nothing else', drafted(amending, 'vista.x', 'onda.y'), 'conflict'],
    [
      "another draft's termination does not count",
      drafted(
        `${licence('')}
        deal letter (by = Studio, to = Vista, from = 2026-05-01, status = draft) terminates vista { }`,
        'vista.x',
        'offer.z',
      ),
      'conflict',
    ],
    [
      "another draft's consent does not count",
      drafted(
        `${licence('')}
        deal letter (by = Vista, to = Studio, from = 2026-05-01, status = draft) { consent(of=vista.x) }`,
        'vista.x',
        'offer.z',
      ),
      'conflict',
    ],
    [
      'an amendment of a signed deal is signed unless it says otherwise',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope=book) }
        deal first (from = 2026-01-01) amends vista { x: exclusive(scope=film) }
        deal onda (by = Studio, to = Onda, from = 2026-02-01) { y: license(scope=film) }`,
        'first.x',
        'onda.y',
      ),
      'conflict',
    ],
  ]);

  function book(): string {
    return 'deal books (by = Studio, to = Onda, from = 2026-01-01) { w: license(scope=book) }';
  }
});

describe('a finding that rests on a draft', () => {
  const once = '`offer` is a draft: this would hold once it is signed';

  it('says so', () => {
    expect(findingOf(drafted(licence(''), 'vista.x', 'offer.z')).assumptions).toEqual([once]);
  });

  it('says so where it only nearly collides', () => {
    const near = drafted(licence('').replace('scope=film', 'scope=song'), 'vista.x', 'offer.z');
    expect(findingOf(near)).toMatchObject({
      verdict: 'near miss',
      assumptions: [once, expect.stringContaining('stated')],
    });
  });

  it('says so where the draft ends what it collides with', () => {
    const late = licence('terminates vista').replace('z: license(', 'z: license(from=2026-05-01, ');
    const { window, assumptions } = findingOf(drafted(late, 'vista.x', 'offer.z'));
    expect(window).toEqual({ from: '2026-05-01', until: '2026-05-31' });
    expect(assumptions).toEqual([once]);
  });

  it('names in full what the draft puts in the place of another clause', () => {
    const wider = 'deal offer (from = 2026-06-01, status = draft) amends vista { x: exclusive() }';
    const { message, assumptions } = findingOf(drafted(wider, 'offer.x', 'onda.y'));
    expect(message).toBe('`y` lets Onda do what `offer.x` reserves for Vista');
    expect(assumptions).toEqual([once, '`offer.x` names no scope: it is taken to cover all']);
  });

  it('says so where it is about what is passed on', () => {
    const [finding] = findingsOf(
      'chain-of-title',
      drafted(licence('').replace('license', 'sublicense'), 'x', 'z').text,
    );
    expect(finding.assumptions).toEqual([once]);
  });

  it('is told from one that rests on none', () => {
    expect(findingOf(sold('exclusive(scope=film)', 'license(scope=film)')).assumptions).toEqual([]);
  });
});
