import { childrenOf, kindOf, type NodeIndex, NodeKind, textOf } from '../syntax/tree.ts';
import { nameText, pathText } from '../syntax/values.ts';
import { setOfRanges } from '../terms/cuts.ts';
import { closed, type Interval, without } from '../terms/intervals.ts';
import { ALL, type SetExpression, type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { termDimension } from '../terms/vocabulary.ts';
import { withArticle } from '../text/words.ts';
import {
  addTerm,
  type BindContext,
  type FileContext,
  findCut,
  findTerm,
  internValue,
  namesOf,
  noteLate,
  replacedBy,
  report,
  reportNewName,
  reportUnknownTerm,
  type Scopes,
} from './context.ts';
import type { ValueId } from './model.ts';
import { isToldInWords } from './names-in-words.ts';
import { reportQuotedName } from './quoted-values.ts';

/** A value of a dimension of terms as a set; undefined (and reported) when it is none. */
export function bindSet(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  dimension: string,
  scopes: Scopes,
): SetExpression | undefined {
  const { tree } = file;
  switch (kindOf(tree, node)) {
    case NodeKind.Path:
    case NodeKind.Name:
      return bindName(context, file, node, dimension, scopes);
    case NodeKind.List: {
      const items: SetExpression[] = [];
      let complete = true;
      for (const child of childrenOf(tree, node)) {
        const item = bindSet(context, file, child, dimension, scopes);
        if (item) items.push(item);
        else complete = false;
      }
      return complete ? { kind: 'union', items } : undefined;
    }
    case NodeKind.Difference: {
      const [left, right] = childrenOf(tree, node);
      const base = bindSet(context, file, left, dimension, scopes);
      const minus = right === undefined ? undefined : bindSet(context, file, right, dimension, scopes);
      return base && minus ? { kind: 'except', base, minus } : undefined;
    }
    case NodeKind.Skipped:
      return undefined;
    case NodeKind.String:
      reportQuotedName(context, file, node, dimension, scopes);
      return undefined;
    default:
      report(
        context,
        file,
        node,
        'invalid-argument',
        `\`${textOf(tree, node)}\` is not ${withArticle(termDimension(dimension))}`,
        {
          help: `write a name, a list \`[a, b]\`, \`all\` or \`all except a\``,
        },
      );
      return undefined;
  }
}

function bindName(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  dimension: string,
  scopes: Scopes,
): SetExpression | undefined {
  const name = kindOf(file.tree, node) === NodeKind.Name ? nameText(file.tree, node) : pathText(file.tree, node);
  if (name === '') return undefined;
  const word = termDimension(dimension);
  const term = findTerm(context, word, name, scopes);
  if (term !== undefined) return { kind: 'term', term };
  if (name === 'all' || (name === 'worldwide' && word === 'territory')) return ALL;
  if (context.freshIn === file.path) {
    reportNewName(context, file, node, word, name, scopes);
    return { kind: 'term', term: addTerm(context, word, name, {}).id };
  }
  if (!isToldInWords(context, file, node, word, scopes))
    reportUnknownTerm(context, file, node, dimension, name, scopes);
  return undefined;
}

/** A value of a region's dimension, shared among all that say the same. */
export function bindValue(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  index: number,
  scopes: Scopes,
): ValueId | undefined {
  const { name: dimension, byNumber } = context.regionDimensions[index];
  if (byNumber) {
    const intervals = bindIntervals(context, file, node);
    return intervals && bindRanges(context, file, node, index, intervals);
  }
  const known = scopes.length === 0 ? context.valuesByWriting[index].get(file.tree, node) : undefined;
  if (known) {
    for (const term of known.late) noteLate(context, term);
    return known.value;
  }
  const expression = bindSet(context, file, node, dimension, scopes);
  if (!expression) return undefined;
  const value = internValue(context, index, expression);
  if (scopes.length === 0) {
    const late = termsNamedIn(expression).filter((term) => context.late.has(term));
    context.valuesByWriting[index].set(file.tree, node, { value, late: late.length === 0 ? NO_TERMS : late });
  }
  return value;
}

const NO_TERMS: readonly TermId[] = [];

/** Each is in those below it, so that they cost the square of their number. */
const MOST_CUTS = 500;

/** Ranges of numbers as a value of a dimension of *who* that goes by numbers. */
export function bindRanges(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  index: number,
  intervals: readonly Interval[],
): ValueId | undefined {
  const { name } = context.regionDimensions[index];
  const expression = setOfRanges(intervals, (cut) => findCut(context, name, cut));
  if (namesOf(context, name).size > MOST_CUTS) {
    report(context, file, node, 'invalid-argument', `\`${name}\` starts and ends at more than ${MOST_CUTS} numbers`, {
      help: `use fewer different numbers, or declare who there is by name: \`dimension ${name} who\``,
    });
    return undefined;
  }
  return internValue(context, index, expression);
}

/** Ranges of a measured dimension: `10`, `..10`, `10..12`, a list of these, or `all`. */
export function bindIntervals(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
): readonly Interval[] | undefined {
  const { tree } = file;
  const children = childrenOf(tree, node);
  const number = (child: NodeIndex) => Number(textOf(tree, child));
  switch (kindOf(tree, node)) {
    case NodeKind.Number:
      return [closed(number(node), number(node))];
    case NodeKind.RangeTo:
      return [closed(Number.NEGATIVE_INFINITY, number(children[0]))];
    case NodeKind.RangeFrom:
      return [closed(number(children[0]), Number.POSITIVE_INFINITY)];
    case NodeKind.RangeBetween:
      if (number(children[0]) > number(children[1])) return reportBackwards(context, file, node);
      return [closed(number(children[0]), number(children[1]))];
    case NodeKind.List: {
      const parts = children.map((child) => bindIntervals(context, file, child));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case NodeKind.Difference: {
      const base = bindIntervals(context, file, children[0]);
      const minus = bindIntervals(context, file, children[1]);
      return base && minus ? minus.reduce(without, base) : undefined;
    }
    case NodeKind.Path:
      if (textOf(tree, node) === 'all') return [closed(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)];
      break;
  }
  report(context, file, node, 'invalid-argument', `\`${textOf(tree, node)}\` is not a range of numbers`, {
    help: 'write `10`, `..10`, `10..12`, `10..`, or a comparison such as `< 10`',
  });
  return undefined;
}

function reportBackwards(context: BindContext, file: FileContext, node: NodeIndex): undefined {
  const [from, to] = childrenOf(file.tree, node).map((child) => textOf(file.tree, child));
  const turned = `${to}..${from}`;
  report(context, file, node, 'invalid-argument', `no number is from ${from} to ${to}: the range runs backwards`, {
    help: `write \`${turned}\``,
    ...replacedBy(file, node, turned),
  });
}
