import { describe, expect, test } from 'vitest';
import type { Difference } from '../../server/src/evidence/quote-match.ts';
import { find, nearest } from './find.ts';

const source = `1. Licence. Microsoft shall not assign this Agreement to Amazon without prior written consent of OpenAI.
2. Fees. Amazon shall pay $250,000 within thirty (30) days after December 31, 2027, and 27% of its Net Sales, but may
not deduct any taxes, charges or other costs. It is unable to withhold payment; it holds a non-exclusive licence.
3. Notices. Every notice is given in writing to the registered office of the party, and takes effect on receipt.
`;

function told(difference: Difference): string {
  switch (difference.change) {
    case 'dropped':
      return `${difference.kind}: -${difference.source}`;
    case 'added':
      return `${difference.kind}: +${difference.quoted}`;
    case 'changed':
      return `${difference.kind}: ${difference.source} > ${difference.quoted}`;
  }
}

describe('what changed is named', () => {
  test.each([
    ['Microsoft shall assign this Agreement to Amazon', 'negation: -not'],
    ['of the party, and takes no effect on receipt', 'negation: +no'],
    ['It is able to withhold payment', 'negation: unable > able'],
    ['it holds an exclusive licence', 'negation: a non-exclusive > an exclusive'],
    ['this Agreement to Amazon with prior written consent', 'negation: without > with'],
    ['Amazon shall pay $350,000 within thirty', 'amount: 250,000 > 350,000'],
    ['Amazon shall pay €250,000 within thirty', 'amount: $ > €'],
    ['Amazon shall pay $250,000 within sixty (30) days', 'number: thirty > sixty'],
    ['within thirty (60) days after', 'number: 30 > 60'],
    ['and 29% of its Net Sales', 'number: 27 > 29'],
    ['days after December 31, 2028, and 27%', 'date: 2027 > 2028'],
    ['days after December 30, 2027, and 27%', 'date: 31 > 30'],
    ['days after November 31, 2027, and 27%', 'date: December > November'],
    ['this Agreement to Google without prior written consent', 'party: Amazon > Google'],
    ['this Agreement to amazon without prior written consent', 'letter case: Amazon > amazon'],
    ['in writing to the main office of the party', 'words: registered > main'],
    ['in writing to the office of the party', 'words: -registered'],
    ['any taxes, charges and other costs', 'words: or > and'],
    ['deduct any taxes charges or other costs', 'punctuation: -,'],
    ['it holds a nonexclusive licence', 'words: non-exclusive > nonexclusive'],
  ])('%s', (quote, difference) => {
    const { differences } = nearest(source, quote);
    expect(differences.map(told)).toEqual([difference]);
    for (const { span } of differences) expect(span.start).toBeLessThanOrEqual(span.end);
  });

  test('several of them, in the order of the text', () => {
    const { differences } = nearest(source, 'Google shall assign this Deal to Amazon without prior written consent');
    expect(differences.map(told)).toEqual(['party: Microsoft > Google', 'negation: -not', 'party: Agreement > Deal']);
  });
});

test('the passage is given as it stands, with its place and the comparison', () => {
  const found = nearest(source, 'Amazon may deduct any taxes, charges or costs.');
  expect(found).toMatchObject({ section: '§2', locator: '§2' });
  const passage = nearest(source, 'but may deduct any taxes, charges or other costs');
  expect(source.slice(passage.span.start, passage.span.end)).toBe(
    'but may\nnot deduct any taxes, charges or other costs',
  );
  expect(passage.text).toBe('but may not deduct any taxes, charges or other costs');
  expect(passage.words).toEqual([
    { kind: 'kept', text: 'but may' },
    { kind: 'dropped', text: 'not' },
    { kind: 'kept', text: 'deduct any taxes, charges or other costs' },
  ]);
  expect(passage.similarity).toBeGreaterThan(0.8);
  expect(passage.similarity).toBeLessThan(1);
});

test('its text, put in place of the quote, is found', () => {
  const passage = nearest(source, 'Amazon shall pay $350,000 within thirty (30) days');
  expect(find(source, passage.text).kind).toBe('verified');
});

test.each([
  ['nothing is like it', 'The quick brown fox jumps over the lazy dog tonight'],
  ['too little agrees', 'Every notice of default may be sent by ordinary electronic mail at any time'],
  ['one word', 'Microsofts'],
])('there is none where %s', (_, quote) => {
  expect(find(source, quote)).toEqual({ kind: 'missing', reason: 'absent', piece: 0, pieceCount: 1 });
});

test('a sentence left out in the middle is found', () => {
  const { differences } = nearest(
    source,
    'Microsoft shall not assign this Agreement without prior written consent of OpenAI.',
  );
  expect(differences.map(told)).toEqual(['party: -to Amazon']);
});

test('a piece of a spliced quote has its own', () => {
  const match = find(source, 'Microsoft shall not assign [...] written content of OpenAI');
  expect(match).toMatchObject({ kind: 'missing', piece: 1, nearest: { text: 'written consent of OpenAI' } });
});

test('the section of the locator comes first', () => {
  const twice =
    '1. Sale. The Seller shall sell all goods to Amazon.\n2. Rent. The Seller shall rent all goods to Amazon.\n';
  const quote = 'The Seller shall lend all goods to Amazon';
  expect(find(twice, `[§2] ${quote}`)).toMatchObject({ nearest: { section: '§2' } });
  expect(find(twice, `[§1] ${quote}`)).toMatchObject({ nearest: { section: '§1' } });
});

test('Chinese is compared character by character', () => {
  const chinese = '第一条 许可。未经微软书面同意，亚马逊不得转让本协议项下的任何权利。';
  const { differences } = nearest(chinese, '未经微软书面同意，亚马逊得转让本协议');
  expect(differences.map(told)).toEqual(['negation: -不']);
});

test('at the very ends of a source', () => {
  expect(nearest('Amazon shall not sell goods', 'Amazon shall sell goods here').text).toMatch(
    /^Amazon shall not sell goods/,
  );
  expect(nearest('shall not sell goods to them', 'Amazon shall not sell goods to').text).toMatch(
    /^shall not sell goods to/,
  );
});

test('a very long quote that is not there comes to an end', () => {
  const words = 'the Company shall not sell any of the goods to it'.split(' ');
  const long = (step: number) =>
    Array.from({ length: 20_000 }, (_, index) => words[(index * step + (index >> 3)) % words.length]).join(' ');
  expect(find(long(3), long(7)).kind).toBe('missing');
});

describe('a sentence that goes on over a page', () => {
  const share = (party: string, first: string, then: string, page = '') =>
    `"${party} Share" means the percentage that ${party} receives: for the first ten Products installed, ${first} of Net ` +
    `Revenue, and thereafter ${then} of Net Revenue. Notwithstanding anything to the contrary contained herein, the ${page}` +
    `${party} Share with respect to the split of Net Revenue may be negotiated.`;
  const broken = (page: string) =>
    `1. Share. ${share('Distributor', '7.5%', '15%', page)}\n\n2. Rest. ${share('Hydraspin', '92.5%', '85%')}\n`;
  const quote = /for the .* Net Revenue(?= may)/.exec(share('Distributor', '7.5%', '15%'))?.[0] ?? '';

  test.each([
    '1\n\nSource: WATER NOW, INC., 10-Q, 11/20/2019\n\n\n\n',
    '\nPage 3 of 10\n',
    '\n\n- 3 -\n\n',
    '3\n\n',
    '\n\nConfidential\n\n12\n\n',
  ])('is nearer than one with other words: %j', (page) => {
    const found = nearest(broken(page), quote);
    expect(found).toMatchObject({ section: '§1', differences: [{ kind: 'page break', change: 'dropped' }] });
    expect(find(broken(page), found.text).kind).toBe('verified');
  });

  test.each(['three ', 'Confidential\n\n', 'first 3\n\nyears of the term of it and the\n\n'])(
    'but words that are left out are none: %j',
    (words) => {
      const { differences } = nearest(broken(words), quote);
      expect(differences.map(({ kind }) => kind)).not.toContain('page break');
    },
  );
});

test('a number that only the quote has is added, whatever the heading', () => {
  const grant = '2.1 Grant. Supplier shall not sell the Products to any person other than Buyer in the Territory.\n';
  const quote = 'Supplier shall not sell the Products to any person other than Buyer in the Territory';
  const passage = nearest(grant, `(a) ${quote}`);
  expect(passage.differences.map(told)).toEqual(['words: +(a)']);
  expect(passage.text).toBe(quote);
  expect(nearest(grant.replace('Grant. ', ''), `2.2 ${quote}`).differences.map(told)).toEqual(['number: 2.1 > 2.2']);
});
