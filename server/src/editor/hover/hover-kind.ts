import type { Kind, Model } from '../../model/model.ts';
import { takesNumbers } from '../../terms/vocabulary.ts';
import { asWords, counted } from '../words.ts';
import { effectsLine, inOrderOfNeed, parameterMeaning } from './kind-words.ts';
import { bold, code, escapeLines, escapeMarkdown, paragraphs, table } from './markdown.ts';

/** A kind of clause: what it means, what it does, what it takes, and how many clauses are of it. */
export function kindHover(model: Model, kind: Kind): string {
  const origin = kind.place ? 'kind of this portfolio' : 'kind of the standard library';
  return paragraphs(
    `${bold(code(kind.name))} · ${origin}`,
    escapeLines(kind.documentation),
    effectsLine(kind),
    table(
      ['Parameter', 'Meaning', 'Unless written'],
      inOrderOfNeed(kind).map((parameter) => [
        code(parameter.name),
        escapeMarkdown(parameterMeaning(model, kind, parameter)),
        parameter.default === undefined ? '–' : code(parameter.default),
      ]),
    ),
    'It also takes every dimension, `by`, `to`, `from`, `until`, `while` and `affiliates`.',
    `${counted(clausesOf(model, kind.name), 'clause')} of this kind.`,
  );
}

/** A parameter of a kind. */
export function parameterHover(model: Model, kind: Kind, name: string): string | undefined {
  const parameter = kind.parameters.get(name);
  if (!parameter) return undefined;
  const preset = parameter.default === undefined ? '' : ` Unless written: ${code(parameter.default)}.`;
  return paragraphs(
    `${bold(code(name))} · parameter of ${code(kind.name)}`,
    `${escapeMarkdown(parameterMeaning(model, kind, parameter))}.${preset}`,
  );
}

/** A dimension: what it asks, and how many terms it has. */
export function dimensionHover(model: Model, name: string): string | undefined {
  const dimension = model.dimensions.get(name);
  if (!dimension) return undefined;
  const { question, title, documentation } = dimension;
  const builtIn = Object.hasOwn(MEANING_OF_BUILT_IN, name) ? MEANING_OF_BUILT_IN[name] : undefined;
  const asked = question === 'party' ? 'party' : `asks ${question}`;
  const count = termCounts(model).get(name === 'with' ? 'party' : name) ?? 0;
  const values = takesNumbers(dimension)
    ? 'Its values are ranges of numbers.'
    : `${counted(count, withoutPlural(name), plural(name))} in this portfolio.`;
  return paragraphs(
    `${bold(code(name))} · dimension, ${asked}${title === undefined || builtIn !== undefined ? '' : ` · ${escapeMarkdown(title)}`}`,
    escapeLines(documentation ?? ''),
    builtIn,
    values,
  );
}

const withoutPlural = (name: string): string => (name === 'with' ? 'party' : asWords(name));
const plural = (name: string): string => (name === 'party' || name === 'with' ? 'parties' : `${asWords(name)} terms`);

const MEANING_OF_BUILT_IN: Readonly<Record<string, string>> = {
  with: 'The party dealt with, seen from the one that is bound. In a permission or a duty it is the other side unless it is written.',
  cloud: 'On whose infrastructure. In an exclusive right it names the holder: any other is kept out.',
  act: 'What is done. Unless it is written it is the kind’s own, or else any exploitation.',
  scope: 'The thing it is done to: a product, a work, a service.',
  field: 'The field of use.',
  territory: 'Countries, and what is made of them.',
  channel: 'The way to the customer.',
  event: 'Something that happens at most once, on a day that may be unknown.',
  state: 'Something that holds on some days, or never.',
  party: 'Who promises, and to whom.',
};

const counts = new WeakMap<Model, { terms?: ReadonlyMap<string, number>; kinds?: ReadonlyMap<string, number> }>();

function countsOf(model: Model): { terms?: ReadonlyMap<string, number>; kinds?: ReadonlyMap<string, number> } {
  let known = counts.get(model);
  if (!known) {
    known = {};
    counts.set(model, known);
  }
  return known;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const item of items) found.set(keyOf(item), (found.get(keyOf(item)) ?? 0) + 1);
  return found;
}

function termCounts(model: Model): ReadonlyMap<string, number> {
  const known = countsOf(model);
  known.terms ??= countBy(model.terms, ({ dimension }) => dimension);
  return known.terms;
}

function clausesOf(model: Model, kind: string): number {
  const known = countsOf(model);
  known.kinds ??= countBy(model.clauses, (clause) => clause.kind.name);
  return known.kinds.get(kind) ?? 0;
}
