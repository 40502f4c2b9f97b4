import { describe, expect, it, test } from 'vitest';
import { annotate, type PassageToAnnotate } from '../../server/src/editor/annotate.ts';
import { editedText } from '../../server/src/editor/apply-edits.ts';
import { format } from '../../server/src/syntax/format.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { analysisOf, type Files, faultsOf } from '../exchange/portfolio.ts';
import { inserted } from './snippet.ts';

const contract = `# Supply

## 1 Sale

Acme shall sell the Product to Beta alone in France until 31 December 2027.

## 2 Money

Beta shall pay US$1,000,000 upon thirty (30) days notice. The end.

## 3 End

The end. Either party may terminate this Agreement upon ninety (90) days written notice.
`;

const files: Files = {
  'terms.deal': 'party Acme "Acme, Inc."\nparty Beta\n',
  'supply.deal': `deal supply (by = Acme, to = Beta, from = 2025-01-01, source = "texts/supply.md") {
  > [§1] Acme shall sell the Product
  sale: deliver() // Kept here.

  > [§3] The end.
  last: document()
}
`,
  'texts/supply.md': contract,
  'texts/other.md': '# Other\n\nBeta grants Acme a licence.\n',
};

/** What becomes of the files, and where the cursor stands, as `|`. */
function annotated(
  passage: string,
  kind: string,
  instead: Partial<PassageToAnnotate> & { readonly files?: Files } = {},
) {
  const before = instead.files ?? files;
  const source = instead.source ?? 'texts/supply.md';
  const start = before[source]?.indexOf(passage) ?? 0;
  const result = annotate(analysisOf(before), {
    source,
    span: { start, end: start + passage.length },
    kind,
    ...instead,
  });
  if ('refusal' in result) return result;
  const after: Record<string, string> = { ...before };
  for (const { path, text } of result.creates) after[path] = text;
  for (const path of new Set(result.edits.map(({ file }) => file))) {
    after[path] = editedText(
      before[path],
      result.edits.filter(({ file }) => file === path),
    );
  }
  const { file, offset } = result.cursor;
  const text = `${after[file].slice(0, offset)}|${after[file].slice(offset)}`;
  const { snippet } = result;
  const place = snippet && (before[snippet.file] ?? '').slice(0, snippet.offset);
  return { after, text, file, snippet: snippet?.text ?? '', before: place ?? '' };
}

describe('a passage becomes a clause', () => {
  it('behind the one whose passage comes before, verified and formatted', () => {
    const made = annotated('Beta shall pay US$1,000,000 upon thirty (30) days notice', 'pay');
    if ('refusal' in made) throw new Error(made.refusal);
    expect(made.text).toContain(
      '  sale: deliver() // Kept here.\n\n  > [§2] Beta shall pay US$1,000,000 upon thirty (30) days notice\n  pay(by = Beta, amount = 1000000 USD|)\n\n  > [§3] The end.\n',
    );
    const { after } = made;
    expect(format(after['supply.deal'])).toBe(after['supply.deal']);
    const analysis = analysisOf(after);
    expect(faultsOf(analysis)).toEqual([]);
    expect(analysis.summary.quotes.verified).toBe(3);
  });

  it('with what the passage states beyond doubt, and not what the header says already', () => {
    const made = annotated('Acme shall sell the Product to Beta alone in France until 31 December 2027.', 'exclusive');
    expect(made).toMatchObject({ text: expect.stringContaining('exclusive(territory = FR, until = 2027-12-31|)') });
  });

  it('and a selection that occurs twice is told apart', () => {
    const start = contract.lastIndexOf('The end.');
    const made = annotated('The end.', 'document', { span: { start, end: start + 8 } });
    expect(made).toMatchObject({ text: expect.stringContaining('  > [§3] The end.\n  document(|)') });
  });

  it('in a new deal beside the others, where the contract has none', () => {
    const made = annotated('Beta grants Acme a licence.', 'license', { source: 'texts/other.md' });
    if ('refusal' in made) throw new Error(made.refusal);
    expect(made.file).toBe('other.deal');
    expect(made.text).toContain('deal other (by = promisor, to = promisee, source = "texts/other.md") {');
    expect(made.text).toContain('  > [§Other] Beta grants Acme a licence.\n  license(by = Beta|)');
    expect(faultsOf(analysisOf(made.after))).toEqual([]);
  });

  it('in the deal that is asked for', () => {
    const more = { ...files, 'z.deal': 'deal more (by = Beta, to = Acme, source = "texts/supply.md") {}\n' };
    const made = annotated('Beta shall pay', 'pay', { files: more, deal: 'supply' });
    expect(made).toMatchObject({ file: 'supply.deal' });
    const last = annotated('Beta shall pay', 'pay', { files: more });
    expect(last).toMatchObject({
      file: 'z.deal',
      text: expect.stringContaining('{\n  > [§2] Beta shall pay\n  pay(|)\n}\n'),
    });
  });

  it('with the line ends of its file', () => {
    const crlf = { ...files, 'supply.deal': files['supply.deal'].replaceAll('\n', '\r\n') };
    const made = annotated('Beta shall pay', 'pay', { files: crlf });
    if ('refusal' in made) throw new Error(made.refusal);
    expect(made.text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(format(made.after['supply.deal'])).toBe(made.after['supply.deal']);
  });
});

describe('an editor that leads through a clause', () => {
  const vocabulary = `party Studio, Streamline, Vista
scope film "The film"
channel on_demand "On demand"
channel subscription in on_demand
channel rental in on_demand distinct from subscription
cloud Azure
event premiere "The first night"
`;
  const passages = [
    'Streamline alone may offer the film by subscription in Europe.',
    'Vista shall pay $5,000,000 or 3% of all sales.',
    'The Term is one (1) year; 30 days notice ends it.',
    'Studio may use Azure, rental or subscription until the premiere.',
    'Supply Agreement',
    String.raw`Costs of {$1, \} or \${2:all} | "more", each.`,
  ] as const;
  const source = passages.map((passage, index) => `## §${index + 1} Part\n\n${passage}\n`).join('\n');
  const header = 'by = Studio, to = Streamline, from = 2025-06-01, source = "a.md"';
  const portfolio: Files = {
    'terms.deal': vocabulary,
    'a.deal': `deal a (${header}) {\n  > ${passages[0]}\n  first: exclusive_license(scope = film)\n}\n`,
    'a.md': source,
  };

  /** What the editor shows after the passage is annotated, before anything is chosen. */
  function filled(passage: string, kind: string, given: Files = portfolio) {
    const made = annotated(passage, kind, { files: given, source: 'a.md' });
    if ('refusal' in made) throw new Error(made.refusal);
    const { text, stops } = inserted(made.snippet);
    const old = given[made.file] ?? '';
    const whole = made.before + text + old.slice(made.before.length);
    const clause = whole.split('\n').find((line) => line.startsWith(`  ${kind}(`)) ?? '';
    const shown = stops.map(({ value, choices }) => [value, ...choices].join(' | '));
    return { whole, after: { ...given, [made.file]: whole }, clause, shown };
  }

  it('stops first where something is still to be chosen, then at what the passage states, then behind the clause', () => {
    const { clause, shown } = filled(passages[0], 'exclusive_license');
    expect(clause).toBe('  exclusive_license(scope = film, channel = subscription, territory = Europe, until = end)');
    expect(shown).toEqual([
      'film | all',
      'subscription | all | on_demand | rental',
      'end | premiere | perpetual',
      'Europe',
      '',
    ]);
  });

  test.each<[passage: number, kind: string, clause: string, first: string]>([
    [1, 'pay', 'pay(by = Vista, amount = 5000000 USD)', '5000000 USD'],
    [1, 'revenue_share', 'revenue_share(by = Vista, share = 3%)', '3%'],
    [2, 'renewal', 'renewal(term = 1 year, notice = 30 days)', '1 year'],
    [2, 'allow_audit', 'allow_audit(by = Studio, notice = 30 days)', 'Studio | Streamline'],
    [2, 'termination_right', 'termination_right(notice = 30 days)', '30 days'],
    [4, 'document', 'document(title = "Supply Agreement")', 'Supply Agreement'],
    [4, 'equity', 'equity(holder = party, issuer = party, share = share)', 'party | Studio | Streamline | Vista'],
    [4, 'no_assignment', 'no_assignment(by = Studio, until = end)', 'Studio | Streamline'],
    [4, 'waiver', 'waiver(by = Studio, of = clause)', 'Studio | Streamline'],
    [4, 'governing_law', 'governing_law(law = territory)', 'territory'],
    [
      3,
      'license',
      'license(cloud = Azure, scope = all, territory = worldwide, channel = all, until = premiere)',
      'Azure',
    ],
  ])('passage %i as %s: %s', (passage, kind, clause, first) => {
    const made = filled(passages[passage], kind);
    expect(made.clause.trim()).toBe(clause);
    expect(made.shown[0]).toBe(first);
  });

  it('does not ask for what the header says', () => {
    const said = portfolio['a.deal'].replace(
      '2025-06-01',
      '2025-06-01, until = 2027, channel = rental, territory = FR',
    );
    const made = filled(passages[4], 'license', { ...portfolio, 'a.deal': said });
    expect(made.clause.trim()).toBe('license(scope = all)');
    expect(made.shown).toEqual(['all | film', '']);
  });

  it('names the parties of a new deal: those of the portfolio, else its own', () => {
    const { 'a.deal': _, ...others } = portfolio;
    const known = filled(passages[4], 'document', others);
    expect(known.shown.slice(0, 2)).toEqual([
      'promisor | Streamline | Vista | Studio',
      'promisee | Streamline | Vista | Studio',
    ]);
    expect(faultsOf(analysisOf(known.after))).toEqual([]);
    const both = filled(passages[1], 'pay', { ...others, 'a.md': `${passages[1]}\n\nStreamline collects it.\n` });
    expect(both.shown).toEqual([
      'Vista | Streamline | Studio',
      'Streamline | Vista | Studio',
      '5000000 USD',
      'Vista',
      '',
    ]);
    expect(both.whole).not.toContain('party');
    const unknown = filled(passages[4], 'document', { 'a.md': source });
    expect(unknown.shown).toEqual([
      'promisor',
      'promisee',
      'Supply Agreement',
      'The one who promises: still to be named',
      'The other side: still to be named',
      '',
    ]);
    expect(unknown.whole).toContain('  party promisor "The one who promises: still to be named"\n');
    expect(faultsOf(analysisOf(unknown.after))).toEqual([]);
  });

  const kinds = [...analysisOf(portfolio).model.kinds.keys()];
  it.each(kinds)('writes text that costs no other clause, and whose quote is verified: %s', (kind) => {
    for (const passage of passages) {
      for (const given of [portfolio, { 'a.md': source }]) {
        const { after, whole } = filled(passage, kind, given);
        expect(parse(whole).problems).toEqual([]);
        expect(format(whole)).toBe(whole);
        const analysis = analysisOf(after);
        const clauses = analysis.model.clauses.filter(({ deal }) => deal.name === 'a');
        expect(analysis.summary.quotes.verified).toBe(clauses.length);
        expect(clauses.find(({ label }) => label === 'first')?.broken ?? false).toBe(false);
        // What is still to be named is said to be, and nothing else is wrong.
        const open = /`(?:money|share|number|duration|date|party|territory|clause|cloud|text|time|event)`/;
        expect(faultsOf(analysis).filter((fault) => !open.test(fault))).toEqual([]);
      }
    }
  });
});

describe('what cannot be done is said', () => {
  test.each<[string, string, Partial<PassageToAnnotate>, string]>([
    ['The end.', 'nonsense', {}, 'There is no kind `nonsense`.'],
    ['The end.', 'pay', { deal: 'nobody' }, 'There is no deal `nobody`.'],
    ['The end.', 'pay', { source: 'texts/missing.md' }, 'The text of texts/missing.md could not be read.'],
    ['\n\n', 'pay', {}, 'No words are selected that can be quoted'],
    ['', 'pay', { span: { start: 5, end: 5 } }, 'No words are selected that can be quoted'],
    ['', 'pay', { span: { start: -5, end: 1e9 } }, ''],
  ])('%j as %s with %j', (passage, kind, instead, refusal) => {
    const result = annotated(passage, kind, instead);
    if (refusal !== '') expect(result).toMatchObject({ refusal: expect.stringContaining(refusal) });
  });

  it('of a deal whose braces are not closed', () => {
    const broken = { ...files, 'supply.deal': files['supply.deal'].replace(/\}\s*$/, '') };
    expect(annotated('Beta shall pay', 'pay', { files: broken })).toMatchObject({
      refusal: expect.stringContaining('mend it first'),
    });
  });
});
