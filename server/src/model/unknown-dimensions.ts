import { nameInWords } from '../syntax/recover-names.ts';
import { RELATION_WORDS } from '../syntax/recovery.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';
import { declaredName, nameText, oneName } from '../syntax/values.ts';
import { takesNumbers } from '../terms/vocabulary.ts';
import { closest } from '../text/closest.ts';
import { withArticle } from '../text/words.ts';
import { addTerm, type BindContext, type FileContext, namesOf, placeOf, replacedBy, report } from './context.ts';
import { declareTerms } from './declare-terms.ts';
import { replacing } from './problem.ts';
import { kindOverTerm } from './unknown-kinds.ts';
import { eachChild } from './walk.ts';

/** Relations by the words that are used for them. */
const RELATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    within: 'in',
    inside: 'in',
    is: 'in',
    of: 'in',
    isa: 'in',
    extends: 'in',
    overlapping: 'overlaps',
    intersects: 'overlaps',
    touches: 'overlaps',
    subsidiary: 'under',
    affiliate: 'under',
    controlled: 'under',
    owned: 'under',
  }),
);

/** Other words for the dimensions that each portfolio has. */
const DIMENSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    parties: 'party',
    company: 'party',
    territories: 'territory',
    country: 'territory',
    region: 'territory',
  }),
);

/** A declaration of terms, in a file or in a deal. */
export interface TermPlace {
  readonly file: FileContext;
  readonly parent: NodeIndex;
  readonly node: NodeIndex;
}

/**
 * Declarations of terms whose dimension nobody has declared: what their first words were meant to be. Kinds must be known. Of
 * a line of prose, which reads like a row of them, only the first is told.
 */
export function reportUnknownDimensions(context: BindContext, places: readonly TermPlace[]): void {
  let last: TermPlace | undefined;
  for (const place of places) {
    const before = termOnSameLine(place);
    const isOfRow = last !== undefined && last.file === place.file && last.node === before;
    if (!isOfRow && !reportNameInWords(context, place, before))
      reportUnknownDimension(context, place, before !== undefined);
    last = place;
  }
}

function reportUnknownDimension(context: BindContext, { file, parent, node }: TermPlace, isBehindTerm: boolean): void {
  const { tree } = file;
  // Told where the deal's clauses are.
  if (kindOverTerm(context, file, node, nextOf(tree, parent)) || reportLabelOverTerm(context, file, node)) return;
  const word = node + 1;
  const name = nameText(tree, word);
  const message = `there is no dimension \`${name}\``;
  const relation = isBehindTerm ? RELATIONS.get(name.toLowerCase()) : undefined;
  if (relation !== undefined) {
    const help = `to relate a term to another, write \`${relation}\``;
    report(context, file, word, 'unknown-name', message, { help, ...replacedBy(file, word, relation) });
    return;
  }
  const other = DIMENSIONS.get(name.toLowerCase());
  if (other === undefined && context.kinds.has(name)) {
    const help = `\`${name}\` is a kind of clause: its arguments stand in parentheses, as in \`${name}(scope = …)\``;
    report(context, file, word, 'unknown-name', message, { help });
    return;
  }
  const [dimension, ...more] = dimensionsOf(context, name);
  if (other === undefined && dimension !== undefined) {
    const written = `${dimension} ${name}`;
    const what = [dimension, ...more].map(withArticle).join(' and ');
    // Elsewhere it would be declared a second time.
    const isReading = kindOf(tree, parent) === NodeKind.Reading;
    const help = `\`${name}\` is ${what}: ${isReading ? `write \`${written}\`` : 'say more of it where it is declared'}`;
    const fix = isReading && more.length === 0 ? replacedBy(file, word, written) : {};
    report(context, file, word, 'unknown-name', message, { help, ...fix });
    return;
  }
  const near = other ?? closest(name, context.dimensions.keys());
  const declaration = `declare it: \`dimension ${name} what\` (or \`who\`, \`where\`)`;
  report(context, file, word, 'unknown-name', message, {
    help: near ? `write \`${near}\` if that is meant, or ${declaration}` : declaration,
    ...replacedBy(file, word, near),
  });
}

/**
 * Declares what is certainly meant to be by declarations of unknown dimensions, so that to use it is no second mistake. `scopeOf`
 * gives the deal, if any, in which one stands.
 */
export function declareMeant(
  context: BindContext,
  places: readonly TermPlace[],
  scopeOf: (place: TermPlace) => string | undefined,
): void {
  for (const place of places) {
    const { file, node } = place;
    const before = termOnSameLine(place);
    const scope = scopeOf(place);
    if (before === undefined) {
      const word = nameText(file.tree, node + 1);
      const meant = dimensionMeant(context, word);
      const dimension = meant === undefined ? undefined : context.dimensions.get(meant);
      if (meant === undefined || (dimension && takesNumbers(dimension)) || dimensionsOf(context, word).length > 0)
        continue;
      context.meantDimensions.set(word, meant);
      declareTerms(context, file, node, scope);
    } else if (/^\p{Lu}/u.test(nameText(file.tree, node + 1))) {
      const words = nameInWordsAt(context, place, before)?.words;
      const name = words && oneName(words.join(' '));
      if (name !== undefined) declareLongName(context, place, before, scope, name);
    }
  }
}

const dimensionMeant = (context: BindContext, word: string): string | undefined =>
  DIMENSIONS.get(word.toLowerCase()) ?? closest(word, context.dimensions.keys());

/** `party Water Now Inc, Onda`: the name in words, and those behind it in the same list. */
function declareLongName(
  context: BindContext,
  { file, node }: TermPlace,
  before: NodeIndex,
  scope: string | undefined,
  name: string,
): void {
  const { tree } = file;
  const dimension = nameText(tree, before + 1);
  const own = (one: string): string => (scope === undefined ? one : `${scope}.${one}`);
  const names = [name];
  const places = [node + 1];
  eachChild(tree, node, NodeKind.TermItem, (item) => {
    names.push(declaredName(tree, item + 1));
    places.push(item + 1);
  });
  // The first of the items is the last of the words.
  for (const [at, one] of names.entries()) {
    const isKnown = one === '' || namesOf(context, dimension).has(own(one));
    if (at !== 1 && !isKnown) addTerm(context, dimension, own(one), { place: placeOf(file, places[at]) });
  }
}

interface NameInWords {
  readonly start: number;
  readonly words: readonly string[];
  readonly isTitled: boolean;
}

/**
 * `party Water Now Inc`: a name in three words, which reads like a term and another behind it. What is written like a
 * dimension or a relation may be one, unless it starts with a capital letter, as the words of names do.
 */
function nameInWordsAt(
  context: BindContext,
  { file: { tree }, node }: TermPlace,
  before: NodeIndex,
): NameInWords | undefined {
  const word = nameText(tree, node + 1);
  if (!(/^\p{Lu}/u.test(word) || word === 'of' || !isLike(context, word))) return undefined;
  const item = lastItem(tree, before);
  if (item < 0 || endOf(tree, item) !== endOf(tree, before) || nextOf(tree, item) !== item + 2) return undefined;
  const start = startOf(tree, item);
  const { words, isTitled } = wordsFrom(tree.text, start);
  const isOne = context.dimensions.has(nameText(tree, before + 1)) && words.includes(word);
  return isOne ? { start, words, isTitled } : undefined;
}

function reportNameInWords(context: BindContext, place: TermPlace, before: NodeIndex | undefined): boolean {
  const { file, node } = place;
  const found = before === undefined ? undefined : nameInWordsAt(context, place, before);
  if (found === undefined) return false;
  const { start, words, isTitled } = found;
  const { message, newText } = nameInWords(words.join(' '), isTitled);
  const span = { start, end: start + words.join(' ').length };
  report(context, file, node, 'unknown-name', message, { span, ...replacing(span, newText) });
  return true;
}

/** `Exclusive license grant: exclusive_license(…)`: a label in three words, of which two read like a term. */
function reportLabelOverTerm(context: BindContext, file: FileContext, term: NodeIndex): boolean {
  const { tree } = file;
  const clause = nextOf(tree, term);
  if (kindOf(tree, clause) !== NodeKind.Clause || kindOf(tree, clause + 1) !== NodeKind.Label) return false;
  const span = { start: startOf(tree, term), end: endOf(tree, clause + 1) };
  const words = tree.text.slice(span.start, span.end);
  const name = /^\S+(?:[ \t]+\S+)+$/.test(words) ? oneName(words) : undefined;
  if (name === undefined) return false;
  const message = `A label is one word: \`${name}:\``;
  report(context, file, term, 'unknown-name', message, { span, ...replacing(span, name) });
  return true;
}

const isLike = (context: BindContext, word: string): boolean =>
  RELATIONS.has(word) ||
  DIMENSIONS.has(word) ||
  context.kinds.has(word) ||
  dimensionsOf(context, word).length > 0 ||
  closest(word, context.dimensions.keys()) !== undefined;

function lastItem(tree: Tree, term: NodeIndex): NodeIndex {
  let last = -1;
  eachChild(tree, term, NodeKind.TermItem, (item) => {
    last = item;
  });
  return last;
}

const WORDS = /^[\p{L}\p{N}_'’.&-]+(?: [\p{L}\p{N}_'’.&-]+)*/u;

/** The words from an offset on, up to the end of their line or to what goes on behind a name; none where a clause does. */
function wordsFrom(text: string, start: number): { words: readonly string[]; isTitled: boolean } {
  const line = /^[^\r\n]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
  const found = WORDS.exec(line)?.[0] ?? '';
  const all = found.split(' ');
  const end = all.findIndex((word) => RELATION_WORDS.has(word) || word === 'and' || word === 'or');
  const rest = end === -1 ? line.slice(found.length).trimStart() : '';
  return {
    words: /^[(:]/.test(rest) ? [] : all.slice(0, end === -1 ? undefined : end),
    isTitled: rest.startsWith('"'),
  };
}

/** The dimensions that have a term of this name. */
const dimensionsOf = (context: BindContext, name: string): string[] =>
  [...context.names].filter(([, names]) => names.has(name)).map(([dimension]) => dimension);

/** The declaration before, where this one goes on in its line. */
function termOnSameLine({ file: { tree }, parent, node }: TermPlace): NodeIndex | undefined {
  let before = -1;
  eachChild(tree, parent, NodeKind.TermDeclaration, (term) => {
    if (term < node) before = term;
  });
  const isSameLine = before >= 0 && /^[ \t]*$/.test(tree.text.slice(endOf(tree, before), startOf(tree, node)));
  return isSameLine ? before : undefined;
}
