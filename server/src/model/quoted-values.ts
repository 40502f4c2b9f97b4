import { kindOf, type NodeIndex, NodeKind, type Tree, textOf } from '../syntax/tree.ts';
import { isName, oneName, stringValue } from '../syntax/values.ts';
import { termDimension } from '../terms/vocabulary.ts';
import { withArticle } from '../text/words.ts';
import {
  type BindContext,
  type FileContext,
  findKnownTerm,
  nearTerm,
  replacedBy,
  report,
  type Scopes,
} from './context.ts';

/** A text in quotation marks where a name is expected: what was meant stands between the marks, or is what has that title. */
export function reportQuotedName(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  dimension: string,
  scopes: Scopes,
): void {
  const word = termDimension(dimension);
  const text = stringValue(file.tree, node).trim();
  const name = oneName(text);
  const isKnown = (one: string): boolean => one === 'all' || findKnownTerm(context, word, one, scopes) !== undefined;
  const meant =
    [text, name].find((one) => one !== undefined && isKnown(one)) ??
    titled(context, word, text) ??
    nearTerm(context, word, text, scopes);
  const written = meant ?? (isName(text) ? text : undefined);
  report(
    context,
    file,
    node,
    'invalid-argument',
    `the name of ${withArticle(word)} is written without quotation marks`,
    {
      help:
        written === undefined
          ? `write a name, as declared in \`${word} ${name ?? 'NAME'} "${text}"\``
          : `write \`${written}\``,
      ...replacedBy(file, node, written),
    },
  );
}

/** The term with a title, letter case aside. */
function titled(context: BindContext, dimension: string, title: string): string | undefined {
  const wanted = title.toLowerCase();
  return context.terms.find((term) => term.dimension === dimension && term.title?.toLowerCase() === wanted)?.name;
}

/** The text of a value without quotation marks that should not be there. */
export const unquoted = (tree: Tree, node: NodeIndex): string =>
  kindOf(tree, node) === NodeKind.String ? stringValue(tree, node).trim() : textOf(tree, node);

/** Whether a text is written like a length of time: `30 days`. */
export const isLengthOfTime = (text: string): boolean => /^\d+ (?:day|week|month|quarter|year)s?$/.test(text);

const YES = new Set(['yes', 'y', 'true', 'on', 'ja', '是']);
const NO = new Set(['no', 'n', 'false', 'off', 'none', 'nein', '否']);

/** The flag that is meant by another word for it, or by one in quotation marks. */
export function flagMeant(text: string): 'yes' | 'no' | undefined {
  const word = text.replace(/^\P{L}+|\P{L}+$/gu, '').toLowerCase();
  if (YES.has(word)) return 'yes';
  return NO.has(word) ? 'no' : undefined;
}
