import type { PreparedSource } from '../evidence/prepare-source.ts';
import type { Kind } from '../model/model.ts';
import { counted } from '../text/words.ts';
import { codePointsOf } from './code-points.ts';
import { cuadCategory } from './cuad-contract.ts';
import { kindForCategory } from './cuad-kinds.ts';
import { type OwnFiles, ownFiles } from './own-annotations.ts';
import type { ReadAnnotation, ReadTarget } from './read-annotations.ts';
import { pathOfIri } from './relative-iri.ts';
import { settleQuote } from './settle-quote.ts';
import { nameFor } from './term-names.ts';
import { HOW_TO_READ, isUnread, UNNAMED_PARTIES, UNREAD_TERM, unreadArgument } from './unread-clauses.ts';
import { composeFile, folded, stringText, type WrittenClause, type WrittenQuote } from './written-deal.ts';

/** What the portfolio has already that the annotations join. */
export interface AnnotationSurroundings {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly deals: ReadonlySet<string>;
  /** A contract below the folder of the import; undefined where there is none that can be read. */
  readonly readSource: (path: string) => PreparedSource | undefined;
}

export interface ImportedAnnotations {
  /** Below the folder of the import, with `/`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly clauses: number;
  /** What could not be taken over, each with its reason. */
  readonly leftOut: readonly string[];
}

/**
 * Annotations as `.deal` files. Those written by `deal export` become the clauses, headers and declarations that they were.
 * Of all others each becomes a clause that quotes what its TextQuoteSelector selects, of the kind that a tag names, else a
 * `note`; nobody has said whom it binds, so it takes part in no verdict yet.
 */
export function importAnnotations(
  annotations: readonly ReadAnnotation[],
  around: AnnotationSurroundings,
): ImportedAnnotations {
  const own: OwnFiles = ownFiles(annotations.filter((annotation) => annotation.own !== undefined));
  const others = annotations.filter((annotation) => annotation.own === undefined);
  const foreign = foreignFiles(others, around, new Set(own.files.map(({ path }) => path)));
  return {
    files: [...own.files, ...foreign.files],
    clauses: own.clauses + foreign.clauses,
    leftOut: [...own.leftOut, ...foreign.leftOut],
  };
}

/** Declared beside the clauses that need it, unless the portfolio has it. */
const NOTE_KIND = '// A remark on a passage, which promises nothing.\nkind note records ()';

function foreignFiles(
  annotations: readonly ReadAnnotation[],
  around: AnnotationSurroundings,
  takenPaths: Set<string>,
): ImportedAnnotations {
  const bySource = new Map<string, ReadAnnotation[]>();
  for (const annotation of annotations) {
    for (const source of new Set(annotation.targets.map((target) => target.source.replace(/#.*$/s, '')))) {
      const group = bySource.get(source);
      if (group === undefined) bySource.set(source, [annotation]);
      else group.push(annotation);
    }
  }
  const files: { path: string; text: string }[] = [];
  const leftOut: string[] = [];
  const names = new Set(around.deals);
  let clauses = 0;
  let isNoteKnown = around.kinds.has('note');
  for (const [source, group] of bySource) {
    const path = pathOfIri(source);
    const contract = contractAt(path, around);
    const read = group.map((annotation) => foreignClause(annotation, source, contract, around.kinds));
    const written = read.filter((clause) => clause !== undefined);
    if (written.length < read.length) {
      const count = counted(read.length - written.length, 'annotation');
      leftOut.push(`${count} of ${source} without a text that it selects`);
    }
    if (written.length === 0) continue;
    const name = dealName(source, names, takenPaths);
    const needsNote = !isNoteKnown && written.some(({ kind }) => kind === 'note');
    isNoteKnown ||= needsNote;
    const file = `${name}.deal`;
    takenPaths.add(file);
    clauses += written.length;
    files.push({ path: file, text: foreignDeal(name, path ?? source, written, needsNote) });
  }
  return { files, clauses, leftOut };
}

function foreignDeal(name: string, source: string, clauses: readonly WrittenClause[], needsNote: boolean): string {
  const isAnyUnread = clauses.some(isUnread);
  return composeFile(needsNote ? [NOTE_KIND] : [], [
    {
      comments: [`Annotations of ${source}.`, ...(isAnyUnread ? [HOW_TO_READ] : [])],
      name,
      arguments: [...UNNAMED_PARTIES.arguments, ['source', stringText(source)]],
      terms: [...UNNAMED_PARTIES.terms, ...(isAnyUnread ? [UNREAD_TERM] : [])],
      clauses,
    },
  ]);
}

/** Named after the contract's file, with a path that is not taken either. */
function dealName(source: string, names: Set<string>, takenPaths: ReadonlySet<string>): string {
  const base = percentDecoded(source.replace(/\/+$/, '').split('/').at(-1) ?? '').replace(/\.[\p{L}\d]{1,8}$/u, '');
  for (;;) {
    const name = nameFor(base, names, 'contract');
    names.add(name);
    if (!takenPaths.has(`${name}.deal`)) return name;
  }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A contract that passages are looked up in. */
interface ContractText {
  readonly prepared: PreparedSource;
  /** The UTF-16 offset in the original behind so many code points of the text without its byte order mark. */
  readonly offsetOf: (codePoints: number) => number;
}

function contractAt(path: string | undefined, { readSource }: AnnotationSurroundings): ContractText | undefined {
  const prepared = path === undefined ? undefined : readSource(path);
  if (prepared === undefined) return undefined;
  const body = prepared.original.startsWith('\ufeff') ? 1 : 0;
  const { offsetOf } = codePointsOf(prepared.original.slice(body));
  return { prepared, offsetOf: (codePoints) => offsetOf(codePoints) + body };
}

/** The clause for one annotation; undefined where it selects no words of the contract. */
function foreignClause(
  { tags, comments, targets }: ReadAnnotation,
  source: string,
  contract: ContractText | undefined,
  kinds: ReadonlyMap<string, Kind>,
): WrittenClause | undefined {
  const selected = targets.filter(
    (target) => target.source.replace(/#.*$/s, '') === source && (target.exact ?? '').trim() !== '',
  );
  if (selected.length === 0) return undefined;
  const passage = selected.map(({ exact = '' }) => folded(exact)).join(' ');
  const choice = kindNamed(tags, passage, kinds);
  const unused = tags.filter((tag) => kindNamed([tag], passage, kinds) === undefined);
  return {
    comments: [...comments, ...(unused.length > 0 ? [`Tags: ${unused.join(', ')}`] : [])],
    quotes: selected.map((target) => quoteFor(target, contract)),
    kind: choice?.kind ?? 'note',
    arguments: choice === undefined ? [] : [...choice.arguments, ...unreadArgument(kinds.get(choice.kind))],
  };
}

/** The kind that a tag names: by its name, or by a category of CUAD. */
function kindNamed(tags: readonly string[], passage: string, kinds: ReadonlyMap<string, Kind>) {
  for (const tag of tags) {
    const kind = tag
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
    if (kinds.has(kind)) return { kind, arguments: [] };
    const category = cuadCategory(tag);
    if (category !== undefined) return kindForCategory(category, passage);
  }
  return undefined;
}

/** Found by what stands around it, or by its position, where the contract is at hand; else as it is. */
function quoteFor(target: ReadTarget, contract: ContractText | undefined): WrittenQuote {
  const { exact = '' } = target;
  if (contract === undefined) return { pieces: [exact] };
  return settleQuote(contract.prepared, [exact], placeOf(target, contract))?.quote ?? { pieces: [exact] };
}

function placeOf(target: ReadTarget, { prepared, offsetOf }: ContractText): number | undefined {
  const { exact = '', prefix = '', suffix = '', start } = target;
  const around = prepared.original.indexOf(prefix + exact + suffix);
  if (around >= 0 && prefix + suffix !== '') return around + prefix.length;
  return start === undefined ? undefined : offsetOf(start);
}
