import { describe, expect, it } from 'vitest';
import { parse, parseClause } from '../../server/src/syntax/parser.ts';
import { dump } from './dump.ts';
import { SAMPLES } from './samples.ts';

/** Each text is free of errors and has this tree. */
function table(rows: readonly (readonly [text: string, tree: string])[], read = parse): void {
  it.each(rows)('%s', (text, tree) => {
    const parsed = read(text);
    expect(parsed.problems).toEqual([]);
    expect(dump(parsed)).toBe(tree);
  });
}

describe('terms', () => {
  table([
    ['party OpenAI', '(File (TermDeclaration (Name party) (TermItem (Name OpenAI))))'],
    [
      'channel a "A", b',
      '(File (TermDeclaration (Name channel) (TermItem (Name a) (String "A")) (TermItem (Name b))))',
    ],
    ['scope a in b.c', '(File (TermDeclaration (Name scope) (TermItem (Name a)) (In (Path (Name b) (Name c)))))'],
    [
      'scope a overlaps [b, c]',
      '(File (TermDeclaration (Name scope) (TermItem (Name a)) (Overlaps (List (Path (Name b)) (Path (Name c))))))',
    ],
    [
      'scope a distinct from b',
      '(File (TermDeclaration (Name scope) (TermItem (Name a)) (DistinctFrom (Path (Name b)))))',
    ],
    [
      'territory a = [US-NY]',
      '(File (TermDeclaration (Name territory) (TermItem (Name a)) (Equals (List (Path (Name US-NY))))))',
    ],
    ['scope a "x" open', '(File (TermDeclaration (Name scope) (TermItem (Name a) (String "x")) (Open open)))'],
    ['cloud a by B', '(File (TermDeclaration (Name cloud) (TermItem (Name a)) (By (Path (Name B)))))'],
    [
      'party a under B from 2020-01-31',
      '(File (TermDeclaration (Name party) (TermItem (Name a)) (Under (Path (Name B)) (Date 2020-01-31))))',
    ],
    [
      'event a occurred 2027-05-03',
      '(File (TermDeclaration (Name event) (TermItem (Name a)) (Occurred (Date 2027-05-03))))',
    ],
    ['event a after 2027', '(File (TermDeclaration (Name event) (TermItem (Name a)) (After (Number 2027))))'],
    [
      'event a before 2027-03 before b',
      '(File (TermDeclaration (Name event) (TermItem (Name a)) (Before (Month 2027-03)) (Before (Path (Name b)))))',
    ],
    ['state a presumed no', '(File (TermDeclaration (Name state) (TermItem (Name a)) (PresumedNo presumed no)))'],
    ['event a presumed yes', '(File (TermDeclaration (Name event) (TermItem (Name a)) (PresumedYes presumed yes)))'],
    ['scope in in in', '(File (TermDeclaration (Name scope) (TermItem (Name in)) (In (Path (Name in)))))'],
  ]);
});

describe('other declarations of a file', () => {
  table([
    ['dimension m who', '(File (DimensionDeclaration (Name m) (Name who)))'],
    [
      'dimension s what number "inches"',
      '(File (DimensionDeclaration (Name s) (Name what) (NumberFlag number) (String "inches")))',
    ],
    ['kind k records ()', '(File (KindDeclaration (Name k) (Effect records)))'],
    [
      'kind k permits, excludes (a: b, c: d = 5,)',
      '(File (KindDeclaration (Name k) (Effect permits) (Effect excludes) (Parameter (Name a) (Name b)) (Parameter (Name c) (Name d) (Number 5))))',
    ],
    [
      'reading r "R" { scope a in b }',
      '(File (Reading (Name r) (String "R") (TermDeclaration (Name scope) (TermItem (Name a)) (In (Path (Name b))))))',
    ],
    ['expect clear a.b', '(File (Expectation (VerdictClear clear) (Path (Name a) (Name b))))'],
    [
      'expect near miss between a and b under r',
      '(File (Expectation (VerdictNearMiss near miss) (Path (Name a)) (Path (Name b)) (Name r)))',
    ],
    ['expect clear between a and b', '(File (Expectation (VerdictClear clear) (Path (Name a)) (Path (Name b))))'],
    [
      'expect conflict between a and b',
      '(File (Expectation (VerdictConflict conflict) (Path (Name a)) (Path (Name b))))',
    ],
    [
      'expect disputed between a and b',
      '(File (Expectation (VerdictDisputed disputed) (Path (Name a)) (Path (Name b))))',
    ],
    ['expect depends between a and b', '(File (Expectation (VerdictDepends depends) (Path (Name a)) (Path (Name b))))'],
  ]);
});

describe('deals', () => {
  table([
    ['deal d {}', '(File (Deal (Name d)))'],
    [
      'deal d "D" (by = A) amends a supersedes b.c terminates e { scope s k() }',
      '(File (Deal (Name d) (String "D") (Arguments (Argument (Name by) (Path (Name A)))) (Amends (Path (Name a))) (Supersedes (Path (Name b) (Name c))) (Terminates (Path (Name e))) (TermDeclaration (Name scope) (TermItem (Name s))) (Clause (Name k) (Arguments ()))))',
    ],
    [
      'deal d {\n  > q\n  > r\n\n  > s\n  l: k() {\n> t\n except () } }',
      '(File (Deal (Name d) (Clause (Quote > q\n  > r) (Quote > s) (Label l) (Name k) (Arguments ()) (Exception (Quote > t) (Arguments ())))))',
    ],
    [
      'deal d { k() except (), () subject to a notwithstanding [b] { l: except () deep: k() } }',
      '(File (Deal (Name d) (Clause (Name k) (Arguments ()) (ExceptArguments except ()) (ExceptArguments ()) (SubjectTo (Path (Name a))) (Notwithstanding (List (Path (Name b)))) (Exception (Label l) (Arguments ())) (Clause (Label deep) (Name k) (Arguments ())))))',
    ],
    [
      'deal deal { in: open() kind: deal() except: by() }',
      '(File (Deal (Name deal) (Clause (Label in) (Name open) (Arguments ())) (Clause (Label kind) (Name deal) (Arguments ())) (Clause (Label except) (Name by) (Arguments ()))))',
    ],
  ]);
});

describe('arguments and values', () => {
  const value = (text: string, tree: string): [string, string] => [
    `k(a = ${text})`,
    `(ClauseFile (Clause (Name k) (Arguments (Argument (Name a) ${tree}))))`,
  ];
  table(
    [
      ['k()', '(ClauseFile (Clause (Name k) (Arguments ())))'],
      ['l: k(a=b,)', '(ClauseFile (Clause (Label l) (Name k) (Arguments (Argument (Name a) (Path (Name b))))))'],
      value('a.b.c', '(Path (Name a) (Name b) (Name c))'),
      value('[a, [b],]', '(List (Path (Name a)) (List (Path (Name b))))'),
      value(
        'worldwide except [CN, RU]',
        '(Difference (Path (Name worldwide)) (List (Path (Name CN)) (Path (Name RU))))',
      ),
      value('"t"', '(String "t")'),
      value('27', '(Number 27)'),
      value('2.5', '(Number 2.5)'),
      value('27%', '(Percent 27%)'),
      value('27 %', '(Percent 27 %)'),
      value('250B USD', '(Money 250B USD)'),
      value('1.5M EUR', '(Money 1.5M EUR)'),
      value('100 USD', '(Money 100 USD)'),
      value('2026-02-28', '(Date 2026-02-28)'),
      value('2024-02-29', '(Date 2024-02-29)'),
      value('2026-03', '(Month 2026-03)'),
      value('2026', '(Number 2026)'),
      ...['day', 'days', 'week', 'weeks', 'month', 'months', 'quarter', 'quarters', 'year', 'years'].map((unit) =>
        value(`9 ${unit}`, `(Duration 9 ${unit})`),
      ),
      value('AGI + 5 years', '(Plus (Path (Name AGI)) (Duration 5 years))'),
      value('AGI+5 years', '(Plus (Path (Name AGI)) (Duration 5 years))'),
      value('AGI - 5 years', '(Minus (Path (Name AGI)) (Duration 5 years))'),
      value('2026-01-01 + 1 year - 1 day', '(Minus (Plus (Date 2026-01-01) (Duration 1 year)) (Duration 1 day))'),
      value('a + 1 day except b', '(Difference (Plus (Path (Name a)) (Duration 1 day)) (Path (Name b)))'),
      value('earlier of [AGI, 2032-12-31]', '(EarlierOf (List (Path (Name AGI)) (Date 2032-12-31)))'),
      value('later of [IPO] + 1 day', '(Plus (LaterOf (List (Path (Name IPO)))) (Duration 1 day))'),
      value('..10', '(RangeTo (Number 10))'),
      value('10..12', '(RangeBetween (Number 10) (Number 12))'),
      value('1000..', '(RangeFrom (Number 1000))'),
      value('earlier', '(Path (Name earlier))'),
      value('deal.end', '(Path (Name deal) (Name end))'),
      value('store-in-store', '(Path (Name store-in-store))'),
      value('CN-11', '(Path (Name CN-11))'),
      value('𠮷野家', '(Path (Name 𠮷野家))'),
      [
        'k(a < 1, b <= 2, c > 3, d >= 4.5)',
        '(ClauseFile (Clause (Name k) (Arguments (ArgumentLess (Name a) (Number 1)) (ArgumentAtMost (Name b) (Number 2)) (ArgumentGreater (Name c) (Number 3)) (ArgumentAtLeast (Name d) (Number 4.5)))))',
      ],
      ['k(a\n > 3)', '(ClauseFile (Clause (Name k) (Arguments (ArgumentGreater (Name a) (Number 3)))))'],
      [
        'k(b = 1, a\n >= 3)',
        '(ClauseFile (Clause (Name k) (Arguments (Argument (Name b) (Number 1)) (ArgumentAtLeast (Name a) (Number 3)))))',
      ],
    ],
    parseClause,
  );
});

describe('texts as a whole', () => {
  it.each(SAMPLES)('%s has no errors', (_, text) => {
    expect(parse(text).problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it.each(['', ' ', '\n', '\ufeff', '// c', '/* c */'])('%j is an empty file', (text) => {
    const tree = parse(text);
    expect(dump(tree)).toBe('(File)');
    expect(tree.problems).toEqual([]);
  });

  it('keeps comments and their places', () => {
    const text = '// one\nparty A /* two */ // three\n/* four\n five */';
    const { comments } = parse(text);
    const found = Array.from({ length: comments.length / 2 }, (_, i) =>
      text.slice(comments[2 * i], comments[2 * i + 1]),
    );
    expect(found).toEqual(['// one', '/* two */', '// three', '/* four\n five */']);
  });

  it('reads a quote raw, and nothing in it as a comment', () => {
    const tree = parse('deal d {\n > a // b /* c （ "\n k()\n}');
    expect(dump(tree)).toContain('(Quote > a // b /* c （ ")');
    expect(tree.comments).toHaveLength(0);
    expect(tree.problems).toEqual([]);
  });
});
