import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/editor/hover.ts';
import type { Analysis, CheckOptions } from '../../server/src/portfolio/check.ts';
import { openLivePortfolio } from '../../server/src/portfolio/live-portfolio.ts';
import { type Marked, marked, textAt, withCrlf } from './marked.ts';

const CAST = `
party Studio "Studio Ltd", Vista, Rex
cloud East "East Cloud" by Rex
scope works
// What the cinema shows.
scope film "The Film" in works
scope song in works
channel cinema
channel stream
event IPO "the listing"
`;

/** What stands at `$0`. */
function at(input: string | Readonly<Record<string, string>>, options: Partial<CheckOptions> = {}): string {
  const { analysis, path, offset } = marked(input, options);
  return hover(analysis, path, offset)?.markdown ?? '';
}

const linkTo = (file: string, { start }: { start: number }): string => `file:///p/${file}#${start}`;
const linked = ({ analysis, path, offset }: Marked): string => hover(analysis, path, offset, linkTo)?.markdown ?? '';

const deal = (clauses: string, header = 'from = 2025-01-01'): string =>
  `${CAST}deal d "Master deal" (by = Studio, to = Vista, ${header}) {\n${clauses}\n}\n`;

describe('who that is said by a number', () => {
  const tiers = (clause: string): string =>
    at(`${CAST}dimension tier who number "Tier of the dealer"\ndeal d (by = Studio, to = Vista) { ${clause} }`);

  it('is told in words of ranges', () => {
    expect(tiers('$0x: license(scope = film, tier = [1, 4..6])')).toContain('tier 1 or 4 to 6');
    expect(tiers('$0x: exclusive(scope = film, tier >= 3)')).toContain('on any tier but 3 or more');
  });

  it('has no terms', () => {
    expect(tiers('x: license($0tier = 3)')).toContain('Its values are ranges of numbers.');
  });
});

describe('a clause', () => {
  const one = deal(
    '  > [§2] Vista may show the Film.\n  $0x: license(scope = film, territory = FR)',
    'from = 2025-01-01, source = "t.md"',
  );

  it('is told as a sentence, below its name, kind and deal', () => {
    const text = at(one);
    expect(text).toMatch(/^\*\*`x`\*\* · license · `d` Master deal\n\nStudio Ltd \(Studio\) grants Vista a licence/);
  });

  it('covers its label', () => {
    const { analysis, path, offset, text } = marked(one);
    expect(textAt(text, hover(analysis, path, offset)!.span)).toBe('x');
  });

  it('shows its quote with the locator, and that it is verified in its source', () => {
    const readSource = () => '## §2\n\nVista may show the Film.\n';
    expect(at(one, { readSource })).toContain('> Vista may show the Film.\n>\n> — §2, verified in `t.md`');
  });

  it('says what is wrong with a quote that is not in the source', () => {
    const text = at(one, { readSource: () => '## §2\n\nVista may not show the Film.\n' });
    expect(text).toContain('> — §2, **not verified**: ');
    expect(text).not.toContain('— §2, verified');
  });

  for (const [why, text, options] of [
    ['no source is named', deal('  > A\n  $0x: license(scope = film)'), {}],
    ['no source can be read', one, {}],
    ['the source is not to be had', one, { readSource: () => ({ unavailable: 'no such file' }) }],
    ['the rule is off', one, { readSource: () => 'other', rules: { 'quote-not-found': 'off' } }],
    [
      'the rule is silenced',
      deal('  // deal-ignore quote-not-found: a scan\n  > A\n  $0x: license(scope = film)', 'source = "t.md"'),
      { readSource: () => 'other' },
    ],
  ] as const) {
    it(`never calls a quote verified where ${why}`, () => {
      expect(at(text, options)).toMatch(/— (?:§2, )?(?:not verified|\*\*not verified\*\*): /);
      expect(at(text, options)).not.toMatch(/— (?:§2, )?verified/);
    });
  }

  it('says that nothing ties it to a contract where it has no quote', () => {
    expect(at(deal('  $0x: license(scope = film)'))).toContain('Without a quote');
  });

  it('shows the passages of its exceptions too', () => {
    const text = at(deal('  $0x: license(scope = film) {\n    > Not in France.\n    fr: except (territory = FR)\n  }'));
    expect(text).toContain('Exception `fr`:\n\n> Not in France.');
  });

  it('is also told at its kind where it has no label', () => {
    expect(at(deal('  $0license(scope = film)'))).toMatch(/^license · `d` Master deal/);
  });

  it('is also told where another line names it', () => {
    expect(at(deal('  x: license(scope = film)\n  song_too: license(scope = song) subject to $0x'))).toMatch(
      /^\*\*`x`\*\*/,
    );
  });

  it('is told of the second of two with one label as of itself', () => {
    expect(at(deal('  x: license(scope = film)\n  $0x: license(scope = song)'))).toContain('exploit song');
  });
});

describe('when a clause is in force', () => {
  it('says what it has from its deal', () => {
    const text = at(deal('  $0x: license(scope = film)', 'from = 2025-01-01, until = 2028'));
    expect(text).toContain('In force from 1 January 2025, through 31 December 2028 (as its deal).');
  });

  it('says what it says itself, and what nobody says', () => {
    expect(at(deal('  $0x: license(scope = film, from = 2026-06-01)'))).toContain(
      'In force from 1 June 2026, with no stated end. Not yet in force on 30 April 2026, the day of this check.',
    );
    expect(at(`${CAST}deal d (by = Studio, to = Vista) { $0x: license(scope = film, until = perpetual) }`)).toContain(
      'In force with no stated start, in perpetuity.',
    );
  });

  it('says that it is over', () => {
    expect(at(deal('  $0x: license(scope = film, until = 2025)'))).toContain(
      'through 31 December 2025. Over by 30 April 2026, the day of this check.',
    );
  });

  it('keeps the words of an end that nobody knows the day of', () => {
    expect(at(deal('  $0x: license(scope = film, until = IPO + 12 months)'))).toContain('until 12 months after IPO.');
  });

  it('names what it has from the clause around it', () => {
    expect(at(deal('  a: license(scope = film, until = 2026) {\n  $0x: deliver(scope = film) }'))).toContain(
      'through 31 December 2026 (as `a`)',
    );
  });

  it('says that it is never in force', () => {
    expect(at(deal('  $0x: license(scope = film, from = 2026, until = 2025)'))).toContain(
      'In force on no day: it ends before it starts.',
    );
  });

  const amended = (cursor: 'old' | 'new'): string =>
    `${deal(`  ${cursor === 'old' ? '$0' : ''}x: license(scope = film)`, 'from = 2024-01-01, until = 2028')}
deal e (from = 2025-07-01) amends d { ${cursor === 'new' ? '$0' : ''}x: license(scope = song) }\n`;

  it('says that an amendment with a rival from the same day does not count', () => {
    const rivals = (cursor: 'old' | 'new'): string =>
      `${amended(cursor)}deal f (from = 2025-07-01) amends d { x: license(scope = works) }\n`;
    expect(at(rivals('new'))).toContain(
      'In force on no day: `f.x` would replace the same clause from the same day, and of such amendments none counts.',
    );
    expect(at(rivals('new'))).not.toContain('Takes the place');
    expect(at(rivals('old'))).toContain('through 31 December 2028 (as its deal).');
    expect(at(rivals('old'))).not.toContain('Replaced by');
  });

  it('says in which worlds an amendment replaces it of which nobody knows whether it is the later', () => {
    const open = `${amended('new').replace('2025-07-01', 'IPO')}deal f (from = 2027-01-01) amends d { x: license(scope = works) }\n`;
    expect(at(open)).toContain(
      'until the end of 31 December 2026 if IPO comes no later than 1 January 2027 or the end of 31 December 2028, whichever is earlier.',
    );
    expect(at(open)).toContain(
      'Replaced by `f.x` from 1 January 2027, if that is later. Takes the place of `d.x`. Takes the place of `f.x`, if it starts later.',
    );
  });

  it('says which amendment replaces it', () => {
    expect(at(amended('old'))).toContain(
      'In force from 1 January 2024 (as its deal), through 30 June 2025. Over by 30 April 2026, the day of this check. Replaced by `e.x` from 1 July 2025.',
    );
  });

  it('says what it replaces, and whose end it has', () => {
    expect(at(amended('new'))).toContain(
      'In force from 1 July 2025 (as its deal), through 31 December 2028 (as `d`, which its deal amends). Takes the place of `d.x`.',
    );
  });

  it('says which deal ends it, unless it is over by then', () => {
    const ended = (until: string) =>
      at(
        `${deal(`  $0x: license(scope = film${until})`)}deal e (by = Studio, to = Vista, from = 2026-02-01) terminates d {}\n`,
      );
    expect(ended('')).toContain(
      'through 31 January 2026. Over by 30 April 2026, the day of this check. Ended by `e` from 1 February 2026.',
    );
    expect(ended(', until = 2025-06')).not.toContain('Ended by');
  });

  it('says that a draft is one, and that an unsigned deal does not count yet', () => {
    expect(at(deal('  $0x: license(scope = film)', 'status = draft'))).toContain(
      'A draft: judged as if it were signed.',
    );
    expect(at(deal('  $0x: license(scope = film)', 'signed = 2026-12-01'))).toContain(
      'Its deal is signed on 1 December 2026, after 30 April 2026, the day of this check: it does not count yet.',
    );
  });

  it('is not asked of a fact', () => {
    const text = at(deal('  $0x: document(title = "A")'));
    expect(text).toContain('A fact that is recorded: it is not compared with other clauses.');
    expect(text).not.toContain('In force');
  });
});

describe('clauses that a clause meets', () => {
  const clash = deal(
    '  > Vista alone in France.\n  $0x: exclusive(to = Vista, scope = film, channel = cinema, territory = FR)',
  );
  const other = (body: string, name = 'o'): string =>
    `deal ${name} (by = Studio, to = Rex, from = 2026-01-01) { ${body} }\n`;

  it('are shown with verdict, name, days and passage', () => {
    const text = at(
      `${clash}${other('\n  > Rex may show it in France.\n  y: license(scope = film, channel = cinema, territory = FR)\n')}`,
    );
    expect(text).toContain(
      '- **Conflict** with `o.y`: `y` lets Rex do what `x` reserves for Vista; from 1 January 2026 on.\n  > Rex may show it in France.',
    );
  });

  it('are links where somebody knows the way', () => {
    const input = marked(`${clash}${other('y: license(scope = film, channel = cinema, territory = FR)')}`);
    const start = input.text.indexOf('y: license');
    expect(linked(input)).toContain(`[\`o.y\`](<file:///p/portfolio.deal#${start}>)`);
  });

  it('say who reads them how', () => {
    const reading =
      'reading rex "All is one" { channel stream in cinema }\nreading vista { channel stream distinct from cinema }\n';
    const text = at(`${clash}${other('y: license(scope = film, channel = stream, territory = FR)')}${reading}`);
    expect(text).toContain('- **Disputed** with `o.y`: ');
    expect(text).toContain('; a conflict as rex reads it, none as written or as vista reads it; ');
    expect(text).toContain(
      '- As `rex` reads it: `stream` belongs to `cinema`, so that the clause covers `stream` too.',
    );
    expect(text).toContain('- As `vista` reads it: `stream` and `cinema` share nothing.');
  });

  it('name the fact that decides', () => {
    const text = at(`${clash}${other('y: license(scope = film, channel = cinema, territory = FR, from = IPO)')}`);
    expect(text).toContain(
      '- **Depends**, with `o.y`: `y` lets Rex do what `x` reserves for Vista; only if IPO happens; ',
    );
  });

  it('keep near misses apart', () => {
    const text = at(
      `${CAST}deal d (by = Studio, to = Vista, from = 2025) { $0x: exclusive(to = Vista, scope = film) }\n${other('y: license(scope = song)')}`,
    );
    expect(text).not.toContain('Together with other clauses');
    expect(text).toContain(
      'Near misses, clear as the words stand:\n\n- With `o.y`: `y` and `x` would collide if `song` and `film` shared anything.',
    );
  });

  it('are five at the most, the worst first, and the others are counted', () => {
    const others = Array.from({ length: 8 }, (_, index) =>
      other(
        `y: license(scope = film, channel = cinema, territory = FR${index === 7 ? '' : ', from = IPO'})`,
        `o${index}`,
      ),
    );
    const text = at(`${clash}${others.join('')}`);
    expect(text.match(/^- \*\*/gm)).toHaveLength(5);
    expect(text).toMatch(/Together with other clauses:\n\n- \*\*Conflict\*\* with `o7\.y`/);
    expect(text).toContain('\n- and 3 more');
  });

  it('say so when what was found is silenced', () => {
    const text = at(
      `${clash}${other('\n  // deal-ignore exclusive-overlap: agreed by letter\n  y: license(scope = film, channel = cinema, territory = FR)\n')}`,
    );
    expect(text).toContain('**Conflict** with `o.y` _(not reported: silenced)_: ');
  });

  it('say that an overlap is past', () => {
    const text = at(`${clash}${other('y: license(scope = film, channel = cinema, territory = FR, until = 2026-02)')}`);
    expect(text).toContain('from 1 January 2026 through 28 February 2026, which is past.');
  });

  it('are none, and that is said', () => {
    expect(at(clash)).toContain('No collision with another clause was found.');
  });
});

describe('a term', () => {
  it('shows title, comment, its place in the tree and how many clauses use it', () => {
    const text = at(`${deal('  x: license(scope = film)\n  y: host(scope = [film, song])')}scope trailer in $0film\n`);
    expect(text).toBe(
      [
        '**`film`** · scope · The Film',
        'What the cinema shows.',
        '- in `works`\n- holds `trailer`',
        '2 clauses use it, by naming it or through their deal.',
      ].join('\n\n'),
    );
  });

  it('lists twelve children at the most', () => {
    const many = Array.from({ length: 15 }, (_, index) => `scope part${index} in song\n`).join('');
    const text = at(`${CAST}${many}deal d (by = Studio, to = Vista) { license(scope = $0song) }\n`);
    expect(text.match(/`part\d+`/g)).toHaveLength(12);
    expect(text).toContain(', and 3 more');
  });

  it('shows relations from either side', () => {
    const terms = 'scope a overlaps b\nscope b distinct from c\nscope c open\nterritory south = [FR, ES]\n';
    expect(at(`${terms}scope x in $0b`)).toMatch(/- shares something with `a`\n- shares nothing with `c`/);
    expect(at(`${terms}scope x in $0c`)).toMatch(/- shares nothing with `b`\n- a described class/);
    expect(at(`${terms}territory x = [$0south]`)).toContain('- exactly `FR` (France), `ES` (Spain)');
    expect(at(`${terms}territory x = [$0FR]`)).toContain('- part of `south`, `x`');
  });

  it('shows who controls a party and what it runs', () => {
    const text = 'party Amazon\nparty AWS under $0Amazon from 2006-03-14\ncloud Bedrock by AWS\n';
    expect(at(text)).toContain('- controls `AWS`');
    expect(at(text.replace('$0', '').replace('by AWS', 'by $0AWS'))).toContain(
      '- controlled by `Amazon` since 14 March 2006, and so its affiliate\n- runs `Bedrock`',
    );
  });

  it('shows what is known of an event, and the scenario', () => {
    const events = 'event a before 2027\nevent b occurred 2025-05-03\nevent c after a presumed no\n';
    expect(at(`${events}event x after $0a`)).toContain('- happens before 1 January 2027\n- its day is not known');
    expect(at(`${events}event x after $0b`)).toContain('- happened on 3 May 2025');
    expect(at(`${events}event x after $0c`)).toContain(
      '- happens only after `a`, on a later day\n- presumed never to happen',
    );
    expect(at(`${events}event x after $0c`, { assume: { c: 'never' } })).toContain('- assumed here never to happen');
  });

  it('shows what readings make of it', () => {
    expect(at(`${CAST}reading rex { scope $0song in film }\n`)).toContain(
      'Readings:\n\n- As `rex` reads it: `song` belongs to `film`.',
    );
  });

  it('counts the clauses that an event or a header brings it into', () => {
    const text = `${CAST}deal d (by = Studio, to = Vista, until = IPO, cloud = East) { host(scope = song) license(scope = song) }\n`;
    expect(at(text.replace('until = IPO', 'until = $0IPO'))).toContain('2 clauses use it');
    expect(at(text.replace('cloud = East', 'cloud = $0East'))).toContain('2 clauses use it');
    expect(at(text.replace('cloud East', 'cloud $0East'))).toContain('run by `Rex`');
  });

  it('of a deal itself goes by its full name', () => {
    expect(at(deal('  scope product in film\n  license(scope = $0product)'))).toMatch(/^\*\*`d\.product`\*\* · scope/);
  });

  it('is a dimension where the dimension is named', () => {
    expect(at(deal('  license($0scope = film)'))).toMatch(
      /^\*\*`scope`\*\* · dimension, asks what\n\n.*\n\n3 scope terms in this portfolio\.$/,
    );
    expect(at('dimension screen what number "inches"\n$0screen x\n')).toContain('Its values are ranges of numbers.');
  });
});

describe('a kind', () => {
  it('shows what it means, does and takes', () => {
    const text = at(deal('  x: $0exclusive_distribution(scope = film)'));
    expect(text).toContain('---\n\n**`exclusive_distribution`** · kind of the standard library');
    expect(text).toContain('The distributor is the only one appointed.');
    expect(text).toContain(
      'Effects `permits`, `excludes`: the promisor lets the other side do what the clause describes and lets nobody but the holder do it.',
    );
    expect(text).toContain(
      '| `self` | Whether what the promisor itself does is ruled out too; yes or no | `undecided` |',
    );
    expect(text).toContain('1 clause of this kind.');
  });

  it('is told of the clause first: in full without a label, as its sentence with one', () => {
    expect(at(deal('  x: $0license(scope = film)'))).toMatch(/^Studio Ltd \(Studio\) grants/);
    expect(at(deal('  $0license(scope = film)'))).toContain('In force from');
  });

  it('of the portfolio is told where it is declared', () => {
    const text = at(
      '// A right to perform.\nkind $0performance permits (act: act = use, fee: money = 5 USD, nights: number)\n',
    );
    expect(text).toMatch(/^\*\*`performance`\*\* · kind of this portfolio\n\nA right to perform\./);
    expect(text).toContain(
      '| `nights` | A number | – |\n| `act` | What is done: preset by the kind | `use` |\n| `fee` |',
    );
  });

  it('has parameters with a type, a meaning and a default', () => {
    expect(at(deal('  exclusive(to = Vista, $0self = no)'))).toBe(
      '**`self`** · parameter of `exclusive`\n\nWhether what the promisor itself does is ruled out too; yes or no. Unless written: `yes`.',
    );
  });
});

describe('a deal', () => {
  it('shows its parties, days, state, source and counts', () => {
    const text = at(
      `${CAST}// Signed in Paris.\ndeal $0d "Master deal" (by = Studio, to = Vista, from = 2025, until = 2026, signed = 2024-12-01, renews = 1 year, law = "France", source = "t.md") { license(scope = film) }\n`,
    );
    expect(text).toBe(
      [
        '**`d`** · deal · Master deal',
        'Signed in Paris.',
        [
          '- by Studio Ltd (Studio), to Vista',
          '- from 1 January 2025 through 31 December 2026',
          '- may be renewed, 1 year at a time',
          '- signed on 1 December 2024',
          '- law: France',
          '- source: `t.md`',
        ].join('\n'),
        '1 clause; no findings.',
      ].join('\n\n'),
    );
  });

  it('shows what it changes, and what changed it', () => {
    const deals = `${deal('')}deal e (from = 2026) amends d {}\ndeal f (by = Studio, to = Vista, from = 2027) supersedes d {}\n`;
    expect(at(deals.replace('deal d', 'deal $0d'))).toContain('- amended by `e`\n- ended by `f`');
    expect(at(deals.replace('deal e', 'deal $0e'))).toContain('- amends `d`');
    expect(at(deals.replace('supersedes d', 'supersedes $0d'))).toContain('**`d`** · deal');
  });

  it('counts what was found about its clauses, wherever it is reported', () => {
    const text = `${deal('  x: exclusive(to = Vista, scope = film)').replace('deal d', 'deal $0d')}deal o (by = Studio, to = Rex, from = 2026) { license(scope = film) license(scope = song) }\n`;
    expect(at(text)).toContain('1 clause; 1 error and 1 information.');
  });
});

describe('a reading', () => {
  it('shows what it adds and what follows', () => {
    const text = `${CAST}deal d (by = Studio, to = Vista, from = 2025) { exclusive(to = Vista, scope = film) }
deal o (by = Studio, to = Rex, from = 2026) { license(scope = song) }\nreading $0rex "All is film" { scope song in film }\n`;
    expect(at(text)).toBe(
      [
        '**`rex`** · reading · All is film',
        '- `song` belongs to `film`',
        'As it reads the words, 1 pair of clauses is a conflict; as they are written, no pair of clauses is a conflict.',
      ].join('\n\n'),
    );
  });
});

describe('words of the language', () => {
  for (const [text, word, meaning] of [
    [deal('  license($0until = 2026)'), 'until', 'The end.'],
    [deal('  license($0affiliates = no)'), 'affiliates', 'Silence leaves it open'],
    [deal('  a: license()\n  license() $0subject to a'), 'subject', 'yields wherever it meets the other'],
    [deal('  license() $0except (territory = FR)'), 'except', 'Cuts a region out of the clause'],
    [deal('  license(until = $0earlier of [IPO, 2030])'), 'earlier', 'Until the listing'],
    [deal('  license(scope = $0all)'), 'all', 'This is not silence'],
    ['scope a $0distinct from b', 'distinct', 'agreed to share nothing'],
    ['scope a $0open', 'open', 'described class'],
    ['party A $0under B', 'under', 'an affiliate'],
    ['kind x $0waives ()', 'waives', 'gives up what it could object to'],
    ['kind x permits (fee: $0money)', 'money', 'An amount, such as 250B USD'],
    ['dimension x $0where', 'where', 'Asks where'],
    ['expect $0disputed between a.b and c.d', 'disputed', 'under some readings'],
    ['$0deal x (by = A) {}', 'deal', 'who promised what to whom'],
    ['deal x (by = A) $0terminates y {}', 'terminates', 'ends where this deal starts'],
    ['event x $0presumed no', 'presumed', 'Verdicts take it never to be so'],
  ] as const) {
    it(`${word}: ${meaning}`, () => {
      expect(at(text).replace(/[“”]|\\/g, '')).toContain(meaning);
    });
  }
});

describe('values', () => {
  it('of money are written out', () => {
    expect(at(deal('  pay(amount = $0250B USD)'))).toBe('250,000,000,000 USD');
  });

  it('of time say which day they mean', () => {
    expect(at(deal('  license(until = $02030)'))).toBe('Through 31 December 2030.');
    expect(at(deal('  license(from = $02026-03)'))).toBe('From 1 March 2026.');
    expect(at(deal('  license(until = start + $03 years)'))).toBe('Through 31 December 2027.');
    expect(at(deal('  pay(amount = 1 EUR, due = $02026-03)'))).toBe('By 31 March 2026 at the latest.');
  });

  it('that are a country nobody has used yet still have a name', () => {
    expect(at(`${CAST}deal d (by = Studio) { license(territory = $0JP) }`)).toContain('`JP`** · territory · Japan');
  });
});

describe('nothing to say', () => {
  for (const [where, text] of [
    ['a comment', '// so$0me words\nparty A\n'],
    ['white space', 'party A\n\n$0\nparty B\n'],
    ['a title', 'party A "so$0me title"\n'],
    ['an unknown name', deal('  license(scope = $0flim)')],
    ['an unknown kind', deal('  $0licence(scope = film)')],
  ] as const) {
    it(`is said of ${where}`, () => {
      expect(at(text)).toBe('');
    });
  }

  it('is said of a file that is not there', () => {
    const { analysis } = marked('party A\n');
    expect(hover(analysis, 'other.deal', 0)).toBeUndefined();
  });
});

describe('texts of every kind', () => {
  it('may have other line ends', () => {
    const text = deal('  > [§1] Vista may\n  > show it.\n  x: license(\n    scope = film,\n  )').replace(
      '  x:',
      '  $0x:',
    );
    expect(at(withCrlf(text))).toBe(at(text));
    expect(at(text)).toContain('> Vista may show it.');
  });

  it('may be Chinese', () => {
    const text =
      'party 甲方 "甲公司"\nparty 乙方\nscope 软件 "本软件"\ndeal 许可 "许可协议" (by = 甲方, to = 乙方, from = 2026-01-01) {\n  > [§1] 乙方可使用本软件。\n  $0使用: license(scope = 软件)\n}\n';
    expect(at(text)).toMatch(/^\*\*`使用`\*\* · license · `许可` 许可协议\n\n甲公司 \(甲方\) grants 乙方 a licence/);
    expect(at(text)).toContain('> 乙方可使用本软件。');
    expect(at(text.replace('$0', '').replace('scope 软件', 'scope $0软件'))).toContain('**`软件`** · scope · 本软件');
  });

  it('may be broken: the clause is told as far as it can be', () => {
    const text = at(deal('  $0x: license(scope = film, territory = Atlantis'));
    expect(text).toContain('As far as it can be read: ');
    expect(text).toContain('There is an error in it or in the header of its deal: it is not judged.');
    expect(text).not.toContain('In force');
  });
});

describe('a portfolio that is edited', () => {
  it('is told as it is now, as if it had been opened so', () => {
    const other = (clause: string) => `deal o (by = Studio, to = Rex, from = 2026) { y: ${clause} }\n`;
    const files = {
      'a.deal': deal('  x: exclusive(to = Vista, scope = film)'),
      'o.deal': other('license(scope = book)'),
    };
    const live = openLivePortfolio(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      { asOf: '2026-04-30' },
    );
    const offset = files['a.deal'].indexOf('x: exclusive');
    const shown = () => hover(live.analysis(), 'a.deal', offset)?.markdown;
    expect(shown()).toContain('No collision with another clause was found.');
    live.update([{ path: 'o.deal', text: other('license(scope = film)') }]);
    expect(shown()).toContain('**Conflict** with `o.y`');
    const fresh = marked({ 'a.deal': files['a.deal'], 'o.deal': other('license(scope = film)') });
    expect(shown()).toBe(hover(fresh.analysis, 'a.deal', offset)?.markdown);
    live.update([{ path: 'o.deal' }]);
    expect(shown()).toContain('No collision with another clause was found.');
  });
});

describe('a large portfolio', () => {
  it('is looked through once, however often somebody asks', () => {
    const clauses = Array.from({ length: 300 }, (_, index) => `  c${index}: license(scope = film, territory = FR)`);
    const { analysis, path, text } = marked(
      `${deal(clauses.join('\n'))}deal o (by = Studio, to = Rex, from = 2025) { all: exclusive(to = Rex, scope = film) }\n`,
    );
    const looked = { pairs: 0, findings: 0 };
    const counting = <T>(name: 'pairs' | 'findings', items: readonly T[]): readonly T[] =>
      new Proxy(items, {
        get: (target, key) => {
          if (key === '0') looked[name]++;
          return Reflect.get(target, key);
        },
      });
    const watched: Analysis = {
      ...analysis,
      pairs: counting('pairs', analysis.pairs),
      findings: counting('findings', analysis.findings),
    };
    const ask = (label: string) => hover(watched, path, text.indexOf(`  ${label}:`) + 2)?.markdown;
    expect(ask('c0')).toContain('**Conflict** with `o.all`');
    const once = { ...looked };
    expect(once.pairs).toBeGreaterThan(0);
    for (let index = 1; index < 300; index++) expect(ask(`c${index}`)).toContain('**Conflict** with `o.all`');
    expect(looked).toEqual(once);
  });
});
