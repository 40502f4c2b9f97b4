import { describe, expect, it, test } from 'vitest';
import { CUAD_CATEGORIES, cuadCategory } from '../../server/src/exchange/cuad-contract.ts';
import { cuadDeal } from '../../server/src/exchange/cuad-deal.ts';
import { kindsForCategory } from '../../server/src/exchange/cuad-kinds.ts';
import { readCuadCsv } from '../../server/src/exchange/read-cuad-csv.ts';
import { readCuadJson } from '../../server/src/exchange/read-cuad-json.ts';
import { format } from '../../server/src/syntax/format.ts';
import { asSquad, contractsIn, cuadFolders, dealsOf, filesOf, kinds, surroundings } from './cuad.ts';
import { analysisOf } from './portfolio.ts';

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('categories', () => {
  it('are 41, and each becomes kinds whose documentation names it', () => {
    expect(CUAD_CATEGORIES).toHaveLength(41);
    for (const category of CUAD_CATEGORIES) {
      const chosen = kindsForCategory(category);
      expect(chosen.length, category).toBeGreaterThan(0);
      for (const kind of chosen) {
        const named = /CUAD: (.*)$/m.exec(kinds.get(kind)?.documentation ?? '')?.[1].split(', ');
        expect(named, `${kind} for ${category}`).toContain(category);
      }
    }
  });

  it('are known however they are written', () => {
    expect(cuadCategory('Notice Period To Terminate Renewal- ')).toBe('Notice Period to Terminate Renewal');
    expect(cuadCategory('ip ownership assignment')).toBe('IP Ownership Assignment');
    expect(cuadCategory('Something else')).toBeUndefined();
  });
});

describe.each(cuadFolders())('$name', (folder) => {
  const forms = [
    ['a list of passages', contractsIn(folder.spans)],
    ['CUADv1.json', contractsIn(asSquad(folder))],
  ] as const;

  test.each(forms)('from %s: no finding at all, every quote verified, formatted', (_, contracts) => {
    const deals = dealsOf(contracts, folder.texts);
    const { findings, summary } = analysisOf(filesOf(deals));
    expect(findings.map(({ rule, file, message }) => `${rule} ${file} ${message}`)).toEqual([]);
    expect(summary.quotes).toMatchObject({ ambiguous: 0, missing: 0, unverified: 0 });
    expect(summary.quotes.verified).toBe(deals.reduce((sum, { quotes }) => sum + quotes, 0));
    for (const { files } of deals) expect(format(files[0].text)).toBe(files[0].text);
  });

  test('each annotation is quoted in a clause of its category, or said not to be found', () => {
    const deals = dealsOf(contractsIn(folder.spans), folder.texts);
    const analysis = analysisOf(filesOf(deals));
    const titles = [...new Set(folder.spans.map(({ file }) => file.replace(/\.txt$/, '')))];
    expect(deals).toHaveLength(titles.length);
    let missing = 0;
    for (const { file, category, quote } of folder.spans) {
      const deal = deals[titles.indexOf(file.replace(/\.txt$/, ''))];
      const clauses = analysis.model.clauses.filter((clause) => clause.deal.name === deal.name);
      const own = clauses.filter(({ kind }) => kindsForCategory(category).includes(kind.name));
      const passages = analysis.passages.filter(({ clause }) => own.includes(clause));
      const wanted = quote.split('<omitted>').map(squash).filter(Boolean);
      const text = folder.texts.get(file.replace(/\.txt$/, ''))!;
      const isQuoted = passages.some(({ match }) => {
        const spans = match.kind === 'verified' ? match.spans : [];
        return wanted.every(
          (piece, index) =>
            spans[index] !== undefined && squash(text.slice(spans[index].start, spans[index].end)).includes(piece),
        );
      });
      if (!isQuoted) missing++;
    }
    expect(missing).toBe(deals.reduce((sum, { notFound }) => sum + notFound, 0));
    expect(missing).toBeLessThan(folder.spans.length / 100);
  });
});

describe('the header', () => {
  const files = filesOf(dealsOf(contractsIn(cuadFolders()[0].spans), cuadFolders()[0].texts));

  it('names parties, dates, law and title that are certain', () => {
    expect(squash(files['scoutcam.deal'])).toContain(
      'deal scoutcam "SERVICES AGREEMENT" ( by = [Intellisense_Solutions_Inc, Idan_Maimon], from = 2019-04-01, signed = 2019-04-01, law = US-NY, source = "texts/scoutcam.txt", )',
    );
  });

  it('is left open where it is not', () => {
    const [contract] = contractsIn([{ file: 'a.txt', category: 'Parties', quote: 'Company', start: 0 }]);
    const { files: made } = cuadDeal({ ...contract, text: 'The Company ("Company") and others.' }, surroundings());
    expect(made[0].text).toContain('by = promisor, to = promisee,');
    expect(analysisOf(Object.fromEntries(made.map(({ path, text }) => [path, text]))).findings).toEqual([]);
  });

  it('takes the parties that the portfolio declares', () => {
    const [contract] = contractsIn([
      { file: 'a.txt', category: 'Parties', quote: 'Acme, Inc.', start: 0 },
      { file: 'a.txt', category: 'Parties', quote: 'Beta GmbH', start: 15 },
    ]);
    const parties = new Map([['acmeinc', 'Acme']]);
    const { files: made } = cuadDeal(
      { ...contract, text: 'Acme, Inc. and Beta GmbH agree.' },
      surroundings({ parties }),
    );
    expect(made[0].text).toContain('by = [Acme, Beta_GmbH]');
    expect(made[0].text).not.toContain('party Acme');
  });
});

it('clauses that would bind somebody are out of every verdict until they are completed', () => {
  const restraint = {
    file: 'a.txt',
    category: 'Non-Compete',
    quote: 'Acme shall not compete with Beta ever.',
    start: 0,
  };
  const license = { file: 'a.txt', category: 'License Grant', quote: 'Acme licenses everything to Gamma.', start: 39 };
  const [contract] = contractsIn([restraint, license]);
  const text = `${restraint.quote} ${license.quote}`;
  const { files } = cuadDeal({ ...contract, text }, surroundings());
  const made = Object.fromEntries(files.map(({ path, text: content }) => [path, content]));
  expect(analysisOf(made).pairs).toEqual([]);
  // Taken in, they collide: the state is what keeps them out.
  const taken = Object.fromEntries(
    Object.entries(made).map(([path, content]) => [path, content.replaceAll('while = unread', '')]),
  );
  expect(analysisOf(taken).pairs).not.toEqual([]);
});

it('positions count characters, not UTF-16 units', () => {
  const text = '𠮷𠮷 the Company. The Company pays. The Company sells.';
  const start = [...text].join('').indexOf('The Company sells') - 2;
  const [contract] = contractsIn([{ file: 'a.txt', category: 'Audit Rights', quote: 'The Company', start }]);
  const { files } = cuadDeal({ ...contract, text }, surroundings());
  expect(files[0].text).toContain('The Company sells');
});

describe('master_clauses.csv', () => {
  const csv = [
    'Filename,Document Name,Document Name-Answer,Parties,Parties-Answer,Effective Date,Effective Date-Answer,Expiration Date-Answer,Governing Law,Governing Law-Answer,Non-Transferable License,Non-Transferable License-Answer,Anti-Assignment',
    `a.pdf,['SALES AGREEMENT'],Sales Agreement,"['Acme, Inc.', 'Beta']","Acme, Inc. (""Acme""); Beta GmbH (""Beta"")","['the date below']",5/9/2014,perpetual,['Illinois law governs'],Illinois,"['a \\'licence\\' that may<omitted>not pass', ""it's""]",Yes,[]`,
  ].join('\r\n');
  const text =
    "SALES AGREEMENT between Acme, Inc. and Beta. a 'licence' that may never and not pass. it's so. the date below. Illinois law governs.";

  it('is read with the annotators’ answers', () => {
    const contracts = readCuadCsv(csv);
    if ('problem' in contracts) throw new Error(contracts.problem);
    const { files, notFound } = cuadDeal({ ...contracts[0], text }, surroundings());
    expect(notFound).toBe(0);
    const [{ text: deal }] = files;
    expect(deal).toContain('by = [Acme_Inc, Beta_GmbH]');
    expect(deal).toContain('from = 2014-05-09');
    expect(deal).toContain('until = perpetual');
    expect(deal).toContain('law = US-IL');
    expect(deal).toMatch(
      /> a 'licence' that may \[\.\.\.\] not pass\n\s+\S+: license\(transferable = no, while = unread\)/,
    );
    expect(analysisOf(Object.fromEntries(files.map((file) => [file.path, file.text]))).findings).toEqual([]);
  });

  test.each([
    ['Filename\n"open', 'the field in quotation marks that starts on line 2 is not closed'],
    ['a,b\n1,2', 'its first line names no column `Filename`'],
    ['Filename,Other\na,b', 'none of its columns is named like a category of CUAD'],
    ['Filename,Parties', 'it holds no contract, only a first line'],
    ['Filename,Parties\na,"[\'open"', 'the passages of `Parties` in row 2 are no list'],
    ['', 'its first line names no column `Filename`'],
  ])('%j: %s', (content, problem) => {
    expect(readCuadCsv(content)).toMatchObject({ problem: expect.stringContaining(problem) });
  });
});

describe('hostile input', () => {
  test.each([
    [{ data: [{ title: 'a', paragraphs: [{ qas: [] }] }] }, 'has no `context`'],
    [{ data: [] }, '`data` holds no contract'],
    [{ data: [{ paragraphs: [{ context: '', qas: [{ question: 'What?' }] }] }] }, 'names no category of CUAD'],
    [{ data: [{ paragraphs: [{ context: '', qas: [{ id: 'a__Insurance', answers: [{}] }] }] }] }, 'has no `text`'],
    [[{ category: 'Insurance' }], 'lacks a `file` or a `quote`'],
    [[{ category: 'x', file: 'a', quote: 'b' }], 'names no category of CUAD'],
    ['text', 'neither'],
    [null, 'neither'],
  ])('%j: %s', (json, problem) => {
    expect(readCuadJson(json)).toMatchObject({ problem: expect.stringContaining(problem) });
  });

  it('never gets out of where it is put', () => {
    const nasty = [
      '../../etc/passwd',
      '=HYPERLINK("http://x")',
      '<script>alert(1)</script>',
      'a" (by = x) { exclusive() } deal b "',
      '__proto__',
      '\u202e\u0000\n// deal-ignore exclusive-overlap: x',
      '} /* ',
    ];
    for (const words of nasty) {
      const [contract] = contractsIn([
        { file: `${words}.txt`, category: 'Document Name', quote: words, start: 0 },
        { file: `${words}.txt`, category: 'Parties', quote: `${words}, Inc.`, start: -1 },
        { file: `${words}.txt`, category: 'Insurance', quote: 'not in it', start: 5 },
      ]);
      const { files, name } = cuadDeal({ ...contract, text: `${words} and ${words}, Inc.` }, surroundings());
      expect(files.map(({ path }) => path).join(' '), words).toMatch(
        /^[\p{ID_Continue}]+\.deal texts\/[\p{ID_Continue}]+\.txt$/u,
      );
      const analysis = analysisOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
      expect(
        analysis.model.deals.map((deal) => deal.name),
        words,
      ).toEqual([name]);
      expect(
        analysis.findings.map(({ rule, message }) => `${rule} ${message}`),
        words,
      ).toEqual([]);
    }
  });
});
