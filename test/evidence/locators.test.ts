import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../server/src/evidence/prepare-source.ts';
import { find } from './find.ts';

const markdown = `# Master Agreement

Azure is nice.

## 2 Exclusivity

### 2.1 Cloud

Azure is the cloud. It pays:

1. at first
2. at last

#### 2.1.1 Detail

Azure is detailed.

### 2.2 Region

Azure is the cloud.

## Notices

Azure is notified.
`;

const plain = `EXHIBIT 10.1

TABLE OF CONTENTS
Article I   General ........... 1
Section 1.01 Scope ............ 2

ARTICLE I  GENERAL

Section 1.01 Scope. Azure is one.
    (a) Azure is first; subject to
        Section 1.02 of this Agreement, it sells:
        (i) alpha; and
        (ii) beta.
    (b) Azure is second.
1.02. Term. It lasts for
2.5 years. It ends.

ARTICLE II

Section 2.01 End. Azure is one.

Schedule A

1. Prices. Azure is priced.
`;

function kindOf(source: string, quote: string, format: 'markdown' | 'text'): string {
  const match = find(source, quote, format);
  return match.kind === 'wrong-locator' ? match.reason : match.kind;
}

describe('Markdown', () => {
  test.each([
    ['[§2.1] Azure is the cloud', 'verified'],
    ['[§2.2] Azure is the cloud', 'verified'],
    ['[§2] Azure is the cloud', 'ambiguous'],
    ['[§ 2.1.] Azure is the cloud', 'verified'],
    ['[§Section 2.1] Azure is the cloud', 'verified'],
    ['[§2.1] Azure is detailed', 'verified'],
    ['[§2.1.1] Azure is detailed', 'verified'],
    ['[§2.1.1] Azure is the cloud', 'elsewhere'],
    ['[§2] Azure is detailed', 'verified'],
    ['[§2.2] Azure is detailed', 'elsewhere'],
    ['[§2.1(2)] at last', 'verified'],
    ['[§2.1(1)] at last', 'elsewhere'],
    ['[§Notices] Azure is notified', 'verified'],
    ['[§notices] Azure is nice', 'elsewhere'],
    ['[§2.2] Azure is notified', 'elsewhere'],
    ['[§Master Agreement] Azure is notified', 'verified'],
    ['[§9] Azure is notified', 'unknown'],
    ['[§9] Azure is the cloud', 'unknown'],
    ['[§9] Google is the cloud of all clouds', 'missing'],
    ['Azure is the cloud', 'ambiguous'],
  ])('%s: %s', (quote, kind) => {
    expect(kindOf(markdown, quote, 'markdown')).toBe(kind);
  });
});

describe('plain text', () => {
  test.each([
    ['[§1.01] Azure is one', 'verified'],
    ['[§2.01] Azure is one', 'verified'],
    ['[§Article I] Azure is one', 'verified'],
    ['[§ARTICLE 2] Azure is one', 'verified'],
    ['[§Article II] Azure is second', 'elsewhere'],
    ['[§1.01(a)] Azure is first', 'verified'],
    ['[§1.01(a)] Azure is second', 'elsewhere'],
    ['[§1.01(a)] beta', 'verified'],
    ['[§1.01(a)(ii)] beta', 'verified'],
    ['[§1.01(a)(i)] beta', 'elsewhere'],
    ['[§1.01(b)] Azure is second', 'verified'],
    ['[§(b)] Azure is second', 'verified'],
    ['[§1.02] It ends', 'verified'],
    ['[§2.5] It ends', 'unknown'],
    ['[§Schedule A] Azure is priced', 'verified'],
    ['[§Schedule A 1] Azure is priced', 'verified'],
    ['[§Schedule B] Azure is priced', 'unknown'],
    ['[§2.01] Azure is priced', 'elsewhere'],
  ])('%s: %s', (quote, kind) => {
    expect(kindOf(plain, quote, 'text')).toBe(kind);
  });

  test('names the section that a passage is in', () => {
    expect(find(plain, 'beta')).toMatchObject({ section: '§1.01(a)(ii)', locator: '§1.01(a)(ii)' });
    expect(find(plain, 'Azure is priced')).toMatchObject({ section: 'Schedule A §1', locator: '§Schedule A 1' });
    expect(find(markdown, 'Azure is notified', 'markdown')).toMatchObject({
      section: '“Notices”',
      locator: '§Notices',
    });
  });
});

test.each([
  ['## 2.1 Exclusivity', '§2.1'],
  ['**2.1 Exclusivity**', '§2.1'],
  ['§2.1 Exclusivity', '§2.1'],
  ['§ 2.1', '§2.1'],
  ['2.1. Exclusivity', '§2.1'],
  ['2.1', '§2.1'],
  ['Section 2.1', '§2.1'],
  ['SECTION FOUR. TERM', '§4'],
  ['ARTICLE IV', '§IV'],
  ['ARTICLE IV', '§Article 4'],
  ['Article 4 Supply', '§4'],
  ['第三条 独占', '§3'],
  ['第十二条', '§第十二条'],
  ['(a) Azure', '§(a)'],
  ['(a) Azure', '§a'],
  ['a) Azure', '§(a)'],
  ['A. Azure', '§(A)'],
  ['Exhibit B: Fees', '§Exhibit B'],
])('%s is a section, meant by %s', (heading, locator) => {
  const match = find(
    `${'Recital. '.repeat(60)}\n\n${heading}\n\nThe passage.\n`,
    `[${locator}] The passage`,
    'markdown',
  );
  expect(match.kind).toBe('verified');
});

test.each([
  '10 Business Days after',
  'Section 2.1 of the Agreement',
  '2.5 years later',
  'Schedule of Fees',
  'I. e. not',
])('a line that starts with “%s” opens no section', (line) => {
  expect(prepareSource(`Text before that\n${line}\n`, 'text').sections).toEqual([]);
});

test('sections run into one line are told apart by their count', () => {
  const source =
    'THE DEAL. 1. Term. It lasts 2. years. 2. Fees. Amazon pays. 3. End. It ends under 7. Law. here. 4. Law. X.';
  const { sections } = prepareSource(source, 'text');
  expect(sections.map(({ name, title }) => [name, title.split('.')[0]])).toEqual([
    ['§1', 'Term'],
    ['§2', 'Fees'],
    ['§3', 'End'],
    ['§4', 'Law'],
  ]);
  expect(find(source, '[§2] Amazon pays').kind).toBe('verified');
  expect(find(source, '[§3] Amazon pays').kind).toBe('wrong-locator');
});

test('items run into one line are told apart too, but not references to them', () => {
  const source = '1. Sales. It shall: (a) sell under clause (b) of the Deal; and (b) buy. It ends.';
  expect(prepareSource(source, 'text').sections.map(({ name }) => name)).toEqual(['§1', '§1(a)', '§1(b)']);
});

test('(i) after (h) is a letter', () => {
  const letters = [...'abcdefghij'].map((letter) => `(${letter}) Item ${letter}.`).join('\n');
  const { sections } = prepareSource(`1. List:\n${letters}`, 'text');
  expect(sections.map(({ name }) => name)).toEqual(['§1', ...[...'abcdefghij'].map((letter) => `§1(${letter})`)]);
});

test('an appendix counted anew is not the section of that number', () => {
  const source = '1. Term. One.\n2. Fees. Two.\n5. End. Five:\n1. Azure sells.\n2. Azure buys.\n';
  expect(find(source, '[§2] Azure buys')).toMatchObject({ kind: 'wrong-locator', placements: [{ section: '§5(2)' }] });
});

test('a number in the middle of a line heads a long sentence, too', () => {
  const source =
    '1. Provider shall provide services. 2. Provider shall report monthly. 3. Provider shall at its own cost insure the ' +
    'goods against fire and theft while they are in its warehouse and in transit. 4. The term is one year.\n';
  expect(kindOf(source, '[§3] Provider shall at its own cost', 'text')).toBe('verified');
  expect(kindOf(source, '[§2] Provider shall at its own cost', 'text')).toBe('elsewhere');
});

test('a number of three parts heads what begins in lower case', () => {
  const source =
    '10.2 Warranties. That:\n\n10.2.1 Azure has no debts;\n\n10.2.2 there is no dispute;\n\n10.3 Notices. None.\n';
  expect(kindOf(source, '[§10.2.2] there is no dispute', 'text')).toBe('verified');
  expect(kindOf(source, '[§10.2.1] there is no dispute', 'text')).toBe('elsewhere');
});

describe('a locator of two parts', () => {
  const source =
    'ARTICLE IV MANAGEMENT\n\n4.8 Board. Azure votes.\n\n4.9 Other. Nothing.\n\nARTICLE V END\n\n5.1 End. It ends.\n\n' +
    'EXHIBIT A\n\n1. Prices. They are fixed.\n\n2. Discounts. Azure has none.\n\nAPPENDIX B\n\nAzure is appended.\n';

  test.each([
    ['[§Article IV, Section 4.8] Azure votes', 'verified'],
    ['[§Section 4.8 of Article IV] Azure votes', 'verified'],
    ['[§Article IV, 4.8] Azure votes', 'verified'],
    ['[§Article IV §4.8] Azure votes', 'verified'],
    ['[§Article V, Section 4.8] Azure votes', 'unknown'],
    ['[§Article IV, Section 4.9] Azure votes', 'elsewhere'],
    ['[§2 of Exhibit A] Azure has none', 'verified'],
    ['[§Exh. A §2] Azure has none', 'verified'],
    ['[§1 of Exhibit A] Azure has none', 'elsewhere'],
    ['[§App. B] Azure is appended', 'verified'],
  ])('%s: %s', (quote, kind) => {
    expect(kindOf(source, quote, 'text')).toBe(kind);
  });
});

test('an item may be cited without what another list has put between', () => {
  const source =
    '2.01 Orders. It shall (a) buy; and (b) lease. Its power is limited: (i) it must tell; (ii) prices must be fair.\n\n' +
    'All orders shall: (A) be in writing; (B) not permit Azure.\n';
  expect(kindOf(source, '[§2.01(B)] not permit Azure', 'text')).toBe('verified');
  expect(kindOf(source, '[§2.01(A)] not permit Azure', 'text')).toBe('elsewhere');
  expect(kindOf(source, '[§2.02(B)] not permit Azure', 'text')).toBe('unknown');
});

describe('a contract in one line', () => {
  const distribution =
    'NOW, the parties agree as follows: ARTICLE I. DEFINITIONS 1.1 For purposes of this Agreement, words have (i) their ' +
    'meaning and (ii) their sense. ARTICLE II. APPOINTMENT 2.1 Exclusivity and Territory. Hydraspin hereby appoints ' +
    'Distributor, as provided in Section 2.3. It pays 2.5 million under Article III. Otherwise, none. 2.2 Term. It lasts one year ' +
    'under Sec. 2.4. The Territory of Exhibit B. Texas is in it. ARTICLE III.\nGENERAL OBLIGATIONS 3.1 Marketing. ' +
    'Distributor sells. 3.3 Licenses. Hydraspin obtains them pursuant to 3.2 Hereof.';
  const licence =
    'AGREEMENT.   2. LICENSE; SCOPE.   2.4 Sublicensing. Not without consent under this Section 2.4   2.5  Exclusivity.   ' +
    '(a) Subject to this, Energous will not sell.   2.6 Branding. None.   4. PAYMENT.   4.1 Fees. It pays.';

  test.each([
    [distribution, '[§Article I] words have', 'verified'],
    [distribution, '[§1.1] words have', 'verified'],
    [distribution, '[§2.1] Hydraspin hereby appoints', 'verified'],
    [distribution, '[§Article II] Hydraspin hereby appoints', 'verified'],
    [distribution, '[§1.1] Hydraspin hereby appoints', 'elsewhere'],
    [distribution, '[§Article I] Hydraspin hereby appoints', 'elsewhere'],
    [distribution, '[§1.1(ii)] Hydraspin hereby appoints', 'unknown'],
    [distribution, '[§2.1] It pays 2.5 million', 'verified'],
    [distribution, '[§2.3] It pays', 'unknown'],
    [distribution, '[§2.5] Otherwise', 'unknown'],
    [distribution, '[§2.2] It lasts one year', 'verified'],
    [distribution, '[§2.2] The Territory', 'verified'],
    [distribution, '[§2.4] The Territory', 'unknown'],
    [distribution, '[§Exhibit B] Texas is in it', 'unknown'],
    [distribution, '[§2.2] Distributor sells', 'elsewhere'],
    [distribution, '[§3.1] Distributor sells', 'verified'],
    [distribution, '[§3.3] Hydraspin obtains', 'verified'],
    [distribution, '[§3.2] Hydraspin obtains', 'unknown'],
    [licence, '[§2.4] Not without consent', 'verified'],
    [licence, '[§2.5] Energous will not sell', 'verified'],
    [licence, '[§2.5(a)] Energous will not sell', 'verified'],
    [licence, '[§2] Energous will not sell', 'verified'],
    [licence, '[§2.4] Energous will not sell', 'elsewhere'],
    [licence, '[§2.6] Energous will not sell', 'elsewhere'],
    [licence, '[§2.6] None', 'verified'],
    [licence, '[§4] It pays', 'verified'],
    [licence, '[§4.1] It pays', 'verified'],
    [licence, '[§2.6] It pays', 'elsewhere'],
  ])('%#. %.20s … %s: %s', (source, quote, kind) => {
    expect(kindOf(source, quote, 'text')).toBe(kind);
  });

  const unclear =
    '1.1 Sale. Amazon sells goods to it.   9.7 Rent. Amazon rents goods. (a) It pays. 1.2 End. Amazon ends.';

  test.each([
    ['[§9.7] Amazon rents', 'verified'],
    ['[§9.7(a)] It pays', 'verified'],
    ['[§1.1] Amazon sells', 'verified'],
    ['[§1.2] Amazon ends', 'verified'],
    ['[§9.7] Amazon sells', 'unknown'],
    ['[§9.7] Amazon ends', 'unknown'],
    ['[§1.2] Amazon rents', 'elsewhere'],
  ])('a number that does not go on with the count: %s: %s', (quote, kind) => {
    expect(kindOf(unclear, quote, 'text')).toBe(kind);
  });

  test('no section is asserted where such a number reaches', () => {
    expect(find(unclear, '[§1.2] Amazon rents')).toMatchObject({ placements: [{ spans: [{}] }] });
    for (const quote of ['Amazon rents', 'It pays']) expect(find(unclear, quote)).not.toHaveProperty('section');
    expect(find(unclear, 'Amazon ends')).toMatchObject({ section: '§1.2' });
  });

  test.each([
    ['sections', Array.from({ length: 36_000 }, (_, at) => `${at % 90}.${at % 7} Term ${at}. It lasts.   `).join('')],
    ['items', ' . (a) b . (i) c . (A) d'.repeat(42_000)],
    ['numbers with nothing behind them', '. 1. Aaa'.repeat(125_000)],
    ['white space', `1.1${' '.repeat(1_000_000)}`],
  ])(
    'of a million characters is read at once: %s',
    (_, line) => {
      const started = performance.now();
      prepareSource(`${line}end`, 'text');
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    60_000,
  );
});

describe('a section whose own number is not in the source', () => {
  const notices =
    '3.1 Notice. Buyer shall give notice of any claim. Buyer may audit.\n' +
    '3.2 Notice. Buyer shall give notice of any claim. Buyer may inspect.\n4.3 End. Buyer may end it.\n';

  test.each([
    ['[§3] Buyer may audit', 'verified'],
    ['[§3] Buyer shall give notice', 'ambiguous'],
    ['[§3] Buyer may audit [...] Buyer may inspect', 'verified'],
    ['[§4] Buyer may end it', 'verified'],
    ['[§3] Buyer may end it', 'elsewhere'],
    ['[§4] Buyer may audit', 'elsewhere'],
    ['[§2] Buyer may inspect', 'unknown'],
  ])('%s: %s', (quote, kind) => {
    expect(kindOf(notices, quote, 'text')).toBe(kind);
  });
});

test.each([
  'in the form attached hereto as\nExhibit B.',
  'as set out in the attached\nExhibit B.',
  'subject to Exhibit A and\nSchedule B.',
  'It does so under\nArticle 7.',
  'It does so as provided in Section\n2.1. Licences.',
])('a reference that a line break cuts off opens no section: %j', (words) => {
  const source = `1.4. Links. It pays ${words}\n\n9.4. Law. The laws of Delaware govern.\n`;
  expect(prepareSource(source, 'text').sections.map(({ name }) => name)).toEqual(['§1.4', '§9.4']);
  expect(find(source, '[§Exhibit B 9.4] The laws of Delaware').kind).toBe('wrong-locator');
});

test('an exhibit after a line that goes on is one where its name is in capitals or a blank line comes before', () => {
  const names = (text: string) => prepareSource(text, 'text').sections.map(({ name }) => name);
  expect(names('1.1 Sale. It sells, as agreed\nEXHIBIT B\nThe price.\n')).toEqual(['§1.1', 'EXHIBIT B']);
  expect(names('1.1 Sale. It sells, as agreed\n\nExhibit B\nThe price.\n')).toEqual(['§1.1', 'Exhibit B']);
});
