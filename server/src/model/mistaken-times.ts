import { kindOf, NodeKind, textOf } from '../syntax/tree.ts';
import { isName, pathText } from '../syntax/values.ts';
import { parseDate } from '../terms/calendar.ts';
import { closest } from '../text/closest.ts';
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
  const near = FOREVER.test(name) ? 'perpetual' : (SYNONYMS.get(name.toLowerCase()) ?? nearEvent(model, deal, name));
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

/** The event, or the edge of a deal, that is written most like a name: as it is written in a deal. */
function nearEvent(model: Model, deal: Deal, name: string): string | undefined {
  const near = closest(name, [...eventNames(model), ...EDGES]);
  if (near === undefined || EDGES.includes(near) || model.lookup('event', near, deal) !== undefined) return near;
  for (const full of eventNames(model)) if (full.endsWith(`.${near}`)) return full;
  return near;
}

function* eventNames({ terms }: Model): Generator<string> {
  for (const { dimension, name } of terms) {
    if (dimension !== 'event') continue;
    yield name;
    const dot = name.lastIndexOf('.');
    if (dot >= 0) yield name.slice(dot + 1);
  }
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

export const circularTime = (): MistakenTime => ({
  rule: 'invalid-argument',
  message: 'these dates go round in a circle',
  help: 'give one of them a date of its own',
});

/** A sum of which one part is no length of time. */
export function noSum(_: Model, { deal, node }: TimeNode): MistakenTime {
  const message = `\`${textOf(deal.tree, node)}\` does not add a length of time`;
  return { rule: 'invalid-argument', message, help: 'write `AGI + 5 years`' };
}
