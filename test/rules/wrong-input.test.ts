/** What people write in their first hour: one mistake is one message, which says what was expected and mends it. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { findings } from '../verdicts/helpers.ts';

const TERMS = `party Studio, Vista
cloud East
scope film "The film"
channel cinema
event AGI
`;
const inDeal = (clause: string): string =>
  `deal vista (by = Studio, to = Vista, from = 2025-01-01) {\n  ${clause}\n  other: license(scope = film)\n}\n`;
const withHeader = (header: string): string => `deal vista (${header}) {\n  other: license(scope = film)\n}\n`;

/** What is said of a text below the terms: what is marked, and the message. */
const told = (text: string): string[] => mistakes(text).map(({ span, message }) => `${marked(text, span)}: ${message}`);

const mistakes = (text: string): readonly Finding[] =>
  findings(TERMS + text).filter(({ severity, verdict }) => severity === 'error' && verdict === undefined);

const marked = (text: string, { start, end }: Finding['span']): string => (TERMS + text).slice(start, end);

/** The text once the one mistake in it is mended by its fix, which must leave none. */
function mended(text: string): string {
  const [{ fix }, ...others] = mistakes(text);
  expect(others).toEqual([]);
  let result = TERMS + text;
  for (const { start, end, newText } of [...(fix?.edits ?? [])].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + newText + result.slice(end);
  }
  const after = result.slice(TERMS.length);
  expect(told(after)).toEqual([]);
  return after;
}

describe('a mistake of the text is no second one of what it says', () => {
  it.each([
    ['until = 2026-02-30', '2026-02-30: There is no day 2026-02-30: February 2026 has 28 days'],
    ['until = 2026-13-01', '2026-13-01: There is no month 13 in 2026-13-01: months run from 01 to 12'],
    ['until = 01.02.2026', '01.02.2026: Expected a date written year-month-day'],
    ['until = 1/2/2026', '1/2/2026: Expected a date written year-month-day'],
    ['signed = 2026-02-30', '2026-02-30: There is no day 2026-02-30'],
  ])('%s', (argument, message) => {
    const text = withHeader(`by = Studio, to = Vista, ${argument}`);
    expect(told(text)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['until = 2026/01/02', 'until = 2026-01-02'],
    ['until = 31.12.2026', 'until = 2026-12-31'],
    ['signed = 2026-1-2', 'signed = 2026-01-02'],
  ])('a date that can be read in one way is written as a date: %s', (argument, written) => {
    expect(mended(withHeader(`by = Studio, to = Vista, ${argument}`))).toContain(written);
  });

  it('deals without a name are not two of one name, and lack nothing else', () => {
    expect(told('deal (by = Studio) { license(scope = film) }\ndeal { license() }\n')).toEqual([
      '(: Expected the name of the deal after `deal`',
      '{: Expected the name of the deal after `deal`',
    ]);
  });

  it('a name that is missing is no unknown one', () => {
    expect(told('scope song in\n')).toHaveLength(1);
    expect(told(inDeal('license() subject to'))).toHaveLength(1);
  });

  it('two mistakes are two', () => {
    expect(told(inDeal('x: license(scope = flim channel = cinema)'))).toEqual([
      'flim: `flim` is not declared as a scope in this portfolio',
      'channel: Expected a comma between the arguments',
    ]);
    expect(told(inDeal('x: license(scope = flim'))).toHaveLength(2);
  });
});
