import type { Position, Range } from 'vscode-languageserver';
import { contractPassages } from '../../editor/contract/passages.ts';
import { htmlPlaces } from '../../evidence/html/html-places.ts';
import type { ReadSource, SourceUnavailable } from '../../evidence/read-source-file.ts';
import { formatOf, type SourceFormat } from '../../evidence/source-kind.ts';
import type { Model } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { isUnreadable, type SourceHost } from '../../portfolio/file-host.ts';
import type { Span } from '../../text/span.ts';
import type { ClientFeatures } from '../client-features.ts';
import type { Documents } from '../documents.ts';
import { type Lines, linesOf, rangeOf, spanOf } from '../lines.ts';
import type { Places } from '../places.ts';
import type { Portfolio } from '../portfolio.ts';
import { CONTRACT_TEXT, contractTextUri } from '../protocol.ts';
import { type Resource, resourceOf } from '../resource.ts';
import type { Located, Workspace } from '../workspace.ts';

/** What a contract is looked up with. */
export interface ContractContext {
  readonly workspace: Pick<Workspace, 'locate' | 'loading'>;
  readonly documents: Documents;
  readonly places: Places;
  readonly client: ClientFeatures;
  /** With what is open in the editor. */
  readonly host: SourceHost;
}

/** The text of a contract as a document of the client's shows it, checked as it is now. */
export interface ContractPlace {
  readonly context: ContractContext;
  readonly portfolio: Portfolio;
  readonly analysis: Analysis;
  /** As deals name it, relative to the portfolio's root. */
  readonly source: string;
  readonly read: ReadSource;
  /** Of the document: the file where an editor shows it, else its text. */
  readonly uri: string;
  /** Undefined where a span of the text has no certain place in the document. */
  readonly range: (span: Span) => Range | undefined;
  readonly span: (range: Range) => Span | undefined;
}

/** A contract's file, by the URI of it or of its text. */
export function locateContract({ workspace }: ContractContext, resource: Resource): Located | undefined {
  const located = workspace.locate(fileOf(resource));
  return located === undefined || formatOf(located.path) === undefined ? undefined : located;
}

/** Whether a document is the text of a contract, and not its file. */
export const isTextOnly = (resource: Resource): boolean => resource.startsWith(`${CONTRACT_TEXT}:`);

/** The file that a document shows, or whose text it is; its query is decoded already. Any other resource is its own. */
export const fileOf = (resource: Resource): Resource =>
  (isTextOnly(resource) ? resourceOf(resource.slice(resource.indexOf('?') + 1)) : undefined) ?? resource;

const sourcesOfModels = new WeakMap<Model, ReadonlySet<string>>();

/** Whether a deal of the portfolio names a contract. */
export function isNamed({ model }: Analysis, source: string): boolean {
  let sources = sourcesOfModels.get(model);
  if (sources === undefined) {
    sources = new Set(model.deals.flatMap((deal) => deal.source ?? []));
    sourcesOfModels.set(model, sources);
  }
  return sources.has(source);
}

/** A document as the contract that it is to the deals of its portfolio; undefined for whatever no deal names. */
export function contractAt(context: ContractContext, resource: Resource): ContractPlace | undefined {
  const located = locateContract(context, resource);
  if (located === undefined || located.portfolio.isSilent) return undefined;
  located.portfolio.flush();
  if (!isNamed(located.portfolio.analysis(), located.path)) return undefined;
  const place = readContract(context, located, isTextOnly(resource));
  return 'unavailable' in place ? undefined : place;
}

/** The same for any file that may be a contract, whether or not a deal names it. */
export function readContract(
  context: ContractContext,
  { portfolio, path }: Located,
  isText: boolean,
): ContractPlace | SourceUnavailable {
  const analysis = portfolio.analysis();
  const read = analysis.options.readSource?.(path);
  if (read === undefined || typeof read === 'string') return { unavailable: 'it lies in no folder that is open' };
  if ('unavailable' in read) return read;
  const uri = context.places.uri(portfolio, path);
  const shown = isText || !isShownAsFile(read.format) ? contractTextUri(uri) : uri;
  const place = { context, portfolio, analysis, source: path, read, uri: shown };
  return { ...place, ...mapping(context, portfolio, path, read, isText) };
}

/** Of the formats that editors show as they are. */
const isShownAsFile = (format: SourceFormat): boolean => format !== 'docx' && format !== 'pdf';

function mapping(
  { documents, host }: ContractContext,
  portfolio: Portfolio,
  path: string,
  read: ReadSource,
  isText: boolean,
): Pick<ContractPlace, 'range' | 'span'> {
  if (read.format === 'html' && !isText) {
    const resource = portfolio.resourceOf(path);
    const markup = documents.get(resource)?.text.getText() ?? host.text(resource);
    return isUnreadable(markup) ? NO_PLACES : placesInMarkup(read, markup);
  }
  const lines = linesOfText(read);
  return { range: (span) => rangeOf(lines, span), span: (range) => spanOf(lines, range) };
}

const NO_PLACES: Pick<ContractPlace, 'range' | 'span'> = { range: () => undefined, span: () => undefined };

const knownLines = new WeakMap<ReadSource, Lines>();

function linesOfText(read: ReadSource): Lines {
  const lines = knownLines.get(read) ?? linesOf(read.text);
  knownLines.set(read, lines);
  return lines;
}

const knownMarkup = new WeakMap<ReadSource, { readonly markup: string; readonly places: typeof NO_PLACES }>();

function placesInMarkup(read: ReadSource, markup: string): typeof NO_PLACES {
  const known = knownMarkup.get(read);
  if (known?.markup === markup) return known.places;
  const words = htmlPlaces(markup, read.text);
  const lines = linesOf(markup);
  const places: typeof NO_PLACES = {
    range: (span) => {
      const found = words.inMarkup(span);
      return found === undefined ? undefined : rangeOf(lines, found);
    },
    span: (range) => words.inText(spanOf(lines, range)),
  };
  knownMarkup.set(read, { markup, places });
  return places;
}

/** The offset in the text of the contract of a position in a passage; undefined where there is none. */
export function offsetInPassage(place: ContractPlace, position: Position): number | undefined {
  if (place.read.format !== 'html') return place.span({ start: position, end: position })?.start;
  const piece = contractPassages(place.analysis, place.source)
    .flatMap(({ pieces }) => pieces)
    .find((one) => {
      const range = place.range(one);
      return range !== undefined && !isBefore(position, range.start) && !isBefore(range.end, position);
    });
  return piece?.start;
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
