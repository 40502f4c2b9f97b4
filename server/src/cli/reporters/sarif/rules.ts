import rulePages from 'deal:rule-pages';
import type { ConfigurationOverride, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../../rules/finding.ts';
import { levelOf } from './result.ts';

/** In UTF-16 units: code scanning takes no more of a description. */
const LONGEST_DESCRIPTION = 1024;

/** Every rule there is, in the order of the alphabet, as its page tells of it. */
export const ruleDescriptors = (): readonly ReportingDescriptor[] => Object.keys(rulePages).map(descriptorOf);

/** What the configuration makes of rules that it speaks of. */
export const overridesOf = (rules: Readonly<Record<string, Severity | 'off'>>): readonly ConfigurationOverride[] =>
  Object.entries(rules).map(([id, severity]) => ({
    descriptor: { id, index: Object.keys(rulePages).indexOf(id) },
    configuration: severity === 'off' ? { enabled: false } : { level: levelOf(severity) },
  }));

function descriptorOf(id: string): ReportingDescriptor {
  const page = rulePages[id].trimEnd();
  const [, sentence = id] = page.split(/\n\n+/);
  const why = sectionOf(page, 'Why');
  const short = plain(sentence);
  return {
    id,
    shortDescription: { text: cut(short) },
    fullDescription: { text: cut([short, ...(why === undefined ? [] : [plain(why)])].join(' ')) },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: defaultLevel(page) },
  };
}

/** Of a rule whose verdict decides, that of a conflict. */
function defaultLevel(page: string): Result.level {
  const [, severity] = /The default severity is `(error|warning|information|hint)`\./.exec(page) ?? [];
  return severity === undefined ? 'error' : levelOf(severity as Severity);
}

const sectionOf = (page: string, heading: string): string | undefined =>
  new RegExp(`^## ${heading}\\n+([^]*?)(?=\\n## |$(?![^]))`, 'm').exec(page)?.[1].trim();

/** Without emphasis, on one line. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\*([^*\n]+)\*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** After a whole sentence, if there is one within the bound. */
function cut(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text;
  const start = text.slice(0, LONGEST_DESCRIPTION);
  const end = start.lastIndexOf('. ');
  return end < 0 ? `${start.slice(0, -1)}…` : start.slice(0, end + 1);
}
