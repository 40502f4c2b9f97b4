import type { Clause, Model, ParameterValue } from '../../model/model.ts';
import { resolveReference } from '../../model/references.ts';
import { childrenOf, kindOf, type NodeIndex, NodeKind, textOf } from '../../syntax/tree.ts';
import { durationParts, pathText, stringValue } from '../../syntax/values.ts';
import { formatAmount, formatShare, type Money } from '../../terms/money.ts';
import { territoryTitle } from '../../terms/territories.ts';
import { newTerm } from '../../terms/vocabulary.ts';
import { termNamed } from '../term-named.ts';
import { grouped, listed } from '../words.ts';
import { inQuotationMarks, introduce, type Naming } from './naming.ts';
import { momentWords } from './time-words.ts';
import { readTime } from './written-time.ts';
import { writtenValue } from './written-value.ts';

const MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ['M', 'million'],
  ['B', 'billion'],
  ['T', 'trillion'],
]);

/** "250 billion USD", "1,250,001 EUR". */
function moneyWords({ amount, currency }: Money): string {
  const short = formatAmount(amount);
  const magnitude = MAGNITUDES.get(short.slice(-1));
  const digits = magnitude === undefined ? grouped(amount.toFixed()) : `${grouped(short.slice(0, -1))} ${magnitude}`;
  return `${digits} ${currency}`;
}

/** What a clause gives a parameter of its kind, in words; undefined where it gives nothing that can be read. */
export function parameterWords(model: Model, naming: Naming, clause: Clause, name: string): string | undefined {
  const value = clause.parameters.get(name);
  return value && valueWords(model, naming, clause, name, value);
}

function valueWords(model: Model, naming: Naming, clause: Clause, name: string, value: ParameterValue): string {
  switch (value.type) {
    case 'money':
      return moneyWords(value.money);
    case 'share':
      return formatShare(value.share);
    case 'number':
      return grouped(String(value.number));
    case 'text':
      return inQuotationMarks(value.text.replace(/\s+/g, ' ').trim());
    case 'party':
      return listed(value.parties.map(naming.call), 'and');
    case 'clause':
      return referenceWords(model, clause, value.path);
    case 'flag':
      return value.flag;
    case 'time':
    case 'other': {
      const node = writtenValue(clause.deal.tree, clause.node, name);
      return node < 0 ? '' : nodeWords(model, naming, clause, node, clause.kind.parameters.get(name)?.type ?? '');
    }
  }
}

/** `deal.label` of the clause that a path means, or the deal's name; the path itself where it means nothing. */
export function referenceWords(model: Model, from: Clause, path: string): string {
  const target = resolveReference(model, path, from.deal);
  switch (target.kind) {
    case 'clause':
      return target.clause.name;
    case 'deal':
      return target.deal.name;
    case 'unknown':
      return `${path}, which the portfolio does not have`;
  }
}

/** A value that the model keeps no more of than where it stands. */
function nodeWords(model: Model, naming: Naming, clause: Clause, node: NodeIndex, type: string): string {
  const { deal } = clause;
  const { tree } = deal;
  switch (kindOf(tree, node)) {
    case NodeKind.Duration: {
      const parts = durationParts(tree, node);
      if (parts) return `${parts.count} ${parts.unit}${parts.count === 1 ? '' : 's'}`;
      break;
    }
    case NodeKind.String:
      return inQuotationMarks(stringValue(tree, node).replace(/\s+/g, ' ').trim());
    case NodeKind.List:
      return listed(
        childrenOf(tree, node).map((child) => nodeWords(model, naming, clause, child, type)),
        'or',
      );
    case NodeKind.Path: {
      const term = namedTerm(model, naming, clause, pathText(tree, node), type);
      if (term !== undefined) return term;
      break;
    }
    default:
  }
  const time = ['time', 'date'].includes(type) ? readTime(model, naming, { deal, node }, 'start', deal) : undefined;
  return time ? momentWords(time) : textOf(tree, node).replace(/\s+/g, ' ').trim();
}

function namedTerm(model: Model, naming: Naming, clause: Clause, name: string, type: string): string | undefined {
  const dimension = type === 'time' || type === 'date' ? 'event' : type;
  const term = model.dimensions.has(dimension) ? termNamed(model, dimension, name, clause.deal) : undefined;
  if (term) return naming.call(term.id);
  const title = dimension === 'territory' ? territoryTitle(name) : undefined;
  return title === undefined ? undefined : introduce(newTerm(-1, 'territory', name, { title, builtIn: true }), name);
}
