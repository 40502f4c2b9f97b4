import type { Kind, Model } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import type { Dimension } from '../terms/vocabulary.ts';
import { neededArguments } from './completion/needed-arguments.ts';
import { effectsLine, inOrderOfNeed, parameterMeaning } from './hover/kind-words.ts';
import { ARGUMENTS } from './hover/language-words.ts';
import { code, escapeLines, escapeMarkdown, paragraphs } from './hover/markdown.ts';
import { type Call, callAt } from './signature/call-at.ts';
import { treeOf } from './tree-of.ts';
import { sentenceCase } from './words.ts';

export interface SignatureParameter {
  /** Where its name stands in the signature's label: start and end, UTF-16. */
  readonly label: readonly [number, number];
  /** Markdown. */
  readonly documentation: string;
}

/** What may stand in the parentheses around an offset. */
export interface SignatureHelp {
  /** "license(scope, transferable, …)" */
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** The parameter under way, by its index; undefined where what is typed is none. */
  readonly active: number | undefined;
}

interface Described {
  readonly name: string;
  /** Markdown. */
  readonly documentation: string;
}

/** The parameters of a clause's kind, of a deal's header or of an exception, while it is written. */
export function signatureHelp(analysis: Analysis, path: string, offset: number): SignatureHelp | undefined {
  const tree = treeOf(analysis.model, path);
  const call = tree && callAt(tree, offset);
  if (!call) return undefined;
  const { model } = analysis;
  switch (call.owner) {
    case 'header':
      return signature(`deal ${call.name}`, HEADER, headerParameters(model), call);
    case 'exception':
      return signature('except', EXCEPTION, [...dimensions(model), ...language(OF_EXCEPTIONS)], call);
    case 'clause': {
      const kind = model.kinds.get(call.name.normalize('NFC'));
      return kind && signature(kind.name, kindDocumentation(kind), clauseParameters(model, kind), call);
    }
  }
}

const HEADER = 'What holds for the deal, and for each of its clauses that does not say otherwise.';
const EXCEPTION = 'What is left out of the clause: all that fits everything written here.';
const OF_EXCEPTIONS = ['from', 'until', 'while'];
const COMMON = ['by', 'to', 'from', 'until', 'while', 'affiliates'];
const OF_HEADERS = ['by', 'to', 'from', 'until', 'signed', 'status', 'source', 'renews', 'law', 'while', 'affiliates'];

const kindDocumentation = (kind: Kind): string => paragraphs(escapeLines(kind.documentation), effectsLine(kind));

const language = (names: readonly string[]): readonly Described[] =>
  names.map((name) => ({ name, documentation: ARGUMENTS[name] }));

const headerParameters = (model: Model): readonly Described[] => [...language(OF_HEADERS), ...dimensions(model)];

const BUILT_IN = ['field', 'territory', 'channel', 'cloud', 'with', 'act'];

/** The thing first, then a portfolio's own dimensions, then the others as they are most often needed. */
function dimensions({ regionDimensions }: Model): readonly Described[] {
  const rank = ({ name }: Dimension): number => (name === 'scope' ? -2 : BUILT_IN.indexOf(name));
  const ordered = [...regionDimensions].sort((a, b) => rank(a) - rank(b));
  return ordered.map(({ name, title, question, documentation }) => ({
    name,
    documentation: paragraphs(
      escapeMarkdown(sentenceCase(title ?? `asks ${question}`)),
      escapeLines(documentation ?? ''),
    ),
  }));
}

/** What a clause hardly means anything without comes first, then the kind's own, then what every clause takes. */
function clauseParameters(model: Model, kind: Kind): readonly Described[] {
  const own = inOrderOfNeed(kind).map((parameter) => {
    const preset = parameter.default === undefined ? '' : ` Unless written: ${code(parameter.default)}.`;
    return {
      name: parameter.name,
      documentation: `${escapeMarkdown(parameterMeaning(model, kind, parameter))}.${preset}`,
    };
  });
  const all = new Map<string, Described>();
  for (const one of [...own, ...dimensions(model), ...language(COMMON)]) if (!all.has(one.name)) all.set(one.name, one);
  const needed = neededArguments(model, kind).flatMap((name) => all.get(name) ?? []);
  return [...new Set([...needed, ...all.values()])];
}

function signature(name: string, documentation: string, described: readonly Described[], call: Call): SignatureHelp {
  const parameters: SignatureParameter[] = [];
  let label = `${name}(`;
  for (const one of described) {
    if (parameters.length > 0) label += ', ';
    parameters.push({ label: [label.length, label.length + one.name.length], documentation: one.documentation });
    label += one.name;
  }
  return { label: `${label})`, documentation, parameters, active: activeOf(described, call) };
}

/** The parameter that is named; else the first that what is typed may become; else the first not given yet. */
function activeOf(described: readonly Described[], { typed, isNamed, given }: Call): number | undefined {
  const written = typed.normalize('NFC');
  const found = isNamed
    ? described.findIndex(({ name }) => name === written)
    : described.findIndex(({ name }) => name.startsWith(written) && !given.includes(name));
  return found < 0 ? undefined : found;
}
