import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { prepareSource } from '../../server/src/evidence/prepare-source.ts';
import { exportAnnotations } from '../../server/src/exchange/export-annotations.ts';
import { importAnnotations } from '../../server/src/exchange/import-annotations.ts';
import type { Json } from '../../server/src/exchange/json.ts';
import { readAnnotations } from '../../server/src/exchange/read-annotations.ts';
import type { Annotation, AnnotationCollection, AnnotationTarget } from '../../server/src/exchange/web-annotation.ts';
import type { Analysis } from '../../server/src/portfolio/check.ts';
import { kinds } from './cuad.ts';
import { analysisOf, example, type Files, faultsOf } from './portfolio.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../docs/schemas/web-annotations.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, strictTuples: false, strictRequired: false, allErrors: true }).compile(
  schema,
);

const exported = (analysis: Analysis): AnnotationCollection =>
  JSON.parse(JSON.stringify(exportAnnotations(analysis, { label: 'portfolio', generator: 'Deal' })));

const targetsOf = ({ target }: Annotation): readonly AnnotationTarget[] => (typeof target === 'string' ? [] : target);

function imported(json: unknown, files: Files = {}, known = kinds) {
  const read = readAnnotations(json as Json);
  if ('problem' in read) throw new Error(read.problem);
  return importAnnotations(read, {
    kinds: known,
    deals: new Set(),
    readSource: (path) =>
      files[path] === undefined ? undefined : prepareSource(files[path], path.endsWith('.md') ? 'markdown' : 'text'),
  });
}

const asRecord = (files: readonly { readonly path: string; readonly text: string }[]): Files =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

/** Everything about a clause that a reader sees, but where it stands. */
const clausesOf = ({ model, passages }: Analysis) =>
  model.clauses.map((clause) => ({
    name: clause.name,
    kind: clause.kind.name,
    exceptions: clause.exceptions.length,
    quotes: passages.filter((passage) => passage.clause === clause).map(({ match }) => match),
  }));

describe.each(['ai-cloud', 'film', 'software'])('the example %s', (name) => {
  const files = example(name);
  const analysis = analysisOf(files);
  const collection = exported(analysis);

  it('is written as the schema says', () => {
    validate(collection);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('comes back the same: clauses, quotes, findings', () => {
    const { files: back, leftOut, clauses } = imported(collection);
    expect(leftOut).toEqual([]);
    expect(clauses).toBe(analysis.model.clauses.length);
    const again = analysisOf({ ...files, ...asRecord(back) });
    expect(back.map(({ path }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((path) => path.endsWith('.deal'))
        .sort(),
    );
    expect(clausesOf(again)).toEqual(clausesOf(analysis));
    expect(again.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      analysis.findings.map(({ fingerprint }) => fingerprint),
    );
    expect(exported(again)).toEqual(collection);
  });

  it('has a finding in the annotation of each clause that it is about', () => {
    for (const finding of analysis.findings) {
      for (const clause of finding.clauses) {
        const id = `#${clause.name.replace('.', '/').replaceAll('#', '%23')}`;
        const own = collection.first.items.find(({ body }) =>
          body.some((one) => one.id?.endsWith(id) || decodeURIComponent(one.id ?? '').endsWith(id)),
        );
        const texts = own?.body.filter(({ purpose }) => purpose === 'assessing').map(({ value }) => value) ?? [];
        expect(
          texts.some((text) => text.includes(finding.message)),
          clause.name,
        ).toBe(true);
      }
    }
  });
});

describe('the model of the W3C', () => {
  const text = '\ufeff# 𠮷 Prices\n\nThe 𠮷 price is fixed. Nobody may sell below it. 👩‍⚖️ End of it.\n';
  const deal = `party a, b
deal d "D" (by = a, to = b, source = "täxts/ein vertrag.md") {
  > The 𠮷 price is fixed. [...] 👩‍⚖️ End of it.

  > Nobody may sell below it.
  price: prohibit()
  > This is not in it.
  lost: prohibit()
  plain: prohibit()
}
`;
  const collection = exported(analysisOf({ 'in here/d.deal': deal, 'in here/täxts/ein vertrag.md': text }));
  const { items } = collection.first;
  const annotation = (name: string) => items.find(({ body }) => body[0].id?.endsWith(`#d/${name}`))!;

  it('positions count code points of the text without its byte order mark', () => {
    const characters = [...text.slice(1)];
    const targets = targetsOf(annotation('price'));
    expect(targets).toHaveLength(3);
    for (const { selector } of targets) {
      const [quote, position] = selector;
      if (quote.type !== 'TextQuoteSelector' || position.type !== 'TextPositionSelector') throw new Error('order');
      expect(characters.slice(position.start, position.end).join('')).toBe(quote.exact);
      expect(text).toContain(`${quote.prefix}${quote.exact}${quote.suffix}`);
      expect(characters.slice(0, position.start).join('').endsWith(quote.prefix!)).toBe(true);
    }
    expect(targets.map(({ id }) => id.split('#')[1])).toEqual([
      'quote-1-piece-1',
      'quote-1-piece-2',
      'quote-2-piece-1',
    ]);
  });

  it('sources are relative IRIs', () => {
    expect(targetsOf(annotation('price'))[0].source).toBe('in%20here/täxts/ein%20vertrag.md');
  });

  it('a quote that is not verified has its words alone; a clause without one is about the contract', () => {
    expect(targetsOf(annotation('lost'))[0].selector).toEqual([
      { type: 'TextQuoteSelector', exact: 'This is not in it.' },
    ]);
    expect(annotation('plain').target).toBe('in%20here/täxts/ein%20vertrag.md');
  });

  it('identifiers are UUIDs of their own, the same for the same clause', () => {
    const ids = [collection.id, collection.first.id, ...items.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.every((id) => /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
    ).toBe(true);
    const changed = exported(
      analysisOf({ 'in here/d.deal': deal.replace('price: prohibit()', 'price: prohibit(act = sell)') }),
    );
    expect(changed.first.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  });

  it('every key and every type is a term of its context', () => {
    // http://www.w3.org/ns/anno.jsonld
    const terms = new Set(
      (
        'id type body target source selector purpose motivation generator generated label total first last items startIndex value format exact prefix suffix start end name ' +
        'Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector Software AnnotationCollection AnnotationPage ' +
        'describing tagging commenting assessing'
      ).split(' '),
    );
    const { '@context': context, ...rest } = collection;
    expect(context).toBe('http://www.w3.org/ns/anno.jsonld');
    const seen = (json: unknown): void => {
      if (Array.isArray(json)) for (const one of json) seen(one);
      else if (typeof json === 'object' && json !== null) {
        for (const [key, value] of Object.entries(json)) {
          expect(terms.has(key), key).toBe(true);
          if (['type', 'purpose', 'motivation'].includes(key)) expect(terms.has(value), value).toBe(true);
          seen(value);
        }
      }
    };
    seen(rest);
  });

  it('the schema is strict', () => {
    expect(validate({ ...collection, extra: 1 })).toBe(false);
    expect(validate({ ...collection, total: -1 })).toBe(false);
    const [first, ...others] = items;
    expect(
      validate({ ...collection, first: { ...collection.first, items: [{ ...first, target: 'http://x' }, ...others] } }),
    ).toBe(false);
  });
});

describe('annotations of others', () => {
  const contract =
    '1. Price\nThe Dealer pays. The price is fixed.\n\n2. Territory\nThe Dealer pays. Sale in France only.\n';
  const files = { 'contract.txt': contract };
  const one = (extra: Record<string, unknown>, selector: unknown, source = 'contract.txt') => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'http://example.org/1',
    type: 'Annotation',
    ...extra,
    target: { source, selector },
  });
  const quote = (exact: string, extra: object = {}) => ({ type: 'TextQuoteSelector', exact, ...extra });

  it('become clauses of the kind that a tag names, in no verdict yet', () => {
    const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value });
    const { files: made } = imported(
      [
        one({ body: tag('exclusive') }, quote('Sale in France only.')),
        one(
          { body: [tag('urgent'), { source: 'http://x/tags/Non-Compete', purpose: 'tagging' }] },
          quote('The price is fixed.'),
        ),
        one({ bodyValue: 'Ask Bob' }, quote('Price')),
      ],
      files,
    );
    expect(made.map(({ path }) => path)).toEqual(['contract.deal']);
    expect(made[0].text).toContain('> [§2] Sale in France only.\n  exclusive(while = unread)');
    expect(made[0].text).toContain('// Tags: urgent\n  > [§1] The price is fixed.\n  noncompete(while = unread)');
    expect(made[0].text).toContain('// Ask Bob\n  > [§1] Price\n  note()');
    expect(made[0].text).toContain('kind note records ()');
    const analysis = analysisOf({ ...files, ...asRecord(made) });
    expect(analysis.findings).toEqual([]);
    expect(analysis.summary.quotes.verified).toBe(3);
  });

  it('are placed by what stands around the words, or by a position in code points', () => {
    const around = imported([one({}, quote('The Dealer pays.', { prefix: 'Territory\n', suffix: ' Sale' }))], files);
    expect(around.files[0].text).toContain('> [§2] The Dealer pays.');
    const position = { type: 'TextPositionSelector', start: contract.lastIndexOf('The Dealer'), end: 0 };
    const placed = imported([one({}, [position, quote('The Dealer pays.')])], files);
    expect(placed.files[0].text).toContain('> [§2] The Dealer pays.');
    const refined = imported(
      [one({}, { type: 'FragmentSelector', value: 'p', refinedBy: quote('Sale in France') })],
      files,
    );
    expect(refined.files[0].text).toContain('> [§2] Sale in France');
  });

  it('of pages elsewhere keep their address, and a portfolio’s own `note` is used', () => {
    const page = { type: 'AnnotationPage', items: [one({}, quote('some words'), 'https://example.org/page.html#x')] };
    const { files: made } = imported(page, {}, new Map([...kinds, ['note', kinds.get('parties')!]]));
    expect(made[0].path).toBe('page.deal');
    expect(made[0].text).toContain('source = "https://example.org/page.html"');
    expect(made[0].text).not.toContain('kind note');
  });

  it('that select no text are said to be left out', () => {
    const { files: made, leftOut } = imported([one({}, { type: 'SvgSelector', value: '<svg/>' })], files);
    expect(made).toEqual([]);
    expect(leftOut).toEqual(['1 annotation of contract.txt without a text that it selects']);
  });

  it('are shown as plain text, whatever they hold', () => {
    const body = {
      type: 'TextualBody',
      format: 'text/html',
      value: '<p>One</p><script>alert(1)</script>&lt;b&gt; deal-ignore note: x',
    };
    const { files: made } = imported([one({ body }, quote('The price is fixed.'))], files);
    expect(made[0].text).not.toContain('<script>');
    expect(made[0].text).not.toContain('deal-ignore');
    expect(faultsOf(analysisOf({ ...files, ...asRecord(made) }))).toEqual([]);
  });
});

describe('hostile annotations', () => {
  test.each([
    [{}, 'the collection has no page'],
    [{ type: 'AnnotationCollection', first: 'http://x/1' }, 'the pages of the collection are elsewhere'],
    [{ type: 'AnnotationCollection', first: { items: [], next: 'http://x/2' } }, 'more pages elsewhere'],
    [{ type: 'AnnotationPage' }, 'the page has no list `items`'],
    [[{ type: 'Annotation' }], 'annotation 1 has no `target`'],
    [[{ type: 'Annotation', target: '' }], 'annotation 1 has no `target`'],
    [[1], 'item 1 is no `Annotation`'],
  ])('%j: %s', (json, problem) => {
    expect(readAnnotations(json as Json)).toMatchObject({ problem: expect.stringContaining(problem) });
  });

  const own = (id: string, value: string) => ({
    type: 'Annotation',
    body: [{ id, type: 'TextualBody', purpose: 'describing', format: 'text/vnd.deal', value }],
    target: 'a.txt',
  });
  const header = own('a.deal#a', 'deal a (by = p) {}');

  test.each([
    ['../a.deal#a', 'deal a (by = p) {}'],
    ['%2e%2e/a.deal#a', 'deal a (by = p) {}'],
    ['/etc/a.deal#a', 'deal a (by = p) {}'],
    ['C:/a.deal#a', 'deal a (by = p) {}'],
    ['http://x/a.deal#a', 'deal a (by = p) {}'],
    ['a.sh#a', 'deal a (by = p) {}'],
    ['a.deal#a', 'deal b (by = p) {}'],
    ['a.deal#a', 'deal a (by = p) {} deal b (by = p) {}'],
    ['a.deal#a', 'deal a (by = p) { exclusive() }'],
    ['a.deal#a', 'deal a (by = p) {} // }'],
    ['a.deal#a/x', 'x: exclusive() } deal b (by = p) {'],
    ['a.deal#a/x', '> a quote\nx: exclusive()'],
    ['a.deal#a/x', 'x: exclusive() y: exclusive()'],
    ['a.deal#a/x', 'x: exclusive( // deal-ignore exclusive-overlap: x\n)'],
    ['a.deal#', 'deal b (by = p) {}'],
    ['a.deal#a/x/y', 'y: except (act = sell)'],
  ])('%s with %j is left out', (id, value) => {
    const rest = id === 'a.deal#a' ? [] : [header];
    const { files, leftOut } = imported([...rest, own(id, value)]);
    expect(leftOut.length).toBeGreaterThan(0);
    expect(files.every(({ path }) => path === 'a.deal')).toBe(true);
    expect(files.map(({ text }) => text).join('')).not.toMatch(/deal b|exclusive|except/);
  });
});
