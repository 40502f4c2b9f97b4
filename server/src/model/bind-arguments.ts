import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree, textOf } from '../syntax/tree.ts';
import { nameText, stringValue } from '../syntax/values.ts';
import { parseDay } from '../terms/calendar.ts';
import type { Interval } from '../terms/intervals.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import { takesNumbers } from '../terms/vocabulary.ts';
import { closest } from '../text/closest.ts';
import { periodOf } from './bind-dates.ts';
import { bindParameter } from './bind-parameters.ts';
import { bindIntervals, bindRanges, bindSet, bindValue } from './bind-sets.ts';
import { type ArgumentContext, type BoundArguments, fail, type Place } from './bound-arguments.ts';
import { findTerm, nearTerm, replacedBy, report } from './context.ts';
import type { Affiliates, ValueId } from './model.ts';
import { hasWordBehind, isToldInWords } from './names-in-words.ts';
import { declareNewEvents } from './new-events.ts';
import { flagMeant, isLengthOfTime, unquoted } from './quoted-values.ts';

/** What every clause takes, and a deal's header. */
export const OF_EVERY_CLAUSE: readonly string[] = ['by', 'to', 'from', 'until', 'while', 'affiliates'];
const HEADER_ONLY = ['signed', 'status', 'source', 'law', 'renews'];
const OF_REGION = ['from', 'until', 'while'];

/** Every field from the start: filled in as they come, these objects would have as many layouts as there are orders. */
const noArguments = (): BoundArguments => ({
  values: [],
  valueCount: 0,
  measures: undefined,
  parameters: undefined,
  by: undefined,
  to: undefined,
  from: undefined,
  until: undefined,
  due: undefined,
  while: undefined,
  affiliates: undefined,
  self: undefined,
  of: undefined,
  status: undefined,
  signed: undefined,
  renews: undefined,
  source: undefined,
  broken: false,
});

/**
 * What is bound is written into one object for each place, again and again: a portfolio has as many pairs of parentheses as
 * clauses, and what stands in them is taken over at once.
 */
const written: Readonly<Record<Place, BoundArguments>> = {
  header: noArguments(),
  clause: noArguments(),
  exception: noArguments(),
};

/** Nothing in parentheses. Good until something is bound at the same place, as what {@link bindArguments} gives. */
export function emptyArguments(place: Place): BoundArguments {
  const bound = written[place];
  bound.valueCount = 0;
  bound.measures = undefined;
  bound.parameters = undefined;
  bound.by = undefined;
  bound.to = undefined;
  bound.from = undefined;
  bound.until = undefined;
  bound.due = undefined;
  bound.while = undefined;
  bound.affiliates = undefined;
  bound.self = undefined;
  bound.of = undefined;
  bound.status = undefined;
  bound.signed = undefined;
  bound.renews = undefined;
  bound.source = undefined;
  bound.broken = false;
  return bound;
}

/** The names that stand in the parentheses so far. */
const seen: string[] = [];

function isSeen(name: string, count: number): boolean {
  for (let at = 0; at < count; at++) if (seen[at] === name) return true;
  return false;
}

const addMeasure = (bound: BoundArguments, dimension: number, intervals: readonly Interval[]): void => {
  bound.measures ??= new Map();
  bound.measures.set(dimension, intervals);
};

/** Undefined: what is written could not be understood, which has been told. */
function addValue(bound: BoundArguments, dimension: number, value: ValueId | undefined): void {
  if (value === undefined) bound.broken = true;
  else {
    bound.values[bound.valueCount++] = dimension;
    bound.values[bound.valueCount++] = value;
  }
}

export function bindArguments(at: ArgumentContext, node: NodeIndex): BoundArguments {
  const { tree } = at.file;
  const bound = emptyArguments(at.place);
  let count = 0;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind < NodeKind.Argument || kind > NodeKind.ArgumentAtLeast) {
      bound.broken = true;
      continue;
    }
    const name = nameText(tree, child + 1);
    const valueNode = nextOf(tree, child + 1);
    if (valueNode >= nextOf(tree, child)) {
      bound.broken = true;
      continue;
    }
    if (isSeen(name, count)) {
      fail(at, bound, child + 1, `\`${name}\` is given twice`, 'keep one of the two');
      continue;
    }
    seen[count++] = name;
    if (isBareFlag(tree, child + 1, valueNode)) bindBareFlag(at, bound, name, child + 1);
    else if (kind === NodeKind.Argument) bindArgument(at, bound, name, child + 1, valueNode);
    else bindComparison(at, bound, name, child, valueNode);
  }
  if (at.context.freshIn !== undefined && at.context.freshIn === at.file.path) declareNewEvents(at, bound);
  return bound;
}

function bindArgument(
  at: ArgumentContext,
  bound: BoundArguments,
  name: string,
  nameNode: NodeIndex,
  value: NodeIndex,
): void {
  const { context, file, scopes } = at;
  const index = context.dimensionIndex.get(name);
  if (index !== undefined) {
    if (context.regionDimensions[index].measured) {
      const intervals = bindIntervals(context, file, value);
      if (intervals) addMeasure(bound, index, intervals);
      else bound.broken = true;
      return;
    }
    addValue(bound, index, bindValue(context, file, value, index, scopes));
  } else if (at.place === 'header' && HEADER_ONLY.includes(name)) bindHeaderArgument(at, bound, name, value);
  else if (OF_EVERY_CLAUSE.includes(name) && (at.place !== 'exception' || OF_REGION.includes(name)))
    bindCommon(at, bound, name, value);
  else {
    const parameter = at.kind?.parameters.get(name);
    if (parameter) bindParameter(at, bound, parameter, value);
    else unknownArgument(at, bound, name, nameNode);
  }
}

/** `irrevocable`, `non-transferable`: a flag of its kind without a value, which the parser has told; here, what to write. */
function bindBareFlag(at: ArgumentContext, bound: BoundArguments, name: string, node: NodeIndex): void {
  const flag = name.toLowerCase().replaceAll('-', '_');
  const isFlag = (one: string): boolean => at.kind?.parameters.get(one)?.type === 'flag';
  const positive = flag.replace(/^non_?/, '');
  const written = isFlag(flag) ? `${flag} = yes` : isFlag(positive) ? `${positive} = no` : undefined;
  bound.broken = true;
  if (written === undefined) return;
  fail(at, bound, node, 'An argument is written with its value', `write \`${written}\``, written);
}

/** Whether an argument is its name alone. */
const isBareFlag = (tree: Tree, name: NodeIndex, value: NodeIndex): boolean =>
  kindOf(tree, value) === NodeKind.Skipped && startOf(tree, value) === endOf(tree, name);

/** What arguments are called elsewhere; of several that may be meant, the kind takes one. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ party: 'by', parties: 'by', promisor: 'by', licensor: 'by', grantor: 'by', supplier: 'by', seller: 'by' },
    ...{ promisee: 'to', licensee: 'to', grantee: 'to', customer: 'to', buyer: 'to', beneficiary: 'to' },
    ...{ start: 'from', effective: 'from', effective_date: 'from', begins: 'from', commencement: 'from' },
    ...{ end: 'until', ends: 'until', expiry: 'until', expires: 'until', expiration: 'until', term: 'until' },
    ...{ date: 'signed', executed: 'signed', file: 'source', contract: 'source', document: 'source', text: 'source' },
    ...{ percent: 'share', percentage: 'share', fraction: 'share' },
    ...{ price: 'amount', sum: 'amount', fee: 'amount', count: 'quantity', units: 'quantity' },
    ...{ frequency: 'per', every: 'per', deadline: 'due', duration: 'period term', length: 'period term' },
    ...{ jurisdiction: 'law', country: 'territory', region: 'territory', product: 'scope', subject: 'scope' },
  }),
);

function unknownArgument(at: ArgumentContext, bound: BoundArguments, name: string, node: NodeIndex): void {
  // What is wrong with it is told where it is declared.
  if (at.context.refusedDimensions.has(name)) {
    bound.broken = true;
    return;
  }
  // A kind has a parameter called like a dimension that it presets.
  const candidates = [
    ...new Set([
      ...at.context.dimensionIndex.keys(),
      ...(at.place === 'exception' ? OF_REGION : OF_EVERY_CLAUSE),
      ...(at.place === 'header' ? HEADER_ONLY : []),
      ...(at.kind?.parameters.keys() ?? []),
    ]),
  ];
  const others = OTHER_WORDS.get(name.toLowerCase())?.split(' ') ?? [];
  const near = closest(name, candidates) ?? others.find((other) => candidates.includes(other));
  const where = at.place === 'header' ? 'a deal' : at.place === 'exception' ? 'an exception' : `\`${at.kind?.name}\``;
  report(at.context, at.file, node, 'invalid-argument', `${where} takes no \`${name}\``, {
    help:
      whereItBelongs(at.place, name) ??
      (near ? `did you mean \`${near}\`?` : `it takes ${candidates.map((one) => `\`${one}\``).join(', ')}`),
    ...replacedBy(at.file, node, near),
  });
  bound.broken = true;
}

/** What is said of an argument that stands elsewhere. */
function whereItBelongs(place: Place, name: string): string | undefined {
  if (HEADER_ONLY.includes(name)) return `\`${name}\` belongs in the deal's header`;
  if (place !== 'exception' || name !== 'affiliates') return undefined;
  return '`affiliates` belongs among the arguments of the clause itself: it is decided there once, for its exceptions too';
}

function bindCommon(at: ArgumentContext, bound: BoundArguments, name: string, value: NodeIndex): void {
  const { context, file, scopes } = at;
  switch (name) {
    case 'by':
    case 'to': {
      const parties = bindParties(at, value);
      if (!parties) bound.broken = true;
      else if (name === 'by') bound.by = parties;
      else bound.to = parties;
      break;
    }
    case 'from':
      if (kindOf(file.tree, value) === NodeKind.Path && textOf(file.tree, value) === 'perpetual') {
        const help = 'leave `from` out, or write the day or event from which it is in force';
        fail(at, bound, value, 'nothing starts at `perpetual`: that is an end', help);
      } else bound.from = value;
      break;
    case 'until':
      bound.until = value;
      break;
    case 'while': {
      const states = bindSet(context, file, value, 'state', scopes);
      if (states) bound.while = states;
      else bound.broken = true;
      break;
    }
    case 'affiliates':
      bound.affiliates = bindAffiliates(at, bound, value);
      break;
  }
}

/** Each party of a list by itself: each is bound, or may object, for itself. */
function bindParties(at: ArgumentContext, node: NodeIndex): readonly SetExpression[] | undefined {
  const { context, file, scopes } = at;
  const known = scopes.length === 0 ? context.partiesByWriting.get(file.tree, node) : undefined;
  if (known) return known;
  const expression = bindSet(context, file, node, 'party', scopes);
  const parties = expression?.kind === 'union' ? expression.items : expression && [expression];
  if (scopes.length === 0 && parties) context.partiesByWriting.set(file.tree, node, parties);
  return parties;
}

function bindAffiliates(at: ArgumentContext, bound: BoundArguments, node: NodeIndex): Affiliates | undefined {
  const { tree } = at.file;
  const text = textOf(tree, node);
  if (text === 'yes' || text === 'no') return text;
  const kind = kindOf(tree, node);
  const isSet = SETS.includes(kind) || (kind === NodeKind.Path && isPartyOrAll(at, text));
  if (!isSet) {
    const near =
      flagMeant(text) ?? closest(text, ['yes', 'no', 'all']) ?? nearTerm(at.context, 'party', text, at.scopes);
    const help = 'write `yes`, `no`, or who is included, as in `affiliates = all except Acquirer`';
    fail(at, bound, node, `\`affiliates\` is yes, no or a set of parties, not \`${text}\``, help, near);
    return undefined;
  }
  const only = bindSet(at.context, at.file, node, 'party', at.scopes);
  if (!only) bound.broken = true;
  return only && { only };
}

/** What `affiliates` can be, apart from a flag and a single name. */
const SETS: readonly NodeKind[] = [NodeKind.List, NodeKind.Difference, NodeKind.Skipped];

const isPartyOrAll = (at: ArgumentContext, name: string): boolean =>
  name === 'all' || findTerm(at.context, 'party', name, at.scopes) !== undefined;

function bindHeaderArgument(at: ArgumentContext, bound: BoundArguments, name: string, node: NodeIndex): void {
  const { context, file, scopes } = at;
  const { tree } = file;
  const text = textOf(tree, node);
  switch (name) {
    case 'signed': {
      const day = parseDay(text);
      if (day !== undefined) bound.signed = day;
      else {
        const inner = unquoted(tree, node);
        const written = parseDay(inner) === undefined ? undefined : inner;
        const help = written === undefined ? 'such as `signed = 2026-02-27`' : `write \`signed = ${written}\``;
        fail(at, bound, node, `\`${text}\` is not a date`, help, written);
      }
      break;
    }
    case 'status':
      if (text === 'draft' || text === 'signed') bound.status = text;
      else {
        const near = closest(unquoted(tree, node), ['draft', 'signed']);
        fail(at, bound, node, `\`${text}\` is not a status`, 'write `status = draft` or `status = signed`', near);
      }
      break;
    case 'source':
      if (kindOf(tree, node) === NodeKind.String) bound.source = stringValue(tree, node);
      else fail(at, bound, node, 'a source is a path in quotation marks', 'write `source = "texts/contract.md"`');
      break;
    case 'renews': {
      const period = periodOf(tree, node);
      if (period && period.months + period.days === 0) {
        const help = 'write `renews = 1 year`, or leave `renews` out';
        fail(at, bound, node, `\`${text}\` is no time: nothing is renewed by it`, help);
      } else if (period) bound.renews = period;
      else {
        const inner = unquoted(tree, node);
        const written = isLengthOfTime(inner) ? inner : undefined;
        const help = written === undefined ? 'such as `renews = 1 year`' : `write \`renews = ${written}\``;
        fail(at, bound, node, `\`${text}\` is not a length of time`, help, written);
      }
      break;
    }
    // It is shown, never reasoned with.
    case 'law':
      if (hasWordBehind(file, node)) isToldInWords(context, file, node, 'territory', scopes);
  }
}

const COMPARISONS: Readonly<Partial<Record<NodeKind, (number: number) => Interval>>> = {
  [NodeKind.ArgumentLess]: (high) => ({ low: Number.NEGATIVE_INFINITY, high, lowOpen: false, highOpen: true }),
  [NodeKind.ArgumentAtMost]: (high) => ({ low: Number.NEGATIVE_INFINITY, high, lowOpen: false, highOpen: false }),
  [NodeKind.ArgumentGreater]: (low) => ({ low, high: Number.POSITIVE_INFINITY, lowOpen: true, highOpen: false }),
  [NodeKind.ArgumentAtLeast]: (low) => ({ low, high: Number.POSITIVE_INFINITY, lowOpen: false, highOpen: false }),
};

function bindComparison(
  at: ArgumentContext,
  bound: BoundArguments,
  name: string,
  argument: NodeIndex,
  value: NodeIndex,
): void {
  const { tree } = at.file;
  const index = at.context.dimensionIndex.get(name);
  if (index === undefined || !takesNumbers(at.context.regionDimensions[index])) {
    if (index === undefined && !at.kind?.parameters.has(name)) unknownArgument(at, bound, name, argument + 1);
    else fail(at, bound, argument, `\`${name}\` is not measured: it cannot be compared`, `write \`${name} = …\``);
    return;
  }
  const interval = COMPARISONS[kindOf(tree, argument)]?.(Number(textOf(tree, value)));
  if (!interval) return;
  if (at.context.regionDimensions[index].measured) addMeasure(bound, index, [interval]);
  else addValue(bound, index, bindRanges(at.context, at.file, value, index, [interval]));
}
