import { describe, expect, it } from 'vitest';
import { type CodeAction, codeActions } from '../../server/src/editor/code-actions.ts';
import { type CheckOptions, checkPortfolio } from '../../server/src/portfolio/check.ts';
import { DISPUTES } from './disputes.ts';
import { editedFiles, marked, ONLY_FILE, withCrlf } from './marked.ts';

type Texts = string | Readonly<Record<string, string>>;

function actionsAt(input: Texts, options: Partial<CheckOptions> = {}): readonly CodeAction[] {
  const { analysis, path, offset } = marked(input, options);
  return codeActions(analysis, path, { start: offset, end: offset });
}

const titles = (input: Texts, options: Partial<CheckOptions> = {}): string[] =>
  actionsAt(input, options).map(({ title }) => title);

/** Every text once the first action is taken whose title starts so. */
function taken(input: Texts, start: string, options: Partial<CheckOptions> = {}): Record<string, string> {
  const action = actionsAt(input, options).find(({ title }) => title.startsWith(start));
  if (!action) throw new Error(`no action starts with ${start}: ${titles(input, options).join('; ')}`);
  const { files } = marked(input, options);
  const created = (action.creates ?? []).map(({ path, text }) => [path, text]);
  return { ...editedFiles(files, action.edits ?? []), ...Object.fromEntries(created) };
}

const takenAlone = (input: string, start: string, options: Partial<CheckOptions> = {}): string =>
  taken(input, start, options)[ONLY_FILE];

const rulesIn = (files: Readonly<Record<string, string>>, options: Partial<CheckOptions> = {}): string[] =>
  checkPortfolio(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { asOf: '2026-04-30', ...options },
  ).findings.map(({ rule }) => rule);

const TERMS = `party Studio, Vista
cloud East
scope works
scope film "The film" in works // the one
channel cinema
event prize
`;
const deal = (clause: string): string => `deal vista (by = Studio, to = Vista, from = 2025-01-01) {\n  ${clause}\n}\n`;

describe('what is misspelt', () => {
  it('is mended by the fix that the finding brings, once', () => {
    const text = `${TERMS}${deal('x: license(scope = flim$0)')}`;
    expect(titles(text).filter((title) => title === 'Replace by `film`')).toHaveLength(1);
    expect(rulesIn({ a: takenAlone(text, 'Replace by `film`') })).toEqual([]);
  });

  it('is what was meant, in words of another language too', () => {
    const mended = (written: string, start: string): string => takenAlone(`${TERMS}${deal(written)}`, start);
    expect(mended("x: license(scope = 'film'$0)", 'Replace by `film`')).toContain('(scope = film)');
    expect(titles(`${TERMS}${deal("x: license(scope = 'film'$0)")}`)).not.toContain('Write double quotation marks');
    expect(mended('x: pay(amount = 500 RMB$0)', 'Replace by `500 CNY`')).toContain('(amount = 500 CNY)');
    expect(mended('x: pay(amount = US$ 500$0)', 'Write 500 USD')).toContain('(amount = 500 USD)');
    expect(mended('x: license scope = film$0', 'Put them in parentheses')).toContain('x: license(scope = film)');
    expect(mended('x: license() unless$0 (territory = CN)', 'Replace by `except`')).toContain('() except (');
    expect(mended('x: license(until = forever$0)', 'Replace by `perpetual`')).toContain('(until = perpetual)');
  });

  it('may be one of several', () => {
    const text = `${TERMS}scope file\n${deal('x: license(scope = filme$0)')}`;
    expect(titles(text)).toEqual(expect.arrayContaining(['Replace by `film`', 'Replace by `file`']));
  });

  it('can be a kind, an argument, a label or a deal', () => {
    expect(takenAlone(`${TERMS}${deal('x: licence$0(scope = film)')}`, 'Replace by `license`')).toContain(
      'x: license(',
    );
    expect(takenAlone(`${TERMS}${deal('x: license(scop$0 = film)')}`, 'Replace by `scope`')).toContain(
      '(scope = film)',
    );
    expect(
      takenAlone(`${TERMS}${deal('first: license()\n  y: license() subject to frist$0')}`, 'Replace by `first`'),
    ).toContain('subject to first');
    expect(
      takenAlone(`${TERMS}${deal('first: license()')}${'expect clear vista.frist$0\n'}`, 'Replace by `first`'),
    ).toContain('expect clear vista.first\n');
    expect(
      takenAlone(`${TERMS}${deal('x: license()')}deal d (from = 2026) amends vist$0a2 {}\n`, 'Replace by'),
    ).toContain('amends vista {}');
  });

  it('can be a territory by another name', () => {
    expect(takenAlone(`${TERMS}${deal('x: license(territory = UK$0)')}`, 'Replace by `GB`')).toContain(
      'territory = GB',
    );
  });

  it('can be punctuation that is missing', () => {
    const text = `${TERMS}${deal('x: license(scope = film$0')}`;
    const [first] = actionsAt(text);
    expect(first).toMatchObject({ kind: 'quickfix', preferred: true, finding: { rule: 'syntax' } });
    expect(rulesIn({ a: takenAlone(text, first.title) })).toEqual([]);
  });
});

describe('what is not declared', () => {
  it('is declared below the last term of its dimension', () => {
    const files = { 'deals.deal': deal('x: license(scope = sequel$0)'), 'words.deal': TERMS };
    const after = taken(files, 'Declare `scope sequel` in words.deal');
    expect(after['words.deal']).toBe(TERMS.replace('// the one\n', '// the one\nscope sequel\n'));
    expect(after['deals.deal']).toBe(deal('x: license(scope = sequel)'));
    expect(rulesIn(after)).toEqual([]);
  });

  it.each([
    ['a party', 'x: license(to = Onda$0)', 'party Onda'],
    ['a party in a list', 'x: license(with = [Vista, Onda$0])', 'party Onda'],
    ['an event', 'x: license(until = release$0)', 'event release'],
    ['an event in a sum', 'x: license(until = release$0 + 5 years)', 'event release'],
    ['a state', 'x: license(while = shortage$0)', 'state shortage'],
    ['a channel behind except', 'x: license(channel = all except pay_tv$0)', 'channel pay_tv'],
    ['a name in another script', 'x: license(scope = 续集$0)', 'scope 续集'],
  ])('can be %s', (_, clause, written) => {
    const text = takenAlone(`${TERMS}${deal(clause)}`, `Declare \`${written}\` in ${ONLY_FILE}`);
    expect(text).toContain(`\n${written}\n`);
    expect(rulesIn({ a: text })).toEqual([]);
  });

  it('can be the parent of a term', () => {
    expect(takenAlone('scope a in whole$0\n', 'Declare `scope whole`')).toBe('scope a in whole\nscope whole\n');
    expect(takenAlone('party a under Mother$0\n', 'Declare `party Mother`')).toContain('party Mother');
  });

  it('can be a dimension, by the question it answers', () => {
    const text = 'scope a\nedition$0 hardback\n';
    expect(titles(text).filter((title) => title.startsWith('Declare'))).toHaveLength(3);
    expect(takenAlone(text, 'Declare the dimension `edition`')).toBe(
      'scope a\nedition hardback\ndimension edition what\n',
    );
  });

  it('is declared in a file of its own where there are no terms yet', () => {
    const files = { 'deals/a.deal': 'deal d (by = Studio$0, from = 2026) {}\n' };
    const after = taken(files, 'Declare `party Studio` in terms.deal');
    expect(after).toEqual({ 'deals/a.deal': 'deal d (by = Studio, from = 2026) {}\n', 'terms.deal': 'party Studio\n' });
    expect(rulesIn(after)).toEqual([]);
  });

  it('keeps CRLF', () => {
    const files = { 'a.deal': withCrlf(deal('x: license(to = Onda$0)')), 'words.deal': withCrlf(TERMS) };
    const after = taken(files, 'Declare `party Onda` in words.deal');
    expect(after['words.deal']).toContain('party Studio, Vista\r\nparty Onda\r\ncloud East');
  });

  it('is no clause', () => {
    expect(titles(`${TERMS}${deal('x: license() subject to nowhere$0')}`).join()).not.toContain('Declare');
  });
});

describe('punctuation', () => {
  const text = 'party 甲方，$0 乙方\nscope 软件\ndeal 许可（by ＝ 甲方，from = 2026-01-01）{}\n';

  it('is written in ASCII one by one', () => {
    expect(actionsAt(text)[0]).toMatchObject({ title: 'Write `,`', kind: 'quickfix', preferred: true });
  });

  it('is written in ASCII throughout', () => {
    const all = actionsAt(text).at(-1)!;
    expect(all).toMatchObject({
      title: 'Write all 5 marks of punctuation of this file in ASCII',
      kind: 'source.fixAll',
    });
    const after = takenAlone(text, 'Write all 5');
    expect(after).toBe('party 甲方, 乙方\nscope 软件\ndeal 许可(by = 甲方,from = 2026-01-01){}\n');
    expect(rulesIn({ a: after })).toEqual([]);
  });

  it('is found wherever the cursor stands when it is asked for', () => {
    const { analysis } = marked(text);
    for (const only of [['source'], ['source.fixAll']]) {
      const found = codeActions(analysis, ONLY_FILE, { start: 0, end: 0 }, { only });
      expect(found.map(({ kind }) => kind)).toEqual(['source.fixAll']);
    }
    expect(codeActions(analysis, ONLY_FILE, { start: 0, end: 0 }, { only: ['refactor'] })).toEqual([]);
    expect(codeActions(marked(TERMS).analysis, ONLY_FILE, { start: 0, end: 0 }, { only: ['source'] })).toEqual([]);
  });
});

describe('quotes', () => {
  const SOURCE = `# Agreement

## §1 Grant

The Studio grants the licence for France.

## §2 Term

The licence lasts for five years. The Studio may end it.

## §3 Repetition

The licence lasts for five years.
`;
  const options = { readSource: () => SOURCE };
  const quoted = (lines: string): string =>
    `${TERMS}deal vista (by = Studio, to = Vista, from = 2025-01-01, source = "a.md") {\n  ${lines}\n  x: license(scope = film)\n}\n`;

  it('take over the nearest words of the source', () => {
    const text = quoted('> The Studio grants the $0licence for Spain.');
    expect(takenAlone(text, 'Quote the nearest passage', options)).toContain(
      '> The Studio grants the licence for France.',
    );
  });

  it('get the locator under which they are found', () => {
    const text = quoted('> [§1] The $0Studio may end it.');
    expect(titles(text, options)).toContain('Correct the locator to [§2]: the passage is found there, once');
    const after = takenAlone(text, 'Correct the locator', options);
    expect(after).toContain('> [§2] The Studio may end it.');
    expect(rulesIn({ [ONLY_FILE]: after }, options)).toEqual([]);
  });

  it('get the locator of what holds all pieces', () => {
    const text = quoted('> [§1] The $0Studio grants the licence [...] The Studio may end it.');
    const after = takenAlone(text, 'Correct the locator', options);
    expect(after).toContain('> [§Agreement] The Studio grants the licence [...] The Studio may end it.');
    expect(rulesIn({ [ONLY_FILE]: after }, options)).toEqual([]);
  });

  it('can do without a locator where they are found once', () => {
    const after = takenAlone(quoted('> [§1] The $0Studio may end it.'), 'Remove the locator', options);
    expect(after).toContain('  > The Studio may end it.');
    expect(rulesIn({ [ONLY_FILE]: after }, options)).toEqual([]);
  });

  it('are told apart by a locator, and only by one that does', () => {
    const text = quoted('> The licence $0lasts for five years.');
    expect(titles(text, options).filter((title) => title.startsWith('Add'))).toEqual([
      'Add the locator [§2]: the passage is found there, once',
      'Add the locator [§3]: the passage is found there, once',
    ]);
    const after = takenAlone(text, 'Add the locator [§3]', options);
    expect(after).toContain('  > [§3] The licence lasts for five years.');
    expect(rulesIn({ [ONLY_FILE]: after }, options)).toEqual([]);
  });

  it('get no locator under which they stand twice', () => {
    const twice = SOURCE.replace('The Studio may end it.', 'The licence lasts for five years.');
    const found = titles(quoted('> The licence $0lasts for five years.'), { readSource: () => twice });
    expect(found.filter((title) => title.startsWith('Add'))).toEqual([
      'Add the locator [§3]: the passage is found there, once',
    ]);
  });

  it('are mended in CRLF and in an exception too', () => {
    const text = withCrlf(
      `${TERMS}deal vista (by = Studio, to = Vista, from = 2025-01-01, source = "a.md") {\n  x: license(scope = film) {\n    > The licence $0lasts\n    > for five years.\n    but: except (channel = cinema)\n  }\n}\n`,
    );
    const after = takenAlone(text, 'Add the locator [§2]', options);
    expect(after).toContain('    > [§2] The licence lasts\r\n    > for five years.\r\n');
    expect(rulesIn({ [ONLY_FILE]: after }, options)).toEqual([]);
  });
});

describe('silencing', () => {
  const text = DISPUTES['a country of a continent'];
  const at = (where: string, input: string = text): string => input.replace(where, `$0${where}`);

  it('puts a comment with a reason to be written directly above the clause', () => {
    const after = takenAlone(at('y: license'), 'Silence');
    expect(after).toContain(
      '  // deal-ignore exclusive-overlap: <why this is accepted, who decided it, and when>\n  y: license(scope = film, territory = AT)',
    );
    expect(rulesIn({ a: after })).toEqual([]);
  });

  it('works at either clause, above its quotes', () => {
    const quoted = text.replace('  x: exclusive', '  > Vista alone.\n  x: exclusive');
    const after = takenAlone(at('x: exclusive', quoted), 'Silence');
    expect(after).toMatch(/\n {2}\/\/ deal-ignore exclusive-overlap: .*\n {2}> Vista alone\.\n {2}x: exclusive/);
    expect(rulesIn({ a: after })).toEqual([]);
  });

  it('says how much it silences', () => {
    const more = text.replace('y: license', 'z: license(scope = film, territory = DE)\n  y: license');
    expect(titles(at('x: exclusive', more))).toContain(
      'Silence `exclusive-overlap` at `x` (2 findings), with a reason for you to write',
    );
  });

  it('works where the clause does not start its line, and with CRLF', () => {
    for (const input of [DISPUTES['clauses laid out by hand'], withCrlf(DISPUTES['clauses laid out by hand'])]) {
      const after = takenAlone(at('y:   license', input), 'Silence');
      expect(rulesIn({ a: after })).toEqual([]);
    }
  });

  it('is not offered for what the portfolio itself expects', () => {
    const input = `${text}expect clear between onda.y and vista.x$0\n`;
    const found = actionsAt(input);
    expect(found.filter(({ finding }) => finding?.rule === 'unmet-expectation').map(({ title }) => title)).toEqual([
      'Expect `conflict`, which is what the check finds',
    ]);
    expect(rulesIn({ a: takenAlone(input, 'Expect') })).toEqual(['exclusive-overlap']);
  });

  it('is taken back where it silences nothing', () => {
    const input = `${TERMS}${deal('// deal-ignore first-refusal: $0settled\n  x: license(scope = film)')}`;
    expect(takenAlone(input, 'Remove this comment')).toBe(`${TERMS}${deal('x: license(scope = film)')}`);
    expect(takenAlone(withCrlf(input), 'Remove this comment')).toBe(
      withCrlf(`${TERMS}${deal('x: license(scope = film)')}`),
    );
  });

  it('without a reason lacks one: it is not taken out', () => {
    const input = `${TERMS}${deal('// deal-ignore first-refusal$0\n  x: license(scope = film)')}`;
    expect(titles(input).join()).not.toContain('Remove');
  });
});

describe('broken texts', () => {
  it('never throw, wherever they are cut and wherever one asks', () => {
    const whole = `${DISPUTES['exceptions in braces']}${DISPUTES['a reading'].split('reading broad')[1] ?? ''}`;
    for (let end = 0; end < whole.length; end += 23) {
      const { analysis } = marked(whole.slice(0, end));
      const found = codeActions(analysis, ONLY_FILE, { start: 0, end });
      for (const { title, edits = [] } of found) {
        expect(title).not.toMatch(/undefined|\[object/);
        for (const { start, end: stop } of edits) expect(start >= 0 && start <= stop && stop <= end).toBe(true);
      }
    }
  });
});
