/** §8: what a finding says around its verdict: every fact that decides, when it ends, who may still object. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { findings, sold } from './helpers.ts';

const findingOf = (text: string): Finding => {
  const found = findings(text);
  expect(found).toHaveLength(1);
  return found[0];
};

const TERMS = `party S
party D
party R
party V
cloud Azure
cloud Bedrock
scope film
scope drugs
scope rival in drugs
scope comp in drugs open
state war
state shortage
event AGI
event IPO presumed no
event closing presumed yes
`;

describe('each fact that alone would keep two clauses apart', () => {
  const facts = (first: string, second: string): string[] =>
    (
      findingOf(`${TERMS}
deal d (by = S, to = D, from = 2025-01-01) { a: ${first} }
deal r (by = S, to = R, from = 2026-01-01) { b: ${second} }`).decidingFacts ?? []
    ).map(({ kind, name }) => `${kind} ${name}`);

  it.each([
    ['exclusive(scope=film, while=war)', 'license(scope=film, from=AGI)', ['event AGI', 'state war']],
    ['exclusive(scope=film, while=war)', 'license(scope=film, while=shortage)', ['state war', 'state shortage']],
    ['prohibit(scope=comp, while=war)', 'license(scope=rival)', ['membership comp', 'state war']],
    ['exclusive(cloud=Azure, scope=film, until=AGI)', 'host(scope=film, from=2030-01-01)', ['event AGI', 'who cloud']],
    ['exclusive(scope=film, while=war)', 'license(scope=film)', ['state war']],
  ])('%s against %s', (first, second, expected) => {
    expect(facts(first, second).sort()).toEqual([...expected].sort());
  });
});

describe('the end of a collision', () => {
  it('has no date where it comes some day, nobody knows when', () => {
    const { window } = findingOf(`${TERMS}
deal d (by = S, to = D, from = 2025-01-01) { a: exclusive(scope=film, until=closing) }
deal r (by = S, to = R, from = 2025-06-01) { b: license(scope=film) }`);
    expect(window).toEqual({ from: '2025-06-01', until: undefined, untilText: 'closing' });
  });
});

describe('who may object', () => {
  const objectors = (restraint: string, waiver: string): readonly string[] | undefined =>
    findingOf(`${TERMS}
deal d (by = S, to = D, from = 2025-01-01) { a: ${restraint} }
deal r (by = S, to = R, from = 2025-06-01) { b: license(scope=film, territory=IT) }
deal w (by = V, to = S, from = 2025-02-01) { ${waiver} }`).mayObject;
  const both = 'exclusive(to=[D, V], scope=film)';

  it('is everybody that it is owed to', () => {
    expect(objectors(both, 'record: consent(of=d.a, scope=drugs)')).toEqual(['D', 'V']);
  });

  it('is nobody who has consented to all of it', () => {
    expect(objectors(both, 'w: consent(of=d.a, territory=IT)')).toEqual(['D']);
  });

  it('is whoever has consented to a part of it only', () => {
    expect(objectors(both, 'w: consent(of=d.a, territory=IT, from=2026-03-01)')).toEqual(['D', 'V']);
  });
});

describe('parties who promise and are promised the same', () => {
  const nda = `${TERMS}
deal nda (by = [S, D], to = [S, D], from = 2022-01-01) { q: confidentiality(scope=film) }
deal r (by = S, to = R, from = 2025-01-01) { b: grant(act=disclose, scope=film) }`;

  it('owe each other, not themselves', () => {
    expect(findingOf(nda).mayObject).toEqual(['D']);
  });

  it('are free where the other consents', () => {
    expect(findings(`${nda}\ndeal w (by = D, to = S, from = 2022-01-01) { w: consent(of=nda.q) }`)).toEqual([]);
  });
});

describe('an event of the past that has no date', () => {
  it('is not given the first day there is', () => {
    const { text } = sold(
      'exclusive(scope=film, from=signing)',
      'license(scope=film)',
      'event signing\nevent closing occurred 2026-02-01 after signing\n',
    );
    const [{ witness }] = findings(text).filter(({ verdict }) => verdict === 'conflict');
    expect(witness).toMatchObject({ text: expect.stringContaining('if signing has happened by then') });
  });
});

describe('a clause that waits for an event', () => {
  it.each(['from = IPO', 'from = 2025-01-01, until = closing'])('is not dead: %s', (times) => {
    const found = findings(`${TERMS}\ndeal d (by = S, to = D, from = 2025-01-01) { a: license(scope=film, ${times}) }`);
    expect(found).toEqual([]);
  });

  it('is dead where it starts never, or on a day behind its end', () => {
    const dead = (times: string): string[] =>
      findings(`${TERMS}\ndeal d (by = S, to = D, from = 2025-01-01) { a: license(scope=film, ${times}) }`).map(
        ({ rule }) => rule,
      );
    expect(dead('from = never')).toEqual(['dead-clause']);
    expect(dead('from = 2027-01-01, until = 2026-01-01')).toEqual(['dead-clause']);
  });
});

describe('what belongs to an open term, where the example collides whatever does', () => {
  it('is needed only to keep the two apart', () => {
    const { decidingFacts } = findingOf(`${TERMS}
deal d (by = S, to = D, from = 2025-01-01) { a: noncompete() except (scope = comp, until = AGI) }
deal r (by = V, to = S, from = 2025-01-01) { b: resell(by = S, scope = rival) }`);
    expect(decidingFacts?.map(({ conflictWhen, clearWhen }) => [conflictWhen, clearWhen])).toEqual([
      [expect.stringMatching(/^AGI happens on \d{4}-\d{2}-\d{2}$/), 'AGI never happens'],
      ['whatever belongs to comp', 'rival belongs to comp'],
    ]);
  });
});
