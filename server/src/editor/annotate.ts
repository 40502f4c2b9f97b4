import { prepareSource } from '../evidence/prepare-source.ts';
import { formattedClause } from '../exchange/formatted-clause.ts';
import { regionArguments } from '../exchange/region-arguments.ts';
import { settleSpan } from '../exchange/settle-quote.ts';
import { statedArguments } from '../exchange/stated-arguments.ts';
import { nameFor } from '../exchange/term-names.ts';
import { UNNAMED_PARTIES } from '../exchange/unread-clauses.ts';
import { composeFile, stringText, type WrittenClause } from '../exchange/written-deal.ts';
import type { Clause, Deal, Model } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { endOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { NewFile } from './actions/code-action.ts';
import { blockOf } from './block-of.ts';
import type { FileEdit } from './file-edit.ts';

/** A passage selected in a contract, to be annotated. */
export interface PassageToAnnotate {
  /** The contract, relative to the portfolio's root. */
  readonly source: string;
  /** Of the text that the contract is shown as. UTF-16 offsets. */
  readonly span: Span;
  /** The name of a kind. */
  readonly kind: string;
  /** The deal that it goes into; else the last one that has this contract as its source, else a new one. */
  readonly deal?: string;
}

export type AnnotatedPassage =
  | {
      readonly edits: readonly FileEdit[];
      readonly creates: readonly NewFile[];
      /** Where to go on writing once this is done: within the parentheses of the clause. UTF-16 offset. */
      readonly cursor: { readonly file: string; readonly offset: number };
    }
  | { readonly refusal: string };

/**
 * Writes the clause for a passage of a contract: its quote, verbatim and with the locator where the section is certain, its
 * kind, and of the arguments those that the passage states beyond doubt. What it covers is for its author to say.
 */
export function annotate(analysis: Analysis, passage: PassageToAnnotate): AnnotatedPassage {
  const { model } = analysis;
  const kind = model.kinds.get(passage.kind);
  if (kind === undefined) return { refusal: `There is no kind \`${passage.kind}\`.` };
  const prepared = preparedSource(analysis, passage.source);
  if (prepared === undefined) return { refusal: `The text of ${passage.source} could not be read.` };
  const settled = settleSpan(prepared, passage.span);
  if (settled === undefined) {
    return { refusal: 'No words are selected that can be quoted: select a passage, not white space or a single sign.' };
  }
  const words = settled.quote.pieces.join(' ');
  const deal = passage.deal === undefined ? lastWith(model.deals, passage.source) : model.dealsByName.get(passage.deal);
  if (passage.deal !== undefined && deal === undefined) return { refusal: `There is no deal \`${passage.deal}\`.` };
  const region = regionArguments(kind, words, model).filter(
    ([name, value]) => !isInherited(deal, name, value, analysis),
  );
  const clause: WrittenClause = {
    quotes: [settled.quote],
    kind: kind.name,
    arguments: distinct([...region, ...statedArguments(kind, words)]),
  };
  return deal === undefined
    ? intoNewDeal(analysis, passage.source, clause)
    : intoDeal(analysis, deal, clause, settled.spans[0].start);
}

function preparedSource({ options: { readSource } }: Analysis, path: string) {
  const source = readSource?.(path);
  if (source === undefined) return undefined;
  if (typeof source === 'string') return prepareSource(source, /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'text');
  return 'unavailable' in source ? undefined : source.prepared;
}

const lastWith = (deals: readonly Deal[], source: string): Deal | undefined =>
  deals.findLast((deal) => deal.source === source);

/** Whether the header of the deal says the same already. */
function isInherited(deal: Deal | undefined, name: string, value: string, { model }: Analysis): boolean {
  if (name !== 'by' || deal === undefined || deal.by.length !== 1) return false;
  const [by] = deal.by;
  return by.kind === 'term' && model.terms[by.term].name === value;
}

const distinct = (given: WrittenClause['arguments']): WrittenClause['arguments'] => [...new Map(given)];

/** Where a new deal for a contract goes: a path that is not taken yet, and the contract as a deal there names it. */
export function newDealPlace({ files }: Model, source: string): { readonly path: string; readonly written: string } {
  const paths = files.map(({ path }) => path);
  const folder = folderFor(source, paths);
  const base = baseOf(source);
  const taken = new Set(paths);
  let path = `${folder}${base}.deal`;
  for (let count = 2; taken.has(path); count++) path = `${folder}${base}-${count}.deal`;
  return { path, written: source.slice(folder.length) };
}

/** The name of a file, without its folder and ending. */
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

function intoNewDeal({ model }: Analysis, source: string, clause: WrittenClause): AnnotatedPassage {
  const { path, written } = newDealPlace(model, source);
  const name = nameFor(baseOf(source).toLowerCase(), new Set(model.dealsByName.keys()), 'contract');
  const text = composeFile(
    [],
    [
      {
        name,
        arguments: [...UNNAMED_PARTIES.arguments, ['source', stringText(written)]],
        terms: UNNAMED_PARTIES.terms,
        clauses: [clause],
      },
    ],
  );
  return { edits: [], creates: [{ path, text }], cursor: { file: path, offset: text.lastIndexOf(')') } };
}

/** The nearest folder at or above the contract that has `.deal` files, else the contract's own; with its slash. */
function folderFor(source: string, paths: readonly string[]): string {
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const own = source.slice(0, source.lastIndexOf('/') + 1);
  for (let folder = own; ; folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)) {
    if (folders.has(folder)) return folder;
    if (folder === '') return own;
  }
}

/** Behind the clause whose passage comes before in the contract, else at the start of the deal's clauses or of its block. */
function intoDeal(analysis: Analysis, deal: Deal, clause: WrittenClause, start: number): AnnotatedPassage {
  const { tree, file } = deal;
  const block = blockOf(tree, deal.node);
  if (block === undefined || tree.text[block.end - 1] !== '}') {
    return { refusal: `The deal \`${deal.name}\` has no braces for its clauses: mend it first.` };
  }
  const lineEnd = tree.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = formattedClause(clause).replaceAll('\n', lineEnd);
  const before = clauseBefore(analysis, deal, start);
  const at = before === undefined ? endOfText(tree.text, block) : behindComment(tree.text, endOf(tree, before.node));
  const isFirst = tree.text.slice(block.start + 1, at).trim() === '';
  const closing = before === undefined && !/^[^\S\r\n]*[\r\n]/.test(tree.text.slice(at)) ? lineEnd : '';
  const newText = `${lineEnd}${isFirst ? '' : lineEnd}${lines}${closing}`;
  const offset = at + newText.lastIndexOf(')');
  return { edits: [{ file, start: at, end: at, newText }], creates: [], cursor: { file, offset } };
}

/** Behind the comment that follows on the same line, if one does. */
function behindComment(text: string, offset: number): number {
  const comment = /^[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(text.slice(offset))?.[0];
  return offset + (comment?.length ?? 0);
}

/** Behind the last word of a block: its closing brace stays on its line. */
function endOfText(text: string, { start, end }: Span): number {
  let at = end - 1;
  while (at > start + 1 && /\s/.test(text[at - 1])) at--;
  return at;
}

/** The clause of a deal's own block whose passage starts last before an offset of the contract. */
function clauseBefore({ passages }: Analysis, deal: Deal, start: number): Clause | undefined {
  let found: Clause | undefined;
  let latest = -1;
  for (const { clause, match } of passages) {
    if (clause.deal !== deal || match.kind !== 'verified') continue;
    const [first] = match.spans;
    if (first.start > start || first.start < latest) continue;
    latest = first.start;
    found = outermost(clause);
  }
  return found;
}

const outermost = (clause: Clause): Clause => (clause.parent === undefined ? clause : outermost(clause.parent));
