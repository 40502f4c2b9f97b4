/** §4: what words mean to each other, and the near misses of §8. */
import { describe, expect, it } from 'vitest';
import { check, findingOf, findingsOf, judges, rulesOf, sold, told, verdictOf } from './helpers.ts';

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

  it('name each question whose answer matters', () => {
    const either = sold(
      'noncompete(scope=[rival, sequel])',
      'license(scope=film)',
      `${open}\nscope sequel in works open`,
    );
    expect(findingOf(either).decidingFacts).toMatchObject([
      { together: true, conflictWhen: 'film belongs to rival', clearWhen: 'film does not belong to rival' },
      { together: true, conflictWhen: 'film belongs to sequel', clearWhen: 'film does not belong to sequel' },
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
