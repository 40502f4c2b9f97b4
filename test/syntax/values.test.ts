import { describe, expect, it } from 'vitest';
import { parse, parseClause } from '../../server/src/syntax/parser.ts';
import { kindOf, NodeKind, nextOf, type Tree, textOf } from '../../server/src/syntax/tree.ts';
import {
  argumentValue,
  commentText,
  dateText,
  documentation,
  durationParts,
  isMissing,
  leadingComments,
  moneyParts,
  monthText,
  nameText,
  numberText,
  pathText,
  percentText,
  quoteText,
  sourceOffset,
  stringValue,
  yearText,
} from '../../server/src/syntax/values.ts';

/** The first node of a kind. */
function find(tree: Tree, kind: NodeKind, nth = 0): number {
  for (let n = 0; n < nextOf(tree, 0); n++) if (kindOf(tree, n) === kind && nth-- === 0) return n;
  return expect.fail(`no node of kind ${kind} in ${tree.text}`);
}

/** The value of the argument `a` of a clause. */
function valueIn(text: string): [Tree, number] {
  const tree = parseClause(`k(a = ${text})`);
  return [tree, argumentValue(tree, find(tree, NodeKind.Argument))];
}

describe('names and texts', () => {
  it('composes names (NFC)', () => {
    const tree = parse('party Cafe\u0301');
    expect(nameText(tree, find(tree, NodeKind.Name, 1))).toBe('Caf\u00e9');
    expect(nameText(tree, find(tree, NodeKind.Name))).toBe('party');
  });

  it('joins paths, white space and comments aside', () => {
    expect(pathText(...valueIn('a . /* x */ b.\n c'))).toBe('a.b.c');
    expect(pathText(...valueIn('a'))).toBe('a');
    expect(pathText(...valueIn('a.'))).toBe('a.');
  });

  it.each([
    ['"text"', 'text'],
    ['"”"', '”'],
    ['“text”', 'text'],
    ['“say "x"”', 'say "x"'],
    ['""', ''],
    ['"open', 'open)'],
    ["'foreign'", 'foreign'],
  ])('the text of %s', (text, value) => {
    expect(stringValue(...valueIn(text))).toBe(value);
  });
});

describe('numbers', () => {
  it.each([
    ['250B USD', { amount: '250', magnitude: 'B', currency: 'USD' }],
    ['1.5M EUR', { amount: '1.5', magnitude: 'M', currency: 'EUR' }],
    ['100\n/* or so */ CNY', { amount: '100', magnitude: '', currency: 'CNY' }],
    ['250B', undefined],
    ['5 million USD', undefined],
    ['100USD', undefined],
  ])('the parts of %s', (text, parts) => {
    const [tree, n] = valueIn(text);
    expect(kindOf(tree, n)).toBe(NodeKind.Money);
    expect(moneyParts(tree, n)).toEqual(parts);
  });

  it.each([
    ['90 days', { count: 90, unit: 'day' }],
    ['1 year', { count: 1, unit: 'year' }],
    ['2 quarters', { count: 2, unit: 'quarter' }],
    ['1.5 years', undefined],
    ['5years', undefined],
    ['30 business days', undefined],
  ])('the parts of %s', (text, parts) => {
    const [tree, n] = valueIn(text);
    expect(kindOf(tree, n)).toBe(NodeKind.Duration);
    expect(durationParts(tree, n)).toEqual(parts);
  });

  it('reads numbers, percents, dates, months and years', () => {
    expect(numberText(...valueIn('2.50'))).toBe('2.50');
    expect(percentText(...valueIn('27%'))).toBe('27');
    expect(percentText(...valueIn('0.5 ％'))).toBe('0.5');
    expect(dateText(...valueIn('2026-02-27'))).toBe('2026-02-27');
    expect(dateText(...valueIn('2026-02-30'))).toBeUndefined();
    expect(dateText(...valueIn('2026-2-7'))).toBeUndefined();
    expect(dateText(...valueIn('2100-02-29'))).toBeUndefined();
    expect(monthText(...valueIn('2026-12'))).toBe('2026-12');
    expect(monthText(...valueIn('2026-13'))).toBeUndefined();
    expect(yearText(...valueIn('2026'))).toBe('2026');
    expect(yearText(...valueIn('26'))).toBeUndefined();
  });

  it('tells what is missing', () => {
    const [tree, n] = valueIn(',');
    expect(isMissing(tree, n)).toBe(true);
    expect(kindOf(tree, n)).toBe(NodeKind.Skipped);
  });
});

describe('quotes', () => {
  const read = (text: string): [string, ReturnType<typeof quoteText>] => {
    const file = `deal d {\n${text}\nk()\n}`;
    const tree = parse(file);
    return [file, quoteText(tree, find(tree, NodeKind.Quote))];
  };

  it('joins lines, and finds locator and pieces', () => {
    const [, quote] = read('  > [§2.1] Azure is\n  >the only cloud [...] until\n  > AGI […] is.  ');
    expect(quote.locator).toBe('§2.1');
    expect(quote.text).toBe('Azure is the only cloud [...] until AGI […] is.');
    expect(quote.pieces).toEqual(['Azure is the only cloud', 'until AGI', 'is.']);
    expect(quote.pieces.map((piece, i) => quote.text.startsWith(piece, quote.pieceOffsets[i]))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    '> [§2.1] Azure is\n  > the only cloud [...] until\n  >\n  > AGI.',
    '＞　全角 引用\n\t＞第二行',
    '> [§1]\r\n> words\r\n>   more  words',
    '> no locator [§3] here',
  ])('maps every offset back to the file: %j', (text) => {
    const [file, quote] = read(text);
    for (let i = 0; i < quote.text.length; i++) {
      if (quote.text[i] === ' ') continue;
      expect(file[sourceOffset(quote, i)]).toBe(quote.text[i]);
    }
    expect(quote.text).not.toMatch(/[\r\n>＞]/);
  });

  it('has no locator but at the start', () => {
    const [, quote] = read('> see [§3]');
    expect(quote.locator).toBeUndefined();
    expect(quote.text).toBe('see [§3]');
    expect(read('> [2] x')[1].locator).toBeUndefined();
    expect(read('>')[1]).toEqual({ text: '', pieces: [], pieceOffsets: [], lineOffsets: [] });
  });
});

describe('comments', () => {
  it('belong to the declaration directly below them', () => {
    const text = '// far\n\n// one\n/* two */\nparty A // behind\nparty B\n/** three\n * four\n */ party C';
    const tree = parse(text);
    const texts = [0, 1, 2].map((nth) => {
      const n = find(tree, NodeKind.TermDeclaration, nth);
      return leadingComments(tree, n).map((comment) => commentText(tree, comment));
    });
    expect(texts).toEqual([['one', 'two'], [], ['three\nfour']]);
  });

  it('belong to a clause above and below its quotes', () => {
    const tree = parse('deal d { // of the deal\n  // one\n  > quote\n  // deal-ignore R: why\n  k()\n}');
    const clause = find(tree, NodeKind.Clause);
    expect(leadingComments(tree, clause).map((comment) => commentText(tree, comment))).toEqual([
      'one',
      'deal-ignore R: why',
    ]);
    expect(documentation(tree, clause)).toBe('one');
    expect(textOf(tree, find(tree, NodeKind.Quote))).toBe('> quote');
  });
});
