import type { Clause, Deal, Exception } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { notesOf } from '../portfolio/finding-notes.ts';
import type { Finding } from '../rules/finding.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import { childrenOf, kindOf, type NodeIndex, NodeKind } from '../syntax/tree.ts';
import { documentation, quoteText } from '../syntax/values.ts';
import { passageFinder, type QuotedPassage } from './clause-passages.ts';
import { type CodePoints, codePointsOf } from './code-points.ts';
import { iriOfPath } from './relative-iri.ts';
import { clauseSource, dealSource, declarationsSource } from './source-text.ts';
import {
  ANNOTATION_CONTEXT,
  type Annotation,
  type AnnotationCollection,
  type AnnotationTarget,
  CLAUSE_FORMAT,
  type TextPositionSelector,
  type TextQuoteSelector,
  type TextualBody,
} from './web-annotation.ts';

/** In code points: how much of the contract is shown before and behind a passage. */
const CONTEXT = 32;

interface ExportOptions {
  /** What the collection is called. */
  readonly label: string;
  /** The program and its version. */
  readonly generator: string;
}

/**
 * A portfolio as one collection of W3C Web Annotations: an annotation for every clause, on the passages that it quotes, with
 * the clause, its kind, its effects and the findings about it as bodies. A clause without a quote is about its contract as
 * a whole; so is the header of each deal. What a file declares besides is about that file. Nested clauses and exceptions
 * that have quotes of their own are annotations too.
 */
export function exportAnnotations(analysis: Analysis, { label, generator }: ExportOptions): AnnotationCollection {
  const items = annotationsOf(analysis);
  const id = identifier(['collection', ...items.map((item) => item.id)]);
  const page = identifier(['page', id]);
  return {
    '@context': ANNOTATION_CONTEXT,
    id,
    type: 'AnnotationCollection',
    label,
    generator: { type: 'Software', name: generator },
    generated: `${analysis.options.asOf}T00:00:00Z`,
    total: items.length,
    first: { id: page, type: 'AnnotationPage', startIndex: 0, items },
    last: page,
  };
}

/** What is written of each thing. */
interface Writer {
  readonly passage: (deal: Deal, quote: NodeIndex) => QuotedPassage | undefined;
  readonly findingsOf: (clause: string) => readonly Finding[];
  readonly clauseAt: ReadonlyMap<string, Clause>;
  readonly codePoints: (text: string) => CodePoints;
}

function annotationsOf(analysis: Analysis): readonly Annotation[] {
  const { model, findings } = analysis;
  const byClause = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const name of new Set(finding.clauses.map((clause) => clause.name))) {
      const about = byClause.get(name);
      if (about === undefined) byClause.set(name, [finding]);
      else about.push(finding);
    }
  }
  const writer: Writer = {
    passage: passageFinder(analysis),
    findingsOf: (name) => byClause.get(name) ?? [],
    clauseAt: new Map(model.clauses.map((clause) => [`${clause.deal.file} ${clause.node}`, clause])),
    codePoints: remembering(codePointsOf),
  };
  const declarations = model.files.flatMap(({ path, tree }) => declarationsOf(path, declarationsSource(tree)));
  const deals = model.deals.flatMap((deal) => [headerOf(deal), ...membersOf(writer, deal, deal.node, [deal.name], 0)]);
  return [...declarations, ...deals];
}

function declarationsOf(path: string, value: string): readonly Annotation[] {
  const iri = iriOfPath(path);
  return value === '' ? [] : [annotation(iri, 'declarations', [described(`${iri}#`, value)], iri)];
}

function headerOf({ file, name, source, tree, node }: Deal): Annotation {
  const bodies = [described(bodyId(file, [name]), dealSource(tree, node)), ...commented(documentation(tree, node))];
  return annotation(bodyId(file, [name]), 'deal', bodies, iriOfPath(source ?? file));
}

/** The clauses below a node; of those that stand within others, and of exceptions, only the ones with quotes. */
function membersOf(
  writer: Writer,
  deal: Deal,
  node: NodeIndex,
  path: readonly string[],
  depth: number,
): readonly Annotation[] {
  const found: Annotation[] = [];
  for (const child of childrenOf(deal.tree, node)) {
    const kind = kindOf(deal.tree, child);
    if (kind === NodeKind.Exception) found.push(...exceptionOf(writer, deal, node, child, path));
    if (kind !== NodeKind.Clause) continue;
    const clause = writer.clauseAt.get(`${deal.file} ${child}`);
    if (clause === undefined) continue;
    const own = [...path, clause.name.slice(deal.name.length + 1)];
    if (depth === 0 || quotesAbove(deal, child).length > 0) found.push(clauseAnnotation(writer, clause, own));
    found.push(...membersOf(writer, deal, child, own, depth + 1));
  }
  return found;
}

function clauseAnnotation(writer: Writer, clause: Clause, path: readonly string[]): Annotation {
  const { deal, node, kind } = clause;
  const id = bodyId(deal.file, path);
  const bodies = [
    described(id, clauseSource(deal.tree, node)),
    tagged(kind.name),
    ...kind.effects.map(tagged),
    ...commented(documentation(deal.tree, node)),
    ...writer.findingsOf(clause.name).map(assessed),
  ];
  return withPassages(writer, deal, quotesAbove(deal, node), id, bodies);
}

function exceptionOf(
  writer: Writer,
  deal: Deal,
  parent: NodeIndex,
  node: NodeIndex,
  path: readonly string[],
): readonly Annotation[] {
  const quotes = quotesAbove(deal, node);
  if (quotes.length === 0) return [];
  const exception = writer.clauseAt
    .get(`${deal.file} ${parent}`)
    ?.exceptions.find((one: Exception) => one.quote !== undefined && quotes.includes(one.quote));
  const id = bodyId(deal.file, [...path, exception?.label ?? `except-${node}`]);
  const bodies = [described(id, clauseSource(deal.tree, node)), tagged('except')];
  return [withPassages(writer, deal, quotes, id, [...bodies, ...commented(documentation(deal.tree, node))])];
}

function quotesAbove(deal: Deal, node: NodeIndex): readonly NodeIndex[] {
  return childrenOf(deal.tree, node).filter((child) => kindOf(deal.tree, child) === NodeKind.Quote);
}

function withPassages(
  writer: Writer,
  deal: Deal,
  quotes: readonly NodeIndex[],
  id: string,
  bodies: readonly TextualBody[],
): Annotation {
  const source = iriOfPath(deal.source ?? deal.file);
  const own = identifier(['clause', id, deal.name]);
  const targets = quotes.flatMap((quote, index) => {
    const { pieces, locator } = quoteText(deal.tree, quote);
    const passage = writer.passage(deal, quote);
    return pieces.map(
      (piece, count): AnnotationTarget => ({
        id: `${own}#quote-${index + 1}-piece-${count + 1}`,
        type: 'SpecificResource',
        ...(locator === undefined ? {} : { label: locator }),
        source,
        selector: selectorsFor(writer, piece, passage, count),
      }),
    );
  });
  return { ...annotation(id, 'clause', bodies, source), id: own, target: targets.length === 0 ? source : targets };
}

/** The words of a piece as the contract has them, and where; of a quote that is not verified, as it is written. */
function selectorsFor(
  { codePoints }: Writer,
  piece: string,
  passage: QuotedPassage | undefined,
  index: number,
): readonly (TextQuoteSelector | TextPositionSelector)[] {
  const span = passage?.spans[index];
  if (passage === undefined || span === undefined) return [{ type: 'TextQuoteSelector', exact: piece }];
  const bom = passage.text.startsWith('\ufeff') ? 1 : 0;
  const text = passage.text.slice(bom);
  const [start, end] = [span.start - bom, span.end - bom];
  const { countAt, offsetOf } = codePoints(text);
  const [first, last] = [countAt(start), countAt(end)];
  const prefix = text.slice(offsetOf(Math.max(0, first - CONTEXT)), start);
  const suffix = text.slice(end, offsetOf(last + CONTEXT));
  return [
    { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix, suffix },
    { type: 'TextPositionSelector', start: first, end: last },
  ];
}

/** Each contract's text is counted once. */
function remembering<Result>(make: (text: string) => Result): (text: string) => Result {
  const made = new Map<string, Result>();
  return (text) => {
    const result = made.get(text) ?? make(text);
    made.set(text, result);
    return result;
  };
}

const described = (id: string, value: string): TextualBody => ({
  id,
  type: 'TextualBody',
  purpose: 'describing',
  value,
  format: CLAUSE_FORMAT,
});

const tagged = (value: string): TextualBody => ({
  type: 'TextualBody',
  purpose: 'tagging',
  value,
  format: 'text/plain',
});

const commented = (value: string): readonly TextualBody[] =>
  value === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', value, format: 'text/plain' }];

function assessed(finding: Finding): TextualBody {
  const notes = notesOf(finding).map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`));
  const value = [`${finding.severity}[${finding.rule}]: ${finding.message}`, ...notes].join('\n');
  return { type: 'TextualBody', purpose: 'assessing', value, format: 'text/plain' };
}

const annotation = (id: string, what: string, body: readonly TextualBody[], target: string): Annotation => ({
  id: identifier([what, id]),
  type: 'Annotation',
  motivation: 'describing',
  body,
  target,
});

/** `deals/a.deal#acme/exclusive`: the file, and the names from the deal down. */
const bodyId = (file: string, names: readonly string[]): string =>
  `${iriOfPath(file)}#${names.map(iriOfPath).join('/')}`;

/** A UUID made of names (RFC 9562, version 8), the same for the same: what an annotation is about, not what it says. */
function identifier(names: readonly string[]): string {
  const digits = `${fingerprint(names)}${fingerprint(['identifier', ...names])}`;
  const variant = '89ab'[Number.parseInt(digits[16], 16) & 3];
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
