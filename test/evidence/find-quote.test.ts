import { describe, expect, test } from 'vitest';
import { find, places } from './find.ts';

describe('layout and typography do not matter', () => {
  test.each([
    ['line breaks and runs of spaces', 'the  exclusive\r\n\tcloud', 'the exclusive cloud'],
    ['no-break and ideographic spaces', 'the\u00a0exclusive\u3000cloud', 'the exclusive cloud'],
    ['curly quotation marks', 'the “Products” of Amazon’s', 'the "Products" of Amazon\'s'],
    ['quotation marks of another style', 'the «Products» and „Goods“', 'the "Products" and "Goods"'],
    ['two apostrophes as one mark', "the ``Products''", 'the "Products"'],
    ['dashes', 'the Term — five years – ends', 'the Term - five years -- ends'],
    ['a dash without spaces', 'the Term—five years', 'the Term — five years'],
    ['a range', 'from 10–12 days', 'from 10-12 days'],
    ['a hyphen of another style', 'a non‑exclusive licence', 'a non-exclusive licence'],
    ['a ligature', 'the ﬁrst oﬀer', 'the first offer'],
    ['an ellipsis', 'and so on…', 'and so on...'],
    ['a soft hyphen', 'exclu\u00adsive', 'exclusive'],
    ['a soft hyphen at the end of a line', 'exclu\u00ad\nsive', 'exclusive'],
    ['a word broken at the end of a line', 'the exclu-\nsive cloud', 'the exclusive cloud'],
    ['a compound broken at the end of a line', 'a non-\n  exclusive licence', 'a non-exclusive licence'],
    ['the same, with a capital', 'a Non-\nExclusive licence', 'a Non-Exclusive licence'],
    ['a broken line that became a space', 'a pre- approved plan', 'a pre-approved plan'],
    ['a number broken from its unit', 'a 12-\nmonth term', 'a 12-month term'],
    ['full-width forms', 'ＡＰＩ（１０％）', 'API(10%)'],
    ['a zero-width space', 'exclu\u200bsive', 'exclusive'],
    ['a decomposed letter', 'the cafe\u0301 licence', 'the café licence'],
    ['a line break in Chinese', '独占\n许可', '独占许可'],
    ['spaces between Chinese and Latin', '微软 Azure 是独占云', '微软Azure是独占云'],
    ['the quote itself broken over lines', 'the exclusive cloud', ' the exclusive\n  cloud '],
    ['marks around the whole quote', 'the exclusive cloud', '“the exclusive cloud”'],
  ])('%s', (_, source, quote) => {
    expect(places(`Now, ${source}, and more.`, quote)).toEqual([source]);
    expect(places(source, quote)).toEqual([source]);
  });
});

describe('words do matter', () => {
  test.each([
    ['letter case', 'the Exclusive cloud', 'the exclusive cloud'],
    ['a letter', 'the exclusive clouds here', 'the exclusive clouts here'],
    ['a hyphen that is part of the word', 'shall re-sign the deed', 'shall resign the deed'],
    ['the same the other way round', 'shall resign the deed', 'shall re-sign the deed'],
    ['a comma', 'Amazon, or its affiliate', 'Amazon or its affiliate'],
    ['a suspended hyphen', 'short- and long-term', 'shortand long-term'],
    ['an accent', 'the cafe\u0301 owner', 'the cafe'],
    ['a prime', 'a 10′ fence', 'a 10″ fence'],
    ['a final full stop', 'sells products; provided', 'sells products.'],
  ])('%s', (_, source, quote) => {
    expect(places(source, quote)).toEqual(['missing']);
  });
});

describe('a quote never cuts a word or a number', () => {
  test.each([
    ['110 days', '10 days'],
    ['within 10.5 days', '5 days'],
    ['within 10.5 days', 'within 10'],
    ['within 10.5 days', 'within 10.'],
    ['1,000 units', '000 units'],
    ['pays $50 on', 'pays $5'],
    ['pays $5,000 on', 'pays $5'],
    ['pays $5 million on', 'pays $5'],
    ['pays $5 million on', 'million on'],
    ['pays US$5 on', '$5 on'],
    ['pays $5 on', '5 on'],
    ['pays $ 5 on', '5 on'],
    ['a share of 27% in', 'a share of 27'],
    ['a share of 27 percent in', 'a share of 27'],
    ['10-12 days', '12 days'],
    ['10 – 12 days', '12 days'],
    ['a 12-month term', 'month term'],
    ['Series A-1 stock', 'Series A'],
    ['dated 9/9/97', 'dated 9/9'],
    ['at 10:30 sharp', 'at 10'],
    ['on the 1st day', 'on the 1'],
    ['is unable to', 'able to'],
    ['an affiliate of', 'an affil'],
    ['a non-exclusive licence', 'exclusive licence'],
    ['a non-\nexclusive licence', 'exclusive licence'],
    ['a non exclusive licence', 'exclusive licence'],
    ['a non–exclusive licence', 'exclusive licence'],
    ['Amazon can’t sell', 'Amazon can'],
    ['Amazon doesn’t sell', 'Amazon doesn'],
    ['the café owner', 'the caf'],
    ['不得转让', '得转让'],
    ['非独占许可', '独占许可'],
    ['二十天内', '十天内'],
    ['20天内', '0天内'],
    ['5万元', '5'],
    ['譲渡できない', '譲渡でき'],
    ['비독점적 라이선스', '독점적 라이선스'],
  ])('%s: not “%s”', (source, quote) => {
    expect(find(source, quote)).toMatchObject({ kind: 'missing', reason: 'inside a word' });
  });

  test.each([
    ['(the "Products") are', '"Products"'],
    ['(the "Products") are', 'Products'],
    ['the Company’s products', 'the Company'],
    ['the parties’ duties', 'the parties'],
    ['l’accord est signé', 'accord est signé'],
    ['ends in 2027.', 'ends in 2027'],
    ['in 2027, or later', 'in 2027'],
    ['the term (10 days)', '10 days'],
    ['and/or its affiliate', 'or its affiliate'],
    ['this deal—the Deal—ends', 'the Deal'],
    ['a term of 10 days', 'a term of 10'],
    ['本协议独占许可条款', '独占许可'],
    ['直到AGI宣布', 'AGI'],
    ['除非独占', '独占'],
    ['short- and long-term', 'and long-term'],
    ['section 2.1. Term', 'section 2.1'],
    ['[***] shall pay', 'shall pay'],
    ['end of page\n-8-\n\nCompany sells', 'Company sells'],
    ['end of page\n-8-\n\ncompany sells', 'company sells'],
  ])('%s: “%s”', (source, quote) => {
    expect(find(source, quote).kind).toBe('verified');
  });

  test('an occurrence inside a word does not make the whole one ambiguous', () => {
    expect(places('in 110 days, in 10 days', '10 days')).toEqual(['10 days']);
  });

  test('says what it is part of', () => {
    expect(find('It pays $5 million now.', 'pays $5')).toMatchObject({ inside: { text: 'pays $5 million' } });
  });
});

describe('several occurrences', () => {
  test('are all given', () => {
    const match = find('Sells it. Buys it. Sells it.', 'Sells it');
    expect(match).toEqual({
      kind: 'ambiguous',
      placements: [{ spans: [{ start: 0, end: 8 }] }, { spans: [{ start: 19, end: 27 }] }],
    });
  });

  test('also where they overlap', () => {
    expect(places('a b a b a', 'a b a')).toHaveLength(2);
  });
});

describe('spliced quotes', () => {
  const filler = 'and so on and so forth, '.repeat(12);

  test('give a span for each piece', () => {
    expect(find('Azure is, for now, the cloud.', 'Azure is [...] the cloud')).toEqual({
      kind: 'verified',
      spans: [
        { start: 0, end: 8 },
        { start: 19, end: 28 },
      ],
    });
  });

  test('are found at the tightest place', () => {
    const source = `Azure is nice. ${filler} Azure is, for now, the cloud.`;
    expect(find(source, 'Azure is [...] the cloud')).toMatchObject({
      kind: 'verified',
      spans: [{ start: source.lastIndexOf('Azure') }, { start: source.indexOf('the cloud') }],
    });
  });

  test('are ambiguous where two places are alike', () => {
    const source = `Azure is, for now, the cloud. ${filler} Azure is, for good, the cloud.`;
    expect(find(source, 'Azure is [...] the cloud')).toMatchObject({ kind: 'ambiguous' });
  });

  test('need their order', () => {
    expect(find('the cloud is Azure here', 'Azure [...] the cloud')).toMatchObject({
      kind: 'missing',
      reason: 'out of order',
      piece: 1,
      pieceCount: 2,
    });
  });

  test('may not overlap', () => {
    expect(find('the one cloud', 'the one [...] one cloud')).toMatchObject({ kind: 'missing', reason: 'out of order' });
  });

  test('need to be near each other', () => {
    expect(find(`Azure is ${filler.repeat(80)} the cloud`, 'Azure is [...] the cloud')).toMatchObject({
      kind: 'missing',
      reason: 'too far apart',
      piece: 1,
    });
  });

  test('say which piece is missing', () => {
    expect(find('Azure is the cloud', 'Azure is [...] the wind')).toMatchObject({ kind: 'missing', piece: 1 });
  });

  test('may have pieces without words at their ends', () => {
    expect(places('Azure is the cloud', '[...] Azure is [...]')).toEqual(['Azure is']);
  });
});

test.each(['', '   ', '[...]', '“”', '...'])('a quote without words is empty: %j', (quote) => {
  expect(find('Azure is the cloud', quote)).toEqual({ kind: 'empty' });
});

test('an empty source has nothing', () => {
  expect(find('', 'Azure')).toEqual({ kind: 'missing', reason: 'absent', piece: 0, pieceCount: 1 });
});
