import { type Kind, type Model, onlyRecords, type Parameter, presetIn } from '../../model/model.ts';
import { termsNamedIn } from '../../terms/set-expression.ts';

/** The arguments without which a clause of a kind says little: what it is about, and its own first parameters. */
export function neededArguments(model: Model, kind: Kind): readonly string[] {
  const own = [...kind.parameters.values()].filter((parameter) => isTelling(model, parameter)).map(({ name }) => name);
  if (kind.effects.includes('waives')) return ['by', 'of', ...own.filter((name) => name !== 'of')];
  if (onlyRecords(kind)) return own.slice(0, 3);
  const isDuty = kind.effects.includes('obliges');
  return [...(isDuty ? own.slice(0, 1) : []), ...(isAboutThings(model, kind) ? ['scope'] : [])];
}

/** Whether leaving a parameter out leaves a gap: it has no default, and is no mere qualification. */
const isTelling = (model: Model, { name, type, default: preset }: Parameter): boolean =>
  preset === undefined && type !== 'flag' && name !== 'due' && !model.dimensions.has(name);

/** Whether what a kind is about is some thing, as hosting is and paying is not. */
function isAboutThings(model: Model, kind: Kind): boolean {
  const act = model.regionDimensions.findIndex(({ name }) => name === 'act');
  const preset = presetIn(kind, act);
  const exploit = model.lookup('act', 'exploit');
  if (preset === undefined || exploit === undefined) return true;
  return termsNamedIn(model.values[act][preset]).some((term) => isWithin(model, term, exploit));
}

const isWithin = (model: Model, term: number, whole: number): boolean =>
  term === whole || model.terms[term].parents.some((parent) => isWithin(model, parent, whole));
