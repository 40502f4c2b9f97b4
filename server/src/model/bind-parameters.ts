import { currenciesMeant } from '../syntax/currency-words.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, startOf, textOf } from '../syntax/tree.ts';
import { pathText, stringValue } from '../syntax/values.ts';
import { hasThreeDecimals, isMoney, type Money, parseMoney, parseShare } from '../terms/money.ts';
import { termsNamedIn } from '../terms/set-expression.ts';
import { dateSpan, periodOf } from './bind-dates.ts';
import { bindSet } from './bind-sets.ts';
import { type ArgumentContext, type BoundArguments, fail } from './bound-arguments.ts';
import { replacedBy, report } from './context.ts';
import type { Parameter, ParameterValue } from './model.ts';
import { flagMeant, unquoted } from './quoted-values.ts';

/** An argument that its kind declares. */
export function bindParameter(at: ArgumentContext, bound: BoundArguments, parameter: Parameter, node: NodeIndex): void {
  const { tree } = at.file;
  const { name, type } = parameter;
  const text = textOf(tree, node);
  if (name === 'self') {
    if (text === 'yes' || text === 'no') bound.self = text;
    else {
      const meant = flagMeant(text);
      fail(at, bound, node, `\`self\` is yes or no, not \`${text}\``, `write \`self = ${meant ?? 'no'}\``, meant);
    }
    return;
  }
  if (name === 'due') {
    bound.due = node;
    return;
  }
  if (name === 'of') {
    bound.of = { path: pathText(tree, node), span: { start: startOf(tree, node), end: endOf(tree, node) } };
    return;
  }
  const value = parameterValue(at, type, node);
  if (value) {
    if (value.type === 'money' || value.type === 'number') warnOfThousands(at, node, text);
    bound.parameters ??= new Map();
    bound.parameters.set(name, value);
  } else if (type === 'party' || type === 'event' || kindOf(tree, node) === NodeKind.Skipped) {
    // What is wrong with it has been reported.
    bound.broken = true;
  } else {
    const { message, help, written } = mistakenValue(at, parameter, node);
    fail(at, bound, node, message, help, written);
  }
}

/** What elsewhere is five thousand: three decimals of a currency that has none or two, or `.000` behind a number. */
const THOUSANDS = /^([1-9]\d{0,2})\.(\d{3})(?:(\s+)([A-Z]{3}))?$/;

/** Says how `5.000 EUR` is read, which many write for five thousand: nothing would look wrong with it. */
function warnOfThousands({ context, file }: ArgumentContext, node: NodeIndex, text: string): void {
  if (!text.includes('.')) return;
  const [, whole, decimals, space = '', currency] = THOUSANDS.exec(text) ?? [];
  if (whole === undefined || (currency === undefined ? decimals !== '000' : hasThreeDecimals(currency))) return;
  const unit = currency === undefined ? '' : space + currency;
  const isWhole = decimals === '000';
  const said = isWhole ? `read as ${whole}${unit}` : `less than ${Number(whole) + 1}${unit}`;
  const thousands = `${whole}${decimals}${unit}`;
  const clear = isWhole ? whole : `${whole}.${decimals.endsWith('0') ? decimals.slice(0, -1) : `${decimals}0`}`;
  report(context, file, node, 'invalid-argument', `\`${text}\` is ${said}: the point is a decimal point`, {
    severity: 'warning',
    help: `write \`${thousands}\` if thousands are meant, else \`${clear}${unit}\``,
    ...replacedBy(file, node, thousands),
  });
}

interface Mistake {
  readonly message: string;
  readonly help: string;
  /** What is certainly meant. */
  readonly written?: string;
}

/** What is wrong with a value that its parameter does not take. */
function mistakenValue(at: ArgumentContext, { name, type }: Parameter, node: NodeIndex): Mistake {
  const { tree } = at.file;
  const text = textOf(tree, node);
  const kind = kindOf(tree, node);
  const inner = unquoted(tree, node);
  if (type === 'money' && kind === NodeKind.Money) return mistakenCurrency(text);
  const message = `\`${name}\` of \`${at.kind?.name}\` is ${DESCRIBED[type] ?? `a ${type}`}, not \`${text}\``;
  if (type === 'money' && kind === NodeKind.Number) {
    return { message, help: `write its currency behind it, as in \`${name} = ${text} USD\`` };
  }
  if (type === 'share' && kind === NodeKind.Number) {
    // 0.27 may be meant as a fraction of the whole.
    const written = Number(text) >= 1 ? `${text}%` : undefined;
    return { message, help: `write \`${name} = ${written ?? EXAMPLE.share}\``, ...(written && { written }) };
  }
  const written = type === 'flag' ? flagMeant(text) : READABLE[type]?.(inner) ? inner : undefined;
  const example = written ?? EXAMPLE[type];
  const help = example === undefined ? "see the kind's documentation" : `write \`${name} = ${example}\``;
  return { message, help, ...(written !== undefined && { written }) };
}

/** An amount whose currency is none of ISO 4217. */
function mistakenCurrency(text: string): Mistake {
  const [amount, word] = [text.slice(0, -3).trimEnd(), text.slice(-3)];
  const meant = currenciesMeant(word);
  const written = meant.length === 1 ? `${amount} ${meant[0]}` : undefined;
  return {
    message: `\`${word}\` is no currency of ISO 4217`,
    help: `a currency is a three-letter ISO 4217 code, ${written ? `as in \`${written}\`` : 'such as USD'}`,
    ...(written && { written }),
  };
}

/** Whether a text in quotation marks would be such a value without them. */
const READABLE: Readonly<Record<string, (text: string) => boolean>> = {
  money: (text) => parseMoney(text) !== undefined,
  share: (text) => parseShare(text) !== undefined,
  number: (text) => /^\d+(?:\.\d+)?$/.test(text),
};

const DESCRIBED: Readonly<Record<string, string>> = {
  money: 'an amount of money',
  share: 'a share',
  number: 'a number',
};
const EXAMPLE: Readonly<Record<string, string>> = {
  money: '250B USD',
  share: '27%',
  number: '1000',
  text: '"…"',
  flag: 'yes',
  date: '2026-02-27',
  duration: '90 days',
};

/** An amount that is worked out when it is asked for: of most clauses nobody does. */
class WrittenMoney {
  readonly type = 'money';
  readonly text: string;
  known: Money | undefined = undefined;

  constructor(text: string) {
    this.text = text;
  }

  get money(): Money {
    this.known ??= parseMoney(this.text)!;
    return this.known;
  }
}

function parameterValue(at: ArgumentContext, type: string, node: NodeIndex): ParameterValue | undefined {
  const { context, file, scopes } = at;
  const { tree } = file;
  const kind = kindOf(tree, node);
  const text = textOf(tree, node);
  switch (type) {
    case 'money':
      return kind === NodeKind.Money && isMoney(text) ? new WrittenMoney(text) : undefined;
    case 'share': {
      const share = kind === NodeKind.Percent ? parseShare(text) : undefined;
      return share && { type, share };
    }
    case 'number':
      return kind === NodeKind.Number ? { type, number: Number(text) } : undefined;
    case 'text':
      return { type, text: kind === NodeKind.String ? stringValue(tree, node) : text };
    case 'party': {
      const expression = bindSet(context, file, node, 'party', scopes);
      return expression && { type, parties: termsNamedIn(expression) };
    }
    case 'flag':
      return text === 'yes' || text === 'no' ? { type, flag: text } : undefined;
    case 'event': {
      const events = bindSet(context, file, node, 'event', scopes);
      return events && { type: 'other' };
    }
    case 'duration':
      return periodOf(tree, node) && { type: 'other' };
    case 'date':
      return dateSpan(tree, node) && { type: 'other' };
    default:
      return { type: 'other' };
  }
}
