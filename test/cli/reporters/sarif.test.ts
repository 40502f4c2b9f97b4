import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Location } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/rules/finding.ts';
import { docx, paragraph } from '../../evidence/helpers/docx.ts';
import { contentEngine, deal, finding, folderWith, resultOf } from '../helpers/deal.ts';
import { dispute, files as disputeFiles, full } from '../helpers/dispute.ts';
import { realEngine } from '../helpers/engine.ts';
import { sarif, schemaErrors, textAt, uriOf } from '../helpers/sarif.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const engineThatFinds = (...findings: readonly Finding[]) => ({ ...contentEngine, check: () => resultOf(...findings) });

/** Two deals that collide, the first with a passage in two pieces. */
const SALE = 'The Seller sells to nobody else.\r\n\r\nAnd so on. This holds for ever 🤝 and a day.\r\n';
const collision = {
  'terms.deal': 'party S, B, C\nscope x\n',
  'sole.deal':
    'deal one (by = S, to = B, source = "sale.md", from = 2026-01-01) {\n' +
    '  > The Seller sells to nobody else. [...] for ever 🤝 and a day\n  sole: exclusive_license(scope = x)\n}\n',
  'also.deal':
    'deal two (by = S, to = C, source = "two.docx", from = 2026-01-01) {\n' +
    '  > The Seller sells to C.\n  /* 🤝買 */ also: license(scope = x)\n}\n',
  'sale.md': SALE,
  'two.docx': docx(paragraph('The Seller sells to C.')),
};

test('the schema is strict: what is no SARIF does not pass', () => {
  expect(schemaErrors({ version: '2.1.0', runs: [] })).toEqual([]);
  expect(schemaErrors({ version: '2.1.0', runs: [{}] })).not.toEqual([]);
  expect(schemaErrors({ version: '2.1.0', runs: [], extra: 1 })).not.toEqual([]);
});

describe.each(['ai-cloud', 'film', 'software'])('examples/%s', (name) => {
  const report = () => sarif(repository, [`examples/${name}`, '--as-of', '2026-03-18']);

  test('has what code scanning asks for of each rule and result', async () => {
    const { run, results } = await report();
    const rules = run.tool.driver.rules ?? [];
    expect(rules.length).toBeGreaterThan(20);
    for (const { id, shortDescription, fullDescription, help, defaultConfiguration } of rules) {
      expect(shortDescription?.text, id).toMatch(/^[A-Z].*\.$/);
      expect(fullDescription?.text.startsWith(shortDescription?.text ?? '?'), id).toBe(true);
      expect(fullDescription?.text.length, id).toBeLessThanOrEqual(1024);
      expect(help?.text.length, id).toBeGreaterThan(100);
      expect(help?.markdown, id).toContain('## Prefer');
      expect(['error', 'warning', 'note'], id).toContain(defaultConfiguration?.level);
    }
    expect(results.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex, message, locations = [], relatedLocations = [] } of results) {
      expect(rules[ruleIndex ?? -1].id).toBe(ruleId);
      expect(message.text).toContain(`deal explain ${ruleId}`);
      expect(locations).toHaveLength(1);
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        expect(physicalLocation?.artifactLocation?.uriBaseId).toBe('%SRCROOT%');
        expect(existsSync(`${repository}/${decodeURIComponent(uriOf(physicalLocation))}`)).toBe(true);
        expect(physicalLocation?.region?.startLine).toBeGreaterThan(0);
      }
      expect(relatedLocations.map(({ id }) => id)).toEqual(relatedLocations.map((_, index) => index + 1));
      // Code scanning shows those only that the message links to.
      for (const { id } of relatedLocations) expect(message.text).toContain(`](${id})`);
    }
    const fingerprints = results.map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);
    expect(new Set(fingerprints).size).toBe(results.length);
  });

  test('names no folder of this machine, and is the same each time', async () => {
    const { text, run } = await report();
    expect(text).not.toContain(repository);
    expect(run.originalUriBaseIds?.['%SRCROOT%']).not.toHaveProperty('uri');
    expect(run.automationDetails?.id).toBe(`deal/examples/${name}/`);
    expect((await report()).text).toBe(text);
  });

  test('has the findings and numbers of the JSON report', async () => {
    const { run, results } = await report();
    const words = ['check', `examples/${name}`, '--as-of', '2026-03-18', '--format', 'json'];
    const json = JSON.parse((await deal(repository, words, { engine: realEngine })).results);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(json.findings.map(({ rule }: Finding) => rule));
    expect(results.map(({ properties }) => properties?.verdict)).toEqual(
      json.findings.map(({ verdict }: Finding) => verdict),
    );
    expect(run.properties?.summary).toEqual(json.summary);
  });
});

describe('a result', () => {
  test('says all that there is to say, the clauses and their passages with links', async () => {
    const { results } = await sarif(folderWith(collision));
    expect(results.map(({ message }) => message.text)).toEqual([
      [
        '`also` lets C do what `sole` reserves for B.',
        'Verdict: conflict.',
        'When: from 2026-01-01 on.',
        'Example: 2026-01-01, S lets C exploit x.',
        'S is bound; B may object, or consent.',
        'Help: add `except (…)` to one of the two, or record a `consent` by B.',
        'two.also: "The Seller sells to C." ([two.docx](1))',
        '[one.sole](2): "The Seller sells to nobody else. [...] for ever 🤝 and a day" ([sale.md](3); [sale.md](4))',
        'More: `deal explain exclusive-overlap`.',
      ].join('\n'),
    ]);
    expect(results[0]).toMatchObject({
      ruleId: 'exclusive-overlap',
      level: 'error',
      suppressions: [],
      properties: {
        verdict: 'conflict',
        window: { from: '2026-01-01' },
        witness: { date: '2026-01-01', values: { scope: 'x' } },
        boundParty: 'S',
        mayObject: ['B'],
      },
    });
  });

  test('is at its places, to the UTF-16 unit', async () => {
    const { run, results } = await sarif(folderWith(collision));
    expect(run.columnKind).toBe('utf16CodeUnits');
    const [{ locations = [], relatedLocations = [] }] = results;
    const at = ({ physicalLocation }: Location): string | undefined => {
      const file = collision[uriOf(physicalLocation) as 'sale.md'];
      return physicalLocation?.region && `${uriOf(physicalLocation)}: ${textAt(file, physicalLocation.region)}`;
    };
    expect(locations.map(at)).toEqual(['also.deal: also']);
    // A Word document has no lines: the file is all there is to point at.
    expect(uriOf(relatedLocations[0].physicalLocation)).toBe('two.docx');
    expect(relatedLocations.map(at)).toEqual([
      undefined,
      'sole.deal: sole',
      'sale.md: The Seller sells to nobody else.',
      'sale.md: for ever 🤝 and a day',
    ]);
    expect(locations[0].logicalLocations).toEqual([{ fullyQualifiedName: 'two.also', kind: 'member' }]);
  });

  test('points at the passage of a clause, not at those of its exceptions', async () => {
    const sole = collision['sole.deal'].replace(
      'sole: exclusive_license(scope = x)',
      'sole: exclusive_license(scope = x) {\n    > And so on.\n    except (scope = y)\n  }',
    );
    const files = { ...collision, 'sole.deal': sole, 'terms.deal': `${collision['terms.deal']}scope y in x\n` };
    const { results, run } = await sarif(folderWith(files));
    expect(run.properties?.summary).toMatchObject({ quotes: { verified: 3 } });
    expect(results[0].message.text).toContain('for ever 🤝 and a day" ([sale.md](3); [sale.md](4))\n');
    expect(results[0].relatedLocations).toHaveLength(4);
  });

  test('has every field of a finding, and the fix as edits', async () => {
    const { results } = await sarif(folderWith(disputeFiles), [], { engine: engineThatFinds(full) });
    const { severity, verdict, verdictByReading, window, past, witness, decidingFacts, assumptions, help } = full;
    expect(results[0].properties).toEqual({
      ...{ severity, verdict, verdictByReading, window, past, witness, decidingFacts, assumptions, help },
      boundParty: 'OpenAI',
      mayObject: ['Microsoft'],
    });
    expect(results[0].fixes).toMatchObject([
      {
        artifactChanges: [
          {
            artifactLocation: { uri: 'amazon-openai-2026.deal' },
            replacements: [
              { deletedRegion: { startLine: 4, startColumn: 3, endColumn: 10 }, insertedContent: { text: 'stateful' } },
            ],
          },
        ],
      },
    ]);
    expect(results[0].message.text).toContain('Depends: only if AGI comes after 2026-02-27 (a conflict when');
  });

  test('has the level of its severity', async () => {
    const severities = ['error', 'warning', 'information', 'hint'] as const;
    const engine = engineThatFinds(...severities.map((severity) => ({ ...finding, severity })));
    const { results } = await sarif(folderWith({ 'a.deal': 'party A\n' }), [], { engine });
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note', 'note']);
  });

  test('is told from others with the same fingerprint', async () => {
    const engine = engineThatFinds(finding, { ...finding, message: 'another' });
    const { results } = await sarif(folderWith({ 'a.deal': 'party A\n' }), [], { engine });
    expect(results.map(({ partialFingerprints }) => partialFingerprints)).toEqual([
      { primaryLocationLineHash: 'ab12:1', 'dealFinding/v1': 'ab12:1' },
      { primaryLocationLineHash: 'ab12:2', 'dealFinding/v1': 'ab12:2' },
    ]);
  });

  test('keeps its fingerprint when lines come above it', async () => {
    const prints = async (above: string) => {
      const moved = { ...collision, 'also.deal': `${above}${collision['also.deal']}` };
      return (await sarif(folderWith(moved))).results.map(({ partialFingerprints }) => partialFingerprints);
    };
    expect(await prints('// One\n// more\n')).toEqual(await prints(''));
  });

  test('never makes a link of words that it quotes, and is not endless', async () => {
    const engine = engineThatFinds({
      ...dispute,
      message: 'see [this](https://example.org)\n::error::x',
      help: 'x'.repeat(1_000_000),
      clauses: dispute.clauses.map((clause) => ({ ...clause, quote: '[a](1) \u001b[31m [b](https://example.org)' })),
    });
    const { results, text } = await sarif(folderWith(disputeFiles), [], { engine });
    const [{ message }] = results;
    expect(message.text).not.toMatch(/\]\((?!1\))/);
    expect(message.text?.match(/\]\(1\)/g)).toHaveLength(1);
    expect(message.text).not.toContain('\u001b');
    expect(message.text?.length).toBeLessThan(5000);
    expect(text.length).toBeLessThan(1_300_000);
  });
});

describe('what is suppressed', () => {
  const silenced = {
    ...collision,
    'also.deal': collision['also.deal'].replace(
      '  /* 🤝買 */',
      '  // deal-ignore exclusive-overlap: B was told, and agreed\n ',
    ),
  };

  test('in the deals is carried with the reason, and fails nothing', async () => {
    const folder = folderWith(silenced);
    const { results, code, run } = await sarif(folder);
    expect(results).toMatchObject([
      {
        ruleId: 'exclusive-overlap',
        level: 'error',
        suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'B was told, and agreed' }],
      },
    ]);
    expect(code).toBe(0);
    expect(run.invocations?.[0]).toMatchObject({ exitCode: 0, executionSuccessful: true });
    const json = await deal(folder, ['check', '--format', 'json'], { engine: realEngine });
    expect(JSON.parse(json.results)).toMatchObject({ findings: [], summary: { silenced: 1 } });
  });

  test('by a baseline is external', async () => {
    const folder = folderWith(collision);
    await deal(folder, ['check', '--update-baseline'], { engine: realEngine });
    const { results, code } = await sarif(folder, ['--baseline', 'deal.baseline.json']);
    expect(results).toMatchObject([
      { suppressions: [{ kind: 'external', status: 'accepted', justification: 'known to deal.baseline.json' }] },
    ]);
    expect(code).toBe(0);
  });

  test('comes last, and only of what was asked for', async () => {
    const files = {
      ...silenced,
      'c.deal': 'deal three (by = S, to = C, from = 2026-01-01) {\n  x: license(scope = x)\n}\n',
    };
    const all = await sarif(folderWith({ ...files, 'deal.config.json': '{}' }));
    expect(all.results.map(({ suppressions = [] }) => suppressions.length)).toEqual([0, 1]);
    const some = await sarif(folderWith({ ...files, 'deal.config.json': '{}' }), ['c.deal']);
    expect(some.results.map(({ suppressions = [] }) => suppressions.length)).toEqual([0]);
    expect(some.run.properties?.selection).toEqual(['c.deal']);
  });
});

describe('the run', () => {
  test('has the hash of every file that was read, as its bytes are', async () => {
    const files = { ...collision, 'terms.deal': `\ufeff${collision['terms.deal'].replaceAll('\n', '\r\n')}` };
    const { run } = await sarif(folderWith(files));
    expect(run.artifacts?.map(({ location, hashes }) => [location?.uri, hashes?.['sha-256']])).toEqual(
      ['also.deal', 'sole.deal', 'terms.deal', 'sale.md', 'two.docx'].map((path) => [
        path,
        sha256(files[path as keyof typeof files]),
      ]),
    );
  });

  test('says which contracts changed since the baseline was written', async () => {
    const folder = folderWith(collision);
    await deal(folder, ['check', '--update-baseline'], { engine: realEngine });
    const unchanged = await sarif(folder, ['--baseline', 'deal.baseline.json']);
    expect(unchanged.text).not.toContain('changed since');
    writeFileSync(`${folder}/sale.md`, `${SALE}\nOne more line.\n`);
    const { run, messages } = await sarif(folder, ['--baseline', 'deal.baseline.json']);
    expect(run.invocations?.[0].toolExecutionNotifications).toContainEqual({
      descriptor: { id: 'changed-source', index: 2 },
      level: 'warning',
      message: {
        text: 'sources changed since deal.baseline.json was written: 1: `sale.md` (their quotes were compared anew)',
      },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'sale.md', uriBaseId: '%SRCROOT%' } } }],
    });
    expect(run.artifacts?.find(({ location }) => location?.uri === 'sale.md')).toMatchObject({
      hashes: { 'sha-256': sha256(`${SALE}\nOne more line.\n`) },
      properties: { sha256InBaseline: sha256(SALE) },
    });
    expect(messages).toContain('sources changed since deal.baseline.json');
  });

  test('says what could not be read and what was not checked, in the report and in the log', async () => {
    const { 'two.docx': _, ...others } = collision;
    const { run, code, messages } = await sarif(folderWith({ ...others, 'bad.deal': Buffer.from([0xff]) }));
    const [{ toolExecutionNotifications = [], ...invocation }] = run.invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: true, exitCode: 1 });
    expect(code).toBe(1);
    const told = toolExecutionNotifications.map(({ descriptor, level, message }) => [
      run.tool.driver.notifications?.[descriptor?.index ?? -1].id === descriptor?.id && descriptor?.id,
      level,
      message.text,
    ]);
    expect(told).toContainEqual(['unread', 'error', '`bad.deal` is not UTF-8 (line 1)']);
    expect(told).toContainEqual([
      'unread',
      'warning',
      'the source of `two`, two.docx, could not be read: there is no such file',
    ]);
    expect(told).toContainEqual([
      'unchecked',
      'note',
      'not checked: quotes not verified: 1 (their deal names no source, or the source could not be read)',
    ]);
    expect(messages).toContain('not checked: unreadable files: 1 (they could not be read)\n');
    expect(messages).toContain('found 2 errors, 1 warning');
  });

  test('says what could not be read, though a baseline knows it', async () => {
    const folder = folderWith({ 'a.deal': 'party A\n', 'bad.deal': Buffer.from([0xff]) });
    await deal(folder, ['check', '--update-baseline'], { engine: realEngine });
    const { run, code } = await sarif(folder, ['--baseline', 'deal.baseline.json']);
    const [{ toolExecutionNotifications = [] }] = run.invocations ?? [];
    expect(toolExecutionNotifications.map(({ message }) => message.text)).toContain('`bad.deal` is not UTF-8 (line 1)');
    expect(code).toBe(0);
  });

  test('says what the configuration makes of rules', async () => {
    const config = '{ "rules": { "exclusive-overlap": "warning", "dead-clause": "off" } }';
    const { run, results } = await sarif(folderWith({ ...collision, 'deal.config.json': config }));
    const overrides = run.invocations?.[0].ruleConfigurationOverrides ?? [];
    expect(overrides.map(({ configuration }) => configuration)).toEqual([{ level: 'warning' }, { enabled: false }]);
    expect(overrides.map(({ descriptor }) => run.tool.driver.rules?.[descriptor.index ?? -1].id)).toEqual([
      'exclusive-overlap',
      'dead-clause',
    ]);
    expect(results[0].level).toBe('warning');
  });

  test('names files relative to the folder that the command ran in, as URIs', async () => {
    const folder = folderWith({});
    const odd = 'my deals/100%: 買 #1?';
    mkdirSync(`${folder}/${odd}`, { recursive: true });
    for (const [path, content] of Object.entries(collision)) writeFileSync(`${folder}/${odd}/${path}`, content);
    const { results } = await sarif(folder, [odd]);
    const uri = uriOf(results[0].locations?.[0].physicalLocation);
    expect(uri).toBe('my%20deals/100%25%3A%20%E8%B2%B7%20%231%3F/also.deal');
    expect(decodeURIComponent(uri)).toBe(`${odd}/also.deal`);
  });

  test('names a contract with `/`, however its deal does', async () => {
    const sole = collision['sole.deal'].replace('sale.md', 'texts\\sale.md');
    const { 'sale.md': text, ...others } = collision;
    const { run } = await sarif(folderWith({ ...others, 'sole.deal': sole, 'texts/sale.md': text }));
    expect(run.properties?.summary).toMatchObject({ quotes: { verified: 2 } });
    expect(run.artifacts?.map(({ location }) => location?.uri)).toContain('texts/sale.md');
  });

  test('of a portfolio elsewhere names files relative to that, and says so', async () => {
    const files = Object.fromEntries(Object.entries(collision).map(([path, content]) => [`p/${path}`, content]));
    const folder = folderWith({ ...files, 'elsewhere/x.txt': '' });
    const { results, run, text } = await sarif(`${folder}/elsewhere`, ['../p']);
    expect(uriOf(results[0].locations?.[0].physicalLocation)).toBe('also.deal');
    expect(run.invocations?.[0].toolExecutionNotifications?.map(({ descriptor }) => descriptor?.id)).toContain(
      'outside',
    );
    expect(text).not.toContain('../');
    expect(run.automationDetails?.id).toBe('deal/');
  });
});

describe('what code scanning takes no more of', () => {
  test('25,000 results: the gravest are there, and the others are said to be left out', async () => {
    const engine = engineThatFinds(
      ...Array.from({ length: 25_002 }, (_, index) => ({ ...finding, fingerprint: index.toString(16) })),
    );
    const { results, run, messages, code } = await sarif(folderWith({ 'a.deal': 'party A\n' }), [], { engine });
    expect(results).toHaveLength(25_000);
    const says = '2 results are left out: code scanning takes 25,000 of a run';
    expect(messages).toContain(`deal: ${says}`);
    expect(run.invocations?.[0].toolExecutionNotifications?.at(-1)).toMatchObject({
      level: 'warning',
      message: { text: expect.stringContaining(says) },
    });
    expect(code).toBe(1);
  });

  test('100 locations of a result: those left out are counted', async () => {
    const related = Array.from({ length: 1_500 }, () => ({
      file: 'a.deal',
      span: { start: 0, end: 1 },
      message: 'here',
    }));
    const engine = engineThatFinds({ ...finding, related });
    const { results } = await sarif(folderWith({ 'a.deal': 'party A\n' }), [], { engine });
    expect(results[0].relatedLocations).toHaveLength(100);
    expect(results[0].message.text).toContain('1,400 more places are left out here.');
  });
});

test('the report stays a report when there is nothing to say', async () => {
  const { results, code, run, messages } = await sarif(folderWith({ 'a.deal': 'party A\n' }));
  expect([results, code]).toEqual([[], 0]);
  expect(run.invocations?.[0].exitCodeDescription).toBe('no finding of severity error or above');
  expect(messages).toContain('no findings\n');
});
