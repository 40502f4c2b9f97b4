/** What is left out of a clause and is written among its arguments is one mistake. */
import { describe, expect, it } from 'vitest';
import { inDeal, mends, mendsText, mistakes, says } from './mistakes.ts';

describe('an exception among the arguments', () => {
  const meant = 'license(scope = film) except (territory = CN)';
  mends(
    [
      'license(scope = film, not territory = CN)',
      'license(scope = film, except territory = CN)',
      'license(scope = film, excluding territory = CN)',
      'license(scope = film, except (territory = CN))',
      'license(scope = film except territory = CN)',
      'license(scope = film not territory = CN)',
      'license(not territory = CN, scope = film)',
    ].map((written) => [written, meant] as const),
  );
  mends([
    ['license(not territory = CN)', 'license() except (territory = CN)'],
    [
      'license(scope = film, not territory = [CN, RU], channel = cinema)',
      'license(scope = film, channel = cinema) except (territory = [CN, RU])',
    ],
    [
      'license(scope = film) except (channel = cinema, not territory = CN)',
      'license(scope = film) except (channel = cinema, territory = all except CN)',
    ],
  ]);
  mendsText([
    [
      'deal d (by = Studio, to = Vista, not territory = CN) { license() }\n',
      'deal d (by = Studio, to = Vista, territory = all except CN) { license() }\n',
    ],
  ]);
  says([
    [
      'license(scope = film, not CN)',
      'not CN: What is left out stands behind the clause, with the name of its argument',
    ],
  ]);
});

it('affiliates are decided among the arguments of the clause', () => {
  const [{ message, help }, ...others] = mistakes(
    inDeal('license(scope = film) except (with = Vista, affiliates = yes)'),
  );
  expect(others).toEqual([]);
  expect(message).toBe('an exception takes no `affiliates`');
  expect(help).toBe(
    '`affiliates` belongs among the arguments of the clause itself: it is decided there once, for its exceptions too',
  );
});
