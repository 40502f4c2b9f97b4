import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseSentence } from '../../server/src/editor/clause-sentence.ts';
import { effectsOf, whoOf } from '../../server/src/editor/sentence/clause-effects.ts';
import { analyse } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { marked, withCrlf } from './marked.ts';

const CAST = `
party Studio "Studio Ltd", Vista, Rex
cloud East "East Cloud" by Rex
cloud West
scope film "The Film"
scope song
event IPO "the listing"
event prize
state shortage "supply runs short"
`;

/** The sentence of the clause labelled `x`, or else of the last one. */
function sentence(text: string): string {
  const { analysis } = marked(text);
  const { clauses } = analysis.model;
  return clauseSentence(analysis, clauses.find(({ label }) => label === 'x') ?? clauses[clauses.length - 1]);
}

/** What Studio promises Vista from 2025 through 2028, everywhere, on cloud West: nothing is left to be said of these. */
const promised = (clause: string, more = ''): string =>
  sentence(`${CAST}${more}deal d (by = Studio, to = Vista, from = 2025-01-01, until = 2028-12-31) {\n  ${clause}\n}\n`);

/** Each promised as above: the clause, and its sentence up to when it holds. */
function says(cases: readonly (readonly [clause: string, sentence: string])[]): void {
  for (const [clause, expected] of cases) {
    it(clause, () => {
      expect(promised(clause)).toBe(expected);
    });
  }
}

const TERM = 'from 1 January 2025 through 31 December 2028';

describe('permissions', () => {
  says([
    [
      'x: grant(act = use, scope = film, territory = FR)',
      `Studio Ltd (Studio) lets Vista use “The Film” (film) in France (FR), ${TERM}.`,
    ],
    [
      'x: license(scope = film, transferable = no, irrevocable = yes, royalty_free = yes, territory = [FR, DE])',
      `Studio Ltd (Studio) grants Vista a non-transferable, irrevocable, royalty-free licence to exploit “The Film” (film) in any way in France (FR) and Germany (DE), ${TERM}.`,
    ],
    [
      'x: sublicense(scope = film, territory = US)',
      `Studio Ltd (Studio) grants Vista a sublicence of “The Film” (film) in the United States (US), ${TERM}.`,
    ],
    [
      'x: host(scope = [film, song], cloud = [East, West], territory = EU)',
      `Studio Ltd (Studio) lets Vista host “The Film” (film) and song on East Cloud (East) or West in the European Union (EU), ${TERM}.`,
    ],
    [
      'x: distribute(scope = song, territory = worldwide)',
      `Studio Ltd (Studio) lets Vista distribute song, worldwide, ${TERM}.`,
    ],
    ['x: resell(scope = song, territory = FR)', `Studio Ltd (Studio) lets Vista resell song in France (FR), ${TERM}.`],
    [
      'x: sell_off(scope = song, territory = FR, from = end, until = end + 6 months)',
      'Studio Ltd (Studio) lets Vista sell off what it has of song in stock or on order in France (FR), from the end of the deal until 6 months after the end of the deal.',
    ],
  ]);
});

describe('exclusive rights', () => {
  says([
    [
      'x: exclusive(to = Vista, scope = film, territory = FR)',
      `Studio Ltd (Studio) gives Vista the exclusive right, against everybody else, Studio itself included, to exploit “The Film” (film) in any way in France (FR), ${TERM}.`,
    ],
    [
      'x: exclusive(cloud = East, act = host, scope = film, territory = FR)',
      `Studio Ltd (Studio) promises Vista not to host “The Film” (film) on any cloud but East Cloud (East) in France (FR), nor to let others do so, ${TERM}.`,
    ],
    [
      'x: exclusive(cloud = East, act = host, scope = film, territory = FR, self = no)',
      `Studio Ltd (Studio) promises Vista to let nobody host “The Film” (film) on any cloud but East Cloud (East) in France (FR), without having to refrain from it itself, ${TERM}.`,
    ],
    [
      'x: exclusive(to = Vista, cloud = East, act = host, scope = film, territory = FR)',
      `Studio Ltd (Studio) gives Vista the right to host “The Film” (film) on East Cloud (East) in France (FR), and promises neither to do so itself nor to let others do so on any cloud but East, ${TERM}.`,
    ],
    [
      'x: exclusive(to = Vista, with = [Vista, Rex], scope = film, territory = FR)',
      `Studio Ltd (Studio) gives Vista the right to exploit “The Film” (film) in any way in France (FR), and promises to let nobody but Vista or Rex do so, and not to do so itself, ${TERM}.`,
    ],
    [
      'x: exclusive(cloud = all, act = host, scope = film, territory = FR)',
      `Studio Ltd (Studio) promises Vista an exclusivity that keeps nobody out, since it holds on any cloud: to host “The Film” (film) in France (FR), ${TERM}.`,
    ],
    [
      'x: exclusive_license(scope = film, territory = FR, self = no)',
      `Studio Ltd (Studio) grants Vista an exclusive licence, against everybody else, though not against Studio itself, to exploit “The Film” (film) in any way in France (FR), ${TERM}.`,
    ],
    [
      'x: sole_license(scope = song, act = [make, have-made, use], territory = FR)',
      `Studio Ltd (Studio) grants Vista a sole licence, against everybody else, though not against Studio itself, to make song, have it made and use it in France (FR), ${TERM}.`,
    ],
    [
      'x: exclusive_distribution(act = distribute, scope = song, territory = FR)',
      `Studio Ltd (Studio) appoints Vista as its exclusive distributor, against everybody else (whether also against Studio itself is not stated) to distribute song in France (FR), ${TERM}.`,
    ],
    [
      'x: assign_ip(scope = song, territory = worldwide)',
      `Studio Ltd (Studio) transfers song to Vista, who alone, against everybody else, Studio itself included, may exploit it in any way and assign it, worldwide, ${TERM}.`,
    ],
    [
      'x: requirements(by = Vista, act = buy, scope = song, territory = FR)',
      `Vista promises Studio Ltd (Studio) to meet all its requirements of song in France (FR) with Studio, that is, not to buy song with anybody but Studio, ${TERM}.`,
    ],
    [
      'x: requirements(by = Vista, act = buy, scope = song, territory = FR, share = 60%)',
      `Vista promises Studio Ltd (Studio) to meet 60% of its requirements of song in France (FR) with Studio, ${TERM}.`,
    ],
    [
      'x: exclusive_dealing(by = Vista, act = buy, scope = song, territory = FR)',
      `Vista promises Studio Ltd (Studio) to deal with Studio alone, that is, not to buy song with anybody but Studio in France (FR), nor to let others do so, ${TERM}.`,
    ],
  ]);
});

describe('prohibitions', () => {
  says([
    [
      'x: prohibit(by = Vista, act = sell, scope = [film, song], with = Rex, territory = worldwide except [CN, RU])',
      `Vista promises Studio Ltd (Studio) not to sell “The Film” (film) or song in dealings with Rex, worldwide except China (CN) and Russia (RU), nor to let others do so, ${TERM}.`,
    ],
    [
      'x: noncompete(by = [Studio, Vista], scope = song, territory = FR, until = end + 2 years)',
      'Studio Ltd (Studio) and Vista each promise the other not to compete, that is, not to exploit song in any way in France (FR), nor to let others do so, from 1 January 2025 until 2 years after the end of the deal.',
    ],
    [
      'x: no_solicit_customers(by = Vista)',
      `Vista promises Studio Ltd (Studio) not to solicit the customers or partners of Studio, nor to let others do so, ${TERM}.`,
    ],
    [
      'x: no_solicit_employees(by = [Studio, Vista])',
      `Studio Ltd (Studio) and Vista each promise the other not to solicit or hire the employees or contractors of the other, nor to let others do so, ${TERM}.`,
    ],
    [
      'x: no_disparagement()',
      `Studio Ltd (Studio) promises Vista not to disparage Vista, its products or its people, nor to let others do so, ${TERM}.`,
    ],
    [
      'x: no_assignment()',
      `Studio Ltd (Studio) promises Vista not to assign the contract, or its rights under it, without the consent of Vista, ${TERM}.`,
    ],
    [
      'x: no_challenge(by = Vista, scope = song)',
      `Vista promises Studio Ltd (Studio) not to contest the rights of Studio in song, or sue over them, nor to let others do so, ${TERM}.`,
    ],
    [
      'x: confidentiality(by = [Studio, Vista], until = perpetual)',
      'Studio Ltd (Studio) and Vista each promise the other not to disclose confidential information of the other, nor to let others do so, from 1 January 2025 in perpetuity.',
    ],
  ]);
});

describe('duties', () => {
  says([
    [
      'x: commit(act = host, scope = song, cloud = [East, West], territory = FR, amount = 5M USD, per = year)',
      `Studio Ltd (Studio) promises Vista to host song on East Cloud (East) or West in France (FR), in an amount of 5 million USD per year, ${TERM}.`,
    ],
    [
      'x: purchase(by = Vista, scope = song, territory = FR, amount = 250B USD)',
      `Vista promises Studio Ltd (Studio) to buy song from Studio in France (FR), in an amount of 250 billion USD, ${TERM}.`,
    ],
    [
      'x: minimum(by = Vista, scope = song, territory = FR, quantity = 12500, per = "calendar year")',
      `Vista promises Studio Ltd (Studio) to buy song from Studio in France (FR), in a quantity of at least 12,500 per “calendar year”, ${TERM}.`,
    ],
    [
      'x: pay(by = Vista, amount = 12K EUR, per = year, due = 2025-03)',
      'Vista promises Studio Ltd (Studio) to pay 12,000 EUR per year, from 1 January 2025, by 31 March 2025 at the latest.',
    ],
    ['x: pay(by = Vista)', `Vista promises Studio Ltd (Studio) to pay [amount not stated], ${TERM}.`],
    [
      'x: revenue_share(by = Vista, share = 12.5%, base = "net receipts", per = quarter)',
      `Vista promises Studio Ltd (Studio) to pay 12.5% of “net receipts” per quarter, ${TERM}.`,
    ],
    [
      'x: deliver(scope = song, territory = FR, due = IPO)',
      'Studio Ltd (Studio) promises Vista to supply song in France (FR), from 1 January 2025, before “the listing” (IPO).',
    ],
    [
      'x: escrow(agent = Rex, material = "source code", release = [IPO, prize])',
      `Studio Ltd (Studio) promises Vista to deposit “source code” in escrow with Rex, to be released once “the listing” (IPO) or prize has happened, ${TERM}.`,
    ],
    [
      'x: insure(cover = "fire", amount = 5M USD)',
      `Studio Ltd (Studio) promises Vista to keep insurance for “fire”, with a cover of 5 million USD, ${TERM}.`,
    ],
    [
      'x: transition_services(scope = song, territory = FR, period = 6 months)',
      `Studio Ltd (Studio) promises Vista to go on serving it with song, or to help it to move to someone else in France (FR), for 6 months, ${TERM}.`,
    ],
    [
      'x: allow_audit(by = Vista, notice = 10 days)',
      `Vista promises Studio Ltd (Studio) to let it, or its auditor, inspect books, records or premises, on 10 days' notice, ${TERM}.`,
    ],
    [
      'x: warrant(scope = film, period = 2 years)',
      `Studio Ltd (Studio) warrants “The Film” (film) to Vista against defects, for 2 years, ${TERM}.`,
    ],
  ]);
});

describe('preferences and waivers', () => {
  says([
    [
      'x: rofr(scope = film, territory = FR, notice = 30 days)',
      `Before Studio Ltd (Studio) agrees with anyone else to exploit “The Film” (film) in any way in France (FR), it must offer Vista the same terms, on 30 days' notice, ${TERM}.`,
    ],
    [
      'x: rofo(scope = film, act = sell, territory = FR)',
      `Before Studio Ltd (Studio) agrees with anyone else to sell “The Film” (film) in France (FR), it must invite an offer from Vista, ${TERM}.`,
    ],
    [
      'x: rofn(scope = song, territory = FR)',
      `Before Studio Ltd (Studio) agrees with anyone else to exploit song in any way in France (FR), it must negotiate with Vista, ${TERM}.`,
    ],
    [
      'x: option(scope = song, territory = FR, price = 1.25M USD)',
      `Studio Ltd (Studio) gives Vista an option to exploit song in any way in France (FR), at a price of 1.25 million USD, ${TERM}.`,
    ],
    [
      'x: mfn(scope = song, territory = FR, terms = "price")',
      `Studio Ltd (Studio) must give Vista terms as good as those it gives anyone else to exploit song in any way in France (FR), as to “price”, ${TERM}.`,
    ],
    [
      'a: license(scope = song, territory = FR) x: consent(by = Vista, of = d.a, with = Rex, territory = ES)',
      `Vista consents, towards Studio Ltd (Studio) and as regards d.a, to dealings with Rex in Spain (ES), ${TERM}.`,
    ],
    [
      'x: waiver(by = Vista, act = host, scope = song, territory = FR)',
      `Vista waives, towards Studio Ltd (Studio), any objection to a deal to host song in France (FR), ${TERM}.`,
    ],
  ]);
});

describe('facts', () => {
  says([
    [
      'x: equity(holder = [Vista, Rex], issuer = Studio, share = 73%)',
      `Vista and Rex hold 73% of Studio Ltd (Studio), ${TERM}.`,
    ],
    [
      'x: invest(by = Vista, amount = 50M USD, issuer = Studio)',
      'Vista invests 50 million USD in Studio Ltd (Studio).',
    ],
    [
      'whole: invest(by = Vista, amount = 50M USD) { x: tranche(amount = 50M USD, on = [IPO, prize]) }',
      'An instalment of 50 million USD by Vista, part of whole, is due once “the listing” (IPO) or prize has happened.',
    ],
    ['x: joint_ip(owners = [Studio, Vista], scope = song)', 'Studio Ltd (Studio) and Vista own song together.'],
    [
      'x: volume_limit(scope = song, quantity = 4000, per = year)',
      `Between Studio Ltd (Studio) and Vista there is a cap of 4,000 per year on song, ${TERM}.`,
    ],
    [
      'x: price_restriction(scope = song, ceiling = 5 USD, increase = 5%, per = year)',
      `Between Studio Ltd (Studio) and Vista there is a limit on prices for song, at the most 5 USD, raised by no more than 5% per year, ${TERM}.`,
    ],
    [
      'x: liability_cap(amount = 1M USD, share = 50%, base = "fees", matter = "negligence")',
      'Between Studio Ltd (Studio) and Vista liability is limited to 1 million USD and to 50% of “fees”, as regards “negligence”.',
    ],
    [
      'x: uncapped_liability(matter = "fraud")',
      'Between Studio Ltd (Studio) and Vista liability is not limited for “fraud”.',
    ],
    [
      'x: liquidated_damages(amount = 1000 EUR, per = day)',
      'Between Studio Ltd (Studio) and Vista a sum of 1,000 EUR per day is fixed beforehand as owed on breach or early termination.',
    ],
    [
      'x: beneficiary(holder = Rex, matter = "the indemnity")',
      'Rex, not being a party to the contract, may enforce “the indemnity” under it.',
    ],
    ['x: document(title = "Master Agreement")', 'The document is called “Master Agreement”.'],
    [
      'x: parties(members = [Studio, Vista], role = "the Parties")',
      'Studio Ltd (Studio) and Vista sign or are bound by the contract, called “the Parties”.',
    ],
    ['x: agreement_date(day = 2024-12-24)', 'The contract is made on 24 December 2024.'],
    ['x: effective_date(day = IPO + 30 days)', 'The contract is in force from 30 days after “the listing” (IPO).'],
    ['x: expiration(day = 2028)', 'The first term of the contract ends with 31 December 2028.'],
    [
      'x: renewal(term = 1 year, notice = 90 days, automatic = yes)',
      'After its first term the contract goes on for 1 year, by itself, unless notice is given 90 days before the end.',
    ],
    [
      'x: termination_right(by = Vista, convenience = yes, notice = 30 days)',
      "Vista may end the contract without a cause, on 30 days' notice.",
    ],
    [
      'x: change_of_control(termination = yes, consent = no)',
      'When control of a party changes, between Studio Ltd (Studio) and Vista there is a right to terminate, and no consent is needed.',
    ],
    [
      'x: governing_law(law = US-NY, forum = "the courts of New York")',
      'The law of New York (US-NY) governs the contract, with “the courts of New York” to decide on it.',
    ],
  ]);
});

describe('kinds of a portfolio', () => {
  it('are told from their effects, with their parameters', () => {
    const kinds = '// In public.\nkind performance permits (act: act = use, fee: money)\n';
    expect(promised('x: performance(scope = film, territory = FR, fee = 12K EUR)', kinds)).toBe(
      `Studio Ltd (Studio) lets Vista use “The Film” (film) in France (FR), ${TERM}; fee: 12,000 EUR.`,
    );
  });

  it('of several effects are told by each', () => {
    const kinds = 'kind tied excludes, obliges ()\n';
    expect(promised('x: tied(act = sell, scope = song, territory = FR)', kinds)).toBe(
      `Studio Ltd (Studio) promises Vista not to sell song with anybody but Vista in France (FR), nor to let others do so; and Studio promises Vista to sell song in France, ${TERM}.`,
    );
  });

  it('that record name what they record and what it is about', () => {
    const kinds = 'kind affirmation records (of: clause)\n';
    expect(promised('a: license() x: affirmation(of = a)', kinds)).toBe(
      'Studio Ltd (Studio) puts on record an affirmation regarding d.a.',
    );
  });

  it('are never told as the standard kind whose name they would like to have', () => {
    const { analysis } = marked('kind license forbids ()\nparty A, B\ndeal d (by = A, to = B) { license() }\n');
    expect(clauseSentence(analysis, analysis.model.clauses[0])).toContain('grants B a licence');
    expect(analysis.findings.some(({ rule }) => rule === 'duplicate-name')).toBe(true);
  });
});

describe('what is not said', () => {
  it('is said not to be: neither worldwide nor for ever', () => {
    const text = `${CAST}deal d (by = Studio, to = Vista) { x: license(scope = film) }\n`;
    const told = sentence(text);
    expect(told).toBe(
      'Studio Ltd (Studio) grants Vista a licence to exploit “The Film” (film) in any way; the clause names no territory and states no start and no end.',
    );
    expect(told).not.toMatch(/world|perpet|ever|always/);
  });

  it('has a blank where the thing itself is missing', () => {
    expect(promised('x: license(territory = FR)')).toContain('to exploit [scope not named] in any way in France (FR)');
  });

  it('is told of those dimensions alone that the portfolio uses', () => {
    const used = 'deal other (by = Rex, to = Vista, from = 2025) { host(cloud = West, scope = song) }\n';
    expect(promised('x: host(scope = film, territory = FR)')).not.toContain('names no');
    expect(promised('x: host(scope = film, territory = FR)', used)).toContain('; the clause names no cloud.');
  });

  it('is not asked of a payment: no territory and no scope belong to it', () => {
    expect(promised('x: pay(by = Vista, amount = 1 EUR)')).toBe(
      `Vista promises Studio Ltd (Studio) to pay 1 EUR, ${TERM}.`,
    );
  });

  it('is a blank for a party too', () => {
    const told = sentence(`${CAST}deal d (by = Studio, from = 2025) { x: license(scope = film, territory = FR) }\n`);
    expect(told).toContain('grants [other party not named] a licence');
  });

  it('leaves it open whether affiliates are included, where there are any', () => {
    const clause = (affiliates: string) =>
      promised(`x: license(scope = film, territory = FR${affiliates})`, 'party Sub under Vista\n');
    expect(clause('')).toContain('; the clause does not say whether affiliates of Vista are included.');
    expect(clause(', affiliates = yes')).toContain('; the affiliates of whoever the clause names are included.');
    expect(clause(', affiliates = no')).toContain('; the affiliates of whoever the clause names are not included.');
    expect(clause(', affiliates = all except Sub')).toContain('are included, except Sub.');
    expect(promised('x: license(scope = film, territory = FR)')).not.toContain('affiliates');
  });
});

describe('when', () => {
  says([
    [
      'x: license(scope = film, territory = FR, from = 2026-03, until = 2027-02)',
      'Studio Ltd (Studio) grants Vista a licence to exploit “The Film” (film) in any way in France (FR), from 1 March 2026 through 28 February 2027.',
    ],
    [
      'x: license(scope = film, territory = FR, until = start + 3 years)',
      'Studio Ltd (Studio) grants Vista a licence to exploit “The Film” (film) in any way in France (FR), from 1 January 2025 through 31 December 2027.',
    ],
    [
      'x: license(scope = film, territory = FR, from = IPO, until = IPO + 18 months)',
      'Studio Ltd (Studio) grants Vista a licence to exploit “The Film” (film) in any way in France (FR), from “the listing” (IPO) until 18 months after IPO.',
    ],
    [
      'x: license(scope = film, territory = FR, until = earlier of [IPO, 2027])',
      'Studio Ltd (Studio) grants Vista a licence to exploit “The Film” (film) in any way in France (FR), from 1 January 2025 until “the listing” (IPO) or the end of 31 December 2027, whichever is earlier.',
    ],
    [
      'x: license(scope = film, territory = FR, while = shortage)',
      `Studio Ltd (Studio) grants Vista a licence to exploit “The Film” (film) in any way in France (FR), while “supply runs short” (shortage) holds, ${TERM}.`,
    ],
  ]);

  it('gives the day of an event that has happened', () => {
    const told = promised(
      'x: license(scope = film, territory = FR, until = merger)',
      'event merger occurred 2026-05-03\n',
    );
    expect(told).toContain('until merger (3 May 2026).');
  });

  it('says that a deal may be renewed, and only of a clause that ends with it', () => {
    const deal = (until: string) =>
      sentence(
        `${CAST}deal d (by = Studio, to = Vista, from = 2025, until = 2026, renews = 1 year) { x: license(scope = film, territory = FR${until}) }\n`,
      );
    expect(deal('')).toContain('; the deal may be renewed, 1 year at a time, and the clause with it.');
    expect(deal(', until = 2026')).not.toContain('renewed');
  });

  it('takes over from the clause around it', () => {
    const told = promised(
      'a: license(scope = film, territory = FR, until = 2026) { x: deliver(scope = song, territory = FR) }',
    );
    expect(told).toContain('from 1 January 2025 through 31 December 2026.');
  });

  it('takes over from the deal that is amended', () => {
    const base = 'deal base (by = Studio, to = Vista, from = 2024-01-01, until = start + 2 years) {}\n';
    const told = sentence(
      `${CAST}${base}deal more (from = 2025-01-01) amends base { x: license(scope = film, territory = FR) }\n`,
    );
    expect(told).toContain('from 1 January 2025 through 31 December 2025.');
  });
});

describe('exceptions and precedence', () => {
  says([
    [
      'x: license(scope = film, territory = EU) except (act = host), (territory = FR, until = 2026)',
      `Studio Ltd (Studio) grants Vista a licence to exploit “The Film” (film) in any way in the European Union (EU), ${TERM}, except to host it and except in France (FR) through 31 December 2026.`,
    ],
    [
      'a: license(scope = song, territory = FR) x: license(scope = film, territory = FR) subject to a notwithstanding d',
      `Studio Ltd (Studio) grants Vista a licence to exploit “The Film” (film) in any way in France (FR), ${TERM}, subject to d.a, and notwithstanding d.`,
    ],
  ]);

  it('are told of an exclusivity as the brief of a lawyer would', () => {
    const told = sentence(`
party OpenAI, Microsoft
party agencies "US national-security customers"
cloud Azure
scope stateless_api
event AGI
deal d (by = OpenAI, to = Microsoft, from = 2025-10-28) {
  x: exclusive(cloud = Azure, act = host, scope = stateless_api, territory = worldwide, until = AGI) {
    except (with = agencies)
  }
}
`);
    expect(told).toBe(
      'OpenAI promises Microsoft not to host stateless_api on any cloud but Azure, worldwide, nor to let others do so, from 28 October 2025 until AGI, except in dealings with US national-security customers (agencies).',
    );
  });
});

describe('terms', () => {
  it('of the deal itself go by their plain name, and sets without a title say what they are made of', () => {
    const told = promised('territory south = [FR, ES]\n  x: license(scope = film, territory = south)');
    expect(told).toContain('in south (FR and ES)');
  });

  it('of another deal go by their full name', () => {
    const other = 'deal o (by = Rex, to = Vista) { scope parts }\n';
    expect(promised('x: license(scope = o.parts, territory = FR)', other)).toContain('exploit o.parts in any way');
  });

  it('keep their letters at the start of a sentence', () => {
    const told = (party: string) =>
      sentence(`party A ${party}\nparty B\nscope s\ndeal d (by = A, to = B) { license(scope = s) }\n`);
    expect(told('"eShop Ltd"')).toMatch(/^eShop Ltd \(A\) grants B/);
    expect(told('"The Fund"')).toMatch(/^The Fund \(A\) grants B/);
  });

  it('in Chinese stay as they are', () => {
    const told = sentence(
      'party 甲方 "甲公司"\nparty 乙方\nscope 软件 "本软件"\ndeal 许可 (by = 甲方, to = 乙方, from = 2026-01-01, until = 2027) { x: license(scope = 软件, territory = CN) }\n',
    );
    expect(told).toBe(
      '甲公司 (甲方) grants 乙方 a licence to exploit “本软件” (软件) in any way in China (CN), from 1 January 2026 through 31 December 2027.',
    );
  });

  it('read the same with other line ends', () => {
    const text = `${CAST}deal d (by = Studio, to = Vista,\n from = 2025) {\n  > a\n  > b\n  x: license(\n    scope = film,\n  )\n}\n`;
    expect(sentence(withCrlf(text))).toBe(sentence(text));
  });
});

describe('measures', () => {
  const told = (range: string) =>
    promised(`x: license(scope = film, territory = FR, ${range})`, 'dimension screen what number "inches"\n');
  for (const [written, words] of [
    ['screen < 7', 'less than 7'],
    ['screen >= 7', '7 or more'],
    ['screen = 5..6', '5 to 6'],
    ['screen = [..5, 10000..]', '5 or less or 10,000 or more'],
  ]) {
    it(written, () => {
      expect(told(written)).toContain(`, with a screen (“inches”) of ${words}, from`);
    });
  }
});

describe('a broken clause', () => {
  it('says that it is not certain, and never that something is missing which is only misspelt', () => {
    const told = promised('x: license(scope = flim, territory = FR)');
    expect(told).toMatch(/^As far as it can be read: /);
    expect(told).toContain('[scope not readable]');
    expect(told).not.toContain('not named');
  });

  it('shows what an error hides in the header as well, unless the clause writes its own', () => {
    const text = (clause: string) =>
      sentence(
        `${CAST}deal d (by = Studio, to = Vista, from = 2025, cloud = Esat) { x: host(scope = film, territory = FR${clause}) }\n`,
      );
    expect(text('')).toContain('[cloud not readable]');
    expect(text(', cloud = West')).toContain('on West');
  });

  it('leaves a blank for a party that nobody declared', () => {
    expect(promised('x: license(to = Nobody, scope = film, territory = FR)')).toContain(
      'grants [other party not readable]',
    );
  });

  it('never makes the other side the holder where it is the holder that is misspelt', () => {
    const told = promised('x: exclusive(cloud = Esat, act = host, scope = film, territory = FR)');
    expect(told).toContain(
      'promises Vista an exclusivity, for whom or what is not readable: to host “The Film” (film)',
    );
    expect(told).toContain('[cloud not readable]');
    expect(told).not.toContain('exclusive right');
  });

  it('takes nothing for granted of a share, a flag or the promisor itself', () => {
    expect(promised('x: requirements(by = Vista, scope = song, act = buy, share = many)')).toContain(
      'to meet [share not readable] of its requirements',
    );
    expect(promised('x: license(scope = film, transferable = perhaps)')).toContain(
      'a [transferable not readable] licence',
    );
    expect(promised('x: exclusive(to = Vista, scope = film, self = perhaps)')).toContain(
      '(whether also against Studio itself is not readable)',
    );
  });

  it('leaves a blank for a time that means nothing', () => {
    expect(promised('x: license(scope = film, territory = FR, until = someday)')).toContain('[until not readable]');
  });

  it('says of an exception that it cannot be read', () => {
    expect(promised('x: license(scope = film, territory = FR) except (territory = Atlantis)')).toContain(
      'except [an exception that is not readable]',
    );
  });

  it('keeps to brackets for a deal without a promisor', () => {
    const told = sentence(`${CAST}deal d (to = Vista) { x: license(scope = film, territory = FR) }\n`);
    expect(told).toContain('[promisor not named] grants Vista a licence');
  });
});

describe('effects', () => {
  const examples = new URL('../../examples/', import.meta.url);
  for (const name of readdirSync(examples)) {
    it(`are those that are judged, in ${name}`, () => {
      const folder = new URL(`${name}/`, examples);
      const files = readdirSync(folder).filter((path) => path.endsWith('.deal'));
      const analysis = analyse(
        files.map((path) => ({ path, tree: parse(readFileSync(new URL(path, folder), 'utf8')) })),
        { asOf: '2026-05-01' },
      );
      const { docket, model } = analysis;
      const judged = model.clauses.filter((clause) => docket.undertakings(clause).length > 0);
      expect(judged.length).toBeGreaterThan(5);
      for (const clause of judged) {
        const undertakings = docket.undertakings(clause);
        expect(effectsOf(model, clause), clause.name).toEqual([...new Set(undertakings.map(({ effect }) => effect))]);
        const excludes = undertakings.find(({ effect }) => effect === 'excludes');
        const who = whoOf(model, clause);
        if (excludes && who.length > 0) expect(excludes.outside, clause.name).toEqual(who);
      }
    });
  }
});
