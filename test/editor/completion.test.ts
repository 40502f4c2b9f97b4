import { describe, expect, it } from 'vitest';
import { hole } from '../../server/src/editor/completion/completion-item.ts';
import { type Completion, type CompletionItem, complete, MOST_ITEMS } from '../../server/src/editor/completion.ts';
import { edited, marked, withCrlf } from './marked.ts';

const WORDS = `party OpenAI
party Microsoft
party Amazon
party AWS "Amazon Web Services, Inc." under Amazon

cloud Azure "Microsoft Azure" by Microsoft
cloud Bedrock

scope model_service "Access to the models as a service"
// One request, one response.
scope stateless_api "Nothing is remembered" in model_service
scope stateful_runtime in model_service

channel first_party, third_party
territory nordics = [DK, FI, NO, SE]
dimension screen what number "Diagonal in inches"
event AGI "Verified by the panel"
event IPO
state shortage
`;

const REST = `
reading broad "Everything is the API" { scope stateful_runtime in stateless_api }

deal base "The agreement" (by = OpenAI, to = Microsoft, from = 2025-01-01) {
  scope own_thing "The Product" in model_service
  > [§2] Azure alone serves the API.
  azure_api: exclusive(cloud = Azure, scope = stateless_api, until = AGI)
  fee: pay(amount = 5M EUR)
}
`;

/** Completions at `$0` in a file of its own, beside one with words and a deal. */
function at(text: string, more: Partial<Record<string, string>> = {}): Completion {
  const { analysis, path, offset } = marked({ 'main.deal': text, 'words.deal': WORDS + REST, ...more });
  return complete(analysis, path, offset);
}

const labels = (text: string): string[] => at(text).items.map(({ label }) => label);
const item = (text: string, label: string): CompletionItem | undefined =>
  at(text).items.find((one) => one.label === label);

/** A clause of a deal, with the cursor in it. */
const inDeal = (clause: string): string => `deal d (by = OpenAI, to = Amazon, from = 2026-01-01) {\n  ${clause}\n}\n`;

/** The text once an item is taken, with what its places to fill in hold at first. */
function taken(text: string, label: string): string {
  const { files, path, analysis, offset } = marked({ 'main.deal': text, 'words.deal': WORDS + REST });
  const { items, replace } = complete(analysis, path, offset);
  const found = items.find((one) => one.label === label)!;
  const insert = found.isSnippet
    ? found.insert
        .replace(/\$\{\d\|([^,|]*)[^}]*\}/g, '$1')
        .replace(/\$\{\d(?::((?:[^}\\]|\\.)*))?\}/g, (_, first?: string) => first ?? '')
        .replace(/\$0/g, '')
    : found.insert;
  return edited(files[path], [{ ...replace, newText: insert }, ...(found.edits ?? [])]);
}

describe('a file', () => {
  it('starts with declarations: a deal first, then dimensions, and no clause', () => {
    const found = labels('$0');
    expect(found[0]).toBe('deal');
    expect(found).toEqual(expect.arrayContaining(['party', 'scope', 'event', 'state', 'reading', 'kind', 'expect']));
    expect(found).not.toContain('exclusive');
    expect(found).not.toContain('with');
    expect(found).not.toContain('screen');
  });

  it('offers the portfolio’s own dimensions', () => {
    expect(labels('dimension edition what\n$0')).toContain('edition');
  });

  it('puts what starts with the letters typed first, and replaces them', () => {
    const { items, replace } = at('party X\nsc$0');
    expect(items[0].label).toBe('scope');
    expect(replace).toEqual({ start: 8, end: 10 });
  });

  it('replaces the whole word around the cursor', () => {
    expect(at('party X\nsc$0ope').replace).toEqual({ start: 8, end: 13 });
  });

  it('writes a deal with its header and braces', () => {
    expect(taken('de$0', 'deal')).toBe('deal name "title" (by = party, to = party, from = 2026-04-30) {\n  \n}');
  });

  it('leaves names that are being invented alone', () => {
    expect(labels('party $0')).toEqual([]);
    expect(labels('deal $0')).toEqual([]);
    expect(labels('scope a, $0')).toEqual([]);
  });
});

describe('terms', () => {
  it('are followed by the relations of their dimension', () => {
    expect(labels('scope x $0')).toEqual(['in', 'distinct from', 'overlaps', '= […]', 'open']);
    expect(labels('event x $0')).toEqual(['occurred', 'after', 'before', 'presumed no', 'presumed yes']);
    expect(labels('state x $0')).toEqual(['presumed no', 'presumed yes']);
    expect(labels('party x $0')[0]).toBe('under');
    expect(labels('cloud x $0')[0]).toBe('by');
  });

  it('do not offer again what is said', () => {
    expect(labels('scope x in model_service $0')).toEqual(['distinct from', 'overlaps', '= […]', 'open']);
  });

  it('go on only on a line that is indented deeper', () => {
    expect(labels('scope x\n  $0')).toContain('in');
    expect(labels('scope x\n$0')).toContain('deal');
  });

  it('relate to terms of the same dimension, not to themselves', () => {
    const found = labels('scope x in $0');
    expect(found).toEqual(expect.arrayContaining(['model_service', 'stateless_api']));
    expect(found).not.toContain('Azure');
    expect(labels('scope model_service2, stateless_api in $0')).not.toContain('stateless_api');
  });

  it('take a list, each name once', () => {
    const found = labels('scope x in [model_service, $0, stateful_runtime]');
    expect(found).toContain('stateless_api');
    expect(found).not.toContain('model_service');
    expect(found).not.toContain('stateful_runtime');
  });

  it('complete `distinct from`, `under` and `presumed`', () => {
    expect(labels('scope x distinct $0')).toEqual(['from']);
    expect(labels('scope x distinct from $0')).toContain('stateless_api');
    expect(labels('party x under $0')).toEqual(expect.arrayContaining(['OpenAI', 'Amazon']));
    expect(labels('party x under Amazon $0')).toEqual(['from']);
    expect(labels('state x presumed $0')).toEqual(['yes', 'no']);
    expect(labels('event x after $0')).toEqual(['AGI', 'IPO', '2026-04-30']);
  });

  it('are told by their title, what is said of them and what they are in', () => {
    expect(item(inDeal('host(scope = $0)'), 'stateless_api')).toMatchObject({
      kind: 'term',
      detail: 'Nothing is remembered',
      documentation: 'One request, one response.\n\nin `model_service`',
    });
  });
});

describe('a deal', () => {
  it('offers every kind of clause, told by its effects and documentation', () => {
    expect(item(inDeal('$0'), 'exclusive_license')).toMatchObject({
      kind: 'kind',
      detail: 'permits, excludes',
      documentation: expect.stringContaining('The licensee alone may exploit'),
    });
    expect(labels(inDeal('$0'))).toContain('scope');
    expect(labels(inDeal('$0'))).not.toContain('deal');
  });

  it('writes a kind with the arguments that it needs', () => {
    expect(item(inDeal('$0'), 'exclusive')?.insert).toBe(`exclusive(scope = ${hole(1)}, until = ${hole(2)})`);
    expect(item(inDeal('$0'), 'equity')?.insert).toContain('holder = ');
    expect(item(inDeal('$0'), 'purchase')?.insert).toMatch(/^purchase\(amount = .*, scope = /);
    expect(item(inDeal('$0'), 'pay')?.insert).not.toContain('scope');
    expect(item(inDeal('$0'), 'consent')?.insert).toMatch(/by = .*of = /);
  });

  it('asks for no end where the deal has one', () => {
    const text = 'deal d (by = OpenAI, from = 2026, until = 2027) {\n  $0\n}\n';
    expect(item(text, 'license')?.insert).not.toContain('until');
  });

  it('writes the name alone where the arguments are there', () => {
    expect(taken(inDeal('x: hos$0(scope = stateless_api)'), 'host')).toContain('  x: host(scope = stateless_api)\n');
    expect(taken(inDeal('hos$0'), 'host')).toContain('  host(scope = , until = )\n');
  });

  it('offers kinds behind a label, and no terms', () => {
    const found = labels(inDeal('runtime: $0'));
    expect(found).toContain('host');
    expect(found).not.toContain('scope');
  });

  it('offers the portfolio’s own kinds before those that only record', () => {
    const found = labels(`// Sings in public.\nkind sing permits (fee: money)\n${inDeal('$0')}`);
    expect(found.indexOf('sing')).toBeLessThan(found.indexOf('equity'));
  });

  it('is changed or ended by the words behind its header', () => {
    expect(labels('deal d (from = 2026) $0')).toEqual(['amends', 'supersedes', 'terminates']);
    expect(labels('deal d (from = 2026) amends $0')).toEqual(['base']);
    expect(labels('deal d (from = 2026) terminates base.$0')).toEqual(['azure_api', 'fee']);
  });

  it('offers exceptions inside the braces of a clause', () => {
    expect(labels(inDeal('x: exclusive(cloud = Azure) {\n    $0\n  }'))[0]).toBe('except (…)');
  });
});

describe('names of arguments', () => {
  it('are those not yet given, the needed ones first', () => {
    const found = labels(inDeal('exclusive(cloud = Azure, $0)'));
    expect(found[0]).toBe('scope');
    expect(found).toEqual(expect.arrayContaining(['self', 'territory', 'with', 'until', 'screen']));
    expect(found).not.toContain('cloud');
    expect(found).not.toContain('source');
  });

  it('leave out what is given behind the cursor', () => {
    const found = labels(inDeal('exclusive($0, scope = stateless_api,\n    until = AGI)'));
    expect(found).not.toContain('scope');
    expect(found).not.toContain('until');
    expect(found).toContain('cloud');
  });

  it('say what they take, and bring their `=`', () => {
    expect(item(inDeal('purchase($0)'), 'amount')).toMatchObject({ detail: 'money', insert: 'amount = ' });
    expect(item(inDeal('exclusive($0)'), 'self')?.detail).toBe('flag, yes unless given');
    expect(item(inDeal('license(sc$0 = x)'), 'scope')?.insert).toBe('scope');
  });

  it('are others in a header and in an exception', () => {
    expect(labels('deal d ($0) {}')).toEqual(expect.arrayContaining(['by', 'to', 'signed', 'status', 'source']));
    expect(labels('deal d ($0) {}').slice(0, 3).sort()).toEqual(['by', 'from', 'to']);
    const found = labels(inDeal('x: exclusive(cloud = Azure) except ($0)'));
    expect(found).toEqual(expect.arrayContaining(['with', 'territory', 'until', 'while']));
    for (const name of ['by', 'to', 'affiliates', 'self', 'status']) expect(found).not.toContain(name);
  });

  it('bring the comma that is missing on the line above', () => {
    expect(taken(inDeal('license(\n    scope = stateless_api\n    unt$0\n  )'), 'until')).toContain(
      'scope = stateless_api,\n    until = \n',
    );
  });
});

describe('values', () => {
  it('are terms of the argument’s dimension, and words for all of it', () => {
    expect(labels(inDeal('host(cloud = $0)'))).toEqual(['Azure', 'Bedrock', 'all', 'all except …']);
  });

  it('are the deal’s own terms first, other deals’ own by their full names', () => {
    const text = inDeal('scope mine\n  host(scope = $0)');
    const found = labels(text);
    expect(found[0]).toBe('mine');
    expect(found).toContain('base.own_thing');
    expect(found).not.toContain('own_thing');
    expect(found.at(-1)).toBe('base.own_thing');
  });

  it('are told once where the deal has a word of its own for something', () => {
    const found = labels(inDeal('scope stateless_api "Ours"\n  host(scope = $0)'));
    expect(found.filter((label) => label === 'stateless_api')).toHaveLength(1);
    expect(item(inDeal('scope stateless_api "Ours"\n  host(scope = $0)'), 'stateless_api')?.detail).toBe('Ours');
  });

  it('behind a deal’s name are its own terms', () => {
    const { items, replace } = at(inDeal('host(scope = base.$0)'));
    expect(items.map(({ label }) => label)).toEqual(['own_thing']);
    expect(replace.start).toBe(replace.end);
  });

  it('are parties for `by`, `to` and `with`, those of the header first', () => {
    expect(labels(inDeal('host(to = $0)'))).toEqual(['OpenAI', 'Amazon', 'Microsoft', 'AWS']);
    expect(labels(inDeal('host(with = $0)'))).toContain('all except …');
  });

  it('leave out what the list has already', () => {
    expect(labels(inDeal('host(with = [OpenAI, $0])'))).toEqual(['Amazon', 'Microsoft', 'AWS']);
    expect(labels(inDeal('host(with = [$0, AWS])'))).not.toContain('AWS');
  });

  it('fit behind `except`', () => {
    const found = labels(inDeal('host(cloud = all except $0)'));
    expect(found).toEqual(['Azure', 'Bedrock']);
  });

  it('can go on with `except` once they are complete', () => {
    expect(labels(inDeal('host(scope = model_service $0)'))).toEqual(['except']);
  });

  it('are territories by code and by name', () => {
    const found = at(inDeal('host(territory = $0)'));
    expect(found.items[0].label).toBe('nordics');
    expect(found.items.find(({ label }) => label === 'DE')).toMatchObject({
      kind: 'territory',
      detail: 'Germany',
      filterText: 'DE Germany',
    });
    expect(found.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['worldwide', 'EU', 'Europe']));
    expect(found.items.length).toBeLessThanOrEqual(MOST_ITEMS);
    expect(found.isIncomplete).toBe(true);
  });

  it('are subdivisions once their country is typed', () => {
    expect(labels(inDeal('host(territory = $0)'))).not.toContain('US-NY');
    expect(labels(inDeal('host(territory = US-$0)'))).toContain('US-NY');
    expect(labels(inDeal('host(territory = US-N$0)'))).toContain('US-NY');
    expect(labels(inDeal('host(territory = Bay$0)'))).toContain('DE-BY');
    expect(labels(inDeal('host(territory = UK$0)'))[0]).toBe('GB');
  });

  it('are events, dates and sums for times', () => {
    const found = labels(inDeal('host(until = $0)'));
    expect(found).toEqual(expect.arrayContaining(['AGI', 'IPO', '2026-04-30', 'end', 'perpetual', 'earlier of […]']));
    expect(labels(inDeal('host(from = $0)'))).not.toContain('perpetual');
    expect(labels(inDeal('host(until = earlier of [AGI, $0])'))).toContain('IPO');
    expect(labels(inDeal('host(until = earlier of [AGI, $0])'))).not.toContain('AGI');
    expect(labels(inDeal('host(until = AGI $0)'))).toEqual(['+ 5 years', '- 90 days']);
    expect(labels(inDeal('host(until = AGI + 5 $0)'))).toEqual(['days', 'weeks', 'months', 'quarters', 'years']);
    expect(labels(inDeal('host(until = base.$0)'))).toEqual(['start', 'end', 'azure_api', 'fee']);
  });

  it('are amounts in the currencies that the portfolio uses', () => {
    expect(labels(inDeal('purchase(amount = $0)'))[0]).toBe('1M EUR');
    expect(labels(inDeal('purchase(amount = 250B $0)'))).toEqual(['EUR']);
  });

  it('are what each type takes', () => {
    expect(labels(inDeal('equity(share = $0)'))).toEqual(['50%']);
    expect(labels(inDeal('exclusive(self = $0)'))).toEqual(['yes', 'no']);
    expect(labels(inDeal('rofr(notice = $0)'))).toEqual(['90 days', '18 months', '5 years']);
    expect(labels(inDeal('rofr(notice = 30 $0)'))).toContain('days');
    expect(labels(inDeal('escrow(release = $0)'))).toEqual(expect.arrayContaining(['AGI', 'IPO']));
    expect(labels(inDeal('host(while = $0)'))).toContain('shortage');
    expect(labels(inDeal('host(screen = $0)'))).toEqual(['all', '10..12', '..10', '10..']);
    expect(labels(inDeal('host(affiliates = $0)')).slice(0, 2)).toEqual(['yes', 'no']);
    expect(labels('deal d (by = OpenAI, status = $0) {}')).toEqual(['draft', 'signed']);
    expect(labels('deal d (by = OpenAI, signed = $0) {}')).toEqual(['2026-04-30']);
  });

  it('are none where the argument means nothing', () => {
    expect(labels(inDeal('host(colour = $0)'))).toEqual([]);
  });
});

describe('paths', () => {
  it('name clauses and deals behind the words that take them', () => {
    for (const text of ['x: host() subject to $0', 'x: host() notwithstanding $0', 'y: consent(of = $0)']) {
      expect(labels(inDeal(text)), text).toEqual(expect.arrayContaining(['base.azure_api', 'base.fee', 'base']));
    }
  });

  it('are labels of the same deal first', () => {
    expect(labels(inDeal('one: host()\n  two: host() subject to $0')).slice(0, 2).sort()).toEqual(['one', 'two']);
  });

  it('are labels alone behind the name of a deal', () => {
    const { items, replace } = at(inDeal('x: host() subject to base.az$0'));
    expect(items.map(({ label }) => label)).toEqual(['azure_api', 'fee']);
    expect(replace.end - replace.start).toBe(2);
    expect(items[0]).toMatchObject({ detail: 'exclusive in base', documentation: '> Azure alone serves the API.' });
  });

  it('include the labels of amendments', () => {
    const more = 'deal first_amendment (from = 2026-01-01) amends base {\n  extra: host()\n}\n';
    expect(labels(`${more}${inDeal('x: host() subject to base.$0')}`)).toContain('extra');
  });
});

describe('expectations', () => {
  it('take a verdict, two clauses and a reading', () => {
    expect(labels('expect $0')).toEqual(['conflict', 'disputed', 'depends', 'near miss', 'clear']);
    expect(labels('expect near $0')).toEqual(['miss']);
    expect(labels('expect conflict $0')).toEqual(['between']);
    expect(labels('expect conflict between $0')).toEqual(['base.azure_api', 'base.fee']);
    expect(labels('expect conflict between base.fee $0')).toEqual(['and']);
    expect(labels('expect conflict between base.fee and $0')).toEqual(['base.azure_api']);
    expect(labels('expect conflict between base.fee and base.azure_api $0')).toEqual(['under']);
    expect(labels('expect conflict between base.fee and base.azure_api under $0')).toEqual(['broad']);
    expect(labels('expect clear $0')).toEqual(['between', 'base.azure_api', 'base.fee']);
  });
});

describe('readings, kinds and dimensions', () => {
  it('speak of the terms that there are', () => {
    expect(labels('reading r { $0')).toContain('scope');
    expect(labels('reading r { scope $0')).toContain('stateless_api');
    expect(labels('reading r { scope stateful_runtime $0 }')).toContain('in');
    expect(labels('reading r { scope stateful_runtime in $0 }')).not.toContain('stateful_runtime');
  });

  it('take effects, types and questions', () => {
    expect(labels('kind k $0')).toContain('permits');
    expect(labels('kind k permits, $0')).toContain('excludes');
    expect(labels('kind k permits (fee: $0')).toEqual(expect.arrayContaining(['money', 'party', 'scope']));
    expect(labels('kind k permits (act: act = $0')).toEqual(expect.arrayContaining(['host', 'sell']));
    expect(labels('dimension d $0')).toEqual(['who', 'what', 'where']);
    expect(labels('dimension d what $0')).toEqual(['number']);
  });
});

describe('comments, quotes and texts', () => {
  it('are left alone', () => {
    for (const text of [
      '// par$0',
      '/* par$0 */',
      `deal d (by = OpenAI, source = "te$0") {}`,
      inDeal('> the party$0'),
    ]) {
      expect(at(text), text).toMatchObject({ items: [], isIncomplete: false });
    }
    expect(labels('deal d (by = OpenAI, source = "unclosed $0')).toEqual([]);
  });

  it('complete the rule that a comment silences', () => {
    const clause = 'x: license(scope = stateless_api, cloud = Bedrock, to = Amazon)';
    const text = (typed: string) => inDeal(`// deal-ignore ${typed}\n  ${clause}`);
    expect(labels(text('$0'))).toEqual(['exclusive-overlap']);
    expect(taken(text('excl$0'), 'exclusive-overlap')).toContain(
      '// deal-ignore exclusive-overlap: why this is accepted\n',
    );
    expect(taken(text('excl$0: agreed'), 'exclusive-overlap')).toContain('// deal-ignore exclusive-overlap: agreed\n');
  });
});

describe('broken texts', () => {
  it('half a clause, with no closing parenthesis', () => {
    expect(labels('deal d (by = OpenAI) {\n  host(cloud = $0')).toContain('Azure');
    expect(labels('deal d (by = OpenAI) {\n  host(cloud = $0\n  fee: pay(amount = 1 EUR)\n}')).toContain('Azure');
    expect(labels('deal d (by = OpenAI) {\n  host(cloud = Azure, $0\n  fee: pay(amount = 1 EUR)\n}')).toContain(
      'scope',
    );
  });

  it('a clause above that is not closed', () => {
    expect(labels('deal d (by = OpenAI) {\n  host(cloud = Azure\n  fee: pay(amount = 1 EUR)\n  $0\n}')).toContain(
      'exclusive',
    );
  });

  it('a clause above that is not closed, with one without a label below', () => {
    const found = labels('deal d (by = OpenAI) {\n  host(cloud = Azure,\n  pay(amount = $0\n}');
    expect(found[0]).toBe('1M EUR');
  });

  it('a clause inside another, below one that is not closed', () => {
    const found = labels(inDeal('invest(amount = 2M EUR) {\n    tranche(amount = 1M EUR,\n    tranche($0)\n  }'));
    expect(found).toEqual(expect.arrayContaining(['amount', 'due', 'on']));
  });

  it('a deal that is not closed before the next', () => {
    expect(labels('deal a (by = OpenAI) {\n  host()\n\ndeal b (by = OpenAI, to = $0')).toContain('Microsoft');
    expect(labels('deal a (by = OpenAI) {\n  host(\n\nexpect conflict between $0')).toContain('base.fee');
  });

  it('a list that is not closed, and one in braces', () => {
    expect(labels(inDeal('host(cloud = [Azure, $0, scope = stateless_api)'))).toEqual(['Bedrock']);
    expect(labels(inDeal('host(cloud = {Azure, $0})'))).toEqual(['Bedrock']);
    expect(labels(inDeal('host(cloud = [Azure, scope = $0'))).toContain('stateless_api');
  });

  it('full-width punctuation', () => {
    expect(labels('deal d（by ＝ OpenAI，to＝$0）｛｝')).toContain('Microsoft');
    expect(labels('deal d（by＝OpenAI）｛\n  x： host（cloud＝［Azure、$0］）\n｝')).toEqual(['Bedrock']);
  });

  it('names in other scripts', () => {
    const text = 'party 甲方, 乙方\nscope 无状态接口\ndeal 许可 (by = 甲方) {\n  使用: license(scope = 无$0)\n}\n';
    const { items, replace } = at(text);
    expect(items[0].label).toBe('无状态接口');
    expect(replace.end - replace.start).toBe(1);
    expect(labels('scope 猫🐈 in $0')).toContain('model_service');
  });

  it('CRLF and a byte order mark', () => {
    expect(labels(withCrlf(inDeal('host(\n    cloud = $0\n  )')))).toContain('Azure');
    expect(labels(`\ufeff${withCrlf('party X\n$0')}`)).toContain('deal');
  });

  it('never throws, wherever the cursor stands in whatever is left of a text', () => {
    const text = WORDS + REST;
    for (let end = 0; end < text.length; end += 7) {
      const { analysis } = marked(text.slice(0, end));
      for (const offset of [end, Math.floor(end / 2)]) {
        const { items, replace } = complete(analysis, 'portfolio.deal', offset);
        expect(items.length).toBeLessThanOrEqual(MOST_ITEMS);
        expect(replace.start <= offset && offset <= replace.end).toBe(true);
      }
    }
  });

  it('a file that the portfolio does not have', () => {
    const { analysis } = marked('party X');
    expect(complete(analysis, 'elsewhere.deal', 3).items).toEqual([]);
  });
});

describe('many items', () => {
  const many = Array.from({ length: 1200 }, (_, index) => `scope product_${index}`).join('\n');

  it('are cut, and asked for again', () => {
    const found = at(inDeal('host(scope = $0)'), { 'many.deal': many });
    expect(found.items).toHaveLength(MOST_ITEMS);
    expect(found.isIncomplete).toBe(true);
  });

  it('keep those that are meant', () => {
    const found = at(inDeal('host(scope = product_1199$0)'), { 'many.deal': many });
    expect(found.items[0].label).toBe('product_1199');
    expect(found.items.length).toBeLessThan(5);
    expect(found.isIncomplete).toBe(true);
  });

  it('are sorted as they come', () => {
    const { items } = at('$0');
    const order = items.map(({ sortText }) => sortText);
    expect(order).toEqual([...order].sort());
  });
});
