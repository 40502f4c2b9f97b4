import { describe, expect, it, test } from 'vitest';
import { nameFor } from '../../server/src/exchange/term-names.ts';
import { commentText, composeFile, quoteLines, stringText } from '../../server/src/exchange/written-deal.ts';
import { format } from '../../server/src/syntax/format.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { analysisOf, faultsOf } from './portfolio.ts';

describe('names', () => {
  test.each([
    ['Acme, Inc.', 'Acme_Inc'],
    ['无状态接口', '无状态接口'],
    ['1st Street Bank', 'st_Street_Bank'],
    ['EXHIBIT 10.2 — Site & Hosting', 'EXHIBIT_10_2_Site_Hosting'],
    ['all', 'all_'],
    ['***', 'party'],
    ['', 'party'],
    ['Ünïcode GmbH', 'Ünïcode_GmbH'],
  ])('%s is %s', (words, name) => expect(nameFor(words, new Set(), 'party')).toBe(name));

  it('are not taken twice, not too long, and never cut within a character', () => {
    expect(nameFor('A', new Set(['A', 'A_2']), 'x')).toBe('A_3');
    const long = nameFor('A name of very many words that goes on and on and on', new Set(), 'x');
    expect(long.length).toBeLessThanOrEqual(48);
    expect(long.endsWith('_')).toBe(false);
    expect(nameFor('𠮷'.repeat(60), new Set(), 'x')).toMatch(/^𠮷+$/u);
  });

  it('are names of the language', () => {
    for (const words of ['deal', 'by', 'worldwide', 'a b', '甲方（公司）', 'état-major', '\u202eabc', 'x'.repeat(99)]) {
      const name = nameFor(words, new Set(), 'party');
      expect(parse(`party ${name}\n`).problems, name).toEqual([]);
    }
  });
});

describe('what is written', () => {
  it('is in the canonical layout and says what was given', () => {
    const text = composeFile(
      [],
      [
        {
          comments: ['Made of “words”.\nTwo lines.'],
          name: 'a',
          title: 'The "A" agreement',
          arguments: [
            ['by', 'p'],
            ['source', stringText('texts/a.txt')],
          ],
          terms: ['party p'],
          clauses: [
            {
              quotes: [{ pieces: ['One', 'two\n three'], locator: '§2' }, { pieces: ['Four'] }],
              kind: 'parties',
              arguments: [],
            },
          ],
        },
      ],
    );
    expect(format(text)).toBe(text);
    expect(text).toContain('// Made of “words”.\n// Two lines.\ndeal a “The "A" agreement” (');
    expect(text).toContain('  > [§2] One [...] two three\n\n  > Four\n  parties()');
    expect(faultsOf(analysisOf({ 'a.deal': text, 'texts/a.txt': '2. One and two three\n\n3. Four' }))).toEqual([]);
  });

  it('keeps a passage that starts like a locator from being one', () => {
    const lines = quoteLines({ pieces: ['[§9] is void'] }, '');
    const text = `party p\ndeal a (by = p, source = "a.txt") {\n${lines}parties()\n}\n`;
    const analysis = analysisOf({ 'a.deal': text, 'a.txt': 'Here [§9] is void.' });
    expect(analysis.summary.quotes.verified).toBe(1);
  });

  test.each(['say "hi"', 'both “and” "', 'a\nb', 'tab\there', '\u0000\u0007x', 'end\\'])(
    'the text %j is one string',
    (words) => {
      const tree = parse(`party p ${stringText(words)}\n`);
      expect(tree.problems).toEqual([]);
    },
  );

  it('lets no comment silence a finding, end itself or reorder its line', () => {
    const comment = commentText('x deal-ignore exclusive-overlap: no\u2028*/ deal b (by = p) {} \u202e', '');
    expect(comment).not.toContain('deal-ignore');
    expect(comment).not.toMatch(/[\u2028\u202e]/);
    expect(
      comment
        .split('\n')
        .slice(0, -1)
        .every((line) => line.startsWith('// ')),
    ).toBe(true);
  });
});
