import rulePages from 'deal:rule-pages';
import { type Baseline, parseBaseline } from '../portfolio/baseline.ts';
import { type PortfolioConfig, parseConfig } from '../portfolio/config.ts';
import { type FileHost, isUnreadable, joined } from '../portfolio/file-host.ts';
import { CONFIG_NAME } from '../portfolio/load.ts';
import { createLineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { Resource } from './resource.ts';

/** What is wrong with a configuration. UTF-16 offsets. */
export interface ConfigFault {
  readonly span: Span;
  readonly message: string;
}

/** The configuration of a portfolio as it stands. */
export interface ConfigState {
  /** Absent: there is no file. */
  readonly text?: string;
  /** Where the text is no good, the last that was. */
  readonly config: PortfolioConfig;
  readonly faults: readonly ConfigFault[];
  readonly baseline?: Baseline;
}

const START: Span = { start: 0, end: 0 };
const KNOWN_RULES = Object.keys(rulePages);

/** Reads the configuration at a root. `last`: what counted so far; it goes on counting while somebody types. */
export function readConfig(host: FileHost, root: Resource, last: PortfolioConfig = {}): ConfigState {
  const path = joined(root, CONFIG_NAME);
  if (host.kindOf(path) === 'missing') return { config: {}, faults: [] };
  const text = host.text(path);
  if (isUnreadable(text)) {
    return { config: last, faults: [{ span: START, message: `${CONFIG_NAME} ${text.unreadable}; ${text.help}` }] };
  }
  const outcome = parseConfig(text, KNOWN_RULES);
  if (outcome.ok) return { text, config: outcome.config, ...readBaseline(host, root, outcome.config, text) };
  const lines = createLineIndex(text);
  const faults = outcome.problems.map(({ line, column, message }) => {
    const start = lines.offsetAt({ line: line - 1, column: column - 1 });
    return { span: { start, end: endOfWord(text, start) }, message };
  });
  return { text, config: last, faults };
}

/** A string in quotes, a word, or one character. */
function endOfWord(text: string, start: number): number {
  const word = /"(?:[^"\\\n]|\\.)*"|[\w.+-]+|[^\r\n]/y;
  word.lastIndex = start;
  return word.test(text) ? word.lastIndex : start;
}

function readBaseline(
  host: FileHost,
  root: Resource,
  { baseline: file }: PortfolioConfig,
  text: string,
): Pick<ConfigState, 'faults' | 'baseline'> {
  if (file === undefined) return { faults: [] };
  const at = Math.max(0, text.indexOf('"baseline"'));
  const fault = (message: string) => ({ faults: [{ span: { start: at, end: endOfWord(text, at) }, message }] });
  const path = joined(root, file.replaceAll('\\', '/'));
  if (host.kindOf(path) === 'missing') {
    return fault(`there is no baseline \`${file}\`; \`deal check --update-baseline\` writes it`);
  }
  const read = host.text(path);
  if (isUnreadable(read)) return fault(`\`${file}\` ${read.unreadable}; ${read.help}`);
  const baseline = parseBaseline(read);
  if (baseline === undefined) {
    return fault(`\`${file}\` is not a baseline; \`deal check --update-baseline\` writes it anew`);
  }
  return { faults: [], baseline };
}
