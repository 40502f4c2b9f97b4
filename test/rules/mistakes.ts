/** One mistake in a text: what is said of it, and what its fix makes of the text. */
import { expect, it } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { findings } from '../verdicts/helpers.ts';

export const TERMS = `party Studio, Vista
cloud East
scope film "The film"
channel cinema
event AGI
`;
export const inDeal = (clause: string): string =>
  `deal vista (by = Studio, to = Vista, from = 2025-01-01) {\n  ${clause}\n  other: license(scope = film)\n}\n`;
export const withHeader = (header: string): string => `deal vista (${header}) {\n  other: license(scope = film)\n}\n`;

/** What is said of a text below the terms: what is marked, and the message. */
export const told = (text: string): string[] =>
  mistakes(text).map(({ span, message }) => `${marked(text, span)}: ${message}`);

export const mistakes = (text: string): readonly Finding[] =>
  findings(TERMS + text).filter(({ severity, verdict }) => severity === 'error' && verdict === undefined);

export const marked = (text: string, { start, end }: Finding['span']): string => (TERMS + text).slice(start, end);

/** The text once the one mistake in it is mended by its fix, which must leave none. */
export function mended(text: string): string {
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

/** What one clause in a deal must become by the fix of the one mistake in it. */
export const mends = (cases: readonly (readonly [written: string, meant: string])[]): void => {
  it.each(cases)('%s', (written, meant) => {
    expect(mended(inDeal(written))).toBe(inDeal(meant));
  });
};
export const says = (cases: readonly (readonly [written: string, message: string])[]): void => {
  it.each(cases)('%s', (written, message) => {
    expect(told(inDeal(written))).toEqual([expect.stringContaining(message)]);
  });
};

/** What a text below the terms must become by the fix of the one mistake in it. */
export const mendsText = (cases: readonly (readonly [written: string, meant: string])[]): void => {
  it.each(cases)('%s', (written, meant) => {
    expect(mended(written)).toBe(meant);
  });
};
