/** §7 and §8: who holds an exclusivity, who is permitted by it, and what silence on *who* leaves open. */
import { describe, expect, it } from 'vitest';
import { findingOf, judges, offered, sold, told } from './helpers.ts';

describe('the holder of an exclusivity', () => {
  judges([
    [
      'is the one it is given to, where no other is named',
      sold('exclusive(scope=film)', 'license(scope=film)'),
      'conflict',
    ],
    [
      'is the cloud that is named',
      sold('exclusive(cloud=East, scope=film)', 'host(cloud=West, scope=film)'),
      'conflict',
    ],
    ['is the cloud, whoever the customer', sold('exclusive(cloud=East)', 'host(cloud=East)'), 'clear'],
    [
      'is the cloud even against the one it is promised to',
      sold('exclusive(cloud=East, scope=film)', 'host(to=Vista, cloud=West, scope=film)'),
      'conflict',
    ],
    ['is one of several clouds', sold('exclusive(cloud=[East, West])', 'host(cloud=West)'), 'clear'],
    [
      'is the one it is given to, in the channel that is named',
      sold('exclusive(to=Vista, scope=film, channel=cinema)', 'license(scope=film, channel=cinema)'),
      'conflict',
    ],
    [
      'is nobody in another channel',
      sold('exclusive(to=Vista, scope=film, channel=cinema)', 'license(scope=film, channel=television)'),
      'clear',
    ],
    [
      'is the cloud alone, although it is given to one',
      sold('exclusive(to=Vista, cloud=East)', 'host(cloud=East)'),
      'clear',
    ],
    ['is not another cloud, given to one', sold('exclusive(to=Vista, cloud=East)', 'host(cloud=West)'), 'conflict'],
    ['is the named party on the named cloud', sold('exclusive(with=Onda, cloud=East)', 'host(cloud=East)'), 'clear'],
    ['is not that party on another cloud', sold('exclusive(with=Onda, cloud=East)', 'host(cloud=West)'), 'conflict'],
    ['is not another party on that cloud', sold('exclusive(with=Rex, cloud=East)', 'host(cloud=East)'), 'conflict'],
    ['is the named party', sold('exclusive(with=Rex, scope=film)', 'license(to=Rex, scope=film)'), 'clear'],
    ['is the named party and no other', sold('exclusive(with=Rex, scope=film)', 'license(scope=film)'), 'conflict'],
    ['is the named cloud of a licence', sold('exclusive_license(cloud=East)', 'host(cloud=East)'), 'clear'],
    [
      'is the named cloud of a licence and no other',
      sold('exclusive_license(cloud=East)', 'host(cloud=West)'),
      'conflict',
    ],
    [
      'is the supplier of all requirements',
      sold('requirements(scope=film)', 'purchase(to=Vista, scope=film)'),
      'clear',
    ],
    ['is each of two only partners', sold('exclusive_dealing(with=[Vista, Onda])', 'license(scope=film)'), 'clear'],
    [
      'is a value of a dimension of one’s own',
      sold('exclusive(shop=Bazaar)', 'license(shop=Mall)', SHOPS()),
      'conflict',
    ],
    ['is that value alone', sold('exclusive(shop=Bazaar)', 'license(shop=Bazaar)', SHOPS()), 'clear'],
  ]);

  function SHOPS(): string {
    return 'dimension shop who "On whose marketplace"\nshop Bazaar, Mall\n';
  }
});

describe('who that is inherited from the header', () => {
  const withHeader = (header: string, y: string) =>
    told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01, ${header}) { x: exclusive(scope=film) }
      deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: ${y} }`,
      'vista.x',
      'onda.y',
    );
  judges([
    ['makes its cloud the holder', withHeader('cloud = East', 'host(scope=film, cloud=East)'), 'clear'],
    ['keeps out other clouds', withHeader('cloud = East', 'host(scope=film, cloud=West)'), 'conflict'],
    ['makes an exclusivity permit nothing', withHeader('cloud = East', 'prohibit(scope=film)'), 'clear'],
    ['makes its circle of partners the holder', withHeader('with = [Vista, Onda]', 'license(scope=film)'), 'clear'],
    ['keeps out who is not in the circle', withHeader('with = [Vista, Rex]', 'license(scope=film)'), 'conflict'],
  ]);
});

describe('a right shared by two', () => {
  const shared = 'exclusive(to=Vista, with=[Vista, Onda], scope=film)';
  judges([
    ['lets the second in', sold(shared, 'license(scope=film)'), 'clear'],
    ['lets the first in', sold(shared, 'license(to=Vista, scope=film)'), 'clear'],
    ['lets no third in', sold(shared, 'license(to=Rex, scope=film)'), 'conflict'],
    ['permits the first', sold(shared, 'prohibit(with=Vista, scope=film)'), 'conflict'],
    ['does not itself permit the second', sold(shared, 'prohibit(with=Onda, scope=film)'), 'clear'],
  ]);
});

describe('whether an exclusivity permits', () => {
  judges([
    ['it does where it names no who', sold('exclusive(scope=film)', 'prohibit(scope=film)'), 'conflict'],
    ['it only keeps out where it names a cloud', sold('exclusive(cloud=East)', 'prohibit(scope=film)'), 'clear'],
    [
      'it permits where it also writes to whom',
      sold('exclusive(to=Vista, cloud=East)', 'prohibit(scope=film)'),
      'conflict',
    ],
    ['it permits where it writes with whom', sold('exclusive(with=Vista)', 'prohibit(scope=film)'), 'conflict'],
    ['an exclusive licence always permits', sold('exclusive_license(cloud=East)', 'prohibit(scope=film)'), 'conflict'],
    ['a sole licence always permits', sold('sole_license(cloud=East)', 'prohibit(scope=film)'), 'conflict'],
    ['requirements never permit', sold('requirements(scope=film)', 'prohibit(scope=film)'), 'clear'],
    ['exclusive dealing never permits', sold('exclusive_dealing(scope=film)', 'prohibit(scope=film)'), 'clear'],
    [
      'a licence that names a cloud permits that cloud alone',
      sold('exclusive_license(cloud=East)', 'prohibit(cloud=West)'),
      'clear',
    ],
  ]);
});

describe('an exception that lets one more in', () => {
  judges([
    ['lets that one in', sold('exclusive(scope=film) except (with=Onda)', 'license(scope=film)'), 'clear'],
    ['lets no other in', sold('exclusive(scope=film) except (with=Onda)', 'license(to=Rex, scope=film)'), 'conflict'],
    [
      'lets in for what it covers',
      sold('exclusive(scope=film) except (with=Onda, territory=FR)', 'license(scope=film, territory=FR)'),
      'clear',
    ],
    [
      'lets in for no more than it covers',
      sold('exclusive(scope=film) except (with=Onda, territory=FR)', 'license(scope=film, territory=DE)'),
      'conflict',
    ],
    ['leaves the holder its permission', sold('exclusive() except (with=Onda)', 'prohibit(scope=film)'), 'conflict'],
  ]);
});

describe('silence on who', () => {
  judges([
    ['in a permission leaves it open', sold('exclusive(cloud=East)', 'host(scope=film)'), 'depends'],
    ['in a duty leaves it open', sold('exclusive(cloud=East)', 'purchase(scope=film)'), 'depends'],
    ['all clouds are not silence', sold('exclusive(cloud=East)', 'host(cloud=all)'), 'conflict'],
    ['all but one are not silence', sold('exclusive(cloud=East)', 'host(cloud=all except West)'), 'conflict'],
    ['all that are kept are named', sold('exclusive(cloud=[East, West])', 'host(cloud=[East, West])'), 'clear'],
    ['in a prohibition means everyone', sold('prohibit(scope=film)', 'host(scope=film, cloud=West)'), 'conflict'],
    ['in an exclusivity means every cloud', sold('exclusive(scope=film)', 'host(scope=film, cloud=West)'), 'conflict'],
    [
      'in a permission cannot help where everyone is meant',
      sold('prohibit(scope=film)', 'host(scope=film)'),
      'conflict',
    ],
    ['a prohibition of one cloud', sold('prohibit(cloud=East)', 'host(scope=film)'), 'depends'],
    ['a prohibition of one cloud, and all of them', sold('prohibit(cloud=East)', 'host(cloud=all)'), 'conflict'],
    [
      'in a grant to nobody in particular',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope=film) }
        deal public (by = Studio, from = 2026-01-01) { y: license(scope=film) }`,
        'vista.x',
        'public.y',
      ),
      'depends',
    ],
    [
      'a grant to all is not silent',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope=film) }
        deal public (by = Studio, from = 2026-01-01) { y: license(scope=film, with=all) }`,
        'vista.x',
        'public.y',
      ),
      'conflict',
    ],
  ]);

  it('is named as what decides', () => {
    const { decidingFacts } = findingOf(sold('exclusive(cloud=East)', 'host(scope=film)'));
    expect(decidingFacts).toHaveLength(1);
    expect(decidingFacts?.[0]).toMatchObject({ kind: 'who' });
    expect(decidingFacts?.[0].text).toMatch(/\by` names no cloud/);
  });
});

describe('with whom, seen from the bound party', () => {
  judges([
    ['the other side of its own grant', sold('noncompete(with=Onda)', 'license(scope=film)'), 'conflict'],
    ['not the other side of this grant', sold('noncompete(with=Rex)', 'license(scope=film)'), 'clear'],
    ['the one who lets it', offered('noncompete(with=Rex)', 'license(scope=film)'), 'depends'],
    ['not the one who lets it', offered('noncompete(with=Onda)', 'license(scope=film)'), 'clear'],
    ['the one who delivers to it', offered('exclusive_dealing(with=Rex)', 'deliver(scope=film)'), 'clear'],
  ]);
});

describe('to whom a restraint is owed', () => {
  judges([
    ['does not narrow a prohibition', sold('prohibit(to=Vista, scope=film)', 'license(scope=film)'), 'conflict'],
    ['does not narrow it to others either', sold('prohibit(to=Rex, scope=film)', 'license(scope=film)'), 'conflict'],
    ['does not narrow an only cloud', sold('exclusive(cloud=East)', 'host(to=Rex, cloud=West)'), 'conflict'],
  ]);

  it('says who may object', () => {
    expect(findingOf(sold('prohibit(scope=film)', 'license(scope=film)')).mayObject).toEqual(['Vista']);
    expect(findingOf(sold('prohibit(to=[Vista, Rex])', 'license(scope=film)')).mayObject).toEqual(['Vista', 'Rex']);
  });

  it("is the header's `by` where the header's `to` promises", () => {
    const { boundParty, mayObject } = findingOf(
      told(
        `deal vista (by = Vista, to = Studio, from = 2025-01-01) { x: noncompete(by=Studio, scope=film) }
        deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: license(scope=film) }`,
        'vista.x',
        'onda.y',
      ),
    );
    expect(boundParty).toBe('Studio');
    expect(mayObject).toEqual(['Vista']);
  });
});

describe('promises that several give each other', () => {
  const mutual = (parties: string) =>
    told(
      `deal club (by = ${parties}, from = 2025-01-01) { x: noncompete(scope=film) }
      deal onda (by = Rex, to = Onda, from = 2026-01-01) { y: license(scope=film) }`,
      'club.x',
      'onda.y',
    );
  judges([
    ['bind the first', mutual('[Rex, Vista]'), 'conflict'],
    ['bind the second', mutual('[Vista, Rex]'), 'conflict'],
    ['bind nobody else', mutual('[Vista, Studio]'), 'clear'],
  ]);

  const dealing = (to: string) =>
    told(
      `deal club (by = [Studio, Vista, Rex], from = 2025-01-01) { x: exclusive_dealing(scope=film) }
      deal onda (by = Studio, to = ${to}, from = 2026-01-01) { y: license(scope=film) }`,
      'club.x',
      'onda.y',
    );
  judges([
    ['to deal only with each other', dealing('Onda'), 'conflict'],
    ['to deal only with each other leave each of them', dealing('Rex'), 'clear'],
  ]);

  it('are owed to each of the others', () => {
    const { boundParty, mayObject } = findingOf(mutual('[Vista, Rex, Studio]'));
    expect(boundParty).toBe('Rex');
    expect([...(mayObject ?? [])].sort()).toEqual(['Studio', 'Vista']);
  });
});
