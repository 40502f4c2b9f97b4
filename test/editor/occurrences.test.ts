/** Where a name stands: definition, references and highlights. */
import { describe, expect, it } from 'vitest';
import { definition } from '../../server/src/editor/definition.ts';
import { highlights } from '../../server/src/editor/highlights.ts';
import { occurrencesOf } from '../../server/src/editor/occurrences.ts';
import { references } from '../../server/src/editor/references.ts';
import { symbolAt } from '../../server/src/editor/symbol-at.ts';
import { type Marked, marked, textAt, withCrlf } from './marked.ts';

const TERMS = `party Lab, Host
cloud Polar by Host
scope api
event AGI
`;

/** Each place as `file:line text of the line`, with the name between bars. */
function shown({ files }: Marked, places: readonly { file: string; span: { start: number; end: number } }[]): string[] {
  return places.map(({ file, span }) => {
    const text = files[file];
    const start = Math.max(text.lastIndexOf('\n', span.start - 1) + 1, 0);
    const end = text.indexOf('\n', span.end);
    const line = `${text.slice(start, span.start)}|${textAt(text, span)}|${text.slice(span.end, end < 0 ? undefined : end)}`;
    return `${file}: ${line.trim()}`;
  });
}

function occurrences(at: Marked): string[] {
  const found = symbolAt(at.analysis, at.path, at.offset);
  return found ? shown(at, occurrencesOf(at.analysis, found.symbol)) : [];
}

describe('occurrences', () => {
  it('are found in every file, by file and offset', () => {
    const at = marked({
      'terms.deal': TERMS,
      'b.deal': 'deal b (by = $0Lab, to = Host, from = 2026-01-01) { x: prohibit(with = [Lab, Host]) }',
      'a.deal': 'party Branch under Lab\nreading r { party Branch in Lab }',
    });
    expect(occurrences(at)).toEqual([
      'a.deal: party Branch under |Lab|',
      'a.deal: reading r { party Branch in |Lab| }',
      'b.deal: deal b (by = |Lab|, to = Host, from = 2026-01-01) { x: prohibit(with = [Lab, Host]) }',
      'b.deal: deal b (by = Lab, to = Host, from = 2026-01-01) { x: prohibit(with = [|Lab|, Host]) }',
      'terms.deal: party |Lab|, Host',
    ]);
  });

  it('leave out other things of the same name', () => {
    const at = marked(`${TERMS}channel Lab
deal Lab (by = $0Lab, to = Host, from = 2026-01-01) {
  // Lab
  > Lab
  Lab: license(channel = Lab, with = Lab)
  scope x "Lab"
}`);
    expect(occurrences(at)).toEqual([
      'portfolio.deal: party |Lab|, Host',
      'portfolio.deal: deal Lab (by = |Lab|, to = Host, from = 2026-01-01) {',
      'portfolio.deal: Lab: license(channel = Lab, with = |Lab|)',
    ]);
  });

  it("of a deal's own term are plain inside and a path outside", () => {
    const at = marked(`${TERMS}
deal base (by = Lab, to = Host, from = 2025-01-01) {
  scope api "Its own"
  x: license(scope = $0api)
}
deal next (from = 2026-01-01) amends base { y: license(scope = api) }
deal other (by = Lab, to = Host, from = 2026-01-01) { z: license(scope = [api, base.api]) }
scope more in base.api`);
    expect(occurrences(at)).toEqual([
      'portfolio.deal: scope |api| "Its own"',
      'portfolio.deal: x: license(scope = |api|)',
      'portfolio.deal: deal next (from = 2026-01-01) amends base { y: license(scope = |api|) }',
      'portfolio.deal: deal other (by = Lab, to = Host, from = 2026-01-01) { z: license(scope = [api, base.|api|]) }',
      'portfolio.deal: scope more in base.|api|',
    ]);
  });

  it('of a label are wherever a path stands, and every version in the chain of amendments', () => {
    const at = marked(`${TERMS}
deal base (by = Lab, to = Host, from = 2025-01-01) {
  $0area: license(scope = api)
  more: license(scope = api, until = area.end + 1 year) subject to area
  given: consent(of = base.area) notwithstanding [area, more]
}
deal next (from = 2026-01-01) amends base { area: license(scope = api) }
deal last (by = Lab, from = 2027-01-01) terminates base.area {}
deal apart (by = Lab, to = Host, from = 2026-01-01) { area: license(scope = api) }
expect clear between base.area and base.more
expect clear next.area`);
    expect(occurrences(at).map((line) => line.replace('portfolio.deal: ', ''))).toEqual([
      '|area|: license(scope = api)',
      'more: license(scope = api, until = |area|.end + 1 year) subject to area',
      'more: license(scope = api, until = area.end + 1 year) subject to |area|',
      'given: consent(of = base.|area|) notwithstanding [area, more]',
      'given: consent(of = base.area) notwithstanding [|area|, more]',
      'deal next (from = 2026-01-01) amends base { |area|: license(scope = api) }',
      'deal last (by = Lab, from = 2027-01-01) terminates base.|area| {}',
      'expect clear between base.|area| and base.more',
      'expect clear next.|area|',
    ]);
  });

  it('of what the standard library brings are all references', () => {
    const at = marked(`${TERMS}deal d (by = Lab, to = Host, from = 2026-01-01) {
  license(scope = api, territory = DE)
  $0license(scope = api, act = host)
}`);
    const found = symbolAt(at.analysis, at.path, at.offset)!;
    expect(occurrencesOf(at.analysis, found.symbol).map(({ role }) => role)).toEqual(['reference', 'reference']);
  });

  it('of a name typed with other accents count too', () => {
    const at = marked(`party Café\ndeal d (by = $0${'Café'.normalize('NFD')}, from = 2026-01-01) {}`);
    expect(occurrences(at).length).toBe(2);
  });
});

describe('definition', () => {
  const define = (at: Marked) => definition(at.analysis, at.path, at.offset);

  it('leads to the declared name, and to all of its declaration', () => {
    const at = marked({
      'terms.deal': `// A documented cloud.\n${TERMS}`,
      'd.deal': withCrlf('// 🐉\ndeal d (by = Lab, from = 2026-01-01) {\n  x: license(cloud = Po$0lar)\n}\n'),
    });
    const [found, ...others] = define(at);
    expect(others).toEqual([]);
    expect(found.file).toBe('terms.deal');
    expect(textAt(at.files['terms.deal'], found.span)).toBe('Polar');
    expect(textAt(at.files['terms.deal'], found.full)).toBe('cloud Polar by Host');
    expect(textAt(at.text, found.origin)).toBe('Polar');
  });

  it.each([
    ['deal d (by = Lab) { x: license(scope = api) }\nexpect clear d.$0x', 'x', 'x: license(scope = api)'],
    [
      'deal d (by = Lab) { x: license(scope = api) }\nexpect clear $0d.x',
      'd',
      'deal d (by = Lab) { x: license(scope = api) }',
    ],
    ['kind lease permits (rent: money)\ndeal d (by = Lab) { lease($0rent = 5 USD) }', 'rent', 'rent: money'],
    ['kind lease permits (rent: money)\ndeal d (by = Lab) { $0lease() }', 'lease', 'kind lease permits (rent: money)'],
    ['dimension shop who\n$0shop Bazaar', 'shop', 'dimension shop who'],
    [
      'reading r { scope api in api }\nexpect clear between a.b and c.d under $0r',
      'r',
      'reading r { scope api in api }',
    ],
    ['deal d (by = Lab) {\n  scope api\n  x: license(scope = $0api)\n}', 'api', 'scope api'],
    ['deal d (by = Lab) { x: license(until = $0AGI) ', 'AGI', 'event AGI'],
  ])('%s', (text, name, full) => {
    const at = marked(TERMS + text);
    const [found] = define(at);
    expect(textAt(at.text, found.span)).toBe(name);
    expect(textAt(at.text, found.full)).toBe(full);
  });

  it('leads nowhere from what has no place, and from what means nothing', () => {
    for (const value of [
      'territory = $0DE',
      'act = $0host',
      'scope = $0nothing',
      '$0territory = DE',
      'until = $0end',
    ]) {
      expect(define(marked(`${TERMS}deal d (by = Lab) { x: license(${value}) }`)), value).toEqual([]);
    }
    expect(define(marked(`${TERMS}deal d (by = Lab) { x: $0license() }`))).toEqual([]);
  });
});

describe('references', () => {
  const text = `${TERMS}deal d (by = Lab, to = Host, from = 2026-01-01) { x: license(scope = $0api) }`;

  it('come with the declaration or without it', () => {
    const at = marked(text);
    expect(references(at.analysis, at.path, at.offset, true).length).toBe(2);
    expect(references(at.analysis, at.path, at.offset, false).map(({ span }) => span.start)).toEqual([at.offset]);
  });

  it('are none where no name stands', () => {
    const at = marked(`// $0api\n${TERMS}`);
    expect(references(at.analysis, at.path, at.offset, true)).toEqual([]);
  });

  it('are found among text that is broken', () => {
    const at = marked(`${TERMS}deal d (by = Lab { x: license(scope = $0api, cloud Polar\n  y: license(scope = [api`);
    expect(references(at.analysis, at.path, at.offset, true).length).toBe(3);
  });
});

describe('highlights', () => {
  it('are those of one file, and tell declarations apart', () => {
    const at = marked({
      'terms.deal': withCrlf(`${TERMS}// 🐉\nscope 接口 in a$0pi\n`),
      'd.deal': 'deal d (by = Lab) { x: license(scope = api) }',
    });
    expect(highlights(at.analysis, at.path, at.offset).map(({ span, role }) => [textAt(at.text, span), role])).toEqual([
      ['api', 'write'],
      ['api', 'read'],
    ]);
  });

  it('are none in a file that the portfolio does not have', () => {
    const { analysis } = marked(TERMS);
    expect(highlights(analysis, 'gone.deal', 0)).toEqual([]);
  });
});
