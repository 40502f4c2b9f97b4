/** §8, the table: what a party lets, must or may do, against what it has promised. */
import { describe, expect, it } from 'vitest';
import { findingOf, judges, offered, sold, told } from './helpers.ts';

describe('what it lets another do, against what it must not do', () => {
  judges([
    ['the forbidden thing itself', sold('prohibit(scope=film)', 'license(scope=film)'), 'conflict'],
    ['a part of what is forbidden', sold('prohibit(scope=works)', 'license(scope=film)'), 'conflict'],
    [
      'one part of the permission is enough',
      sold('prohibit(scope=film, territory=FR)', 'license(scope=works, territory=Europe)'),
      'conflict',
    ],
    ['another thing', sold('prohibit(scope=book)', 'license(scope=film)'), 'clear'],
    ['another place', sold('prohibit(territory=FR)', 'license(territory=JP)'), 'clear'],
    ['another channel', sold('prohibit(channel=cinema)', 'license(channel=television)'), 'clear'],
    ['another time', sold('prohibit(until=2025-12-31)', 'license(scope=film)'), 'clear'],
    ['a single day in common', sold('prohibit(until=2026-01-01)', 'license(scope=film)'), 'conflict'],
    [
      'in one and the same deal',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) {
          x: prohibit(scope=film)
          y: license(scope=film)
        }`,
        'vista.x',
        'vista.y',
      ),
      'conflict',
    ],
    [
      'what it lets happen together with another',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(scope=film) }
        deal both (by = [Rex, Studio], to = Onda, from = 2026-01-01) { y: license(to=Onda, scope=film) }`,
        'vista.x',
        'both.y',
      ),
      'conflict',
    ],
    [
      'what somebody else lets happen',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: prohibit(scope=film) }
        deal rex (by = Rex, to = Onda, from = 2026-01-01) { y: license(scope=film) }`,
        'vista.x',
        'rex.y',
      ),
      'clear',
    ],
  ]);
});

describe('what it lets another do, against what it keeps for one', () => {
  judges([
    ['the same to somebody else', sold('exclusive(scope=film)', 'license(scope=film)'), 'conflict'],
    ['a part of it to somebody else', sold('exclusive(scope=works)', 'license(scope=film)'), 'conflict'],
    ['more than it', sold('exclusive(scope=film)', 'license(scope=works)'), 'conflict'],
    ['something apart from it', sold('exclusive(scope=film)', 'license(scope=book)'), 'clear'],
    ['the same to the holder', sold('exclusive(scope=film)', 'license(to=Vista, scope=film)'), 'clear'],
    ['the same exclusively to somebody else', sold('exclusive(scope=film)', 'exclusive(scope=film)'), 'conflict'],
    ['the same exclusively to the holder', sold('exclusive(scope=film)', 'exclusive(to=Vista, scope=film)'), 'clear'],
    ['on another cloud than the one named', sold('exclusive(cloud=East)', 'host(cloud=West)'), 'conflict'],
    ['on the cloud that is named', sold('exclusive(cloud=East)', 'host(cloud=East)'), 'clear'],
    ['from whoever it buys its requirements', sold('requirements(scope=film)', 'license(scope=film)'), 'conflict'],
    [
      'the same to two, of whom one is the holder',
      sold('exclusive(scope=film)', 'license(to=[Vista, Onda])'),
      'conflict',
    ],
    ['the same to those who share it', sold('exclusive(with=[Vista, Onda])', 'license(to=[Vista, Onda])'), 'clear'],
    ['two simple grants', sold('license(scope=film)', 'license(scope=film)'), 'clear'],
  ]);
});

describe('what it must do, against what it must not do', () => {
  judges([
    ['every way is forbidden', sold('prohibit(scope=works)', 'purchase(scope=film)'), 'conflict'],
    ['exactly what it must do', sold('prohibit(scope=film)', 'purchase(scope=film)'), 'conflict'],
    ['one way is forbidden and one is left', sold('prohibit(scope=film)', 'purchase(scope=works)'), 'depends'],
    ['one of two things is left', sold('prohibit(scope=film)', 'purchase(scope=[film, book])'), 'depends'],
    [
      'both of two things are forbidden',
      sold('prohibit(scope=[film, book])', 'purchase(scope=[film, book])'),
      'conflict',
    ],
    [
      'a day is left once the prohibition has ended',
      sold('prohibit(until=2026-12-31)', 'purchase(scope=film)'),
      'depends',
    ],
    [
      'a day is left before the prohibition begins',
      sold('prohibit(from=2026-06-01)', 'purchase(scope=film, until=2026-12-31)'),
      'depends',
    ],
    [
      'no day is left before the duty ends',
      sold('prohibit(until=2026-12-31)', 'purchase(scope=film, until=2026-12-31)'),
      'conflict',
    ],
    ['no day is left before it is due', sold('prohibit(until=2026-12-31)', 'purchase(due=2026-12)'), 'conflict'],
    ['a day is left before it is due', sold('prohibit(until=2026-12-31)', 'purchase(due=2027-01)'), 'depends'],
    ['a duty in another place', sold('prohibit(territory=FR)', 'purchase(territory=JP)'), 'clear'],
    ['another act is left', sold('prohibit(act=make, scope=film)', 'commit(scope=film)'), 'depends'],
    ['every act of exploitation is forbidden', sold('prohibit(scope=film)', 'commit(scope=film)'), 'conflict'],
    ['an act of its own kind', sold('prohibit(scope=film)', 'pay(scope=film)'), 'clear'],
  ]);
});

describe('what it must do, against what it keeps for one', () => {
  judges([
    ['a delivery to somebody else', sold('exclusive(scope=film)', 'deliver(scope=film)'), 'conflict'],
    ['a delivery to the holder', sold('exclusive(scope=film)', 'deliver(to=Vista, scope=film)'), 'clear'],
    [
      'a delivery with a part that is not kept',
      sold('exclusive(scope=film)', 'deliver(scope=[film, book])'),
      'depends',
    ],
    [
      'a purchase from another than the only supplier',
      sold('requirements(scope=film)', 'purchase(scope=film)'),
      'conflict',
    ],
    ['a purchase from the only supplier', sold('requirements(scope=film)', 'purchase(to=Vista, scope=film)'), 'clear'],
    [
      'one of two clouds is the one that is kept',
      sold('exclusive(cloud=East)', 'deliver(cloud=[East, West])'),
      'depends',
    ],
    ['only the other cloud', sold('exclusive(cloud=East)', 'deliver(cloud=West)'), 'conflict'],
  ]);
});

describe('the example of what it lets another do', () => {
  const example = (x: string, y: string, more = ''): string | undefined =>
    findingOf(sold(x, y, more)).witness?.text.replace('2026-01-01, ', '');

  it.each([
    [
      'with whom it deals',
      'prohibit(act=solicit, with=Rex)',
      'license(act=solicit, with=Rex)',
      'Onda solicit something, dealing with Rex',
    ],
    [
      'nobody, where that is the other side',
      'prohibit(scope=film)',
      'license(scope=film, with=Onda)',
      'Onda exploit film',
    ],
    ['nobody, where anybody will do', 'prohibit(scope=film)', 'license(scope=film, with=all)', 'Onda exploit film'],
    [
      'one of anybody, where not everybody will do',
      'prohibit(scope=film) except (with=[Onda, Rex])',
      'license(scope=film, with=all)',
      'Onda exploit film, dealing with Vista',
    ],
    [
      'another than itself, where all who have a name are let',
      'prohibit(scope=film) except (with=[Onda, Rex, Vista])',
      'license(scope=film, with=all)',
      'Onda exploit film, dealing with another party',
    ],
    [
      'itself, where nobody else will do',
      'prohibit(scope=film, with=Studio)',
      'license(scope=film, with=all)',
      'Onda exploit film, dealing with Studio',
    ],
    ['one of those who are let', 'prohibit(scope=film, with=Rex)', 'license(to=[Onda, Rex])', 'Rex exploit film'],
    ['what another is to make', 'prohibit(act=make)', 'license(act=have-made, scope=film)', 'Onda have film made'],
  ])('names who may act, and %s', (_, x, y, expected) => {
    expect(example(x, y)).toBe(`Studio lets ${expected}`);
  });

  it('does not have an affiliate deal with itself', () => {
    const { witness } = findingOf(
      told(
        `party Arm under Studio
        deal vista (by = Arm, to = Vista, from = 2025-01-01) { x: prohibit(scope=film) except (with=[Onda, Rex]) }
        deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: license(scope=film, with=all, affiliates=yes) }`,
        'vista.x',
        'onda.y',
      ),
    );
    expect(witness?.text).toBe('2026-01-01, Arm lets Onda exploit film, dealing with Vista');
  });
});

it('whom a promise keeps its region for is told with where', () => {
  expect(findingOf(sold('exclusive(cloud=East, with=Rex)', 'license(to=Rex, cloud=West)')).message).toBe(
    '`y` lets Rex do what `x` reserves for Rex on East',
  );
});

describe('a duty to allow something', () => {
  it('is the duty of one, and what the other does', () => {
    expect(findingOf(sold('prohibit(act=audit)', 'allow_audit(scope=film)')).witness?.text).toBe(
      '2026-01-01, Studio must allow Onda to audit film',
    );
    expect(findingOf(offered('prohibit(act=audit)', 'allow_audit(scope=film)')).witness?.text).toBe(
      '2026-01-01, Rex must allow Studio to audit film',
    );
  });

  it('is performed in a way in which the other may do it', () => {
    const { decidingFacts } = findingOf(sold('prohibit(act=audit, scope=film)', 'allow_audit(scope=works)'));
    expect(decidingFacts?.[0].text).toContain('Studio may let Onda audit works');
  });
});

describe('what it may do because somebody else lets it', () => {
  judges([
    ['against a prohibition', offered('noncompete(scope=film)', 'license(scope=film)'), 'depends'],
    ['that is let to it and to another', offered('noncompete(scope=film)', 'license(to=[Studio, Onda])'), 'depends'],
    ['that is let to another alone', offered('noncompete(scope=film)', 'license(to=Onda)'), 'clear'],
    ['against a prohibition of a part', offered('noncompete(scope=film)', 'license(scope=works)'), 'depends'],
    ['against a prohibition of something else', offered('noncompete(scope=book)', 'license(scope=film)'), 'clear'],
    ['against exclusive dealing', offered('exclusive_dealing(scope=film)', 'license(scope=film)'), 'depends'],
    ['against requirements', offered('requirements(scope=film)', 'license(scope=film)'), 'depends'],
    [
      'from the only one it may deal with',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive_dealing(scope=film) }
        deal back (by = Vista, to = Studio, from = 2026-01-01) { y: license(scope=film) }`,
        'vista.x',
        'back.y',
      ),
      'clear',
    ],
    ['against an exclusive right that permits', offered('exclusive(scope=film)', 'license(scope=film)'), 'clear'],
    ['against an exclusive licence', offered('exclusive_license(scope=film)', 'license(scope=film)'), 'clear'],
    [
      'against an exclusivity that only keeps out, on another cloud',
      offered('exclusive(cloud=East, scope=film)', 'license(cloud=West, scope=film)'),
      'depends',
    ],
    [
      'against an exclusivity that only keeps out, on its cloud',
      offered('exclusive(cloud=East, scope=film)', 'license(cloud=East, scope=film)'),
      'clear',
    ],
    ['against a first refusal', offered('rofr(scope=film)', 'license(scope=film)'), 'clear'],
    ['against most favoured terms', offered('mfn(scope=film)', 'license(scope=film)'), 'clear'],
  ]);

  it('is decided by whether the party takes it up', () => {
    const { decidingFacts } = findingOf(offered('noncompete(scope=film)', 'license(scope=film)'));
    expect(decidingFacts?.map(({ kind }) => kind)).toEqual(['uptake']);
  });
});

describe('what somebody else must do for it', () => {
  judges([
    ['against a prohibition', offered('noncompete(scope=film)', 'deliver(scope=film)'), 'depends'],
    ['against exclusive dealing', offered('exclusive_dealing(scope=film)', 'deliver(scope=film)'), 'depends'],
    ['against an exclusive right that permits', offered('exclusive(scope=film)', 'deliver(scope=film)'), 'clear'],
  ]);

  it.each([
    ['prohibit(act=supply)', '`y` owes Studio what `x` forbids'],
    ['exclusive_dealing(act=supply)', '`y` owes Studio what `x` reserves for Vista'],
  ])('is owed and not offered, and it is the other who must: %s', (restraint, message) => {
    const finding = findingOf(offered(restraint, 'deliver(scope=film)'));
    expect(finding.message).toBe(message);
    expect(finding.witness?.text).toBe('2026-01-01, Rex must supply film, dealing with Studio');
  });

  it('is offered where it is a permission', () => {
    const finding = findingOf(offered('prohibit()', 'license(scope=film)'));
    expect(finding.message).toBe('`y` offers Studio what `x` forbids');
    expect(finding.witness?.text).toBe('2026-01-01, Studio may exploit film, dealing with Rex');
  });
});

describe('two exclusivities that permit nothing', () => {
  judges([
    ['nobody satisfies both', sold('exclusive(cloud=East)', 'exclusive(cloud=West)'), 'depends'],
    ['one cloud satisfies both', sold('exclusive(cloud=East)', 'exclusive(cloud=[East, West])'), 'clear'],
    ['two only suppliers', sold('requirements(scope=film)', 'requirements(scope=film)'), 'depends'],
    ['two only suppliers of different things', sold('requirements(scope=film)', 'requirements(scope=book)'), 'clear'],
    ['two only suppliers, one after the other', sold('requirements(until=2025)', 'requirements(from=2026)'), 'clear'],
    ['an only cloud and an only supplier', sold('exclusive(cloud=East)', 'requirements(scope=film)'), 'clear'],
    [
      'of different parties',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(cloud=East) }
        deal rex (by = Rex, to = Vista, from = 2026-01-01) { y: exclusive(cloud=West) }`,
        'vista.x',
        'rex.y',
      ),
      'clear',
    ],
  ]);

  it('are a standoff, which holds as long as the party deals with nobody', () => {
    const { rule, decidingFacts } = findingOf(sold('requirements(scope=film)', 'requirements(scope=film)'));
    expect(rule).toBe('exclusive-deadlock');
    expect(decidingFacts?.map(({ kind }) => kind)).toEqual(['standoff']);
  });
});

describe('a right to be asked first', () => {
  judges([
    ['a later grant to another', sold('rofr(scope=film)', 'license(scope=film)'), 'depends'],
    ['a later grant of a part', sold('rofr(scope=works)', 'license(scope=film)'), 'depends'],
    ['a later exclusive grant', sold('rofr(scope=film)', 'exclusive(scope=film)'), 'depends'],
    ['a later grant of something else', sold('rofr(scope=film)', 'license(scope=book)'), 'clear'],
    ['a grant to the one to be asked', sold('rofr(scope=film)', 'license(to=Vista, scope=film)'), 'clear'],
    ['a grant that was there before', sold('rofr(scope=film, from=2026-03-01)', 'license(scope=film)'), 'clear'],
    ['a grant after the right has ended', sold('rofr(scope=film, until=2025)', 'license(scope=film)'), 'clear'],
    ['a duty', sold('rofr(scope=film)', 'deliver(scope=film)'), 'clear'],
  ]);

  it('is decided by whether it was offered first', () => {
    const { rule, decidingFacts } = findingOf(sold('rofr(scope=film)', 'license(scope=film)'));
    expect(rule).toBe('first-refusal');
    expect(decidingFacts?.map(({ kind }) => kind)).toEqual(['offer']);
  });
});

describe('a promise of terms as good', () => {
  judges([
    ["another's grant of the region", sold('mfn(scope=film)', 'license(scope=film)'), 'depends'],
    ["another's exclusive grant", sold('mfn(scope=film)', 'exclusive(scope=film)'), 'depends'],
    [
      "another's earlier grant that still runs",
      sold('mfn(scope=film, from=2026-03-01)', 'license(scope=film)'),
      'depends',
    ],
    ["another's grant of something else", sold('mfn(scope=film)', 'license(scope=book)'), 'clear'],
    ['a grant to the one who has the promise', sold('mfn(scope=film)', 'license(to=Vista, scope=film)'), 'clear'],
    ['a duty', sold('mfn(scope=film)', 'purchase(scope=film)'), 'clear'],
  ]);

  it('is decided by whether the terms were better', () => {
    const { rule, decidingFacts } = findingOf(sold('mfn(scope=film)', 'license(scope=film)'));
    expect(rule).toBe('most-favoured');
    expect(decidingFacts?.map(({ kind }) => kind)).toEqual(['terms']);
  });
});

describe('the promisor itself', () => {
  judges([
    ['is kept out unless it is written otherwise', sold('exclusive(scope=film)', 'deliver(scope=film)'), 'conflict'],
    ['is kept out where that is written', sold('exclusive(scope=film, self=yes)', 'deliver(scope=film)'), 'conflict'],
    ['is left free where that is written', sold('exclusive(scope=film, self=no)', 'deliver(scope=film)'), 'clear'],
    ['even left free may not let others in', sold('exclusive(scope=film, self=no)', 'license(scope=film)'), 'conflict'],
    ['is left free by a sole licence', sold('sole_license(scope=film)', 'deliver(scope=film)'), 'clear'],
    ['may not let others in under a sole licence', sold('sole_license(scope=film)', 'license(scope=film)'), 'conflict'],
    ['under a silent distributorship', sold('exclusive_distribution(scope=film)', 'deliver(scope=film)'), 'depends'],
    [
      'under a distributorship that keeps it out',
      sold('exclusive_distribution(scope=film, self=yes)', 'deliver(scope=film)'),
      'conflict',
    ],
    [
      'under a distributorship that leaves it free',
      sold('exclusive_distribution(scope=film, self=no)', 'deliver(scope=film)'),
      'clear',
    ],
    [
      'may not let others in under a silent distributorship',
      sold('exclusive_distribution(scope=film)', 'license(scope=film)'),
      'conflict',
    ],
    ['that may take what it is offered', offered('exclusive_dealing(self=no)', 'license(scope=film)'), 'clear'],
    ['that may buy elsewhere', sold('requirements(scope=film, self=no)', 'purchase(scope=film)'), 'clear'],
  ]);

  it('decides, where a distributorship is silent', () => {
    const { decidingFacts } = findingOf(sold('exclusive_distribution(scope=film)', 'deliver(scope=film)'));
    expect(decidingFacts?.map(({ kind }) => kind)).toEqual(['self']);
  });
});
