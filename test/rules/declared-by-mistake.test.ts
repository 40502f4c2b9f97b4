/** A declaration with a mistake in it declares what it is meant to: of its names, none is told a second time where it is used. */
import { describe, expect, it } from 'vitest';
import { inDeal, mended, mendsText, mistakes, told } from './mistakes.ts';

const between = (by: string, to: string): string => `deal d (by = ${by}, to = ${to}) { license(scope = film) }\n`;

describe('a name in several words', () => {
  mendsText(
    [
      ['Beta Corp, Gamma', 'Beta_Corp "Beta Corp", Gamma', 'Beta_Corp', 'Gamma'],
      ['Gamma, Beta Corp', 'Gamma, Beta_Corp "Beta Corp"', 'Beta_Corp', 'Gamma'],
      ['Acme Inc., Beta', 'Acme_Inc "Acme Inc.", Beta', 'Acme_Inc', 'Beta'],
      ['Beta Corp "Beta Corporation", Gamma', 'Beta_Corp "Beta Corporation", Gamma', 'Beta_Corp', 'Gamma'],
      ['Beta Corp', 'Beta_Corp "Beta Corp"', 'Beta_Corp', 'Vista'],
      ['Beta Corp under Studio', 'Beta_Corp "Beta Corp" under Studio', 'Beta_Corp', 'Vista'],
      ['Water Now Inc', 'Water_Now_Inc "Water Now Inc"', 'Water_Now_Inc', 'Vista'],
      ['Water Now Inc.', 'Water_Now_Inc "Water Now Inc."', 'Water_Now_Inc', 'Vista'],
      ['Water Now Inc, Gamma', 'Water_Now_Inc "Water Now Inc", Gamma', 'Water_Now_Inc', 'Gamma'],
    ].map(
      ([written, meant, by, to]) =>
        [`party ${written}\n${between(by, to)}`, `party ${meant}\n${between(by, to)}`] as const,
    ),
  );

  it('is declared inside a deal as well', () => {
    const text = (name: string): string => inDeal(`scope ${name}, apps\n  license(scope = [cloud_services, apps])`);
    expect(mended(text('cloud services'))).toBe(text('cloud_services "cloud services"'));
  });
});

describe('a full name without the name that it is called by', () => {
  mendsText([
    [
      `party "Acme, Inc."\n${between('Acme_Inc', 'Vista')}`,
      `party Acme_Inc "Acme, Inc."\n${between('Acme_Inc', 'Vista')}`,
    ],
    [
      `party "Acme, Inc.", Gamma\n${between('Acme_Inc', 'Gamma')}`,
      `party Acme_Inc "Acme, Inc.", Gamma\n${between('Acme_Inc', 'Gamma')}`,
    ],
  ]);

  it('is told where it is declared and where it is used, with a name for it', () => {
    const found = mistakes(`party "Acme, Inc."\n${between('"Acme, Inc."', 'Vista')}`);
    expect(found.map(({ message, help }) => [message, help])).toEqual([
      ['Expected a name to declare, before its title: `Acme_Inc "Acme, Inc."`', undefined],
      ['the name of a party is written without quotation marks', 'write `Acme_Inc`'],
    ]);
    expect(found.flatMap(({ fix }) => fix?.edits.map(({ newText }) => newText))).toEqual([
      'Acme_Inc "Acme, Inc."',
      'Acme_Inc',
    ]);
  });

  it('is never taken for nothing', () => {
    expect(told('party "…"\n')).toEqual(['"…": Expected a name to declare, before its title']);
    const found = mistakes(`party "…"\n${between('"…"', 'Vista')}`);
    expect(found.map(({ fix }) => fix)).toEqual([undefined, undefined]);
  });
});

describe('the word for a dimension, misspelt', () => {
  const alps = (word: string): string => inDeal(`${word} alps = [CH, AT]\n  license(territory = alps)`);
  mendsText([
    [`Party A, B\n${between('A', 'B')}`, `party A, B\n${between('A', 'B')}`],
    [`company A under B\nparty B\n${between('A', 'B')}`, `party A under B\nparty B\n${between('A', 'B')}`],
    [alps('teritory'), alps('territory')],
  ]);

  it('is one mistake each time', () => {
    expect(told(`Party A\nparty B\nreading r { Party A under B }\n${between('A', 'B')}`)).toEqual([
      'Party: there is no dimension `Party`',
      'Party: there is no dimension `Party`',
    ]);
  });
});

describe('what is said of terms in the middle of their list', () => {
  const both = (rows: string, by: string, to: string): string => `${rows}\n${between(by, to)}`;
  mendsText([
    [
      both('party P, Q under P, R, S under R', 'Q', '[R, S]'),
      both('party P\nparty Q under P\nparty R\nparty S under R', 'Q', '[R, S]'),
    ],
    [both('party Q under Studio, R', 'Q', 'R'), both('party Q under Studio\nparty R', 'Q', 'R')],
    [
      inDeal('  scope x in film, y "Why" in film\n  license(scope = [x, y])'),
      inDeal('  scope x in film\n    scope y "Why" in film\n  license(scope = [x, y])'),
    ],
    ['event IPO occurred 2025-01-01, Exit after IPO\n', 'event IPO occurred 2025-01-01\nevent Exit after IPO\n'],
  ]);

  it('may be said of all before it or of the last', () => {
    expect(told(`scope a, b in film, c, d in film\n${inDeal('license(scope = [a, b, c, d])')}`)).toEqual([
      'in film, c, d in film: What is said of terms comes last, and holds for all names before it: begin a new line with `scope` behind it',
    ]);
  });
});
