/** A kind that is written in several words is one mistake, and the clause says nothing until it is mended. */
import { describe, expect, it } from 'vitest';
import { findings } from '../verdicts/helpers.ts';
import { inDeal, mends, says, told } from './mistakes.ts';

describe('a kind in several words', () => {
  const meant = (
    [
      ['exclusive license', 'exclusive_license'],
      ['right of first refusal', 'rofr'],
      ['most favored nation', 'mfn'],
      ['non compete', 'noncompete'],
      ['non exclusive license', 'license'],
      ['covenant not to compete', 'noncompete'],
      ['exclusve license', 'exclusive_license'],
      ['sole licence', 'sole_license'],
    ] as const
  ).flatMap(([words, kind]) => [`${words}(scope = film)|${kind}(scope = film)`, `${words} ()|${kind} ()`]);
  const cases = [...meant, 'change of control()|change_of_control()'].flatMap((line) => {
    const [words, written] = line.split('|');
    return [[words, written] as const, [`x: ${words}`, `x: ${written}`] as const];
  });
  mends(cases);

  says([
    ['x: foo bar baz(scope = film)', 'foo bar baz: The kind of a clause is one name, not `foo bar baz`'],
    ['x: foo bar(scope = film)', 'foo bar: The kind of a clause is one name, not `foo bar`'],
    ['foo bar(scope = film)', 'foo bar: Expected one name before `(`'],
    ['x: license except (territory = CN)', 'except: Expected `(` with the arguments of the clause after `license`'],
  ]);
});

it.each([
  'x: exclusive license(scope = film)',
  'exclusive license(scope = film)',
  'non exclusive license(scope = film)',
])('nothing is made of %s', (clause) => {
  const all = findings(`party A, B, C
scope film
deal first (by = A, to = B) { ${clause} }
deal second (by = A, to = C) { exclusive_license(scope = film) }
`);
  expect(all.map(({ rule }) => rule)).toEqual(['unknown-kind']);
});

it('what can be a label before a kind is known by it', () => {
  const [message, ...others] = told(inDeal('eye license(scope = film)\n  prohibit(scope = film) subject to eye'));
  expect(message).toContain('`eye: license(…)` if the first is a label');
  expect(others).toEqual([]);
});

it('a term of a dimension of its own may stand before a clause on its line', () => {
  expect(findings('dimension shop who\nparty A, B\ndeal d (by = A, to = B) { shop Corner license() }\n')).toEqual([]);
});
