/** §8, affiliates: whom a clause means when it names a party that controls others. */
import { describe, expect, it } from 'vitest';
import { findingOf, judges, told } from './helpers.ts';

const FAMILIES = `
party StudioTv, StudioToys under Studio
party VistaFrance under Vista
party OndaPortugal under Onda
`;

/** `x` by one and to Vista, `y` by another and to a third. */
const between = (bound: string, x: string, dealing: string, to: string, y: string, more = FAMILIES) =>
  told(
    `${more}
    deal first (by = ${bound}, to = Vista, from = 2025-01-01) { x: ${x} }
    deal second (by = ${dealing}, to = ${to}, from = 2026-01-01) { y: ${y} }`,
    'first.x',
    'second.y',
  );

describe('the bound party', () => {
  const licence = 'license(scope=film, affiliates=no)';
  const bound = (x: string) => between('Studio', x, 'StudioTv', 'Onda', licence);
  judges([
    ['with its affiliates', bound('prohibit(scope=film, affiliates=yes)'), 'conflict'],
    ['without them', bound('prohibit(scope=film, affiliates=no)'), 'clear'],
    ['silence leaves it open', bound('prohibit(scope=film)'), 'depends'],
    ['all but this one', bound('prohibit(scope=film, affiliates = all except StudioTv)'), 'clear'],
    ['all but another one', bound('prohibit(scope=film, affiliates = all except StudioToys)'), 'conflict'],
    ['all but several', bound('prohibit(scope=film, affiliates = all except [StudioToys, StudioTv])'), 'clear'],
    ['itself, whatever is said of affiliates', between('Studio', 'prohibit()', 'Studio', 'Onda', licence), 'conflict'],
    [
      'an affiliate of an affiliate',
      between(
        'Studio',
        'prohibit(affiliates=yes)',
        'StudioKids',
        'Onda',
        licence,
        `${FAMILIES}\nparty StudioKids under StudioTv`,
      ),
      'conflict',
    ],
    [
      'the parent is not bound by its subsidiary',
      between('StudioTv', 'prohibit(scope=film, affiliates=yes)', 'Studio', 'Onda', licence),
      'clear',
    ],
    [
      'a sister is not bound either',
      between('StudioTv', 'prohibit(scope=film, affiliates=yes)', 'StudioToys', 'Onda', licence),
      'clear',
    ],
  ]);

  it('is whoever deals in the other clause', () => {
    expect(findingOf(bound('prohibit(scope=film, affiliates=yes)')).boundParty).toBe('StudioTv');
  });

  it('decides where the clause is silent', () => {
    const { decidingFacts } = findingOf(bound('prohibit(scope=film)'));
    expect(decidingFacts?.map(({ kind }) => kind)).toEqual(['affiliates']);
  });
});

describe('the holder', () => {
  const holder = (x: string) => between('Studio', x, 'Studio', 'VistaFrance', 'license(scope=film, affiliates=no)');
  judges([
    ['with its affiliates', holder('exclusive(scope=film, affiliates=yes)'), 'clear'],
    ['without them', holder('exclusive(scope=film, affiliates=no)'), 'conflict'],
    ['silence leaves it open', holder('exclusive(scope=film)'), 'depends'],
    ['all but this one', holder('exclusive(scope=film, affiliates = all except VistaFrance)'), 'conflict'],
    ['named as a partner, with affiliates', holder('exclusive(with=Vista, affiliates=yes)'), 'clear'],
    ['named as a partner, without', holder('exclusive(with=Vista, affiliates=no)'), 'conflict'],
  ]);
});

describe('the grantee', () => {
  const grantee = (y: string) =>
    between('Studio', 'prohibit(scope=film, with=OndaPortugal, affiliates=no)', 'Studio', 'Onda', y);
  judges([
    ['with its affiliates', grantee('license(scope=film, affiliates=yes)'), 'conflict'],
    ['without them', grantee('license(scope=film, affiliates=no)'), 'clear'],
    ['silence leaves it open', grantee('license(scope=film)'), 'depends'],
    ['all but this one', grantee('license(scope=film, affiliates = all except OndaPortugal)'), 'clear'],
  ]);
});

describe('with whom', () => {
  const partner = (x: string) => between('Studio', x, 'Studio', 'OndaPortugal', 'license(scope=film, affiliates=no)');
  judges([
    ['with affiliates', partner('noncompete(with=Onda, affiliates=yes)'), 'conflict'],
    ['without them', partner('noncompete(with=Onda, affiliates=no)'), 'clear'],
    ['silence leaves it open', partner('noncompete(with=Onda)'), 'depends'],
    ['an exception with affiliates', partner('prohibit(affiliates=yes) except (with=Onda)'), 'clear'],
    ['an exception without them', partner('prohibit(affiliates=no) except (with=Onda)'), 'conflict'],
    ['an exception where the clause is silent', partner('prohibit(scope=film) except (with=Onda)'), 'depends'],
    [
      'is decided once for a clause and its exceptions',
      partner('prohibit(with=[Onda, Rex]) except (with=Onda)'),
      'clear',
    ],
  ]);
});

describe('whoever a consent lets in', () => {
  const consented = (consent: string) =>
    between('Studio', `prohibit(affiliates=no) ${consent}`, 'Studio', 'OndaPortugal', 'license(affiliates=no)');
  judges([
    ['with affiliates', consented('consent(by=Vista, with=Onda, affiliates=yes)'), 'clear'],
    ['without them', consented('consent(by=Vista, with=Onda, affiliates=no)'), 'conflict'],
    ['silence leaves it open', consented('consent(by=Vista, with=Onda)'), 'depends'],
  ]);
});

describe('the party that a message says is let do it', () => {
  const said = (to: string, y: string) =>
    findingOf(between('Studio', 'exclusive(scope=film, affiliates=no)', 'Studio', to, y)).message;

  it('is the affiliate that alone goes too far', () => {
    expect(said('Vista', 'license(scope=film, affiliates=yes)')).toBe(
      '`y` lets VistaFrance do what `x` reserves for Vista',
    );
  });

  it('is the party that the clause names, where that goes too far itself', () => {
    expect(said('Onda', 'license(scope=film, affiliates=yes)')).toBe('`y` lets Onda do what `x` reserves for Vista');
    expect(said('[Vista, Onda]', 'license(scope=film, affiliates=yes)')).toBe(
      '`y` lets Vista or Onda do what `x` reserves for Vista',
    );
  });
});

describe('what is let to an affiliate', () => {
  const received = (x: string) => between('Studio', x, 'Rex', 'StudioTv', 'license(scope=film, affiliates=no)');
  judges([
    ['of a party that is bound with its affiliates', received('noncompete(scope=film, affiliates=yes)'), 'depends'],
    ['of a party that is bound alone', received('noncompete(scope=film, affiliates=no)'), 'clear'],
    [
      'through its parent',
      between('StudioTv', 'noncompete(affiliates=no)', 'Rex', 'Studio', 'license(scope=film, affiliates=yes)'),
      'depends',
    ],
  ]);
});

describe('what an affiliate must do', () => {
  judges([
    [
      'against what its parent promised for it',
      between('Studio', 'prohibit(affiliates=yes)', 'StudioTv', 'Onda', 'purchase(affiliates=no)'),
      'conflict',
    ],
  ]);
});

describe('since when', () => {
  const joined = `${FAMILIES}\nparty StudioWeb under Studio from 2028-01-01`;
  const web = (x: string) => between('Studio', x, 'StudioWeb', 'Onda', 'license(scope=film, affiliates=no)', joined);
  judges([
    ['before it joined', web('prohibit(affiliates=yes, until=2027-12-31)'), 'clear'],
    ['from the day on which it joined', web('prohibit(affiliates=yes, until=2028-01-01)'), 'conflict'],
    ['after it joined', web('prohibit(affiliates=yes)'), 'conflict'],
  ]);

  it('limits the window', () => {
    const { window, witness } = findingOf(web('prohibit(affiliates=yes)'));
    expect(window?.from).toBe('2028-01-01');
    expect(witness?.date).toBe('2028-01-01');
  });
});

describe('groups', () => {
  const GROUP = 'party Majors\nparty Ute in Majors\nparty UteKids under Ute\n';
  const group = (x: string, to: string) => between('Studio', x, 'Studio', to, 'license(affiliates=no)', GROUP);
  judges([
    ['a member is a member', group('noncompete(with=Majors)', 'Ute'), 'conflict'],
    ['whatever is said of affiliates', group('noncompete(with=Majors, affiliates=no)', 'Ute'), 'conflict'],
    ['an exception for a group lets its members in', group('exclusive() except (with=Majors)', 'Ute'), 'clear'],
    ['somebody else is none', group('noncompete(with=Majors)', 'Onda'), 'clear'],
  ]);
});

describe('where nobody is controlled by anybody', () => {
  judges([
    [
      'silence on affiliates decides nothing',
      between('Studio', 'prohibit()', 'Studio', 'Onda', 'license()', ''),
      'conflict',
    ],
  ]);
});
