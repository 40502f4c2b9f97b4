import { format } from '../syntax/format.ts';
import { parse, parseClause } from '../syntax/parser.ts';
import { childrenOf, endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';
import type { ReadAnnotation, ReadTarget } from './read-annotations.ts';
import { pathOfIri } from './relative-iri.ts';
import { commentText, quoteLines, type WrittenQuote } from './written-deal.ts';

/** The files that annotations written by `deal export` came from. */
export interface OwnFiles {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly clauses: number;
  readonly leftOut: readonly string[];
}

interface FileParts {
  declarations: string;
  readonly deals: Map<string, DealParts>;
}

interface DealParts {
  comment: string;
  /** Up to the brace that closes it. */
  header: string | undefined;
  readonly clauses: string[];
}

/**
 * Puts the files together again from the bodies that hold clauses, headers and declarations in the language. A body is
 * taken only if it is exactly one of these, without an error, so that nothing slips in with it.
 */
export function ownFiles(annotations: readonly ReadAnnotation[]): OwnFiles {
  const files = new Map<string, FileParts>();
  const known = new Set(annotations.flatMap(({ own }) => (own === undefined ? [] : [own.id])));
  const leftOut: string[] = [];
  for (const annotation of annotations) {
    const id = annotation.own?.id ?? '';
    const place = placeOf(id);
    const problem =
      place === undefined ? 'does not name a .deal file below the folder' : take(annotation, place, files, known);
    if (problem !== undefined) leftOut.push(`\`${id}\` ${problem}`);
  }
  const written = [...files].flatMap(([path, parts]) => {
    const { text, missing } = fileText(parts);
    leftOut.push(...missing.map((deal) => `the deal \`${deal}\` of ${path} has no header among the annotations`));
    return text === '' ? [] : [{ path, text }];
  });
  return { files: written, clauses: written.reduce((sum, { text }) => sum + clausesIn(text), 0), leftOut };
}

/** How many clauses a text holds, those within others included. */
function clausesIn(text: string): number {
  const tree = parse(text);
  let count = 0;
  for (let node = 0, end = nextOf(tree, 0); node < end; node++) if (kindOf(tree, node) === NodeKind.Clause) count++;
  return count;
}

interface OwnPlace {
  readonly path: string;
  /** From the deal down; none: what the file declares. */
  readonly names: readonly string[];
}

function placeOf(id: string): OwnPlace | undefined {
  const hash = id.indexOf('#');
  const path = hash < 0 ? undefined : pathOfIri(id.slice(0, hash));
  if (path === undefined || !path.endsWith('.deal')) return undefined;
  const fragment = id.slice(hash + 1);
  if (fragment === '') return { path, names: [] };
  const names = fragment.split('/').map((name) => pathOfIri(name));
  return names.every((name) => name !== undefined) ? { path, names } : undefined;
}

/** Adds what an annotation holds to its file. Why not, if it cannot be taken. */
function take(
  { own, comments, targets }: ReadAnnotation,
  { path, names }: OwnPlace,
  files: Map<string, FileParts>,
  known: ReadonlySet<string>,
): string | undefined {
  const text = (own?.text ?? '').trim();
  const parts = files.get(path) ?? { declarations: '', deals: new Map<string, DealParts>() };
  files.set(path, parts);
  if (names.length === 0) {
    if (!isDeclarations(text)) return 'does not hold declarations alone';
    parts.declarations = text;
    return undefined;
  }
  const [name] = names;
  const deal = parts.deals.get(name) ?? { comment: '', header: undefined, clauses: [] };
  parts.deals.set(name, deal);
  const comment = comments.map((words) => commentText(words, '')).join('');
  if (names.length === 1) {
    const header = headerIn(text, name);
    if (header === undefined) return 'does not hold the header of that deal alone';
    deal.header = header;
    deal.comment = comment;
    return undefined;
  }
  // What stands within a clause came with it.
  if (names.length > 2)
    return known.has(own?.id.split('/').slice(0, -1).join('/') ?? '')
      ? undefined
      : 'stands within a clause that is not among the annotations';
  if (!isClause(text)) return 'does not hold one clause alone';
  const quotes = quotesOf(targets).map((quote) => quoteLines(quote, ''));
  deal.clauses.push(`${comment}${quotes.join('\n')}${text}`);
  return undefined;
}

/** A quote for each group of pieces, in order. */
function quotesOf(targets: readonly ReadTarget[]): readonly WrittenQuote[] {
  const quotes = new Map<number, { pieces: string[]; locator?: string }>();
  for (const { quote, exact, label } of targets) {
    if (exact === undefined || exact.trim() === '') continue;
    const key = quote ?? -quotes.size - 1;
    const known = quotes.get(key);
    if (known !== undefined) known.pieces.push(exact);
    else quotes.set(key, { pieces: [exact], ...(isLocator(label) ? { locator: label } : {}) });
  }
  return [...quotes.values()];
}

const isLocator = (label: string | undefined): label is string => label !== undefined && /^§[^\][\r\n]*$/.test(label);

const hasErrors = (tree: Tree): boolean => tree.problems.some(({ severity }) => severity === 'error');

function isDeclarations(text: string): boolean {
  const tree = parse(text);
  const isAllowed = (node: NodeIndex): boolean =>
    kindOf(tree, node) !== NodeKind.Deal && kindOf(tree, node) !== NodeKind.Skipped;
  return !hasErrors(tree) && !silences(text) && childrenOf(tree, 0).every(isAllowed);
}

/** The text of a deal without clauses, up to the brace that closes it. */
function headerIn(text: string, name: string): string | undefined {
  const tree = parse(text);
  const [deal, ...others] = childrenOf(tree, 0);
  if (
    hasErrors(tree) ||
    silences(text) ||
    others.length > 0 ||
    deal === undefined ||
    kindOf(tree, deal) !== NodeKind.Deal
  )
    return undefined;
  const children = childrenOf(tree, deal);
  if (children.some((child) => kindOf(tree, child) === NodeKind.Clause || kindOf(tree, child) === NodeKind.Skipped))
    return undefined;
  if (startOf(tree, deal) !== 0 || endOf(tree, deal) !== text.length || nameText(tree, children[0]) !== name)
    return undefined;
  return text.slice(0, -1);
}

function isClause(text: string): boolean {
  const tree = parseClause(text);
  const [clause, ...others] = childrenOf(tree, 0);
  if (
    hasErrors(tree) ||
    silences(text) ||
    others.length > 0 ||
    clause === undefined ||
    kindOf(tree, clause) !== NodeKind.Clause
  )
    return false;
  const isQuoted = childrenOf(tree, clause).some((child) => kindOf(tree, child) === NodeKind.Quote);
  return !isQuoted && startOf(tree, clause) === 0 && endOf(tree, clause) === text.length;
}

/** No text from elsewhere may silence a finding. */
const silences = (text: string): boolean => text.includes('deal-ignore');

function fileText({ declarations, deals }: FileParts): { readonly text: string; readonly missing: readonly string[] } {
  const missing = [...deals].filter(([, { header }]) => header === undefined).map(([name]) => name);
  const texts = [...deals.values()].flatMap(({ comment, header, clauses }) =>
    header === undefined ? [] : [`${comment}${header}\n${clauses.join('\n\n')}\n}`],
  );
  return { text: format([...(declarations === '' ? [] : [declarations]), ...texts].join('\n\n')), missing };
}
