import {
  getNodeValue,
  type Node,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as v from 'valibot';
import type { Severity } from '../rules/finding.ts';
import { parseDay } from '../terms/calendar.ts';
import { didYouMean } from './did-you-mean.ts';

/** What `deal.config.json` may say; `docs/deal-config.schema.json` says the same to editors. */
export interface PortfolioConfig {
  /** ISO 8601. */
  readonly asOf?: string;
  /** Event name to ISO 8601 date or `never`. */
  readonly assume?: Readonly<Record<string, string>>;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Globs, relative to the root. */
  readonly exclude?: readonly string[];
  /** Relative to the root. */
  readonly baseline?: string;
}

/** What is wrong with a configuration and what to write instead. Line and column count from 1, in UTF-16 units. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type ConfigOutcome =
  | { readonly ok: true; readonly config: PortfolioConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

const DAY = 'write a day as in "2026-04-30"';
const DAY_OR_NEVER = 'write a day as in "2030-01-01", or "never"';
const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

export const isDay = (text: string): boolean => parseDay(text) !== undefined;

const day = v.pipe(v.string(DAY), v.check(isDay, DAY));
const dayOrNever = v.pipe(
  v.string(DAY_OR_NEVER),
  v.check((text) => text === 'never' || isDay(text), DAY_OR_NEVER),
);
const glob = v.pipe(v.string('write a glob as in "drafts/**"'), v.nonEmpty('write a glob as in "drafts/**"'));
const BASELINE = 'write a file below the portfolio\'s folder, as in "deal.baseline.json"';

const ASSUME = 'write events with their days, as in { "AGI": "2030-01-01", "IPO": "never" }';
const RULES = 'write rules with their severities, as in { "ascii-punctuation": "off" }';
const ONE_OF = `write one of ${SEVERITIES.map((severity) => `"${severity}"`).join(', ')}`;
const BRACES = 'write the settings in braces, as in { "asOf": "2026-04-30" }';

/** To valibot an array is an object too. */
const noArray = (message: string) =>
  v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), message),
  );

const settings = v.object(
  {
    $schema: v.optional(v.string('write the address of the JSON schema as a string')),
    asOf: v.optional(day),
    assume: v.optional(v.pipe(noArray(ASSUME), v.record(v.string(), dayOrNever, ASSUME))),
    rules: v.optional(v.pipe(noArray(RULES), v.record(v.string(), v.picklist(SEVERITIES, ONE_OF), RULES))),
    exclude: v.optional(v.array(glob, 'write a list of globs, as in ["drafts/**"]')),
    baseline: v.optional(
      v.pipe(v.string(BASELINE), v.regex(/^(?!\/|[A-Za-z]:)(?!(?:.*[\\/])?\.\.(?:[\\/]|$)).+$/, BASELINE)),
    ),
  },
  BRACES,
);
const configSchema = v.pipe(noArray(BRACES), settings);

const SETTINGS = Object.keys(settings.entries);

/**
 * Reads a configuration; comments and trailing commas are allowed. All that is wrong is told at once, in the order of
 * the text. `knownRules` is what `rules` may name; empty: any name.
 */
export function parseConfig(text: string, knownRules: readonly string[]): ConfigOutcome {
  const errors: ParseError[] = [];
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const tree = parseTree(body, errors, { allowTrailingComma: true });
  if (errors.length > 0 || tree === undefined) {
    const problems = errors.map((error) => problemAt(body, error.offset, notJson(error.error)));
    return { ok: false, problems: problems.length > 0 ? problems : [problemAt(body, 0, notJson(undefined))] };
  }
  const parsed = v.safeParse(configSchema, getNodeValue(tree));
  const found: { offset: number; message: string }[] = unknownNames(tree, knownRules);
  for (const issue of parsed.issues ?? []) {
    const keys = (issue.path ?? []).map((item) => item.key as string | number);
    const node = nodeAt(tree, keys);
    const where = keys.length === 0 ? '' : `\`${keys.join('.')}\`: `;
    found.push({
      offset: node.offset,
      message: `${where}${issue.message}, not ${body.substr(node.offset, Math.min(node.length, 40))}`,
    });
  }
  if (found.length === 0 && parsed.success) {
    const { $schema: _, ...config } = parsed.output;
    return { ok: true, config };
  }
  found.sort((a, b) => a.offset - b.offset);
  return { ok: false, problems: found.map(({ offset, message }) => problemAt(body, offset, message)) };
}

/** Settings and rules that do not exist, and names written twice: JSON lets all of them pass in silence. */
function unknownNames(tree: Node, knownRules: readonly string[]): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  const look = (object: Node, unknown: (name: string) => string | undefined): void => {
    const seen = new Set<string>();
    for (const [key] of (object.children ?? []).map((property) => property.children ?? [])) {
      const name = String(key.value);
      const message = seen.has(name) ? `\`${name}\` is written twice; keep one` : unknown(name);
      if (message !== undefined) found.push({ offset: key.offset, message });
      seen.add(name);
    }
  };
  if (tree.type !== 'object') return found;
  look(tree, (name) =>
    SETTINGS.includes(name)
      ? undefined
      : `\`${name}\` is not a setting${didYouMean(name, SETTINGS) || `; the settings are ${SETTINGS.slice(1).join(', ')}`}`,
  );
  const assume = nodeAt(tree, ['assume']);
  if (assume !== tree && assume.type === 'object') look(assume, () => undefined);
  const rules = nodeAt(tree, ['rules']);
  if (rules !== tree && rules.type === 'object' && knownRules.length > 0) {
    look(rules, (name) =>
      knownRules.includes(name)
        ? undefined
        : `\`${name}\` is not a rule${didYouMean(name, knownRules) || '; `deal explain` lists them'}`,
    );
  }
  return found;
}

/** The value at a path of keys, the last of two with one name as in `JSON.parse`; the nearest node above when there is none. */
function nodeAt(tree: Node, keys: readonly (string | number)[]): Node {
  let node = tree;
  for (const key of keys) {
    const next: Node | undefined =
      typeof key === 'number'
        ? node.children?.[key]
        : node.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1];
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function problemAt(text: string, offset: number, message: string): ConfigProblem {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, message };
}

/** What is wrong with the JSON, and what to write. */
function notJson(code: ParseErrorCode | undefined): string {
  switch (code === undefined ? 'ValueExpected' : printParseErrorCode(code)) {
    case 'InvalidSymbol':
      return 'not JSON: put words between double quotes, as in "2026-04-30"';
    case 'PropertyNameExpected':
      return 'not JSON: write the name of a setting between double quotes here, as in "asOf"';
    case 'ValueExpected':
      return 'not JSON: write a value here; the smallest configuration is {}';
    case 'ColonExpected':
      return 'not JSON: write `:` between the name and its value';
    case 'CommaExpected':
      return 'not JSON: write `,` between this and what comes before';
    case 'CloseBraceExpected':
      return 'not JSON: close the braces with `}`';
    case 'CloseBracketExpected':
      return 'not JSON: close the list with `]`';
    case 'EndOfFileExpected':
      return 'not JSON: nothing may follow the closing `}`';
    case 'UnexpectedEndOfString':
      return 'not JSON: close the string with `"`';
    case 'UnexpectedEndOfComment':
      return 'not JSON: close the comment with `*/`';
    default:
      return 'not JSON: this character may not stand here';
  }
}
