import { countAt, isList, type Json, listOf, member, textAt } from './json.ts';
import type { NotUnderstood } from './not-understood.ts';
import { CLAUSE_FORMAT } from './web-annotation.ts';

/** What an annotation says, whoever wrote it. */
export interface ReadAnnotation {
  /** The clause, header or declarations in the language, and the IRI they are known by: only in annotations written here. */
  readonly own?: { readonly id: string; readonly text: string };
  readonly tags: readonly string[];
  /** Plain text. */
  readonly comments: readonly string[];
  readonly targets: readonly ReadTarget[];
}

export interface ReadTarget {
  /** An IRI, as written. */
  readonly source: string;
  /** Which quote it is a piece of, counted from 1; each is a quote of its own where nothing is said. */
  readonly quote?: number;
  readonly label?: string;
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** In code points. */
  readonly start?: number;
}

/** Whether a JSON value may be annotations of the W3C model. */
export function isAnnotationJson(json: Json): boolean {
  const one = isList(json) ? json[0] : json;
  return ['Annotation', 'AnnotationPage', 'AnnotationCollection'].some((type) => hasType(one, type));
}

/**
 * The annotations of a W3C Annotation, AnnotationPage or AnnotationCollection, or of a list of them. Of a collection only the
 * pages that are in the same file can be read.
 */
export function readAnnotations(json: Json): readonly ReadAnnotation[] | NotUnderstood {
  const found = annotationsIn(json);
  if ('problem' in found) return found;
  const read: ReadAnnotation[] = [];
  for (const [index, one] of found.annotations.entries()) {
    if (!hasType(one, 'Annotation')) return { problem: `item ${index + 1} is no \`Annotation\`` };
    const targets = listOf(member(one, 'target')).map(readTarget);
    if (targets.length === 0 || targets.some((target) => target === undefined)) {
      return { problem: `annotation ${index + 1} has no \`target\` with a source` };
    }
    read.push({ ...readBodies(one), targets: targets.filter((target) => target !== undefined) });
  }
  return read;
}

const hasType = (json: Json | undefined, type: string): boolean => listOf(member(json, 'type')).includes(type);

function annotationsIn(json: Json): { readonly annotations: readonly Json[] } | NotUnderstood {
  if (isList(json)) return { annotations: json };
  if (hasType(json, 'Annotation')) return { annotations: [json] };
  if (hasType(json, 'AnnotationPage')) {
    const items = member(json, 'items');
    return isList(items) ? { annotations: items } : { problem: 'the page has no list `items`' };
  }
  const page = member(json, 'first');
  if (typeof page === 'string') {
    return { problem: 'the pages of the collection are elsewhere: save the page itself and import that' };
  }
  const items = member(page, 'items');
  if (!isList(items)) return { problem: 'the collection has no page with a list `items`' };
  if (member(page, 'next') !== undefined) {
    return { problem: 'the collection has more pages elsewhere: import them one by one' };
  }
  return { annotations: items };
}

function readBodies(annotation: Json): Omit<ReadAnnotation, 'targets'> {
  const tags: string[] = [];
  const comments: string[] = [];
  let own: ReadAnnotation['own'];
  const plain = textAt(annotation, 'bodyValue');
  if (plain !== undefined) comments.push(plain);
  const tagging = listOf(member(annotation, 'motivation')).includes('tagging');
  for (const written of listOf(member(annotation, 'body'))) {
    // Of a choice the first is the preferred one.
    const body = hasType(written, 'Choice') ? (listOf(member(written, 'items'))[0] ?? null) : written;
    const purposes = listOf(member(body, 'purpose'));
    const value = textAt(body, 'value');
    const [id, format] = [textAt(body, 'id'), textAt(body, 'format')];
    const isTag =
      purposes.includes('tagging') || purposes.includes('classifying') || (tagging && purposes.length === 0);
    if (format === CLAUSE_FORMAT && id !== undefined && value !== undefined) own ??= { id, text: value };
    else if (isTag) tags.push(...[value ?? nameOfIri(body)].filter((tag) => tag !== undefined));
    else if (value !== undefined && !purposes.includes('assessing'))
      comments.push(format === 'text/html' ? withoutTags(value) : value);
  }
  return { ...(own && { own }), tags, comments };
}

/** A tag may be a page about it: `http://example.org/tags/exclusive` is `exclusive`. */
function nameOfIri(body: Json): string | undefined {
  const iri = typeof body === 'string' ? body : (textAt(body, 'source') ?? textAt(body, 'id'));
  return iri
    ?.replace(/[/#]+$/, '')
    .split(/[/#]/)
    .at(-1);
}

/** Comments are shown as plain text, so what remains of markup does no harm; it only reads badly. */
const withoutTags = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/(?:p|li|div|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');

function readTarget(target: Json): ReadTarget | undefined {
  if (typeof target === 'string') return target === '' ? undefined : { source: target };
  const written = member(target, 'source') ?? member(target, 'id');
  const source = typeof written === 'string' ? written : textAt(written, 'id');
  if (source === undefined || source === '') return undefined;
  const selectors = listOf(member(target, 'selector')).flatMap(withRefinements);
  const quote = selectors.find((selector) => hasType(selector, 'TextQuoteSelector'));
  const position = selectors.find((selector) => hasType(selector, 'TextPositionSelector'));
  const piece = /#quote-(\d{1,6})-piece-\d{1,6}$/.exec(textAt(target, 'id') ?? '');
  const texts = ['exact', 'prefix', 'suffix'].map((key) => [key, textAt(quote, key)] as const);
  const start = countAt(position, 'start');
  const label = textAt(target, 'label');
  return {
    source,
    ...(piece === null ? {} : { quote: Number(piece[1]) }),
    ...(label === undefined ? {} : { label }),
    ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
    ...(start === undefined ? {} : { start }),
  };
}

/** A selector and those that refine it, the last of which selects the passage. */
function withRefinements(selector: Json): readonly Json[] {
  const found: Json[] = [];
  // A chain is not nested deeper than its JSON, which has been read.
  for (let next: readonly Json[] = [selector]; next.length > 0; ) {
    found.unshift(...next);
    next = next.flatMap((one) => listOf(member(one, 'refinedBy')));
  }
  return found;
}
