import type { Finding } from '../../rules/finding.ts';
import type { Span } from '../../text/span.ts';
import { isReached } from '../options.ts';
import { clausesInWords } from './clauses-in-words.ts';
import type { Report } from './report.ts';
import { repositoryPath } from './repository-path.ts';
import { moreOn, oneLine, sentencesOf } from './sentences.ts';
import { summaryText } from './text-summary.ts';
import { xml } from './xml.ts';

const UNMET = 'unmet-expectation';

/** What a test server shows as one test: what was checked, and the findings about it that fail the check. */
interface TestCase {
  readonly name: string;
  readonly file: string;
  readonly failures: readonly Finding[];
}

/**
 * Test results as JUnit of Ant writes them: every clause and expectation is a test, and so is a finding about neither. Those
 * fail that have a finding at or above the threshold; the other findings are in the output of the suite. Ends with a line end.
 */
export function junitReport(report: Report): string {
  const fails = ({ severity }: Finding): boolean => isReached(report.failOn, [severity]);
  const failing = report.findings.filter(fails);
  const passing = report.findings.filter((finding) => !fails(finding));
  const cases = casesOf(failing, report);
  const text = (finding: Finding): string => textOf(finding, report);
  const suite = xml(
    'testsuite',
    {
      id: 0,
      name: 'deal check',
      package: oneLine(report.root),
      // Nothing of the machine, and the same for the same portfolio: the day it is judged as of stands for its time.
      timestamp: `${report.asOf}T00:00:00`,
      hostname: 'localhost',
      time: 0,
      tests: cases.length,
      failures: cases.filter(({ failures }) => failures.length > 0).length,
      errors: 0,
    },
    [
      xml('properties', {}, propertiesOf(report)),
      ...cases.map((one) => caseOf(one, report)),
      xml('system-out', {}, [...passing.map(text), summaryText(report)].join('\n')),
      xml('system-err', {}, ''),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml('testsuites', {}, [suite])}\n`;
}

function propertiesOf({ asOf, assume, reading }: Report): readonly string[] {
  const properties = [
    ['as-of', asOf],
    ...Object.entries(assume).map(([event, day]) => [`assume ${event}`, day]),
    ...(reading === undefined ? [] : [['reading', reading]]),
  ];
  return properties.map(([name, value]) => xml('property', { name, value }));
}

/** In the order of the texts, then what is about none of them. */
function casesOf(failing: readonly Finding[], report: Report): readonly TestCase[] {
  const clauses = report.clauses().map(caseAt);
  const expectations = report
    .expectations()
    .map((place) =>
      caseAt({ ...place, name: report.texts.text(place.file)?.slice(place.span.start, place.span.end) ?? 'expect' }),
    );
  const byFile = new Map<string, Place[]>();
  const byName = new Map<string, Place>();
  for (const place of [...clauses, ...expectations]) {
    const inFile = byFile.get(place.file);
    if (inFile === undefined) byFile.set(place.file, [place]);
    else inFile.push(place);
    byName.set(keyOf(place.name, place.file), place);
  }
  const others: TestCase[] = [];
  for (const finding of failing) {
    const { rule, message, file, span, clauses: about } = finding;
    const named = about[0]?.file === file ? byName.get(keyOf(about[0].name, file)) : undefined;
    const within = byFile.get(file)?.findLast((one) => one.span.start <= span.start && span.end <= one.span.end);
    // An expectation that is not met is about clauses, but they are as they are.
    const place = rule === UNMET ? within : (named ?? within);
    if (place === undefined) others.push({ name: oneLine(`${rule}: ${message}`), file, failures: [finding] });
    else place.failures.push(finding);
  }
  return withNamesOfTheirOwn([...clauses, ...expectations, ...others]);
}

/** A test that stands in a text. */
interface Place extends TestCase {
  readonly span: Span;
  readonly failures: Finding[];
}

const caseAt = ({ name, file, span }: Omit<Place, 'failures'>): Place => ({
  name: oneLine(name),
  file,
  span,
  failures: [],
});

/** Of tests with one name in one file, test servers show the first. */
function withNamesOfTheirOwn(cases: readonly TestCase[]): readonly TestCase[] {
  const occurrences = new Map<string, number>();
  return cases.map((one) => {
    const key = keyOf(one.name, one.file);
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    return occurrence === 1 ? one : { ...one, name: `${one.name} (${occurrence})` };
  });
}

const keyOf = (name: string, file: string): string => `${file}\0${name}`;
function caseOf({ name, file, failures }: TestCase, report: Report): string {
  const [first] = failures;
  const inside =
    first === undefined
      ? []
      : [
          xml(
            'failure',
            { type: first.rule, message: failures.map(({ message }) => oneLine(message)).join('; ') },
            failures.map((finding) => textOf(finding, report)).join('\n'),
          ),
        ];
  return xml('testcase', { name, classname: oneLine(repositoryPath(report.root, file)), time: 0 }, inside);
}

const textOf = (finding: Finding, report: Report): string =>
  [
    `${finding.severity}[${finding.rule}]`,
    ...sentencesOf(finding),
    ...clausesInWords(finding, report),
    moreOn(finding),
    '',
  ].join('\n');
