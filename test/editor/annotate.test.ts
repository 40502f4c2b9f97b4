import { describe, expect, it, test } from 'vitest';
import { annotate, type PassageToAnnotate } from '../../server/src/editor/annotate.ts';
import { editedText } from '../../server/src/editor/apply-edits.ts';
import { format } from '../../server/src/syntax/format.ts';
import { analysisOf, type Files, faultsOf } from '../exchange/portfolio.ts';

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
  return { after, text, file };
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
