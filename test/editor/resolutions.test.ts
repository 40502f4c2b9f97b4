import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PairVerdict } from '../../server/src/conflicts/pair.ts';
import { type CodeAction, codeActions } from '../../server/src/editor/code-actions.ts';
import { type Analysis, analyse, type CheckOptions } from '../../server/src/portfolio/check.ts';
import { openLivePortfolio } from '../../server/src/portfolio/live-portfolio.ts';
import { format } from '../../server/src/syntax/format.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { childrenOf, endOf, startOf } from '../../server/src/syntax/tree.ts';
import { BROKEN, DISPUTES } from './disputes.ts';
import { editedFiles, marked, ONLY_FILE, withCrlf } from './marked.ts';

type Files = Readonly<Record<string, string>>;

const analysed = (files: Files, options: CheckOptions): Analysis =>
  analyse(
    Object.keys(files)
      .sort()
      .map((path) => ({ path, tree: parse(files[path]) })),
    options,
  );

/** What is offered about a pair with the cursor in one of its clauses. */
function offered(analysis: Analysis, pair: PairVerdict, from: 'deal' | 'restraint'): CodeAction[] {
  const { deal, span } = pair[from];
  return codeActions(analysis, deal.file, span).filter(
    ({ finding, title }) =>
      finding?.clauses[0]?.name === pair.deal.name &&
      finding.clauses[1]?.name === pair.restraint.name &&
      !title.startsWith('Silence'),
  );
}

const named = ({ model }: Analysis, name: string) => model.clauses.find((clause) => clause.name === name);

/** The verdict of a pair once an action is taken. A clause that got a label is the first of its kind. */
function verdictAfter(after: Analysis, pair: PairVerdict): string {
  const [a, b] = [pair.deal, pair.restraint].map(
    ({ name, kind, deal }) =>
      named(after, name) ?? after.model.dealsByName.get(deal.name)?.clauses.find((one) => one.kind.name === kind.name),
  );
  if (!a || !b) return 'a clause is gone';
  return after.docket.isBroken(a) || after.docket.isBroken(b) ? 'broken' : after.docket.between(a, b).verdict;
}

const promisedVerdict = (title: string): string => {
  if (/: clears the /.test(title)) return 'clear';
  if (/ leaves a near miss/.test(title)) return 'near miss';
  if (/ leaves a conflict that depends/.test(title)) return 'depends';
  if (/ leaves a dispute/.test(title)) return 'disputed';
  throw new Error(`the title does not say what it does: ${title}`);
};

const errorsOf = ({ findings }: Analysis): string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, clauses, message }) =>
      clauses.length > 0
        ? `${rule} ${clauses.map(({ name }) => name.replace(/\..*/, '')).join()}`
        : `${rule} ${message}`,
    );

/** The errors that were not there before, each as often as it is new. */
function newErrors(before: Analysis, after: Analysis): string[] {
  const left = errorsOf(before);
  return errorsOf(after).filter((error) => {
    const at = left.indexOf(error);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The declarations of a file, as text. */
const declarations = (text: string): string[] => {
  const tree = parse(text);
  return childrenOf(tree, 0).map((node) => text.slice(startOf(tree, node), endOf(tree, node)));
};

const isLaidOut = (declaration: string): boolean => {
  const text = declaration.replaceAll('\r\n', '\n');
  return format(text) === `${text}\n`;
};

/** Takes an action and looks at everything that its title and the editor rely on. */
function tryOut(files: Files, before: Analysis, options: CheckOptions, pair: PairVerdict, action: CodeAction): void {
  const { title, edits = [], creates = [] } = action;
  expect(edits.length, title).toBeGreaterThan(0);
  expect(creates, title).toEqual([]);
  const changed = editedFiles(files, edits);
  const after = analysed(changed, options);
  expect(verdictAfter(after, pair), title).toBe(promisedVerdict(title));
  expect(newErrors(before, after), title).toEqual([]);
  const touched = new Set(edits.map(({ file }) => file));
  for (const [path, text] of Object.entries(changed)) {
    if (!touched.has(path)) expect(text).toBe(files[path]);
    const [old, now] = [declarations(files[path]), declarations(text)];
    expect(now, title).toHaveLength(old.length);
    now.forEach((declaration, index) => {
      if (isLaidOut(old[index])) expect(isLaidOut(declaration), `${title}\n${declaration}`).toBe(true);
    });
    expect(/\r\n/.test(text) && /[^\r]\n/.test(text), `${title}: mixed line ends`).toBe(
      /\r\n/.test(files[path]) && /[^\r]\n/.test(files[path]),
    );
  }
}

function tryAll(files: Files, options: CheckOptions): number {
  const before = analysed(files, options);
  let count = 0;
  for (const pair of before.pairs) {
    for (const from of ['deal', 'restraint'] as const) {
      const actions = offered(before, pair, from);
      if (pair.verdict === 'conflict' || pair.verdict === 'disputed') {
        expect(
          actions.some(({ title }) => /: clears the /.test(title)),
          `${pair.deal.name} and ${pair.restraint.name}: ${actions.map(({ title }) => title).join('\n')}`,
        ).toBe(true);
      }
      if (from === 'restraint') continue;
      for (const action of actions) tryOut(files, before, options, pair, action);
      count += actions.length;
    }
  }
  return count;
}

const AS_OF = { asOf: '2026-04-30' };

describe('every resolution offered does what it says, and nothing else', () => {
  it('tries more than 25 portfolios', () => {
    expect(Object.keys(DISPUTES).length).toBeGreaterThan(30);
  });

  it.each(Object.entries(DISPUTES))('%s', (_, text) => {
    expect(tryAll({ [ONLY_FILE]: text }, AS_OF)).toBeGreaterThan(0);
  });

  it.each(Object.entries(DISPUTES).slice(0, 12))('%s, with CRLF', (_, text) => {
    expect(tryAll({ [ONLY_FILE]: withCrlf(text) }, AS_OF)).toBeGreaterThan(0);
  });

  it('in files that are broken elsewhere', () => {
    expect(tryAll(BROKEN, AS_OF)).toBeGreaterThan(0);
  });
});

describe('the examples', () => {
  const folder = new URL('../../examples/', import.meta.url);
  const read = (name: string): Files =>
    Object.fromEntries(
      readdirSync(new URL(`${name}/`, folder))
        .filter((path) => path.endsWith('.deal'))
        .map((path) => [path, readFileSync(new URL(`${name}/${path}`, folder), 'utf8')]),
    );

  it.each([
    ['ai-cloud', '2026-03-18'],
    ['ai-cloud', '2026-06-01'],
    ['film', '2026-05-01'],
    ['software', '2026-01-01'],
  ])('%s as of %s', (name, asOf) => {
    expect(tryAll(read(name), { asOf })).toBeGreaterThan(3);
  });

  it('suggest for the dispute of the article what its parties might', () => {
    const files = read('ai-cloud');
    const analysis = analysed(files, { asOf: '2026-03-18' });
    const [pair] = analysis.pairs;
    expect(offered(analysis, pair, 'restraint').map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Except stateful_runtime on Bedrock from `azure_api`: clears the dispute with `amazon_2026_02.runtime`, and changes 2 expectations to match',
        'Record a consent of Microsoft to stateful_runtime on Bedrock, under `azure_api`: clears the dispute with `amazon_2026_02.runtime`, and changes 2 expectations to match',
      ]),
    );
  });
});

describe('the smallest resolution', () => {
  const titles = (text: string, from: 'deal' | 'restraint' = 'restraint'): string[] => {
    const { analysis } = marked(text);
    return offered(analysis, analysis.pairs[0], from).map(({ title }) => title);
  };
  const textAfter = (text: string, start: string): string => {
    const { analysis, files } = marked(text);
    const action = offered(analysis, analysis.pairs[0], 'restraint').find(({ title }) => title.startsWith(start))!;
    return editedFiles(files, action.edits ?? [])[ONLY_FILE];
  };

  it('lets one more in, for what both share', () => {
    expect(titles(DISPUTES['a country of a continent'])[0]).toBe(
      'Except Onda in AT from `x`: clears the conflict with `onda.y`',
    );
    expect(textAfter(DISPUTES['a country of a continent'], 'Except Onda')).toContain(
      'x: exclusive_license(scope = film, territory = Europe) except (with = Onda, territory = AT)',
    );
  });

  it('takes of a list only what both share', () => {
    expect(textAfter(DISPUTES['some of several countries'], 'Except Onda')).toContain(
      'except (with = Onda, territory = [FR, DE])',
    );
  });

  it('is offered in either clause, where either resolves', () => {
    const found = titles(DISPUTES['a wider grant']);
    expect(found.filter((title) => title.startsWith('Except'))).toEqual([
      'Except Onda from `x`: clears the conflict with `onda.y`',
      'Except film in FR from `onda.y`: clears the conflict with `x`',
    ]);
  });

  it('names the clause one is in by its label, and the other in full', () => {
    expect(titles(DISPUTES['a wider grant'], 'deal')[0]).toBe(
      'Except Onda from `vista.x`: clears the conflict with `y`',
    );
  });

  it('gives up no more than it must where both are exclusive', () => {
    const text = textAfter(DISPUTES['two that overlap in part'], 'Except AT');
    expect(text).toContain('x: exclusive_license(scope = film, territory = [FR, DE, AT]) except (territory = AT)');
  });

  it('joins the exceptions that there are', () => {
    expect(textAfter(DISPUTES['an exception already there'], 'Except')).toContain(
      'except (territory = CN), (with = Onda, territory = FR)',
    );
    expect(textAfter(DISPUTES['exceptions in braces'], 'Except')).toContain(
      'x: exclusive_license(scope = film) except (with = Onda, territory = FR) {\n    china: except (territory = CN)',
    );
  });

  it('keeps to the days that the other clause gives', () => {
    expect(textAfter(DISPUTES['days of its own'], 'Except')).toContain(
      'except (\n    with = Onda,\n    territory = FR,\n    from = 2027-03-01,\n    until = 2028-02-29,\n  )',
    );
  });

  it('speaks of another deal’s own terms by their full names', () => {
    expect(textAfter(DISPUTES['words of a deal'], 'Except')).toContain('scope = onda.part');
  });

  it('writes ranges', () => {
    expect(textAfter(DISPUTES['a measure'], 'Except')).toContain('screen = 5..9');
  });

  it('narrows lists by leaving out, other sets by a difference', () => {
    expect(titles(DISPUTES['two that overlap in part'])).toContain(
      'Narrow the territory of `x` to [FR, DE]: clears the conflict with `onda.y`',
    );
    expect(titles(DISPUTES['a country of a continent'])).toContain(
      'Narrow the territory of `x` to Europe except AT: clears the conflict with `onda.y`',
    );
  });

  it('names the holder’s cloud where the other clause names none', () => {
    expect(titles(DISPUTES['a cloud left open'])).toContain(
      'Say that the cloud of `onda.y` is East: clears the possible conflict with `x`',
    );
  });

  it('states what the verdict rests on', () => {
    expect(titles(DISPUTES['a described class'])).toContain(
      'State that `film` does not belong to `rivals`: clears the possible conflict between `onda.y` and `x`',
    );
    expect(titles(DISPUTES['affiliates left open'])).toContain(
      'State that `x` includes affiliates: clears the possible conflict between `onda.y` and `x`',
    );
    expect(titles(DISPUTES['an event'])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Let `onda\.y` start with the later of \[2027-03-01, prize\]/)]),
    );
  });

  it.each(['an event before a day', 'an event before another'])('presumes that %s never happens', (name) => {
    expect(titles(DISPUTES[name])).toContainEqual(
      expect.stringMatching(/^Presume that `prize` never happens: clears /),
    );
  });

  it('says of two terms that come near each other that they are distinct, before anything is given up', () => {
    const text = `${DISPUTES['a reading'].split('\nreading')[0]}`;
    expect(titles(text)).toEqual([
      'State that `song` and `film` are distinct: clears the near miss between `onda.y` and `x`',
      'Let `onda.y` yield to `x`: clears the near miss with `x`',
    ]);
  });
});

describe('what clears one pair and spoils another thing', () => {
  const CAST = DISPUTES['the same in every respect'].split('\ndeal')[0];
  const titlesFor = (text: string, deal: string, restraint: string): string[] => {
    const { analysis } = marked(text);
    const pair = analysis.pairs.find((one) => one.deal.name === deal && one.restraint.name === restraint)!;
    return offered(analysis, pair, 'deal').map(({ title }) => title);
  };

  it('is not offered where it leaves no way to perform a duty', () => {
    const duty = (more: string) => `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: prohibit(scope = film)
${more}}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: commit(scope = [film, book])
}
`;
    const narrowed = 'Narrow the scope of `y` to book: clears the possible conflict with `vista.x`';
    expect(titlesFor(duty(''), 'onda.y', 'vista.x')).toContain(narrowed);
    expect(titlesFor(duty('  z: prohibit(scope = book)\n'), 'onda.y', 'vista.x')).not.toContain(narrowed);
  });

  it('is not offered where somebody has passed on what would be taken away', () => {
    const chain = (scope: string) => `${CAST}
deal vista (by = Studio, to = Vista, from = 2025-01-01) {
  x: exclusive_license(scope = film, territory = FR)
}

deal onda (by = Studio, to = Onda, from = 2026-01-01) {
  y: license(scope = film, territory = [FR, DE])
}

deal rex (by = Onda, to = Rex, from = 2026-01-01) {
  z: sublicense(scope = film, territory = ${scope})
}
`;
    const narrowed = 'Narrow the territory of `y` to DE: clears the conflict with `vista.x`';
    expect(titlesFor(chain('DE'), 'onda.y', 'vista.x')).toContain(narrowed);
    expect(titlesFor(chain('FR'), 'onda.y', 'vista.x')).not.toContain(narrowed);
  });

  it('is not offered where a clause would say nothing any more', () => {
    const text = DISPUTES['a country of a continent'];
    const found = titlesFor(text, 'onda.y', 'vista.x');
    expect(found.filter((title) => title.startsWith('Except'))).toHaveLength(1);
    expect(found.join()).not.toContain('Narrow the territory of `y`');
  });

  it('is not offered where it would change the past', () => {
    const { analysis } = marked(DISPUTES['a country of a continent']);
    const [pair] = analysis.pairs;
    expect(
      offered(analysis, pair, 'deal')
        .map(({ title }) => title)
        .join(),
    ).not.toMatch(/end on 2025/);
  });

  it('changes the expectations that rest on it, and no others', () => {
    const text = `${DISPUTES['an expectation']}
expect clear between onda.y and onda.z
`.replace('  y: license', '  z: license(scope = book)\n  y: license');
    const { analysis, files } = marked(text);
    const action = offered(analysis, analysis.pairs[0], 'deal')[0];
    const after = editedFiles(files, action.edits ?? [])[ONLY_FILE];
    expect(after).toContain('expect clear between onda.y and vista.x\n');
    expect(after).toContain('expect clear between onda.y and onda.z\n');
    expect(action.edits).toHaveLength(2);
  });
});

describe('a line that grows too long', () => {
  it('is broken as the formatter breaks it, with the line ends of its file', () => {
    const title = 'Films of all kinds, with or without sound, and whatever else is shown';
    const text = DISPUTES['a reading'].split('\nreading')[0].replace('scope film in', `scope film "${title}" in`);
    const { analysis, files } = marked(withCrlf(text));
    const said = offered(analysis, analysis.pairs[0], 'deal')[0];
    expect(said.title).toMatch(/^State that/);
    const after = editedFiles(files, said.edits ?? [])[ONLY_FILE];
    expect(after).toContain('\r\n  in works\r\n  distinct from song\r\n');
    expect(format(after.replaceAll('\r\n', '\n'))).toBe(after.replaceAll('\r\n', '\n'));
  });
});

describe('a consent', () => {
  const taken = (text: string): string => {
    const { analysis, files } = marked(text);
    const [pair] = analysis.pairs;
    const action = offered(analysis, pair, 'deal').find(({ title }) => title.startsWith('Record'))!;
    return editedFiles(files, action.edits ?? [])[ONLY_FILE];
  };

  it('stands in the deal whose clause restrains, by whoever may object', () => {
    expect(taken(DISPUTES['a country of a continent'])).toContain(
      '  x: exclusive_license(scope = film, territory = Europe)\n  consent(by = Vista, of = vista.x, with = Onda, territory = AT)\n}',
    );
  });

  it('is given by each who may object', () => {
    const text = taken(DISPUTES['several who may object']);
    expect(text).toContain('consent(by = Vista, of = vista.x, ');
    expect(text).toContain('consent(by = Rex, of = vista.x, ');
  });

  it('is owed to the one who is bound, and says so where the header would not', () => {
    expect(taken(DISPUTES['a promise of the other side'])).toContain('consent(by = Studio, of = vista.x, ');
    expect(taken(DISPUTES['a mutual promise'])).toContain('consent(by = Vista, of = vista.x, ');
  });

  it('stands in the draft where a draft is one of the two', () => {
    expect(taken(DISPUTES['a draft'])).toContain(
      '  y: license(scope = film, territory = FR)\n  consent(by = Vista, to = Studio, of = vista.x, with = Onda, territory = FR)\n}',
    );
  });

  it('gives a label to a clause that has none', () => {
    const text = taken(DISPUTES['no labels']);
    expect(text).toContain('  exclusive_license: exclusive_license(scope = film)\n');
    expect(text).toContain('of = vista.exclusive_license');
  });

  it('gives a label that no amendment takes for a replacement', () => {
    const text = DISPUTES['an amendment']
      .replace('  x: exclusive_license(scope = film, territory = FR)', '  exclusive_license: license(scope = book)')
      .replace('  x: exclusive_license', '  exclusive_license');
    expect(taken(text)).toContain('  exclusive_license_2: exclusive_license(scope = film, territory = [FR, BE])\n');
  });

  it('says itself what the header would narrow otherwise', () => {
    expect(taken(DISPUTES['a header that says where'])).toContain('cloud = West, territory = FR)');
  });

  it('stands below the outermost clause, behind what is noted on its line', () => {
    const text = DISPUTES['a clause inside another'];
    expect(taken(text)).toMatch(/\n {2}\}\n {2}consent\(by = Vista, of = vista\.x/);
  });

  it('covers what its restraint covers, where the header says less', () => {
    const text = DISPUTES['the same in every respect']
      .replace('to = Vista, from', 'to = Vista, territory = FR, from')
      .replace('exclusive_license(scope = film)', 'exclusive_license(scope = film, territory = all)');
    expect(taken(text)).toContain('consent(by = Vista, of = vista.x, territory = worldwide, with = Onda)');
  });

  it('lasts as long as its restraint, where that outlasts the deal', () => {
    const text = DISPUTES['a country of a continent']
      .replace('to = Vista, from = 2025-01-01', 'to = Vista, from = 2025-01-01, until = 2025')
      .replace('territory = Europe)', 'territory = Europe, until = end + 5 years)');
    expect(taken(text)).toContain('territory = AT, until = end + 5 years)');
  });

  it('leaves what is noted on a line where it is', () => {
    const text = DISPUTES['a country of a continent'].replace('Europe)', 'Europe) // to Vista');
    expect(taken(text)).toContain('territory = Europe) // to Vista\n  consent(by = Vista');
  });

  it('uses the names and the script of its deal', () => {
    expect(taken(DISPUTES['names in another script'])).toContain(
      'consent(by = 甲方, of = 甲.独家, with = 乙方, scope = 预告片)',
    );
  });
});

describe('where the cursor stands', () => {
  const text = DISPUTES['a country of a continent'];

  it('anywhere in either clause is enough', () => {
    const { analysis } = marked(text);
    for (const word of ['Europe', 'AT)', 'license(scope = film, territory = AT']) {
      const offset = text.indexOf(word);
      expect(codeActions(analysis, ONLY_FILE, { start: offset, end: offset }).length, word).toBeGreaterThan(2);
    }
  });

  it('elsewhere there is nothing to do', () => {
    const { analysis } = marked(text);
    expect(codeActions(analysis, ONLY_FILE, { start: 0, end: 5 })).toEqual([]);
    expect(codeActions(analysis, 'elsewhere.deal', { start: 0, end: 5 })).toEqual([]);
  });

  it('changes of a promise are preferred by nobody', () => {
    const { analysis } = marked(text);
    const offset = text.indexOf('AT)');
    expect(codeActions(analysis, ONLY_FILE, { start: offset, end: offset }).some(({ preferred }) => preferred)).toBe(
      false,
    );
  });

  it('only what is asked for is looked for', () => {
    const { analysis } = marked(text);
    const offset = text.indexOf('AT)');
    const span = { start: offset, end: offset };
    expect(codeActions(analysis, ONLY_FILE, span, { only: ['source'] })).toEqual([]);
    expect(codeActions(analysis, ONLY_FILE, span, { only: ['quickfix'] }).length).toBeGreaterThan(2);
  });
});

describe('while somebody is typing', () => {
  it('edits are of the texts as they are now, in files that the pair does not stand in too', () => {
    const [deals, expectations] = DISPUTES['an expectation'].split('\nexpect');
    const files = { 'deals.deal': deals, 'expected.deal': `expect${expectations}` };
    const live = openLivePortfolio(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      AS_OF,
    );
    offered(live.analysis(), live.analysis().pairs[0], 'deal');
    const typed = { ...files, 'expected.deal': `// What follows from it.\n\n${files['expected.deal']}` };
    live.update([{ path: 'expected.deal', text: typed['expected.deal'] }]);
    const before = live.analysis();
    const [pair] = before.pairs;
    for (const action of offered(before, pair, 'deal')) tryOut(typed, before, AS_OF, pair, action);
    const moved = { ...typed, 'deals.deal': `// Moved.\n${deals}` };
    live.update([{ path: 'deals.deal', text: moved['deals.deal'] }]);
    const now = live.analysis();
    expect(offered(now, now.pairs[0], 'deal').length).toBeGreaterThan(2);
    for (const action of offered(now, now.pairs[0], 'deal')) tryOut(moved, now, AS_OF, now.pairs[0], action);
  });
});

describe('a large portfolio', () => {
  const many = Array.from(
    { length: 60 },
    (_, deal) =>
      `deal d${deal} (by = Studio, to = Rex, from = 2025-01-01) {\n${Array.from(
        { length: 30 },
        (_, clause) => `  c${clause}: license(scope = book, territory = [${clause % 2 ? 'US' : 'CA'}])\n`,
      ).join('')}}\n`,
  ).join('\n');

  it('is tried on what the clauses rest on', () => {
    const files = {
      'a.deal': DISPUTES['a country of a continent'],
      ...Object.fromEntries(many.split('\n\n').map((text, index) => [`d${index}.deal`, `${text}\n`])),
    };
    const analysis = analysed(files, AS_OF);
    expect(analysis.model.clauses.length).toBeGreaterThan(1500);
    const pair = analysis.pairs.find(({ deal }) => deal.name === 'onda.y')!;
    const [first] = offered(analysis, pair, 'deal');
    expect(first.title).toBe('Except Onda in AT from `vista.x`: clears the conflict with `y`');
    const after = analysed(editedFiles(files, first.edits ?? []), AS_OF);
    expect(verdictAfter(after, pair)).toBe('clear');
  });

  it('in one file is searched only when asked', () => {
    const files = { [ONLY_FILE]: `${DISPUTES['a country of a continent']}\n${many}` };
    const analysis = analysed(files, AS_OF);
    const pair = analysis.pairs.find(({ deal }) => deal.name === 'onda.y')!;
    const [first] = offered(analysis, pair, 'deal');
    expect(first).toMatchObject({ title: 'Look for the smallest exception that reconciles `y` and `vista.x`' });
    expect(first.edits).toBeUndefined();
    const after = analysed(editedFiles(files, first.resolve?.() ?? []), AS_OF);
    expect(verdictAfter(after, pair)).toBe('clear');
  });
});
