/** Small portfolios in which something collides, each for one thing that a resolution has to mind. */
const CAST = `party Studio, Vista, Onda, Rex
cloud East, West
channel cinema, television
scope works
scope film in works
scope song in works
scope book
`;

/** Studio promises `x` to Vista, in force from 2025 on, and `y` to Onda, in force from 2026 on. */
const sold = (x: string, y: string, more = ''): string => `${CAST}${more}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  ${x}
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  ${y}
}
`;

export const DISPUTES: Readonly<Record<string, string>> = {
  'a country of a continent': sold(
    'x: exclusive_license(scope = film, territory = Europe)',
    'y: license(scope = film, territory = AT)',
  ),
  'some of several countries': sold(
    'x: exclusive_license(scope = film, territory = Europe)',
    'y: license(scope = film, territory = [US, FR, DE])',
  ),
  'a wider grant': sold('x: exclusive_license(scope = film, territory = FR)', 'y: license(scope = works)'),
  'the same in every respect': sold('x: exclusive_license(scope = film)', 'y: license(scope = film)'),
  'another cloud': sold('x: exclusive(cloud = East, scope = works)', 'y: host(cloud = West, scope = film)'),
  'a cloud left open': sold('x: exclusive(cloud = East, scope = works)', 'y: host(scope = film)'),
  'any cloud': sold('x: exclusive(cloud = East, scope = works)', 'y: host(cloud = all, scope = film)'),
  'two exclusive licences': sold('x: exclusive_license(scope = film)', 'y: exclusive_license(scope = works)'),
  'two that overlap in part': sold(
    'x: exclusive_license(scope = film, territory = [FR, DE, AT])',
    'y: exclusive_license(scope = film, territory = [AT, CH])',
  ),
  'a prohibition': sold('x: prohibit(scope = works)', 'y: license(scope = film, channel = cinema)'),
  'a prohibition of dealing with somebody': sold('x: prohibit(with = Onda)', 'y: license(scope = film)'),
  'a duty without a way': sold('x: prohibit(scope = works)', 'y: deliver(scope = film, due = 2027-01-01)'),
  'a duty with a way left': sold('x: prohibit(scope = film)', 'y: commit(scope = works, until = 2027)'),
  'a first refusal': sold('x: rofr(scope = works)', 'y: license(scope = film)'),
  'most favoured terms': sold('x: mfn(scope = works)', 'y: license(scope = film)'),
  'requirements of two': sold('x: requirements(scope = film)', 'y: requirements(scope = film)'),
  'a reading': `${sold('x: exclusive_license(scope = film)', 'y: license(scope = song)')}
reading broad "Songs are films" { scope song in film }

expect disputed between onda.y and vista.x
expect conflict between onda.y and vista.x under broad
`,
  'an expectation': `${sold('x: exclusive_license(scope = film)', 'y: license(scope = film, territory = FR)')}
expect conflict between onda.y and vista.x
`,
  'an exception already there': sold(
    'x: exclusive_license(scope = film) except (territory = CN)',
    'y: license(scope = film, territory = FR)',
  ),
  'exceptions in braces': sold(
    `x: exclusive_license(scope = film) {
    china: except (territory = CN)
  }`,
    'y: license(scope = film, territory = FR)',
  ),
  'a precedence already there': sold(
    'x: exclusive_license(scope = film)',
    `z: exclusive_license(scope = book)
  y: license(scope = works, territory = FR) subject to z`,
  ),
  'no labels': sold('exclusive_license(scope = film)', 'license(scope = film, territory = FR)'),
  'a clause inside another': sold(
    `invest(amount = 1M EUR) {
    x: exclusive_license(scope = film)
    tranche(amount = 1M EUR)
  }`,
    'y: license(scope = film, territory = FR)',
  ),
  'a draft': `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: exclusive_license(scope = film)
}

deal onda (by = Studio, to = Onda, from = 2026-01-01, status = draft) {
  y: license(scope = film, territory = FR)
}
`,
  'an amendment': `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: exclusive_license(scope = film, territory = FR)
}

deal vista_2 (from = 2025-06-01) amends vista {
  x: exclusive_license(scope = film, territory = [FR, BE])
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: license(scope = film, territory = BE)
}
`,
  'several who may object': `${CAST}
deal vista (by = Studio, to = [Vista, Rex], from = 2025-01-01) {
  x: prohibit(scope = film)
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: license(scope = film, territory = FR)
}
`,
  'a mutual promise': `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: prohibit(by = [Studio, Vista], scope = film)
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: license(scope = film, territory = FR)
}
`,
  'a promise of the other side': `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: noncompete(by = Vista, scope = works)
}

deal rex (by = Vista, to = Rex, from = 2026-01-01) {
  y: license(scope = film, territory = FR)
}
`,
  'a header that says where': `${CAST}
deal vista (by = Studio, to = Vista, cloud = East, territory = Europe, from = 2025-01-01) {
  x: exclusive(scope = film)
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: host(scope = film, cloud = West, territory = FR)
}
`,
  'words of a deal': `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  scope product "The Product" in works
  territory area = [FR, BE]
  x: exclusive_license(scope = product, territory = area)
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  scope part in vista.product
  y: license(scope = part, territory = BE)
}
`,
  'a measure': sold(
    'x: exclusive_license(scope = film, screen >= 7)',
    'y: license(scope = film, screen = 5..9)',
    'dimension screen what number "Inches"\n',
  ),
  'a state': sold(
    'x: exclusive_license(scope = film)',
    'y: license(scope = film, territory = FR, while = shortage)',
    'state shortage\n',
  ),
  'days of its own': sold(
    'x: exclusive_license(scope = film, until = 2030)',
    'y: license(scope = film, territory = FR, from = 2027-03-01, until = 2028-02-29)',
  ),
  'an event': sold(
    'x: exclusive_license(scope = film, until = prize)',
    'y: license(scope = film, territory = FR, from = 2027-03-01)',
    'event prize\n',
  ),
  'an event before a day': sold(
    'x: exclusive_license(scope = film, until = 2030)',
    'y: license(scope = film, territory = FR, from = prize)',
    'event prize\n',
  ),
  'an event before another': sold(
    'x: exclusive_license(scope = film, until = premiere)',
    'y: license(scope = film, territory = FR, from = prize)',
    'event prize\nevent premiere\n',
  ),
  'affiliates left open': sold(
    'x: exclusive_license(scope = film)',
    'y: license(to = Vista_France, scope = film)',
    'party Vista_France under Vista\n',
  ),
  'a described class': sold(
    'x: prohibit(scope = rivals)',
    'y: license(scope = film)',
    'scope rivals "What competes with songs" in works distinct from song open\n',
  ),
  'a distributor who leaves open whether the supplier sells': `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: exclusive_distribution(scope = film)
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: deliver(scope = film, territory = FR)
}
`,
  'two clauses of one deal': `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  > [§1] Vista alone may show the film in France.
  x: exclusive_license(scope = film, territory = FR)

  // A slip of the pen.
  y: license(to = Onda, scope = film, territory = Europe) // to Onda
}
`,
  'clauses laid out over lines': `${CAST}
// The first.
deal vista "An agreement with a title that is long enough" (by = Studio, to = Vista, from = 2025-01-01) {
  // What Vista has.
  x: exclusive_license(
    scope = film,
    // All of it.
    territory = [AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT],
    channel = [cinema, television],
  )
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: license(scope = film, channel = television, territory = [AT, CH], until = 2031-12-31)
}
`,
  'clauses laid out by hand': `${CAST}
deal vista (by=Studio, to=Vista, from=2025-01-01) { x: exclusive_license(scope=film) }
deal onda (by=Studio, to=Onda, from=2026-01-01) { y:   license( scope = film , territory=FR ) }
`,
  'names in another script': `party 工作室, 甲方, 乙方
scope 影片
scope 预告片 in 影片
channel 影院, 电视

deal 甲 (by = 工作室, to = 甲方, from = 2025-01-01) {
  独家: exclusive_license(scope = 影片, channel = 影院)
}

deal 乙 (by = 工作室, to = 乙方, from = 2026-01-01) {
  // 🎬
  许可: license(scope = 预告片, channel = [影院, 电视])
}
`,
};

/** A portfolio of several files, of which one is broken elsewhere. */
export const BROKEN: Readonly<Record<string, string>> = {
  'terms.deal': `${CAST}\nscope`,
  'vista.deal': `deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  broken: license(scope = = film
  x: exclusive_license(scope = film)
}
`,
  'onda.deal': `deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: license(scope = film, territory = FR)
}
}`,
};
