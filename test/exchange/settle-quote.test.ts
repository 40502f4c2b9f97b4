import { describe, expect, it } from 'vitest';
import { findQuote } from '../../server/src/evidence/find-quote.ts';
import { prepareSource } from '../../server/src/evidence/prepare-source.ts';
import { settleQuote, settleSpan } from '../../server/src/exchange/settle-quote.ts';

const contract = `Preamble with the Company.

1. Grant
The Company grants a licence. The Company may end it.

2. End
The Company may end it after two years.
`;
const source = prepareSource(contract, 'text');

/** That the checker verifies a quote, and where. */
const verified = (settled: ReturnType<typeof settleQuote>) => {
  const match = findQuote(source, settled!.quote);
  return match.kind === 'verified' ? match.spans[0].start : match.kind;
};

describe('a quote', () => {
  it('that occurs once gets its locator', () => {
    const settled = settleQuote(source, ['grants a licence']);
    expect(settled?.quote).toEqual({ pieces: ['grants a licence'], locator: '§1' });
  });

  it('that occurs twice is told apart by its section', () => {
    const at = contract.lastIndexOf('The Company may end it');
    const settled = settleQuote(source, ['The Company may end it'], at);
    expect(settled?.quote.locator).toBe('§2');
    expect(verified(settled)).toBe(at);
  });

  it('that occurs twice in one section is told apart by words around it', () => {
    const at = contract.indexOf('Company may');
    const settled = settleQuote(source, ['Company'], at);
    expect(settled!.quote.pieces[0].length).toBeLessThan(40);
    const start = verified(settled);
    expect(typeof start === 'number' && start <= at && at < start + settled!.quote.pieces[0].length).toBe(true);
  });

  it('that stops within a word is widened to it', () => {
    const settled = settleQuote(source, ['grants a lic'], contract.indexOf('grants a lic'));
    expect(settled?.quote.pieces).toEqual(['grants a licence']);
  });

  it('that the source does not have is none', () => {
    expect(settleQuote(source, ['grants no licence'])).toBeUndefined();
    expect(settleQuote(source, ['a lic'], 0)).toBeUndefined();
    expect(settleQuote(source, ['...'])).toBeUndefined();
  });

  it('of a selection may start with white space and end within a word', () => {
    const start = contract.indexOf(' grants a');
    expect(settleSpan(source, { start, end: start + 14 })?.quote.pieces).toEqual(['grants a licence']);
    expect(settleSpan(source, { start: contract.indexOf('\n\n'), end: contract.indexOf('\n\n') + 2 })).toBeUndefined();
  });
});
