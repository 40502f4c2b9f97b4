import { EXCEPT_WORDS } from '../syntax/recover-values.ts';
import { endOf, type NodeIndex, startOf } from '../syntax/tree.ts';
import { territoryAliases, territoryParents } from '../terms/territories.ts';
import type { Span } from '../text/span.ts';
import { withArticle } from '../text/words.ts';
import { type BindContext, type FileContext, findKnownTerm, nearTerm, report, type Scopes } from './context.ts';
import { replacing } from './problem.ts';

/** Names in several words, as in `territory = United States`: of these the parser reads each as a name. */

/**
 * Whether what is said of an unknown name in a value is said of the words around it: once for all of them where together
 * they mean a term, and else nothing, because the parser has said that a name is one word.
 */
export function isToldInWords(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  dimension: string,
  scopes: Scopes,
): boolean {
  const { text } = file.tree;
  const [start, end] = [startOf(file.tree, node), endOf(file.tree, node)];
  const isKnown = (name: string): boolean =>
    name === 'all' ||
    findKnownTerm(context, dimension, name, scopes) !== undefined ||
    (dimension === 'territory' && territoryParents(name) !== undefined);
  for (const { span, words, isJoined } of phrasesAround(text, start, end)) {
    const phrase = text.slice(span.start, span.end);
    const near = isJoined ? joinedTerritory(dimension, phrase) : nearTerm(context, dimension, oneWord(phrase), scopes);
    const unknown = words.filter((word) => !isKnown(text.slice(word.start, word.end)));
    if (near !== undefined) {
      if (unknown[0]?.start === start) reportWords(context, file, node, dimension, span, near);
      return true;
    }
    if (!isJoined && unknown.length === words.length) return true;
  }
  return false;
}

/**
 * Whether a name where a text is expected is the first of several words: `cover = product liability`. In quotation marks they
 * are one text.
 */
export function isTextInWords(context: BindContext, file: FileContext, node: NodeIndex): boolean {
  const { text } = file.tree;
  const [start, end] = [startOf(file.tree, node), endOf(file.tree, node)];
  if (!hasWordBehind(file, node)) return false;
  const [phrase] = phrasesAround(text, start, end);
  if (phrase?.span.start !== start) return false;
  const written = `"${text.slice(start, phrase.span.end)}"`;
  const message = 'words of a contract stand in quotation marks';
  report(context, file, node, 'invalid-argument', message, {
    span: phrase.span,
    help: `write \`${written}\``,
    ...replacing(phrase.span, written),
  });
  return true;
}

/** Whether another word stands behind a name: nearly always there is none. */
export function hasWordBehind({ tree }: FileContext, node: NodeIndex): boolean {
  const end = endOf(tree, node);
  return tree.text.charCodeAt(end) === 32 && /^\p{L}/u.test(tree.text.slice(end + 1, end + 3));
}

/** Words as one name, without an article before them. */
const oneWord = (phrase: string): string => phrase.replace(/^the\s+/i, '').replace(/\s+/g, '_');

/** `Trinidad and Tobago` */
const joinedTerritory = (dimension: string, phrase: string): string | undefined =>
  dimension === 'territory' ? territoryAliases(phrase)[0] : undefined;

function reportWords(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  dimension: string,
  span: Span,
  near: string,
): void {
  const phrase = file.tree.text.slice(span.start, span.end);
  const declaration = `${dimension} ${oneWord(phrase)} "${phrase}"`;
  const message = `\`${phrase}\` is not declared as ${withArticle(dimension)} in this portfolio`;
  const help = `write \`${near}\` if that is meant, or declare it: \`${declaration}\``;
  report(context, file, node, 'unknown-name', message, { span, help, ...replacing(span, near) });
}

interface Phrase {
  readonly span: Span;
  readonly words: readonly Span[];
  /** It has an `and` or an `or` in it. */
  readonly isJoined: boolean;
}

/** How far words are looked for to either side, in UTF-16 units. */
const REACH = 60;
const UNIT = "[\\p{L}\\p{N}_'’.&-]";
const BEFORE = new RegExp(`(?:${UNIT}+ +)+$`, 'u');
const BEHIND = new RegExp(`^(?: +${UNIT}+(?!${UNIT}| *[=<>:(]))+`, 'u');

const EXCEPT = `(?:except|${[...EXCEPT_WORDS].join('|')})`;
const EXCEPTED = new RegExp(`^(?:.* )?${EXCEPT} +`);
const EXCEPTING = new RegExp(` +${EXCEPT}(?: .*)?$`);

/** The words side by side in which a name stands, where it does not stand alone: beyond an `and` or `or`, and up to it. */
function phrasesAround(text: string, start: number, end: number): readonly Phrase[] {
  const before = (BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '').replace(EXCEPTED, '');
  const behind = (BEHIND.exec(text.slice(end, end + REACH))?.[0] ?? '').replace(EXCEPTING, '');
  const whole = phraseIn(text, start - before.length, end + behind.length);
  if (!whole.isJoined) return whole.words.length > 1 ? [whole] : [];
  const [own, rest] = [before.replace(/^.*\b(?:and|or) +/, ''), behind.replace(/ +(?:and|or)\b.*$/, '')];
  const part = phraseIn(text, start - own.length, end + rest.length);
  return part.words.length > 1 ? [whole, part] : [whole];
}

function phraseIn(text: string, start: number, end: number): Phrase {
  const inside = text.slice(start, end);
  const words = [...inside.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
  return { span: { start, end }, words, isJoined: / (?:and|or) /.test(inside) };
}
