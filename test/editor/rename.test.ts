/** A rename changes a name wherever it stands, and nothing else that a check would see; or it says why it cannot. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eachNameUse } from '../../server/src/editor/name-uses.ts';
import { prepareRename, rename } from '../../server/src/editor/rename.ts';
import { analyse, checkPortfolio } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { endOf, startOf } from '../../server/src/syntax/tree.ts';
import type { Span } from '../../server/src/text/span.ts';
import { editedFiles, type Marked, marked, textAt, withCrlf } from './marked.ts';

const TERMS = `party Lab, Host
cloud Polar by Host
scope api
scope data
event AGI
kind lease permits (rent: money, share: share)
dimension shop who
reading lab { scope api distinct from data }
`;

const DEALS = `deal base (by = Lab, to = Host, from = 2025-01-01) {
  scope product in api
  area: license(scope = product)
  more: license(scope = data) subject to area
}
deal next (from = 2026-01-01) amends base {
  area: license(scope = product, cloud = Polar)
}
`;

/** The portfolio after a rename, or the refusal. */
function renamed(at: Marked, newName: string): Record<string, string> | string {
  const result = rename(at.analysis, at.path, at.offset, newName);
  return 'refusal' in result ? result.refusal : editedFiles(at.files, result.edits);
}

const inText = (text: string, newName: string): string => {
  const result = renamed(marked(text), newName);
  return typeof result === 'string' ? result : result['portfolio.deal'];
};

it('what is declared in several words is not renamed before that is mended', () => {
  expect(inText('party Beta $0Corp, Gamma\n', 'Delta')).toContain('Mend the error first');
});

describe('rename', () => {
  it('changes a name in every file', () => {
    const at = marked({
      'terms.deal': TERMS,
      'd.deal': 'deal d (by = Lab, to = Host, from = 2026-01-01) {\n  x: license(scope = [$0api, data])\n}\n',
    });
    expect(renamed(at, 'interface')).toEqual({
      'terms.deal': TERMS.replaceAll('api', 'interface'),
      'd.deal': 'deal d (by = Lab, to = Host, from = 2026-01-01) {\n  x: license(scope = [interface, data])\n}\n',
    });
  });

  it('changes a label with all its versions and in every path', () => {
    const text = `${TERMS}${DEALS}expect clear between base.$0area and next.area\n`;
    expect(inText(text, 'zone')).toBe(text.replace('$0', '').replaceAll('area', 'zone'));
  });

  it("changes a deal's own term inside plainly and outside in its path", () => {
    const text = `${TERMS}${DEALS}scope part in base.$0product\n`;
    expect(inText(text, 'goods')).toBe(text.replace('$0', '').replaceAll('product', 'goods'));
  });

  it('changes a deal in paths', () => {
    const text = `${TERMS}${DEALS}scope part in $0base.product\nexpect clear base.area\n`;
    expect(inText(text, 'root')).toBe(text.replace('$0', '').replaceAll('base', 'root'));
  });

  it('changes kinds, parameters, dimensions and readings', () => {
    const text = `${TERMS}kind stall permits (shop: shop = Bazaar)\nshop Bazaar\n${DEALS}deal d (by = Lab, to = Host, from = 2026-01-01) {
  lease(rent = 5 USD, shop = Bazaar)
}
expect clear between base.area and base.more under lab
`;
    const names: readonly [string, string, string, RegExp][] = [
      ['  $0lease(rent', '  lease(rent', 'hire', /\blease\b/g],
      ['(r$0ent = 5', '(rent = 5', 'fee', /\brent\b/g],
      ['under $0lab', 'under lab', 'ours', /\blab\b/g],
      [', $0shop = Bazaar', ', shop = Bazaar', 'market', /\bshop\b/g],
    ];
    for (const [mark, plain, newName, all] of names) {
      expect(inText(text.replace(plain, mark), newName), mark).toBe(text.replace(all, newName));
    }
  });

  it('keeps CRLF, and columns behind characters of two units', () => {
    const text = withCrlf(
      'party 甲方 "🐉", 乙方\nscope 软件\ndeal 许可 (by = 甲方, to = 乙方, from = 2026-01-01) {\n  /* 🐉 */ 使用： license(scope = $0软件)\n}\n',
    );
    expect(inText(text, '程序')).toBe(text.replace('$0', '').replaceAll('软件', '程序'));
  });

  it('changes nothing for the same name, and takes space around a new one', () => {
    const at = marked(`${TERMS}scope more in $0api`);
    expect(rename(at.analysis, at.path, at.offset, 'api')).toEqual({ edits: [] });
    expect(inText(`scope $0api`, ' rest ')).toBe('scope rest');
  });

  it('works in a file with errors elsewhere', () => {
    const text = `${TERMS}deal d (by = Lab {\n  x: license(scope = $0api)\n  y: license(cloud Polar)\n}\n`;
    expect(inText(text, 'rest')).toBe(text.replace('$0', '').replaceAll('api', 'rest'));
  });
});

describe('prepare', () => {
  const prepare = (text: string) => {
    const at = marked(text);
    const result = prepareRename(at.analysis, at.path, at.offset);
    return result === undefined || 'refusal' in result
      ? result
      : `${textAt(at.text, result.span)}|${result.placeholder}`;
  };

  it('gives the name and its span, of a path only the part at the cursor', () => {
    expect(prepare(`${TERMS}${DEALS}scope part in base.pro$0duct`)).toBe('product|product');
    expect(prepare(`${TERMS}${DEALS}expect clear bas$0e.area`)).toBe('base|base');
  });

  it.each([
    ['deal d (by = Lab) { x: $0license() }', 'is a kind of the standard library'],
    ['deal d (by = Lab) { x: license(act = $0host) }', 'is built in'],
    ['act $0host distinct from market', 'is built in'],
    ['deal d (by = Lab) { x: license(territory = $0DE) }', 'is built in'],
    ['deal d (by = Lab) { x: license($0scope = api) }', 'is a dimension of the language'],
    ['deal d (by = Lab) { x: pay($0amount = 5 USD) }', 'belongs to a kind of the standard library'],
    ['deal d (by = Lab) { x: lease($0share = 5%) }', 'The checker knows the parameter `share`'],
    ['deal d (by = Lab) { x: license(until = $0end) }', 'is a word of the language'],
    ['deal d ($0by = Lab) {}', '`by` is a word of the language'],
    ['$0deal d (by = Lab) {}', 'is a word of the language'],
    ['deal d (by = Lab) { x: license(scope = $0nothing) }', 'is declared nowhere'],
    ['party $0Lab', 'is declared somewhere else too'],
    ['deal d (by = Lab) { x: license() { y$0: except (scope = api) } }', 'write another label in its place'],
    ['// api $0api', 'not the words of comments'],
    ['scope x "the $0api"', 'not texts in quotation marks'],
    ['deal d (by = Lab) {\n  > the $0api\n  x: license(scope = api)\n}', 'the words of the contract'],
    ['deal d (by = Lab) { x: license((scope $0api)) }', 'could not be read'],
    [
      'deal d (by = Lab) { x: license((Polar)) }\nscope more in data\ncloud More by Host\ndeal e (by = Lab, cloud = $0Polar) {}',
      'also stands in line 9 of portfolio.deal',
    ],
  ])('refuses: %s', (text, reason) => {
    const result = prepare(TERMS + text);
    expect(result).toEqual({ refusal: expect.stringContaining(reason) });
  });

  it('offers nothing where there is no word', () => {
    expect(prepare(`${TERMS}$0\n\nscope x`)).toBeUndefined();
    expect(prepare('deal d (by = Lab) { $0 }')).toBeUndefined();
    expect(prepareRename(marked(TERMS).analysis, 'gone.deal', 0)).toBeUndefined();
  });

  it('refuses what the configuration names', () => {
    const event = marked(`${TERMS}event IPO after $0AGI`, { assume: { AGI: '2030-01-01' } });
    expect(prepareRename(event.analysis, event.path, event.offset)).toEqual({
      refusal: expect.stringContaining('`assume`'),
    });
    const deal = marked('deal $0d (by = Lab) { event IPO }', { assume: { 'd.IPO': '2030-01-01' } });
    expect(prepareRename(deal.analysis, deal.path, deal.offset)).toEqual({
      refusal: expect.stringContaining('assume'),
    });
  });
});

describe('a new name is refused', () => {
  it.each([
    ['AWS Inc.', 'Write `AWS_Inc`'],
    ['1st', 'Write `st`'],
    ['-x', 'Write `x`'],
    ['a.b', 'Write `a_b`'],
    ['"x"', 'Write `x`'],
    ['', 'cannot be empty'],
    ['?!', 'is not a name'],
    ['all', 'is a word of the language'],
    ['deal', 'is a word of the language'],
    ['data', '`data` is already a scope in portfolio.deal'],
  ])('as a scope: %s', (newName, reason) => {
    expect(inText(`${TERMS.replace('scope api', 'scope $0api')}${DEALS}`, newName)).toContain(reason);
  });

  it('where it is taken, saying by what', () => {
    const text = (mark: string, plain: string): string =>
      `${TERMS}${DEALS}territory north = [DE]\n`.replace(plain, mark);
    expect(inText(text('deal $0base', 'deal base'), 'next')).toBe(
      '`next` is already a deal in portfolio.deal. Choose another name.',
    );
    expect(inText(text('  $0area: license(scope = product)', '  area: license(scope = product)'), 'more')).toContain(
      'already a clause of `base`',
    );
    expect(inText(text('kind $0lease', 'kind lease'), 'host')).toContain(
      'already a kind of clause of the standard library',
    );
    expect(inText(text('($0rent', '(rent'), 'share')).toContain('already names an argument');
    expect(inText(text('($0rent', '(rent'), 'cloud')).toContain('already a dimension');
    expect(inText(text('dimension $0shop', 'dimension shop'), 'notice')).toContain('already a parameter of the kind');
    expect(inText(text('dimension $0shop', 'dimension shop'), 'cloud')).toContain('already a dimension');
    expect(inText(text('dimension $0shop', 'dimension shop'), 'money')).toContain('already a type of parameter');
    expect(inText(text('dimension $0shop', 'dimension shop'), 'until')).toContain('already names an argument');
    expect(inText(text('territory $0north', 'territory north'), 'FR')).toContain('already the territory France');
    expect(inText(text('scope $0product', 'scope product'), 'data')).toContain('already a scope in portfolio.deal');
  });

  it('where a deal has a term of that name, which would hide it', () => {
    const text = `${TERMS}deal d (by = Lab, to = Host, from = 2026-01-01) {\n  scope own\n  x: license(scope = $0api)\n}\n`;
    expect(inText(text, 'own')).toBe('In portfolio.deal, `own` already means the scope `d.own`. Choose another name.');
    const apart = `${TERMS}${DEALS}deal d (by = Lab, to = Host, from = 2026-01-01) { x: license(scope = $0data) }\n`;
    expect(inText(apart.replace('license(scope = data)', 'license(scope = api)'), 'product')).toContain(
      'product in api',
    );
  });

  it('where a label of the same name would be meant instead of a deal', () => {
    const text = `${TERMS}deal $0d (by = Lab, to = Host, from = 2026-01-01) { x: license(scope = api) }
deal e (by = Lab, to = Host, from = 2026-01-01) {
  y: license(scope = api)
  z: license(scope = data) subject to d
}
`;
    expect(inText(text, 'y')).toContain('`y` already means the clause `e.y`');
    const label = text.replace('$0', '').replace('  y:', '  $0y:');
    expect(inText(label, 'd')).toContain('`d` already means the deal `d`');
  });

  it('where the grammar would read it otherwise', () => {
    expect(inText('dimension $0shop who\nshop Bazaar\n', 'open')).toContain('is a word of the language');
  });
});

type Files = Readonly<Record<string, string>>;

const EXAMPLES = new URL('../../examples/', import.meta.url);
const EXAMPLES_AS_OF = '2026-03-18';

const portfolios = readdirSync(EXAMPLES).map((name) => {
  const root = new URL(`${name}/`, EXAMPLES);
  const paths = readdirSync(root).filter((path) => path.endsWith('.deal'));
  const files: Files = Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
  return { name, files };
});

/** What a name is lengthened by. */
const SUFFIX = '_又名';

/** Findings without words; `oldOffset` undoes a rename. */
const told = (files: Files, oldOffset = (_file: string, offset: number): number => offset): string[] =>
  checkPortfolio(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { asOf: EXAMPLES_AS_OF },
  )
    .findings.map(({ rule, severity, verdict, file, span, clauses, window, witness }) =>
      JSON.stringify({
        rule,
        severity,
        verdict,
        place: [file, oldOffset(file, span.start)],
        clauses: clauses.map((clause) => [clause.file, oldOffset(clause.file, clause.span.start)]),
        window: [window?.from, window?.until],
        day: witness?.date,
      }),
    )
    .sort();

/** Where an offset lay before names in front of it were lengthened. */
const before =
  (edits: readonly { readonly file: string; readonly start: number }[]) =>
  (path: string, offset: number): number => {
    const starts = edits.filter(({ file }) => file === path).map(({ start }, index) => start + index * SUFFIX.length);
    return offset - SUFFIX.length * starts.filter((start) => start < offset).length;
  };

describe('the examples', () => {
  it.each(portfolios)('$name: every name can be renamed, and all findings stay', ({ files }) => {
    const parsed = Object.entries(files).map(([path, text]) => ({ path, tree: parse(text) }));
    const analysis = analyse(parsed, { asOf: EXAMPLES_AS_OF });
    const expected = told(files);
    let count = 0;
    for (const file of parsed) {
      const declared: Span[] = [];
      eachNameUse(analysis.model, file, {}, ({ node, role, symbol }) => {
        if (role === 'declaration' && symbol) {
          declared.push({ start: startOf(file.tree, node), end: endOf(file.tree, node) });
        }
      });
      for (const [index, span] of declared.entries()) {
        const name = textAt(file.tree.text, span);
        const result = rename(analysis, file.path, span.start, name + SUFFIX);
        if ('refusal' in result) {
          expect(result.refusal).toContain(`The checker knows the parameter \`${name}\` by this name`);
          continue;
        }
        count++;
        // A whole check for each of hundreds of names would take minutes: every seventh of a file is tried.
        if (index % 7 !== 0) continue;
        expect(told(editedFiles(files, result.edits), before(result.edits)), name).toEqual(expected);
      }
    }
    expect(count).toBeGreaterThan(20);
  });
});
