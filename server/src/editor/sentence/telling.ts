import { type Clause, type Effect, type Model, presetIn, SILENT, UNRESTRICTED } from '../../model/model.ts';
import { dimensionIndex } from '../../model/undertakings.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { ALL, type SetExpression, termsNamedIn } from '../../terms/set-expression.ts';
import { effectsOf } from './clause-effects.ts';
import { createNaming, inQuotationMarks, type Naming } from './naming.ts';
import { parameterWords } from './parameter-words.ts';
import { unreadArguments } from './unread-arguments.ts';

/** One clause while it is put into words. Its parts are asked for in the order in which they are read. */
export interface Telling {
  readonly analysis: Analysis;
  readonly model: Model;
  readonly clause: Clause;
  readonly effects: readonly Effect[];
  readonly naming: Naming;
  /** Arguments that hold an error: what they say is not known. */
  readonly unread: ReadonlySet<string>;
  /** Parameters that have been spoken of. */
  readonly told: Set<string>;
}

export function beginTelling(analysis: Analysis, clause: Clause): Telling {
  const { model } = analysis;
  return {
    analysis,
    model,
    clause,
    effects: effectsOf(model, clause),
    naming: createNaming(model, clause.deal),
    unread: unreadArguments(analysis, clause),
    told: new Set(),
  };
}

/** What a clause says of a dimension. */
type Said = SetExpression | 'nothing' | 'unreadable';

export function saidOf({ model, clause, unread }: Telling, dimension: string): Said {
  if (unread.has(dimension)) return 'unreadable';
  const index = dimensionIndex(model, dimension);
  const value = index < 0 ? SILENT : (clause.values[index] ?? SILENT);
  if (value === SILENT) return 'nothing';
  return value === UNRESTRICTED ? ALL : model.values[index][value];
}

/** Where something is to be filled in: "[scope not named]". */
export const blank = (what: string): string => `[${what}]`;

/** Whether a clause's act is the one that its kind presets. */
export function hasPresetAct({ model, clause }: Telling): boolean {
  const index = dimensionIndex(model, 'act');
  const preset = presetIn(clause.kind, index);
  return preset !== undefined && clause.values[index] === preset;
}

/** Whether what a clause covers is a way to exploit something, so that it matters what and where. */
export function isExploitation(telling: Telling): boolean {
  const act = saidOf(telling, 'act');
  if (act === 'nothing' || act === 'unreadable' || act.kind === 'all') return true;
  const { model } = telling;
  const exploit = model.lookup('act', 'exploit');
  const reaches = (term: number, seen: Set<number>): boolean => {
    if (term === exploit) return true;
    if (seen.has(term)) return false;
    seen.add(term);
    return model.terms[term].parents.some((parent) => reaches(parent, seen));
  };
  return termsNamedIn(act).some((term) => reaches(term, new Set()));
}

/** A parameter in words; marks it as spoken of. */
export function parameter(telling: Telling, name: string): string | undefined {
  telling.told.add(name);
  if (telling.unread.has(name)) return blank(`${name} not readable`);
  return parameterWords(telling.model, telling.naming, telling.clause, name);
}

/** `yes`, `no`, or undefined where a clause gives none; marks it as spoken of. */
export function flag(telling: Telling, name: string): boolean | undefined {
  const words = parameter(telling, name);
  return words === 'yes' ? true : words === 'no' ? false : undefined;
}

/** " per year", of a kind with the parameter `per`; empty where a clause gives none. */
export function frequency(telling: Telling): string {
  telling.told.add('per');
  const value = telling.clause.parameters.get('per');
  if (value?.type !== 'text') return '';
  const text = value.text.replace(/\s+/g, ' ').trim();
  return ` per ${/^\p{L}+$/u.test(text) ? text : inQuotationMarks(text)}`;
}
