/** What the name under the cursor means: the same as to the binder, wherever a name can stand. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eachNameUse } from '../../server/src/editor/name-uses.ts';
import { type PortfolioSymbol, symbolAt } from '../../server/src/editor/symbol-at.ts';
import type { Model } from '../../server/src/model/model.ts';
import { analyse } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { kindOf, NodeKind, nextOf, textOf } from '../../server/src/syntax/tree.ts';
import { type Marked, marked, textAt, withCrlf } from './marked.ts';

const TERMS = `party Lab, Host
party Branch under Host
cloud Polar by Host
scope services
scope api in services
territory nordics = [DK, SE]
dimension edition what "Which edition"
dimension screen what number
edition hardback
event AGI
state shortage
kind performance permits (act: act = use, fee: money, at: event, site: territory)
reading lab "The lab's" { scope api distinct from services }
`;

const DEAL = (header: string, body: string): string => `${TERMS}
deal base (by = Lab, to = Host, from = 2025-01-01) {
  scope product in api
  area: license(scope = product)
}
deal own (by = Lab, to = Host, from = 2025-06-01${header}) {
  scope api "Its own"
  sales: license(scope = api)
  ${body}
}
`;

/** A symbol in a few words. */
function told(model: Model, symbol: PortfolioSymbol): string {
  switch (symbol.kind) {
    case 'term':
      return `${model.terms[symbol.id].dimension} ${model.terms[symbol.id].name}`;
    case 'parameter':
      return `parameter ${symbol.of}.${symbol.name}`;
    case 'deal':
      return `deal ${symbol.deal.name}`;
    case 'clause':
      return `clause ${symbol.clause.name}`;
    default:
      return `${symbol.kind} ${symbol.name}`;
  }
}

function meaning({ analysis, path, offset, text }: Marked): string | undefined {
  const found = symbolAt(analysis, path, offset);
  return found && `${textAt(text, found.span)}: ${told(analysis.model, found.symbol)}`;
}

const inBody = (body: string): string | undefined => meaning(marked(DEAL('', body)));
const inHeader = (header: string): string | undefined => meaning(marked(DEAL(header, '')));
const above = (line: string): string | undefined => meaning(marked(`${line}\n${DEAL('', '')}`));

describe('a name in a clause', () => {
  it.each([
    ['x: lic$0ense(scope = services)', 'license: kind license'],
    ['x: perfor$0mance(scope = services)', 'performance: kind performance'],
    ['$0x: license(scope = services)', 'x: clause own.x'],
    ['x$0: license(scope = services)', 'x: clause own.x'],
    ['x: license($0scope = services)', 'scope: dimension scope'],
    ['x: license(scope = $0services)', 'services: scope services'],
    ['x: license(scope = services$0)', 'services: scope services'],
    ['x: license(screen$0 < 10)', 'screen: dimension screen'],
    ['x: license(edition = hard$0back)', 'hardback: edition hardback'],
    ['x: license(cloud = $0Polar)', 'Polar: cloud Polar'],
    ['x: license(with = $0Branch)', 'Branch: party Branch'],
    ['x: license(by = [Lab, $0Host])', 'Host: party Host'],
    ['x: license(affiliates = all except $0Branch)', 'Branch: party Branch'],
    ['x: license(territory = worldwide except [$0nordics, CN])', 'nordics: territory nordics'],
    ['x: license(territory = worldwide except [nordics, $0CN])', 'CN: territory CN'],
    ['x: license(act = $0host)', 'host: act host'],
    ['x: license(while = $0shortage)', 'shortage: state shortage'],
    ['x: license(until = $0AGI)', 'AGI: event AGI'],
    ['x: license(until = earlier of [$0AGI + 5 years, 2030])', 'AGI: event AGI'],
    ['x: license(scope = services) except (territory = $0DK)', 'DK: territory DK'],
    ['x: license(scope = services) except (with = Branch, from = $0AGI)', 'AGI: event AGI'],
    ['x: license(scope = services) { y: except (cloud = $0Polar) }', 'Polar: cloud Polar'],
    ['x: license(scope = services) { y: license(cloud = $0Polar) }', 'Polar: cloud Polar'],
    ['x: performance($0fee = 5K EUR)', 'fee: parameter performance.fee'],
    ['x: performance(at = $0AGI)', 'AGI: event AGI'],
    ['x: performance(site = $0nordics)', 'nordics: territory nordics'],
    ['x: performance($0act = use)', 'act: dimension act'],
    ['x: equity(holder = $0Host, issuer = Lab, share = 5%)', 'Host: party Host'],
    ['x: pay($0due = AGI)', 'due: parameter pay.due'],
    ['x: pay(due = $0AGI)', 'AGI: event AGI'],
  ])('%s', (body, expected) => {
    expect(inBody(body)).toBe(expected);
  });

  it('means nothing where the language has a word of its own, or a text stands', () => {
    const bodies = [
      'x: license($0by = Lab)',
      'x: license(scope = $0all)',
      'x: license(territory = $0worldwide)',
      'x: license(until = $0perpetual)',
      'x: license(until = $0end + 3 years)',
      'x: license(affiliates = $0yes)',
      'x: pay(per = $0year)',
      'x: license(scope = services) $0subject to sales',
      'x: license(scope = services) { lbl$0: except (cloud = Polar) }',
      '// $0Polar\n',
      '> the $0Polar cloud\n  x: license(cloud = Polar)',
    ];
    for (const body of bodies) expect(inBody(body), body).toBeUndefined();
  });

  it('means nothing where nothing is declared', () => {
    const bodies = [
      'x: license(scope = $0nothing)',
      'x: $0lisence(scope = services)',
      'x: license($0colour = services)',
      'x: license(scope = nothing.$0api)',
      'x: license(until = $0IPO)',
      'x: license(scope = services) subject to $0nothing',
      'x: license(scope = services) subject to base.$0nothing',
    ];
    for (const body of bodies) expect(inBody(body), body).toBeUndefined();
  });
});

describe('a deal of its own', () => {
  it('hides the portfolio with its terms, which others reach by a path', () => {
    expect(inBody('x: license(scope = $0api)')).toBe('api: scope own.api');
    expect(inBody('x: license(scope = base.$0product)')).toBe('product: scope base.product');
    expect(inBody('x: license(scope = $0base.product)')).toBe('base: deal base');
    expect(inBody('x: license(scope = $0product)')).toBeUndefined();
    expect(above('scope more in own.$0api')).toBe('api: scope own.api');
    expect(above('scope more in $0api')).toBe('api: scope api');
  });

  it('sees the terms of what it amends', () => {
    const amending = DEAL(') amends base', 'x: license(scope = $0product)').replace(') amends base)', ') amends base');
    expect(meaning(marked(amending))).toBe('product: scope base.product');
  });

  it('is meant by amends, supersedes, terminates and by clauses', () => {
    const ending = (tail: string): string | undefined =>
      meaning(marked(`${DEAL('', '')}deal next (by = Lab, from = 2026-01-01) ${tail} {}`));
    expect(ending('amends $0base')).toBe('base: deal base');
    expect(ending('supersedes $0base')).toBe('base: deal base');
    expect(ending('terminates $0base.area')).toBe('base: deal base');
    expect(ending('terminates base.$0area')).toBe('area: clause base.area');
    expect(inBody('x: license(scope = api) subject to $0base')).toBe('base: deal base');
    expect(inBody('x: license(scope = api) subject to [sales, base.ar$0ea]')).toBe('area: clause base.area');
    expect(inBody('x: license(scope = api) notwithstanding $0sales')).toBe('sales: clause own.sales');
    expect(inBody('x: consent(of = $0sales)')).toBe('sales: clause own.sales');
    expect(inBody('x: license(until = base.$0area.end + 1 year)')).toBe('area: clause base.area');
    expect(inBody('x: license(until = $0base.end)')).toBe('base: deal base');
    expect(inBody('x: license(until = $0sales.end)')).toBe('sales: clause own.sales');
    expect(inBody('x: license(until = sales.$0end)')).toBeUndefined();
  });

  it('looks a label up through its chain of amendments', () => {
    const text = `${DEAL('', '')}deal next (from = 2026-01-01) amends base {
  more: license(scope = product) subject to $0area
}`;
    expect(meaning(marked(text))).toBe('area: clause base.area');
  });

  it('takes parties in its header', () => {
    expect(inHeader(', with = $0Branch')).toBe('Branch: party Branch');
    expect(inHeader(', $0with = Branch')).toBe('with: dimension with');
    expect(inHeader(', until = $0AGI')).toBe('AGI: event AGI');
    expect(inHeader(', status = $0draft')).toBeUndefined();
    expect(inHeader(', source = "$0AGI"')).toBeUndefined();
  });
});

describe('a declaration', () => {
  it.each([
    ['party $0More', 'More: party More'],
    ['party More, $0Others under Lab', 'Others: party Others'],
    ['$0party More', 'party: dimension party'],
    ['$0edition paperback', 'edition: dimension edition'],
    ['edition paperback distinct from $0hardback', 'hardback: edition hardback'],
    ['party More under $0Lab from 2020-01-01', 'Lab: party Lab'],
    ['cloud More by $0Lab', 'Lab: party Lab'],
    ['event IPO after $0AGI', 'AGI: event AGI'],
    ['territory more = [$0nordics, FI]', 'nordics: territory nordics'],
    ['territory $0NO in nordics', 'NO: territory NO'],
    ['act $0host distinct from market', 'host: act host'],
    ['act host distinct from $0market', 'market: act market'],
    ['dimension $0colour what', 'colour: dimension colour'],
    ['kind $0lease permits (rent: money)', 'lease: kind lease'],
    ['kind lease permits ($0rent: money)', 'rent: parameter lease.rent'],
    ['kind lease permits ($0edition: edition = hardback)', 'edition: dimension edition'],
    ['kind lease permits (edition: edition = $0hardback)', 'hardback: edition hardback'],
    ['kind lease permits (place: $0territory)', 'territory: dimension territory'],
    ['reading $0host { scope api in services }', 'host: reading host'],
    ['reading host { scope $0api in services }', 'api: scope api'],
    ['reading host { scope api in $0services }', 'services: scope services'],
    ['deal $0third (by = Lab) {}', 'third: deal third'],
    ['expect clear between own.$0sales and base.area', 'sales: clause own.sales'],
    ['expect clear between $0own.sales and base.area', 'own: deal own'],
    ['expect clear between own.sales and base.area under $0lab', 'lab: reading lab'],
    ['expect clear own.$0sales', 'sales: clause own.sales'],
  ])('%s', (line, expected) => {
    expect(above(line)).toBe(expected);
  });

  it('does not count where the name is taken', () => {
    const second = (line: string): string | undefined => meaning(marked(`${DEAL('', '')}${line}`));
    expect(second('party $0Lab')).toBeUndefined();
    expect(second('dimension $0edition what')).toBeUndefined();
    expect(second('act $0exploit')).toBeUndefined();
    expect(second('act $0host "Hosting" in market')).toBeUndefined();
    expect(second('territory $0DK')).toBeUndefined();
    expect(second('kind $0license permits ()')).toBeUndefined();
    expect(second('deal $0base (by = Lab) {}')).toBeUndefined();
    expect(second('reading $0lab { scope api in services }')).toBeUndefined();
    expect(inBody('$0sales: license(scope = api)')).toBeUndefined();
  });
});

describe('other texts', () => {
  it('with CRLF and with characters of two units before the cursor', () => {
    const text = withCrlf(`// 🐉🐉
party 甲方 "🐉", 乙方
scope 软件
deal 许可 (by = 甲方, to = 乙方, from = 2026-01-01) {
  > “🐉” 软件
  使用： license（scope ＝ $0软件）
}
`);
    expect(meaning(marked(text))).toBe('软件: scope 软件');
  });

  it('know a name whose accents are typed in another way', () => {
    const text = `party Café
deal d (by = ${'Café'.normalize('NFD')}$0, to = Café) {}`;
    expect(meaning(marked(text))).toMatch(/: party Café$/);
  });

  it('that are broken keep the meaning of what can be read', () => {
    expect(inBody('x: license(scope = $0services')).toBe('services: scope services');
    expect(inBody('x: license(scope services, cloud = $0Polar')).toBe('Polar: cloud Polar');
    expect(meaning(marked(`${TERMS}\nx: license(cloud = $0Polar)`))).toBe('Polar: cloud Polar');
    expect(meaning(marked(`${TERMS}\ndeal d (by = $0Lab`))).toBe('Lab: party Lab');
    expect(meaning(marked('$0'))).toBeUndefined();
    const { analysis } = marked(TERMS);
    expect(symbolAt(analysis, 'elsewhere.deal', 3)).toBeUndefined();
    expect(symbolAt(analysis, 'portfolio.deal', 1_000_000)).toBeUndefined();
  });

  it('leave the model as it was where they name a territory that nobody binds', () => {
    const at = marked(`${DEAL('', '')}deal own (by = Lab) { x: license(territory = $0ZW) }`);
    const before = at.analysis.model.terms.length;
    expect(meaning(at)).toBeUndefined();
    expect(at.analysis.model.terms.length).toBe(before);
  });
});

describe('the examples', () => {
  const folder = new URL('../../examples/', import.meta.url);

  it.each(readdirSync(folder))('%s: every name means something, or is a word of the language', (name) => {
    const root = new URL(`${name}/`, folder);
    const files = readdirSync(root)
      .filter((path) => path.endsWith('.deal'))
      .map((path) => ({ path, tree: parse(readFileSync(new URL(path, root), 'utf8')) }));
    const { model } = analyse(files, { asOf: '2026-03-18' });
    for (const file of files) {
      const visited = new Set<number>();
      eachNameUse(model, file, {}, ({ node, place, role, symbol }) => {
        expect(visited.has(node)).toBe(false);
        visited.add(node);
        const isOfLanguage = place === 'word' || place === 'language argument' || place === 'type';
        const isException = place === 'label' && role === 'declaration';
        if (!isOfLanguage && !isException) expect(symbol, textOf(file.tree, node)).toBeDefined();
      });
      for (let node = 0; node < nextOf(file.tree, 0); node++) {
        const isName = kindOf(file.tree, node) === NodeKind.Name || kindOf(file.tree, node) === NodeKind.Label;
        if (!isName || visited.has(node)) continue;
        // The question of a dimension, and what an argument of text says without quotation marks.
        expect(['who', 'what', 'where', 'year', 'month', 'quarter'], `${file.path} ${node}`).toContain(
          textOf(file.tree, node),
        );
      }
    }
  });
});

describe('a text with something cut out of it', () => {
  it('has no meaning for a name that the binder finds declared nowhere', () => {
    const text = DEAL('', 'x: license(scope = product, until = AGI) subject to [sales, base.area]');
    let checked = 0;
    for (let at = 0; at < text.length; at += 3) {
      const { analysis } = marked(text.slice(0, at) + text.slice(at + 2));
      for (const { rule, span, file } of analysis.findings) {
        if (rule !== 'unknown-name' && rule !== 'unknown-kind') continue;
        expect(symbolAt(analysis, file, span.end)?.span, `${at}`).not.toEqual(span);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(50);
  });
});
