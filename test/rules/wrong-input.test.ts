/** What people write in their first hour: one mistake is one message, which says what was expected and mends it. */
import { describe, expect, it } from 'vitest';
import { findings } from '../verdicts/helpers.ts';
import { inDeal, mended, mends, mendsText, mistakes, says, TERMS, told, withHeader } from './mistakes.ts';

describe('a mistake of the text is no second one of what it says', () => {
  it.each([
    ['until = 2026-02-30', '2026-02-30: There is no day 2026-02-30: February 2026 has 28 days'],
    ['until = 2026-13-01', '2026-13-01: There is no month 13 in 2026-13-01: months run from 01 to 12'],
    ['until = 01.02.2026', '01.02.2026 can be read two ways: 2026-02-01 or 2026-01-02'],
    ['until = 1/2/2026', '1/2/2026: Expected a date written year-month-day'],
    ['signed = 2026-02-30', '2026-02-30: There is no day 2026-02-30'],
  ])('%s', (argument, message) => {
    const text = withHeader(`by = Studio, to = Vista, ${argument}`);
    expect(told(text)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['until = 2026/01/02', 'until = 2026-01-02'],
    ['until = 31.12.2026', 'until = 2026-12-31'],
    ['until = 01.01.2026', 'until = 2026-01-01'],
    ['signed = 2026-1-2', 'signed = 2026-01-02'],
  ])('a date that can be read in one way is written as a date: %s', (argument, written) => {
    expect(mended(withHeader(`by = Studio, to = Vista, ${argument}`))).toContain(written);
  });

  it('deals without a name are not two of one name, and lack nothing else', () => {
    expect(told('deal (by = Studio) { license(scope = film) }\ndeal { license() }\n')).toEqual([
      '(: Expected the name of the deal after `deal`',
      '{: Expected the name of the deal after `deal`',
    ]);
  });

  it('a name that is missing is no unknown one', () => {
    expect(told('scope song in\n')).toHaveLength(1);
    expect(told(inDeal('license() subject to'))).toHaveLength(1);
  });

  it('two mistakes are two', () => {
    expect(told(inDeal('x: license(scope = flim channel = cinema)'))).toEqual([
      'flim: `flim` is not declared as a scope in this portfolio',
      'channel: Expected a comma between the arguments',
    ]);
    expect(told(inDeal('x: license(scope = flim'))).toHaveLength(2);
  });
});

describe('a name in quotation marks', () => {
  mends([
    ["license(scope = 'film')", 'license(scope = film)'],
    ['license(scope = "film")', 'license(scope = film)'],
    ['license(scope = “film”)', 'license(scope = film)'],
    ['license(scope = "The Film")', 'license(scope = film)'],
    ['license(scope = "flim")', 'license(scope = film)'],
    ['license(to = ["Studio"])', 'license(to = [Studio])'],
    ['license(scope = film, until = "2027")', 'license(scope = film, until = 2027)'],
    ["license(scope = film, until = 'AGI')", 'license(scope = film, until = AGI)'],
    ['license(affiliates = "yes")', 'license(affiliates = yes)'],
    ['pay(amount = "5M EUR")', 'pay(amount = 5M EUR)'],
  ]);

  it('that nobody has declared is one all the same', () => {
    const [{ message, fix }] = mistakes(inDeal('license(scope = "opera")'));
    expect(message).toBe('the name of a scope is written without quotation marks');
    expect(fix?.edits.map(({ newText }) => newText)).toEqual(['opera']);
  });
});

describe('a word for another', () => {
  mends([
    ['license(scope = film) unless (territory = CN)', 'license(scope = film) except (territory = CN)'],
    ['license(scope = film) excluding (territory = CN)', 'license(scope = film) except (territory = CN)'],
    ['license(affiliates = true)', 'license(affiliates = yes)'],
    ['license(affiliates = none)', 'license(affiliates = no)'],
    ['license(affiliates = Vsta)', 'license(affiliates = Vista)'],
    ['exclusive(self = False)', 'exclusive(self = no)'],
    ['license(until = forever)', 'license(until = perpetual)'],
    ['license(until = AIG)', 'license(until = AGI)'],
    ['license(until = 5 years)', 'license(until = start + 5 years)'],
    ['license(until = 20270101)', 'license(until = 2027-01-01)'],
    ['revenue_share(share = 27)', 'revenue_share(share = 27%)'],
  ]);
  says([
    ['license(affiliates = maybe)', 'maybe: `affiliates` is yes, no or a set of parties, not `maybe`'],
    ['revenue_share(share = 0.27)', '0.27: `share` of `revenue_share` is a share, not `0.27`'],
    ['pay(amount = 500)', '500: `amount` of `pay` is an amount of money, not `500`'],
  ]);

  it('affiliates may be whatever the message lists', () => {
    const [{ help }] = mistakes(inDeal('license(affiliates = maybe)'));
    expect(help).toBe('write `yes`, `no`, or who is included, as in `affiliates = all except Acquirer`');
    for (const value of ['yes', 'no', 'all', 'Vista', '[Studio, Vista]', 'all except Vista'])
      expect(told(inDeal(`license(affiliates = ${value})`))).toEqual([]);
  });

  it('a status', () => {
    expect(mended(withHeader('by = Studio, status = Draft'))).toBe(withHeader('by = Studio, status = draft'));
    expect(mended(withHeader('by = Studio, status = "signed"'))).toBe(withHeader('by = Studio, status = signed'));
  });
});

describe('an amount of money', () => {
  const paid = (amount: string): string => `pay(amount = ${amount})`;
  mends(
    [
      ['500 RMB', '500 CNY'],
      ['500 US$', '500 USD'],
      ['US$ 5.5M', '5.5M USD'],
      ['HK$500', '500 HKD'],
      ['$500', '500 USD'],
      ['500 €', '500 EUR'],
      ['500£', '500 GBP'],
      ['500 Yuan', '500 CNY'],
      ['500 euros', '500 EUR'],
      ['5M EURO', '5M EUR'],
      ['5M eur', '5M EUR'],
      ['5 Mio. EUR', '5M EUR'],
      ['5 million dollars', '5M USD'],
      ['Euro 5M', '5M EUR'],
      ['500人民币', '500 CNY'],
      ['5,5M EUR', '5.5M EUR'],
      ['5,50 EUR', '5.50 EUR'],
      ['5.000.000 EUR', '5000000 EUR'],
      ['5,000,000 EUR', '5000000 EUR'],
      ["5'000'000 EUR", '5000000 EUR'],
      ['5 000 000 EUR', '5000000 EUR'],
      ['5_000_000 EUR', '5000000 EUR'],
      ['-5M EUR', '5M EUR'],
    ].map(([written, meant]) => [paid(written), paid(meant)] as const),
  );
  says([
    [paid('500 ¥'), '500 ¥: A currency is a three-letter ISO 4217 code behind the amount: CNY or JPY instead of `¥`'],
    [paid('500元'), '500元: A currency is a three-letter ISO 4217 code behind the amount: CNY or TWD instead of `元`'],
    [
      paid('Rs 500'),
      'Rs 500: A currency is a three-letter ISO 4217 code behind the amount: INR or PKR instead of `Rs`',
    ],
    [paid('500 RMB'), '500 RMB: `RMB` is no currency of ISO 4217'],
    [paid('500 XQZ'), '500 XQZ: `XQZ` is no currency of ISO 4217'],
    [paid('5,5M EUR'), '5,5M: The decimal mark of a number is a point'],
    [paid('5M'), '5M: Expected a currency after 5M, such as 5M USD'],
    [paid('5 million'), '5 million: Expected the amount as 5M and a currency, such as 5M USD'],
  ]);
});

describe('a term in a reading', () => {
  const inReading = (line: string): string => `scope series\nreading broad { ${line} }\n`;

  it.each([
    ['scpe film in series', 'scope film in series'],
    ['film distinct from series', 'scope film distinct from series'],
    ['film open', 'scope film open'],
    ['company Studio under Vista', 'party Studio under Vista'],
  ])('%s', (line, written) => {
    expect(mended(inReading(line))).toBe(inReading(written));
  });

  it.each([
    ['film in series', 'film: there is no dimension `film`'],
    ['opera house', 'opera: there is no dimension `opera`'],
    ['with Vista in Studio', 'with: the values of `with` are parties'],
  ])('is of a dimension that there is: %s', (line, message) => {
    expect(told(inReading(line))).toContain(message);
  });

  it('is said to be of which dimension, where there is a term of that name', () => {
    const [{ help }] = mistakes(inReading('film open'));
    expect(help).toBe('`film` is a scope: write `scope film`');
    const [{ help: elsewhere, fix: none }] = mistakes('scope series\nfilm open\n');
    expect([elsewhere, none]).toEqual(['`film` is a scope: say more of it where it is declared', undefined]);
    const [{ help: ofTwo, fix }] = mistakes(`field film\n${inReading('film open')}`);
    expect([ofTwo, fix]).toEqual(['`film` is a scope and a field: write `scope film`', undefined]);
  });
});

describe('a kind by the name that others call it', () => {
  mends([
    ['right_of_first_refusal(scope = film)', 'rofr(scope = film)'],
    ['first_refusal(scope = film)', 'rofr(scope = film)'],
    ['ROFO(scope = film)', 'rofo(scope = film)'],
    ['most_favoured_nation(scope = film)', 'mfn(scope = film)'],
    ['most_favored_nation(scope = film)', 'mfn(scope = film)'],
    ['non_compete(scope = film)', 'noncompete(scope = film)'],
    ['non-competition(scope = film)', 'noncompete(scope = film)'],
    ['non_disparagement()', 'no_disparagement()'],
    ['no_poach()', 'no_solicit_employees()'],
    ['exclusivity(scope = film)', 'exclusive(scope = film)'],
    ['exclusive_licence(scope = film)', 'exclusive_license(scope = film)'],
    ['anti_assignment()', 'no_assignment()'],
    ['covenant_not_to_sue()', 'no_challenge()'],
    ['royalties(share = 5%)', 'revenue_share(share = 5%)'],
    ['minimum_commitment(amount = 5M EUR)', 'minimum(amount = 5M EUR)'],
    ['audit_rights()', 'allow_audit()'],
    ['insurance(amount = 5M EUR)', 'insure(amount = 5M EUR)'],
    ['limitation_of_liability(amount = 5M EUR)', 'liability_cap(amount = 5M EUR)'],
    ['change_in_control()', 'change_of_control()'],
    ['choice_of_law(law = FR)', 'governing_law(law = FR)'],
    ['non_transferable_license(scope = film)', 'license(scope = film)'],
  ]);
  says([['non_solicit()', 'non_solicit: there is no kind of clause `non_solicit`']]);
});

describe('a number that many write for thousands', () => {
  const warned = (argument: string): string[] =>
    findings(TERMS + inDeal(`purchase(scope = film, ${argument})`))
      .filter(({ severity }) => severity === 'warning')
      .map(({ message, help, fix }) =>
        [message, help, ...(fix?.edits ?? []).map(({ newText }) => newText)].join(' | '),
      );

  it.each([
    [
      'amount = 5.000 EUR',
      '`5.000 EUR` is read as 5 EUR: the point is a decimal point',
      'write `5000 EUR` if thousands are meant, else `5 EUR`',
      '5000 EUR',
    ],
    [
      'amount = 12.500 USD',
      '`12.500 USD` is less than 13 USD: the point is a decimal point',
      'write `12500 USD` if thousands are meant, else `12.50 USD`',
      '12500 USD',
    ],
    [
      'amount = 5.125 USD',
      '`5.125 USD` is less than 6 USD: the point is a decimal point',
      'write `5125 USD` if thousands are meant, else `5.1250 USD`',
      '5125 USD',
    ],
    [
      'quantity = 5.000',
      '`5.000` is read as 5: the point is a decimal point',
      'write `5000` if thousands are meant, else `5`',
      '5000',
    ],
  ])('%s', (argument, ...said) => {
    expect(warned(argument)).toEqual([said.join(' | ')]);
  });

  it.each([
    'amount = 5.00 EUR',
    'amount = 0.125 EUR',
    'amount = 1.125M EUR',
    'amount = 5.000 KWD',
    'amount = 5.1250 USD',
    'quantity = 1.125',
    'quantity = 5000',
  ])('nothing is wrong with %s', (argument) => {
    expect(warned(argument)).toEqual([]);
  });
});

describe('a date as people write it', () => {
  const ended = (date: string): string => `license(until = ${date})`;
  mends(
    [
      ['31 December 2026', '2026-12-31'],
      ['31. Dezember 2026', '2026-12-31'],
      ['December 31, 2026', '2026-12-31'],
      ['Dec. 31st 2026', '2026-12-31'],
      ['December 2026', '2026-12'],
      ['2026年1月2日', '2026-01-02'],
    ].map(([written, meant]) => [ended(written), ended(meant)] as const),
  );
  says([
    [ended('31 February 2026'), '31 February 2026: Expected a date written year-month-day'],
    [ended('Q1 2026'), 'Q1 2026: A part of a year is written by its first and last month'],
  ]);
});

describe('parentheses that are missing', () => {
  mends([
    ['license scope = film', 'license(scope = film)'],
    ['x: license scope = film, channel = cinema', 'x: license(scope = film, channel = cinema)'],
    ['license scope = film)', 'license(scope = film)'],
    ['license(scope = film) except territory = CN', 'license(scope = film) except (territory = CN)'],
  ]);
  mendsText([
    ['deal d by = Studio, to = Vista { license() }\n', 'deal d (by = Studio, to = Vista) { license() }\n'],
    ['deal d by = Studio) { license() }\n', 'deal d (by = Studio) { license() }\n'],
  ]);
  says([
    [
      'x license(scope = film)',
      'x license: Expected one name before `(`: `x: license(…)` if the first is a label, `x_license(…)`',
    ],
  ]);
});

describe('an exception in other words', () => {
  mends(
    [
      'but not (territory = CN)',
      'save for (territory = CN)',
      'except for (territory = CN)',
      'unless territory = CN',
    ].map((words) => [`license(scope = film) ${words}`, 'license(scope = film) except (territory = CN)'] as const),
  );
  mends([
    ['license(scope = film, except = (territory = CN))', 'license(scope = film) except (territory = CN)'],
    ['license(except = (territory = CN), scope = film)', 'license(scope = film) except (territory = CN)'],
  ]);
});

describe('a relation between terms in other words', () => {
  mendsText([
    ['scope song part of film\n', 'scope song in film\n'],
    ['scope song is a kind of film\n', 'scope song in film\n'],
    ['scope song within film\n', 'scope song in film\n'],
    ['party Rex controlled by Studio\n', 'party Rex under Studio\n'],
    ['scope song different from film\n', 'scope song distinct from film\n'],
    ['scope song overlaps with film\n', 'scope song overlaps film\n'],
    ['event IPO occured 2030-01-01\n', 'event IPO occurred 2030-01-01\n'],
    ['event IPO on 2030-01-01\n', 'event IPO occurred 2030-01-01\n'],
    ['event IPO 2030-01-01\n', 'event IPO occurred 2030-01-01\n'],
    ['event IPO = 2030-01-01\n', 'event IPO occurred 2030-01-01\n'],
    ['event IPO occurred on 2030-01-01\n', 'event IPO occurred 2030-01-01\n'],
  ]);

  it('is none where a dimension has its name', () => {
    expect(told('dimension within what\nscope song within film\n')).toEqual([]);
  });

  it('that names nothing leaves the next line whole', () => {
    expect(told('scope song in\nscope book in film\n')).toEqual(['in: Expected a name or a list of names after `in`']);
    expect(told('party Rex,\nparty Onda\n')).toEqual([',: Expected a name to declare']);
    expect(told('scope song in\nexpect clear between vista.x and vista.x\n').slice(0, 1)).toEqual([
      'in: Expected a name or a list of names after `in`',
    ]);
  });
});

describe('the first word of a declaration', () => {
  mendsText([
    ['teritory alps = [CH, AT]\n', 'territory alps = [CH, AT]\n'],
    ['partys Rex\n', 'party Rex\n'],
    ['parties Rex, Onda\n', 'party Rex, Onda\n'],
    ['PARTY Rex\n', 'party Rex\n'],
    ['party "Rex"\n', 'party Rex\n'],
    ['scope song in "film"\n', 'scope song in film\n'],
    ['deal "d" (by = Studio) { license() }\n', 'deal d (by = Studio) { license() }\n'],
    [`expects clear vista.other\n${inDeal('')}`, `expect clear vista.other\n${inDeal('')}`],
  ]);

  it('that is a kind of clause is told to be one', () => {
    const [{ message, help }] = mistakes('license film\n');
    expect(`${message}; ${help}`).toBe(
      'there is no dimension `license`; `license` is a kind of clause: its arguments stand in parentheses, as in `license(scope = …)`',
    );
  });
});

describe('several values', () => {
  mends([
    ['license(territory = DE, AT, CH, scope = film)', 'license(territory = [DE, AT, CH], scope = film)'],
    ['license(territory = DE and AT)', 'license(territory = [DE, AT])'],
    ['license(territory = DE, AT and CH)', 'license(territory = [DE, AT, CH])'],
    ['license(territory = {DE, AT})', 'license(territory = [DE, AT])'],
    ['license(territory = EU except DE, AT)', 'license(territory = EU except [DE, AT])'],
    ['license(until = earlier of AGI, 2030)', 'license(until = earlier of [AGI, 2030])'],
  ]);
  says([
    ['license(until = AGI or 2030)', 'AGI or 2030: Of several times, say which: `earlier of [AGI, 2030]` or `later of'],
    ['license(until = [AGI, 2030])', '[AGI, 2030]: `[AGI, 2030]` are several times, not one'],
    ['license(scope = film & book)', '&: Several values are written as a list, such as `[US, EU]`'],
    ['license(film, FR, cinema)', 'film: Expected an argument such as `cloud = Azure` instead of `film`'],
  ]);
});

describe('a value in other words', () => {
  mends([
    ['license(scope = all exept film)', 'license(scope = all except film)'],
    ['license(territory = worldwide but CN)', 'license(territory = worldwide except CN)'],
    ['license(territory = worldwide but not CN)', 'license(territory = worldwide except CN)'],
    ['license(territory = worldwide but excluding [CN, RU])', 'license(territory = worldwide except [CN, RU])'],
    ['license(territory = worldwide except for CN)', 'license(territory = worldwide except CN)'],
    ['license(territory = EU - FR)', 'license(territory = EU except FR)'],
    ['license(territory = EU - FR - DE)', 'license(territory = EU except [FR, DE])'],
    ['license(territory = [EU, US] - FR)', 'license(territory = [EU, US] except FR)'],
    ['license(territory = EU + US)', 'license(territory = [EU, US])'],
    ['license(territory = EU + US - FR)', 'license(territory = [EU, US] except FR)'],
    ['license(territory = worldwide except EU + US)', 'license(territory = worldwide except [EU, US])'],
    ['license(scope = any)', 'license(scope = all)'],
    ['license(scope = *)', 'license(scope = all)'],
    ['license(territory = Worldwide)', 'license(territory = worldwide)'],
    ['license(territory = global)', 'license(territory = worldwide)'],
    ['license(until = 5 years after AGI)', 'license(until = AGI + 5 years)'],
    ['license(until = earliest of [AGI, 2030])', 'license(until = earlier of [AGI, 2030])'],
    ['license(until = later [AGI, 2030])', 'license(until = later of [AGI, 2030])'],
    ['revenue_share(share = 27 percent)', 'revenue_share(share = 27%)'],
    ['revenue_share(share = %27)', 'revenue_share(share = 27%)'],
    ['pay(amount = 5 EUR per year)', 'pay(amount = 5 EUR, per = year)'],
  ]);
  says([
    ['license(until = AGI - Exit)', '-: Expected a duration after `-`'],
    ['license(scope != film)', '!=: What is left out is written with `except`, such as `scope = all except film`'],
  ]);
  mendsText([
    [
      `dimension screen what number\n${inDeal('license(screen = 10 to 12)')}`,
      `dimension screen what number\n${inDeal('license(screen = 10..12)')}`,
    ],
    [
      `dimension screen what number\n${inDeal('license(screen = < 10)')}`,
      `dimension screen what number\n${inDeal('license(screen < 10)')}`,
    ],
  ]);
});

describe('what stands around a clause', () => {
  mends([
    ['- license(scope = film)', 'license(scope = film)'],
    ['1. license(scope = film)', 'license(scope = film)'],
    ['(a) license(scope = film)', 'license(scope = film)'],
    ['x = license(scope = film)', 'x: license(scope = film)'],
    ['"x": license(scope = film)', 'x: license(scope = film)'],
    ['license(scope = film).', 'license(scope = film)'],
    ['license(scope = film)。', 'license(scope = film)'],
    ['license[scope = film]', 'license(scope = film)'],
    ['license{scope = film}', 'license(scope = film)'],
    ['license(scope = film) -- a note', 'license(scope = film) // a note'],
    ['TODO: ask Vista', '// TODO: ask Vista'],
    ['license(scope = film) until 2027', 'license(scope = film, until = 2027)'],
    ['license(scope = film) until = 2027', 'license(scope = film, until = 2027)'],
    ['license() until AGI', 'license(until = AGI)'],
    ['x: license() despite other', 'x: license() notwithstanding other'],
    ['x: license() not withstanding other', 'x: license() notwithstanding other'],
    ['“Vista may show the film.”\n  license()', '> Vista may show the film.\n  license()'],
  ]);
  says([
    ['by = Vista', 'by: `by = …` stands in the parentheses of a clause'],
    ['deal inner (by = Studio) { license() }', 'deal: Expected `deal` outside the `{ }` of a deal'],
    ['reading inner { scope film distinct from film }', 'reading: Expected `reading` outside the `{ }` of a deal'],
  ]);

  it('a label may be called like a remark', () => {
    expect(told(inDeal('TODO: license(scope = film)'))).toEqual([]);
  });

  it('a line of prose is told once', () => {
    expect(told('Studio grants Vista a film scope\nparty Rex\n')).toEqual(['Studio: there is no dimension `Studio`']);
  });
});

describe('a list of terms', () => {
  mendsText([
    ['party Rex and Onda\n', 'party Rex, Onda\n'],
    ['scope song\nscope works in film, song\n', 'scope song\nscope works in [film, song]\n'],
    ['scope song\nscope works = film and song\n', 'scope song\nscope works = [film, song]\n'],
    ['territory most = EU except DE\n', 'territory most = [EU except DE]\n'],
    ['event IPO presumed = no\n', 'event IPO presumed no\n'],
    ['kind gala permits (amount = money)\n', 'kind gala permits (amount : money)\n'],
  ]);
  it.each([
    ['party 3M\n', '3M: Expected a name after `party` instead of `3M`: a name does not start with a digit'],
    [
      'party Rex Onda\n',
      'Rex Onda: A name is one word; the full name stands behind it in quotation marks: `Rex_Onda "Rex Onda"`',
    ],
    ['party Rex (Rex Inc.)\n', '(: Expected a title or a relation such as `in` behind `Rex` instead of `(`'],
    ['event IPO presumed maybe\n', 'maybe: Expected `yes` or `no` after `presumed`'],
    ['event IPO before AIG\n', 'AIG: `AIG` is not declared as an event in this portfolio'],
  ])('%s', (text, said) => {
    expect(told(text)).toEqual([said]);
  });
});

describe('names that every object of the engine has', () => {
  it.each([
    'constructor Rex\n',
    'party Rex constructor Onda\n',
    inDeal('license(constructor = film)'),
    inDeal('license(until = constructor)'),
    inDeal('constructor(scope = film)'),
    inDeal('license(affiliates = constructor)'),
  ])('are names like others: %s', (text) => {
    const found = mistakes(text);
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toMatch(/function|native code/);
  });
});

it.each([
  ['screen = 12..10', 'screen = 10..12', '12..10: no number is from 12 to 10: the range runs backwards'],
  ['screen = [5, 9.5..7]', 'screen = [5, 7..9.5]', '9.5..7: no number is from 9.5 to 7: the range runs backwards'],
])('a range that runs backwards is turned, and its clause says nothing until then: %s', (argument, turned, message) => {
  const text = `dimension screen what number "inches"\n${inDeal(`exclusive(scope = film, ${argument})`)}`;
  expect(told(text)).toEqual([message]);
  expect(mended(text)).toContain(turned);
  expect(findings(TERMS + text).filter(({ rule }) => rule === 'dead-clause')).toEqual([]);
});
