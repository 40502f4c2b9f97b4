import { type PreparedSource, prepareRead, prepareSource } from './prepare-source.ts';
import type { ReadText } from './read-text.ts';
import { sha256 } from './sha256.ts';
import { checkKind, formatOf, notSupported, type SourceFormat } from './source-kind.ts';
import { checkLength } from './text-blocks.ts';
import { UnreadableSource } from './unreadable-source.ts';

/** A contract whose text is at hand. Plain data that nothing changes. */
export interface ReadSource {
  readonly format: SourceFormat;
  /** What a reader sees, and what spans of matches are ranges of: the file itself where it is text, else taken out of it. */
  readonly text: string;
  readonly prepared: PreparedSource;
  /** The SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: () => string;
}

export interface SourceUnavailable {
  /** Why, in words that follow "… could not be read: ". */
  readonly unavailable: string;
}

/**
 * Takes the text out of a contract, by what its name says it is. Never throws; stays within bounds, whatever it is given.
 * `hash` is the SHA-256 of the bytes, where it is known.
 */
export async function readSourceFile(
  bytes: Uint8Array,
  name: string,
  hash = sha256(bytes),
): Promise<ReadSource | SourceUnavailable> {
  const format = formatOf(name);
  if (format === undefined) return { unavailable: notSupported(name) };
  try {
    checkKind(bytes, format);
    if (format === 'markdown' || format === 'text') return plainSource(decode(bytes), format);
    const read = await extract(bytes, format);
    const original = read.original ?? read.text;
    checkLength(original.length);
    return made(format, prepareRead(original, format, read), () => hash);
  } catch (error) {
    return unavailable(error);
  }
}

/** The same, at once, for Markdown and plain text whose characters are at hand. */
export function readPlainSource(text: string, format: 'markdown' | 'text'): ReadSource | SourceUnavailable {
  try {
    return plainSource(text, format);
  } catch (error) {
    return unavailable(error);
  }
}

/** Why a file cannot be of the format that its name says; undefined if it may be. */
export function whyNotOfKind(bytes: Uint8Array, format: SourceFormat): string | undefined {
  try {
    checkKind(bytes, format);
    return undefined;
  } catch (error) {
    return unavailable(error).unavailable;
  }
}

/** As much of a file as tells its kind, in UTF-16 units. */
const BEGINNING = 1024;

function plainSource(text: string, format: 'markdown' | 'text'): ReadSource {
  checkLength(text.length);
  checkKind(new TextEncoder().encode(text.slice(0, BEGINNING)), format);
  let hash: string | undefined;
  return made(format, prepareSource(text, format), () => {
    hash ??= sha256(new TextEncoder().encode(text));
    return hash;
  });
}

/** A reader is loaded when a source of its format is first read: most portfolios need none. */
async function extract(bytes: Uint8Array, format: 'html' | 'docx' | 'pdf'): Promise<ReadText> {
  switch (format) {
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(bytes);
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes);
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
  }
}

const made = (format: SourceFormat, prepared: PreparedSource, hash: () => string): ReadSource => ({
  format,
  text: prepared.original,
  prepared,
  sha256: hash,
});

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const [first, second] = bytes;
    const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    throw new UnreadableSource(`it is ${isWide ? 'UTF-16, ' : ''}not UTF-8: save it with the encoding UTF-8`);
  }
}

function unavailable(error: unknown): SourceUnavailable {
  if (error instanceof UnreadableSource) return { unavailable: error.message };
  const why = error instanceof Error ? error.message : String(error);
  return { unavailable: `it is damaged, or of a kind that is not known here (${why})` };
}
