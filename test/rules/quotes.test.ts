/** §5, quotes: a passage is where the clause says it is, word for word. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { check, findingsOf } from '../verdicts/helpers.ts';

const SOURCE = `# Supply agreement

## §1 Exclusivity

The Supplier shall not sell the Product to anyone but the Buyer in France. This "exclusivity" ends
on 31 December 2027, unless it is prolonged.

## §2 Sales

The Buyer may sell the Product.

## §3 Spain

The Buyer may sell the Product.
`;

const quoted = (quote: string, source = ', source = "texts/supply.md"') => `party Supplier, Buyer
scope product
deal supply (by = Supplier, to = Buyer, from = 2025-01-01${source}) {
${quote}
  only: exclusive(scope = product, territory = FR)
}
`;
const asked: string[] = [];
const readSource = (path: string) => {
  asked.push(path);
  return path === 'deals/texts/supply.md' || path === 'texts/supply.md'
    ? SOURCE
    : { unavailable: 'there is no such file' };
};

describe('a quote', () => {
  const cases: readonly (readonly [says: string, quote: string, rules: string[]])[] = [
    ['word for word', '  > The Supplier shall not sell the Product to anyone but the Buyer in France.', []],
    ['over two lines', '  > The Supplier shall not sell the Product\n  > to anyone but the Buyer in France.', []],
    ['with a locator', '  > [§1] The Supplier shall not sell the Product to anyone but the Buyer in France.', []],
    ['with other quotation marks', '  > This “exclusivity” ends on 31 December 2027', []],
    ['of two pieces', '  > The Supplier shall not sell the Product [...] in France.', []],
    [
      'of two pieces in the wrong order',
      '  > in France. [...] The Supplier shall not sell the Product',
      ['quote-not-found'],
    ],
    ['that occurs twice', '  > The Buyer may sell the Product.', ['quote-ambiguous']],
    ['that occurs twice, with a locator', '  > [§3] The Buyer may sell the Product.', []],
    [
      'without its negation',
      '  > The Supplier shall sell the Product to anyone but the Buyer in France.',
      ['quote-not-found'],
    ],
    ['with another number', '  > ends on 31 December 2028, unless it is prolonged.', ['quote-not-found']],
    [
      'with another party',
      '  > The Supplier shall not sell the Product to anyone but the Seller in France.',
      ['quote-not-found'],
    ],
    ['of something else', '  > Nothing of the sort is written here.', ['quote-not-found']],
    ['with the wrong locator', '  > [§3] This "exclusivity" ends on 31 December 2027', ['wrong-locator']],
  ];
  for (const [says, quote, rules] of cases) {
    it(`${says}: ${rules.join() || 'verified'}`, () => {
      const { findings, summary } = check(quoted(quote), { readSource });
      expect(findings.map(({ rule }) => rule)).toEqual(rules);
      for (const { severity } of findings) expect(severity).toBe('error');
      if (rules.length === 0) expect(summary.quotes.verified).toBe(1);
    });
  }
});

describe('a quote that is nearly there', () => {
  const near = (quote: string) => {
    const text = quoted(`  > ${quote}`);
    return { text, finding: findingsOf('quote-not-found', text, { readSource })[0] };
  };

  it('is offered the words of the source', () => {
    const { text, finding } = near('The Supplier shall sell the Product to anyone but the Buyer in France.');
    expect(finding.fix?.edits).toHaveLength(1);
    const [{ start, end, newText }] = finding.fix!.edits;
    const mended = text.slice(0, start) + newText + text.slice(end);
    expect(check(mended, { readSource }).summary.quotes.verified).toBe(1);
  });

  it('is told that a negation changed', () => {
    const { finding } = near('The Supplier shall sell the Product to anyone but the Buyer in France.');
    expect(`${finding.message} ${finding.help}`).toMatch(/negation/i);
  });

  it('is told that a number or a date changed', () => {
    const { finding } = near('This "exclusivity" ends on 31 December 2028, unless it is prolonged.');
    expect(`${finding.message} ${finding.help}`).toMatch(/number|date/i);
  });
});

describe('a quote whose words are in the source', () => {
  const told = (quote: string) => {
    const text = quoted(`  > ${quote}`);
    const found = check(text, { readSource }).findings;
    expect(found.map(({ rule }) => rule)).toEqual(['quote-not-found']);
    return { text, finding: found[0] };
  };
  const mended = (quote: string): string => {
    const { text, finding } = told(quote);
    let result = text;
    for (const { start, end, newText } of [...(finding.fix?.edits ?? [])].sort((a, b) => b.start - a.start)) {
      result = result.slice(0, start) + newText + result.slice(end);
    }
    expect(check(result, { readSource }).summary.quotes.verified).toBe(1);
    return /^ {2}> .*(?:\n {2}> .*)*/m.exec(result)?.[0].replace(/^ {2}> /gm, '') ?? '';
  };

  it.each(['...', '…', '. . .', '<omitted>', '[…] …', '(...)', '***'])(
    'and %s between them is told how to leave words out',
    (mark) => {
      const { finding } = told(`The Supplier shall not sell ${mark} in France.`);
      expect(finding.message).toMatch(/^The words are in the source, but `.*` is read as one of them\.$/);
      expect(finding.help).toContain('Write `[...]` where words are left out');
      expect(mended(`The Supplier shall not sell ${mark} in France.`)).toMatch(
        /^The Supplier shall not sell (?:\[…\] )?\[\.\.\.\] in France\.$/,
      );
    },
  );

  it('and several marks, over lines, has all of them mended', () => {
    expect(mended('The Supplier … sell the Product\n  > ... in France.')).toBe(
      'The Supplier [...] sell the Product\n[...] in France.',
    );
  });

  it.each([
    ['[Section 1] The Supplier shall not sell the Product', '[§1] The Supplier shall not sell the Product'],
    ['[1] The Supplier shall not sell the Product', '[§1] The Supplier shall not sell the Product'],
    ['(§1) The Supplier shall not sell the Product', '[§1] The Supplier shall not sell the Product'],
    ['§1 The Supplier shall not sell the Product', '[§1] The Supplier shall not sell the Product'],
    ['Section 1: The Supplier shall not sell the Product', '[§1] The Supplier shall not sell the Product'],
    ['The Supplier shall not sell the Product [§1]', '[§1] The Supplier shall not sell the Product'],
    ['The Buyer may sell the Product. (Section 3)', '[§3] The Buyer may sell the Product.'],
    ['The Supplier shall not sell\n  > the Product [§1].', '[§1] The Supplier shall not sell\nthe Product'],
  ])('has its locator put right: %s', (quote, meant) => {
    expect(told(quote).finding.message).toContain('A locator stands first and opens with `[§`');
    expect(mended(quote)).toBe(meant);
  });

  it('but not in the section that is said has no fix', () => {
    const { finding } = told('[Section 9] The Supplier shall not sell the Product');
    expect(finding.message).toContain('A locator stands first and opens with `[§`');
    expect(finding.fix).toBeUndefined();
  });

  it.each([
    '[The Buyer] shall not sell the Product',
    '[sic] The Supplier shall not sell the Product',
    'Section 9: The Supplier shall not sell the Product',
    'The Supplier shall not ... in Spain.',
    '[Section 1] The Supplier shall sell the Product',
  ])('or not is not said of other changes: %s', (quote) => {
    expect(told(quote).finding.message).toMatch(/^The passage is not in the source\./);
  });
});

describe('a quote of an exception', () => {
  it('is verified too', () => {
    const text = `party Supplier, Buyer
deal supply (by = Supplier, to = Buyer, from = 2025-01-01, source = "texts/supply.md") {
  only: exclusive(territory = FR) {
    > unless it is prolonged.
    except (from = 2028)
    > unless it is cancelled.
    except (from = 2029)
  }
}
`;
    const { summary } = check(text, { readSource });
    expect(summary.quotes).toMatchObject({ verified: 1, missing: 1 });
  });
});

describe('a source', () => {
  const quote = '  > [§1] The Supplier shall not sell the Product to anyone but the Buyer in France.';

  it('that is not named leaves the quote unverified', () => {
    const { findings, summary } = check(quoted(quote, ''), { readSource });
    expect(findings).toEqual([]);
    expect(summary.quotes).toMatchObject({ verified: 0, unverified: 1 });
    expect(summary.notChecked.some(({ what, count }) => what === 'quotes not verified' && count === 1)).toBe(true);
  });

  it('that names no file is told so', () => {
    const [finding] = findingsOf('source-unavailable', quoted(quote, ', source = "."'), { readSource });
    expect(finding.message).toBe('the source of `supply` names no file');
  });

  it('that cannot be read is reported', () => {
    const text = quoted(quote, ', source = "texts/suply.md"');
    const [finding] = findingsOf('source-unavailable', text, { readSource });
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(check(text, { readSource }).summary.quotes).toMatchObject({ verified: 0, unverified: 1 });
  });
});

describe('passages', () => {
  it('tell for each quote, exceptions included, where it stands in its source, or why not', () => {
    const text = `party Supplier, Buyer
deal supply (by = Supplier, to = Buyer, from = 2025-01-01, source = "texts/supply.md") {
  > [§3] The Buyer may [...] sell the Product.
  only: exclusive(territory = FR) {
    > unless it is prolonged.
    except (from = 2028)
  }
  > This "exclusivity" ends on 31 December 2028
  grant()
}
deal other (by = Supplier, to = Buyer) {
  > Nobody says this.
  grant()
}
`;
    const { passages, passagesIn } = analyse([{ path: 'a.deal', tree: parse(text) }], {
      asOf: '2025-01-01',
      readSource,
    });
    expect(passages.map(({ clause, source, match }) => [clause.name, source, match.kind])).toEqual([
      ['supply.only', 'texts/supply.md', 'verified'],
      ['supply.only', 'texts/supply.md', 'verified'],
      ['supply.grant', 'texts/supply.md', 'missing'],
    ]);
    const [first, , last] = passages;
    expect(text.slice(first.span.start, first.span.end)).toContain('The Buyer may [...] sell');
    if (first.match.kind !== 'verified') throw new Error(first.match.kind);
    expect(first.match.spans.map(({ start, end }) => SOURCE.slice(start, end))).toEqual([
      'The Buyer may',
      'sell the Product.',
    ]);
    expect(first.match.section).toBe('§3');
    expect(last.match).toMatchObject({ nearest: { section: '§1' } });
    expect(passagesIn('a.deal')).toEqual(passages);
  });
});
