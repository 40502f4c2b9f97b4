import { endOf, kindOf, type NodeIndex, NodeKind, startOf, textOf } from '../syntax/tree.ts';
import { pathText, stringValue } from '../syntax/values.ts';
import { hasThreeDecimals, isMoney, type Money, parseMoney, parseShare } from '../terms/money.ts';
import { termsNamedIn } from '../terms/set-expression.ts';
import { takesNumbers } from '../terms/vocabulary.ts';
import { dateSpan, periodOf } from './bind-dates.ts';
import { bindIntervals, bindSet } from './bind-sets.ts';
import { type ArgumentContext, type BoundArguments, fail } from './bound-arguments.ts';
import { replacedBy, report, spanOf } from './context.ts';
import { GivenParameters } from './given-parameters.ts';
import { mistakenValue } from './mistaken-values.ts';
import type { Parameter, ParameterValue } from './model.ts';
import { hasWordBehind, isTextInWords, isToldInWords } from './names-in-words.ts';
import { periodMeant } from './period-words.ts';
import { flagMeant } from './quoted-values.ts';

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
  if (kindOf(tree, node) === NodeKind.Path && isToldOfWords(at, type, node)) {
    bound.broken = true;
    return;
  }
  const value = parameterValue(at, type, node);
  const period = name === 'per' && value?.type === 'text' ? periodMeant(value.text) : undefined;
  if (period !== undefined) {
    fail(at, bound, node, `\`per\` is followed by a period, not by \`${text}\``, `write \`per = ${period}\``, period);
  } else if (value) {
    if (value.type === 'money' || value.type === 'number') warnOfThousands(at, node, text);
    bound.parameters = new GivenParameters(name, value, bound.parameters);
  } else if (at.context.dimensions.has(type) || kindOf(tree, node) === NodeKind.Skipped) {
    // What is wrong with it has been reported.
    bound.broken = true;
  } else {
    const { message, ...extra } = mistakenValue(at, parameter, node);
    report(at.context, at.file, node, 'invalid-argument', message, extra);
    bound.broken = true;
  }
}

/** Whether a name is the first of several words, and what they mean is told. */
function isToldOfWords({ context, file, scopes }: ArgumentContext, type: string, node: NodeIndex): boolean {
  if (type === 'text') return isTextInWords(context, file, node);
  return type === 'territory' && hasWordBehind(file, node) && isToldInWords(context, file, node, type, scopes);
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
    case 'duration':
      return periodOf(tree, node) && { type: 'other' };
    case 'date':
      return dateSpan(tree, node) && { type: 'other' };
    case 'clause':
      return kind === NodeKind.Path || kind === NodeKind.Name
        ? { type, path: pathText(tree, node), span: spanOf(tree, node) }
        : undefined;
    case 'time':
      return { type, node };
    default: {
      const dimension = context.dimensions.get(type);
      if (!dimension) return { type: 'other' };
      const known = takesNumbers(dimension)
        ? bindIntervals(context, file, node)
        : bindSet(context, file, node, type, scopes);
      return known && { type: 'other' };
    }
  }
}
