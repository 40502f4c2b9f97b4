/** A name is one word: what is written in several is one mistake, told where it is written, with what is meant. */
import { describe, expect, it } from 'vitest';
import { inDeal, mends, mendsText, mistakes, says, told } from './mistakes.ts';

describe('a value in several words', () => {
  const territory = (value: string): string => `license(scope = film, territory = ${value})`;
  mends(
    [
      ['United States', 'US'],
      ['United Kingdom', 'GB'],
      ['New Zealand', 'NZ'],
      ['South Korea', 'KR'],
      ['Hong Kong', 'HK'],
      ['United Arab Emirates', 'AE'],
      ['Trinidad and Tobago', 'TT'],
      ['Isle of Man', 'IM'],
      ['worldwide except United States', 'worldwide except US'],
      ['[United States, CN]', '[US, CN]'],
      ['[CN, United Arab Emirates]', '[CN, AE]'],
      ['[Bosnia and Herzegovina, CN]', '[BA, CN]'],
    ].map(([written, meant]) => [territory(written), territory(meant)] as const),
  );
  mends([
    ['license(scope = film, cloud = E ast)', 'license(scope = film, cloud = East)'],
    ['license(territory = New Zealand, scope = film)', 'license(territory = NZ, scope = film)'],
  ]);

  says([
    [territory('DE-Nowhere'), 'DE-Nowhere: `DE-Nowhere` is not declared as a territory in this portfolio'],
    [territory('Far Away'), 'Far Away: Expected one name, or a list such as `[US, EU]`, instead of `Far Away`'],
    [territory('US CN'), 'US CN: Expected one name, or a list such as `[US, EU]`, instead of `US CN`'],
    [territory('[Far Away, CN]'), 'Away: Expected a comma between the values of the list: a name is one word'],
    ['equity(holder = Vista issuer Studio)', 'issuer Studio: Expected a comma before an argument'],
  ]);

  it('two mistakes are two', () => {
    expect(told(inDeal(territory('[United States and Saudi Arabia]')))).toHaveLength(2);
    expect(told(inDeal(territory('[US Frnce]')))).toHaveLength(2);
    expect(told(inDeal('license(scope = film channel = United States)'))).toHaveLength(2);
  });

  it('what is declared instead is one word, with the full name behind it', () => {
    const [{ help }] = mistakes(inDeal(territory('United States')));
    expect(help).toBe('write `US` if that is meant, or declare it: `territory United_States "United States"`');
  });
});

describe('the code of a territory', () => {
  mends([
    ['license(territory = US-Texas)', 'license(territory = US-TX)'],
    ['license(territory = us-new-york)', 'license(territory = US-NY)'],
    ['license(territory = california)', 'license(territory = US-CA)'],
  ]);

  it('is no misspelling of what has another: only a name that is declared is offered for it', () => {
    const text = (territory: string): string =>
      `territory far = [EEA, CH]\nterritory APAC = [JP]\n${inDeal(`license(territory = ${territory})`)}`;
    const offered = (territory: string) => mistakes(text(territory)).map(({ fix }) => fix?.edits[0].newText);
    expect(offered('EMEA')).toEqual([undefined]);
    expect(offered('APACC')).toEqual(['APAC']);
    expect(offered('Eea')).toEqual(['EEA']);
  });
});

describe('a name in several words where it is declared', () => {
  mendsText(
    [
      ['party Water Now', 'party Water_Now "Water Now"'],
      ['party Water Now\nscope play', 'party Water_Now "Water Now"\nscope play'],
      ['party Water Now, Beta', 'party Water_Now "Water Now", Beta'],
      ['party Alpha, Water Now', 'party Alpha, Water_Now "Water Now"'],
      ['party Water Now "The Water"', 'party Water_Now "The Water"'],
      ['party Water Now Inc', 'party Water_Now_Inc "Water Now Inc"'],
      ['party Water Now Inc "The Water"', 'party Water_Now_Inc "The Water"'],
      ['party Water Now Inc.', 'party Water_Now_Inc "Water Now Inc."'],
      ['party The Water Now Inc', 'party The_Water_Now_Inc "The Water Now Inc"'],
      ['party Water Now under Vista', 'party Water_Now "Water Now" under Vista'],
      ['party Water Now Inc under Vista', 'party Water_Now_Inc "Water Now Inc" under Vista'],
      ['territory Middle East = [SA, AE]', 'territory Middle_East "Middle East" = [SA, AE]'],
      ['event Change Of Control after 2030', 'event Change_Of_Control "Change Of Control" after 2030'],
      ['event change of control after 2030', 'event change_of_control "change of control" after 2030'],
    ].map(([written, meant]) => [`${written}\n`, `${meant}\n`] as const),
  );
  mends([
    ['scope short film', 'scope short_film "short film"'],
    ['scope short film in film', 'scope short_film "short film" in film'],
  ]);

  it.each([
    ['scope a within film', '`in`'],
    ['scope a and b, c', '`,`'],
    ['scope a opn', '`open`'],
  ])('what reads like something else is that: %s', (line, written) => {
    expect(mistakes(`${line}\n`).map(({ fix }) => fix?.title)).toEqual([expect.stringContaining(written)]);
  });

  it.each(['scope a scope b open', 'cloud West scope b, c', 'scope a open event E'])(
    'several terms may stand on one line: %s',
    (line) => {
      expect(told(`${line}\n`)).toEqual([]);
    },
  );
});

it.each(['film in cinema', 'opera under Vista'])('a term without its dimension is one mistake: %s', (line) => {
  const [word] = line.split(' ');
  expect(told(`${line}\nscope play\n`)).toEqual([
    `${word}: A term is declared with its dimension before it, as in \`scope ${line}\``,
  ]);
});
