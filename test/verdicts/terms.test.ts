/** §4: what words mean to each other, and the near misses of §8. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { check, findingOf, findings, findingsOf, judges, rulesOf, sold, told, verdictOf } from './helpers.ts';

describe('terms within terms', () => {
  judges([
    ['a kind of what is forbidden', sold('prohibit(scope=works)', 'license(scope=film)'), 'conflict'],
    ['what is forbidden is a kind of it', sold('prohibit(scope=film)', 'license(scope=works)'), 'conflict'],
    ['over two steps', sold('prohibit(scope=works)', 'license(scope=short)', 'scope short in film'), 'conflict'],
    ['of two parents, the one', sold('prohibit(scope=film)', 'license(scope=musical)', MUSICAL()), 'conflict'],
    ['of two parents, the other', sold('prohibit(scope=song)', 'license(scope=musical)', MUSICAL()), 'conflict'],
    ['two parents share their child', sold('prohibit(scope=film)', 'license(scope=song)', MUSICAL()), 'conflict'],
    [
      'two parents share no more than their child',
      sold('prohibit(scope=a)', 'license(scope=b except c)', 'scope a, b\nscope c in [a, b]'),
      'clear',
    ],
  ]);

  function MUSICAL(): string {
    return 'scope musical in [film, song]';
  }
});

describe('terms that overlap', () => {
  const overlap = 'scope series overlaps film';
  judges([
    ['share something', sold('prohibit(scope=film)', 'license(scope=series)', overlap), 'conflict'],
    ['in either direction', sold('prohibit(scope=series)', 'license(scope=film)', overlap), 'conflict'],
    ['neither contains the other', sold('prohibit(scope=film)', 'purchase(scope=series)', overlap), 'depends'],
    ['nor the other the one', sold('prohibit(scope=series)', 'purchase(scope=film)', overlap), 'depends'],
    ['so their ancestors share it too', sold('prohibit(scope=works)', 'license(scope=series)', overlap), 'conflict'],
    [
      'their children do not share it',
      sold('prohibit(scope=short)', 'license(scope=series)', `${overlap}\nscope short in film`),
      'clear',
    ],
  ]);
});

describe('terms that are distinct', () => {
  judges([
    [
      'share nothing',
      sold('prohibit(scope=film)', 'license(scope=poem)', 'scope poem in works distinct from film'),
      'clear',
    ],
    [
      'nor do their children',
      sold(
        'prohibit(scope=short)',
        'license(scope=sonnet)',
        'scope poem in works distinct from film\nscope sonnet in poem\nscope short in film',
      ),
      'clear',
    ],
    [
      'from each of a list',
      sold('prohibit(scope=song)', 'license(scope=poem)', 'scope poem in works distinct from [film, song]'),
      'clear',
    ],
    [
      'each of those declared together',
      sold('prohibit(scope=film)', 'license(scope=essay)', 'scope poem, essay in works distinct from film'),
      'clear',
    ],
  ]);
});

describe('terms that are exactly others', () => {
  const both = 'scope both = [film, book]';
  judges([
    ['contain each', sold('prohibit(scope=both)', 'license(scope=book)', both), 'conflict'],
    ['contain nothing else', sold('prohibit(scope=both)', 'license(scope=essay)', `${both}\nscope essay`), 'clear'],
    ['have nothing of their own', sold('prohibit(scope=[film, book])', 'purchase(scope=both)', both), 'conflict'],
    ['one of them is not all of them', sold('prohibit(scope=film)', 'purchase(scope=both)', both), 'depends'],
    [
      'other terms do have something of their own',
      sold('prohibit(scope=[film, song])', 'purchase(scope=works)'),
      'depends',
    ],
    ['and so has the whole dimension', sold('prohibit(scope=[works, book])', 'purchase()'), 'depends'],
    ['and so has a channel nobody named', sold('prohibit(channel=[cinema, television])', 'purchase()'), 'depends'],
  ]);

  it('take no other relation', () => {
    expect(rulesOf('scope film, book, work\nscope both = [film, book] in work')).not.toEqual([]);
    expect(rulesOf('scope film, book, work\nscope both = [film, book]')).toEqual([]);
  });
});

describe('described classes', () => {
  const open = 'scope rival "Films that compete" in works open';
  judges([
    ['whether something belongs is undecided', sold('noncompete(scope=rival)', 'license(scope=film)', open), 'depends'],
    ['from either side', sold('prohibit(scope=film)', 'license(scope=rival)', open), 'depends'],
    ['nothing outside its parents belongs', sold('noncompete(scope=rival)', 'license(scope=book)', open), 'clear'],
    [
      'what is stated to belong does',
      sold('noncompete(scope=rival)', 'license(scope=sequel)', `${open}\nscope sequel in rival`),
      'conflict',
    ],
    [
      'what is stated not to belong does not',
      sold('noncompete(scope=rival)', 'license(scope=sequel)', `${open}\nscope sequel in works distinct from rival`),
      'clear',
    ],
    [
      'a part of what does not belong does not',
      sold(
        'noncompete(scope=rival)',
        'license(scope=teaser)',
        `${open}\nscope sequel in works distinct from rival\nscope teaser in sequel`,
      ),
      'clear',
    ],
    [
      'what is stated to share nothing with a list that has the class',
      sold(
        'noncompete(scope=rival)',
        'license(scope=sequel)',
        `${open}\nscope hits = [rival, song]\nscope sequel in works distinct from hits`,
      ),
      'clear',
    ],
    [
      'what is part of something stated to share nothing with a list of such lists',
      sold(
        'noncompete(scope=rival)',
        'license(scope=teaser)',
        `${open}\nscope best = [hits]\nscope hits = [rival]\nscope sequel in works distinct from best\nscope teaser in sequel`,
      ),
      'clear',
    ],
    [
      'a list that has the class and leaves something out',
      sold(
        'noncompete(scope=rival)',
        'license(scope=sequel)',
        `${open}\nscope cut in works open\nscope hits = [rival except cut]\nscope sequel in works distinct from hits`,
      ),
      'depends',
    ],
    ['the class itself', sold('noncompete(scope=rival)', 'license(scope=rival)', open), 'conflict'],
    ['the whole that contains the class', sold('noncompete(scope=rival)', 'license(scope=works)', open), 'conflict'],
    [
      'what is apart from its parents',
      sold(
        'noncompete(scope=rival)',
        'license(scope=poem)',
        'scope rival in film open\nscope poem in works distinct from film',
      ),
      'clear',
    ],
    [
      'what is apart from one of two parents',
      sold(
        'noncompete(scope=rival)',
        'license(scope=clip)',
        'scope rival in [film, song] open\nscope clip in film distinct from song',
      ),
      'clear',
    ],
    [
      'one described class and another',
      sold('noncompete(scope=rival)', 'license(scope=hit)', `${open}\nscope hit in works open`),
      'depends',
    ],
    [
      'a class within a class that is exactly others',
      sold('prohibit(scope=both)', 'license(scope=film)', `${open}\nscope both = [rival, book]`),
      'depends',
    ],
    [
      'what belongs to a class belongs to the class around it',
      sold(
        'prohibit(scope=rival) except (scope=media)',
        'license(scope=film)',
        'scope media in works open\nscope rival in media open',
      ),
      'clear',
    ],
    ['what is not in the class', sold('prohibit(scope=works except rival)', 'license(scope=rival)', open), 'clear'],
    ['a duty to do what may belong', sold('noncompete(scope=rival)', 'deliver(scope=film)', open), 'depends'],
    [
      'an exception that is a described class',
      sold('prohibit(scope=works) except (scope=rival)', 'license(scope=film)', open),
      // Something of `film` that is outside the class is permitted and forbidden, unless all of `film` belongs.
      'depends',
    ],
  ]);

  it('name the question that decides', () => {
    const { decidingFacts } = findingOf(sold('noncompete(scope=rival)', 'license(scope=film)', open));
    expect(decidingFacts).toHaveLength(1);
    expect(decidingFacts?.[0].kind).toBe('membership');
    expect(decidingFacts?.[0].text).toContain('film');
    expect(decidingFacts?.[0].text).toContain('rival');
  });

  it('name all of which it is asked', () => {
    const facts = (x: string, y: string, terms = open) =>
      (findingOf(sold(x, y, terms)).decidingFacts ?? []).map((one) => [one.text, one.conflictWhen, one.clearWhen]);
    expect(facts('noncompete(scope=rival)', 'license(scope=[film, song])')).toEqual([
      [
        'nobody has said whether film or song belongs to rival',
        'film belongs to rival',
        'neither film nor song belongs to rival',
      ],
    ]);
    const two = 'scope rival in film open\nscope sequel in song open\nscope short in film\nscope hit in song';
    expect(facts('noncompete(scope=[rival, sequel])', 'license(scope=[short, hit])', two)).toEqual([
      [
        'nobody has said whether short belongs to rival',
        'short belongs to rival',
        'short does not belong to rival and hit does not belong to sequel',
      ],
    ]);
    expect(facts('prohibit(scope=works) except (scope=rival)', 'license(scope=[film, song])')[0]?.[2]).toBe(
      'film and song belong to rival',
    );
    expect(facts('noncompete(scope=rival)', 'deliver(scope=[film, song])')).toEqual([
      [
        'nobody has said whether film or song belongs to rival',
        'film and song belong to rival',
        'film does not belong to rival and `onda.y` is performed in the way then left: ' +
          'on 2026-01-01 Studio may supply film, dealing with Onda',
      ],
    ]);
    expect(
      facts('noncompete(scope=rival)', 'license(scope=[film, song, a, b])', `${open}\nscope a, b in works`),
    ).toEqual([
      [
        'nobody has said whether film, or one of 3 others, belongs to rival',
        'film belongs to rival',
        'neither film nor anything else of which that is open belongs to rival',
      ],
    ]);
  });

  it('name a question only if the answer matters', () => {
    const either = sold(
      'noncompete(scope=[rival, sequel])',
      'license(scope=film)',
      `${open}\nscope sequel in works open`,
    );
    expect(findingOf(either).decidingFacts).toMatchObject([
      { kind: 'membership', clearWhen: expect.stringMatching(/not belong/) },
    ]);
  });

  it('name what several terms share as one thing', () => {
    const shared = 'scope short overlaps film\nscope rival in works open';
    const [fact] = findingOf(sold('prohibit(scope=rival)', 'license(scope=film)', shared)).decidingFacts ?? [];
    expect(fact).toMatchObject({
      text: 'nobody has said whether film or what is both short and film belongs to rival',
      clearWhen: 'neither film nor what is both short and film belongs to rival',
    });
    const { witness } = findingOf(sold('prohibit(scope=short)', 'license(scope=film)', shared));
    expect(witness?.text).toBe('2026-01-01, Studio lets Onda exploit what is both short and film');
    expect(witness?.values.scope).toBe('short and film');
  });

  it('are shown by what certainly belongs, before what may', () => {
    const { witness, assumptions } = findingOf(sold('noncompete(scope=rival)', 'license(scope=works)', open));
    expect(witness?.values.scope).toBe('rival');
    expect(assumptions?.join()).not.toContain('nobody has said');
  });

  it('are shown where an exception for what may belong does not reach', () => {
    const { verdict, witness, assumptions } = findingOf(
      sold('prohibit(scope=film) except (scope=rival, territory=FR)', 'license(scope=film, territory=[FR, BE])', open),
    );
    expect(verdict).toBe('conflict');
    expect(witness?.values.territory).toBe('BE');
    expect(assumptions?.join()).not.toContain('nobody has said');
  });

  it('say of an example that it is open, where no use is certain', () => {
    const { verdict, assumptions, witness } = findingOf(
      sold(
        'prohibit(scope=film) except (scope=rival, territory=FR), (scope=works except rival, territory=BE)',
        'license(scope=film, territory=[FR, BE])',
        open,
      ),
    );
    expect(verdict).toBe('conflict');
    const belongs = witness?.values.territory === 'BE' ? 'belongs to' : 'does not belong to';
    expect(assumptions?.join()).toContain(`film ${belongs} rival in the example: nobody has said whether it does`);
  });

  it('say what a duty hangs on, and the way that is left then', () => {
    const { decidingFacts } = findingOf(sold('noncompete(scope=rival)', 'deliver(scope=[film, rival])', open));
    expect(decidingFacts).toEqual([
      {
        kind: 'membership',
        name: 'rival',
        text: 'nobody has said whether film belongs to rival',
        conflictWhen: 'film belongs to rival',
        clearWhen:
          'film does not belong to rival and `onda.y` is performed in the way then left: ' +
          'on 2026-01-01 Studio may supply film, dealing with Onda',
      },
    ]);
  });

  it('say what a way to perform rests on, where one is left in any case', () => {
    const { decidingFacts } = findingOf(
      sold(
        'prohibit(scope=film) except (scope=rival, territory=FR), (scope=works except rival, territory=BE)',
        'deliver(scope=film, territory=[FR, BE])',
        open,
      ),
    );
    expect(decidingFacts?.map(({ text }) => text)).toEqual([
      '`onda.y` can be performed as far as these two go, in one way or another: if film does not belong to rival, ' +
        'on 2026-01-01 Studio may supply film, dealing with Onda in BE',
    ]);
  });

  it('are left out of a way to perform, where one is left whatever belongs to them', () => {
    const { decidingFacts } = findingOf(
      sold(
        'prohibit(scope=[rival, book], until=closing)',
        'deliver(scope=[film, book], until=perpetual)',
        `${open}\nevent closing presumed yes`,
      ),
    );
    expect(decidingFacts?.map(({ text }) => text)).toEqual([
      '`onda.y` can still be performed as far as these two go, in one way or another: if closing happens on 2026-05-01, ' +
        'on 2026-05-01 Studio may supply film, dealing with Onda',
    ]);
  });
});

describe('near misses', () => {
  const ancestors = 'scope serial in film\nscope hymn in song';
  judges([
    ['two kinds of one thing', sold('prohibit(scope=film)', 'license(scope=song)'), 'near miss'],
    ['two kinds of two kinds', sold('prohibit(scope=serial)', 'license(scope=hymn)', ancestors), 'near miss'],
    ['two things with nothing above them', sold('prohibit(scope=film)', 'license(scope=book)'), 'clear'],
    [
      'the dimension itself is nothing above them',
      sold('prohibit(channel=cinema)', 'license(channel=television)'),
      'clear',
    ],
    ['a duty', sold('prohibit(scope=film)', 'purchase(scope=song)'), 'near miss'],
    ['an exclusivity', sold('exclusive(cloud=East, scope=film)', 'host(cloud=West, scope=song)'), 'near miss'],
    ['two only suppliers', sold('requirements(scope=film)', 'requirements(scope=song)'), 'near miss'],
    ['a right to be asked first', sold('rofr(scope=film)', 'license(scope=song)'), 'near miss'],
    ['two acts', sold('prohibit(act=host)', 'license(act=market)'), 'near miss'],
    [
      'two channels below one',
      sold('prohibit(channel=cable)', 'license(channel=web)', 'channel screen\nchannel cable, web in screen'),
      'near miss',
    ],
    [
      'two pairs at once are too many',
      sold(
        'prohibit(scope=film, channel=cable)',
        'license(scope=song, channel=web)',
        'channel screen\nchannel cable, web in screen',
      ),
      'clear',
    ],
    [
      'stated distinct',
      sold('prohibit(scope=film)', 'license(scope=poem)', 'scope poem in works distinct from film'),
      'clear',
    ],
    [
      'stated distinct further up',
      sold(
        'prohibit(scope=serial)',
        'license(scope=sonnet)',
        'scope poem in works distinct from film\nscope serial in film\nscope sonnet in poem',
      ),
      'clear',
    ],
    [
      'two clouds are never one',
      sold('prohibit(cloud=North)', 'host(cloud=South)', 'cloud Sky\ncloud North, South in Sky'),
      'clear',
    ],
    [
      'two parties are never one',
      sold('prohibit(with=Ute)', 'license(scope=film)', 'party Majors\nparty Ute in Majors'),
      'clear',
    ],
    ['two countries are never one', sold('prohibit(territory=FR)', 'license(territory=DE)'), 'clear'],
    ['two states of one country', sold('prohibit(territory=US-IL)', 'license(territory=US-IN)'), 'clear'],
    [
      'two territories of one’s own',
      sold('prohibit(territory=valley)', 'license(territory=desert)', 'territory valley, desert in US'),
      'near miss',
    ],
    [
      'one of one’s own and one that is built in',
      sold('prohibit(territory=valley)', 'license(territory=US-CA)', 'territory valley in US'),
      'clear',
    ],
    [
      'two that are lists of countries',
      sold(
        'prohibit(territory=north)',
        'license(territory=south)',
        'territory north = [NO, SE]\nterritory south = [IT, ES]',
      ),
      'clear',
    ],
    ['no day in common', sold('prohibit(scope=film, until=2025)', 'license(scope=song)'), 'clear'],
    ['a prohibition of somebody else', offeredByRex(), 'clear'],
  ]);

  function offeredByRex() {
    return told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(scope=film) }
      deal rex (by = Rex, to = Onda, from = 2026-01-01) { y: license(scope=song) }`,
      'vista.x',
      'rex.y',
    );
  }

  it('name the two terms', () => {
    const { message, severity } = findingOf(sold('prohibit(scope=film)', 'license(scope=song)'));
    expect(severity).toBe('information');
    expect(message).toContain('`film`');
    expect(message).toContain('`song`');
  });
});

describe('a built-in territory in one that is exactly a list', () => {
  it.each([
    'territory nordics = [DK, SE]\nterritory NO in nordics',
    'territory NO in nordics\nterritory nordics = [NO]',
  ])('is reported where it is said, with the list: %s', (text) => {
    const [finding] = findingsOf('contradictory-terms', text);
    const places = [finding, ...finding.related!].map(({ span }) => text.slice(span.start, span.end));
    expect(places).toEqual(['NO', 'nordics']);
  });
});

describe('a name that is built in', () => {
  const told = (text: string) => findings(text).map(({ rule, span, help }) => [rule, marked(text, span), help]);
  const marked = (text: string, { start, end }: Finding['span']): string => text.slice(start, end);
  const ANOTHER = 'it is built in: remove the declaration, or choose another name';
  const ONLY =
    'it is built in: say only how it relates to others, with `in`, `overlaps` or `distinct from`, or choose another name';
  const OTHERWISE = 'choose another name, or relate it with `in`, `overlaps` or `distinct from`';

  it.each([
    ['territory US', 'US', ANOTHER],
    ['territory worldwide in EU', 'worldwide', ANOTHER],
    ['territory GB open', 'GB', ANOTHER],
    ['territory GB "Britain" in EU', 'GB', ONLY],
    ['act host', 'host', ANOTHER],
    ['act host "Hosting"', 'host', ANOTHER],
    ['act host "Hosting" = [make]', 'host', ANOTHER],
    ['act host open', 'host', ANOTHER],
    ['act host in market open', 'host', ONLY],
    ['act host = [make]', '[make]', OTHERWISE],
    ['reading low { act pay = [make] }', '[make]', OTHERWISE],
    ['territory EU = [FR]', '[FR]', OTHERWISE],
    ['reading low { territory EU = [FR] }', '[FR]', OTHERWISE],
    [
      'party A\ndeal d (by = A) { territory GB in EU }',
      'GB',
      'it is built in: say more of it outside the deals, or choose another name',
    ],
    ['party A\ndeal d (by = A) { territory GB }', 'GB', ANOTHER],
  ])('is not declared again: %s', (text, place, help) => {
    expect(told(text)).toEqual([['duplicate-name', place, help]]);
  });

  it('is not shown where it was declared first, which is nowhere', () => {
    expect(findings('act host').map(({ related }) => related ?? [])).toEqual([[]]);
  });

  it('can be told more of', () => {
    expect(told('territory GB in EU\nterritory EEA overlaps CH\nterritory GB distinct from FR')).toEqual([]);
    expect(told('act host in use\nact market overlaps sublicense\nact market distinct from host')).toEqual([]);
  });

  it('is told once of what cannot be said of it', () => {
    expect(rulesOf('party A\nact host by A')).toEqual(['invalid-argument']);
  });

  const own = (y: string) =>
    declared(`deal vista (by = Studio, to = Vista) {
        territory EU = [FR, DE]
        x: prohibit(territory = EU)
      }
      deal onda (by = Studio, to = Onda) { y: ${y} }`);
  judges([
    ['and that a deal defines for itself: what it lists', own('license(territory = DE)'), 'conflict'],
    ['and nothing else', own('license(territory = IT)'), 'clear'],
  ]);

  function declared(deals: string) {
    return { text: `party Studio, Vista, Onda\n${deals}`, between: ['vista.x', 'onda.y'] as const };
  }
});

describe('acts that are built in', () => {
  const [host, sublicense] = ['prohibit(scope=film, act=host)', 'license(scope=film, act=sublicense)'];
  judges([
    ['are not stated distinct', sold(host, sublicense), 'near miss'],
    ['and may be', sold(host, sublicense, 'act sublicense distinct from host'), 'clear'],
    ['or be stated to share something', sold(host, sublicense, 'act host overlaps sublicense'), 'conflict'],
    ['or to lie in each other, among others', sold(host, sublicense, 'act stream, sublicense in host'), 'conflict'],
    ['and are hidden by those of a deal', hidden(), 'clear'],
  ]);

  function hidden() {
    return told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(scope=film, act=host) }
      deal onda (by = Studio, to = Onda, from = 2025-01-01) {
        act host distinct from exploit
        y: license(scope=film, act=host)
      }`,
      'vista.x',
      'onda.y',
    );
  }

  it('are told how to be related', () => {
    expect(findingOf(sold(host, sublicense)).help).toContain('as in `act sublicense distinct from host`');
    const own = sold(host, 'license(scope=film, act=stream)', 'act stream in exploit');
    expect(findingOf(own).help).not.toContain('as in');
  });
});

describe('a name that cannot be a dimension’s', () => {
  it.each([
    ['dimension until where\nuntil spring', 'syntax'],
    ['dimension to who\nto A', 'syntax'],
    ['dimension amount what\namount low, high', 'duplicate-name'],
    ['dimension holder who', 'duplicate-name'],
    ['dimension money what', 'duplicate-name'],
    ['dimension edition what\nkind revise records (edition: text)', 'duplicate-name'],
  ])('is told, and nothing else: %s', (text, rule) => {
    expect(rulesOf(text)).toEqual([rule]);
  });

  it('leaves arguments what they are', () => {
    expect(rulesOf('party A\ndimension until where\ndeal d (by = A) { pay(until = 2027, amount = 5 EUR) }')).toEqual([
      'syntax',
    ]);
  });
});

describe('what is distinct and shares something', () => {
  const told = (text: string) =>
    findings(text).map(({ message, span, related, help }) => ({
      message,
      help,
      places: [{ span }, ...(related ?? [])].map(({ span: { start, end } }) => text.slice(start, end)),
    }));

  it.each([
    [
      'what lies in both',
      'scope root\nscope P in root\nscope Q in root\nscope P2 in P\nscope Q2 in Q distinct from P2\nscope M in [P2, Q2]\nscope N in M',
      '`Q2` is distinct from `P2`, but `M` belongs to both',
      ['Q2', 'P2', 'M'],
      'remove `distinct from`, or take `M` out of one of the two',
    ],
    [
      'an overlap below them',
      'scope P\nscope Q distinct from P\nscope a in P overlaps b\nscope b in Q',
      '`Q` is distinct from `P`, but `a` overlaps `b`, and what these share belongs to both',
      ['Q', 'P', 'a', 'b'],
      'remove `distinct from`, or take `overlaps` out',
    ],
    [
      'an overlap of the two',
      'scope P\nscope Q distinct from P overlaps P',
      '`Q` is distinct from `P`, but the two are said to overlap',
      ['Q', 'P'],
      'remove `distinct from`, or take `overlaps` out',
    ],
    [
      'what is in neither by name',
      'scope a, b\nscope x = [all except a]\nscope y = [all except b] distinct from x',
      '`y` is distinct from `x`, but what nobody has named belongs to both',
      ['y', 'x'],
      'remove `distinct from`, or name what belongs to each',
    ],
    [
      'of acts, where only the act is the portfolio’s',
      'act both in [make, use]',
      '`use` is distinct from `make`, but `both` belongs to both',
      ['both'],
      'take `both` out of one of the two',
    ],
    [
      'of acts that are apart from all others',
      'act odd in [pay, insure]',
      '`insure` is distinct from `pay`, but `odd` belongs to both',
      ['odd'],
      'take `odd` out of one of the two',
    ],
    [
      'of three acts, told once',
      'act trio in [make, use, sell]',
      '`use` is distinct from `make`, but `trio` belongs to both',
      ['trio'],
      'take `trio` out of one of the two',
    ],
    [
      'of an act that the portfolio puts into another',
      'act make in use',
      '`use` is distinct from `make`, but `make` belongs to `use`',
      ['make'],
      'take `make` out of `use`',
    ],
    [
      'of acts that are distinct even if the portfolio did not say so',
      'act make distinct from sell\nact sell in make',
      '`make` is distinct from `sell`, but `sell` belongs to `make`',
      ['make', 'sell'],
      'take `sell` out of `make`',
    ],
    [
      'of an act that lies in the other anyway',
      'act host distinct from exploit',
      '`host` is distinct from `exploit`, but `host` belongs to `exploit`',
      ['host'],
      'remove `distinct from`',
    ],
    [
      'of acts that a portfolio relates',
      'act sell distinct from host\nact both in [sell, host]',
      '`sell` is distinct from `host`, but `both` belongs to both',
      ['sell', 'both'],
      'remove `distinct from`, or take `both` out of one of the two',
    ],
    [
      'of acts, in a reading',
      'reading r { act make in use }',
      '`use` is distinct from `make`, but `make` belongs to `use` under the reading `r`',
      ['r'],
      'take `make` out of `use`',
    ],
    [
      'of territories that share a member anyway',
      'territory EU distinct from Europe',
      '`EU` is distinct from `Europe`, but `AT` belongs to both',
      ['EU'],
      'remove `distinct from`',
    ],
    [
      'of built-in territories',
      'territory GB in EU\nterritory GB distinct from EU',
      '`GB` is distinct from `EU`, but `GB` belongs to `EU`',
      ['GB'],
      'remove `distinct from`, or take `GB` out of `EU`',
    ],
  ])('names it: %s', (_, text, message, places, help) => {
    expect(told(text)).toEqual([{ message, help, places }]);
  });

  it('shows what is built in where it is related', () => {
    const [{ related }] = findings('act make distinct from sell\nact sell in make');
    expect(related?.map(({ message }) => message)).toEqual(['`sell` is related to others here']);
  });

  it('is told of the terms as written, and not again of a reading', () => {
    const text =
      'scope P\nscope Q distinct from P\nscope M in [P, Q]\nscope R\nreading all { scope Q distinct from R }';
    expect(rulesOf(text)).toEqual(['contradictory-terms']);
  });
});

describe('what overlaps what it lies in', () => {
  it.each([
    ['act make overlaps have-made', 'make', 'remove `overlaps`'],
    ['territory FR overlaps EU', 'FR', 'remove `overlaps`'],
    ['act market in host overlaps host', 'market', 'remove `overlaps` or `in`'],
    ['scope film\nscope short in film overlaps film', 'short', 'remove `overlaps` or `in`'],
  ])('is told what can be taken back: %s', (text, place, remedy) => {
    const [{ rule, span, help }, ...others] = findings(text);
    expect(others).toEqual([]);
    expect([rule, text.slice(span.start, span.end), help]).toEqual(['contradictory-terms', place, remedy]);
  });
});

describe('what cannot be said of a term', () => {
  it.each([
    ['event E\nevent F in E', 'in E'],
    ['event F open', 'open'],
    ['party A\nevent F by A', 'by A'],
    ['event E\nevent F overlaps E', 'overlaps E'],
    ['event E\nevent F distinct from E', 'distinct from E'],
    ['event E\nevent F = [E]', '= [E]'],
    ['state q\nstate r in q', 'in q'],
    ['party A\nscope u by A', 'by A'],
    ['party A\nparty B by A', 'by A'],
    ['event E\nreading one { event E open }', 'open'],
  ])('is an error: %s', (text, relation) => {
    const [{ rule, message, span }, ...others] = findings(text);
    expect(others).toEqual([]);
    expect([rule, text.slice(span.start, span.end)]).toEqual(['invalid-argument', relation]);
    expect(message).toContain(`\`${relation}\` cannot be said of`);
  });

  it('is not who runs something of a dimension of one’s own that asks who', () => {
    expect(rulesOf('party A\ndimension market who\nmarket m by A\ncloud w by A')).toEqual([]);
  });
});

describe('mistakes in terms show both places', () => {
  const mistakes: readonly (readonly [string, string, string])[] = [
    ['a name declared twice', 'duplicate-name', 'scope film\nscope film'],
    ['a name declared twice in one list', 'duplicate-name', 'scope film, film'],
    ['a party declared twice', 'duplicate-name', 'party Studio\nparty Studio "The studio"'],
    ['an event declared twice', 'duplicate-name', 'event IPO\nevent IPO'],
    ['two terms within each other', 'cyclic-terms', 'scope film in works\nscope works in film'],
    ['two parties that control each other', 'cyclic-terms', 'party Able under Baker\nparty Baker under Able'],
    ['three terms in a circle', 'cyclic-terms', 'scope a in b\nscope b in c\nscope c in a'],
    [
      'distinct terms with a child in common',
      'contradictory-terms',
      'scope film\nscope song distinct from film\nscope musical in [film, song]',
    ],
    ['distinct from what it lies in', 'contradictory-terms', 'scope works\nscope film in works distinct from works'],
    [
      'distinct and overlapping',
      'contradictory-terms',
      'scope film\nscope song distinct from film\nscope song2 in song overlaps film',
    ],
    [
      'distinct further up',
      'contradictory-terms',
      'scope film\nscope song distinct from film\nscope a in film\nscope b in [a, song]',
    ],
    [
      'distinct terms of which a third is made',
      'contradictory-terms',
      'scope film\nscope both = [film]\nscope song in film distinct from both',
    ],
    [
      'an event that occurred before what it comes after',
      'contradictory-terms',
      'event AGI occurred 2031-01-01\nevent IPO occurred 2032-01-01 before AGI',
    ],
    [
      'and on the same day',
      'contradictory-terms',
      'event AGI occurred 2031-01-01\nevent IPO after AGI occurred 2031-01-01',
    ],
    [
      'an event that occurred after what never happens',
      'contradictory-terms',
      'event AGI presumed no\nevent IPO after AGI occurred 2031-01-01',
    ],
    [
      'an event that is to happen by a day, after others that come later',
      'contradictory-terms',
      'event AGI after 2030\nevent IPO after AGI\nevent spin after IPO before 2029',
    ],
  ];
  for (const [says, rule, text] of mistakes) {
    it(`${says}: ${rule}`, () => {
      const [finding] = findingsOf(rule, text);
      expect(finding).toMatchObject({ severity: 'error' });
      expect(finding.related?.length).toBeGreaterThan(0);
      const places = [finding, ...finding.related!].map(({ file, span }) => `${file} ${span.start}`);
      expect(new Set(places).size).toBeGreaterThan(1);
    });
  }

  it('one name in two dimensions is no mistake', () => {
    expect(rulesOf('party Azure\ncloud Azure\nscope Azure')).toEqual([]);
  });

  it('terms that merely overlap may have a child in common', () => {
    expect(rulesOf('scope film\nscope song overlaps film\nscope musical in [film, song]')).toEqual([]);
  });
});

describe('terms of a deal', () => {
  const deals = (inner: string, y: string) =>
    told(
      `scope product
      deal vista (by = Studio, to = Vista, from = 2025-01-01) {
        ${inner}
        x: prohibit(scope=product)
      }
      deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: ${y} }`,
      'vista.x',
      'onda.y',
    );
  judges([
    ['without one, the name is the portfolio’s', deals('', 'license(scope=product)'), 'conflict'],
    ['hide the portfolio’s inside', deals('scope product', 'license(scope=product)'), 'clear'],
    ['are named by their deal outside', deals('scope product', 'license(scope=vista.product)'), 'conflict'],
    ['may lie within the portfolio’s', deals('scope product in film', 'license(scope=film)'), 'conflict'],
    ['may be a territory', localTerritory('DE'), 'conflict'],
    ['may be a territory and no more than it', localTerritory('CH'), 'clear'],
  ]);

  function localTerritory(y: string) {
    return told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01) {
        territory area = [DE, AT]
        x: prohibit(territory=area)
      }
      deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: license(territory=${y}) }`,
      'vista.x',
      'onda.y',
    );
  }

  it('are unknown outside by their plain name', () => {
    const text = `party A, B
      deal one (by = A, to = B, from = 2025-01-01) { scope product x: license(scope=product) }
      deal two (by = A, to = B, from = 2025-01-01) { y: license(scope=product) }`;
    expect(findingsOf('unknown-name', text)).toHaveLength(1);
  });
});

describe('territories', () => {
  judges([
    ['a member of the European Union', sold('prohibit(territory=EU)', 'license(territory=DE)'), 'conflict'],
    ['a former member', sold('prohibit(territory=EU)', 'license(territory=GB)'), 'clear'],
    ['the European Economic Area is more', sold('prohibit(territory=EEA)', 'license(territory=NO)'), 'conflict'],
    ['than the European Union', sold('prohibit(territory=EU)', 'license(territory=NO)'), 'clear'],
    ['a whole contained in a larger whole', sold('prohibit(territory=EEA)', 'purchase(territory=EU)'), 'conflict'],
    ['a state of a country', sold('prohibit(territory=US)', 'license(territory=US-IL)'), 'conflict'],
    ['a country of a state', sold('prohibit(territory=US-IL)', 'license(territory=US)'), 'conflict'],
    ['a state of another country', sold('prohibit(territory=CA)', 'license(territory=US-CA)'), 'clear'],
    ['worldwide', sold('prohibit(territory=worldwide)', 'license(territory=JP)'), 'conflict'],
    ['worldwide but for it', sold('prohibit(territory=worldwide except [CN, RU])', 'license(territory=CN)'), 'clear'],
    [
      'worldwide but for others',
      sold('prohibit(territory=worldwide except [CN, RU])', 'license(territory=JP)'),
      'conflict',
    ],
    ['a continent', sold('prohibit(territory=Europe)', 'license(territory=FR)'), 'conflict'],
    ['another continent', sold('prohibit(territory=Europe)', 'license(territory=JP)'), 'clear'],
    ['a part of a continent', sold('prohibit(territory=Eastern-Asia)', 'license(territory=JP)'), 'conflict'],
    ['another part of it', sold('prohibit(territory=Eastern-Asia)', 'license(territory=IN)'), 'clear'],
    ['Cyprus is in the Union and not in Europe', sold('prohibit(territory=Europe)', 'license(territory=CY)'), 'clear'],
    ['so the Union is not all in Europe', sold('prohibit(territory=Europe)', 'purchase(territory=EU)'), 'depends'],
    [
      'a list of one’s own',
      sold('prohibit(territory=[US-IL, US-IN])', 'purchase(territory=midwest)', 'territory midwest = [US-IL, US-IN]'),
      'conflict',
    ],
    ['silence is worldwide', sold('prohibit(scope=film)', 'license(scope=film, territory=JP)'), 'conflict'],
  ]);
});

describe('measures', () => {
  const inches = 'dimension screen what number "inches"';
  judges([
    ['ranges that share their ends', sold('prohibit(screen=..10)', 'license(screen=10..)', inches), 'conflict'],
    ['less than, and at least', sold('prohibit(screen < 10)', 'license(screen >= 10)', inches), 'clear'],
    ['at most, and at least', sold('prohibit(screen <= 10)', 'license(screen >= 10)', inches), 'conflict'],
    ['more than, and at most', sold('prohibit(screen > 10)', 'license(screen = ..10)', inches), 'clear'],
    ['ranges apart', sold('prohibit(screen=10..12)', 'license(screen=13..15)', inches), 'clear'],
    ['one within another', sold('prohibit(screen=10..12)', 'license(screen=11)', inches), 'conflict'],
    ['fractions count', sold('prohibit(screen < 10)', 'license(screen = 9.99)', inches), 'conflict'],
    ['several ranges', sold('prohibit(screen=[1..3, 7..9])', 'license(screen=4..7)', inches), 'conflict'],
    ['between several ranges', sold('prohibit(screen=[1..3, 7..9])', 'license(screen=4..6)', inches), 'clear'],
    ['a range but for a range', sold('prohibit(screen=1..9 except 4..6)', 'license(screen=5)', inches), 'clear'],
    ['a duty between two ranges', sold('prohibit(screen=[..3, 7..])', 'purchase(screen=all)', inches), 'depends'],
    ['silence is every number', sold('prohibit(screen < 10)', 'license(scope=film)', inches), 'conflict'],
    ['an exception', sold('prohibit(screen < 10) except (screen < 8)', 'license(screen < 8)', inches), 'clear'],
    [
      'what an exception leaves',
      sold('prohibit(screen < 10) except (screen < 8)', 'license(screen <= 8)', inches),
      'conflict',
    ],
    ['a duty that can be done above', sold('prohibit(screen < 10)', 'purchase(screen=..12)', inches), 'depends'],
    ['a duty that cannot', sold('prohibit(screen <= 12)', 'purchase(screen=..12)', inches), 'conflict'],
  ]);
});

describe('dimensions of one’s own', () => {
  const edition = 'dimension edition what\nedition hardback, paperback\n';
  judges([
    ['part what is apart', sold('prohibit(edition=hardback)', 'license(edition=paperback)', edition), 'clear'],
    ['meet where they meet', sold('prohibit(edition=hardback)', 'license(edition=hardback)', edition), 'conflict'],
    ['are unrestricted where silent', sold('prohibit(edition=hardback)', 'license(scope=film)', edition), 'conflict'],
    [
      'of where',
      sold('prohibit(shelf=top)', 'license(shelf=[top, low])', 'dimension shelf where\nshelf top, low'),
      'conflict',
    ],
  ]);
});

describe('what a cloud is run by', () => {
  it('is shown and never reasoned with', () => {
    const { text, between } = sold(
      'prohibit(cloud=North, with=Rex)',
      'host(cloud=South)',
      'cloud North by Rex\ncloud South by Rex',
    );
    expect(verdictOf(text, ...between)).toBe('clear');
    expect(check(text).summary.clauses).toBe(2);
  });
});

describe('days of events that cannot be', () => {
  const messages = (text: string): string[] => findingsOf('contradictory-terms', text).map(({ message }) => message);

  it.each([
    [
      'event IPO after 2027 occurred 2027-12-31',
      '`IPO` occurred on 2027-12-31, but it is stated to come after 2027-12-31',
    ],
    [
      'event IPO before 2027 occurred 2027-01-01',
      '`IPO` occurred on 2027-01-01, but it is stated to come before 2027-01-01',
    ],
    [
      'event IPO after 2027 before 2028-01-01',
      '`IPO` is stated to come after 2027-12-31 and before 2028-01-01: there is no such day',
    ],
    [
      'event AGI occurred 2031-01-01\nevent IPO occurred 2032-01-01 before AGI',
      '`AGI` occurred on 2031-01-01, but it comes only after `IPO`, which occurred on 2032-01-01',
    ],
    [
      'event AGI after 2030\nevent IPO after AGI presumed yes before 2030',
      '`IPO` is stated to happen before 2030-01-01, but it comes only after `AGI`, which cannot happen before 2031-01-01',
    ],
    [
      'event AGI presumed no\nevent IPO after AGI presumed yes',
      '`IPO` is presumed to happen, but it comes only after `AGI`, which is presumed never to happen',
    ],
    [
      'event IPO occurred 2026-04-01 occurred 2026-04-20',
      '`IPO` occurred on 2026-04-01: it cannot occur on 2026-04-20 as well',
    ],
    ['event IPO presumed yes presumed no', '`IPO` cannot be presumed both `yes` and `no`'],
    ['event IPO occurred 2026-04-01 presumed no', '`IPO` occurred: it cannot be presumed not to happen'],
    ['event IPO presumed no occurred 2026-04-01', '`IPO` occurred: it cannot be presumed not to happen'],
    ['state war presumed no presumed yes', '`war` cannot be presumed both `yes` and `no`'],
    [
      'event IPO occurred 2026-04-01\nreading late { event IPO occurred 2026-04-20 }',
      '`IPO` occurred on 2026-04-01: it cannot occur on 2026-04-20 as well',
    ],
  ])('%s', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it.each([
    'event IPO after 2027 occurred 2028-01-01',
    'event IPO occurred 2026-04-01 presumed yes',
    'event IPO occurred 2026-04-01\nreading same { event IPO occurred 2026-04-01 }',
    'event IPO presumed no\nreading late { event IPO occurred 2026-04-20 }',
    'event IPO before 2027 occurred 2026-12-31',
    'event IPO after 2027 before 2028-01-02',
    'event AGI occurred 2025-01-02\nevent IPO occurred 2025-01-01 before AGI',
    'event AGI occurred 2025-01-02\nevent IPO before AGI',
    'event AGI presumed no\nevent IPO after AGI',
    'event AGI after 2030\nevent IPO after AGI',
  ])('and those that can: %s', (text) => {
    expect(messages(text)).toEqual([]);
  });

  it('are shown at a reading that brings them', () => {
    const text = 'event AGI occurred 2025-01-02\nevent IPO before AGI\nreading late { event IPO occurred 2025-02-01 }';
    const [finding, ...others] = findingsOf('contradictory-terms', text);
    expect(others).toEqual([]);
    expect(text.slice(finding.span.start, finding.span.end)).toBe('late');
    expect(finding.message).toContain('under the reading `late`');
    expect(finding.related?.map(({ span }) => text.slice(span.start, span.end))).toEqual(['AGI', 'IPO']);
  });

  it('keep no collision from being found', () => {
    const portfolio = sold(
      'exclusive(scope=film, until=AGI)',
      'license(scope=film)',
      'event AGI occurred 2031-01-01\nevent IPO occurred 2032-01-01 before AGI\n',
    );
    expect(findingOf(portfolio)).toMatchObject({ verdict: 'conflict', window: { until: '2030-12-31' } });
  });
});
