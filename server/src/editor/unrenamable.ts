import type { Analysis } from '../portfolio/check.ts';
import type { Tree } from '../syntax/tree.ts';
import { createLineIndex } from '../text/line-index.ts';
import { eachLexeme, type LexemeKind } from './lexemes.ts';
import type { NameUse } from './name-uses.ts';
import { PARAMETERS_WITH_MEANING } from './new-name.ts';
import { isOfLibrary, type PortfolioSymbol, wordOf } from './portfolio-symbol.ts';
import { nameUseAt } from './symbol-at.ts';
import { treeOf } from './tree-of.ts';

/** Why the word at an offset cannot be renamed at all; undefined where it can be, or where no word stands. */
export function unrenamable(analysis: Analysis, path: string, offset: number): string | undefined {
  const use = nameUseAt(analysis, path, offset);
  if (use?.symbol) return fixedName(analysis, use.symbol) ?? unreadUse(analysis, wordOf(analysis.model, use.symbol));
  const tree = treeOf(analysis.model, path);
  if (!tree) return undefined;
  if (use) return withoutSymbol(use, tree.text.slice(use.span.start, use.span.end));
  const kind = lexemeAt(tree, offset);
  return kind && NOT_A_NAME[kind];
}

function fixedName({ model, options }: Analysis, symbol: PortfolioSymbol): string | undefined {
  const word = wordOf(model, symbol);
  if (isOfLibrary(model, symbol)) return `\`${word}\` ${OF_LIBRARY[symbol.kind]} and keeps its name.`;
  if (symbol.kind === 'parameter' && PARAMETERS_WITH_MEANING.has(word)) {
    return `The checker knows the parameter \`${word}\` by this name, in whatever kind: under another it would mean less.`;
  }
  const assumed = Object.keys(options.assume ?? {});
  const full = symbol.kind === 'term' ? model.terms[symbol.id].name : word;
  const isAssumed =
    symbol.kind === 'term'
      ? model.terms[symbol.id].dimension === 'event' && assumed.includes(full)
      : symbol.kind === 'deal' && assumed.some((event) => event.startsWith(`${word}.`));
  if (isAssumed)
    return `The configuration assumes a date (\`assume\`) under the name \`${word}\`. Change it there first.`;
  if (symbol.kind === 'reading' && options.reading === word) {
    return `The portfolio is being checked under the reading \`${word}\` alone. Choose all readings first.`;
  }
  return undefined;
}

const OF_LIBRARY: Readonly<Record<PortfolioSymbol['kind'], string>> = {
  term: 'is built in',
  dimension: 'is a dimension of the language',
  kind: 'is a kind of the standard library',
  parameter: 'belongs to a kind of the standard library',
  deal: '',
  clause: '',
  reading: '',
};

function withoutSymbol({ place, role }: NameUse, word: string): string {
  if (place === 'word' || place === 'language argument')
    return `\`${word}\` is a word of the language and keeps its name.`;
  if (role === 'reference') {
    return `\`${word}\` is declared nowhere, so there is nothing to rename.`;
  }
  if (place === 'label') return `Nothing can speak of \`${word}\` from elsewhere: write another label in its place.`;
  return `\`${word}\` is declared somewhere else too, and that declaration is the one that counts: write another name here.`;
}

const NOT_A_NAME: Readonly<Record<LexemeKind, string | undefined>> = {
  name: undefined,
  keyword: 'This is a word of the language and keeps its name.',
  quote: 'These are the words of the contract: they are not renamed.',
  comment: 'Only names are renamed, not the words of comments.',
  string: 'Only names are renamed, not texts in quotation marks.',
  unread: 'This could not be read. Mend the error here first.',
  number: undefined,
  operator: undefined,
};

function lexemeAt(tree: Tree, offset: number): LexemeKind | undefined {
  let found: LexemeKind | undefined;
  eachLexeme(tree, { start: offset, end: offset }, (kind, start, end) => {
    if (start <= offset && offset <= end) found = kind;
  });
  return found;
}

/** A name that also stands in text with an error that nobody could read: it may be meant there. */
function unreadUse({ model }: Analysis, word: string): string | undefined {
  for (const { path, tree } of model.files) {
    if (!tree.problems.some(({ severity }) => severity === 'error') || !tree.text.includes(word)) continue;
    let at = -1;
    eachLexeme(tree, undefined, (kind, start, end) => {
      if (kind === 'unread' && at < 0 && tree.text.slice(start, end) === word) at = start;
    });
    if (at < 0) continue;
    const line = createLineIndex(tree.text).positionAt(at).line + 1;
    return `\`${word}\` also stands in line ${line} of ${path}, which could not be read. Mend the error there first.`;
  }
  return undefined;
}
