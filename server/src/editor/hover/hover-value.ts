import type { Deal } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, startOf, type Tree, textOf } from '../../syntax/tree.ts';
import { nameText } from '../../syntax/values.ts';
import { parseMoney } from '../../terms/money.ts';
import { createNaming } from '../sentence/naming.ts';
import { dueWords, fromWords, untilWords } from '../sentence/time-words.ts';
import { readTime } from '../sentence/written-time.ts';
import { grouped, sentenceCase } from '../words.ts';
import type { Hover } from './hover-result.ts';
import { escapeMarkdown } from './markdown.ts';

/** An amount without its magnitude, or a time as the days that it means. `nodes` lead to the offset. */
export function valueHover(
  analysis: Analysis,
  deal: Deal | undefined,
  tree: Tree,
  nodes: readonly NodeIndex[],
): Hover | undefined {
  const inner = nodes[nodes.length - 1];
  if (kindOf(tree, inner) === NodeKind.Money) return moneyHover(tree, inner);
  const at = nodes.findLastIndex((node) => kindOf(tree, node) === NodeKind.Argument);
  const [argument, nameNode] = [nodes[at], nodes[at] + 1];
  const value = nodes[at + 1];
  if (at < 0 || value === undefined || value === nameNode || !deal) return undefined;
  const words = timeText(analysis, deal, nameText(tree, nameNode), value);
  return words === undefined
    ? undefined
    : {
        markdown: `${escapeMarkdown(sentenceCase(words))}.`,
        span: { start: startOf(tree, value), end: Math.min(endOf(tree, value), endOf(tree, argument)) },
      };
}

function moneyHover(tree: Tree, node: NodeIndex): Hover | undefined {
  const money = parseMoney(textOf(tree, node));
  return (
    money && {
      markdown: `${grouped(money.amount.toFixed())} ${money.currency}`,
      span: { start: startOf(tree, node), end: endOf(tree, node) },
    }
  );
}

/** What a time means in the argument it is given to: "through 31 August 2030". */
function timeText(analysis: Analysis, deal: Deal, argument: string, node: NodeIndex): string | undefined {
  const as = argument === 'from' ? 'start' : 'end';
  if (!['from', 'until', 'due'].includes(argument)) return undefined;
  const { model } = analysis;
  const time = readTime(model, createNaming(model, deal), { deal, node }, as, deal);
  if (!time) return undefined;
  return argument === 'from' ? fromWords(time) : argument === 'due' ? dueWords(time) : untilWords(time);
}
