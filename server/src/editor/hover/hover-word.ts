import type { Model } from '../../model/model.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, startOf, type Tree, textOf } from '../../syntax/tree.ts';
import { nameText } from '../../syntax/values.ts';
import type { Span } from '../../text/span.ts';
import { eachLexeme } from '../lexemes.ts';
import type { NamePlace } from '../name-uses.ts';
import { nodesAt } from '../node-path.ts';
import { sentenceCase } from '../words.ts';
import type { Hover } from './hover-result.ts';
import { EFFECTS, effectWords, typeWords } from './kind-words.ts';
import { ARGUMENTS, KEYWORDS, QUESTIONS, VALUES } from './language-words.ts';
import { bold, code, escapeMarkdown } from './markdown.ts';

const meaning = (word: string, text: string): string => `${bold(code(word))}: ${text}`;

/** A name that is a word of the language where it stands; undefined for any other. */
export function nameHover(model: Model, tree: Tree, node: NodeIndex, place: NamePlace): string | undefined {
  const word = nameText(tree, node);
  switch (place) {
    case 'argument':
    case 'language argument': {
      const text = own(ARGUMENTS, word);
      return text && meaning(word, text);
    }
    case 'word': {
      const text = own(VALUES, word);
      return text && meaning(word, text);
    }
    case 'type':
      return meaning(word, `${escapeMarkdown(sentenceCase(typeWords(model, word)))}.`);
    default:
      return undefined;
  }
}

/** A word of the grammar at an offset. */
export function keywordHover(tree: Tree, offset: number): Hover | undefined {
  const word = keywordAt(tree, offset);
  if (!word) return undefined;
  const text = tree.text.slice(word.start, word.end);
  const nodes = nodesAt(tree, word.start);
  const inner = nodes[nodes.length - 1];
  const shown = (says: string) => ({ markdown: meaning(text, says), span: word });
  if (kindOf(tree, inner) === NodeKind.Effect) {
    const effect = EFFECTS.find((one) => one === textOf(tree, inner));
    return effect && shown(`The promisor ${effectWords(effect)}.`);
  }
  // A word belongs to the innermost construct that has words of its own; a declaration has but its first.
  const owner = nodes.findLast((node) => KEYWORDS.has(kindOf(tree, node)));
  if (owner === undefined) return undefined;
  const kind = kindOf(tree, owner);
  const says = kind === NodeKind.Expectation && text === 'under' ? UNDER_READING : KEYWORDS.get(kind);
  const isItsOwn = says === UNDER_READING || !DECLARATIONS.has(kind) || startOf(tree, owner) === word.start;
  return says !== undefined && isItsOwn ? shown(says) : undefined;
}

const UNDER_READING = 'As this reading has it, and not over all of them.';

const DECLARATIONS: ReadonlySet<NodeKind> = new Set([
  NodeKind.Deal,
  NodeKind.Reading,
  NodeKind.KindDeclaration,
  NodeKind.DimensionDeclaration,
  NodeKind.Expectation,
]);

/** `who`, `what` or `where` of a dimension's declaration. */
export function questionHover(tree: Tree, offset: number): Hover | undefined {
  const nodes = nodesAt(tree, offset);
  const [owner, node] = nodes.slice(-2);
  if (owner === undefined || kindOf(tree, owner) !== NodeKind.DimensionDeclaration) return undefined;
  const word = textOf(tree, node);
  const text = own(QUESTIONS, word);
  return text === undefined
    ? undefined
    : { markdown: meaning(word, text), span: { start: startOf(tree, node), end: endOf(tree, node) } };
}

/** A property of the table itself, not one that every object has. */
const own = (table: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

function keywordAt(tree: Tree, offset: number): Span | undefined {
  let found: Span | undefined;
  eachLexeme(tree, { start: offset, end: offset }, (kind, start, end) => {
    if (kind === 'keyword' && start <= offset && offset <= end) found = { start, end };
  });
  return found;
}
