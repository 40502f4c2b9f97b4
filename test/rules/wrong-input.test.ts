/** What people write in their first hour: one mistake is one message, which says what was expected and mends it. */
import { describe, expect, it } from 'vitest';
import { check, findings } from '../verdicts/helpers.ts';
import { inDeal, marked, mended, mends, mendsText, mistakes, says, TERMS, told, withHeader } from './mistakes.ts';

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

describe('a header that means nothing', () => {
  const warned = (header: string): string[] =>
    findings(TERMS + withHeader(header))
      .filter(({ severity, verdict }) => severity === 'warning' && verdict === undefined)
      .map(({ message }) => message);

  it('renews what never ends', () => {
    const header = 'by = Studio, to = Vista, renews = 1 year';
    expect(warned(header)).toEqual(['`vista` has no `until`: there is nothing for `renews` to renew']);
    expect(warned(`${header}, until = 2026`)).toEqual([]);
  });
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

  it('a title is no name', () => {
    expect(told('party "Rex Inc."\n')).toEqual(['"Rex Inc.": Expected a name to declare, before its title']);
  });
});

describe('a deal that changes another', () => {
  const base = inDeal('license()');
  const other = (words: string): string => `${base}deal d (by = Studio, from = 2026) ${words} { license() }\n`;
  mendsText([
    [other('replaces vista'), other('supersedes vista')],
    [other('amend vista'), other('amends vista')],
    [other('cancels vista'), other('terminates vista')],
  ]);

  it('says so before its clauses', () => {
    expect(told(`${base}deal d (by = Studio, from = 2026) { license() } amends vista\n`)).toEqual([
      'amends: Expected `amends` before the `{` of its deal, as in `deal NAME (…) amends OTHER { … }`',
    ]);
  });
});

describe('an expectation that is misspelt', () => {
  const ofText = (text: string): string[] => told(text).filter((said) => !said.includes('expected to be'));
  it.each([
    ['expect conflict of vista.x and vista.x', ['of: Expected `between` instead of `of`']],
    ['expect vista.x conflict vista.x', ['vista: Expected `conflict`, `disputed`, `depends`, `near miss` or `clear`']],
    ['expect no conflict between vista.x and vista.x', ['no: Expected `conflict`, `disputed`, `depends`']],
    ['expect clear between vista.x, vista.x', [',: Expected `and` between the two clauses']],
    ['expect clear between vista.x', ['x: Expected `and`']],
  ])('%s', (line, said) => {
    expect(ofText(`${inDeal('x: license()')}${line}\n`)).toEqual(said.map((one) => expect.stringContaining(one)));
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
    ['license(territory = worldwide except for CN)', 'license(territory = worldwide except CN)'],
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

describe('the head of a deal', () => {
  const deal = (head: string): string => `deal ${head} { license() }\n`;
  mendsText(
    [
      ['"The deal" d (by = Studio)', 'd "The deal" (by = Studio)'],
      ['d: (by = Studio)', 'd (by = Studio)'],
      ['d (by = Studio):', 'd (by = Studio)'],
      ['d (by = Studio, expires = 2027)', 'd (by = Studio, until = 2027)'],
      ['d (licensor = Studio)', 'd (by = Studio)'],
    ].map(([written, meant]) => [deal(written), deal(meant)] as const),
  );
  it.each([
    [deal('d e (by = Studio)'), 'e: Expected `(` behind the name of the deal'],
    [deal('d.e (by = Studio)'), '.e: Expected `(` behind the name of the deal'],
    [deal('2026_d (by = Studio)'), '2026_d: Expected a name after `deal` instead of `2026_d`: a name does not start'],
    [deal('d (by = Studio) "The deal"'), '"The deal": Expected `{` with the clauses of the deal'],
  ])('%s', (text, said) => {
    expect(told(text)).toEqual([expect.stringContaining(said)]);
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

describe('who owes itself', () => {
  const SAYS = 'is promised by `Studio` to `Studio`: nobody owes itself';
  const warnings = (text: string): string[] =>
    findings(TERMS + text)
      .filter(({ rule }) => rule === 'invalid-argument')
      .map(({ severity, span, message }) => `${severity} ${marked(text, span)}: ${message}`);

  it('a clause that is promised to the promisor of the header', () => {
    expect(warnings(inDeal('own: license(to = Studio, scope = film)'))).toEqual([`warning own: \`own\` ${SAYS}`]);
    expect(warnings(inDeal('license(by = Vista, to = Vista, scope = film)'))).toEqual([
      'warning license: `license` is promised by `Vista` to `Vista`: nobody owes itself',
    ]);
  });

  it('a header is told of once, and not each of its clauses', () => {
    expect(warnings(withHeader('by = Studio, to = Studio'))).toEqual([`warning vista: \`vista\` ${SAYS}`]);
    const repeated = 'deal vista (by = Studio, to = Studio) { license(by = Studio) own: license(to = Studio) }\n';
    expect(warnings(repeated)).toEqual([`warning vista: \`vista\` ${SAYS}`]);
    const another = 'deal vista (by = Studio, to = Studio) { other: license(by = Vista, to = Vista) }\n';
    expect(warnings(another)).toHaveLength(2);
  });

  it('not where somebody else owes it as well, or the other side promises', () => {
    expect(warnings(inDeal('shared: license(by = [Studio, Vista], to = Studio, scope = film)'))).toEqual([]);
    expect(warnings(inDeal('back: license(by = Vista, scope = film)'))).toEqual([]);
  });

  it('a party that is under itself', () => {
    expect(told('party Holding under Holding\n')).toEqual(['Holding: `Holding` is related to itself']);
  });
});

describe('a term of a deal, elsewhere', () => {
  const goods = (clause: string) => `deal x (by = Studio, to = Vista) {
  scope Goods
  event Closing
  r: exclusive(scope = Goods)
}
deal y (by = Studio, to = Vista) {
  ${clause}
}
`;

  it.each([
    ['license(scope = Goods)', '`Goods` is declared as a scope only inside the deal `x`', 'license(scope = x.Goods)'],
    ['license(scope = Godos)', '`Godos` is not declared as a scope in this portfolio', 'license(scope = x.Goods)'],
    [
      'license(scope = film, from = Closing)',
      '`Closing` is an event only inside the deal `x`',
      'license(scope = film, from = x.Closing)',
    ],
  ])('is called with its deal: %s', (written, message, meant) => {
    expect(mistakes(goods(written)).map((one) => one.message)).toEqual([message]);
    expect(mended(goods(written))).toBe(goods(meant));
  });

  it('goes by its name alone inside it', () => {
    const inside = (clause: string) => goods('license(scope = film)').replace('r: ', `${clause}\n  r: `);
    expect(mended(inside('license(scope = Godos)'))).toBe(inside('license(scope = Goods)'));
  });
});

describe('a deal with a name that another has', () => {
  it('is told once, and counted among what was not checked', () => {
    const text = 'deal x (by = Studio) {}\ndeal x (by = Studio, to = Vista) { exclusive(scope = flim) }\n';
    const { findings: found, summary } = check(TERMS + text);
    expect(found.map(({ message }) => message)).toEqual(['the deal `x` is declared twice']);
    expect(summary.notChecked).toContainEqual(
      expect.objectContaining({ what: 'deals with a name that another has', count: 1, which: ['x'] }),
    );
  });
});

describe('what excludes all others', () => {
  const alone = (clause: string, by = 'Studio') => `deal x (by = ${by}, from = 2025-01-01) { x: ${clause} }\n`;

  it.each(['exclusive(scope = film)', 'exclusive_license(scope = film)', 'requirements(scope = film)'])(
    'says for whom: %s',
    (clause) => {
      expect(told(alone(clause))).toEqual(['x: `x` excludes all others, and does not say whom it is for']);
    },
  );

  it.each([
    ['exclusive(scope = film, to = Vista)', 'Studio'],
    ['exclusive(scope = film, with = Vista)', 'Studio'],
    ['exclusive(scope = film, cloud = East)', 'Studio'],
    ['exclusive(scope = film)', '[Studio, Vista]'],
    ['prohibit(scope = film)', 'Studio'],
  ])('and does: %s by %s', (clause, by) => {
    expect(told(alone(clause, by))).toEqual([]);
  });

  it('is counted as a clause with an error until it does', () => {
    expect(check(TERMS + alone('exclusive(scope = film)')).summary.notChecked).toContainEqual(
      expect.objectContaining({ what: 'clauses with an error', count: 1 }),
    );
  });
});

describe('a clause that yields to what there is not', () => {
  it.each(['subject to vista.exlusive', 'notwithstanding vista.exlusive'])(
    'is not judged until that is mended: %s',
    (rank) => {
      const text = `deal vista (by = Studio, to = Vista, from = 2025-01-01) { exclusive: exclusive(scope = film) }
deal onda (by = Studio, to = Onda, from = 2025-01-01) { y: license(scope = film) ${rank} }
`;
      const { findings: found, summary } = check(`${TERMS}party Onda\n${text}`);
      expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
        'there is no clause or deal `vista.exlusive`',
      ]);
      expect(found.filter(({ verdict }) => verdict)).toEqual([]);
      expect(summary.notChecked).toContainEqual(expect.objectContaining({ what: 'clauses with an error', count: 1 }));
    },
  );
});

describe('dates that go round in a circle', () => {
  it.each([
    [
      'of two clauses',
      inDeal('r: license(from = s.end + 1 day)\n  s: license(scope = film, until = r.start + 2 days)'),
      'r.start: the dates of `vista.r` and `vista.s` go round in a circle',
    ],
    [
      'of two deals',
      withHeader('by = Studio, to = Vista, until = onda.end + 1 day') +
        'deal onda (by = Studio, to = Vista, until = vista.end + 1 day) { license(scope = film) }\n',
      'vista.end: the dates of `vista` and `onda` go round in a circle',
    ],
    [
      'of a deal that ends another on its end',
      withHeader('by = Studio, to = Vista') +
        'deal onda (by = Studio, to = Vista, from = vista.end) terminates vista { license(scope = film) }\n',
      'vista.end: the dates of `vista` and `onda` go round in a circle',
    ],
    [
      'of one deal',
      withHeader('by = Studio, to = Vista, until = end + 1 year'),
      'end: the dates of `vista` go round in a circle',
    ],
  ])('are told once, with all that they are of: %s', (_, text, message) => {
    expect(told(text)).toEqual([message]);
    expect(findings(TERMS + text)).toHaveLength(1);
  });
});

describe('a length of time', () => {
  says([
    [
      'license(until = AGI + 2 fortnights)',
      'fortnights: Expected a unit of time (days, weeks, months, quarters, years)',
    ],
    ['license(until = AGI + 5 usd)', '+: Expected a duration after `+`'],
  ]);
  mends([['license(until = AGI + 2 dyas)', 'license(until = AGI + 2 days)']]);

  it('of nothing renews nothing', () => {
    expect(told(withHeader('by = Studio, to = Vista, until = 2027, renews = 0 days'))).toEqual([
      '0 days: `0 days` is no time: nothing is renewed by it',
    ]);
  });
});

describe('a date', () => {
  mends([
    ['license(until = ２０２６－０１－０１)', 'license(until = 2026-01-01)'],
    ['license(until = ２０２７)', 'license(until = 2027)'],
    ['pay(amount = ５０ EUR)', 'pay(amount = 50 EUR)'],
  ]);

  it('is wanted where an event says from when a party is controlled', () => {
    expect(told('party Lab under Studio from AGI\n')).toEqual([
      'AGI: Expected a date after `from`, such as 2026-02-27',
    ]);
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
