import { currenciesMeant } from '../syntax/currency-words.ts';
import { kindOf, type NodeIndex, NodeKind, textOf } from '../syntax/tree.ts';
import { parseMoney, parseShare, percentOf } from '../terms/money.ts';
import type { ArgumentContext } from './bound-arguments.ts';
import { replacedBy, spanOf } from './context.ts';
import type { Parameter } from './model.ts';
import { type Problem, replacing } from './problem.ts';
import { flagMeant, isLengthOfTime, unquoted } from './quoted-values.ts';

/** What is wrong with a value that its parameter does not take, and what mends it where that is certain. */
export interface Mistake extends Pick<Problem, 'fix'> {
  readonly message: string;
  readonly help: string;
}

export function mistakenValue(at: ArgumentContext, { name, type }: Parameter, node: NodeIndex): Mistake {
  const { file, kind } = at;
  const { tree } = file;
  const text = textOf(tree, node);
  const written = kindOf(tree, node);
  if (type === 'money' && written === NodeKind.Money) return mistakenCurrency(at, node);
  const message = `\`${name}\` of \`${kind?.name}\` is ${DESCRIBED[type] ?? `a ${type}`}, not \`${text}\``;
  const meant = type === 'flag' ? flagMeant(text) : (unquotedValue(at, type, node) ?? shareOf(type, written, text));
  if (meant !== undefined) {
    return { message, help: `write \`${name} = ${meant}\``, ...replacedBy(file, node, meant) };
  }
  const renamed = otherParameter(at, type, written);
  if (renamed !== undefined) {
    // The name of an argument stands right before its value.
    return { message, help: `write \`${renamed} = ${text}\``, ...replacing(spanOf(tree, node - 1), renamed) };
  }
  return { message, help: helpFor(at, name, type, written, text) };
}

/** What is to be written, where that is not certain. */
function helpFor(at: ArgumentContext, name: string, type: string, written: NodeKind, text: string): string {
  if (type === 'flag') return `write \`${name} = yes\` or \`${name} = no\``;
  if (written === NodeKind.Number) {
    switch (type) {
      case 'money': {
        const counted = at.kind?.parameters.has('quantity') ? `; a number of things is \`quantity = ${text}\`` : '';
        return `write its currency behind it, as in \`${name} = ${text} USD\`${counted}`;
      }
      case 'duration':
        return `write its unit behind it, as in \`${name} = ${text} days\``;
      // 0.27 may be meant as a fraction of the whole.
      case 'share':
        return `write \`${name} = ${percentOf(text)}%\`, or \`${name} = ${text}%\` if it is less than one per cent`;
    }
  }
  const example = EXAMPLE[type];
  return example === undefined ? "see the kind's documentation" : `such as \`${name} = ${example}\``;
}

/** A whole number where a share is expected. */
const shareOf = (type: string, written: NodeKind, text: string): string | undefined =>
  type === 'share' && written === NodeKind.Number && Number(text) >= 1 ? `${text}%` : undefined;

function unquotedValue({ file }: ArgumentContext, type: string, node: NodeIndex): string | undefined {
  const inner = unquoted(file.tree, node);
  return READABLE[type]?.(inner) ? inner : undefined;
}

/** The parameter of the same kind that takes a share given for an amount, or an amount given for a share. */
function otherParameter({ kind }: ArgumentContext, type: string, written: NodeKind): string | undefined {
  const isOf = (name: string, other: string): boolean => kind?.parameters.get(name)?.type === other;
  if (type === 'money' && written === NodeKind.Percent && isOf('share', 'share')) return 'share';
  return type === 'share' && written === NodeKind.Money && isOf('amount', 'money') ? 'amount' : undefined;
}

/** An amount whose currency is none of ISO 4217. */
function mistakenCurrency({ file }: ArgumentContext, node: NodeIndex): Mistake {
  const text = textOf(file.tree, node);
  const [amount, word] = [text.slice(0, -3).trimEnd(), text.slice(-3)];
  const meant = currenciesMeant(word);
  const written = meant.length === 1 ? `${amount} ${meant[0]}` : undefined;
  return {
    message: `\`${word}\` is no currency of ISO 4217`,
    help: `a currency is a three-letter ISO 4217 code, ${written ? `as in \`${written}\`` : 'such as USD'}`,
    ...replacedBy(file, node, written),
  };
}

/** Whether a text in quotation marks would be such a value without them. */
const READABLE: Readonly<Record<string, (text: string) => boolean>> = {
  money: (text) => parseMoney(text) !== undefined,
  share: (text) => parseShare(text) !== undefined,
  number: (text) => /^\d+(?:\.\d+)?$/.test(text),
  duration: isLengthOfTime,
};

const DESCRIBED: Readonly<Record<string, string>> = {
  money: 'an amount of money',
  share: 'a share',
  number: 'a number',
  flag: '`yes` or `no`',
  duration: 'a length of time',
};
const EXAMPLE: Readonly<Record<string, string>> = {
  clause: 'deal.label',
  money: '250B USD',
  share: '27%',
  number: '1000',
  text: '"…"',
  date: '2026-02-27',
  duration: '90 days',
};
