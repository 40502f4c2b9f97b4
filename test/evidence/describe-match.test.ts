import { describe, expect, test } from 'vitest';
import { describeMatch } from '../../server/src/evidence/describe-match.ts';
import { find } from './find.ts';
import { lines, pdf } from './helpers/pdf.ts';
import { findIn, sourceIn } from './helpers/read.ts';

const source = `1. Licence. Microsoft shall not assign this Agreement to Amazon.
2. Fees. Amazon shall pay $250 million within 30 days. Time is of the essence.
3. End. Amazon may leave at any time after the day on which Microsoft has been paid in full and shall then not be
entitled to any refund whatsoever. Time is of the essence.
4. Rest. Microsoft shall turn back all of the deposit on the first day on which 92.5% of the price is unpaid.
5. Rent. Amazon may rent goods of the
Page 3
highest quality to Microsoft.
6. Trade.
(a) It sells.
(b) It buys.
`;

test.each([
  ['[...]', 'The quote has no words.'],
  ['assign this Agreement', 'The passage is in the source, in §1.'],
  ['Time is of the essence', 'The passage occurs twice in the source: in §2 and §3.'],
  ['[§1] Amazon may leave', 'The passage is in §3, not in §1.'],
  ['[§7] Amazon may leave', 'The source has no §7 that can be recognised; the passage is in §3.'],
  ['[§1] Microsoft shall not assign [...] Amazon shall pay', 'The second piece of the passage is in §2, not in §1.'],
  ['[§2] Microsoft shall not assign [...] Amazon shall pay', 'The first piece of the passage is in §1, not in §2.'],
  ['Google is nice to us', 'The passage is not in the source.'],
  [
    'Microsoft shall assign this Agreement to Amazon.',
    'The passage is not in the source. The nearest one, in §1, says “Microsoft shall not assign this Agreement to Amazon.”: the negation “not” was dropped.',
  ],
  [
    'has been paid in full and shall then be entitled to any refund whatsoever. Time is of the essence',
    'The passage is not in the source. The nearest one, in §3, says “… in full and shall then not be entitled to any refund …”: the negation “not” was dropped.',
  ],
  [
    'Amazon may leave at any time after the day on which Microsoft has been paid in full. Time is of the essence.',
    'The passage is not in the source. The nearest one, in §3, says “… has been paid in full and shall then not be entitled to any refund whatsoever. Time is of the …”: “and shall then not be entitled to any refund whatsoever” was dropped, with a negation in it.',
  ],
  [
    'shall pay $250 million within 60 days',
    'The passage is not in the source. The nearest one, in §2, says “shall pay $250 million within 30 days”: the number “30” became “60”.',
  ],
  [
    'Amazon shall pay $25',
    'The passage is not in the source as such, only as part of “Amazon shall pay $250 million”. The nearest one, in §2, says “Amazon shall pay $250”: the amount “250” became “25”.',
  ],
  [
    'Microsoft shall turn back all of the deposit on the first day on which 92.4% of the price is unpaid',
    'The passage is not in the source. The nearest one, in §4, says “… the first day on which 92.5% of the price is …”: the number “92.5” became “92.4”.',
  ],
  [
    'Amazon may rent goods of the highest quality to Microsoft',
    'The passage is not in the source. The nearest one, in §5, says “Amazon may rent goods of the [...] highest quality to Microsoft”: a page break stands in it, “Page 3”.',
  ],
  [
    'Amazon may leave [...] Microsoft shall not assign',
    'The second piece of the passage does not come after the one before it in the source, though each piece occurs.',
  ],
])('%s', (quote, message) => {
  expect(describeMatch(find(source, quote)).message).toBe(message);
});

test.each([
  ['Time is of the essence', 'Quote more of it, or say which one with a locator, as in [§2].'],
  ['[§1] Amazon may leave', 'Change the locator to [§3].'],
  ['[§1] Microsoft shall not assign [...] Amazon shall pay', 'Take the locator out.'],
  ['[§6(a)] It sells [...] It buys', 'Change the locator to [§6].'],
  ['Amazon may rent goods of the highest quality to Microsoft', 'Write [...] where the page ends.'],
  ['assign this Agreement', undefined],
])('help for %s', (quote, help) => {
  expect(describeMatch(find(source, quote)).help).toBe(help);
});

describe('in a source with pages', () => {
  const pages = [
    lines(['1. Sale. Amazon buys.', 'It pays.', '2. End. It ends.'], 60, 700),
    [],
    lines(['Amazon sells.', 'It pays.'], 60, 700),
    lines(['It pays.'], 60, 700),
  ];
  const described = async (quote: string, of = pages) => describeMatch(findIn(await sourceIn(pdf(of), 'a.pdf'), quote));

  test.each([
    ['Amazon sells.', 'The passage is in the source, in §2 on page 3.', undefined],
    [
      'It pays.',
      'The passage occurs 3 times in the source: in §1 on page 1, §2 on page 3 and §2 on page 4.',
      'Quote more of it, or say which one with a locator, as in [§p. 1].',
    ],
    [
      '[§p. 1] It ends. [...] Amazon sells.',
      'The second piece of the passage is in §2 on page 3, not in §p. 1.',
      'Change the locator to [§pp. 1-3].',
    ],
    ['[§p. 1] Amazon sells.', 'The passage is in §2 on page 3, not in §p. 1.', 'Change the locator to [§2].'],
    [
      'Something that is nowhere at all',
      'The passage is not in the source.',
      'Check that this is the right source, and copy the passage from it. Page 2 of the source has no text that can be read: it may stand there.',
    ],
  ])('%s', async (quote, message, help) => {
    expect(await described(quote)).toEqual({ message, ...(help !== undefined && { help }) });
  });

  test('without sections', async () => {
    const plain = [lines(['It pays.'], 60, 700), lines(['Amazon sells.', 'It pays.'], 60, 700)];
    expect((await described('It pays.', plain)).message).toBe(
      'The passage occurs twice in the source: on page 1 and page 2.',
    );
    expect(await described('[§p. 1] Amazon sells.', plain)).toEqual({
      message: 'The passage is on page 2, not in §p. 1.',
      help: 'Change the locator to [§p. 2].',
    });
  });
});
