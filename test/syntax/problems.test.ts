import { describe, expect, it } from 'vitest';
import { parse, parseClause } from '../../server/src/syntax/parser.ts';
import { dump } from './dump.ts';

/**
 * Checks a text marked up with its errors: below a line, `^^^ error: …` says what is under the carets must be an error
 * with a message that starts so; a caret behind the line's end stands for its last character. All errors are listed.
 */
function check(markup: string): void {
  const lines = markup.split('\n');
  const text = lines.filter((line) => !/^\s*\^+ error: /.test(line)).join('\n');
  const expected: string[] = [];
  let row = -1;
  for (const line of lines) {
    const mark = /^(\s*)(\^+) error: (.*)$/.exec(line);
    if (mark === null) row++;
    else expected.push(`${row}:${mark[1].length}-${mark[1].length + mark[2].length} ${mark[3]}`);
  }
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  const actual = parse(text).problems.map(({ start, end, message }) => {
    const line = starts.findLastIndex((offset) => offset <= start);
    return { place: `${line}:${start - starts[line]}-${end - starts[line]}`, message };
  });
  const shown = actual.map(({ place, message }, i) => {
    const wanted = expected[i]?.slice(expected[i].indexOf(' ') + 1) ?? '';
    return `${place} ${message.startsWith(wanted) && wanted !== '' ? wanted : message}`;
  });
  expect(shown).toEqual(expected);
}

describe('errors are reported once, where they are', () => {
  it.each([
    ['a missing comma', 'deal d {\n  k(a = b c = d)\n          ^ error: Expected a comma between the arguments\n}'],
    [
      'a missing equals sign',
      'deal d {\n  k(scope x, c = d)\n          ^ error: Expected `=` between `scope` and its value\n}',
    ],
    ['a colon for it', 'deal d {\n  k(scope: x, c = d)\n         ^ error: Expected `=`\n}'],
    ['a missing parenthesis', 'deal d {\n  k(a = b\n        ^ error: Expected `)`\n  l: k(c = d)\n}'],
    ['a missing bracket', 'deal d {\n  k(a = [b, c)\n             ^ error: Expected `]`\n  l: k(c = d)\n}'],
    ['a list without an end', 'deal d {\n  k(a = [b, c = d)\n          ^ error: Expected `]`\n}'],
    [
      'another operator',
      'deal d {\n  k(a =< 5, b => 5, c == d)\n      ^^ error: At most is written `<=`\n              ^^ error: At least is written `>=`\n                      ^^ error: A value is given with one `=`\n}',
    ],
    [
      'a missing value',
      'deal d {\n  k(a = , b = )\n        ^ error: Expected a value\n              ^ error: Expected a value\n}',
    ],
    [
      'an unclosed string',
      'deal d "title {\n       ^^^^^^^^ error: This text in quotation marks is not closed\n  k()\n}',
    ],
    [
      'mixed quotation marks',
      'deal d "title” {\n             ^ error: A text opened with " is closed with "\n  k()\n}',
    ],
    [
      'a day that is none',
      'event a occurred 2026-02-30\n                 ^^^^^^^^^^ error: There is no day 2026-02-30: February 2026 has 28 days',
    ],
    ['a month that is none', 'event a after 2026-13\n              ^^^^^^^ error: There is no month 13'],
    [
      'a date in another order',
      'event a occurred 27/02/2026\n                 ^^^^^^^^^^ error: Expected a date written year-month-day',
    ],
    [
      'an ambiguous date',
      'event a occurred 03.02.2026\n                 ^^^^^^^^^^ error: Expected a date written year-month-day, such as 2026-02-27, or a month such as 2026-03; 03.02.2026 can be read two ways',
    ],
    ['a stray brace', 'deal d { k() }\n}\n^ error: This `}` closes nothing\nparty A'],
    [
      'a misspelt keyword',
      'dael d {\n^^^^ error: Expected `deal`\n  k() exept (a = b)\n      ^^^^^ error: Expected `except`\n}\nexpct clear between d and d\n^^^^^ error: Expected `expect`',
    ],
    ['an emoji', 'party A 🎉🎉 party B\n        ^^^^ error: `🎉🎉` has no meaning here'],
    ['a control character', 'party A \u0000\f\n        ^^ error: The invisible character U+0000'],
    [
      'a minus without spaces',
      'deal d {\n  k(until = AGI-5 years)\n            ^^^^^ error: Expected spaces around the `-`\n}',
    ],
    [
      'a currency in front',
      'deal d {\n  k(amount = USD 100)\n             ^^^^^^^ error: Expected the amount before the currency\n}',
    ],
    [
      'grouped digits',
      'deal d {\n  k(amount = 250,000,000 USD, a = b)\n             ^^^^^^^^^^^ error: A number is written without commas\n}',
    ],
    ['half a year', 'deal d {\n  k(until = AGI + 1.5 years)\n                  ^^^ error: Expected a whole number\n}'],
    [
      'an amount without currency',
      'deal d {\n  k(amount = 250B)\n             ^^^^ error: Expected a currency after 250B\n}',
    ],
    [
      'a sum of something else',
      'deal d {\n  k(until = "x" + 5 years)\n                ^ error: Only to a date or an event\n}',
    ],
    ['no operand', 'deal d {\n  k(until = AGI + x, a = b)\n                ^ error: Expected a duration after `+`\n}'],
    [
      'several excepts',
      'deal d {\n  k(a = b except c except d)\n                   ^^^^^^ error: Expected one `except`\n}',
    ],
    ['a clause outside', 'k()\n^ error: A clause stands inside the `{ }` of a deal\nl: k()\nparty A'],
    [
      'a quote for nothing',
      'deal d {\n  > quote\n  ^^^^^^^ error: Expected a clause or an exception below this quote\n  scope x\n}',
    ],
    ['a comma between clauses', 'deal d {\n  k(),\n     ^ error: No comma is needed here\n  k()\n}'],
    ['an unclosed comment', 'party A /* x\n        ^^^^ error: This comment is not closed\nparty B'],
    ['an expectation inside', 'deal d {\n  expect clear d\n  ^^^^^^ error: Expected `expect` outside\n  k()\n}'],
    ['a reserved dimension', 'dimension deal who\n          ^^^^ error: `deal` is a word of the language'],
    ...['to', 'until', 'affiliates', 'source', 'of', 'yes', 'all', 'who'].map((word) => [
      `a dimension called \`${word}\``,
      `dimension ${word} who\n          ${'^'.repeat(word.length)} error: \`${word}\` is a word of the language`,
    ]),
    ['a relation misspelt', 'scope a overlap b\n        ^^^^^^^ error: Expected `overlaps`'],
    ['a reading with a clause', 'reading r { k() }\n            ^ error: A reading holds only terms'],
  ])('%s', (_, markup) => check(markup));
});

describe('fixes', () => {
  const fixed = (text: string): string => {
    let result = text;
    for (const { fix } of [...parse(text).problems].reverse()) {
      if (fix !== undefined) result = result.slice(0, fix.start) + fix.newText + result.slice(fix.end);
    }
    return result;
  };
  it.each([
    ['deal d { k(a = b c = d) }', 'deal d { k(a = b, c = d) }'],
    ['deal d { k(a b) }', 'deal d { k(a = b) }'],
    ['deal d { k(a =< 5) }', 'deal d { k(a <= 5) }'],
    ['deal d { k(a = [b, c) }', 'deal d { k(a = [b, c]) }'],
    ['deal d { k(a = (b, c)) }', 'deal d { k(a = [b, c]) }'],
    ['deal d { k(a = 5years, b = 100 usd, c = 3 dyas) }', 'deal d { k(a = 5 years, b = 100 USD, c = 3 days) }'],
    ['deal d { k(a = 5 million USD, b = 5bn USD, c = USD 7) }', 'deal d { k(a = 5M USD, b = 5B USD, c = 7 USD) }'],
    ["deal d { k(a = 'x', b = ‘y’) }", 'deal d { k(a = "x", b = "y") }'],
    [
      'deal d { k(a = 2026-2-7, b = 27/02/2026, c = 10-12) }',
      'deal d { k(a = 2026-02-07, b = 2026-02-27, c = 10..12) }',
    ],
    ['deal d { k(a = AGI-5 years) }', 'deal d { k(a = AGI - 5 years) }'],
    ['territory t = US-NY', 'territory t = [US-NY]'],
    ['scope a distinct b', 'scope a distinct from b'],
    ['deal d { k() excpt (a = b) subjct to c }', 'deal d { k() except (a = b) subject to c }'],
    ['deal d (by = A) amend b { }', 'deal d (by = A) amends b { }'],
    ['expect conflit between a adn b', 'expect conflict between a and b'],
    ['kind k permit ()', 'kind k permits ()'],
    ['dimension m woh', 'dimension m who'],
    ['party A # note', 'party A // note'],
    ['deal d (by = A; to = B) { k(); }', 'deal d (by = A, to = B) { k() }'],
    ['deal d { k(a ≤ 5, b = 1…2) }', 'deal d { k(a <= 5, b = 1..2) }'],
  ])('%s', (text, expected) => {
    expect(parse(text).problems.length).toBeGreaterThan(0);
    expect(fixed(text)).toBe(expected);
    expect(parse(expected).problems).toEqual([]);
  });
});

describe('what follows an error is read as if there were none', () => {
  it.each([
    ['a deal without its `}`', 'deal a {\n  k()\n\ndeal b { l: k() }', '(Deal (Name b) (Clause (Label l)'],
    [
      'a deal without its `}` before a term',
      'deal a {\n  k()\n\nscope x\ndeal b { l: k() }',
      '(TermDeclaration (Name scope) (TermItem (Name x)))',
    ],
    ['a reading after it', 'deal a {\n  k()\nreading r { scope a in b }', '(Reading (Name r) (TermDeclaration'],
    [
      'a block without its `}`',
      'deal a {\n  k() {\n    m()\n  l: k()\n}\nscope x',
      ')) (Clause (Label l) (Name k) (Arguments ()))) (TermDeclaration',
    ],
    [
      'a `}` too early',
      'deal a {\n  k() }\n  l: k()\n}\nscope x',
      '(Clause (Label l) (Name k) (Arguments ()))) (TermDeclaration',
    ],
    [
      'a deal by another name',
      'contract a (by = A) {\n  l: k()\n}',
      '(Deal (Name a) (Arguments (Argument (Name by) (Path (Name A)))) (Clause (Label l)',
    ],
    ['a label without a clause', 'deal a {\n  x:\n  l: k()\n}', '(Clause (Label l) (Name k) (Arguments ()))'],
    [
      'brackets for parentheses',
      'deal a {\n  k[a = b]\n  l: k{a = b}\n}',
      '(Clause (Label l) (Name k) (Arguments (Argument (Name a) (Path (Name b)))))',
    ],
  ])('%s', (_, text, part) => {
    const tree = parse(text);
    expect(tree.problems).toHaveLength(text.includes('k[') ? 2 : 1);
    expect(dump(tree)).toContain(part);
  });
});

describe('the text of one clause', () => {
  it('holds one clause only', () => {
    expect(parseClause('k()').problems).toEqual([]);
    expect(parseClause('k() l()').problems).toHaveLength(1);
    expect(parseClause('').problems).toHaveLength(1);
    expect(parseClause('party A').problems).toHaveLength(1);
    expect(dump(parseClause('k(a = '))).toBe(
      '(ClauseFile (Clause (Name k) (Arguments (Argument (Name a) (Skipped)))))',
    );
  });
});

it('stops reporting after a thousand errors, and says so', () => {
  const { problems } = parse('}\n'.repeat(5000));
  expect(problems).toHaveLength(1001);
  expect(problems[1000].message).toContain('more than 1000 errors');
});
