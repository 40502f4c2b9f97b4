import type { Model, ParsedFile } from '../model/model.ts';
import { endOf, startOf, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import type { Span } from '../text/span.ts';
import { eachNameUse } from './name-uses.ts';
import { type PortfolioSymbol, sameAs, wordOf } from './portfolio-symbol.ts';

/** A place where a symbol is named. */
export interface Occurrence {
  readonly file: string;
  readonly span: Span;
  readonly role: 'declaration' | 'reference';
}

/**
 * Every place where a symbol is named, by file and offset. All versions of a clause in its chain of amendments count as
 * one: a label means them all. What belongs to the standard library or is built in has no declaration among them.
 */
export function occurrencesOf(analysis: { readonly model: Model }, symbol: PortfolioSymbol): readonly Occurrence[] {
  return analysis.model.files.flatMap((file) => occurrencesIn(analysis, file, symbol));
}

/** The same for one file. */
export function occurrencesIn(
  { model }: { readonly model: Model },
  file: ParsedFile,
  symbol: PortfolioSymbol,
): Occurrence[] {
  const word = wordOf(model, symbol);
  if (word === '' || !mayName(file.tree, word)) return [];
  const found: Occurrence[] = [];
  const { path, tree } = file;
  const isSame = sameAs(model, symbol);
  const wants = (node: number): boolean => nameText(tree, node) === word;
  eachNameUse(model, file, { wants }, (use) => {
    if (!use.symbol || !isSame(use.symbol)) return;
    found.push({ file: path, span: { start: startOf(tree, use.node), end: endOf(tree, use.node) }, role: use.role });
  });
  return found;
}

/** Whether a text can hold a name at all. Names that accents were typed into in another way are the same name. */
function mayName({ text }: Tree, word: string): boolean {
  if (text.includes(word)) return true;
  return word.normalize('NFD') !== word && text.normalize('NFC').includes(word);
}
