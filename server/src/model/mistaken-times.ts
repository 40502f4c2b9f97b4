import { kindOf, NodeKind, textOf } from '../syntax/tree.ts';
import { isName, pathText } from '../syntax/values.ts';
import { parseDate } from '../terms/calendar.ts';
import { nameAlone } from '../terms/vocabulary.ts';
import { closest } from '../text/closest.ts';
import { listed } from '../text/words.ts';
import type { Deal, Model, TimeNode } from './model.ts';
import type { Problem } from './problem.ts';
import { unquoted } from './quoted-values.ts';

/** What is wrong with a value where a time is expected. */
export interface MistakenTime {
  readonly rule: Problem['rule'];
  readonly message: string;
  readonly help: string;
  /** What is meant. */
  readonly newText?: string;
}

const EDGES = ['perpetual', 'never', 'start', 'end'];
/** Other words for the edges of a deal. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    from: 'start',
    beginning: 'start',
    until: 'end',
    termination: 'end',
  }),
);
const FOREVER =
  /^(?:forever|for-ever|infinit[ey]|infinity|indefinite|indefinitely|unlimited|always|permanent|permanently|eternity|unbefristet|永久|永远)$/i;

/** A name that is no event, nor any other time. */
export function unknownTime(model: Model, { deal, node }: TimeNode): MistakenTime {
  const name = pathText(deal.tree, node);
  const near = asCalledIn(model, deal, nearTime(name, eventNames(model)));
  return {
    rule: 'unknown-name',
    message: near?.endsWith(`.${name}`)
      ? `\`${name}\` is an event only inside the deal \`${near.slice(0, near.lastIndexOf('.'))}\``
      : `\`${name}\` is not a day: no event has this name`,
    help: near
      ? `write \`${near}\` if that is meant, or declare it: \`event ${name}\``
      : `declare it: \`event ${name}\``,
    ...(near && { newText: near }),
  };
}

/** What is meant, as it is written in a deal: an event of another deal is called with that deal. */
function asCalledIn(model: Model, deal: Deal, near: string | undefined): string | undefined {
  if (near === undefined || isEdge(near) || model.lookup('event', near, deal) !== undefined) return near;
  for (const full of eventNames(model)) if (full.endsWith(`.${near}`)) return full;
  return near;
}

function* eventNames({ terms }: Model): Generator<string> {
  for (const { dimension, name } of terms) if (dimension === 'event') yield name;
}

/** Whether a name stands for an edge of a deal or a clause, or for no day at all: no event is meant by it. */
export const isEdge = (name: string): boolean => EDGES.includes(name) || /\.(?:start|end)$/.test(name);

/** The time that is meant by a name which is none; one of `events` may be. */
export function nearTime(name: string, events: Iterable<string>): string | undefined {
  if (FOREVER.test(name)) return 'perpetual';
  const ownNames = [...events].flatMap((event) => [event, nameAlone(event)]);
  return SYNONYMS.get(name.toLowerCase()) ?? closest(name, [...ownNames, ...EDGES]);
}

/** A value that is no time at all. */
export function noTime(model: Model, at: TimeNode): MistakenTime {
  const { tree } = at.deal;
  const text = textOf(tree, at.node);
  const inner = unquoted(tree, at.node);
  const isQuoted = kindOf(tree, at.node) === NodeKind.String;
  const isTime = parseDate(inner) !== undefined || EDGES.includes(inner) || isEvent(model, at, inner);
  if (isQuoted && (isTime || isName(inner))) {
    const message = 'a time is written without quotation marks';
    return { rule: 'invalid-argument', message, help: `write \`${inner}\``, newText: inner };
  }
  if (kindOf(tree, at.node) === NodeKind.List) {
    const message = `\`${text}\` are several times, not one`;
    return { rule: 'invalid-argument', message, help: `write \`earlier of ${text}\` or \`later of ${text}\`` };
  }
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const date = digits?.slice(1).join('-');
  return {
    rule: 'invalid-argument',
    message: `\`${text}\` is not a time`,
    help: 'write a date, an event, a sum such as `AGI + 5 years`, or `perpetual`',
    ...(date !== undefined && parseDate(date) !== undefined && { newText: date }),
  };
}

const isEvent = (model: Model, { deal }: TimeNode, name: string): boolean =>
  model.lookup('event', name, deal) !== undefined;

/** A length of time where a day is expected. */
export function noDay(_: Model, { deal, node }: TimeNode): MistakenTime {
  const text = textOf(deal.tree, node);
  const sum = `start + ${text}`;
  const message = `\`${text}\` is a length of time, not a day`;
  // The deal itself cannot start some time after its start.
  const newText = deal.from?.node === node ? undefined : sum;
  return {
    rule: 'invalid-argument',
    message,
    help: `write \`${newText ?? `AGI + ${text}`}\``,
    ...(newText && { newText }),
  };
}

/** Times of deals and clauses that hang on each other. */
export const circularTime = (names: readonly string[]): MistakenTime => ({
  rule: 'invalid-argument',
  message: `the dates of ${listed(names.map((name) => `\`${name}\``))} go round in a circle`,
  help: 'give one of them a date of its own',
});

/** A sum of which one part is no length of time. */
export function noSum(_: Model, { deal, node }: TimeNode): MistakenTime {
  const message = `\`${textOf(deal.tree, node)}\` does not add a length of time`;
  return { rule: 'invalid-argument', message, help: 'write `AGI + 5 years`' };
}
