import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseClause } from '../../server/src/syntax/parser.ts';
import {
  childrenOf,
  endOf,
  kindOf,
  NodeKind,
  nextOf,
  STRIDE,
  startOf,
  type Tree,
  textOf,
} from '../../server/src/syntax/tree.ts';
import { dump } from './dump.ts';
import { SAMPLES, tokenSpans } from './samples.ts';

/** The invariants of a tree, for any text. */
function checkTree(tree: Tree): void {
  const count = tree.nodes.length / STRIDE;
  const faults: string[] = [];
  if (startOf(tree, 0) !== 0 || endOf(tree, 0) !== tree.text.length || nextOf(tree, 0) !== count) faults.push('root');
  for (let n = 0; n < count; n++) {
    if (startOf(tree, n) > endOf(tree, n) || nextOf(tree, n) <= n || nextOf(tree, n) > count)
      faults.push(`span of ${n}`);
    let end = startOf(tree, n);
    for (let child = n + 1; child < nextOf(tree, n); child = nextOf(tree, child)) {
      if (startOf(tree, child) < end || endOf(tree, child) > endOf(tree, n)) faults.push(`child ${child} of ${n}`);
      end = endOf(tree, child);
    }
  }
  for (const { start, end, fix } of tree.problems) {
    if (start < 0 || start > end || end > tree.text.length) faults.push(`problem at ${start}`);
    if (fix !== undefined && (fix.start < 0 || fix.start > fix.end || fix.end > tree.text.length))
      faults.push(`fix at ${start}`);
  }
  if (faults.length > 0) expect.fail(`${faults.join(', ')} in ${JSON.stringify(tree.text.slice(0, 2000))}`);
}

interface Head {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Every clause: from its first quote to the end of its header, with its label, kind, arguments and tails. */
function headsOf(tree: Tree): Head[] {
  const heads: Head[] = [];
  for (let n = 0; n < nextOf(tree, 0); n++) {
    if (kindOf(tree, n) !== NodeKind.Clause) continue;
    let end = startOf(tree, n);
    let name = '';
    for (const child of childrenOf(tree, n)) {
      const kind = kindOf(tree, child);
      if (kind === NodeKind.Clause || kind === NodeKind.Exception || kind === NodeKind.Skipped) break;
      if (kind === NodeKind.Quote) continue;
      end = endOf(tree, child);
      name += kind === NodeKind.Label ? `${textOf(tree, child)}: ` : dump(tree, child);
    }
    heads.push({ start: startOf(tree, n), end, name });
  }
  return heads;
}

/** Parses a text that was changed between two offsets of the original: every clause whose header lies outside is there. */
function checkUntouched(heads: readonly Head[], changed: string, from: number, to: number): void {
  const tree = parse(changed);
  checkTree(tree);
  const found = new Map<string, number>();
  for (const { name } of headsOf(tree)) found.set(name, (found.get(name) ?? 0) + 1);
  for (const { start, end, name } of heads) {
    if (end > from && start < to) continue;
    const left = found.get(name) ?? 0;
    if (left === 0) expect.fail(`${name} is lost in\n${changed}`);
    found.set(name, left - 1);
  }
}

const INSERTED = ['(', ')', '[', ']', '{', '}', ',', ':', '=', '.', '..', '+', '-', '%', '<', '>=', '"x"', '> q', '"'];
const ALSO_INSERTED = [
  'foo',
  '5',
  '250B',
  '2026-01-01',
  'deal',
  'expect',
  'under',
  ';',
  '/',
  '🎉',
  '\u0000',
  '“',
  '（',
];

/** UTF-16 units parsed in one test of one sample: long samples are changed at fewer places. */
const BUDGET = 600_000;

/** Every so manieth change is made, for the work to stay within the budget. */
const strideOf = (changes: number, text: string): number => Math.max(1, Math.ceil((changes * text.length) / BUDGET));

describe.each(SAMPLES)('%s', (_, text) => {
  const heads = headsOf(parse(text));
  const tokens = tokenSpans(text);

  it('has a sound tree at every prefix', () => {
    for (let i = 0; i <= text.length; i += strideOf(text.length, text)) checkTree(parse(text.slice(0, i)));
  });

  it('loses no clause but the one in which a token is deleted', () => {
    for (let i = 0; i < tokens.length; i += strideOf(tokens.length, text)) {
      const { start, end } = tokens[i];
      checkUntouched(heads, text.slice(0, start) + text.slice(end), start, end);
    }
  });

  it('loses no clause but the one in or beside which a token is inserted', () => {
    const inserted = [...INSERTED, ...ALSO_INSERTED];
    const changes = tokens.length * inserted.length;
    const stride = strideOf(changes, text);
    for (let i = 0; i < changes; i += stride) {
      const { start } = tokens[Math.floor(i / inserted.length)];
      const token = inserted[i % inserted.length];
      // A quote and an unclosed string take the rest of their line with them.
      const end = /["“>]/.test(token) ? text.indexOf('\n', start) : start + 1;
      checkUntouched(heads, `${text.slice(0, start)} ${token} ${text.slice(start)}`, start - 1, end);
    }
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'deal',
      'reading',
      'expect',
      'kind',
      'dimension',
      'except',
      'subject',
      'to',
      'in',
      'by',
      'a',
      'b',
      'who',
      'clear',
    ],
    ...[
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '=',
      '.',
      '..',
      '+',
      '-',
      '%',
      '<',
      '>',
      '\n',
      '\n  ',
      ' ',
      '"',
      '“',
      '”',
    ],
    ...[
      '5',
      '250B',
      'USD',
      'years',
      '2026-01-01',
      '2026-02',
      '// c\n',
      '/*',
      '*/',
      '\n> q',
      '（',
      '）',
      '，',
      '🎉',
      '\ud800',
      '\0',
    ],
  );
  it('has a sound tree: token soup', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (soup) => {
        checkTree(parse(soup.join('')));
        checkTree(parse(soup.join(' ')));
        checkTree(parseClause(soup.join(' ')));
      }),
      { numRuns: 3000 },
    );
  });

  it('has a sound tree: any UTF-16 units', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (units) => checkTree(parse(units.join('')))),
      { numRuns: 1000 },
    );
  });

  it('has a sound tree: samples with bytes changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SAMPLES.map(([, text]) => text)),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
        (text, changes) => {
          const bytes = Buffer.from(text.slice(0, 4000));
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          checkTree(parse(bytes.toString('utf8')));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it.each([
  'deal d {\n k{\n a = b,\n c x\n)\n}',
  'deal d { k[a = b) }',
  'deal a {} deal x = y)',
  'deal a { k() } } deal x = y)',
])('ends for %j', (text) => {
  const tree = parse(text);
  checkTree(tree);
  expect(tree.problems.length).toBeGreaterThan(0);
});

describe('huge texts', () => {
  const DEEP = 10_000;
  it.each([
    ['lists', (n: number) => `deal d {\n k(a = ${'['.repeat(n)}x${']'.repeat(n)}, b = c)\n l: k()\n}`],
    ['open lists', (n: number) => `deal d {\n k(a = ${'['.repeat(n)}\n l: k()\n}`],
    ['blocks', (n: number) => `deal d {\n ${'k() {'.repeat(n)}${'}'.repeat(n)}\n l: k()\n}`],
    ['choices', (n: number) => `deal d {\n k(a = ${'earlier of ['.repeat(n)}x${']'.repeat(n)})\n l: k()\n}`],
    ['sums', (n: number) => `deal d {\n k(a = x${' + 1 day'.repeat(n)})\n l: k()\n}`],
  ])('%s within each other are an error, and cost nothing else', (what, make) => {
    const tree = parse(make(DEEP));
    checkTree(tree);
    expect(tree.problems.length).toBeGreaterThan(0);
    expect(tree.problems.length).toBeLessThan(4);
    expect(tree.problems.some(({ message }) => message.includes('200'))).toBe(true);
    expect(dump(tree)).toContain('(Clause (Label l) (Name k) (Arguments ()))');
    expect(parse(make(100)).problems.length).toBe(what === 'open lists' ? 1 : 0);
  });

  it.each([
    ['parentheses', '('],
    ['braces', '{'],
    ['brackets', '['],
    ['closing braces', '}'],
    ['unclosed comments', '/* '],
    ['unclosed strings', '" '],
    ['lone carriage returns', 'k()\r'],
    ['deals without an end', 'deal a {\n k(\n'],
    ['lists without an end', 'scope a = [b\n'],
    ['quotes', '> q\n\n'],
    ['hashes', '# \n'],
    ['currency signs', '$1,'],
    ['commas and digits', '1,000,'],
    ['dots', '..'],
    ['excepts', 'a except '],
    ['names', 'a '],
  ])('ten thousand %s', (_, piece) => {
    checkTree(parse(piece.repeat(10_000)));
    checkTree(parse(`deal d { k(a = ${piece.repeat(10_000)}`));
  });

  it('a line of a million characters', () => {
    const list = Array.from({ length: 100_000 }, (_, i) => `n${i}`).join(', ');
    const tree = parse(`deal d { k(a = [${list}, ${'x'.repeat(400_000)}]) l: k() }`);
    expect(tree.text.length).toBeGreaterThan(1_000_000);
    expect(tree.problems).toEqual([]);
    expect(dump(tree).endsWith('(Clause (Label l) (Name k) (Arguments ()))))')).toBe(true);
    checkTree(parse('x'.repeat(1_000_000)));
    checkTree(parse('🎉'.repeat(500_000)));
    checkTree(parse(' '.repeat(1_000_000)));
  });
});

it('parses one text after another without a trace of the first', () => {
  for (const [, text] of SAMPLES) {
    const before = parse(text);
    parse('deal d { k(a = [');
    const after = parse(text);
    expect(after).toEqual(before);
  }
});
