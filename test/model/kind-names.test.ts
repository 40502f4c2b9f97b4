/** Every other name of a standard kind leads to it. */
import { expect, it } from 'vitest';
import { bind } from '../../server/src/model/bind.ts';
import { kindMeant, OTHER_NAMES } from '../../server/src/model/kind-names.ts';

const kinds = [...bind([], { asOf: 0 }).kinds.keys()];

it.each(Object.entries(OTHER_NAMES))('%s', (kind, names) => {
  expect(kinds).toContain(kind);
  for (const name of names.split(' ')) expect([name, kindMeant(name, kinds)]).toEqual([name, kind]);
});

it('means nothing else', () => {
  for (const name of ['', 's', 'no', 'opera', 'non_solicit', 'indemnity'])
    expect(kindMeant(name, kinds)).toBeUndefined();
});
