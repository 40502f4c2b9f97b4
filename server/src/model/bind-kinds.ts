import { childrenOf, kindOf, type NodeIndex, NodeKind, textOf } from '../syntax/tree.ts';
import { documentation, nameText } from '../syntax/values.ts';
import type { Interval } from '../terms/intervals.ts';
import { termDimension } from '../terms/vocabulary.ts';
import { closest } from '../text/closest.ts';
import { emptyArguments, OF_EVERY_CLAUSE } from './bind-arguments.ts';
import { bindParameter } from './bind-parameters.ts';
import { bindIntervals, bindValue } from './bind-sets.ts';
import type { ArgumentContext } from './bound-arguments.ts';
import { type BindContext, type FileContext, placeOf, report } from './context.ts';
import type { Effect, Flag, Kind, Parameter, ValueId } from './model.ts';

const EFFECTS: readonly Effect[] = [
  'permits',
  'excludes',
  'forbids',
  'obliges',
  'preempts',
  'equalizes',
  'waives',
  'records',
];
/** What a parameter can hold that is no dimension. */
export const PARAMETER_TYPES: readonly string[] = 'money share number date duration flag text clause time'.split(' ');
const TYPES = [...PARAMETER_TYPES, 'party', 'event'];

/** Declares a kind of clause, of the standard library or of the portfolio. */
export function declareKind(context: BindContext, file: FileContext, node: NodeIndex, ofLibrary: boolean): void {
  const { tree } = file;
  const children = childrenOf(tree, node);
  const nameNode = children[0];
  if (nameNode === undefined) return;
  const name = nameText(tree, nameNode);
  const known = context.kinds.get(name);
  if (known) {
    report(context, file, nameNode, 'duplicate-name', `the kind \`${name}\` is declared twice`, {
      help: known.place ? 'remove one of the two' : 'it belongs to the standard library: choose another name',
      ...(known.place ? { related: [{ ...known.place, message: 'declared here first' }] } : {}),
    });
    return;
  }
  const effects: Effect[] = [];
  const parameters = new Map<string, Parameter>();
  const presets = new Map<number, ValueId>();
  const measures = new Map<number, readonly Interval[]>();
  let self: Flag = 'yes';
  for (const child of children.slice(1)) {
    if (kindOf(tree, child) === NodeKind.Effect) bindEffect(context, file, child, effects);
    else if (kindOf(tree, child) === NodeKind.Parameter) {
      const [parameterName, type, preset] = childrenOf(tree, child);
      const parameter = parameterOf(context, file, parameterName, type, preset);
      if (!parameter) continue;
      parameters.set(parameter.name, parameter);
      const index = context.dimensionIndex.get(parameter.name);
      if (index !== undefined && preset !== undefined) {
        if (context.regionDimensions[index].measured) {
          const ranges = bindIntervals(context, file, preset);
          if (ranges) measures.set(index, ranges);
        } else {
          const value = bindValue(context, file, preset, index, []);
          if (value !== undefined) presets.set(index, value);
        }
      }
      if (parameter.name === 'self' && preset !== undefined) self = textOf(tree, preset) as Flag;
    }
  }
  const namesOfType = (sought: string): readonly string[] =>
    [...parameters.values()].flatMap(({ name, type }) =>
      type === sought && name !== 'of' && name !== 'due' ? [name] : NO_NAMES,
    );
  const kind: Kind = {
    name,
    effects,
    parameters,
    presets: [...presets].map(([dimension, value]) => ({ dimension, value })),
    ...(measures.size > 0 && { measures }),
    self,
    clauseParameters: namesOfType('clause'),
    timeParameters: namesOfType('time'),
    documentation: documentation(tree, node) ?? '',
    ...(ofLibrary ? {} : { place: placeOf(file, nameNode) }),
  };
  context.kinds.set(name, kind);
  if (!ofLibrary) checkDefaults({ context, file, scopes: [], place: 'clause', kind }, children);
}

const NO_NAMES: readonly string[] = [];

/** Reports defaults that are no values of their parameters' types: they are read as if a clause gave them. */
function checkDefaults(at: ArgumentContext, children: readonly NodeIndex[]): void {
  const { context, file, kind } = at;
  const { tree } = file;
  for (const child of children) {
    if (kindOf(tree, child) !== NodeKind.Parameter) continue;
    const [nameNode, , preset] = childrenOf(tree, child);
    const parameter = preset === undefined ? undefined : kind?.parameters.get(nameText(tree, nameNode));
    // What a dimension presets has been bound.
    if (!parameter || context.dimensionIndex.has(parameter.name)) continue;
    bindParameter(at, emptyArguments('clause'), parameter, preset);
  }
}

function bindEffect(context: BindContext, file: FileContext, node: NodeIndex, effects: Effect[]): void {
  const text = textOf(file.tree, node);
  const effect = EFFECTS.find((one) => one === text);
  if (effect) {
    effects.push(effect);
    return;
  }
  const near = closest(text, EFFECTS);
  report(context, file, node, 'unknown-kind', `\`${text}\` is not an effect`, {
    help: near ? `did you mean \`${near}\`?` : `the effects are ${EFFECTS.join(', ')}`,
  });
}

function parameterOf(
  context: BindContext,
  file: FileContext,
  nameNode: NodeIndex | undefined,
  typeNode: NodeIndex | undefined,
  preset: NodeIndex | undefined,
): Parameter | undefined {
  if (nameNode === undefined || typeNode === undefined) return undefined;
  const type = nameText(file.tree, typeNode);
  if (!TYPES.includes(type) && !context.dimensions.has(type)) {
    const near = closest(type, [...TYPES, ...context.dimensions.keys()]);
    report(context, file, typeNode, 'unknown-name', `\`${type}\` is not a type of parameter`, {
      help: near ? `did you mean \`${near}\`?` : `the types are ${TYPES.join(', ')} and every dimension`,
    });
    return undefined;
  }
  const name = nameText(file.tree, nameNode);
  if (context.dimensionIndex.has(name) && type !== termDimension(name)) {
    report(context, file, nameNode, 'duplicate-name', `\`${name}\` is a dimension: every clause takes it already`, {
      help: `leave it out, or choose another name; \`${name}: ${termDimension(name)} = …\` presets it`,
    });
    return undefined;
  }
  if (OF_EVERY_CLAUSE.includes(name)) {
    report(
      context,
      file,
      nameNode,
      'duplicate-name',
      `every clause takes \`${name}\` already: a kind does not preset it`,
      {
        help: 'leave it out, or choose another name',
      },
    );
    return undefined;
  }
  return preset === undefined ? { name, type } : { name, type, default: textOf(file.tree, preset) };
}
